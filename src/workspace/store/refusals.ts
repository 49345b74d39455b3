import { LecternError, problem, type Problem } from '../../core/base/errors.ts';
import { codeOf, fileProblem } from '../files.ts';
import { identityOf, TargetChanged } from './commit.ts';

/** A folder that has gone (a stick pulled out, a share that is away) is not made anew in its place. */
export async function refuseGone(root: string): Promise<void> {
  if ((await identityOf(root)) !== null) return;
  throw new LecternError(
    problem('file/missing', {
      message: 'the workspace’s folder is not there any more',
      place: { file: root },
      hint: 'Bring it back (its disk may be away), then save again.',
    }),
  );
}

/** What a user is told; what is a problem already, and a fault of ours, goes on. */
export function refusal(file: string, error: unknown): unknown {
  if (error instanceof LecternError) return error;
  if (error instanceof TargetChanged) return new LecternError(changed(error.target));
  return codeOf(error) === '' ? error : new LecternError(fileProblem('file/write', file, 'write this file', error));
}

export function changed(file: string): Problem {
  return problem('file/conflict', {
    message: 'somebody saved this file while it was being written',
    place: { file },
    hint: 'Look at it, then save again.',
  });
}
