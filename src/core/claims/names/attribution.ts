import { stopwordsOf } from '../../language/index.ts';
import { hasForm, type Evidence, type Said } from '../evidence.ts';
import { squashed } from '../quotations.ts';
import { sentencesOf } from '../../base/sentences.ts';
import { baseOf, type Token } from '../tokens.ts';
import { isPossessive, isPronoun, isRole, powersOf } from '../words/names.ts';
import { isSaying } from '../words/sayings.ts';
import type { NameRun } from './mentions.ts';

/** What the search for names knows of a run. */
export interface Known {
  /** Whether a run is a name for sure, of a line or of a source. */
  readonly isSure: (run: NameRun, text: Said) => boolean;
  /** Whether it is of somebody, or of something with a name of several words. */
  readonly isActor: (run: NameRun) => boolean;
  /** Whether a run of the line is meant in some text, by whichever form. */
  readonly isMeant: (run: NameRun, line: Said, text: Said) => boolean;
}

/** A sentence of a paragraph, with those before it that it goes on from. */
interface Zone {
  readonly ref: number;
  readonly own: Said;
  readonly whole: readonly Said[];
}

/** A clause has so many words before the name of whom it is about. */
const LEAD = 4;
/** So much must a sentence have in common with the line: a word that stands in one sentence alone counts 1. */
const ENOUGH = 1.5;
/** So much of that may stand in sentences that name whom the line names: words that go with both. */
const MOST = 1 / 3;
/** A word that one sentence alone has. */
const UNIQUE = 1;
const NEARLY_ALL = 0.75;
const SHORTEST = 4;
/** So near a name stands what tells who it is: `Étienne Maurel, maire de Vallon`. */
const BESIDE = 4;

/** Before the name of whom a line is about: what is no word, an article, an office, `according to`. */
const isLead = ({ kind, lower }: Token, stopwords: ReadonlySet<string>): boolean =>
  kind !== 'word' ||
  isRole(lower) ||
  isSaying(lower) ||
  (stopwords.has(lower) && !/^(?:in|im|from|aus|de|du|en|à|di|da|в|из|с)$/u.test(lower));

/** The runs of whom a line says something: the first of it, and one behind a verb of saying or the end of a quotation. */
function subjects(line: Said, stopwords: ReadonlySet<string>): NameRun[] {
  const tokens = line.tokens();
  const runs = line.runs();
  return runs.filter((run, index) => {
    const from = run.to - run.whole.length;
    if (index === 0 && from < LEAD && tokens.slice(0, from).every((token) => isLead(token, stopwords))) return true;
    const before = tokens.slice(Math.max(0, from - 3), from);
    return index === runs.length - 1 && before.some(({ lower, text }) => isSaying(lower) || QUOTE.test(text));
  });
}

