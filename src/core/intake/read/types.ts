import type { Problem } from '../../base/errors.ts';
import type { BlockRole, BlockShape, FieldName, Origin } from '../types.ts';
import type { Given } from '../given-types.ts';

/** A block as a reader found it, before anyone has judged what it is. */
export interface RawBlock {
  readonly shape: BlockShape;
  readonly text: string;
  readonly level: number;
  readonly rows: readonly (readonly string[])[] | null;
  /** What the format itself says it is: a Word style, an `itemprop`, a class. */
  readonly role: BlockRole | null;
  /** The whole block is bold, italic or larger than the text: perhaps a heading or a standfirst. */
  readonly emphasis: 'bold' | 'italic' | null;
  /** How much of the text is links, 0 to 1. */
  readonly links: number;
  readonly given?: Given;
}

/** What a format says about the article outside its text. */
export interface Hint {
  readonly field: FieldName;
  readonly value: string;
  readonly origin: Origin;
  readonly confidence: number;
}

export interface Reading {
  readonly blocks: readonly RawBlock[];
  readonly hints: readonly Hint[];
  /** Where the format itself says where the text begins: how many blocks stand above it. What follows is what it is said to be. */
  readonly head?: number;
  /** What is kept of the original where that itself may not be (`read/eml/kept.ts`). */
  readonly kept?: Uint8Array;
  readonly problems: readonly Problem[];
}

const PLAIN: Omit<RawBlock, 'text'> = { shape: 'paragraph', level: 0, rows: null, role: null, emphasis: null, links: 0 };

export function block(text: string, details: Partial<RawBlock> = {}): RawBlock {
  return { ...PLAIN, text, ...details };
}

/** A table as one line of text: cells divided by ` | `, rows by ` / `. */
export function tableBlock(rows: readonly (readonly string[])[]): RawBlock {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const even = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  return block(even.map((row) => row.join(' | ')).join(' / '), { shape: 'table', rows: even });
}
