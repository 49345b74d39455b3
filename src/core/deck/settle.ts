import { uniqueTitles } from './titles.ts';
import type { DeckMeta, Slide, SlideGroup } from './types.ts';

/** The slides of the option that was picked of each group, with titles that are unique in the deck. A title that was is the same object. */
export function settle(groups: readonly SlideGroup[], picks: readonly number[], meta: DeckMeta): Slide[] {
  const drafts = groups.flatMap(({ options }, i) => options[picks[i] ?? 0] ?? []);
  const titles = uniqueTitles(
    drafts.map(({ title }) => title),
    meta.direction,
  );
  return drafts.map((draft, i) => {
    const title = titles[i] ?? draft.title;
    return title === draft.title ? draft : { ...draft, title };
  });
}
