import type { Origin } from '../../base/origin.ts';
import type { Run } from '../../base/text.ts';
import type { LineView } from '../text/types.ts';

export interface FiguresBlock {
  readonly kind: 'figures';
  readonly figures: readonly Figure[];
}

export interface Figure {
  /** As written, hedge included: `120,000`, `up to 200`. */
  readonly value: string;
  readonly unit: string;
  readonly label: readonly Run[];
  /** Bold in its table: look here. */
  readonly lead?: true;
}

export interface FigureView {
  readonly value: string;
  readonly unit: string;
  readonly label: LineView;
  readonly refs: readonly number[];
  /** The author says: look here. */
  readonly lead: boolean;
}

export interface FiguresFields {
  readonly figures: readonly FigureView[] | null;
}

export interface FiguresLists {
  readonly figures: readonly FigureView[];
}

/** `<dl class="stats"><dt data-lead="true">value unit</dt><dd>label</dd></dl>`. */
export interface StatsBlock {
  readonly kind: 'stats';
  readonly stats: readonly Stat[];
}

export interface Stat {
  readonly value: string;
  readonly unit: string;
  readonly label: readonly Run[];
  readonly lead?: true;
  /** As a run's. */
  readonly origins?: { readonly value: readonly Origin[]; readonly unit: readonly Origin[] };
}

export type StatsElement = 'stats' | 'stat' | 'value';
