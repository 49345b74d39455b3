import { readable } from '../../keys.ts';
import { reviewKey, type ReviewActName } from '../../review-keys.ts';
import type { OpenReview } from '../../state/review.ts';
import { keyboardOf, useApp } from '../use-app.ts';

/** The review on screen. Only drawn where there is one. */
export function useReview(): OpenReview {
  const review = useApp((state) => state.review);
  if (!review) throw new Error('no review is open');
  return review;
}

const SIGNS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** How to write the key of the review screen as this machine's people read it. */
export function useReviewKey(): (name: ReviewActName) => string {
  const platform = useApp((state) => keyboardOf(state).platform);
  return (name) => readable(reviewKey(name), platform).replace(/Arrow(?:Up|Down|Left|Right)/, (key) => SIGNS[key] ?? key);
}
