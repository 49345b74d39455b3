import { randomUUID } from 'node:crypto';
import type { AppEvent, Stamp } from '../../api/contract.ts';

/** An event before it is stamped. */
export type Said = { readonly [E in AppEvent['name']]: Pick<Extract<AppEvent, { name: E }>, 'name' | 'payload'> }[AppEvent['name']];

/** What one opened workspace says. */
export interface Channel {
  /** Says something of the workspace; once another has been opened, nothing. */
  readonly emit: (event: Said) => void;
  /** What an answer that is begun now knows of. Taken after an event was said, it includes that event. */
  readonly at: () => Stamp;
}

/** All events of a service in one line. */
export interface Stream {
  /** A workspace is opened: a new epoch, whose events count from 1. The former falls silent. */
  readonly open: () => Channel;
  /** Says what is of no one workspace (a job outlives the workspace it was begun in), in the epoch there is. */
  readonly emit: (event: Said) => void;
}

export function openStream(emit: (event: AppEvent) => void): Stream {
  let epoch = randomUUID();
  let revision = 0;
  const say = (event: Said): void => {
    revision += 1;
    emit({ ...event, at: { epoch, revision } });
  };
  return {
    emit: say,
    open: () => {
      const mine = randomUUID();
      epoch = mine;
      revision = 0;
      let last = 0;
      const isOpen = (): boolean => epoch === mine;
      return {
        emit: (event) => {
          if (isOpen()) say(event);
        },
        at: () => {
          if (isOpen()) last = revision;
          return { epoch: mine, revision: last };
        },
      };
    },
  };
}
