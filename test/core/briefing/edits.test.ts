import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import {
  briefingWith,
  compose,
  parseBriefing,
  placeOfOrigin,
  placesIn,
  writeBriefing,
  type BriefingEdit,
  type LinePlace,
} from '../../../src/core/briefing/index.ts';
import type { ArticleEntry, Briefing, ItemView } from '../../../src/core/briefing/types.ts';

const ARTICLE = `---
title: Hafen
language: de
---

## Schiffe {#schiffe}

Es kamen mehr. [¶1]

- Die Kais sind voll. [¶2]
  - An 140 Tagen. [¶2]
- Lotsen fehlen. [¶1]

:::figures
| Value | Unit | Label |
|---|---|---|
| 120 | Schiffe | im Monat [¶2] |
:::

:::timeline
| Date | Event |
|---|---|
| 2023-09 | Der Rat tagt. [¶1] |
| 2024 | Der Kai öffnet. |
:::

:::chart{type=bar title="Schiffe"}
| Quartal | Gezählt |
|---|---:|
| Q1 | 10 |
:::

:::notes
Dies sagen.
:::

## موانئ {#ports}

امتلأت الأرصفة.
`;
const SOURCE = { paragraphs: ['Erster Absatz', 'Zweiter Absatz'] };
const ENTRY: ArticleEntry = { article: unwrap(parseArticle(ARTICLE, { file: 'hafen.md', source: SOURCE })), source: SOURCE, hash: '' };
const TOPIC = ENTRY.article.topics[0] ?? expect.fail();
const { lines, items } = placesIn(TOPIC);
const at = (name: string): LinePlace => lines.find((own) => own.at === name) ?? expect.fail(name);
const itemAt = (name: string): (typeof items)[number] => items.find((own) => own.at === name) ?? expect.fail(name);

const OWN = 'Fragen. \n\n- Eine\n- Zwei\n\n:::notes\nMinuten.\n:::';
const BRIEFING: Briefing = unwrap(
  parseBriefing(
    `title: T\nlanguage: de\nitems:\n  - topic: hafen/schiffe\n    depth: full\n  - topic: hafen/ports\n  - own: Unsere Fragen\n    id: q\n    body: ${JSON.stringify(OWN)}\n`,
    { file: 'b.yaml' },
  ),
);
const SHIPS = { key: 'hafen/schiffe' };
const QUESTIONS = { key: 'own/q' };

/** The briefing with edits, which can be written and read again, and the items that come of it. */
function edited(
  edits: readonly BriefingEdit[],
  briefing = BRIEFING,
): { briefing: Briefing; items: readonly ItemView[]; problems: string[] } {
  const { value, problems } = briefingWith(briefing, edits);
  expect(unwrap(parseBriefing(writeBriefing(value), { file: 'b.yaml' }))).toEqual(value);
  const view = compose(value, new Map([['hafen', ENTRY]]), { file: 'b.yaml', forPresenter: true, stamp: '' });
  expect(view.problems.filter(({ code }) => code !== 'briefing/quotation-reworded')).toEqual([]);
  return { briefing: value, items: unwrap(view).items, problems: problems.map(({ code, message }) => `${code}: ${message}`) };
}

const line = (name: string, text: string | number | null, more = {}): BriefingEdit => ({
  kind: 'line',
  item: SHIPS,
  ...at(name),
  text,
  ...more,
});

