import { join } from 'node:path';
import type { Answer } from '../../api/contract.ts';
import { exists } from '../files.ts';
import { openHistory, type HandoverRecord } from '../handover/index.ts';

type Listed = Answer<'handover.list'>;
type Shown = Listed['handovers'][number];

/** What a window is told of a record. */
export function shownRecord({ files, place, ...record }: HandoverRecord): Omit<Shown, 'there'> {
  const { id, at, to, title, mark, stamp, briefing } = record;
  const page = place.toLowerCase().endsWith('.zip') ? null : join(place, 'index.html');
  return { id, at, to, title, mark, stamp, briefing, place, page, files: files.length };
}

/** The workspace's hand-overs; those that still stand where they were put may be shown and opened. */
export async function listHandovers(home: string, root: string, onThere: (path: string) => void): Promise<Listed> {
  const { records, problems } = await openHistory(home, root).list();
  const handovers = await Promise.all(records.map(async (record) => ({ ...shownRecord(record), there: await exists(record.place) })));
  for (const { there, place, page } of handovers) if (there) for (const path of [place, page]) if (path !== null) onThere(path);
  return { handovers, problems };
}
