import type { ActionName } from '../../api/actions.ts';
import { inField } from '../field.ts';
import { pickFile } from '../files.ts';
import { withTimes } from '../state/briefing.ts';
import { trimToFit } from '../state/trim.ts';
import { strings } from '../strings.ts';
import { attempt, tellDone, tellProblems } from './context.ts';
import { paceOf } from './pace.ts';
import type { Controller } from './types.ts';

/** Moves the focus to a pane: to what in it was in focus last, or is selected. */
function focusPane(name: string): void {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
  const target = pane?.querySelector<HTMLElement>(
    '[data-pane-focus] [role="row"][tabindex="0"], [data-pane-focus][tabindex="0"], [data-pane-focus]',
  );
  (target ?? pane)?.focus();
}

function stepSlide({ store, selectSlide }: Controller, by: 1 | -1): void {
  const { deck, slide } = store.get().preview;
  const at = deck?.slides.findIndex(({ id }) => id === slide) ?? -1;
  const next = deck?.slides[at + by];
  if (next) selectSlide(next.id);
}

function trim({ store, documents, context }: Controller): void {
  const { doc } = store.get();
  const briefing = doc?.history.present;
  if (!briefing?.minutes) {
    tellDone(context, strings.trim.noMinutes);
    return;
  }
  const state = store.get();
  const { briefing: trimmed, changed, fits, seconds } = trimToFit(briefing, briefing.minutes, paceOf(state));
  if (changed.length === 0) {
    tellDone(context, fits ? strings.trim.fitsAlready : strings.trim.cannot(Math.ceil(seconds / 60)));
    return;
  }
  documents.edit(() => trimmed);
  tellDone(context, fits ? strings.trim.done(changed.length) : strings.trim.notEnough(changed.length, Math.ceil(seconds / 60)), {
    label: strings.undo,
    name: 'undo',
  });
}

/** Gives topics the minutes that they took in a rehearsal, of a file that the user chooses. */
async function takeTimes({ store, documents, context }: Controller): Promise<void> {
  const briefing = store.get().doc?.history.present;
  const file = briefing ? await pickFile('.json') : null;
  if (!briefing || !file) return;
  const text = await file.text();
  const answer = await attempt(context, strings.times.unread, () =>
    context.client.call('briefing.times', { briefing, name: file.name, text }),
  );
  if (!answer) return;
  if (answer.problems.length > 0) tellProblems(context, strings.times.left, answer.problems);
  const { items, slides } = answer;
  if (items.length + slides.length === 0) {
    tellDone(context, strings.times.none);
    return;
  }
  documents.edit((now) => withTimes(now, answer));
  tellDone(context, strings.times.done(items.length, slides.length), { label: strings.undo, name: 'undo' });
}

function cycleAppearance({ saveSettings, context, store }: Controller): void {
  saveSettings((settings) => {
    const next = { system: 'light', light: 'dark', dark: 'system' } as const;
    return { ...settings, appearance: next[settings.appearance] };
  });
  tellDone(context, strings.appearance[store.get().settings.appearance]);
}

/** What means the review while one is open. Answers whether it did. */
function runInReview({ reviews, show, store }: Controller, name: ActionName): boolean {
  if (store.get().screen !== 'review') return false;
  switch (name) {
    case 'save':
      show({ kind: 'save-article' });
      return true;
    case 'undo':
    case 'redo':
      reviews.act({ do: name });
      return true;
    default:
      return false;
  }
}

/** What means the merge while one is on screen. Answers whether it did. */
function runInMerge({ merges, store }: Controller, name: ActionName): boolean {
  if (store.get().screen !== 'merge') return false;
  switch (name) {
    case 'save':
      void merges.save(false);
      return true;
    case 'undo':
      merges.act({ do: 'undo' });
      return true;
    default:
      return false;
  }
}

/** What means the text while an article's is open. Answers whether it did. */
function runInArticle({ articles, store }: Controller, name: ActionName): boolean {
  if (store.get().screen !== 'article') return false;
  switch (name) {
    case 'save':
      void articles.save();
      return true;
    case 'undo':
    case 'redo':
      inField(document.querySelector<HTMLElement>('[data-article-text]'), name);
      return true;
    default:
      return false;
  }
}

/** What is there on every screen. */
const EVERYWHERE: ReadonlySet<ActionName> = new Set(['add-article', 'new-article', 'appearance', 'keys', 'open-workspace']);
/** What leads back to the briefing; all else means nothing elsewhere. */
const LEADS_BACK: ReadonlySet<ActionName> = new Set(['go-library', 'go-order', 'go-preview', 'search', 'new-briefing', 'open-briefing']);

