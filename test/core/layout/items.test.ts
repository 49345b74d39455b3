import { describe, expect, it } from 'vitest';
import type { Entry, ItemsForm, ItemsSlideBlock } from '../../../src/core/block/items/types.ts';
import type { Slide } from '../../../src/core/deck/types.ts';
import type { GroupBox, Scene, TextBox } from '../../../src/core/layout/types.ts';
import type { ItemsLook, Theme } from '../../../src/core/template/theme/types.ts';
import { META } from '../../support/deck.ts';
import { THEME, tryLayOut } from '../../support/layout.ts';
import { lostWords, inputText, outputText, overflows } from '../../support/scene-checks.ts';

const runs = (text: string): { text: string }[] => (text === '' ? [] : [{ text }]);

function entry(head: string, more: Partial<Entry> = {}): Entry {
  return { number: null, marked: false, kicker: [], head: runs(head), sub: [], body: [], side: [], points: [], steps: [], ...more };
}

function slideOf(form: ItemsForm, entries: readonly Entry[]): Slide {
  const block: ItemsSlideBlock = { kind: 'items', form, entries };
  const title = runs('A title');
  return {
    id: 's',
    layout: 'text',
    title,
    topic: null,
    kind: 'items',
    section: null,
    blocks: [{ region: 'body', block }],
    notes: [],
    at: {},
  };
}

function laidOut(
  form: ItemsForm,
  entries: readonly Entry[],
  { look = {}, direction = 'ltr' }: { look?: Partial<ItemsLook>; direction?: 'ltr' | 'rtl' } = {},
): Scene {
  const theme: Theme = { ...THEME, direction, items: { ...THEME.items, [form]: { ...(THEME.items[form] as ItemsLook), ...look } } };
  const slide = slideOf(form, entries);
  const { value, problems } = tryLayOut([slide], { theme, meta: { ...META, direction } });
  if (!value) throw new Error(problems.map(({ code }) => code).join());
  expect(overflows(value)).toEqual([]);
  expect(lostWords(inputText(slide), outputText(value.slides))).toEqual([]);
  return value;
}

const groupsOf = ({ slides }: Scene): GroupBox[] => slides.flatMap(({ boxes }) => boxes.filter((box) => box.kind === 'group'));
const namesOf = (scene: Scene): string[] => groupsOf(scene).map(({ id }) => id.slice(id.lastIndexOf('/') + 1));
const texts = ({ children }: GroupBox): TextBox[] => children.filter((child) => child.kind === 'text');

const LONG = 'The harbour board expects the works to begin before the council’s summer recess, provided that the state replies in time.';

describe('cards', () => {
  const cards = [
    entry('Wait', { body: [runs('Costs nothing.')] }),
    entry('Build the basin in two stages', { body: [runs(LONG)], marked: true }),
    entry('Move', { body: [runs('Nobody has reckoned it.')] }),
  ];

  it('begin and end heads and words on common lines, one named group a card', () => {
    const groups = groupsOf(laidOut('cards', cards));
    expect(groups.map(({ id }) => id)).toEqual(['s/body/Card 1', 's/body/Card 2', 's/body/Card 3']);
    const frames = groups.map((group) => texts(group).map(({ frame }) => [frame.y, frame.height]));
    expect(frames[1]).toEqual(frames[0]);
    expect(frames[2]).toEqual(frames[0]);
    expect(new Set(groups.map(({ frame }) => `${frame.y} ${frame.height}`)).size).toBe(1);
  });

  it('make the marked one wider by its share', () => {
    const [first, second] = groupsOf(laidOut('cards', cards, { look: { wider: 0.2 } }));
    expect((second?.frame.width ?? 0) / (first?.frame.width ?? 1)).toBeCloseTo(1.2);
  });

  it('stand from the right in a deck that runs to the left', () => {
    const [first, second] = groupsOf(laidOut('cards', cards, { direction: 'rtl' }));
    expect(first?.frame.x).toBeGreaterThan(second?.frame.x ?? 0);
    expect((first?.frame.x ?? 0) + (first?.frame.width ?? 0)).toBeCloseTo(650);
  });

  it.each([
    [1, 'Row'],
    [2, 'Card'],
    [5, 'Card'],
    [6, 'Card'],
    [16, 'Row'],
  ])('of %i are each a %s', (count, name) => {
    const all = Array.from({ length: count }, (_, i) => entry(`Card ${i + 1}`, { body: [runs('Words')] }));
    expect(namesOf(laidOut('cards', all))).toEqual(all.map((_, i) => `${name} ${i + 1}`));
  });

  it('become rows where a word is wider than a card', () => {
    const word = 'Donaudampfschifffahrtselektrizitäten';
    expect(
      namesOf(
        laidOut(
          'cards',
          Array.from({ length: 4 }, () => entry(word)),
        ),
      )[0],
    ).toBe('Row 1');
  });

  it('go on further slides where no size and no arrangement holds them', () => {
    const scene = laidOut(
      'cards',
      Array.from({ length: 5 }, (_, i) => entry(`Option ${i + 1}`, { body: [runs(LONG.repeat(3))] })),
    );
    expect(scene.slides.length).toBeGreaterThan(1);
    expect(namesOf(scene)).toHaveLength(5);
  });
});

