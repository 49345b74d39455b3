import { join } from 'node:path';
import { z } from 'zod';
import { DECK_FORMATS } from '../api/formats.ts';
import { recentSchema, settingsSchema } from '../api/schemas/workspace.ts';
import { readText } from './files.ts';
import type { Store } from './store/index.ts';

/** What Lectern remembers between launches, in `state.json` of its own folder. */
const stateSchema = z.object({
  settings: settingsSchema,
  recent: z.array(recentSchema),
  /** The workspace to open on the next start. */
  workspace: z.string().nullable(),
  /** The briefing last worked on, by workspace. */
  briefings: z.record(z.string(), z.string()),
});

export type AppState = z.infer<typeof stateSchema>;

const RECENT = 12;

export const FIRST_STATE: AppState = {
  settings: {
    appearance: 'system',
    panes: { library: 0.26, order: 0.28 },
    welcomed: false,
    export: { formats: [...DECK_FORMATS], audience: 'presenter' },
  },
  recent: [],
  workspace: null,
  briefings: {},
};

export interface StateStore {
  readonly get: () => AppState;
  /** Writes in the background, one after another; a disk that refuses costs only the memory of it. */
  readonly update: (change: (state: AppState) => AppState) => void;
  readonly settled: () => Promise<void>;
}

/** Reads the state; what is damaged or of another version is put aside for the first state, never an error. */
export async function openState(home: string, store: Store): Promise<StateStore> {
  const file = join(home, 'state.json');
  const read = (otherwise: AppState): Promise<AppState> =>
    readText(file)
      .then((text) => stateSchema.parse(JSON.parse(text)))
      .catch(() => otherwise);
  let state = await read(FIRST_STATE);
  let writing = Promise.resolve();
  return {
    get: () => state,
    update: (change) => {
      state = change(state);
      // What another Lectern has remembered meanwhile stays.
      const write = (): Promise<void> =>
        store.alone(home, async (mayReplace) => {
          const text = JSON.stringify(change(await read(state)), null, 2);
          await store.write(file, text, { mayReplace });
        });
      writing = writing.then(write).catch(() => undefined);
    },
    settled: () => writing,
  };
}

/** Puts a workspace or briefing first among the recent ones. */
export function remember(state: AppState, entry: AppState['recent'][number]): AppState {
  const others = state.recent.filter((r) => r.path !== entry.path);
  return { ...state, recent: [entry, ...others].slice(0, RECENT) };
}
