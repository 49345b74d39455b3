import { beforeAll, describe, expect, it } from 'vitest';
import type { ChartBox, Scene } from '../../../../../src/core/layout/types.ts';
import { emit } from '../../../../../src/core/write/pptx/emit.ts';
import {
  CHART_WORKAROUNDS,
  workAroundChart,
  workAroundWorkbook,
  PACKAGE_WORKAROUNDS,
  WORKBOOK_WORKAROUNDS,
} from '../../../../../src/core/write/pptx/workarounds/index.ts';
import { readZip, type Parts } from '../../../../../src/core/base/ooxml/zip.ts';
import { chartBox, chartTicks, imageBox, makeScene, pngAsset } from '../../../../support/scene.ts';

const TWO = [
  { name: 'Forecast', values: [1, 0, null, 4], color: 'accent1' },
  { name: 'Counted', values: [2, 3, 4, 5], color: 'accent3' },
] as const;

/** Two charts and one picture twice, after a slide that needs no part of its own. */
const asset = pngAsset();
const bars = chartBox({ series: TWO, valueLabels: [], ticks: chartTicks(0, 2500) });
const lines = chartBox({ type: 'line', series: TWO, valueLabels: [] });
const scene: Scene = makeScene(
  [
    { layout: 'text', boxes: [] },
    { layout: 'chart', boxes: [bars] },
    { layout: 'chart', boxes: [lines] },
    { layout: 'text', boxes: [imageBox(asset), imageBox(asset, { id: 's/other' })] },
  ],
  { media: new Map([[asset.hash, asset]]) },
  { language: 'de' },
);

let stock: Parts;

beforeAll(async () => {
  const decoder = new TextDecoder();
  // A deck before it, so that what is counted over decks has begun to count.
  await emit(scene);
  stock = new Map([...(await emit(scene))].map(([name, bytes]) => [name, /\.(xml|rels)$/.test(name) ? decoder.decode(bytes) : bytes]));
});

function nth(pattern: RegExp, n: number): string | Uint8Array {
  const names = [...stock.keys()]
    .filter((name) => pattern.test(name))
    .sort((a, b) => Number(/\d+(?=\.\w+$)/.exec(a)?.[0]) - Number(/\d+(?=\.\w+$)/.exec(b)?.[0]));
  const content = stock.get(names[n] ?? '');
  if (content === undefined) throw new Error(`no part ${n} of ${String(pattern)}`);
  return content;
}

/** The defect as it shows in a chart's XML, and in which chart. */
const CHART_DEFECTS: Readonly<Record<string, { readonly chart: 'bars' | 'lines'; readonly shows: RegExp }>> = {
  'axis-ids': { chart: 'bars', shows: /<c:axId val="2094734556"\/>/ },
  'line-grouping': { chart: 'lines', shows: /<c:lineChart>\s*<c:varyColors/ },
  'invert-if-negative': { chart: 'lines', shows: /<c:invertIfNegative/ },
  'series-order': { chart: 'lines', shows: /<\/c:dLbls>\s*<c:marker>/ },
  'category-strings': { chart: 'bars', shows: /<c:multiLvlStrRef>/ },
  'empty-points': { chart: 'bars', shows: /<c:v\/>|<c:v><\/c:v>/ },
  'gridline-color': { chart: 'bars', shows: /<c:majorGridlines>[^]*?<a:srgbClr/ },
  'script-fonts': { chart: 'lines', shows: /<a:latin typeface="\+mn-lt"\/>\s*<(?:\/|a:cs\s+typeface="\+mn-lt")/ },
};

const WORKBOOK_DEFECTS: Readonly<Record<string, { readonly part: string; readonly shows: RegExp }>> = {
  'workbook-values': { part: 'xl/worksheets/sheet1.xml', shows: /<v><\/v>/ },
  'workbook-table': { part: '[Content_Types].xml', shows: /table1\.xml/ },
  'workbook-origin': { part: 'docProps/core.xml', shows: /PptxGenJS/ },
};

