import { type Evidence } from '../evidence.ts';
import { tokensOf, type Token } from '../tokens.ts';
import { isGermanDeterminer, isGermanNoun } from '../words/names.ts';
import { hasCapitalNouns, nameRuns, type NameRun } from './mentions.ts';

/** What an article and its source tell of names: which words are some, and which belong together. */
export interface Lexicon {
  /** Words that stand in small letters somewhere. */
  readonly small: ReadonlySet<string>;
  /** Words that have a capital inside a sentence. */
  readonly capital: ReadonlySet<string>;
  /** Words of one name, each with those that stand beside it somewhere. */
  readonly beside: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words of title, authors and publisher, which go without saying. */
  readonly given: ReadonlySet<string>;
  /** By short form: `csto`, the words that it stands for. */
  readonly short: ReadonlyMap<string, readonly string[]>;
  /** Of a language that gives all nouns a capital: those that stand behind a word that makes them one. */
  readonly nouns: ReadonlySet<string>;
  /** Of such a language: the words that are names all the same. */
  readonly certain: ReadonlySet<string>;
}

const words = (texts: readonly (string | null)[]): Token[] => texts.flatMap((text) => (text === null ? [] : tokensOf(text)));

const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** No name has more words on either side of one of its own. */
const FURTHEST = 6;

/** Reads the whole source and the article's own lines once. */
export function lexiconOf(evidence: Evidence, lines: readonly string[]): Lexicon {
  const { article, source, language } = evidence;
  const small = new Set<string>();
  const capital = new Set<string>();
  const beside = new Map<string, Set<string>>();
  const short = new Map<string, string[]>();
  const german = hasCapitalNouns(language);
  const names = new Set<string>();
  const nouns = new Set<string>();
  const read = (tokens: readonly Token[], runs: readonly NameRun[]): void => {
    tokens.forEach((token, at) => {
      if (token.kind !== 'word') return;
      if (!token.capital) small.add(token.lower);
      else if (german && isGermanDeterminer(tokens[at - 1]?.text ?? '')) nouns.add(token.lower);
    });
    for (const run of runs) {
      run.tokens.forEach(({ lower }, index) => {
        if (!(run.initial && index === 0)) capital.add(lower);
        const others = beside.get(lower) ?? new Set<string>();
        for (const other of run.tokens.slice(Math.max(0, index - FURTHEST), index + FURTHEST + 1)) others.add(other.lower);
        beside.set(lower, others);
      });
      if (german)
        for (const part of tightParts(run)) if (part.length > 1) for (const { lower } of part) if (!isGermanNoun(lower)) names.add(lower);
      addShort(run, tokens, short);
    }
  };
  source.paragraphs.forEach((_, index) => {
    const paragraph = evidence.paragraph(index + 1);
    if (paragraph) read(paragraph.tokens(), paragraph.runs());
  });
  for (const line of lines) for (const word of line.match(WORD) ?? []) if (word.charAt(0) === word.charAt(0).toLowerCase()) small.add(word);
  for (const actor of [...article.actors, ...article.authors]) {
    const tokens = tokensOf(`· ${actor}`);
    read(tokens, nameRuns(tokens, language, new Set()));
  }
  const certain = new Set([...names].filter((name) => !nouns.has(name) && !small.has(name)));
  for (const token of words([...article.actors, ...article.authors]))
    if (token.capital && !nouns.has(token.lower)) certain.add(token.lower);
  const given = new Set(words([article.title, article.publisher, ...article.authors]).map(({ lower }) => lower));
  return { small, capital, beside, given, short, nouns, certain };
}

/** `Collective Security Treaty Organization (CSTO)`. */
function addShort(run: NameRun, tokens: readonly Token[], short: Map<string, string[]>): void {
  const last = run.tokens.at(-1);
  if (last === undefined) return;
  const [open, own] = [tokens[run.to], tokens[run.to + 1]];
  // `Christian Lindner (FDP)` is no short form.
  const isOwn =
    own?.kind === 'word' && /^\p{Lu}[\p{L}]*\p{Lu}/u.test(own.text) && own.lower.startsWith(run.whole[0]?.lower.charAt(0) ?? '');
  if (open?.text === '(' && isOwn) short.set(own.lower, [...(short.get(own.lower) ?? []), ...run.tokens.map(({ lower }) => lower)]);
}

/** The parts of a run between whose words nothing but spaces stands: two of `Ana Ruiz von der Universität Bergen`. */
export function tightParts({ tokens }: NameRun): Token[][] {
  const parts: Token[][] = [];
  for (const token of tokens) {
    const part = parts.at(-1);
    if (part !== undefined && token.start - (part.at(-1)?.end ?? 0) <= 1) part.push(token);
    else parts.push([token]);
  }
  return parts;
}
