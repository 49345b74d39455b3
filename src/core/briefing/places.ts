import type { Place } from '../errors.ts';
import type { Briefing } from './types.ts';

type Finder = (path: readonly PropertyKey[]) => Place;

/**
 * Where the fields of a briefing stand in its file. Kept beside the value and not in it: a line that moves must change
 * neither the recipe nor the stamp of a deck.
 */
const FINDERS = new WeakMap<Briefing, Finder>();

export function rememberPlaces(briefing: Briefing, finder: Finder): void {
  FINDERS.set(briefing, finder);
}

/** The place of a field; of a briefing that was not read from a file, its name alone. */
export function placeIn(briefing: Briefing, file: string, path: readonly PropertyKey[]): Place {
  const field = path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('');
  return FINDERS.get(briefing)?.(path) ?? { file, field };
}
