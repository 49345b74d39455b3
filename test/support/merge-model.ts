import fc from 'fast-check';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import type { Parts } from '../../src/core/base/ooxml/zip.ts';
import { articleScene } from './article-scene.ts';
import { opened } from './package.ts';

/** Articles whose every line has a word of its own, so that each can be followed through a merge. */
export interface ModelTopic {
  readonly id: string;
  readonly heading: string;
  readonly summary: string;
  readonly points: readonly string[];
  readonly table: readonly (readonly string[])[] | null;
  readonly chart: readonly number[] | null;
  readonly events: readonly string[] | null;
  readonly notes: readonly string[];
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const word = (prefix: string, n: number): string =>
  `${prefix}${LETTERS.charAt(n % 26)}${LETTERS.charAt(Math.floor(n / 26) % 26)}${LETTERS.charAt(Math.floor(n / 676) % 26)}`;

/** Hands out words that stand nowhere else. */
export function words(prefix: string): () => string {
  let n = 0;
  return () => word(prefix, (n += 1));
}

const FILLER = [
  'the harbour board agreed on dues for barges',
  'and the council has asked for a second opinion before the summer',
  'of all measures',
  'in the third quarter, as the report says, with conditions that were not met',
];

const line = (own: string, filler: number): string => `${own} ${FILLER[filler % FILLER.length] ?? ''}`;

interface Shape {
  readonly points: readonly number[];
  readonly extra: 'none' | 'table' | 'chart' | 'events';
  readonly notes: number;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  points: fc.array(fc.nat(3), { minLength: 0, maxLength: 9 }),
  extra: fc.constantFrom('none', 'none', 'table', 'chart', 'events'),
  notes: fc.nat(3),
});

/** What was handed out: two to five topics. */
export const baseModel: fc.Arbitrary<readonly ModelTopic[]> = fc.array(shape, { minLength: 2, maxLength: 5 }).map((shapes) => {
  const own = words('qz');
  return shapes.map(({ points, extra, notes }, i): ModelTopic => ({
    id: `t${i}`,
    heading: `Heading ${own()}`,
    summary: line(own(), i),
    points: points.map((filler) => line(own(), filler)),
    table: extra === 'table' ? [0, 1, 2].map(() => [own(), own(), own()]) : null,
    chart: extra === 'chart' ? [120, 240, 310] : null,
    events: extra === 'events' ? [own(), own(), own()] : null,
    notes: Array.from({ length: notes }, () => line(own(), 1)),
  }));
});

/** What becomes of the articles and the briefing. */
export type OurOp =
  | {
      readonly kind:
        | 'point'
        | 'add-point'
        | 'drop-point'
        | 'summary'
        | 'heading'
        | 'cell'
        | 'value'
        | 'event'
        | 'note'
        | 'drop-topic'
        | 'swap-topics'
        | 'row';
      readonly topic: number;
      readonly at: number;
    }
  | { readonly kind: 'add-topic'; readonly topic: number; readonly at: number };

export const ourOps: fc.Arbitrary<readonly OurOp[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'point',
      'point',
      'point',
      'add-point',
      'drop-point',
      'summary',
      'heading',
      'cell',
      'value',
      'event',
      'note',
      'drop-topic',
      'swap-topics',
      'row',
      'add-topic',
    ),
    topic: fc.nat(9),
    at: fc.nat(20),
  }),
  { minLength: 0, maxLength: 6 },
);

const replacedAt = <T>(list: readonly T[], at: number, value: T): T[] => list.map((item, i) => (i === at % list.length ? value : item));

export interface ChangedModel {
  readonly topics: readonly ModelTopic[];
  /** Which word took the place of which. */
  readonly inPlaceOf: ReadonlyMap<string, string>;
}

