import { parseBody, parseInline, parseNotes, withoutComments } from '../../article/index.ts';
import { problem, type Place, type Problem, type Result } from '../../base/errors.ts';
import { omit } from '../../base/omit.ts';
import { outlinePiece } from '../../block/view.ts';
import { readNumber } from '../../numbers/index.ts';
import { LANGUAGES, wordsFor } from '../catalogue/index.ts';
import type { Form, Parts } from '../outline.ts';
import type { Addition, LineOverride, Move, Overrides, PointOverride, Removal, WholeField } from '../types.ts';
import { isAnchor, isInBlock, isItem, lineForm, parseAddress, SUMMARY, type Address, type BlockAddress } from './address.ts';
import { given, isEmpty } from './empty.ts';

/** A change inside one item, by the names and hashes that overrides carry (`LinePlace`, `ItemPlace`). */
export type TopicEdit =
  /** `text` null: the article's words again. `position`: a point's, from its `LinePlace`. `sourced`: as an override's; true keeps the article's source. */
  | {
      readonly kind: 'line';
      readonly at: string;
      readonly hash: string;
      readonly position?: number;
      readonly text: string | number | null;
      readonly sourced?: boolean;
    }
  | ({ readonly kind: 'entry-added' } & Addition)
  /** `hash`: of all that goes. */
  | ({ readonly kind: 'entry-removed' } & Removal)
  | ({ readonly kind: 'entry-moved' } & Move)
  /** `text` null: the article's again. `hash`: of the article's, where it is known. */
  | { readonly kind: 'notes'; readonly text: string | null; readonly hash?: string };

type Edit<K extends TopicEdit['kind']> = Extract<TopicEdit, { readonly kind: K }>;

/** An addition while others come and go: its name for now, which places refer to. */
interface Added {
  readonly name: string;
  readonly entry: Addition;
}

interface Draft {
  headline: string | null;
  summary: string | null;
  notes: string | null;
  hashes: Partial<Record<WholeField, string>>;
  points: readonly PointOverride[];
  lines: readonly LineOverride[];
  removed: readonly Removal[];
  moved: readonly Move[];
  added: readonly Added[];
  /** What new additions have been put behind each place. */
  readonly tails: Map<string, string>;
  /** How many there were. */
  count: number;
}

/** Why an edit cannot be kept, and what to do; null where it is kept. */
type Refusal = Pick<Problem, 'message' | 'hint'> | null;

const WORDS = 'Make the change by hand, in the briefing or the article.';

type Read = (text: string, how: { readonly file: string; readonly line: number }) => { readonly problems: readonly Problem[] };

function refusalOf(text: string, read: Read): Refusal {
  const found = read(text, { file: '', line: 1 }).problems.find(({ severity }) => severity === 'error');
  return found ? { message: `the words cannot be read: ${found.message}`, hint: found.hint } : null;
}

const isBlank = (text: string): boolean => withoutComments(text).text.trim() === '';

/** Behind quoted words that were changed stands a mark, which is none of them. */
function withoutMark(text: string): string {
  const mark = LANGUAGES.map((language) => ` [${wordsFor(language).reworded}]`).find((own) => text.trimEnd().endsWith(own));
  return mark === undefined ? text : text.trimEnd().slice(0, -mark.length);
}

/** Text that a line of this form can have; else why not. */
function fitting(form: Form, text: string | number, isNeeded: boolean): { readonly text: string | number } | { readonly refusal: Refusal } {
  const words = typeof text === 'string' ? text.trim() : text;
  if (isNeeded && isBlank(String(words))) {
    return { refusal: { message: 'this line cannot be empty', hint: 'Remove the whole entry instead.' } };
  }
  if (form === 'number') {
    if (words === '' || typeof words === 'number') return { text: words };
    const reading = readNumber(words, { language: null, hint: () => null });
    if (reading.kind === 'number') return { text: reading.value };
    return {
      refusal: { message: 'a value of a chart is a number', hint: 'Give the value as a number; a word for it belongs into a sentence.' },
    };
  }
  const refusal = form === 'runs' ? refusalOf(String(words), parseInline) : null;
  return refusal ? { refusal } : { text: words };
}

const columnsOf = ({ named }: Parts): string[] => Object.keys(named);

/** The kind of list that an addition stands in, through other additions; null where it is blocks, or nothing known. */
function listOf(after: string, added: readonly Added[]): BlockAddress | null {
  const address = parseAddress(after);
  if (address === null) return null;
  if (isInBlock(address)) return address.items.length === 0 ? null : address;
  const other = added.find(({ name }) => name === `added/${address.number}`);
  return other ? listOf(other.entry.after, added) : null;
}

