import type { NoteParagraph } from '../../deck/types.ts';
import { refsOf } from '../../base/text.ts';
import type { Context } from './context.ts';
import { EMPTY, escape, h, type Html } from './html.ts';
import { inline } from './run.ts';

function paragraph(note: NoteParagraph, context: Context): Html {
  switch (note.kind) {
    case 'heading':
      return h('h4', { dir: note.direction ?? null }, inline(note.runs, context));
    case 'mark':
      // the style sheet puts it below all of them
      return EMPTY;
    case 'source':
    case 'text':
      return h('p', { dir: note.direction ?? null }, inline(note.runs, context));
  }
}

/** A source written into the notes whose entry is in this file too: it is shown from there, wherever notes are. */
function isListed(note: NoteParagraph, context: Context): boolean {
  const refs = refsOf(note.runs);
  return note.kind === 'source' && refs.length > 0 && refs.every((ref) => context.sources.has(ref));
}

/** The notes without the sources that the file lists, and without a heading that stood over these alone. */
function own(list: readonly NoteParagraph[], context: Context): NoteParagraph[] {
  const kept = list.filter((note) => !isListed(note, context));
  return kept.filter((note, i) => {
    if (note.kind !== 'heading') return true;
    const follower = list[list.indexOf(note) + 1];
    return follower === undefined || !isListed(follower, context) || kept[i + 1]?.kind === 'source';
  });
}

/** Numbers of the sources that the notes name. */
export function noteRefs(list: readonly NoteParagraph[], context: Context): number[] {
  return refsOf(list.flatMap((note) => note.runs)).filter((ref) => context.sources.has(ref));
}

/** A slide's notes below it. Nothing where there are none. */
export function notes(list: readonly NoteParagraph[], context: Context): Html {
  const shown = own(list, context);
  if (shown.every(({ kind }) => kind === 'mark')) return EMPTY;
  const word = context.scene.meta.words['notes'] ?? 'Notes';
  return h('div', { class: 'notes' }, h('h3', {}, escape(word)), ...shown.map((note) => paragraph(note, context)));
}
