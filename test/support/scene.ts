import { createHash } from 'node:crypto';
import type { ImageAsset, NoteParagraph } from '../../src/core/deck/types.ts';
import type {
  Box,
  ChartBox,
  GroupBox,
  ImageBox,
  Scene,
  SceneParagraph,
  SceneSlide,
  ShapeBox,
  TableBox,
  TableCell,
  TextBox,
} from '../../src/core/layout/types.ts';
import type { Frame, LevelStyle, Theme } from '../../src/core/template/theme/types.ts';
import type { Run } from '../../src/core/base/text.ts';
import { packTheme } from './theme.ts';

/** Scenes made by hand, without layout: for what the writers do with a box, its words' places do not matter. */

export function paragraph(text: string | readonly Run[], more: Partial<SceneParagraph> = {}): SceneParagraph {
  const runs = typeof text === 'string' ? (text === '' ? [] : [{ text }]) : text;
  return { runs, level: 0, bullet: 'level', startsList: false, align: null, direction: 'ltr', field: null, ...more };
}

function levelsOf(theme: Theme, style: string): readonly LevelStyle[] {
  return theme.styles[style]?.levels ?? [];
}

/** The slide's layout's region filled with text. */
export function regionText(
  theme: Theme,
  layout: string,
  region: string,
  paragraphs: readonly (string | SceneParagraph)[],
  more: Partial<TextBox> = {},
): TextBox {
  const found = theme.layouts[layout]?.regions.find((r) => r.name === region);
  if (!found) throw new Error(`no region ${region} on ${layout}`);
  return {
    kind: 'text',
    id: `s/${region}`,
    frame: found.frame,
    region,
    role: region === 'title' ? 'title' : region === 'number' ? 'number' : region === 'footer' ? 'footer' : 'body',
    placeholder: true,
    style: found.style,
    levels: levelsOf(theme, found.style),
    fitted: false,
    anchor: found.anchor,
    fill: null,
    padding: { x: 0, y: 0 },
    paragraphs: paragraphs.map((p) => (typeof p === 'string' ? paragraph(p) : p)),
    lines: [],
    contentHeight: 20,
    ...more,
  };
}

export const FRAME: Frame = { x: 60, y: 180, width: 600, height: 240 };

export function plainText(theme: Theme, words: string, more: Partial<TextBox> = {}): TextBox {
  const style = more.style ?? 'body';
  return {
    kind: 'text',
    id: 's/free',
    frame: FRAME,
    region: null,
    role: 'label',
    placeholder: false,
    style,
    levels: levelsOf(theme, style),
    fitted: false,
    anchor: 'top',
    fill: null,
    padding: { x: 0, y: 0 },
    paragraphs: [paragraph(words, { bullet: 'none' })],
    lines: [],
    contentHeight: 20,
    ...more,
  };
}

/** Rows of words; the first is the header, one beginning with `=` the total. */
export function tableBox(theme: Theme, rows: readonly (readonly string[])[], more: Partial<TableBox> = {}): TableBox {
  const count = Math.max(...rows.map((row) => row.length));
  const cell = (words: string, style: string): TableCell => ({
    levels: levelsOf(theme, style),
    paragraphs: [paragraph(words, { align: /^[\d,.]+$/.test(words) ? 'end' : null, bullet: 'none' })],
    lines: [],
  });
  return {
    kind: 'table',
    id: 's/body',
    frame: { ...FRAME, height: rows.length * 26 },
    region: 'body',
    alt: 'A table of numbers',
    columns: Array.from({ length: count }, () => FRAME.width / count),
    rows: rows.map((row, i) => {
      const isTotal = row[0]?.startsWith('=') ?? false;
      const words = row.map((word) => word.replace(/^=/, ''));
      return {
        kind: i === 0 ? 'header' : isTotal ? 'total' : 'body',
        height: 26,
        cells: words.map((word) => cell(word, i === 0 ? 'tableHeader' : 'table')),
      };
    }),
    ...more,
  };
}

type ChartLabel = ChartBox['legend'][number]['label'];

/** A chart's word on one line; what the writers do with it does not hang on how wide it is. */
export function chartLabel(text: string, x = FRAME.x + 100, y = FRAME.y + 60): ChartLabel {
  const width = text.length * 6;
  return {
    text,
    lines: [{ text, x, width, baseline: y + 11 }],
    frame: { x, y, width, height: 14.6 },
    align: 'left',
    direction: 'ltr',
    color: 'text1',
  };
}

/** A legend of these names, one below the other. */
export function chartLegend(...names: readonly string[]): ChartBox['legend'] {
  return names.map((name, i) => ({
    swatch: { x: FRAME.x, y: FRAME.y + 18 * i, width: 9, height: 9 },
    color: i === 0 ? 'accent1' : 'accent3',
    label: chartLabel(name, FRAME.x + 15, FRAME.y + 18 * i),
  }));
}

/** A number at each value of a chart's series, above its mark. */
export function chartNumbers(series: ChartBox['series'], side: ChartBox['valueLabels'][number]['side'] = 'above'): ChartBox['valueLabels'] {
  return series.flatMap(({ values }, s) =>
    values.flatMap((value, category) => (value === null ? [] : [{ ...chartLabel(String(value)), series: s, category, side }])),
  );
}

export function chartTicks(...values: readonly number[]): ChartBox['ticks'] {
  return values.map((value) => ({ ...chartLabel(String(value)), value }));
}

