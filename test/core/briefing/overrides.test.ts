import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap, type Outcome } from '../../../src/core/base/errors.ts';
import { compose, parseBriefing, placesIn, writeBriefing } from '../../../src/core/briefing/index.ts';
import type { ArticleEntry, ItemView, View } from '../../../src/core/briefing/types.ts';

const BODY = `## Ships {#ships}

More ships came. [¶1]

- Quays are full. [¶2]
  - On 140 days. [¶3]
- Pilots are few. [¶2]
- Nothing is decided.

1. First the quay.
2. Then the crane.

> We need a quay.
> We need it now.
> — Ana Ruiz, harbour master, 2024-03 [¶4]

:::figures
| Value | Unit | Label |
|---|---|---|
| 120 | ships | a month [¶5] |
| 7 | cranes | at work |
:::

:::timeline
| Date | Event |
|---|---|
| 2023-09 | The board meets. [¶6] |
| 2024 | The quay opens. [¶7] |
:::

:::table{title="Costs" total}
| Measure | 2024 | 2025 |
|---|---:|---:|
| Quay | 12 [¶8] | 12 |
| Crane | 12 | 9 |
| All | 24 | 21 |
:::

:::chart{type=bar title="Ships" unit="ships"}
| Quarter | Seen | Counted |
|---|---:|---:|
| Q1 | 10 | 11 |
| Q2 | 20 | |

[¶9]
:::

![A map](map.png "Map | Staff") ![A plan](plan.png)

> [!note] Mind
> The tide.

A paragraph. [¶1]

:::notes
Say this.

Then that. [¶2]
:::`;

const PARAGRAPHS = Array.from({ length: 9 }, (_, index) => `Paragraph ${index + 1}`);

function entryOf(body: string, front = ''): ArticleEntry {
  const source = { paragraphs: PARAGRAPHS };
  const text = `---\ntitle: Port\nid: port\n${front}---\n\n${body}\n`;
  return { article: unwrap(parseArticle(text, { file: 'port.md', source })), source, hash: '' };
}

const PORT = entryOf(BODY);
const TOPIC = PORT.article.topics[0] ?? expect.fail();
const { lines, items } = placesIn(TOPIC);
const hashOf = (at: string): string => lines.find((line) => line.at === at)?.hash ?? expect.fail(`no line ${at}`);
const itemHash = (at: string): string => items.find((item) => item.at === at)?.hash ?? expect.fail(`no item ${at}`);
const wholeHash = (at: string): string => items.find((item) => item.at === at)?.wholeHash ?? expect.fail(`no item ${at}`);

function composed(overrides: string, entry = PORT, depth = 'full'): Outcome<View> {
  const text = `title: T\nitems:\n  - topic: port/ships\n    depth: ${depth}\n    overrides:\n${overrides.replace(/^(?=.)/gm, '      ')}`;
  const parsed = parseBriefing(text, { file: 'b.yaml' });
  const briefing = unwrap(parsed);
  // Whatever is said, it comes back the same from what is written.
  expect(unwrap(parseBriefing(writeBriefing(briefing), { file: 'b.yaml' }))).toEqual(briefing);
  return compose(briefing, new Map([['port', entry]]), { file: 'b.yaml', placeOf: parsed.placeOf, forPresenter: true, stamp: '' });
}

function itemOf(outcome: Outcome<View>): ItemView {
  return unwrap(outcome).items[0] ?? expect.fail();
}

const line = (at: string, text: string, more = ''): string =>
  `  - { at: ${at}, hash: "${hashOf(at)}", text: ${JSON.stringify(text)}${more} }\n`;

