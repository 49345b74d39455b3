import { DECK_FORMATS } from '../../api/formats.ts';
import type { ActionName } from '../../api/actions.ts';
import type {
  ArticleDetail,
  ArticleSummary,
  BriefingSummary,
  Deck,
  ExportDone,
  ExportProgress,
  FileProblems,
  Host,
  Problem,
  Recent,
  ReviewSummary,
  Settings,
  Slide,
  Template,
  WorkspaceInfo,
} from '../types.ts';
import type { OpenArticle } from './article.ts';
import type { OpenAdopt } from './adopt.ts';
import { NO_DESIGN, type Designing } from './design.ts';
import { NO_COMPANY, type Company } from './company.ts';
import type { OpenCompare } from './compare.ts';
import type { OpenDocument } from './document.ts';
import type { Incoming } from './intake.ts';
import type { OpenMerge } from './merge.ts';
import type { OpenReview } from './review.ts';
import { NO_QUERY, type Query } from './search.ts';

/** Everything on screen, in one place. Changed only by functions from state to state. */
export interface AppState {
  readonly phase: 'starting' | 'ready';
  /** Whether the host answers. Gone: what is typed stays here until it does. */
  readonly connection: 'here' | 'gone';
  /** Whether the browser's storage has what is typed, too. */
  readonly kept: boolean;
  /** Steps of a review that are shown and not saved: they are in this window alone. */
  readonly waitingSteps: number;
  readonly host: Host | null;
  readonly version: string;
  readonly settings: Settings;
  readonly recent: readonly Recent[];
  readonly workspace: WorkspaceInfo | null;
  /** Why there is no workspace. */
  readonly startProblems: readonly Problem[];
  readonly briefings: readonly BriefingSummary[];
  readonly library: Library;
  readonly query: Query;
  /** Articles whose topics are shown, where nothing is searched for. */
  readonly expanded: ReadonlySet<string>;
  readonly templates: readonly Template[];
  readonly doc: OpenDocument | null;
  /** A workspace or briefing is being opened: nothing is missing yet. */
  readonly opening: boolean;
  /** A briefing that could not be opened, and why. */
  readonly broken: { readonly file: string; readonly problems: readonly Problem[] } | null;
  /** Wording of the articles in use, by id. */
  readonly details: Readonly<Record<string, ArticleDetail>>;
  readonly preview: Preview;
  /** The selected running-order row. */
  readonly row: number | null;
  readonly panel: Panel;
  readonly dialog: Dialog | null;
  readonly job: ExportJob | null;
  readonly notice: Notice | null;
  readonly screen: Screen;
  /** Files on their way in. */
  readonly incoming: readonly Incoming[];
  /** Reviews of this workspace that are not finished. */
  readonly reviews: readonly ReviewSummary[];
  readonly review: OpenReview | null;
  readonly reviewPreview: ReviewPreview;
  readonly merge: OpenMerge | null;
  readonly compare: OpenCompare | null;
  readonly adopt: OpenAdopt | null;
  /** The article whose text is open. */
  readonly article: OpenArticle | null;
  /** An article that was saved a moment ago: the library shows it. */
  readonly arrived: string | null;
  readonly company: Company;
  readonly designing: Designing;
}

/** What fills the window: the briefing, the taking in of files, the review of one, the merging of an edited deck, or an article's text. */
export type Screen = 'briefing' | 'intake' | 'review' | 'merge' | 'article';

/** The slides of the topic under review. */
export interface ReviewPreview {
  readonly deck: Deck | null;
  readonly problems: readonly Problem[];
  /** The deck is of an earlier state. */
  readonly failed: boolean;
}

export interface Library {
  readonly articles: readonly ArticleSummary[];
  readonly problems: readonly FileProblems[];
  readonly loading: { readonly done: number; readonly of: number } | null;
}

export interface Preview {
  /** The last good deck. */
  readonly deck: Deck | null;
  /** Of the last attempt; with errors the deck above is an older one. */
  readonly problems: readonly Problem[];
  readonly state: 'empty' | 'working' | 'current' | 'failed';
  /** The slide shown large. */
  readonly slide: string | null;
  /** The item to show as soon as it has a slide: it has just been chosen. */
  readonly follow: string | null;
}

export type Panel = 'notes' | 'wording' | 'problems';