/** Four bars with their numbers, in which nothing is named but the quarters. */
export function chartBox(more: Partial<ChartBox> = {}): ChartBox {
  const categories = more.categories ?? ['Q1', 'Q2', 'Q3', 'Q4'];
  const series: ChartBox['series'] = more.series ?? [{ name: 'Counted', values: [1800, 1650, 0, 2100], color: 'accent1' }];
  return {
    kind: 'chart',
    id: 's/body',
    frame: FRAME,
    region: 'body',
    alt: 'Bars of four quarters',
    type: 'bar',
    title: 'Crossings',
    unit: 'people',
    categories,
    series,
    categoryColors: [],
    plot: { x: FRAME.x + 50, y: FRAME.y + 40, width: FRAME.width - 60, height: FRAME.height - 70 },
    scale: { min: 0, max: 2500, step: 500, decimals: 0 },
    horizontal: false,
    marks: [],
    dates: null,
    categoryLabels: categories.map((text, category) => ({ ...chartLabel(text), category })),
    ticks: [],
    totals: [],
    valueLabels: chartNumbers(series),
    seriesLabels: [],
    annotations: [],
    target: null,
    gapWidth: 80,
    legend: [],
    omissions: [],
    decimals: 0,
    grouping: true,
    font: 'body',
    size: 12,
    ...more,
  };
}

export function imageBox(asset: ImageAsset, more: Partial<ImageBox> = {}): ImageBox {
  return {
    kind: 'image',
    id: 's/picture',
    frame: FRAME,
    region: null,
    media: asset.hash,
    alt: 'A bridge over a river',
    crop: { left: 0, top: 0, right: 0, bottom: 0 },
    ...more,
  };
}

export function shapeBox(more: Partial<ShapeBox> = {}): ShapeBox {
  return {
    kind: 'shape',
    id: 's/shape',
    frame: FRAME,
    region: null,
    shape: 'rectangle',
    fill: 'accent2',
    stroke: null,
    strokeWidth: 0,
    ...more,
  };
}

export function groupBox(theme: Theme, more: Partial<GroupBox> = {}): GroupBox {
  const child = (n: number): TextBox =>
    plainText(theme, `Event ${n}`, { id: `s/body/${n}`, frame: { x: 60 + n * 160, y: 240, width: 150, height: 80 } });
  return {
    kind: 'group',
    id: 's/body',
    frame: FRAME,
    region: 'body',
    role: 'timeline',
    alt: 'A timeline of two events',
    children: [
      shapeBox({
        id: 's/body/line',
        shape: 'line',
        fill: null,
        stroke: 'accent1',
        strokeWidth: 2,
        frame: { x: 60, y: 230, width: 600, height: 0 },
      }),
      child(1),
      child(2),
    ],
    ...more,
  };
}

/** A PNG of one colour, of the smallest size. */
export function pngAsset(bytes = PNG): ImageAsset {
  return { bytes, type: 'image/png', width: 1, height: 1, hash: createHash('sha256').update(bytes).digest('hex') };
}

const PNG = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'),
);

/** The id of a test scene's slide, by its number. */
export function slideId(number: number): string {
  return number.toString(16).padStart(16, '0');
}

export interface SlideText {
  readonly layout?: string;
  readonly title?: string;
  readonly boxes?: readonly Box[];
  readonly notes?: readonly (string | NoteParagraph)[];
}

/** A slide with its title box first; boxes' ids begin with `s/`, which becomes the slide's id. */
export function sceneSlide(theme: Theme, number: number, text: SlideText = {}): SceneSlide {
  const id = slideId(number);
  const layout = text.layout ?? 'text';
  const title = text.title ?? `Slide ${number}`;
  const named = <T extends Box>(box: T): T => ({
    ...box,
    id: box.id.replace(/^s\//, `${id}/`),
    ...(box.kind === 'group' ? { children: box.children.map((c) => ({ ...c, id: c.id.replace(/^s\//, `${id}/`) })) } : {}),
  });
  return {
    id,
    number,
    layout,
    title,
    topic: null,
    kind: layout,
    part: 1,
    parts: 1,
    boxes: [regionText(theme, layout, 'title', [title]), ...(text.boxes ?? [])].map(named),
    notes: (text.notes ?? []).map((note) => (typeof note === 'string' ? { kind: 'text', runs: [{ text: note }] } : note)),
    refs: [],
    seconds: 60,
  };
}

/** A scene of slides; the sample pack's theme unless another is given. */
export function makeScene(slides: readonly SlideText[], more: Partial<Scene> = {}, meta: Partial<Scene['meta']> = {}): Scene {
  const theme = more.theme ?? packTheme();
  const made = slides.map((slide, i) => sceneSlide(theme, i + 1, slide));
  return {
    meta: {
      title: 'A test deck',
      subtitle: null,
      presenter: 'P. Resenter',
      audience: null,
      date: '2024-03-01',
      minutes: null,
      mark: null,
      language: 'en',
      direction: 'ltr',
      forPresenter: true,
      stamp: '0a1b2c3d',
      recipe: null,
      words: {},
      ...meta,
    },
    theme,
    sections: [{ title: 'All', slides: made.map(({ id }) => id) }],
    slides: made,
    sources: [],
    faces: [],
    words: {},
    media: new Map(),
    ...more,
  };
}
