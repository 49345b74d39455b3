import { problem, type Problem } from '../base/errors.ts';
import type { PlaceOf } from './places.ts';
import type { FileItem } from './schema.ts';
import type { SectionStart } from './types.ts';

/** An entry of the file that is a topic or an own slide, with the section that begins with it. */
export interface ItemOfSection {
  readonly item: FileItem;
  readonly section: SectionStart | null;
  /** Its place among the file's entries, from 0. */
  readonly entry: number;
}

export interface Sections {
  readonly items: readonly ItemOfSection[];
  /** Entries that are sections without an item. */
  readonly empty: readonly { readonly title: string; readonly entry: number }[];
}

/** Takes sections out of the list of entries: each begins with the next topic or own slide. */
export function readSections(entries: readonly FileItem[]): Sections {
  const items: ItemOfSection[] = [];
  const empty: { title: string; entry: number }[] = [];
  let open: { start: SectionStart; entry: number } | null = null;
  const close = (): void => {
    if (open) empty.push({ title: open.start.title, entry: open.entry });
  };
  entries.forEach((item, entry) => {
    if (item.section === undefined) {
      items.push({ item, section: open?.start ?? null, entry });
      open = null;
    } else {
      close();
      open = { start: { title: item.section, finding: item.finding ?? null }, entry };
    }
  });
  close();
  return { items, empty };
}

/** Where fields stand in the file, by items' places in the running order. */
export function placesOfItems({ items }: Sections, at: PlaceOf): PlaceOf {
  return ([list, index, ...rest]) => {
    const own = list === 'items' && typeof index === 'number' ? items[index] : undefined;
    return at(own ? ['items', own.entry, ...rest] : [list, index, ...rest].filter((key) => key !== undefined));
  };
}

/** A section that nothing stands in has no slide. */
export function emptySections({ empty }: Sections, at: PlaceOf): Problem[] {
  return empty.map(({ title, entry }) =>
    problem('briefing/field', {
      message: 'nothing stands in this section',
      place: at(['items', entry, 'section']),
      received: title,
      hint: 'Put a topic or an own slide below it, or remove the line.',
    }),
  );
}
