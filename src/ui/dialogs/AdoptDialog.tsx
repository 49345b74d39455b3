import { Button, Dialog } from '../components/basics.tsx';
import { Spans } from '../components/compare/Spans.tsx';
import { WarningIcon } from '../components/icons.tsx';
import { ProblemText, Warnings } from '../components/ProblemsPanel.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { decide, offersWith, openQuestions, type Fate, type Offer, type OpenAdopt } from '../state/adopt.ts';
import { spansOf } from '../state/compare.ts';
import { strings } from '../strings.ts';

const words = strings.adopt;
const FATES = ['take', 'article', 'leave'] as const satisfies readonly Fate[];

function OfferRow({ offer, fate, at }: { readonly offer: Offer; readonly fate: Fate | undefined; readonly at: number }) {
  const { adopts } = useController();
  const { was, now, spans, question, article } = offer;
  return (
    <li className={question && fate === undefined ? 'open' : ''}>
      <fieldset className="offer" aria-describedby={question ? `question-${at}` : undefined}>
        <legend>
          {words.offer(offer)} <bdi className="muted">{offer.slide?.title}</bdi>
        </legend>
        {was === null && now === null ? <p>{words.moved}</p> : <Spans spans={spansOf({ from: was, to: now, spans })} />}
        {question ? (
          <p className="help offer-question" id={`question-${at}`}>
            <WarningIcon /> {words.question}
          </p>
        ) : null}
        <div className="offer-fates">
          {FATES.filter((name) => name !== 'article' || article !== null).map((name) => (
            <label key={name} className="choice">
              <input
                type="radio"
                name={`offer-${at}`}
                checked={fate === name}
                onChange={() => adopts.update((open) => decide(open, offer, name))}
              />
              <span>
                {words.fate[name]}
                {name === 'article' && article !== null ? <span className="help">{words.into(article)}</span> : null}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

function Offers({ adopt }: { readonly adopt: OpenAdopt }) {
  const { offers, stays, problems } = adopt.home ?? { offers: [], stays: [], problems: [] };
  return (
    <>
      {adopt.changed ? (
        <p className="callout" role="alert">
          {words.anew}
        </p>
      ) : null}
      <p className="muted">{offers.length === 0 ? words.none : words.hint}</p>
      {problems.length > 0 ? <Warnings problems={problems} /> : null}
      <ul className="offers">
        {offers.map((offer, at) => (
          <OfferRow key={offer.id} offer={offer} fate={adopt.fates[offer.id]} at={at} />
        ))}
      </ul>
      {stays.length > 0 ? (
        <details className="callout" open={offers.length === 0}>
          <summary>{words.stays(stays.length)}</summary>
          <ul className="problems">
            {stays.map((problem, i) => (
              <li key={i}>
                <WarningIcon />
                <div dir="auto">
                  <ProblemText problem={problem} />
                </div>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Body({ adopt }: { readonly adopt: OpenAdopt }) {
  switch (adopt.phase.kind) {
    case 'working':
      return <p role="status">{words.working}</p>;
    case 'failed':
      return (
        <div role="alert">
          <p>
            <strong>{words.failed}</strong>
          </p>
          {adopt.phase.problems.map((problem, i) => (
            <div key={i} className="callout error">
              <ProblemText problem={problem} />
            </div>
          ))}
        </div>
      );
    case 'open':
    case 'saving':
      return <Offers adopt={adopt} />;
  }
}

/** What colleagues changed in a deck: what the briefing can hold is taken over, sent to its article, or left; what it cannot is said. */
export function AdoptDialog() {
  const { adopts } = useController();
  const adopt = useApp((state) => state.adopt);
  if (!adopt) return null;
  const [take, article] = [offersWith(adopt, 'take').length, offersWith(adopt, 'article').length];
  const unanswered = openQuestions(adopt).length;
  const saving = adopt.phase.kind === 'saving';
  return (
    <Dialog
      title={words.title}
      size="large"
      onClose={adopts.close}
      footer={
        <>
          <span className="muted" role="status">
            {unanswered > 0 ? words.open(unanswered) : ''}
          </span>
          <span className="spacer" />
          <Button onPress={() => void adopts.choose()}>{words.choose}</Button>
          <Button onPress={adopts.close}>{strings.cancel}</Button>
          <Button look="primary" isDisabled={adopt.phase.kind !== 'open' || take + article === 0} onPress={() => void adopts.take()}>
            {saving ? words.saving : words.go(take, article)}
          </Button>
        </>
      }
    >
      <p className="file-of" dir="auto">
        {adopt.home?.name}
      </p>
      <Body adopt={adopt} />
    </Dialog>
  );
}
