import { describe, expect, it } from 'vitest';
import { decimalsOf, numberFormatter, numberStyle, signsOf } from '../../../src/core/numbers/index.ts';

function shown(language: string, ...values: number[]): string[] {
  const format = numberFormatter(language, numberStyle(language, values));
  return values.map(format);
}

describe('decimals', () => {
  it.each([
    [[1650, 2480], 0],
    [[1650.5, 2480], 1],
    [[24, 18], 0],
    [[0.004, 0.001], 3],
    [[0.1 + 0.2, 1.1 * 3], 1],
    [[3.14159, 2], 5],
    [[0.000_001], 6],
    [[-0.25, 0.5], 2],
    [[1e21, 5], 0],
    [[], 0],
    // computed
    [[1 / 3, 2 / 3], 2],
    [[1 / 3, 0.333], 4],
    [[1 / 3000, 1], 4],
    [[1e-9, 1], 9],
    [[1 / 3e30], 20],
  ])('of %j are %d', (values, decimals) => {
    expect(decimalsOf(values)).toBe(decimals);
  });
});

describe('numbers', () => {
  it.each([
    ['en', [1650.5, -2480], ['1,650.5', '-2,480.0']],
    ['de', [1650.5, 2480], ['1.650,5', '2.480,0']],
    ['fr', [1650.5], ['1\u00A0650,5']],
    ['de-CH', [1650.5], ["1'650.5"]],
    ['sv', [-12_345.6], ['−12\u00A0345,6']],
    ['en-IN', [1_234_567], ['12,34,567']],
    ['ar-EG', [1650.5], ['١٬٦٥٠٫٥']],
    ['fa', [1650.5], ['۱٬۶۵۰٫۵']],
    ['es', [1650, 950], ['1650', '950']],
    ['es', [1650, 25_000], ['1.650', '25.000']],
    ['pl', [9999.5], ['9999,5']],
    ['de', [0.004, 0.001], ['0,004', '0,001']],
    ['my', [1650], ['1,650']],
    ['not a tag', [1650], ['1,650']],
  ])('of %s are grouped alike: %j', (language, values, texts) => {
    expect(shown(language, ...values)).toEqual(texts);
  });

  it.each([
    ['de', '407'],
    ['de-CH', '807'],
    ['fr', '40C'],
    ['en-GB', '409'],
    ['pt-BR', '407'],
    ['ru', '405'],
  ])('of %s are shown by the code %s', (language, code) => {
    expect(signsOf(language).code).toBe(code);
  });
});
