import { draftToArticle } from '../../../src/core/intake/index.ts';
import type { Article, ArticleBlock } from '../../../src/core/article/types.ts';
import type { Draft } from '../../../src/core/intake/types.ts';
import { plainText, refsOf, type Run } from '../../../src/core/base/text.ts';

/** A sentence as it was saved, with the paragraphs it is said to stand in. */
export interface SavedSentence {
  readonly kind: 'summary' | 'point' | 'event' | 'figure';
  readonly text: string;
  readonly paragraphs: readonly string[];
}

/** What is saved of a draft that nobody has reviewed, but quotations and tables. */
export function savedSentences(draft: Draft): SavedSentence[] {
  const { article, source } = draftToArticle(draft);
  return sentencesOf(article).map(({ kind, runs }) => ({
    kind,
    text: plainText(runs).trim(),
    paragraphs: refsOf(runs).map((number) => source.paragraphs[number - 1] ?? ''),
  }));
}

interface Said {
  readonly kind: SavedSentence['kind'];
  readonly runs: readonly Run[];
}

function sentencesOf({ topics }: Article): Said[] {
  return topics.flatMap(({ summary, blocks }) => [
    ...(summary === null ? [] : [{ kind: 'summary' as const, runs: summary }]),
    ...blocks.flatMap(ofBlock),
  ]);
}

function ofBlock(block: ArticleBlock): Said[] {
  switch (block.kind) {
    case 'points':
      return block.items.map(({ runs }) => ({ kind: 'point', runs }));
    case 'timeline':
      return block.events.map(({ runs }) => ({ kind: 'event', runs }));
    case 'figures':
      return block.figures.map(({ label }) => ({ kind: 'figure', runs: label }));
    default:
      return [];
  }
}

const MARKS = /[“”„«»「」『』]/g;
const ENDS = /[.!?…:;。！？；؟۔।]["'’)\]»]*$/u;
/** Stops that end no sentence. */
const ABBREVIATED = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|No|vs|z\.\s?B|M|Mme|Sr|Sra|\p{Lu}|т\.\s?е|г)\.$/u;

/** White space and quotation marks of all kinds made one. */
export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(MARKS, '"');
}

/** Why a text is no whole sentence of a paragraph; null where it is one. Knows nothing of how the stage divides sentences. */
export function whyNotWhole(text: string, paragraph: string): string | null {
  const [words, source] = [folded(text), folded(paragraph)];
  if ((words.match(/"/g)?.length ?? 0) % 2 === 1) return 'a quotation mark without its other one';
  let why = 'not in its paragraph';
  for (let at = source.indexOf(words); at !== -1; at = source.indexOf(words, at + 1)) {
    const [before, after] = [source.slice(0, at).trimEnd(), source.slice(at + words.length).trimStart()];
    if ((before.match(/"/g)?.length ?? 0) % 2 === 1) why = 'inside a quotation';
    else if (before !== '' && (!ENDS.test(before) || ABBREVIATED.test(before))) why = `begins behind “${before.slice(-20)}”`;
    else if (after !== '' && (!ENDS.test(words) || ABBREVIATED.test(words))) why = `ends before “${after.slice(0, 20)}”`;
    else return null;
  }
  return why;
}

/** The saved sentences that are none of their paragraphs', each with why. */
export function notWhole(draft: Draft): string[] {
  return savedSentences(draft).flatMap(({ kind, text, paragraphs }) => {
    const whys = paragraphs.map((paragraph) => whyNotWhole(text, paragraph));
    return whys.includes(null) ? [] : [`${kind}: ${text} (${whys.join(', ') || 'no paragraph'})`];
  });
}
