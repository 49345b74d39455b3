import { directionOfProse, type Direction } from '../../base/bidi.ts';
import type { NoteParagraph } from '../../deck/types.ts';
import { withDirectionMarks } from '../text/marks.ts';
import { countWords, secondsToSay } from '../../base/speaking.ts';
import { originsOf, plainText, refsOf, type Run } from '../../base/text.ts';

/** Seconds for slides that are pointed at and not read out, whatever a template prints below them. */
const AT_A_GLANCE: ReadonlyMap<string, number> = new Map([
  ['agenda', 20],
  ['sources', 10],
]);

/** Whether a briefing says itself what is said on the slide: `notes.agenda`, `notes.sources`. */
function isBriefed(notes: readonly NoteParagraph[]): boolean {
  return notes.some(({ runs }) =>
    originsOf(runs).some(({ article, topic, field }) => article === null && topic === null && /^notes\b/.test(field)),
  );
}

/** Seconds to speak a slide: its notes without their lists of sources, else the words on it; a list of contents or sources takes a glance. */
export function speakingSeconds(kind: string, notes: readonly NoteParagraph[], slideText: string): number {
  const spoken = notes.filter((n) => n.kind === 'text');
  const words = countWords(spoken.length > 0 ? spoken.map((n) => plainText(n.runs)).join(' ') : slideText);
  const glance = isBriefed(spoken) ? undefined : AT_A_GLANCE.get(kind);
  return glance ?? secondsToSay(words);
}

/**
 * Notes go with the parts of their slide: paragraphs in order, each part its share by the words that stand on it; a heading stays with what follows;
 * a source goes to every part that shows its number. With one paragraph, the first part has it.
 */
export function divideNotes(
  notes: readonly NoteParagraph[],
  parts: readonly { readonly text: string; readonly refs: readonly number[] }[],
): NoteParagraph[][] {
  const spoken = notes.filter((n) => n.kind !== 'source');
  if (parts.length === 1) return [[...spoken, ...notes.filter((n) => n.kind === 'source')]];
  const divided: NoteParagraph[][] = parts.map(() => []);
  const weights = parts.map((part) => Math.max(1, countWords(part.text)));
  const total = weights.reduce((a, b) => a + b, 0);
  const all = spoken.reduce((sum, n) => sum + weight(n), 0);
  let passed = 0;
  let part = 0;
  let end = (weights[0] ?? 0) / total;
  spoken.forEach((note, i) => {
    const middle = (passed + weight(note) / 2) / Math.max(1, all);
    while (i > 0 && part < parts.length - 1 && middle > end && spoken[i - 1]?.kind !== 'heading') {
      part++;
      end += (weights[part] ?? 0) / total;
    }
    divided[part]?.push(note);
    passed += weight(note);
  });
  const partsWith = new Map<number, number[]>();
  parts.forEach(({ refs }, i) => {
    for (const ref of refs) partsWith.set(ref, [...(partsWith.get(ref) ?? []), i]);
  });
  for (const note of notes.filter((n) => n.kind === 'source')) {
    const homes = new Set(refsOf(note.runs).flatMap((ref) => partsWith.get(ref) ?? []));
    for (const home of homes.size > 0 ? [...homes].sort((a, b) => a - b) : [0]) divided[home]?.push(note);
  }
  return divided;
}

function weight(note: NoteParagraph): number {
  return Math.max(1, countWords(plainText(note.runs)));
}

/** The note that carries a title whole where the slide shows it cut. */
export function wholeTitle(title: readonly Run[]): NoteParagraph {
  return { kind: 'text', runs: title };
}

/**
 * Notes are read and printed by themselves, so the deck's mark stands in them as well: at their end, since whoever presents reads from
 * their beginning.
 */
export function withMark(notes: readonly NoteParagraph[], mark: string | null): readonly NoteParagraph[] {
  return mark === null || notes.length === 0 ? notes : [...notes, { kind: 'mark', runs: [{ text: mark }] }];
}

/** The note as it is read: in the direction of most of its words, with the marks that they need. */
export function directedNote(note: NoteParagraph, deck: Direction): NoteParagraph {
  const direction = directionOfProse(plainText(note.runs), deck);
  return { ...note, runs: withDirectionMarks(note.runs, direction), ...(direction === deck ? {} : { direction }) };
}
