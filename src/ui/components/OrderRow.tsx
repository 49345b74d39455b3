import { useCallback } from 'react';
import { Button as AriaButton, GridListItem, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { countOverrides, keyOf } from '../state/briefing.ts';
import type { AppState } from '../state/app.ts';
import { articleOf, itemOf } from '../state/order-rows.ts';
import { spoken } from '../state/time.ts';
import { strings } from '../strings.ts';
import type { Depth, Item } from '../types.ts';
import { IconButton } from './basics.tsx';
import { CloseIcon, EditIcon, GripIcon } from './icons.tsx';
import { useApp, useRested } from './use-app.ts';

const DEPTHS: readonly Depth[] = ['headline', 'points', 'full'];

function DepthChoice({ depth, onDepth }: { readonly depth: Depth; readonly onDepth: (depth: Depth) => void }) {
  return (
    <ToggleButtonGroup
      className="depth"
      aria-label={strings.order.depthLabel}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[depth]}
      onSelectionChange={([key]) => key !== undefined && onDepth(key as Depth)}
    >
      {DEPTHS.map((name) => (
        <ToggleButton key={name} id={name} aria-label={strings.order.depth[name]} className="depth-button">
          <span title={strings.order.depthHelp[name]}>{strings.order.depthShort[name]}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

interface OrderRowProps {
  readonly id: string;
  readonly index: number;
  readonly onDepth: (depth: Depth) => void;
  readonly onRemove: () => void;
  readonly onEdit: () => void;
}

interface Words {
  readonly heading: string;
  readonly source: string;
  /** The article or topic is not there any more. */
  readonly gone: boolean;
}

function wordsOf(item: Item, { library, opening }: Pick<AppState, 'library' | 'opening'>): Words {
  if (item.kind === 'own') return { heading: item.title, source: strings.order.own, gone: false };
  const article = articleOf(library.articles, item.article);
  const topic = article?.topics.find(({ id }) => id === item.topic);
  const heading = item.overrides?.headline ?? topic?.heading ?? `${item.article}/${item.topic}`;
  // While the library is read it may yet come.
  return { heading, source: article?.title ?? item.article, gone: !topic && library.loading === null && !opening };
}

const itemIn = (state: AppState, id: string): Item | null => itemOf(state.doc?.history.present.items, id);

/** What stands in a row. It looks into the state for itself, so that a change of one item draws that row alone. */
function RowContent({ id, index, onDepth, onRemove, onEdit }: OrderRowProps) {
  const item = useApp((state) => itemIn(state, id));
  const library = useApp((state) => state.library);
  const opening = useApp((state) => state.opening);
  const details = useApp((state) => {
    const laidOut = state.preview.deck?.items[index];
    return item && laidOut?.key === keyOf(item) ? `${strings.unit.slides(laidOut.slides)} · ${spoken(laidOut.seconds)}` : '';
  });
  if (!item) return null;
  const { heading, source, gone } = wordsOf(item, { library, opening });
  const worded = countOverrides(item);
  return (
    <>
      <AriaButton slot="drag" className="grip" aria-label={`${strings.order.move} ${heading}`}>
        <GripIcon />
      </AriaButton>
      <span className="number">{index + 1}</span>
      <span className="order-text">
        {item.section ? (
          <span className="muted section" dir="auto">
            {item.section.title}
          </span>
        ) : null}
        <span className="heading" dir="auto">
          {heading}
        </span>
        <span className="muted source">
          {gone ? <strong className="gone-mark">{strings.order.gone}</strong> : null}
          {[details, worded > 0 ? strings.order.worded(worded) : ''].filter(Boolean).map((words) => `${words} · `)}
          <bdi>{source}</bdi>
        </span>
      </span>
      {item.kind === 'topic' ? (
        <DepthChoice depth={item.depth} onDepth={onDepth} />
      ) : (
        <IconButton label={strings.order.edit} onPress={onEdit}>
          <EditIcon />
        </IconButton>
      )}
      <IconButton label={`${strings.order.remove} ${heading}`} onPress={onRemove}>
        <CloseIcon />
      </IconButton>
    </>
  );
}

/**
 * A place in the running order. The list draws all its rows when the name of one changes, by which it is announced and found by
 * typing; so that follows once typing rests.
 */
export function OrderRow(props: OrderRowProps) {
  const { id } = props;
  const name = useRested(
    useCallback(
      (state: AppState) => {
        const item = itemIn(state, id);
        return item ? wordsOf(item, state).heading : '';
      },
      [id],
    ),
  );
  return (
    <GridListItem id={id} textValue={name} className="order-row">
      <RowContent {...props} />
    </GridListItem>
  );
}
