import { memo, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { checkedState, visibleRange, type Row } from '../state/rows.ts';
import { spoken } from '../state/time.ts';
import { strings } from '../strings.ts';
import type { TopicSummary } from '../types.ts';
import { ChartIcon, ChevronIcon, DashIcon, FigureIcon, ImageIcon, QuoteIcon, TableIcon, TickIcon, TimelineIcon } from './icons.tsx';

const ROW = 28;

interface TreeProps {
  readonly rows: readonly Row[];
  /** `article/topic` of what is in the running order. */
  readonly chosen: ReadonlySet<string>;
  readonly active: string | null;
  readonly onActive: (id: string) => void;
  readonly onToggle: (row: Row) => void;
  readonly onOpen: (article: string, open: boolean) => void;
  /** Enter on a topic: choose it, and go there. */
  readonly onGo: (row: Row) => void;
  /** E: the text of its article. */
  readonly onEdit: (row: Row) => void;
}

function Marks({ topic }: { readonly topic: TopicSummary }) {
  const marks = [
    [topic.quotations, strings.unit.quotations, QuoteIcon],
    [topic.figures, strings.unit.figures, FigureIcon],
    [topic.events, strings.unit.events, TimelineIcon],
    [topic.charts, strings.unit.charts, ChartIcon],
    [topic.tables, strings.unit.tables, TableIcon],
    [topic.images, strings.unit.images, ImageIcon],
  ] as const;
  return (
    <span className="marks">
      {marks.map(([count, words, Icon], index) =>
        count === 0 ? null : (
          <span key={index} title={words(count)} role="img" aria-label={words(count)}>
            <Icon />
          </span>
        ),
      )}
    </span>
  );
}

function Check({ state }: { readonly state: 'true' | 'false' | 'mixed' }) {
  return (
    <span className={`check ${state}`} aria-hidden="true">
      {state === 'true' ? <TickIcon /> : state === 'mixed' ? <DashIcon /> : null}
    </span>
  );
}

interface RowProps {
  readonly row: Row;
  readonly index: number;
  readonly active: boolean;
  readonly checked: 'true' | 'false' | 'mixed';
}

function domId(index: number): string {
  return `topic-row-${index}`;
}

/** A line of the tree. The tree listens for all of them, so that a line is drawn anew only when it looks different. */
const TreeRow = memo(function TreeRow({ row, index, active, checked }: RowProps) {
  const common = {
    id: domId(index),
    role: 'treeitem',
    style: { top: index * ROW },
    'data-row': index,
    'aria-setsize': row.size,
    'aria-posinset': row.position,
    'aria-selected': active,
    'aria-checked': checked,
  };
  if (row.kind === 'article') {
    return (
      <div
        {...common}
        className={`tree-row article${active ? ' active' : ''}`}
        aria-level={1}
        aria-expanded={row.open}
        title={row.article.title}
      >
        <span className={`chevron${row.open ? ' open' : ''}`} aria-hidden="true">
          <ChevronIcon />
        </span>
        <span className="check-target">
          <Check state={checked} />
        </span>
        <span className="label" dir="auto">
          {row.article.title}
        </span>
        <span className="info">{row.article.published?.slice(0, 7) ?? ''}</span>
      </div>
    );
  }
  return (
    <div {...common} className={`tree-row topic${active ? ' active' : ''}${checked === 'true' ? ' chosen' : ''}`} aria-level={2} draggable>
      <span className="check-target">
        <Check state={checked} />
      </span>
      <span className="label" dir="auto">
        {row.topic.heading}
      </span>
      <Marks topic={row.topic} />
      <span className="info">{spoken(row.topic.seconds.points)}</span>
    </div>
  );
});

/** Articles with their topics. Only the lines in sight are in the page, so that ten thousand topics scroll as ten do. */
export function TopicTree({ rows, chosen, active, onActive, onToggle, onOpen, onGo, onEdit }: TreeProps) {
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 600 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setScroll({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const at = rows.findIndex(({ id }) => id === active);
  const { from, to } = visibleRange(rows.length, ROW, scroll.top, scroll.height);
  const shown = rows.slice(from, to).map((row, offset) => ({ row, index: from + offset }));
  const activeRow = rows[at];
  // The selected line is always in the page: assistive technology is told of it by its id.
  if (activeRow && (at < from || at >= to)) shown.push({ row: activeRow, index: at });
  const checkedOf = (row: Row): RowProps['checked'] =>
    row.kind === 'article' ? checkedState(row.topics, row.article.id, chosen) : chosen.has(row.id) ? 'true' : 'false';
  /** The row that an event comes from. */
  const rowAt = (target: EventTarget): Row | undefined =>
    target instanceof Element ? rows[Number(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? NaN)] : undefined;

  const go = (index: number): void => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    const element = box.current;
    if (!row || !element) return;
    const top = Math.max(0, Math.min(index, rows.length - 1)) * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW - element.clientHeight;
    onActive(row.id);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = activeRow ?? rows[0];
    if (!row) return;
    const page = Math.max(1, Math.floor(scroll.height / ROW) - 1);
    const handlers: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at < 0 ? 0 : at - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      PageDown: () => go(at + page),
      PageUp: () => go(at - page),
      ArrowRight: () => {
        if (row.kind === 'topic') return;
        if (row.open) go(at + 1);
        else onOpen(row.article.id, true);
      },
      ArrowLeft: () => {
        if (row.kind === 'article') onOpen(row.article.id, false);
        else go(rows.findIndex(({ id }) => id === row.article.id));
      },
      ' ': () => onToggle(row),
      e: () => onEdit(row),
      Enter: () => (row.kind === 'article' ? onOpen(row.article.id, !row.open) : onGo(row)),
    };
    const handler = handlers[event.key];
    if (!handler) return;
    event.preventDefault();
    event.stopPropagation();
    handler();
  };

  return (
    <div
      ref={box}
      className="tree"
      role="tree"
      tabIndex={0}
      data-pane-focus
      aria-label={strings.library.tree}
      aria-multiselectable="true"
      {...(at >= 0 ? { 'aria-activedescendant': domId(at) } : {})}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const row = rowAt(target);
        if (row?.kind === 'article' && !(target as Element).closest('.check-target')) onOpen(row.article.id, !row.open);
        else if (row) onToggle(row);
      }}
      onPointerOver={({ target, relatedTarget }) => {
        const row = rowAt(target);
        // Only as it comes onto the line: the keyboard may have led elsewhere while it rests there.
        const from = relatedTarget instanceof Element ? rowAt(relatedTarget) : undefined;
        if (row && row !== from) onActive(row.id);
      }}
      onDragStart={({ target, dataTransfer }) => {
        const row = rowAt(target);
        if (row?.kind !== 'topic') return;
        dataTransfer.setData('lectern-topic', JSON.stringify({ article: row.article.id, topic: row.topic.id }));
        dataTransfer.effectAllowed = 'copy';
      }}
      onFocus={() => {
        const first = rows[0];
        if (at < 0 && first) onActive(first.id);
      }}
      onScroll={({ currentTarget }) => setScroll({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
    >
      <div className="tree-space" role="presentation" style={{ height: rows.length * ROW }}>
        {shown.map(({ row, index }) => (
          <TreeRow key={row.id} row={row} index={index} active={index === at} checked={checkedOf(row)} />
        ))}
      </div>
    </div>
  );
}
