import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/core/intake/dates/find.ts';
import { ready } from '../../../src/core/intake/words/ready.ts';

describe('a pattern made ready', () => {
  it('begins at the beginning, whatever was tested with it before', () => {
    const word = ready(/\p{L}+/gu);
    expect(word().test('Lisboa')).toBe(true);
    expect(['Lisboa e Porto'].flatMap((text) => [...text.matchAll(word())].map(String))).toEqual(['Lisboa', 'e', 'Porto']);
    expect(word().test('ano')).toBe(true);
    expect(word().test('ano')).toBe(true);
    expect(word().exec('mês')?.index).toBe(0);
  });

  it.each([
    ['pt', 'Foi assinado a 3 de março de 2021.'],
    ['sv', 'It was signed on 3 March 2021.'],
    ['zh', '会议于2021年3月3日举行。'],
    ['ar', 'وُقّع في 3 مارس 2021.'],
    ['en', 'Signed on 3 March 2021'],
  ])('finds the same date each time: %s', (language, text) => {
    const once = findDates(text, { language });
    expect(once).toHaveLength(1);
    expect(findDates(text, { language })).toEqual(once);
  });
});
