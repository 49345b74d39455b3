import type { Mark } from './conventions.ts';

/** Zeros of the decimal digits in use; the nine others follow each in Unicode. */
const ZEROS = ['0', '٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '෦', '๐', '໐', '༠', '၀', '០', '᠐', '０'];
const ZERO_CODES = ZEROS.map((zero) => zero.codePointAt(0) ?? 0);
/** Arabic and Persian, in whose texts `,` and `.` stand for either of ٫ and ٬. */
const EASTERN = new Set([0x0660, 0x06f0]);
/** Devanagari to Sinhala. */
const isIndian = (zero: number): boolean => zero >= 0x0966 && zero <= 0x0de6;

/** Marks of direction, which a program puts around numbers in right-to-left text. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u2066-\u2069]/g;
const DASHES = '\\-\u2010-\u2013\u2212\uFE63\uFF0D';
/** Space, no-break, figure, thin and narrow no-break space. */
const SPACES = ' \u00A0\u2007\u2009\u202F';
const APOSTROPHES = "'’ʼ＇";
const SEPARATOR = `[.,${SPACES}${APOSTROPHES}\u066B\u066C\u060C．，]`;
const NUMBER = new RegExp(
  `^(?<sign>[+${DASHES}]?)[${SPACES}]?(?<body>\\d+(?:${SEPARATOR}\\d+)*)(?:e(?<exponent>[+\\-\u2212]?\\d{1,3}))?$`,
  'i',
);

/** A number taken apart, before it is decided what its separators mean. */
export interface Parts {
  readonly negative: boolean;
  /** Digits between separators, as ASCII digits. */
  readonly digits: readonly [string, ...string[]];
  /** One fewer than `digits`: `.` and `,`; `decimal` and `group` for signs that can be nothing else. */
  readonly separators: readonly (Mark | 'decimal' | 'space' | 'apostrophe' | 'group')[];
  readonly exponent: number;
  /** Whether its digits are of a script in which `.` and `,` are borrowed. */
  readonly eastern: boolean;
  /** Whether its digits are of a script of India, where `12,34,567` is written. */
  readonly indian: boolean;
}

function toAscii(text: string): { readonly text: string; readonly zeros: ReadonlySet<number> } {
  const zeros = new Set<number>();
  const ascii = text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZERO_CODES.find((start) => code >= start && code < start + 10);
    if (zero === undefined) return digit;
    zeros.add(zero);
    return String(code - zero);
  });
  return { text: ascii, zeros };
}

function kindOf(separator: string): Parts['separators'][number] {
  if (separator === '.' || separator === '．') return '.';
  if (separator === ',' || separator === '，' || separator === '\u060C') return ',';
  if (separator === '\u066B') return 'decimal';
  if (separator === '\u066C') return 'group';
  return APOSTROPHES.includes(separator) ? 'apostrophe' : 'space';
}

/** Takes a written number apart; null where it is none, or has digits of two scripts. */
export function partsOf(written: string): Parts | null {
  const { text, zeros } = toAscii(written.replace(DIRECTION_MARKS, '').trim());
  const groups = zeros.size === 1 ? NUMBER.exec(text)?.groups : undefined;
  if (!groups) return null;
  const { sign = '', body = '', exponent } = groups;
  const [first = '', ...rest] = body.split(/\D/);
  return {
    negative: sign !== '' && sign !== '+',
    digits: [first, ...rest],
    separators: Array.from(body.replace(/\d/g, ''), kindOf),
    exponent: exponent === undefined ? 0 : Number(exponent.replace('\u2212', '-')),
    eastern: [...zeros].some((zero) => EASTERN.has(zero)),
    indian: [...zeros].some(isIndian),
  };
}