function wordAddition(edit: Edit<'line'>, address: Address, draft: Draft): Refusal {
  const name = `added/${address.number}`;
  const found = draft.added.find((own) => own.name === name);
  const list = found && listOf(found.entry.after, draft.added);
  const item = list && outlinePiece(list.kind).item;
  if (!found || !item) return { message: 'what was added there is no line', hint: WORDS };
  const put = (entry: Addition): void => {
    draft.added = draft.added.map((own) => (own === found ? { ...own, entry } : own));
  };
  if (edit.text === null) return { message: 'what was added has no words in the article', hint: 'Remove the entry instead.' };
  const cell = Object.hasOwn(item.named, address.part)
    ? columnsOf(item).indexOf(address.part)
    : columnsOf(item).length + Number(address.part) - 1;
  const form = item.named[address.part] ?? item.numbered ?? 'words';
  const read = fitting(form, edit.text, (item.needed ?? []).includes(address.part));
  if ('refusal' in read) return read.refusal;
  const { text, cells } = found.entry;
  if (text !== undefined && address.part === '') put({ ...found.entry, text: String(read.text) });
  else if (cells && cell in cells) put({ ...found.entry, cells: cells.with(cell, read.text) });
  else return { message: 'what was added has no such cell', hint: WORDS };
  return null;
}

function wordWhole(field: 'headline' | 'summary', { text, hash }: Edit<'line'>, draft: Draft): Refusal {
  if (text !== null && isBlank(String(text)))
    return { message: `the ${field} cannot be empty`, hint: 'Remove the slide, or make the change by hand.' };
  const refusal = text === null ? null : refusalOf(String(text), parseInline);
  if (refusal) return refusal;
  draft[field] = text === null ? null : String(text).trim();
  draft.hashes = { ...omit(draft.hashes, field), ...(text !== null && hash !== '' && { [field]: hash }) };
  return null;
}

function wordLine(edit: Edit<'line'>, draft: Draft): Refusal {
  const { at, hash, position, text, sourced } = edit;
  if (at === 'headline' || at === SUMMARY) return wordWhole(at, edit, draft);
  const address = parseAddress(at);
  if (address?.kind === 'added') return wordAddition(edit, address, draft);
  const form = address && lineForm(address);
  if (!address || !isInBlock(address) || form === null || 'allowed' in form) return { message: `no line is called ${at}`, hint: WORDS };
  const piece = outlinePiece(address.kind);
  const parts = address.items.length === 0 ? piece.block : piece.item;
  const words = typeof text === 'string' && piece.isQuoted ? withoutMark(text) : text;
  const read = words === null ? null : fitting(form.form, words, (parts?.needed ?? []).includes(address.part));
  if (read && 'refusal' in read) return read.refusal;
  const source = sourced === undefined ? {} : { sourced };
  if (position !== undefined && address.kind === 'points') {
    const others = draft.points.filter((own) => own.position !== position);
    const own = read && { position, hash, text: String(read.text), ...source };
    draft.points = [...others, ...(own ? [own] : [])].sort((a, b) => a.position - b.position);
    return null;
  }
  const own = read && { at, hash, text: read.text, ...source };
  const index = draft.lines.findIndex((line) => line.at === at);
  if (index === -1) draft.lines = own ? [...draft.lines, own] : draft.lines;
  else draft.lines = own ? draft.lines.with(index, own) : draft.lines.toSpliced(index, 1);
  return null;
}

function add(edit: Edit<'entry-added'>, draft: Draft): Refusal {
  const { after, hash, text, cells } = edit;
  const anchor = parseAddress(after);
  const isKnown = anchor?.kind !== 'added' || draft.added.some(({ name }) => name === `added/${anchor.number}`);
  if (!isAnchor(after) || !isKnown || (text === undefined) === (cells === undefined) || cells?.length === 0) {
    return { message: `nothing can be added behind ${after}`, hint: WORDS };
  }
  if (text !== undefined && isBlank(text)) return { message: 'an entry without words cannot be added', hint: 'Write its words.' };
  const list = listOf(after, draft.added);
  const refusal = text === undefined ? null : refusalOf(text, list ? parseInline : parseBody);
  if (refusal) return refusal;
  const entry: Addition = {
    ...{ after, ...(hash !== undefined && hash !== '' && { hash }) },
    ...(text !== undefined && { text: text.trim() }),
    ...(cells && { cells: cells.map((cell) => (typeof cell === 'string' ? cell.trim() : cell)) }),
  };
  const own: Added = { name: `new/${draft.count++}`, entry };
  // Directly behind its place: before what was added there earlier, but behind what these edits have added there.
  const tail = draft.tails.get(after);
  const at =
    tail === undefined
      ? draft.added.findIndex((other) => other.entry.after === after)
      : draft.added.findIndex(({ name }) => name === tail) + 1;
  draft.added = draft.added.toSpliced(at === -1 ? draft.added.length : at, 0, own);
  draft.tails.set(after, own.name);
  return null;
}

