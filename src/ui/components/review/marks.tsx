import type { ComponentType } from 'react';
import type { Entry, EntryKind } from '../../state/review-entries.ts';
import { kindOf, stateOf, surenessOf } from '../../state/review-entries.ts';
import { strings } from '../../strings.ts';
import {
  ActorIcon,
  ChartIcon,
  FieldIcon,
  FigureIcon,
  PointIcon,
  QuoteIcon,
  SummaryIcon,
  TableIcon,
  TimelineIcon,
  TopicIcon,
} from '../icons.tsx';

const ICONS: Readonly<Record<EntryKind, ComponentType>> = {
  field: FieldIcon,
  heading: TopicIcon,
  summary: SummaryIcon,
  point: PointIcon,
  quotation: QuoteIcon,
  event: TimelineIcon,
  figure: FigureIcon,
  table: TableIcon,
  kept: ChartIcon,
  actor: ActorIcon,
};

/** The picture of what an entry is. */
export function KindIcon({ entry }: { readonly entry: Entry }) {
  const Icon = ICONS[kindOf(entry)];
  return <Icon />;
}

/** What became of an entry, or how sure it is: as a class. */
export function toneOf(entry: Entry): string {
  const state = stateOf(entry);
  return state === 'proposed' ? surenessOf(entry) : state;
}

export function kindWords(entry: Entry): string {
  const { node } = entry;
  if (node && 'block' in node && node.origin !== 'saved') return strings.review.kept[node.block] ?? strings.review.kinds.kept;
  return entry.kind === 'field' ? strings.review.fieldNames[entry.id] : strings.review.kinds[kindOf(entry)];
}

/** What became of an entry, in words. */
export function toneWords(entry: Entry): string {
  const state = stateOf(entry);
  return state === 'proposed' ? strings.review.sureness[surenessOf(entry)] : strings.review.states[state];
}
