import fc from 'fast-check';
import { cleanLine, itemOf, readVagueDate } from '../../src/core/article/index.ts';
import { withoutOuterMarks } from '../../src/core/article/quotation-marks.ts';
import { tidyRuns } from '../../src/core/article/runs.ts';
import { assignIds } from '../../src/core/article/slug.ts';
import type { ArticleItem, ListedItems } from '../../src/core/block/items/types.ts';
import type { Article, ArticleBlock, ChartSeries, Point, Topic, VagueDate } from '../../src/core/article/types.ts';
import { isRef, type Run, type TextRun } from '../../src/core/base/text.ts';

/** Articles made of text that Markdown, YAML, XML or a slide could take for something else. */

const NASTY = [
  ...['**', '*', '_', '__', '~', '~~', '`', '```', '#', '##', '> ', '- ', '+ ', '1. ', '2) ', '=', '---', '***', '|', '\\', '\\|', '||'],
  ...[
    '[¶',
    '[¶2]',
    '¶',
    '[',
    ']',
    '](',
    '![',
    '[a](b)',
    '{#id}',
    '{',
    '}',
    ':::',
    ':::notes',
    ':',
    '10:30',
    'N2:N5',
    '::',
    ':a',
    '<',
    '>',
    '<script>',
  ],
  ...[
    '</script>',
    ']]>',
    '<!--',
    '-->',
    '&',
    '&amp;',
    '&#10;',
    '<br>',
    '<sub>',
    '</sub>',
    '<b>x</b>',
    '[[a|b]]',
    '![[c.png]]',
    '[^1]',
    '[a]: b',
    '==',
    '$',
    '[x] ',
    'https://example.org/a_b',
    'www.example.org',
    'a@example.org',
    '!',
    '"',
    "'",
  ],
  ...[
    '—',
    '— Ana',
    '--',
    '“',
    '”',
    '«',
    '»',
    '「',
    '」',
    ',',
    '.',
    ' ',
    '  ',
    '\n',
    '7',
    '2023',
    '2023-11',
    'word',
    'Ärger',
    'السلام',
    'שלום',
    '和平',
    '🇪🇺',
  ],
  ...[
    'e\u0301',
    '\u0301',
    '👩‍👩‍👧',
    '\u00A0',
    '\u200F',
    '\u0338',
    '\t',
    '- [ ] ',
    '| --- |',
    '+++',
    '%',
    '$',
    '@',
    '/',
    '?',
    '(',
    ')',
    ';',
    '^',
    '\u0007',
    '\uFEFF',
  ],
];

const words = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...NASTY) }, fc.string({ unit: 'binary', maxLength: 6 })), {
  minLength: 1,
  maxLength: 8,
});
const raw = words.map((parts) => parts.join(''));
const line = raw.map((text) => cleanLine(text) || 'x');
const lineOrNull = fc.option(line, { nil: null });

