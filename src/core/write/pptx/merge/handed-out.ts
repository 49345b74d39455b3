import type { Parts } from '../../../base/ooxml/zip.ts';
import { readContent } from '../read/content.ts';
import type { ContentBox } from '../read/types.ts';
import { readRecipe } from '../recipe/part.ts';
import { digestOf } from '../recipe/record.ts';
import type { Conflict } from './types.ts';

function linesOf(box: ContentBox): string[] {
  return [
    ...box.paragraphs.map(({ text }) => text),
    ...box.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
    ...box.children.flatMap(linesOf),
  ];
}

/** The words of a deck as it was handed out, by the digests that its recipe has of them. */
export function handedOutWords(parts: Parts): ReadonlyMap<string, string> {
  const stamp = readRecipe(parts)?.stamp ?? '';
  const texts = readContent(parts).flatMap(({ title, boxes, notes }) => [
    title,
    ...boxes.flatMap(linesOf),
    ...notes.map(({ text }) => text),
  ]);
  return new Map(texts.map((text) => [digestOf(text, stamp), text]));
}

/** What was handed out where both sides have changed it: a table's row as its cells, ` | ` between them. Null where a word of it is not known. */
export function baseWordsOf({ base }: Pick<Conflict, 'base'>, words: ReadonlyMap<string, string>): string[] | null {
  const lines = base.map((digests) => digests.split(' ').map((digest) => (digest === '' ? '' : (words.get(digest) ?? null))));
  return lines.some((cells) => cells.includes(null)) ? null : lines.map((cells) => cells.join(' | '));
}
