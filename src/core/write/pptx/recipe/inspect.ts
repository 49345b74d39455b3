import { problem, type Problem, type Result } from '../../../base/errors.ts';
import { readZip } from '../../../base/ooxml/zip.ts';
import type { DigestState } from '../../digest.ts';
import { packageDigestState } from '../../package-digest.ts';
import { readContent } from '../read/content.ts';
import { openPackage } from '../read/open.ts';
import { PartReader } from '../read/reader.ts';
import type { SlideContent } from '../read/types.ts';
import { designDigest } from './design.ts';
import { match } from './match.ts';
import { inOrder } from './order.ts';
import { readRecipe, stampOf, type RecipeRecord } from './part.ts';
import type { BoxDigests, SlideDigests } from './record.ts';

/** A deck as found, against what Lectern wrote. */
export interface Inspection {
  /** The version stamp of the build; null in a deck that Lectern did not make. */
  readonly stamp: string | null;
  /** Canonical JSON of what it was made from; null in the audience's copy and in others' decks. */
  readonly recipe: string | null;
  /** Whether the file is exactly what Lectern wrote. */
  readonly digest: DigestState;
  /** The slides as they are now, in order. */
  readonly slides: readonly InspectedSlide[];
  /** Slides of ours that are not found again. */
  readonly removed: readonly RemovedSlide[];
  /** Whether master, layouts or theme were changed; false where that cannot be known. */
  readonly designChanged: boolean;
  /** Saved by a program that writes every slide anew, so that looks and places cannot be compared, and a slide's words alone tell which it is. */
  readonly rewritten: boolean;
}

/**
 * In what a slide differs from what Lectern wrote. `cells`: a table's words; `data`: a chart's; `look`: fills, outlines, type, background,
 * transition, animation; `layout`: where things stand, and on which layout.
 */
export type Change = 'words' | 'alt' | 'notes' | 'cells' | 'data' | 'pictures' | 'look' | 'layout' | 'comments';

/** A slide of ours that is not found again. Its words do not travel in the file: the history of the workspace may have them. */
export interface RemovedSlide {
  readonly id: string;
  /** In the deck as written, from 1. */
  readonly number: number;
  /** The running order's item that it belonged to, null where none. */
  readonly topic: string | null;
  readonly kind: string;
}

export interface InspectedSlide {
  /** From 1, now. */
  readonly number: number;
  /** Its title now. */
  readonly title: string;
  /** Our slide id; null for a slide that is not ours. */
  readonly id: string | null;
  /** Source numbers it was written with. */
  readonly refs: readonly number[];
  readonly changed: boolean;
  readonly changes: readonly Change[];
  readonly added: boolean;
  /** Added, or rewritten so far that it cannot be known again: in a rewritten deck nobody can tell. */
  readonly unknown: boolean;
  readonly moved: boolean;
}

/** Whether two lists hold the same, in any order. */
function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** What a box says, line after line. A program that writes all anew may put a group's parts in another order. */
function saidBy({ kind, words }: BoxDigests, rewritten: boolean): string {
  return (kind === 'group' && rewritten ? [...words].sort() : words).join(' ');
}

const BY_WORDS: readonly (readonly [Change, (said: SlideDigests, rewritten: boolean) => readonly string[]])[] = [
  ['words', ({ boxes }, rewritten) => boxes.map((box) => (box.kind === 'table' ? '' : saidBy(box, rewritten))).filter(Boolean)],
  ['cells', ({ boxes }, rewritten) => boxes.map((box) => (box.kind === 'table' ? saidBy(box, rewritten) : '')).filter(Boolean)],
  ['data', ({ boxes }) => boxes.map(({ data }) => data).filter(Boolean)],
  ['notes', ({ notes }) => [notes.join(' ')]],
];

/** What a program that writes all anew changes of its own accord. */
const BY_MARKUP: readonly (readonly [Change, (said: SlideDigests) => readonly string[]])[] = [
  ['alt', ({ boxes }) => boxes.map(({ alt }) => alt).filter(Boolean)],
  ['pictures', ({ boxes }) => boxes.map(({ picture }) => picture).filter(Boolean)],
  // A label that was taken out or put in is one; its numbers may be others, since they are given anew.
  ['look', ({ boxes, rest }) => [rest, ...boxes.map(({ look, refs }) => `${look} ${refs.map((list) => list.length).join(' ')}`)]],
  ['layout', ({ boxes, layout }) => [layout, ...boxes.map(({ place }) => place)]],
];

/** What differs between a slide and what we wrote; in a deck that was written anew only what it says can be compared. */
export function changesOf(now: SlideDigests, ours: SlideDigests | null, rewritten: boolean): Change[] {
  if (ours === null) return [];
  const found = [...BY_WORDS, ...(rewritten ? [] : BY_MARKUP)].flatMap(([change, of]) =>
    same(of(ours, rewritten), of(now, rewritten)) ? [] : [change],
  );
  return [...new Set(found)];
}

