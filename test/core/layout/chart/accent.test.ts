import { describe, expect, it } from 'vitest';
import { mutedOf, NEIGHBOURS, paint } from '../../../../src/core/block/chart/layout/colors.ts';
import { isForecast } from '../../../../src/core/block/chart/layout/forecast.ts';
import { speaking } from '../../../../src/core/block/chart/layout/speaking.ts';
import type { ChartBlock } from '../../../../src/core/block/chart/types.ts';
import { contrast, resolveColor } from '../../../../src/core/template/theme/index.ts';
import type { Theme } from '../../../../src/core/template/theme/types.ts';
import { PACKS } from '../../../support/samples.ts';
import { packTheme } from '../../../support/theme.ts';

const chart = (names: readonly string[], more: Partial<ChartBlock> = {}): ChartBlock => ({
  kind: 'chart',
  type: 'bar',
  title: null,
  unit: null,
  categories: ['Q1', 'Q2', 'Q3'],
  series: names.map((name) => ({ name, values: [1, 2, 3] })),
  refs: [],
  ...more,
});

describe('what speaks in a chart', () => {
  it('is the last series that was counted, never one that was expected', () => {
    expect(speaking(chart(['Forecast', 'Counted'])).series).toBe(1);
    expect(speaking(chart(['Counted', 'Forecast'])).series).toBe(0);
    expect(speaking(chart(['2023', '2024', 'Ziel 2025'])).series).toBe(1);
    // Where all were expected, the last of them.
    expect(speaking(chart(['Plan', 'Target'])).series).toBe(1);
  });

  it('is the series or the categories that their author marked', () => {
    expect(speaking(chart(['Forecast', 'Counted'], { emphasis: { series: [0], categories: [] } })).series).toBe(0);
    expect(speaking(chart(['Counted'], { emphasis: { series: [], categories: [1] } }))).toEqual({ series: null, categories: [1] });
    expect(speaking(chart(['Share'], { type: 'doughnut' })).categories).toEqual([0]);
    expect(speaking(chart(['Share'], { type: 'doughnut', emphasis: { series: [], categories: [2] } })).categories).toEqual([2]);
  });

  it.each(['Forecast 2025', 'Prognose', 'prévision', 'Objetivo', 'Previsione', 'verwacht', 'Прогноз', 'متوقع', 'תחזית', '预测值', '目標'])(
    'is not “%s”',
    (name) => expect(isForecast(name)).toBe(true),
  );

  it.each(['Counted', 'Plantes', 'Zielona Góra', 'Estonia', 'Metals', '2024', ''])('may be “%s”', (name) =>
    expect(isForecast(name)).toBe(false),
  );
});

const themes: readonly (readonly [string, Theme])[] = [...PACKS, 'plain'].flatMap((pack) =>
  (['light', 'dark'] as const).map((variant) => [`${pack}, ${variant}`, packTheme(pack, { variant })] as const),
);

describe.each(themes)('the colours of charts in %s', (_, theme) => {
  const apart = (a: Parameters<typeof resolveColor>[1], b: typeof a): number => contrast(resolveColor(theme, a), resolveColor(theme, b));

  it('differ from their neighbours by two to one and more, so that they do in grey print', () => {
    for (const count of [1, 2, 3, 4, 5, 6, 8, 12, 30]) {
      for (const accented of [null, 0, count - 1, Math.floor(count / 2)]) {
        const { colors } = paint(theme, count, accented);
        expect(colors).toHaveLength(count);
        const pairs = colors.slice(1).map((use, i) => apart(use, colors[i] ?? use));
        expect([count, accented, Math.min(...pairs, Infinity) >= NEIGHBOURS]).toEqual([count, accented, true]);
      }
    }
  });

  it('are each their own for five series, with the accent where it is due', () => {
    for (const accented of [0, 2, 4]) {
      const { colors, repeated } = paint(theme, 5, accented);
      expect(new Set(colors.map((use) => resolveColor(theme, use))).size).toBe(5);
      expect([colors[accented], repeated]).toEqual([paint(theme, 1, 0).colors[0], []]);
    }
  });

  it('set a muted bar off the page and the accent', () => {
    const [accent = 'accent1'] = paint(theme, 1, 0).colors;
    expect(apart(mutedOf(theme), accent)).toBeGreaterThanOrEqual(NEIGHBOURS);
    expect(apart(mutedOf(theme), 'background1')).toBeGreaterThanOrEqual(2);
  });
});
