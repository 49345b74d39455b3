/**
 * Ways of showing numbers that a deck's two files have in common: what `Intl` writes in `tag`, LibreOffice writes where a
 * number format begins with `[$-code]` (tried with 7.4; docs/ooxml/charts.md). Languages share a row by their signs.
 */
const SHARED = [
  { tag: 'en', code: '409', digits: 'latn', decimal: '.', group: ',', pairs: false },
  { tag: 'de', code: '407', digits: 'latn', decimal: ',', group: '.', pairs: false },
  { tag: 'fr', code: '40C', digits: 'latn', decimal: ',', group: '\u202F', pairs: false },
  { tag: 'cs', code: '405', digits: 'latn', decimal: ',', group: '\u00A0', pairs: false },
  { tag: 'de-CH', code: '807', digits: 'latn', decimal: '.', group: "'", pairs: false },
  { tag: 'en-IN', code: '4009', digits: 'latn', decimal: '.', group: ',', pairs: true },
  { tag: 'ar-SA', code: '2000401', digits: 'arab', decimal: '٫', group: '٬', pairs: false },
  { tag: 'fa', code: '3000429', digits: 'arabext', decimal: '٫', group: '٬', pairs: false },
  { tag: 'bn', code: '5000445', digits: 'beng', decimal: '.', group: ',', pairs: true },
  { tag: 'mr', code: '400044E', digits: 'deva', decimal: '.', group: ',', pairs: true },
] as const;

/** How the numbers of one language are shown. */
export interface Signs {
  /** A language of the same signs, for `Intl`. */
  readonly tag: string;
  /** The same as a locale code of number formats, as `407`. */
  readonly code: string;
  /** Before a negative number; with a mark of direction in right-to-left languages. */
  readonly minus: string;
  /** False where no shared way has the language's groups: then none are shown. */
  readonly grouping: boolean;
}

/** How many decimals are shown, and whether thousands are set apart. */
export interface NumberStyle {
  readonly decimals: number;
  readonly grouping: boolean;
}

function intl(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(tag, options);
  } catch {
    return new Intl.NumberFormat('en', options);
  }
}

/** The signs of a language by its BCP 47 tag, English ones for a tag that is none. */
export function signsOf(language: string): Signs {
  const own = intl(language, {}).resolvedOptions().numberingSystem;
  const digits = SHARED.some((shared) => shared.digits === own) ? own : 'latn';
  const parts = intl(language, { numberingSystem: digits }).formatToParts(-12_345_678.9);
  const sign = (type: Intl.NumberFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  const pairs = parts.filter(({ type }) => type === 'integer').at(-2)?.value.length === 2;
  const [decimal, group] = [sign('decimal'), sign('group').replace('’', "'")];
  const rows = SHARED.filter((shared) => shared.digits === digits && shared.decimal === decimal);
  const row = rows.find((shared) => shared.group === group && shared.pairs === pairs);
  const { tag, code } = row ?? rows[0] ?? SHARED[0];
  return { tag, code, minus: sign('minusSign') || '-', grouping: row !== undefined };
}

/** Digits behind the point that a number needs, of the fifteen that a spreadsheet keeps. */
function decimalsOfOne(value: number): number {
  const [digits = '', exponent = '0'] = String(Number(value.toPrecision(15))).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}

/** What people write is shown whole up to so many decimals; longer numbers were computed. */
const MOST_WRITTEN = 6;
const LEAST_COMPUTED = 2;
/** As many as `Intl` can show everywhere. */
const MOST = 20;

/**
 * Decimals that values which stand together are shown with: all that they have, where that is at most six. Of longer
 * ones as many as keep those apart which differ, and from zero; at least two.
 */
export function decimalsOf(values: readonly number[]): number {
  const needed = Math.max(0, ...values.map(decimalsOfOne));
  if (needed <= MOST_WRITTEN) return needed;
  const different = new Set([...values.map((value) => Number(value.toPrecision(15))), 0]);
  const apart = (decimals: number): boolean =>
    new Set([...different].map((value) => Number(value.toFixed(decimals)))).size === different.size;
  let decimals = LEAST_COMPUTED;
  while (decimals < MOST && !apart(decimals)) decimals += 1;
  return Math.min(decimals, needed);
}

/** How values that stand together are shown. Spanish, Polish and others group from 10,000 on: then so do all, or none. */
export function numberStyle(language: string, values: readonly number[]): NumberStyle {
  const largest = Math.max(0, ...values.map(Math.abs));
  const { grouping } = signsOf(language);
  const groups =
    largest < 1000 ||
    intl(language, {})
      .formatToParts(largest)
      .some(({ type }) => type === 'group');
  return { decimals: decimalsOf(values), grouping: grouping && groups };
}

/** Writes numbers as the language does. Making one is slow (some tenths of a millisecond): make one for a chart, not for a value. */
export function numberFormatter(language: string, { decimals, grouping }: NumberStyle): (value: number) => string {
  const { tag, minus } = signsOf(language);
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: grouping ? ('always' as const) : false };
  const format = intl(tag, options);
  // Few fonts have the narrow no-break space, and the two are hard to tell apart.
  const write = (value: number): string => format.format(value).replaceAll('\u202F', '\u00A0');
  return (value) => (value < 0 ? minus + write(-value) : write(value));
}
