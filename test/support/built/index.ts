import { join } from 'node:path';
import { inject } from 'vitest';

/** The command line and its thread as they are shipped: `cli.ts` built them. */
export function builtCli(): { readonly main: () => string; readonly worker: () => string } {
  const file = (name: string): string => join(inject('builtCli'), 'dist', 'cli', name);
  return { main: () => file('main.cjs'), worker: () => file('worker.cjs') };
}
