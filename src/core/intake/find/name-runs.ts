import { ready } from '../words/ready.ts';
import { stopwordsOf } from '../../language/index.ts';
import { sentenceAt, type BodyBlock } from './body.ts';

/** Capitalised words in a row: `Collective Security Treaty Organization`. */
export interface NameRun {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly block: BodyBlock;
  readonly start: number;
  readonly end: number;
  /** It begins its sentence (or a quotation): the capital may mean nothing. */
  readonly first: boolean;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  /** No name goes on behind it: a possessive, a full stop. */
  readonly closes: boolean;
}

const WORD = ready(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}&]*(?:[’'.-][\p{L}\p{M}\p{N}]+)*\.?/gu);
/** Small words inside names. `the` only behind another of them. */
const INSIDE = new Set('of for de la le van von der den di da del della du des dos bin ibn al the und y e'.split(' '));
const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|New Year)$/;
const NEVER =
  /^(?:I|I.m|I.ve|I.ll|OK|Why|What|Who|How|Where|When|Yes|Still|Here|There|However|Moreover|Furthermore|Additionally|Meanwhile|Indeed|Perhaps|Although|Though|Even|Despite|Under|Under|Because|Once|Since|Another|Asked|According|Nobody|Nothing|Everybody|Everything|Somebody|Neither|Either|Together|Today|Yesterday|Tomorrow|Now|Then|Thus|Hence|Rather|Instead|Far|Along|Western|Eastern|Northern|Southern)$/;
/** Initials and titles, whose full stop ends no sentence. */
const ABBREVIATED = ready(
  /^\p{Lu}\.$|^(?:\p{L}\.){2,}$|^(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|St|Sen|Rep|Gov|Lt|Capt|Fr|Rev|Sgt|Adm|Maj|Cmdr|Hon|Pres|Supt|Insp|Cpl|Mme|Mlle|Sr|Sra)\.$/u,
);
/** `Russian-dominated`: an adjective before a name. */
const ADJECTIVE = /-\p{Ll}+(?:ed|ing|led|style)$/u;

/** The runs of one paragraph, small words of their language cut off their ends. */
export function nameRuns(block: BodyBlock, language: string): NameRun[] {
  const stopwords = stopwordsOf(language);
  const tokens = tokensOf(block.text);
  const runs: NameRun[] = [];
  for (let index = 0; index < tokens.length;) {
    const length = runLength(tokens, index, block.text);
    if (length === 0) {
      index++;
      continue;
    }
    const run = makeRun(tokens.slice(index, index + length), block, stopwords);
    if (run) runs.push(run);
    index += length;
  }
  return runs;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(WORD())].map((match) => {
    const possessive = /[’']s?$/u.exec(match[0]) ?? (/[’']s$/u.test(match[0]) ? /[’']s$/u.exec(match[0]) : null);
    const stop = match[0].endsWith('.') && !ABBREVIATED().test(match[0]);
    const bare = stop ? match[0].slice(0, -1) : match[0];
    const clean = possessive ? bare.slice(0, possessive.index) : bare.replace(/[’']s$/u, '');
    return {
      text: clean,
      start: match.index,
      end: match.index + clean.length,
      capital: /^\p{Lu}/u.test(clean),
      closes: stop || clean.length < bare.length,
    };
  });
}

/** How many tokens from here make a run; trailing small words are not counted. */
function runLength(tokens: readonly Token[], from: number, text: string): number {
  if (!tokens[from]?.capital) return 0;
  let length = 1;
  for (let at = from + 1; at < tokens.length; at++) {
    const before = tokens[at - 1];
    const token = tokens[at];
    if (!before || !token || before.closes || text.slice(before.end, token.start).replace(/[’']s?/u, '') !== ' ') break;
    if (token.capital) length = at - from + 1;
    else if (!INSIDE.has(token.text) && !/^al-\p{Lu}/u.test(token.text)) break;
    else if (token.text === 'the' && !INSIDE.has(before.text)) break;
    else if (at - from - length > 1) break;
  }
  return length;
}

function makeRun(all: readonly Token[], block: BodyBlock, stopwords: ReadonlySet<string>): NameRun | null {
  const dropped = all.findIndex((token) => !isEmpty(token.text, stopwords));
  if (dropped === -1) return null;
  const tokens = all.slice(dropped);
  const [head] = tokens;
  const last = tokens.at(-1);
  if (!head || !last) return null;
  // `April March` is a person; a month alone, or with a number, is a date.
  const dated = tokens.filter((token) => CALENDAR.test(token.text) || /\d/.test(token.text));
  if (dated.length === tokens.length && (tokens.length === 1 || tokens.some((token) => /\d/.test(token.text)))) return null;
  const sentence = block.sentences[sentenceAt(block.sentences, head.start)];
  const lead = block.text.slice(sentence?.start ?? 0, head.start);
  return {
    text: block.text.slice(head.start, last.end),
    tokens: tokens.map((token) => token.text),
    block,
    start: head.start,
    end: last.end,
    first: dropped === 0 && /^[\s\p{P}]*$/u.test(lead.split(/[“"«„‘:]/u).at(-1) ?? ''),
  };
}

function isEmpty(word: string, stopwords: ReadonlySet<string>): boolean {
  return (stopwords.has(word.toLowerCase()) && !/^\p{Lu}{2,}$/u.test(word)) || NEVER.test(word) || word.length < 2 || ADJECTIVE.test(word);
}
