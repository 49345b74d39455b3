import type { NumericOrder } from '../dates/rules.ts';
import type { Hint, RawBlock } from '../read/types.ts';
import type { BlockRole, Origin, Span } from '../types.ts';
import type { Head } from './head.ts';

/** A value that a field may have, and how sure it is. */
export interface Candidate<T> {
  readonly value: T;
  readonly confidence: number;
  readonly origin: Origin;
  readonly blocks: readonly number[];
}

export interface FieldOptions {
  readonly blocks: readonly RawBlock[];
  readonly roles: readonly BlockRole[];
  readonly hints: readonly Hint[];
  readonly head: Head;
  readonly language: string;
  readonly order: NumericOrder;
  /** The last day that the article can be of, ISO; null: any. */
  readonly latest: string | null;
  /** Of a whole block; sentences are counted by the caller. */
  readonly span: (block: number) => Span;
}
