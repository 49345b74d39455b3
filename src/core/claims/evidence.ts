import { lazy } from '../base/lazy.ts';
import { guessLanguage, stopwordsOf } from '../language/index.ts';
import type { Article, SourceText } from '../article/types.ts';
import { findDates } from './dates/mentions.ts';
import { distancesIn, type Distance } from './dates/distances.ts';
import { dayOf, type Day } from './dates/held.ts';
import type { Dated } from './dates/types.ts';
import { nameRuns, type NameRun } from './names/mentions.ts';
import { findNumbers } from './numbers/mentions.ts';
import type { NumberMention } from './numbers/types.ts';
import { isForm } from './forms.ts';
import { baseOf, tokensOf, type Token } from './tokens.ts';
import { monthsOf } from './words/calendar.ts';

/** What one text says, each part found when it is first asked for. */
export interface Said {
  readonly text: string;
  readonly tokens: () => readonly Token[];
  readonly dated: () => Dated;
  readonly numbers: () => readonly NumberMention[];
  /** How far from its dates it says that something is. */
  readonly distances: () => readonly Distance[];
  /** Its capitalised words in a row. */
  readonly runs: () => readonly NameRun[];
  /** Its words in small letters. */
  readonly words: () => WordIndex;
}

/** Words, and a way to those that begin alike. */
export interface WordIndex {
  readonly all: ReadonlySet<string>;
  readonly byStart: ReadonlyMap<string, readonly string[]>;
}

/** So many letters lead to the words that begin alike. */
const START = 3;

function indexOf(tokens: readonly Token[]): WordIndex {
  const all = new Set<string>();
  const byStart = new Map<string, string[]>();
  for (const { kind, lower } of tokens) {
    if (kind !== 'word' || all.has(lower)) continue;
    all.add(lower);
    const start = lower.slice(0, START);
    const known = byStart.get(start);
    if (known) known.push(lower);
    else byStart.set(start, [lower]);
  }
  return { all, byStart };
}

/** Whether a word, or a form of it, is among others. */
export function hasForm({ all, byStart }: WordIndex, word: string): boolean {
  return all.has(word) || (word.length >= START && (byStart.get(word.slice(0, START))?.some((other) => isForm(word, other)) ?? false));
}

/** How texts of one language are read. */
export interface Reader {
  /** A BCP 47 tag. */
  readonly language: string;
  readonly monthOf: () => (word: string) => number | null;
}

/** A reader knows again what it has looked up: one for all texts of an article. */
export function readerOf(language: string): Reader {
  return { language, monthOf: lazy(() => monthsOf(baseOf(language))) };
}

/** Reads a text when it is asked to. */
export function said(text: string, { language, monthOf }: Reader): Said {
  const tokens = lazy(() => tokensOf(text));
  const dated = lazy(() => findDates(tokens(), language, monthOf()));
  const numbers = lazy(() => findNumbers(tokens(), { language, taken: dated().taken }));
  const runs = lazy(() => nameRuns(tokens(), language, dated().taken));
  const distances = lazy(() => distancesIn(text, tokens(), numbers()));
  return { text, tokens, dated, numbers, distances, runs, words: lazy(() => indexOf(tokens())) };
}

/** What an article's lines are held against. */
export interface Evidence {
  readonly article: Article;
  readonly source: SourceText;
  /** Of the lines, as the article names it. */
  readonly language: string;
  /** Of the source text, where it is another; the article's else. */
  readonly sourceLanguage: string;
  /** Whether the lines are in the language of the source, so that its words can be looked for. */
  readonly sameLanguage: boolean;
  /** A line of the article, which is read once however often it is asked for. */
  readonly line: (text: string) => Said;
  /** Paragraph n of the source; null where there is none. */
  readonly paragraph: (n: number) => Said | null;
  readonly published: Day | null;
  /** The last year that the paragraph before n names; null where it names none. */
  readonly yearBefore: (n: number) => number | null;
}

/** A text has so many of its language's commonest words, and more. */
const SHARE = 0.12;
const SAMPLE = 4000;

/** The language of a source text: the article's, unless the text is clearly in another. */
function languageOf(source: SourceText, named: string): string {
  const sample = source.paragraphs.join(' ').slice(0, SAMPLE);
  const stopwords = stopwordsOf(named);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 12 || words.filter((word) => stopwords.has(word)).length >= words.length * SHARE) return named;
  const guess = guessLanguage(sample);
  if (guess === null || guess.language === baseOf(named) || guess.confidence < 0.7) return named;
  return guess.language;
}

/** Prepares an article’s source; nothing is read before it is asked for. */
export function evidenceOf(article: Article, source: SourceText): Evidence {
  const language = article.language;
  const own = lazy(() => languageOf(source, language));
  const paragraphs = new Map<number, Said>();
  const paragraph = (n: number): Said | null => {
    const text = source.paragraphs[n - 1];
    if (text === undefined) return null;
    const known = paragraphs.get(n);
    if (known) return known;
    const made = said(text, sourceReader());
    paragraphs.set(n, made);
    return made;
  };
  const reader = readerOf(language);
  const sourceReader = lazy(() => (own() === language ? reader : readerOf(own())));
  const lines = new Map<string, Said>();
  return {
    article,
    source,
    language,
    line: (text) => {
      const known = lines.get(text) ?? said(text, reader);
      lines.set(text, known);
      return known;
    },
    get sourceLanguage() {
      return own();
    },
    get sameLanguage() {
      return baseOf(own()) === baseOf(language);
    },
    paragraph,
    published: dayOf(article.published),
    yearBefore: (n) =>
      paragraph(n - 1)
        ?.dated()
        .dates.flatMap(({ year }) => year ?? [])
        .at(-1) ?? null,
  };
}
