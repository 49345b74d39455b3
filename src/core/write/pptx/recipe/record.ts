import { sha256 } from '../../../base/hash.ts';
import type { ContentBox, ContentPicture, ContentChart, SlideContent } from '../read/types.ts';

/** What we wrote of a slide: enough to know it again, to see what was edited, and to merge. The words themselves do not travel. */
export interface SlideRecord {
  readonly id: string;
  /** From 1, in the deck as written. */
  readonly number: number;
  /** The running order's item that it belongs to, null where none. */
  readonly topic: string | null;
  readonly kind: string;
  readonly creation: number;
  /** Numbers of the sources that stand on it. */
  readonly refs: readonly number[];
  readonly title: string;
  /** The layout that was chosen for it; absent where there was nothing to choose. */
  readonly chosen?: string;
  /** Null in decks of recipe 1: then title and creation are all that is known. */
  readonly said: SlideDigests | null;
}

/** Digests of all that a slide says and shows, by `digestOf`. */
export interface SlideDigests {
  readonly boxes: readonly BoxDigests[];
  readonly notes: readonly string[];
  readonly layout: string;
  /** Over background, transition and animation. */
  readonly rest: string;
}

/** Digests of a box. Source labels are not in its words but beside them. */
export interface BoxDigests {
  /** As `ContentBox.name`; a colleague's program may change it. */
  readonly name: string;
  readonly kind: ContentBox['kind'];
  /** A digest a paragraph; of a table, a digest a cell. */
  readonly words: readonly string[];
  /** The labels of each of them. */
  readonly refs: readonly (readonly number[])[];
  /** Cells of each row of a table. */
  readonly rows: readonly number[];
  /** Empty where there is none. */
  readonly alt: string;
  readonly data: string;
  readonly picture: string;
  readonly place: string;
  readonly look: string;
}

/**
 * A digest of a text, 8 hex digits: enough to tell a deck's own apart. The deck's stamp goes in, so that the digests of one deck say
 * nothing about another's. Empty for the empty text.
 */
export function digestOf(text: string, stamp: string): string {
  return text === '' ? '' : sha256(stamp, '\u0000', text).slice(0, 8);
}

/** A chart's names and values as text. */
export function chartText({ title, series, legends }: ContentChart): string {
  return JSON.stringify([title, [...legends].sort(), series.map(({ name, points }) => [name, points.map((p) => [p.category, p.value])])]);
}

function pictureText({ hash, crop }: ContentPicture): string {
  return `${hash} ${crop.join(' ')}`;
}

/** A box and, of a group, all in it. */
function* within(box: ContentBox): Generator<ContentBox> {
  yield box;
  for (const child of box.children) yield* within(child);
}

function placeOf({ placeholder, frame }: ContentBox): string {
  return `${placeholder?.type ?? ''} ${placeholder?.index ?? ''} ${frame?.join(' ') ?? ''}`;
}

export function boxDigests(box: ContentBox, stamp: string): BoxDigests {
  const { name, kind, alt, rows, paragraphs, chart } = box;
  const all = [...within(box)];
  const said = kind === 'table' ? rows.flatMap(({ cells }) => cells) : paragraphs;
  const pictures = all.flatMap(({ picture }) => (picture ? [pictureText(picture)] : []));
  return {
    name,
    kind,
    words: said.map(({ text }) => digestOf(text, stamp)),
    refs: said.map(({ refs }) => refs),
    rows: rows.map(({ cells }) => cells.length),
    alt: digestOf(alt, stamp),
    data: chart ? digestOf(chartText(chart), stamp) : '',
    picture: digestOf(pictures.join('\n'), stamp),
    place: digestOf(all.map(placeOf).join('\n'), stamp),
    look: digestOf(all.map((one) => `${one.look}${one.chart?.form ?? ''}`).join('\n') || '-', stamp),
  };
}

export function slideDigests({ boxes, notes, layout, rest }: SlideContent, stamp: string): SlideDigests {
  return {
    boxes: boxes.map((box) => boxDigests(box, stamp)),
    notes: notes.map(({ text }) => digestOf(text, stamp)),
    layout: digestOf(layout, stamp),
    rest: digestOf(rest, stamp),
  };
}
