import { randomUUID } from 'node:crypto';
import { open, readdir, realpath, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LecternError, problem } from '../../core/base/errors.ts';
import { fateOf, newId } from './owner.ts';

/**
 * One writer at a time in a folder, among all threads and processes that use it, on a network's disk too.
 *
 * Lamport's bakery (CACM 17, 8, 1974): whoever wants to write draws a number above all that are waiting, and goes in when no lower
 * one is left. A ticket is an empty file of a name of its own, so nobody ever takes or removes a file that another has just made:
 * locks that are one file under one name cannot be taken from a dead holder without that. The ticket of a process that has ended
 * is passed over at once; that of a machine which is not seen, or of a thread that was ended, after it was watched for a while
 * without a sign of life.
 */
export interface LockTimes {
  /** Milliseconds of watching after which a ticket without a sign of life is passed over. */
  readonly lease: number;
  /** Milliseconds between two signs of life. */
  readonly sign: number;
  /** Milliseconds of waiting after which it is given up. */
  readonly patience: number;
}

const USUAL: LockTimes = { lease: 10_000, sign: 2000, patience: 30_000 };

/** Milliseconds between two looks: first and longest. */
const LOOK = { first: 1, longest: 25 };

const ASKING = '.lectern-lock-asking-';
const TICKET = /^\.lectern-lock-(\d{12})-(.+)$/;

export interface Lock {
  /** Throws `file/locked` where others have passed this holder over: it must write no more. */
  readonly check: () => Promise<void>;
  /** Answers whether the ticket is gone. */
  readonly release: () => Promise<boolean>;
}

interface Ticket {
  readonly name: string;
  readonly number: number;
  readonly id: string;
}

function ticketsAmong(names: readonly string[]): Ticket[] {
  return names.flatMap((name) => {
    const [, number, id] = TICKET.exec(name) ?? [];
    return number === undefined || id === undefined ? [] : [{ name, number: Number(number), id }];
  });
}

function askingAmong(names: readonly string[]): Ticket[] {
  return names.filter((name) => name.startsWith(ASKING)).map((name) => ({ name, number: 0, id: name.slice(ASKING.length) }));
}

function isBefore(a: Ticket, b: Ticket): boolean {
  return a.number < b.number || (a.number === b.number && a.id < b.id);
}

function locked(folder: string): LecternError {
  return new LecternError(
    problem('file/locked', {
      message: 'another Lectern is writing into this folder',
      place: { file: folder },
      hint: 'Try again in a moment; close the other Lectern if it hangs.',
    }),
  );
}

async function remove(file: string): Promise<boolean> {
  return rm(file, { force: true }).then(
    () => true,
    () => false,
  );
}

async function make(file: string): Promise<void> {
  await (await open(file, 'wx')).close();
}

/** Tells which tickets still count: by their makers, and by what was seen of them while waiting. */
class Watch {
  readonly #folder: string;
  readonly #lease: number;
  readonly #seen = new Map<string, { readonly mark: number; readonly since: number }>();

  constructor(folder: string, lease: number) {
    this.#folder = folder;
    this.#lease = lease;
  }

  /** Passes a dead one over for everybody. */
  async counts({ name, id }: Ticket): Promise<boolean> {
    if (fateOf(id) !== 'dead' && (await this.#givesSigns(name))) return true;
    await remove(join(this.#folder, name));
    return false;
  }

  async #givesSigns(name: string): Promise<boolean> {
    const mark = await stat(join(this.#folder, name)).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    );
    if (mark === null) return false;
    const [known, now] = [this.#seen.get(name), performance.now()];
    if (known?.mark !== mark) {
      this.#seen.set(name, { mark, since: now });
      return true;
    }
    return now - known.since < this.#lease;
  }
}

/** Names that a lock of this id may make in its folder, so that they can be swept; the number is not known beforehand. */
export function isOfLock(name: string, id: string): boolean {
  return name === `${ASKING}${id}` || TICKET.exec(name)?.[2] === id;
}

/** Waits until nobody else writes in the folder, which must be there. Throws `file/locked`, and what the operating system says. */
export async function lockFolder(given: string, id = newId(randomUUID()), times: LockTimes = USUAL): Promise<Lock> {
  const folder = await realpath(given);
  const asking = join(folder, `${ASKING}${id}`);
  await make(asking);
  try {
    return await enter(folder, await draw(folder, id), { asking, times });
  } finally {
    await remove(asking);
  }
}

/** A number above all that there are. */
async function draw(folder: string, id: string): Promise<Ticket> {
  const number = 1 + Math.max(0, ...ticketsAmong(await readdir(folder)).map((other) => other.number));
  const name = `.lectern-lock-${String(number).padStart(12, '0')}-${id}`;
  await make(join(folder, name));
  return { name, number, id };
}

async function enter(
  folder: string,
  own: Ticket,
  { asking, times: { lease, sign, patience } }: { readonly asking: string; readonly times: LockTimes },
): Promise<Lock> {
  const file = join(folder, own.name);
  const signs = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), sign);
  signs.unref();
  const release = async (): Promise<boolean> => {
    clearInterval(signs);
    return remove(file);
  };
  const check = async (): Promise<void> => {
    const isThere = await stat(file).then(
      () => true,
      () => false,
    );
    if (!isThere) throw locked(folder);
  };
  try {
    await rm(asking, { force: true });
    const watch = new Watch(folder, lease);
    const until = performance.now() + patience;
    for (let pause = LOOK.first; !(await isFirst(folder, own, watch)); pause = Math.min(pause * 2, LOOK.longest)) {
      if (performance.now() > until) throw locked(folder);
      await wait(pause);
    }
    await check();
    return { check, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Whoever is still asking may draw the same number, so its answer is waited for. */
async function isFirst(folder: string, own: Ticket, watch: Watch): Promise<boolean> {
  const names = await readdir(folder);
  for (const ticket of [...askingAmong(names), ...ticketsAmong(names).filter((other) => isBefore(other, own))]) {
    if (ticket.id !== own.id && (await watch.counts(ticket))) return false;
  }
  return true;
}
