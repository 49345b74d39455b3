import { isTaken } from '../save/to-article.ts';
import { mergeTopics } from '../review/topics.ts';
import type { Draft, DraftTopic } from '../types.ts';
import { wordsOfBody, wordsOfTopic } from './words.ts';

/** An article has at most one topic for so many words. */
const WORDS_A_TOPIC = 80;
/** So many it may always have. */
const FEWEST = 2;

/** Whether something of a topic would be saved as things stand: else its slide is blank. */
export function showsSomething({ summary, items }: Pick<DraftTopic, 'summary' | 'items'>): boolean {
  return isTaken(summary) || items.some((item) => isTaken(item));
}

/** Topics with nothing to show, and the shortest where there are too many, go into the one before (the first into the next). Their headings are offered there. */
export function joinTopics(draft: Draft): Draft {
  const most = Math.max(FEWEST, Math.floor(wordsOfBody(draft) / WORDS_A_TOPIC));
  let joined = draft;
  while (joined.topics.length > 1) {
    const { topics, blocks } = joined;
    const empty = topics.find((topic) => !showsSomething(topic));
    const able = topics.filter((topic) => !isGiven(topic));
    const shortest = able.length === 0 ? null : able.reduce((a, b) => (wordsOfTopic(blocks, b) < wordsOfTopic(blocks, a) ? b : a));
    const from = empty ?? (topics.length > most ? shortest : null);
    if (from === null) return joined;
    const at = topics.indexOf(from);
    const into = topics[at - 1] ?? topics[at + 1];
    if (into === undefined) return joined;
    joined = join(joined, from, into);
  }
  return joined;
}

/** A slide of an old deck, a list: however short, its maker has divided it so. */
function isGiven({ summary, items }: DraftTopic): boolean {
  return [summary, ...items].some((item) => item?.origin === 'markup');
}

function join(draft: Draft, from: DraftTopic, into: DraftTopic): Draft {
  const isReal = (topic: DraftTopic): boolean => topic.heading.origin === 'heading';
  const [first, second] = draft.topics.indexOf(from) < draft.topics.indexOf(into) ? [from, into] : [into, from];
  const named = isReal(first) || !isReal(second) ? first : second;
  const other = named === first ? second : first;
  const alternatives = [
    ...new Set([...(isReal(other) ? [other.heading.value, ...other.heading.alternatives] : []), ...named.heading.alternatives]),
  ];
  // A topic without a summary takes that of the one that comes to it.
  const takesSummary = into.summary === null && from.summary !== null;
  const merged = mergeTopics(takesSummary ? withSummary(draft, into, from) : draft, from.id, into.id);
  return {
    ...merged,
    topics: merged.topics.map((topic) => (topic.id === into.id ? { ...topic, heading: { ...named.heading, alternatives } } : topic)),
  };
}

function withSummary(draft: Draft, into: DraftTopic, from: DraftTopic): Draft {
  return {
    ...draft,
    topics: draft.topics.map((topic) =>
      topic === into ? { ...topic, summary: from.summary } : topic === from ? { ...topic, summary: null } : topic,
    ),
  };
}
