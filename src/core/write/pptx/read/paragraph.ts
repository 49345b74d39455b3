import { labelsOf } from '../../../base/ooxml/labels.ts';

/** A paragraph while it is read. */
export interface Paragraph {
  readonly from: number;
  text: string;
  level: number;
  readonly refs: number[];
  /** Its own look, and those of its runs one after another, neighbours of one look as one. */
  readonly looks: string[];
  run: { baseline: string | null; text: string; look: string } | null;
  /** Raised runs in a row: words or source labels. */
  raised: { text: string; look: string }[];
}

export const paragraphAt = (from: number): Paragraph => ({ from, text: '', level: 0, refs: [], looks: [], run: null, raised: [] });

/** Words of a run, and its look unless it is that of the run before. */
export function addWords(paragraph: Paragraph, text: string, look: string): void {
  paragraph.text += text;
  const seen = look === '' ? '<a:rPr>' : look;
  if (text.trim() !== '' && paragraph.looks.at(-1) !== seen) paragraph.looks.push(seen);
}

/** Takes the source labels off what was raised; the rest are words. */
export function addRaised(paragraph: Paragraph): void {
  const { text, refs } = labelsOf(paragraph.raised.map((run) => run.text).join(''));
  paragraph.refs.push(...refs);
  let left = text.length;
  for (const run of paragraph.raised) {
    if (left > 0) addWords(paragraph, run.text.slice(0, left), run.look);
    left -= run.text.length;
  }
  paragraph.raised = [];
}
