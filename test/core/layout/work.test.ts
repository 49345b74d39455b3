import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/deck/types.ts';
import { layOut } from '../../../src/core/layout/index.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { MOST_LINES } from '../../../src/core/layout/text/work.ts';
import type { Scene } from '../../../src/core/layout/types.ts';
import { deckWith, FONTS, list, MEASURED, paragraphs, slide, text, THEME } from '../../support/layout.ts';

interface Work {
  readonly scene: Scene;
  readonly atoms: number;
  readonly lines: number;
  readonly rows: number;
}

function workOf(block: Block): Work {
  const work = { atoms: 0, lines: 0, rows: 0 };
  const input = { fonts: FONTS, images: new Map(), memory: MEASURED, work };
  const scene = unwrap(layOut(deckWith([slide([block])]), THEME, input));
  return { scene, ...work };
}

const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i % 7} of`).join(' ');

const table = (count: number): Block => ({
  kind: 'table',
  caption: null,
  align: [],
  header: [text('What'), text('How much')],
  rows: Array.from({ length: count }, (_, i) => ({ cells: [text(`Row ${i}`), text(words(i % 9))], total: false })),
});

const oneCell = (count: number): Block => ({
  kind: 'table',
  caption: null,
  align: [],
  header: [text('What'), text('Why')],
  rows: [{ cells: [text('One'), text(words(count))], total: false }],
});

const timeline = (count: number): Block => ({
  kind: 'timeline',
  events: Array.from({ length: count }, (_, i) => ({
    date: { text: String(1000 + i), iso: String(1000 + i), about: false },
    dateText: String(1000 + i),
    runs: text(words(i % 9)),
  })),
  today: null,
  todayLabel: '',
});

const figures = (count: number): Block => ({
  kind: 'stats',
  stats: Array.from({ length: count }, (_, i) => ({ value: String(i), unit: 'people', label: text(words(i % 5)) })),
});

/** What is long, by how long it is: in characters, or in rows. */
const LONG: Readonly<Record<string, readonly [make: (size: number) => Block, size: number]>> = {
  'a paragraph': [(size) => paragraphs(words(size)), 1000],
  'a point': [(size) => list(words(size)), 1000],
  'a list': [(size) => list(...Array.from({ length: size }, () => words(9))), 60],
  'a word': [(size) => list('a'.repeat(size)), 2000],
  'a word with soft hyphens': [(size) => list('har\u00ADbour\u00AD'.repeat(size)), 300],
  'a number': [(size) => list('1234567890'.repeat(size)), 200],
  'an address': [(size) => list(`https://a.example/${'harbour/council/'.repeat(size)}`), 150],
  'a cell': [oneCell, 1000],
  'a table': [table, 60],
  'a timeline': [timeline, 60],
  figures: [figures, 60],
};

/** Lines are set at the sizes that are tried and with the limits of pages that are, and for each page a few that its neighbour has. */
const TIMES = 60;

describe('the work of layout', () => {
  it.each(Object.entries(LONG))('grows as its content does: %s', (_, [make, size]) => {
    const [less, more] = [workOf(make(size)), workOf(make(size * 8))];
    expect(more.scene.slides.length).toBeGreaterThan(5 * less.scene.slides.length - 5);
    for (const kind of ['atoms', 'lines', 'rows'] as const) expect(more[kind]).toBeLessThan(8 * 1.3 * less[kind] + 200);
  });

  it('makes the atoms of a text once for each face, however many slides it becomes', () => {
    const count = 4000;
    const { atoms, scene } = workOf(paragraphs(words(count)));
    expect(scene.slides.length).toBeGreaterThan(20);
    // Its words, and those of titles and footers, of which each slide has a few.
    expect(atoms).toBeLessThan(2 * count + 30 * scene.slides.length);
  });

  it('sets a line of a paragraph a bounded number of times', () => {
    const { lines, scene } = workOf(paragraphs(words(8000)));
    const shown = scene.slides.flatMap(({ boxes }) => boxes.flatMap((box) => (box.kind === 'text' ? box.lines : []))).length;
    expect(lines).toBeLessThan(TIMES * shown);
  });

  it('sets a row of a table once at each size that is tried, and once to place it', () => {
    const { rows } = workOf(table(800));
    expect(rows).toBeLessThan(10 * 800);
  });
});

it('ends with a problem where a deck takes more lines than any that is meant to be made, and says on which slide', () => {
  const deck = deckWith([slide([paragraphs('One')]), slide([paragraphs(words(400))])]);
  const lines = workOf(paragraphs('One')).lines;
  const work = { atoms: 0, lines: MOST_LINES - lines * 2 - 5, rows: 0 };
  const { value, problems } = layOut(deck, THEME, { fonts: FONTS, images: new Map(), memory: undefined, work });
  expect(value).toBeNull();
  expect(problems).toMatchObject([{ code: 'deck/too-large', place: { slide: { number: 2 } } }]);
});
