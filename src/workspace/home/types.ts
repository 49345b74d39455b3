import { shortHash } from '../../core/base/hash.ts';
import { problem, type Problem } from '../../core/base/errors.ts';
import type { ArticleWords, BriefingEdit, LinePlace } from '../../core/briefing/index.ts';
import type { Scene } from '../../core/layout/types.ts';
import type { HandChange, HandSlide, LinePlace as DeckLine } from '../../core/write/pptx/merge/hand-types.ts';
import type { Sources } from '../build.ts';
import type { FoundTopic } from './origin.ts';
import type { ChangedPiece } from './pieces.ts';
import type { TemplateWords } from './template-words.ts';

/** A change of a colleague's that a briefing can hold. */
export interface Offer {
  /** The same for the same change of the same deck. */
  readonly id: string;
  readonly edit: BriefingEdit;
  /** In the edited deck; null for a slide that is not in it any more. */
  readonly slide: HandSlide | null;
  readonly was: string | null;
  readonly now: string | null;
  /** A number, a date, a name or a quotation is another now, or any word of a line with a source: nobody but a reader can tell whether it still says so. */
  readonly question: boolean;
  /** The line of an article that says what was changed, where its words may go instead; null: there is none. */
  readonly article: (ArticleWords & { readonly id: string }) | null;
}

/** What a colleague did to a deck, as the briefing may have it. */
export interface Homecoming {
  readonly sources: Sources;
  readonly offers: readonly Offer[];
}

/** A line of a topic, as its briefing has it. */
export interface TopicLine {
  readonly found: FoundTopic;
  readonly line: LinePlace;
}

/** Words that a hand changed, which may be a part of the line that they come from. */
export interface Wording extends TopicLine {
  readonly slide: HandSlide;
  readonly at: DeckLine;
  readonly changed: ChangedPiece;
}

/** A line of a topic that a hand took out. */
export interface Removal extends TopicLine {
  readonly slide: HandSlide;
  readonly was: string;
}

/** What a change comes to, before those of one line and of one entry are put together. */
export type Step = Wording | Removal | Offer | Problem;

/** What is looked at for one deck. */
export interface Context {
  readonly scene: Scene;
  readonly sources: Sources;
  readonly changes: readonly HandChange[];
  readonly template: TemplateWords;
  /** How problems name the deck. */
  readonly file: string;
}

/** What stays in the deck, as a warning at its slide. */
export function stays(context: Context, slide: HandSlide | null, what: string, received: string | null, hint: string): Problem {
  return problem('home/stays', {
    message: what,
    place: { file: context.file, ...(slide && { slide: { number: slide.number, title: slide.title } }) },
    ...(received !== null && { received }),
    hint,
  });
}

export const IN_DECK = 'It stays in the .pptx; lectern merge keeps it there.';

/** `article`: where the words may go instead. */
export function offered(
  edit: BriefingEdit,
  {
    slide,
    was,
    now,
    question = false,
    article = null,
  }: Pick<Offer, 'slide' | 'was' | 'now'> & Partial<Pick<Offer, 'question' | 'article'>>,
): Offer {
  return { id: shortHash(JSON.stringify([edit, was])), edit, slide, was, now, question, article };
}
