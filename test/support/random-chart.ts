import fc from 'fast-check';
import type { ChartBlock } from '../../src/core/deck/types.ts';

const WORDS = {
  en: [
    'aid',
    'Reconstruction',
    'of',
    'the',
    'northern',
    'electricity',
    'grid',
    'Q1',
    '2019–2021',
    'UN',
    'self-government',
    'a',
    '1,250,000',
  ],
  de: ['Haushalt', 'Donaudampfschifffahrtsgesellschaft', 'für', 'wirtschaftliche', 'Zusammenarbeit', 'und', 'EU', '1. Halbjahr', 'Länder'],
  he: ['משרד', 'התחבורה', 'הפיתוח', 'של', 'אזור', 'הצפון', 'וסביבתו', 'UN', '2024', 'תקציב'],
  ar: ['ميزانية', 'الإغاثة', 'الإنسانية', 'في', 'المناطق', 'الشرقية', 'وإعادة', 'الإعمار', 'UNHCR', '٢٠٢٤'],
  zh: ['对外贸易', '人道主义援助', '第一季度', '欧盟', '重建跨境输电网络项目', '2024年', 'GDP', '，', '地区'],
} as const;
export type ChartLanguage = keyof typeof WORDS;

const name = (language: ChartLanguage, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS[language]), { minLength: 1, maxLength: most }).map((all) => all.join(language === 'zh' ? '' : ' '));

const names = (language: ChartLanguage, count: number, most: number): fc.Arbitrary<string[]> =>
  fc.array(name(language, most), { minLength: count, maxLength: count });

const two = (part: number): string => String(part).padStart(2, '0');
const day = (from: number, after: number): string => new Date(Date.UTC(2019, 0, from + after)).toISOString().slice(0, 10);

/** How dates are written that so many units after the first, which `from` says, are. */
const DATES: readonly ((from: number, after: number, language: ChartLanguage) => string)[] = [
  (from, after) => String(1950 + (from % 60) + after),
  (from, after) => `${2000 + Math.floor((from + after) / 12)}-${two(((from + after) % 12) + 1)}`,
  day,
  (from, after) => `Q${((from + after) % 4) + 1} ${2005 + Math.floor((from + after) / 4)}`,
  (from, after, language) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2000, from + after, 1),
    ),
  (from, after, language) =>
    new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
      Date.UTC(2019, 0, from + after),
    ),
];

/** Dates of one kind in time's order, even or with gaps; now and then with a word among them, or one that comes too early. */
const dates = (language: ChartLanguage, count: number): fc.Arbitrary<string[]> =>
  fc
    .record({
      write: fc.constantFrom(...DATES),
      from: fc.nat(200),
      steps: fc.oneof(
        fc.constant(Array.from({ length: count }, () => 1)),
        fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 30 })), { minLength: count, maxLength: count }),
      ),
      fault: fc.option(fc.nat(count - 1), { freq: 9 }),
    })
    .map(({ write, from, steps, fault }) => {
      const at = steps.map((_, i) => steps.slice(1, i + 1).reduce((sum, step) => sum + step, 0));
      const written = at.map((after) => write(from, after, language));
      return fault === null || fault === 0 ? written : written.map((text, i) => (i === fault ? (written[0] ?? '') : text));
    });

const value = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: -5000, max: 5000 }),
    fc.double({ min: 0, max: 1, noNaN: true }).map((v) => Math.round(v * 1000) / 1000),
    fc.constantFrom(0, 1e-7, 3.5e-5, -0.002, 1e9, 123_456_789_012, -4_500_000_000, 7e14),
  ),
  { freq: 8 },
);
/** Values that belong together, as most charts' do; the others are of every size at once. */
const alike = fc.option(fc.integer({ min: 1, max: 400 }), { freq: 12 });

/** A chart of any kind: 1 to 40 categories, 1 to 10 series, long and short names, dates, values of all sizes and none. */
export const randomChart = (language: ChartLanguage): fc.Arbitrary<ChartBlock> =>
  fc
    .record({
      type: fc.constantFrom(
        'bar' as const,
        'stacked-bar' as const,
        'line' as const,
        'doughnut' as const,
        'share' as const,
        'ranking' as const,
      ),
      categories: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 8 }) },
        { weight: 1, arbitrary: fc.integer({ min: 9, max: 40 }) },
      ),
      series: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.integer({ min: 5, max: 10 }) }),
      most: fc.constantFrom(1, 2, 4, 12),
      title: fc.option(fc.constant('T')),
      unit: fc.option(fc.constantFrom('%', 'mn')),
      dated: fc.boolean(),
      values: fc.constantFrom(value, alike),
      target: fc.option(fc.integer({ min: -50, max: 600 }), { freq: 3 }),
      remarked: fc.array(fc.nat(39), { maxLength: 2 }),
      marked: fc.option(fc.nat(39), { freq: 2 }),
    })
    .chain(({ type, categories, series, most, title, unit, dated, values, target, remarked, marked }) =>
      fc
        .record({
          remark: name(language, 3),
          categories: dated ? dates(language, categories) : names(language, categories, most),
          series: fc.array(
            fc.record({ name: name(language, most), values: fc.array(values, { minLength: categories, maxLength: categories }) }),
            type === 'doughnut' || type === 'share' || type === 'ranking'
              ? { minLength: 1, maxLength: 1 }
              : { minLength: series, maxLength: series },
          ),
        })
        .map(({ remark, ...words }) => ({
          kind: 'chart' as const,
          type,
          title,
          unit,
          refs: [],
          ...words,
          ...(target !== null && { target: { value: target, text: remark } }),
          annotations: [...new Set(remarked.map((at) => at % categories))].map((category) => ({ category, text: remark })),
          ...(marked !== null && { emphasis: { series: [], categories: [marked % categories] } }),
        })),
    );

/** How many charts a property is tried with: `LECTERN_CHARTS=2000` for a longer search. */
export const CHART_RUNS = Number(process.env['LECTERN_CHARTS'] ?? 300);
