import type { HistoryAt } from '../handed-out.ts';
import type { Answer, Payload } from '../../api/contract.ts';
import type { Problem } from '../../core/base/errors.ts';
import type { DoctorReport } from '../../core/template/company/index.ts';
import type { Design, DesignChange } from '../../core/template/theme/index.ts';
import type { LayoutBinding } from '../../core/template/company/types.ts';
import type { Pack } from '../../core/template/types.ts';
import type { MarkLines } from '../../core/pipeline/marks.ts';
import type { DeckDiff, WordSpan } from '../../core/write/pptx/diff/types.ts';
import type { Conflict } from '../../core/write/pptx/merge/types.ts';
import type { ArticleFile } from '../articles.ts';
import type { Sources } from '../build.ts';
import type { Offer, WordedArticle } from '../home/index.ts';
import type { MergedDeck, MergeSettings } from '../merge.ts';

/** A pack's folder, and how problems name it. `state` is another when its files may be others. */
export interface PackAt {
  readonly folder: string;
  readonly shown: string;
  readonly state: string;
}

/** A pack without what only a deck needs. */
export interface Described {
  /** Null: it is none, see the problems. */
  readonly manifest: Pick<Pack['manifest'], 'name' | 'description' | 'version' | 'options' | 'powerpoint'> | null;
  readonly problems: readonly Problem[];
}

/** A pack read whole, where the work is done. */
export interface LoadedPack {
  readonly pack: Pack | null;
  readonly problems: readonly Problem[];
}

/** An article by its file, which is read where the work is done. `state` is another when the file may be another. */
export type ArticleAt = Pick<ArticleFile, 'file' | 'shown'> & { readonly state: string };

/** What a deck is made from. */
export interface DeckWork {
  /** Without what is wrong with them, which the service tells. */
  readonly sources: Omit<Sources, 'articles' | 'placeOf' | 'problems'>;
  /** Of the workspace, or as they are where they are on no disk. */
  readonly articles: readonly (readonly [id: string, article: ArticleAt | ArticleFile])[];
  readonly pack: PackAt;
}

/** A .pptx. */
export interface DeckAt {
  /** A path, which is read where the work is done, or what was given. */
  readonly content: string | Uint8Array;
  /** How problems name it. */
  readonly shown: string;
}

export interface PreviewRequest extends DeckWork {
  /** Who asks, and what was sent before. */
  readonly asked: Pick<Payload<'preview.render'>, 'channel' | 'since' | 'limit' | 'explain'>;
  /** The whole briefing's items, and the place of each among those of `sources`; null: it is left out. */
  readonly items: Sources['briefing']['items'];
  readonly kept: readonly (number | null)[];
  /** Slides of this item alone; null: all. */
  readonly only: number | null;
}

export type Rendered = Answer<'preview.render'>;

export interface PreviewAnswer extends Rendered {
  /** Bytes of fonts by their id, each told once by each thread. */
  readonly bytes: readonly (readonly [id: string, bytes: Uint8Array])[];
}

/** An edited deck to be merged with what a briefing gives now. */
export interface MergeWork extends DeckWork {
  readonly edited: DeckAt;
  readonly settings: MergeSettings;
  /** Where the words of what was handed out may be. */
  readonly history: HistoryAt;
  /** The merged file is wanted if both decks are still those of this `Looked.state`; null: it is not. */
  readonly wanted: string | null;
}

/** What both sides changed, as it is shown: with the words that were handed out (null where they are not known here), and what differs from them. */
export interface LookedConflict extends Conflict {
  readonly baseWords: readonly string[] | null;
  /** The lines of each side, held against those that were handed out, or else against the other side's. */
  readonly marked: Readonly<Record<'theirs' | 'ours', ReturnType<MarkLines>>>;
}

export interface Looked extends Pick<MergedDeck, 'slides'> {
  readonly conflicts: readonly LookedConflict[];
  /** The same for the same two decks. */
  readonly state: string;
  readonly bytes: Uint8Array | null;
  readonly problems: readonly Problem[];
}

/** Two decks to be compared; null: what a briefing gives now, which is then `now`. */
export interface CompareWork {
  readonly from: DeckAt | null;
  readonly to: DeckAt | null;
  readonly now: DeckWork | null;
}

/** An edited deck of which something may come home. */
export interface HomeWork extends DeckWork {
  readonly edited: DeckAt;
  /** What is taken into the briefing and what into articles, by the ids of offers, if both decks are still those of this state. */
  readonly decided: { readonly state: string; readonly take: readonly string[]; readonly toArticle: readonly string[] } | null;
}

/** What may come home, as it is shown. */
export interface LookedHome {
  readonly state: string;
  readonly offers: readonly (Pick<Offer, 'id' | 'slide' | 'was' | 'now' | 'question'> & {
    readonly kind: Offer['edit']['kind'];
    readonly spans: readonly WordSpan[];
    /** The article's file. */
    readonly article: string | null;
  })[];
  readonly stays: readonly Problem[];
  readonly problems: readonly Problem[];
  /** Null: nothing was decided, or on other decks. */
  readonly taken: {
    readonly briefing: Sources['briefing'];
    readonly articles: readonly WordedArticle[];
    readonly problems: readonly Problem[];
  } | null;
}

/** What is done on strangers' templates and words, where it can be ended. Plain data in and out; each throws problems. */
export interface Workshop {
  readonly preview: (request: PreviewRequest) => Promise<PreviewAnswer>;
  readonly merge: (request: MergeWork) => Promise<Looked>;
  readonly compare: (request: CompareWork) => Promise<{ readonly diff: DeckDiff; readonly problems: readonly Problem[] }>;
  readonly adopt: (request: HomeWork) => Promise<LookedHome>;
  readonly describe: (pack: PackAt) => Promise<Described>;
  /** Files that are on no disk as yet. */
  readonly read: (request: { readonly files: ReadonlyMap<string, Uint8Array>; readonly shown: string }) => Promise<Described>;
  readonly examine: (pack: PackAt) => Promise<{ readonly report: DoctorReport; readonly problems: readonly Problem[] }>;
  /** An organisation's file as a pack's files. */
  readonly make: (request: {
    readonly bytes: Uint8Array;
    readonly file: string;
    readonly title: string;
    readonly folder: string;
  }) => Promise<{
    readonly files: ReadonlyMap<string, Uint8Array>;
    readonly problems: readonly Problem[];
  }>;
  readonly design: (pack: PackAt) => Promise<Design>;
  /** Files of a pack that are others with these changes. */
  readonly redesign: (request: {
    readonly pack: PackAt;
    readonly changes: readonly DesignChange[];
  }) => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly remap: (request: {
    readonly pack: PackAt;
    readonly changes: Readonly<Record<string, Partial<LayoutBinding>>>;
  }) => Promise<ReadonlyMap<string, Uint8Array>>;
}

export type WorkName = keyof Workshop;

/** A workshop somewhere else. */
export interface Work {
  /**
   * `owner`: who asks, of whom there may be several at a time. `file` is what problems name. Throws what the workshop throws, and
   * `job/too-slow` or `job/too-much-memory` where it went beyond its bounds.
   */
  readonly run: <K extends WorkName>(
    owner: string,
    name: K,
    request: Parameters<Workshop[K]>[0],
    file: string,
  ) => Promise<Awaited<ReturnType<Workshop[K]>>>;
  readonly close: () => void;
}
