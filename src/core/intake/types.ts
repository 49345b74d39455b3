import type { Article, ArticleBlock, Figure, Point, QuotationBlock, SourceText, TimelineEvent, VagueDate } from '../article/types.ts';
import type { Outcome } from '../base/errors.ts';
import type { Given, SavedPicture, SourcePicture } from './given-types.ts';

/**
 * A raw article as intake understood it: its source, block by block, and on top of it proposals that a person reviews.
 *
 * A draft is a plain value without cycles: it can be posted to a worker, kept for undo and printed as JSON.
 * Every change is a function from draft to draft (`review/operations`).
 */
export interface Draft {
  readonly file: OriginalFile;
  /** The whole source in reading order. A block's index here is its identity, in every `Span` too: no operation moves one. */
  readonly blocks: readonly SourceBlock[];
  readonly meta: Metadata;
  readonly topics: readonly DraftTopic[];
  /** Who and what the article speaks of, most often named first. */
  readonly actors: readonly ActorItem[];
  /**
   * How many paragraph numbers an earlier save has given away; 0 for an article taken in for the first time.
   * Numbers up to here never change (docs/content-format.md), a paragraph that joins later gets the next one.
   */
  readonly savedParagraphs: number;
  /** The id of the article this draft renews, else null: then `draftToArticle` makes one from the title. */
  readonly articleId: string | null;
  /** What the saved article has that a draft has no place for. */
  readonly carried: CarriedFields | null;
  /** The number that the next new item or topic takes into its id. */
  readonly nextId: number;
}

/** What taking a file in comes to. `original`: what is kept of the file in its place, since a message itself names who received it. */
export type Taken = Outcome<Draft> & { readonly original?: Uint8Array };

export interface OriginalFile {
  /** As it was given, without folders. */
  readonly name: string;
  readonly format: SourceFormat;
  readonly bytes: number;
  /** SHA-256 of the original bytes, in hexadecimal. */
  readonly hash: string;
  /** The character set it was read with, by its WHATWG name; null where the format fixes it (.docx, .pptx, .odt, .eml, .mhtml, .pdf). */
  readonly charset: string | null;
}

export type SourceFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf' | 'pptx' | 'odt' | 'eml' | 'mhtml';

/** What a block of the source is. `body` alone is numbered; everything else is set aside or folded, and can be called back. */
export type BlockRole =
  | 'body'
  | 'title'
  | 'standfirst'
  | 'byline'
  | 'date'
  | 'publisher'
  | 'heading'
  | 'bio'
  | 'disclaimer'
  /** A foot- or endnote. */
  | 'note'
  /** A caption, a share button, "Read more", an advertisement, a copyright line. */
  | 'boilerplate'
  /** A picture; its words are its alternative text, caption and credit. */
  | 'picture'
  /** What a slide's speaker was to say. */
  | 'speech'
  /** A paragraph that says what an earlier one said; `repeats` names that one. */
  | 'repeat'
  /** A paragraph of the saved article that its newer version no longer has; it keeps its number. */
  | 'withdrawn';

export type BlockShape = 'paragraph' | 'heading' | 'item' | 'quotation' | 'table' | 'chart' | 'picture' | 'code' | 'note';

export interface SourceBlock {
  readonly role: BlockRole;
  readonly shape: BlockShape;
  /** The words, cleaned, on one line. A table's cells are divided by ` | `, its rows by ` / `. */
  readonly text: string;
  /** Of a heading its depth from 1, of a list item its depth from 1; else 0. */
  readonly level: number;
  /** Sentences in order; together they cover every word of `text`. */
  readonly sentences: readonly SentenceSpan[];
  /** ¶ of the numbered source text, from 1; null for what is not body. */
  readonly number: number | null;
  /** For a repeat: the block that it repeats, and how alike they are (1: word for word). */
  readonly repeats: { readonly block: number; readonly likeness: number } | null;
  /** A table's cells, rows of equal length; null for all else. */
  readonly rows: readonly (readonly string[])[] | null;
  readonly given?: Given;
  /** Against the saved article: null in a draft that renews none. */
  readonly since: 'same' | 'changed' | 'added' | 'withdrawn' | null;
}

