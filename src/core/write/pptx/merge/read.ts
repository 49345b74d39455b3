import { LecternError, problem } from '../../../base/errors.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import { requireSlides } from '../read/open.ts';
import { match } from '../recipe/match.ts';
import { readRecipe, type RecipeRecord } from '../recipe/part.ts';
import { renumbered, type LostSource } from './labels.ts';
import { readSide, type DeckSide } from './side.ts';
import { unitsOf, type Unit } from './units.ts';

/** An edited deck and what the briefing gives now, read against what was handed out. */
export interface ReadDecks {
  readonly record: RecipeRecord;
  readonly ourRecord: RecipeRecord;
  /** Theirs with our source numbers. */
  readonly parts: Parts;
  readonly lost: readonly LostSource[];
  readonly theirs: DeckSide;
  readonly ours: DeckSide;
  readonly units: readonly Unit[];
  /** Our slides' ids in their order. */
  readonly ids: readonly string[];
}

function recipeOf(parts: Parts): RecipeRecord {
  const record = readRecipe(parts);
  if (record?.slides.every(({ said }) => said !== null)) return record;
  throw new LecternError(
    record === null
      ? problem('merge/no-recipe', {
          message: 'this deck does not say what was handed out',
          allowed: 'a presenter’s .pptx that Lectern wrote, edited or not',
          hint: 'An audience’s copy, a deck of another program and one whose recipe was removed cannot be merged: compare them with lectern diff.',
        })
      : problem('merge/old-recipe', {
          message: 'this deck was written by an earlier Lectern, which did not keep what a merge needs',
          hint: 'Compare it with a new deck with lectern diff, and take over by hand what is needed.',
        }),
  );
}

/**
 * Throws `merge/no-recipe` and `merge/old-recipe` where a deck does not tell what was handed out, and `inspect/unreadable` where a slide of
 * theirs is missing or damaged: what cannot be read must not be taken for deleted.
 */
export function readDecks(theirParts: Parts, ourParts: Parts): ReadDecks {
  const [record, ourRecord] = [recipeOf(theirParts), recipeOf(ourParts)];
  const { parts, lost } = renumbered(theirParts, record, ourRecord);
  const theirs = readSide('theirs', parts, record.stamp);
  requireSlides(
    parts,
    theirs.slides.map(({ content }) => content),
  );
  const ours = readSide('ours', ourParts, record.stamp);
  const { records } = match(
    theirs.slides.map(({ content }) => content),
    record,
  );
  const ids = ourRecord.slides.map(({ id }) => id);
  return {
    record,
    ourRecord,
    parts,
    lost,
    theirs,
    ours,
    ids,
    units: unitsOf({ theirs, ours, record, records, ourRecords: ourRecord.slides }),
  };
}
