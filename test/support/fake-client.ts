import { Refused, type Client } from '../../src/api/client.ts';
import type { Problem } from '../../src/core/base/errors.ts';

/** A call that was made and waits for the test to answer it. */
export interface Asked {
  readonly command: string;
  readonly payload: unknown;
  readonly answer: (value: unknown) => void;
  /** Refused by the service, or with nothing: the host is out of reach. */
  readonly refuse: (problems: readonly Problem[] | null) => void;
}

/** A client whose calls wait, in order, until the test answers them. */
export function fakeClient(): { readonly client: Client; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const ask = (command: string, payload: unknown): Promise<never> =>
    new Promise((resolve, reject) => {
      asked.push({
        command,
        payload,
        answer: (value) => resolve(value as never),
        refuse: (problems) => reject(problems ? new Refused(problems) : new Error('out of reach')),
      });
    });
  const client: Client = {
    call: ask,
    ask: async (command, payload) => ({ value: await ask(command, payload), at: null }),
    onLost: () => undefined,
    hear: () => () => undefined,
    on: () => () => undefined,
  };
  return { client, asked };
}

/** Lets everything go on that waits for nothing but its turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
