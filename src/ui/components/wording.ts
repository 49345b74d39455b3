import { useMemo } from 'react';
import { keyOf, setPoint, setWording } from '../state/briefing.ts';
import { removePoint, wordAdded } from '../state/points.ts';
import { linesOf, type Line } from '../state/wording.ts';
import type { Item, Slide, TopicDetail } from '../types.ts';
import { useApp, useBriefing } from './use-app.ts';
import type { Controller } from '../controller/types.ts';

/** The selected running-order item. */
export interface SelectedItem {
  readonly index: number;
  readonly item: Item;
  readonly topic: TopicDetail | null;
  readonly lines: readonly Line[];
}

const NO_LINES: readonly Line[] = [];

export function useSelectedItem(): SelectedItem | null {
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

/** Whether a slide shows what is selected: not so on title, agenda and sources. */
export function belongs(slide: Slide | null, selected: SelectedItem | null): boolean {
  return slide !== null && selected !== null && slide.topic === keyOf(selected.item);
}

/** Words a line of the selected item anew; null gives the article's words back, of an added point takes it away. `group`: typed letter by letter. */
export function reword({ documents }: Controller, index: number, line: Line, text: string | null, group: string | null = null): void {
  const { field } = line;
  documents.edit((briefing) => {
    switch (field.kind) {
      case 'point':
        return setPoint(briefing, index, field, text);
      case 'added':
        return wordAdded(briefing, index, field.number, text ?? '');
      default:
        return setWording(briefing, index, field.kind, text, line.original);
    }
  }, group);
}

/** Whether a line can be left out. */
export function isEntry({ field }: Line): boolean {
  return field.kind === 'point' || field.kind === 'added';
}

/** Leaves a point out of this briefing; one that the briefing added goes. */
export function remove({ documents }: Controller, index: number, { field }: Line): void {
  if (field.kind === 'point') documents.edit((briefing) => removePoint(briefing, index, field));
  else if (field.kind === 'added') documents.edit((briefing) => wordAdded(briefing, index, field.number, ''));
}