describe('an override of a line', () => {
  const shown = (at: string, text: string, more = ''): { item: ItemView; problems: Outcome<View>['problems'] } => {
    const outcome = composed(`lines:\n${line(at, text, more)}`);
    return { item: itemOf(outcome), problems: outcome.problems };
  };

  it.each<readonly [string, string, (item: ItemView) => unknown]>([
    ['points/1/1/1', 'On 141 days. [¶3]', ({ points }) => points[0]?.children[0]?.text],
    ['points/2/2', 'New', ({ points }) => points[4]?.text],
    ['quotation/1.speaker', 'New', ({ quotations }) => quotations[0]?.speaker],
    ['quotation/1.role', 'New', ({ quotations }) => quotations[0]?.role],
    ['figures/1/2.value', '8', ({ figures }) => figures[1]?.value],
    ['figures/1/2.unit', 'New', ({ figures }) => figures[1]?.unit],
    ['figures/1/1.label', 'New [¶5]', ({ figures }) => figures[0]?.label.text],
    ['timeline/1/1.date', '2023-10', ({ events }) => events[0]?.dateText],
    ['timeline/1/2.event', 'New', ({ events }) => events[1]?.text],
    ['table/1.title', 'New', ({ tables }) => tables[0]?.title],
    ['table/1.3', 'New', ({ tables }) => tables[0]?.header[2]?.text],
    ['table/1/2.3', 'New', ({ tables }) => tables[0]?.rows[1]?.cells[2]?.text],
    ['chart/1.title', 'New', ({ charts }) => charts[0]?.title],
    ['chart/1.unit', 'New', ({ charts }) => charts[0]?.unit],
    ['chart/1.2', 'New', ({ charts }) => charts[0]?.series[1]?.name],
    ['chart/1/2.category', 'New', ({ charts }) => charts[0]?.categories[1]],
    ['chart/1/2.2', '21.5', ({ charts }) => charts[0]?.series[1]?.values[1]],
    ['image/1/1.alt', 'New', ({ images }) => images[0]?.alt],
    ['image/1/1.caption', 'New', ({ images }) => images[0]?.caption],
    ['image/1/2.credit', 'New', ({ images }) => images[0]?.beside[0]?.credit],
    ['callout/1.title', 'New', ({ callouts }) => callouts[0]?.title?.text],
    ['callout/1/1', 'New', ({ callouts }) => callouts[0]?.paragraphs[0]?.text],
    ['paragraph/1', 'New', ({ paragraphs }) => paragraphs[0]?.text],
    ['notes/1/2', 'New', ({ notes }) => notes[1]?.text],
  ])('%s', (at, text, found) => {
    const { item, problems } = shown(at, text);
    const expected: unknown = at === 'timeline/1/1.date' ? 'October 2023' : at === 'chart/1/2.2' ? 21.5 : text.replace(/ \[¶.*/, '');
    expect([found(item), problems]).toEqual([expected, []]);
    // All else is as it was.
    const before = itemOf(composed('without: [x]'));
    const kind = at.split('/')[0];
    expect(item.blocks.filter((block) => block.kind !== kind).map((block) => JSON.stringify(withoutRefs(block)))).toEqual(
      before.blocks.filter((block) => block.kind !== kind).map((block) => JSON.stringify(withoutRefs(block))),
    );
  });

  it('may be empty where the article may', () => {
    expect(shown('chart/1.title', '').item.charts[0]?.title).toBeNull();
    expect(shown('chart/1/1.1', '').item.charts[0]?.series[0]?.values[0]).toBeNull();
    expect(shown('table/1/1.3', '').item.tables[0]?.rows[0]?.cells[2]?.text).toBe('');
    expect(composed(`lines:\n${line('figures/1/1.value', '')}`).problems).toMatchObject([
      { code: 'briefing/field', place: { line: 7 }, message: 'this line cannot be empty' },
    ]);
  });

  it('of a value takes numbers as the article’s language writes them, and as programs do', () => {
    const german = entryOf(BODY, 'language: de\n');
    const value = (text: string): unknown =>
      itemOf(composed(`lines:\n  - { at: chart/1/2.2, hash: "${hashOf('chart/1/2.2')}", text: ${text} }`, german)).charts[0]?.series[1]
        ?.values[1];
    expect([value('"1.650,5"'), value('1650.5'), value('"1.650"')]).toEqual([1650.5, 1650.5, 1650]);
    expect(composed(`lines:\n${line('chart/1/2.2', 'many')}`).problems).toMatchObject([{ code: 'briefing/field', received: 'many' }]);
  });

  it('says what there is where it names no line', () => {
    const problems = (at: string) =>
      parseBriefing(`title: T\nitems:\n  - topic: a/b\n    overrides:\n      lines: [{ at: ${at}, hash: x, text: y }]`, { file: 'b' })
        .problems;
    expect(problems('timeline/1/2')[0]).toMatchObject({ code: 'briefing/field', place: { line: 5 } });
    expect(problems('timeline/1/2')[0]?.message).toContain('timeline/1/1.date, timeline/1/1.event');
    expect(problems('nonsense')[0]?.message).toContain('points/1/2');
    expect(problems('points/1/1/1/1/1')).toHaveLength(1);
  });

  it('says which key of a newer version it does not know', () => {
    const text = 'title: T\nitems:\n  - topic: a/b\n    overrides:\n      merged: []';
    expect(parseBriefing(text, { file: 'b' }).problems).toMatchObject([
      { code: 'briefing/field', place: { line: 5 }, received: 'merged', message: 'this key is not known here' },
    ]);
  });

  it('is one: a second for the same line is said', () => {
    const { problems } = composed(`lines:\n${line('paragraph/1', 'One')}${line('paragraph/1', 'Two')}`);
    expect(problems).toMatchObject([{ code: 'briefing/override-twice', place: { line: 8 }, received: 'override: Two' }]);
  });
});

/** A block without the deck's numbers, which follow what stands before. */
function withoutRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRefs);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key === 'refs' ? [] : [[key, withoutRefs(inner)]])));
}

