import type { Context } from '../../../layout/context.ts';
import type { TimelineBlock } from '../types.ts';
import { placeOfToday } from './dates.ts';
import { entriesOfBlock } from './entries.ts';
import { boxHeight, dateRuns, inColor, labelWords, linesOf, setLabel, typeAt, widthsOf, wordsPart } from './label.ts';
import { linePart, markPart } from './shapes.ts';
import type { Drawing, DrawnPart, Look } from './types.ts';

/** More events than these stand in columns of rows. */
const MOST_EVENTS = 6;
const LEAST_EVENTS = 2;
/** A text of more lines in its column is no longer read at a glance. */
const MOST_LINES = 9;
/** A date of more lines is read as a list. */
const MOST_DATE_LINES = 2;
const LEAST_COLUMN = 112;
/** Points between neighbouring texts. */
const GUTTER = 20;
const DOT = 14;
const ROW_GAP = 10;

/** Events side by side in equal steps, in the order in which they were written: the line is dashed, since it is not to scale. */
export function setSteps(context: Context, block: TimelineBlock, width: number, room: number, share: number): Drawing | null {
  const count = block.events.length;
  const column = width / count;
  if (count < LEAST_EVENTS || count > MOST_EVENTS || column < LEAST_COLUMN) return null;
  const type = typeAt(context, share);
  const inner = column - GUTTER;
  const entries = entriesOfBlock(context, block);
  const words = entries.map(({ event }) => labelWords(type, dateRuns(context, event), event.runs));
  if (words.some((own) => widthsOf(type, own).least > inner)) return null;
  const sets = words.map((own) => setLabel(type, own, inner));
  if (sets.some((set) => linesOf(set) > MOST_LINES)) return null;
  const dates = entries.map(({ event }) => setLabel(type, labelWords(type, dateRuns(context, event), null), inner));
  if (dates.some((set) => linesOf(set) > MOST_DATE_LINES)) return null;
  const { theme } = context;
  const today = todayAt(context, block, column);
  const own = inColor(type, theme.timeline.today);
  const todaySet = today && setLabel(own, today.words, Math.min(width, widthsOf(own, today.words).most));
  const line = (todaySet ? boxHeight(todaySet) + ROW_GAP : 0) + DOT;
  const top = line + DOT / 2 + ROW_GAP;
  const height = top + Math.max(...sets.map(boxHeight));
  if (height > room) return null;

  const look: Look = { mark: theme.timeline.dot, paper: theme.background };
  const parts: DrawnPart[] = [
    linePart('line', { x: 0, y: line, width, height: 0 }, theme.timeline.line, Math.max(1.5, theme.timeline.lineWidth), true),
  ];
  if (today) parts.push(linePart('today.mark', { x: today.at, y: line - DOT, width: 0, height: 2 * DOT }, theme.timeline.today, 2));
  entries.forEach(({ number, certainty }, i) => {
    parts.push(markPart(`${number}.mark`, 'ellipse', { x: i * column, y: line - DOT / 2, width: DOT, height: DOT }, certainty, look));
  });
  const texts = sets.map((set, i) =>
    wordsPart(type, `${i + 1}.text`, set, { x: i * column, y: top, width: inner, height: boxHeight(set) }),
  );
  if (today && todaySet) {
    const wide = Math.min(width, widthsOf(own, today.words).most);
    const x = Math.max(0, Math.min(today.at, width - wide));
    const label = wordsPart(own, 'today', todaySet, { x, y: 0, width: wide, height: boxHeight(todaySet) }, { term: true });
    texts.splice(today.after + 1, 0, label);
  }
  return { parts: [...parts, ...texts], height, isCrowded: false };
}

/** Where today stands among the steps. */
function todayAt(
  context: Context,
  block: TimelineBlock,
  column: number,
): { readonly at: number; readonly after: number; readonly words: ReturnType<typeof labelWords> } | null {
  const place = placeOfToday(
    block.today,
    block.events.map(({ date }) => date),
  );
  if (!place || block.today === null) return null;
  const isLast = place.after === block.events.length - 1;
  const at = place.after * column + DOT / 2 + (isLast ? column / 2 : Math.max(DOT, Math.min(column - DOT, place.share * column)));
  const date = context.dayText(block.today);
  const words = labelWords(typeAt(context, 1), context.words(block.todayLabel === '' ? date : `${block.todayLabel}, ${date}`), null);
  return { at, after: place.after, words };
}
