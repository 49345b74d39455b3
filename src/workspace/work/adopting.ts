import { distinct } from '../../core/base/distinct.ts';
import { hasErrors, LecternError } from '../../core/base/errors.ts';
import { briefingWith } from '../../core/briefing/index.ts';
import type { Briefing } from '../../core/briefing/types.ts';
import { lineComparer } from '../../core/pipeline/marks.ts';
import { asIn } from '../earlier.ts';
import { articlesWith, homecoming, type Offer } from '../home/index.ts';
import { articleReader } from './articles.ts';
import { contentOf, type MakeDeck } from './again.ts';
import { stateOf } from './merging.ts';
import type { HomeWork, LookedHome, Workshop } from './types.ts';

/** Makes the deck anew, and offers what was done by hand to the edited one. */
export function openAdopting(make: MakeDeck): Workshop['adopt'] {
  const read = articleReader();
  return async ({ edited, decided, ...work }) => {
    const theirs = await contentOf(edited);
    const { problems, ...ours } = await make(work, { forPresenter: true, prefer: asIn(theirs) });
    const articles = new Map(await Promise.all(work.articles.map(async ([id, at]) => [id, await read(at)] as const)));
    const { offers, stays } = await homecoming(theirs, ours, { ...work.sources, articles, problems: [] }, edited.shown);
    const spans = lineComparer(ours.scene.meta.language);
    const state = stateOf(theirs, ours.bytes);
    return {
      state,
      offers: offers.map(({ edit, article, ...offer }) => ({
        ...offer,
        kind: edit.kind,
        spans: spans(offer.was, offer.now),
        article: article && (articles.get(article.id)?.shown ?? null),
      })),
      stays,
      problems: distinct(problems),
      taken: decided?.state === state ? await taken(offers, decided, work.sources.briefing, articles) : null,
    };
  };
}

async function taken(
  offers: readonly Offer[],
  { take, toArticle }: NonNullable<HomeWork['decided']>,
  briefing: Briefing,
  files: Parameters<typeof articlesWith>[1],
): Promise<LookedHome['taken']> {
  const sent = offers.filter(({ id }) => toArticle.includes(id));
  const { worded, problems } = await articlesWith(sent, files);
  if (hasErrors(problems)) throw new LecternError(problems);
  const kept = offers.filter((offer) => take.includes(offer.id) && !sent.includes(offer));
  const made = briefingWith(
    briefing,
    kept.map(({ edit }) => edit),
  );
  return { briefing: made.value, articles: worded, problems: made.problems };
}
