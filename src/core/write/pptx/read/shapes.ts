import { withoutDirectionMarks } from '../../../base/bidi.ts';
import { attribute, scan, unescape } from '../../../base/ooxml/xml/scan.ts';
import { canonicalAttributes, type KnownTags } from './canonical.ts';
import { fold } from './words.ts';
import { isRaised } from '../../../base/ooxml/labels.ts';
import { addRaised, addWords, paragraphAt, type Paragraph } from './paragraph.ts';
import type { ContentBox, ContentCell, ContentParagraph, ContentRow, Span } from './types.ts';

/** A box before its relationships are followed. */
export interface RawBox extends Omit<ContentBox, 'chart' | 'picture' | 'children'> {
  readonly children: readonly RawBox[];
  /** `r:id` of its chart. */
  readonly chartId: string | null;
  /** `r:embed` of its picture, and what is cut from each side. */
  readonly pictureId: string | null;
  readonly crop: readonly [number, number, number, number];
}

/** What stands on a slide, and what is seen of it besides. */
export interface RawSlide {
  readonly boxes: readonly RawBox[];
  readonly rest: string;
}

const KINDS: Readonly<Record<string, ContentBox['kind']>> = {
  'p:sp': 'shape',
  'p:cxnSp': 'shape',
  'p:pic': 'picture',
  'p:grpSp': 'group',
  'p:graphicFrame': 'other',
};

/** Left out of looks: names and ids, places, what programs add, and how a text was fitted when it was last drawn. */
const UNSEEN = new Set([
  'p:extLst', 'a:extLst', 'a:endParaRPr', 'a:avLst', 'p:nvSpPr', 'p:nvPicPr', 'p:nvCxnSpPr', 'p:nvGraphicFramePr', 'p:nvGrpSpPr', 'p:hf',
  'a:xfrm', 'p:xfrm', 'a:normAutofit', 'a:noAutofit', 'a:spAutoFit', 'a:srcRect', 'c:chart', 'mc:Fallback', 'p14:creationId',
]); // prettier-ignore

/** Elements that say nothing where they are empty. */
const SILENT = new Set(['a:lstStyle', 'a:rPr', 'a:pPr', 'a:spPr', 'p:spPr', 'a:tcPr', 'a:bodyPr', 'p:txBody', 'a:txBody']);

/** Around shapes and cells, and no part of any look. */
const FRAMES = new Set([
  'p:sld', 'p:cSld', 'p:spTree', 'p:grpSpPr', 'mc:AlternateContent', 'mc:Choice', 'p:clrMapOvr', 'a:masterClrMapping',
  'a:tbl', 'a:tr', 'a:tc', 'a:graphic', 'a:graphicData',
]); // prettier-ignore

interface Shape {
  kind: ContentBox['kind'];
  readonly from: number;
  name: string | null;
  alt: string;
  placeholder: ContentBox['placeholder'];
  offset: readonly [number, number] | null;
  extent: readonly [number, number] | null;
  readonly look: string[];
  /** The looks of its paragraphs and cells, each once: one more line is no change of look. */
  readonly styles: Set<string>;
  readonly paragraphs: ContentParagraph[];
  readonly children: RawBox[];
  rows: { cells: ContentCell[]; from: number }[];
  readonly done: ContentRow[];
  cell: { from: number; firstParagraph: number } | null;
  chartId: string | null;
  pictureId: string | null;
  crop: readonly [number, number, number, number];
}

const number = (raw: string, name: string): number => Math.round(Number(attribute(raw, name) ?? 0)) || 0;

/** What a relationship leads to, in words that do not change when parts are renamed. */
export type Resolve = (id: string) => string;

/** Reads a slide's (or a page of notes') XML in one pass. */
class SlideReader {
  readonly #xml: string;
  readonly #tags: KnownTags;
  readonly #open: Shape[] = [];
  readonly boxes: RawBox[] = [];
  readonly rest: string[] = [];
  #unseen = 0;
  #fallback = 0;
  #field = 0;
  #paragraph: Paragraph | null = null;
  #textFrom = -1;
  /** Of a run or a paragraph, while its properties are open. */
  #style: { readonly of: string; look: string } | null = null;

  readonly #resolve: Resolve;

  constructor(xml: string, resolve: Resolve, tags: KnownTags) {
    this.#xml = xml;
    this.#resolve = resolve;
    this.#tags = tags;
  }

