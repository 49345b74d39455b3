import { dirname } from 'node:path';
import { LecternError, problem, type Problem } from '../../core/base/errors.ts';
import type { HandChange } from '../../core/write/pptx/merge/hand-types.ts';
import { lookAt } from '../existing.ts';
import { pathOf } from '../export.ts';
import { readBytes } from '../files.ts';

const WHAT: Readonly<Record<HandChange['kind'], string>> = {
  reworded: 'words that were changed by hand are not in what is handed over',
  added: 'a line that was added by hand is not in what is handed over',
  removed: 'a line that was taken out by hand is in what is handed over',
  'slide-removed': 'a slide that was deleted by hand is in what is handed over',
  'slide-added': 'a slide that was added by hand is not in what is handed over',
  'slide-moved': 'a slide that was moved by hand stands where the briefing has it',
  'row-added': 'a row that was added by hand is not in what is handed over',
  'row-removed': 'a row that was taken out by hand is in what is handed over',
  charted: 'a name or value of a chart that was changed by hand is not in what is handed over',
  alt: 'an alternative text that was changed by hand is not in what is handed over',
  'kept-in-deck': 'looks, places, pictures, a chart or comments that were changed by hand are not in what is handed over',
  contested: 'this was changed by hand, and in the briefing or its articles, too',
};

/** The line of it, where it is one. */
function wordsOf(change: HandChange): string | null {
  switch (change.kind) {
    case 'reworded':
    case 'added':
      return change.runs.map(({ text }) => text).join('');
    case 'removed':
    case 'row-removed':
    case 'contested':
      return change.was;
    case 'row-added':
      return change.cells.map((cell) => cell.map(({ text }) => text).join('')).join(' | ');
    case 'charted':
    case 'alt':
      return change.now;
    case 'slide-removed':
    case 'slide-added':
    case 'slide-moved':
      return null;
    case 'kept-in-deck':
      return change.said ?? null;
  }
}

/**
 * What colleagues did in the deck of this briefing, where one stands that was edited, and that a hand-over of the briefing does not have: a
 * warning each, and an error where the briefing has changed the same, which is to be settled first. `now`: the presenter's .pptx to hand over.
 */
export async function editsLeft(folders: readonly string[], name: string, now: Uint8Array): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const file of new Set(folders.map((folder) => pathOf(folder, name, 'pptx')))) {
    const { edits } = await lookAt(file, 'pptx');
    if (edits.length === 0 || edits.some(({ code }) => code === 'export/not-ours')) continue;
    const { handChangesIn } = await import('../../core/write/pptx/index.ts');
    const changes = await handChangesIn(await readBytes(file), now).catch((error: unknown) => {
      // A deck that cannot be merged is named whole.
      if (error instanceof LecternError) return null;
      throw error;
    });
    if (changes === null)
      found.push(...edits.map((edit) => ({ ...edit, code: 'handover/edits-left' as const, severity: 'warning' as const })));
    else found.push(...changes.map((change) => left(change, file)));
  }
  return found;
}

function left(change: HandChange, file: string): Problem {
  const words = wordsOf(change);
  const slide = 'slide' in change ? { number: change.slide.number, title: change.slide.title } : null;
  return problem(change.kind === 'contested' ? 'handover/conflict' : 'handover/edits-left', {
    message: `${WHAT[change.kind]}${change.kind === 'slide-removed' ? ` (${change.title})` : ''}`,
    place: { file, ...(slide && { slide }) },
    ...(words !== null && { received: words }),
    hint:
      change.kind === 'contested'
        ? 'Settle it with lectern merge or in the app, take it over into the briefing, or move the edited deck away.'
        : 'Take it over with lectern adopt, or hand the merged .pptx over beside.',
  });
}

/** The folders in which a briefing's deck may stand. */
export function placesOf(folder: string, briefing: string): string[] {
  return [folder, dirname(briefing)];
}
