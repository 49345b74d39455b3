import { describe, expect, it } from 'vitest';
import type { Answered, Spent } from '../../src/workspace/bounded.ts';
import { openPool, type Pool } from '../../src/workspace/work/pool.ts';
import { openTurns } from '../../src/workspace/work/turns.ts';
import { turn } from '../support/fake-client.ts';

interface Held {
  readonly thread: number;
  readonly request: string;
  readonly answer: () => void;
  readonly spend: (spent: Spent) => void;
  readonly fail: () => void;
}

/** A pool whose threads do nothing until the test has them answer. */
function pool(most: number): { readonly pool: Pool; readonly held: Held[]; readonly opened: () => number; readonly ended: number[] } {
  const held: Held[] = [];
  const ended: number[] = [];
  let opened = 0;
  const made = openPool(() => {
    const thread = (opened += 1);
    let over = false;
    return {
      isOver: () => over,
      end: () => void ended.push(thread),
      ask: <T>(request: unknown) => {
        let give: (answer: Answered<T>) => void = () => undefined;
        let fail: (error: Error) => void = () => undefined;
        const done = new Promise<Answered<T>>((resolve, reject) => {
          give = resolve;
          fail = reject;
        });
        const spend = (spent: Spent): void => {
          over = true;
          give({ spent });
        };
        held.push({
          thread,
          request: String(request),
          answer: () => give({ value: request as T }),
          spend,
          fail: () => {
            over = true;
            fail(new Error('gone'));
          },
        });
        return { done, stop: () => spend('stopped') };
      },
    };
  }, most);
  return { pool: made, held, opened: () => opened, ended };
}

const requests = (held: readonly Held[]): string[] => held.map(({ request }) => request);

describe('a pool', () => {
  it('answers everybody else while one job is stuck', async () => {
    const { pool: jobs, held } = pool(2);
    const stuck = jobs.run('a', 'stuck');
    for (const name of ['b1', 'b2', 'b3']) {
      const { done } = jobs.run('b', name);
      await turn();
      held.find(({ request }) => request === name)?.answer();
      expect(await done).toEqual({ value: name });
    }
    held[0]?.spend('time');
    expect(await stuck.done).toEqual({ spent: 'time' });
  });

  it('has a thread ready before it is needed, and no more than it may', async () => {
    const { pool: jobs, opened } = pool(3);
    expect(opened()).toBe(1);
    void jobs.run('a', 1);
    expect(opened()).toBe(2);
    void jobs.run('b', 2);
    void jobs.run('c', 3);
    void jobs.run('d', 4);
    await turn();
    expect(opened()).toBe(3);
  });

  it('lets nobody have all threads, and has those who wait take turns', async () => {
    const { pool: jobs, held } = pool(3);
    for (const name of ['a1', 'a2', 'a3', 'a4']) void jobs.run('a', name);
    void jobs.run('b', 'b1');
    void jobs.run('b', 'b2');
    void jobs.run('c', 'c1');
    expect(requests(held)).toEqual(['a1', 'a2', 'b1']);
    for (let n = 0; n < 7; n += 1) {
      held[n]?.answer();
      await turn();
    }
    expect(requests(held).slice(3)).toEqual(['a3', 'b2', 'c1', 'a4']);
  });

  it('gives a job to the thread that had the last one of the same owner', async () => {
    const { pool: jobs, held } = pool(3);
    for (const owner of ['a', 'b', 'a', 'b', 'b', 'a']) {
      const { done } = jobs.run(owner, owner);
      held.at(-1)?.answer();
      await done;
      await turn();
    }
    const threads = (owner: string): number => new Set(held.filter(({ request }) => request === owner).map(({ thread }) => thread)).size;
    expect([threads('a'), threads('b')]).toEqual([1, 1]);
  });

  it('replaces a thread that was ended, also by a fault of its own', async () => {
    const { pool: jobs, held } = pool(1);
    const first = jobs.run('a', 'first');
    held[0]?.spend('memory');
    expect(await first.done).toEqual({ spent: 'memory' });
    const second = jobs.run('a', 'second');
    await turn();
    held[1]?.fail();
    await expect(second.done).rejects.toThrow('gone');
    const third = jobs.run('a', 'third');
    await turn();
    held[2]?.answer();
    expect(await third.done).toEqual({ value: 'third' });
    expect(held.map(({ thread }) => thread)).toEqual([1, 2, 3]);
  });

  it('forgets a job that is stopped while it waits, and ends one that runs', async () => {
    const { pool: jobs, held } = pool(1);
    const running = jobs.run('a', 'running');
    const waiting = jobs.run('b', 'waiting');
    waiting.stop();
    expect(await waiting.done).toEqual({ spent: 'stopped' });
    running.stop();
    expect(await running.done).toEqual({ spent: 'stopped' });
    await turn();
    expect(requests(held)).toEqual(['running']);
  });

  it('that is closed answers what runs, what waits and what comes, and ends its threads', async () => {
    const { pool: jobs, ended } = pool(1);
    const running = jobs.run('a', 'running');
    const waiting = jobs.run('b', 'waiting');
    jobs.close();
    expect(await running.done).toEqual({ spent: 'stopped' });
    expect(await waiting.done).toEqual({ spent: 'stopped' });
    expect(await jobs.run('c', 'late').done).toEqual({ spent: 'stopped' });
    expect(ended).toEqual([1]);
  });
});

it('turns are taken in order, so many at a time, and ended once', async () => {
  const turns = openTurns(2);
  const entered: number[] = [];
  const leaves: (() => void)[] = [];
  for (const n of [1, 2, 3, 4])
    void turns.enter().then((leave) => {
      entered.push(n);
      leaves.push(leave);
    });
  await turn();
  expect(entered).toEqual([1, 2]);
  leaves[0]?.();
  leaves[0]?.();
  await turn();
  expect(entered).toEqual([1, 2, 3]);
});