describe('the source of a line that is worded anew', () => {
  const source = (at: string, text: string, more = ''): { item: ItemView; view: View; codes: string[] } => {
    const outcome = composed(`lines:\n${line(at, text, more)}`);
    return { item: itemOf(outcome), view: unwrap(outcome), codes: outcome.problems.map(({ code }) => code) };
  };
  const sourceOf = (view: View, paragraph: number): View['sources'][number] | undefined =>
    view.sources.find((own) => own.paragraph === paragraph);

  it('stays with a figure’s value, a date and a chart, and is said to be reworded by hand', () => {
    const figure = source('figures/1/1.value', '130');
    expect(figure.item.figures[0]?.refs).not.toEqual([]);
    expect(sourceOf(figure.view, 5)?.reworded).toEqual(['130 · ships · a month']);
    expect(sourceOf(source('timeline/1/1.date', '2023-10').view, 6)?.reworded).toEqual(['2023-10 · The board meets.']);
    expect(sourceOf(source('chart/1/1.1', '12').view, 9)?.reworded).toEqual(['Q1 · 12 · 11']);
    expect(sourceOf(source('table/1/1.3', '13').view, 8)?.reworded).toEqual(['Quay · 12 · 13']);
    expect(figure.view.sources.filter(({ reworded }) => reworded.length > 0)).toHaveLength(1);
  });

  it('is the article’s where the override says so, and else what its text refers to', () => {
    expect(source('points/1/2', 'Pilots are rare.').item.points[1]).toMatchObject({ refs: [], own: true });
    const kept = source('points/1/2', 'Pilots are rare.', ', sourced: true');
    expect(kept.item.points[1]).toMatchObject({ text: 'Pilots are rare.', own: false });
    expect(sourceOf(kept.view, 2)?.reworded).toEqual(['Pilots are rare.']);
  });

  it('is dropped where the override says so: of a row with all of the row’s, of a chart whole', () => {
    const figure = source('figures/1/1.value', '130', ', sourced: false');
    expect(figure.item.figures[0]).toMatchObject({ refs: [], label: { own: true } });
    expect(sourceOf(figure.view, 5)).toBeUndefined();
    expect(source('table/1/1.3', '13', ', sourced: false').item.tables[0]?.refs).toEqual([]);
    expect(source('chart/1/1.1', '12', ', sourced: false').item.charts[0]?.refs).toEqual([]);
    expect(source('timeline/1/1.date', '2022', ', sourced: false').item.events[0]).toMatchObject({ refs: [], own: true });
  });

  it('goes from quoted words that were changed, which are marked and said', () => {
    const { item, codes } = source('quotation/1/1', 'We want a quay.');
    expect(item.quotations[0]).toMatchObject({ refs: [], paragraphs: [{ text: 'We want a quay. [reworded by hand]' }] });
    expect(codes).toEqual(['briefing/quotation-reworded']);
    const kept = source('quotation/1/1', 'We need a quay.', ', sourced: true');
    expect(kept.item.quotations[0]?.paragraphs[0]?.text).toBe('We need a quay.');
    expect([kept.item.quotations[0]?.refs.length, kept.codes]).toEqual([1, []]);
  });

  it('is not said of a line that the depth does not show, nor in the audience’s copy', () => {
    const outcome = composed(`lines:\n${line('figures/1/1.value', '130')}`, PORT, 'points');
    expect(unwrap(outcome).sources.flatMap(({ reworded }) => reworded)).toEqual([]);
  });
});

