import type { Article, SourceText } from '../article/types.ts';
import type { BlockView, ListsView } from '../block/types.ts';
import type { FigureView } from '../block/figures/types.ts';
import type { QuotationView } from '../block/quotation/types.ts';
import type { LineView } from '../block/text/types.ts';
import type { EventView } from '../block/timeline/types.ts';
import type { Words } from './words.ts';

export type { BlockView } from '../block/types.ts';
export type { ChartView } from '../block/chart/types.ts';
export type { FigureView } from '../block/figures/types.ts';
export type { ImageView } from '../block/image/types.ts';
export type { QuotationView } from '../block/quotation/types.ts';
export type { TableView } from '../block/table/types.ts';
export type { LineView, PointView } from '../block/text/types.ts';
export type { EventView } from '../block/timeline/types.ts';

export type Depth = 'headline' | 'points' | 'full';

export type OptionValue = string | number | boolean;

/** `NAME.briefing.yaml`: which topics, in which order, how deep, for whom, in how many minutes. */
export interface Briefing {
  readonly title: string;
  readonly subtitle: string | null;
  readonly audience: string | null;
  readonly presenter: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly minutes: number | null;
  /** A line that stands on every slide: a handling mark, DRAFT, an embargo. */
  readonly mark: string | null;
  /** A BCP 47 tag; null: the first article's. */
  readonly language: string | null;
  readonly template: string;
  readonly options: Readonly<Record<string, OptionValue>>;
  /** What is said on slides that are no topic's; null: what the template says there. */
  readonly notes: DeckNotes | null;
  /** How long slides that are no topic's take, in seconds. Absent: the template's notes or a glance. */
  readonly seconds?: DeckSeconds;
  /** Slides that are no topic's and are left out: `agenda`, `sources`. Absent: none. */
  readonly without?: readonly string[];
  readonly items: readonly BriefingItem[];
}

/** Notes of the deck's own slides. Markdown as in `:::notes`, without references. */
export interface DeckNotes {
  readonly title: string | null;
  readonly agenda: string | null;
  readonly sources: string | null;
}

/** Of those of the deck's own slides that the briefing gives a time. */
export type DeckSeconds = Readonly<Partial<Record<keyof DeckNotes, number>>>;

export type BriefingItem = TopicItem | OwnItem;

/** `- section: Options`: a part of the running order that begins with the item below it. */
export interface SectionStart {
  readonly title: string;
  /** What the part comes to, in one sentence. */
  readonly finding: string | null;
}

export interface TopicItem {
  readonly kind: 'topic';
  readonly article: string;
  readonly topic: string;
  readonly depth: Depth;
  readonly overrides: Overrides | null;
  /** The layout of the template that its slide shall stand in; absent: the template's, or Lectern's choice. */
  readonly layout?: string;
  /** How long it is to take; absent: its share of what the briefing has left, by what is said. */
  readonly minutes?: number;
  /** Absent: it goes on with the section before. */
  readonly section?: SectionStart;
}

/**
 * What this briefing alone says otherwise than the article, docs/content-format.md. Markdown inline syntax; references by the article's
 * paragraph numbers. Lines and items are named as they stand in the article (`override/address.ts`); lists that say nothing are absent.
 */
export interface Overrides {
  readonly headline: string | null;
  readonly summary: string | null;
  readonly points: readonly PointOverride[];
  readonly notes: string | null;
  /** `shortHash` of the article's headline, summary and notes as they were; without one it is not noticed that they have changed. */
  readonly hashes?: Readonly<Partial<Record<WholeField, string>>>;
  readonly lines?: readonly LineOverride[];
  readonly removed?: readonly Removal[];
  readonly added?: readonly Addition[];
  readonly moved?: readonly Move[];
  /** Slides of the topic that are left out: `timeline`, or `timeline/2` for the second of its kind. */
  readonly without?: readonly string[];
}

/** Fields of a topic that are worded as a whole. */
export type WholeField = 'headline' | 'summary' | 'notes';

/** Whether the words have a source: true, the article's line's; false, none; absent, what they refer to themselves. */
interface Sourced {
  readonly sourced?: boolean;
}

export interface PointOverride extends Sourced {
  /** Which point of the topic, from 1, counted over all its lists, sub-points after their parent. */
  readonly position: number;
  /** `shortHash` of the original point's Markdown when the override was written. */
  readonly hash: string;
  readonly text: string;
}

/** Other words for any line of a topic. */
export interface LineOverride extends Sourced {
  /** `timeline/1/2.date`: the date of the second entry of the topic's first timeline. */
  readonly at: string;
  /** Of the line as it was: `lineHash`. */
  readonly hash: string;
  /** Empty: nothing stands there. A number as programs write it is read alike in every language. */
  readonly text: string | number;
}

