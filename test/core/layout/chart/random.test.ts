import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartBlock } from '../../../../src/core/deck/types.ts';
import type { ChartBox } from '../../../../src/core/layout/types.ts';
import type { Layout, Theme } from '../../../../src/core/template/theme/types.ts';
import { chartFaults } from '../../../support/chart-checks.ts';
import { slide, THEME, tryLayOut } from '../../../support/layout.ts';
import { CHART_RUNS, randomChart, type ChartLanguage } from '../../../support/random-chart.ts';
import { PACKS } from '../../../support/samples.ts';
import { packTheme } from '../../../support/theme.ts';

interface Drawn {
  readonly chart: ChartBlock;
  readonly language: ChartLanguage;
  /** A pack's layout for charts, or a plain body of this size. */
  readonly place: string | readonly [number, number];
}

const place = fc.oneof(
  fc.constantFrom(...PACKS),
  fc.constantFrom([840, 330] as const, [560, 300] as const, [400, 320] as const, [260, 340] as const, [600, 160] as const),
);

const drawn: fc.Arbitrary<Drawn> = fc
  .record({ language: fc.constantFrom<ChartLanguage>('en', 'de', 'he', 'ar', 'zh'), place })
  .chain((at) => randomChart(at.language).map((chart) => ({ ...at, chart })));

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

const packs = new Map(
  PACKS.flatMap((pack) => (['ltr', 'rtl'] as const).map((direction) => [pack + direction, packTheme(pack, { direction })])),
);

function laidOut({ chart, language, place: at }: Drawn): { box: ChartBox; codes: readonly string[] } {
  const direction = language === 'ar' || language === 'he' ? 'rtl' : 'ltr';
  const theme = typeof at === 'string' ? packs.get(at + direction) : themeOf(at, direction);
  if (!theme) throw new Error('no theme');
  const own = slide([chart], { layout: typeof at === 'string' ? 'chart' : 'text' });
  const result = tryLayOut([own], { theme, meta: { language, direction } });
  const box = result.value?.slides.flatMap((s) => s.boxes).find((b) => b.kind === 'chart');
  if (box?.kind !== 'chart') throw new Error(`no chart: ${JSON.stringify(result.problems)}`);
  return { box, codes: result.problems.map(({ code }) => code) };
}

describe('any chart', () => {
  it('shows every word whole, inside its frame and on no other, or says which it left out', { timeout: 60_000 + 1000 * CHART_RUNS }, () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const { box, codes } = laidOut(input);
        expect(chartFaults(box)).toEqual([]);
        expect(codes.filter((code) => code.startsWith('layout/chart-')).length).toBe(box.omissions.length);
      }),
      { seed: 20261128, numRuns: CHART_RUNS },
    );
  });

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
