import type { NumberMention } from './types.ts';

const same = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= Math.abs(b) * 1e-9;

/** How far a number that says so may be from what it rounds, at most. */
const FURTHEST = 0.12;
/** How far what is said to be more may be from it. */
const BEYOND = 1 / 3;
/** What share a fraction in words may be of a number that is counted to the point: `a third` for 33 per cent. */
const SHARE = 0.02;

/** The size of the last digit that is no zero: 10,000 of 80,000; .1 of 3.4. */
function lastDigit(value: number): number {
  const whole = Math.abs(value);
  if (whole === 0) return 1;
  if (!Number.isInteger(whole)) return 10 ** -(String(whole).split('.')[1]?.length ?? 0);
  let unit = 1;
  while (whole % (unit * 10) === 0) unit *= 10;
  return unit;
}

function rounds(value: number, exact: number, bound: NonNullable<NumberMention['bound']>): boolean {
  const unit = lastDigit(value);
  const off = Math.abs(value - exact);
  switch (bound) {
    case 'about':
    case 'nearly':
      return off <= unit / 2 + 1e-9 && off <= Math.abs(exact) * FURTHEST;
    case 'more-than':
    case 'at-least':
      return exact >= value && off < unit && off <= Math.abs(exact) * BEYOND;
    case 'less-than':
    case 'at-most':
      return exact <= value && off < unit && off <= Math.abs(exact) * BEYOND;
    case 'between':
      return false;
  }
}

/** `a third` for 33 per cent, `more than half` for 54. */
export function isShareOf(share: number, exact: number, { bound }: NumberMention, far: number): boolean {
  if (bound === 'more-than' || bound === 'at-least') return exact >= share - 1e-9 && exact - share <= FURTHEST;
  if (bound === 'less-than' || bound === 'at-most') return exact <= share + 1e-9 && share - exact <= FURTHEST;
  return Math.abs(exact - share) <= (bound === null ? far : SHARE * 2);
}

/** `twenty years` for two decades, `nearly three weeks` for nineteen days, `3 km` for 3,000 metres. */
function sameAmount(value: number, exact: number, { bound, measure }: NumberMention): boolean {
  const off = Math.abs(value - exact);
  return off <= exact * 0.02 || (bound !== null && off <= ((measure?.size ?? 0) * Math.min(1, value / (measure?.size ?? 1))) / 2);
}

/** Whether what a source says holds one reading of a line's number. */
function holds(value: number, line: NumberMention, source: NumberMention): boolean {
  const isShare = line.percent || line.kind === 'fraction';
  const ofShare = source.percent || source.kind === 'fraction';
  if (line.kind === 'vague')
    return source.values.some((own) => (source.kind === 'vague' ? own === value : own >= value && own < value * 1000));
  if (source.kind === 'vague') return false;
  const isPoints = line.points && source.points;
  if (isShare !== ofShare && !isPoints && !(line.kind === 'ordinal' || source.kind === 'ordinal')) return false;
  // `3 per cent` is not what `3 percentage points` are.
  if (line.percent && source.percent && line.points !== source.points) return false;
  if (line.currency !== null && source.currency !== null && line.currency !== source.currency) return false;
  if (line.kind === 'fraction' || source.kind === 'fraction') {
    const share = line.kind === 'fraction' ? value : value / 100;
    const whole = source.kind === 'fraction' ? 1 : 100;
    return source.values.some((exact) => isShareOf(share, exact / whole, line, line.kind === source.kind ? 1e-6 : SHARE));
  }
  const [own, other] = [line.measure, source.measure];
  if (own !== null && other !== null && own !== other)
    return own.of === other.of && source.values.some((exact) => sameAmount(value * own.size, exact * other.size, line));
  return source.values.some((exact) => same(value, exact) || (line.bound !== null && rounds(value, exact, line.bound)));
}

/** Whether a number stands among those of the paragraphs that its line names, or is a rounding that says so. */
export function numberHeld(line: NumberMention, sources: readonly NumberMention[]): boolean {
  return line.values.length === 0 || line.values.some((value) => sources.some((source) => holds(value, line, source)));
}

const SCALES = [1e3, 1e6, 1e9, 1e-3, 1e-6] as const;

/** The same for a value in a table or chart, whose unit stands in a heading: `24.0` below `million euros`. */
export function valueHeld(values: readonly number[], sources: readonly NumberMention[]): boolean {
  const known = sources.flatMap(({ values: own, kind }) => (kind === 'vague' ? [] : own));
  return values.some((value) =>
    known.some((own) => same(value, own) || SCALES.some((scale) => same(value * scale, own)) || same(Math.abs(value), own)),
  );
}
