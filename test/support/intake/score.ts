import { ingest } from '../../../src/core/intake/index.ts';
import type { Draft, DraftItem } from '../../../src/core/intake/types.ts';
import { foldKey } from '../../../src/core/intake/words/fold.ts';
import type { Expected, Fixture } from './fixtures.ts';

export const SCORED = [
  'title',
  'authors',
  'date',
  'standfirst',
  'publisher',
  'url',
  'language',
  'bio',
  'disclaimer',
  'paragraphs',
  'exact repeats',
  'near repeats',
  'headings',
  'quotations',
  'speakers',
  'events',
  'figures',
  'actors',
] as const;
export type Scored = (typeof SCORED)[number];

export interface Tally {
  /** Found and expected. */
  right: number;
  /** Found, not expected. */
  wrong: number;
  /** Expected, not found. */
  missed: number;
}

export interface Miss {
  readonly fixture: string;
  readonly field: Scored;
  readonly what: 'wrong' | 'missed';
  readonly value: string;
}

export interface Score {
  readonly tallies: Readonly<Record<Scored, Tally>>;
  readonly misses: readonly Miss[];
  readonly drafts: ReadonlyMap<Fixture, Draft>;
}

export const precision = ({ right, wrong }: Tally): number => (right + wrong === 0 ? 1 : right / (right + wrong));
export const recall = ({ right, missed }: Tally): number => (right + missed === 0 ? 1 : right / (right + missed));
/** The harmonic mean of both. */
export const f1 = (tally: Tally): number => {
  const [p, r] = [precision(tally), recall(tally)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
};

/** Takes in every fixture and compares. A fixture that yields no draft misses all it expects. */
export async function scoreAll(fixtures: readonly Fixture[]): Promise<Score> {
  const tallies = Object.fromEntries(SCORED.map((field) => [field, { right: 0, wrong: 0, missed: 0 }])) as Record<Scored, Tally>;
  const misses: Miss[] = [];
  const drafts = new Map<Fixture, Draft>();
  for (const fixture of fixtures) {
    const { value, problems } = await ingest(fixture.bytes, { name: fixture.file });
    const note = (field: Scored, what: Miss['what'], text: string): void => {
      tallies[field][what]++;
      misses.push({ fixture: fixture.name, field, what, value: text });
    };
    if (value === null) note('paragraphs', 'missed', `no draft: ${problems.map((p) => p.code).join(', ')}`);
    else {
      drafts.set(fixture, value);
      compare(value, fixture.expected, { right: (field) => tallies[field].right++, note });
    }
  }
  return { tallies, misses, drafts };
}

export interface Sink {
  readonly right: (field: Scored) => void;
  readonly note: (field: Scored, what: Miss['what'], text: string) => void;
}

function compare(draft: Draft, expected: Expected, sink: Sink): void {
  const { meta } = draft;
  one('title', meta.title?.value, expected.title, sink);
  one('date', meta.published?.value, expected.date, sink);
  one('standfirst', meta.standfirst?.value, expected.standfirst, sink);
  one('publisher', meta.publisher?.value, expected.publisher, sink);
  one('url', meta.url?.value, expected.url, sink);
  one('language', meta.language?.value, expected.language, sink);
  one('bio', meta.bio?.value, expected.bio, sink);
  one('disclaimer', meta.disclaimer?.value, expected.disclaimer, sink);
  many('authors', meta.authors?.value ?? [], expected.authors ?? [], sink);
  one('paragraphs', String(draft.blocks.filter((block) => block.number !== null).length), String(expected.paragraphs), sink);
  for (const text of expected.paragraph ?? []) {
    if (draft.blocks.some((block) => block.text === text && block.number !== null)) sink.right('paragraphs');
    else sink.note('paragraphs', 'missed', text);
  }
  const repeats = draft.blocks.filter((block) => block.role === 'repeat');
  count('exact repeats', repeats.filter((block) => block.repeats?.likeness === 1).length, expected.exact ?? 0, sink);
  count('near repeats', repeats.filter((block) => block.repeats?.likeness !== 1).length, expected.near ?? 0, sink);
  const headings = draft.blocks.filter((block) => block.role === 'heading').map((block) => block.text);
  many('headings', headings, expected.headings ?? [], sink);
  const items = draft.topics.flatMap((topic) => topic.items);
  quotations(items, expected, sink);
  events(draft, items, expected, sink);
  figures(items, expected, sink);
  for (const actor of expected.actors ?? []) {
    if (draft.actors.some((found) => foldKey(found.name) === foldKey(actor))) sink.right('actors');
    else sink.note('actors', 'missed', actor);
  }
}

export function one(field: Scored, found: string | undefined, expected: string | undefined, sink: Sink): void {
  if (found !== undefined && expected !== undefined && normal(found) === normal(expected)) {
    sink.right(field);
    return;
  }
  if (found !== undefined) sink.note(field, 'wrong', found);
  if (expected !== undefined) sink.note(field, 'missed', expected);
}

export function many(field: Scored, found: readonly string[], expected: readonly string[], sink: Sink): void {
  const left = new Set(expected.map(normal));
  for (const value of found) {
    if (left.delete(normal(value))) sink.right(field);
    else sink.note(field, 'wrong', value);
  }
  for (const value of left) sink.note(field, 'missed', value);
}

function count(field: Scored, found: number, expected: number, sink: Sink): void {
  for (let n = 0; n < Math.min(found, expected); n++) sink.right(field);
  for (let n = expected; n < found; n++) sink.note(field, 'wrong', `${found} instead of ${expected}`);
  for (let n = found; n < expected; n++) sink.note(field, 'missed', `${found} instead of ${expected}`);
}

const normal = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The expected entry that fits first, each once; what is found and fits none is wrong, unless it fits an optional or a taken one's twin. */
function pair<F, E extends { readonly optional?: boolean }>(
  found: readonly F[],
  expected: readonly E[],
  fits: (f: F, e: E) => boolean,
): { pairs: [F, E][]; wrong: F[]; missed: E[] } {
  const left = new Set(expected);
  const pairs: [F, E][] = [];
  const wrong: F[] = [];
  for (const f of found) {
    const match = [...left].find((e) => fits(f, e));
    if (match === undefined) wrong.push(f);
    else {
      left.delete(match);
      pairs.push([f, match]);
    }
  }
  return { pairs, wrong, missed: [...left].filter((e) => e.optional !== true) };
}

/** Speakers are compared in English only, unless told otherwise. */
export function quotations(
  items: readonly DraftItem[],
  expected: Expected,
  sink: Sink,
  { everyLanguage = false }: { readonly everyLanguage?: boolean } = {},
): void {
  const found = items.filter((item) => item.kind === 'quotation').filter((item) => item.form === 'quotation');
  const result = pair(found, expected.quotations ?? [], (f, e) => foldKey(f.text) === foldKey(e.text));
  const isSpoken = everyLanguage || (expected.language ?? 'en').startsWith('en');
  for (const [item, e] of result.pairs) {
    if (e.optional !== true) sink.right('quotations');
    if (!isSpoken || e.optional === true) continue;
    if (item.speaker !== null && item.speaker === e.speaker) sink.right('speakers');
    else if (!(item.speaker === null && e.optionalSpeaker === true)) {
      if (item.speaker !== null) sink.note('speakers', 'wrong', `${item.speaker}: ${item.text}`);
      if (e.speaker != null) sink.note('speakers', 'missed', `${e.speaker}: ${e.text}`);
    }
  }
  for (const item of result.wrong) sink.note('quotations', 'wrong', item.text);
  for (const e of result.missed) {
    sink.note('quotations', 'missed', e.text);
    if (isSpoken && e.speaker != null) sink.note('speakers', 'missed', `${e.speaker}: ${e.text}`);
  }
}

export function events(draft: Draft, items: readonly DraftItem[], expected: Expected, sink: Sink): void {
  const found = items.filter((item) => item.kind === 'event');
  const sentence = (item: (typeof found)[number]): string => draft.blocks[item.spans[0]?.block ?? -1]?.text ?? '';
  const exact = pair(
    found,
    (expected.events ?? []).filter((e) => e.vague !== true),
    (f, e) => (f.text.includes(e.at) || sentence(f).includes(e.at)) && (e.words === true ? f.date.text : f.date.iso) === e.date,
  );
  const vague = pair(
    exact.wrong,
    (expected.events ?? []).filter((e) => e.vague === true),
    (f, e) => f.text.includes(e.at) || sentence(f).includes(e.at),
  );
  for (const [, e] of [...exact.pairs, ...vague.pairs]) if (e.optional !== true) sink.right('events');
  for (const f of vague.wrong) sink.note('events', 'wrong', `${f.date.text} (${f.dateWords}): ${f.text}`);
  for (const e of [...exact.missed, ...vague.missed]) sink.note('events', 'missed', `${e.date}: ${e.at}`);
}

export function figures(items: readonly DraftItem[], expected: Expected, sink: Sink): void {
  const found = items.filter((item) => item.kind === 'figure');
  const lastWord = (text: string): string => foldKey(text).split(' ').at(-1) ?? '';
  const fits = (f: (typeof found)[number], e: NonNullable<Expected['figures']>[number]): boolean =>
    foldKey(f.value) === foldKey(e.value) && (e.unit === undefined || e.optional === true || lastWord(f.unit) === lastWord(e.unit));
  const result = pair(found, expected.figures ?? [], fits);
  for (const [, e] of result.pairs) if (e.optional !== true) sink.right('figures');
  for (const f of result.wrong) sink.note('figures', 'wrong', `${f.value} | ${f.unit}: ${f.label}`);
  for (const e of result.missed) sink.note('figures', 'missed', `${e.value} | ${e.unit ?? ''}`);
}
