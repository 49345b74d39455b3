import type { Theme } from '../template/theme/types.ts';
import type { Run } from '../base/text.ts';
import type { Block, Deck, DeckMeta, PlacedBlock, Slide } from './types.ts';

/** How much text a specimen slide carries. */
type Fill = 'short' | 'long' | 'hostile';
const FILLS: readonly Fill[] = ['short', 'long', 'hostile'];

const SENTENCE =
  'The harbour board expects the works to begin before the council’s summer recess, provided that the state replies in time.';
const HOSTILE = [
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '<script>alert(1)</script> ]]> {{deck}} & "quotes" ‘and’ more',
  'مرحبا بالعالم 123 – שלום עולם – 简体中文与日本語の文章 – Ελληνικά – Кириллица',
  'https://example.org/a/very/long/address/that/has/no/place/to/break?query=1234567890',
  '🙂 👩‍👩‍👧 e\u0301 ½ № ™ …',
];

const words = (text: string): readonly Run[] => [{ text }];

const TITLES: Readonly<Record<Fill, string>> = {
  short: 'A finding',
  long: 'A finding that takes two lines because it says what was found, by whom, and what it would mean for the decision',
  hostile: `${HOSTILE[0] ?? ''} & <b>tags</b> مرحبا 简体中文`,
};

const LINES: Readonly<Record<Fill, readonly string[]>> = {
  short: ['One point.'],
  long: Array.from({ length: 9 }, (_, i) => `${i + 1}. ${SENTENCE}`),
  hostile: HOSTILE,
};

/** What a layout's default region is tried with, by the layout's name; others get text and a list. */
const BLOCKS: Readonly<Record<string, (fill: Fill) => Block>> = {
  quotation: (fill) => ({
    kind: 'quote',
    paragraphs: LINES[fill].slice(0, 4).map(words),
    cite: words('A speaker, her office, 1 May 2024'),
  }),
  figures: (fill) => ({
    kind: 'stats',
    stats: LINES[fill]
      .slice(0, 4)
      .map((line, i) => ({ value: fill === 'short' ? '8' : `about ${(i + 1) * 12_345}`, unit: 'persons', label: words(line) })),
  }),
  timeline: (fill) => ({
    kind: 'timeline',
    today: '2024-05-01',
    events: LINES[fill].map((line, i) => ({
      date: { text: `2024-0${i + 1}`, iso: `2024-0${i + 1}`, about: i % 3 === 0 },
      dateText: `Month ${i + 1} of 2024`,
      runs: words(line),
    })),
  }),
  table: (fill) => ({
    kind: 'table',
    caption: null,
    align: ['start', 'start', 'end'],
    header: ['What', 'Why', 'Million euros'].map(words),
    rows: LINES[fill].map((line, i) => ({ cells: [words(`Item ${i + 1}`), words(line), words((i * 7.25).toFixed(2))], total: false })),
  }),
  chart: (fill) => ({
    kind: 'chart',
    type: 'bar',
    title: TITLES[fill],
    unit: 'thousands',
    categories: LINES[fill].map((line) => line.slice(0, 40)),
    series: [{ name: 'Counted', values: LINES[fill].map((_, i) => (i * 37) % 50) }],
    refs: [],
  }),
};

function textBlocks(fill: Fill): Block[] {
  const items = LINES[fill].map((line, i) => ({ runs: words(line), level: fill === 'short' ? 0 : i % 3 }));
  return [
    { kind: 'text', paragraphs: [words(LINES[fill][0] ?? '')] },
    { kind: 'list', ordered: false, start: 1, items },
  ];
}

/** A slide of every layout with little text, much text and text that means harm, each region filled with what it is for. */
export function specimenDeck(theme: Theme, meta: DeckMeta): Deck {
  const slides = Object.values(theme.layouts).flatMap((layout) =>
    FILLS.map((fill): Slide => {
      const blocks = layout.regions.flatMap((region): PlacedBlock[] => {
        const place = (block: Block): PlacedBlock => ({ region: region.name, block });
        const special = region.name === layout.defaultRegion ? BLOCKS[layout.name] : undefined;
        if (special) return [place(special(fill))];
        if (region.type === 'subtitle') return [place({ kind: 'text', paragraphs: [words(LINES[fill].slice(0, 2).join(' '))] })];
        if (region.type !== 'body') return [];
        if (region.name === layout.defaultRegion) return textBlocks(fill).map(place);
        return [place({ kind: 'text', paragraphs: [words(LINES[fill][0] ?? '')] })];
      });
      return {
        id: `specimen-${layout.name}-${fill}`,
        layout: layout.name,
        title: words(`${TITLES[fill]} (${layout.name}, ${fill})`),
        topic: null,
        kind: layout.name,
        section: fill === 'short' ? layout.label : null,
        blocks,
        notes: [{ kind: 'text', runs: words(`Layout “${layout.name}” with ${fill} text.`) }],
        at: {},
      };
    }),
  );
  return { meta, slides, sources: [] };
}
