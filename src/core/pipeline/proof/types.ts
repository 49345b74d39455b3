import type { Problem } from '../../base/errors.ts';

/** What a deck in an organisation's template may do wrong, the worst first. */
export type FindingKind =
  | 'does-not-fit'
  | 'overlap'
  | 'contrast'
  | 'art'
  | 'on-picture'
  | 'cover-full'
  | 'title-cut'
  | 'little-room'
  | 'divided'
  | 'continued'
  | 'small';

export interface Finding {
  readonly kind: FindingKind;
  /** A layout of ours. */
  readonly layout: string;
  /** The slide on which it was seen. */
  readonly slide: string;
  /** How bad it is, in the words of its kind: `2.1 : 1`, `8.5 pt`. */
  readonly measured: string;
}

/** A role that stands otherwise than it was chosen at first, since so it serves better. */
export interface Mend {
  readonly layout: string;
  readonly by: 'other-layout' | 'text-boxes';
  /** `slideLayout3.xml` */
  readonly from: string;
  readonly to: string;
}

/** What came of trying an organisation's template with specimens of every kind of slide. */
export interface Proof {
  /** 0 to 100: how many of its layouts serve, each less what was found on it takes away. */
  readonly score: number;
  /** Of one kind on one layout the first that was seen, the worst kinds first. */
  readonly findings: readonly Finding[];
  readonly mends: readonly Mend[];
  /** Errors that a deck in it would end with. */
  readonly errors: readonly Problem[];
}
