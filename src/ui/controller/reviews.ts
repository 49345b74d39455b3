import type { Answer } from '../../api/contract.ts';
import type { ReviewUpdate } from '../../api/schemas/intake-view.ts';
import type { ReviewAct } from '../review-keys.ts';
import { removeIncoming } from '../state/intake.ts';
import {
  applyAnswer,
  move,
  nextAfter,
  openReview,
  select,
  selectPlace,
  withState,
  type Follow,
  type OpenReview,
  type Place,
} from '../state/review.ts';
import { lastWords, type Decision, type Waiting } from '../state/review-decisions.ts';
import { entryOf } from '../state/review-entries.ts';
import { formOf, operationOf, type FormPart, type FormValues } from '../state/review-forms.ts';
import { stepFor, topicInHand, type Command, type Step } from '../state/review-steps.ts';
import { strings } from '../strings.ts';
import type { Problem, ReviewOperation } from '../types.ts';
import { attempt, showConnectionLost, problemsOf, tellDone, type Context } from './context.ts';
import type { DeckFeed } from './previews.ts';
import { createTopicFeed } from './topic-feed.ts';

/** Decisions are shown before the service has answered, so that the next key means the next line. */
const IMMEDIATE: ReadonlySet<Command> = new Set<Command>(['accept', 'reject', 'reopen', 'accept-group', 'accept-sure']);

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
  /** The slides that the topic in hand makes. */
  readonly feed: DeckFeed;
}