  open(name: string, raw: string, at: number, end: number): void {
    if (name === 'mc:Fallback') this.#fallback += 1;
    if (this.#fallback > 0) return;
    if (name in KINDS) this.#open.push(shapeFrom(KINDS[name] ?? 'other', at));
    const shape = this.#open.at(-1);
    if (shape) this.#inShape(shape, name, raw, at, end);
    this.#look(shape, name, raw);
  }

  #inShape(shape: Shape, name: string, raw: string, at: number, end: number): void {
    switch (name) {
      case 'p:cNvPr':
        if (shape.name !== null) return;
        shape.name = unescape(attribute(raw, 'name') ?? '');
        shape.alt = unescape(attribute(raw, 'descr') ?? '');
        return;
      case 'a:hlinkClick':
        // Of a shape; a run's is its look.
        if (!this.#paragraph) shape.look.push(`<a:hlinkClick ${this.#resolve(attribute(raw, 'r:id') ?? '')}>`);
        return;
      case 'p:ph':
        shape.placeholder = { type: attribute(raw, 'type') ?? 'obj', index: number(raw, 'idx') };
        return;
      case 'a:off':
        shape.offset ??= [number(raw, 'x'), number(raw, 'y')];
        return;
      case 'a:ext':
        if (attribute(raw, 'cx') !== null) shape.extent ??= [number(raw, 'cx'), number(raw, 'cy')];
        return;
      case 'p:txBody':
        shape.kind = 'text';
        return;
      case 'a:tbl':
        shape.kind = 'table';
        return;
      case 'a:tr':
        shape.rows.push({ cells: [], from: at });
        return;
      case 'a:tc':
        shape.cell = { from: at, firstParagraph: shape.paragraphs.length };
        return;
      case 'c:chart':
        shape.kind = 'chart';
        shape.chartId = attribute(raw, 'r:id');
        return;
      case 'a:blip':
        shape.pictureId ??= attribute(raw, 'r:embed');
        return;
      case 'a:srcRect':
        shape.crop = [number(raw, 'l'), number(raw, 't'), number(raw, 'r'), number(raw, 'b')];
        return;
      default:
        this.#inText(name, raw, at, end);
    }
  }

  #inText(name: string, raw: string, at: number, end: number): void {
    if (name === 'a:p') this.#paragraph = paragraphAt(at);
    const paragraph = this.#paragraph;
    if (!paragraph) return;
    if (name === 'a:fld') this.#field += 1;
    else if (name === 'a:pPr') paragraph.level = number(raw, 'lvl');
    else if (name === 'a:br') {
      addRaised(paragraph);
      paragraph.text += ' ';
      // It is no word, and is seen.
      paragraph.looks.push('<a:br>');
    } else if (name === 'a:r') paragraph.run = { baseline: null, text: '', look: '' };
    else if (name === 'a:rPr' && paragraph.run) paragraph.run.baseline = attribute(raw, 'baseline');
    else if (name === 'a:t') this.#textFrom = end;
  }