/** Character offsets into a block's text: `[start, end)`, in UTF-16 units. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

/** Where in the source a proposal stands. */
export interface Span {
  /** Index into `Draft.blocks`; its `number` is the ¶. */
  readonly block: number;
  /** First and last sentence, from 0, inclusive. */
  readonly sentences: readonly [number, number];
  /** Character offsets into the block's text. */
  readonly start: number;
  readonly end: number;
}

/** How a proposal was found; shown to the user as "from the page's metadata", "from the text" … */
export type Origin =
  | 'front-matter'
  | 'json-ld'
  | 'meta'
  | 'microdata'
  | 'markup'
  | 'address'
  | 'style'
  | 'properties'
  | 'heading'
  | 'position'
  | 'pattern'
  | 'name-list'
  | 'quotation-marks'
  | 'ranking'
  | 'cohesion'
  | 'file-name'
  | 'readability'
  /** The user said so. */
  | 'user'
  /** The saved article says so. */
  | 'saved';

export type ReviewState = 'proposed' | 'accepted' | 'rejected';

/** What all proposals have in common. */
export interface Proposal {
  readonly id: string;
  /** How sure the machine is, from 0 to 1; 1 for what the user entered. */
  readonly confidence: number;
  readonly origin: Origin;
  /** Where it stands in the source; empty where it comes from outside the text (a page's metadata, the user). */
  readonly spans: readonly Span[];
  readonly state: ReviewState;
  /**
   * Not asked about unless somebody looks for it: another reading of a sentence that stands as what it is best, or what tells less than the
   * rest. Of an item it also says that it is not saved unless it is accepted; but for `sure`, which is as good as always right and is saved.
   */
  readonly aside?: 'reading' | 'minor' | 'sure';
}

/** One field of the article's metadata. Its id is the field's name. */
export interface Field<T> extends Proposal {
  readonly value: T;
  /** Other candidates, best first, for one-key choice. */
  readonly alternatives: readonly T[];
}

export type FieldName = 'title' | 'standfirst' | 'authors' | 'published' | 'publisher' | 'url' | 'language' | 'bio' | 'disclaimer' | 'tags';

export interface Metadata {
  readonly title: Field<string> | null;
  readonly standfirst: Field<string> | null;
  readonly authors: Field<readonly string[]> | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly published: Field<string> | null;
  readonly publisher: Field<string> | null;
  readonly url: Field<string> | null;
  /** A BCP 47 tag. */
  readonly language: Field<string> | null;
  readonly bio: Field<string> | null;
  readonly disclaimer: Field<string> | null;
  readonly tags: Field<readonly string[]> | null;
}

/** A topic: consecutive paragraphs under one heading. Topics keep their order in the article, whatever the source's was. */
export interface DraftTopic {
  readonly id: string;
  readonly heading: Field<string>;
  /** The body blocks it is about, ascending. A block belongs to at most one topic. */
  readonly blocks: readonly number[];
  readonly summary: PointItem | null;
  readonly items: readonly DraftItem[];
  /** How sure the machine is that a topic begins here. */
  readonly confidence: number;
  /** The saved topic's own id, written back; null for a new one. */
  readonly savedId: { readonly id: string; readonly given: boolean } | null;
}

export type DraftItem = PointItem | QuotationItem | EventItem | FigureItem | TableItem | KeptItem;

/** An item before it has an id. */
export type Unnamed = DraftItem extends infer T ? (T extends DraftItem ? Omit<T, 'id' | 'state'> : never) : never;

/** A statement, in words that the user may change; its reference is its spans' paragraphs. */
export interface PointItem extends Proposal {
  readonly kind: 'point';
  readonly text: string;
  /** The saved article's own form of it, bold and sub-points included; written back as long as `text` is not edited. */
  readonly saved: Point | null;
  readonly ordered: boolean;
  /** The saved list begins here, with this number. */
  readonly start?: number;
  /** What the source lists below it; their paragraphs are among `spans`. */
  readonly children?: readonly SubPoint[];
}

export interface SubPoint {
  readonly text: string;
  readonly span: Span;
  readonly children: readonly SubPoint[];
}

