import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartLabels } from '../../../src/core/layout/index.ts';
import type { ChartBox } from '../../../src/core/layout/types.ts';
import { writeHtml } from '../../../src/core/write/html/index.ts';
import { unescape } from '../../../src/core/base/ooxml/xml/scan.ts';
import { FONTS, sceneOf, slide } from '../../support/layout.ts';
import { partText, written } from '../../support/package.ts';
import { CHART_RUNS, randomChart, type ChartLanguage } from '../../support/random-chart.ts';
import { packTheme } from '../../support/theme.ts';

const LANGUAGES: readonly ChartLanguage[] = ['en', 'de', 'he', 'ar', 'zh'];
/** A share of all runs: each is written twice. */
const EACH = Math.ceil(CHART_RUNS / 25);

const bare = (text: string): string => text.replace(/[\s\u00A0\u00AD]/g, '');
const without = (xml: string): string => unescape(xml.replace(/<a:br>.*?<\/a:br>|<[^>]*>/g, ''));

/** Names that a chart has and does not list as left out. */
function namesOf(box: ChartBox): string[] {
  const left = new Set(box.omissions.filter(({ what }) => what !== 'color').flatMap(({ words }) => words));
  return [...box.categories, ...box.series.map(({ name }) => name)].filter((name) => !left.has(name));
}

describe('the words of random charts', () => {
  it.each(LANGUAGES)('stand in both files: %s', { timeout: 120_000 }, async (language) => {
    const direction = language === 'he' || language === 'ar' ? 'rtl' : 'ltr';
    const charts = fc.sample(randomChart(language), { numRuns: EACH, seed: 20261130 });
    const slides = charts.map((chart, i) => slide([chart], { id: `s${i}`, layout: 'chart', title: [{ text: `${i + 1}` }] }));
    const scene = sceneOf(slides, { theme: packTheme('talking-points', { direction }), meta: { language, direction } });
    const html = bare(without(new TextDecoder().decode((await writeHtml(scene, FONTS)).value)));
    const parts = await written(scene);
    const boxes = scene.slides.flatMap((own) => own.boxes.filter((box) => box.kind === 'chart'));
    expect(boxes.length).toBeGreaterThanOrEqual(EACH);
    const missing = boxes.flatMap((box, i) => {
      const xml = partText(parts, `ppt/charts/chart${i + 1}.xml`);
      const chart = bare(without(xml));
      const drawing = [...parts.keys()].includes(`ppt/drawings/drawing${i + 1}.xml`)
        ? partText(parts, `ppt/drawings/drawing${i + 1}.xml`)
        : '';
      const drawn = bare(without(drawing));
      const serials = new Set(box.dates?.serials ?? []);
      const inChart = (name: string): boolean =>
        chart.includes(bare(name)) || drawn.includes(bare(name)) || (serials.size > 0 && box.categories.includes(name));
      return [
        ...chartLabels(box)
          .filter(({ text }) => !html.includes(bare(text)))
          .map(({ text }) => `${i + 1}: “${text}” not in .html`),
        ...box.legend.filter(({ label }) => !drawn.includes(bare(label.text))).map(({ label }) => `${i + 1}: “${label.text}” not drawn`),
        ...namesOf(box)
          .filter((name) => !inChart(name))
          .map((name) => `${i + 1}: “${name}” not in .pptx`),
        ...[...serials].filter((serial) => !xml.includes(`<c:v>${serial}</c:v>`)).map((serial) => `${i + 1}: ${serial} not in .pptx`),
        ...box.series
          .flatMap(({ values }) => values.filter((value) => value !== null))
          .filter((value) => !xml.includes(`<c:v>${value}</c:v>`))
          .map((value) => `${i + 1}: ${value} not in .pptx`),
      ];
    });
    expect(missing).toEqual([]);
  });
});
