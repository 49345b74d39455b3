import type { ChartBlock } from '../types.ts';
import { isForecast } from './forecast.ts';

/** What of a chart its reader is to look at. */
export interface Speaking {
  /** The series that has the accent; the others are muted. Null: all categories of one series are, but those in `categories`. */
  readonly series: number | null;
  /** The categories that have it in its place; empty where none was marked. */
  readonly categories: readonly number[];
}

/**
 * What its author marked; else the last series that was counted, never one that says that it was expected. Of parts of a whole the first.
 * A marked category takes the accent from the others where one series could not.
 */
export function speaking({ type, series, categories, emphasis }: ChartBlock): Speaking {
  const marked = emphasis?.categories ?? [];
  if (type === 'doughnut') return { series: null, categories: marked.length > 0 ? marked : categories.slice(0, 1).map((_, i) => i) };
  const own = emphasis?.series[0];
  const counted = series.map(({ name }, i) => (isForecast(name) ? -1 : i)).filter((i) => i >= 0);
  const last = own ?? counted.at(-1) ?? series.length - 1;
  return { series: series.length === 1 && marked.length > 0 && type !== 'line' ? null : last, categories: marked };
}
