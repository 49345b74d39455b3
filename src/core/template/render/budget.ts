import { problem, LecternError } from '../../base/errors.ts';

/**
 * Bounds on what a template may do. Nothing can interrupt running JavaScript, so work is counted where it can repeat:
 * at each turn of a loop and each call of a partial, by the text they print and the text they run through.
 */
export const LIMITS = {
  /** Characters of slide markup; a slide has about 2,000. */
  output: 8_000_000,
  /** Units of work: a second or two. A deck of 435 slides took 24 million. */
  work: 256_000_000,
  /** Units for one turn of a loop. */
  turn: 256,
  /** Units for one call of a partial. */
  call: 1024,
} as const;

export interface Budget {
  /** Counts work; throws `template/limit` when it is used up or a text is too long. */
  readonly spend: (units: number, output: string) => void;
}

export function makeBudget(file: string): Budget {
  let left: number = LIMITS.work;
  const stop = (message: string, allowed: string): never => {
    throw new LecternError(
      problem('template/limit', {
        message,
        place: { file },
        allowed,
        hint: 'Look for loops inside loops and partials that call others many times.',
      }),
    );
  };
  return {
    spend: (units, output) => {
      left -= units + output.length;
      if (output.length > LIMITS.output) stop('the template prints too much', `${LIMITS.output} characters`);
      if (left < 0) stop('the template does too much', `${LIMITS.work / LIMITS.turn} turns of loops`);
    },
  };
}
