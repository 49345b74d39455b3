import { parseXml, isFault, value, within, type XmlElement } from '../xml/index.ts';
import { block, type RawBlock } from '../types.ts';
import type { SlideBox } from './shapes.ts';
import type { SlideLine } from './text.ts';

/** A deck that Lectern wrote: its boxes are named by what they hold, and the recipe in it says which slides are one topic's. */

/** What our recipe says of a slide (`core/write/pptx/recipe`). */
export interface OwnSlide {
  readonly kind: string;
  readonly topic: string | null;
}

const RECIPE = 'urn:lectern:recipe:';

/** What the recipe says of each slide by its `p14:creationId`; null where the file has none. */
export function ownSlides(parts: Iterable<string>): ReadonlyMap<string, OwnSlide> | null {
  for (const text of parts) {
    if (!text.includes(RECIPE)) continue;
    const root = parseXml(text, { depth: 20, elements: 100_000 });
    if (isFault(root)) return null;
    const known = within(root, 'slide').map((slide): readonly [string, OwnSlide] => [
      value(slide, 'creation') ?? '',
      { kind: value(slide, 'kind') ?? '', topic: value(slide, 'topic') },
    ]);
    return new Map(known);
  }
  return null;
}

export function creationOf(slide: XmlElement): string {
  const found = within(slide, 'creationId')[0];
  return (found && value(found, 'val')) ?? '';
}

/** Slides that say what others say. */
export const REPEATING: readonly string[] = ['agenda', 'sources', 'changes'];
/** Boxes that are the deck's and not the article's. */
const FURNITURE = new Set(['kicker', 'footer', 'number', 'mark', 'meta']);

export interface OwnParts {
  readonly lines: readonly RawBlock[];
  /** What is left to be read as of any deck: tables, charts, pictures. */
  readonly boxes: readonly SlideBox[];
  readonly unit: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Levels of a quotation's words and of who says them, from 0. */
const QUOTED = 3;

/** The boxes of a slide of ours by their names. `isFirst`: the first of its topic. */
export function ownParts(boxes: readonly SlideBox[], kind: string, isFirst: boolean): OwnParts {
  const lines: RawBlock[] = [];
  const rest: SlideBox[] = [];
  const textOf = (name: string): string | null => {
    const box = boxes.find((each) => each.name === name);
    return box?.content.kind === 'text' ? box.content.lines.map(({ text }) => text).join(' ') : null;
  };
  for (const box of boxes) {
    const { name, content } = box;
    if (content.kind !== 'text') rest.push(box);
    else if (FURNITURE.has(name) || name === 'picture/caption' || name === 'body/title') continue;
    else if (name === 'lead') {
      if (kind === 'image') continue;
      lines.push(...content.lines.map(({ text }) => (isFirst ? block(text, { given: { kind: 'summary' } }) : point(text, 1))));
    } else if (/\.(?:value|date)$/.test(name)) lines.push(...pairOf(box, boxes));
    else if (!/\.(?:label|text)$/.test(name)) lines.push(...bodyOf(content.lines));
  }
  const caption = kind === 'image' ? textOf('lead') : null;
  return { lines, boxes: rest, unit: textOf('body/title'), caption, credit: textOf('picture/caption') };
}

function point(text: string, level: number): RawBlock {
  return block(text, { shape: 'item', level, given: { kind: 'point', ordered: false } });
}

/** A figure with its label, an event with its date: two boxes of one number. */
function pairOf({ name, content }: SlideBox, boxes: readonly SlideBox[]): RawBlock[] {
  if (content.kind !== 'text' || name.includes('today')) return [];
  const isDate = name.endsWith('.date');
  const partner = boxes.find((box) => box.name === name.replace(/\.(?:value|date)$/, isDate ? '.text' : '.label'));
  const words = partner?.content.kind === 'text' ? partner.content.lines.map(({ text }) => text) : [];
  const first = content.lines.map(({ text }) => text).join(' ');
  if (isDate) return [block(`${first}: ${words.join(' ')}`, { given: { kind: 'event', date: first, text: words.join(' ') } })];
  const [unit, ...label] = words.length > 1 ? words : ['', ...words];
  return [block([first, ...words].join(' '), { given: { kind: 'figure', value: first, unit: unit ?? '', label: label.join(' ') } })];
}

/** Points by their levels; a quotation stands on levels of its own. */
function bodyOf(lines: readonly SlideLine[]): RawBlock[] {
  const found: RawBlock[] = [];
  let quoted: string[] = [];
  const close = (by: string | null): void => {
    if (quoted.length > 0) {
      const [speaker = null, ...role] = by?.split(/\s*[,،、，]\s*/) ?? [];
      const text = quoted.join('\n');
      const given = { kind: 'quotation', text, speaker, role: role.join(', ') || null } as const;
      found.push(block(by === null ? text : `${text} (${by})`, { shape: 'quotation', given }));
    }
    quoted = [];
  };
  for (const { text, level } of lines) {
    if (level === QUOTED) quoted.push(text);
    else if (level > QUOTED) close(text);
    else {
      close(null);
      found.push(point(text, level + 1));
    }
  }
  close(null);
  return found;
}

/** What a slide's notes say that its article says: without the mark above them, and the excerpts of sources below. */
export function ownNotes(
  lines: readonly SlideLine[],
  { mark, sources }: { readonly mark: string | null; readonly sources: string | null },
): readonly SlideLine[] {
  const end = lines.findIndex(({ text }) => text === sources);
  return (end === -1 ? lines : lines.slice(0, end)).filter(({ text, labelled }) => text !== mark && !labelled);
}