const QUOTE = /^[”“»"„«]$/u;
/** Whether a line tells what somebody said. */
const isSaid = (line: Said): boolean => line.tokens().some(({ lower, text }) => isSaying(lower) || QUOTE.test(text));

/** What a line says beside names: words of some length, and numbers. */
function content(line: Said, stopwords: ReadonlySet<string>): readonly Token[] {
  const named = new Set(line.runs().flatMap(({ whole }) => whole));
  return line
    .tokens()
    .filter(
      (token) =>
        token.kind === 'digits' ||
        (token.kind === 'word' && token.lower.length >= SHORTEST && !named.has(token) && !stopwords.has(token.lower)),
    );
}

const has = (text: Said, { kind, lower }: Token): boolean =>
  kind === 'digits' ? text.tokens().some((other) => other.lower === lower) : hasForm(text.words(), lower);

/**
 * Names that a line gives what somebody else said or did: what it says stands in a sentence that names another, and next to nothing of it
 * where the one that it names is named. Where the sentence may mean that one by another word, nothing is said.
 */
function misattributed(line: Said, refs: readonly number[], { evidence, known, zonesOf }: Attributing): NameRun[] {
  const stopwords = stopwordsOf(evidence.language);
  // What a people or a power does, one that speaks for it does.
  const own = subjects(line, stopwords).filter(
    (run) => known.isSure(run, line) && !run.tokens.some(({ lower }) => powersOf(lower).length > 0),
  );
  if (own.length === 0) return [];
  const zones = refs.flatMap(zonesOf);
  const words = content(line, stopwords);
  const weights = words.map((word) => {
    const count = zones.filter((zone) => has(zone.own, word)).length;
    return count === 0 ? 0 : 1 / count;
  });
  const shared = (texts: readonly Said[]): number =>
    words.reduce((sum, word, index) => sum + (texts.some((text) => has(text, word)) ? (weights[index] ?? 0) : 0), 0);
  const best = zones.map((zone) => ({ zone, score: shared([zone.own]) })).reduce((a, b) => (b.score > a.score ? b : a), NONE);
  const { zone, score } = best;
  if (zone === null || score < ENOUGH) return [];
  const rivalsIn = (text: Said): NameRun[] =>
    text
      .runs()
      .filter((run) => known.isSure(run, text) && known.isActor(run) && !run.tokens.some(({ lower }) => hasForm(line.words(), lower)));
  // Who is meant by `he said` has been named before it.
  const named = rivalsIn(zone.own);
  const others = named.length > 0 ? named : isSaid(line) ? zone.whole.flatMap(rivalsIn) : [];
  if (others.length === 0) return [];
  const sofar = zones.slice(0, zones.indexOf(zone)).filter(({ ref }) => ref === zone.ref);
  // `Physician Looms expects six weeks`, behind a sentence about Albers, goes on about him, unless all that the line says stands there.
  const isWhole = isSaid(line) || words.filter((word) => has(zone.own, word)).length >= words.length * NEARLY_ALL;
  return own.filter((run) => {
    const isIn = (one: Zone): boolean => one.whole.some((text) => known.isMeant(run, line, text));
    const last = zones[zones.indexOf(zone) - 1];
    if (named.length === 0 && sofar.some(isIn)) return false;
    if (isIn(zone) || (last?.ref === zone.ref && !isWhole && isIn(last))) return false;
    const support = shared(zones.filter(isIn).map((other) => other.own));
    return support < UNIQUE && support <= score * MOST && !mayMean(run, zone.own, others, evidence);
  });
}

const NONE: { zone: Zone | null; score: number } = { zone: null, score: 0 };

/**
 * Whether words are given to somebody else than who said them: the sentences in which they stand name another, around them, and not the one
 * that the line names.
 */
function misspoken(quoted: string, speaker: Said, refs: readonly number[], { evidence, known, zonesOf }: Attributing): boolean {
  const [run] = speaker.runs();
  const own = squashed(quoted);
  if (run === undefined || own === '') return false;
  return refs.some((ref) => {
    const zones = zonesOf(ref);
    const around = zonesWith(own, zones);
    const spoken = evidence.line(quoted).words();
    const names = around.flatMap((zone) =>
      zone.own
        .runs()
        .filter(
          (other) => known.isSure(other, zone.own) && known.isActor(other) && !other.tokens.every(({ lower }) => spoken.all.has(lower)),
        ),
    );
    return names.length > 0 && !around.some(({ whole }) => whole.some((text) => known.isMeant(run, speaker, text)));
  });
}

/** The sentences that some words stand in, given as letters and digits alone. */
function zonesWith(quoted: string, zones: readonly Zone[]): Zone[] {
  let to = 0;
  const ends = zones.map(({ own }) => (to += squashed(own.text).length));
  const whole = zones.map(({ own }) => squashed(own.text)).join('');
  const at = whole.indexOf(quoted);
  if (at === -1) return [];
  return zones.filter((_, index) => (ends[index] ?? 0) > at && (ends[index - 1] ?? 0) < at + quoted.length);
}

/** Looks whether names are those of whom the paragraphs tell the same of. */
export interface Attribution {
  /** The names in a line of whom something else is told. */
  readonly misattributed: (line: Said, refs: readonly number[]) => NameRun[];
  /** Whether quoted words are somebody else's than the speaker's. */
  readonly misspoken: (quoted: string, speaker: Said, refs: readonly number[]) => boolean;
}

/** Prepares an article's paragraphs, each when a line first names it. */
export function attributionOf(evidence: Evidence, known: Known): Attribution {
  const zones = new Map<number, readonly Zone[]>();
  const zonesOf = (ref: number): readonly Zone[] => {
    const made = zones.get(ref) ?? zonesIn(ref, evidence, known);
    zones.set(ref, made);
    return made;
  };
  const attributing = { evidence, known, zonesOf };
  return {
    misattributed: (line, refs) => misattributed(line, refs, attributing),
    misspoken: (quoted, speaker, refs) => misspoken(quoted, speaker, refs, attributing),
  };
}

interface Attributing {
  readonly evidence: Evidence;
  readonly known: Known;
  readonly zonesOf: (ref: number) => readonly Zone[];
}

/** The sentences of a paragraph, each with what it goes on from: the one before where it has a pronoun ahead of a name, or no name. */
function zonesIn(ref: number, evidence: Evidence, known: Known): Zone[] {
  const paragraph = evidence.paragraph(ref);
  if (paragraph === null) return [];
  const base = baseOf(evidence.language);
  const before = evidence.paragraph(ref - 1);
  const zones: Zone[] = [];
  for (const text of sentencesOf(paragraph.text)) {
    const own = evidence.line(text);
    const first = own.runs().find((run) => known.isSure(run, own));
    const ahead = own.tokens().slice(0, first === undefined ? undefined : first.to - first.whole.length);
    // `Her editor, Per Lind, said`: he does.
    const refers = ({ lower }: Token, at: number): boolean =>
      isPronoun(lower, base) && !(first !== undefined && isPossessive(lower) && ahead.length - at <= APPOSITION);
    const goesOn = first === undefined || ahead.some(refers);
    const last = zones.at(-1)?.whole ?? (before === null ? [] : [before]);
    zones.push({ ref, own, whole: goesOn ? [own, ...last] : [own] });
  }
  return zones;
}

/** So many words behind `her` may say who somebody is before the name. */
const APPOSITION = 5;

const STOP = /^[.!?;:…]$/u;

/** The words around one, as far as its clause goes. */
function besideIn(tokens: readonly Token[], at: number): readonly Token[] {
  const before = tokens.slice(Math.max(0, at - BESIDE), at);
  const after = tokens.slice(at + 1, at + BESIDE + 1);
  const end = after.findIndex(({ text }) => STOP.test(text));
  return [...before.slice(before.findLastIndex(({ text }) => STOP.test(text)) + 1), ...(end === -1 ? after : after.slice(0, end))];
}

/** Whether a sentence may mean somebody by what stands beside the name elsewhere: an office, a firm, another name. */
function mayMean(run: NameRun, sentence: Said, others: readonly NameRun[], evidence: Evidence): boolean {
  const stopwords = stopwordsOf(evidence.language);
  const names = new Set(run.tokens.map(({ lower }) => lower));
  const rivals = new Set(others.flatMap(({ tokens }) => tokens.map(({ lower }) => lower)));
  return evidence.source.paragraphs.some((_, index) => {
    const tokens = evidence.paragraph(index + 1)?.tokens() ?? [];
    return tokens.some((token, at) => {
      if (!token.capital || !names.has(token.lower)) return false;
      return besideIn(tokens, at).some(({ kind, lower, capital }) => {
        if (kind !== 'word' || names.has(lower) || stopwords.has(lower) || lower.length < SHORTEST) return false;
        return capital ? rivals.has(lower) : hasForm(sentence.words(), lower);
      });
    });
  });
}
