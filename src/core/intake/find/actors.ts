import type { ActorItem, ActorType } from '../types.ts';
import { countryNames, type Place } from '../words/countries.ts';
import { sayingsOf } from '../words/saying.ts';
import { ORGANISATION_WORDS, PLACE_WORDS, SAYING, TITLE_WORDS } from '../words/roles.ts';
import { spanOf, type BodyBlock } from './body.ts';
import { nameRuns, type NameRun } from './name-runs.ts';
import { caseKey, isDeclined, mayBeOblique, nominativeOf } from './declined.ts';
import { officeIn, roleBehind } from './person-roles.ts';
import { spokenNames } from './spoken-names.ts';
import { caselessCountries } from './caseless-countries.ts';
import { slavicPerson } from './slavic-names.ts';
import { germanPerson } from './german-names.ts';
import { ready } from '../words/ready.ts';

export type Actor = Omit<ActorItem, 'id' | 'state'>;

export interface ActorOptions {
  readonly language: string;
  readonly authors: readonly string[];
}

interface Mention {
  readonly name: string;
  readonly type: ActorType;
  readonly confidence: number;
  readonly role: string | null;
  readonly alias: string | null;
  readonly run: NameRun;
}

const LOWER_CASE = ready(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu);
const LOWER_TITLE = ready(/(?:^|[^\p{L}])(\p{Ll}[\p{Ll}-]+),?\s+$/u);
const MOST = 60;
const MOST_SPANS = 12;
const PLACED = ready(
  /(?:^|[^\p{L}])(?:in|at|on|near|from|to|into|via|outside|across|off|around|of|à|en|in|aus|bei|nach|в|на)\s+(?:the\s+)?$/iu,
);
const METONYMS = new Set(['Kremlin', 'White House', 'Pentagon', 'Downing Street', 'Élysée', 'Vatican', 'Bundestag', 'Duma', 'Knesset']);
const SAYING_AFTER = ready(new RegExp(`^,?\\s+(?:${SAYING})\\b|^,\\s+(?:who|whose|then|now)\\b|^,\\s+\\d{2},`, 'i'));
const SAYING_BEFORE = ready(new RegExp(`\\b(?:${SAYING}|by)\\s+$`, 'i'));
const APPOSITION = /^,\s+(?:(?:the|a|an|its|his|her|their|who|chief|head|deputy|director|president|mayor|minister)\s+)?\p{Ll}/u;

/** Who and what a text speaks of, most often named first: persons, countries, organisations, places. Without case (Arabic, Chinese) only countries. */
export function findActors(body: readonly BodyBlock[], { language, authors }: ActorOptions): Actor[] {
  const countries = countryNames(language);
  const runs = body.flatMap((block) => nameRuns(block, language));
  const midSentence = new Set(runs.filter((run) => !run.first).flatMap((run) => run.tokens));
  const lowerCase = new Set(body.flatMap((block) => block.text.match(LOWER_CASE()) ?? []));
  const judged = runs.map((run) => judge(run, countries, language));
  const persons = personsOf(judged.flat(), language);
  const mentions = judged.flat().flatMap((mention) => settle(mention, { persons, midSentence, lowerCase, countries, language }));
  const caseless = /[\p{Lu}]/u.test(
    body
      .map((block) => block.text)
      .join('')
      .slice(0, 4000),
  )
    ? []
    : caselessCountries(body, countries);
  const spoken = spokenNames(body, language).map(({ name, role, block, start, end }): Mention => ({
    name,
    type: 'person',
    confidence: 0.9,
    role,
    alias: null,
    run: { text: name, tokens: name.split(' '), block, start, end, first: false },
  }));
  const all = [...mentions, ...caseless, ...spoken];
  return merge(isDeclined(language) ? inNominative(all) : all, new Set(authors));
}

/** What one run is taken alone; titles before a name and adjectives of nations become its role and a mention of the country. */
function judge(run: NameRun, countries: ReadonlyMap<string, Place>, language: string): Mention[] {
  const whole = countries.get(run.text);
  if (whole) return [placeMention(run, whole)];
  if (METONYMS.has(run.text)) return [{ name: run.text, type: 'organisation', confidence: 0.85, role: null, alias: null, run }];
  const slavic = slavicPerson(run, language);
  if (slavic === 'nobody') return [];
  if (slavic) return [personMention(shortened(run, slavic.name), mayBeOblique(slavic.name) ? 0.75 : 0.9, slavic.role, language)];
  const titled = splitTitle(run, language);
  if (titled) return [personMention(shortened(run, titled.name), 0.93, titled.role, language)];
  const german = germanPerson(run, language);
  if (german) return [personMention(shortened(run, german.name), german.confidence, german.role, language)];
  // An office without its holder: `President of the Republic`.
  if (run.tokens.some((token, index) => TITLE_WORDS.has(token.toLowerCase()) && (index === 0 || index === run.tokens.length - 1)))
    return [];
  const acronym = /^\p{Lu}[\p{Lu}&]{1,7}$/u.test(run.text);
  if (acronym) return [{ name: run.text, type: 'organisation', confidence: 0.8, role: null, alias: null, run }];
  const words = run.tokens.map((token) => token.toLowerCase());
  const ends = [words[0] ?? '', words.at(-1) ?? ''];
  if (run.tokens.length > 1 && ends.some((word) => ORGANISATION_WORDS.has(word))) {
    return [{ name: run.text, type: 'organisation', confidence: 0.85, role: null, alias: acronymBehind(run), run }];
  }
  const behind = acronymBehind(run);
  if (behind !== null) return [{ name: run.text, type: 'organisation', confidence: 0.85, role: null, alias: behind, run }];
  if (run.tokens.length > 1 && words.some((word) => PLACE_WORDS.has(word)))
    return [{ name: run.text, type: 'place', confidence: 0.7, role: null, alias: null, run }];
  return [personOrPlace(run, language)];
}

