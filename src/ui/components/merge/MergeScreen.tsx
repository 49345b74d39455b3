import { useLayoutEffect } from 'react';
import { choiceOf, conflictOf, conflictsOf, isStranger, nameOf, settledCount, type MergeWritten } from '../../state/merge.ts';
import { strings } from '../../strings.ts';
import { Button, IconButton } from '../basics.tsx';
import { ChevronIcon, UndoIcon, WarningIcon } from '../icons.tsx';
import { ProblemText, Warnings } from '../ProblemsPanel.tsx';
import { useApp, useController, useKeyHint } from '../use-app.ts';
import { Columns } from './Columns.tsx';
import { ConflictList } from './ConflictList.tsx';
import { Decisions } from './Decisions.tsx';
import { NewSlide } from './NewSlide.tsx';
import { Outcomes } from './Outcomes.tsx';
import { focusConflicts, useMerge } from './use-merge.ts';

function MergeHeader() {
  const { merges, compares } = useController();
  const open = useMerge();
  const keys = { back: useKeyHint('go-library'), undo: useKeyHint('undo'), save: useKeyHint('save') };
  const of = conflictsOf(open).length;
  const settled = settledCount(open);
  const { kind } = open.phase;
  return (
    <header className="header">
      <IconButton label={strings.merge.back} keyHint={keys.back} onPress={merges.leave}>
        <span className="turn-left">
          <ChevronIcon />
        </span>
      </IconButton>
      <h1 className="screen-title merge-title">{strings.merge.title}</h1>
      <span className="muted file-of" dir="auto" title={open.merge?.name}>
        {open.merge?.name}
      </span>
      <span className="spacer" />
      {kind === 'open' || kind === 'saving' ? (
        <>
          <span className="review-progress merge-progress">
            {strings.merge.progress(settled, of)}
            <span className="time-bar" aria-hidden="true">
              <span style={{ width: `${of === 0 ? 100 : (settled / of) * 100}%` }} />
            </span>
          </span>
          <Button look="quiet" className="wide-only" onPress={() => void compares.open(open.edited)}>
            {strings.compare.title}
          </Button>
          <IconButton
            label={strings.undo}
            keyHint={keys.undo}
            isDisabled={open.past.length === 0}
            onPress={() => merges.act({ do: 'undo' })}
          >
            <UndoIcon />
          </IconButton>
          <Button look="primary" isDisabled={kind === 'saving'} onPress={() => void merges.save(false)}>
            {kind === 'saving' ? strings.merge.saving : strings.merge.save}
            <kbd className="wide-only">{keys.save}</kbd>
          </Button>
        </>
      ) : null}
    </header>
  );
}

/** What a screen reader is told as one goes on. */
function Told() {
  const open = useMerge();
  const conflict = conflictOf(open);
  const all = conflictsOf(open);
  const choice = conflict && choiceOf(open, conflict);
  const { position, kind, slide, state, progress } = strings.merge;
  return (
    <p className="unseen" role="status">
      {progress(settledCount(open), all.length)}.{' '}
      {conflict
        ? `${position(open.at + 1, all.length)}: ${kind[conflict.kind]}, ${slide(conflict.number, conflict.title)}, ${choice ? state[nameOf(choice)] : strings.merge.open}.`
        : ''}
    </p>
  );
}

function InHand() {
  const open = useMerge();
  const conflict = conflictOf(open);
  const all = conflictsOf(open);
  if (!conflict) {
    return (
      <section className="merge-in-hand scroll" aria-labelledby="in-hand">
        <h2 id="in-hand">{strings.merge.none}</h2>
        <p className="muted">{strings.merge.noneHint}</p>
      </section>
    );
  }
  const { kind, box, number, title, slide } = conflict;
  return (
    <section className="merge-in-hand scroll" aria-labelledby="in-hand">
      <div className="in-hand-head">
        <h2 id="in-hand" dir="auto">
          {number === null && title === '' ? strings.merge.noSlide : strings.merge.slide(number, title || strings.merge.untitled)}
        </h2>
        <span className="muted">{strings.merge.position(open.at + 1, all.length)}</span>
      </div>
      <p>
        {strings.merge.said[kind]}
        {box === null ? null : <span className="muted"> {box}</span>}
      </p>
      <Columns conflict={conflict} choice={choiceOf(open, conflict)} />
      <Decisions conflict={conflict} />
      {settledCount(open) === all.length ? <p className="merge-done">{strings.merge.allSettled}</p> : null}
      <NewSlide slide={slide} />
    </section>
  );
}

