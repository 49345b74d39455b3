import { lazy } from '../../base/lazy.ts';
import { hasForm, type Evidence, type Said } from '../evidence.ts';
import { isForm } from '../forms.ts';
import { baseOf, tokensOf, type Token } from '../tokens.ts';
import { isActor } from '../words/actions.ts';
import { isGermanNoun, isInside, isPronoun, isRole, powersOf } from '../words/names.ts';
import { attributionOf, type Attribution, type Known } from './attribution.ts';
import { strangePlaces } from './places.ts';
import { tightParts, type Lexicon } from './lexicon.ts';
import { hasCapitalNouns, type NameRun } from './mentions.ts';

const isTight = (run: NameRun): boolean => tightParts(run).length === 1;

/** All capitals, and no Roman number. */
const isShort = ({ text }: Token): boolean => /^\p{Lu}{2,6}s?$/u.test(text) && !/^[IVXLCDM]+$/.test(text);

const initials = (tokens: readonly Token[]): string => tokens.map(({ lower }) => lower[0] ?? '').join('');

/** Shorter forms are the beginnings of too many words in a row. */
const SHORTEST = 3;

/** Whether words in a row begin with the letters of a short form, small ones between them left out: `revenu de solidarité active`. */
function spells(tokens: readonly Token[], short: string): boolean {
  if (short.length < SHORTEST) return false;
  const words = tokens.filter(({ kind, lower }) => kind === 'sign' || (kind === 'word' && !isInside(lower)));
  return initials(words).includes(short);
}

/** Which powers a text names, each with the token that names it. */
function powersIn(tokens: readonly Token[]): readonly (readonly [Token, number])[] {
  const found: (readonly [Token, number])[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' || (token.lower.length < 2 && !token.capital)) return;
    for (const power of powersOf(token.lower)) found.push([token, power]);
    const [next, further] = [tokens[at + 1], tokens[at + 2]];
    const isParted = (next?.text === '-' || next?.text === '.') && further?.glued === true;
    const second = isParted ? further : next;
    // A name of two words has a capital, at least at its first.
    if (second?.kind !== 'word' || !token.capital) return;
    for (const power of powersOf(`${token.lower}${next?.text === '-' ? '-' : '_'}${second.lower}`))
      found.push([token, power], [second, power]);
  });
  return found;
}

/** Looks for names in the paragraphs that a line names. */
export interface NameCheck {
  /** The runs of a line that are names and stand in none of its paragraphs. */
  readonly missing: (line: Said, refs: readonly number[], paragraphs: readonly Said[]) => NameRun[];
  readonly attribution: Attribution;
  /** The same for who is said to have spoken: every word of it is a name. */
  readonly speaker: (line: Said, refs: readonly number[], paragraphs: readonly Said[]) => NameRun[];
}

interface Judged {
  readonly refs: readonly number[];
  readonly paragraphs: readonly Said[];
  /** Every word with a capital is a name, but offices. */
  readonly every: boolean;
}

const GERMAN_ARTICLE = /^(?:k?ein(?:e[nmrs]?)?|de[rnms]|die|das)$/;

/** Languages that leave `he` and `she` out. */
const DROPS_PRONOUNS = /^(?:es|it|pt|pl|uk)$/;

const CASELESS = /^(?:ar|fa|ur|he|yi|zh|ja|ko|th|hi|bn|ta|te|mr|gu|kn|ml|pa|ne|si|ka|am|km|lo|my)$/;

