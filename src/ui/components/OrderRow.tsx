import { Button as AriaButton, GridListItem, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { countOverrides } from '../state/briefing.ts';
import { strings } from '../strings.ts';
import type { Depth, Item } from '../types.ts';
import { IconButton } from './basics.tsx';
import { CloseIcon, EditIcon, GripIcon } from './icons.tsx';

export interface RowInfo {
  readonly heading: string;
  readonly source: string;
  /** Slides and time, where they are known. */
  readonly details: readonly string[];
  /** The article or topic is not there any more. */
  readonly gone: boolean;
  readonly own: boolean;
}

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
  readonly number: number;
  readonly info: RowInfo;
  readonly onDepth: (depth: Depth) => void;
  readonly onRemove: () => void;
  readonly onEdit: () => void;
}

export function OrderRow({ id, item, number, info, onDepth, onRemove, onEdit }: OrderRowProps) {
  const worded = countOverrides(item);
  return (
    <GridListItem id={id} textValue={info.heading} className={`order-row${info.gone ? ' gone' : ''}`}>
      <AriaButton slot="drag" className="grip" aria-label={`${strings.order.move} ${info.heading}`}>
        <GripIcon />
      </AriaButton>
      <span className="number">{number}</span>
      <span className="order-text">
        <span className="heading">{info.heading}</span>
        <span className="muted source">
          {info.gone ? <strong className="gone-mark">{strings.order.gone}</strong> : null}
          {[...info.details, worded > 0 ? strings.order.worded(worded) : '', info.source].filter(Boolean).join(' · ')}
        </span>
      </span>
      {item.kind === 'topic' ? (
        <DepthChoice depth={item.depth} onDepth={onDepth} />
      ) : (
        <IconButton label={strings.order.edit} onPress={onEdit}>
          <EditIcon />
        </IconButton>
      )}
      <IconButton label={`${strings.order.remove} ${info.heading}`} onPress={onRemove}>
        <CloseIcon />
      </IconButton>
    </GridListItem>
  );
}
