import { el } from './dom.ts';
import type { App } from './types.ts';

/** Gives the times of a rehearsal as a file, slide by slide, with the ids that stay the same from build to build. */
export function saveTimes({ deck, pace }: App): void {
  const { stamp, minutes } = deck.data;
  const slides = deck.slides.map(({ index, element, topic, kind, title: words }) => {
    const { spent, planned } = pace.slide(index);
    return { id: element.dataset['id'], topic, kind, title: words, planned: Math.round(planned), spent: Math.round(spent) };
  });
  const text = JSON.stringify({ lectern: 'times', stamp, title: document.title, minutes, slides }, null, 1);
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  el('a', { href, download: `times-${stamp}.json` }).click();
  // the browser has begun to save by then
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
