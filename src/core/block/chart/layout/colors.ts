import { resolveColor } from '../../../template/theme/index.ts';
import type { ColorUse, Theme } from '../../../template/theme/types.ts';

/** What a chart may also paint with where its theme's own list ends: every other colour of the theme that can be told from the rest. */
const OTHERS: readonly ColorUse[] = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'text2', 'text1'];

/** The colours of a theme's charts in their order, none twice: those that it names, then its others but the grid's. */
export function chartColors(theme: Theme): ColorUse[] {
  const { series, grid } = theme.chart;
  const taken = new Set<string>();
  const fresh = (use: ColorUse): boolean => {
    const shown = resolveColor(theme, use);
    return !taken.has(shown) && taken.add(shown).has(shown);
  };
  const own = series.filter(fresh);
  taken.add(resolveColor(theme, grid));
  return [...own, ...OTHERS.filter(fresh)];
}
