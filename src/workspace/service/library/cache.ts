import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readBytes } from '../../files.ts';
import type { Store } from '../../store/index.ts';
import type { Row } from './rows.ts';

/**
 * What files came to, kept for the next start: a line of JSON for the version, then one for each row that was set or deleted, appended as
 * they come, so that an edit writes its own row and a stop keeps what was read. Written anew where most lines are out of date.
 */
export interface RowCache {
  readonly rows: ReadonlyMap<string, Row>;
  /** Null: the file is gone. */
  readonly put: (path: string, row: Row | null) => void;
  /** Writes what was put. Never rejects: what cannot be kept is read again. */
  readonly flush: () => Promise<void>;
}

/** A cache is private and small against memory; a larger one is not ours. Bytes. */
const LARGEST = 512 * 1024 * 1024;

export async function openRowCache(store: Store, file: string, version: string): Promise<RowCache> {
  const { rows, isClean } = await readRows(file, version);
  const current = new Map(rows);
  let waiting: string[] = [];
  let anew = !isClean;
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const lines = waiting;
    waiting = [];
    if (anew) {
      anew = false;
      const all = [JSON.stringify({ version }), ...[...current].map(lineOf)];
      await store.write(file, `${all.join('\n')}\n`);
    } else if (lines.length > 0) {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await appendFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
    }
  };

  return {
    rows,
    put: (path, row) => {
      if (row === null) current.delete(path);
      else current.set(path, row);
      waiting.push(lineOf([path, row]));
    },
    flush: () =>
      (writing = writing.then(async () => {
        if (waiting.length === 0) return;
        await write().catch(() => {
          // Half of a line may be there.
          anew = true;
        });
      })),
  };
}

const lineOf = (line: readonly [path: string, row: Row | null]): string => JSON.stringify(line);

/** The rows of a cache of this version; `isClean`: further lines may be appended to it. */
async function readRows(file: string, version: string): Promise<{ readonly rows: Map<string, Row>; readonly isClean: boolean }> {
  const rows = new Map<string, Row>();
  const bytes = await readBytes(file, { limit: LARGEST }).catch(() => new Uint8Array());
  // Nothing stands behind the last line's end, unless a stop cut the line.
  let isClean = bytes.at(-1) === LINE_END;
  let count = 0;
  for (const line of linesOf(bytes)) {
    count += 1;
    if (count === 1) {
      if (line !== JSON.stringify({ version })) return { rows, isClean: false };
      continue;
    }
    const read = parse(line);
    if (!read) isClean = false;
    else if (read[1] === null) rows.delete(read[0]);
    else rows.set(read[0], read[1]);
  }
  return { rows, isClean: isClean && count <= 2 * rows.size + 100 };
}

const LINE_END = 0x0a;

/** The lines that have an end. One after another: the text of a large cache is never there whole. */
function* linesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let from = 0, end = bytes.indexOf(LINE_END); end >= 0; from = end + 1, end = bytes.indexOf(LINE_END, from))
    yield decoder.decode(bytes.subarray(from, end));
}

/** A line is as this version wrote it, or damaged: then it is no JSON. */
function parse(line: string): readonly [string, Row | null] | null {
  try {
    return JSON.parse(line) as [string, Row | null];
  } catch {
    return null;
  }
}
