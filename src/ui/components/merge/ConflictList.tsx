import { useEffect, useRef } from 'react';
import { choiceOf, conflictsOf, groupsOf, nameOf, select, type MergeConflict } from '../../state/merge.ts';
import { strings } from '../../strings.ts';
import { TickIcon } from '../icons.tsx';
import { useController } from '../use-app.ts';
import { useMerge } from './use-merge.ts';

/** What a conflict is about, in a line. */
function excerpt({ theirs, ours }: MergeConflict): string {
  return theirs[0] ?? ours[0] ?? '';
}

interface OptionProps {
  readonly conflict: MergeConflict;
  readonly at: number;
}

function Option({ conflict, at }: OptionProps) {
  const { merges } = useController();
  const open = useMerge();
  const choice = choiceOf(open, conflict);
  const active = open.at === at;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={row}
      role="option"
      id={`conflict-${at}`}
      aria-selected={active}
      className={`conflict-row ${choice === null ? 'open' : 'settled'} ${active ? 'active' : ''}`}
      onClick={() => merges.update((now) => select(now, at))}
    >
      <span className="conflict-kind">
        {strings.merge.kind[conflict.kind]}
        {conflict.box === null ? null : <span className="muted"> {conflict.box}</span>}
      </span>
      <span className="conflict-state">
        {choice === null ? (
          strings.merge.open
        ) : (
          <>
            <TickIcon /> {strings.merge.state[nameOf(choice)]}
          </>
        )}
      </span>
      <span className="conflict-words" dir="auto">
        {excerpt(conflict)}
      </span>
    </div>
  );
}

/** What both changed, by slide; one tab stop, gone through by arrows or J and K. */
export function ConflictList() {
  const open = useMerge();
  const groups = groupsOf(conflictsOf(open));
  return (
    <div
      className="conflict-list"
      role="listbox"
      tabIndex={0}
      aria-label={strings.merge.list}
      aria-activedescendant={`conflict-${open.at}`}
    >
      {groups.map(({ number, title, conflicts }) => {
        const first = conflicts[0]?.at ?? 0;
        const isWhole = number === null && title === '';
        const name = isWhole ? strings.merge.noSlide : strings.merge.slide(number, title || strings.merge.untitled);
        return (
          <div key={first} role="group" aria-label={name}>
            <div className="conflict-slide" role="presentation" dir="auto">
              {name}
            </div>
            {conflicts.map(({ conflict, at }) => (
              <Option key={at} conflict={conflict} at={at} />
            ))}
          </div>
        );
      })}
    </div>
  );
}
