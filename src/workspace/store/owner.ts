import { readFileSync, readlinkSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { getEnvironmentData, setEnvironmentData, threadId } from 'node:worker_threads';
import { lazy } from '../../core/base/lazy.ts';
import { shortHash } from '../../core/base/hash.ts';

/**
 * Who made a thing that must not outlive its maker (a temporary file, a lock): machine, process, and when that began, so that a
 * process which got the same number later is no owner; and the thread, with those that it was started by, since it ends with any of
 * them while the process goes on. It stands in the thing's name, where it is never half written.
 */

/** `MACHINE-PROCESS-BEGINNING-THREAD-UUID`; the thread as `1_5`: the fifth, started by the first. */
const ID = /^([0-9a-f]{8})-(\d+)-(\w+)-(\d+(?:_\d+)*)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Whether a thing's maker still runs; `unknown` where it is another machine's, or a container's whose processes are not seen here, and
 * where the system does not say when a process began: it may be a later one of the same number.
 */
export type Fate = 'alive' | 'dead' | 'unknown';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function spaceOfProcesses(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

const machine = lazy(() => shortHash(`${hostname()} ${spaceOfProcesses()}`).slice(0, 8));
const boot = lazy(() => read('/proc/sys/kernel/random/boot_id').slice(0, 8) || '0');

/** When a process began, by proc(5): the 22nd field of `stat`, behind the name in parentheses; null: it has ended. `0` where there is no such thing. */
function beginningOf(pid: number): string | null {
  if (process.platform !== 'linux') return '0';
  const [state, ...fields] = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  // A zombie has ended, though its number is not free yet.
  return state === undefined || ['', 'Z', 'X'].includes(state) ? null : `${boot()}_${fields[18] ?? '0'}`;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What a thread hands down to those that it starts: its own name, and the names of threads that have ended. */
const STARTER = 'lectern.thread';
const ENDED = 'lectern.ended-threads';

/** Names of ended threads that are remembered: what one left is put right as soon as its end is known. */
const MOST_ENDED = 1000;

const thread = lazy(() => {
  const starter = getEnvironmentData(STARTER);
  return typeof starter === 'string' ? `${starter}_${threadId}` : String(threadId);
});

function endedThreads(): readonly string[] {
  const ended: unknown = getEnvironmentData(ENDED);
  return Array.isArray(ended) ? (ended as string[]) : [];
}

/**
 * Before a thread is started: it will know by whom. Answers what to tell once it has ended, with its number (which no other thread of
 * the process ever gets); from then on what it made is left behind for this thread and all that it starts.
 */
export function announceThread(): (id: number) => void {
  setEnvironmentData(STARTER, thread());
  return (id) => setEnvironmentData(ENDED, [...endedThreads().slice(1 - MOST_ENDED), `${thread()}_${id}`]);
}

function hasEnded(name: string): boolean {
  return endedThreads().some((ended) => name === ended || name.startsWith(`${ended}_`));
}

const self = lazy(() => `${machine()}-${process.pid}-${beginningOf(process.pid) ?? '0'}-${thread()}`);

/** A name for one thing of this process, of letters, digits, `-` and `_`. */
export function newId(uuid: string): string {
  return `${self()}-${uuid}`;
}

export function fateOf(id: string): Fate {
  const [, where, pid, began, by] = ID.exec(id) ?? [];
  if (where === undefined || pid === undefined || by === undefined) return 'dead';
  if (where !== machine()) return 'unknown';
  if (!isRunning(Number(pid))) return 'dead';
  if (beginningOf(Number(pid)) !== began) return 'dead';
  if (Number(pid) === process.pid && hasEnded(by)) return 'dead';
  return began === '0' && Number(pid) !== process.pid ? 'unknown' : 'alive';
}

/** Milliseconds after which a thing of a maker that is not seen is taken for left behind: they are all of moments, or of one export. */
const LEFT_BEHIND = 3_600_000;

/** Whether a thing of this name, at this place, was left by a maker that has ended. */
export async function isLeft(id: string, path: string): Promise<boolean> {
  const fate = fateOf(id);
  if (fate !== 'unknown') return fate === 'dead';
  return Date.now() - (await stat(path)).mtimeMs > LEFT_BEHIND;
}
