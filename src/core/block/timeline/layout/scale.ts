import type { Context } from '../../../layout/context.ts';
import type { TimelineBlock } from '../types.ts';
import { setAxis, type AxisContent, type Days, type SetAxis } from './axis.ts';
import { clustersOf, datedOf, entriesOfBlock, todayAmong, type Dated } from './entries.ts';
import { labelWords, typeAt, type LabelType } from './label.ts';
import { fieldPart } from './shapes.ts';
import { setUndated } from './undated.ts';
import type { Drawing, DrawnPart, Look } from './types.ts';

/** More events than these are not taken in at a glance. */
const MOST_EVENTS = 12;
/** Points between the parts of a drawing, and inside the panel of an enlarged part. */
const GAP = 14;
const PAD = 12;
/** Today stands on the axis where it is no further behind the last event than this share of all time. */
const NEAR = 0.15;
/** An enlarged part shows this share of its days more at either end. */
const MORE = 0.08;

const daysOf = (dated: readonly Dated[]): Days => ({
  from: Math.min(...dated.map(({ span }) => span.first)),
  to: Math.max(...dated.map(({ span }) => span.last)) + 1,
});

/** The axis' days with today, where that is inside or soon after. */
function withToday(days: Days, today: number | null): { readonly days: Days; readonly today: number | null } {
  if (today === null) return { days, today };
  const near = (days.to - days.from) * NEAR;
  if (today < days.from || today >= days.to + near) return { days, today: null };
  return { days: { from: days.from, to: Math.max(days.to, today + 1) }, today };
}

export function shiftParts(parts: readonly DrawnPart[], dx: number, dy: number): DrawnPart[] {
  return parts.map((part) => ({ ...part, frame: { ...part.frame, x: part.frame.x + dx, y: part.frame.y + dy } }));
}

/** Shapes before words: what is read stands over what is drawn, in the order of time, and what has no date last. */
function inOrder(parts: readonly DrawnPart[], { dated, block }: Plan): DrawnPart[] {
  const today = todayAmong(block, dated);
  const ranks = new Map(dated.map(({ number }, i) => [`${number}.text`, i]));
  ranks.set('today', dated.filter(({ span }) => today !== null && span.first <= today).length - 0.5);
  const rank = ({ name }: DrawnPart): number => ranks.get(name) ?? dated.length;
  const words = parts.filter(({ kind }) => kind === 'words').sort((a, b) => rank(a) - rank(b));
  return [...parts.filter(({ kind }) => kind === 'shape'), ...words];
}

interface Plan {
  readonly type: LabelType;
  readonly dated: readonly Dated[];
  readonly block: TimelineBlock;
  readonly width: number;
  readonly look: Look;
}

function todayWords({ type, block }: Plan): ReturnType<typeof labelWords> {
  const { context } = type;
  const date = context.dayText(block.today ?? '');
  return labelWords(type, context.words(block.todayLabel === '' ? date : `${block.todayLabel}, ${date}`), null);
}

/** `beside`: what stands below its start. */
function wholeAxis(plan: Plan, room: number, beside: AxisContent['beside']): SetAxis | null {
  const { days, today } = withToday(daysOf(plan.dated), todayAmong(plan.block, plan.dated));
  const content = { entries: plan.dated, elsewhere: null, days, today: today === null ? null : { day: today, words: todayWords(plan) } };
  return setAxis(plan.type, { ...content, sides: ['above', 'below'], beside }, plan.width, room, plan.look);
}

