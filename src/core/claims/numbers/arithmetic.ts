import type { Said } from '../evidence.ts';
import { isCompared, isRest, isTimes, isTimesBefore, isTogether } from '../words/comparison.ts';
import { isShareOf, numberHeld } from './held.ts';
import type { NumberMention } from './types.ts';

/** A number of a line, with all that it may have been worked out of. */
export interface Working {
  readonly number: NumberMention;
  readonly line: Said;
  /** All numbers of the line. */
  readonly all: readonly NumberMention[];
  readonly paragraphs: readonly Said[];
  readonly known: readonly NumberMention[];
}

const IN = /^(?:in|out|of|von|sur|su|из|de|cada|every|per|alle|jede[rn]?|pro|chaque|par|ogni|на|кажд\p{L}+|לכל|לכול|كل|لكل)$/u;

/** `two in three`, `sept élus sur dix`: both numbers of it are one share. */
export function ratioHeld({ number, all, line, known }: Working): boolean {
  const index = all.indexOf(number);
  return [all[index - 1], all[index]].some((first, at) => {
    const share = ratioOf(first, all[index + at], line);
    return share !== null && (numberHeld(share, known) || isPartOf(share, known));
  });
}

/** The share that two numbers beside each other are together; null where they are none. */
function ratioOf(first: NumberMention | undefined, second: NumberMention | undefined, { tokens }: Said): NumberMention | null {
  if (first === undefined || second === undefined || first === second) return null;
  const between = tokens().slice(first.to, second.from);
  const [part = 0, whole = 0] = [first.values[0], second.values[0]];
  const isRatio =
    between.length <= 3 && between.slice(-2).some(({ lower }) => IN.test(lower)) && between.every(({ kind }) => kind === 'word');
  if (between.length === 0 || !isRatio || part >= whole || whole > 20) return null;
  return { ...first, values: [part / whole], kind: 'fraction', percent: false, bound: null };
}

/** The shares that a source says by two numbers: `one school in five` is 20 per cent. */
export const ratiosIn = (paragraph: Said): NumberMention[] =>
  paragraph.numbers().flatMap((first, index, all) => ratioOf(first, all[index + 1], paragraph) ?? []);

/** More numbers than this are not paired: such a paragraph has some pair for any number, and pairs are as many as their square. */
const MOST = 40;

/** Closer than this, the share that two numbers make is a fraction in words; further where the line says `about`. */
const NEAR = 0.01;

/** `Half of the money`, beside 40 and 80 billions: what two numbers of the source are to each other. */
export function partHeld({ number, line, known }: Working): boolean {
  return isPartOf(number, known) || (line.tokens().some(({ lower }) => isCompared(lower)) && isGrowth(number, known));
}

const counts = (known: readonly NumberMention[]): number[] =>
  known.length > MOST ? [] : known.filter((one) => one.kind === 'cardinal' && !one.percent).flatMap(({ values }) => values);

function isPartOf(number: NumberMention, known: readonly NumberMention[]): boolean {
  const [value = 0] = number.values;
  const numbers = number.kind === 'fraction' ? counts(known) : [];
  return numbers.some((part) => part > 1 && numbers.some((whole) => whole > part && isShareOf(value, part / whole, number, NEAR)));
}

/** `Grow by nearly half`, of 41 that become 60. */
function isGrowth(number: NumberMention, known: readonly NumberMention[]): boolean {
  const [value = 0] = number.values;
  const numbers = number.kind === 'fraction' ? counts(known) : [];
  return numbers.some((from) =>
    numbers.some((to) => from > 1 && to !== from && isShareOf(value, Math.abs(to - from) / from, number, NEAR)),
  );
}

/** How far a multiple may be from what two numbers are to each other; further where it says `about`. */
const MULTIPLE = { sure: 0.08, about: 0.15 } as const;

/** `Three times as many`, of 40 and 120. */
function multipleHeld({ number, line, known }: Working): boolean {
  const words = line.tokens();
  const isMultiple =
    isTimes(words[number.to]?.lower ?? '') ||
    isTimes(words[number.to - 1]?.lower ?? '') ||
    isTimesBefore(words[number.from - 1]?.lower ?? '');
  if (!isMultiple) return false;
  const numbers = counts(known);
  const far = number.bound === null ? MULTIPLE.sure : MULTIPLE.about;
  return number.values.some((value) =>
    numbers.some((less) => less > 0 && numbers.some((more) => more > less && Math.abs(more / less - value) <= value * far)),
  );
}

