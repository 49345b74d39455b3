import { basename } from 'node:path';
import type { Answer, Payload } from '../../api/contract.ts';
import { distinct } from '../../core/base/distinct.ts';
import type { Choice } from '../../core/write/pptx/merge/types.ts';
import { outputName } from '../build.ts';
import { saveMerged } from '../merge.ts';
import type { Looked } from '../work/types.ts';
import { openDecks, type DeckOptions } from './decks.ts';

/** Merging an edited deck with the open briefing, and comparing decks with it. Nothing is kept between two calls. */
export interface Merging {
  readonly open: (request: Payload<'merge.open'>) => Promise<Answer<'merge.open'>>;
  readonly save: (request: Payload<'merge.save'>) => Promise<Answer<'merge.save'>>;
  readonly compare: (request: Payload<'deck.compare'>) => Promise<Answer<'deck.compare'>>;
}

/** Merges take turns with windows. */
const OWNER = 'merge';

type Asked = Payload<'merge.open'>;
type Merge = Answer<'merge.open'>;

export function openMerging(options: DeckOptions): Merging {
  const { store, work, onWritten, now } = options;
  const decks = openDecks(options);

  const look = async (
    asked: Asked,
    choices: ReadonlyMap<string, Choice>,
    wanted: string | null,
  ): Promise<{ readonly looked: Looked; readonly merge: Merge; readonly path: string }> => {
    const { work: deck, problems } = await decks.now(asked);
    const { path, ...edited } = await decks.at(asked.edited, deck.sources.name);
    const looked = await work.run(
      OWNER,
      'merge',
      {
        ...deck,
        edited,
        settings: { choices, keepLooks: asked.keepLooks, now: now() },
        history: { home: store.home, root: options.workspace.root },
        wanted,
      },
      edited.shown,
    );
    return { looked, merge: shown(looked, path, problems), path };
  };

  return {
    open: async (asked) => (await look(asked, new Map(), null)).merge,
    save: async ({ state, choices, ...asked }) => {
      const { looked, merge, path } = await look(asked, new Map(Object.entries(choices)), state);
      const { bytes, conflicts, slides } = looked;
      if (bytes === null) return { outcome: 'changed', merge };
      const file = await saveMerged(store, path, null, bytes);
      onWritten(file);
      return {
        outcome: 'written',
        path: file,
        bytes: bytes.byteLength,
        slides: slides.filter(({ number }) => number !== null).length,
        comments: conflicts.filter(({ choice }) => choice === null).length,
        problems: merge.problems,
      };
    },
    compare: async ({ from, to, ...asked }) => {
      const isNow = from.kind === 'now' || to.kind === 'now';
      const made = isNow ? await decks.now(asked) : null;
      const name = made?.work.sources.name ?? outputName(asked.file);
      const at = async (deck: typeof from) => (deck.kind === 'now' ? null : await decks.at(deck, name));
      const [older, newer] = [await at(from), await at(to)];
      const names = { from: older?.shown ?? null, to: newer?.shown ?? null };
      const found = await work.run(OWNER, 'compare', { from: older, to: newer, now: made?.work ?? null }, names.from ?? names.to ?? '');
      return { names, diff: found.diff, problems: distinct([...(made?.problems ?? []), ...found.problems]) };
    },
  };
}

/** What a window shows of a merge. */
function shown({ state, conflicts, slides, problems }: Looked, path: string, found: Merge['problems']): Merge {
  const numbers = new Map(slides.flatMap(({ id, number }) => (id === null ? [] : [[id, number] as const])).toReversed());
  return {
    name: basename(path),
    state,
    conflicts: conflicts.map(({ id, kind, slide, title, box, baseWords, theirs, ours, marked, choices }) => {
      const number = slide === null ? null : (numbers.get(slide) ?? null);
      return { id, kind, slide, number, title, box, baseWords, theirs, ours, marked, choices };
    }),
    slides,
    problems: distinct([...found, ...problems]),
  };
}
