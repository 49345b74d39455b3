import type { Code, Place } from '../base/errors.ts';
import type { Rule, RuleKey } from './rule.ts';

/** One element that the grammar admits, its attributes checked. */
export interface Element {
  readonly key: RuleKey;
  readonly rule: Rule;
  readonly attributes: Readonly<Record<string, string>>;
  /** Numbers of the origins of attributes' words, where they have any. */
  readonly attributeOrigins: Readonly<Record<string, readonly number[]>>;
  readonly children: readonly (Element | string)[];
  readonly at: Place;
  /** Which slide it is in, from 1; 0 outside all. */
  readonly slide: number;
}

/** A problem whose slide is known by number alone. */
export interface Fault {
  readonly code: Code;
  readonly at: Place;
  readonly slide: number;
  readonly message: string;
  readonly allowed?: string;
  readonly received?: string;
  readonly hint: string;
}