/** Back to the briefing; what is typed into an article is written before. */
async function leaveScreen({ store, merges, articles, reviews }: Controller): Promise<void> {
  const { screen } = store.get();
  if (screen === 'merge') merges.leave();
  else if (screen === 'article') await articles.leave();
  else reviews.leave();
}

/** Does what a menu entry or a key asks for. */
export function runAction(controller: Controller, name: ActionName): void {
  if (runInReview(controller, name) || runInMerge(controller, name) || runInArticle(controller, name)) return;
  if (controller.store.get().screen !== 'briefing' && !EVERYWHERE.has(name)) {
    if (!LEADS_BACK.has(name)) return;
    void leaveScreen(controller).then(() =>
      // The panes are there only once the screen has been drawn.
      setTimeout(() => {
        // Unless the next key has led somewhere else by then.
        if (controller.store.get().screen === 'briefing') runAction(controller, name);
      }),
    );
    return;
  }
  const { store, show, documents, set } = controller;
  const { doc, host } = store.get();
  switch (name) {
    case 'add-article':
      if (store.get().screen === 'merge') controller.merges.leave();
      if (store.get().screen === 'article') void controller.articles.leave();
      set((state) => ({ ...state, screen: 'intake', review: null }));
      // How far each is has changed since the list came.
      void controller.intake.refresh().catch(() => undefined);
      return;
    case 'new-article':
      show({ kind: 'new-article' });
      return;
    case 'new-briefing':
      show({ kind: 'new' });
      return;
    case 'open-briefing':
      show({ kind: 'open' });
      return;
    case 'open-workspace':
      if (host?.dialogs === true) {
        void controller.choose('workspace').then((path) => path !== null && controller.openWorkspace(path));
      } else show({ kind: 'workspace' });
      return;
    case 'save':
      void documents.save().then(() => {
        if (store.get().doc?.saving.kind === 'saved') tellDone(controller.context, strings.savedNow);
      });
      return;
    case 'rename':
      if (doc) show({ kind: 'rename' });
      return;
    case 'again':
    case 'duplicate':
      if (doc) void controller.shelf.duplicate(doc.file, name === 'again');
      return;
    case 'remove-briefing':
      if (doc) void controller.shelf.remove(doc.file);
      return;
    case 'restore-briefing':
      void controller.shelf.restore();
      return;
    case 'export':
      if (doc) show({ kind: 'export' });
      return;
    case 'handover':
      if (doc) show({ kind: 'handover' });
      return;
    case 'merge':
      if (doc) show({ kind: 'merge' });
      return;
    case 'adopt':
      void controller.adopts.open();
      return;
    case 'times':
      void takeTimes(controller);
      return;
    case 'compare':
      void controller.compares.open();
      return;
    case 'undo':
      documents.undo();
      return;
    case 'redo':
      documents.redo();
      return;
    case 'search':
      document.querySelector<HTMLElement>('[data-search] input')?.focus();
      return;
    case 'edit-wording': {
      const item = store.get().row === null ? undefined : doc?.history.present.items[store.get().row ?? 0];
      if (item?.kind === 'own') show({ kind: 'own', index: store.get().row, at: 0 });
      else {
        set((state) => ({ ...state, panel: 'wording' }));
        setTimeout(() => document.querySelector<HTMLElement>('[data-wording] textarea')?.focus());
      }
      return;
    }
    case 'trim':
      trim(controller);
      return;
    case 'own-slide': {
      const { row } = store.get();
      if (doc) show({ kind: 'own', index: null, at: row === null ? doc.history.present.items.length : row + 1 });
      return;
    }
    case 'templates':
      if (doc) show({ kind: 'templates' });
      return;
    case 'details':
      if (doc) show({ kind: 'details' });
      return;
    case 'go-library':
      focusPane('library');
      return;
    case 'go-order':
      focusPane('order');
      return;
    case 'go-preview':
      focusPane('preview');
      return;
    case 'go-problems':
      set((state) => ({ ...state, panel: 'problems' }));
      setTimeout(() => focusPane('panel'));
      return;
    case 'next-slide':
      stepSlide(controller, 1);
      return;
    case 'previous-slide':
      stepSlide(controller, -1);
      return;
    case 'appearance':
      cycleAppearance(controller);
      return;
    case 'keys':
      show({ kind: 'keys' });
      return;
  }
}
