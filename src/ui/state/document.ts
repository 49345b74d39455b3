import type { Answer } from '../../api/contract.ts';
import type { Kept } from '../kept.ts';
import type { Briefing, Problem } from '../types.ts';
import { change, redo, settle, startHistory, undo, type History } from './history.ts';

/** Where a briefing on screen stands to its file. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  /** The file was changed by somebody else; `hash` null: it is gone. The user decides. */
  | { readonly kind: 'conflict'; readonly hash: string | null }
  /** It could not be written; a draft is kept, and the next change tries again. */
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** A briefing on screen. */
export interface OpenDocument {
  readonly file: string;
  /** Hash of the file that the work is based on. */
  readonly basedOn: string;
  readonly history: History<Briefing>;
  /** What the file holds, as far as is known. */
  readonly onDisk: Briefing;
  readonly saving: Saving;
  /** States that were sent to the file, and of which no answer has come: it may hold any of them. */
  readonly sent: readonly Briefing[];
  /** Work that was rescued when the briefing was opened. */
  readonly rescued: boolean;
}

type Read = Answer<'briefing.read'>;

/** More of them than a line that breaks again and again leaves behind. */
const MOST_SENT = 8;

/** What the browser kept of a briefing. */
export type Typed = Pick<Kept, 'briefing' | 'basedOn' | 'sent' | 'at'>;

/**
 * Opens what was read. Rescued work that is based on the file as it is goes on where it stopped, with the file's state to undo to.
 * What the browser kept counts where it is newer than the service's draft; whether the file is another's by now, the next save tells,
 * since it may be one of the states that were sent.
 */
export function openDocument(read: Read, typed: Typed | null = null): OpenDocument | null {
  if (!read.briefing) return null;
  const start = startHistory(read.briefing);
  const base = { file: read.file, basedOn: read.hash, onDisk: read.briefing, sent: [] };
  if (typed && typed.at >= (read.draft?.saved ?? 0)) {
    const { briefing, basedOn, sent } = typed;
    return { ...base, basedOn, sent, history: change(start, briefing), saving: { kind: 'changed' }, rescued: true };
  }
  if (!read.draft) return { ...base, history: start, saving: { kind: 'saved' }, rescued: false };
  const history = change(start, read.draft.briefing);
  if (read.draft.basedOn === read.hash) return { ...base, history, saving: { kind: 'changed' }, rescued: true };
  return { ...base, basedOn: read.draft.basedOn, history, saving: { kind: 'conflict', hash: read.hash }, rescued: true };
}

function changed(doc: OpenDocument, history: History<Briefing>): OpenDocument {
  if (history === doc.history) return doc;
  if (history.present === doc.history.present) return { ...doc, history };
  const saving: Saving = doc.saving.kind === 'conflict' ? doc.saving : { kind: 'changed' };
  return { ...doc, history, saving, rescued: false };
}

export function edit(doc: OpenDocument, to: (briefing: Briefing) => Briefing, group: string | null = null): OpenDocument {
  return changed(doc, change(doc.history, to(doc.history.present), group));
}

export function endGroup(doc: OpenDocument): OpenDocument {
  return changed(doc, settle(doc.history));
}

export function undoEdit(doc: OpenDocument): OpenDocument {
  return changed(doc, undo(doc.history));
}

export function redoEdit(doc: OpenDocument): OpenDocument {
  return changed(doc, redo(doc.history));
}

export function beginSave(doc: OpenDocument): OpenDocument {
  return { ...doc, saving: { kind: 'saving' }, sent: withSent(doc) };
}

/** What the file may hold once the present state is sent, too. */
export function withSent({ sent, history }: OpenDocument): readonly Briefing[] {
  return [...sent, history.present].slice(-MOST_SENT);
}

/** No answer came: it may be saved, or not. */
export function loseSave(doc: OpenDocument): OpenDocument {
  return doc.saving.kind === 'saving' ? { ...doc, saving: { kind: 'changed' } } : doc;
}

/** `briefing` is what was written; work done meanwhile is still to be saved. */
export function endSave(doc: OpenDocument, briefing: Briefing, hash: string): OpenDocument {
  const saving: Saving = doc.saving.kind === 'conflict' ? doc.saving : { kind: doc.history.present === briefing ? 'saved' : 'changed' };
  return { ...doc, basedOn: hash, onDisk: briefing, saving, sent: [] };
}

export function failSave(doc: OpenDocument, problems: readonly Problem[]): OpenDocument {
  if (problems.some(({ code }) => code === 'file/conflict')) return { ...doc, saving: { kind: 'conflict', hash: doc.basedOn }, sent: [] };
  // What was refused is not in the file.
  return { ...doc, saving: { kind: 'failed', problems }, sent: doc.sent.slice(0, -1) };
}

/** The file changed on disk. Where nothing of ours is unsaved its new state comes in, and can be undone; else the user decides. */
export function outsideEdit(doc: OpenDocument, read: Read | null): OpenDocument {
  if (read?.hash === doc.basedOn) return doc;
  const clean = doc.saving.kind === 'saved' && doc.history.present === doc.onDisk;
  if (!clean || !read?.briefing) return { ...doc, saving: { kind: 'conflict', hash: read?.hash ?? null } };
  return takeTheirs(doc, read);
}

/** The file's state becomes ours; what we had can be undone to. */
export function takeTheirs(doc: OpenDocument, read: Read): OpenDocument {
  if (!read.briefing) return doc;
  return {
    ...doc,
    basedOn: read.hash,
    onDisk: read.briefing,
    history: change(doc.history, read.briefing),
    saving: { kind: 'saved' },
    sent: [],
    rescued: false,
  };
}

/** Whether there is work that the file does not hold. */
export function isUnsaved(doc: OpenDocument): boolean {
  return doc.saving.kind !== 'saved';
}