/** Prepares the search for names in one article; null where its script has no capitals, or its source is in another language. */
export function nameCheck(evidence: Evidence, lexicon: () => Lexicon): NameCheck | null {
  const { language } = evidence;
  const base = baseOf(language);
  if (CASELESS.test(base) || !evidence.sameLanguage) return null;
  const german = hasCapitalNouns(language);
  const powers = new Map<Said, ReadonlySet<number>>();
  const powersNamed = (paragraph: Said): ReadonlySet<number> => {
    const known = powers.get(paragraph) ?? new Set(powersIn(paragraph.tokens()).map(([, power]) => power));
    powers.set(paragraph, known);
    return known;
  };

  const inText = (token: Token, { words: index }: Said): boolean => hasForm(index(), token.lower);
  /** The words of a line that name a power which the paragraphs name otherwise. */
  const aliases = (line: Said, paragraphs: readonly Said[]): ReadonlySet<Token> =>
    new Set(
      powersIn(line.tokens()).flatMap(([token, power]) =>
        paragraphs.some((paragraph) => powersNamed(paragraph).has(power)) ? [token] : [],
      ),
    );
  const byShort = ({ tokens: run, whole }: NameRun, paragraphs: readonly Said[]): boolean => {
    const [first] = run;
    if (first === undefined) return false;
    const { short } = lexicon();
    if (run.length === 1 && isShort(first)) {
      const words = short.get(first.lower);
      const named = paragraphs.some(
        (paragraph) =>
          paragraph.runs().some((other) => initials(other.whole).includes(first.lower)) || spells(paragraph.tokens(), first.lower),
      );
      return (
        named ||
        (words !== undefined && paragraphs.some(({ words: index }) => words.some((word) => index().all.has(word) && !isRole(word))))
      );
    }
    const own = initials(whole);
    return paragraphs.some(
      (paragraph) =>
        paragraph.tokens().some((token) => isShort(token) && token.lower === own) ||
        [...short].some(
          ([sign, words]) => paragraph.words().all.has(sign) && run.every(({ lower }) => words.some((word) => isForm(word, lower))),
        ),
    );
  };
  const actors = new Set(evidence.article.actors.flatMap((actor) => tokensOf(actor).map(({ lower }) => lower)));
  const namesActor = (paragraph: Said): boolean =>
    paragraph.tokens().some(({ capital, lower }) => capital && actors.has(lower) && !isRole(lower));
  /** Whether a paragraph has a pronoun before it names anybody itself. */
  const refersBack = (own: Said): boolean => {
    const first = own.runs().find((run) => run.tokens.some((_, index) => isName(run, index, own)));
    const ahead = own.tokens().slice(0, first === undefined ? undefined : first.to - first.whole.length);
    return ahead.some(({ lower }) => isPronoun(lower, base));
  };
  /** Whether a paragraph has another name where the line has one: `at Derrybeg` for `at Larne`. */
  const hasRival = (last: Token, own: Said, line: Said): boolean => {
    const tokens = line.tokens();
    const before = tokens[tokens.indexOf(last) - 1];
    return (
      before?.kind === 'word' &&
      !before.capital &&
      own.runs().some((run) => {
        const lead = own.tokens()[run.to - run.whole.length - 1];
        return (
          lead?.lower === before.lower &&
          run.tokens.every((_, index) => isName(run, index, own) && !inText(run.tokens[index] ?? last, line))
        );
      })
    );
  };
  /** Where a text goes on about what it named last in the paragraph before: `the enclave`, and of people `he`, `she`. */
  const goesOn = (run: readonly Token[], line: Said, { refs, every }: Judged): boolean => {
    const last = run.at(-1);
    return refs.some((ref) => {
      const own = evidence.paragraph(ref);
      if (last === undefined || own === null) return false;
      const isNamedIn = (paragraph: Said | null): boolean =>
        paragraph?.tokens().some(({ capital, lower }) => capital && isForm(lower, last.lower)) ?? false;
      // `…”, said the president`: whoever was named before, where nobody is named here.
      if (every && !namesActor(own) && [1, 2, 3].some((back) => isNamedIn(evidence.paragraph(ref - back)))) return true;
      const isPerson = actors.has(last.lower) || (run.length === 1 && (lexicon().beside.get(last.lower)?.size ?? 0) > 1);
      if (isPerson ? !refersBack(own) : hasRival(last, own, line)) return false;
      const runs =
        evidence
          .paragraph(ref - 1)
          ?.runs()
          .filter(({ tokens }) => tokens.some(({ lower }) => (german ? lexicon().certain.has(lower) : !isRole(lower)))) ?? [];
      return runs.at(-1)?.tokens.some(({ lower }) => isForm(lower, last.lower)) ?? false;
    });
  };

  /** Whom the whole text is about: the first of two words or more that it names. */
  const protagonist = lazy((): ReadonlySet<string> => {
    const first = evidence
      .paragraph(1)
      ?.runs()
      .find(({ tokens }) => tokens.filter(({ lower }) => !isRole(lower)).length > 1);
    return new Set(first?.tokens.filter(({ lower }) => !isRole(lower)).map(({ lower }) => lower) ?? []);
  });
  /** Whether paragraphs that name nobody else may go on about the person whom the text is about. */
  const isAbout = (run: readonly Token[], { paragraphs }: Judged): boolean =>
    run.every(({ lower }) => protagonist().has(lower) || isRole(lower)) &&
    paragraphs.some(
      (paragraph) =>
        (DROPS_PRONOUNS.test(base) || paragraph.tokens().some(({ lower }) => isPronoun(lower, base))) &&
        !paragraph.runs().some(({ tokens }) => tokens.length > 1 && !tokens.some(({ lower }) => protagonist().has(lower))),
    );

  const isName = (run: NameRun, index: number, line: Said): boolean => {
    const token = run.tokens[index];
    if (token === undefined) return false;
    const { small, capital, certain } = lexicon();
    // `Einen Stürmer`: what has an article is a noun, though it stands before a name elsewhere.
    if (german && index === 0 && GERMAN_ARTICLE.test(line.tokens()[run.to - run.tokens.length - 1]?.lower ?? '')) return false;
    if (
      german &&
      run.initial &&
      index === 0 &&
      run.tokens.length === 1 &&
      !small.has(token.lower) &&
      isActor(token.lower, behind(run, line), base)
    )
      return true;
    // `Neue Schulden`: an adjective with the capital of its sentence.
    if (german && run.initial && run.tokens.length === 2 && /(?:e|er|es|en|em)$/.test(run.tokens[0]?.lower ?? ''))
      return certain.has(token.lower);
    if (german)
      return (
        certain.has(token.lower) ||
        (run.tokens.length > 1 &&
          isTight(run) &&
          index === run.tokens.length - 1 &&
          !run.tokens.some(({ lower }) => isGermanNoun(lower)) &&
          !small.has(token.lower))
      );
    if (isShort(token)) return true;
    if (isRole(token.lower) || small.has(token.lower)) return false;
    if (!(run.initial && index === 0)) return true;
    return capital.has(token.lower) || run.tokens.length > 1 || isActor(token.lower, behind(run, line), base);
  };

  const judge = (run: NameRun, line: Said, judged: Judged): Token[] => {
    const { paragraphs, every } = judged;
    const absent = run.tokens.filter((token) => !paragraphs.some((paragraph) => inText(token, paragraph)));
    if (absent.length === 0) return [];
    const known = aliases(line, paragraphs);
    const names = absent.filter(
      (token) => !known.has(token) && (every ? !isRole(token.lower) : isName(run, run.tokens.indexOf(token), line)),
    );
    if (names.length === 0 || byShort(run, paragraphs)) return [];
    const held = run.tokens.filter((token) => !absent.includes(token) && !isRole(token.lower) && !lexicon().small.has(token.lower));
    const { beside, given } = lexicon();
    const left = names.filter(({ lower }) => !given.has(lower) && !held.some((other) => beside.get(lower)?.has(other.lower) === true));
    return left.length === 0 || (held.length === 0 && (goesOn(run.tokens, line, judged) || isAbout(left, judged))) ? [] : left;
  };

  const check = (line: Said, judged: Judged): NameRun[] =>
    line.runs().flatMap((run) => {
      const left = judge(run, line, judged);
      return left.length === 0 ? [] : [{ ...run, tokens: left }];
    });
  const places = (line: Said, paragraphs: readonly Said[]): NameRun[] => {
    const { small, nouns } = lexicon();
    const strange = strangePlaces(
      line,
      paragraphs,
      (word) => small.has(word) || nouns.has(word) || isGermanNoun(word),
      (word) =>
        evidence.source.paragraphs.some((_, index) =>
          evidence
            .paragraph(index + 1)
            ?.words()
            .all.has(word),
        ),
    );
    return strange.map((token) => ({ tokens: [token], whole: [token], initial: false, to: line.tokens().indexOf(token) + 1 }));
  };
  const known: Known = {
    isSure: (run, text) => run.tokens.some((_, index) => isName(run, index, text)),
    isActor: ({ tokens }) => tokens.some(({ lower }) => actors.has(lower) || (lexicon().beside.get(lower)?.size ?? 0) > 1),
    // Without what the paragraph goes on about: the text is all that may mean it.
    isMeant: (run, line, text) => judge(run, line, { refs: [], paragraphs: [text], every: false }).length === 0,
  };
  return {
    missing: (line, refs, paragraphs) => {
      const missing = check(line, { refs, paragraphs, every: false });
      return missing.length > 0 || !german ? missing : places(line, paragraphs);
    },
    attribution: attributionOf(evidence, known),
    speaker: (line, refs, paragraphs) => check(line, { refs, paragraphs, every: true }),
  };
}

/** The two words or signs behind a run. */
const behind = ({ to }: NameRun, line: Said): string[] =>
  line
    .tokens()
    .slice(to, to + 2)
    .map(({ lower }) => lower);
