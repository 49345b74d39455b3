import { divideSlice, lengthOf, membersOf, sliceOf } from '../../../base/slice.ts';
import { plainText, textRuns, type Run } from '../../../base/text.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import type { Need } from '../../../layout/item/measure.ts';
import type { BlockLayout, ItemLayout, ItemPlace, TextItem } from '../../../layout/item/types.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import type { Undivided } from '../../../layout/text/widths.ts';
import type { GroupBox } from '../../../layout/types.ts';
import type { Frame, ItemsArrangement, ItemsLook, Region } from '../../../template/theme/types.ts';
import type { Entry, ItemsSlideBlock } from '../types.ts';
import { cardsDivide, cardsNeed, placeCards } from './cards.ts';
import { chevronsDivide, chevronsNeed, chevronsStand, placeChevrons } from './chevrons.ts';
import { columnsDivide, columnsNeed, placeColumns, splitColumns } from './columns.ts';
import { placeRows, rowsDivide, rowsNeed, splitRows } from './rows.ts';
import { textOfEntry } from './text.ts';
import type { ItemsItem } from './types.ts';

interface ArrangementLayout {
  readonly need: (context: Context, item: ItemsItem, width: number, scale: number, enough: number) => Need;
  readonly divide: (context: Context, item: ItemsItem, width: number, scale: number, undivided: Undivided) => string | null;
  readonly split: ItemLayout<ItemsItem>['split'] | null;
  readonly place: (context: Context, item: ItemsItem, frame: Frame, at: ItemPlace, scale: number) => readonly GroupBox[];
}

const CARDS: ArrangementLayout = { need: cardsNeed, divide: cardsDivide, split: null, place: placeCards };

const LAYOUTS: Readonly<Record<ItemsArrangement, ArrangementLayout>> = {
  row: CARDS,
  grid: CARDS,
  rows: { need: rowsNeed, divide: rowsDivide, split: splitRows, place: placeRows },
  chevrons: { need: chevronsNeed, divide: chevronsDivide, split: null, place: placeChevrons },
  columns: { need: columnsNeed, divide: columnsDivide, split: splitColumns, place: placeColumns },
};

/** At this share of its size every style is at its minimum. */
const SMALLEST = 0;
/** Two columns of rows need so many points. */
const TWO_COLUMNS = 560;

interface Asked {
  readonly block: ItemsSlideBlock;
  readonly look: ItemsLook;
  readonly region: Region;
}

function itemOf(context: Context, { block, look, region }: Asked, arrange: ItemsArrangement, across: number): ItemsItem {
  const entries = arrange === 'rows' ? asRows(block) : block.entries;
  const whole = entries.map((entry, i) => textOfEntry(context, block.form, entry, i + 1));
  const to = Math.max(0, ...whole.map(({ parts }) => parts.length));
  const { width, height } = region.frame;
  return {
    kind: 'items',
    form: block.form,
    look,
    arrange,
    across,
    entries: sliceOf(whole),
    whole,
    room: { width, height },
    cells: { from: 0, to },
  };
}

/** Steps of lanes as rows of their own, the first of each with the lane's name. */
function asRows({ form, entries }: ItemsSlideBlock): readonly Entry[] {
  if (form !== 'steps' || entries.every(({ steps }) => steps.length === 0)) return entries;
  return entries.flatMap((lane) => {
    if (lane.steps.length === 0) return [lane];
    return lane.steps.map(({ runs, marked }, i): Entry => {
      const bare = { number: i + 1, marked, kicker: [], head: [], sub: [], body: [runs], side: [], points: [], steps: [] };
      if (i > 0) return bare;
      const [kicker = [], ...more] = [lane.kicker, lane.head, lane.sub, ...lane.body].filter((words) => words.length > 0);
      return { ...bare, kicker, body: [...more, ...lane.points.map((point) => point.runs), ...lane.side, runs] };
    });
  });
}

function fits(context: Context, item: ItemsItem, scale: number): boolean {
  const { width, height } = item.room;
  return LAYOUTS[item.arrange].need(context, item, width, scale, height).min <= height;
}

/** Whether a region holds an arrangement at its smallest, alone, with every word whole. */
function stands(context: Context, item: ItemsItem, scale = SMALLEST): boolean {
  const { width } = item.room;
  return fits(context, item, scale) && LAYOUTS[item.arrange].divide(context, item, width, scale, 'words') === null;
}

/** How many stand side by side in each way that an arrangement has, the best first. */
function acrosses(look: ItemsLook, arrange: ItemsArrangement, count: number): number[] {
  const { least, most } = look;
  switch (arrange) {
    case 'row':
      return count >= least && count <= most ? [count] : [];
    case 'grid':
      return [2, 3].map((rows) => Math.ceil(count / rows)).filter((across) => across >= 2 && across <= most && across < count);
    case 'rows':
      return look.columns === 'auto' ? [1, 2] : [look.columns];
    case 'chevrons':
    case 'columns':
      return [1];
  }
}

