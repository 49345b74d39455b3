import type { Said } from '../evidence.ts';
import { numberHeld } from './held.ts';
import type { NumberMention } from './types.ts';

interface CountContext {
  readonly paragraphs: readonly Said[];
  readonly known: readonly NumberMention[];
  readonly heading: boolean;
  /** How many paragraphs the line names. */
  readonly paragraphsNamed: number;
}

/** Numbers up to here are as often a way to speak as a count. */
const SMALL = 12;

const SEPARATOR = /^(?:,|;|、|،|，|；|and|or|und|oder|sowie|et|ou|y|e|o|и|или|та|و|和|及|以及)$/;
const OTHER = /^(?:other|anderen|autres|otros|otras|altri|altre|другие|других|остальные|остальных)$/;
const STOP = /^[.!?。！？:：]$/;

/** How many things a paragraph lists in a row: `recognition, demarcation, and channels` are three; one fewer where a clause comes first. */
function listLengths({ tokens }: Said): ReadonlySet<number> {
  const lengths = new Set<number>();
  let separators = 0;
  let beforeSeparator = false;
  for (const { lower, text } of tokens()) {
    if (STOP.test(text)) {
      if (separators > 0) lengths.add(separators + 1).add(separators);
      separators = 0;
    } else if (SEPARATOR.test(lower)) {
      // `, and` is one.
      if (!beforeSeparator) separators++;
      beforeSeparator = true;
      continue;
    }
    beforeSeparator = false;
  }
  if (separators > 0) lengths.add(separators + 1).add(separators);
  return lengths;
}

const IN = /^(?:in|out|of|von|sur|su|из|de|cada)$/;

/** `two in three`: both numbers of it are one share. */
export function ratioHeld(number: NumberMention, numbers: readonly NumberMention[], line: Said, known: readonly NumberMention[]): boolean {
  const index = numbers.indexOf(number);
  return [numbers[index - 1], numbers[index]].some((first, at) => {
    const second = numbers[index + at];
    if (first === undefined || second === undefined || first === second) return false;
    const between = line.tokens().slice(first.to, second.from);
    const [part = 0, whole = 0] = [first.values[0], second.values[0]];
    // `seven in ten`, `sept élus sur dix`.
    const isRatio =
      between.length <= 3 && between.slice(-2).some(({ lower }) => IN.test(lower)) && between.every(({ kind }) => kind === 'word');
    if (between.length === 0 || !isRatio || part >= whole || whole > 20) return false;
    return numberHeld({ ...first, values: [part / whole], kind: 'fraction', percent: false, bound: null }, known);
  });
}

/** `Half of the money`, beside 40 and 80 billions: what two numbers of the source are to each other. */
export function partHeld({ kind, values: [value = 0] }: NumberMention, known: readonly NumberMention[]): boolean {
  if (kind !== 'fraction') return false;
  const numbers = known.filter((one) => one.kind === 'cardinal' && !one.percent).flatMap(({ values }) => values);
  return numbers.some((part) => part > 1 && numbers.some((whole) => whole > part && Math.abs(part / whole - value) < 0.01));
}

/** What is left out because the number beside it has it: `19 per cent, but seven would do`; `20 millions, beside the ten that there are`. */
export function shortHeld(number: NumberMention, all: readonly NumberMention[], known: readonly NumberMention[]): boolean {
  if (number.spelled && !number.percent && all.some(({ percent }) => percent) && numberHeld({ ...number, percent: true }, known))
    return true;
  const [value = 0] = number.values;
  const scale = [1e9, 1e6, 1e3].find((size) => value >= size * 2);
  if (scale === undefined || number.percent) return false;
  const isShared = known.some(({ values }) => values.some((own) => own >= scale && own < scale * 1e3));
  return isShared && known.some(({ values, percent }) => !percent && values.includes(value / scale));
}

const COMPARED =
  /^(?:more|less|fewer|lower|higher|larger|smaller|above|below|deeper|longer|shorter|up|down|mehr|weniger|höher|niedriger|über|unter|plus|moins|más|menos|più|meno|больше|меньше|выше|ниже)$/;

/** `three metres lower`: what two numbers of the source differ by, where the line compares. */
export function differenceHeld(number: NumberMention, line: Said, known: readonly NumberMention[]): boolean {
  const [value = 0] = number.values;
  const around = line.tokens().slice(Math.max(0, number.from - 2), number.to + 3);
  if (number.kind !== 'cardinal' || value <= 0 || !around.some(({ lower }) => COMPARED.test(lower))) return false;
  const numbers = new Set(known.filter(({ kind }) => kind === 'cardinal').flatMap(({ values }) => values));
  return [...numbers].some((one) => numbers.has(one + value));
}

const AGO =
  /^(?:ago|earlier|before|later|after|zuvor|später|davor|danach|plus|tôt|tard|antes|después|atrás|prima|fa|dopo|назад|спустя|позже|раньше)$/;
const AGO_BEFORE = /^(?:vor|nach|il|y|hace|after|within|в|через|dopo)$/;

/** `four years ago` of a year that the source names. */
export function agoHeld(number: NumberMention, line: Said, paragraphs: readonly Said[], published: number | null): boolean {
  const [value = 0] = number.values;
  const tokens = line.tokens();
  if (number.days !== 365.25 || !(AGO.test(tokens[number.to + 1]?.lower ?? '') || AGO_BEFORE.test(tokens[number.from - 1]?.lower ?? '')))
    return false;
  const years = [
    ...(published === null ? [] : [published]),
    ...paragraphs.flatMap((paragraph) => paragraph.dated().dates.flatMap(({ year }) => year ?? [])),
  ];
  return years.some((one) => years.some((other) => one - other === value));
}

/** The first nouns behind a number, by their beginnings: `villages` in `eight small villages`. */
function counted({ tokens }: Said, { to }: NumberMention): string[] {
  return tokens()
    .slice(to, to + 3)
    .filter(({ kind, lower }) => kind === 'word' && lower.length > 3)
    .map(({ lower }) => lower.slice(0, 5));
}

/**
 * Whether a small number is the line's own count, and not one that the source should have: of the paragraphs that it names, of what these
 * list, or of what a heading announces. Not where the source counts the same things otherwise.
 */
export function countHeld(number: NumberMention, line: Said, { paragraphs, known, heading, paragraphsNamed }: CountContext): boolean {
  const [value = 0] = number.values;
  if (heading && number.kind === 'fraction') return true;
  if (number.percent || number.currency !== null || !Number.isInteger(value) || value > SMALL || value < 0) return false;
  if (number.kind !== 'cardinal' && number.kind !== 'ordinal') return false;
  if (value <= 1) return number.spelled;
  if (number.kind === 'ordinal') return heading;
  const nouns = counted(line, number);
  const counts = paragraphs.some((paragraph) =>
    paragraph
      .numbers()
      .some(
        (other) => known.includes(other) && other.kind === 'cardinal' && counted(paragraph, other).some((noun) => nouns.includes(noun)),
      ),
  );
  if (counts) return false;
  if (!number.spelled) return false;
  // `the other three`: of what was named before.
  if (OTHER.test(line.tokens()[number.from - 1]?.lower ?? '')) return true;
  return heading || value === 2 || value === paragraphsNamed || paragraphs.some((paragraph) => listLengths(paragraph).has(value));
}
