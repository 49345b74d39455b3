import type { LayoutType } from '../theme/types.ts';

/** What a layout offers, by its type or by what stands on it. */
export type Offer = Extract<LayoutType, 'title' | 'secHead' | 'obj' | 'twoObj' | 'picTx' | 'tbl' | 'chart' | 'titleOnly' | 'blank'>;

/** Which of a layout's placeholders a region fills. */
export type Slot = 'first' | 'second' | 'picture' | 'text' | 'subtitle';

/** A layout of ours: on which of theirs it can stand, best first, and what its regions fill there. */
export interface LayoutPlan {
  readonly label: string;
  readonly type: LayoutType;
  readonly offers: readonly Offer[];
  /** How many of the offers are what it needs; on the others it stands for want of a better. */
  readonly fitting: number;
  /** By region. Those that find no placeholder share the room of `body`'s, or stand in free room. */
  readonly slots: Readonly<Record<string, Slot>>;
  readonly defaultRegion: string | null;
  /** A line of its own that says whose words these are. */
  readonly sourceLine: boolean;
  /** A short text that stands across, above the body. */
  readonly standfirst: boolean;
}

const ANY: readonly Offer[] = ['twoObj', 'picTx', 'titleOnly', 'blank', 'secHead', 'title'];

function one(label: string, type: LayoutType, first: readonly Offer[] = []): LayoutPlan {
  const offers = [...first, 'obj' as const, ...ANY];
  return {
    label,
    type,
    offers,
    fitting: 1 + first.length,
    slots: { body: 'first' },
    defaultRegion: 'body',
    sourceLine: true,
    standfirst: false,
  };
}

function cover(label: string): LayoutPlan {
  return {
    label,
    type: 'title',
    offers: ['title', 'titleOnly', 'blank', 'obj'],
    fitting: 1,
    slots: { subtitle: 'subtitle', meta: 'text' },
    defaultRegion: 'subtitle',
    sourceLine: false,
    standfirst: false,
  };
}

function two(label: string): LayoutPlan {
  return { ...one(label, 'twoObj', ['twoObj']), fitting: 1, slots: { lead: 'first', body: 'second' } };
}

/** A title that stands for itself. */
function opening(label: string): LayoutPlan {
  return {
    ...one(label, 'secHead'),
    offers: ['secHead', 'title', 'titleOnly', 'blank', 'obj'],
    fitting: 1,
    slots: { lead: 'text' },
    defaultRegion: 'lead',
    sourceLine: false,
  };
}

/** Their picture has their frame, whole: only a page of ours is made for pictures that run to its edges. */
function picture(label: string): LayoutPlan {
  return {
    ...one(label, 'picTx', ['picTx', 'twoObj']),
    fitting: 1,
    slots: { lead: 'text', picture: 'picture' },
    defaultRegion: 'picture',
  };
}

/**
 * The layouts that the written pack's `deck.hbs` names. What an organisation has no layout for stands on its layout for
 * title and content.
 */
export const PLANS: Readonly<Record<string, LayoutPlan>> = {
  title: cover('Title slide'),
  'title-figures': cover('Title slide with figures'),
  agenda: { ...one('Agenda', 'obj'), sourceLine: false, standfirst: true },
  points: two('Summary and points'),
  'points-wide': two('Summary and many points'),
  'points-across': two('Summary above points'),
  numbered: {
    ...two('Large numbers above points'),
    slots: { body: 'first', second: 'second' },
    standfirst: true,
  },
  'figure-points': two('A figure and points'),
  'figures-points': two('Figures and points'),
  'quotation-lead': two('Summary and quotation'),
  headline: { ...one('Statement', 'obj'), slots: { lead: 'first' }, defaultRegion: 'lead' },
  statement: { ...opening('Statement without a summary'), sourceLine: true },
  text: one('Title and text', 'obj'),
  own: one('Own slide', 'obj'),
  'own-lead': two('Own slide with a line above'),
  'source-one': { ...two('One source, and what rests on it'), slots: { article: 'first', body: 'second' }, sourceLine: false },
  'source-alone': { ...one('One source', 'obj'), sourceLine: false },
  'source-groups': { ...one('Sources by article', 'obj'), sourceLine: false },
  columns: { ...two('Two columns'), slots: { body: 'first', second: 'second' } },
  quotation: one('Quotation', 'obj'),
  evidence: two('Summary and evidence'),
  timeline: { ...one('Timeline', 'obj'), standfirst: true },
  figures: one('Figures', 'obj'),
  items: one('Items', 'obj'),
  'items-lead': { ...one('Summary and items', 'obj'), standfirst: true },
  table: one('Table', 'tbl', ['tbl']),
  chart: one('Chart', 'chart', ['chart']),
  image: picture('Picture with text'),
  'picture-strip': picture('Picture across the page'),
  'picture-half': picture('Picture over half of the page'),
  divider: opening('Section divider'),
  sources: { ...one('Sources', 'obj'), sourceLine: false },
};
