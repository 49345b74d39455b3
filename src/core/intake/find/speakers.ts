import { hasWordCharacter } from '../words/letters.ts';
import { ready } from '../words/ready.ts';
import { SAYING } from '../words/roles.ts';
import type { Actor } from './actors.ts';

export interface Person {
  readonly name: string;
  readonly role: string | null;
  /** All forms under which the text names them, longest first. */
  readonly forms: readonly string[];
}

export interface Speaker {
  readonly name: string;
  readonly role: string | null;
  readonly confidence: number;
}

const VERB = ready(new RegExp(`\\b(?:${SAYING})\\b`, 'gi'));
const PRONOUN = /\b(?:he|she|they)\b/i;
/** How far from its quotation an attribution may end, in characters. */
const REACH = 140;

export function personsAmong(actors: readonly Actor[]): Person[] {
  return actors
    .filter((actor) => actor.type === 'person')
    .map(({ name, role, aliases }) => ({
      name,
      role,
      forms: [name, ...aliases, name.split(' ').at(-1) ?? name].sort((a, b) => b.length - a.length),
    }));
}

export interface Named {
  readonly person: Person;
  readonly start: number;
  readonly end: number;
}

/** Every place where one of the persons is named, in order. */
export function namedIn(text: string, persons: readonly Person[]): Named[] {
  const found: Named[] = [];
  for (const person of persons) {
    for (const form of person.forms) {
      for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1)) {
        const end = at + form.length;
        const whole = !hasWordCharacter(text[at - 1] ?? ' ') && !hasWordCharacter(text[end] ?? ' ');
        if (whole && !found.some((other) => at < other.end && other.start < end)) found.push({ person, start: at, end });
      }
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
  /** Who was named last before this paragraph. */
  readonly lastNamed: Person | null;
}

/**
 * Who says it, English: the name beside a verb of saying behind the quotation (`”, said X`, `” X, who …, told`), then before it
 * (`X argued that “`, `According to X, “`, `in the words of X: “`), a pronoun for the person named last. Null where nobody is.
 */
export function attribute(persons: readonly Person[], { before, after, sentenceStart, lastNamed }: Surroundings): Speaker | null {
  return fromBehind(persons, before, after, lastNamed) ?? fromBefore(persons, before.slice(sentenceStart), before, lastNamed);
}

/** The attribution behind a quotation ends with its sentence, or where the next clause of the story begins. */
function fromBehind(persons: readonly Person[], before: string, after: string, lastNamed: Person | null): Speaker | null {
  const clause = (/^[\s,.”"’»]*(.*?)(?:[.!?](?=\s|$)|;|$)/su.exec(after)?.[1] ?? '').slice(0, REACH);
  // A full stop inside the marks and a capital behind them: a new sentence, unless it attributes by itself.
  const verb = firstVerb(clause);
  if (verb === null || verb.start > 90) return null;
  const named = namedIn(clause, persons);
  const inverted = clause.slice(0, verb.start).trim() === '';
  if (inverted) {
    const rest = clause.slice(verb.end);
    const person = named.find((n) => n.start >= verb.end && n.start - verb.end < 70);
    const pronoun = PRONOUN.exec(rest.slice(0, 12));
    if (person && !(pronoun && verb.end + pronoun.index < person.start)) return speaker(person.person, 0.93);
    return pronoun && rest.slice(0, pronoun.index).trim() === '' ? pronounFor(persons, before, lastNamed) : null;
  }
  const subject = clause.slice(0, verb.start);
  const person = named.find((n) => n.end <= verb.start);
  if (person && (person.start < 40 || !/\p{Ll}{2,}/u.test(subject.slice(0, person.start)))) return speaker(person.person, 0.92);
  if (/^\s*(?:he|she|they)\s*(?:\w+ly\s*)?$/i.test(subject)) return pronounFor(persons, before, lastNamed);
  return null;
}

function fromBefore(persons: readonly Person[], sentence: string, before: string, lastNamed: Person | null): Speaker | null {
  const according = /\b(?:according to|in the words of|as|for)\s+(.{2,90}?)[,:]?\s*[“"‘']?$/isu.exec(sentence);
  const named = namedIn(sentence, persons);
  const last = named.at(-1);
  if (according && last && last.start >= according.index) return speaker(last.person, 0.85);
  const verbs = [...sentence.matchAll(VERB())];
  const verb = verbs.at(-1);
  if (verb) {
    const subject = [...named].reverse().find((n) => n.end <= verb.index);
    const pronoun = /\b(?:he|she|they)\s+(?:\w+ly\s+)?$/i.exec(sentence.slice(0, verb.index));
    if (pronoun && (!subject || subject.end < pronoun.index))
      return (
        pronounFor(persons, before.slice(0, before.length - sentence.length), lastNamed) ?? (subject ? speaker(subject.person, 0.5) : null)
      );
    if (subject) return speaker(subject.person, verb.index - subject.end < 60 ? 0.9 : 0.7);
  }
  // `its director, Benedikt Thorne: “…”`, `…, Ivo Sandel, has suggested his country needed to “diversify”`.
  if (last && /:\s*[“"‘']?$/.test(sentence)) return speaker(last.person, 0.75);
  return null;
}

/** He or she: the person named last. */
function pronounFor(persons: readonly Person[], before: string, lastNamed: Person | null): Speaker | null {
  const person = namedIn(before, persons).at(-1)?.person ?? lastNamed;
  return person ? speaker(person, 0.7) : null;
}

function speaker({ name, role }: Person, confidence: number): Speaker {
  return { name, role, confidence };
}

function firstVerb(text: string): { readonly start: number; readonly end: number } | null {
  const match = text.matchAll(VERB()).next().value;
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}
