import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChartBox, Scene } from '../../../src/core/layout/types.ts';
import { contrast, resolveColor } from '../../../src/core/template/theme/index.ts';
import { articleMade } from '../../support/article-scene.ts';
import { PACKS } from '../../support/samples.ts';
import { overflows } from '../../support/scene-checks.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'evidence');
const FILES = readdirSync(FOLDER).sort();
const LOOKS = PACKS.flatMap((pack) => (['light', 'dark'] as const).map((variant) => [pack, variant] as const));

const chartsOf = (scene: Scene): ChartBox[] => scene.slides.flatMap(({ boxes }) => boxes.filter((box) => box.kind === 'chart'));

/** Contrast of series that stand beside each other in every group or stack: what is left of their colours in grey print. */
function beside(scene: Scene, { type, series }: ChartBox): number[] {
  if (type === 'line' || type === 'doughnut') return [];
  const colors = series.map(({ color }) => resolveColor(scene.theme, color));
  return colors.slice(1).map((color, i) => contrast(color, colors[i] ?? color));
}

describe('sixty charts, forty tables and thirty timelines in seven languages, and at their limits', () => {
  it('are as many as that', () => {
    const text = FILES.map((name) => readFileSync(join(FOLDER, name), 'utf8')).join('\n');
    const topics = (kind: string): number =>
      FILES.filter((name) => name.startsWith(kind)).reduce(
        (sum, name) => sum + (readFileSync(join(FOLDER, name), 'utf8').match(/^## /gm)?.length ?? 0),
        0,
      );
    expect([topics('charts'), topics('tables'), topics('timelines')]).toEqual([60, 40, 30]);
    expect(new Set(text.match(/^language: .*$/gm)).size).toBe(7);
  });

  it.each(LOOKS)('stand whole in %s, %s: no word on another, no bar without zero, neighbours apart in grey', async (pack, variant) => {
    const counted = { charts: 0, tables: 0, timelines: 0 };
    for (const name of FILES) {
      const { scene, problems } = await articleMade({ articles: [readFileSync(join(FOLDER, name), 'utf8')], pack, variant });
      expect(
        problems.filter(({ severity }) => severity === 'error'),
        name,
      ).toEqual([]);
      expect(overflows(scene), name).toEqual([]);
      const charts = chartsOf(scene);
      for (const chart of charts) {
        const bars = chart.marks.filter((mark) => mark.kind === 'bar');
        if (bars.length > 0 && chart.scale) expect(chart.scale.min <= 0 && chart.scale.max >= 0, chart.alt).toBe(true);
        // More series than the theme and its greys can tell apart are said.
        if (!chart.omissions.some(({ what }) => what === 'color'))
          expect(Math.min(2, ...beside(scene, chart)), chart.alt).toBeGreaterThanOrEqual(1.99);
      }
      counted.charts += charts.length;
      counted.tables += scene.slides.flatMap(({ boxes }) => boxes.filter((box) => box.kind === 'table')).length;
      counted.timelines += scene.slides.flatMap(({ boxes }) =>
        boxes.filter((box) => box.kind === 'group' && box.role === 'timeline'),
      ).length;
    }
    expect(counted.charts).toBe(60);
    expect(counted.tables).toBeGreaterThanOrEqual(40);
    expect(counted.timelines).toBeGreaterThanOrEqual(30);
  });
});
