import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../../core/base/hash.ts';
import { briefingSchema, hashSchema } from '../../api/schemas/common.ts';
import type { Briefing } from '../../core/briefing/types.ts';
import { readText } from '../files.ts';
import type { Store } from '../store/index.ts';

const draftSchema = z.object({ file: z.string(), briefing: briefingSchema, basedOn: hashSchema, saved: z.number() });
export type Draft = z.infer<typeof draftSchema>;

/** Unsaved work, kept outside the workspace, one file a briefing. */
export interface Drafts {
  readonly read: (file: string) => Promise<Draft | null>;
  readonly save: (file: string, briefing: Briefing, basedOn: string) => Promise<void>;
  readonly drop: (file: string) => Promise<void>;
}

/** `folder` is Lectern's own for drafts; `root` the workspace whose briefings they are of. */
export function openDrafts(store: Store, folder: string, root: string, now: () => number): Drafts {
  const place = (file: string): string => join(folder, `${sha256(`${root}\n${file}`).slice(0, 32)}.json`);
  return {
    read: async (file) =>
      readText(place(file))
        .then((text) => draftSchema.parse(JSON.parse(text)))
        .catch(() => null),
    save: (file, briefing, basedOn) => store.write(place(file), JSON.stringify({ file, briefing, basedOn, saved: now() })),
    drop: (file) => rm(place(file), { force: true }),
  };
}
