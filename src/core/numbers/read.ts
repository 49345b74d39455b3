import { conventionOf, type Convention, type Mark } from './conventions.ts';
import { partsOf, type Parts } from './parts.ts';

/** Why a text is not read as a number: what a person who wrote it would be told. */
export type Refusal = 'brackets' | 'range' | 'bound' | 'percent' | 'marked' | 'none' | 'grouping' | 'words';

/** What a written value says. */
export type Reading =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** Digits behind the decimal mark as written, of which there may be more than the value needs. */
      readonly decimals: number;
    }
  /** Two customs read it differently; the readings as programs write numbers. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  | { readonly kind: 'refused'; readonly why: Refusal };

/** What is known of how the numbers of a text are meant. */
export interface Custom {
  /** The language that the author named, as a BCP 47 tag; null where none is. */
  readonly language: string | null;
  /**
   * Where no language is named: the decimal mark that the rest of the text shows, or null. It is asked only where a value
   * needs it, and believed only where it makes a group of thousands: three decimals are too rare to rest on a guess.
   */
  readonly hint: () => Mark | null;
}

interface Candidate {
  readonly value: number;
  readonly decimals: number;
  readonly pairs: boolean;
}

const PLAIN: Custom = { language: null, hint: () => null };

function isGrouped(digits: readonly string[]): boolean {
  const [first = '', ...rest] = digits;
  return first.length <= 3 && !first.startsWith('0') && rest.every((group) => group.length === 3);
}

/** `12,34,567`: the last three digits, then pairs. */
function isInPairs(digits: readonly string[]): boolean {
  const [first = '', ...rest] = digits;
  const last = rest.at(-1) ?? '';
  return first.length <= 2 && !first.startsWith('0') && last.length === 3 && rest.slice(0, -1).every((group) => group.length === 2);
}

/** What the parts say where `decimal` stands before the decimals; null where they are no number then. */
function candidate(parts: Parts, decimal: Mark): Candidate | null {
  const at = parts.separators.findIndex((separator) => separator === decimal || separator === 'decimal');
  // Behind the decimals nothing more may come.
  if (at !== -1 && at !== parts.separators.length - 1) return null;
  const whole = at === -1 ? parts.digits : parts.digits.slice(0, -1);
  const fraction = at === -1 ? '' : (parts.digits.at(-1) ?? '');
  const signs = new Set(at === -1 ? parts.separators : parts.separators.slice(0, -1));
  if (signs.size > 1) return null;
  const pairs = whole.length > 2 && signs.has(',') && isInPairs(whole);
  if (whole.length > 1 && !isGrouped(whole) && !pairs) return null;
  const size = Number(`${whole.join('')}.${fraction || '0'}e${parts.exponent}`);
  if (!Number.isFinite(size)) return null;
  const value = size === 0 ? 0 : parts.negative ? -size : size;
  return { value, decimals: Math.max(0, fraction.length - parts.exponent), pairs };
}

interface Considered {
  readonly parts: Parts;
  readonly point: Candidate | null;
  readonly comma: Candidate | null;
  /** Of a value that can be read two ways: its one mark. */
  readonly open: Mark | null;
  /** The decimal mark that this value shows its writer uses. */
  readonly shows: Mark | null;
}

function consider(parts: Parts): Considered {
  const [point, comma] = [candidate(parts, '.'), candidate(parts, ',')];
  const open = point && comma && point.value !== comma.value ? (parts.separators.find((s) => s === '.' || s === ',') ?? null) : null;
  // `12 000` and `1’650` show nothing; whether pairs are read at all is decided later.
  const either = point ?? comma;
  const shows = either?.pairs === true ? null : point && !comma ? '.' : comma && !point ? ',' : null;
  return { parts, point, comma, open, shows };
}

const number = ({ value, decimals }: Candidate): Reading => ({ kind: 'number', value, decimals });

interface Known {
  readonly convention: Convention | null;
  readonly named: boolean;
  readonly hint: () => Mark | null;
  /** Decimal marks that other values show. */
  readonly shown: ReadonlySet<Mark>;
  /** Whether `1.650` and `2,480` stand in one column. */
  readonly mixed: boolean;
}

