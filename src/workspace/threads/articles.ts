import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { problem, type Problem } from '../../core/base/errors.ts';
import type { Bounds } from '../bounded.ts';
import type { Part } from '../part.ts';
import { createPeer, type Peer } from '../rpc.ts';
import { readForLibrary, type LibraryReader, type Reading } from '../service/library/reading.ts';
import { parentWire, workerWire } from './wires.ts';

/** Files that a thread is asked for at once. */
const CHUNK = 8;
/** More threads than this wait for the disk and for whoever takes their answers. */
const MOST_THREADS = 4;
/** How long a thread is kept that has nothing to do; milliseconds. */
const IDLE = 10_000;
/** For one file; what takes so long hangs. */
const BOUNDS: Bounds = { milliseconds: 60_000, megabytes: 512 };

interface Read {
  readonly path: string;
  readonly reading: Reading;
}

/** A thread that reads one file after another; gone once it was too much for it. */
interface Thread {
  /** Reads files in their order; answers those that it did not come to, of which the first was too much for it. */
  readonly read: (paths: readonly string[], onRead: (read: Read) => void) => Promise<readonly string[]>;
  readonly stop: () => Promise<unknown>;
}

function startThread(file: string | URL, root: string, { milliseconds, megabytes }: Bounds): Thread {
  const worker = new Worker(file, {
    workerData: { role: 'articles', root } satisfies Part,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  let tell: (read: Read) => void = () => undefined;
  const peer: Peer = createPeer(workerWire(worker), {
    serve: () => Promise.resolve({ ok: true, value: {} }),
    onEvent: (event) => tell(event as Read),
  });
  const leave = (error: Error): void => peer.fail(error);
  worker.on('error', leave);
  worker.on('exit', () => leave(new Error('the thread that reads articles stopped')));
  return {
    read: async (paths, onRead) => {
      const left = [...paths];
      let timer = setTimeout(() => void worker.terminate(), milliseconds);
      tell = (read) => {
        timer = timer.refresh();
        left.splice(left.indexOf(read.path), 1);
        onRead(read);
      };
      await peer.call('read', paths);
      clearTimeout(timer);
      return left;
    },
    stop: () => worker.terminate(),
  };
}

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
 * meanwhile. A file that is too much for a thread gets `article/too-large`; the others are read by another.
 */
export function articleThreads(file: string | URL, root: string, bounds: Bounds = BOUNDS): LibraryReader {
  const free: Thread[] = [];
  const all = new Set<Thread>();
  let closed = false;
  // Asked through a function: it changes while a file is read, which the compiler cannot see.
  const isClosed = (): boolean => closed;
  let idle: NodeJS.Timeout | null = null;

  const take = (): Thread => {
    const thread = free.pop() ?? startThread(file, root, bounds);
    all.add(thread);
    return thread;
  };
  const stopAll = async (): Promise<void> => {
    free.length = 0;
    await Promise.all([...all].map((thread) => thread.stop()));
    all.clear();
  };

  return {
    read: async (paths, onRead, isStopped) => {
      if (idle) clearTimeout(idle);
      const queue = [...paths];
      const runner = async (): Promise<void> => {
        let thread = take();
        while (queue.length > 0 && !isStopped() && !isClosed()) {
          const [failed, ...left] = await thread.read(queue.splice(0, CHUNK), ({ path, reading }) => onRead(path, reading));
          if (failed === undefined || isClosed()) continue;
          onRead(failed, { kind: 'failed', problems: [tooMuch(failed, bounds)] });
          queue.unshift(...left);
          all.delete(thread);
          void thread.stop();
          thread = take();
        }
        free.push(thread);
      };
      const count = Math.min(availableParallelism(), MOST_THREADS, Math.ceil(paths.length / CHUNK));
      await Promise.all(Array.from({ length: count }, runner));
      idle = setTimeout(() => void stopAll(), IDLE);
      idle.unref();
    },
    close: async () => {
      closed = true;
      if (idle) clearTimeout(idle);
      await stopAll();
    },
  };
}

export function runArticlesWorker(root: string): void {
  const peer = createPeer(parentWire(), {
    serve: async (_, paths) => {
      for (const path of paths as readonly string[]) peer.emit({ path, reading: await readForLibrary(root, path) } satisfies Read);
      return { ok: true, value: {} };
    },
  });
}
