import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/core/intake/index.ts';
import { intakeThreads } from '../../src/workspace/intake/run.ts';
import type { Bounds } from '../../src/workspace/bounded.ts';
import { builtCli } from '../support/built/index.ts';
import { longText } from '../support/intake/hostile.ts';
import { FERRY } from '../support/intake/texts.ts';

const built = builtCli();
const FONTS = join(process.cwd(), 'dist', 'fonts');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const request = (text: string, name = 'a.txt') => ({ bytes: bytes(text), name, declaredType: null, charset: null });
const silent = { onProgress: () => undefined };

/** What the thread answers within these bounds, and how far it said it was. */
async function answer(text: string, bounds?: Bounds): Promise<{ codes: readonly string[]; steps: readonly string[] }> {
  const steps: string[] = [];
  const running = intakeThreads({ worker: built.worker(), fonts: FONTS }, bounds)(request(text), {
    onProgress: ({ step }) => steps.push(step),
  });
  const { value, problems } = await running.done;
  expect(value === null).toBe(problems.some(({ severity }) => severity === 'error'));
  return { codes: problems.map(({ code }) => code), steps };
}

describe('taking in, in a thread of its own', () => {
  it('gives what it gives here, and tells its steps', async () => {
    const steps: string[] = [];
    const running = intakeThreads({ worker: built.worker(), fonts: FONTS })(request(FERRY), { onProgress: ({ step }) => steps.push(step) });
    expect(await running.done).toEqual(await ingest(bytes(FERRY), { name: 'a.txt' }));
    expect(steps[0]).toBe('decode');
  });

  it('is stopped when its time is up, and says so', async () => {
    // One paragraph without an end costs far more than its length.
    expect((await answer('word '.repeat(500_000), { milliseconds: 1500, megabytes: 320 })).codes).toEqual(['intake/too-slow']);
  });

  it('is stopped when its memory is used up, and says so', async () => {
    expect((await answer(longText(400_000), { milliseconds: 60_000, megabytes: 24 })).codes).toEqual(['intake/too-large']);
  });

  it('is stopped at once by the user', async () => {
    const running = intakeThreads({ worker: built.worker(), fonts: FONTS })(request(longText()), silent);
    running.stop();
    const { value, problems } = await running.done;
    expect(value).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['intake/cancelled']);
  });

  it('that cannot be started is a fault, not a wait', async () => {
    await expect(intakeThreads({ worker: `${built.worker()}.none`, fonts: FONTS })(request(FERRY), silent).done).rejects.toThrow();
  });
});
