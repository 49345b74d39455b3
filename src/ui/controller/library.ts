import { mergeLibrary, type AppState, type Library as Shown } from '../state/app.ts';
import type { Ask } from '../sync.ts';
import type { Context } from './context.ts';

/** A library of so few articles lies open; in a larger one articles are opened by hand. */
const FEW = 3;

/** The articles of the workspace, and the wording of those in use. */
export interface Library {
  readonly ask: Ask;
  /** Fetches an article's wording, if it is not here. */
  readonly loadDetail: (article: string) => void;
  /** Fetches the wording of the articles in the running order, where it is not here. */
  readonly loadDetails: () => void;
  /** Another workspace is entered. */
  readonly forget: () => void;
}

export function createLibrary({ client, store, sync }: Context): Library {
  /** Wording on its way; `outdated`: the article has changed since it was asked for. */
  let loading = new Map<string, { outdated: boolean }>();

  const show = (state: AppState, library: Shown, isSame: (article: string) => boolean): AppState => {
    for (const [article, under] of loading) if (!isSame(article)) under.outdated = true;
    const details = Object.fromEntries(Object.entries(state.details).filter(([article]) => isSame(article)));
    const before = new Set(state.library.articles.map(({ id }) => id));
    const opened = library.articles.length <= FEW ? library.articles.filter(({ id }) => !before.has(id)).map(({ id }) => id) : [];
    return { ...state, library, details, expanded: opened.length > 0 ? new Set([...state.expanded, ...opened]) : state.expanded };
  };

  const become = (change: (state: AppState) => AppState): void => {
    const before = store.get().details;
    store.set(change);
    // Wording that is in use is fetched anew at once: no event need follow that would ask for it.
    if (Object.keys(before).some((article) => !store.get().details[article])) loadDetails();
  };

  const ask = sync.part({
    command: 'library.get',
    event: 'library',
    take: (library) =>
      become((state) => {
        const hashes = new Map(library.articles.map(({ id, hash }) => [id, hash]));
        return show(state, library, (article) => hashes.get(article) === state.details[article]?.hash);
      }),
    apply: (event) =>
      become((state) => {
        const changed = new Set([...event.changed.map(({ id }) => id), ...event.gone]);
        return show(state, mergeLibrary(state.library, event), (article) => !changed.has(article));
      }),
  });

  const loadDetail = (article: string): void => {
    if (loading.has(article) || store.get().details[article]) return;
    const under = { outdated: false };
    loading.set(article, under);
    client
      .ask('article.read', { article })
      .then(({ value, at }) => {
        if (sync.isHere(at) && !under.outdated) store.set((state) => ({ ...state, details: { ...state.details, [article]: value } }));
      })
      .catch(() => undefined)
      .finally(() => {
        if (loading.get(article) !== under) return;
        loading.delete(article);
        if (under.outdated) loadDetail(article);
      });
  };

  const loadDetails = (): void => {
    for (const item of store.get().doc?.history.present.items ?? []) if (item.kind === 'topic') loadDetail(item.article);
  };

  return {
    ask,
    loadDetail,
    loadDetails,
    forget: () => (loading = new Map()),
  };
}
