import { problem, LecternError } from '../../base/errors.ts';

/**
 * Bounds on what a template may do. Nothing can interrupt running JavaScript, so work is counted where it can repeat:
 * at each turn of a loop, each call of a partial or a helper, and each value that is printed, by the text they print and the text
 * they run through. What a helper is going to make is counted before it is made.
 */
export const LIMITS = {
  /** Characters of slide markup; a slide has about 2,000. Beyond that, so many for each character of the view: the built-in packs print up to 2.5. */
  output: 8_000_000,
  outputEach: 8,
  /** Units of work: a second or two. A deck of 435 slides took 24 million. And for each character of the view: the built-in packs take up to 36. */
  work: 256_000_000,
  workEach: 128,
  /** Units for one turn of a loop. */
  turn: 256,
  /** Units for one call of a partial. */
  call: 1024,
} as const;

export interface Budget {
  /** Counts work, and a text of this length (in characters) that it makes; throws `template/limit` when it is used up or the text is too long. */
  readonly spend: (units: number, length?: number) => void;
  /** Counts a value that is printed: all of them are in the output together. Throws as `spend`. */
  readonly print: (length: number) => void;
}

/** `size`: characters of the view, so that what a template may do grows with what it is given, as the work of a sound one does. */
export function makeBudget(file: string, size = 0): Budget {
  const output = Math.max(LIMITS.output, size * LIMITS.outputEach);
  const work = Math.max(LIMITS.work, size * LIMITS.workEach);
  let left = work;
  let printed = 0;
  const stop = (message: string, allowed: string): never => {
    throw new LecternError(
      problem('template/limit', {
        message,
        place: { file },
        allowed,
        hint: 'Look for loops inside loops, partials that call others many times, and texts that are joined into texts.',
      }),
    );
  };
  const spend: Budget['spend'] = (units, length = 0) => {
    left -= units + length;
    if (length > output) stop('the template prints too much', `${output} characters`);
    if (left < 0) stop('the template does too much', `${Math.floor(work / LIMITS.turn)} turns of loops`);
  };
  return {
    spend,
    print: (length) => {
      printed += length;
      spend(length, printed > output ? printed : 0);
    },
  };
}
