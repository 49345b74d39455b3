import { wordsSeen } from '../join-lines.ts';
import type { RawBlock } from '../types.ts';
import { alignedTables } from './aligned.ts';
import { blocksOf, type Part } from './blocks.ts';
import { regionsOf } from './columns.ts';
import { withoutFurniture, type PageSegments } from './furniture.ts';
import { groupsOf, type Group } from './groups.ts';
import { flowOf } from './lines.ts';
import { noteLines, noteMark } from './notes.ts';
import { ruledTables } from './ruled.ts';
import { segmentsOf } from './segments.ts';
import { bodySize, styleOf, type Style } from './style.ts';
import type { Flow, Line, Page, Table } from './types.ts';

/** What pages say, in the order of reading. */
export interface Layout {
  readonly blocks: readonly RawBlock[];
  /** Cells of tables that reach over several. */
  readonly merged: number;
  /** Running heads and feet, and what stands athwart the pages, each once. */
  readonly aside: readonly string[];
}

/** Pages to blocks: furniture away, tables that are drawn, columns, tables by alignment, notes, and then paragraphs, headings and lists. */
export function layoutOf(pages: readonly Page[]): Layout {
  const words = wordsSeen(pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('\n'));
  const tables = new Map<Page, readonly Table[]>();
  const all = pages.map((page): PageSegments => {
    const ruled = ruledTables(page.pieces, page.rules, page.number, words);
    tables.set(page, ruled.tables);
    return { page, segments: segmentsOf({ ...page, pieces: ruled.rest }) };
  });
  const furnished = withoutFurniture(all, bodySize(all.flatMap(({ segments }) => segments)));
  const flows = furnished.pages.map(({ page, segments }) => {
    const regions = regionsOf([...segments, ...(tables.get(page) ?? [])]);
    return { page, regions: regions.map(({ elements }, index) => alignedTables(flowOf(elements, index), page.rules.horizontal, words)) };
  });
  const style = styleOf(flows.flatMap(({ regions }) => regions.flat()));
  const parts = flows.flatMap(({ page, regions }) => regions.flatMap((flow) => partsOf(flow, page, style)));
  return {
    blocks: blocksOf(parts, words),
    merged: parts.reduce((sum, part) => sum + (part.kind === 'table' ? part.merged : 0), 0),
    aside: [...new Set([...furnished.heads, ...pages.flatMap(({ athwart }) => (athwart.length > 0 ? [athwart.join(' ')] : []))])],
  };
}

/** A column's text, and its footnotes behind it. */
function partsOf(flow: readonly Flow[], page: Page, style: Style): Part[] {
  const tail = flow.slice(flow.findLastIndex(({ kind }) => kind === 'table') + 1) as Line[];
  const count = noteLines(tail, { body: style.body, height: page.height, rules: page.rules.horizontal });
  const notes: Group[] = [];
  for (const line of tail.slice(tail.length - count)) {
    const note = notes.at(-1);
    if (note && noteMark(line.text) === null) note.lines.push(line);
    else notes.push({ kind: 'note', lines: [line], level: 0, mark: null });
  }
  return [...groupsOf(flow.slice(0, flow.length - count), style), ...notes];
}

/** Whether the file has pictures: a stream's dictionary always stands in the file as it is, whatever else is packed. */
export function hasPictures(bytes: Uint8Array): boolean {
  return /\/Subtype\s*\/Image\b/.test(new TextDecoder('latin1').decode(bytes));
}
