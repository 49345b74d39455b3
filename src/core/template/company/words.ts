import { child, children, descendants, textOf, value, type Element } from '../../base/ooxml/xml/tree.ts';
import type { Frame } from '../theme/types.ts';
import { points, round } from './geometry.ts';
import { settledLevels, type LevelContext } from './levels.ts';
import type { CompanyLevel, ArtWords } from './types.ts';

/** What words of shapes are set in, before they say something themselves. */
export interface WordContext extends LevelContext {
  /** `p:defaultTextStyle` of the presentation. */
  readonly defaults: Element | null;
}

/** A design has names and markings; longer texts are somebody's slide. */
const LONGEST = 600;
/** A text style has five levels, each of which may look as it likes. */
const MOST_LOOKS = 5;

/** The words of a shape, paragraphs apart. */
export function textOfShape(shape: Element): string {
  const body = child(shape, 'p:txBody');
  const texts = body ? descendants(body, 'a:t').map(textOf) : [];
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** What a paragraph and its first run say, as a list style that others may be laid below. */
export function paragraphStyle(paragraph: Element, level: number): Element | null {
  const properties = child(paragraph, 'a:pPr');
  const run = child(paragraph, 'a:r');
  const words = (run && child(run, 'a:rPr')) ?? child(paragraph, 'a:endParaRPr');
  if (!properties && !words) return null;
  const inner = words ? [{ ...words, name: 'a:defRPr' }] : [];
  return {
    name: `a:lvl${level}pPr`,
    attributes: properties?.attributes ?? '',
    children: [...(properties?.children ?? []), ...inner],
  };
}

export function levelOf(paragraph: Element): number {
  const properties = child(paragraph, 'a:pPr');
  return Math.min(9, Number((properties && value(properties, 'lvl')) ?? 0) + 1);
}

const list = (levels: readonly Element[]): Element => ({ name: 'a:lstStyle', attributes: '', children: [...levels] });

/** The colour that `p:style` gives words, on every level. */
function fontReference(shape: Element): Element | null {
  const style = child(shape, 'p:style');
  const reference = style && child(style, 'a:fontRef');
  if (!reference || reference.children.length === 0) return null;
  const fill: Element = { name: 'a:solidFill', attributes: '', children: reference.children };
  return list([{ name: 'a:defPPr', attributes: '', children: [{ name: 'a:defRPr', attributes: '', children: [fill] }] }]);
}

function textOfParagraph(paragraph: Element): string {
  const parts = children(paragraph).map((part) => (part.name === 'a:br' ? ' ' : part.name === 'a:r' ? textOf(child(part, 'a:t')) : ''));
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** The share that PowerPoint shrank the text to. */
function fontScale(body: Element): number {
  const properties = child(body, 'a:bodyPr');
  const fit = properties && child(properties, 'a:normAutofit');
  const raw = Number((fit && value(fit, 'fontScale')) ?? 100_000) / 100_000;
  return Number.isFinite(raw) && raw > 0.1 ? raw : 1;
}

const ANCHORS: Readonly<Record<string, ArtWords['anchor']>> = { t: 'top', ctr: 'middle', b: 'bottom' };

/** Words that do not wrap have all the width they want, on the sides that their alignment leaves them. */
function unwrapped(frame: Frame, { style: { align }, direction }: CompanyLevel): Frame {
  const more = 1000;
  const before = align === 'center' ? more / 2 : (align === 'start') === (direction === 'ltr') ? 0 : more;
  return { ...frame, x: round(frame.x - before), width: round(frame.width + more) };
}

function innerOf(frame: Frame, properties: Element | null): Frame {
  const inset = (name: string, usual: number): number => points(properties && value(properties, name), usual);
  const [left, top, right, bottom] = [inset('lIns', 7.2), inset('tIns', 3.6), inset('rIns', 7.2), inset('bIns', 3.6)];
  return {
    x: round(frame.x + left),
    y: round(frame.y + top),
    width: round(Math.max(1, frame.width - left - right)),
    height: round(Math.max(1, frame.height - top - bottom)),
  };
}

/** A shape's words with how they look; null where they change by slide, run down the page, or are too many. */
export function artWords(shape: Element, frame: Frame, context: WordContext): ArtWords | null {
  const body = child(shape, 'p:txBody');
  if (!body) return null;
  const properties = child(body, 'a:bodyPr');
  const isUpright = ['horz', null].includes(properties && value(properties, 'vert'));
  if (!isUpright || descendants(body, 'a:fld').length > 0) return null;
  const scale = fontScale(body);
  const paragraphs = children(body, 'a:p').map((paragraph) => {
    const level = levelOf(paragraph);
    const own = paragraphStyle(paragraph, level);
    const sources = [context.defaults, fontReference(shape), child(body, 'a:lstStyle'), own && list([own])];
    const found = settledLevels(sources, context, 'body')[Math.min(level, 5) - 1];
    return { text: textOfParagraph(paragraph), look: found };
  });
  const looks: CompanyLevel[] = [];
  const placed = paragraphs.flatMap(({ text, look }) => {
    if (!look) return [];
    const size = Math.max(4, Math.round(look.style.size * scale * 10) / 10);
    const scaled = { ...look, style: { ...look.style, size, minimum: size } };
    const known = looks.findIndex((other) => JSON.stringify(other) === JSON.stringify(scaled));
    if (known === -1) looks.push(scaled);
    return [{ text, look: known === -1 ? looks.length - 1 : known }];
  });
  const length = placed.reduce((sum, { text }) => sum + text.length, 0);
  const [first] = looks;
  if (length === 0 || length > LONGEST || looks.length > MOST_LOOKS || !first) return null;
  const inner = innerOf(frame, properties);
  const wraps = (properties && value(properties, 'wrap')) !== 'none';
  return {
    frame: wraps ? inner : unwrapped(inner, first),
    anchor: ANCHORS[(properties && value(properties, 'anchor')) ?? 't'] ?? 'top',
    paragraphs: placed,
    looks,
  };
}
