import { HAN_AND_KANA } from '../../base/unicode.ts';
import type { PointItem } from '../types.ts';
import { inverseFrequencies, termsOf } from '../topics/terms.ts';
import { quotedSpans } from '../words/quotation-marks.ts';
import { countWords } from '../words/count.ts';
import { isLeaning, isPersonal } from '../words/leaning.ts';
import { isTorn, sentenceText, type BodyBlock } from './body.ts';

const DENSE = new RegExp(`[${HAN_AND_KANA}]`, 'gu');

export type FoundPoint = Omit<PointItem, 'id' | 'state'>;

export interface TopicPoints {
  readonly summary: FoundPoint | null;
  readonly points: readonly FoundPoint[];
}

const MOST_POINTS = 5;
const FEWEST_WORDS = 6;
const MOST_WORDS = 60;
/** A sentence with fewer words than this tells little as a summary. */
const SCENE = 9;
/** A sentence in which somebody speaks of themselves is for a reader to take. */
const PERSONAL = 0.45;

interface Scored {
  readonly block: BodyBlock;
  readonly sentence: number;
  readonly text: string;
  readonly score: number;
  readonly leans: boolean;
  readonly isOwn: boolean;
}

/**
 * For each stretch of the body: its lead sentence as summary, then of each paragraph the most telling sentence, in the text's order. Always
 * whole sentences of the source; a shorter form is for the review to offer.
 */
export function findPoints(stretches: readonly (readonly BodyBlock[])[], language: string): TopicPoints[] {
  const sentences = stretches.map((blocks) =>
    blocks.flatMap((block) => block.sentences.map((_, index) => ({ block, index, text: sentenceText(block, index) }))),
  );
  const terms = sentences.map((stretch) => stretch.map(({ text }) => termsOf(text, language)));
  const inverse = inverseFrequencies(terms.flat());
  return stretches.map((blocks, at) => {
    const own = new Map<string, number>();
    for (const list of terms[at] ?? []) for (const term of list) own.set(term, (own.get(term) ?? 0) + 1);
    const scored = (sentences[at] ?? []).flatMap(({ block, index, text }, position): Scored[] => {
      const words = text.split(/\s+/).length + Math.floor((text.match(DENSE)?.length ?? 0) / 3);
      if (block.shape === 'table' || words < FEWEST_WORDS || words > MOST_WORDS || /\?["”]?$/.test(text)) return [];
      if (isTorn(block, index) || isMostlyQuoted(text)) return [];
      if (block.shape === 'paragraph' && !/[\p{P}\p{S}]$/u.test(text)) return [];
      const list = terms[at]?.[position] ?? [];
      const weight = [...new Set(list)].reduce((sum, term) => sum + (inverse.get(term) ?? 0) * Math.sqrt(own.get(term) ?? 0), 0);
      const isOwn = isPersonal(text, language);
      const leans = isOwn || isLeaning(text, language);
      const facts = (/\d/.test(text) ? 0.15 : 0) + (/\s\p{Lu}\p{Ll}/u.test(text) ? 0.1 : 0) - (leans ? 0.25 : 0) + (index === 0 ? 0.25 : 0);
      return [{ block, sentence: index, text, leans, isOwn, score: (weight / Math.sqrt(Math.max(6, list.length))) * (1 + facts) }];
    });
    return choose(scored, blocks.length);
  });
}

function choose(scored: readonly Scored[], paragraphs: number): TopicPoints {
  const opens = scored.filter(({ leans }) => !leans);
  const [first] = opens;
  // A short sentence that opens a topic sets the scene (`It is too early to say.`): the finding follows in its paragraph.
  const next =
    first !== undefined && countWords(first.text) < SCENE
      ? opens.find((one) => one.block === first.block && countWords(one.text) >= SCENE)
      : undefined;
  const lead = next ?? first ?? scored[0];
  const rest = scored.filter((candidate) => candidate !== lead);
  const wanted = Math.max(1, Math.min(MOST_POINTS, paragraphs + 1));
  const ofBlocks = [...new Set(rest.map(({ block }) => block))].flatMap((block) => {
    const [best] = rest.filter((candidate) => candidate.block === block).sort(byScore);
    return best ? [best] : [];
  });
  const chosen = [...ofBlocks].sort(byScore).slice(0, wanted);
  const more = [...rest]
    .filter((candidate) => !chosen.includes(candidate))
    .sort(byScore)
    .slice(0, wanted - chosen.length);
  const ordered = rest.filter((candidate) => chosen.includes(candidate) || more.includes(candidate));
  const top = Math.max(...scored.map(({ score }) => score), 1e-9);
  return {
    summary: lead ? pointOf(lead, lead.isOwn ? PERSONAL : lead.leans ? 0.5 : 0.72) : null,
    points: ordered.map((candidate) =>
      pointOf(candidate, candidate.isOwn ? PERSONAL : (candidate.leans ? 0.4 : 0.5) + 0.25 * (candidate.score / top)),
    ),
  };
}

const byScore = (a: Scored, b: Scored): number => b.score - a.score || a.block.index - b.block.index || a.sentence - b.sentence;

function pointOf({ block, sentence, text }: Scored, confidence: number): FoundPoint {
  const { start = 0, end = 0 } = block.sentences[sentence] ?? {};
  const span = { block: block.index, sentences: [sentence, sentence] as const, start, end };
  return { kind: 'point', text, saved: null, ordered: false, confidence, origin: 'ranking', spans: [span] };
}

/** A good part of it is somebody's words: a quotation's matter. */
function isMostlyQuoted(text: string): boolean {
  return quotedSpans(text).reduce((sum, { start, end }) => sum + end - start, 0) > text.length * 0.35;
}