export interface Removal {
  /** An item with all below it, a block, or `summary`. */
  readonly at: string;
  /** Of all that goes: `wholeHash`. */
  readonly hash: string;
}

export interface Addition {
  /** The item that it stands behind; a number 0 at its end: before the first. `added/1`: behind or (`added/1/0`) below another one of this list. */
  readonly after: string;
  /** Of that item; absent where there is none. */
  readonly hash?: string;
  /** Of an item that is one line; behind a block or `summary`: Markdown of blocks. */
  readonly text?: string;
  /** Of a row: its cells, in the order in which the article writes them. */
  readonly cells?: readonly (string | number)[];
}

export interface Move {
  readonly at: string;
  readonly hash: string;
  /** As an addition's. */
  readonly after: string;
  readonly afterHash?: string;
}

export interface OwnItem {
  readonly kind: 'own';
  /** Stable inside the briefing. */
  readonly id: string;
  readonly title: string;
  /** Markdown of the article grammar below a topic heading. */
  readonly body: string;
  /** As a topic's. */
  readonly layout?: string;
  readonly minutes?: number;
  readonly section?: SectionStart;
}

/** What `compose` reads of an article: it, its numbered source text if there is one, and a hash of its bytes. */
export interface ArticleEntry {
  readonly article: Article;
  readonly source: SourceText | null;
  /** SHA-256 of the article's file, hex. */
  readonly hash: string;
}

/**
 * What a template fills. Every key is always there (null or an empty list), so that a strict template
 * can test it; a misspelt path is found by checking the template against `VIEW_SCHEMA`, not at run time.
 * `refs` here and in `RefRun`s are the deck's source numbers.
 */
export interface View {
  readonly deck: DeckView;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly words: Words;
  /** The running order: topics and own slides. */
  readonly items: readonly ItemView[];
  /** The chosen topics alone. */
  readonly topics: readonly ItemView[];
  readonly articles: readonly ArticleView[];
  /** The chosen topics' events that their depth admits, in one order of time; undated ones keep their place among their neighbours. */
  readonly timeline: readonly EventView[];
  readonly quotations: readonly QuotationView[];
  readonly figures: readonly FigureView[];
  readonly actors: readonly string[];
  readonly sources: readonly SourceEntry[];
  /** The same by article: one entry each, with the paragraphs that the deck rests on and the topics that do. */
  readonly sourceGroups: readonly SourceGroup[];
  /** For an agenda of more than eight items: by the briefing's sections, else by article where there are several; empty otherwise. */
  readonly groups: readonly GroupView[];
  readonly disclaimers: readonly string[];
  /** What differs from an earlier deck; null where nobody asked, or nothing does. */
  readonly changes: ChangesView | null;
}

export interface ChangesView {
  /** The most important ones, the old value and the new one first. */
  readonly lines: readonly LineView[];
  /** All of them, with the old words and the new ones; empty in the audience's copy. */
  readonly notes: readonly LineView[];
}

