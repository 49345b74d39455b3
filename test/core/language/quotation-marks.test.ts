import { expect, it } from 'vitest';
import { openingQuotationMark } from '../../../src/core/language/index.ts';

it.each([
  ['en', '“'],
  ['de', '„'],
  ['de-AT', '„'],
  ['de-CH', '«'],
  ['fr-CA', '«'],
  ['es-MX', '“'],
  ['ja', '「'],
  ['zh-Hant-TW', '「'],
  ['zh', '“'],
  ['ar', '“'],
  ['xx', '“'],
])('a quotation opens in %s with %s', (language, mark) => {
  expect(openingQuotationMark(language)).toBe(mark);
});