describe('rows', () => {
  it('grow to a common height, and no further than the look says', () => {
    const rows = Array.from({ length: 3 }, (_, i) => entry(`Row ${i + 1}`, { number: i + 1, side: [runs('2 min')] }));
    const heights = (rowMaximum: number): number[] =>
      groupsOf(laidOut('agenda', rows, { look: { rowMaximum, rule: null } })).map(({ frame }) => Math.round(frame.height));
    expect(heights(80)).toEqual([80, 80, 80]);
    expect(heights(400)).toEqual([107, 107, 107]);
  });

  it('stand in two columns where one does not hold them at full size', () => {
    const rows = Array.from({ length: 10 }, (_, i) => entry(`Topic ${i + 1}`, { number: i + 1 }));
    const scene = laidOut('agenda', rows);
    expect(scene.slides).toHaveLength(1);
    expect(new Set(groupsOf(scene).map(({ frame }) => frame.x)).size).toBe(2);
  });
});

describe('steps', () => {
  const steps = ['Decide', 'Order the cranes', 'Open'].map((text, i) => entry('', { body: [runs(text)], marked: i === 2 }));

  it('are a pentagon and chevrons with their words in them', () => {
    const boxes = groupsOf(laidOut('steps', steps)).flatMap(texts);
    expect(boxes.map(({ outline }) => outline?.shape)).toEqual(['pentagon', 'chevron', 'chevron']);
    expect(boxes.map(({ fill }) => fill)).toEqual(['background2', 'background2', 'accent4']);
  });

  it('point to the left in a deck that runs to the left', () => {
    const boxes = groupsOf(laidOut('steps', steps, { direction: 'rtl' })).flatMap(texts);
    expect(boxes.every(({ outline }) => outline?.flipped)).toBe(true);
    expect(boxes[0]?.frame.x).toBeGreaterThan(boxes[2]?.frame.x ?? 0);
  });

  it('name each lane, and become rows where they do not fit', () => {
    const lane = (name: string, words: string): Entry =>
      entry(name, {
        steps: [
          { runs: runs(words), marked: false },
          { runs: runs('Peace'), marked: true },
        ],
      });
    const short = [lane('The corridor', 'Fear'), lane('The enclave', 'Loss')];
    expect(namesOf(laidOut('steps', short))).toEqual([
      'Lane 1',
      'Lane 1 step 1',
      'Lane 1 step 2',
      'Lane 2',
      'Lane 2 step 1',
      'Lane 2 step 2',
    ]);
    const long = Array.from({ length: 3 }, (_, i) => lane(`Lane ${i}`, LONG.repeat(3)));
    expect(namesOf(laidOut('steps', long))[0]).toBe('Row 1');
  });
});

describe('comparisons', () => {
  const column = (head: string, cells: readonly string[], marked = false): Entry =>
    entry(head, { marked, points: cells.map((text) => ({ runs: runs(text), marked: false })) });

  it('have common lines across their columns', () => {
    const scene = laidOut('compare', [
      column('', ['Cost', 'Noise']),
      column('Before', ['12', LONG]),
      column('After', ['14', 'none'], true),
    ]);
    const [, before, after] = groupsOf(scene);
    const tops = (group: GroupBox | undefined): number[] => (group ? texts(group).map(({ frame }) => frame.y) : []);
    expect(tops(after)).toEqual(tops(before));
    expect(namesOf(scene)).toEqual(['Column 1', 'Column 2', 'Column 3']);
  });

  it('repeat their heads on each slide', () => {
    const cells = Array.from({ length: 12 }, (_, i) => `${i + 1}. ${LONG}`);
    const scene = laidOut('compare', [
      column(
        '',
        cells.map((_, i) => `Row ${i + 1}`),
      ),
      column('Before', cells),
      column('After', cells),
    ]);
    expect(scene.slides.length).toBeGreaterThan(1);
    for (const { boxes } of scene.slides) expect(boxes.filter((box) => box.kind === 'group')).toHaveLength(3);
  });
});

describe('an entry that leads to a slide', () => {
  const link = [{ text: 'Wait', href: '#a' }];

  it.each([
    ['as a whole', entry('', { head: link }), '#a'],
    ['with words below it that lead nowhere', entry('', { head: link, body: [runs('Costs nothing.')] }), '#a'],
    ['in a part of its words alone', entry('', { head: [...link, { text: ' or build' }] }), undefined],
    ['beside one that leads elsewhere', entry('', { head: link, body: [[{ text: 'Sources', href: '#b' }]] }), undefined],
    ['on the web', entry('', { head: [{ text: 'Wait', href: 'https://example.org/' }] }), undefined],
  ])('%s', (_, given, href) => {
    const boxes = groupsOf(laidOut('agenda', [given, entry('Build')])).flatMap(texts);
    expect(boxes.flatMap((box) => box.href ?? [])).toEqual(href === undefined ? [] : [href]);
  });
});
