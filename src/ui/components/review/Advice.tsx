import { useEffect, useState } from 'react';
import type { Answer } from '../../../api/contract.ts';
import { alternativesOf, type Entry } from '../../state/review-entries.ts';
import { isPoint } from '../../state/review-steps.ts';
import { strings } from '../../strings.ts';
import { WarningIcon } from '../icons.tsx';
import { useController } from '../use-app.ts';
import { ActButton } from './ActButton.tsx';
import { useReview } from './use-review.ts';

type Weighed = Answer<'intake.weigh'>;

/** How long the keyboard rests before what was typed is weighed. Milliseconds. */
const REST = 120;

/** What would be wrong with words while they are typed. Null: nothing is typed, or it is not known yet. */
function useWeighed(entry: Entry, typed: string | null): Weighed | null {
  const { client } = useController();
  const { review } = useReview();
  const [weighed, setWeighed] = useState<{ readonly text: string; readonly answer: Weighed } | null>(null);
  const point = isPoint(entry);
  useEffect(() => {
    if (typed === null || !point) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      client
        .call('intake.weigh', { review: review.id, item: entry.id, text: typed })
        .then((answer) => wanted && setWeighed({ text: typed, answer }))
        .catch(() => undefined);
    }, REST);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, review.id, entry.id, point, typed]);
  return typed === null ? null : (weighed?.answer ?? null);
}

/** What to look at in a point and what to do; a shorter form to take, and the whole sentence of the source where the point says less. */
export function Advice({ entry, typed }: { readonly entry: Entry; readonly typed: string | null }) {
  const weighed = useWeighed(entry, typed);
  if (!isPoint(entry)) return null;
  const { source } = entry.node;
  const { warnings, clause } = weighed ?? entry.node;
  const says = typed ?? entry.node.text;
  return (
    <div className="advice" aria-live="polite">
      {warnings.map((warning, index) => {
        const { what, hint } = strings.review.warning(warning);
        return (
          <p key={index} className="advice-line">
            <WarningIcon />
            <span>
              <strong dir="auto">{what}</strong> {hint}
            </span>
          </p>
        );
      })}
      {clause === null ? null : (
        <div className="clause">
          <ActButton name="clause" words={strings.review.clause} />
          <span dir="auto">{clause}</span>
        </div>
      )}
      {source === '' || source === says.trim() ? null : (
        <div className="clause">
          <span className="choices-label">{strings.review.inSource}</span>
          <span dir="auto">{source}</span>
        </div>
      )}
    </div>
  );
}

/** Other headings, speakers or values, each with its number. */
export function Choices({ entry }: { readonly entry: Entry }) {
  const { reviews } = useController();
  const choices = alternativesOf(entry).slice(0, 9);
  if (choices.length === 0) return null;
  return (
    <div className="choices" role="group" aria-label={strings.review.choices}>
      <span className="choices-label">{strings.review.choices}</span>
      {choices.map((words, index) => (
        <button
          key={`${index} ${words}`}
          type="button"
          className="choice-button"
          onClick={() => reviews.act({ do: 'step', command: 'choose', choice: index })}
        >
          <kbd>{index + 1}</kbd> <span dir="auto">{words}</span>
        </button>
      ))}
    </div>
  );
}
