import type { Run } from '../base/text.ts';
import type { FaceUse } from '../layout/types.ts';
import type { FontChoice, FontRole, LevelStyle, Palette } from '../template/theme/types.ts';

/**
 * What a deck comes to on one page of paper: what is read on the way to the meeting. It is made from the view that the deck's slides are
 * made from, with the deck's numbers of sources, so neither says what the other does not. Whatever stands in it stands on its page: it is
 * measured when it is made, and both writers draw the same.
 */
export interface Brief {
  readonly title: string;
  readonly subtitle: string | null;
  /** For whom, by whom, of when; empty: nothing is known of it. */
  readonly facts: string;
  /** As the deck's. */
  readonly date: string | null;
  readonly presenter: string | null;
  readonly mark: string | null;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly stamp: string;
  readonly words: BriefWords;
  readonly topics: readonly BriefTopic[];
  readonly figures: readonly BriefFigure[];
  readonly dates: readonly BriefDate[];
  /** Those that the brief refers to, by article. */
  readonly sources: readonly BriefSource[];
  readonly disclaimers: readonly string[];
  readonly look: BriefLook;
}

/** Lectern's own words on it, in the deck's language. */
export interface BriefWords {
  readonly figures: string;
  readonly dates: string;
  readonly sources: string;
  readonly version: string;
  readonly ownLine: string;
}

export interface BriefTopic {
  readonly headline: readonly Run[];
  /** Its summary, or what was found in one sentence; null: the headline says all. */
  readonly text: readonly Run[] | null;
  /** The briefer's own words: neither text nor points have a source. */
  readonly own: boolean;
  /** Of a slide of the briefing's own, which has no summary. */
  readonly points: readonly BriefPoint[];
}

export interface BriefPoint {
  readonly runs: readonly Run[];
  /** Null: a bullet. */
  readonly number: number | null;
}

export interface BriefFigure {
  readonly value: string;
  /** Empty: it has none. */
  readonly unit: string;
  readonly label: readonly Run[];
}

export interface BriefDate {
  readonly date: string;
  readonly runs: readonly Run[];
}

/** One line: an article with the numbers that lead to its paragraphs, or a footnote. */
export interface BriefSource {
  readonly parts: readonly SourcePart[];
}

export interface SourcePart {
  readonly text: string;
  /** A web address. */
  readonly href?: string;
  /** References of this number lead here. */
  readonly number?: number;
}

export const BRIEF_STYLES = [
  'title',
  'subtitle',
  'facts',
  'topic',
  'text',
  'section',
  'value',
  'label',
  'date',
  'event',
  'source',
  'mark',
  'footer',
] as const;
export type BriefStyle = (typeof BRIEF_STYLES)[number];

/** How it looks: the theme's fonts and its light colours, on white paper. Points. */
export interface BriefLook {
  readonly paper: Paper;
  readonly fonts: Readonly<Record<FontRole, FontChoice>>;
  readonly colors: Readonly<Record<'ink' | 'quiet' | 'accent' | 'link' | 'line', string>>;
  /** The theme's light colours, as a document names them. */
  readonly palette: Palette;
  /** The share of its full size that type is set in. */
  readonly scale: number;
  /** At that size. Their colours are `colors`. */
  readonly styles: Readonly<Record<BriefStyle, LevelStyle>>;
  /** Points from line to line, as its letters' fonts have it. */
  readonly pitches: Readonly<Record<BriefStyle, number>>;
  /** Figures beside each other. */
  readonly columns: number;
  /** The faces it is set in with their characters, for files that have fonts in them. */
  readonly faces: readonly FaceUse[];
}

export interface Paper {
  readonly name: 'A4' | 'letter';
  readonly width: number;
  readonly height: number;
  /** Left and right; above and below, where the mark and the version stand. */
  readonly side: number;
  readonly edge: number;
}
