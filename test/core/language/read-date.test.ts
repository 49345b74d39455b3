import { describe, expect, it } from 'vitest';
import { dateReader } from '../../../src/core/language/index.ts';

/** As ISO writes it; a quarter as `2024-Q3`. */
function read(text: string, language = 'en'): string | null {
  const date = dateReader(language)(text);
  if (!date) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  const { precision, year, month, day } = date;
  if (precision === 'year') return String(year);
  if (precision === 'quarter') return `${year}-Q${(month + 2) / 3}`;
  return precision === 'month' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

describe('a date that stands alone', () => {
  it.each([
    ['2024', 'en', '2024'],
    ['2024-03', 'de', '2024-03'],
    ['2024-02-29', 'en', '2024-02-29'],
    ['15.3.2024', 'de', '2024-03-15'],
    ['15. 03. 2024', 'cs', '2024-03-15'],
    ['03.2024', 'de', '2024-03'],
    ['11/2023', 'fr', '2023-11'],
    ['1/2024', 'de', null],
    ['1.1950', 'en', null],
    ['12.2050', 'en', null],
    ['12.2050', 'de', '2050-12'],
    ['2024*', 'en', null],
    ['Mar 2024*', 'en', null],
    ['~March 2024', 'en', null],
    ['March 2024?', 'en', null],
    ['March 2024: 15', 'en', null],
    ['Q4 2024*', 'en', null],
    ['KW 1 2024', 'de', null],
    ['KW 1 2024', 'pl', '2024-Q1'],
    ['März 2024', 'de', '2024-03'],
    ['15. März 2024', 'de', '2024-03-15'],
    ['Sept. 2023', 'en', '2023-09'],
    ['12 Octob. 2023', 'en', '2023-10-12'],
    ['15th March 2024', 'en', '2024-03-15'],
    ['March 15, 2024', 'en-US', '2024-03-15'],
    ['1er août 2023', 'fr', '2023-08-01'],
    ['marzo de 2024', 'es', '2024-03'],
    ['маја 2024', 'sr', null],
    ['мая 2024', 'ru', '2024-05'],
    ['март 2024 г.', 'ru', '2024-03'],
    ['5. maaliskuuta 2024', 'fi', '2024-03-05'],
    ['מרץ 2024', 'he', '2024-03'],
    ['٢٠٢٤', 'ar', '2024'],
    ['مارس ٢٠٢٤', 'ar', '2024-03'],
    ['2024年', 'zh', '2024'],
    ['2024年3月5日', 'zh', '2024-03-05'],
    ['2024년 3월', 'ko', '2024-03'],
    ['Q1 2024', 'en', '2024-Q1'],
    ['2024-Q3', 'de', '2024-Q3'],
    ['2. Quartal 2023', 'de', '2023-Q2'],
    ['Q4/2023', 'sv', '2023-Q4'],
    ['T2 2024', 'fr', '2024-Q2'],
    ['2024年第三季度', 'zh', null],
    ['2024年第3季度', 'zh', '2024-Q3'],
  ])('is read: %s in %s', (text, language, iso) => {
    expect(read(text, language)).toBe(iso);
  });

  it.each([
    ['2023-02-29', 'en', 'no such day'],
    ['2024-13', 'en', 'no such month'],
    ['3/4/2024', 'en', 'March or April'],
    ['2023/24', 'en', 'a season'],
    ['2019–2021', 'en', 'a span'],
    ['T2 2024', 'en', 'perhaps a term'],
    ['March', 'en', 'no year'],
    ['Ju 2024', 'en', 'June or July'],
    ['March 24', 'en', 'perhaps a day'],
    ['2024 (estimate)', 'en', 'more than a date'],
    ['2024*', 'en', 'more than a date'],
    ['Mars 2024', 'en', 'no month of this language'],
    ['1250', 'en', 'a number'],
    ['H1 2024', 'en', 'half a year'],
    ['32 March 2024', 'en', 'no such day'],
    ['March and April 2024', 'en', 'two months'],
    ['', 'en', 'nothing'],
  ])('is none: %s in %s (%s)', (text, language) => {
    expect(read(text, language)).toBeNull();
  });
});