function personMention(run: NameRun, confidence: number, role: string | null, language: string): Mention {
  return { name: run.text, type: 'person', confidence, role: role ?? roleBehind(run, language), alias: null, run };
}

function placeMention(run: NameRun, place: Place): Mention {
  if (place.kind === 'capital') return { name: run.text, type: 'place', confidence: 0.85, role: null, alias: null, run };
  return {
    name: place.country,
    type: 'country',
    confidence: place.kind === 'name' ? 0.95 : 0.85,
    role: null,
    alias: run.text === place.country ? null : run.text,
    run,
  };
}

function personOrPlace(run: NameRun, language: string): Mention {
  const mention = (type: ActorType, confidence: number): Mention => ({
    name: run.text,
    type,
    confidence,
    role: roleBehind(run, language),
    alias: null,
    run,
  });
  const before = run.block.text.slice(Math.max(0, run.start - 40), run.start);
  const after = run.block.text.slice(run.end, run.end + 60);
  const isName = run.tokens.length >= 2 && run.tokens.length <= 4 && !/\d|&/.test(run.text) && !/\b(?:of|for|the)\b/.test(run.text);
  const lowerTitle = LOWER_TITLE().exec(before)?.[1] ?? '';
  if (isName && (SAYING_AFTER().test(after) || SAYING_BEFORE().test(before) || isBesideVerb(before, after, language))) {
    const oblique = isDeclined(language) && mayBeOblique(run.text);
    return mention('person', oblique ? 0.55 : 0.92);
  }
  if (isName && TITLE_WORDS.has(lowerTitle)) return mention('person', 0.92);
  if (isName && APPOSITION.test(after) && !PLACED().test(before)) return mention('person', 0.8);
  if (PLACED().test(before)) return mention('place', run.tokens.length > 1 ? 0.55 : 0.6);
  return isName ? mention('person', 0.6) : mention('other', 0.35);
}

