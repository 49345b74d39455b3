import type { Run } from '../../base/text.ts';

/** `<aside class="callout">`. */
export interface CalloutBlock {
  readonly kind: 'callout';
  readonly paragraphs: readonly (readonly Run[])[];
}

export type CalloutElement = 'callout';
