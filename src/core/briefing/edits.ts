import { cleanLine, slug, withoutComments } from '../article/index.ts';
import { problem, type Problem, type Result } from '../base/errors.ts';
import { omit } from '../base/omit.ts';
import { mergeOverrides, type TopicEdit } from './override/merge.ts';
import { editOwn } from './own-edit.ts';
import { placesByName, type PlaceOf } from './places.ts';
import type { Briefing, BriefingItem, DeckNotes, OwnItem } from './types.ts';

/** An item of the running order: `article/topic` or `own/ID`, and which of them where a topic was chosen twice. */
export interface ItemRef {
  readonly key: string;
  /** From 1; absent: the first. */
  readonly occurrence?: number;
}

/**
 * One thing that a person changed in a deck, to be kept by its briefing. Lines, entries (points, rows, paragraphs) and blocks are named and
 * hashed as overrides name them (`placesIn`, `placeOfOrigin`); on an own slide by the same names, without a hash.
 */
export type BriefingEdit =
  /** A topic's, or an own slide's. */
  | ({ readonly item: ItemRef } & TopicEdit)
  /** One slide of an item by the template's word for its kind, `number` from 1 where it has more of a kind; `item` null: the deck's own. */
  | { readonly kind: 'slide-removed'; readonly item: ItemRef | null; readonly slide: string; readonly number?: number }
  | { readonly kind: 'slide-moved'; readonly item: ItemRef | null; readonly slide: string }
  /** All slides of an item. `after` null: to the beginning. */
  | { readonly kind: 'item-removed'; readonly item: ItemRef }
  | { readonly kind: 'item-moved'; readonly item: ItemRef; readonly after: ItemRef | null }
  /** Markdown as of an own slide's body. */
  | { readonly kind: 'own-added'; readonly after: ItemRef | null; readonly title: string; readonly body: string }
  /** What is said on the deck's own slides; empty: what the template says. */
  | { readonly kind: 'deck-notes'; readonly slide: keyof DeckNotes; readonly text: string }
  /** What no briefing holds: `what` is a person's word for it, as “a colour”, “the place of a box”. */
  | { readonly kind: 'look' | 'place'; readonly item: ItemRef | null; readonly what: string };

export type { TopicEdit } from './override/merge.ts';

/** An item while edits are put in; those added have no place in the briefing as it was. */
interface Slot {
  item: BriefingItem;
  readonly index: number | null;
  isRemoved: boolean;
  readonly edits: TopicEdit[];
}

interface Work {
  readonly slots: Slot[];
  readonly placeOf: PlaceOf;
  readonly problems: Problem[];
  /** What was last put behind a slot, or first: what comes next for the same place stands behind it. */
  readonly tails: Map<Slot | null, Slot>;
}

const keyOf = (item: BriefingItem): string => (item.kind === 'topic' ? `${item.article}/${item.topic}` : `own/${item.id}`);

function find({ key, occurrence = 1 }: ItemRef, { slots }: Work): Slot | null {
  return slots.filter(({ item, index }) => index !== null && keyOf(item) === key).find((_, at) => at === occurrence - 1) ?? null;
}

function notKept(message: string, received: string, hint: string, slot: Slot | null, { placeOf, problems }: Work): void {
  const place = placeOf(slot?.index == null ? ['items'] : ['items', slot.index]);
  problems.push(problem('briefing/edit-not-kept', { message, place, received, hint }));
}

/** The slot of an item; null, said, where the briefing does not have it. */
function slotOf(ref: ItemRef, what: string, work: Work): Slot | null {
  const slot = find(ref, work);
  if (slot === null) notKept(`the briefing has no ${ref.key}`, what, 'Choose the topic again, or make the change by hand.', null, work);
  return slot;
}

/** Puts a slot behind another one, or behind what was put there before; null: to the beginning. */
function put(slot: Slot, after: Slot | null, { slots, tails }: Work): void {
  const behind = tails.get(after) ?? after;
  slots.splice(behind === null ? 0 : slots.indexOf(behind) + 1, 0, slot);
  tails.set(after, slot);
}

function addOwn(edit: Extract<BriefingEdit, { kind: 'own-added' }>, work: Work): void {
  const after = edit.after === null ? null : slotOf(edit.after, edit.title, work);
  if (edit.after !== null && after === null) return;
  const title = cleanLine(withoutComments(edit.title).text);
  if (title === '') {
    notKept('an own slide has a title', edit.body, 'Give the slide a title.', after, work);
    return;
  }
  const taken = new Set(work.slots.flatMap(({ item }) => (item.kind === 'own' ? [item.id] : [])));
  const base = slug(title);
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  const item: OwnItem = { kind: 'own', id, title, body: edit.body.trim() };
  const { problems } = editOwn(item, [], null);
  const [first] = problems;
  if (first) {
    notKept(`the slide’s text cannot be read: ${first.message}`, first.received ?? title, first.hint, after, work);
    return;
  }
  put({ item, index: null, isRemoved: false, edits: [] }, after, work);
}

function moveItem(edit: Extract<BriefingEdit, { kind: 'item-moved' }>, work: Work): void {
  const slot = slotOf(edit.item, 'it was moved', work);
  const after = edit.after === null ? null : slotOf(edit.after, `${edit.item.key} was moved behind it`, work);
  if (slot === null || slot === after || (edit.after !== null && after === null)) return;
  // What stood behind the moved one stays where it is.
  work.tails.delete(slot);
  for (const [key, tail] of work.tails) if (tail === slot) work.tails.delete(key);
  work.slots.splice(work.slots.indexOf(slot), 1);
  put(slot, after, work);
}

