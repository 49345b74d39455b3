import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/deck/types.ts';
import type { Scene, SceneSlide, TableBox } from '../../../src/core/layout/types.ts';
import { runsText } from '../../../src/core/layout/index.ts';
import { overflows } from '../../support/scene-checks.ts';
import { packTheme } from '../../support/theme.ts';
import { THEME, linesOf, list, paragraphs, sceneOf, slide, text, textBox, tryLayOut } from '../../support/layout.ts';

const words = (n: number, word = 'quay'): string => Array.from({ length: n }, (_, i) => `${word}${i}`).join(' ');
const BODY = THEME.styles['body']?.levels[0];
const sizeOf = (s: SceneSlide | undefined): number => textBox(s).levels[0]?.size ?? 0;
const itemsOf = (s: SceneSlide): string[] => textBox(s).paragraphs.map((p) => runsText(p.runs));
const points = (count: number, length: number): Block => list(...Array.from({ length: count }, (_, i) => `Point ${i}: ${words(length)}`));

function tableOf(s: SceneSlide | undefined): TableBox {
  const found = s?.boxes.find((box) => box.kind === 'table');
  if (found?.kind !== 'table') throw new Error('no table');
  return found;
}

function tableBlock(rows: readonly string[]): Block {
  return {
    kind: 'table',
    caption: null,
    align: ['start', 'end'],
    header: [text('Measure'), text('Cost')],
    rows: rows.map((row, i) => ({ cells: [text(row), text(String(i))], total: false })),
  };
}

describe('fitting', () => {
  it('keeps the style’s size where the text fits', () => {
    const { slides } = sceneOf([slide([points(3, 6)])]);
    expect(slides).toHaveLength(1);
    expect(textBox(slides[0])).toMatchObject({ fitted: false });
    expect(sizeOf(slides[0])).toBe(BODY?.size);
  });

  it('sets the text smaller before it takes a second slide, and never below the minimum', () => {
    const { slides } = sceneOf([slide([points(6, 16)])]);
    expect(slides).toHaveLength(1);
    expect(textBox(slides[0]).fitted).toBe(true);
    expect(sizeOf(slides[0])).toBeLessThan(BODY?.size ?? 0);
    for (const count of [10, 20, 40])
      for (const s of sceneOf([slide([points(count, 20)])]).slides) expect(sizeOf(s)).toBeGreaterThanOrEqual(BODY?.minimum ?? 0);
  });

  it('has one size on all parts of a slide, and on all slides of a topic', () => {
    const sizes = (scene: Scene): number[] => [...new Set(scene.slides.map(sizeOf))];
    expect(sizes(sceneOf([slide([points(20, 12)])]))).toHaveLength(1);
    const topic = [slide([points(2, 6)], { id: 'a', topic: 'x/one' }), slide([points(6, 16)], { id: 'b', topic: 'x/one' })];
    expect(sizes(sceneOf(topic))).toHaveLength(1);
  });
});

describe('splitting', () => {
  it('leaves no single point on a slide of its own', () => {
    for (let count = 4; count <= 40; count += 1) {
      const { slides } = sceneOf([slide([points(count, 14)])]);
      if (slides.length > 1) for (const s of slides) expect(itemsOf(s).length, `${count} points`).toBeGreaterThan(1);
    }
  });

  it('leaves no paragraph that announces a list at the end of a slide', () => {
    for (let before = 1; before <= 12; before += 1) {
      const { slides } = sceneOf([slide([points(before, 20), paragraphs('What follows from it:'), points(12, 20)])]);
      for (const s of slides) expect(itemsOf(s).at(-1), `after ${before} points`).not.toBe('What follows from it:');
    }
  });

  it('numbers the parts in their titles, and gives each its share of the notes', () => {
    const notes = Array.from({ length: 12 }, (_, i) => ({ kind: 'text' as const, runs: text(`Note ${i}: ${words(10)}`) }));
    const { slides } = sceneOf([slide([points(20, 20)], { notes })]);
    expect(slides.length).toBeGreaterThan(1);
    expect(slides.map((s) => s.title)).toEqual(slides.map((_, i) => `A title ${i + 1} / ${slides.length}`));
    expect(slides.map((s) => s.id)).toEqual(slides.map((_, i) => (i === 0 ? 's' : `s-${i + 1}`)));
    expect(slides.flatMap((s) => s.notes)).toHaveLength(12);
    for (const s of slides) expect(s.notes.length).toBeGreaterThan(0);
  });

  it('divides a paragraph longer than a slide after a sentence', () => {
    const sentences = Array.from({ length: 40 }, (_, i) => `Sentence ${i} says that ${words(12)}.`);
    const { slides } = sceneOf([slide([paragraphs(sentences.join(' '))])]);
    expect(slides.length).toBeGreaterThan(1);
    for (const s of slides) expect(itemsOf(s).at(-1)?.trim()).toMatch(/\.$/);
    expect(slides.flatMap(itemsOf).join(' ').replace(/\s+/g, ' ').trim()).toBe(sentences.join(' '));
  });

  it('breaks a word that is wider than its box', () => {
    const word = 'w'.repeat(120);
    const box = textBox(sceneOf([slide([paragraphs(word)])]).slides[0]);
    expect(box.lines.length).toBeGreaterThan(1);
    expect(linesOf(box).join('')).toBe(word);
    for (const line of box.lines) expect(line.width).toBeLessThanOrEqual(600);
  });
});

