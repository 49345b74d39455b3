import type { AppState } from '../state/app.ts';
import { keyOf } from '../state/briefing.ts';
import type { Depth } from '../types.ts';
import type { Pace } from '../state/trim.ts';

/**
 * Seconds by item and depth. At the depth it has, the time of its slides as laid out; at another, the library's estimate in
 * proportion, so that an override of the notes counts there too.
 */
export function paceOf(state: AppState): Pace {
  const topics = new Map<string, Record<Depth, number>>(
    state.library.articles.flatMap((article) => article.topics.map((topic) => [`${article.id}/${topic.id}`, topic.seconds] as const)),
  );
  const shown = new Map<string, number>(state.preview.deck?.items.map(({ key, seconds }) => [key, seconds]) ?? []);
  return (item, depth) => {
    const key = keyOf(item);
    const laidOut = shown.get(key);
    if (item.kind === 'own') return laidOut ?? 0;
    const estimate = topics.get(key);
    if (laidOut !== undefined && depth === item.depth) return laidOut;
    if (!estimate) return laidOut ?? 0;
    if (laidOut === undefined) return estimate[depth];
    const here = estimate[item.depth];
    return here === 0 ? estimate[depth] : Math.min(laidOut, (laidOut * estimate[depth]) / here);
  };
}