describe('edits of a topic', () => {
  it('become overrides: points by their position, all else by its address; the source is kept where the edit says so', () => {
    const { briefing, items: shown } = edited([
      line('points/1/1/1', 'An 150 Tagen.', { sourced: true }),
      line('figures/1/1.value', '130'),
      line('chart/1/1.1', 12.5),
      line('headline', 'Mehr Schiffe'),
    ]);
    expect(briefing.items[0]).toMatchObject({
      overrides: {
        headline: 'Mehr Schiffe',
        hashes: { headline: at('headline').hash },
        points: [{ position: 2, hash: at('points/1/1/1').hash, text: 'An 150 Tagen.', sourced: true }],
        lines: [
          { at: 'figures/1/1.value', hash: at('figures/1/1.value').hash, text: '130' },
          { at: 'chart/1/1.1', text: 12.5 },
        ],
      },
    });
    expect(shown[0]).toMatchObject({ heading: 'Mehr Schiffe', charts: [{ series: [{ values: [12.5] }] }], figures: [{ value: '130' }] });
    expect(shown[0]?.points[0]?.children[0]?.refs).toHaveLength(1);
  });

  it('join those that are there, and null brings the article back', () => {
    const first = edited([line('figures/1/1.value', '130'), line('points/1/2', 'Es fehlen Lotsen.')]);
    const second = edited([line('figures/1/1.value', '140'), line('points/1/1', 'Volle Kais.')], first.briefing);
    expect([second.items[0]?.figures[0]?.value, second.items[0]?.points.map(({ text }) => text)]).toEqual([
      '140',
      ['Volle Kais.', 'Es fehlen Lotsen.'],
    ]);
    const back = edited([line('figures/1/1.value', null), line('points/1/2', null), line('points/1/1', null)], second.briefing);
    expect(back.briefing).toEqual(BRIEFING);
  });

  it('add, remove and move entries, in the order of the edits', () => {
    const after = { after: 'points/1/1', hash: itemAt('points/1/1').hash };
    const first = edited([
      { kind: 'entry-added', item: SHIPS, ...after, text: 'A' },
      { kind: 'entry-added', item: SHIPS, ...after, text: 'B' },
      { kind: 'entry-removed', item: SHIPS, at: 'points/1/2', hash: itemAt('points/1/2').wholeHash },
      { kind: 'entry-moved', item: SHIPS, at: 'timeline/1/2', hash: itemAt('timeline/1/2').hash, after: 'timeline/1/0' },
    ]);
    expect(first.items[0]?.points.map(({ text }) => text)).toEqual(['Die Kais sind voll.', 'A', 'B']);
    expect(first.items[0]?.events.map(({ text }) => text)).toEqual(['Der Kai öffnet.', 'Der Rat tagt.']);
    // Behind A, directly behind the first, and A without its words; B keeps its place though A goes.
    const second = edited(
      [
        { kind: 'entry-added', item: SHIPS, after: 'added/1', text: 'A2' },
        { kind: 'entry-added', item: SHIPS, ...after, text: 'A0' },
        { kind: 'line', item: SHIPS, at: 'added/2', hash: '', text: 'B!' },
      ],
      first.briefing,
    );
    expect(second.items[0]?.points.map(({ text }) => text)).toEqual(['Die Kais sind voll.', 'A0', 'A', 'A2', 'B!']);
    const added = second.briefing.items[0]?.kind === 'topic' ? (second.briefing.items[0].overrides?.added ?? []) : [];
    const gone = added.findIndex(({ text }) => text === 'A') + 1;
    const third = edited([{ kind: 'entry-removed', item: SHIPS, at: `added/${gone}`, hash: '' }], second.briefing);
    expect(third.items[0]?.points.map(({ text }) => text).toSorted()).toEqual(['A0', 'A2', 'B!', 'Die Kais sind voll.']);
  });

  it('take the mark off quoted words that were changed before', () => {
    const quotation = (text: string): Briefing['items'][number] | undefined =>
      briefingWith(BRIEFING, [{ kind: 'line', item: SHIPS, at: 'quotation/1/1', hash: 'x', text }]).value.items[0];
    expect(quotation('Wir brauchen Kais. [von Hand umformuliert]')).toEqual(quotation('Wir brauchen Kais.'));
  });

  it('word cells of rows that were added', () => {
    const row: BriefingEdit = {
      kind: 'entry-added',
      item: SHIPS,
      after: 'timeline/1/1',
      hash: itemAt('timeline/1/1').hash,
      cells: ['2023-10', 'Eis.'],
    };
    const first = edited([row]);
    const second = edited([{ kind: 'line', item: SHIPS, at: 'added/1.event', hash: '', text: 'Viel Eis.' }], first.briefing);
    expect(second.items[0]?.events.map(({ text }) => text)).toEqual(['Der Rat tagt.', 'Viel Eis.', 'Der Kai öffnet.']);
  });

  it('word notes, and leave slides out', () => {
    const { briefing, items: shown } = edited([
      { kind: 'notes', item: SHIPS, text: 'Anderes.\n\nMehr.' },
      { kind: 'slide-removed', item: SHIPS, slide: 'timeline' },
      { kind: 'slide-removed', item: SHIPS, slide: 'chart', number: 2 },
      { kind: 'slide-removed', item: null, slide: 'agenda' },
      { kind: 'deck-notes', slide: 'title', text: 'Guten Morgen.' },
    ]);
    expect(shown[0]?.notes.map(({ text }) => text)).toEqual(['Anderes.', 'Mehr.']);
    expect(briefing).toMatchObject({
      without: ['agenda'],
      notes: { title: 'Guten Morgen.' },
      items: [{ overrides: { without: ['timeline', 'chart/2'] } }, {}, {}],
    });
  });
});

