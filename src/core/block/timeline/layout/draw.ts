import type { Frame } from '../../../template/theme/types.ts';
import { plainText, saidInTurn, withoutStop } from '../../../base/text.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import { remembered } from '../../../layout/text/atoms.ts';
import { lowestShare } from '../../../layout/text/scale.ts';
import { placeLines } from '../../../layout/text/setting.ts';
import type { ShapeBox, TextBox } from '../../../layout/types.ts';
import type { TimelineBlock } from '../types.ts';
import { setColumns } from './columns.ts';
import { datedOf, entriesOfBlock } from './entries.ts';
import { setScale } from './scale.ts';
import { setSteps } from './steps.ts';
import type { DrawnBlock, Drawing, DrawnForm, DrawnPart } from './types.ts';

const FORMS = { scale: setScale, steps: setSteps, columns: setColumns } as const satisfies Record<DrawnForm, typeof setScale>;

/** Shares of the full size in points, above it, that a drawing alone in its region may be set at. */
const LARGER = [1.3, 1.2, 1.1];
/** A drawing to scale is worth type smaller than another's by this share. */
const WORTH = 0.8;

/** A timeline drawn in a form at a share of its full size, in at most `room` points; null where it does not hold. */
export function drawn(context: Context, block: DrawnBlock, form: DrawnForm, width: number, room: number, share: number): Drawing | null {
  const key = `${form}|${width}|${room}|${share}`;
  return remembered(context.timelines.drawings, block, key, () => FORMS[form](context, block, width, room, share));
}

/** Shares from the full size down, a point of the words' size each. */
function sharesOf(context: Context): number[] {
  const styles = ['timelineText', 'timelineDate'].map((name) => styleNamed(context.theme, name));
  const lowest = lowestShare(styles);
  const size = styles[0]?.levels[0]?.size ?? 1;
  const shares: number[] = [];
  for (let own = size; own / size > lowest; own--) shares.push(own / size);
  return [...shares, lowest];
}

/** The largest share that a form holds at; null where it holds at none. What holds at one size may not at a smaller: each is tried. */
export function largest(context: Context, block: DrawnBlock, form: DrawnForm, width: number, room: number): number | null {
  return [...LARGER, ...sharesOf(context)].find((share) => drawn(context, block, form, width, room, share) !== null) ?? null;
}

/** The form in which a timeline alone in a region stands best: to scale if that need not be much smaller than another; null: as a list. */
export function bestForm(context: Context, block: TimelineBlock, width: number, room: number): DrawnForm | null {
  const scale = largest(context, block, 'scale', width, room);
  if (scale !== null && scale >= 1) return 'scale';
  const forms = block.events.length < LEAST_IN_TWO ? (['steps'] as const) : (['steps', 'columns'] as const);
  const others = forms.map((form) => ({ form, share: largest(context, block, form, width, room) ?? 0 }));
  const best = others.reduce((a, b) => (b.share > a.share ? b : a));
  if (scale !== null && scale >= best.share * WORTH) return 'scale';
  return best.share > 0 ? best.form : null;
}

/** Fewer events need no second column. */
const LEAST_IN_TWO = 4;
/** Longer ones are lists, whose parts are not copied. */
const MOST_IN_COLUMNS = 80;
/** Of a long timeline's events so many stand on one slide at least. */
const LEAST_IN_COLUMNS = 6;

/** Whether a timeline that no slide holds whole can stand in columns slide by slide: any few of its events that follow each other hold. */
export function standsInColumns(context: Context, block: TimelineBlock, width: number, room: number): boolean {
  const { events } = block;
  if (events.length <= LEAST_IN_COLUMNS || events.length > MOST_IN_COLUMNS) return false;
  const lowest = sharesOf(context).at(-1) ?? 1;
  return events.slice(LEAST_IN_COLUMNS - 1).every((_, i) => {
    const part: DrawnBlock = { ...block, isPart: true, events: events.slice(i, i + LEAST_IN_COLUMNS) };
    return setColumns(context, part, width, room, lowest) !== null;
  });
}

/** Parts in their places on the page. */
export function placeParts(context: Context, { parts }: Drawing, frame: Frame, top: number, id: string): (TextBox | ShapeBox)[] {
  const isRtl = context.direction === 'rtl';
  return parts.map((part) => {
    const { x, y, width, height } = part.frame;
    const at = { x: isRtl ? frame.x + frame.width - x - width : frame.x + x, y: top + y, width, height };
    return part.kind === 'shape' ? shapeAt(part, at, id) : wordsAt(context, part, at, id);
  });
}

function shapeAt(part: Extract<DrawnPart, { kind: 'shape' }>, frame: Frame, id: string): ShapeBox {
  const { name, ...shape } = part;
  return { ...shape, id: `${id}/${name}`, region: null, frame };
}

function wordsAt(context: Context, part: Extract<DrawnPart, { kind: 'words' }>, frame: Frame, id: string): TextBox {
  const own = ['timelineDate', 'timelineText'].map((name) => styleNamed(context.theme, name).levels[0].size);
  return {
    kind: 'text',
    id: `${id}/${part.name}`,
    role: part.term === true ? 'label' : 'body',
    frame,
    region: null,
    placeholder: false,
    style: part.style,
    ...(part.term !== null && { term: part.term }),
    levels: part.levels,
    fitted: part.style === 'timelineText' && part.levels.some(({ size }, i) => size !== own[i]),
    anchor: 'top',
    fill: null,
    padding: { x: 0, y: 0 },
    paragraphs: part.set.paragraphs.map(({ paragraph }) => paragraph),
    lines: placeLines(part.set, frame, 'top'),
    contentHeight: part.set.height,
  };
}

/** A drawing to scale in words: the time that it spans, its events in that order, and those without a date. */
export function scaleAlt(context: Context, block: TimelineBlock): string {
  const entries = entriesOfBlock(context, block);
  const dated = datedOf(entries);
  const said = ({ event }: (typeof entries)[number]): string =>
    (event.dateText === '' ? '' : `${event.dateText}: `) + plainText(event.runs);
  const last = dated.reduce((a, b) => (b.span.last > a.span.last ? b : a), dated[0] ?? { event: { dateText: '' }, span: { last: 0 } });
  const undated = entries.filter(({ span }) => span === null);
  const without = undated.length > 0 ? [`${context.ownWords['undated'] ?? 'Without an exact date'}: ${saidInTurn(undated.map(said))}`] : [];
  return [`${dated[0]?.event.dateText ?? ''} – ${last.event.dateText}`, withoutStop(saidInTurn(dated.map(said))), ...without].join('. ');
}
