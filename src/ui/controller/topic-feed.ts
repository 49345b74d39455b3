import type { AppState } from '../state/app.ts';
import { entryOf } from '../state/review-entries.ts';
import { selectedTopic } from '../state/review-steps.ts';
import type { ReviewTopic } from '../types.ts';
import type { Context } from './context.ts';
import { createFeed, type DeckFeed } from './previews.ts';

function topicOnScreen({ review }: AppState): ReviewTopic | null {
  return review && selectedTopic(review, entryOf(review.parts, review.item));
}

/** The slides that the topic under review makes, in the briefing's template. */
export function createTopicFeed(context: Context): DeckFeed {
  const { client, store } = context;
  const feed = createFeed(context, {
    render: (since) => {
      const { review, doc } = store.get();
      const topic = topicOnScreen(store.get());
      if (!review || !topic) return null;
      const briefing = doc?.history.present;
      return client.call('intake.preview', {
        review: review.review.id,
        topic: topic.id,
        template: briefing?.template ?? null,
        options: briefing?.options ?? {},
        since,
      });
    },
    onStart: () => undefined,
    onLost: () => store.set((state) => ({ ...state, reviewPreview: { ...state.reviewPreview, failed: true } })),
    onDeck: (deck, problems) =>
      store.set((state) => ({
        ...state,
        reviewPreview: { deck: deck ?? state.reviewPreview.deck, problems, failed: deck === null },
      })),
  });

  /** What the slides were last made of; another value asks for them anew. */
  let review: string | null = null;
  let topic: ReviewTopic | null = null;
  store.subscribe(() => {
    const now = topicOnScreen(store.get());
    const open = store.get().review?.review.id ?? null;
    if (now === topic && open === review) return;
    topic = now;
    review = open;
    if (now) feed.refresh();
  });
  return feed;
}
