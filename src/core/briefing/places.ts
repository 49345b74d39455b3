import type { Place } from '../base/errors.ts';
import { fieldName } from '../base/yaml.ts';

/**
 * Where the field at a path stands. It goes beside a briefing and not in it: a line that moves must change neither the recipe nor the
 * stamp of a deck.
 */
export type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** Of a briefing that was not read from a file: the name that it is shown by, and the field's. */
export function placesByName(file: string): PlaceOf {
  return (path) => ({ file, field: fieldName(path) });
}
