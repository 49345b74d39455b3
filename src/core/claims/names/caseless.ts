import { stopwordsOf } from '../../language/index.ts';
import type { Evidence, Said } from '../evidence.ts';
import { lazy } from '../../base/lazy.ts';
import { baseOf } from '../tokens.ts';
import { hanCities, hanPersons, hanPlaces, hanTowns, isBody, isTitle, leadsPlace, speaks } from '../words/persons.ts';

/** A name as a text has it, and where; offsets in UTF-16 units. */
interface Mention {
  readonly name: string;
  readonly start: number;
}

export interface CaselessNames {
  /** The names in a line that stand in none of its paragraphs. */
  readonly missing: (line: Said, refs: readonly number[], paragraphs: readonly Said[]) => readonly Mention[];
  /** The same for who is said to have spoken. */
  readonly speaker: CaselessNames['missing'];
}

/** A name behind a title has so many words. */
const WORDS = 2;
const SHORTEST = 2;
/** So near before a name stands what somebody does. */
const LEAD = 2;
const WORD = /\p{L}[\p{L}\p{M}"'׳״]*/gu;
/** Arabic and Hebrew write `and`, `of`, `to` into a word. */
const PREFIX = /^(?:[ובלמהשכ]{1,2}(?=\p{L}{2})|[وفبلك](?=\p{L}{3}))/u;

const isHan = (base: string): boolean => base === 'zh' || base === 'ja';

/** Whom a text names for sure: behind a title, in Chinese also before a verb of saying. */
function personsIn(text: string, base: string): Mention[] {
  if (isHan(base))
    return [...hanPersons(text)].flatMap(({ groups, index, 0: whole }) => {
      const name = groups?.behind ?? groups?.before ?? '';
      return name === '' ? [] : [{ name, start: index + whole.indexOf(name) }];
    });
  const words = [...text.matchAll(WORD)];
  return words.flatMap((word, at) => {
    if (!isTitle(word[0], base)) return [];
    const behind = words.slice(at + 1, at + 1 + WORDS);
    // Only with nothing but a space between.
    return behind
      .filter((own, index) => own.index - ((behind[index - 1] ?? word).index + (behind[index - 1] ?? word)[0].length) === 1)
      .map((own) => ({ name: own[0], start: own.index }));
  });
}

const bare = (word: string): string => word.replace(PREFIX, '');

/** Whether a text has a name, in Chinese also without what a given name of one sign is followed by. */
function has(text: string, name: string, base: string): boolean {
  if (text.includes(name)) return true;
  return isHan(base) ? name.length > SHORTEST && text.includes(name.slice(0, SHORTEST)) : text.includes(bare(name));
}

/**
 * Looks for names in scripts without capitals: those of actors and speakers, those behind titles, and in Chinese places by their endings.
 * Other names are told from words by nothing.
 */
export function caselessNames(evidence: Evidence): CaselessNames | null {
  const base = baseOf(evidence.language);
  if (!/^(?:ar|he|zh)$/.test(base) || !evidence.sameLanguage) return null;
  const han = isHan(base);
  const known = lazy(() => {
    const { actors, topics } = evidence.article;
    const speakers = topics.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'quotation' ? (block.speaker ?? []) : [])));
    const given = [...actors, ...speakers].flatMap((name) => partsOf(name, base));
    return new Set([...given, ...evidence.source.paragraphs.flatMap((text) => personsIn(text, base).map(({ name }) => name))]);
  });
  const namesSomebody = (text: string): boolean => [...known()].some((name) => text.includes(name));

  const mentionsOf = ({ text }: Said): Mention[] => {
    const own = han
      ? [...known()].flatMap((name) => (text.includes(name) ? [{ name, start: text.indexOf(name) }] : []))
      : [...text.matchAll(WORD)].flatMap(({ 0: name, index }) => {
          return known().has(name) || known().has(bare(name)) ? [{ name, start: index }] : [];
        });
    return [...own, ...personsIn(text, base)];
  };
  const missing = (own: readonly Mention[], refs: readonly number[], paragraphs: readonly Said[]): Mention[] => {
    const isThere = ({ name }: Mention): boolean => paragraphs.some(({ text }) => has(text, name, base));
    // A paragraph that names nobody goes on about whom the ones before named.
    const before = paragraphs.some(({ text }) => namesSomebody(text))
      ? []
      : refs.flatMap((ref) => [evidence.paragraph(ref - 1)?.text ?? '', evidence.paragraph(ref - 2)?.text ?? '']);
    const left = own.filter((mention) => !isThere(mention) && !before.some((text) => has(text, mention.name, base)));
    return left.filter(({ start }, index) => left.findIndex((other) => other.start === start) === index);
  };
  return {
    missing: (line, refs, paragraphs) => {
      const all = [
        ...missing(mentionsOf(line), refs, paragraphs),
        ...placesMissing(line, paragraphs, base),
        ...(han ? [] : strangers(line, paragraphs, known(), evidence)),
      ];
      return all.filter(({ start }, index) => all.findIndex((other) => other.start === start) === index);
    },
    speaker: ({ text }, refs, paragraphs) =>
      missing(
        partsOf(text, base).map((name) => ({ name, start: text.indexOf(name) })),
        refs,
        paragraphs,
      ),
  };
}