function removeSlide(edit: Extract<BriefingEdit, { kind: 'slide-removed' }>, without: string[], work: Work): void {
  const name = edit.number === undefined ? edit.slide : `${edit.slide}/${edit.number}`;
  if (/[\s/]/.test(edit.slide) || edit.slide === '') {
    notKept('a slide of this kind cannot be named', edit.slide, 'Leave it out by hand.', null, work);
    return;
  }
  if (edit.item === null) {
    if (!without.includes(name)) without.push(name);
    return;
  }
  const slot = slotOf(edit.item, `its slide ${name} was removed`, work);
  if (slot === null) return;
  if (slot.item.kind === 'own') {
    notKept(
      'a slide of an own slide cannot be left out by itself',
      name,
      'Remove the own slide, or take the block out of its text.',
      slot,
      work,
    );
    return;
  }
  const overrides = slot.item.overrides ?? { headline: null, summary: null, points: [], notes: null };
  const names = overrides.without ?? [];
  if (!names.includes(name)) slot.item = { ...slot.item, overrides: { ...overrides, without: [...names, name] } };
}

function apply(edit: BriefingEdit, without: string[], notes: Map<keyof DeckNotes, string>, work: Work): void {
  switch (edit.kind) {
    case 'own-added': {
      addOwn(edit, work);
      return;
    }
    case 'item-moved': {
      moveItem(edit, work);
      return;
    }
    case 'item-removed': {
      const slot = slotOf(edit.item, 'it was removed', work);
      if (slot) slot.isRemoved = true;
      return;
    }
    case 'slide-removed': {
      removeSlide(edit, without, work);
      return;
    }
    case 'deck-notes':
      notes.set(edit.slide, edit.text.trim());
      return;
    case 'slide-moved':
    case 'look':
    case 'place': {
      const what = edit.kind === 'slide-moved' ? `the slide ${edit.slide} was moved` : edit.what;
      const hint = 'It stays in the edited file alone: keep that file, or change the template.';
      const message =
        edit.kind === 'slide-moved'
          ? 'a briefing orders items, not slides within one'
          : `a briefing holds no ${edit.kind === 'look' ? 'looks' : 'places'}`;
      notKept(message, what, hint, edit.item && find(edit.item, work), work);
      return;
    }
    default: {
      const slot = slotOf(edit.item, 'text' in edit ? String(edit.text) : edit.kind, work);
      slot?.edits.push(edit);
    }
  }
}

/** Puts the edits of one item into it. */
function editItem(slot: Slot, language: string | null, work: Work): void {
  const { item, index } = slot;
  if (slot.edits.length === 0) return;
  if (item.kind === 'own') {
    const { value, problems } = editOwn(item, slot.edits, language);
    slot.item = value;
    for (const { message, received, hint } of problems) notKept(message, received ?? '', hint, slot, work);
    return;
  }
  const at = (path: readonly PropertyKey[]): ReturnType<PlaceOf> => work.placeOf(['items', index ?? 0, 'overrides', ...path]);
  const { value, problems } = mergeOverrides(item.overrides, slot.edits, at);
  slot.item = { ...item, overrides: value };
  work.problems.push(...problems);
}

function mergedNotes(before: DeckNotes | null, changed: ReadonlyMap<keyof DeckNotes, string>): DeckNotes | null {
  const said = (slide: keyof DeckNotes): string | null => {
    const text = changed.get(slide) ?? before?.[slide] ?? null;
    return text === '' ? null : text;
  };
  const notes = { title: said('title'), agenda: said('agenda'), sources: said('sources') };
  return notes.title === null && notes.agenda === null && notes.sources === null ? null : notes;
}

/** What is left of the items: a section whose first item goes begins with the next of its own. */
function withoutRemoved(slots: readonly Slot[]): BriefingItem[] {
  let start: BriefingItem['section'];
  return slots.flatMap(({ item, isRemoved }) => {
    start = item.section ?? start;
    if (isRemoved) return [];
    const opened = start === undefined ? item : { ...item, section: start };
    start = undefined;
    return [opened];
  });
}

/**
 * The briefing with what a person changed in its deck. Edits join the overrides that are there: a line that was worded before has the new
 * words, null brings the article's back. Items are named as in the briefing given, whatever edits before have moved. What cannot be kept is
 * `briefing/edit-not-kept`; all else is kept all the same. The briefing that comes out can be written and read.
 */
export function briefingWith(briefing: Briefing, edits: readonly BriefingEdit[], placeOf: PlaceOf = placesByName('')): Result<Briefing> {
  const slots = briefing.items.map((item, index): Slot => ({ item, index, isRemoved: false, edits: [] }));
  const work: Work = { slots, placeOf, problems: [], tails: new Map() };
  const without = [...(briefing.without ?? [])];
  const notes = new Map<keyof DeckNotes, string>();
  for (const edit of edits) apply(edit, without, notes, work);
  for (const slot of slots) editItem(slot, briefing.language, work);
  const value: Briefing = {
    ...omit(briefing, 'without'),
    notes: mergedNotes(briefing.notes, notes),
    ...(without.length > 0 && { without }),
    items: withoutRemoved(slots),
  };
  return { value, problems: work.problems };
}
