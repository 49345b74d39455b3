import type { SlideGroup } from '../../deck/types.ts';
import type { Preference } from './types.ts';

/** The option that an earlier deck had of a group: all of its slides in the same layouts, and no others of the group's; null where there is none. */
export function keptOption({ options }: SlideGroup, { layouts }: Preference): number | null {
  const all = new Set(options.flatMap((slides) => slides.map(({ id }) => id)));
  const had = [...all].filter((id) => layouts.has(id));
  if (had.length === 0) return null;
  const found = options.findIndex((slides) => slides.length === had.length && slides.every(({ id, layout }) => layouts.get(id) === layout));
  return found === -1 ? null : found;
}

/** What a deck's slides say of the choice: layouts by id, of those that were chosen. */
export function preferenceOf(
  slides: readonly { readonly id: string; readonly layout: string; readonly chosen?: true }[],
  hold: Preference['hold'],
): Preference {
  return { layouts: new Map(slides.flatMap(({ id, layout, chosen }) => (chosen ? [[id, layout] as const] : []))), hold };
}
