import type { Run } from '../../base/text.ts';
import type { ChangesView, DeckChange, LineView } from '../types.ts';
import type { Words } from '../words.ts';

/** So many stand on the slide; the notes have all. */
const MOST = 8;
/** A line on the slide says so much of the words around a value. */
const LONGEST = 140;

interface Language {
  readonly words: Words;
  readonly forPresenter: boolean;
}

function lineOf(runs: readonly Run[]): LineView {
  return { text: runs.map((run) => ('text' in run ? run.text : '')).join(''), runs, refs: [], own: false };
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const space = text.lastIndexOf(' ', LONGEST);
  return `${text.slice(0, space > LONGEST / 2 ? space : LONGEST)}…`;
}

/** The old one struck out and the new one: needs no sign that a font may lack, and reads the same from right to left. */
function instead(from: string, to: string): Run[] {
  return [{ text: from, strike: true }, { text: ' ' }, { text: to, bold: true }];
}

/** The value, old and new, then the words around it; else the new words, or what became of the slide. */
function shown({ kind, slide, where, values, from, to }: DeckChange, { words }: Language): LineView {
  if (kind !== 'words') return lineOf([{ text: words[kind], bold: true }, { text: `: ${slide}` }]);
  const both = values.flatMap((one) => (one.from !== null && one.to !== null ? [instead(one.from, one.to)] : []));
  const around =
    where ?? (to === null || both.some((runs) => runs.some((run) => 'text' in run && run.text === to)) ? slide : shortened(to));
  if (both.length > 0) return lineOf([...both.flatMap((runs, i) => (i === 0 ? runs : [{ text: '; ' }, ...runs])), { text: `: ${around}` }]);
  if (from === null) return lineOf([{ text: words.added, bold: true }, { text: `: ${shortened(to ?? '')}` }]);
  if (to === null) return lineOf([{ text: words.removed, bold: true }, { text: `: ${shortened(from)}` }]);
  return lineOf([{ text: shortened(to) }]);
}

/** Where, then the old words and the new, whole. */
function said({ kind, slide, where, from, to }: DeckChange, { words }: Language): LineView {
  if (kind !== 'words') return lineOf([{ text: `${words[kind]}: ${slide}` }]);
  const place = where === null || where === slide ? slide : `${slide}, ${where}`;
  if (from !== null && to !== null) return lineOf([{ text: `${place}: ` }, ...instead(from, to)]);
  return lineOf([{ text: `${place}. ${from === null ? words.added : words.removed}: ${to ?? from ?? ''}` }]);
}

/** What changed since an earlier deck, for a slide and its notes; null where nothing did. The most important come first. */
export function viewChanges(changes: readonly DeckChange[], how: Language): ChangesView | null {
  if (changes.length === 0) return null;
  return {
    lines: changes.slice(0, MOST).map((change) => shown(change, how)),
    notes: how.forPresenter ? changes.map((change) => said(change, how)) : [],
  };
}