export type Dialog =
  | {
      readonly kind:
        | 'details'
        | 'open'
        | 'new'
        | 'new-article'
        | 'rename'
        | 'keys'
        | 'templates'
        | 'workspace'
        | 'export'
        | 'handover'
        | 'save-article'
        | 'add-template'
        | 'merge'
        | 'compare'
        | 'adopt'
        | 'save-merge';
    }
  | { readonly kind: 'doctor' | 'design'; readonly template: string }
  | { readonly kind: 'own'; readonly index: number | null; readonly at: number };

export interface ExportJob {
  readonly id: string;
  readonly progress: ExportProgress | null;
  readonly done: ExportDone | null;
}

export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'problem';
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly action: { readonly label: string; readonly name: ActionName } | null;
}

export const FIRST_SETTINGS: Settings = {
  appearance: 'system',
  panes: { library: 0.26, order: 0.28 },
  welcomed: false,
  export: { formats: [...DECK_FORMATS], audience: 'presenter' },
};

export const FIRST: AppState = {
  phase: 'starting',
  connection: 'here',
  kept: true,
  waitingSteps: 0,
  host: null,
  version: '',
  settings: FIRST_SETTINGS,
  recent: [],
  workspace: null,
  startProblems: [],
  briefings: [],
  library: { articles: [], problems: [], loading: null },
  query: NO_QUERY,
  expanded: new Set(),
  templates: [],
  doc: null,
  opening: false,
  broken: null,
  details: {},
  preview: { deck: null, problems: [], state: 'empty', slide: null, follow: null },
  row: null,
  panel: 'notes',
  dialog: null,
  job: null,
  notice: null,
  screen: 'briefing',
  incoming: [],
  reviews: [],
  review: null,
  reviewPreview: { deck: null, problems: [], failed: false },
  merge: null,
  compare: null,
  adopt: null,
  article: null,
  arrived: null,
  company: NO_COMPANY,
  designing: NO_DESIGN,
};

/** What the library's events bring: changed articles in the place of the old, gone ones out; problems of the files that are named, as they are now. */
export function mergeLibrary(
  library: Library,
  event: {
    readonly changed: readonly ArticleSummary[];
    readonly gone: readonly string[];
    readonly problems: readonly FileProblems[];
    readonly loading: Library['loading'];
  },
): Library {
  const { changed, gone, loading } = event;
  const files = new Set(event.problems.map(({ file }) => file));
  const others = library.problems.filter(({ file }) => !files.has(file));
  const problems = files.size === 0 ? library.problems : [...others, ...event.problems.filter((file) => file.problems.length > 0)];
  if (changed.length + gone.length === 0) return { ...library, problems, loading };
  const articles = new Map(library.articles.map((article) => [article.id, article]));
  for (const id of gone) articles.delete(id);
  for (const article of changed) articles.set(article.id, article);
  return { articles: [...articles.values()], problems, loading };
}

/** The slide to show when another running-order item is selected: its first. */
export function firstSlideOf(deck: Deck | null, key: string): Slide | null {
  return deck?.slides.find(({ topic }) => topic === key) ?? null;
}

/** A new deck; the slide in sight stays, or the one nearest to where it was. */
export function showDeck(preview: Preview, deck: Deck | null, problems: readonly Problem[]): Preview {
  if (!deck) return { ...preview, problems, state: preview.deck ? 'failed' : 'empty' };
  const followed = preview.follow === null ? null : firstSlideOf(deck, preview.follow);
  if (followed) return { deck, problems, state: 'current', slide: followed.id, follow: null };
  const stays = deck.slides.some(({ id }) => id === preview.slide);
  const before = preview.deck?.slides.findIndex(({ id }) => id === preview.slide) ?? 0;
  const near = deck.slides[Math.max(0, Math.min(before, deck.slides.length - 1))] ?? null;
  return { ...preview, deck, problems, state: 'current', slide: stays ? preview.slide : (near?.id ?? null) };
}

/** Problems of the whole screen, each once: of saving, of the deck, of the library's broken files. */
export function allProblems({ doc, preview, library }: Pick<AppState, 'doc' | 'preview' | 'library'>): readonly Problem[] {
  const failed = doc?.saving.kind === 'failed' ? doc.saving.problems : [];
  const files = library.problems.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
  const keyOf = (p: Problem): string => `${p.code}|${p.message}|${JSON.stringify(p.place)}`;
  return [...new Map([...failed, ...preview.problems, ...files].map((p) => [keyOf(p), p])).values()];
}
