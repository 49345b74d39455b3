import type { Answered, Bounded, BoundedThread } from '../bounded.ts';

/** Jobs for whoever asks, in a few threads. */
export interface Pool {
  /** `owner`: who asks, as a window. Their jobs take turns, however many each has. */
  readonly run: <T>(owner: string, request: unknown) => Bounded<T>;
  /** Ends all threads; what still waits gets `stopped`. */
  readonly close: () => void;
}

type Thread = Pick<BoundedThread, 'ask' | 'isOver' | 'end'>;

interface Seat {
  thread: Thread;
  /** Whose job it had last: what it keeps in mind is of use to the next of the same. */
  owner: string | null;
  busy: boolean;
  /** Ends the job it has, or had last, which then does no harm. */
  stop: (() => void) | null;
}

interface Waiting {
  readonly start: (seat: Seat) => void;
  readonly drop: () => void;
}

/**
 * A pool of at most `most` threads. One is always started ahead of need, the first at once, so that a job that is stuck keeps nobody from a thread that is
 * ready. A thread that went beyond its bounds is replaced.
 */
export function openPool(open: () => Thread, most: number): Pool {
  const seats: Seat[] = [];
  /** By owner, in the order in which it is their turn. */
  const queues = new Map<string, Waiting[]>();
  let closed = false;

  const sit = (): Seat => {
    const seat: Seat = { thread: open(), owner: null, busy: false, stop: null };
    seats.push(seat);
    return seat;
  };
  const renew = (seat: Seat): Seat => {
    if (seat.thread.isOver()) Object.assign(seat, { thread: open(), owner: null });
    return seat;
  };

  const freeFor = (owner: string): Seat | null => {
    const free = seats.filter(({ busy }) => !busy);
    const own = free.find((seat) => seat.owner === owner);
    const unused = free.find((seat) => seat.owner === null);
    if (own) return renew(own);
    if (unused) return renew(unused);
    if (seats.length < most) return sit();
    return free[0] ? renew(free[0]) : null;
  };

  /** Nobody has all threads: one is for the others. */
  const hasEnough = (owner: string): boolean => seats.filter((seat) => seat.busy && seat.owner === owner).length >= Math.max(1, most - 1);

  const next = (): void => {
    for (const [owner, waiting] of [...queues]) {
      if (hasEnough(owner)) continue;
      const seat = freeFor(owner);
      if (!seat) return;
      const [job] = waiting.splice(0, 1);
      // Behind the others, for their next.
      queues.delete(owner);
      if (waiting.length > 0) queues.set(owner, waiting);
      job?.start(seat);
    }
    if (!closed && queues.size === 0 && seats.length > 0 && seats.length < most && seats.every(({ busy }) => busy)) sit();
    if ([...queues.keys()].some((owner) => !hasEnough(owner)) && seats.some(({ busy }) => !busy)) next();
  };

  // While whoever opened it still gets ready to ask.
  sit();
  return {
    run: <T>(owner: string, request: unknown): Bounded<T> => {
      let running: Bounded<T> | null = null;
      let stop: () => void = () => undefined;
      const done = new Promise<Answered<T>>((resolve, reject) => {
        const job: Waiting = {
          start: (seat) => {
            Object.assign(seat, { owner, busy: true });
            running = seat.thread.ask<T>(request);
            seat.stop = running.stop;
            running.done.then(resolve, reject).finally(() => {
              seat.busy = false;
              if (!closed) next();
            });
          },
          drop: () => resolve({ spent: 'stopped' }),
        };
        stop = () => {
          if (running) running.stop();
          else {
            const waiting = queues.get(owner) ?? [];
            const place = waiting.indexOf(job);
            if (place >= 0) waiting.splice(place, 1);
            if (waiting.length === 0) queues.delete(owner);
            job.drop();
          }
        };
        if (closed) {
          job.drop();
          return;
        }
        queues.set(owner, [...(queues.get(owner) ?? []), job]);
        next();
      });
      return { done, stop: () => stop() };
    },
    close: () => {
      closed = true;
      for (const waiting of queues.values()) for (const { drop } of waiting) drop();
      queues.clear();
      for (const { thread, stop } of seats) {
        stop?.();
        thread.end();
      }
    },
  };
}
