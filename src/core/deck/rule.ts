import type { BlockElement } from '../block/types.ts';
import { name, oneOf, type AttributeRule } from './attributes.ts';

export interface Rule {
  readonly name: string;
  /** The class that makes it this rule; without one, the element must have no class. */
  readonly class?: string;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  readonly required?: readonly string[];
  /** Whether words may stand directly in it. */
  readonly text: boolean;
  /** Keys of `RULES`. */
  readonly children: readonly RuleKey[];
  /** It never has content, as `<br>`. */
  readonly void?: true;
}

/** Elements that are not one kind's of block. */
type SharedElement =
  | 'document'
  | 'section'
  | 'arrange'
  | 'pooled'
  | 'option'
  | 'optionSection'
  | 'use'
  | 'heading1'
  | 'heading2'
  | 'innerParagraph'
  | 'definition'
  | 'notes'
  | 'notesHeading'
  | 'sourceParagraph'
  | 'strong'
  | 'b'
  | 'em'
  | 'i'
  | 'struck'
  | 'subscript'
  | 'superscript'
  | 'link'
  | 'reference'
  | 'break';

export type RuleKey = SharedElement | BlockElement;

/** What names the region that a block stands in. */
export const slot = { slot: name };
export const align = { 'data-align': oneOf('start', 'center', 'end') };
/** What may stand in a line of words. */
export const INLINE: readonly RuleKey[] = ['strong', 'b', 'em', 'i', 'struck', 'subscript', 'superscript', 'link', 'reference', 'break'];

/** An element that holds a line of words. */
export const inline = (element: string, attributes: Rule['attributes'] = {}): Rule => ({
  name: element,
  attributes,
  text: true,
  children: INLINE,
});

/** An element as a person would look for it: `<ol class="sources">`. */
export function shown(rule: Rule): string {
  return rule.class === undefined ? `<${rule.name}>` : `<${rule.name} class="${rule.class}">`;
}