/** All time above, and below it the part in which most events lie, enlarged. */
function enlarged(plan: Plan, cluster: readonly Dated[], room: number): Pick<Drawing, 'parts' | 'height' | 'isCrowded'> | null {
  const { type, dated, block, width, look } = plan;
  const { from, to } = daysOf(cluster);
  const more = Math.max(1, Math.round((to - from) * MORE));
  const near = { from: from - more, to: to + more };
  const { days, today } = withToday(daysOf(dated), todayAmong(block, dated));
  const isNear = today !== null && today >= near.from && today < near.to;
  const now = (day: number | null) => (day === null ? null : { day, words: todayWords(plan) });
  const rest = dated.filter((one) => !cluster.includes(one));
  const over = setAxis(
    type,
    { entries: rest, elsewhere: near, days, today: now(isNear ? null : today), sides: ['above'], beside: null },
    width,
    room,
    look,
  );
  if (!over?.elsewhere) return null;
  const top = over.above + over.below + GAP;
  const inner = setAxis(
    type,
    { entries: cluster, elsewhere: null, days: near, today: now(isNear ? today : null), sides: ['above', 'below'], beside: null },
    width - 2 * PAD,
    room - top - 2 * PAD,
    look,
  );
  if (!inner) return null;
  const panel = inner.above + inner.below + 2 * PAD;
  const { x, width: wide } = over.elsewhere;
  const parts = [
    fieldPart('enlarged.box', { x: 0, y: top, width, height: panel }, 'background2'),
    fieldPart('enlarged.link', { x, y: over.above, width: wide, height: top - over.above }, 'background2'),
    ...shiftParts(over.parts, 0, over.above),
    ...shiftParts(
      inner.parts.map((part) =>
        part.kind === 'shape' && /^(line|future|tick|today)/.test(part.name) ? { ...part, name: `enlarged.${part.name}` } : part,
      ),
      PAD,
      top + PAD + inner.above,
    ),
  ];
  return { parts, height: top + panel, isCrowded: inner.isCrowded };
}

/** The panel of undated events stands below the axis' start where it takes this share of the width. */
const BESIDE = 0.62;

/** Events to scale in at most `room` points of height; null where they are too few, too many or too long for it. */
export function setScale(context: Context, block: TimelineBlock, width: number, room: number, share: number): Drawing | null {
  const entries = entriesOfBlock(context, block);
  const dated = datedOf(entries);
  const undated = entries.filter(({ span }) => span === null);
  const days = daysOf(dated);
  if (entries.length > MOST_EVENTS || dated.length < 2 || days.to - days.from < 2) return null;
  const type = typeAt(context, share);
  const plan: Plan = { type, dated, block, width, look: { mark: context.theme.timeline.dot, paper: context.theme.background } };
  if (undated.length === 0) return drawMain(plan, room);
  for (const wide of [width, width * BESIDE]) {
    const set = setUndated(type, undated, wide);
    if (!set) continue;
    const main =
      wide === width ? drawMain(plan, room - set.height - GAP) : drawAbove(plan, room, { width: wide + GAP, height: set.height + GAP });
    if (!main) continue;
    const top = wide === width ? main.height + GAP : main.height - set.height;
    return { ...main, parts: inOrder([...main.parts, ...shiftParts(set.parts, 0, top)], plan), height: top + set.height };
  }
  return null;
}

/** The axis with labels above it, and below it where nothing else stands. */
function drawAbove(plan: Plan, room: number, beside: NonNullable<AxisContent['beside']>): Drawing | null {
  const whole = wholeAxis(plan, room, beside);
  return whole && { parts: shiftParts(whole.parts, 0, whole.above), height: whole.above + whole.below, isCrowded: whole.isCrowded };
}

/** Whether today lies among these events: what is left until the next of them is what a reader asks. */
function isNow(cluster: readonly Dated[], today: number | null): boolean {
  const { from, to } = daysOf(cluster);
  return today !== null && today >= from && today < to;
}

/** One axis, or where its marks would stand in each other's way, or today among events of a small part of it, that part enlarged. */
function drawMain(plan: Plan, room: number): Drawing | null {
  const whole = drawAbove(plan, room, { width: 0, height: 0 });
  const today = todayAmong(plan.block, plan.dated);
  const clusters = clustersOf(plan.dated);
  const isClear = whole?.isCrowded === false;
  const tried = isClear ? clusters.filter((cluster) => isNow(cluster, today)) : clusters;
  const zooms = tried.map((cluster) => enlarged(plan, cluster, room));
  const clear = zooms.find((one) => one?.isCrowded === false) ?? null;
  if (whole && isClear && !clear) return { ...whole, parts: inOrder(whole.parts, plan) };
  const zoom = clear ?? zooms.find((one) => one !== null) ?? null;
  const main = zoom ?? whole;
  return main && { ...main, parts: inOrder(main.parts, plan) };
}
