import type { Answer } from '../../api/contract.ts';
import type { AppState } from '../state/app.ts';
import {
  beginSave,
  edit,
  endGroup,
  endSave,
  failSave,
  isUnsaved,
  loseSave,
  openDocument,
  outsideEdit,
  redoEdit,
  takeTheirs,
  undoEdit,
  withSent,
  type OpenDocument,
} from '../state/document.ts';
import type { Keep } from '../kept.ts';
import { strings } from '../strings.ts';
import type { Briefing } from '../types.ts';
import { attempt, showConnectionLost, problemsOf, tellDone, type Context } from './context.ts';

/** How long the keyboard must rest before work goes to disk. Milliseconds. */
const REST = 350;

type Read = Answer<'briefing.read'>;

export interface Documents {
  readonly open: (file: string) => Promise<void>;
  readonly create: (name: string, briefing?: Briefing | null) => Promise<void>;
  readonly rename: (name: string) => Promise<void>;
  /** `group`: what letters typed into one field have in common. */
  readonly edit: (change: (briefing: Briefing) => Briefing, group?: string | null) => void;
  readonly endGroup: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Writes now what is not yet written. */
  readonly save: () => Promise<void>;
  /** Sends off what is not yet written, without waiting for anything: the page is about to be gone. */
  readonly leave: () => void;
  readonly takeTheirs: () => Promise<void>;
  readonly keepMine: () => Promise<void>;
  /**
   * Writes what is not yet written, then has the file taken away: until that is done it is no news that it is gone, and after it the
   * document is. Null: it stays.
   */
  readonly takeAway: <T>(file: string, task: () => Promise<T | null>) => Promise<T | null>;
  /** Somebody else changed or removed the file. */
  readonly onOutside: (event: { readonly file: string; readonly hash: string | null }) => Promise<void>;
  /** Looks whether somebody did, where nobody may have told. */
  readonly recheck: () => Promise<void>;
}

