import { abbreviationsOf } from '../words/abbreviations.ts';
import { hasWordCharacter } from '../words/letters.ts';
import { sayingsOf, type Sayings } from '../words/saying.ts';
import type { Actor } from './actors.ts';

/** Somebody, or a body, that can say something. */
export interface Voice {
  readonly name: string;
  readonly role: string | null;
  readonly isPerson: boolean;
  /** By the title that the text gives: `Ms. Kalm`. */
  readonly gender: Gender | null;
  /** All forms under which the text names them. */
  readonly forms: readonly string[];
}

export type Gender = 'she' | 'he';

export interface Speaker {
  readonly name: string;
  readonly role: string | null;
  readonly confidence: number;
}

/** How sure a pronoun's person is at most, and one who is only guessed. */
const PRONOUN = 0.84;
const GUESS = 0.5;
/** How far from its quotation an attribution may end, in characters. */
const REACH = 160;
/** How far behind its quotation a verb of saying may stand. */
const VERB_WITHIN = 90;

const COURTESY =
  /(?<![\p{L}])(?:(?<he>Mr|Sir|Lord|Herr|M|Sr|Monsieur|Señor|Signor)|(?<she>Mrs|Ms|Miss|Lady|Dame|Frau|Mme|Mlle|Sra|Madame|Señora|Signora))\.?\s+(?:\p{Lu}[\p{L}’'.-]*\s+){0,2}?(?<last>\p{Lu}[\p{L}’'-]+)/gu;

/** Persons and bodies among the actors. `texts` are the paragraphs, whose titles tell `he` from `she`. */
export function voicesAmong(actors: readonly Actor[], texts: readonly string[]): Voice[] {
  const genders = new Map<string, Gender>();
  for (const text of texts)
    for (const { groups } of text.matchAll(COURTESY))
      if (groups?.last !== undefined) genders.set(groups.last, groups.she === undefined ? 'he' : 'she');
  return actors
    .filter(({ type }) => type === 'person' || type === 'organisation')
    .map(({ name, role, aliases, type }): Voice => {
      const last = name.split(' ').at(-1) ?? name;
      const isPerson = type === 'person';
      const forms = [...new Set([name, ...aliases, ...(isPerson ? [last] : [])])];
      return { name, role, isPerson, gender: genders.get(last) ?? null, forms };
    });
}

export interface Named {
  readonly voice: Voice;
  readonly start: number;
  readonly end: number;
}

