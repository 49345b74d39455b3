import { describe, expect, it } from 'vitest';
import { lineMarker } from '../../../src/core/pipeline/marks.ts';

const marked = lineMarker('de');

/** Lines with what is marked in brackets. */
const shown = (lines: readonly string[], other: readonly string[]): string[] =>
  marked(lines, other).map((line) => line.map(({ text, changed }) => (changed ? `[${text}]` : text)).join(''));

describe('words that differ', () => {
  it.each([
    ['a word in between', 'The old quay is full.', 'The quay is full.', 'The [old] quay is full.'],
    ['several in a row, as one', 'It grew by almost half.', 'It grew by 2 per cent.', 'It grew by [almost half].'],
    ['a number whole, with what it counts by', 'Es kostet 3,5 Millionen.', 'Es kostet 3 Millionen.', 'Es kostet [3,5 Millionen].'],
    ['Chinese, which has no spaces', '港口已经很满。', '港口已经空了。', '港口已经[很满]。'],
    ['with the signs between them', 'See example.org/now.', 'See there.', 'See [example.org/now].'],
    ['Arabic', 'الميناء ممتلئ جدا', 'الميناء فارغ جدا', 'الميناء [ممتلئ] جدا'],
    ['nothing where nothing does', 'Same.', 'Same.', 'Same.'],
    ['all where nothing is the same', 'One', 'Two', '[One]'],
    ['a long word', 'Donaudampfschifffahrtsgesellschaft zahlt', 'Donauschifffahrt zahlt', '[Donaudampfschifffahrtsgesellschaft] zahlt'],
  ])('are marked: %s', (_, line, other, expected) => {
    expect(shown([line], [other])).toEqual([expected]);
  });

  it('are told by paragraphs: a new one is marked whole, and no mark goes over its end', () => {
    expect(shown(['One.', 'New here.', 'Two.'], ['One.', 'Two.'])).toEqual(['One.', '[New here.]', 'Two.']);
    expect(shown([], ['One.'])).toEqual([]);
    expect(shown(['One.'], [])).toEqual(['[One.]']);
  });

  it('keep every letter, whatever is compared', () => {
    const texts = ['', ' ', 'a  b', 'one two three', 'two  three four', '1 650 t', '—', 'é́ x', '\u200Fשלום'];
    for (const a of texts)
      for (const b of texts) expect(marked([a, b], [b, a]).map((line) => line.map(({ text }) => text).join(''))).toEqual([a, b]);
  });

  it('of texts too long to compare bear no marks', () => {
    const long = 'word '.repeat(5000);
    expect(marked([long], ['x'])).toEqual([[{ text: long, changed: false }]]);
  });
});
