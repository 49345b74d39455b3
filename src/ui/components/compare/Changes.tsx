import type { KeyboardEvent } from 'react';
import { counts, differs, spansOf, type Comparison, type DeckChange, type LineChange, type SlideChanges } from '../../state/compare.ts';
import { strings } from '../../strings.ts';
import { Spans } from './Spans.tsx';

const words = strings.compare;

type Text = Pick<LineChange, 'from' | 'to' | 'spans' | 'facts'>;

function Pair({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  return (
    <span className="change-fact">
      {from === null ? <span className="muted">{words.nothing}</span> : <del dir="auto">{from}</del>}
      <span aria-hidden="true"> → </span>
      {to === null ? <span className="muted">{words.nothing}</span> : <ins dir="auto">{to}</ins>}
    </span>
  );
}

/** What of a line's numbers, dates and names is another; then the line. */
function TextChange({ change }: { readonly change: Text }) {
  const isOnBoth = change.from !== null && change.to !== null;
  return (
    <>
      {isOnBoth && change.facts.length > 0 ? (
        <p className="change-facts">
          {change.facts.map((fact, i) => (
            <Pair key={i} {...fact} />
          ))}
        </p>
      ) : null}
      <Spans spans={spansOf(change)} />
    </>
  );
}

function nameOf(change: DeckChange): string {
  if ('at' in change && change.at === 'title') return words.titleLine;
  return 'at' in change && change.at === 'alt' ? words.alt : words.kind[change.kind];
}

/** Where in a table or chart. */
function whereOf(change: DeckChange): readonly string[] {
  const parts =
    change.kind === 'cells'
      ? [change.row, change.column]
      : change.kind === 'data'
        ? [change.chart, change.series, change.category]
        : change.kind === 'comments'
          ? [change.author]
          : [];
  return parts.filter((part): part is string => part !== null && part !== '');
}

function Body({ change }: { readonly change: DeckChange }) {
  switch (change.kind) {
    case 'words':
    case 'figures':
    case 'notes':
      return change.order ? (
        <p className="change-line" dir="auto">
          {change.to} <span className="muted">({words.elsewhere})</span>
        </p>
      ) : (
        <TextChange change={change} />
      );
    case 'cells':
      return <TextChange change={change} />;
    case 'data':
      return (
        <p className="change-facts">
          <Pair from={change.from} to={change.to} />
        </p>
      );
    case 'pictures':
    case 'comments':
      return change.from !== null && change.from === change.to ? (
        <p className="change-line" dir="auto">
          {change.to}
        </p>
      ) : (
        <Spans
          spans={[
            { of: 'old', text: change.from ?? '' },
            { of: 'both', text: ' ' },
            { of: 'new', text: change.to ?? '' },
          ]}
        />
      );
    case 'sources':
      return (
        <>
          <p className="change-facts">
            <Pair from={change.from.join(', ') || null} to={change.to.join(', ') || null} />
          </p>
          <p className="change-line" dir="auto">
            {change.text}
          </p>
        </>
      );
    case 'look':
      return <p className="muted">{words.look}</p>;
    case 'layout':
      return <p className="muted">{words.layout}</p>;
  }
}

function ChangeList({ changes }: { readonly changes: readonly DeckChange[] }) {
  return (
    <ul className="change-list">
      {changes.map((change, i) => (
        <li key={i}>
          <span className="change-kind">
            {nameOf(change)}
            {whereOf(change).map((part, k) => (
              <bdi key={k} className="muted">
                {part}
              </bdi>
            ))}
          </span>
          <div className="change-body">
            <Body change={change} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Slide({ slide, at }: { readonly slide: SlideChanges; readonly at: number }) {
  const { from, to, moved, changes, lines } = slide;
  const state = from === null ? words.added : to === null ? words.deleted : moved ? words.moved : null;
  return (
    <section className="changed-slide" aria-labelledby={`changed-${at}`} tabIndex={-1}>
      <h3 id={`changed-${at}`}>
        <span className="muted">{words.slide(slide)}</span> <bdi>{(to ?? from)?.title || words.untitled}</bdi>
        {state === null ? null : <span className={`badge ${from === null ? 'added' : to === null ? 'deleted' : ''}`}>{state}</span>}
      </h3>
      <ChangeList changes={changes} />
      {lines.length > 0 ? (
        <ul className="slide-lines">
          {lines.map((line, i) => (
            <li key={i} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** From slide to slide by J and K, where nothing is chosen from a list. */
function onKey(event: KeyboardEvent<HTMLElement>): void {
  const by = /^j$/i.test(event.key) ? 1 : /^k$/i.test(event.key) ? -1 : 0;
  if (by === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const slides = [...event.currentTarget.querySelectorAll<HTMLElement>('.changed-slide')];
  const at = slides.findIndex((slide) => slide.contains(document.activeElement));
  const next = slides[Math.max(0, Math.min(slides.length - 1, at + by))];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'start' });
}

/** What differs between two decks: by slide, numbers first, words marked inside the line. */
export function Changes({ diff }: Pick<Comparison, 'diff'>) {
  const { changed, everywhere, design, looksCompared } = diff;
  return (
    <div className="compared" role="region" aria-label={words.shown} tabIndex={0} onKeyDown={onKey}>
      <p className="compare-counts" role="status">
        <strong>{differs(diff) ? words.counts(diff, counts(diff)) : words.none}</strong>{' '}
        {differs(diff) && changed.length === 0 ? words.noneAlone : ''}
      </p>
      {changed.length > 1 ? (
        <p className="muted compare-keys">
          <kbd>J</kbd> <kbd>K</kbd> {words.keys}
        </p>
      ) : null}
      {looksCompared ? null : <p className="callout">{words.noLooks}</p>}
      {design ? <p className="callout">{words.design}</p> : null}
      {everywhere.length > 0 ? (
        <section className="changed-slide" aria-label={words.everywhere} tabIndex={-1}>
          <h3>{words.everywhere}</h3>
          <ChangeList changes={everywhere} />
        </section>
      ) : null}
      {changed.map((slide, i) => (
        <Slide key={i} slide={slide} at={i} />
      ))}
    </div>
  );
}
