import { zipPicture, formOf, pictureBlock } from '../pictures.ts';
import type { Package } from '../package.ts';
import { block, tableBlock, type RawBlock } from '../types.ts';
import { child, value, within, type XmlElement } from '../xml/index.ts';
import { chartBlock } from '../chart.ts';
import { chartOf } from './chart.ts';
import { inReadingOrder, type Frame } from './order.ts';
import { boxesOf, frameOf, type Placeholder, type SlideBox } from './shapes.ts';
import { isOn, linesOf, type SlideLine } from './text.ts';

/** A slide as it is read, before anything is made of it. */
export interface Slide {
  readonly part: string;
  readonly root: XmlElement;
  readonly hidden: boolean;
  /** Its title's words; null where it has none. */
  readonly title: string | null;
  readonly isTitleSlide: boolean;
  /** Without its title and what programs fill in, in reading order. */
  readonly boxes: readonly SlideBox[];
  readonly notes: readonly SlideLine[];
  readonly comments: number;
}

export interface SlideSize {
  readonly width: number;
  readonly height: number;
  readonly rightToLeft: boolean;
}

const TITLES = new Set(['title', 'ctrTitle']);
const FILLED_IN = new Set(['ftr', 'sldNum', 'hdr', 'dt']);
/** A first short line of a slide without a title is one. */
const LONGEST_TITLE = 100;

/** Reads a slide's part. Null where the package has none of that name. */
export function readSlide(part: string, opened: Package, { rightToLeft }: SlideSize, layouts: Layouts): Slide | null {
  const root = opened.xml(part);
  const tree = child(root, 'p:cSld', 'p:spTree');
  if (root === null || tree === null) return null;
  const layout = layouts.of(opened.ending(part, '/slideLayout'));
  const all = boxesOf(tree).map((box) => ({ ...box, frame: box.frame ?? layout.frameOf(box.placeholder) }));
  const titled = all.filter(({ placeholder }) => placeholder !== null && TITLES.has(placeholder.type));
  const words = titled.flatMap(({ content }) => (content.kind === 'text' ? content.lines.map(({ text }) => text) : [])).join(' ');
  const isTitleSlide = layout.type === 'title' || titled.some(({ placeholder }) => placeholder?.type === 'ctrTitle');
  const seen = all.filter(({ placeholder }) => {
    const type = placeholder?.type ?? '';
    return !TITLES.has(type) && !(FILLED_IN.has(type) && !(isTitleSlide && type === 'dt'));
  });
  const boxes = inReadingOrder(seen, rightToLeft);
  const comments = opened.related(part).filter(({ type }) => type.endsWith('/comments'));
  return {
    part,
    root,
    hidden: value(root, 'show') !== null && !isOn(value(root, 'show')),
    ...(words === '' ? withoutTitle(boxes) : { title: words, boxes }),
    isTitleSlide,
    notes: notesOf(opened.ending(part, '/notesSlide'), opened),
    comments: comments.reduce((sum, r) => sum + ((opened.text(r.part) ?? '').match(/<(?:\w+:)?cm[\s>]/g)?.length ?? 0), 0),
  };
}

/** The first box of a slide without a title, where it is one short line, is its title. */
function withoutTitle(boxes: readonly SlideBox[]): Pick<Slide, 'title' | 'boxes'> {
  const at = boxes.findIndex(({ content }) => content.kind === 'text');
  const content = boxes[at]?.content;
  const [line, ...more] = content?.kind === 'text' ? content.lines : [];
  if (!line || more.length > 0 || line.text.length > LONGEST_TITLE || boxes.length === 1) return { title: null, boxes };
  return { title: line.text, boxes: boxes.filter((_, index) => index !== at) };
}

function notesOf(part: string | null, opened: Package): SlideLine[] {
  const tree = child(part === null ? null : opened.xml(part), 'p:cSld', 'p:spTree');
  if (tree === null) return [];
  const boxes = boxesOf(tree);
  const body = boxes.filter(({ placeholder }) => placeholder?.type === 'body');
  const own = body.length > 0 ? body : boxes.filter(({ placeholder }) => placeholder === null);
  return own.flatMap(({ content }) => (content.kind === 'text' ? content.lines : []));
}

interface Layout {
  readonly type: string | null;
  readonly frameOf: (placeholder: Placeholder | null) => Frame | null;
}

const NO_LAYOUT: Layout = { type: null, frameOf: () => null };

/** The layouts of a deck, each read once: where its placeholders stand, and whether it is for a title slide. */
export class Layouts {
  readonly #opened: Package;
  readonly #known = new Map<string, Layout>();

  constructor(opened: Package) {
    this.#opened = opened;
  }

