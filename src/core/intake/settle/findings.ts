import { askedIn } from '../find/asked.ts';
import { bodyOf } from '../find/body.ts';
import { isLeaning, isPersonal } from '../words/leaning.ts';
import { termsOf } from '../topics/terms.ts';
import type { Draft, DraftItem, DraftTopic, SourceBlock } from '../types.ts';
import { BOUNDS, NUMBER_WORDS } from '../words/quantities.ts';
import { readQuoted } from '../words/quotation-marks.ts';
import { showsSomething } from './join-topics.ts';
import { countWords } from '../words/count.ts';
import { sentenceKey } from './words.ts';

const SHORTEST = 4;
/** A heading has so many words, two lines of a slide; where no sentence is so short, a few more. */
const LONGEST = 14;
const LONGEST_OF_ALL = 18;

/** What begins with a number or its bound is a figure. */
const COUNTS = new RegExp(`^(?:(?:${[...BOUNDS.map(([words]) => words), ...Object.keys(NUMBER_WORDS)].join('|')})(?!\\p{L})|\\d)`, 'iu');

interface Sentence {
  readonly key: string;
  readonly text: string;
  readonly terms: readonly string[];
}

/**
 * Topics without a heading of their own are headed by what they find: the short sentence that shares most of its words with the others. It
 * stands once, as the heading. Where there is none, phrases stay proposed.
 */
export function withFindings(draft: Draft): Draft {
  const language = draft.meta.language?.value ?? 'en';
  const asked = askedIn(bodyOf(draft.blocks));
  const told = (topic: DraftTopic): Sentence[] =>
    topic.blocks.filter((index) => !asked.has(index)).flatMap((index) => sentencesOf(draft.blocks[index], index, language));
  return {
    ...draft,
    topics: draft.topics.map((topic) =>
      topic.heading.origin === 'cohesion' ? titled(headed(topic, told(topic), draft.blocks, language), draft) : topic,
    ),
  };
}

/** Where no sentence can head an article's first topic, its title can: what stands before all headings is about the whole of it. */
function titled(topic: DraftTopic, { topics, meta }: Draft): DraftTopic {
  const isPhrase = topic.heading.spans.length === 0;
  const isFirst = topics[0]?.id === topic.id;
  if (!isPhrase || !isFirst || meta.title === null) return topic;
  const alternatives = [topic.heading.value, ...topic.heading.alternatives].slice(0, 3);
  return { ...topic, heading: { ...topic.heading, value: meta.title.value, alternatives } };
}

/** `all`: its sentences that may head it. */
function headed(topic: DraftTopic, all: readonly Sentence[], blocks: readonly SourceBlock[], language: string): DraftTopic {
  const counts = new Map<string, number>();
  for (const { terms } of all) for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const shared = ({ terms }: Sentence): number =>
    [...new Set(terms)].reduce((sum, term) => sum + (counts.get(term) ?? 1) - 1, 0) / Math.sqrt(Math.max(6, terms.length));
  const able = all.filter((sentence) => canHead(sentence, language)).sort((a, b) => shared(b) - shared(a));
  const isShort = ({ text }: Sentence): boolean => countWords(text) <= LONGEST;
  const ranked = [...able.filter(isShort), ...able.filter((sentence) => !isShort(sentence))];
  for (const sentence of ranked) {
    const without = withoutSentence(topic, sentence.key);
    if (!showsSomething(without)) continue;
    const [block = 0, index = 0] = sentence.key.split(':').map(Number);
    const { start = 0, end = 0 } = blocks[block]?.sentences[index] ?? {};
    const value = sentence.text.replace(/[.。]$/u, '');
    const alternatives = [...new Set([topic.heading.value, ...topic.heading.alternatives])].slice(0, 3);
    return {
      ...without,
      heading: { ...topic.heading, value, alternatives, confidence: 0.45, spans: [{ block, sentences: [index, index], start, end }] },
    };
  }
  return topic;
}

function sentencesOf(block: SourceBlock | undefined, index: number, language: string): Sentence[] {
  if (block === undefined || block.shape === 'table') return [];
  return block.sentences.map(({ start, end }, at) => {
    const text = block.text.slice(start, end);
    return { key: `${index}:${at}`, text, terms: termsOf(text, language) };
  });
}

/** A whole statement that stands by itself, in nobody else's words. */
function canHead({ text, terms }: Sentence, language: string): boolean {
  const words = countWords(text);
  const { spans, torn } = readQuoted(text);
  const isStatement = /[.。!؟।]$/u.test(text) && !/[?:;]/.test(text);
  return (
    words >= SHORTEST &&
    words <= LONGEST_OF_ALL &&
    terms.length >= 2 &&
    isStatement &&
    spans.length === 0 &&
    torn.length === 0 &&
    !isLeaning(text, language) &&
    !isPersonal(text, language) &&
    !COUNTS.test(text)
  );
}

/** The topic without what is read out of a sentence: that is now said by its heading. A summary gives way to the first point. */
function withoutSentence(topic: DraftTopic, key: string): DraftTopic {
  const items = topic.items.map((item): DraftItem =>
    sentenceKey(item) === key && item.aside === undefined ? { ...item, aside: 'reading' } : item,
  );
  if (topic.summary === null || sentenceKey(topic.summary) !== key) return { ...topic, items };
  const next = items.find((item) => item.kind === 'point' && item.aside === undefined && item.confidence >= 0.5);
  const set = { ...topic.summary, aside: 'reading' as const };
  return next?.kind === 'point'
    ? { ...topic, summary: next, items: [set, ...items.filter((item) => item !== next)] }
    : { ...topic, summary: null, items: [set, ...items] };
}
