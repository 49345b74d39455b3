import type { Run } from '../../base/text.ts';
import type { LineView } from '../text/types.ts';

/** In articles: `> [!note] Title`. */
export interface ArticleCallout {
  readonly kind: 'callout';
  /** What stands in the brackets, in small letters: `note`, `warning`, … */
  readonly type: string;
  readonly title: readonly Run[] | null;
  readonly paragraphs: readonly (readonly Run[])[];
}

export interface CalloutView {
  readonly type: string;
  readonly title: LineView | null;
  readonly paragraphs: readonly LineView[];
  readonly refs: readonly number[];
}

export interface CalloutFields {
  readonly callout: CalloutView | null;
}

export interface CalloutLists {
  readonly callouts: readonly CalloutView[];
}

/** `<aside class="callout">`. */
export interface CalloutBlock {
  readonly kind: 'callout';
  readonly paragraphs: readonly (readonly Run[])[];
}

export type CalloutElement = 'callout';
