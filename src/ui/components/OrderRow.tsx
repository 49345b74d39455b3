import { Button as AriaButton, GridListItem, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { countOverrides, keyOf } from '../state/briefing.ts';
import { spoken } from '../state/time.ts';
import { strings } from '../strings.ts';
import type { ArticleSummary, Depth, Item } from '../types.ts';
import { IconButton } from './basics.tsx';
import { CloseIcon, EditIcon, GripIcon } from './icons.tsx';
import { useApp } from './use-app.ts';

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
  readonly item: Item;
  readonly index: number;
  /** A topic's article, where the library has it. */
  readonly article: ArticleSummary | null;
  /** The library may yet have more. */
  readonly loading: boolean;
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

function wordsOf(item: Item, article: ArticleSummary | null, loading: boolean): Words {
  if (item.kind === 'own') return { heading: item.title, source: strings.order.own, gone: false };
  const topic = article?.topics.find(({ id }) => id === item.topic);
  const heading = item.overrides?.headline ?? topic?.heading ?? `${item.article}/${item.topic}`;
  return { heading, source: article?.title ?? item.article, gone: !topic && !loading };
}

/** A place in the running order. It asks for its own slides and time, so that a new preview redraws only the rows it changes. */
export function OrderRow({ id, item, index, article, loading, onDepth, onRemove, onEdit }: OrderRowProps) {
  const details = useApp((state) => {
    const laidOut = state.preview.deck?.items[index];
    return laidOut?.key === keyOf(item) ? `${strings.unit.slides(laidOut.slides)} · ${spoken(laidOut.seconds)}` : '';
  });
  const { heading, source, gone } = wordsOf(item, article, loading);
  const worded = countOverrides(item);
  return (
    <GridListItem id={id} textValue={heading} className={`order-row${gone ? ' gone' : ''}`}>
      <AriaButton slot="drag" className="grip" aria-label={`${strings.order.move} ${heading}`}>
        <GripIcon />
      </AriaButton>
      <span className="number">{index + 1}</span>
      <span className="order-text">
        <span className="heading">{heading}</span>
        <span className="muted source">
          {gone ? <strong className="gone-mark">{strings.order.gone}</strong> : null}
          {[details, worded > 0 ? strings.order.worded(worded) : '', source].filter(Boolean).join(' · ')}
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
    </GridListItem>
  );
}
