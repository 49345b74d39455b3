import type { Problem } from '../core/errors.ts';
import type { Answer, AppEvent, Command, Envelope, EventName, EventPayload, Payload } from './contract.ts';

/** What a host gives the UI: Electron's bridge, or the loopback host's HTTP. */
export interface Transport {
  /** Never rejects for a user's fault; a rejection means that the host is out of reach. */
  readonly call: (command: string, payload: unknown) => Promise<Envelope>;
  /** Answers how to stop listening. */
  readonly on: (listener: (event: AppEvent) => void) => () => void;
}

/** A command was refused. Carries the problems to show. */
export class Refused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.code}: ${p.message}`).join('\n'));
    this.name = 'Refused';
    this.problems = problems;
  }

  has(code: Problem['code']): boolean {
    return this.problems.some((p) => p.code === code);
  }
}

export interface Client {
  /** Throws `Refused` with the problems where the command could not be done. */
  readonly call: <C extends Command>(command: C, payload: Payload<C>) => Promise<Answer<C>>;
  readonly on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => () => void;
}

/** The contract, typed, over any transport. */
export function createClient(transport: Transport): Client {
  return {
    call: async <C extends Command>(command: C, payload: Payload<C>) => {
      const envelope = await transport.call(command, payload);
      if (!envelope.ok) throw new Refused(envelope.problems);
      return envelope.value as Answer<C>;
    },
    on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) =>
      transport.on((event) => {
        if (event.name === name) listener(event.payload as EventPayload<E>);
      }),
  };
}
