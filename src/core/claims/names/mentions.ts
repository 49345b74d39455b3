import { stopwordsOf } from '../../language/index.ts';
import { baseOf, type Token } from '../tokens.ts';
import { measureOf } from '../words/measures.ts';
import { isInside } from '../words/names.ts';

/** Capitalised words in a row. */
export interface NameRun {
  readonly tokens: readonly Token[];
  /** The same with its small words, as `New` in `New South Wales`. */
  readonly whole: readonly Token[];
  /** Begins a sentence or a quotation: its first capital may mean nothing. */
  readonly initial: boolean;
  /** The index behind its last word among all tokens. */
  readonly to: number;
}

/** Behind digits these are no names: `1,3 Md€`, `4 Mio`. */
const MULTIPLIER = /^(?:M|Mds?|Mrd|Mio|Tsd|[MT]EUR|MUSD)$/;

const ENDS = /^[.!?…;•“”„«»"‘’¿¡[|]$/u;

/** Languages whose nouns all have capitals. */
export const hasCapitalNouns = (language: string): boolean => /^(?:de|lb)$/.test(baseOf(language));

function isInitial(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return true;
  if (before.text === '.') {
    // `J. Smith`, `U.S. officials`: the stop of an initial ends nothing.
    const word = tokens[at - 2];
    return !(word?.kind === 'word' && word.capital && word.text.length <= 2 && before.glued);
  }
  return ENDS.test(before.text);
}

function joins(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length && at < from + 4; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'word' && token.capital) return at;
    const isInitialStop = token.text === '.' && token.glued && (tokens[at - 1]?.text.length ?? 9) === 1;
    const isMark = (token.text === '-' || token.text === '’' || token.text === "'" || token.text === '&') && token.glued;
    if (!(isInitialStop || isMark || (token.kind === 'word' && isInside(token.lower)))) break;
  }
  return -1;
}

/** Runs of capitalised words that may be names; words that dates have taken are none. */
export function nameRuns(tokens: readonly Token[], language: string, taken: ReadonlySet<number>): NameRun[] {
  const stopwords = stopwordsOf(language);
  const runs: NameRun[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    if (first?.kind !== 'word' || !first.capital || taken.has(at)) continue;
    if (tokens[at - 1]?.kind === 'digits' && (MULTIPLIER.test(first.text) || measureOf(first.lower, undefined) !== null)) continue;
    const initial = isInitial(tokens, at);
    const run = [first];
    let next = joins(tokens, at + 1);
    while (next !== -1 && !taken.has(next)) {
      const token = tokens[next];
      if (token) run.push(token);
      at = next;
      next = joins(tokens, at + 1);
    }
    const isSmall = ({ lower, text }: Token): boolean => stopwords.has(lower) && !/^\p{Lu}{2,}$/u.test(text);
    const kept = run.filter((token) => !isSmall(token) && token.text.length > 1);
    if (kept.length > 0) runs.push({ tokens: kept, whole: run, initial: initial && kept[0] === first, to: at + 1 });
  }
  return runs;
}
