import type { Resources } from '../../workspace/resources.ts';
import type { Store } from '../../workspace/store/index.ts';

/** All that a command may touch of the process; tests give their own. */
export interface Context {
  readonly resources: Resources;
  readonly store: Store;
  /** The working folder: paths are relative to it. */
  readonly folder: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person watches `err`: progress is shown. */
  readonly terminal: boolean;
  /** Milliseconds from any start. */
  readonly now: () => number;
  /** The clock on the wall, for what says its day. */
  readonly date: () => Date;
}

/** What the process answers: see `--help`. */
export const EXIT = { done: 0, input: 1, usage: 2, fault: 3, differs: 4 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
