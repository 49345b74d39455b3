import type { Stat } from '../types.ts';

/** A figure in the parts that are set in sizes of their own. */
export interface FigureParts {
  /** `about`, `up to`; null where the value begins with its number. */
  readonly hedge: string | null;
  readonly number: string;
  readonly unit: string | null;
}

/** Words of scripts that put no space behind them. */
const UNSPACED =
  /^(大約|大约|約|约|超過|超过|至少|最多|最少|近|およそ|少なくとも|약|최소|최대)\s?(?=[\p{Nd}〇一二三四五六七八九十百千万億亿数])/u;
/** Words before the first digit, with the sign of a currency behind them; a code of one (`EUR 5`) belongs to the number, as `US$5` does. */
const SPACED = /^([^\p{Nd}]*\p{L}[^\p{Nd}]*?)\s+(?=(?:[A-Z]{3}\s?|[A-Z]{0,2}\p{Sc}\s?)?[-−+]?[\p{Nd}])/u;
/** They name a number and do not bound it. */
const NAMES = /^(?:no|nr|n[º°]|№|article|art|artikel|§|[A-Z]{3})\.?$/iu;
/** Longer words before a number are no hedge. */
const LONGEST = 24;

/** A unit of so few characters (%, km², bn) stands beside its number. */
const SHORT_UNIT = 3;

/** A value's hedge, by the words that it begins with, in whatever language; the number; and the unit, in the number's type where it is short. */
export function partsOf({ value, unit }: Pick<Stat, 'value' | 'unit'>): FigureParts {
  const match = UNSPACED.exec(value) ?? SPACED.exec(value);
  const words = match?.[1]?.trim() ?? '';
  const isHedge = match !== null && words.length <= LONGEST && !NAMES.test(words);
  const number = isHedge ? value.slice(match[0].length) : value;
  const hedge = isHedge ? words : null;
  if (unit === '' || unit.length > SHORT_UNIT) return { hedge, number, unit: unit === '' ? null : unit };
  return { hedge, number: /^[%‰°]/.test(unit) ? `${number}${unit}` : `${number}\u00A0${unit}`, unit: null };
}
