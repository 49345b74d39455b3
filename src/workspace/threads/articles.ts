import { availableParallelism } from 'node:os';
import { problem, type Problem } from '../../core/base/errors.ts';
import { openBounded, type Answered, type BoundedThread, type Bounds } from '../bounded.ts';
import { createPeer } from '../rpc.ts';
import {
  checkText,
  faultsOf,
  readDetail,
  readForLibrary,
  type Checked,
  type Detailed,
  type LibraryReader,
  type Reading,
} from '../service/library/reading.ts';
import { openTurns, type Turns } from '../work/turns.ts';
import { parentWire } from './wires.ts';

/** More threads than this wait for the disk and for whoever takes their answers. */
const MOST_THREADS = 4;
/** How long a thread is kept that has nothing to do; milliseconds. */
const IDLE = 10_000;
/** For one file; what takes so long hangs. */
const BOUNDS: Bounds = { milliseconds: 60_000, megabytes: 512 };

type Asked =
  { readonly what: 'read' | 'detail'; readonly path: string } | { readonly what: 'check'; readonly path: string; readonly text: string };

function tooMuch(path: string, { milliseconds, megabytes }: Bounds): Problem {
  return problem('article/too-large', {
    message: 'reading the article took too much memory or time',
    place: { file: path },
    allowed: `${megabytes} MB and ${milliseconds / 1000} seconds`,
    hint: 'Divide the article into several files.',
  });
}

/**
 * Reads in threads started from `file`, the built `worker.ts`, so that a large library is read on all cores and the service answers
 * meanwhile; what a user waits for has one thread more. A file that is too much for a thread gets `article/too-large`.
 */
export function articleThreads(file: string | URL, root: string, bounds: Bounds = BOUNDS): LibraryReader {
  const [later, now] = [openTurns(Math.min(availableParallelism(), MOST_THREADS)), openTurns(1)];
  const free: BoundedThread[] = [];
  const busy = new Set<BoundedThread>();
  let closed = false;
  // Asked through a function: it changes while a file is read, which the compiler cannot see.
  const isClosed = (): boolean => closed;
  let idle: NodeJS.Timeout | null = null;

  const endFree = (): void => free.splice(0).forEach((thread) => thread.end());

  const ask = async <T>(turns: Turns, asked: Asked): Promise<Answered<T>> => {
    const leave = await turns.enter();
    try {
      if (isClosed()) return { spent: 'stopped' };
      if (idle) clearTimeout(idle);
      const thread = free.pop() ?? openBounded(file, { role: 'articles', root }, bounds);
      busy.add(thread);
      try {
        return await thread.ask<T>(asked).done;
      } finally {
        busy.delete(thread);
        if (!thread.isOver()) free.push(thread);
        idle = setTimeout(endFree, IDLE);
        idle.unref();
      }
    } finally {
      leave();
    }
  };

  return {
    read: async (path, isWaitedFor = false): Promise<Reading> => {
      try {
        const answer = await ask<Reading>(isWaitedFor ? now : later, { what: 'read', path });
        if ('value' in answer) return answer.value;
        return answer.spent === 'stopped' ? { kind: 'stopped' } : { kind: 'failed', problems: [tooMuch(path, bounds)] };
      } catch (error) {
        return isClosed() ? { kind: 'stopped' } : { kind: 'failed', problems: faultsOf(error, path) };
      }
    },
    detail: async (path): Promise<Detailed> => {
      try {
        const answer = await ask<Detailed>(now, { what: 'detail', path });
        return 'value' in answer ? answer.value : { detail: null, problems: [tooMuch(path, bounds)] };
      } catch (error) {
        return { detail: null, problems: faultsOf(error, path) };
      }
    },
    check: async (path, text) => {
      try {
        const answer = await ask<Checked>(now, { what: 'check', path, text });
        return 'value' in answer ? answer.value : { entry: null, problems: [tooMuch(path, bounds)] };
      } catch (error) {
        return { entry: null, problems: faultsOf(error, path) };
      }
    },
    close: () => {
      closed = true;
      if (idle) clearTimeout(idle);
      for (const thread of busy) thread.end();
      endFree();
      return Promise.resolve();
    },
  };
}

export function runArticlesWorker(root: string): void {
  createPeer(parentWire(), {
    serve: async (_, request) => {
      const asked = request as Asked;
      const { path } = asked;
      if (asked.what === 'check') return { ok: true, value: await checkText(root, path, asked.text) };
      return { ok: true, value: await (asked.what === 'read' ? readForLibrary(root, path) : readDetail(root, path)) };
    },
  });
}
