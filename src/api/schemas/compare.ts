import { z } from 'zod';
import type { Change, DeckDiff, SlidePlace } from '../../core/write/pptx/diff/types.ts';
import { briefingFileSchema } from './briefing.ts';
import { briefingSchema, problemsSchema } from './common.ts';
import { comparedSchema, spansSchema } from './decks.ts';

const one = z.string().nullable();
const labels = z.array(z.string()).readonly();

/** What both sides of a changed line have: `core/write/pptx/diff/types.ts` says what each field is. */
const text = {
  from: one,
  to: one,
  spans: spansSchema,
  facts: z.array(z.object({ kind: z.enum(['number', 'date', 'name']), from: one, to: one })).readonly(),
};

const lineSchema = z.object({
  kind: z.enum(['words', 'figures', 'notes']),
  at: z.enum(['title', 'line', 'alt']),
  order: z.boolean(),
  ...text,
});

const changeSchema = z.union([
  lineSchema,
  z.object({ kind: z.literal('cells'), row: one, column: one, ...text }),
  z.object({ kind: z.literal('data'), chart: z.string(), series: one, category: one, from: one, to: one }),
  z.object({ kind: z.literal('pictures'), from: one, to: one }),
  z.object({ kind: z.literal('sources'), text: z.string(), from: labels, to: labels }),
  z.object({ kind: z.literal('comments'), author: z.string(), from: one, to: one }),
  z.object({ kind: z.enum(['look', 'layout']) }),
]) satisfies z.ZodType<Change>;

const placeSchema = z
  .object({ number: z.number(), parts: z.number(), title: z.string(), kind: one })
  .nullable() satisfies z.ZodType<SlidePlace | null>;

const diffSchema = z.object({
  slides: z.object({ from: z.number(), to: z.number() }),
  changed: z
    .array(
      z.object({
        from: placeSchema,
        to: placeSchema,
        moved: z.boolean(),
        changes: z.array(changeSchema).readonly(),
        lines: labels,
      }),
    )
    .readonly(),
  everywhere: z.array(lineSchema).readonly(),
  design: z.boolean(),
  looksCompared: z.boolean(),
}) satisfies z.ZodType<DeckDiff>;

export const compareCommands = {
  /** What differs from one deck to another, of which either may be what the briefing gives now. Writes nothing. */
  'deck.compare': {
    payload: z.strictObject({ file: briefingFileSchema, briefing: briefingSchema, from: comparedSchema, to: comparedSchema }),
    answer: z.object({
      /** File names; null: what the briefing gives now. */
      names: z.object({ from: one, to: one }),
      diff: diffSchema,
      /** Warnings of the deck that was made anew. */
      problems: problemsSchema,
    }),
  },
} as const;
