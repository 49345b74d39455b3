import type { Payload } from '../../api/contract.ts';
import { isTyped } from '../state/article.ts';
import { isUnsaved } from '../state/document.ts';
import type { AppState } from '../state/app.ts';
import type { Context } from './context.ts';

/** What the window and the host's menus show of the state. */
export function windowOf({ doc, review, workspace, screen, merge, article }: AppState): Payload<'host.window'> {
  const inMerge = screen === 'merge' ? merge : null;
  return {
    title: doc?.history.present.title ?? workspace?.name ?? 'Lectern',
    edited: (doc !== null && isUnsaved(doc)) || (article !== null && isTyped(article)),
    canUndo:
      screen === 'article'
        ? true
        : inMerge
          ? inMerge.past.length > 0
          : review
            ? review.parts.undo !== null
            : (doc?.history.past.length ?? 0) > 0,
    canRedo: screen === 'article' ? true : inMerge ? false : review ? review.parts.redo !== null : (doc?.history.future.length ?? 0) > 0,
    briefing: doc?.file ?? null,
  };
}

/** Names the window and tells the host, whenever what they show is another. */
export function watchWindow({ client, store }: Context, setTitle: (title: string) => void): void {
  let seen = '';
  store.subscribe(() => {
    const state = store.get();
    const shown = windowOf(state);
    const text = JSON.stringify(shown);
    if (state.phase !== 'ready' || text === seen) return;
    seen = text;
    setTitle(`${shown.edited ? '• ' : ''}${shown.title} – Lectern`);
    void client.call('host.window', shown).catch(() => undefined);
  });
}
