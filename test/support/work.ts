import type { Resources } from '../../src/workspace/resources.ts';
import { openWorkshop } from '../../src/workspace/work/index.ts';
import type { Work } from '../../src/workspace/work/types.ts';

/** The workshop in this thread, with what goes in and comes out copied as between threads. */
export function workHere(resources: Pick<Resources, 'fonts' | 'templates' | 'worker'>): Work {
  const workshop = openWorkshop(resources);
  return {
    run: async (_, name, request) => {
      const task = workshop[name] as (request: unknown) => Promise<unknown>;
      return structuredClone(await task(structuredClone(request))) as never;
    },
    close: () => undefined,
  };
}
