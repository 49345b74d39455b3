import type { ContentChart } from '../read/types.ts';

/** `Barges: Q1 120, Q2 240`, a series after another. */
export function chartWords({ series }: ContentChart): string {
  return series.map(({ name, points }) => `${name}: ${points.map(({ category, value }) => `${category} ${value}`).join(', ')}`).join('; ');
}
