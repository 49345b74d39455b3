import { isTaken } from '../save/to-article.ts';
import type { ActorItem, Draft, DraftItem, Field, FieldName, Metadata } from '../types.ts';
import { salience } from './salience.ts';
import { wordsOfBody } from './words.ts';

/** Fields that an article is cited by: always asked about. */
const CITED: readonly FieldName[] = ['title', 'authors', 'published'];
/** Other fields are asked about where the machine is less sure than this. */
const SURE_FIELD = 0.6;
const CARDS = { words: 1200, cards: 30, fewest: 8, perWords: 1000 / 30, perFurtherThousand: 15 };
const SURE_SPEAKER = 0.8;
/** Quotations whose words and speaker are surer than this are as good as always right. */
const AS_GOOD_AS_RIGHT = 0.9;
/** Of the questions so many are about such quotations; the others are saved without one. */
const ASKED_QUOTATIONS = 0.1;
/** Of the actors so many are asked about, those named most often. */
const ASKED_ACTORS = 3;

/** How many questions an article of so many words is worth. */
export function cardsFor(words: number): number {
  const { words: usual, cards, fewest, perWords, perFurtherThousand } = CARDS;
  return words <= usual
    ? Math.min(cards, Math.max(fewest, Math.round(words / perWords)))
    : Math.round(cards + ((words - usual) * perFurtherThousand) / 1000);
}

/** Sets aside what is not worth a question of its own: beyond `cardsFor`, the items that tell least. What has been set aside stays so. */
export function askAbout(draft: Draft): Draft {
  const meta = Object.fromEntries(
    (Object.entries(draft.meta) as [FieldName, Field<string> | null][]).map(([name, field]) => [name, asideField(name, field)]),
  ) as unknown as Metadata;
  const topics = draft.topics.map((topic) =>
    topic.heading.origin === 'heading' ? { ...topic, heading: { ...topic.heading, aside: 'minor' as const } } : topic,
  );
  const actors = draft.actors.map((actor, index) => (isAsked(actor, index) ? actor : { ...actor, aside: 'minor' as const }));
  const spent =
    Object.values(meta).filter((field: Field<string> | null) => field !== null && field.aside === undefined).length +
    topics.filter(({ heading }) => heading.aside === undefined).length +
    topics.filter(({ summary }) => summary !== null).length +
    actors.filter(({ aside }) => aside === undefined).length;
  const cards = cardsFor(wordsOfBody(draft));
  const left = Math.max(0, cards - spent);
  const known = topics.flatMap(({ items }) => items.filter((item) => isKnown(item, items))).slice(Math.round(cards * ASKED_QUOTATIONS));
  const sure = new Set<DraftItem>(known);
  const tells = salience(draft);
  const mostWorth = (items: readonly DraftItem[]): DraftItem[] =>
    byWorth(
      items.filter((item) => !sure.has(item)),
      tells,
    );
  const kept = new Set(topics.flatMap(({ summary, items }) => (isTaken(summary) ? [] : mostWorth(items).slice(0, 1))));
  const ranked = mostWorth(topics.flatMap(({ items }) => items)).filter((item) => !kept.has(item));
  const beyond = new Set(ranked.slice(Math.max(0, left - kept.size)).filter((item) => !isGiven(item)));
  return {
    ...draft,
    meta,
    actors,
    topics: topics.map((topic) => ({
      ...topic,
      items: topic.items.map((item): DraftItem =>
        beyond.has(item) ? { ...item, aside: 'minor' } : sure.has(item) ? { ...item, aside: 'sure' } : item,
      ),
    })),
  };
}

/** What the format itself gives, and what somebody named has said, always stands. */
function isGiven(item: DraftItem): boolean {
  if (item.kind === 'table' || item.kind === 'kept' || item.origin === 'markup') return true;
  return item.kind === 'quotation' && item.speaker !== null && item.speakerConfidence >= SURE_SPEAKER;
}

/** What somebody has said, where words and speaker are as good as certain: beside a verb of saying, or going on behind such words in one paragraph. */
function isKnown(item: DraftItem, beside: readonly DraftItem[]): boolean {
  if (item.kind !== 'quotation' || item.form !== 'quotation' || item.aside !== undefined || item.origin === 'markup') return false;
  const isSure = (other: DraftItem): boolean =>
    other.kind === 'quotation' && other.confidence >= 0.8 && other.speakerConfidence >= AS_GOOD_AS_RIGHT;
  const isSame = (other: DraftItem): boolean =>
    other.kind === 'quotation' && other.speaker === item.speaker && other.spans[0]?.block === item.spans[0]?.block;
  return isSure(item) || (item.speakerConfidence >= SURE_SPEAKER && beside.some((other) => isSure(other) && isSame(other)));
}

/** The items that are not set aside, best first; those that would be saved before all others. */
function byWorth(items: readonly DraftItem[], tells: (item: DraftItem) => number): DraftItem[] {
  const rank = (item: DraftItem): number => worth(item, tells) + (isTaken(item) ? 10 : 0);
  return items.filter(({ aside }) => aside === undefined).sort((a, b) => rank(b) - rank(a));
}

function asideField(name: FieldName, field: Field<string> | null): Field<string> | null {
  return field === null || CITED.includes(name) || field.confidence < SURE_FIELD ? field : { ...field, aside: 'minor' };
}

function isAsked({ mentions, confidence, type }: ActorItem, index: number): boolean {
  return index < ASKED_ACTORS && mentions > 1 && confidence >= 0.7 && type !== 'place' && type !== 'other';
}

/** What an analyst would miss most: of what is read out of one sentence, by what that sentence tells. */
function worth(item: DraftItem, tells: (item: DraftItem) => number): number {
  switch (item.kind) {
    case 'table':
    case 'kept':
      return 3;
    case 'quotation':
      return item.speaker === null ? 0.55 : 1.2 + item.speakerConfidence;
    case 'event':
    case 'figure':
      return tells(item);
    case 'point':
      return tells(item) + 0.05;
  }
}
