/** What stands before the decimals: `1650.5` or `1650,5`. */
export type Mark = '.' | ',';

/** How a language writes numbers, in so far as that can be taken for something else. */
export interface Convention {
  readonly decimal: Mark;
  /**
   * Which of the two marks groups thousands; null where neither does. Spaces and apostrophes are read as such everywhere,
   * since they can be nothing else.
   */
  readonly group: Mark | null;
  /** Whether `12,34,567` is written: the last three digits, then pairs. */
  readonly pairs: boolean;
}

const convention = (decimal: Mark, group: Mark | null, pairs = false): Convention => ({ decimal, group, pairs });

const POINT_COMMA = convention('.', ',');
const POINT_COMMA_PAIRS = convention('.', ',', true);
const COMMA_POINT = convention(',', '.');
const COMMA_SPACE = convention(',', null);
const POINT_APOSTROPHE = convention('.', null);

/** Unicode's CLDR, release 44, but for what the comments say. Languages share a row; the region's row, if there is one, goes before. */
const ROWS: readonly (readonly [Convention, string])[] = [
  [POINT_COMMA, 'en zh yue ja ko th he ms fil sw am ha ig yo zu ga cy gd mt mn so'],
  // By digits of their own, `ar`, `fa` and the like write ٫ and ٬, which need no rule; this is for European digits.
  [POINT_COMMA, 'ar fa ckb'],
  [POINT_COMMA_PAIRS, 'hi bn ta te mr gu kn ml pa or as ne ur si sa'],
  // CLDR has spaces in Austria and Portugal; points are as common there, and a decimal point is known in neither.
  [COMMA_POINT, 'de es it pt nl da tr el ro hr sr sl bs mk vi id is ca gl eu az lb fo fy ku jv lo'],
  [COMMA_SPACE, 'fr sv fi no nb nn pl cs sk ru uk be bg hu et lv lt sq ka hy kk ky uz tk tg tt eo af br oc'],
];

/** Null: a region in which both customs are met, so that a language alone says nothing. */
const REGION_ROWS: readonly (readonly [Convention | null, string])[] = [
  [POINT_APOSTROPHE, 'de-CH de-LI it-CH en-CH gsw-CH'],
  [POINT_COMMA, 'es-419 es-MX es-US es-GT es-HN es-NI es-PA es-PE es-PR es-SV es-DO es-CU es-BZ'],
  [COMMA_POINT, 'ar-DZ ar-LY ar-MA ar-MR ar-TN'],
  [POINT_COMMA_PAIRS, 'en-IN en-PK en-BD en-NP en-LK en-BT'],
  [null, 'fr-CH en-ZA af-ZA en-AT en-BE en-DE en-DK en-FI en-NL en-SE en-SI'],
];

function table<T>(rows: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  return new Map(rows.flatMap(([value, tags]) => tags.split(' ').map((tag) => [tag, value] as const)));
}

const LANGUAGES = table(ROWS);
const REGIONS = table(REGION_ROWS);

/** Languages whose regions differ much: that a text is in one of them does not tell how its numbers are meant. */
export const DIVIDED: ReadonlySet<string> = new Set(['es', 'ar']);

/** Every tag that has a row of its own, for tests and guides. */
export const KNOWN_TAGS: readonly string[] = [...LANGUAGES.keys(), ...REGIONS.keys()];

/** How numbers are written in a language by its BCP 47 tag; null where that is not known or not one custom. */
export function conventionOf(tag: string): Convention | null {
  const [language = '', ...rest] = tag.split('-');
  const region = rest.find((part) => /^(?:[a-z]{2}|\d{3})$/i.test(part));
  const own = region === undefined ? undefined : REGIONS.get(`${language.toLowerCase()}-${region.toUpperCase()}`);
  return own === undefined ? (LANGUAGES.get(language.toLowerCase()) ?? null) : own;
}