/** Numbers up to here are the difference of some two in any paragraph. */
const SMALL = 12;
const WHOLE = 100;
const THOUSAND = 1e3;
/** So many numbers in a row may be summed. */
const SUMMANDS = 6;

/** Whether two numbers may stand in one sum. */
function isAlike(a: NumberMention, b: NumberMention): boolean {
  const isSame = (one: unknown, other: unknown): boolean => one === other || one === null || other === null;
  return (a.percent === b.percent || a.points || b.points) && isSame(a.currency, b.currency) && isSame(a.measure, b.measure);
}

const fits = (number: NumberMention, value: number): boolean => numberHeld(number, [{ ...number, values: [value], bound: null }]);

/** The words around a number that may compare it with another; of `less than 18` only those behind it. */
const isBesideComparison = ({ tokens }: Said, { from, to, bound }: NumberMention): boolean =>
  tokens()
    .slice(bound === null ? Math.max(0, from - 2) : to, to + 4)
    .some(({ lower }) => isCompared(lower));

const BY = /^(?:by|um|de|en|di|del|na|на|em|met)$/;

/** Whether a line says by how much: `by 4.5`, `um fast 4,5`. */
const isMeasured = ({ tokens }: Said, { from, bound, spelled }: NumberMention): boolean =>
  // `بعشرين`, `בעשרים`: Arabic and Hebrew write it into the word.
  (spelled && /^[بב]/u.test(tokens()[from]?.lower ?? '')) ||
  tokens()
    // Not the `di` of `meno di`.
    .slice(Math.max(0, from - 3), bound === null ? from : from - 1)
    .some(({ lower }) => BY.test(lower));

const OF_THEM =
  /^(?:of|among|remaining|still|davon|darunter|noch|dont|encore|ellos|ellas|todavía|cui|ancora|них|ещё|еще|מהם|מהן|منها|منهم)$/;

/** Whether a number is said of a part: `eight of them`. */
const isOfThem = ({ tokens }: Said, { from, to }: NumberMention): boolean =>
  tokens()
    .slice(Math.max(0, from - 2), to + 4)
    .some(({ lower }) => OF_THEM.test(lower));

interface Operand {
  readonly mention: NumberMention;
  readonly value: number;
  /** The line has it too. */
  readonly isSaid: boolean;
  /** The source compares with it: `212 more than`. */
  readonly isDifference: boolean;
}

/** What a number of the source may stand for in a sum: the share that a fraction is, and what the size of its neighbours is meant of too. */
function valuesOf(mention: NumberMention, { number }: Working, sizes: ReadonlySet<number>): number[] {
  if (mention.kind === 'fraction') return number.percent ? mention.values.map((value) => value * WHOLE) : [];
  const isShort = mention.size === 1 && !mention.percent && mention.values.every((value) => value < THOUSAND);
  return isShort ? [...mention.values, ...[...sizes].flatMap((size) => mention.values.map((value) => value * size))] : [...mention.values];
}

function operandsOf(working: Working): Operand[] {
  const { number, all, paragraphs, known } = working;
  const others = all.filter((other) => other !== number);
  return paragraphs.flatMap((paragraph) => {
    const sizes = new Set(paragraph.numbers().flatMap(({ size }) => (size >= THOUSAND ? [size] : [])));
    return paragraph.numbers().flatMap((mention) => {
      const isShare = mention.kind === 'fraction' && number.percent;
      if (!known.includes(mention) || !(isShare || (mention.kind === 'cardinal' && isAlike(number, mention)))) return [];
      const isSaid = others.some((other) => isAlike(other, mention) && numberHeld(other, [mention]));
      const isDifference = isBesideComparison(paragraph, mention);
      return valuesOf(mention, working, sizes).map((value) => ({ mention, value, isSaid, isDifference }));
    });
  });
}

