import type { Problem } from '../core/base/errors.ts';
import type { Answer, AppEvent, Command, Envelope, EventName, EventPayload, Payload, Stamp } from './contract.ts';

/** What a host gives the UI: Electron's bridge, or the loopback host's HTTP. */
export interface Transport {
  /** Never rejects for a user's fault; a rejection means that the host is out of reach. */
  readonly call: (command: string, payload: unknown) => Promise<Envelope>;
  /** Answers how to stop listening. */
  readonly on: (listener: (event: AppEvent) => void) => () => void;
  /** Calls whenever it finds the host out of reach by itself; a transport without it finds that by calls alone. */
  readonly onLost?: (listener: () => void) => void;
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

export interface Stamped<C extends Command> {
  readonly value: Answer<C>;
  readonly at: Stamp | null;
}

export interface Client {
  /** Throws `Refused` with the problems where the command could not be done. */
  readonly call: <C extends Command>(command: C, payload: Payload<C>) => Promise<Answer<C>>;
  /** As `call`, with what the answer knows of; null: it is of no workspace. */
  readonly ask: <C extends Command>(command: C, payload: Payload<C>) => Promise<Stamped<C>>;
  /** The host is out of reach, as the transport found without being asked. */
  readonly onLost: (listener: () => void) => void;
  /** Every event, as it travels. */
  readonly hear: (listener: (event: AppEvent) => void) => () => void;
  readonly on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => () => void;
}

/** The contract, typed, over any transport. */
export function createClient(transport: Transport): Client {
  const ask = async <C extends Command>(command: C, payload: Payload<C>): Promise<Stamped<C>> => {
    const envelope = await transport.call(command, payload);
    if (!envelope.ok) throw new Refused(envelope.problems);
    return { value: envelope.value as Answer<C>, at: envelope.at ?? null };
  };
  return {
    ask,
    call: async <C extends Command>(command: C, payload: Payload<C>) => (await ask(command, payload)).value,
    onLost: (listener) => transport.onLost?.(listener),
    hear: (listener) => transport.on(listener),
    on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) =>
      transport.on((event) => {
        if (event.name === name) listener(event.payload as EventPayload<E>);
      }),
  };
}
