import type { Answer } from '../../api/contract.ts';
import type { ReviewAct } from '../review-keys.ts';
import { removeIncoming } from '../state/intake.ts';
import { openReview, select, selectPlace, type OpenReview, type Place } from '../state/review.ts';
import { entryOf } from '../state/review-entries.ts';
import { operationOf, type FormValues } from '../state/review-forms.ts';
import { strings } from '../strings.ts';
import type { Problem, ReviewOperation } from '../types.ts';
import { attempt, showConnectionLost, problemsOf, tellDone, whenBack, type Context } from './context.ts';
import type { DeckFeed } from './previews.ts';
import { actOn } from './review-acts.ts';
import { createReviewSteps, type ReviewHolder } from './review-steps.ts';
import { createTopicFeed } from './topic-feed.ts';

export interface Reviews {
  readonly open: (review: string) => Promise<void>;
  /** Back to the briefing; the review is kept and can be gone on with. */
  readonly leave: () => void;
  /** Sends off decisions that are shown and still wait for their turn: the page is about to be gone. */
  readonly flush: () => void;
  /** Does what a key asks for. Answers whether there was anything to do. */
  readonly act: (act: ReviewAct) => boolean;
  readonly select: (item: string) => void;
  readonly selectPlace: (place: Place) => void;
  readonly update: (change: (open: OpenReview) => OpenReview) => void;
  /** Keeps what was typed into the form of a line. */
  readonly keep: (item: string, values: FormValues) => void;
  readonly operate: (operation: ReviewOperation) => void;
  /** Another article as the one that this renews; null: none. */
  readonly renew: (article: string | null) => Promise<void>;
  /** The file in another character set. */
  readonly reread: (charset: string) => Promise<void>;
  /** Saves it as an article. Answers why not. */
  readonly save: (id: string | null, replace: boolean) => Promise<readonly Problem[]>;
  /** The slides that the selected topic makes. */
  readonly feed: DeckFeed;
}

export function createReviews(context: Context): Reviews {
  const { client, store } = context;
  const holder: ReviewHolder = {
    get: () => store.get().review,
    update: (change) =>
      store.set((state) => {
        if (!state.review) return state;
        const review = change(state.review);
        return review === state.review ? state : { ...state, review };
      }),
  };
  const { get: current, update } = holder;
  const steps = createReviewSteps(client, holder, {
    lost: () => showConnectionLost(context),
    back: () => whenBack(context),
    onWaiting: (steps) => store.set((state) => ({ ...state, waitingSteps: steps })),
  });
  const { take, settled } = steps;
  const feed = createTopicFeed(context);

  const leave = (): void => store.set((state) => ({ ...state, screen: 'briefing', review: null }));

  const open = async (review: string): Promise<void> => {
    const answer = await attempt(context, strings.problem.review, () => client.call('intake.get', { review }));
    if (!answer) return;
    feed.forget();
    store.set((state) => ({
      ...state,
      screen: 'review',
      review: openReview(answer),
      reviewPreview: { deck: null, problems: [], failed: false },
      dialog: null,
      incoming: removeIncoming(state.incoming, (file) => file.review === review),
    }));
  };

  /** Begins the open review anew with what is answered; where it is refused, it stays as it is. */
  const anew = async (ask: (review: string) => Promise<Answer<'intake.get'>>): Promise<void> => {
    const now = current();
    if (!now) return;
    await settled();
    const answer = await attempt(context, strings.problem.review, () => ask(now.review.id));
    // Unless another is open by then, or none.
    if (answer) store.set((state) => (state.review?.review.id === answer.id ? { ...state, review: openReview(answer) } : state));
  };

  return {
    open,
    leave,
    flush: steps.flush,
    act: (wanted) => actOn(holder, steps, wanted),
    feed,
    update,
    select: (item) => update((now) => ({ ...select(now, item), side: 'structure' })),
    selectPlace: (place) => update((now) => selectPlace(now, place)),
    keep: (item, values) => {
      const now = current();
      const entry = now && entryOf(now.parts, item);
      const operation = entry && operationOf(entry, values);
      if (operation) take({ operation, follow: 'stay' });
    },
    operate: (operation) => take({ operation, follow: 'stay' }),
    renew: (article) => anew((review) => client.call('intake.renew', { review, article })),
    reread: (charset) => anew((review) => client.call('intake.reread', { review, charset })),
    save: async (id, replace) => {
      await settled();
      const now = current();
      if (!now) return [];
      try {
        const { article } = await client.call('intake.save', { review: now.review.id, id, replace });
        const { incoming } = store.get();
        const another = incoming.find(({ phase }) => phase === 'ready')?.review ?? null;
        // What is still being read opens as soon as it can, where it is waited for.
        const isMore = incoming.some(({ phase }) => phase === 'waiting' || phase === 'reading');
        store.set((state) => ({
          ...state,
          dialog: null,
          screen: isMore ? 'intake' : 'briefing',
          review: null,
          query: { ...state.query, text: '' },
          arrived: article,
          expanded: new Set([...state.expanded, article]),
        }));
        tellDone(context, strings.review.saved(now.parts.fields.title?.value ?? article), null);
        if (another !== null) await open(another);
        return [];
      } catch (error) {
        const problems = problemsOf(error);
        if (!problems) showConnectionLost(context);
        return problems ?? [];
      }
    },
  };
}
