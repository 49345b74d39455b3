import type { Client } from '../../api/client.ts';
import type { ReviewUpdate } from '../../api/schemas/intake-view.ts';
import type { ReviewAct } from '../review-keys.ts';
import { applyAnswer, move, nextAfter, select, withState, type Follow, type OpenReview } from '../state/review.ts';
import { lastWords, type Decision, type Waiting } from '../state/review-decisions.ts';
import { stepFor, type Command, type Step } from '../state/review-steps.ts';
import { strings } from '../strings.ts';
import type { Problem } from '../types.ts';
import { problemsOf } from './context.ts';

/** Decisions are shown before the service has answered, so that the next key means the next line. */
const IMMEDIATE: ReadonlySet<Command> = new Set<Command>(['accept', 'reject', 'reopen', 'accept-group', 'accept-sure']);

/** The review that is open, wherever it is kept. */
export interface ReviewHolder {
  readonly get: () => OpenReview | null;
  /** Nothing happens where none is open. */
  readonly update: (change: (open: OpenReview) => OpenReview) => void;
}

export interface ReviewSteps {
  readonly take: (step: Step) => void;
  /** A key that changes something: at once, or after the steps that are on their way, for what was selected when it was pressed. Answers whether there was anything to do. */
  readonly press: (open: OpenReview, act: Extract<ReviewAct, { do: 'step' }>) => boolean;
  readonly again: (command: 'intake.undo' | 'intake.redo') => void;
  /** Resolves when all steps taken so far are answered. */
  readonly settled: () => Promise<void>;
  /** Sends off decisions that are shown and still wait for their turn: the page is about to be gone. */
  readonly flush: () => void;
}

/** The line to the host, which may break. */
export interface ReviewLine {
  /** Nobody answered. */
  readonly lost: () => void;
  /** Resolves when somebody is there to answer: at once as a rule. */
  readonly back: () => Promise<void>;
  /** How many steps are not saved yet. */
  readonly onWaiting: (steps: number) => void;
}

/** What was asked for when the line broke may be done or not; only a decision can be asked for again without harm. */
const UNSURE: Problem = { code: 'app/stopped', severity: 'error', ...strings.review.unsure };

/**
 * Steps of the open review, done one after the other, since each is based on the revision before. A step that is refused puts its
 * problems beside the review and has it read anew. While nobody answers they wait.
 */
export function createReviewSteps(client: Pick<Client, 'call'>, holder: ReviewHolder, line: ReviewLine): ReviewSteps {
  let chain: Promise<void> = Promise.resolve();
  /** How many of them are on their way. */
  let pending = 0;
  /** Decisions that are shown already, and that the service has not yet answered, with their reviews. */
  const ahead: Waiting[] = [];
  const { get: current, update } = holder;

  /** Asks the service for everything anew: where an answer was not what the screen had taken for granted. */
  const reload = async (review: string): Promise<void> => {
    const { parts } = await client.call('intake.get', { review });
    update((open) => (open.review.id === review ? { ...open, parts } : open));
  };

  const refused = async (open: OpenReview, error: unknown): Promise<void> => {
    const refusal = problemsOf(error);
    if (!refusal) {
      line.lost();
      await line.back();
    }
    const problems = refusal ?? [UNSURE];
    await reload(open.review.id).catch(() => undefined);
    update((now) => (now.review.id === open.review.id ? { ...now, problems } : now));
  };

  const queue = (task: () => Promise<void>): void => {
    pending += 1;
    line.onWaiting(pending);
    chain = chain.then(line.back).then(task);
    chain = chain.finally(() => line.onWaiting((pending -= 1)));
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

  /** Asks until there is an answer. */
  const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (problemsOf(error)) throw error;
        line.lost();
        await line.back();
      }
    }
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
        const answer = await insist(() => client.call('intake.change', { review: id, since, operation })).finally(() =>
          ahead.splice(ahead.indexOf(waiting), 1),
        );
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

  return {
    take,
    press,
    again,
    settled: () => chain,
    flush: () => {
      for (const { review, state, ids } of lastWords(ahead)) {
        void client.call('intake.change', { review, since: 0, operation: { kind: 'set-state', ids, state } }).catch(() => undefined);
      }
    },
  };
}
