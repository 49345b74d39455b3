import { beginAdopt, offersWith, withHome, type OpenAdopt } from '../state/adopt.ts';
import type { EditedDeck } from '../state/merge.ts';
import { strings } from '../strings.ts';
import { problemsOf, showConnectionLost, tellDone, tellProblems, type Context } from './context.ts';
import type { Documents } from './documents.ts';
import { pickDeck, type ChoosePath } from './pick-deck.ts';

export interface Adopts {
  /** Looks what was changed by hand in a deck, at first the one in the output. Nothing happens where no briefing is open. */
  readonly open: (edited?: EditedDeck) => Promise<void>;
  /** Asks for another deck. */
  readonly choose: () => Promise<void>;
  readonly update: (change: (open: OpenAdopt) => OpenAdopt) => void;
  /** Takes over what was decided: the briefing is edited as by hand, so it can be undone; articles are written. */
  readonly take: () => Promise<void>;
  readonly close: () => void;
}

export interface AdoptPorts {
  readonly documents: Pick<Documents, 'save' | 'edit'>;
  readonly choosePath: ChoosePath;
}

export function createAdopts(context: Context, { documents, choosePath }: AdoptPorts): Adopts {
  const { client, store } = context;
  const { get, set } = store;
  const update: Adopts['update'] = (change) => set((state) => (state.adopt ? { ...state, adopt: change(state.adopt) } : state));
  /** Changes what is on screen of this deck, unless another is by now. */
  const updateOf = (edited: EditedDeck, change: (open: OpenAdopt) => OpenAdopt): void =>
    update((open) => (open.edited === edited ? change(open) : open));

  const open: Adopts['open'] = async (edited = { kind: 'output' }) => {
    await documents.save();
    const { doc } = get();
    if (!doc) return;
    set((state) => ({ ...state, dialog: { kind: 'adopt' }, adopt: beginAdopt(edited) }));
    try {
      const home = await client.call('adopt.open', { file: doc.file, briefing: doc.history.present, edited });
      updateOf(edited, (now) => withHome(now, home));
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) showConnectionLost(context);
      updateOf(edited, (now) => ({ ...now, phase: { kind: 'failed', problems: problems ?? [] } }));
    }
  };

  const take = async ({ edited, home, ...decided }: OpenAdopt): Promise<void> => {
    const { doc } = get();
    if (!doc || !home) return;
    const idsOf = (fate: 'take' | 'article'): string[] => offersWith({ edited, home, ...decided }, fate).map(({ id }) => id);
    const briefing = doc.history.present;
    updateOf(edited, (now) => ({ ...now, phase: { kind: 'saving' } }));
    const chosen = { take: idsOf('take'), toArticle: idsOf('article') };
    try {
      const answer = await client.call('adopt.take', { file: doc.file, briefing, edited, state: home.state, ...chosen });
      if (answer.outcome === 'changed') {
        updateOf(edited, (now) => withHome(now, answer.home));
        return;
      }
      // The briefing, or its file, may be another by now: then it is looked at again, and nothing was taken into it.
      const now = get().doc;
      if (now?.file !== doc.file || now.history.present !== briefing) {
        await open(edited);
        updateOf(edited, (again) => ({ ...again, changed: true }));
        return;
      }
      if (chosen.take.length > 0) documents.edit(() => answer.briefing);
      set((state) => ({ ...state, dialog: null, adopt: null }));
      await documents.save();
      const text = strings.adopt.done(chosen.take.length, answer.articles);
      if (answer.problems.length > 0) tellProblems(context, text, answer.problems);
      else tellDone(context, text, chosen.take.length > 0 ? { label: strings.undo, name: 'undo' } : null);
    } catch (error) {
      const problems = problemsOf(error);
      updateOf(edited, (now) => ({ ...now, phase: { kind: 'open' } }));
      if (problems) tellProblems(context, strings.adopt.notTaken, problems);
      else showConnectionLost(context);
    }
  };

  return {
    open,
    choose: async () => {
      const edited = await pickDeck(context, choosePath);
      if (edited) await open(edited);
    },
    update,
    take: async () => {
      const { adopt } = get();
      if (adopt?.phase.kind === 'open') await take(adopt);
    },
    close: () => set((state) => ({ ...state, dialog: null, adopt: null })),
  };
}
