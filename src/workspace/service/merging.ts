import { basename, join } from 'node:path';
import type { Answer, Payload } from '../../api/contract.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import { distinct } from '../../core/base/distinct.ts';
import type { Choice } from '../../core/write/pptx/merge/types.ts';
import { pathOf } from '../export.ts';
import { exists } from '../files.ts';
import { saveMerged } from '../merge.ts';
import type { Store } from '../store/index.ts';
import type { Looked, MergeWork, Work } from '../work/types.ts';
import type { Library } from './library/index.ts';
import type { Workspace } from './place.ts';
import { gather } from './sources.ts';
import type { Templates } from './templates.ts';

export interface MergingOptions {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly library: Library;
  readonly templates: Templates;
  readonly work: Work;
  readonly onWritten: (path: string) => void;
  readonly now: () => number;
}

/** Merging an edited deck with the open briefing. Nothing is kept between the two calls. */
export interface Merging {
  readonly open: (request: Payload<'merge.open'>) => Promise<Answer<'merge.open'>>;
  readonly save: (request: Payload<'merge.save'>) => Promise<Answer<'merge.save'>>;
}

/** Merges take turns with windows. */
const OWNER = 'merge';

type Asked = Payload<'merge.open'>;
type Merge = Answer<'merge.open'>;

/** The edited deck, as whoever merges reads it. */
interface Edited {
  readonly content: MergeWork['edited'];
  /** Where it lies; of one that was given where it would. */
  readonly path: string;
}

export function openMerging({ workspace, store, library, templates, work, onWritten, now }: MergingOptions): Merging {
  const editedOf = async (edited: Asked['edited'], name: string): Promise<Edited> => {
    if (edited.kind === 'data')
      return { content: new Uint8Array(Buffer.from(edited.data, 'base64')), path: join(workspace.output, edited.name) };
    const path = edited.kind === 'path' ? edited.path : pathOf(workspace.output, name, 'pptx');
    if (await exists(path)) return { content: path, path };
    throw new LecternError(
      problem('file/missing', {
        message: 'there is no deck to merge',
        place: { file: path },
        hint: 'Choose the edited .pptx where it lies.',
      }),
    );
  };

  const look = async (
    asked: Asked,
    choices: ReadonlyMap<string, Choice>,
    wanted: string | null,
  ): Promise<{ readonly looked: Looked; readonly merge: Merge; readonly path: string }> => {
    const { sources: all, articles, missing } = await gather(asked.briefing, asked.file, { library, root: workspace.root });
    if (missing.length > 0) throw new LecternError(missing);
    const { problems, ...sources } = all;
    const edited = await editedOf(asked.edited, sources.name);
    const looked = await work.run(
      OWNER,
      'merge',
      {
        sources,
        articles: [...articles].map(([id, { file, shown, state }]) => [id, { file, shown, state }] as const),
        pack: await templates.place(asked.briefing.template),
        edited: edited.content,
        shown: basename(edited.path),
        settings: { choices, keepLooks: false, now: now() },
        history: { home: store.home, root: workspace.root },
        wanted,
      },
      basename(edited.path),
    );
    return { looked, merge: shown(looked, edited.path, problems), path: edited.path };
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
  };
}

/** What a window shows of a merge. */
function shown({ state, conflicts, slides, problems }: Looked, path: string, found: Merge['problems']): Merge {
  const numbers = new Map(slides.flatMap(({ id, number }) => (id === null ? [] : [[id, number] as const])).toReversed());
  return {
    name: basename(path),
    state,
    conflicts: conflicts.map(({ id, kind, slide, title, box, baseWords, theirs, ours, choices }) => {
      const number = slide === null ? null : (numbers.get(slide) ?? null);
      return { id, kind, slide, number, title, box, baseWords, theirs, ours, choices };
    }),
    slides,
    problems: distinct([...found, ...problems]),
  };
}
