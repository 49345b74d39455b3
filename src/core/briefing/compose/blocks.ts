import type {
  ArticleBlock,
  ChartBlock,
  FiguresBlock,
  ImageBlock,
  NotesBlock,
  Point,
  QuotationBlock,
  TableBlock,
  TimelineBlock,
} from '../../article/types.ts';
import type { Run } from '../../base/text.ts';
import type { BlockView, ChartView, EventView, FigureView, ImageView, PointView, QuotationView, TableView } from '../types.ts';
import type { Words } from '../words.ts';
import { dateText } from './dates.ts';
import type { LineMaker } from './lines.ts';

export interface BlockContext {
  readonly lines: LineMaker;
  readonly language: string;
  readonly words: Words;
  /** What goes before an image's path: the article's id, or `own`. */
  readonly owner: string;
  /** Whether these runs were written in the briefing. */
  readonly written: (runs: readonly Run[]) => boolean;
}

export type ShownBlock = Exclude<ArticleBlock, NotesBlock>;

function point({ runs, children }: Point, context: BlockContext): PointView {
  const line = context.lines.line(runs, { written: context.written(runs) });
  const below = children.map((child) => point(child, context));
  // A point whose sub-points all have their sources is no claim of its own.
  const carried = below.length > 0 && below.every((child) => !child.own);
  return { ...line, own: line.own && !carried, children: below };
}

function quotation(block: QuotationBlock, { lines, language, words }: BlockContext): QuotationView {
  const { speaker, role, date, refs } = block;
  return {
    paragraphs: block.paragraphs.map((runs) => lines.line(runs, { covered: true })),
    speaker,
    role,
    dateText: date && dateText(date, language, words),
    refs: lines.refs(refs),
  };
}

function events(block: TimelineBlock, { lines, language, words, written }: BlockContext): EventView[] {
  return block.events.map(({ date, runs }) => ({
    ...lines.line(runs, { written: written(runs) }),
    date,
    dateText: dateText(date, language, words),
  }));
}

function figures(block: FiguresBlock, { lines, written }: BlockContext): FigureView[] {
  return block.figures.map(({ value, unit, label }) => {
    const line = lines.line(label, { written: written(label) });
    return { value, unit, label: line, refs: line.refs };
  });
}

function chart(block: ChartBlock, { lines }: BlockContext): ChartView {
  const { type, title, unit, categories, series, refs } = block;
  return { type, title, unit, categories, series, refs: lines.refs(refs) };
}

function table(block: TableBlock, { lines }: BlockContext): TableView {
  const { title, align } = block;
  const cells = (row: readonly (readonly Run[])[]): TableView['header'] => row.map((runs) => lines.line(runs, { covered: true }));
  const header = cells(block.header);
  const rows = block.rows.map((row, index) => ({ cells: cells(row), total: block.total && index === block.rows.length - 1 }));
  const refs = [header, ...rows.map((row) => row.cells)].flat().flatMap((cell) => cell.refs);
  return { title, align, header, rows, refs: [...new Set(refs)] };
}

function image({ src, alt, caption, credit }: ImageBlock, { owner }: BlockContext): ImageView {
  return { src: `${owner}/${src}`, alt, caption, credit };
}

const EMPTY = {
  paragraph: null,
  points: null,
  ordered: false,
  quotation: null,
  events: null,
  figures: null,
  chart: null,
  table: null,
  image: null,
};

/** A block as a template sees it; references become the deck's numbers on the way. */
export function viewBlock(block: ShownBlock, context: BlockContext): BlockView {
  switch (block.kind) {
    case 'paragraph':
      return { ...EMPTY, kind: block.kind, paragraph: context.lines.line(block.runs, { written: context.written(block.runs) }) };
    case 'points':
      return { ...EMPTY, kind: block.kind, ordered: block.ordered, points: block.items.map((item) => point(item, context)) };
    case 'quotation':
      return { ...EMPTY, kind: block.kind, quotation: quotation(block, context) };
    case 'timeline':
      return { ...EMPTY, kind: block.kind, events: events(block, context) };
    case 'figures':
      return { ...EMPTY, kind: block.kind, figures: figures(block, context) };
    case 'chart':
      return { ...EMPTY, kind: block.kind, chart: chart(block, context) };
    case 'table':
      return { ...EMPTY, kind: block.kind, table: table(block, context) };
    case 'image':
      return { ...EMPTY, kind: block.kind, image: image(block, context) };
  }
}

/** Which blocks a depth admits. */
export const ADMITTED = {
  headline: (): boolean => false,
  points: (block: ArticleBlock): boolean => block.kind === 'points',
  full: (): boolean => true,
} as const;