/** Right behind a verb of saying of another language, a word or three for the role between, or right before one. */
function isBesideVerb(before: string, after: string, language: string): boolean {
  const sayings = language.startsWith('en') ? undefined : sayingsOf(language);
  if (sayings === undefined) return false;
  const last = [...before.matchAll(sayings.verb())].at(-1);
  if (last && /^\s+(?:[\p{L}’'-]+\s+){0,4}$/u.test(before.slice(last.index + last[0].length))) return true;
  const next = after.matchAll(sayings.verb()).next().value;
  return next !== undefined && /^,?\s+(?:(?:a|ha|ont|han|hanno|hat)\s+)?$/i.test(after.slice(0, next.index));
}

/** `Transport Minister Pavel Odrin`: the role, and the name behind the last title. */
function splitTitle(run: NameRun, language: string): { readonly name: string; readonly role: string | null } | null {
  const isTitle = run.tokens.map((token) => TITLE_WORDS.has(token.toLowerCase().replace(/\.$/, '')));
  const last = isTitle.lastIndexOf(true);
  if (last === -1) return null;
  // `Minister of Agriculture Freya Tolland`: the office ends one word behind `of`.
  const of = ['of', 'for', 'de'].includes(run.tokens[last + 1] ?? '');
  const from = of ? last + 3 + (run.tokens[last + 2] === 'the' ? 1 : 0) : last + 1;
  const rest = run.tokens.slice(from);
  // `Prof. Sand of the Dyke Institute`: whose he is.
  const owner = rest.findIndex((token, index) => index > 0 && /^(?:of|for|at)$/.test(token));
  const nameTokens = owner === -1 ? rest : rest.slice(0, owner);
  if (nameTokens.length === 0 || nameTokens.length > 4 || !nameTokens.every((token) => /^\p{Lu}/u.test(token))) return null;
  if (nameTokens.length === 1 && language.startsWith('de')) return null;
  return { name: nameTokens.join(' '), role: officeIn(run.tokens.slice(0, from)) };
}

function shortened(run: NameRun, name: string): NameRun {
  const start = run.start + run.text.lastIndexOf(name);
  return start < run.start ? run : { ...run, text: name, start };
}

/** `(CSTO)` right behind its long form. */
function acronymBehind(run: NameRun): string | null {
  const match = /^ \((\p{Lu}[\p{Lu}&]{1,7})\.?\)/u.exec(run.block.text.slice(run.end, run.end + 14));
  return match?.[1] ?? null;
}

interface Known {
  readonly persons: ReadonlyMap<string, string>;
  readonly midSentence: ReadonlySet<string>;
  readonly lowerCase: ReadonlySet<string>;
  readonly countries: ReadonlyMap<string, Place>;
  readonly language: string;
}

/** Last names, and whole names, of those that are surely persons. In German, where every noun has a capital, two of them say nothing. */
function personsOf(mentions: readonly Mention[], language: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, type, confidence } of mentions) {
    if (type !== 'person' || confidence < (language.startsWith('de') ? 0.9 : 0.6)) continue;
    const last = name.split(' ').at(-1) ?? name;
    if (name.includes(' ') && !found.has(last)) found.set(last, name);
    found.set(name, found.get(name) ?? name);
  }
  return found;
}

/** A run in the light of all others: a last name alone is its person; a capital that only a sentence's beginning gave is nothing. */
function settle(mention: Mention, known: Known): Mention[] {
  const { run, name } = mention;
  const person = known.persons.get(name);
  if (person !== undefined && mention.type !== 'country') {
    return [
      { ...mention, name: person, type: 'person', confidence: Math.max(mention.confidence, 0.6), alias: person === name ? null : name },
    ];
  }
  if (mention.type === 'country' || known.countries.has(run.text)) return [mention];
  const [token = ''] = run.tokens;
  if (run.tokens.length === 1) {
    const described = /^,\s+(?:who|which|whose|a|an|the)\b/.test(run.block.text.slice(run.end, run.end + 12));
    if (run.first && !known.midSentence.has(token) && !described) return [];
    if (known.lowerCase.has(token.toLowerCase())) return [];
    if (known.language.startsWith('de') && mention.type !== 'person' && mention.type !== 'organisation') return [];
  }
  // German writes every noun with a capital: only what stands beside a title or a verb of saying is a name.
  if (known.language.startsWith('de') && mention.type === 'person' && mention.confidence < 0.9) return [];
  if (run.first && run.tokens.length > 1 && known.lowerCase.has(token.toLowerCase()) && mention.confidence < 0.8) return [];
  return [mention];
}

/** All cases of a person's name under its nominative. */
function inNominative(mentions: readonly Mention[]): Mention[] {
  const forms = new Map<string, Map<string, number>>();
  for (const { name, type, confidence } of mentions) {
    if (type !== 'person' || !name.includes(' ')) continue;
    const own = forms.get(caseKey(name)) ?? new Map<string, number>();
    forms.set(caseKey(name), own.set(name, Math.max(own.get(name) ?? 0, confidence)));
  }
  const named = new Map([...forms].map(([key, own]) => [key, nominative(own)]));
  return mentions.map((mention) => {
    const name = mention.type === 'person' ? (named.get(caseKey(mention.name)) ?? mention.name) : mention.name;
    return name === mention.name ? mention : { ...mention, name, alias: mention.name };
  });
}

/** The form beside a verb of saying where there is one. */
function nominative(forms: ReadonlyMap<string, number>): string {
  const surest = Math.max(...forms.values());
  return nominativeOf([...forms].filter(([, confidence]) => surest < 0.9 || confidence >= 0.9).map(([form]) => form));
}

function merge(mentions: readonly Mention[], authors: ReadonlySet<string>): Actor[] {
  const acronyms = new Map(
    mentions.flatMap(({ name, alias, type }) => (type === 'organisation' && alias !== null ? [[alias, name] as const] : [])),
  );
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const name = acronyms.get(mention.name) ?? mention.name;
    const list = groups.get(name);
    if (list) list.push(mention);
    else groups.set(name, [mention]);
  }
  return [...groups]
    .filter(([name]) => !authors.has(name))
    .flatMap(([name, all]): Actor[] => {
      const best = [...all].sort((a, b) => b.confidence - a.confidence)[0];
      if (!best) return [];
      const confidence = Math.min(0.98, best.confidence + Math.min(0.1, (all.length - 1) * 0.03));
      // One word seen once behind no preposition may be anything.
      if (best.type === 'other' && all.length < 2 && !best.run.first) return [];
      const aliases = [...new Set(all.flatMap((mention) => [mention.alias, mention.name]))].filter(
        (alias) => alias !== null && alias !== name,
      );
      return [
        {
          kind: 'actor',
          name,
          type: best.type,
          role: all.map((mention) => mention.role).find((role) => role !== null) ?? null,
          aliases: aliases as string[],
          mentions: all.length,
          confidence,
          origin: best.type === 'country' ? 'name-list' : 'pattern',
          spans: all.slice(0, MOST_SPANS).map(({ run }) => spanOf(run.block, run.start, run.end)),
        },
      ];
    })
    .sort((a, b) => b.mentions - a.mentions || b.confidence - a.confidence || compareSpans(a, b))
    .slice(0, MOST);
}

function compareSpans(a: Actor, b: Actor): number {
  const [first, second] = [a.spans[0], b.spans[0]];
  return (first?.block ?? 0) - (second?.block ?? 0) || (first?.start ?? 0) - (second?.start ?? 0);
}
