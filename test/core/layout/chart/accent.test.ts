import { describe, expect, it } from 'vitest';
import { chartColors } from '../../../../src/core/block/chart/layout/colors.ts';
import type { ChartBlock, ChartType } from '../../../../src/core/block/chart/types.ts';
import type { Theme } from '../../../../src/core/template/theme/types.ts';
import { packTheme } from '../../../support/theme.ts';

const series = (count: number): ChartBlock['series'] => Array.from({ length: count }, (_, i) => ({ name: `S${i}`, values: [1, 2] }));

function colors(count: number, type: ChartType, accent: Theme['chart']['accent']) {
  const theme = packTheme('plain');
  const look: Theme = { ...theme, chart: { ...theme.chart, accent, series: ['accent3', 'accent5', 'accent1'] } };
  return chartColors(look, { type, series: series(count) }).slice(0, Math.max(count, 1));
}

describe('the accent of a chart', () => {
  it('is that of the last of several series, which is not a forecast as a rule', () => {
    expect(colors(2, 'bar', 'accent1')).toEqual(['accent3', 'accent1']);
    expect(colors(3, 'line', 'accent1')).toEqual(['accent3', 'accent5', 'accent1']);
  });

  it('is that of a series alone, and of the first part of a ring', () => {
    expect(colors(1, 'line', 'accent1')).toEqual(['accent1']);
    expect(colors(1, 'doughnut', 'accent1')).toEqual(['accent1']);
  });

  it('is the first where a theme names none', () => {
    expect(colors(2, 'bar', null)).toEqual(['accent3', 'accent5']);
  });
});
