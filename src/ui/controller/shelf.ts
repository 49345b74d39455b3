import type { Answer } from '../../api/contract.ts';
import { FIRST } from '../state/app.ts';
import { strings } from '../strings.ts';
import { attempt, tellDone, type Context } from './context.ts';
import type { Documents } from './documents.ts';

export type Deleted = Answer<'bin.list'>['deleted'][number];

/** What is done with a briefing's file as a whole, whether it is open or not. */
export interface Shelf {
  /** Opens a copy; `again`: its next issue. */
  readonly duplicate: (file: string, again: boolean) => Promise<void>;
  /** Into the bin; of the open one, the next in the list takes the place. */
  readonly remove: (file: string) => Promise<void>;
  /** An article's file, into the bin. */
  readonly removeArticle: (file: string) => Promise<void>;
  /** Brings it back, and opens a briefing; without an id, the one that this window deleted last, or else the bin is shown. */
  readonly restore: (id?: string) => Promise<void>;
  readonly deleted: () => Promise<readonly Deleted[]>;
  readonly emptyBin: (ids: readonly string[]) => Promise<void>;
}

export function createShelf(context: Context, documents: Documents): Shelf {
  const { client, store } = context;
  let last: string | null = null;

  return {
    duplicate: async (file, again) => {
      if (store.get().doc?.file === file) await documents.save();
      const copy = await attempt(context, strings.problem.duplicate, () => client.call('briefing.duplicate', { file, again }));
      if (!copy) return;
      await documents.open(copy.file);
      tellDone(context, again ? strings.issuedAgain(copy.briefing?.date ?? '') : strings.duplicated(copy.file));
    },
    remove: async (file) => {
      const isOpen = store.get().doc?.file === file || store.get().broken?.file === file;
      // What is typed goes into the bin with it.
      const gone = await documents.takeAway(file, () =>
        attempt(context, strings.problem.remove, () => client.call('briefing.remove', { file })),
      );
      if (!gone) return;
      last = gone.id;
      if (isOpen) {
        const next = store.get().briefings.find((one) => one.file !== file && !one.broken);
        if (next) await documents.open(next.file);
        else store.set((state) => ({ ...state, broken: null, row: null, preview: FIRST.preview }));
      }
      tellDone(context, strings.removed(gone.title), { label: strings.undo, name: 'restore-briefing' });
    },
    removeArticle: async (file) => {
      const gone = await attempt(context, strings.article.problem.remove, () => client.call('article.remove', { file }));
      if (!gone) return;
      last = gone.id;
      tellDone(context, strings.article.removed(gone.title, gone.used), { label: strings.undo, name: 'restore-briefing' });
    },
    restore: async (id = last ?? undefined) => {
      if (id === undefined) {
        store.set((state) => ({ ...state, dialog: { kind: 'open' } }));
        return;
      }
      const back = await attempt(context, strings.problem.restore, () => client.call('bin.restore', { id }));
      if (!back) return;
      if (id === last) last = null;
      if (!/\.md$/i.test(back.file)) await documents.open(back.file);
      tellDone(context, strings.restored(back.file));
    },
    deleted: async () => (await attempt(context, strings.problem.bin, () => client.call('bin.list', {})))?.deleted ?? [],
    emptyBin: async (ids) => {
      await attempt(context, strings.problem.bin, () => client.call('bin.empty', { ids: [...ids] }));
    },
  };
}
