import { paragraph } from '../../../layout/paragraph.ts';
import { styleNamed } from '../../../layout/context.ts';
import { boxHeight, dateRuns, labelWords, setLabel, widthsOf, wordsPart, type LabelType } from './label.ts';
import { fieldPart, linePart } from './shapes.ts';
import type { DrawnPart, Entry } from './types.ts';

/** Points inside the panel, and between its entries. */
const PAD_X = 16;
const PAD_Y = 10;
const GAP = 24;
const MOST_ACROSS = 3;

/** Events whose dates cannot be read, in a panel that says so. */
export function setUndated(
  type: LabelType,
  entries: readonly Entry[],
  width: number,
): { readonly parts: readonly DrawnPart[]; readonly height: number } | null {
  const { context } = type;
  const inner = width - 2 * PAD_X;
  const head: LabelType = { context, levels: styleNamed(context.theme, 'caption').levels };
  const heading = setLabel(head, [paragraph(context, context.words(context.ownWords['undated'] ?? 'Without an exact date'))], inner);
  const words = entries.map(({ event }) => labelWords(type, dateRuns(context, event), event.runs));
  const least = Math.max(...words.map((own) => widthsOf(type, own).least));
  const across = Math.min(MOST_ACROSS, entries.length, Math.floor((inner + GAP) / (Math.max(least, inner / 5) + GAP)));
  if (across < 1) return null;
  const column = (inner - GAP * (across - 1)) / across;
  const parts: DrawnPart[] = [];
  let y = PAD_Y + boxHeight(heading) + 2;
  for (let row = 0; row * across < entries.length; row++) {
    const sets = words.slice(row * across, (row + 1) * across).map((own) => setLabel(type, own, column));
    const height = Math.max(...sets.map(boxHeight));
    sets.forEach((set, i) => {
      const x = PAD_X + i * (column + GAP);
      const number = entries[row * across + i]?.number ?? 0;
      if (i > 0) parts.push(linePart(`${number}.rule`, { x: x - GAP / 2, y, width: 0, height }, context.theme.timeline.line, 0.75));
      parts.push(wordsPart(type, `${number}.text`, set, { x, y, width: column, height }));
    });
    y += height + PAD_Y;
  }
  const title = wordsPart(
    head,
    'undated',
    heading,
    { x: PAD_X, y: PAD_Y, width: inner, height: boxHeight(heading) },
    { term: true, style: 'caption' },
  );
  return { parts: [fieldPart('undated.box', { x: 0, y: 0, width, height: y }, 'background2'), title, ...parts], height: y };
}