/** The decimal mark by which an open value is read; null where it cannot be known. */
function markFor(value: Considered, known: Known): Mark | null {
  const { convention, shown, mixed } = known;
  const [only] = shown;
  if (mixed || shown.size > 1) return null;
  if (convention === null || value.parts.eastern) {
    if (only !== undefined) return only;
    const hint = known.named ? null : known.hint();
    return hint !== null && hint !== value.open ? hint : null;
  }
  if (only !== undefined && only !== convention.decimal) return null;
  // A mark that the language does not use at all, as the point in French: only another value can tell.
  return value.open === convention.decimal || value.open === convention.group ? convention.decimal : (only ?? null);
}

/** `1,2000` or `1650,000`: many digits behind a comma, in a language where it groups thousands; a slip, or groups of four. */
function isDoubtful({ digits, separators }: Parts): boolean {
  return separators.at(-1) === ',' && digits[0] !== '0' && (digits.at(-1) ?? '').length > 2;
}

function decide(value: Considered, known: Known): Reading {
  const { point, comma } = value;
  const either = point ?? comma;
  if (!either) return { kind: 'refused', why: 'grouping' };
  if (either.pairs && known.convention?.pairs !== true && !value.parts.indian) return { kind: 'refused', why: 'grouping' };
  if (value.shows === ',' && known.convention?.decimal === '.' && isDoubtful(value.parts)) return { kind: 'refused', why: 'grouping' };
  if (value.open === null || !point || !comma) return number(either);
  const mark = markFor(value, known);
  if (mark === null) return { kind: 'ambiguous', readings: [String(point.value), String(comma.value)] };
  return number(mark === '.' ? point : comma);
}

const REFUSALS: readonly (readonly [Refusal, RegExp])[] = [
  // Accountants mean −300 by (300), statisticians a number of little certainty.
  ['brackets', /^[([].*\p{Nd}.*[)\]]$/u],
  ['none', /^(?:[-\u2010-\u2015\u2212.…:·/*]+|n\.?\s?[ad]\.?|n\/[ad]|k\.?\s?a\.?|nd|null|none|s\.?\s?[od]\.?|x)$/i],
  ['percent', /^[^%‰٪]*\p{Nd}\s*[%‰٪]$|^[%‰٪]\s*[^%‰٪]*\p{Nd}$/u],
  ['bound', /^[<>≤≥≈~±∼]|\+$/],
  ['range', /\p{Nd}\s*(?:[-\u2010-\u2015]|\.\.+|…|to|bis|à|до)\s*[-\u2212]?\p{Nd}/u],
  ['marked', /\p{Nd}\s*(?:[*†‡§#¹²³⁴-⁹]+|\(?[a-z]\)?)$|^[*†‡§#]+\s*\p{Nd}/iu],
];

const refusalOf = (text: string): Refusal => REFUSALS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'words';

/**
 * Reads values that stand together, as the columns of one chart. Where a value can be read two ways, the language that the
 * author named decides, unless other values contradict it; without one, other values decide, then the text around. What
 * nothing decides is ambiguous. Cells that are empty must not be handed in.
 *
 * Rule: issue 17, part 2; the languages' customs: `conventions.ts`.
 */
export function readNumbers(columns: readonly (readonly string[])[], custom: Custom = PLAIN): Reading[][] {
  const considered = columns.map((column) => column.map((text) => ({ text: text.trim(), parts: partsOf(text) })));
  const values = considered.map((column) => column.map(({ text, parts }) => ({ text, value: parts && consider(parts) })));
  const shown = new Set(values.flat().flatMap(({ value }) => value?.shows ?? []));
  const convention = custom.language === null ? null : conventionOf(custom.language);
  return values.map((column) => {
    const mixed = new Set(column.flatMap(({ value }) => value?.open ?? [])).size > 1;
    const known: Known = { convention, named: custom.language !== null, hint: custom.hint, shown, mixed };
    return column.map(({ text, value }) => (value ? decide(value, known) : { kind: 'refused', why: refusalOf(text) }));
  });
}

/** One value alone; see `readNumbers`. */
export function readNumber(text: string, custom: Custom = PLAIN): Reading {
  return readNumbers([[text]], custom)[0]?.[0] ?? { kind: 'refused', why: 'words' };
}
