import { useEffect, useState } from 'react';
import { AddTemplateDialog } from './dialogs/AddTemplateDialog.tsx';
import { AdoptDialog } from './dialogs/AdoptDialog.tsx';
import { CompareDialog } from './dialogs/CompareDialog.tsx';
import { DetailsDialog } from './dialogs/DetailsDialog.tsx';
import { DesignDialog } from './dialogs/DesignDialog.tsx';
import { DoctorDialog } from './dialogs/DoctorDialog.tsx';
import { ExportDialog } from './dialogs/ExportDialog.tsx';
import { HandoverDialog } from './dialogs/HandoverDialog.tsx';
import { KeysDialog } from './dialogs/KeysDialog.tsx';
import { MergeDialog, SaveMergeDialog } from './dialogs/MergeDialogs.tsx';
import { NewArticleDialog, NewDialog, RenameDialog } from './dialogs/NameDialogs.tsx';
import { OpenDialog } from './dialogs/OpenDialog.tsx';
import { OwnDialog } from './dialogs/OwnDialog.tsx';
import { TemplateDialog } from './dialogs/TemplateDialog.tsx';
import { NoWorkspace, WorkspaceDialog } from './dialogs/WorkspaceDialog.tsx';
import { SaveArticleDialog } from './dialogs/SaveArticleDialog.tsx';
import { actionFor, isTyping, type Press } from './keys.ts';
import { mergeActFor } from './merge-keys.ts';
import { reviewActFor } from './review-keys.ts';
import type { Dialog } from './state/app.ts';
import { strings } from './strings.ts';
import { ArticleScreen } from './components/article/ArticleScreen.tsx';
import { Button } from './components/basics.tsx';
import { ConnectionBar, NoticeBar, SaveBar, WelcomeBar } from './components/Bars.tsx';
import { BottomPanel } from './components/BottomPanel.tsx';
import { Header } from './components/Header.tsx';
import { IncomingFiles } from './components/IncomingFiles.tsx';
import { IntakeScreen } from './components/IntakeScreen.tsx';
import { LibraryPane } from './components/LibraryPane.tsx';
import { MergeScreen } from './components/merge/MergeScreen.tsx';
import { MetaBar } from './components/MetaBar.tsx';
import { OrderPane } from './components/OrderPane.tsx';
import { PreviewPane } from './components/PreviewPane.tsx';
import { ProblemText } from './components/ProblemsPanel.tsx';
import { ReviewScreen } from './components/review/ReviewScreen.tsx';
import { Splitter } from './components/Splitter.tsx';
import { AppContext, keyboardOf, useApp, useController } from './components/use-app.ts';
import { useDark } from './components/use-dark.ts';
import type { Controller } from './controller/types.ts';

function Dialogs({ dialog }: { readonly dialog: Dialog | null }) {
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'details':
      return <DetailsDialog />;
    case 'open':
      return <OpenDialog />;
    case 'new':
      return <NewDialog />;
    case 'new-article':
      return <NewArticleDialog />;
    case 'rename':
      return <RenameDialog />;
    case 'keys':
      return <KeysDialog />;
    case 'templates':
      return <TemplateDialog />;
    case 'workspace':
      return <WorkspaceDialog />;
    case 'export':
      return <ExportDialog />;
    case 'handover':
      return <HandoverDialog />;
    case 'merge':
      return <MergeDialog />;
    case 'adopt':
      return <AdoptDialog />;
    case 'compare':
      return <CompareDialog />;
    case 'save-merge':
      return <SaveMergeDialog />;
    case 'save-article':
      return <SaveArticleDialog />;
    case 'add-template':
      return <AddTemplateDialog />;
    case 'doctor':
      return <DoctorDialog template={dialog.template} />;
    case 'design':
      return <DesignDialog />;
    case 'own':
      return <OwnDialog index={dialog.index} at={dialog.at} />;
  }
}

