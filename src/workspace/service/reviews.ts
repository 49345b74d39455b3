import type { Answer, Payload } from '../../api/contract.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import { draftToArticle, findItem, reviewOrder, weighPoint } from '../../core/intake/index.ts';
import type { Draft } from '../../core/intake/types.ts';
import type { Sources } from '../build.ts';
import { EMPTY_BRIEFING } from './briefings.ts';
import { draftOf, move, nextSteps, take, type History } from './review-history.ts';
import type { Beginning, Review, ReviewStore } from './review-store.ts';
import { askedAbout, partsOf, updateOf, type Steps } from './review-view.ts';

type Summary = Answer<'intake.list'>['reviews'][number];
type Update = Answer<'intake.change'>;

/** The unfinished reviews of a workspace: their drafts, their steps, and what a screen that knows a revision has to hear. */
export interface Reviews {
  readonly list: () => Promise<Summary[]>;
  /** Throws `file/missing` for a review that has ended. */
  readonly find: (id: string) => Promise<Review>;
  readonly ofFile: (hash: string, name: string) => Promise<Review | null>;
  readonly begin: (id: string, beginning: Beginning, original: Uint8Array) => Promise<void>;
  /** Another beginning for the same file; the steps so far are gone. Throws `file/write`, and the review is what it was. */
  readonly beginAnew: (review: Review, beginning: Beginning) => Promise<void>;
  readonly whole: (review: Review) => Answer<'intake.get'>;
  readonly change: (request: Payload<'intake.change'>) => Promise<Update>;
  readonly step: (request: Payload<'intake.undo'>, by: -1 | 1) => Promise<Update>;
  readonly weigh: (request: Payload<'intake.weigh'>) => Promise<Answer<'intake.weigh'>>;
  readonly drop: (id: string) => Promise<void>;
}

/** Revisions whose drafts are kept, so that a screen hears only what changed since. */
const REVISIONS = 30;

export function openReviews(store: ReviewStore, now: () => number): Reviews {
  const known = new Map<string, Review>();
  const drafts = new WeakMap<Review, Map<number, Draft>>();
  let looking: Promise<unknown> = Promise.resolve();
  const look = async (): Promise<void> => {
    // What was sent before is of another draft.
    for (const review of await store.refresh(known)) drafts.delete(review);
  };
  /** As they are now, whoever else goes on with them. */
  const all = async (): Promise<Map<string, Review>> => {
    const turn = looking.then(look, look);
    looking = turn.catch(() => undefined);
    await turn;
    return known;
  };

  const find = async (id: string): Promise<Review> => {
    const review = (await all()).get(id);
    if (review) return review;
    throw new LecternError(
      problem('file/missing', { message: 'this review has ended', received: id, hint: 'Take the file in again, or open its article.' }),
    );
  };

  const sent = (review: Review): Steps => {
    const sentBefore = drafts.get(review) ?? new Map<number, Draft>();
    drafts.set(review, sentBefore.set(review.revision, draftOf(review.history)));
    for (const revision of sentBefore.keys()) if (sentBefore.size > REVISIONS) sentBefore.delete(revision);
    return { revision: review.revision, ...nextSteps(review.history) };
  };

  const update = (review: Review, since: number): Update => {
    const before = drafts.get(review)?.get(since) ?? null;
    return updateOf(before, draftOf(review.history), sent(review));
  };

  const become = (review: Review, history: History, since: number): Update => {
    if (history !== review.history) {
      review.history = history;
      review.changed = now();
      review.revision += 1;
      store.keep(review);
    }
    return update(review, since);
  };

  return {
    find,
    list: async () => [...(await all()).values()].sort((a, b) => b.changed - a.changed).map(summaryOf),
    ofFile: async (hash, name) => {
      const same = ({ beginning }: Review): boolean => beginning.taken.file.hash === hash && beginning.taken.file.name === name;
      return [...(await all()).values()].find(same) ?? null;
    },
    begin: async (id, beginning, original) => {
      const history = { operations: [], drafts: [beginning.start], at: 0 };
      const review: Review = { id, beginning, history, changed: beginning.opened, revision: now() };
      await store.begin(review, original);
      known.set(id, review);
    },
    beginAnew: async (review, beginning) => {
      const { beginning: old, history, changed } = review;
      const begins = (state: Pick<Review, 'beginning' | 'history' | 'changed'>): void => {
        Object.assign(review, state, { revision: review.revision + 1 });
        // What was sent before is of another draft.
        drafts.delete(review);
      };
      begins({ beginning, history: { operations: [], drafts: [beginning.start], at: 0 }, changed: now() });
      await store.begin(review, null).catch((error: unknown) => {
        begins({ beginning: old, history, changed });
        throw error;
      });
    },
    whole: (review) => {
      const { problems, changes, taken } = review.beginning;
      const { bytes, charset } = taken.file;
      return { ...identityOf(review), bytes, charset, problems, changes, parts: partsOf(draftOf(review.history), sent(review)) };
    },
    change: async ({ review: id, since, operation }) => {
      const review = await find(id);
      return become(review, take(review.history, operation), since);
    },
    step: async ({ review: id, since }, by) => {
      const review = await find(id);
      return become(review, move(review.history, by), since);
    },
    weigh: async ({ review: id, item, text }) => {
      const draft = draftOf((await find(id)).history);
      const found = findItem(draft, item);
      if (found?.item.kind !== 'point') return { warnings: [], clause: null };
      const { warnings, clause } = weighPoint(draft, found.item, text);
      return { warnings, clause };
    },
    drop: async (id) => {
      known.delete(id);
      await store.drop(id);
    },
  };
}

/** What of a review no step changes. */
function identityOf({ id, beginning }: Review): Pick<Summary, 'id' | 'name' | 'format' | 'opened' | 'renews'> {
  const { opened, based, taken } = beginning;
  const { name, format } = taken.file;
  return { id, name, format, opened, renews: based && { article: based.id, title: based.title } };
}

function summaryOf(review: Review): Summary {
  const draft = draftOf(review.history);
  return {
    ...identityOf(review),
    title: draft.meta.title?.value ?? null,
    changed: review.changed,
    waiting: reviewOrder(draft).length,
    proposals: askedAbout(draft),
  };
}

/**
 * A briefing of one topic of a draft, with the article it would be saved as. `file`: where the article lies or would lie, since its
 * images lie beside it.
 */
export function sourcesOfTopic(
  draft: Draft,
  topicId: string,
  { file, template, options }: { readonly file: string; readonly template: string } & Pick<Payload<'intake.preview'>, 'options'>,
): Sources {
  const topics = draft.topics.filter((topic) => topic.id === topicId);
  // A picture of the source is beside the article only once that is saved.
  const shown = topics.map((topic) => ({ ...topic, items: topic.items.filter((item) => item.kind !== 'kept' || !item.picture) }));
  const { article, source } = draftToArticle({ ...draft, topics: shown });
  const briefing = {
    ...EMPTY_BRIEFING,
    title: article.title,
    template,
    options,
    items: article.topics.map(({ id }) => ({
      kind: 'topic' as const,
      article: article.id,
      topic: id,
      depth: 'full' as const,
      overrides: null,
    })),
  };
  const entry = { article, source, hash: '' };
  const articles = new Map([[article.id, { file, shown: article.id, entry, problems: [] }]]);
  return { briefing, file, shown: article.title, name: article.id, articles, problems: [] };
}
