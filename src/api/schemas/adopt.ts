import { z } from 'zod';
import { briefingFileSchema } from './briefing.ts';
import { briefingSchema, idSchema, problemsSchema } from './common.ts';
import { editedSchema, spansSchema } from './decks.ts';

const KINDS = [
  'line',
  'notes',
  'entry-added',
  'entry-removed',
  'entry-moved',
  'slide-removed',
  'slide-moved',
  'item-removed',
  'item-moved',
  'own-added',
  'deck-notes',
  'look',
  'place',
] as const;

/** What a colleague changed and the briefing can hold (`Offer` of `workspace/home`), as a person decides it. */
const offerSchema = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  /** In the edited deck; null for a slide that is not in it any more. */
  slide: z.object({ number: z.number(), title: z.string() }).nullable(),
  was: z.string().nullable(),
  now: z.string().nullable(),
  /** Word by word; empty where there is nothing on one side. */
  spans: spansSchema,
  /** Its facts, or the words of a line with a source, are others: a person has to read it. */
  question: z.boolean(),
  /** The article's file, where its words may go instead; null: they may not. */
  article: z.string().nullable(),
});

const homeSchema = z.object({
  /** File name of the edited deck. */
  name: z.string(),
  /** The same as long as neither the edited deck nor what the briefing gives is another. */
  state: z.string(),
  offers: z.array(offerSchema).readonly(),
  /** What the briefing cannot hold, and why: `home/stays`. */
  stays: problemsSchema,
  problems: problemsSchema,
});

const asked = { file: briefingFileSchema, briefing: briefingSchema, edited: editedSchema };
const ids = z.array(idSchema).max(20_000);

export const adoptCommands = {
  /** Looks what was changed by hand in a deck and may come home. Writes nothing. */
  'adopt.open': { payload: z.strictObject(asked), answer: homeSchema },
  /**
   * The briefing with what is taken, which the window then edits and saves as its own change; and lines that are sent to their articles
   * instead, whose files are written. Where either deck is another than that of `state`, or an article's line does not stand in its file
   * (`home/not-in-article`), nothing is written.
   */
  'adopt.take': {
    payload: z.strictObject({ ...asked, state: idSchema, take: ids, toArticle: ids }),
    answer: z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('taken'),
        briefing: briefingSchema,
        /** Files of articles that were written, below the workspace. */
        articles: z.array(z.string()),
        problems: problemsSchema,
      }),
      z.object({ outcome: z.literal('changed'), home: homeSchema }),
    ]),
  },
} as const;