/** A briefing that cannot be read: why, and the way on. */
function Broken() {
  const { run } = useController();
  const broken = useApp((state) => state.broken);
  if (!broken) return null;
  return (
    <div className="broken" role="alert">
      <h2>{strings.broken.title}</h2>
      <p>{strings.broken.hint}</p>
      {broken.problems.map((problem, index) => (
        <div key={index} className="callout error">
          <ProblemText problem={problem} />
        </div>
      ))}
      <Button look="primary" onPress={() => run('open-briefing')}>
        {strings.broken.other}
      </Button>
    </div>
  );
}

type View = 'library' | 'order' | 'preview';

/** Where the window is narrow, one pane at a time. */
function Views({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  return (
    <nav className="views" aria-label={strings.narrow.views}>
      {(['library', 'order', 'preview'] as const).map((name) => (
        <button key={name} type="button" aria-pressed={view === name} onClick={() => onView(name)}>
          {strings.narrow[name]}
        </button>
      ))}
    </nav>
  );
}

function Workbench() {
  const panes = useApp((state) => state.settings.panes);
  const broken = useApp((state) => state.broken !== null);
  const hasDoc = useApp((state) => state.doc !== null);
  const [view, setView] = useState<View>('library');
  const columns = `minmax(0, ${panes.library}fr) 1px minmax(0, ${panes.order}fr) 1px minmax(0, ${1 - panes.library - panes.order}fr)`;
  return (
    <>
      <Header />
      {hasDoc ? <MetaBar /> : null}
      <SaveBar />
      <WelcomeBar />
      <Views view={view} onView={setView} />
      <main className={`panes view-${view}`} style={{ gridTemplateColumns: columns }}>
        <LibraryPane />
        <Splitter pane="library" label={strings.splitter.library} />
        {broken ? <Broken /> : <OrderPane />}
        <Splitter pane="order" label={strings.splitter.order} />
        <div className="right">
          <PreviewPane />
          <BottomPanel />
        </div>
      </main>
    </>
  );
}

function Screen() {
  const screen = useApp((state) => state.screen);
  const hasReview = useApp((state) => state.review !== null);
  const hasMerge = useApp((state) => state.merge !== null);
  if (screen === 'intake') return <IntakeScreen />;
  if (screen === 'merge' && hasMerge) return <MergeScreen />;
  if (screen === 'article') return <ArticleScreen />;
  return screen === 'review' && hasReview ? <ReviewScreen /> : <Workbench />;
}

/** Keys that press a button where one is in focus. */
const PRESSES: ReadonlySet<string> = new Set(['Enter', ' ']);

/** What a key means on the screen of a review or a merge, if one is open and nothing is typed. Answers whether it meant something. */
function screenKey({ store, reviews, merges }: Controller, event: KeyboardEvent, press: Press): boolean {
  const { screen } = store.get();
  if ((screen !== 'review' && screen !== 'merge') || isTyping(event.target)) return false;
  if (PRESSES.has(event.key) && event.target instanceof Element && event.target.closest('button, summary, a')) return false;
  if (screen === 'merge') {
    const act = mergeActFor(press);
    return act !== null && merges.act(act);
  }
  const act = reviewActFor(press);
  return act !== null && (reviews.act(act), true);
}

function Window() {
  const controller = useController();
  const phase = useApp((state) => state.phase);
  const workspace = useApp((state) => state.workspace);
  const dialog = useApp((state) => state.dialog);
  const dark = useDark();
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey: ctrl, metaKey: meta, shiftKey: shift, altKey: alt } = event;
      if (event.defaultPrevented || controller.store.get().dialog !== null) return;
      const press = { key, ctrl, meta, shift, alt };
      if (screenKey(controller, event, press)) {
        event.preventDefault();
        return;
      }
      const action = actionFor(press, keyboardOf(controller.store.get()), isTyping(event.target));
      if (!action) return;
      event.preventDefault();
      controller.run(action);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [controller]);
  return (
    <>
      <ConnectionBar />
      {phase === 'starting' ? <p className="starting">{strings.starting}</p> : workspace ? <Screen /> : <NoWorkspace />}
      <Dialogs dialog={dialog} />
      <NoticeBar />
      <IncomingFiles />
    </>
  );
}

export function App({ controller }: { readonly controller: Controller }) {
  return (
    <AppContext value={controller}>
      <Window />
    </AppContext>
  );
}