const href = fc.constantFrom(
  'https://example.org/',
  'http://example.org/a_b(c)*d*',
  'mailto:a@example.org',
  'https://example.org/?q="x"&y=<z>',
  'https://ex.org/和平#¶',
);
const textRun = fc.record(
  {
    text: raw,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    strike: fc.constant(true as const),
    script: fc.constantFrom('sub', 'super'),
    href,
  },
  { requiredKeys: ['text'], noNullPrototype: true },
);
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 });
const refRun = fc.oneof(
  { weight: 2, arbitrary: numbers.map((refs) => ({ refs })) },
  line.map((note) => ({ refs: [], notes: [note] })),
);
const footnotes = fc.option(fc.array(line, { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 2 });

function tidied(runs: readonly Run[]): Run[] {
  const tidy = tidyRuns(runs);
  return tidy.length > 0 ? tidy : [{ text: 'x' }];
}

const runs = fc.array(fc.oneof({ weight: 5, arbitrary: textRun }, refRun), { minLength: 1, maxLength: 5 }).map((list) => tidied(list));
const cell = fc.array(fc.oneof({ weight: 5, arbitrary: textRun }, refRun), { minLength: 1, maxLength: 3 }).map((list) => tidied(list));

/** A callout's: its line ends with the file's. */
const title = cell.map((list) => tidied(list.map((run) => (isRef(run) ? run : { ...run, text: run.text.replaceAll('\n', ' ') }))));

const iso = fc.constantFrom('2023', '2023-09', '2023-11-21', '~2020', '~2020-02', '2024-02-29').map(readVagueDate);
const date: fc.Arbitrary<VagueDate> = fc.oneof(iso, line.map(readVagueDate));

const point = (depth: number): fc.Arbitrary<Point> =>
  fc
    .record({
      runs,
      task: fc.option(fc.constantFrom('open' as const, 'done' as const), { freq: 3 }),
      children: depth === 0 ? fc.constant([]) : fc.array(point(depth - 1), { maxLength: 2 }),
      numbered: fc.option(fc.integer({ min: 0, max: 12 })),
    })
    .map(({ task, numbered, ...rest }) => ({
      ...rest,
      ...(task && { task }),
      ...(numbered !== null && rest.children.length > 0 && { numbered }),
    }));

const spoken = fc
  .array(fc.array(textRun, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((list) => withoutOuterMarks(list.map((paragraph) => tidied(paragraph) as TextRun[])));

const person = line.map((text) => cleanLine(text.replaceAll(',', ' ')) || 'x');
const quotation = fc
  .record({
    kind: fc.constant('quotation' as const),
    paragraphs: spoken,
    speaker: fc.option(person, { nil: null }),
    role: lineOrNull,
    date: fc.option(iso, { nil: null }),
    refs: fc.oneof(fc.constant<number[]>([]), numbers),
    notes: footnotes,
  })
  .map(({ notes, ...rest }) => ({ ...rest, ...(notes && { notes }) }))
  .filter(({ date, role, speaker }) => date !== null || role !== null || !/^~? ?\d{4}/.test(speaker ?? ''));

const value = fc.option(
  fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((n) => n + 0 || 0),
  { nil: null },
);
/** Parts of a whole: there, and above zero. */
function asShares({ name, values }: ChartSeries): ChartSeries {
  return { name, values: values.map((value) => Math.abs(value ?? 0) || 1) };
}

const chart = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 })).chain(([columns, rows]) =>
  fc
    .record({
      kind: fc.constant('chart' as const),
      type: columns === 1 ? fc.constantFrom('bar' as const, 'doughnut' as const) : fc.constantFrom('line' as const, 'stacked-bar' as const),
      title: lineOrNull,
      unit: lineOrNull,
      categoryTitle: fc.oneof(fc.constant(''), line),
      categories: fc.array(line, { minLength: rows, maxLength: rows }),
      series: fc.array(fc.record({ name: line, values: fc.array(value, { minLength: rows, maxLength: rows }) }), {
        minLength: columns,
        maxLength: columns,
      }),
      refs: fc.oneof(fc.constant<number[]>([]), numbers),
      notes: footnotes,
    })
    .map(({ notes, ...rest }) => ({
      ...rest,
      series: rest.type === 'doughnut' ? rest.series.map(asShares) : rest.series,
      ...(notes && { notes }),
    })),
);

const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 })).chain(([columns, rows]) => {
  const row = fc.array(cell, { minLength: columns, maxLength: columns });
  return fc.record({
    kind: fc.constant('table' as const),
    title: lineOrNull,
    align: fc.array(fc.constantFrom('start' as const, 'center' as const, 'end' as const), { minLength: columns, maxLength: columns }),
    header: row,
    rows: fc.array(row, { minLength: rows, maxLength: rows }),
    total: fc.boolean(),
  });
});

const picture = fc.record({
  src: fc.constantFrom('map.png', 'a b/photo (1).jpg', 'über_1*.jpeg', '和平.PNG'),
  alt: line,
  caption: lineOrNull,
  credit: lineOrNull.map((text) => (text === null ? null : cleanLine(text.replaceAll('|', ' ')) || null)),
});

const image = fc
  .tuple(picture, fc.array(picture, { maxLength: 2 }))
  .map(([first, beside]) => ({ kind: 'image' as const, ...first, beside }));

const item = (form: ListedItems['form'], depth: number): fc.Arbitrary<ArticleItem> =>
  point(0).chain(({ runs: own, task }) =>
    fc
      .record({
        children: depth === 0 ? fc.constant([]) : fc.array(item(form, depth - 1), { minLength: form === 'steps' ? 2 : 0, maxLength: 3 }),
        numbered: fc.option(fc.integer({ min: 0, max: 12 })),
        bold: fc.boolean(),
      })
      .map(({ children, numbered, bold }) => ({
        // Hostile words begin bold ones that nobody wrote: every other line has its own.
        ...itemOf(form, bold ? tidied([{ text: 'Lead in.', bold: true }, { text: ' ' }, ...own]) : own, depth === 0),
        ...(task && { task }),
        children,
        ...(numbered !== null && children.length > 0 && { numbered }),
      })),
  );

const listedItems = fc.constantFrom('cards' as const, 'steps' as const, 'decisions' as const).chain((form) =>
  fc
    .record({
      ordered: fc.boolean(),
      start: fc.integer({ min: 0, max: 9 }),
      items: fc.array(item(form, 1), { minLength: 2, maxLength: 3 }),
    })
    .map(({ ordered, start, items }): ArticleBlock => ({ kind: 'items', form, ordered, ...(ordered && start !== 1 && { start }), items })),
);

