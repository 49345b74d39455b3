import { cleanLine, cleanText } from './clean.ts';
import type { SourceText } from './types.ts';

/** Reads a numbered source text: blocks divided by blank lines, one block a paragraph; ¶1 is the first. */
export function parseSourceText(text: string): SourceText {
  const paragraphs = cleanText(text)
    .split(/\n[ \t]*\n/)
    .map(cleanLine)
    .filter((paragraph) => paragraph !== '');
  return { paragraphs };
}

/** Writes it so that `parseSourceText` reads the same paragraphs. */
export function writeSourceText(source: SourceText): string {
  return `${source.paragraphs.map(cleanLine).join('\n\n')}\n`;
}
