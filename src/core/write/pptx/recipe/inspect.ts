import { LecternError, problem, type Problem, type Result } from '../../../errors.ts';
import { readZip, type Parts } from '../../../ooxml/zip.ts';
import { deckState, type DeckState } from './deck-state.ts';
import { readRecipe, type RecipeRecord, type SlideRecord } from './part.ts';

/** A deck as found, against what Lectern wrote. */
export interface Inspection {
  /** The version stamp of the build; null in a deck that Lectern did not make. */
  readonly stamp: string | null;
  /** Canonical JSON of what it was made from; null in the audience's copy and in others' decks. */
  readonly recipe: string | null;
  /** The slides as they are now, in order. */
  readonly slides: readonly InspectedSlide[];
  /** Slides of ours that are gone. */
  readonly removed: readonly { readonly id: string; readonly title: string }[];
  /** Whether master, layouts or theme were changed. */
  readonly designChanged: boolean;
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
  readonly added: boolean;
  readonly moved: boolean;
}

const STAMP = /<property\s[^>]*name="Lectern version"[^>]*>\s*<vt:lpwstr>([^<]*)<\/vt:lpwstr>/;

function partsOf(bytes: Uint8Array): Parts {
  const decoder = new TextDecoder();
  try {
    const parts: Parts = new Map(
      [...readZip(bytes)].map(([name, content]) => [name, /\.(?:xml|rels)$/.test(name) ? decoder.decode(content) : content]),
    );
    if (parts.has('ppt/presentation.xml')) return parts;
  } catch {
    // A zip that cannot be read and one that holds no deck are the same to whoever asked.
  }
  throw new LecternError(
    problem('inspect/unreadable', {
      message: 'the file is not a PowerPoint deck that can be read',
      allowed: 'a .pptx that Lectern wrote, edited or not',
      cure: 'Choose the .pptx; one with a password must be saved without it first.',
    }),
  );
}

/** Positions of a longest run of rising numbers: these stayed in their order, the others were moved. */
function inOrder(positions: readonly number[]): Set<number> {
  const tails: { readonly value: number; readonly from: number }[] = [];
  const before: (number | null)[] = [];
  positions.forEach((value, i) => {
    let at = tails.findIndex((tail) => tail.value >= value);
    if (at === -1) at = tails.length;
    before[i] = tails[at - 1]?.from ?? null;
    tails[at] = { value, from: i };
  });
  const kept = new Set<number>();
  for (let i = tails.at(-1)?.from ?? null; i !== null; i = before[i] ?? null) kept.add(positions[i] ?? -1);
  return kept;
}

/** Which record of ours each slide is; a record serves once, so that a copied slide counts as added. */
function match(state: DeckState, records: readonly SlideRecord[]): (SlideRecord | null)[] {
  const free = new Set(records);
  const take = (same: (record: SlideRecord) => boolean): SlideRecord | null => {
    const found = [...free].find(same) ?? null;
    if (found) free.delete(found);
    return found;
  };
  const byCreation = state.slides.map((slide) => (slide.creation === null ? null : take((r) => r.creation === slide.creation)));
  return state.slides.map((slide, i) => byCreation[i] ?? (slide.creation === null ? take((r) => r.listId === slide.listId) : null));
}

function compare(state: DeckState, record: RecipeRecord): Pick<Inspection, 'slides' | 'removed' | 'designChanged'> {
  const matched = match(state, record.slides);
  const positions = matched.flatMap((slide) => (slide ? [record.slides.indexOf(slide)] : []));
  const kept = inOrder(positions);
  const slides = state.slides.map((slide, i): InspectedSlide => {
    const ours = matched[i] ?? null;
    return {
      number: i + 1,
      title: slide.title,
      id: ours?.id ?? null,
      refs: ours?.refs ?? [],
      changed: ours !== null && ours.fingerprint !== slide.fingerprint,
      added: ours === null,
      moved: ours !== null && !kept.has(record.slides.indexOf(ours)),
    };
  });
  const removed = record.slides.filter((r) => !matched.includes(r)).map(({ id, title }) => ({ id, title }));
  return { slides, removed, designChanged: state.design !== record.design };
}

/**
 * What a .pptx was made from, and what was done to it since.
 * Throws a `LecternError` `inspect/unreadable` where the bytes are no deck.
 */
export function inspectPptx(bytes: Uint8Array): Result<Inspection> {
  const parts = partsOf(bytes);
  const state = deckState(parts);
  const record = readRecipe(parts);
  const custom = parts.get('docProps/custom.xml');
  const stamp = typeof custom === 'string' ? (STAMP.exec(custom)?.[1] ?? null) : null;
  if (record) return { value: { stamp: record.stamp, recipe: record.recipe, ...compare(state, record) }, problems: [] };
  const slides = state.slides.map(({ title }, i): InspectedSlide => ({
    number: i + 1,
    title,
    id: null,
    refs: [],
    changed: false,
    added: false,
    moved: false,
  }));
  return { value: { stamp, recipe: null, slides, removed: [], designChanged: false }, problems: [] };
}

/** The edits of an inspected deck, one problem each, for whoever is about to build it again. Empty where there is none. */
export function editProblems(inspection: Inspection): Problem[] {
  const edit = (message: string, slide?: { readonly number: number; readonly title: string }): Problem =>
    problem('inspect/edited', {
      message,
      ...(slide ? { place: { slide } } : {}),
      cure: 'Keep the edited file, or build with --discard-edits to lose this change.',
    });
  const slides = inspection.slides.flatMap((slide) => [
    ...(slide.changed ? [edit('the slide was changed by hand', slide)] : []),
    ...(slide.added ? [edit('the slide was added by hand', slide)] : []),
    ...(slide.moved ? [edit('the slide was moved by hand', slide)] : []),
  ]);
  const removed = inspection.removed.map(({ title }) => edit(`the slide “${title}” was removed by hand`));
  return [
    ...slides,
    ...removed,
    ...(inspection.designChanged ? [edit('the slide master, a layout or the theme was changed by hand')] : []),
  ];
}
