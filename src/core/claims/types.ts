import type { Statement } from '../article/statement-types.ts';

/** What a line says that its paragraphs do not. */
export interface Finding {
  readonly kind: 'number' | 'date' | 'name' | 'quotation' | 'event';
  /** Offsets in the statement's text. */
  readonly start: number;
  readonly end: number;
  /** Of a name: it stands there, but the paragraph tells this of somebody else. */
  readonly ofOther?: boolean;
}

/** A finding with the line that it was made in. */
export interface Unsupported extends Finding {
  readonly statement: Statement;
}
