import { omit } from '../../core/base/omit.ts';
import type { Answer, Payload } from '../../api/contract.ts';
import { distinct } from '../../core/base/distinct.ts';
import { saveArticles } from '../home/index.ts';
import type { HomeWork, LookedHome } from '../work/types.ts';
import { openDecks, type DeckOptions } from './decks.ts';

/** What colleagues did to a deck, taken over into the open briefing or into articles. Nothing is kept between the two calls. */
export interface Adopting {
  readonly open: (request: Payload<'adopt.open'>) => Promise<Answer<'adopt.open'>>;
  readonly take: (request: Payload<'adopt.take'>) => Promise<Answer<'adopt.take'>>;
}

const OWNER = 'adopt';

type Home = Answer<'adopt.open'>;
type SentBriefing = Payload<'adopt.open'>['briefing'];

export function openAdopting(options: DeckOptions): Adopting {
  const { store, work, workspace } = options;
  const decks = openDecks(options);

  const look = async (
    asked: Payload<'adopt.open'>,
    decided: HomeWork['decided'],
  ): Promise<{ readonly home: Home; readonly taken: LookedHome['taken'] }> => {
    const { work: deck, problems: found } = await decks.now(asked);
    const edited = omit(await decks.at(asked.edited, deck.sources.name), 'path');
    const { taken, ...looked } = await work.run(OWNER, 'adopt', { ...deck, edited, decided }, edited.shown);
    return { home: { ...looked, name: edited.shown, problems: distinct([...found, ...looked.problems]) }, taken };
  };

  return {
    open: async (asked) => (await look(asked, null)).home,
    take: async ({ state, take, toArticle, ...asked }) => {
      const { home, taken } = await look(asked, { state, take, toArticle });
      if (taken === null) return { outcome: 'changed', home };
      await saveArticles(store, taken.articles, workspace.root);
      return {
        outcome: 'taken',
        briefing: taken.briefing as SentBriefing,
        articles: taken.articles.map(({ shown }) => shown),
        problems: [...taken.problems],
      };
    },
  };
}
