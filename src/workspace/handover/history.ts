import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { shortHash } from '../../core/base/hash.ts';
import { LecternError, problem, type Problem } from '../../core/base/errors.ts';
import { codeOf, fileProblem, readBytes, readText } from '../files.ts';
import { realPlace } from '../real-path.ts';
import type { NewFolder } from '../store/index.ts';
import { recordSchema, type HandoverRecord } from './record.ts';

/**
 * A workspace's hand-overs, a folder each, in Lectern's own folder: they hold the words of decks that went to somebody, so they are for
 * nobody else (0600), and no stranger's workspace can bring some of its own.
 */
export interface History {
  /** The newest first. A record that cannot be read is the warning `handover/record-unread`, and the others are there. Throws `file/read`. */
  readonly list: () => Promise<{ readonly records: readonly HandoverRecord[]; readonly problems: readonly Problem[] }>;
  /** The presenter's .pptx of a hand-over, as it was handed out. Throws as `readBytes`. */
  readonly deckOf: (record: HandoverRecord) => Promise<Uint8Array>;
  /** What is to be written for a new one, together with what is handed over. */
  readonly entry: (record: HandoverRecord, pptx: Uint8Array) => NewFolder;
}

const RECORD = 'record.json';
const DECK = 'presenter.pptx';

/** In bytes; decks may be as large as any. */
const LARGEST = { record: 64 * 1024 * 1024, deck: 1024 * 1024 * 1024 } as const;

/** `root`: the workspace's. `home`: Lectern's own folder. */
export function openHistory(home: string, root: string): History {
  const folder = join(home, 'history', shortHash(realPlace(root)));

  const read = async (id: string): Promise<HandoverRecord | Problem> => {
    const file = join(folder, id, RECORD);
    try {
      const record = recordSchema.parse(JSON.parse(await readText(file, { limit: LARGEST.record })));
      if (record.id === id) return record;
    } catch {
      // Told below, whatever it is.
    }
    return problem('handover/record-unread', {
      message: 'the record of a hand-over cannot be read, so it is not in the list',
      place: { file },
      hint: 'It may be of a later Lectern; else take its folder away.',
    });
  };

  return {
    list: async () => {
      const names = await readdir(folder).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return [];
        throw new LecternError(fileProblem('file/read', folder, 'read the list of hand-overs', error));
      });
      const found = await Promise.all(names.filter((name) => !name.startsWith('.')).map(read));
      const records = found.filter((one): one is HandoverRecord => 'version' in one);
      return {
        records: records.sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? 1 : -1)),
        problems: found.filter((one): one is Problem => 'code' in one),
      };
    },
    deckOf: ({ id }) => readBytes(join(folder, id, DECK), { limit: LARGEST.deck }),
    entry: (record, pptx) => ({
      folder: join(folder, record.id),
      files: new Map([
        [RECORD, new TextEncoder().encode(JSON.stringify(record, null, 2))],
        [DECK, pptx],
      ]),
    }),
  };
}