export function createDocuments(context: Context, keep: Keep): Documents {
  const { client, store, sync } = context;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let saving: Promise<void> = Promise.resolve();
  /** The file that this window is taking away. */
  let leaving: string | null = null;
  /** What is on its way to the file. */
  let underWay: Briefing | null = null;

  const update = (change: (doc: OpenDocument) => OpenDocument, file?: string): void =>
    store.set((state) => {
      if (!state.doc || (file !== undefined && state.doc.file !== file)) return state;
      const doc = change(state.doc);
      return doc === state.doc ? state : { ...state, doc, row: rowIn(state, doc) };
    });

  /** What is not in its file is in the browser's storage from the same moment on as it is on screen. */
  const keepTyped = ({ file, history, basedOn, sent }: Pick<OpenDocument, 'file' | 'history' | 'basedOn' | 'sent'>): void => {
    const workspace = store.get().workspace?.path;
    if (workspace === undefined) return;
    const kept = keep.put({ workspace, file, briefing: history.present, basedOn, sent, at: Date.now() });
    store.set((state) => (state.kept === kept ? state : { ...state, kept }));
  };
  const dropTyped = (file: string): void => {
    const workspace = store.get().workspace?.path;
    if (workspace !== undefined) keep.drop(workspace, file);
  };
  let seen: OpenDocument | null = null;
  store.subscribe(() => {
    const { doc } = store.get();
    if (doc === seen) return;
    seen = doc;
    if (doc && isUnsaved(doc)) keepTyped(doc);
    else if (doc) dropTyped(doc.file);
  });

  const show = async (read: Read): Promise<void> => {
    const workspace = store.get().workspace?.path;
    const typed = workspace === undefined ? null : await keep.take(workspace, read.file).catch(() => null);
    // Another was entered meanwhile.
    if (store.get().workspace?.path !== workspace) return;
    store.set((state) => {
      const doc = openDocument(read, typed);
      const clean = { ...state, row: doc && doc.history.present.items.length > 0 ? 0 : null };
      return {
        ...clean,
        doc,
        broken: doc ? null : { file: read.file, problems: read.problems },
        preview: { deck: null, problems: doc ? [] : read.problems, state: doc ? 'working' : 'empty', slide: null, follow: null },
      };
    });
  };

  const write = async (): Promise<void> => {
    const { doc, connection } = store.get();
    // Where nobody answers, the workspace that does next may be another: it is looked at first.
    if (!doc || doc.saving.kind === 'saved' || doc.saving.kind === 'saving' || connection === 'gone') return;
    const { file, basedOn } = doc;
    const briefing = doc.history.present;
    const sent = [...doc.sent];
    if (doc.saving.kind === 'conflict') {
      await client.call('draft.save', { file, briefing, basedOn }).catch(() => undefined);
      return;
    }
    update(beginSave, file);
    underWay = briefing;
    try {
      const { hash } = await client.call('briefing.save', { file, briefing, basedOn, sent });
      update((d) => endSave(d, briefing, hash), file);
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) {
        update(loseSave, file);
        showConnectionLost(context);
        return;
      }
      update((d) => failSave(d, problems), file);
      // The file keeps its last good state; the work is kept beside it.
      await client.call('draft.save', { file, briefing, basedOn }).catch(() => undefined);
    } finally {
      underWay = null;
    }
    if (store.get().doc?.saving.kind === 'changed') schedule();
  };
  const save = (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    saving = saving.then(write, write);
    return saving;
  };
  const schedule = (): void => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void save(), REST);
  };

  const changed = (change: (doc: OpenDocument) => OpenDocument): void => {
    const before = store.get().doc;
    update(change);
    if (store.get().doc?.history.present !== before?.history.present) schedule();
  };

  const open = async (file: string): Promise<void> => {
    await save();
    const read = await attempt(context, strings.problem.openBriefing, () => client.ask('briefing.read', { file }));
    // A file of that name in another workspace is another file.
    if (!read || !sync.isHere(read.at)) return;
    await show(read.value);
    const doc = store.get().doc;
    if (doc?.rescued === true) tellDone(context, strings.rescued);
    if (doc?.saving.kind === 'changed') schedule();
  };

  const onOutside: Documents['onOutside'] = async ({ file, hash }) => {
    // News of a save may come before the save's own answer, or that may be lost: only after that is it clear whose it was.
    await saving;
    if (file === leaving) return;
    if ((store.get().doc?.sent.length ?? 0) > 0) await save();
    if (store.get().doc?.file !== file || store.get().doc?.basedOn === hash || store.get().connection === 'gone') return;
    let read: Read | null = null;
    try {
      if (hash !== null) read = await client.call('briefing.read', { file });
    } catch (error) {
      // No answer says nothing about the file: it is looked at again with the next.
      if (!problemsOf(error)) {
        showConnectionLost(context);
        return;
      }
    }
    const before = store.get().doc;
    update((doc) => outsideEdit(doc, read), file);
    const after = store.get().doc;
    if (after && after !== before && after.saving.kind === 'saved') tellDone(context, strings.changedOutside);
  };

  return {
    open,
    onOutside,
    recheck: async () => {
      const file = store.get().doc?.file;
      if (file === undefined) return;
      try {
        const { value, at } = await client.ask('briefing.read', { file });
        if (sync.isHere(at)) await onOutside({ file, hash: value.hash });
      } catch (error) {
        if (problemsOf(error)?.some(({ code }) => code === 'file/missing') === true) await onOutside({ file, hash: null });
      }
    },
    create: async (name, briefing = null) => {
      await save();
      const read = await attempt(context, strings.problem.createBriefing, () => client.call('briefing.create', { name, briefing }));
      if (read) await show(read);
    },
    rename: async (name) => {
      await save();
      const doc = store.get().doc;
      if (!doc) return;
      const answer = await attempt(context, strings.problem.rename, () => client.call('briefing.rename', { file: doc.file, name }));
      if (!answer) return;
      dropTyped(doc.file);
      store.set((state) => (state.doc ? { ...state, doc: { ...state.doc, file: answer.file } } : state));
    },
    takeAway: async (file, task) => {
      await save();
      leaving = file;
      try {
        const gone = await task();
        if (gone === null) return null;
        dropTyped(file);
        store.set((state) => (state.doc?.file === file ? { ...state, doc: null } : state));
        return gone;
      } finally {
        leaving = null;
      }
    },
    edit: (change, group = null) => changed((doc) => edit(doc, change, group)),
    endGroup: () => update(endGroup),
    undo: () => changed(undoEdit),
    redo: () => changed(redoEdit),
    save,
    leave: () => {
      const doc = store.get().doc;
      if (!doc || doc.saving.kind === 'saved' || doc.history.present === underWay) return;
      if (timer) clearTimeout(timer);
      const { file, basedOn, sent } = doc;
      // On top of a save whose answer nobody will hear, only a draft is sure not to be refused: the next start offers it beside the file.
      const command = underWay === null && doc.saving.kind === 'changed' ? 'briefing.save' : 'draft.save';
      if (command === 'briefing.save') keepTyped({ ...doc, sent: withSent(doc) });
      void client.call(command, { file, briefing: doc.history.present, basedOn, sent: [...sent] }).catch(() => undefined);
    },
    takeTheirs: async () => {
      const doc = store.get().doc;
      if (!doc) return;
      const read = await attempt(context, strings.problem.openBriefing, () => client.call('briefing.read', { file: doc.file }));
      if (!read?.briefing) return;
      update((d) => takeTheirs(d, read), doc.file);
      await client.call('draft.drop', { file: doc.file }).catch(() => undefined);
    },
    keepMine: async () => {
      const doc = store.get().doc;
      if (!doc) return;
      const briefing = doc.history.present;
      const read = await attempt(context, strings.problem.createBriefing, () =>
        client.call('briefing.create', { name: briefing.title, briefing }),
      );
      if (!read) return;
      await client.call('draft.drop', { file: doc.file }).catch(() => undefined);
      dropTyped(doc.file);
      await show(read);
      tellDone(context, strings.keptAs(read.file));
    },
  };
}

/** The selected row stays selected where it goes; where it is gone, its neighbour. */
function rowIn(state: AppState, doc: OpenDocument): number | null {
  const before = state.doc?.history.present.items;
  const after = doc.history.present.items;
  if (after.length === 0) return null;
  const row = state.row;
  if (row === null || before === undefined || before === after) return row;
  const item = before[row];
  const moved = item ? after.indexOf(item) : -1;
  return moved >= 0 ? moved : Math.min(row, after.length - 1);
}