const comparedItems = fc.tuple(fc.integer({ min: 3, max: 4 }), fc.integer({ min: 1, max: 3 })).chain(([columns, rows]) => {
  const row = fc.array(cell, { minLength: columns, maxLength: columns });
  return fc
    .tuple(row, fc.array(row, { minLength: rows, maxLength: rows }))
    .map(([header, all]): ArticleBlock => ({ kind: 'items', form: 'compare', header, rows: all }));
});

const BLOCKS: Readonly<Record<ArticleBlock['kind'], fc.Arbitrary<ArticleBlock>>> = {
  paragraph: fc.record({ kind: fc.constant('paragraph' as const), runs }),
  points: fc
    .record({ ordered: fc.boolean(), start: fc.integer({ min: 0, max: 9 }), items: fc.array(point(2), { minLength: 1, maxLength: 3 }) })
    .map(({ ordered, start, items }) => ({ kind: 'points' as const, ordered, ...(ordered && start !== 1 && { start }), items })),
  quotation,
  timeline: fc.record({
    kind: fc.constant('timeline' as const),
    events: fc.array(fc.record({ date, runs: cell }), { minLength: 1, maxLength: 3 }),
  }),
  figures: fc.record({
    kind: fc.constant('figures' as const),
    figures: fc.array(fc.record({ value: line, unit: fc.oneof(fc.constant(''), line), label: cell }), { minLength: 1, maxLength: 3 }),
  }),
  chart,
  table,
  image,
  callout: fc
    .record({
      type: fc.constantFrom('note', 'warning', 'my-own'),
      title: fc.option(title, { nil: null }),
      paragraphs: fc.array(runs, { maxLength: 3 }),
    })
    .filter(({ title, paragraphs }) => title !== null || paragraphs.length > 0)
    .map((rest) => ({ kind: 'callout' as const, ...rest })),
  items: fc.oneof(listedItems, comparedItems),
  notes: fc.record({ kind: fc.constant('notes' as const), paragraphs: fc.array(runs, { minLength: 1, maxLength: 3 }) }),
};
const block: fc.Arbitrary<ArticleBlock> = fc.oneof(...Object.values(BLOCKS));

interface Draft {
  readonly heading: string;
  readonly given: boolean;
  readonly summary: readonly Run[] | null;
  readonly blocks: readonly ArticleBlock[];
}

const draft: fc.Arbitrary<Draft> = fc
  .record({ heading: line, given: fc.boolean(), summary: fc.option(runs, { nil: null }), blocks: fc.array(block, { maxLength: 5 }) })
  .map(({ summary, blocks, ...rest }) => ({
    ...rest,
    summary,
    blocks: summary === null && blocks[0]?.kind === 'paragraph' ? blocks.slice(1).filter((b) => b.kind !== 'paragraph') : blocks,
  }));

function toTopics(drafts: readonly Draft[]): Topic[] {
  const givens = drafts.map((d, index) => ({ ...d, given: d.given ? `given-${index}` : null }));
  const ids = assignIds(givens);
  return givens.map(({ heading, given, summary, blocks }, index) => ({
    id: ids[index] ?? '',
    idGiven: given !== null,
    heading,
    summary,
    blocks,
    line: 0,
  }));
}

/** A comment in a field is refused. */
const field = line.map((text) => text.replace(/-+>/g, '->'));
const fieldOrNull = fc.option(field, { nil: null });

const json = fc.jsonValue({ maxDepth: 2 }).map((v) => JSON.parse(JSON.stringify(v)) as unknown);

/** Articles in the form that parsing gives, of hostile text. `line` is 0 throughout. */
export const hostileArticle: fc.Arbitrary<Article> = fc.record({
  id: fc.constantFrom('a', 'süd-kaukasus', '和平'),
  title: field,
  standfirst: fieldOrNull,
  authors: fc.array(field, { maxLength: 2 }),
  published: fc.constantFrom(null, '2023', '2023-11', '2023-11-21'),
  publisher: fieldOrNull,
  url: fc.constantFrom(null, 'https://example.org/a?b=c'),
  language: fc.constantFrom('en', 'ar', 'zh-Hant'),
  tags: fc.array(field, { maxLength: 2 }),
  actors: fc.array(field, { maxLength: 2 }),
  bio: fieldOrNull,
  disclaimer: fieldOrNull,
  mark: fieldOrNull,
  rights: fieldOrNull,
  source: fc.constantFrom(null, 'a.source.txt'),
  extra: fc.dictionary(
    fc.string({ minLength: 1 }).map((key) => `x-${key}`),
    json,
    { maxKeys: 2, noNullPrototype: true },
  ),
  topics: fc.array(draft, { minLength: 1, maxLength: 3 }).map(toTopics),
});
