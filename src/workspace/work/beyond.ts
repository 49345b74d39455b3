import { LecternError, problem, type Problem } from '../../core/base/errors.ts';
import type { Answered, Bounds, Spent } from '../bounded.ts';

/** What is to be said of a job that was ended; `file` is what it was about. */
function beyond(spent: Spent, file: string, { milliseconds, megabytes }: Bounds): Problem {
  const place = { file };
  switch (spent) {
    case 'time':
      return problem('job/too-slow', {
        message: 'this took so long that it was taken for stuck, and ended',
        place,
        allowed: `${milliseconds / 1000} seconds`,
        hint: 'Take back what you changed last, or divide it into several; if it is not large, report it.',
      });
    case 'memory':
      return problem('job/too-much-memory', {
        message: 'this took more memory than there is for it, and was ended',
        place,
        allowed: `${megabytes} MB`,
        hint: 'Divide the briefing into several, or leave out its longest table or text.',
      });
    case 'stopped':
      return problem('app/stopped', { message: 'this was ended with what it was part of', place, hint: 'Do it again.' });
  }
}

/** The value of a bounded job; throws `job/too-slow`, `job/too-much-memory` or `app/stopped` where there is none. */
export function within<T>(answer: Answered<T>, file: string, bounds: Bounds): T {
  if ('value' in answer) return answer.value;
  throw new LecternError([beyond(answer.spent, file, bounds)]);
}
