import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartBlock } from '../../../../src/core/deck/types.ts';
import type { ChartBox, Scene } from '../../../../src/core/layout/types.ts';
import { chartFaults } from '../../../support/chart-checks.ts';
import { slide, THEME, tryLayOut } from '../../../support/layout.ts';
import type { Layout, Theme } from '../../../../src/core/template/theme/types.ts';

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
  ar: ['ميزانية', 'الإغاثة', 'الإنسانية', 'في', 'المناطق', 'الشرقية', 'وإعادة', 'الإعمار', 'UNHCR', '٢٠٢٤'],
  zh: ['对外贸易', '人道主义援助', '第一季度', '欧盟', '重建跨境输电网络项目', '2024年', 'GDP', '，', '地区'],
} as const;
type Language = keyof typeof WORDS;

const name = (language: Language, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS[language]), { minLength: 1, maxLength: most }).map((all) => all.join(language === 'zh' ? '' : ' '));

const value = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: -5000, max: 5000 }),
    fc.double({ min: 0, max: 1, noNaN: true }).map((v) => Math.round(v * 1000) / 1000),
    fc.constantFrom(0, 1e-7, 3.5e-5, -0.002, 1e9, 123_456_789_012, -4_500_000_000, 7e14),
  ),
  { freq: 8 },
);

interface Drawn {
  readonly chart: ChartBlock;
  readonly language: Language;
  readonly size: readonly [number, number];
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    language: fc.constantFrom<Language>('en', 'de', 'ar', 'zh'),
    type: fc.constantFrom('bar' as const, 'stacked-bar' as const, 'line' as const, 'doughnut' as const),
    categories: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 8 }) },
      { weight: 1, arbitrary: fc.integer({ min: 9, max: 40 }) },
    ),
    series: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.integer({ min: 5, max: 10 }) }),
    most: fc.constantFrom(1, 2, 4, 12),
    title: fc.option(fc.constant('T')),
    size: fc.constantFrom([840, 330] as const, [560, 300] as const, [400, 320] as const, [260, 340] as const, [600, 160] as const),
  })
  .chain(({ language, type, categories, series, most, title, size }) =>
    fc
      .record({
        names: fc.array(name(language, most), { minLength: categories, maxLength: categories }),
        rows: fc.array(
          fc.record({ name: name(language, most), values: fc.array(value, { minLength: categories, maxLength: categories }) }),
          type === 'doughnut' ? { minLength: 1, maxLength: 1 } : { minLength: series, maxLength: series },
        ),
      })
      .map(({ names, rows }) => ({
        language,
        size,
        chart: { kind: 'chart' as const, type, title, unit: null, categories: names, series: rows, refs: [] },
      })),
  );

/** The plain theme with a body of a size. */
function themeOf([width, height]: readonly [number, number], direction: 'ltr' | 'rtl'): Theme {
  const body = (layout: Layout): Layout => ({
    ...layout,
    regions: layout.regions.map((region) => (region.name === 'body' ? { ...region, frame: { ...region.frame, width, height } } : region)),
  });
  const { text, ...others } = THEME.layouts;
  if (!text) throw new Error('no layout');
  return { ...THEME, direction, layouts: { ...others, text: body(text) } };
}

function laidOut({ chart, language, size }: Drawn): { box: ChartBox; codes: readonly string[] } {
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const result = tryLayOut([slide([chart])], { theme: themeOf(size, direction), meta: { language, direction } });
  const scene: Scene | null = result.value;
  const box = scene?.slides.flatMap((s) => s.boxes).find((b) => b.kind === 'chart');
  if (box?.kind !== 'chart') throw new Error(`no chart: ${JSON.stringify(result.problems)}`);
  return { box, codes: result.problems.map(({ code }) => code) };
}

describe('any chart', () => {
  it('shows every word whole, inside its frame and on no other, or says which it left out', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const { box, codes } = laidOut(input);
        expect(chartFaults(box)).toEqual([]);
        expect(codes.filter((code) => code.startsWith('layout/chart-')).length).toBe(box.omissions.length);
      }),
      { seed: 20261128, numRuns: 150 },
    );
  }, 60_000);

  it('is plain data', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const { box } = laidOut(input);
        expect(JSON.parse(JSON.stringify(box))).toEqual(box);
      }),
      { seed: 20261128, numRuns: 20 },
    );
  });
});
