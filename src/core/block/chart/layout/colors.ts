import { resolveColor } from '../../../template/theme/index.ts';
import type { ChartBlock } from '../types.ts';
import type { ColorUse, Theme } from '../../../template/theme/types.ts';

/** What a chart may also paint with where its theme's own list ends: every other colour of the theme that can be told from the rest. */
const OTHERS: readonly ColorUse[] = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'text2', 'text1'];

/**
 * The colours of a theme's charts in their order, none twice: those that it names, then its others but the grid's. A theme may name an accent
 * apart: of several series the last has it, which as a rule is the newest or the measured one, and a series or a ring alone begins with it.
 */
export function chartColors(theme: Theme, { type, series: { length } }: Pick<ChartBlock, 'type' | 'series'>): ColorUse[] {
  const { accent, grid } = theme.chart;
  const named = accent === null ? theme.chart.series : theme.chart.series.filter((use) => use !== accent);
  const at = type === 'doughnut' ? 0 : Math.min(length - 1, named.length);
  const series = accent === null ? named : [...named.slice(0, at), accent, ...named.slice(at)];
  const taken = new Set<string>();
  const fresh = (use: ColorUse): boolean => {
    const shown = resolveColor(theme, use);
    return !taken.has(shown) && taken.add(shown).has(shown);
  };
  const own = series.filter(fresh);
  taken.add(resolveColor(theme, grid));
  return [...own, ...OTHERS.filter(fresh)];
}
