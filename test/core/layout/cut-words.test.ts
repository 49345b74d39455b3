import { describe, expect, it } from 'vitest';
import { sceneOf, slide, text } from '../../support/layout.ts';

/** How many lines the only word of a narrow cell is cut into, and how tall its row is, in points. */
function cut(word: string): { readonly lines: number; readonly height: number } {
  const rest = Array.from({ length: 7 }, (_, i) => String(i));
  const rows = [[word, ...rest]].map((cells) => ({ cells: cells.map(text), total: false }));
  const { slides } = sceneOf([slide([{ kind: 'table', caption: text('Cut'), align: [], header: ['Word', ...rest].map(text), rows }])]);
  const table = slides[0]?.boxes.find((box) => box.kind === 'table');
  const row = table?.kind === 'table' ? table.rows.find(({ kind }) => kind === 'body') : undefined;
  return { lines: row?.cells[0]?.lines.length ?? 0, height: row?.height ?? 0 };
}

const LETTERS = 'e'.repeat(90);

describe('a word that is cut between letters', () => {
  it.each(['%', '-', '/'])('has a line more where it has a %s, behind which a program may end a line', (sign) => {
    const [short, plain, signed] = [cut(LETTERS), cut(`${LETTERS}e7${LETTERS}`), cut(`${LETTERS}${sign}7${LETTERS}`)];
    expect([short.lines, plain.lines, signed.lines]).toEqual([2, 3, 3]);
    // The taller the words, the smaller the type that the table takes, so that its lines are not all alike.
    expect((signed.height - plain.height) / (plain.height - short.height)).toBeCloseTo(1, 0);
  });
});
