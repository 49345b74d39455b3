import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsText } from '../../../src/core/layout/index.ts';
import { endsInShortWord } from '../../../src/core/layout/text/even-out.ts';
import type { TextBox } from '../../../src/core/layout/types.ts';
import type { DeckMeta } from '../../../src/core/deck/types.ts';
import { list, sceneOf, slide, textBox } from '../../support/layout.ts';

/** A list of these words on a slide of the plain theme, in its body. */
function listOf(points: readonly string[], meta: Partial<DeckMeta> = {}): TextBox {
  return textBox(sceneOf([slide([list(...points)])], { meta }).slides[0], 'body');
}

/** A box's lines as they stand, with their paragraph. */
function linesOf(box: TextBox): string[][] {
  return box.paragraphs.map(({ runs }, index) =>
    box.lines.filter(({ paragraph }) => paragraph === index).map(({ start, end }) => runsText(runs).slice(start, end)),
  );
}

const FILL =
  'Barges moored beside wharves along inner harbours waited nights before lock gates near mills opened slowly while many crews slept ';

/** Beginnings of points of every length, so that what follows falls on every place of a line. */
const lengths = Array.from({ length: 110 }, (_, i) => FILL.slice(0, i + 14).trimEnd());

describe('numbers in points', () => {
  it.each([
    ['en', 'until 21 November', /\d\n\s*November/],
    ['en', 'for 3.2 billion', /3\.2\nbillion/],
    ['de', 'bis 21. November', /21\.\nNovember/],
    ['de', 'nach § 4', /§\n4/],
    ['fr', 'le 21 novembre', /21\nnovembre/],
    ['es', 'el 21 de noviembre', /21\nde|de\nnoviembre/],
    ['ru', 'с 21 ноября', /21\nноября/],
  ])('%s: no line divides what is in “%s”', (language, measure, divided) => {
    for (const before of lengths) {
      const [lines = []] = linesOf(listOf([`${before} ${measure} und so fort`], { language }));
      expect(lines.join('\n'), before).not.toMatch(divided);
    }
  });
});

describe('last lines of points', () => {
  it('are no single short word where that takes no further line', () => {
    const short = lengths.filter((before) => {
      const box = listOf([`${before} on`, 'Another']);
      const own = box.lines.filter(({ paragraph }) => paragraph === 0);
      return endsInShortWord(runsText(box.paragraphs[0]?.runs ?? []), own);
    });
    expect(short).toEqual([]);
  });

  it('never change words or leave their box', () => {
    const word = fc.constantFrom('a', 'of', 'harbours', '7', 'per', 'cent', 'May', '2023', 'Reichweite', 'on');
    fc.assert(
      fc.property(fc.array(word, { minLength: 6, maxLength: 40 }), (drawn) => {
        const words = drawn.join(' ');
        const box = listOf([words, 'Another']);
        const shown = runsText(box.paragraphs[0]?.runs ?? []);
        return shown.replaceAll('\u00A0', ' ') === words && box.lines.every(({ width }) => width <= box.frame.width + 0.01);
      }),
      { numRuns: 100 },
    );
  });
});