/** Every place where one of them is named, in order. `dense`: words are not divided by spaces. */
export function namedIn(text: string, voices: readonly Voice[], { dense = false }: { readonly dense?: boolean } = {}): Named[] {
  const found: Named[] = [];
  // The longest first: `Mia Reed` is no `Reed`.
  const forms = voices.flatMap((voice) => voice.forms.map((form) => ({ voice, form }))).sort((a, b) => b.form.length - a.form.length);
  for (const { voice, form } of forms) {
    for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1)) {
      const end = at + form.length;
      const whole = dense || (!hasWordCharacter(text[at - 1] ?? ' ') && !hasWordCharacter(text[end] ?? ' '));
      if (whole && !found.some((other) => at < other.end && other.start < end)) found.push({ voice, start: at, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

export interface Surroundings {
  /** The words between the quotation and the one before it (or the paragraph's beginning); after it likewise. */
  readonly before: string;
  readonly after: string;
  /** The last sentence's beginning inside `before`, as an offset. */
  readonly sentenceStart: number;
  /** Who is named before this quotation, outside quotation marks: first in its own paragraph, nearest first, then in those above. */
  readonly told: readonly Voice[];
  /** Whether these are of its own paragraph. */
  readonly isTold: boolean;
  readonly language: string;
}

/**
 * Who says it: the name beside a verb of saying behind the quotation (`”, said X`, `” X, who …, told`), then before it (`X argued that “`,
 * `According to X, “`, `X: “`), a pronoun for the last fitting person. Null where nobody is, and in languages without a row in `words/saying.ts`.
 */
export function attribute(voices: readonly Voice[], surroundings: Surroundings): Speaker | null {
  const { language, isTold, told } = surroundings;
  const sayings = sayingsOf(language);
  if (sayings === undefined) return null;
  const found = fromBehind(voices, surroundings, sayings) ?? fromBefore(voices, surroundings, sayings);
  // Where capitals do not tell a name, the paragraph may well name somebody who was not found: whoever is named above it is offered.
  const isGuess =
    found !== null && !isTold && /^(?:de|ar)/.test(language) && told.some(({ name }) => name === found.name) && found.confidence <= PRONOUN;
  return isGuess ? { ...found, confidence: GUESS } : found;
}

/** The attribution behind a quotation ends with its sentence; the full stop of a title (`Ms.`, `Rep.`) ends none. */
function clauseBehind(after: string, language: string): string {
  // A full stop behind the mark has ended the sentence: what follows is of something else.
  if (/^[“”"’»」]\s*[.。]\s/u.test(after)) return '';
  const text = after.replace(/^[\s,.，。、“”"’»」—–-]+/u, '').slice(0, REACH);
  const abbreviations = abbreviationsOf(language);
  for (const match of text.matchAll(/[.!?](?=\s|$)|[;。！？]/gu)) {
    const word = /([\p{L}.]+)$/u.exec(text.slice(0, match.index))?.[1]?.toLowerCase() ?? '';
    if (match[0] === '.' && (abbreviations.has(word) || /^\p{L}$/u.test(word))) continue;
    return text.slice(0, match.index);
  }
  return text;
}

function fromBehind(voices: readonly Voice[], { after, language, told }: Surroundings, sayings: Sayings): Speaker | null {
  const clause = clauseBehind(after, language);
  const dense = language.startsWith('zh');
  const verb = firstVerb(clause, sayings);
  if (verb === null || verb.start > VERB_WITHIN) return null;
  const named = namedIn(clause, voices, { dense });
  const lead = clause.slice(0, verb.start).trim();
  // `a déclaré X`, `ha dicho X`: the verb's own helper stands before it.
  const isInverted = lead === '' || /^(?:a|ont|ha|han|hanno|habe|hat|так|как|so|wie)$/iu.test(lead);
  if (isInverted) {
    const rest = clause.slice(verb.end);
    const pronoun = sayings.pronoun?.exec(rest.slice(0, 14)) ?? null;
    const isPronoun = pronoun !== null && /^[\s-]*$/.test(rest.slice(0, pronoun.index));
    if (isPronoun) return pronounFor(pronoun[0], told, sayings);
    const found = named.find((n) => n.start >= verb.end && n.start - verb.end < 70);
    if (found?.voice.isPerson === true) return speaker(found.voice, 0.93);
    if (found && /^\s+(?:the\s+|die\s+|das\s+|der\s+|la\s+|le\s+|el\s+|il\s+|l[’'])?$/i.test(rest.slice(0, found.start - verb.end)))
      return speaker(found.voice, 0.9);
    return generalAt(rest.trimStart(), sayings);
  }
  const found = named.find((n) => n.end <= verb.start);
  if (found) {
    const between = clause.slice(found.end, verb.start);
    const near = found.start < 40 || !/\p{Ll}{2,}/u.test(clause.slice(0, found.start)) || dense;
    // A body is named right before its verb, or between commas behind what it is.
    if (near && (found.voice.isPerson || between.trim() === '' || /^,?\s*$/.test(between)))
      return speaker(found.voice, found.voice.isPerson ? 0.92 : 0.88);
  }
  const pronoun = sayings.pronoun?.exec(lead);
  if (pronoun?.index === 0 && /^\S+(?:\s+\p{L}+(?:ly|ment|mente))?$/u.test(lead)) return pronounFor(pronoun[0], told, sayings);
  return found === undefined && lead.split(/\s+/).length <= 7 ? generalAt(clause, sayings) : null;
}

function fromBefore(voices: readonly Voice[], { before, sentenceStart, told, language }: Surroundings, sayings: Sayings): Speaker | null {
  const sentence = before.slice(sentenceStart);
  const named = namedIn(sentence, voices, { dense: language.startsWith('zh') });
  const last = named.at(-1);
  const according = sayings.according?.exec(sentence);
  if (according && last && last.start >= according.index) return speaker(last.voice, 0.85);
  const verb = [...sentence.matchAll(sayings.verb())].at(-1);
  if (verb) {
    const subject = [...named].reverse().find((n) => n.end <= verb.index);
    const lead = sentence.slice(0, verb.index);
    const pronoun = sayings.pronoun?.exec(/(\S+)(?:\s+\p{L}+ly)?\s+$/u.exec(lead)?.[1] ?? '') ?? null;
    if (pronoun && (!subject || subject.end <= lead.trimEnd().lastIndexOf(pronoun[0])))
      return pronounFor(pronoun[0], subject ? [subject.voice, ...told] : told, sayings) ?? (subject ? speaker(subject.voice, 0.5) : null);
    // Verb first, as in Arabic: `وقالت … هناء البدري: «`.
    const behind = named.find((n) => n.start >= verb.index + verb[0].length);
    if (behind && (language.startsWith('ar') || /^[\s:,]*[“"‘'«„]?\s*$/u.test(sentence.slice(behind.end))))
      return speaker(behind.voice, 0.9);
    // `وأوضح: «`: the verb alone stands for who was named last.
    if (language.startsWith('ar') && /^\s*[:،,]?\s*[«"“]?\s*$/u.test(sentence.slice(verb.index + verb[0].length))) {
      const [same] = subject ? [subject.voice] : told;
      return same === undefined ? null : speaker(same, 0.8);
    }
    if (subject) return speaker(subject.voice, verb.index - subject.end < 60 ? 0.9 : 0.7);
    return null;
  }
  // `its director, Benedikt Thorne: “…”`.
  if (last && /[:：]\s*[“"‘'«„]?\s*$/u.test(sentence)) return speaker(last.voice, last.voice.isPerson ? 0.82 : 0.7);
  return null;
}

/** `the company said`: as the text calls it. */
function generalAt(text: string, sayings: Sayings): Speaker | null {
  const name = sayings.general?.exec(text)?.[0];
  return name === undefined ? null : { name, role: null, confidence: 0.82 };
}

/** The person named last who can be meant; where two of one paragraph can, it is a guess. */
function pronounFor(pronoun: string, told: readonly Voice[], { she, he }: Sayings): Speaker | null {
  const gender: Gender | null = she?.test(pronoun) === true ? 'she' : he?.test(pronoun) === true ? 'he' : null;
  const fitting = told.filter((voice) => voice.isPerson && (gender === null || voice.gender === null || voice.gender === gender));
  const [first, second] = fitting;
  if (first === undefined) return null;
  return speaker(first, second === undefined || second.name === first.name ? PRONOUN : 0.8);
}

function speaker({ name, role }: Voice, confidence: number): Speaker {
  return { name, role, confidence };
}

function firstVerb(text: string, { verb }: Sayings): { readonly start: number; readonly end: number } | null {
  const match = text.matchAll(verb()).next().value;
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}
