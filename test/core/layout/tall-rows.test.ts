import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/base/text.ts';
import type { Block } from '../../../src/core/deck/types.ts';
import type { TableBox, TableRow } from '../../../src/core/layout/types.ts';
import { slide, text, tryLayOut } from '../../support/layout.ts';
import { inputText, lostWords, outputText, overflows } from '../../support/scene-checks.ts';
import { packTheme } from '../../support/theme.ts';

const words = (count: number, stem: string): string => Array.from({ length: count }, (_, i) => `${stem}${i}`).join(' ');

function table(header: readonly string[], ...rows: readonly (readonly string[])[]): Block {
  return {
    kind: 'table',
    caption: text('The ferries of the strait'),
    align: header.map(() => 'start'),
    header: header.map(text),
    rows: rows.map((cells) => ({ cells: cells.map(text), total: false })),
  };
}

/** The table's parts, each in a region of 400 × 320 points, and what layout says. */
function laidOut(block: Block) {
  const slides = [slide({ second: [block] }, { layout: 'columns' })];
  const { value: scene, problems } = tryLayOut(slides);
  if (!scene) throw new Error(problems.map(({ message }) => message).join('\n'));
  expect(overflows(scene)).toEqual([]);
  expect(lostWords(slides.map(inputText).join('\n'), outputText(scene.slides))).toEqual([]);
  const parts = scene.slides.flatMap(({ boxes }) => boxes.filter((box): box is TableBox => box.kind === 'table'));
  return { parts, said: problems.map(({ code, place }) => `${code} on ${place?.slide?.number ?? 0}`) };
}

const first = (row: TableRow | undefined): string => row?.cells[0]?.paragraphs.map(({ runs }) => plainText(runs)).join('') ?? '';

describe('a row that is taller than its region', () => {
  it('goes on on further slides, which say again what it is of and that it goes on', () => {
    const { parts, said } = laidOut(table(['Line', 'What is known'], ['Lisse–Orme', words(190, 'buoy')], ['Tarn–Orme', 'little']));
    expect(parts.length).toBeGreaterThan(1);
    const rows = parts.map(({ rows: all }) => all.filter(({ kind }) => kind === 'body'));
    expect(rows.map(([row]) => first(row))).toEqual(parts.map(() => 'Lisse–Orme'));
    expect(rows.map(([row]) => row?.note)).toEqual(parts.map((_, i) => (i === 0 ? undefined : 'continued')));
    expect(first(rows.at(-1)?.at(-1))).toBe('Tarn–Orme');
    expect(said).toEqual(parts.slice(1).map((_, i) => `layout/row-continued on ${i + 2}`));
  });

  it('does not say a number again, which would be counted twice', () => {
    const { parts } = laidOut(table(['Amount', 'Why'], ['12,345', words(190, 'buoy')]));
    const shown = parts.map(({ rows }) => first(rows.find(({ kind }) => kind === 'body')));
    expect(shown.filter((cell) => cell !== '')).toEqual(['12,345']);
    expect(shown.length).toBeGreaterThan(1);
  });

  it('does not say its first cell again where that is what is too tall', () => {
    const { parts } = laidOut(table(['What is known', 'Line'], [words(300, 'buoy'), 'Lisse–Orme']));
    const shown = parts.map(({ rows }) => first(rows.find(({ kind }) => kind === 'body')));
    expect(new Set(shown).size).toBe(parts.length);
  });

  it('does not take the end of a divided first cell for the row’s name', () => {
    const { parts } = laidOut(table(['Line', 'What is known'], [words(70, 'name'), words(600, 'buoy')]));
    const shown = parts.map(({ rows }) => first(rows.find(({ kind }) => kind === 'body'))).filter((cell) => cell.trim() !== '');
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.length).toBeLessThan(parts.length);
    expect(shown.join(' ').split(/\s+/)).toEqual(words(70, 'name').split(' '));
  });
});

describe('headings that leave no room for what is below them', () => {
  it('are the first row, which may stand on a slide of its own', () => {
    const theme = packTheme('plain', { format: 'A4', direction: 'rtl' });
    const tried = Array.from({ length: 60 }, (_, i) => {
      const block = table([words(30 + i, 'long'), 'Line'], [words(46, 'buoy'), 'Lisse–Orme']);
      const { value, problems } = tryLayOut([slide({ body: [block] }, { layout: 'columns' })], { theme, meta: { direction: 'rtl' } });
      const tables = value?.slides.flatMap(({ boxes }) => boxes.filter((box): box is TableBox => box.kind === 'table')) ?? [];
      return {
        parts: tables.length,
        nameless: tables.filter(({ alt }) => alt === '').length,
        codes: problems.map(({ code }) => code).join(),
        rows: tables[0]?.rows.map(({ note }) => note ?? 'row'),
      };
    });
    expect(tried.filter(({ parts, nameless }) => parts === 0 || nameless > 0)).toEqual([]);
    expect(
      tried.filter(({ codes, rows }) => codes.includes('layout/heading-not-repeated') && rows?.[0] === 'heading').length,
    ).toBeGreaterThan(3);
  });

  it('stand as headings where they have room', () => {
    const { parts, said } = laidOut(table(['Line', 'What is known'], ['Lisse–Orme', words(40, 'buoy')]));
    expect(parts.map(({ rows }) => rows.map(({ kind }) => kind))).toEqual([['header', 'body']]);
    expect(said).toEqual([]);
  });

  it.each([20, 40, 60, 80, 100, 140, 200])('with %i words, are on no slide too tall, in narrow regions of each pack', (count) => {
    for (const pack of ['policy-brief', 'situation-report', 'talking-points']) {
      const theme = packTheme(pack, { format: 'A4', direction: 'rtl' });
      for (const { name, regions } of Object.values(theme.layouts)) {
        for (const region of regions.filter(({ type, frame }) => type === 'body' && frame.height > 150 && frame.width > 250)) {
          const block = table(['Line', words(count, 'long'), 'c', 'd'], ['Lisse–Orme', words(count, 'buoy'), words(count / 2, 'x'), '4']);
          const { value, problems } = tryLayOut([slide({ [region.name]: [block] }, { layout: name })], {
            theme,
            meta: { direction: 'rtl' },
          });
          const errors = problems.filter(({ severity }) => severity === 'error').map(({ code }) => `${pack} ${name}: ${code}`);
          expect([...errors, ...(value ? overflows(value) : [])]).toEqual([]);
        }
      }
    }
  });
});
