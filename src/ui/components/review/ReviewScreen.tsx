import { useLayoutEffect, useMemo, useState } from 'react';
import { decided } from '../../state/review.ts';
import { linksOf } from '../../state/review-view.ts';
import { strings } from '../../strings.ts';
import { Button, IconButton } from '../basics.tsx';
import { ChevronIcon, RedoIcon, UndoIcon, WarningIcon } from '../icons.tsx';
import { ProblemText } from '../ProblemsPanel.tsx';
import { useApp, useController, useKeyHint } from '../use-app.ts';
import { ActButton } from './ActButton.tsx';
import { Changes } from './Changes.tsx';
import { CharsetChoice } from './CharsetChoice.tsx';
import { focusList } from './EntryForm.tsx';
import { SelectedItem } from './SelectedItem.tsx';
import { SourcePane } from './SourcePane.tsx';
import { StructurePane } from './StructurePane.tsx';
import { TopicSlides } from './TopicSlides.tsx';
import { useReview } from './use-review.ts';

function ReviewHeader() {
  const { run, reviews, show } = useController();
  const { review, parts } = useReview();
  const others = useApp((state) => state.incoming.filter(({ phase }) => phase !== 'failed' && phase !== 'cancelled').length);
  const keys = { back: useKeyHint('go-library'), undo: useKeyHint('undo'), redo: useKeyHint('redo'), save: useKeyHint('save') };
  const done = decided(parts);
  return (
    <header className="header">
      <IconButton label={strings.intake.back} keyHint={keys.back} onPress={() => run('go-library')}>
        <span className="turn-left">
          <ChevronIcon />
        </span>
      </IconButton>
      <h1 className="screen-title" dir="auto">
        {parts.fields.title?.value ?? strings.intake.untitled}
      </h1>
      <span className="muted file-of" dir="auto" title={review.name}>
        {review.name}
      </span>
      <CharsetChoice />
      {others > 0 ? <span className="badge">+ {strings.intake.files(others)}</span> : null}
      <span className="spacer" />
      <span className="review-progress" role="status">
        {parts.order.length === 0 ? strings.review.allDone : strings.review.progress(done, parts.proposals)}
        <span className="time-bar" aria-hidden="true">
          <span style={{ width: `${parts.proposals === 0 ? 100 : (done / parts.proposals) * 100}%` }} />
        </span>
      </span>
      {parts.order.length > 0 ? <ActButton name="next" look="quiet" words={strings.review.next} /> : null}
      <IconButton label={strings.undo} keyHint={keys.undo} isDisabled={parts.undo === null} onPress={() => reviews.act({ do: 'undo' })}>
        <UndoIcon />
      </IconButton>
      <IconButton label={strings.redo} keyHint={keys.redo} isDisabled={parts.redo === null} onPress={() => reviews.act({ do: 'redo' })}>
        <RedoIcon />
      </IconButton>
      <Button look="primary" onPress={() => show({ kind: 'save-article' })}>
        {strings.review.save}
        <kbd className="wide-only">{keys.save}</kbd>
      </Button>
    </header>
  );
}

/** What the user should know of the reading; put away for as long as the review is open. */
function ReadingNotes() {
  const { review } = useReview();
  const [away, setAway] = useState(false);
  if (review.problems.length === 0 || away) return null;
  return (
    <details className="bar warn reading-notes">
      <summary>
        <WarningIcon /> {strings.review.reading(review.problems.length)}: {review.problems[0]?.message}
      </summary>
      {review.problems.map((problem, index) => (
        <div key={index} className="callout warning">
          <ProblemText problem={problem} />
        </div>
      ))}
      <Button className="small" onPress={() => setAway(true)}>
        {strings.intake.dismiss}
      </Button>
    </details>
  );
}

type View = 'source' | 'structure' | 'selected-item';
const VIEWS = [
  ['source', strings.review.narrow.source],
  ['structure', strings.review.narrow.structure],
  ['selected-item', strings.review.narrow.selected],
] as const;

/** A draft beside its source: everything is looked at, corrected and taken, by single keys. */
export function ReviewScreen() {
  const open = useReview();
  const { side, hover } = open;
  const [view, setView] = useState<View>('structure');
  const selected = useMemo(() => linksOf(open, null), [open]);
  const linked = useMemo(() => (hover ? linksOf(open, hover) : selected), [open, hover, selected]);
  const dialog = useApp((state) => state.dialog !== null);

  // The keyboard is where the user is; a field keeps it while something is typed there.
  useLayoutEffect(() => {
    const typing = document.activeElement?.closest('[data-entry-form], [role="dialog"]');
    if (!dialog && !typing) focusList(side);
  }, [side, dialog, open.review.id]);

  return (
    <>
      <ReviewHeader />
      <ReadingNotes />
      <Changes />
      <nav className="views review-views" aria-label={strings.review.narrow.views}>
        {VIEWS.map(([name, words]) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
            {words}
          </button>
        ))}
      </nav>
      <main className={`review-panes show-${view}`}>
        <SourcePane linked={linked} />
        <StructurePane linked={linked} />
        <div className="selected-item">
          <TopicSlides />
          <SelectedItem />
        </div>
      </main>
    </>
  );
}
