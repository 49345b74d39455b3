import { join } from 'node:path';
import { ITEMS_LOOKS } from '../../src/core/template/theme/items.ts';
import type { Block, Deck, DeckMeta, Images, ListItem, PlacedBlock, Slide } from '../../src/core/deck/types.ts';
import { unwrap, type Outcome } from '../../src/core/base/errors.ts';
import { noCache } from '../../src/core/layout/memory.ts';
import { layoutMemory, layOut, runsText, type LayoutMemory } from '../../src/core/layout/index.ts';
import type { FontLibrary, Scene, SceneSlide, TextBox } from '../../src/core/layout/types.ts';
import type { Frame, Layout, LevelStyle, Region, RegionType, TextStyle, Theme } from '../../src/core/template/theme/types.ts';
import type { Run } from '../../src/core/base/text.ts';
import { loadFonts } from '../../src/workspace/fonts.ts';
import { META, sourceEntries } from './deck.ts';

/** The fonts as the build collected them. */
export const FONTS: FontLibrary = await loadFonts(join(import.meta.dirname, '..', '..', 'dist', 'fonts'));

/** Remembers what was measured of these fonts, but no slide. */
export const MEASURED: LayoutMemory = { faces: layoutMemory().faces, next: () => noCache };

const LEVEL: LevelStyle = {
  font: 'body',
  size: 20,
  minimum: 14,
  bold: false,
  italic: false,
  color: 'text1',
  align: 'start',
  lineSpacing: 1,
  spaceBefore: 10,
  indent: 0,
  hanging: 0,
  bullet: null,
  letterSpacing: 0,
  capitals: false,
};

export function textStyle(level: Partial<LevelStyle> = {}, second: Partial<LevelStyle> = {}): TextStyle {
  const first = { ...LEVEL, ...level };
  const next = { ...first, ...second };
  return { levels: [first, next, next, next, next] };
}

const SMALL = textStyle({ size: 10, minimum: 8 });
const BULLET = { character: '•', color: 'accent1' } as const;

const STYLES: Readonly<Record<string, TextStyle>> = {
  title: textStyle({ font: 'heading', size: 30, minimum: 20 }),
  subtitle: textStyle(),
  kicker: SMALL,
  lead: textStyle(),
  body: textStyle({ indent: 18, hanging: 18, bullet: BULLET }, { size: 18, indent: 36 }),
  quote: textStyle({ font: 'heading', size: 30, minimum: 18 }, { size: 16, minimum: 12, font: 'body' }),
  statValue: textStyle({ size: 54, minimum: 32 }),
  statLabel: textStyle({ size: 16, minimum: 12 }),
  timelineDate: textStyle({ size: 14, minimum: 12, bold: true }),
  timelineText: textStyle({ size: 16, minimum: 12 }),
  table: textStyle({ size: 14, minimum: 12 }),
  tableHeader: textStyle({ size: 12, minimum: 12, bold: true }),
  chart: textStyle({ size: 12, minimum: 10 }),
  caption: SMALL,
  callout: textStyle({ size: 18, minimum: 14 }),
  itemNumber: textStyle({ size: 36, minimum: 18, bold: true }),
  itemKicker: textStyle({ size: 16, minimum: 12, bold: true }),
  itemHead: textStyle({ font: 'heading', size: 24, minimum: 16, bold: true }),
  itemSub: textStyle({ size: 18, minimum: 13 }),
  itemBody: textStyle({ size: 20, minimum: 14, spaceBefore: 6 }),
  itemSide: textStyle({ size: 16, minimum: 12 }),
  source: textStyle({ size: 12, minimum: 10 }),
  footer: SMALL,
  mark: SMALL,
};

function region(name: string, type: RegionType, index: number, frame: Frame, more: Partial<Region> = {}): Region {
  return { name, type, index, frame, style: STYLES[name] ? name : 'body', anchor: 'top', prompt: '', fit: 'cover', items: null, ...more };
}

function layout(name: string, regions: readonly Region[]): Layout {
  return {
    name,
    label: name,
    type: 'obj',
    background: null,
    masterDecoration: true,
    decoration: [],
    regions: [
      region('title', 'title', 0, { x: 50, y: 40, width: 860, height: 90 }),
      ...regions,
      region('footer', 'footer', 90, { x: 50, y: 500, width: 600, height: 20 }),
      region('number', 'number', 91, { x: 850, y: 500, width: 60, height: 20 }, { style: 'footer' }),
      region('mark', 'mark', 92, { x: 650, y: 10, width: 260, height: 20 }),
    ],
    defaultRegion: 'body',
    keepOut: [],
    base: null,
  };
}

const BODY: Frame = { x: 50, y: 150, width: 600, height: 320 };

