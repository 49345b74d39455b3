import type { When } from './mention.ts';

/** One way in which dates are written. */
export interface Rule {
  readonly matches: (text: string) => Iterable<RegExpExecArray>;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => When | null;
  /** A month's bare name: may as well be a verb or a person. */
  readonly bare?: true;
  /** A cheap first look: false where the pattern cannot match. Making the patterns is what finding dates costs, and most are never needed. */
  readonly maybe: (text: string) => boolean;
}
