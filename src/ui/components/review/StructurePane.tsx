import { memo, useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { entriesOf, isWaiting, stateOf, warningsOf, textOfEntry, type Entry } from '../../state/review-entries.ts';
import { waitingSure } from '../../state/review-steps.ts';
import type { Linked } from '../../state/review-view.ts';
import { strings } from '../../strings.ts';
import type { ReviewParts } from '../../types.ts';
import { Button } from '../basics.tsx';
import { CloseIcon, TickIcon, WarningIcon } from '../icons.tsx';
import { useController, useKeyHint } from '../use-app.ts';
import { KindIcon, kindWords, toneOf, toneWords } from './marks.tsx';
import { useReview, useReviewKey } from './use-review.ts';
import type { Controller } from '../../controller/types.ts';

const entryId = (id: string): string => `e-${id}`;

interface RowProps {
  readonly entry: Entry;
  readonly active: boolean;
  readonly linked: boolean;
  /** ¶ of a topic. */
  readonly where: string;
  readonly onSelect: (id: string, edit: boolean) => void;
  readonly onHover: (id: string) => void;
  readonly onDecide: (id: string, command: 'accept' | 'reject') => void;
}

function details(entry: Entry): string {
  const { node } = entry;
  if (!node || entry.kind !== 'item') return entry.kind === 'actor' ? strings.review.actorTypes[entry.node.type] : '';
  switch (entry.node.kind) {
    case 'quotation':
      return [entry.node.speaker, entry.node.role].filter(Boolean).join(', ');
    case 'figure':
      return entry.node.label;
    default:
      return '';
  }
}

function lead(entry: Entry): string {
  if (entry.kind === 'field') return strings.review.fieldNames[entry.id];
  return entry.kind === 'item' && entry.node.kind === 'event' ? entry.node.date.text : '';
}

/** One line of the structure. */
const Row = memo(
  function Row({ entry, active, linked, where, onSelect, onHover, onDecide }: RowProps) {
    const words = textOfEntry(entry);
    const found = warningsOf(entry);
    const warnings = found.length;
    // A proposal in the source's own words is no news; it is one to mend all the same.
    const onlyVerbatim = found.every(({ kind }) => kind === 'verbatim');
    const refs = entry.node && 'refs' in entry.node ? entry.node.refs : [];
    const more = details(entry);
    const decide =
      (command: 'accept' | 'reject') =>
      (event: MouseEvent): void => {
        event.stopPropagation();
        onDecide(entry.id, command);
      };
    const head = lead(entry);
    const isQuotation = entry.kind === 'item' && entry.node.kind === 'quotation' && entry.node.form === 'quotation';
    return (
      <div
        id={entryId(entry.id)}
        role="option"
        aria-selected={active}
        className={`entry ${entry.kind} ${toneOf(entry)}${active ? ' active' : ''}${linked ? ' linked' : ''}`}
        onClick={() => onSelect(entry.id, false)}
        onDoubleClick={() => onSelect(entry.id, true)}
        onPointerEnter={() => onHover(entry.id)}
      >
        <span className="entry-icon" title={kindWords(entry)}>
          <KindIcon entry={entry} />
          {entry.kind === 'field' ? null : <span className="unseen">{kindWords(entry)}: </span>}
        </span>
        <span className="entry-text" dir="auto">
          {head === '' ? null : <span className="entry-lead">{head} </span>}
          {words === '' ? (
            <span className="muted">{strings.review.notFound}</span>
          ) : (
            <span className="entry-words">{isQuotation ? `“${words}”` : words}</span>
          )}
          {more === '' ? null : <span className="entry-more"> {more}</span>}
        </span>
        {warnings > 0 && stateOf(entry) !== 'rejected' ? (
          <span className={`entry-warnings${onlyVerbatim ? ' quiet' : ''}`} title={strings.review.warnings(warnings)}>
            <WarningIcon />
            <span className="unseen">{strings.review.warnings(warnings)}</span>
          </span>
        ) : null}
        <span className="entry-refs">{where === '' ? refs.map((n) => strings.review.paragraph(n)).join(' ') : where}</span>
        <span className="entry-state">
          {stateOf(entry) === 'accepted' ? <TickIcon /> : stateOf(entry) === 'rejected' ? <CloseIcon /> : null}
          <span className="unseen">{toneWords(entry)}</span>
        </span>
        {entry.node ? (
          <span className="entry-decide" aria-hidden="true">
            <span title={strings.review.acts.accept} onClick={decide('accept')}>
              <TickIcon />
            </span>
            <span title={strings.review.acts.reject} onClick={decide('reject')}>
              <CloseIcon />
            </span>
          </span>
        ) : null}
      </div>
    );
  },
  (a, b) => a.entry.node === b.entry.node && a.active === b.active && a.linked === b.linked && a.where === b.where,
);

function handlersOf({ reviews }: Controller) {
  return {
    onSelect: (id: string, edit: boolean): void => {
      reviews.select(id);
      if (edit) reviews.act({ do: 'edit', parts: ['text', 'name', 'value'] });
    },
    onHover: (id: string): void => reviews.update((open) => ({ ...open, hover: { item: id } })),
    onDecide: (id: string, command: 'accept' | 'reject'): void => {
      reviews.select(id);
      reviews.act({ do: 'step', command });
    },
  };
}

interface Group {
  readonly key: string;
  readonly label: string;
  /** A topic's heading is a line of its own; other groups have a title. */
  readonly titled: boolean;
  readonly where: string;
  readonly waiting: number;
  readonly rejected: boolean;
  readonly entries: readonly Entry[];
}

/** The structure in its groups: the article's own data, topics, actors. */
function groupsOf(parts: ReviewParts): readonly Group[] {
  const entries = entriesOf(parts);
  const waiting = (of: readonly Entry[]): number => of.filter(isWaiting).length;
  const plain = (key: 'field' | 'actor', label: string): Group => {
    const own = entries.filter(({ kind }) => kind === key);
    return { key, label, titled: true, where: '', waiting: waiting(own), rejected: false, entries: own };
  };
  const byTopic = new Map<string, Entry[]>();
  for (const entry of entries) if (entry.topic !== null) byTopic.set(entry.topic, [...(byTopic.get(entry.topic) ?? []), entry]);
  const topics = parts.topics.map((topic): Group => {
    const numbers = topic.blocks.flatMap((block) => parts.blocks[block]?.number ?? []);
    const own = byTopic.get(topic.id) ?? [];
    const where = numbers.length > 0 ? strings.review.paragraphs(Math.min(...numbers), Math.max(...numbers)) : '';
    return {
      key: topic.id,
      label: topic.heading.value,
      titled: false,
      where,
      waiting: waiting(own),
      rejected: topic.heading.state === 'rejected',
      entries: own,
    };
  });
  return [plain('field', strings.review.about), ...topics, plain('actor', strings.review.actors)];
}

/** The keys that are needed most, always in sight. */
function Legend() {
  const { run } = useController();
  const keyOf = useReviewKey();
  const allKeys = useKeyHint('keys');
  const { legend } = strings.review;
  return (
    <div className="legend pane-foot">
      {(['next', 'accept', 'reject', 'edit'] as const).map((name) => (
        <span key={name}>
          <kbd>{keyOf(name)}</kbd> {legend[name]}
        </span>
      ))}
      <span className="spacer" />
      <Button look="quiet" className="small" onPress={() => run('keys')}>
        {legend.keys}
        <kbd>{allKeys}</kbd>
      </Button>
    </div>
  );
}

/** What the article will be: its data, topics with all that is in them, and actors. */
export function StructurePane({ linked }: { readonly linked: Linked }) {
  const controller = useController();
  const { parts, item, side, hover } = useReview();
  const keyOf = useReviewKey();
  const box = useRef<HTMLDivElement>(null);
  const handlers = useMemo(() => handlersOf(controller), [controller]);
  const groups = useMemo(() => groupsOf(parts), [parts]);
  const sure = useMemo(() => waitingSure(parts).length, [parts]);

  const target = linked.item ?? (hover === null ? item : null);
  useEffect(() => {
    if (target === null) return undefined;
    const timer = setTimeout(
      () => box.current?.querySelector(`#${CSS.escape(entryId(target))}`)?.scrollIntoView({ block: 'nearest' }),
      hover === null ? 0 : 250,
    );
    return () => clearTimeout(timer);
  }, [target, hover, parts]);

  return (
    <section className="pane structure" aria-label={strings.review.structure}>
      <div className="pane-head">
        <h2>{strings.review.structure}</h2>
        <span className="spacer" />
        {sure > 0 ? (
          <Button look="quiet" className="small" onPress={() => controller.reviews.act({ do: 'step', command: 'accept-sure' })}>
            {strings.review.acts['accept-sure']} ({sure})<kbd>{keyOf('accept-sure')}</kbd>
          </Button>
        ) : null}
      </div>
      <div
        ref={box}
        className="structure-list fill scroll"
        role="listbox"
        tabIndex={0}
        data-review-list="structure"
        aria-label={strings.review.structureLabel}
        {...(item === null ? {} : { 'aria-activedescendant': entryId(item) })}
        lang={parts.language}
        onFocus={() => controller.reviews.update((open) => (open.side === 'structure' ? open : { ...open, side: 'structure' }))}
        onPointerLeave={() => controller.reviews.update((open) => ({ ...open, hover: null }))}
      >
        {groups.map((group) =>
          group.entries.length === 0 ? null : (
            <div key={group.key} className={`entry-group${group.rejected ? ' rejected' : ''}`} role="group" aria-label={group.label}>
              {group.titled ? (
                <div className="group-head" aria-hidden="true">
                  {group.label}
                  {group.waiting > 0 ? <span className="group-waiting">{strings.review.waiting(group.waiting)}</span> : null}
                </div>
              ) : null}
              {group.entries.map((entry) => (
                <Row
                  key={entry.id}
                  entry={entry}
                  active={entry.id === item && (side === 'structure' || linked.items.size === 0)}
                  linked={linked.items.has(entry.id)}
                  where={entry.kind === 'heading' ? group.where : ''}
                  {...handlers}
                />
              ))}
            </div>
          ),
        )}
      </div>
      <Legend />
      {parts.topics.length === 0 ? <p className="pane-foot">{strings.review.noTopics}</p> : null}
    </section>
  );
}
