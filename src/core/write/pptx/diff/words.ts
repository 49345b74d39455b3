import { diffIndices } from 'node-diff3';
import { segmentsOf } from '../../../base/segments.ts';
import type { FactChange, LineChange, Mention, ReadMentions, WordSpan } from './types.ts';

/** How lines of one language are held against each other. */
export interface WordReader {
  /** What differs between two texts, word by word and by their facts. A text that stands on one side alone has all its facts changed. */
  readonly compare: (from: string | null, to: string | null) => Pick<LineChange, 'spans' | 'facts'>;
  /** How much of their words two texts share: 0 to 1. */
  readonly likeness: (from: string, to: string) => number;
  /** Whether a text is a number and little else. */
  readonly isFigure: (text: string) => boolean;
}

/** Unicode's rules for words look so far ahead [UAX 29, WB6]. */
const AHEAD = 200;
/** Such a text is a figure where a number stands in its first characters. */
const LONGEST_FIGURE = 32;
const NUMBER_WITHIN = 12;
const RANK: readonly FactChange['kind'][] = ['number', 'date', 'name'];

/** A reader for lines of a language, a BCP 47 tag. Words are found by Unicode's rules (and dictionaries, in Chinese or Thai), not by spaces. */
export function wordReader(language: string, readMentions: ReadMentions): WordReader {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const mentionsOf = readMentions(language);
  const known = new Map<string, ReadonlyMap<string, number>>();
  const wordsOf = (text: string): ReadonlyMap<string, number> => {
    const had = known.get(text);
    if (had) return had;
    const counts = new Map<string, number>();
    for (const { segment } of segmentsOf(segmenter, text, AHEAD)) {
      if (!/[\p{L}\p{N}]/u.test(segment)) continue;
      const word = segment.toLowerCase();
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    known.set(text, counts);
    return counts;
  };
  return {
    compare: (from, to) => {
      const [old, now] = [from === null ? [] : mentionsOf(from), to === null ? [] : mentionsOf(to)];
      const spans = from === null || to === null ? [] : spansOf(tokens(segmenter, from, old), tokens(segmenter, to, now));
      return { spans, facts: factChanges(changedFacts(from, old, spans, 'old'), changedFacts(to, now, spans, 'new')) };
    },
    likeness: (from, to) => shareOf(wordsOf(from), wordsOf(to)),
    isFigure: (text) =>
      text.length <= LONGEST_FIGURE && mentionsOf(text).some(({ kind, start }) => kind === 'number' && start < NUMBER_WITHIN),
  };
}

/** Twice what they share over all that they have [Dice 1945]. */
function shareOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const count = (words: ReadonlyMap<string, number>): number => [...words.values()].reduce((sum, n) => sum + n, 0);
  const all = count(a) + count(b);
  const shared = [...a].reduce((sum, [word, n]) => sum + Math.min(n, b.get(word) ?? 0), 0);
  return all === 0 ? 0 : (2 * shared) / all;
}

/** Words, and what stands between them; a number or date is one word, so that no part of one is marked. */
function tokens(segmenter: Intl.Segmenter, text: string, mentions: readonly Mention[]): string[] {
  const whole = mentions.filter(({ kind }) => kind !== 'name');
  const found: string[] = [];
  let at = 0;
  for (const { segment, index } of segmentsOf(segmenter, text, AHEAD)) {
    const next = index + segment.length;
    if (next <= at) continue;
    const mention = whole.find(({ start, end }) => start < next && end > at);
    // What a mention begins in the middle of goes with it.
    const end = Math.max(mention?.end ?? 0, next);
    found.push(text.slice(at, end));
    at = end;
  }
  return found;
}

function spansOf(from: readonly string[], to: readonly string[]): WordSpan[] {
  const list: WordSpan[] = [];
  const push = (of: WordSpan['of'], words: readonly string[]): void => {
    const text = words.join('');
    if (text !== '') list.push({ of, text });
  };
  let at = 0;
  for (const { buffer1, buffer1Content, buffer2Content } of diffIndices([...from], [...to])) {
    push('both', from.slice(at, buffer1[0]));
    push('old', buffer1Content);
    push('new', buffer2Content);
    at = buffer1[0] + buffer1[1];
  }
  push('both', from.slice(at));
  return joined(list);
}

/** Of `[-old-] [+new+] [-old-]` a space between belongs to both sides: a phrase that was replaced is marked whole. */
function joined(list: readonly WordSpan[]): WordSpan[] {
  const merged: WordSpan[] = [];
  let [old, now] = ['', ''];
  const flush = (): void => {
    if (old !== '') merged.push({ of: 'old', text: old });
    if (now !== '') merged.push({ of: 'new', text: now });
    [old, now] = ['', ''];
  };
  list.forEach(({ of, text }, i) => {
    if (of === 'old') old += text;
    else if (of === 'new') now += text;
    else if (/^\s+$/.test(text) && old !== '' && now !== '' && (list[i + 1]?.of ?? 'both') !== 'both')
      [old, now] = [old + text, now + text];
    else {
      flush();
      merged.push({ of, text });
    }
  });
  flush();
  return merged;
}

interface Fact {
  readonly kind: Mention['kind'];
  readonly text: string;
}

/** The mentions of a side that what was marked touches; whether another counts as one may hang on the words around it. */
function changedFacts(text: string | null, mentions: readonly Mention[], spans: readonly WordSpan[], side: 'old' | 'new'): Fact[] {
  if (text === null) return [];
  let at = 0;
  const marked = spans.flatMap((span) => {
    if (span.of !== side && span.of !== 'both') return [];
    const start = at;
    at += span.text.length;
    return span.of === side ? [{ start, end: at }] : [];
  });
  const touched = ({ start, end }: Mention): boolean => spans.length === 0 || marked.some((span) => span.start < end && span.end > start);
  return mentions.filter(touched).map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));
}

/** What one side has and the other has not, by pairs in their order, a kind at a time. */
function factChanges(from: readonly Fact[], to: readonly Fact[]): FactChange[] {
  const key = ({ kind, text }: Fact): string => `${kind} ${text.toLowerCase()}`;
  return RANK.flatMap((kind) => {
    const [then, now] = [from, to].map((list) => list.filter((fact) => fact.kind === kind)) as [Fact[], Fact[]];
    const gone = without(then, now, key);
    const come = without(now, then, key);
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => ({
      kind,
      from: gone[i]?.text ?? null,
      to: come[i]?.text ?? null,
    }));
  });
}

function without<T>(list: readonly T[], others: readonly T[], key: (item: T) => string): T[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(key(other), (left.get(key(other)) ?? 0) + 1);
  return list.filter((item) => {
    const count = left.get(key(item)) ?? 0;
    left.set(key(item), count - 1);
    return count <= 0;
  });
}
