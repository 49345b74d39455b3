import type { Parts } from '../../../base/ooxml/zip.ts';
import type { Refit } from '../../../layout/index.ts';
import type { Scene } from '../../../layout/types.ts';

/** What a user decides about a conflict: what the colleague has, what the briefing gives now, both, or words of the user's own. */
export type Choice = 'theirs' | 'ours' | 'both' | { readonly words: readonly string[] };

/**
 * - `words`, `cell`, `notes`: the same paragraph, cell or stretch was changed on both sides.
 * - `chart`, `picture`: the same chart's data or picture was.
 * - `box`: what a colleague edited is not on the slide any more, or was drawn anew under shapes of theirs.
 * - `slide-deleted`: a slide that was deleted by hand has other facts now.
 * - `slide-withdrawn`: a slide that was edited by hand is not in the briefing any more.
 * - `division`: a slide is divided anew, under what was done to its parts by hand.
 * - `source`: what a source label led to is no source any more.
 * - `design`: masters, layouts or theme were changed by hand, and the template has changed.
 */
export type ConflictKind =
  'words' | 'cell' | 'notes' | 'chart' | 'picture' | 'box' | 'slide-deleted' | 'slide-withdrawn' | 'division' | 'source' | 'design';

/** What both sides changed, each in another way. */
export interface Conflict {
  /** The same for the same conflict of the same two decks, whenever it is found. */
  readonly id: string;
  readonly kind: ConflictKind;
  /** Our id of the slide; null where it is none of one slide. */
  readonly slide: string | null;
  /** Its title in the merged deck, else in the deck that has it. */
  readonly title: string;
  /** The box, as the selection pane names it; null for a whole slide. */
  readonly box: string | null;
  /** Digests of what was handed out, by `digestOf` with the deck's stamp: whoever has its history can show the words. */
  readonly base: readonly string[];
  /** Each side's words, a paragraph each; empty where that side has nothing there. */
  readonly theirs: readonly string[];
  readonly ours: readonly string[];
  /** What can be chosen; the first stands until somebody chooses. */
  readonly choices: readonly ('theirs' | 'ours' | 'both' | 'words')[];
  /** What was chosen; null: nothing yet. */
  readonly choice: Choice | null;
}

/** What became of a slide. */
export interface SlideOutcome {
  /** From 1, in the merged deck; null for one that is not in it. */
  readonly number: number | null;
  readonly id: string | null;
  readonly title: string;
  /** `same`: neither changed it; `theirs`, `ours`: that side's stands; `merged`: from both; `added`: by hand; `new`: the briefing's; `deleted`: by hand; `withdrawn`: from the briefing. */
  readonly from: 'same' | 'theirs' | 'ours' | 'merged' | 'added' | 'new' | 'deleted' | 'withdrawn';
}

export interface MergeInput {
  /** The edited deck. */
  readonly theirs: Parts;
  /** What the briefing gives now, as we write it, with its recipe. */
  readonly ours: Parts;
  readonly choices?: ReadonlyMap<string, Choice>;
  /** Looks that were changed by hand stay even where the template has changed. */
  readonly keepLooks?: boolean;
  /** Our deck as it was laid out, and what measures in it: words that were put into a box are fitted to it. Null: they are left to PowerPoint. */
  readonly layout: { readonly slides: Scene['slides']; readonly refit: Refit } | null;
  /** The deck's handling mark now: slides that do not have it are named. */
  readonly mark?: string | null;
  /** What comments say of when they were made: `YYYY-MM-DDTHH:MM:SS.000`. */
  readonly at: string;
}

/** A box whose words had to be made smaller; `scale` is the share of its type, null: they do not fit even at half. */
export interface ShrunkBox {
  /** From 1, in the merged deck. */
  readonly number: number;
  readonly title: string;
  readonly box: string;
  readonly scale: number | null;
}

export interface Merged {
  readonly parts: Parts;
  /** Slides of the merged deck without its handling mark: a hand added them, or the briefing has them no more. */
  readonly unmarked: readonly Pick<ShrunkBox, 'number' | 'title'>[];
  /** Slides of the merged deck at which a comment of an earlier merge still stands. */
  readonly unsettled: readonly Pick<ShrunkBox, 'number' | 'title'>[];
  readonly shrunk: readonly ShrunkBox[];
  readonly conflicts: readonly Conflict[];
  readonly slides: readonly SlideOutcome[];
}
