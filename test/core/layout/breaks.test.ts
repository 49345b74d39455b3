import { describe, expect, it } from 'vitest';
import { breaksOf } from '../../../src/core/layout/text/breaks.ts';

/** The text with `|` where a line may end and `¶` where it must. */
function marked(text: string): string {
  const places = breaksOf(text).slice(0, -1);
  return places.toReversed().reduce((words, { next, forced }) => `${words.slice(0, next)}${forced ? '¶' : '|'}${words.slice(next)}`, text);
}

describe('a line may end', () => {
  it.each([
    ['after spaces', 'one  two', 'one  |two'],
    ['after a hyphen before a letter', 'well-known', 'well-|known'],
    ['not after a minus before a digit', 'from -5 to 2019-2020', 'from |-5 |to |2019-2020'],
    ['not after a hyphen that begins a word', '-x and --y', '-x |and |--y'],
    ['after dashes', 'a–b and c—d', 'a–|b |and |c—|d'],
    ['not after a dash before a mark that begins no line', 'a—“b” and 5–.5 so—!', 'a—“b” |and |5–.5 |so—!'],
    ['not at a no-break space', '5\u00A0km far', '5\u00A0km |far'],
    ['not after a slash', 'and/or', 'and/or'],
    ['not before a closing mark after a space-less word', '“a” b', '“a” |b'],
    ['between ideographs', '中文字', '中|文|字'],
    ['not before an ideographic full stop', '中文。字', '中|文。|字'],
    ['not after an opening bracket', '中「文」字', '中|「文」|字'],
    ['not before small kana', 'ちゃ', 'ちゃ'],
    ['between ideographs and letters', '在NATO里', '在|NATO|里'],
    ['between Thai words', 'ภาษาไทย', 'ภาษา|ไทย'],
    ['around a pictograph', 'a😀b', 'a|😀|b'],
    ['but not inside one', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['at a zero-width space', 'a\u200Bb', 'a\u200B|b'],
  ])('%s', (_, text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it('must end where the author said so', () => {
    expect(marked('one\ntwo \n\nthree')).toBe('one\n¶two \n¶\n¶three');
  });

  it('leaves trailing spaces out of the line', () => {
    expect(breaksOf('one  two ').map((b) => [b.end, b.next])).toEqual([
      [3, 5],
      [8, 9],
    ]);
  });

  it('ends an empty text once', () => {
    expect(breaksOf('')).toEqual([{ end: 0, next: 0, forced: true }]);
  });
});
