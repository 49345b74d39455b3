import { useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { ARTICLE_TYPES, pickFiles } from '../files.ts';
import { readable } from '../keys.ts';
import type { Incoming } from '../state/intake.ts';
import { strings } from '../strings.ts';
import type { ReviewSummary } from '../types.ts';
import { Button, IconButton } from './basics.tsx';
import { ChevronIcon } from './icons.tsx';
import { ProblemText } from './ProblemsPanel.tsx';
import { keyboardOf, useApp, useController, useKeyHint } from './use-app.ts';

function Progress({ file }: { readonly file: Incoming }) {
  const fraction = file.progress?.fraction ?? 0;
  const words = file.progress ? strings.intake.step[file.progress.step] : strings.intake.phase[file.phase];
  return (
    <ProgressBar className="file-progress" value={fraction * 100} valueLabel={words} aria-label={strings.intake.progress(file.name)}>
      <span className="muted">{words}</span>
      <div className="progress-bar">
        <div style={{ width: `${fraction * 100}%` }} />
      </div>
    </ProgressBar>
  );
}

function FileRow({ file }: { readonly file: Incoming }) {
  const { intake, reviews } = useController();
  const busy = file.phase === 'waiting' || file.phase === 'reading';
  const { review } = file;
  return (
    <li className={`file-row ${file.phase}`}>
      <div className="file-head">
        <span className="file-name" dir="auto">
          {file.name}
        </span>
        {busy ? null : <span className="muted">{strings.intake.phase[file.phase]}</span>}
        <span className="spacer" />
        {busy ? <Button onPress={() => intake.cancel(file)}>{strings.intake.stop}</Button> : null}
        {review === null ? null : (
          <Button look="primary" onPress={() => void reviews.open(review)}>
            {strings.intake.review}
          </Button>
        )}
        {file.phase === 'failed' || file.phase === 'cancelled' ? (
          <>
            <Button onPress={() => intake.again(file)}>{strings.intake.again}</Button>
            <Button look="quiet" onPress={() => intake.dismiss(file)}>
              {strings.intake.dismiss}
            </Button>
          </>
        ) : null}
      </div>
      {file.phase === 'reading' ? <Progress file={file} /> : null}
      {file.problems
        .filter(({ severity }) => file.phase === 'failed' || severity === 'error')
        .map((problem, index) => (
          <div key={index} className="callout error" role="alert">
            <ProblemText problem={problem} />
          </div>
        ))}
    </li>
  );
}

function Unfinished({ review }: { readonly review: ReviewSummary }) {
  const { intake, reviews } = useController();
  const [asking, setAsking] = useState(false);
  const facts = [review.name, strings.intake.waiting(review.waiting, review.proposals)];
  return (
    <li className="file-row">
      <div className="file-head">
        <div className="unfinished-text">
          <span className="file-name" dir="auto">
            {review.title ?? strings.intake.untitled}
          </span>
          <span className="muted">
            {[...facts, review.renews ? strings.intake.renews(review.renews.title) : ''].filter(Boolean).join(' · ')}
          </span>
        </div>
        {asking ? (
          <>
            <Button look="danger" autoFocus onPress={() => intake.discard(review.id)}>
              {strings.intake.discardSure}
            </Button>
            <Button look="quiet" onPress={() => setAsking(false)}>
              {strings.cancel}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={() => void reviews.open(review.id)}>{strings.intake.goOn}</Button>
            <Button look="quiet" onPress={() => setAsking(true)}>
              {strings.intake.discard}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Where articles come in: drop, choose or paste; what is being read; what was begun. */
export function IntakeScreen() {
  const { intake, run } = useController();
  const incoming = useApp((state) => state.incoming);
  const all = useApp((state) => state.reviews);
  const platform = useApp((state) => keyboardOf(state).platform);
  const back = useKeyHint('go-library');
  // What a file in the queue has led to is offered there.
  const shown = new Set(incoming.map(({ review }) => review));
  const unfinished = all.filter(({ id }) => !shown.has(id));
  const pick = async (): Promise<void> => {
    const files = await pickFiles(ARTICLE_TYPES);
    intake.add(files.map((file) => ({ name: file.name, data: file, path: null, declaredType: null })));
  };
  return (
    <>
      <header className="header">
        <IconButton label={strings.intake.back} keyHint={back} onPress={() => run('go-library')}>
          <span className="turn-left">
            <ChevronIcon />
          </span>
        </IconButton>
        <h1 className="screen-title">{strings.intake.title}</h1>
      </header>
      <main className="intake scroll">
        <section className="drop-place" aria-label={strings.intake.drop}>
          <p className="drop-title">{strings.intake.drop}</p>
          <p>{strings.intake.dropHint}</p>
          <Button autoFocus look="primary" onPress={() => void pick()}>
            {strings.intake.choose}
          </Button>
          <p className="muted">
            {strings.intake.paste(readable('CmdOrCtrl+V', platform))} {strings.intake.offline}
          </p>
        </section>
        {incoming.length > 0 ? (
          <section aria-label={strings.intake.queue}>
            <h2>{strings.intake.queue}</h2>
            <ul className="file-list">
              {incoming.map((file) => (
                <FileRow key={file.key} file={file} />
              ))}
            </ul>
          </section>
        ) : null}
        <section aria-label={strings.intake.unfinished}>
          <h2>{strings.intake.unfinished}</h2>
          {unfinished.length > 0 ? (
            <ul className="file-list">
              {unfinished.map((review) => (
                <Unfinished key={review.id} review={review} />
              ))}
            </ul>
          ) : (
            <p className="muted">{strings.intake.none}</p>
          )}
        </section>
      </main>
    </>
  );
}
