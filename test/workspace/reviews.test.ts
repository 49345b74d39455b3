import { describe, expect, it } from 'vitest';
import { LecternError, problem, unwrap } from '../../src/core/base/errors.ts';
import { ingest } from '../../src/core/intake/index.ts';
import type { Draft } from '../../src/core/intake/types.ts';
import type { Beginning, ReviewStore } from '../../src/workspace/service/review-store.ts';
import { openReviews } from '../../src/workspace/service/reviews.ts';
import { FERRY, OTHER_FERRY } from '../support/intake/texts.ts';

const draft = async (text: string): Promise<Draft> => unwrap(await ingest(new TextEncoder().encode(text), { name: 'ferry.txt' }));
const beginning = (taken: Draft): Beginning => ({ opened: 1, problems: [], changes: [], based: null, taken, start: taken });

/** Keeps nothing; `begin` refuses from the second time on, as on a full disk. */
function fullDisk(): ReviewStore {
  let begun = 0;
  return {
    refresh: () => Promise.resolve([]),
    original: () => Promise.resolve(new Uint8Array()),
    begin: () =>
      ++begun > 1
        ? Promise.reject(new LecternError(problem('file/write', { message: 'the disk is full', hint: 'Make room.' })))
        : Promise.resolve(),
    keep: () => undefined,
    drop: () => Promise.resolve(),
    settled: () => Promise.resolve(),
  };
}

describe('a review that is to begin anew on a full disk', () => {
  it('stays what it was, and whoever shows it hears so', async () => {
    const [first, second] = await Promise.all([draft(FERRY), draft(OTHER_FERRY)]);
    const reviews = openReviews(fullDisk(), () => 1);
    await reviews.begin('r', beginning(first), new Uint8Array());
    const review = await reviews.find('r');
    const before = reviews.whole(review);

    await expect(reviews.beginAnew(review, beginning(second))).rejects.toThrow(LecternError);

    const after = reviews.whole(review);
    expect(after.parts.blocks).toEqual(before.parts.blocks);
    expect(after.parts.revision).toBeGreaterThan(before.parts.revision);
  });
});