/** In what the deck differs from an earlier one. `words`: a line, a cell or a chart's value. */
export interface DeckChange {
  readonly kind: 'words' | 'added' | 'removed' | 'moved';
  /** The title of its slide. */
  readonly slide: string;
  /** What it is a value of: `Quay, 2026`; null for a line. */
  readonly where: string | null;
  /** Numbers and dates that differ. */
  readonly values: readonly { readonly from: string | null; readonly to: string | null }[];
  /** Null where one of the decks has no such line. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What a cover says, each name and date once: a line is null where another one says it already. */
export interface CoverView {
  /** The title up to its colon or dash, and what stands behind; `sub` null where it has neither. */
  readonly main: string;
  readonly sub: string | null;
  readonly subtitle: string | null;
  readonly audience: string | null;
  readonly presenter: string | null;
  readonly byline: string | null;
  readonly date: string | null;
}

/** An item as lists of items show it. */
export interface EntryView {
  readonly key: string;
  readonly number: number;
  readonly headline: LineView;
  readonly finding: LineView | null;
  readonly minutes: number | null;
}

export interface GroupView {
  readonly title: string;
  /** Numbers of its first and last item. */
  readonly from: number;
  readonly to: number;
  readonly minutes: number | null;
  readonly items: readonly EntryView[];
}

/** A section of the briefing. */
export interface SectionView extends GroupView {
  /** From 1, and how many there are. */
  readonly number: number;
  readonly of: number;
  readonly finding: string | null;
}

export interface DeckView {
  /** Whole; `cover` has it in two levels. */
  readonly title: string;
  readonly cover: CoverView;
  readonly subtitle: string | null;
  readonly audience: string | null;
  readonly presenter: string | null;
  /** Whose articles it is made from, in one line: “Ana Ruiz, The Port Review, 12 May 2025”, “4 articles by Ana Ruiz and Omar Haddad”. */
  readonly byline: string | null;
  /**
   * The briefing's, else the one date on which its articles were published, as precise as it was written: `YYYY-MM-DD`,
   * `YYYY-MM` or `YYYY`. Null where there is none: nothing on a slide has a date then.
   */
  readonly date: string | null;
  /** The same in the deck's language. */
  readonly dateText: string | null;
  readonly minutes: number | null;
  /** Estimated speaking time in minutes, 130 words a minute of notes, else of the slide's text. */
  readonly speakingMinutes: number;
  readonly mark: string | null;
  /** The briefing's notes for these slides; empty where it has none, and in the audience's copy. */
  readonly notes: Readonly<Record<keyof DeckNotes, readonly LineView[]>>;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** False in the audience's copy: no notes, no excerpts. */
  readonly forPresenter: boolean;
  /** Eight hex digits over briefing, articles and pack; tells an outdated copy. */
  readonly stamp: string;
}

export interface ArticleView {
  readonly id: string;
  readonly title: string;
  readonly standfirst: string | null;
  readonly authors: readonly string[];
  readonly authorLine: string;
  readonly published: string | null;
  readonly publishedText: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly bio: string | null;
  readonly disclaimer: string | null;
}

/** A topic or an own slide of the running order. Lists that its depth leaves out are empty. */
export interface ItemView extends ListsView {
  /** `article/topic`, or `own/ID`. Unique in the deck unless a topic was chosen twice. */
  readonly key: string;
  readonly isTopic: boolean;
  readonly isOwn: boolean;
  readonly depth: Depth;
  readonly article: ArticleView | null;
  readonly heading: string;
  readonly headline: LineView;
  /** Null where it says no more than the headline; its references stay in `refs`. */
  readonly summary: LineView | null;
  /** Everything the depth admits, in the author's order; the lists have the same by kind. */
  readonly blocks: readonly BlockView[];
  readonly notes: readonly LineView[];
  readonly refs: readonly number[];
  readonly speakingMinutes: number;
  /** Place in the running order, from 1, and how many items it has. */
  readonly number: number;
  readonly of: number;
  /** Its share of the briefing's minutes, by what is said; all shares sum to the whole. Null: the briefing has no minutes. */
  readonly minutes: number | null;
  /** One sentence for lists of topics: the first of the summary where that says more than the headline, else the first point that does. */
  readonly finding: LineView | null;
  /** The paragraphs that its slides rest on, `¶ 6–8`; empty without any. */
  readonly cited: string;
  /** Whose words they are and where they stand: `Ana Ruiz, The Port Review, 12 May 2025, ¶ 6–8`; footnotes by their numbers. Null for own slides. */
  readonly sourceLine: LineView | null;
  /** The section it stands in, and whether it is the first there. */
  readonly section: SectionView | null;
  readonly opensSection: boolean;
  /** Where several items at the depth of a headline follow each other, the first has all of them, so that one slide may show them. */
  readonly overview: readonly EntryView[];
  /** It is one of these and not the first. */
  readonly inOverview: boolean;
}

/** An article that the deck rests on. */
export interface SourceGroup {
  readonly article: ArticleView;
  /** All that the deck refers to, `¶ 2–6, 8`; empty where nothing does. */
  readonly cited: string;
  readonly topics: readonly { readonly key: string; readonly heading: string; readonly cited: string }[];
  /** Footnotes, by the deck's numbers. */
  readonly notes: readonly { readonly number: number; readonly text: string }[];
}

/** One entry on the sources slide: one paragraph of one article, or a whole article. */
export interface SourceEntry {
  /** From 1, in order of first use. */
  readonly number: number;
  readonly article: string;
  readonly authors: readonly string[];
  readonly authorLine: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly publishedText: string | null;
  readonly url: string | null;
  readonly paragraph: number | null;
  /** The paragraph's text where the source text is at hand, as far as its article's `rights` allow; null in the audience's copy. */
  readonly excerpt: string | null;
  /** Lines that rest on it and were reworded by hand, as they stand now; none in the audience's copy. */
  readonly reworded: readonly string[];
  /** A footnote of the article: its words are the title, and nothing else is known of it. */
  readonly isNote: boolean;
}
