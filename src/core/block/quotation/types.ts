import type { Run } from '../../base/text.ts';
import type { LineView } from '../text/types.ts';
import type { VagueDate } from '../timeline/types.ts';

export interface QuotationBlock {
  readonly kind: 'quotation';
  /** Paragraphs of the quoted words, without quotation marks of their own around the whole. */
  readonly paragraphs: readonly (readonly Run[])[];
  readonly speaker: string | null;
  readonly role: string | null;
  /** As the author wrote it; see `VagueDate`. */
  readonly date: VagueDate | null;
  readonly refs: readonly number[];
  /** Words of its footnotes. */
  readonly notes?: readonly string[];
}

export interface QuotationView {
  readonly paragraphs: readonly LineView[];
  readonly speaker: string | null;
  readonly role: string | null;
  readonly dateText: string | null;
  readonly refs: readonly number[];
}

export interface QuotationFields {
  readonly quotation: QuotationView | null;
}

export interface QuotationLists {
  readonly quotations: readonly QuotationView[];
}

/** `<blockquote><p>…</p><cite>…</cite></blockquote>`. */
export interface QuoteBlock {
  readonly kind: 'quote';
  readonly paragraphs: readonly (readonly Run[])[];
  readonly cite: readonly Run[] | null;
}

export type QuoteElement = 'quote' | 'cite';