export function changed(model: readonly ModelTopic[], ops: readonly OurOp[]): ChangedModel {
  const own = words('oz');
  const inPlaceOf = new Map<string, string>();
  const instead = (old: string | undefined): string => {
    const made = own();
    const was = /[qot]z[a-z]{3}/.exec(old ?? '')?.[0];
    if (was !== undefined) inPlaceOf.set(was, made);
    return made;
  };
  const at0 = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];
  let topics = [...model];
  for (const { kind, topic, at } of ops) {
    const index = topic % topics.length;
    const one = topics[index];
    if (!one) continue;
    const put = (change: Partial<ModelTopic>): void => void (topics = replacedAt(topics, index, { ...one, ...change }));
    if (kind === 'point' && one.points.length > 0) put({ points: replacedAt(one.points, at, line(instead(at0(one.points, at)), at)) });
    if (kind === 'add-point')
      put({
        points: [...one.points.slice(0, at % (one.points.length + 1)), line(own(), at), ...one.points.slice(at % (one.points.length + 1))],
      });
    if (kind === 'drop-point' && one.points.length > 0) put({ points: one.points.filter((_, i) => i !== at % one.points.length) });
    if (kind === 'summary') put({ summary: line(instead(one.summary), at) });
    if (kind === 'heading') put({ heading: `Heading ${instead(one.heading)}` });
    if (kind === 'cell' && one.table)
      put({
        table: replacedAt(one.table, at, replacedAt(at0(one.table, at) ?? [], at + 1, instead(at0(at0(one.table, at) ?? [], at + 1)))),
      });
    if (kind === 'row' && one.table) put({ table: [...one.table, [own(), own(), own()]] });
    if (kind === 'value' && one.chart) put({ chart: replacedAt(one.chart, at, 401 + at) });
    if (kind === 'event' && one.events) put({ events: replacedAt(one.events, at, instead(at0(one.events, at))) });
    if (kind === 'note' && one.notes.length > 0) put({ notes: replacedAt(one.notes, at, line(instead(at0(one.notes, at)), 1)) });
    if (kind === 'drop-topic' && topics.length > 1) topics = topics.filter((_, i) => i !== index);
    if (kind === 'swap-topics' && index > 0)
      topics = topics.map((item, i) => (i === index ? (topics[index - 1] ?? item) : i === index - 1 ? one : item));
    if (kind === 'add-topic')
      topics.splice(index, 0, {
        id: `n${own()}`,
        heading: `Heading ${own()}`,
        summary: line(own(), 0),
        points: [line(own(), 1)],
        table: null,
        chart: null,
        events: null,
        notes: [],
      });
  }
  return { topics, inPlaceOf };
}

function article(topics: readonly ModelTopic[]): string {
  const block = (name: string, body: string): string[] => [`:::${name}`, body, ':::', ''];
  const parts = topics.flatMap(({ id, heading, summary, points, table, chart, events, notes }) => [
    `## ${heading} {#${id}}`,
    '',
    summary,
    '',
    ...points.map((point) => `- ${point}`),
    '',
    ...(table ? ['| Measure | Where | Who |', '| --- | --- | --- |', ...table.map((row) => `| ${row.join(' | ')} |`), ''] : []),
    ...(chart
      ? block(
          'chart{type=bar title="Barges"}',
          ['| Quarter | Barges |', '| --- | ---: |', ...chart.map((value, i) => `| Q${i + 1} | ${value} |`)].join('\n'),
        )
      : []),
    ...(events
      ? block('timeline', ['| Date | Event |', '| --- | --- |', ...events.map((event, i) => `| 202${i + 1}-05 | ${event} |`)].join('\n'))
      : []),
    ...(notes.length > 0 ? block('notes', notes.join('\n\n')) : []),
  ]);
  return `---\ntitle: A model article\nauthors:\n  - N. N.\npublished: 2025-03-10\nlanguage: en-GB\n---\n\n${parts.join('\n')}\n`;
}

/** The presenter's deck of a model. */
export async function deckOf(topics: readonly ModelTopic[], pack = 'policy-brief'): Promise<Parts> {
  const items = topics.map(({ id }) => `  - topic: a/${id}\n    depth: full\n`).join('');
  const briefing = `title: A model\ntemplate: ${pack}\ndate: 2025-04-01\nitems:\n${items}`;
  return opened(
    (
      await writePptx(
        await articleScene({
          articles: [article(topics).replace('title: A model article', 'id: a\ntitle: A model article')],
          pack,
          briefing,
        }),
      )
    ).value,
  );
}