/** What stood behind an entry that goes stands where that stood. */
const inherit = <T extends { readonly after: string }>(of: T, name: string, after: string): T =>
  of.after === name || of.after === `${name}/0` ? { ...of, after } : of;

function remove({ at, hash }: Edit<'entry-removed'>, draft: Draft): Refusal {
  const address = parseAddress(at);
  if (address?.kind === 'added') {
    const found = draft.added.find(({ name }) => name === at);
    if (!found) return { message: `nothing is called ${at}`, hint: WORDS };
    const { after } = found.entry;
    draft.added = draft.added.filter((own) => own !== found).map((own) => ({ ...own, entry: inherit(own.entry, at, after) }));
    draft.moved = draft.moved.map((own) => inherit(own, at, after));
    return null;
  }
  if (!isItem(at) && at !== SUMMARY) return { message: `no entry is called ${at}`, hint: WORDS };
  draft.removed = [...draft.removed.filter((own) => own.at !== at), { at, hash }];
  return null;
}

function move(edit: Edit<'entry-moved'>, draft: Draft): Refusal {
  const { at, hash, after, afterHash } = edit;
  if (!isItem(at) || !isAnchor(after)) return { message: `${at} cannot be moved behind ${after}`, hint: WORDS };
  const own: Move = { at, hash, after, ...(afterHash !== undefined && afterHash !== '' && { afterHash }) };
  draft.moved = [...draft.moved.filter((other) => other.at !== at), own];
  return null;
}

function noted({ text, hash }: Edit<'notes'>, draft: Draft): Refusal {
  const words = text?.trim() ?? '';
  const refusal = words === '' ? null : refusalOf(words, parseNotes);
  if (refusal) return refusal;
  if (text !== null && isBlank(words))
    return { message: 'the notes of a topic cannot be emptied', hint: 'Write what is said instead, or take them out of the article.' };
  draft.notes = text === null ? null : words;
  draft.hashes = { ...omit(draft.hashes, 'notes'), ...(text !== null && hash !== undefined && { notes: hash }) };
  return null;
}

function merge(edit: TopicEdit, draft: Draft): Refusal {
  switch (edit.kind) {
    case 'line':
      return wordLine(edit, draft);
    case 'entry-added':
      return add(edit, draft);
    case 'entry-removed':
      return remove(edit, draft);
    case 'entry-moved':
      return move(edit, draft);
    case 'notes':
      return noted(edit, draft);
  }
}

/** Additions by their final numbers, and all places that name them. One can only stand behind one before it. */
function numbered({ added, moved }: Draft): { readonly added: Addition[]; readonly moved: Move[] } {
  const order: Added[] = [];
  const place = (own: Added): void => {
    if (order.includes(own)) return;
    const on = added.find(({ name }) => own.entry.after === name || own.entry.after === `${name}/0`);
    if (on && on !== own) place(on);
    order.push(own);
  };
  added.forEach(place);
  const names = new Map(order.map(({ name }, index) => [name, `added/${index + 1}`]));
  const renamed = (after: string): string => {
    const [, name = '', start = ''] = /^((?:added|new)\/\d+)(\/0)?$/.exec(after) ?? [];
    return names.has(name) ? `${names.get(name) ?? ''}${start}` : after;
  };
  return {
    added: order.map(({ entry }) => ({ ...entry, after: renamed(entry.after) })),
    moved: moved.map((own) => ({ ...own, after: renamed(own.after) })),
  };
}

/** A topic's overrides with further edits; null where nothing is left of them. What cannot be kept is `briefing/edit-not-kept`. */
export function mergeOverrides(
  overrides: Overrides | null,
  edits: readonly TopicEdit[],
  place: (path: readonly PropertyKey[]) => Place,
): Result<Overrides | null> {
  const {
    headline = null,
    summary = null,
    notes = null,
    points = [],
    hashes = {},
    lines = [],
    removed = [],
    moved = [],
    without,
  } = overrides ?? {};
  const added = (overrides?.added ?? []).map((entry, index): Added => ({ name: `added/${index + 1}`, entry }));
  const draft: Draft = { headline, summary, notes, points, hashes, lines, removed, moved, added, tails: new Map(), count: 0 };
  const problems = edits.flatMap((edit) => {
    const refusal = merge(edit, draft);
    if (refusal === null) return [];
    const words = 'text' in edit && edit.text != null ? String(edit.text) : 'at' in edit ? edit.at : edit.kind;
    return [problem('briefing/edit-not-kept', { ...refusal, place: place([]), received: words })];
  });
  const value: Overrides = {
    ...{ headline: draft.headline, summary: draft.summary, points: draft.points, notes: draft.notes },
    ...given({ hashes: draft.hashes, lines: draft.lines, removed: draft.removed, ...numbered(draft), without }),
  };
  return { value: isEmpty(value) ? null : value, problems };
}
