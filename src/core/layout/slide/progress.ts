import type { DeckMeta, Slide } from '../../deck/types.ts';
import type { Layout } from '../../template/theme/types.ts';
import type { Context } from '../context.ts';
import type { GroupBox, ShapeBox } from '../types.ts';

/** Points that a segment has at least, so that one of few minutes is seen. */
const LEAST = 2;

/**
 * How far the talk has come, on each slide of an item: a segment for each item of the running order, as wide as its minutes, in one named
 * group. None on layouts without one and in decks of one item. On a slide that is no item's only a layout's own strip stands, where the
 * briefing says its minutes: it shows what they are for, the briefer's own slides in the colour of now.
 */
export function placeProgress(
  { theme, direction }: Context,
  { progress: items = [], minutes }: Pick<DeckMeta, 'progress' | 'minutes'>,
  { topic, topics = [] }: Pick<Slide, 'topic' | 'topics'>,
  layout: Layout,
  slideId: string,
): GroupBox[] {
  const look = layout.progress === false ? undefined : (layout.progress ?? theme.progress);
  const now = items.flatMap((item, i) => (item.topic === topic || topics.includes(item.topic) ? [i] : []));
  const [first] = now;
  const isWhole = first === undefined && Boolean(layout.progress) && minutes !== null;
  if (!look || (first === undefined && !isWhole) || items.length < 2) return [];
  const { frame, gap } = look;
  const free = frame.width - gap * (items.length - 1) - LEAST * items.length;
  if (free <= 0) return [];
  const sum = items.reduce((minutes, item) => minutes + item.minutes, 0);
  let x = 0;
  const children = items.map((item, i): ShapeBox => {
    const width = LEAST + (sum > 0 ? (free * item.minutes) / sum : free / items.length);
    const start = direction === 'rtl' ? frame.x + frame.width - x - width : frame.x + x;
    x += width + gap;
    const isNow = first === undefined ? item.own === true : now.includes(i);
    const fill = isNow ? look.now : i < (first ?? 0) ? look.past : look.rest;
    const box = { x: start, y: frame.y, width, height: frame.height };
    return {
      kind: 'shape',
      id: `${slideId}/progress/${i + 1}`,
      region: null,
      frame: box,
      shape: 'rectangle',
      fill,
      stroke: null,
      strokeWidth: 0,
    };
  });
  return [{ kind: 'group', role: 'progress', id: `${slideId}/progress`, region: null, frame, alt: '', children }];
}