describe('edits of the running order', () => {
  const keys = (edits: readonly BriefingEdit[]): string[] => edited(edits).items.map(({ key }) => key);

  it('move and remove items, and add own slides', () => {
    const own = (after: BriefingEdit & { kind: 'own-added' } extends { after: infer A } ? A : never, title: string): BriefingEdit => ({
      ...{ kind: 'own-added', after, title, body: '- Wort' },
    });
    expect(
      keys([
        { kind: 'item-moved', item: QUESTIONS, after: null },
        { kind: 'item-removed', item: { key: 'hafen/ports' } },
        own({ key: 'hafen/ports' }, 'Neu'),
        own({ key: 'hafen/ports' }, 'Neu'),
        own(null, 'Anfang'),
      ]),
    ).toEqual(['own/q', 'own/anfang', 'hafen/schiffe', 'own/neu', 'own/neu-2']);
  });

  it('know items that were chosen twice', () => {
    const twice = { ...BRIEFING, items: [...BRIEFING.items.slice(0, 1), ...BRIEFING.items] };
    const { briefing } = edited([{ ...line('headline', 'Zweites Mal'), item: { ...SHIPS, occurrence: 2 } } as BriefingEdit], twice);
    expect(briefing.items.map((item) => item.kind === 'topic' && item.overrides?.headline)).toEqual(
      [null, 'Zweites Mal', null, false].map((x) => x ?? undefined),
    );
  });
});

describe('edits of an own slide', () => {
  it('are written into its title and text', () => {
    const { briefing } = edited([
      { kind: 'line', item: QUESTIONS, at: 'headline', hash: '', text: 'Fragen an uns' },
      { kind: 'line', item: QUESTIONS, at: 'summary', hash: '', text: 'Offene Fragen.' },
      { kind: 'line', item: QUESTIONS, at: 'points/1/2', hash: '', text: 'Drei' },
      { kind: 'entry-added', item: QUESTIONS, after: 'points/1/1', text: 'Anderthalb' },
      { kind: 'entry-removed', item: QUESTIONS, at: 'points/1/1', hash: '' },
      { kind: 'notes', item: QUESTIONS, text: 'Vier Minuten.' },
    ]);
    expect(briefing.items[2]).toEqual({
      ...{ kind: 'own', id: 'q', title: 'Fragen an uns' },
      body: 'Offene Fragen.\n\n- Anderthalb\n- Drei\n\n:::notes\nVier Minuten.\n:::',
    });
  });

  it('are not kept where a comment would be lost', () => {
    const commented = { ...BRIEFING, items: [{ kind: 'own' as const, id: 'q', title: 'Q', body: '- Eine <!-- wer? -->' }] };
    const { value, problems } = briefingWith(commented, [{ kind: 'line', item: QUESTIONS, at: 'points/1/1', hash: '', text: 'Neu' }]);
    expect([value, problems.map(({ code }) => code)]).toEqual([commented, ['briefing/edit-not-kept']]);
  });
});

