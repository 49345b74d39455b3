import { z } from 'zod';
import type { ConflictKind, SlideOutcome } from '../../core/write/pptx/merge/types.ts';
import { briefingFileSchema } from './briefing.ts';
import { briefingSchema, idSchema, problemsSchema } from './common.ts';
import { editedSchema, markedLinesSchema } from './decks.ts';

/** What is decided of one conflict of a merge: what the colleague has, what the briefing gives now, both, or other words, a paragraph each. */
export const mergeChoice = z.union([z.enum(['theirs', 'ours', 'both']), z.object({ words: z.array(z.string()) })]);

/** By the ids of conflicts. */
export const mergeChoices = z.record(z.string(), mergeChoice);

const KINDS = [
  'words',
  'cell',
  'notes',
  'chart',
  'picture',
  'box',
  'slide-deleted',
  'slide-withdrawn',
  'division',
  'source',
  'design',
] as const satisfies readonly ConflictKind[];

const FROM = [
  'same',
  'theirs',
  'ours',
  'merged',
  'added',
  'new',
  'deleted',
  'withdrawn',
] as const satisfies readonly SlideOutcome['from'][];

/** What both sides changed (`Conflict` of `core/write/pptx/merge/types.ts`), as a person decides it. */
const conflictSchema = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  /** Our id of the slide; null where it is none of one slide. */
  slide: z.string().nullable(),
  /** From 1, in the merged deck; null where it is not in it. */
  number: z.number().nullable(),
  title: z.string(),
  /** As PowerPoint's selection pane names it. */
  box: z.string().nullable(),
  /** What was handed out, a paragraph each; null: the words are not known on this machine. */
  baseWords: z.array(z.string()).readonly().nullable(),
  theirs: z.array(z.string()).readonly(),
  ours: z.array(z.string()).readonly(),
  /** The lines of each side with the words marked that were not handed out; where that is not known, that the other side has not. */
  marked: z.object({ theirs: markedLinesSchema, ours: markedLinesSchema }),
  /** The first stands until somebody chooses. */
  choices: z.array(z.enum(['theirs', 'ours', 'both', 'words'])).readonly(),
});

const slideSchema = z.object({
  number: z.number().nullable(),
  id: z.string().nullable(),
  title: z.string(),
  from: z.enum(FROM),
});

const lookedSchema = z.object({
  /** File name of the edited deck. */
  name: z.string(),
  /** The same as long as neither the edited deck nor what the briefing gives is another. */
  state: z.string(),
  conflicts: z.array(conflictSchema).readonly(),
  slides: z.array(slideSchema).readonly(),
  /** Warnings: of the new deck, and of words that were made smaller so that they fit. */
  problems: problemsSchema,
});

const asked = {
  file: briefingFileSchema,
  briefing: briefingSchema,
  edited: editedSchema,
  /** Looks that were changed by hand stay even where the template has changed; else the look follows the template. */
  keepLooks: z.boolean(),
};

/** Both make the deck anew and merge it; neither keeps anything, so that a window can go on after a new start of the service. */
export const mergeCommands = {
  /** Looks what a merge gives and what has to be decided. Writes nothing. */
  'merge.open': { payload: z.strictObject(asked), answer: lookedSchema },
  /**
   * Writes the merged deck beside the edited one (of a deck that was given: into `output`) under a name that is free. What is not chosen stays
   * as it was edited, with a comment at its slide. `state`: what the choices were made on; where either deck is another by now, nothing is
   * written, and the answer is `changed` with what is to be decided now, of which conflicts with the same ids are the same.
   */
  'merge.save': {
    payload: z.strictObject({ ...asked, state: idSchema, choices: mergeChoices }),
    answer: z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('written'),
        path: z.string(),
        bytes: z.number(),
        slides: z.number(),
        /** Conflicts that became comments. */
        comments: z.number(),
        /** Warnings: of the new deck, and of words that were made smaller so that they fit. */
        problems: problemsSchema,
      }),
      z.object({ outcome: z.literal('changed'), merge: lookedSchema }),
    ]),
  },
} as const;