/** A plain theme whose numbers are easy to reckon with: 960 × 540, a body of 600 × 320 at 50, 150. */
export const THEME: Theme = {
  name: 'plain',
  format: '16:9',
  variant: 'light',
  direction: 'ltr',
  page: { width: 960, height: 540 },
  palettes: { light: palette('#000000', '#FFFFFF'), dark: palette('#000000', '#FFFFFF') },
  fonts: {
    heading: { latin: 'Georgia', eastAsian: 'SimSun', complex: 'Times New Roman' },
    body: { latin: 'Calibri', eastAsian: 'Microsoft YaHei', complex: 'Arial' },
  },
  styles: STYLES,
  layouts: {
    text: layout('text', [region('body', 'body', 1, BODY)]),
    columns: layout('columns', [
      region('kicker', 'body', 3, { x: 50, y: 20, width: 400, height: 16 }),
      region('body', 'body', 1, { ...BODY, width: 400 }),
      region('second', 'body', 2, { ...BODY, x: 500, width: 400 }),
    ]),
    quotation: layout('quotation', [region('body', 'body', 1, BODY, { style: 'quote', anchor: 'middle' })]),
    picture: layout('picture', [
      region('body', 'body', 1, { ...BODY, width: 400 }),
      region('picture', 'picture', 4, { x: 500, y: 150, width: 400, height: 300 }, { style: 'caption' }),
    ]),
  },
  decoration: [],
  background: 'background1',
  table: {
    rule: 'accent4',
    ruleWidth: 0.5,
    headerRule: 'text1',
    headerRuleWidth: 1,
    headerFill: null,
    bandFill: null,
    totalFill: null,
    totalRule: 'text1',
    totalRuleWidth: 1,
    markedFill: 'background2',
    bar: 'accent3',
    markedBar: 'accent1',
    paddingX: 6,
    paddingY: 4,
  },
  chart: { series: ['accent1', 'accent3'], accent: null, axis: 'text1', grid: 'accent4' },
  timeline: { line: 'accent4', lineWidth: 1, dot: 'accent1', today: 'accent2' },
  items: ITEMS_LOOKS,
  keepOut: [],
  base: null,
};

function palette(dark: string, light: string): Theme['palettes']['light'] {
  const accents = {
    accent1: '#8C2F39',
    accent2: '#2F5D62',
    accent3: '#7C8896',
    accent4: '#CDD2D9',
    accent5: '#4F6077',
    accent6: '#9A7B4F',
  };
  return { dark1: dark, light1: light, dark2: dark, light2: light, ...accents, hyperlink: '#2F5D62', followedHyperlink: '#2F5D62' };
}

export const text = (words: string): Run[] => [{ text: words }];

export const paragraphs = (...words: string[]): Block => ({ kind: 'text', paragraphs: words.map(text) });

/** `- ` for each level below the first. */
export function list(...items: string[]): Block {
  const item = (words: string): ListItem => ({
    runs: text(words.replace(/^(?:- )+/, '')),
    level: (/^(?:- )+/.exec(words)?.[0].length ?? 0) / 2,
    number: null,
  });
  return { kind: 'list', items: items.map(item) };
}

export function slide(blocks: readonly Block[] | Readonly<Record<string, readonly Block[]>>, more: Partial<Slide> = {}): Slide {
  const placed: PlacedBlock[] = (
    Array.isArray(blocks) ? [['body', blocks] as const] : Object.entries(blocks as Record<string, readonly Block[]>)
  ).flatMap(([name, own]) => (own as readonly Block[]).map((block) => ({ region: name, block })));
  return {
    id: 's',
    layout: 'text',
    title: text('A title'),
    topic: null,
    kind: 'text',
    section: null,
    blocks: placed,
    notes: [],
    at: {},
    ...more,
  };
}

export function deckWith(slides: readonly Slide[], meta: Partial<DeckMeta> = {}): Deck {
  return { meta: { ...META, ...meta }, slides, sources: sourceEntries(3) };
}

interface Options {
  readonly theme?: Theme;
  readonly images?: Images;
  readonly meta?: Partial<DeckMeta>;
  readonly memory?: LayoutMemory;
}

export function tryLayOut(
  slides: readonly Slide[],
  { theme = THEME, images = new Map(), meta = {}, memory = MEASURED }: Options = {},
): Outcome<Scene> {
  return layOut(deckWith(slides, meta), theme, { fonts: FONTS, images, memory });
}

export function sceneOf(slides: readonly Slide[], options: Options = {}): Scene {
  return unwrap(tryLayOut(slides, options));
}

/** The text box of a region. */
export function textBox(slide: SceneSlide | undefined, name = 'body'): TextBox {
  const found = slide?.boxes.find((box) => box.region === name && box.kind === 'text');
  if (found?.kind !== 'text') throw new Error(`no text box in ${name}`);
  return found;
}

/** The words of each line of a box. */
export function linesOf(box: Pick<TextBox, 'lines' | 'paragraphs'>): string[] {
  return box.lines.map((line) => runsText(box.paragraphs[line.paragraph]?.runs ?? []).slice(line.start, line.end));
}
