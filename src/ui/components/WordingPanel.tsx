import { useState } from 'react';
import { addPoint, bringBack, numberBehind, wordAdded, type EntryRef } from '../state/points.ts';
import { hasReference, type Line } from '../state/wording.ts';
import { strings } from '../strings.ts';
import { Button } from './basics.tsx';
import { EditIcon } from './icons.tsx';
import { LineField } from './LineField.tsx';
import { TypedLine } from './TypedLine.tsx';
import { useController } from './use-app.ts';
import { remove, useSelectedItem, type SelectedItem } from './wording.ts';

function labelOf({ field }: Line): string {
  switch (field.kind) {
    case 'headline':
      return strings.panel.headline;
    case 'summary':
      return strings.panel.summary;
    case 'notes':
      return strings.panel.notes;
    case 'point':
      return strings.panel.point(field.position);
    case 'added':
      return strings.panel.added(field.number);
  }
}

const entryOf = ({ field }: Line): EntryRef | null => (field.kind === 'point' || field.kind === 'added' ? field : null);

/** Puts the focus into a line once it is there. */
function focusLine(at: string): void {
  setTimeout(() => document.querySelector<HTMLElement>(`[data-line="${at}"]`)?.focus());
}

/** A point the briefing leaves out, with the way back. */
function RemovedLine({ line, index }: { readonly line: Line; readonly index: number }) {
  const { documents } = useController();
  const at = entryOf(line)?.at ?? '';
  return (
    <div className={`line-field removed level-${line.level}`}>
      <div className="line-head">
        <span className="muted">{labelOf(line)}</span>
        <span className="badge">{strings.panel.leftOut}</span>
        <span className="spacer" />
        {line.removed === 'here' ? (
          <Button
            look="quiet"
            className="small"
            data-line={at}
            aria-label={strings.panel.bringBackOf(labelOf(line))}
            onPress={() => {
              documents.edit((briefing) => bringBack(briefing, index, at));
              focusLine(at);
            }}
          >
            {strings.panel.bringBack}
          </Button>
        ) : null}
      </div>
      <p dir="auto">
        <s>{line.text}</s>
      </p>
    </div>
  );
}

interface NewPointProps {
  readonly index: number;
  readonly behind: EntryRef;
  readonly level: number;
  /** Which number it has in the briefing, once it has words. */
  readonly number: number | null;
  readonly onNumber: (number: number) => void;
  /** The next one begins behind it. */
  readonly onNext: () => void;
  readonly onLeave: () => void;
}

/** A point being added: in the briefing as soon as it has words. */
function NewPoint({ index, behind, level, number, onNumber, onNext, onLeave }: NewPointProps) {
  const { documents, store } = useController();
  const [text, setText] = useState('');
  const group = `${index} new ${behind.at}`;
  const type = (words: string): void => {
    setText(words);
    // Emptied while it is being typed, it keeps its last words until it is left.
    if (words.trim() === '') return;
    if (number !== null) documents.edit((briefing) => wordAdded(briefing, index, number, words), group);
    else {
      const item = store.get().doc?.history.present.items[index];
      onNumber(numberBehind(item?.kind === 'topic' ? item.overrides : null, behind));
      documents.edit((briefing) => addPoint(briefing, index, behind, words), group);
    }
  };
  const leave = (): void => {
    if (number !== null && text.trim() === '') documents.edit((briefing) => wordAdded(briefing, index, number, ''), group);
    documents.endGroup();
    onLeave();
  };
  return (
    <LineField
      label={strings.panel.newPoint}
      line={{ text, level, original: null, worded: false, outdated: false, own: text.trim() !== '' && !hasReference(text) }}
      isNew
      placeholder={strings.panel.newHint}
      onChange={type}
      onBlur={leave}
      onKey={(key) => {
        if (key === 'Enter' && number !== null && text.trim() !== '') {
          documents.endGroup();
          onNext();
          return true;
        }
        if (key === 'Escape' || (key === 'Backspace' && text === '') || key === 'Enter') {
          leave();
          focusLine(behind.at);
          return true;
        }
        return false;
      }}
    />
  );
}

interface Adding {
  readonly behind: EntryRef;
  readonly level: number;
  readonly number: number | null;
}

/** Every line of the selected topic, to be changed for this briefing; points are left out and added, too. */
function Lines({ selected }: { readonly selected: SelectedItem }) {
  const controller = useController();
  const [adding, setAdding] = useState<Adding | null>(null);
  const { index } = selected;
  return (
    <div className="wording" data-wording>
      {selected.lines
        .filter(({ field }) => field.kind !== 'notes' && !(field.kind === 'added' && field.number === adding?.number))
        .map((line) => {
          const entry = entryOf(line);
          const key = `${index} ${entry?.at ?? line.field.kind}`;
          if (line.removed !== null) return <RemovedLine key={key} line={line} index={index} />;
          const begin = entry && ((): void => setAdding({ behind: entry, level: line.level, number: null }));
          return (
            <div key={key} className="line">
              <TypedLine
                label={labelOf(line)}
                line={line}
                index={index}
                {...(entry && {
                  at: entry.at,
                  onAdd: begin ?? undefined,
                  onRemove: () => {
                    remove(controller, index, line);
                    focusLine(entry.at);
                  },
                })}
              />
              {entry && adding?.behind.at === entry.at ? (
                <NewPoint
                  key={adding.behind.at}
                  index={index}
                  behind={adding.behind}
                  level={adding.level}
                  number={adding.number}
                  onNumber={(number) => setAdding({ ...adding, number })}
                  onNext={() =>
                    setAdding({
                      behind: { at: `added/${adding.number ?? 0}`, itemHash: '', wholeHash: '' },
                      level: adding.level,
                      number: null,
                    })
                  }
                  onLeave={() => setAdding(null)}
                />
              ) : null}
            </div>
          );
        })}
    </div>
  );
}

/** The wording of what is selected in the running order. */
export function WordingPanel() {
  const { show, articles, store } = useController();
  const selected = useSelectedItem();
  if (!selected) return <p className="muted">{strings.panel.noTopic}</p>;
  if (selected.item.kind === 'own') {
    return (
      <div className="own-hint">
        <p dir="auto">{selected.item.title}</p>
        <Button onPress={() => show({ kind: 'own', index: selected.index, at: selected.index })}>{strings.panel.editOwn}</Button>
      </div>
    );
  }
  const { article, topic } = selected.item;
  const known = store.get().library.articles.find(({ id }) => id === article);
  return (
    <>
      <Lines key={selected.index} selected={selected} />
      {known ? (
        <Button
          look="quiet"
          className="small"
          onPress={() =>
            void articles.openTopic(
              known.file,
              known.topics.findIndex(({ id }) => id === topic),
            )
          }
        >
          <EditIcon /> {strings.panel.editArticle}
        </Button>
      ) : null}
    </>
  );
}
