import { contrast, resolveColor } from '../../../template/theme/index.ts';
import type { ColorUse, Theme } from '../../../template/theme/types.ts';
import type { ChartWords } from './arrangement.ts';
import { accentOf } from './colors.ts';
import type { Typist } from './typist.ts';

/** What words on the page need, as WCAG asks of text. */
const LEGIBLE = 4.5;

function legible(theme: Theme, use: ColorUse): ColorUse {
  return contrast(resolveColor(theme, use), resolveColor(theme, 'background1')) >= LEGIBLE ? use : 'text1';
}

/** Whether a value is one of those that a reader is to look at. */
export function speaks({ speaking: { series, categories } }: ChartWords, own: number, category: number | null): boolean {
  return own === series || (series === null && category !== null && categories.includes(category));
}

/** How the words of a mark are set. */
export interface Voice {
  readonly t: Typist;
  readonly color: ColorUse;
}

/** Of a line that is alone, the points to look at: those that its author marked, else the last. */
function isLookedAt({ chart, speaking: { categories } }: ChartWords, category: number): boolean {
  return categories.length > 0 ? categories.includes(category) : category === chart.categories.length - 1;
}

/** In bold what speaks, and in the accent where others stand beside it; the others muted. A line that is alone has its last point in it. */
export function voiceOf(t: Typist, words: ChartWords, series: number, category: number | null): Voice {
  const { theme } = t.context;
  if (words.chart.type === 'line' && words.chart.series.length === 1 && category !== null)
    return isLookedAt(words, category) ? { t: t.strong, color: legible(theme, accentOf(theme)) } : { t, color: t.color };
  if (!speaks(words, series, category)) return { t, color: legible(theme, 'text2') };
  const isAlone = words.chart.series.length === 1 && words.speaking.categories.length === 0;
  return { t: t.strong, color: isAlone ? t.color : legible(theme, accentOf(theme)) };
}

/** How a remark is set: at a marked category as what speaks there, else muted. */
export function remarkVoice(t: Typist, { speaking: { categories } }: ChartWords, category: number): Voice {
  const { theme } = t.context;
  return { t, color: legible(theme, categories.includes(category) ? accentOf(theme) : 'text2') };
}
