import { differenceOf } from '../../state/review-view.ts';
import { strings } from '../../strings.ts';
import type { ReviewChange } from '../../types.ts';
import { Button } from '../basics.tsx';
import { useController } from '../use-app.ts';
import { ActButton } from './ActButton.tsx';
import { useReview } from './use-review.ts';

function Differing({ before, after }: { readonly before: string; readonly after: string }) {
  const found = differenceOf(before, after);
  return (
    <span dir="auto">
      {found.head} {found.before === '' ? null : <del>{found.before}</del>} {found.after === '' ? null : <ins>{found.after}</ins>}{' '}
      {found.tail}
    </span>
  );
}

function Words({ change }: { readonly change: ReviewChange }) {
  switch (change.kind) {
    case 'paragraph-added':
      return <ins dir="auto">{change.text}</ins>;
    case 'paragraph-withdrawn':
      return <del dir="auto">{change.text}</del>;
    case 'paragraph-changed':
      return <Differing before={change.before} after={change.after} />;
    case 'field-differs':
      return <Differing before={change.saved} after={change.newer} />;
    case 'item-affected':
    case 'item-offered':
      return null;
  }
}

function titleOf(change: ReviewChange): string {
  const { changes, fieldNames, paragraph } = strings.review;
  switch (change.kind) {
    case 'field-differs':
      return changes['field-differs'](fieldNames[change.field]);
    case 'item-affected':
    case 'item-offered':
      return changes[change.kind];
    default:
      return `${changes[change.kind]} (${paragraph(change.number)})`;
  }
}

/** What a newer version changes in the saved article, with the way to each. */
export function Changes() {
  const { reviews } = useController();
  const { review, parts, comparing } = useReview();
  if (!review.renews) return null;
  const go = (change: ReviewChange): void => {
    if (change.kind === 'item-affected' || change.kind === 'item-offered') reviews.select(change.item);
    else if (change.kind === 'field-differs') reviews.select(change.field);
    else {
      const block = parts.blocks.findIndex(({ number }) => number === change.number);
      if (block >= 0) reviews.selectPlace({ block, sentence: 0 });
    }
  };
  return (
    <section className="changes" aria-label={strings.review.changes.title(review.renews.title)}>
      <div className="changes-head">
        <strong dir="auto">{strings.review.changes.title(review.renews.title)}</strong>
        <span className="muted">
          {review.changes.length === 0 ? strings.review.changes.none : strings.review.changes.count(review.changes.length)}
        </span>
        <span className="spacer" />
        {review.changes.length > 0 ? (
          <ActButton name="compare" look="quiet" words={comparing ? strings.review.fold : strings.review.unfold} />
        ) : null}
        <Button look="quiet" className="small" onPress={() => void reviews.renew(null)}>
          {strings.review.changes.asNew}
        </Button>
      </div>
      {comparing && review.changes.length > 0 ? (
        <ul className="change-list scroll">
          {review.changes.map((change, index) => (
            <li key={index}>
              <button type="button" className="change" onClick={() => go(change)}>
                <span className="change-kind">{titleOf(change)}</span> <Words change={change} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