export function createReviews(context: Context): Reviews {
  const { client, store } = context;
  /** Steps are done one after the other: each is based on the revision before. */
  let chain: Promise<void> = Promise.resolve();
  /** How many of them are on their way. */
  let pending = 0;
  /** Decisions that are shown already, and that the service has not yet answered, with their reviews. */
  const ahead: Waiting[] = [];

  const current = (): OpenReview | null => store.get().review;

  const update = (change: (open: OpenReview) => OpenReview): void =>
    store.set((state) => {
      if (!state.review) return state;
      const review = change(state.review);
      return review === state.review ? state : { ...state, review };
    });

  const feed = createTopicFeed(context);

  /** Asks the service for everything anew: where an answer was not what the screen had taken for granted. */
  const reload = async (review: string): Promise<void> => {
    const { parts } = await client.call('intake.get', { review });
    update((open) => (open.review.id === review ? { ...open, parts } : open));
  };

  const refused = async (open: OpenReview, error: unknown): Promise<void> => {
    const problems = problemsOf(error);
    if (!problems) {
      showConnectionLost(context);
      return;
    }
    await reload(open.review.id).catch(() => undefined);
    update((now) => (now.review.id === open.review.id ? { ...now, problems } : now));
  };

  const queue = (task: () => Promise<void>): void => {
    pending += 1;
    chain = chain.then(task).finally(() => (pending -= 1));
  };

  const enqueue = (task: (open: OpenReview) => Promise<void>): void =>
    queue(async () => {
      const open = current();
      if (open) await task(open).catch((error: unknown) => refused(open, error));
    });

  /** An answer, and on top of it what has been decided since it was asked for. */
  const answered = (open: OpenReview, answer: ReviewUpdate, follow: Follow): OpenReview => {
    const next = applyAnswer(open, answer, follow);
    const own = ahead.filter(({ review }) => review === open.review.id);
    return { ...next, parts: own.reduce((parts, { operation: { ids, state } }) => withState(parts, ids, state), next.parts) };
  };

  const decide = (operation: Decision, follow: Step['follow']): void => {
    const ids = new Set(operation.ids);
    update((open) => {
      const next = follow === 'next' ? nextAfter(open, ids) : null;
      const done = { ...open, parts: withState(open.parts, operation.ids, operation.state) };
      return next === null ? done : { ...select(done, next), side: 'structure' };
    });
    const open = current();
    if (!open) return;
    const waiting = { review: open.review.id, operation };
    ahead.push(waiting);
    // Also where the review has been left by then.
    queue(async () => {
      const { review: id } = waiting;
      const now = current();
      const since = now?.review.id === id ? now.parts.revision : 0;
      try {
        const answer = await client
          .call('intake.change', { review: id, since, operation })
          .finally(() => ahead.splice(ahead.indexOf(waiting), 1));
        update((later) => (later.review.id === id ? answered(later, answer, 'stay') : later));
      } catch (error) {
        await refused(open, error);
      }
    });
  };

  const take = ({ operation, follow }: Step): void => {
    if (operation.kind === 'set-state') {
      decide(operation, follow);
      return;
    }
    enqueue(async ({ review: { id }, parts }) => {
      const answer = await client.call('intake.change', { review: id, since: parts.revision, operation });
      update((now) => {
        if (now.review.id !== id) return now;
        const next = follow === 'next' ? nextAfter(now, new Set(now.item === null ? [] : [now.item])) : null;
        const done = answered(now, answer, follow === 'next' ? 'stay' : follow);
        return next === null ? done : select(done, next);
      });
    });
  };

  /** A key that changes something: at once, or after the steps that are on their way, for what was in hand when it was pressed. */
  const press = ({ item, place, side }: OpenReview, { command, choice }: Extract<ReviewAct, { do: 'step' }>): boolean => {
    const now = (): Step | null => {
      const open = current();
      return open && stepFor({ ...open, item, place, side }, command, choice);
    };
    if (pending > 0 && !IMMEDIATE.has(command)) {
      void chain.then(() => {
        const step = now();
        if (step) take(step);
      });
      return true;
    }
    const step = now();
    if (step) take(step);
    // Where nothing waits any more, accepting it means going on.
    else if (command === 'accept-group') update((open) => move(open, 'next'));
    return step !== null;
  };

  const again = (command: 'intake.undo' | 'intake.redo'): void =>
    enqueue(async (open) => {
      const { id } = open.review;
      const answer = await client.call(command, { review: id, since: open.parts.revision });
      update((now) => (now.review.id === id ? answered(now, answer, 'changed') : now));
    });

  const ask = (parts: readonly FormPart[]): boolean => {
    const open = current();
    const entry = open && entryOf(open.parts, open.item);
    const line = entry ? formOf(entry).find(({ part }) => parts.includes(part)) : undefined;
    if (!line) return false;
    update((now) => ({ ...now, asked: { part: line.part, n: (now.asked?.n ?? 0) + 1 } }));
    return true;
  };

  const act = (wanted: ReviewAct): boolean => {
    const open = current();
    if (!open) return false;
    switch (wanted.do) {
      case 'move':
        update((now) => move(now, wanted.move));
        return true;
      case 'step':
        return press(open, wanted);
      case 'edit':
        return ask(wanted.parts);
      case 'heading': {
        const topic = topicInHand(open, entryOf(open.parts, open.item));
        if (!topic) return false;
        update((now) => select(now, topic.heading.id));
        return ask(['text']);
      }
      case 'role':
        if (!open.place) return false;
        update((now) => ({ ...now, side: 'source', choosingRole: !now.choosingRole }));
        return true;
      case 'unfold':
        update((now) => ({ ...now, unfolded: !now.unfolded }));
        return true;
      case 'compare':
        if (open.review.changes.length === 0) return false;
        update((now) => ({ ...now, comparing: !now.comparing }));
        return true;
      case 'undo':
      case 'redo':
        again(`intake.${wanted.do}`);
        return true;
    }
  };

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
    await chain;
    const answer = await attempt(context, strings.problem.review, () => ask(now.review.id));
    // Unless another is open by then, or none.
    if (answer) store.set((state) => (state.review?.review.id === answer.id ? { ...state, review: openReview(answer) } : state));
  };

  return {
    open,
    leave,
    flush: () => {
      for (const { review, state, ids } of lastWords(ahead)) {
        void client.call('intake.change', { review, since: 0, operation: { kind: 'set-state', ids, state } }).catch(() => undefined);
      }
    },
    act,
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
      await chain;
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
