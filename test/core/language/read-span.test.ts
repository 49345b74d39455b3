import { describe, expect, it } from 'vitest';
import { hasHedge, spanReader } from '../../../src/core/language/index.ts';

const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

function read(language: string, text: string): string | null {
  const span = spanReader(language)(text);
  if (span === null || span === 'reversed') return span;
  return `${day(span.first)} ${day(span.last)}${span.about ? ' about' : ''}${span.isRange ? ' range' : ''}`;
}

describe('a date as the days that it may mean', () => {
  it.each([
    ['en', '2023', '2023-01-01 2023-12-31'],
    ['en', '2024-02', '2024-02-01 2024-02-29'],
    ['en', '2023-11-21', '2023-11-21 2023-11-21'],
    ['en', '1648', '1648-01-01 1648-12-31'],
    ['en', '~2023-09', '2023-09-01 2023-09-30 about'],
    ['en', 'Q1 2025', '2025-01-01 2025-03-31'],
    ['de', 'um 2030', '2030-01-01 2030-12-31 about'],
    ['de', '15.6.2023', '2023-06-15 2023-06-15'],
    ['zh', '2024年3月', '2024-03-01 2024-03-31'],
  ])('%s: %s', (language, text, days) => {
    expect(read(language, text)).toBe(days);
  });

  it.each([
    ['en', '2026 to 2031', '2026-01-01 2031-12-31'],
    ['en', '2026–2031', '2026-01-01 2031-12-31'],
    ['en', '2026/2031', '2026-01-01 2031-12-31'],
    ['en', '2026-03 - 2026-05', '2026-03-01 2026-05-31'],
    ['en', 'between March and May 2026', '2026-03-01 2026-05-31'],
    ['en', '3–5 March 2026', '2026-03-03 2026-03-05'],
    ['de', 'von März bis Mai 2026', '2026-03-01 2026-05-31'],
    ['fr', 'de mars à mai 2026', '2026-03-01 2026-05-31'],
    ['ru', 'с 2026 по 2031', '2026-01-01 2031-12-31'],
    ['ar', '٢٠٢٦ إلى ٢٠٣١', '2026-01-01 2031-12-31'],
    ['he', '2026 עד 2031', '2026-01-01 2031-12-31'],
    ['zh', '2026年至2031年', '2026-01-01 2031-12-31'],
    ['ja', '2026年から2031年まで', '2026-01-01 2031-12-31'],
    ['ko', '2026년부터 2031년까지', '2026-01-01 2031-12-31'],
  ])('%s: the range %s', (language, text, days) => {
    expect(read(language, text)).toBe(`${days} range`);
  });

  it('tells a range that ends before it begins', () => {
    expect(read('en', '2031 to 2026')).toBe('reversed');
    expect(read('en', '2024-05-02 – 2024-05-01')).toBe('reversed');
  });

  it.each(['Recently', '2023/24', '9/11', '2023-02-29', '2023-13', 'to 2031', ''])('reads no date in “%s”', (text) => {
    expect(read('en', text)).toBeNull();
  });
});

it('knows hedges by their kind and language, and not inside words', () => {
  expect(hasHedge('They reportedly agree.', 'evidence', 'en-GB')).toBe(true);
  expect(hasHedge('Sie stimmen angeblich zu.', 'evidence', 'de')).toBe(true);
  expect(hasHedge('They agree.', 'evidence', 'en')).toBe(false);
  expect(hasHedge('It is expected to open.', 'intention', 'en')).toBe(true);
  expect(hasHedge('The unclaimed land.', 'evidence', 'en')).toBe(false);
  expect(hasHedge('They reportedly agree.', 'evidence', 'xx')).toBe(false);
});