export interface QuotationItem extends Proposal {
  readonly kind: 'quotation';
  /**
   * `quotation`: words that stand on their own. `sentence`: a word or two inside somebody's sentence; `text` is then
   * the whole sentence, marks included, and it is saved as a point.
   */
  readonly form: 'quotation' | 'sentence';
  /** The quoted words without the marks around them; a quotation over several paragraphs has `\n` between them. */
  readonly text: string;
  readonly speaker: string | null;
  readonly role: string | null;
  readonly date: VagueDate | null;
  readonly speakerConfidence: number;
  /** Other persons named nearby, nearest first. */
  readonly speakerAlternatives: readonly string[];
  readonly saved: QuotationBlock | null;
}

export interface EventItem extends Proposal {
  readonly kind: 'event';
  readonly date: VagueDate;
  /** The words of the source that gave the date: `in October`. */
  readonly dateWords: string;
  readonly text: string;
  readonly saved: TimelineEvent | null;
}

export interface FigureItem extends Proposal {
  readonly kind: 'figure';
  /** As written, bound included: `up to 200`. */
  readonly value: string;
  /** The number itself, where it is one: 200. */
  readonly amount: number | null;
  readonly bound: Bound | null;
  readonly unit: string;
  /** What it counts, in a few words. */
  readonly label: string;
  readonly saved: Figure | null;
}

export type Bound = 'at-most' | 'at-least' | 'about' | 'more-than' | 'less-than' | 'nearly' | 'between';

export interface TableItem extends Proposal {
  readonly kind: 'table';
  readonly title: string | null;
  /** The first row is the header. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * A block that intake does not edit: one of the saved article, written back as it is, or a chart, a picture or a speaker's notes that
 * the source has. `picture`: the image's bytes in the original, which are saved beside the article.
 */
export interface KeptItem extends Proposal {
  readonly kind: 'kept';
  readonly block: ArticleBlock;
  readonly picture?: SourcePicture;
}

export type ActorType = 'person' | 'country' | 'organisation' | 'place' | 'other';

export interface ActorItem extends Proposal {
  readonly kind: 'actor';
  readonly name: string;
  readonly type: ActorType;
  /** A person's role where the text gives one. */
  readonly role: string | null;
  /** Other forms under which the text names it. */
  readonly aliases: readonly string[];
  readonly mentions: number;
}

export type CarriedFields = Pick<Article, 'extra' | 'source' | 'mark' | 'rights'>;

/** What is saved: the article and the text it is numbered by. */
export interface Saved {
  readonly article: Article;
  readonly source: SourceText;
  /** Files beside the article that its images name, with where their bytes are in the original. */
  readonly pictures: readonly SavedPicture[];
}

/** What a newer version of an article changes. `topic` and `item` are ids in the merged draft. */
export type MergeChange =
  | { readonly kind: 'paragraph-added'; readonly number: number; readonly text: string }
  | { readonly kind: 'paragraph-changed'; readonly number: number; readonly before: string; readonly after: string }
  | { readonly kind: 'paragraph-withdrawn'; readonly number: number; readonly text: string }
  /** What the user had saved rests on a paragraph that has changed or gone: to be looked at again. */
  | { readonly kind: 'item-affected'; readonly topic: string; readonly item: string; readonly numbers: readonly number[] }
  | { readonly kind: 'item-offered'; readonly topic: string; readonly item: string }
  | { readonly kind: 'field-differs'; readonly field: FieldName; readonly saved: string; readonly newer: string };

export interface Merge {
  /** The saved article as an accepted draft, with what is new in it proposed. */
  readonly draft: Draft;
  readonly changes: readonly MergeChange[];
}

/** Something to look at in a rewritten point before it goes on a slide. */
export type ReviewWarning =
  /** The source hedges what the point states. `hedges` are the source's words. */
  | { readonly kind: 'hedge-lost'; readonly hedges: readonly string[] }
  | { readonly kind: 'too-long'; readonly words: number; readonly allowed: number }
  /** Word for word the source's, without quotation marks. */
  | { readonly kind: 'verbatim'; readonly words: string }
  /** `recently`, `last week`: true on the day it was written only. */
  | { readonly kind: 'date-vague'; readonly words: string }
  /** A number that its source sentence does not have. */
  | { readonly kind: 'number-unsourced'; readonly number: string };
