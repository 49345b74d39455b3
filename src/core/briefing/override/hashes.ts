import { writeInline } from '../../article/index.ts';
import { shortHash } from '../../base/hash.ts';
import { outlinePiece } from '../../block/view.ts';
import type { ArticleBlock } from '../../block/types.ts';
import type { LineValue, Outline, OutlineItem, OutlineLine } from '../outline.ts';

/** A line as a briefing writes it: Markdown, words, or the number as programs write it. */
export function lineText(line: LineValue): string {
  switch (line.form) {
    case 'runs':
      return writeInline(line.runs);
    case 'words':
      return line.text;
    case 'number':
      return line.value === null ? '' : String(line.value);
  }
}

/** One text by itself, as points have always been hashed; several so that none can run into the next. */
const together = (texts: readonly string[]): string => shortHash(texts.length === 1 ? (texts[0] ?? '') : JSON.stringify(texts));

const lineOf = (lines: readonly OutlineLine[], part: string): OutlineLine[] => lines.filter((line) => line.part === part);

/**
 * The hash of one line. A cell is known by its column's heading and its row's name too: an equal value in another row is another line,
 * and one that has moved with its row is the same.
 */
export function lineHash(kind: ArticleBlock['kind'], outline: Outline, item: OutlineItem | null, line: OutlineLine): string {
  const { name } = outlinePiece(kind);
  if (item === null) return together([lineText(line)]);
  const heading = /^\d+$/.test(line.part) ? lineOf(outline.lines, line.part) : [];
  const called = name === null || name === line.part ? [] : lineOf(item.lines, name);
  return together([...heading, ...called, line].map(lineText));
}

/** The hash of an item's own lines, without what stands below it: what is added or moved behind it knows it by this. */
export function itemHash({ lines }: OutlineItem): string {
  return together(lines.map(lineText));
}

const texts = ({ lines, items }: Pick<OutlineItem, 'lines' | 'items'>): unknown =>
  items.length === 0 ? lines.map(lineText) : [lines.map(lineText), items.map(texts)];

/** The hash of an item with all below it, or of a block: of what goes if it is removed. */
export function wholeHash(of: Pick<OutlineItem, 'lines' | 'items'>): string {
  const [only, ...more] = of.lines;
  return of.items.length === 0 && only && more.length === 0 ? together([lineText(only)]) : shortHash(JSON.stringify(texts(of)));
}
