import { describe, expect, it } from 'vitest';
import { countWords, secondsToSay } from '../../src/core/base/speaking.ts';

describe('speaking time', () => {
  it.each([
    ['', 0],
    ['The council met on 3 May 2024.', 7],
    ['a well-known price: 1,234.5 — or more', 6],
    ['مجلس المدينة', 2],
    ['市议会开会', 2.5],
    ['市议会 met', 2.5],
  ])('counts the words of “%s”: %d', (text, words) => expect(countWords(text)).toBe(words));

  it('takes a minute for 130 words', () => expect(secondsToSay(130)).toBe(60));
});
