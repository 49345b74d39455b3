import { useEffect, useState } from 'react';
import type { Answer } from '../../../api/contract.ts';
import { momentText } from '../../state/time.ts';
import { strings } from '../../strings.ts';
import { Button } from '../basics.tsx';
import { WarningIcon } from '../icons.tsx';
import { SlideFrame } from '../SlideFrame.tsx';
import { useController } from '../use-app.ts';
import type { OpenArticle } from '../../state/article.ts';

/** The slides of the topic that is written in, as they will be. */
export function ArticleSlides({ open }: { readonly open: OpenArticle }) {
  const { articles } = useController();
  return (
    <div className="article-slides">
      {open.previewFailed && open.deck !== null ? (
        <p className="slides-note">
          <WarningIcon /> {strings.article.lastGood}
        </p>
      ) : null}
      {open.deck === null ? <p className="muted article-none">{open.previewFailed ? strings.article.noSlides : ''}</p> : null}
      <div className="frame-box">
        <SlideFrame key={open.file} feed={articles.feed} mode="topic" title={strings.article.slidesOf} />
      </div>
    </div>
  );
}

/** The numbered paragraphs; a number puts its reference where the caret is. */
export function ArticleSource({
  paragraphs,
  onReference,
}: {
  readonly paragraphs: readonly string[];
  readonly onReference: (paragraph: number) => void;
}) {
  if (paragraphs.length === 0) return <p className="muted article-none">{strings.article.noSource}</p>;
  return (
    <>
      <p className="help article-hint">{strings.article.sourceHint(1)}</p>
      <ol className="article-source scroll" tabIndex={0} aria-label={strings.article.source}>
        {paragraphs.map((words, index) => (
          <li key={index}>
            <Button look="quiet" className="small" aria-label={strings.article.putRef(index + 1)} onPress={() => onReference(index + 1)}>
              {index + 1}
            </Button>
            <p dir="auto">{words}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What the file said before, to be looked at and brought back. */
export function ArticleStates({ open, onTake }: { readonly open: OpenArticle; readonly onTake: (text: string) => void }) {
  const { articles } = useController();
  const [states, setStates] = useState<Answer<'article.states'>['states']>([]);
  const [shown, setShown] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const { hash } = open;
  useEffect(() => {
    let here = true;
    void articles.states().then((list) => here && setStates(list));
    return () => {
      here = false;
    };
  }, [articles, hash]);
  if (states.length === 0) return <p className="muted article-none">{strings.article.noStates}</p>;
  return (
    <div className="article-states">
      <ul className="files">
        {states.map(({ id, saved }) => (
          <li key={id}>
            <Button
              look="quiet"
              className="small"
              aria-pressed={shown?.id === id}
              onPress={() => void articles.state(id).then((text) => text !== null && setShown({ id, text }))}
            >
              {strings.article.stateAt(momentText(new Date(saved).toISOString()))}
            </Button>
          </li>
        ))}
      </ul>
      {shown === null ? null : (
        <>
          <pre className="state-text scroll" tabIndex={0} dir="auto" aria-label={strings.article.states}>
            {changesOf(shown.text, open.text).map(({ text, gone }, index) =>
              gone ? <del key={index}>{text}</del> : <span key={index}>{text}</span>,
            )}
          </pre>
          <Button onPress={() => onTake(shown.text)}>{strings.article.takeBack}</Button>
        </>
      )}
    </div>
  );
}

/** An earlier text by its lines; marked are those that the present one has not. */
function changesOf(earlier: string, now: string): { readonly text: string; readonly gone: boolean }[] {
  const present = new Set(now.split('\n'));
  return earlier.split('\n').map((line) => ({ text: `${line}\n`, gone: line.trim() !== '' && !present.has(line) }));
}
