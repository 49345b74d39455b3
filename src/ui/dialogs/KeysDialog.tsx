import { ACTION_NAMES } from '../../api/actions.ts';
import { Dialog } from '../components/basics.tsx';
import { useMergeKey } from '../components/merge/use-merge.ts';
import { useReviewKey } from '../components/review/use-review.ts';
import { useApp, useController, useKeyWriter } from '../components/use-app.ts';
import { MERGE_ACT_NAMES } from '../merge-keys.ts';
import { REVIEW_KEY_GROUPS, type ReviewKeyGroup } from '../review-keys.ts';
import { strings } from '../strings.ts';

interface TableProps {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}

function KeyTable({ title, rows }: TableProps) {
  return (
    <section>
      <h3>{title}</h3>
      <table className="keys">
        <tbody>
          {rows.map(([key, words]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Every key, on one sheet. */
export function KeysDialog() {
  const { show } = useController();
  const keyOf = useKeyWriter();
  const everywhere = ACTION_NAMES.flatMap((name) => {
    const key = keyOf(name);
    return key === null ? [] : [[key, strings.actions[name]] as const];
  });
  const reviewing = useApp((state) => state.screen === 'review');
  const reviewKey = useReviewKey();
  const merging = useApp((state) => state.screen === 'merge');
  const mergeKey = useMergeKey();
  const { rows, title, ...titles } = strings.keys;
  const review = (name: ReviewKeyGroup): readonly (readonly [string, string])[] => [
    ...REVIEW_KEY_GROUPS[name].map((act) => [reviewKey(act), strings.review.acts[act]] as const),
    ...(name === 'correct' ? [['1–9', strings.review.choose] as const] : []),
  ];
  const reviewTables = (names: readonly ReviewKeyGroup[]) => (
    <div>
      {names.map((name) => (
        <KeyTable key={name} title={strings.review.keyGroups[name]} rows={review(name)} />
      ))}
    </div>
  );
  const mergeTable = (
    <KeyTable title={strings.merge.keys} rows={MERGE_ACT_NAMES.map((act) => [mergeKey(act), strings.merge.acts[act]] as const)} />
  );
  const everywhereTable = <KeyTable title={titles.everywhere} rows={everywhere} />;
  const briefingTables = (
    <div>
      <KeyTable title={titles.library} rows={rows.library} />
      <KeyTable title={titles.order} rows={rows.order} />
      <KeyTable title={titles.preview} rows={rows.preview} />
    </div>
  );
  const forReview = (
    <>
      {reviewTables(['decide', 'correct'])}
      {reviewTables(['arrange', 'move'])}
    </>
  );
  return (
    <Dialog title={title} size="large" onClose={() => show(null)}>
      {/* What is at hand comes first. */}
      <div className="key-columns" role="region" aria-label={title} tabIndex={0}>
        {reviewing ? forReview : null}
        {merging ? mergeTable : null}
        {everywhereTable}
        {briefingTables}
        {reviewing ? null : forReview}
        {merging ? null : mergeTable}
      </div>
    </Dialog>
  );
}