/** Rows stand in one column where that holds them at full size, else in two where these hold them and there is room. */
function rowsOf(context: Context, asked: Asked): ItemsItem {
  const { block, look, region } = asked;
  const [one, two] = acrosses(look, 'rows', block.entries.length).map((across) => itemOf(context, asked, 'rows', across));
  if (!one) throw new Error('rows stand in columns');
  if (!two || region.frame.width < TWO_COLUMNS || one.whole.length < 4 || stands(context, one, 1)) return one;
  return stands(context, two) || !stands(context, one) ? two : one;
}

/** Which of a look's arrangements a block has in a region: the first that stands, else rows. */
function chosen(context: Context, asked: Asked): ItemsItem {
  const { block, look } = asked;
  const isCompared = block.form === 'compare';
  const arrange = look.arrange.filter((one) => (one === 'columns') === isCompared && (one === 'chevrons' ? block.form === 'steps' : true));
  if (isCompared) return itemOf(context, asked, 'columns', 1);
  for (const one of arrange) {
    if (one === 'rows') break;
    for (const across of acrosses(look, one, block.entries.length)) {
      const item = itemOf(context, asked, one, across);
      if ((one !== 'chevrons' || chevronsStand(item)) && stands(context, item)) return item;
    }
  }
  return rowsOf(context, asked);
}

/** What stands on a page of its own at the smallest: of rows and of cells the first, else all. */
function leastOf(item: ItemsItem): ItemsItem {
  const { from, to } = item.cells;
  if (item.arrange === 'columns') return { ...item, cells: { from, to: Math.min(from + 1, to) } };
  return item.arrange === 'rows' ? { ...item, entries: divideSlice(item.entries, Math.min(1, lengthOf(item.entries)))[0] } : item;
}

/** The same words as running text, for what is too tall for its region even at its smallest. */
function asText(context: Context, item: ItemsItem): TextItem | null {
  if (fits(context, leastOf(item), SMALLEST)) return null;
  const { style, levels } = { style: item.look.styles.body, levels: styleNamed(context.theme, item.look.styles.body).levels };
  const bold = (runs: readonly Run[]): readonly Run[] => runs.map((run) => ('text' in run ? { ...run, bold: true as const } : run));
  const lines =
    item.arrange === 'columns'
      ? cellLines(item)
      : membersOf(item.entries).map((entry) => {
          const parts = [...(entry.number ? [entry.number] : []), ...entry.top].map((p) => bold(p.runs));
          return [...parts, ...[...entry.body, ...entry.parts.map((part) => part.paragraph), ...entry.side].map((p) => p.runs)];
        });
  const paragraphs = lines.map((parts) => ({
    paragraph: paragraph(
      context,
      parts.flatMap((runs, i) => (i === 0 ? runs : [{ text: ' ' }, ...runs])),
    ),
    isItem: true,
    keepsNext: false,
  }));
  return { kind: 'text', role: 'body', style, levels, paragraphs: sliceOf(paragraphs) };
}

/** A comparison as lines: its heads, then of each row what it is about, and what each column says of it. */
function cellLines({ whole, cells }: ItemsItem): (readonly Run[])[][] {
  const [names, ...columns] = whole;
  const heads = whole.flatMap(({ top }) => top.map(({ runs }) => runs)).filter((runs) => runs.length > 0);
  const rows = Array.from({ length: cells.to - cells.from }, (_, i) => {
    const at = cells.from + i;
    const said = columns.flatMap(({ top, parts }): (readonly Run[])[] => {
      const head = top.map(({ runs }) => plainText(runs)).join(' ');
      return [textRuns(`${head}:`), parts[at]?.paragraph.runs ?? []];
    });
    return [names?.parts[at]?.paragraph.runs ?? [], ...said];
  });
  return heads.length > 0 ? [heads, ...rows] : rows;
}

/** As what items are counted; of steps in lanes, those of the longest. */
const COUNTED = {
  cards: 'options',
  compare: 'options',
  steps: 'steps',
  decisions: 'decisions',
  asks: 'decisions',
  agenda: 'points',
  rows: 'points',
} as const;

export const itemsLayout: BlockLayout<ItemsSlideBlock, ItemsItem> = {
  items: (context, block, region) => {
    const look = context.theme.items[region.items ?? block.form] ?? context.theme.items[block.form];
    if (!look) throw new Error(`the theme has no look ${block.form}`);
    return [chosen(context, { block, look, region })];
  },
  counts: ({ form, entries }) => ({
    [COUNTED[form]]: Math.max(entries.length, ...(form === 'steps' ? entries.map(({ steps }) => steps.length) : [])),
  }),
};

export const itemsItem: ItemLayout<ItemsItem> = {
  styles: ({ look }) => [...new Set([...Object.values(look.styles), ...Object.values(look.markedStyles)])],
  need: (context, item, width, scale, enough) => LAYOUTS[item.arrange].need(context, item, width, scale, enough),
  partDivided: (context, item, width, scale, undivided) => LAYOUTS[item.arrange].divide(context, item, width, scale, undivided),
  holds: null,
  split: (context, item, room, scale) => LAYOUTS[item.arrange].split?.(context, item, room, scale) ?? null,
  plainForm: asText,
  place: (context, item, frame, at, scale) => LAYOUTS[item.arrange].place(context, item, frame, at, scale),
};
