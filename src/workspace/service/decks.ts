import { basename, join } from 'node:path';
import type { Payload } from '../../api/contract.ts';
import { LecternError, problem, type Problem } from '../../core/base/errors.ts';
import { pathOf } from '../export.ts';
import { exists } from '../files.ts';
import { openHistory } from '../handover/index.ts';
import type { Store } from '../store/index.ts';
import type { DeckAt, DeckWork, Work } from '../work/types.ts';
import type { Library } from './library/index.ts';
import type { Workspace } from './place.ts';
import { gather } from './sources.ts';
import type { Templates } from './templates.ts';

export interface DeckOptions {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly library: Library;
  readonly templates: Templates;
  readonly work: Work;
  readonly onWritten: (path: string) => void;
  readonly now: () => number;
}

/** What merging, comparing and taking over have in common: decks that stand somewhere, and the one that the briefing gives now. */
export interface Decks {
  /** Throws where an article or topic of it is gone. `problems`: what is wrong with its articles. */
  readonly now: (
    asked: Pick<Payload<'merge.open'>, 'briefing' | 'file'>,
  ) => Promise<{ readonly work: DeckWork; readonly problems: readonly Problem[] }>;
  /** A deck that stands somewhere. `name`: what the briefing's deck is called. Throws `file/missing`. */
  readonly at: (deck: Exclude<Payload<'deck.compare'>['from'], { kind: 'now' }>, name: string) => Promise<DeckFile>;
}

export interface DeckFile extends DeckAt {
  /** Where it lies; of one that was given where it would. */
  readonly path: string;
}

export function openDecks({ workspace, store, library, templates }: DeckOptions): Decks {
  /** As it was handed out: under the name that it went out by, not the one that it is remembered by. */
  const handedOut = async (id: string): Promise<DeckFile> => {
    const history = openHistory(store.home, workspace.root);
    const record = (await history.list()).records.find((one) => one.id === id);
    if (!record) throw missing(id, 'this hand-over is not remembered on this machine', 'Choose its .pptx where it lies.');
    const path = join(record.place, record.files.find((one) => /(?<!\.audience)\.pptx$/.test(one.path))?.path ?? `${record.title}.pptx`);
    return { content: await history.deckOf(record), shown: basename(path), path };
  };

  return {
    now: async ({ briefing, file }) => {
      const { sources: all, articles, missing: gone } = await gather(briefing, file, { library, root: workspace.root });
      if (gone.length > 0) throw new LecternError(gone);
      const { problems, ...sources } = all;
      const work: DeckWork = {
        sources,
        articles: [...articles].map(([id, one]) => [id, { file: one.file, shown: one.shown, state: one.state }] as const),
        pack: await templates.place(briefing.template),
      };
      return { work, problems };
    },
    at: async (deck, name) => {
      if (deck.kind === 'handover') return handedOut(deck.id);
      if (deck.kind === 'data')
        return { content: new Uint8Array(Buffer.from(deck.data, 'base64')), shown: deck.name, path: join(workspace.output, deck.name) };
      const path = deck.kind === 'path' ? deck.path : pathOf(workspace.output, name, 'pptx');
      if (await exists(path)) return { content: path, shown: basename(path), path };
      throw missing(path, 'there is no such deck', 'Choose the .pptx where it lies.');
    },
  };
}

function missing(file: string, message: string, hint: string): LecternError {
  return new LecternError(problem('file/missing', { message, place: { file }, hint }));
}
