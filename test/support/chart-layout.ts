import type { Problem } from '../../src/core/base/errors.ts';
import type { ChartBlock, DeckMeta } from '../../src/core/deck/types.ts';
import type { ChartBox } from '../../src/core/layout/types.ts';
import { slide, tryLayOut } from './layout.ts';

export interface LaidChart {
  readonly box: ChartBox;
  readonly problems: readonly Problem[];
}

/** A chart alone on a slide, as it is laid out. */
export function laidChart(more: Partial<ChartBlock>, language = 'en', meta: Partial<DeckMeta> = {}): LaidChart {
  const chart: ChartBlock = {
    kind: 'chart',
    type: 'bar',
    title: 'Arrivals',
    unit: null,
    categories: ['a', 'b'],
    series: [],
    refs: [],
    ...more,
  };
  const direction = /^(?:ar|he)/.test(language) ? 'rtl' : 'ltr';
  const { value, problems } = tryLayOut([slide([chart], { at: { file: 'deck.hbs', line: 7 } })], {
    meta: { language, direction, ...meta },
  });
  const box = value?.slides.flatMap((s) => s.boxes).find((other) => other.kind === 'chart');
  if (box?.kind !== 'chart') throw new Error('no chart');
  return { box, problems };
}

/** Labels as they read. */
export const wordsOf = (labels: readonly { readonly text: string }[]): string[] => labels.map(({ text }) => text);