type Compared = Pick<Inspection, 'slides' | 'removed' | 'designChanged' | 'rewritten'>;

function compare(contents: readonly SlideContent[], record: RecipeRecord, reader: PartReader): Compared {
  const { records, said, rewritten } = match(contents, record);
  const kept = inOrder(records.flatMap((ours) => (ours ? [record.slides.indexOf(ours)] : [])));
  const slides = contents.map((slide, i): InspectedSlide => {
    const ours = records[i] ?? null;
    const now = said[i];
    const changes = [
      ...(ours && now ? changesOf(now, ours.said, rewritten) : []),
      ...(ours && slide.comments.length > 0 ? (['comments'] as const) : []),
    ];
    return {
      number: i + 1,
      title: slide.title,
      id: ours?.id ?? null,
      refs: ours?.refs ?? [],
      changed: changes.length > 0,
      changes,
      added: ours === null && !rewritten,
      unknown: ours === null && rewritten,
      moved: ours !== null && !kept.has(record.slides.indexOf(ours)),
    };
  });
  const removed = record.slides
    .filter((ours) => !records.includes(ours))
    .map(({ id, number, topic, kind }) => ({ id, number, topic, kind }));
  const designChanged = !rewritten && record.design !== '' && designDigest(reader) !== record.design;
  return { slides, removed, designChanged, rewritten };
}

/** Whether a .pptx is exactly what Lectern wrote; `none` where the bytes are no deck. Much less work than to inspect it. */
export function pptxDigestState(bytes: Uint8Array): DigestState {
  try {
    return packageDigestState(readZip(bytes));
  } catch {
    return 'none';
  }
}

/**
 * What a .pptx was made from, and what was done to it since.
 * Throws a `LecternError` `inspect/unreadable` where the bytes are no deck.
 */
export function inspectPptx(bytes: Uint8Array): Result<Inspection> {
  const { parts, digest } = openPackage(bytes);
  const reader = new PartReader(parts);
  const contents = readContent(parts, reader);
  const record = readRecipe(parts);
  const stamp = stampOf(reader);
  if (record) return { value: { stamp: record.stamp, recipe: record.recipe, digest, ...compare(contents, record, reader) }, problems: [] };
  const slides = contents.map(({ title }, i): InspectedSlide => ({
    number: i + 1,
    title,
    id: null,
    refs: [],
    changed: false,
    changes: [],
    added: false,
    unknown: false,
    moved: false,
  }));
  return { value: { stamp, recipe: null, digest, slides, removed: [], designChanged: false, rewritten: false }, problems: [] };
}

const CHANGES: Readonly<Record<Change, string>> = {
  words: 'its words',
  alt: 'its alternative text',
  notes: 'its notes',
  cells: 'its table’s cells',
  data: 'its chart’s data',
  pictures: 'its pictures',
  look: 'its look',
  layout: 'where things stand',
  comments: 'comments',
};

/** `its words, its notes` */
export function namesOf(changes: readonly Change[]): string {
  return changes.map((change) => CHANGES[change]).join(', ');
}

/** `7 (points of south-caucasus/west)`: as far as a slide can be named whose words are gone. */
export function removedName({ number, topic, kind }: RemovedSlide): string {
  return topic === null ? `${number} (${kind})` : `${number} (${kind} of ${topic})`;
}

/** How a problem about an edit is made: for whoever is about to build the deck again, or to write over it. */
export type EditCode = 'inspect/edited' | 'inspect/edit-left-out' | 'export/edited';

/** The edits of an inspected deck, one problem each. Empty where there is none that can be named. */
export function editProblems(inspection: Inspection, code: EditCode, hint: string): Problem[] {
  const edit = (message: string, slide?: { readonly number: number; readonly title: string }): Problem =>
    problem(code, { message, ...(slide ? { place: { slide: { number: slide.number, title: slide.title } } } : {}), hint });
  const slides = inspection.slides.flatMap((slide) => [
    ...(slide.changed ? [edit(`the slide was changed by hand (${namesOf(slide.changes)})`, slide)] : []),
    ...(slide.added ? [edit('the slide was added by hand', slide)] : []),
    ...(slide.unknown ? [edit('the slide was added, or rewritten so far that it cannot be known again', slide)] : []),
    ...(slide.moved ? [edit('the slide was moved by hand', slide)] : []),
  ]);
  const gone = inspection.rewritten ? 'is not found again' : 'was removed by hand';
  const isEdited = slides.length > 0 || inspection.removed.length > 0;
  return [
    ...slides,
    ...inspection.removed.map((slide) => edit(`the slide ${removedName(slide)} ${gone}`)),
    ...(inspection.designChanged ? [edit('the slide master, a layout or the theme was changed by hand')] : []),
    ...(inspection.rewritten && isEdited
      ? [edit('another program saved the deck and wrote every slide anew, so changes of look and place cannot be named')]
      : []),
  ];
}
