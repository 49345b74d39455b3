import { dayNumber } from '../../../language/index.ts';
import { lanesOf } from './lanes.ts';
import { placeFlags, POLE_GAP, type Choice, type Flag, type Side } from './flags.ts';
import { boxHeight, dateRuns, inColor, labelWords, linesOf, setLabel, widthsOf, wordsPart, type LabelType } from './label.ts';
import { fieldPart, linePart, markPart } from './shapes.ts';
import type { Dated } from './entries.ts';
import type { DrawnPart, Look } from './types.ts';
import type { SceneParagraph } from '../../../layout/types.ts';
import type { SetText } from '../../../layout/text/types.ts';

/** Points. */
export const DOT = 14;
const BAR = 10;
/** Narrower a bar would not be seen. */
const LEAST_BAR = 5;
/** From one lane of bars that overlap to the next. */
const LANE = BAR + 3;
/** Between marks and the nearest labels. */
const BAND_GAP = 6;
const POLE = 1;
const TICK = 10;
const TODAY = 2;
/** Marks nearer than this stand in each other's way. */
const CROWDED = DOT * 0.8;
/** The words of one label have so many lines at most, and this share of the width. */
const MOST_LINES = 6;
const WIDEST = 0.5;

/** A stretch of days, the last not included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** What is drawn along an axis to scale. */
export interface AxisContent {
  readonly entries: readonly Dated[];
  /** Stretches whose events are drawn elsewhere: a bar without a label. */
  readonly elsewhere: Days | null;
  readonly days: Days;
  /** A day inside, with the words that stand at it. */
  readonly today: { readonly day: number; readonly words: SceneParagraph[] } | null;
  readonly sides: readonly Side[];
  /** What stands below the axis' start, and its height; null: nothing. */
  readonly beside: { readonly width: number; readonly height: number } | null;
}

/** An axis with its marks and labels. Heights in points from its line. */
export interface SetAxis {
  /** From the axis' start and line, y upwards negative. */
  readonly parts: readonly DrawnPart[];
  readonly above: number;
  readonly below: number;
  readonly isCrowded: boolean;
  /** Where the stretch that is drawn elsewhere stands. */
  readonly elsewhere: { readonly x: number; readonly width: number } | null;
}

interface Label {
  readonly name: string;
  readonly type: LabelType;
  readonly paragraphs: SceneParagraph[];
  readonly flag: Flag;
  readonly lane: number;
  readonly sets: ReadonlyMap<Choice, SetText>;
  readonly isToday: boolean;
}

/** Ways to set a label, from its widest word to its longest line; of those with equally many lines the narrowest. */
function choicesOf(type: LabelType, paragraphs: readonly SceneParagraph[], width: number): Map<Choice, SetText> | null {
  const { least, most, date } = widthsOf(type, paragraphs);
  const widest = width * WIDEST;
  const narrowest = Math.max(least, Math.min(date, widest));
  if (narrowest > width - POLE_GAP) return null;
  const found = new Map<Choice, SetText>();
  const seen = new Set<number>();
  for (let parts = MOST_LINES; parts >= 1; parts--) {
    const wanted = Math.max(narrowest, Math.min(Math.max(narrowest, widest), (most / parts) * (parts > 1 ? 1.12 : 1)));
    const set = setLabel(type, paragraphs, wanted);
    const lines = linesOf(set);
    if (lines > MOST_LINES || seen.has(lines)) continue;
    seen.add(lines);
    found.set({ width: wanted, height: boxHeight(set), lines }, set);
  }
  return found.size > 0 ? found : null;
}

/** Round days of an axis: the first of years or months in the smallest step that leaves them apart. */
function ticksOf({ from, to }: Days, width: number): number[] {
  const start = new Date(from * 86_400_000);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  for (const step of [1, 3, 12, 24, 60, 120, 240, 600, 1200]) {
    const days: number[] = [];
    const first = Math.floor((year * 12 + month) / step) * step;
    for (let at = first; days.length <= 40; at += step) {
      const day = dayNumber(Math.floor(at / 12), (at % 12) + 1, 1);
      if (day > to) break;
      if (day >= from) days.push(day);
    }
    if (days.length <= 25 && width / Math.max(1, days.length) >= 24) return days;
  }
  return [];
}