describe('items', () => {
  const texts = (overrides: string): string[] => {
    const flat = (points: ItemView['points']): string[] =>
      points.flatMap(({ text, children }) => [text, ...flat(children).map((own) => `- ${own}`)]);
    const outcome = composed(overrides);
    expect(outcome.problems).toEqual([]);
    return flat(itemOf(outcome).points);
  };
  const BEFORE = ['Quays are full.', '- On 140 days.', 'Pilots are few.', 'Nothing is decided.', 'First the quay.', 'Then the crane.'];

  it('are removed with what stands below them', () => {
    expect(texts('without: [x]')).toEqual(BEFORE);
    expect(texts(`removed: [{ at: points/1/1, hash: "${wholeHash('points/1/1')}" }]`)).toEqual(BEFORE.slice(2));
    const both = `removed: [{ at: points/2/1, hash: "${wholeHash('points/2/1')}" }, { at: points/2/2, hash: "${wholeHash('points/2/2')}" }]`;
    expect(itemOf(composed(both)).blocks.filter(({ kind }) => kind === 'points')).toHaveLength(1);
  });

  it('are added behind others, before the first, and below', () => {
    const after = (at: string, text: string, hash = itemHash(at)): string => `  - { after: ${at}, hash: "${hash}", text: ${text} }\n`;
    expect(texts(`added:\n${after('points/1/1', 'A')}${after('points/1/1', 'B')}`).slice(0, 4)).toEqual([...BEFORE.slice(0, 2), 'A', 'B']);
    expect(texts('added: [{ after: points/1/0, text: A }, { after: points/1/0, text: B }]').slice(0, 3)).toEqual(['A', 'B', BEFORE[0]]);
    expect(
      texts('added: [{ after: points/1/2/0, text: A }, { after: added/1, text: B }, { after: added/1/0, text: C }]').slice(2, 6),
    ).toEqual([...['Pilots are few.', '- A', '- - C', '- B']]);
  });

  it('are moved inside their block, with what stands below them', () => {
    const move = (at: string, after: string): string => `  - { at: ${at}, hash: "${itemHash(at)}", after: ${after} }\n`;
    expect(texts(`moved:\n${move('points/1/1', 'points/1/3')}`).slice(0, 4)).toEqual([...BEFORE.slice(2, 4), ...BEFORE.slice(0, 2)]);
    expect(texts(`moved:\n${move('points/1/1/1', 'points/1/0')}`).slice(0, 2)).toEqual(['On 140 days.', 'Quays are full.']);
    expect(composed(`moved:\n${move('points/1/1', 'points/1/1/1')}`).problems).toMatchObject([
      { code: 'briefing/field', place: { line: 7 } },
    ]);
    expect(composed(`moved:\n${move('points/1/1', 'points/2/1')}`).problems).toMatchObject([{ code: 'briefing/field' }]);
  });

  it('are rows too, and pictures as far as there are some', () => {
    const row = itemOf(
      composed(
        'added: [{ after: table/1/1, cells: [Pier, "5 [¶1]", 6] }, { after: chart/1/0, cells: [Q0, 1, ""] }, { after: timeline/1/1, cells: [2023-12, "Ice."] }]',
      ),
    );
    expect(row.tables[0]?.rows.map(({ cells, total }) => [cells[0]?.text, total])).toEqual([
      ...[
        ['Quay', false],
        ['Pier', false],
        ['Crane', false],
        ['All', true],
      ],
    ]);
    expect(row.charts[0]).toMatchObject({
      categories: ['Q0', 'Q1', 'Q2'],
      series: [{ values: [1, 10, 20] }, { values: [null, 11, null] }],
    });
    expect(row.events.map(({ dateText }) => dateText)).toEqual(['September 2023', 'December 2023', '2024']);
    expect(composed('added: [{ after: table/1/1, cells: [Pier] }]').problems).toMatchObject([
      { code: 'briefing/field', received: '1', allowed: '1, 2, 3' },
    ]);
    expect(composed('added: [{ after: image/1/1, cells: [a, b, c] }]').problems).toMatchObject([{ code: 'briefing/field' }]);
    const removed = itemOf(
      composed(`removed: [{ at: image/1/1, hash: "${wholeHash('image/1/1')}" }, { at: table/1/3, hash: "${wholeHash('table/1/3')}" }]`),
    );
    expect([removed.images[0]?.alt, removed.tables[0]?.rows.some(({ total }) => total)]).toEqual(['A plan', false]);
  });

  it('are blocks, and the summary', () => {
    const item = itemOf(
      composed(
        `removed: [{ at: chart/1, hash: "${wholeHash('chart/1')}" }, { at: summary, hash: "${wholeHash('summary')}" }]\nmoved: [{ at: figures/1, hash: "${itemHash('figures/1')}", after: summary }]\nadded:\n  - after: figures/1\n    text: |\n      A word. [¶1]\n\n      | a | b |\n      |---|---|\n      | 1 | 2 |`,
      ),
    );
    expect([item.summary, item.blocks.slice(0, 4).map(({ kind }) => kind), item.charts]).toEqual([
      null,
      ['figures', 'paragraph', 'table', 'points'],
      [],
    ]);
    expect(item.paragraphs[0]).toMatchObject({ text: 'A word.', own: false });
  });
});

