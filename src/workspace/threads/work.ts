import { problemsOfError } from '../../api/problems.ts';
import { openBounded, type Bounds } from '../bounded.ts';
import type { Resources } from '../resources.ts';
import { createPeer } from '../rpc.ts';
import { within } from '../work/beyond.ts';
import { openWorkshop } from '../work/index.ts';
import { openPool } from '../work/pool.ts';
import type { Work, WorkName } from '../work/types.ts';
import { parentWire } from './wires.ts';

/** Ten times the 25 seconds that the slides of the largest deck take, of 5,000, which need less than 600 MB. */
export const WORK_BOUNDS: Bounds = { milliseconds: 250_000, megabytes: 800 };

/** Two that are stuck leave one; each needs some 150 MB. */
const MOST_THREADS = 3;

interface Request {
  readonly name: WorkName;
  readonly request: unknown;
}

/** A workshop in threads started from `resources.worker`, the built `worker.ts`. */
export function workThreads(resources: Resources, bounds: Bounds = WORK_BOUNDS, most: number = MOST_THREADS): Work {
  const pool = openPool(() => openBounded(resources.worker, { role: 'work', resources }, bounds), most);
  return {
    run: async (owner, name, request, file) => {
      const answer = await pool.run<Awaited<ReturnType<Work['run']>>>(owner, { name, request } satisfies Request).done;
      return within(answer, file, bounds) as never;
    },
    close: pool.close,
  };
}

export function runWorkWorker(resources: Resources): void {
  const workshop = openWorkshop(resources);
  createPeer(parentWire(), {
    serve: async (_, payload) => {
      const { name, request } = payload as Request;
      const task = workshop[name] as (request: unknown) => Promise<unknown>;
      try {
        return { ok: true, value: await task(request) };
      } catch (error) {
        return { ok: false, problems: problemsOfError(error) };
      }
    },
  });
}
