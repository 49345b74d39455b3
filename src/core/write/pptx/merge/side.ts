import type { Parts } from '../../../base/ooxml/zip.ts';
import { readContent } from '../read/content.ts';
import { PartReader } from '../read/reader.ts';
import type { ContentBox, ContentParagraph, SlideContent } from '../read/types.ts';
import { boxDigests, digestOf, slideDigests, type BoxDigests, type SlideDigests } from '../recipe/record.ts';
import type { Line, Side } from './lines.ts';

/** A slide of one of the two decks. */
export interface SideSlide {
  readonly side: Side;
  readonly content: SlideContent;
  /** Digests by the stamp of what was handed out, so that they compare with its recipe. */
  readonly said: SlideDigests;
}

/** One of the two decks, as it is read for a merge. */
export interface DeckSide {
  readonly side: Side;
  /** Of what was handed out. */
  readonly stamp: string;
  readonly reader: PartReader;
  readonly slides: readonly SideSlide[];
}

export function readSide(side: Side, parts: Parts, stamp: string): DeckSide {
  const reader = new PartReader(parts);
  const slides = readContent(parts, reader).map((content): SideSlide => ({ side, content, said: slideDigests(content, stamp) }));
  return { side, stamp, reader, slides };
}

/** A box of a slide, with its digests. */
export interface SideBox {
  readonly slide: SideSlide;
  readonly box: ContentBox;
  readonly said: BoxDigests;
}

export function boxesOf(slide: SideSlide, stamp: string): SideBox[] {
  return slide.content.boxes.map((box) => ({ slide, box, said: boxDigests(box, stamp) }));
}

/** Paragraphs of a part as lines. */
export function paragraphLines(paragraphs: readonly ContentParagraph[], part: string, stamp: string): Line[] {
  return paragraphs.map(({ text, span }) => ({ text, digest: digestOf(text, stamp), part, ...span }));
}

/** A table's rows as lines: their cells' digests one behind another. */
export function rowLines({ box, slide }: SideBox, stamp: string): Line[] {
  return box.rows.map(({ cells, span }) => ({
    text: cells.map(({ text }) => text).join(' | '),
    digest: cells.map(({ text }) => digestOf(text, stamp)).join(' '),
    part: slide.content.part,
    ...span,
  }));
}

/** The same of a table's record. */
export function recordedRows({ words, rows }: BoxDigests): string[] {
  let at = 0;
  return rows.map((count) => words.slice(at, (at += count)).join(' '));
}

/**
 * Which box of the record each box is: where it says half of what that said, or has its data or picture, one of its name before others; else
 * of one name and kind; else the title; else the only one left of its kind on both. Null: none, it was added.
 */
export function pairBoxes(records: readonly BoxDigests[], boxes: readonly SideBox[]): (BoxDigests | null)[] {
  const free = new Set(records);
  const found: (BoxDigests | null)[] = boxes.map(() => null);
  const pass = (fits: (record: BoxDigests, box: SideBox) => boolean): void =>
    boxes.forEach((box, i) => {
      if (found[i] !== null) return;
      const record = [...free].find((one) => one.kind === box.said.kind && fits(one, box));
      if (record && free.delete(record)) found[i] = record;
    });
  pass((record, { said }) => record.name === said.name && shares(record, said));
  pass((record, { said }) => shares(record, said));
  pass((record, { said }) => record.name === said.name);
  pass((record, { box }) => record.name === 'title' && /^(?:ctrT|t)itle$/.test(box.placeholder?.type ?? ''));
  for (const kind of new Set(records.map((record) => record.kind))) {
    const left = [...free].filter((record) => record.kind === kind);
    const open = boxes.flatMap((box, i) => (found[i] === null && box.said.kind === kind ? [i] : []));
    if (left.length === 1 && open.length === 1 && kind !== 'text' && kind !== 'shape') pass((record) => record === left[0]);
  }
  return found;
}

function shares(record: BoxDigests, said: BoxDigests): boolean {
  if (record.data !== '' && record.data === said.data) return true;
  if (record.picture !== '' && record.picture === said.picture) return true;
  const now = new Set(said.words);
  const held = record.words.filter((digest) => digest !== '' && now.has(digest)).length;
  return held > 0 && held * 2 >= record.words.filter(Boolean).length;
}