  #look(shape: Shape | undefined, name: string, raw: string): void {
    if (this.#unseen > 0 || UNSEEN.has(name)) {
      this.#unseen += 1;
      return;
    }
    if (name === 'p:sld' && ['0', 'false'].includes(attribute(raw, 'show') ?? '')) this.rest.push('<hidden>');
    if (name === 'a:tc' && shape && raw.trim() !== '')
      shape.look.push(`<a:tc${canonicalAttributes(name, raw, this.#resolve, this.#tags)}>`);
    if (name in KINDS || FRAMES.has(name)) return;
    // Which picture it is says its hash; how it is coloured stands below.
    const tag = name === 'a:blip' ? '<a:blip>' : `<${name}${canonicalAttributes(name, raw, this.#resolve, this.#tags)}>`;
    if (!shape) {
      this.rest.push(tag);
      return;
    }
    if (this.#style) this.#style.look += tag;
    else if (this.#paragraph && (name === 'a:rPr' || name === 'a:pPr')) this.#style = { of: name, look: tag };
    else if (this.#paragraph) return;
    else if (shape.cell) shape.styles.add(tag);
    else shape.look.push(tag);
  }

  close(name: string, end: number): void {
    if (name === 'mc:Fallback') this.#fallback -= 1;
    if (this.#fallback > 0 || name === 'mc:Fallback') return;
    this.#closeLook(name);
    const shape = this.#open.at(-1);
    if (!shape) return;
    const paragraph = this.#paragraph;
    if (paragraph) this.#closeText(shape, paragraph, name, end);
    else if (name === 'a:tc') this.#closeCell(shape, end);
    else if (name === 'a:tr') {
      const row = shape.rows.pop();
      if (row) shape.done.push({ cells: row.cells, span: { from: row.from, to: end } });
    } else if (name in KINDS) {
      this.#open.pop();
      const box = boxFrom(shape, end);
      const parent = this.#open.at(-1);
      if (parent) {
        parent.children.push(box);
        parent.paragraphs.push(...box.paragraphs);
      } else this.boxes.push(box);
    }
  }

  #closeLook(name: string): void {
    if (this.#unseen > 0) {
      this.#unseen -= 1;
      return;
    }
    const shape = this.#open.at(-1);
    if (this.#style) {
      if (name !== this.#style.of) return;
      const { look } = this.#style;
      this.#style = null;
      const run = this.#paragraph?.run;
      if (name === 'a:rPr' && run) run.look = look;
      else if (look !== `<${name}>`) this.#paragraph?.looks.push(look);
    } else if (SILENT.has(name) && shape?.look.at(-1) === `<${name}>`) shape.look.pop();
  }

  #closeText(shape: Shape, paragraph: Paragraph, name: string, end: number): void {
    if (name === 'a:t') {
      const text = unescape(this.#xml.slice(this.#textFrom, Math.max(this.#textFrom, this.#xml.lastIndexOf('<', end - 1))));
      if (this.#field > 0) return;
      if (paragraph.run) paragraph.run.text += text;
      else paragraph.text += text;
    } else if (name === 'a:fld') this.#field -= 1;
    else if (name === 'a:r' && paragraph.run) {
      const { text, baseline, look } = paragraph.run;
      if (isRaised(baseline)) paragraph.raised.push({ text, look });
      else {
        addRaised(paragraph);
        addWords(paragraph, text, look);
      }
      paragraph.run = null;
    } else if (name === 'a:p') {
      addRaised(paragraph);
      this.#paragraph = null;
      const text = fold(withoutDirectionMarks(paragraph.text));
      if (text === '' && paragraph.refs.length === 0) return;
      const look = paragraph.looks.join('');
      shape.styles.add(look);
      shape.paragraphs.push({ text, refs: paragraph.refs, level: paragraph.level, look, span: { from: paragraph.from, to: end } });
    }
  }

  #closeCell(shape: Shape, end: number): void {
    const { cell } = shape;
    if (!cell) return;
    const inside = shape.paragraphs.splice(cell.firstParagraph);
    shape.rows.at(-1)?.cells.push({
      text: inside.map(({ text }) => text).join('\n'),
      refs: inside.flatMap(({ refs }) => refs),
      span: { from: cell.from, to: end },
    });
    shape.cell = null;
  }
}

function shapeFrom(kind: ContentBox['kind'], from: number): Shape {
  return {
    kind,
    from,
    name: null,
    alt: '',
    placeholder: null,
    offset: null,
    extent: null,
    look: [],
    styles: new Set(),
    paragraphs: [],
    children: [],
    rows: [],
    done: [],
    cell: null,
    chartId: null,
    pictureId: null,
    crop: [0, 0, 0, 0],
  };
}

function boxFrom(shape: Shape, to: number): RawBox {
  const { kind, name, alt, placeholder, offset, extent, look, styles, paragraphs, children, done, chartId, pictureId, crop } = shape;
  const isDrawn = kind === 'text' && paragraphs.length === 0 && placeholder === null;
  const span: Span = { from: shape.from, to };
  return {
    kind: isDrawn ? 'shape' : kind,
    name: name ?? '',
    alt,
    placeholder,
    frame: offset && extent ? [...offset, ...extent] : null,
    look: `${look.join('')}${[...styles].sort().join('')}`,
    surface: look.join(''),
    paragraphs,
    rows: done,
    children,
    chartId,
    pictureId,
    crop,
    span,
  };
}

/** What stands on a slide in its XML's order. An ill-formed part has what could be read before the fault. */
export function readShapes(xml: string, resolve: Resolve, tags: KnownTags): RawSlide {
  const reader = new SlideReader(xml, resolve, tags);
  scan(xml, { open: (...tag) => reader.open(...tag), close: (...tag) => reader.close(...tag) });
  return { boxes: reader.boxes, rest: reader.rest.join('') };
}
