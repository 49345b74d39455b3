import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ingest } from '../../../src/core/intake/index.ts';
import type { Draft } from '../../../src/core/intake/types.ts';
import type { Expected, FixtureSet } from './fixtures.ts';
import { events, figures, many, one, quotations, type Scored, type Sink, type Tally } from './score.ts';

/** What a short text of one kind must give. A field that is not named is not compared; null: there must be none. */
export interface ExpectedOfKind extends Omit<Partial<Expected>, 'title' | 'date' | 'authors'> {
  readonly title?: string | null;
  readonly date?: string | null;
  readonly authors?: readonly string[] | null;
  readonly notActors?: readonly string[];
  /** Words that stand in no point, summary, event or figure. */
  readonly never?: readonly string[];
  readonly filledTopics?: boolean;
  readonly mostTopics?: number;
  readonly headingIsSentence?: boolean;
  readonly notHeadings?: readonly string[];
}

export interface KindFixture {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  readonly text: string;
  readonly expected: ExpectedOfKind;
}

export type KindField = Scored | 'roles' | 'never' | 'topics';

export interface KindMiss {
  readonly fixture: string;
  readonly field: KindField;
  readonly what: 'wrong' | 'missed';
  readonly value: string;
}

export interface KindScore {
  /** By kind of text. */
  readonly tallies: Readonly<Record<string, Tally>>;
  readonly misses: readonly KindMiss[];
  readonly drafts: ReadonlyMap<KindFixture, Draft>;
}

/** The short texts of a set, by kind. */
export function loadKinds(set: FixtureSet): readonly KindFixture[] {
  return parse(readFileSync(join('test', 'fixtures', 'intake', 'kinds', `${set}.yaml`), 'utf8')) as readonly KindFixture[];
}

/** Takes in every text and compares what it names. */
export async function scoreKinds(fixtures: readonly KindFixture[]): Promise<KindScore> {
  const tallies: Record<string, Tally> = {};
  const misses: KindMiss[] = [];
  const drafts = new Map<KindFixture, Draft>();
  for (const fixture of fixtures) {
    const tally = (tallies[fixture.kind] ??= { right: 0, wrong: 0, missed: 0 });
    const judge: Judge = {
      right: () => tally.right++,
      note: (field, what, value) => {
        tally[what]++;
        misses.push({ fixture: fixture.name, field, what, value });
      },
    };
    const { value } = await ingest(new TextEncoder().encode(fixture.text), { name: fixture.file });
    if (value === null) judge.note('paragraphs', 'missed', 'no draft');
    else {
      drafts.set(fixture, value);
      compareKind(value, fixture.expected, judge);
    }
  }
  return { tallies, misses, drafts };
}

interface Judge {
  readonly right: (field: KindField) => void;
  readonly note: (field: KindField, what: KindMiss['what'], value: string) => void;
}

function compareKind(draft: Draft, expected: ExpectedOfKind, judge: Judge): void {
  const sink: Sink = judge;
  const { title, date, authors, notActors, ...rest } = expected;
  const { meta, topics } = draft;
  const named: Expected = { paragraphs: 0, ...rest };
  const items = topics.flatMap((topic) => topic.items);
  if (title !== undefined) one('title', meta.title?.value, title ?? undefined, sink);
  if (date !== undefined) one('date', meta.published?.value, date ?? undefined, sink);
  if (authors !== undefined) many('authors', meta.authors?.value ?? [], authors ?? [], sink);
  if (rest.language !== undefined) one('language', meta.language?.value, rest.language, sink);
  if (rest.headings !== undefined)
    many(
      'headings',
      draft.blocks.filter((block) => block.role === 'heading').map((block) => block.text),
      rest.headings,
      sink,
    );
  if (rest.quotations !== undefined) {
    quotations(items, named, sink, { everyLanguage: true });
    for (const { text, role } of rest.quotations) {
      if (role === undefined) continue;
      const found = items.find((item) => item.kind === 'quotation' && item.text === text);
      const own = found?.kind === 'quotation' ? found.role : null;
      if (own === role) judge.right('roles');
      else judge.note('roles', 'wrong', `${own}: ${text}`);
    }
  }
  if (rest.events !== undefined) events(draft, items, named, sink);
  if (rest.figures !== undefined) figures(items, named, sink);
  const persons = new Set(draft.actors.map(({ name }) => name));
  for (const name of rest.actors ?? []) judgeOne(persons.has(name), 'actors', 'missed', name, judge);
  for (const name of notActors ?? []) judgeOne(!persons.has(name), 'actors', 'wrong', name, judge);
  const shown = topics.flatMap(({ summary, items: own }) => [summary, ...own]).filter((item) => item !== null);
  for (const words of rest.never ?? [])
    judgeOne(
      !shown.some((item) => 'text' in item && item.kind !== 'quotation' && item.text.includes(words)),
      'never',
      'wrong',
      words,
      judge,
    );
  if (rest.filledTopics === true)
    for (const { heading, summary, items: own } of topics)
      judgeOne(summary !== null || own.length > 0, 'topics', 'wrong', heading.value, judge);
  if (rest.mostTopics !== undefined) judgeOne(topics.length <= rest.mostTopics, 'topics', 'wrong', `${topics.length} topics`, judge);
  if (rest.headingIsSentence === true) {
    const sentences = new Set(
      draft.blocks.flatMap(({ text, sentences: own }) => own.map(({ start, end }) => plain(text.slice(start, end)))),
    );
    for (const { heading } of topics) judgeOne(sentences.has(plain(heading.value)), 'topics', 'wrong', heading.value, judge);
  }
  for (const heading of rest.notHeadings ?? [])
    judgeOne(!topics.some((topic) => topic.heading.value === heading), 'topics', 'wrong', heading, judge);
}

const plain = (text: string): string => text.replace(/[.。]$/u, '');

function judgeOne(isRight: boolean, field: KindField, what: KindMiss['what'], value: string, judge: Judge): void {
  if (isRight) judge.right(field);
  else judge.note(field, what, value);
}
