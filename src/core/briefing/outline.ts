import type { RefRun, Run } from '../base/text.ts';

/** How the text of a line is read: as Markdown of one line, as plain words, or as a number. */
export type Form = 'runs' | 'words' | 'number';

/** What a line says. Words that are not there are empty, a number that is not there is null. */
export type LineValue =
  | { readonly form: 'runs'; readonly runs: readonly Run[] }
  | { readonly form: 'words'; readonly text: string }
  | { readonly form: 'number'; readonly value: number | null };

/** One line of a block that a briefing may word anew. */
export type OutlineLine = LineValue & {
  /** Its name in its block or item: `date`, `title`; a cell's number from 1; empty where the item is nothing but this line. */
  readonly part: string;
};

/** What may be removed, moved, and added behind: a point, a row, a figure, a paragraph of a quotation. */
export interface OutlineItem {
  /** In the order of its columns. */
  readonly lines: readonly OutlineLine[];
  /** Sub-points. */
  readonly items: readonly OutlineItem[];
  /** Indices, from 0, that lead to it in the article's block; null: it was added by the briefing. */
  readonly from: readonly number[] | null;
}

/** A block as lines and items. */
export interface Outline {
  readonly lines: readonly OutlineLine[];
  readonly items: readonly OutlineItem[];
}

/** Which lines a block or its items have. */
export interface Parts {
  readonly named: Readonly<Record<string, Form>>;
  /** Of cells that are numbered from 1; null where there are none. */
  readonly numbered: Form | null;
  /** Those that cannot be empty. */
  readonly needed?: readonly string[];
  /** Those that say a fact and nothing else (a value, a date, a name, a speaker's words), so that any other wording says another; `#`: every cell. */
  readonly facts?: readonly string[];
  /** The lines of an item that is added as one text, where these are several; one of a block with cells is added by its cells alone. */
  readonly divide?: (runs: readonly Run[]) => readonly OutlineLine[];
}

/** A line of a block by its place among the block's items as they stand, indices from 0. */
export interface PartAt {
  readonly items: readonly number[];
  readonly part: string;
}

/** What a briefing has to know of one kind of block to word its lines anew, and to add, remove and move what it lists. */
export interface OutlinePiece<B> {
  readonly block: Parts;
  /** Null: it lists nothing. */
  readonly item: Parts | null;
  /** The part by which a person knows an item of several, as a row by its first cell; null where an item is one line. */
  readonly name: string | null;
  /** Levels that its items may have. */
  readonly levels: number;
  /** Whether the words are somebody's own: changed by hand they are no longer his. */
  readonly isQuoted: boolean;
  readonly outline: (block: B) => Outline;
  /** The block that says what the outline says; what no line has is taken from `block`. Null where nothing is left of it. */
  readonly make: (block: B, outline: Outline) => B | null;
  /** The references that belong to it as a whole. */
  readonly refs: (block: B) => readonly RefRun[];
  /** The block without these. */
  readonly unsourced: (block: B) => B;
  /** Which line the view shows at a field's path behind `blocks` and the path's indices behind the block's; null: none. */
  readonly partAt: (field: string, index: readonly number[]) => PartAt | null;
}

export const NO_PARTS: Parts = { named: {}, numbered: null };

/** An item that is nothing but one line of text. */
export const ONE_LINE: Parts = { named: { '': 'runs' }, numbered: null, needed: [''] };

export const runsLine = (part: string, runs: readonly Run[]): OutlineLine => ({ part, form: 'runs', runs });
export const wordsLine = (part: string, text: string | null): OutlineLine => ({ part, form: 'words', text: text ?? '' });
export const numberLine = (part: string, value: number | null): OutlineLine => ({ part, form: 'number', value });

/** An item without items. */
export const leaf = (index: number, lines: readonly OutlineLine[]): OutlineItem => ({ lines, items: [], from: [index] });

type WithLines = Pick<OutlineItem, 'lines'>;

const find = ({ lines }: WithLines, part: string): OutlineLine | undefined => lines.find((line) => line.part === part);

/** The runs of a part; none where it has none. */
export function runsOf(of: WithLines, part: string): readonly Run[] {
  const line = find(of, part);
  return line?.form === 'runs' ? line.runs : [];
}

/** The words of a part; null where it has none. */
export function wordsOf(of: WithLines, part: string): string | null {
  const line = find(of, part);
  return line?.form === 'words' && line.text !== '' ? line.text : null;
}

/** The value of a part; null where it has none. */
export function numberOf(of: WithLines, part: string): number | null {
  const line = find(of, part);
  return line?.form === 'number' ? line.value : null;
}

/** Paragraphs as items of one line. */
export const paragraphItems = (paragraphs: readonly (readonly Run[])[]): OutlineItem[] =>
  paragraphs.map((runs, index) => leaf(index, [runsLine('', runs)]));

export const paragraphsOf = ({ items }: Outline): (readonly Run[])[] => items.map((item) => runsOf(item, ''));

/** `partAt` of kinds whose fields are listed: the path's names, and the part; `#` stands for a cell whose number is the path's last index. */
export function partsAt(fields: Readonly<Record<string, string>>): OutlinePiece<never>['partAt'] {
  return (field, index) => {
    const part = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (part === undefined) return null;
    return part === '#' ? { items: index.slice(0, -1), part: String((index.at(-1) ?? 0) + 1) } : { items: index, part };
  };
}
