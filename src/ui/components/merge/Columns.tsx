import { nameOf, type MergeChoice, type MergeConflict } from '../../state/merge.ts';
import { strings } from '../../strings.ts';

type Lines = MergeConflict['marked']['theirs'];
type Side = 'base' | 'theirs' | 'ours';

interface ColumnProps {
  readonly side: Side;
  readonly lines: Lines;
  /** What stands there where no words do. */
  readonly otherwise: string;
  readonly chosen: boolean;
}

function Column({ side, lines, otherwise, chosen }: ColumnProps) {
  const changed = lines.flatMap((line) => line.filter((piece) => piece.changed).map(({ text }) => text.trim()));
  const name = strings.merge.columns[side];
  return (
    <section className={`merge-column ${side} ${chosen ? 'chosen' : ''}`} aria-label={name} tabIndex={0}>
      <h3>
        {name}
        <span className="muted">{strings.merge.sides[side]}</span>
        {chosen ? <span className="badge">{strings.merge.chosen}</span> : null}
      </h3>
      {lines.length === 0 ? <p className="muted">{otherwise}</p> : null}
      {lines.map((line, i) => (
        <p key={i} className="merge-line" dir="auto">
          {line.map((piece, k) => (piece.changed ? <mark key={k}>{piece.text}</mark> : <span key={k}>{piece.text}</span>))}
        </p>
      ))}
      {changed.length > 0 ? <p className="unseen">{strings.merge.marks(changed)}</p> : null}
    </section>
  );
}

interface ColumnsProps {
  readonly conflict: MergeConflict;
  readonly choice: MergeChoice | null;
}

const plainly = (lines: readonly string[]): Lines => lines.map((text) => [{ text, changed: false }]);

/** What was handed out, what the colleague has and what is new beside each other, with the words marked that differ. */
export function Columns({ conflict, choice }: ColumnsProps) {
  const { kind, baseWords, marked } = conflict;
  const name = choice === null ? null : nameOf(choice);
  const takes = (side: 'theirs' | 'ours'): boolean => name === side || name === 'both';
  const isSlide = kind === 'slide-deleted' || kind === 'slide-withdrawn';
  const { nothing, gone, unknown } = strings.merge;
  return (
    <div className={`merge-columns ${baseWords === null ? 'unknown' : ''}`}>
      <Column side="base" lines={plainly(baseWords ?? [])} otherwise={baseWords === null ? unknown : nothing} chosen={false} />
      <Column side="theirs" lines={marked.theirs} otherwise={isSlide ? gone.theirs : nothing} chosen={takes('theirs')} />
      <Column side="ours" lines={marked.ours} otherwise={isSlide ? gone.ours : nothing} chosen={takes('ours')} />
      {typeof choice === 'object' && choice !== null ? (
        <section className="merge-column own chosen" aria-label={strings.merge.own}>
          <h3>
            {strings.merge.own}
            <span className="badge">{strings.merge.chosen}</span>
          </h3>
          {choice.words.map((line, i) => (
            <p key={i} className="merge-line" dir="auto">
              {line}
            </p>
          ))}
        </section>
      ) : null}
    </div>
  );
}