/** The words of a name that tell somebody; none of the name of a body. */
function partsOf(name: string, base: string): string[] {
  const parts = isHan(base) ? name.split('·') : (name.match(WORD) ?? []);
  return isBody(parts[0] ?? '', base) ? [] : parts.filter((part) => part.length >= SHORTEST && !isTitle(part, base));
}

/** A name with what it stands behind: two that stand behind the same are rivals. */
interface Led extends Mention {
  readonly lead: string;
}

/** Names of places: in Chinese by their ending or behind a province, else behind a word like `city`. */
function placesIn(text: string, base: string): Led[] {
  if (isHan(base)) {
    const towns = [...hanTowns(text)].map(({ groups, index, 0: whole }) => {
      const name = groups?.name ?? '';
      return { name, start: index + whole.length - name.length, lead: groups?.province ?? '' };
    });
    const cities = [...hanCities(text)].map(({ 0: name, index }) => ({ name, start: index, lead: 'city' }));
    return [...towns, ...cities, ...[...hanPlaces(text)].map(({ 0: name, index }) => ({ name, start: index, lead: name.at(-1) ?? '' }))];
  }
  const words = [...text.matchAll(WORD)];
  return words.flatMap((word, at) => {
    const lead = bare(word[0]);
    const name = words[at + 1];
    return name !== undefined && leadsPlace(lead, base) ? [{ name: name[0], start: name.index, lead }] : [];
  });
}

/** Whom somebody else stands in for: a word of the source has one behind it whom it names, in the line one whom it names nowhere. */
function strangers(line: Said, paragraphs: readonly Said[], known: ReadonlySet<string>, evidence: Evidence): Mention[] {
  const base = baseOf(evidence.language);
  const leads = new Set(
    paragraphs.flatMap(({ text }) => {
      const words = [...text.matchAll(WORD)].map(([word]) => word);
      const isKnown = (word: string): boolean => known.has(word) || known.has(bare(word));
      return words.flatMap((word, at) =>
        isKnown(word) && !line.text.includes(bare(word))
          ? words
              .slice(Math.max(0, at - LEAD), at)
              .filter((own) => !isKnown(own))
              .map(bare)
          : [],
      );
    }),
  );
  const trails = new Set(
    paragraphs.flatMap(({ text }) => {
      const words = [...text.matchAll(WORD)].map(([word]) => word);
      return words.flatMap((word, at) =>
        known.has(word) && !known.has(words[at + 1] ?? '') && !line.text.includes(word) ? (trailOf(words, at + 1) ?? []) : [],
      );
    }),
  );
  const isOther = paragraphs.some(({ text }) => [...known].some((name) => text.includes(name) && !line.text.includes(name)));
  const words = [...line.text.matchAll(WORD)];
  const texts = words.map(([own]) => own);
  return words.flatMap((word, at) => {
    const isNew = word[0].length >= SHORTEST && !evidence.source.paragraphs.some((text) => has(text, word[0], base));
    const isNamed =
      isNew &&
      ((isOther && speaks(words[at - 1]?.[0] ?? '', base)) ||
        leads.has(bare(words[at - 1]?.[0] ?? '')) ||
        trails.has(trailOf(texts, at + 1) ?? '')) &&
      !isStopword(word[0], evidence.language);
    return isNamed ? [{ name: word[0], start: word.index }] : [];
  });
}

/** The words behind a name, by which it is known again; none where too few are left. */
const trailOf = (words: readonly string[], from: number): string | null => {
  const trail = words.slice(from, from + LEAD);
  return trail.length < LEAD ? null : trail.join(' ');
};

const isStopword = (word: string, language: string): boolean => stopwordsOf(language).has(word);

/** Places of a line that the paragraphs do not have, while they have another behind the same word, or with the same ending. */
function placesMissing({ text }: Said, paragraphs: readonly Said[], base: string): Mention[] {
  const rivals = paragraphs.flatMap((paragraph) => placesIn(paragraph.text, base));
  return placesIn(text, base).filter(
    ({ name, lead }) =>
      !paragraphs.some((paragraph) => has(paragraph.text, name, base)) &&
      rivals.some((rival) => rival.lead === lead && !text.includes(rival.name)),
  );
}