/** Sets marks and labels along an axis, in at most `room` points of height; null where its labels have no place. */
export function setAxis(type: LabelType, content: AxisContent, width: number, room: number, look: Look): SetAxis | null {
  const { entries, days, today, sides, elsewhere, beside } = content;
  const { line, lineWidth, today: todayColor } = type.context.theme.timeline;
  const inner = width - DOT;
  const x = (day: number): number => DOT / 2 + ((day - days.from) / (days.to - days.from)) * inner;
  const bars = entries.map(({ span }) => {
    const isDot = span.first === span.last;
    const from = x(span.first + (isDot ? 0.5 : 0));
    const length = isDot ? 0 : Math.max(LEAST_BAR, x(span.last + 1) - from - 1);
    // A bar at the end stays on the axis.
    return { isDot, from: Math.min(from, width - length), length };
  });
  const lanes = lanesOf(bars.map(({ isDot, from, length }) => (isDot ? null : { from, to: from + length })));
  if (lanes === null) return null;
  const labels: Label[] = [];
  for (const [i, { event, number }] of entries.entries()) {
    const bar = bars[i];
    const paragraphs = labelWords(type, dateRuns(type.context, event), event.runs);
    const sets = choicesOf(type, paragraphs, width);
    if (!sets || !bar) return null;
    const [start, end] = bar.isDot ? [bar.from, bar.from] : [bar.from + POLE / 2, bar.from + bar.length - POLE / 2];
    labels.push({
      name: String(number),
      type,
      paragraphs,
      flag: { start, end, choices: [...sets.keys()] },
      lane: lanes[i] ?? 0,
      sets,
      isToday: false,
    });
  }
  if (today) {
    const own = inColor(type, todayColor);
    const sets = choicesOf(own, today.words, width);
    if (!sets) return null;
    const at = x(today.day + 0.5);
    const label = {
      name: 'today',
      type: own,
      paragraphs: today.words,
      flag: { start: at, end: at, choices: [...sets.keys()] },
      lane: 0,
      sets,
      isToday: true,
    };
    const before = labels.filter(({ flag }) => flag.start <= at).length;
    labels.splice(before, 0, label);
  }
  const top = DOT / 2 + Math.max(0, ...lanes) * LANE + BAND_GAP;
  const bottom = DOT / 2 + BAND_GAP;
  const flags = labels.map(({ flag }) => flag);
  const placed = placeFlags(flags, width, { height: room - top - bottom, sides, taken: beside ?? { width: 0, height: 0 } });
  if (!placed) return null;

  const shapes: DrawnPart[] = [];
  const marks: DrawnPart[] = [];
  const words: DrawnPart[] = [];
  const future = today ? x(today.day + 0.5) : width;
  shapes.push(linePart('line', { x: 0, y: 0, width: future, height: 0 }, line, Math.max(1.5, lineWidth)));
  if (future < width)
    shapes.push(linePart('future', { x: future, y: 0, width: width - future, height: 0 }, line, Math.max(1.5, lineWidth), true));
  ticksOf(days, inner).forEach((day, i) => {
    shapes.push(linePart(`tick.${i + 1}`, { x: x(day), y: -TICK / 2, width: 0, height: TICK }, line, Math.max(1, lineWidth)));
  });
  placed.flags.forEach((flag, i) => {
    const label = labels[i];
    const set = label?.sets.get(flag.choice);
    if (!label || !set) return;
    const { width: wide, height } = flag.choice;
    const near = flag.side === 'above' ? top + flag.offset : bottom + flag.offset;
    const y = flag.side === 'above' ? -near - height : near;
    const from = flag.side === 'above' ? -(near + height) : 0;
    const to = flag.side === 'above' ? -label.lane * LANE : near + set.height;
    const color = label.isToday ? todayColor : look.mark;
    shapes.push(
      linePart(`${label.name}.pole`, { x: flag.pole, y: from, width: 0, height: to - from }, color, label.isToday ? TODAY : POLE),
    );
    const at = flag.flipped ? flag.pole - POLE_GAP - wide : flag.pole + POLE_GAP;
    const term = label.isToday ? (true as const) : ('first' as const);
    words.push(
      wordsPart(
        label.type,
        label.isToday ? 'today' : `${label.name}.text`,
        set,
        { x: at, y, width: wide, height },
        { align: flag.flipped ? 'end' : null, term },
      ),
    );
  });
  if (today) shapes.push(linePart('today.mark', { x: future, y: -DOT / 2 - 3, width: 0, height: DOT + 6 }, todayColor, TODAY));
  // Dots stand over bars, short bars over long ones.
  const order = entries.map((_, i) => i).sort((a, b) => (bars[b]?.length ?? 0) - (bars[a]?.length ?? 0));
  for (const i of order) {
    const [entry, bar] = [entries[i], bars[i]];
    if (!entry || !bar) continue;
    const { number, certainty, span } = entry;
    const y = -(lanes[i] ?? 0) * LANE;
    if (bar.isDot) {
      marks.push(
        markPart(`${number}.mark`, 'ellipse', { x: bar.from - DOT / 2, y: y - DOT / 2, width: DOT, height: DOT }, certainty, look),
      );
      continue;
    }
    const frame = { x: bar.from, y: y - BAR / 2, width: bar.length, height: BAR };
    const isUnderWay =
      today !== null && span.first <= today.day && today.day < span.last && future - bar.from > 1 && bar.from + bar.length - future > 1;
    if (!isUnderWay || !span.isRange) {
      marks.push(markPart(`${number}.mark`, 'rectangle', frame, certainty, look));
      continue;
    }
    // What of it lies beyond today is planned.
    marks.push(markPart(`${number}.mark.2`, 'rectangle', { ...frame, x: future, width: bar.from + bar.length - future }, 'planned', look));
    marks.push(markPart(`${number}.mark`, 'rectangle', { ...frame, width: future - bar.from }, certainty, look));
  }
  const there = elsewhere ? { x: x(elsewhere.from), width: Math.max(LEAST_BAR, x(elsewhere.to) - x(elsewhere.from)) } : null;
  if (there) marks.push(fieldPart('enlarged', { ...there, y: -DOT / 2, height: DOT }, look.mark));
  const middles = bars.map(({ from, length }) => from + length / 2).sort((a, b) => a - b);
  const isCrowded = middles.some((middle, i) => i > 0 && middle - (middles[i - 1] ?? 0) > 0.01 && middle - (middles[i - 1] ?? 0) < CROWDED);
  return { parts: [...shapes, ...marks, ...words], above: placed.above + top, below: placed.below + bottom, isCrowded, elsewhere: there };
}