describe('a table', () => {
  it('goes on by rows, its header on every part', () => {
    const { slides } = sceneOf([slide([tableBlock(Array.from({ length: 40 }, (_, i) => `Row ${i}`))])]);
    expect(slides.length).toBeGreaterThan(1);
    for (const s of slides) expect(tableOf(s).rows[0]?.kind).toBe('header');
    const first = slides.flatMap((s) =>
      tableOf(s)
        .rows.slice(1)
        .map((row) => runsText(row.cells[0]?.paragraphs[0]?.runs ?? [])),
    );
    expect(first).toEqual(Array.from({ length: 40 }, (_, i) => `Row ${i}`));
  });

  it('divides a row that is taller than a slide inside its cell', () => {
    const { slides } = sceneOf([slide([tableBlock([words(500)])])]);
    expect(slides.length).toBeGreaterThan(1);
    const all = slides.flatMap((s) =>
      tableOf(s)
        .rows.slice(1)
        .flatMap((row) => row.cells[0]?.paragraphs.map((p) => runsText(p.runs)) ?? []),
    );
    expect(all.join(' ').replace(/\s+/g, ' ').trim()).toBe(words(500));
  });
});

describe('a title', () => {
  const titled = (title: string) => tryLayOut([slide([paragraphs('Body.')], { title: text(title) })]);
  const boxOf = (scene: Scene | null) => textBox(scene?.slides[0], 'title');

  it('takes two lines, then smaller ones', () => {
    expect(boxOf(titled(words(14)).value)).toMatchObject({ fitted: false });
    expect(boxOf(titled(words(14)).value).lines).toHaveLength(2);
    const longer = titled(words(26));
    expect(longer.problems).toEqual([]);
    expect(boxOf(longer.value)).toMatchObject({ fitted: true });
  });

  it('is cut at last, with a warning and its full text in the notes', () => {
    const { value, problems } = titled(words(80));
    expect(problems.map((p) => p.code)).toEqual(['layout/title-cut']);
    expect(runsText(boxOf(value).paragraphs[0]?.runs ?? [])).toMatch(/…$/);
    expect(value?.slides[0]?.title).toBe(words(80));
    expect(value?.slides[0]?.notes.map((n) => runsText(n.runs)).join(' ')).toContain(words(80));
  });
});

it('sets a letter that is wider than its line smaller, since nothing divides it', () => {
  const theme = packTheme('talking-points', { format: '4:3' });
  const style = theme.styles['place-number']?.levels[0];
  for (const letter of ['W', 'Ж', '国', 'ख', '…']) {
    const { slides, ...scene } = sceneOf([slide({ place: [paragraphs(letter)] }, { layout: 'thought' })], { theme });
    const [only] = slides;
    expect(overflows({ ...scene, slides })).toEqual([]);
    const size = only?.boxes.flatMap((box) => (box.kind === 'text' && box.region === 'place' ? (box.levels[0]?.size ?? 0) : []))[0] ?? 0;
    expect(size).toBeGreaterThanOrEqual(style?.minimum ?? Infinity);
    expect(size).toBeLessThanOrEqual(style?.size ?? 0);
  }
});