describe('what cannot be kept', () => {
  it.each<readonly [BriefingEdit, string]>([
    [{ kind: 'look', item: SHIPS, what: 'a colour' }, 'a briefing holds no looks'],
    [{ kind: 'place', item: null, what: 'the place of a box' }, 'a briefing holds no places'],
    [{ kind: 'slide-moved', item: SHIPS, slide: 'chart' }, 'a briefing orders items, not slides within one'],
    [{ kind: 'slide-removed', item: QUESTIONS, slide: 'own' }, 'a slide of an own slide cannot be left out by itself'],
    [{ kind: 'item-removed', item: { key: 'hafen/fort' } }, 'the briefing has no hafen/fort'],
    [{ ...line('figures/1/1.value', '') }, 'this line cannot be empty'],
    [{ ...line('chart/1/1.1', 'viele') }, 'a value of a chart is a number'],
    [{ ...line('points/1/1', '![x](y.png)') }, 'the words cannot be read'],
    [{ kind: 'line', item: SHIPS, at: 'nonsense', hash: '', text: 'x' }, 'no line is called nonsense'],
    [{ kind: 'line', item: SHIPS, at: 'added/1', hash: '', text: 'x' }, 'what was added there is no line'],
    [{ kind: 'entry-added', item: SHIPS, after: 'points/1/1', text: ' ' }, 'an entry without words cannot be added'],
    [{ kind: 'own-added', after: null, title: ' ', body: '' }, 'an own slide has a title'],
    [{ kind: 'own-added', after: null, title: 'T', body: '# x' }, 'the slide’s text cannot be read'],
    [{ kind: 'notes', item: SHIPS, text: '> x' }, 'the words cannot be read: notes hold'],
  ])('%o is said, and the rest is kept', (edit, message) => {
    const { briefing, items: shown, problems } = edited([edit, line('figures/1/1.value', '130')]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`briefing/edit-not-kept: ${message}`);
    expect([briefing.title, shown[0]?.figures[0]?.value]).toEqual(['T', '130']);
  });

  it('is said at its item', () => {
    const { placeOf } = parseBriefing(writeBriefing(BRIEFING), { file: 'b.yaml' });
    const { problems } = briefingWith(BRIEFING, [{ kind: 'look', item: QUESTIONS, what: 'a colour' }], placeOf);
    expect(problems).toMatchObject([{ severity: 'warning', place: { file: 'b.yaml', field: 'items[2]' }, received: 'a colour' }]);
  });
});

describe('where words come from', () => {
  const overrides = (briefing: Briefing) => (briefing.items[0]?.kind === 'topic' ? briefing.items[0].overrides : null);

  it('is the line of the article, whatever was removed, added and moved before it', () => {
    expect(placeOfOrigin(TOPIC, null, { field: 'blocks.points.children', index: [0, 0, 0] })).toEqual(at('points/1/1/1'));
    expect(placeOfOrigin(TOPIC, null, { field: 'blocks.chart.series.values', index: [3, 0, 0] })).toEqual(at('chart/1/1.1'));
    expect(placeOfOrigin(TOPIC, null, { field: 'notes', index: [0] })).toEqual(at('notes/1/1'));
    const { briefing } = edited([
      { kind: 'entry-added', item: SHIPS, after: 'timeline/1/0', cells: ['2022', 'Neu.'] },
      { kind: 'entry-removed', item: SHIPS, at: 'points/1/1', hash: itemAt('points/1/1').wholeHash },
      { kind: 'entry-removed', item: SHIPS, at: 'figures/1', hash: itemAt('figures/1').wholeHash },
    ]);
    const found = (field: string, index: readonly number[]): LinePlace | null =>
      placeOfOrigin(TOPIC, overrides(briefing), { field, index });
    expect(found('blocks.points', [0, 0])).toEqual(at('points/1/2'));
    expect(found('blocks.events', [1, 1])).toEqual(at('timeline/1/1.event'));
    expect(found('blocks.events.dateText', [1, 0])).toMatchObject({ at: 'added/1.date', hash: '', text: '2022' });
    expect(found('blocks.callout.title', [0])).toBeNull();
  });

  it('is called what its override calls it, so that the next edit takes its place', () => {
    const { briefing } = edited([line('figures/1/1.value', '130'), line('points/1/2', 'Neu.')]);
    const moved = {
      ...TOPIC,
      blocks: TOPIC.blocks.map((block) => (block.kind === 'points' ? { ...block, items: block.items.toReversed() } : block)),
    };
    const place = placeOfOrigin(moved, overrides(briefing), { field: 'blocks.points', index: [0, 0] });
    expect(place).toMatchObject({ position: 3, hash: at('points/1/2').hash });
    const again = edited([{ kind: 'line', item: SHIPS, ...(place ?? expect.fail()), text: 'Neuer.' }], briefing);
    expect(overrides(again.briefing)?.points.map(({ text }) => text)).toEqual(['Neuer.']);
  });
});