describe('workarounds of charts', () => {
  const box = (name: 'bars' | 'lines'): ChartBox => (name === 'bars' ? bars : lines);
  const xml = (name: 'bars' | 'lines'): string => nth(/^ppt\/charts\/chart\d+\.xml$/, name === 'bars' ? 0 : 1) as string;

  it.each(CHART_WORKAROUNDS.map((workaround) => [workaround.name, workaround] as const))('%s is needed and enough', (name, workaround) => {
    const defect = CHART_DEFECTS[name];
    if (!defect) throw new Error(`no test for the workaround ${name}`);
    // `series-order` can only put in order what may be there at all.
    const without = CHART_WORKAROUNDS.filter((m) => m !== workaround && (name !== 'invert-if-negative' || m.name !== 'series-order'));
    expect(workAroundChart(xml(defect.chart), box(defect.chart), scene, without)).toMatch(defect.shows);
    expect(workAroundChart(xml(defect.chart), box(defect.chart), scene)).not.toMatch(defect.shows);
  });
});

describe('workarounds of workbooks', () => {
  const text = (workarounds: typeof WORKBOOK_WORKAROUNDS, part: string): string => {
    const bytes = nth(/\.xlsx$/, 0) as Uint8Array;
    return new TextDecoder().decode(readZip(workAroundWorkbook(bytes, bars, scene, workarounds)).get(part));
  };

  it.each(WORKBOOK_WORKAROUNDS.map((workaround) => [workaround.name, workaround] as const))(
    '%s is needed and enough',
    (name, workaround) => {
      const defect = WORKBOOK_DEFECTS[name];
      if (!defect) throw new Error(`no test for the workaround ${name}`);
      expect(
        text(
          WORKBOOK_WORKAROUNDS.filter((m) => m !== workaround),
          defect.part,
        ),
      ).toMatch(defect.shows);
      expect(text(WORKBOOK_WORKAROUNDS, defect.part)).not.toMatch(defect.shows);
    },
  );

  it('keeps zero apart from a value that is missing', () => {
    const sheet = text(WORKBOOK_WORKAROUNDS, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c r="B3"><v>0</v></c>');
    expect(sheet).not.toContain('r="B4"');
  });
});

describe('workarounds of the package', () => {
  const mended = (names: readonly string[]): Parts => {
    const parts = new Map(stock);
    for (const workaround of PACKAGE_WORKAROUNDS) if (names.includes(workaround.name)) workaround.apply(parts, scene);
    return parts;
  };
  const media = (parts: Parts): (readonly [string, number])[] =>
    [...parts].flatMap(([name, content]) => (name.startsWith('ppt/media/') ? [[name, content.length] as const] : []));

  it('chart-numbers: charts count from 1 in every deck', () => {
    const charts = (parts: Parts): string[] => [...parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts(mended([]))).not.toContain('ppt/charts/chart1.xml');
    const parts = mended(['chart-numbers']);
    expect(charts(parts).sort()).toEqual(['ppt/charts/chart1.xml', 'ppt/charts/chart2.xml']);
    expect(parts.get('ppt/slides/_rels/slide3.xml.rels')).toContain('Target="../charts/chart2.xml"');
    expect(parts.get('ppt/charts/_rels/chart2.xml.rels')).toContain('Target="../embeddings/Microsoft_Excel_Worksheet2.xlsx"');
  });

  it('media: a picture that stands twice is stored once', () => {
    expect(media(mended([]))).toHaveLength(2);
    expect(media(mended(['media']))).toEqual([[`ppt/media/image-${asset.hash.slice(0, 16)}.png`, asset.bytes.length]]);
  });
});

describe('what pptxgenjs makes', () => {
  it('has the slides of charts and pictures, by their numbers in the deck, and no others', () => {
    const slides = [...stock.keys()].filter((name) => /^ppt\/slides\/slide/.test(name));
    expect(slides.sort()).toEqual([2, 3, 4].map((n) => `ppt/slides/slide${n}.xml`));
    const lineChart = scene.slides[2]?.boxes.find((box) => box.kind === 'chart')?.id;
    expect(nth(/^ppt\/slides\/slide/, 1)).toContain(`name="${String(lineChart)}"`);
  });

  it('is nothing for a deck without either', async () => {
    expect(await emit({ ...scene, slides: scene.slides.slice(0, 1) })).toEqual(new Map());
  });
});

describe('the list of workarounds', () => {
  it('names each once, with its defect', () => {
    const all = [...CHART_WORKAROUNDS, ...WORKBOOK_WORKAROUNDS, ...PACKAGE_WORKAROUNDS];
    expect(new Set(all.map((workaround) => workaround.name)).size).toBe(all.length);
    expect(all.every((workaround) => workaround.defect.endsWith('.'))).toBe(true);
  });
});
