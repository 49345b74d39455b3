import { randomUUID } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import { hasErrors, LecternError, type Problem } from '../../core/base/errors.ts';
import { sha256 } from '../../core/base/hash.ts';
import { exists } from '../files.ts';
import type { NewFile, NewFolder, Store } from '../store/index.ts';
import { zipFolder } from '../zip-folder.ts';
import { editsLeft, placesOf } from './edited.ts';
import { openHistory } from './history.ts';
import { makeHandover, type Earlier, type HandoverContent } from './make.ts';
import type { HandoverRecord } from './record.ts';

export { openHistory, type History } from './history.ts';
export type { Compare } from './make.ts';
export type { HandoverRecord } from './record.ts';

export interface HandoverRequest extends Omit<HandoverContent, 'day' | 'earlier'> {
  readonly store: Store;
  /** The workspace's. */
  readonly root: string;
  /** In which the hand-over gets a folder, or a .zip, with a name of its own. */
  readonly folder: string;
  readonly asZip: boolean;
  readonly now: Date;
  /** Asked before anything is written. */
  readonly maySave?: () => Promise<void>;
}

export interface HandedOver {
  readonly record: HandoverRecord;
  readonly slides: number;
  readonly problems: readonly Problem[];
}

/**
 * Hands a briefing over: one folder or .zip with everything, under a new name with the day, and the record of it in the workspace's
 * history, both or neither. What was handed over before stays as it is. Throws what stands in the way.
 */
export async function handOver(request: HandoverRequest): Promise<HandedOver> {
  const { store, root, sources, folder, asZip, now, to, maySave } = request;
  const history = openHistory(store.home, root);
  const briefing = relative(root, sources.file).split(sep).join('/');
  const before = await history.list();
  const last = before.records.find((record) => record.briefing === briefing);
  const earlier: Earlier | null = last === undefined ? null : { day: dayOf(new Date(last.at)), deck: () => history.deckOf(last) };
  const { handover, problems } = await makeHandover({ ...request, day: dayOf(now), earlier });
  const { files, deck, title, mark, stamp, slides } = handover;
  const left = await editsLeft(placesOf(folder, sources.file), sources.name, deck);
  if (hasErrors(left)) throw new LecternError(left);
  await maySave?.();
  const record = await store.alone(folder, async (mayReplace) => {
    const name = await freeName(folder, `${sources.name}.handover-${dayOf(now)}`);
    const place = join(folder, asZip ? `${name}.zip` : name);
    const made: HandoverRecord = {
      version: 1,
      id: `${now.toISOString().replace(/\D/g, '')}-${stamp}-${randomUUID().slice(0, 8)}`,
      at: now.toISOString(),
      to,
      title,
      mark,
      stamp,
      briefing,
      place,
      files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
      content: null,
    };
    const out: NewFile | NewFolder = asZip ? { file: place, content: zipFolder(name, files, now) } : { folder: place, files };
    await store.writeTogether([out, history.entry(made, deck)], { mayReplace });
    return made;
  });
  return { record, slides, problems: [...before.problems, ...left, ...problems] };
}

/** The day where the user is, `YYYY-MM-DD`. */
function dayOf(time: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** `NAME`, `NAME (2)`, …: the first that neither a folder nor a .zip has. */
async function freeName(folder: string, name: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${name} (${n})`;
    if (!(await exists(join(folder, free))) && !(await exists(join(folder, `${free}.zip`)))) return free;
  }
}
