import { useEffect, useState } from 'react';
import { actionFor } from '../../keys.ts';
import type { FromFrame, ToFrame } from '../../preview-frame/messages.ts';
import { reviewActFor } from '../../review-keys.ts';
import { entryOf, textOfEntry } from '../../state/review-entries.ts';
import { selectedTopic } from '../../state/review-steps.ts';
import { strings } from '../../strings.ts';
import { WarningIcon } from '../icons.tsx';
import { SlideFrame } from '../SlideFrame.tsx';
import { keyboardOf, useApp, useController } from '../use-app.ts';
import { useReview } from './use-review.ts';

/** The slides that the selected topic makes, at the one that shows what is selected. */
export function TopicSlides() {
  const controller = useController();
  const { reviews, store } = controller;
  const open = useReview();
  const { deck, problems, failed } = useApp((state) => state.reviewPreview);
  const [send, setSend] = useState<((message: ToFrame) => void) | null>(null);
  const entry = entryOf(open.parts, open.item);
  const topic = selectedTopic(open, entry);
  const words = entry && entry.kind !== 'field' && entry.kind !== 'actor' ? textOfEntry(entry) : '';
  const revision = deck?.revision;
  useEffect(() => {
    const id = reviews.feed.slideWith(words);
    if (send && id !== null) send({ kind: 'show', id, lines: [], whole: false, focus: false });
  }, [send, reviews, words, revision]);

  const onMessage = (message: FromFrame): void => {
    if (message.kind !== 'key') return;
    const wanted = reviewActFor(message);
    if (wanted) reviews.act(wanted);
    else {
      const action = actionFor(message, keyboardOf(store.get()), false);
      if (action) controller.run(action);
    }
  };
  return (
    <section className="topic-slides" aria-label={strings.review.slide}>
      {failed && problems.length > 0 ? (
        <p className="slides-note">
          <WarningIcon /> {problems[0]?.message ?? strings.review.slideFailed}
        </p>
      ) : null}
      <div className="frame-box">
        {topic ? (
          <SlideFrame
            key={open.review.id}
            feed={reviews.feed}
            mode="topic"
            title={strings.review.slides}
            onMessage={onMessage}
            onReady={(to) => setSend(() => to)}
          />
        ) : (
          <p className="slides-none muted">{strings.review.noSlide}</p>
        )}
      </div>
    </section>
  );
}
