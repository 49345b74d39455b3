import type { Client } from '../api/client.ts';
import type { Answer, AppEvent, Command, EventName, EventPayload, Payload, Stamp } from '../api/contract.ts';

/**
 * Keeps what a window shows of a workspace at one with the service, whatever answers and events are late, lost or in the wrong order.
 *
 * A *part* (the library, the list of templates) is asked for whole and then kept by events. Both are stamped with an epoch (one
 * workspace, opened once) and a revision (how many events that has had). Events travel in one line, whose first word (`hello`) says
 * what had been said before; answers come beside it. So:
 * - while a part is asked for its events wait; those newer than the answer are then applied, others are in it already;
 * - a part is asked for again where an event may be missing that its answer does not include: a gap in the line, or a line cut;
 * - an answer or an event of another epoch is not taken; who entered the workspace is told, and enters anew.
 * Applying an event a second time, after what it led to, must therefore do no harm once all that followed it has been applied too:
 * events carry states, not steps.
 */
export interface Sync {
  /** A part, by the command that answers it whole and the event that changes it. Answers how to ask for it (see `Ask`). */
  readonly part: <C extends PartCommand, E extends EventName>(part: Part<C, E>) => Ask;
  /** Events of this workspace, and the host's own. */
  readonly on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => void;
  /** A workspace has been entered, by an answer with this stamp; null: there is none. Its parts are to be asked for. */
  readonly begin: (at: Stamp | null) => void;
  /** Whether an answer is of the workspace entered last. */
  readonly isHere: (at: Stamp | null) => boolean;
  /** Asks again for the parts whose last asking was in vain: what was said before it is known of no event. Throws as `Client.call`. */
  readonly again: () => Promise<void>;
}

/** Asks for a part as it is from now on. False: another workspace has been entered meanwhile. Throws as `Client.call`. */
export type Ask = () => Promise<boolean>;

type PartCommand = { [C in Command]: Record<string, never> extends Payload<C> ? C : never }[Command];

export interface Part<C extends PartCommand, E extends EventName> {
  readonly command: C;
  readonly event: E;
  readonly take: (answer: Answer<C>) => void;
  readonly apply: (payload: EventPayload<E>) => void;
}

export interface SyncHooks {
  /** Events of this workspace may be lost: what is not a part must be looked at again. Parts are asked for already. */
  readonly onMissed: () => void;
  /** The service is in another epoch than this window; or this is late news of one that it has left. Ask, and `begin`. */
  readonly onOther: () => void;
  /** A part that had to be asked for again was refused, or the host is out of reach. */
  readonly onFailed: (error: unknown) => void;
}

/** Events that wait for an answer; more are not kept, and the part is asked for once more. */
const MOST_WAITING = 500;

interface AnyPart {
  readonly command: PartCommand;
  readonly event: EventName;
  readonly take: (answer: unknown) => void;
  readonly apply: (payload: unknown) => void;
}

/** What is known of a part in this epoch. */
interface Known {
  /** The revision of its last answer; -1: none yet. */
  at: number;
  /** An event up to this one may not have been heard. */
  missed: number;
  /** Events since it was last asked for; null: it is not being asked for. */
  waiting: AppEvent[] | null;
  again: boolean;
  /** It was last asked for in vain. */
  failed: boolean;
  asking: Promise<boolean> | null;
}

export function createSync(client: Client, { onMissed, onOther, onFailed }: SyncHooks): Sync {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  let known = new Map<AnyPart, Known>();
  /** The epoch entered; null: none, for there is no workspace; undefined: not yet started. */
  let epoch: string | null | undefined;
  /** The last word of the line of events. */
  let heard: Stamp | null = null;

  const askFor = async (part: AnyPart, state: Known): Promise<boolean> => {
    const isCurrent = (): boolean => known.get(part) === state;
    try {
      do {
        state.again = false;
        state.waiting = [];
        const { value, at } = await client.ask(part.command, {});
        if (!isCurrent()) return false;
        if (at?.epoch !== epoch) {
          onOther();
          return false;
        }
        part.take(value);
        state.at = at?.revision ?? 0;
        for (const event of state.waiting) if (isNewer(event, state)) part.apply(event.payload);
      } while (isBehind(state));
      state.failed = false;
      return true;
    } catch (error) {
      state.failed = true;
      throw error;
    } finally {
      state.waiting = null;
      state.asking = null;
    }
  };

  const ask = (part: AnyPart): Promise<boolean> => {
    const state = known.get(part) ?? { at: -1, missed: 0, waiting: null, again: false, failed: false, asking: null };
    known.set(part, state);
    if (state.asking) state.again = true;
    return (state.asking ??= askFor(part, state));
  };

  const miss = (revision: number): void => {
    for (const [part, state] of known) {
      state.missed = Math.max(state.missed, revision);
      if (state.at < revision && !state.asking) ask(part).catch(onFailed);
    }
    onMissed();
  };

  const deliver = (event: AppEvent): void => {
    for (const [part, state] of known) {
      if (part.event !== event.name) continue;
      if (!state.waiting) {
        if (isNewer(event, state)) part.apply(event.payload);
      } else if (state.waiting.length < MOST_WAITING) state.waiting.push(event);
      else {
        state.waiting = [];
        state.missed = Math.max(state.missed, event.at?.revision ?? 0);
      }
    }
    for (const listener of listeners.get(event.name) ?? []) listener(event.payload as never);
  };

  const hearHello = (last: Stamp | null): void => {
    const before = heard;
    heard = last;
    if (epoch === undefined) return;
    if ((last?.epoch ?? null) !== epoch) onOther();
    else if (last && (before?.epoch !== epoch || before.revision < last.revision)) miss(last.revision);
  };

  client.hear((event) => {
    if (event.name === 'hello') {
      hearHello(event.payload.last);
      return;
    }
    const { at } = event;
    if (!at) {
      deliver(event);
      return;
    }
    const switched = heard?.epoch !== at.epoch;
    const next = heard && !switched ? heard.revision + 1 : 1;
    heard = { epoch: at.epoch, revision: Math.max(at.revision, next - 1) };
    if (at.epoch !== epoch) {
      // Of the one that was left, or of one that is still to be entered: each is asked about once.
      if (epoch !== undefined && switched) onOther();
      return;
    }
    if (at.revision > next) miss(at.revision - 1);
    deliver(event);
  });

  return {
    part: <C extends PartCommand, E extends EventName>(made: Part<C, E>) => {
      const part = made as unknown as AnyPart;
      return () => ask(part);
    },
    on: (name, listener) => void listeners.set(name, (listeners.get(name) ?? new Set()).add(listener)),
    begin: (at) => {
      epoch = at?.epoch ?? null;
      known = new Map();
      // The listener was there before the question: all that came later has been heard, unless a hello says otherwise.
      heard ??= at;
    },
    isHere: (at) => at !== null && at.epoch === epoch,
    again: async () => {
      await Promise.all([...known].flatMap(([part, { failed }]) => (failed ? [ask(part)] : [])));
    },
  };
}

function isNewer(event: AppEvent, { at }: Known): boolean {
  return (event.at?.revision ?? 0) > at;
}

/** Asked through a function: the state changes while an answer is waited for, which the compiler cannot see. */
function isBehind({ again, at, missed }: Known): boolean {
  return again || at < missed;
}