/**
 * Whether a number follows from two of the paragraphs, and the line shows that it does: it compares (`three metres lower`), or says by how
 * much and has one of the two (`up by 4.5 to 36.5`); or the source itself says by how much it differs (`212 more than in 2024`).
 */
function differenceHeld(working: Working, operands: readonly Operand[]): boolean {
  const { number, line } = working;
  const compares = isBesideComparison(line, number);
  const measures = isMeasured(line, number);
  const leaves = isOfThem(line, number);
  const isSmall = number.values.every((value) => value <= SMALL && Number.isInteger(value));
  return operands.some((one) =>
    operands.some((other) => {
      if (one === other || !(isAlike(one.mention, other.mention) || number.points)) return false;
      const saidNumbers = Number(one.isSaid) + Number(other.isSaid);
      const isGap = compares || (measures && saidNumbers > (isSmall ? 1 : 0));
      if (isGap && one.value > other.value && fits(number, one.value - other.value)) return true;
      // `Of 37 defects 29 were mended`: eight of the 37 were not.
      if (leaves && one.isSaid && one.value > other.value && fits(number, one.value - other.value)) return true;
      const isOtherSide = other.isDifference && one.isSaid;
      return isOtherSide && (fits(number, one.value - other.value) || fits(number, one.value + other.value));
    }),
  );
}

/** Whether numbers in a row of the paragraphs, or all others of the line, make a number that the line calls a sum. */
function sumHeld({ number, line }: Working, operands: readonly Operand[]): boolean {
  if (!line.tokens().some(({ lower }) => isTogether(lower))) return false;
  return operands.some((_, from) => {
    let sum = 0;
    return operands.slice(from, from + SUMMANDS).some(({ value }, index) => {
      sum += value;
      return index > 0 && fits(number, sum);
    });
  });
}

/** Whether a number is the part of another that the paragraphs tell: 30,000 of `half of the 60,000`. */
function shareHeld({ number, known }: Working): boolean {
  if (number.percent || number.kind !== 'cardinal') return false;
  const parts = known.flatMap(({ kind, percent, values }) =>
    kind === 'fraction' ? values : percent && kind === 'cardinal' ? values.map((value) => value / WHOLE) : [],
  );
  const wholes = known.filter((one) => one.kind === 'cardinal' && !one.percent && isAlike(number, one));
  const isPart = (part: number): boolean => part > 0 && part < 1;
  return wholes.some(({ values }) =>
    values.some((own) => own >= WHOLE && parts.some((part) => isPart(part) && (fits(number, own * part) || fits(number, own / part)))),
  );
}

/** What something was before it doubled to what the source says, or became. */
function doubledHeld({ number, paragraphs }: Working): boolean {
  return paragraphs.some((paragraph) => {
    const factors = paragraph.numbers().filter(({ spelled, to }) => spelled && isTimes(paragraph.tokens()[to - 1]?.lower ?? ''));
    const others = paragraph.numbers().filter((one) => !factors.includes(one) && one.kind === 'cardinal' && isAlike(number, one));
    return factors.some(({ values: [factor = 1] }) =>
      others.some(({ values }) => factor > 1 && values.some((own) => fits(number, own / factor) || fits(number, own * factor))),
    );
  });
}

/** What shares leave of a whole, where line or source speaks of the rest. */
function restHeld({ number, line, paragraphs }: Working, operands: readonly Operand[]): boolean {
  if (!number.percent || ![line, ...paragraphs].some(({ tokens }) => tokens().some(({ lower }) => isRest(lower)))) return false;
  return operands.some((_, from) => {
    let left = WHOLE;
    return operands.slice(from, from + SUMMANDS).some(({ value }) => {
      left -= value;
      return left > 0 && fits(number, left);
    });
  });
}

/** Whether a number was worked out of those of the paragraphs, and the line says so. */
export function workedOut(working: Working): boolean {
  const { number, known } = working;
  if (number.kind === 'fraction') return partHeld(working);
  if (number.kind !== 'cardinal' || known.length > MOST || (number.values[0] ?? 0) <= 0) return false;
  const operands = operandsOf(working);
  return (
    multipleHeld(working) ||
    shareHeld(working) ||
    doubledHeld(working) ||
    differenceHeld(working, operands) ||
    sumHeld(working, operands) ||
    restHeld(working, operands)
  );
}