function Saved({ written }: { readonly written: MergeWritten }) {
  const { adopts, merges, open, reveal } = useController();
  const { edited } = useMerge();
  const host = useApp((state) => state.host);
  const { path, bytes, slides, comments, problems } = written;
  return (
    <div className="merge-saved" role="status">
      <h2>{strings.merge.saved.title}</h2>
      <p>{strings.merge.saved.text(slides, comments)}</p>
      <ul className="files">
        <li>
          <span className="format">pptx</span>
          <span className="path">{path}</span>
          <span className="muted">{strings.export.size(bytes)}</span>
          {host?.open === true ? <Button onPress={() => open({ kind: 'written', path })}>{strings.export.open}</Button> : null}
          {host?.reveal === true ? <Button onPress={() => reveal({ kind: 'written', path })}>{strings.export.reveal}</Button> : null}
        </li>
      </ul>
      {problems.length > 0 ? <Warnings problems={problems} /> : null}
      <p className="muted">{strings.merge.saved.untouched}</p>
      <div className="merge-acts">
        <Button look="primary" autoFocus onPress={merges.leave}>
          {strings.merge.back}
        </Button>
        <Button onPress={() => void adopts.open(edited)}>{strings.compare.adopt}</Button>
        {comments > 0 ? (
          <Button onPress={() => merges.update((now) => ({ ...now, phase: { kind: 'open' } }))}>{strings.merge.saved.more}</Button>
        ) : null}
      </div>
    </div>
  );
}

function Failed() {
  const { merges } = useController();
  const { phase } = useMerge();
  if (phase.kind !== 'failed') return null;
  return (
    <div className="merge-saved" role="alert">
      <h2>{strings.merge.failed}</h2>
      {phase.problems.map((problem, index) => (
        <div key={index} className="callout error">
          <ProblemText problem={problem} />
        </div>
      ))}
      <div className="merge-acts">
        <Button look="primary" autoFocus onPress={merges.leave}>
          {strings.merge.back}
        </Button>
        <Button onPress={() => void merges.again()}>{strings.merge.again}</Button>
      </div>
    </div>
  );
}

function Settling() {
  const open = useMerge();
  const dialog = useApp((state) => state.dialog !== null);
  const hasConflicts = conflictsOf(open).length > 0;
  // A button that was pressed may be gone with what it was for.
  useLayoutEffect(() => {
    if (!dialog && (document.activeElement === null || document.activeElement === document.body)) focusConflicts();
  }, [open.at, open.draft, dialog]);
  const slides = open.merge?.slides ?? [];
  return (
    <>
      {open.anew ? (
        <p className="bar warn" role="alert">
          <WarningIcon /> {strings.merge.anew(open.anew.kept, open.anew.of)}
        </p>
      ) : null}
      {isStranger(slides) ? (
        <p className="bar warn" role="alert">
          <WarningIcon /> {strings.merge.stranger}
        </p>
      ) : null}
      <main className="merge-panes">
        <div className="merge-side scroll">
          {hasConflicts ? <ConflictList /> : null}
          <Outcomes slides={slides} />
        </div>
        <InHand />
      </main>
      <Told />
    </>
  );
}

/** An edited deck and the briefing, brought together: what both changed is decided, one after another, by single keys. */
export function MergeScreen() {
  const { phase } = useMerge();
  return (
    <>
      <MergeHeader />
      {phase.kind === 'open' || phase.kind === 'saving' ? (
        <Settling />
      ) : (
        <main className="merge-message scroll">
          {phase.kind === 'opening' ? (
            <p className="starting" role="status">
              {strings.merge.opening}
            </p>
          ) : phase.kind === 'saved' ? (
            <Saved written={phase.written} />
          ) : (
            <Failed />
          )}
        </main>
      )}
    </>
  );
}
