import { hasWordCharacter } from '../words/letters.ts';
import type { Outcome } from '../../base/errors.ts';
import { cleanCharacters, cleanWords } from '../decode/characters.ts';
import type { IntakeLimits, PdfData } from '../stage-types.ts';
import type { SourceFormat } from '../types.ts';
import { readText } from './text.ts';
import type { RawBlock, Reading } from './types.ts';

export type { Hint, RawBlock, Reading } from './types.ts';

export type Input =
  | { readonly format: 'text' | 'markdown' | 'html'; readonly text: string }
  | { readonly format: Exclude<SourceFormat, 'text' | 'markdown' | 'html'>; readonly bytes: Uint8Array };

export interface ReadOptions {
  readonly name: string;
  readonly limits: IntakeLimits;
  readonly pdf?: PdfData;
  readonly signal?: AbortSignal;
}

/** A file's blocks and what its format says of it, by its reader. Each is loaded when a file of its kind comes. */
export async function readFormat(input: Input, { name, limits, pdf, signal }: ReadOptions): Promise<Outcome<Reading>> {
  const bounds = { name, inflatedBytes: limits.inflatedBytes, depth: limits.depth, elements: limits.elements };
  switch (input.format) {
    case 'text':
      return { value: readText(cleanCharacters(input.text)), problems: [] };
    case 'markdown':
      return (await import('./markdown.ts')).readMarkdown(cleanCharacters(input.text), {
        name,
        depth: limits.depth,
        elements: limits.elements,
      });
    case 'html':
      return (await import('./html.ts')).readHtml(input.text, { name, depth: limits.depth, elements: limits.elements });
    case 'docx':
      return (await import('./docx/index.ts')).readDocx(input.bytes, bounds);
    case 'pptx':
      return (await import('./pptx/index.ts')).readPptx(input.bytes, { ...bounds, slides: limits.pages });
    case 'odt':
      return (await import('./odt/index.ts')).readOdt(input.bytes, bounds);
    case 'eml':
      return (await import('./eml/index.ts')).readEml(input.bytes, bounds);
    case 'mhtml':
      return (await import('./mhtml.ts')).readMhtml(input.bytes, bounds);
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(input.bytes, {
        name,
        pages: limits.pages,
        characters: limits.characters,
        ...(pdf ? { data: pdf } : {}),
        ...(signal ? { signal } : {}),
      });
  }
}

export function isTextFormat(format: SourceFormat): format is 'text' | 'markdown' | 'html' {
  return format === 'text' || format === 'markdown' || format === 'html';
}

/** Blocks with their words cleaned, each on one line; those without a letter or digit left out. */
export function cleanBlocks(blocks: readonly RawBlock[]): RawBlock[] {
  return blocks
    .map((block) => ({
      ...block,
      text: cleanWords(block.text),
      rows: block.rows?.map((row) => row.map(cleanWords)) ?? null,
    }))
    .filter((block) => hasWordCharacter(block.text) || block.given?.kind === 'picture');
}
