import type { KeyboardEvent } from 'react';
import { GridList, isTextDropItem, useDragAndDrop } from 'react-aria-components';
import { addTopics, moveItems, nudge, removeItem, setDepth } from '../state/briefing.ts';
import { orderRows } from '../state/order-rows.ts';
import { wholeMinutes } from '../state/time.ts';
import { strings } from '../strings.ts';
import type { Depth, Item } from '../types.ts';
import { Button, Empty } from './basics.tsx';
import { PlusIcon } from './icons.tsx';
import { OrderRow } from './OrderRow.tsx';
import { useApp, useBriefing, useController, useKeyHint } from './use-app.ts';

const DEPTH_KEYS: Readonly<Record<string, Depth>> = { '1': 'headline', '2': 'points', '3': 'full' };

const NO_ITEMS: readonly Item[] = [];

function readAddress(text: string): { readonly article: string; readonly topic: string } | null {
  try {
    const value = JSON.parse(text) as { article?: unknown; topic?: unknown };
    return typeof value.article === 'string' && typeof value.topic === 'string' ? { article: value.article, topic: value.topic } : null;
  } catch {
    return null;
  }
}

function TimeBar() {
  const { run } = useController();
  const briefing = useBriefing();
  const seconds = useApp((state) => state.preview.deck?.seconds ?? 0);
  const slides = useApp((state) => state.preview.deck?.slides.length ?? 0);
  const trimKey = useKeyHint('trim');
  const minutes = briefing?.minutes ?? null;
  const spokenMinutes = wholeMinutes(seconds);
  const share = minutes === null ? 0 : Math.min(1, seconds / (minutes * 60));
  const over = minutes !== null && seconds > minutes * 60;
  return (
    <div className="time">
      {minutes === null ? null : (
        <div className="time-bar" aria-hidden="true">
          <div className={over ? 'over' : ''} style={{ width: `${share * 100}%` }} />
        </div>
      )}
      <span role="status" className={over ? 'time-text over' : 'time-text'}>
        {strings.unit.slides(slides)} ·{' '}
        {minutes === null ? strings.order.timeOpen(spokenMinutes) : strings.order.time(spokenMinutes, minutes)}
        {over ? ` · ${strings.order.over(Math.max(1, spokenMinutes - minutes))}` : ''}
      </span>
      {over ? (
        <Button className="small" onPress={() => run('trim')}>
          {strings.order.trim}
          <kbd className="wide-only">{trimKey}</kbd>
        </Button>
      ) : null}
    </div>
  );
}

/** The chosen topics and own slides, in the order they will be spoken. */
export function OrderPane() {
  const { documents, run, selectRow, show, store } = useController();
  const hasBriefing = useApp((state) => state.doc !== null);
  const row = useApp((state) => state.row);
  const opening = useApp((state) => state.opening);
  const ownKey = useKeyHint('own-slide');
  const rows = useApp((state) => orderRows(state.doc?.history.present.items ?? NO_ITEMS));

  const indexOf = (id: string): number => rows.find((r) => r.id === id)?.index ?? -1;
  const { dragAndDropHooks } = useDragAndDrop<(typeof rows)[number]>({
    getItems: (keys) => [...keys].map((key) => ({ 'lectern-row': String(key), 'text/plain': String(key) })),
    // Rows of this list are asked for their type too before they may be put elsewhere in it.
    acceptedDragTypes: ['lectern-topic', 'lectern-row'],
    onReorder: ({ keys, target }) => {
      const from = [...keys].map((key) => indexOf(String(key)));
      const at = indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
      documents.edit((b) => moveItems(b, from, at));
    },
    onInsert: ({ items: dropped, target }) => {
      const at = indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
      void insert(dropped, at);
    },
    onRootDrop: ({ items: dropped }) => void insert(dropped, rows.length),
  });
  const insert = async (
    dropped: Parameters<NonNullable<Parameters<typeof useDragAndDrop>[0]['onRootDrop']>>[0]['items'],
    at: number,
  ): Promise<void> => {
    const texts = await Promise.all(
      dropped
        .filter(isTextDropItem)
        .filter(({ types }) => types.has('lectern-topic'))
        .map((item) => item.getText('lectern-topic')),
    );
    documents.edit((b) =>
      addTopics(
        b,
        texts.flatMap((text) => readAddress(text) ?? []),
        at,
      ),
    );
  };

  const editRow = (index: number): void => {
    selectRow(index);
    if (store.get().doc?.history.present.items[index]?.kind === 'own') show({ kind: 'own', index, at: index });
    else run('edit-wording');
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (row === null || event.ctrlKey || event.metaKey) return;
    const onRow = (event.target as HTMLElement).getAttribute('role') === 'row';
    const depth = DEPTH_KEYS[event.key];
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (event.altKey && by !== null) documents.edit((b) => nudge(b, row, by));
    else if (event.altKey) return;
    else if (depth !== undefined) documents.edit((b) => setDepth(b, row, depth));
    else if (onRow && (event.key === 'Delete' || event.key === 'Backspace')) documents.edit((b) => removeItem(b, row));
    else if (onRow && event.key === 'Enter') editRow(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const selected = row === null ? undefined : rows[row]?.id;
  return (
    <section className="pane order" data-pane="order" aria-label={strings.order.title} tabIndex={-1}>
      <h2 className="pane-head">{strings.order.title}</h2>
      <div className="fill scroll" onKeyDownCapture={onKeyDown}>
        <GridList
          aria-label={strings.order.list}
          className="order-list"
          data-pane-focus
          items={rows}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection={rows.length > 0}
          selectedKeys={selected === undefined ? [] : [selected]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) selectRow(indexOf(String(key)));
          }}
          onAction={(key) => editRow(indexOf(String(key)))}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => (opening ? null : <Empty title={strings.order.empty} hint={strings.order.emptyHint} />)}
        >
          {({ id, index }) => (
            <OrderRow
              key={id}
              id={id}
              index={index}
              onDepth={(depth) => documents.edit((b) => setDepth(b, index, depth))}
              onRemove={() => documents.edit((b) => removeItem(b, index))}
              onEdit={() => editRow(index)}
            />
          )}
        </GridList>
      </div>
      <footer className="pane-foot order-foot">
        <TimeBar />
        <Button look="quiet" className="small" onPress={() => run('own-slide')} isDisabled={!hasBriefing}>
          <PlusIcon /> {strings.order.addOwn}
          <kbd className="wide-only">{ownKey}</kbd>
        </Button>
      </footer>
    </section>
  );
}
