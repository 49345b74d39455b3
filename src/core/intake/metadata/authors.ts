import { cleanWords } from '../decode/characters.ts';
import { foldKey } from '../words/fold.ts';
import type { Candidate, FieldOptions } from './candidates.ts';
import { isPenName, readNames } from '../words/names.ts';

type Names = readonly string[];
/** Who is named, and whether one value of the page named all of them. */
interface Writers extends Candidate<Names> {
  readonly together?: boolean;
}

/** Names that are worth no more than this are none. */
const UNSURE_NAME = 0.2;
/** What a page shows as its byline, as sure as this or surer, is one though the site has that name: of who writes a site of their own. */
const SHOWN = 0.85;
const BY = /^(?:(?:by|von|par|por|di)\s*:?\s+|(?:author|autor(?:in)?|text|von|by)(?:\s*:\s*|(?=[A-ZÄÖÜÉ][a-zäöüé])))/iu;

/** Who wrote it, by the lines above the text and by what the format names. */
export function authors(options: FieldOptions): Candidate<Names>[] {
  const { head, hints, blocks, roles } = options;
  // On a page two capitalised words under the heading may be a section's, a button's, a street's; beside a day they are a name.
  const isPage = hints.some(({ origin, field }) => origin === 'markup' && field === 'title');
  const shown = head.lines.flatMap(({ block, line }): Candidate<Names>[] => {
    if (line.authors.length === 0) return [];
    const isSure = line.explicit || !isPage || line.date !== null || blocks[block]?.role === 'byline';
    const confidence = line.explicit ? 0.94 : isSure ? 0.85 : UNSURE_NAME;
    return [{ value: line.authors, confidence, origin: 'position', blocks: [block] }];
  });
  const marked = blocks.flatMap((block, index): Candidate<Names>[] => {
    const names = block.role === 'byline' && roles[index] === 'byline' ? readNames(block.text.replace(BY, '')) : null;
    return names ? [{ value: names, confidence: 0.93, origin: 'markup', blocks: [index] }] : [];
  });
  const publishers = publishersOf(options);
  const people = [...shown, ...marked, ...named(options)]
    .filter(({ confidence }) => confidence > UNSURE_NAME)
    .filter(
      ({ value, origin, confidence }) =>
        (origin === 'markup' && confidence >= SHOWN) || !value.some((name) => publishers.has(squeezed(name))),
    );
  return inFull(people);
}

/** What each place of the format names: names, or nothing. */
function named({ hints }: FieldOptions): Writers[] {
  const own = hints.filter(({ field }) => field === 'authors');
  return [...new Set(own.map(({ origin, confidence }) => `${origin} ${confidence}`))].flatMap((place): Writers[] => {
    const here = own.filter(({ origin, confidence }) => `${origin} ${confidence}` === place);
    const [first] = here;
    const read = here.map(({ value, origin }) => readAuthor(cleanWords(value), origin === 'position' ? 'line' : here.length) ?? []);
    const values = [...new Set(read.flat())];
    if (!first || values.length === 0) return [];
    const together = read.some((names) => names.length === values.length);
    return [{ value: values, confidence: first.confidence, origin: first.origin, blocks: [], together }];
  });
}

/** Names; of a page's own field also one word alone, as many sign (`tine`), but no department, address or office. */
function readAuthor(value: string, beside: number | 'line'): Names | null {
  const words = value
    .replace(/^['"](.*)['"]$/, '$1')
    .replace(BY, '')
    .trim();
  // `Varn Courier - Hanne Moll`: with the paper.
  const parts = words.split(/\s+[-–|/]\s+/).flatMap((part) => readNames(part) ?? []);
  const names = readNames(words) ?? (parts.length === 1 ? parts : null);
  if (names !== null || beside === 'line' || beside > 4) return names;
  return isPenName(words) ? [words] : null;
}

/** A name without spaces, marks and case, as it stands in an address. */
const squeezed = (name: string): string => foldKey(name).replace(/\s+/g, '');

/** What the page calls itself and whose site it is: who is named so has published it, and written nothing. */
function publishersOf({ hints, head }: FieldOptions): ReadonlySet<string> {
  const lines = head.lines.flatMap(({ line }) => line.publisher ?? []);
  const said = hints.flatMap(({ field, value }) => (field === 'publisher' ? [cleanWords(value)] : []));
  const hosts = hints.flatMap(({ field, value }) =>
    field === 'url' ? (/^https?:\/\/([^/:]+)/.exec(value)?.[1]?.split('.').slice(0, -1) ?? []) : [],
  );
  return new Set([...lines, ...said, ...hosts.filter((part) => part.length > 3)].map(squeezed));
}

/**
 * The candidates, each with its names as another has them in full: `Todd` where a line has `Todd Bates`, `hannemoll` where one has
 * `Hanne Moll`, one of two where another place names both.
 */
function inFull(people: readonly Writers[]): Candidate<Names>[] {
  return people.map((candidate) => {
    const fuller = people.find(
      ({ value: other, together }) => (together === true || other.length === candidate.value.length) && isFuller(other, candidate.value),
    )?.value;
    const { confidence, origin, blocks } = candidate;
    return { value: fuller ?? candidate.value, confidence, origin, blocks };
  });
}

function isFuller(names: Names, than: Names): boolean {
  const keys = names.map(foldKey);
  const isSame = names.length === than.length && than.every((name) => keys.includes(foldKey(name)));
  return !isSame && than.every((name) => keys.some((key, index) => key === foldKey(name) || isWhole(names[index] ?? '', name)));
}

/** Whether a name is the whole of one that is a single word. */
function isWhole(name: string, part: string): boolean {
  if (/\s/.test(part.trim()) || !/\s/.test(name)) return false;
  return squeezed(name) === squeezed(part.replace(/[._-]/g, ' ')) || foldKey(name).split(' ')[0] === foldKey(part);
}
