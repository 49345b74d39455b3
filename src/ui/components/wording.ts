import { useMemo } from 'react';
import { keyOf, setPoint, setWording } from '../state/briefing.ts';
import { linesOf, type Line } from '../state/wording.ts';
import type { Item, Slide, TopicDetail } from '../types.ts';
import { useApp, useBriefing } from './use-app.ts';
import type { Controller } from '../controller/types.ts';

/** The running-order item in hand. */
export interface InHand {
  readonly index: number;
  readonly item: Item;
  readonly topic: TopicDetail | null;
  readonly lines: readonly Line[];
}

const NO_LINES: readonly Line[] = [];

export function useInHand(): InHand | null {
  const briefing = useBriefing();
  const row = useApp((state) => state.row);
  const item = row === null ? undefined : briefing?.items[row];
  const detail = useApp((state) => (item?.kind === 'topic' ? state.details[item.article] : undefined));
  const topic = item?.kind === 'topic' ? (detail?.topics.find(({ id }) => id === item.topic) ?? null) : null;
  const lines = useMemo(() => (item && topic ? linesOf(item, topic) : NO_LINES), [item, topic]);
  return row === null || !item ? null : { index: row, item, topic, lines };
}

export function useSlide(): Slide | null {
  return useApp((state) => state.preview.deck?.slides.find(({ id }) => id === state.preview.slide) ?? null);
}

/** Whether a slide shows what is in hand: not so on title, agenda and sources. */
export function belongs(slide: Slide | null, inHand: InHand | null): boolean {
  return slide !== null && inHand !== null && slide.topic === keyOf(inHand.item);
}

/** Words a line of the item in hand anew; null gives the article's words back. `group`: typed letter by letter. */
export function reword({ documents }: Controller, index: number, line: Line, text: string | null, group: string | null = null): void {
  const { field } = line;
  documents.edit(
    (briefing) =>
      field.kind === 'point' ? setPoint(briefing, index, field, text) : setWording(briefing, index, field.kind, text, line.original),
    group,
  );
}