  of(part: string | null): Layout {
    if (part === null) return NO_LAYOUT;
    const known = this.#known.get(part);
    if (known) return known;
    const made = layoutOf(this.#opened.xml(part));
    this.#known.set(part, made);
    return made;
  }
}

function layoutOf(root: XmlElement | null): Layout {
  if (root === null) return NO_LAYOUT;
  const frames = within(root, 'p:sp', 'p:pic', 'p:graphicFrame').flatMap((element): readonly [string, string, Frame][] => {
    const [place, frame] = [within(element, 'p:ph')[0], frameOf(element)];
    return place && frame ? [[value(place, 'type') ?? 'obj', value(place, 'idx') ?? '0', frame]] : [];
  });
  return {
    type: value(root, 'type'),
    frameOf: (placeholder) =>
      placeholder === null
        ? null
        : (frames.find(([, index]) => index === placeholder.index)?.[2] ?? frames.find(([type]) => type === placeholder.type)?.[2] ?? null),
  };
}

/** What is known of all slides of a deck together. */
export interface DeckContext {
  readonly opened: Package;
  readonly size: SlideSize;
  /** Parts of pictures that stand on many slides: ornaments. */
  readonly repeated: ReadonlySet<string>;
  /** What could not be taken along is named here. */
  readonly unkept: string[];
  /** Cells that reach over others. */
  merged: number;
}

/** A picture this much of the slide is told of, whether it says what it shows or not. */
const LARGE = 0.1;
/** Programs' guesses at what a picture shows, and names of files, are no alternative text. */
const GUESSED =
  /\s*(?:Description automatically generated(?: with \w+ confidence)?|Automatisch generierte Beschreibung|Description générée automatiquement|AI-generated content may be incorrect)\.?$/i;
const FILE_NAME = /^\S+\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|emf|wmf)$/i;

/** Blocks of one box. */
export function boxBlocks(box: SlideBox, slide: Slide, context: DeckContext): RawBlock[] {
  const { content } = box;
  const { opened } = context;
  switch (content.kind) {
    case 'text':
      return pointsOf(content.lines);
    case 'table':
      context.merged += content.table.merged;
      return tableBlocks(content.table.rows);
    case 'chart': {
      const part = opened.related(slide.part).find(({ id }) => id === content.id)?.part;
      const root = part === undefined ? null : opened.xml(part);
      const chart = root === null ? null : chartOf(root);
      return chart === null ? leave('a chart without data', context) : [chartBlock(chart)];
    }
    case 'diagram':
      return diagramBlocks(content.data, slide, context);
    case 'picture':
      return pictureBlocks(box, content, slide, context);
    case 'other':
      return leave(content.what, context);
  }
}

function leave(what: string, { unkept }: DeckContext): RawBlock[] {
  unkept.push(what);
  return [];
}

/** Lines as points; the first level of a box is the first, whatever the slide calls it. */
function pointsOf(lines: readonly SlideLine[]): RawBlock[] {
  const least = Math.min(...lines.map(({ level }) => level));
  return lines.map(({ text, level, numbered }) => {
    const start = numbered?.start ?? null;
    const given = { kind: 'point', ordered: numbered !== null, ...(start !== null && { start }) } as const;
    return block(text, { shape: 'item', level: level - least + 1, given });
  });
}

/** A table; one of a single row or column only places words. */
function tableBlocks(rows: readonly (readonly string[])[]): RawBlock[] {
  if (rows.length >= 2 && rows.some((row) => row.length >= 2)) return [tableBlock(rows)];
  return pointsOf(rows.flat().flatMap((text) => (text === '' ? [] : [{ text, level: 0, numbered: null, labelled: false }])));
}

/** SmartArt: the words of the drawing that stands beside its data for programs that cannot draw it, else of the data. */
function diagramBlocks(data: string, slide: Slide, context: DeckContext): RawBlock[] {
  const { opened } = context;
  const related = opened.related(slide.part);
  const model = opened.xml(related.find(({ id }) => id === data)?.part ?? '');
  const named = model === null ? undefined : within(model, 'dsp:dataModelExt')[0];
  const id = named === undefined ? null : value(named, 'relId');
  const drawing = opened.xml(
    related.find((r) => r.id === id && r.type.endsWith('/diagramDrawing'))?.part ?? opened.ending(slide.part, '/diagramDrawing') ?? '',
  );
  const drawn = drawing === null ? [] : within(drawing, 'dsp:txBody').flatMap(linesOf);
  const kept =
    model === null || drawn.length > 0
      ? []
      : within(model, 'dgm:pt').flatMap((point) => (isWords(point) ? linesOf(child(point, 'dgm:t')) : []));
  const lines = [...drawn, ...kept].map((line) => ({ ...line, level: 0 }));
  return lines.length === 0 ? leave('a diagram without words', context) : pointsOf(lines);
}

/** Points of a diagram's data that hold words; others stand for its shapes and lines. */
function isWords(point: XmlElement): boolean {
  return ['node', 'asst', null].includes(value(point, 'type'));
}

type PictureContent = Extract<SlideBox['content'], { readonly kind: 'picture' }>;

function pictureBlocks({ alt, frame }: SlideBox, { ids, cut, decorative }: PictureContent, slide: Slide, context: DeckContext): RawBlock[] {
  if (decorative) return [];
  const parts = ids.flatMap((id) => context.opened.related(slide.part).find((r) => r.id === id)?.part ?? []);
  const part = parts.find((name) => formOf(name) !== null) ?? '';
  const said = { alt: altOf(alt), caption: null, credit: null };
  const picture = zipPicture(context.opened.entries, part, said);
  if (picture === null) return leave(parts[0]?.split('.').at(-1)?.toUpperCase() ?? 'a picture that is not in the file', context);
  const area = frame === null ? 0 : (frame[2] * frame[3]) / (context.size.width * context.size.height);
  const sure = !cut && !context.repeated.has(part) && (said.alt !== '' || area >= LARGE);
  return [pictureBlock(picture, sure)];
}

function altOf(text: string): string {
  const alt = text.replace(GUESSED, '').trim();
  return FILE_NAME.test(alt) || /^(?:[a-z]:)?[\\/]/i.test(alt) ? '' : alt;
}