describe('an article that has changed', () => {
  const changed = (from: string, to: string): ArticleEntry => {
    expect(BODY).toContain(from);
    return entryOf(BODY.replace(from, to));
  };
  const outcome = (overrides: string, from: string, to: string): Outcome<View> => composed(overrides, changed(from, to));

  it('has an override follow its line', () => {
    const rows = outcome(`lines:\n${line('table/1/2.2', 'NEW')}`, '| Quay | 12', '| Pier | 12 | 12 |\n| Quay | 12');
    expect([rows.problems, itemOf(rows).tables[0]?.rows.map(({ cells }) => cells[1]?.text)]).toEqual([[], ['12', '12', 'NEW', '24']]);
    const point = outcome(`lines:\n${line('points/1/3', 'NEW')}`, '- Quays are full. [¶2]\n  - On 140 days. [¶3]\n', '');
    expect([point.problems, itemOf(point).points[1]?.text]).toEqual([[], 'NEW']);
    const old = outcome(`points: [{ position: 4, hash: "${hashOf('points/1/3')}", text: NEW }]`, '- Quays', '- Another.\n- Quays');
    expect([old.problems, itemOf(old).points[3]?.text]).toEqual([[], 'NEW']);
  });

  it('has one that no longer has its line left out, and named with both texts', () => {
    const { value, problems } = outcome(`lines:\n${line('figures/1/1.value', '130')}`, '| 120 |', '| 125 |');
    expect(value?.items[0]?.figures[0]?.value).toBe('125');
    expect(problems).toMatchObject([
      {
        code: 'briefing/override-changed',
        severity: 'warning',
        place: { line: 7 },
        received: 'override: 130',
        allowed: 'the article now: 125',
      },
    ]);
    expect(outcome(`lines:\n${line('chart/1/2.1', '21')}`, '| Q2 | 20 | |', '| Q2 | 22 | |').problems).toMatchObject([
      { allowed: 'the article now: 22' },
    ]);
    const gone = outcome(`lines:\n${line('callout/1/1', 'NEW')}`, '> [!note] Mind\n> The tide.\n\n', '');
    expect(gone.problems).toMatchObject([{ code: 'briefing/override-missing', received: 'override: NEW' }]);
  });

  it('keeps what was to be removed or moved, and says so', () => {
    const removed = outcome(`removed: [{ at: points/1/1, hash: "${wholeHash('points/1/1')}" }]`, 'On 140 days', 'On 141 days');
    expect(removed.problems).toMatchObject([{ code: 'briefing/override-changed', place: { line: 6 } }]);
    expect(itemOf(removed).points[0]?.children[0]?.text).toBe('On 141 days.');
    const moved = outcome(
      `moved: [{ at: points/1/1, hash: "${itemHash('points/1/1')}", after: points/1/3 }]`,
      'Quays are full',
      'Quays were full',
    );
    expect(moved.problems).toMatchObject([{ code: 'briefing/override-changed' }]);
    expect(itemOf(moved).points[0]?.text).toBe('Quays were full.');
  });

  it('has what was added stand where its neighbour is, else at the place, and says that', () => {
    const add = `added: [{ after: points/1/2, hash: "${itemHash('points/1/2')}", text: NEW }]`;
    expect(
      itemOf(outcome(add, '- Quays', '- Another.\n- Quays'))
        .points.map(({ text }) => text)
        .indexOf('NEW'),
    ).toBe(3);
    const changedOne = outcome(add, 'Pilots are few', 'Pilots were few');
    expect([changedOne.problems[0]?.code, itemOf(changedOne).points[2]?.text]).toEqual(['briefing/override-changed', 'NEW']);
    const gone = outcome(`added: [{ after: points/1/3, hash: "${itemHash('points/1/3')}", text: NEW }]`, '- Nothing is decided.\n', '');
    expect([gone.problems[0]?.code, itemOf(gone).points[2]?.text]).toEqual(['briefing/override-changed', 'NEW']);
  });

  it('is noticed for headline, summary and notes where the override has their hashes', () => {
    const hashes = `headline: H\nsummary: S\nhashes: { headline: "${hashOf('headline')}", summary: "${hashOf('summary')}" }`;
    expect(composed(hashes).problems).toEqual([]);
    expect(outcome(hashes, 'More ships came', 'Fewer ships came').problems).toMatchObject([
      {
        code: 'briefing/override-changed',
        place: { field: 'items[0].overrides.summary' },
        received: 'override: S',
        allowed: 'the article now: Fewer ships came. [¶1]',
      },
    ]);
  });
});
