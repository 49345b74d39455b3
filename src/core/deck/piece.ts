import type { SlideKinds } from '../block/types.ts';
import type { BlockContext } from './context.ts';
import type { Element } from './element.ts';
import type { Rule } from './rule.ts';
import type { SpecimenWords } from './specimen-words.ts';

type Block<K extends keyof SlideKinds> = SlideKinds[K]['block'];

/** What slide markup has to know of one kind of block. */
export interface MarkupPiece<K extends keyof SlideKinds> {
  /** The grammar of its elements. */
  readonly rules: Readonly<Record<SlideKinds[K]['element'], Rule>>;
  /** Which of them stand on a slide, in the order of lists in messages, and how they are read. Null: there is nothing in it. */
  readonly readers: Readonly<Partial<Record<SlideKinds[K]['element'], (element: Element, context: BlockContext) => Block<K> | null>>>;
  /** One to try layouts with that have this name and are for it; null where a kind has no layout of its own. */
  readonly specimen: { readonly layout: string; readonly block: (words: SpecimenWords) => Block<K> } | null;
}
