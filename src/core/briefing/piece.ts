import type { ShownKind, ArticleKinds, ViewKinds } from '../block/types.ts';
import type { LineView } from '../block/text/types.ts';
import type { Run } from '../base/text.ts';
import type { LineMaker } from './compose/lines.ts';
import type { OutlinePiece } from './outline.ts';
import type { SchemaNode } from './schema-node.ts';
import type { Words } from './words.ts';

export interface BlockContext {
  readonly lines: LineMaker;
  readonly language: string;
  /** The language that its numbers are written in, a BCP 47 tag; null: nobody said. */
  readonly writtenIn: string | null;
  readonly words: Words;
  /** What goes before an image's path: the article's id, or `own`. */
  readonly owner: string;
  /** Whether these runs were written in the briefing. */
  readonly written: (runs: readonly Run[]) => boolean;
  /** Whether they stand in place of the article's. */
  readonly reworded: (runs: readonly Run[]) => boolean;
}

type Fields<K extends ShownKind> = ViewKinds[K]['fields'];
type Lists<K extends ShownKind> = ViewKinds[K]['lists'];

/** What a briefing makes of one kind of block for its template. */
export interface ViewPiece<K extends ShownKind> {
  /** Its fields in blocks of other kinds. */
  readonly empty: Fields<K>;
  /** What stands at the paths of its fields and lists, which templates are checked against. */
  readonly schema: {
    readonly fields: Readonly<Record<keyof Fields<K>, SchemaNode>>;
    readonly lists: Readonly<Record<keyof Lists<K>, SchemaNode>>;
  };
  /** References become the deck's numbers on the way. */
  readonly view: (block: ArticleKinds[K], context: BlockContext) => Fields<K>;
  /** What a topic's lists gather of it. */
  readonly lists: (fields: Fields<K>) => Lists<K>;
  /** Its lines and items, as a briefing words, adds, removes and moves them. */
  readonly outline: OutlinePiece<ArticleKinds[K]>;
  /** Its lines as far as a presenter says them: speaking time. Of what is seen only, none. */
  readonly said: (fields: Fields<K>) => readonly LineView[];
}
