import { describe, expect, it } from 'vitest';
import { setMeta } from '../../../src/ui/state/briefing.ts';
import {
  beginSave,
  edit,
  endSave,
  failSave,
  isUnsaved,
  openDocument,
  outsideEdit,
  redoEdit,
  takeTheirs,
  undoEdit,
  type OpenDocument,
} from '../../../src/ui/state/document.ts';
import type { Briefing } from '../../../src/ui/types.ts';
import { briefing } from './sample.ts';

const HASH = { a: 'a'.repeat(64), b: 'b'.repeat(64), c: 'c'.repeat(64) };
const titled = (title: string): Briefing => ({ ...briefing('a/1'), title });
const read = (title: string, hash: string) => ({ file: 'x.briefing.yaml', hash, briefing: titled(title), problems: [], draft: null });

function open(): OpenDocument {
  const doc = openDocument(read('One', HASH.a));
  if (!doc) throw new Error('no document');
  return doc;
}
const retitle = (doc: OpenDocument, title: string): OpenDocument => edit(doc, (b) => setMeta(b, 'title', title));
const title = (doc: OpenDocument): string => doc.history.present.title;

describe('a document', () => {
  it('is saved when opened, changed when edited, saved again after a save', () => {
    const edited = retitle(open(), 'Two');
    expect(isUnsaved(open())).toBe(false);
    expect(edited.saving.kind).toBe('changed');
    const saved = endSave(beginSave(edited), edited.history.present, HASH.b);
    expect(saved).toMatchObject({ saving: { kind: 'saved' }, basedOn: HASH.b });
  });

  it('is still changed where work went on during the save', () => {
    const edited = retitle(open(), 'Two');
    const further = retitle(beginSave(edited), 'Three');
    expect(endSave(further, edited.history.present, HASH.b).saving.kind).toBe('changed');
  });

  it('must be saved again after an undo', () => {
    const edited = retitle(open(), 'Two');
    const undone = undoEdit(endSave(edited, edited.history.present, HASH.b));
    expect(title(undone)).toBe('One');
    expect(isUnsaved(undone)).toBe(true);
    expect(title(redoEdit(undone))).toBe('Two');
  });

  it('cannot be opened where the file is no briefing', () => {
    expect(openDocument({ ...read('One', HASH.a), briefing: null })).toBeNull();
  });

  it('goes on with work rescued from a crash, which can be undone to the file', () => {
    const doc = openDocument({ ...read('One', HASH.a), draft: { briefing: titled('Rescued'), basedOn: HASH.a, saved: 1 } });
    expect(doc).toMatchObject({ rescued: true, saving: { kind: 'changed' } });
    expect(doc && title(doc)).toBe('Rescued');
    expect(doc && title(undoEdit(doc))).toBe('One');
  });

  it('asks where rescued work was based on another state of the file', () => {
    const doc = openDocument({ ...read('One', HASH.b), draft: { briefing: titled('Rescued'), basedOn: HASH.a, saved: 1 } });
    expect(doc?.saving).toEqual({ kind: 'conflict', hash: HASH.b });
  });
});

describe('an edit from outside', () => {
  it('comes in where nothing is unsaved, and can be undone', () => {
    const after = outsideEdit(open(), read('Theirs', HASH.b));
    expect(title(after)).toBe('Theirs');
    expect(after).toMatchObject({ basedOn: HASH.b, saving: { kind: 'saved' } });
    expect(title(undoEdit(after))).toBe('One');
  });

  it('is a conflict where something is unsaved; nothing of ours is lost', () => {
    const after = outsideEdit(retitle(open(), 'Ours'), read('Theirs', HASH.b));
    expect(title(after)).toBe('Ours');
    expect(after.saving).toEqual({ kind: 'conflict', hash: HASH.b });
  });

  it('stays a conflict while work goes on, and ends when theirs is taken', () => {
    const conflict = retitle(outsideEdit(retitle(open(), 'Ours'), read('Theirs', HASH.b)), 'Ours too');
    expect(conflict.saving.kind).toBe('conflict');
    const taken = takeTheirs(conflict, read('Theirs', HASH.b));
    expect(title(taken)).toBe('Theirs');
    expect(taken.saving.kind).toBe('saved');
    expect(title(undoEdit(taken))).toBe('Ours too');
  });

  it('is none where it is our own save coming back', () => {
    const doc = open();
    expect(outsideEdit(doc, read('One', HASH.a))).toBe(doc);
  });

  it('is a conflict where the file went away or became unreadable', () => {
    expect(outsideEdit(open(), null).saving).toEqual({ kind: 'conflict', hash: null });
    expect(outsideEdit(open(), { ...read('x', HASH.b), briefing: null }).saving).toEqual({ kind: 'conflict', hash: HASH.b });
  });
});

it('tells a refused save from a conflict', () => {
  const edited = retitle(open(), 'Two');
  const problem = { severity: 'error', message: '', hint: '' } as const;
  expect(failSave(edited, [{ ...problem, code: 'file/conflict' }]).saving.kind).toBe('conflict');
  expect(failSave(edited, [{ ...problem, code: 'file/write' }]).saving.kind).toBe('failed');
});
