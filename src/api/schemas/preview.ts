import { z } from 'zod';
import { base64Schema, briefingSchema, idSchema, problemsSchema } from './common.ts';
import { briefingFileSchema } from './briefing.ts';

export const previewSlideSchema = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  kind: z.string(),
  /** The running-order item it belongs to: `article/topic`, `own/ID`; null: title, agenda, sources. */
  topic: z.string().nullable(),
  part: z.number(),
  parts: z.number(),
  seconds: z.number(),
  notes: z.array(z.object({ kind: z.enum(['text', 'heading', 'source', 'mark']), text: z.string() })),
  /** The slide as the HTML export writes it, with the rules it needs; null: unchanged since the revision that was asked about. */
  markup: z.object({ html: z.string(), css: z.string() }).nullable(),
});

export const previewDeckSchema = z.object({
  /** Names this answer; give it back as `since` to receive changes only. */
  revision: z.string(),
  /** Points. */
  page: z.object({ width: z.number(), height: z.number() }),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  /** The deck's style sheet without its fonts; null: unchanged. */
  style: z.string().nullable(),
  /** Faces the style sheet names: bytes by `preview.font`. */
  fonts: z.array(
    z.object({
      id: z.string(),
      family: z.string(),
      weight: z.number(),
      style: z.enum(['normal', 'italic']),
      unicodeRange: z.string(),
    }),
  ),
  slides: z.array(previewSlideSchema),
  /** One a running-order item, in its order. */
  items: z.array(z.object({ key: z.string(), slides: z.number(), seconds: z.number() })),
  seconds: z.number(),
  stamp: z.string(),
});

/** Why slides stand as they do: `ChoiceReason` of layout. */
const reasonSchema = z.object({
  slide: z.number(),
  id: z.string(),
  topic: z.string().nullable(),
  title: z.string(),
  chosen: z.number(),
  because: z.enum(['score', 'rhythm', 'kept', 'pinned']),
  candidates: z.array(
    z.object({
      layouts: z.array(z.string()),
      slides: z.number(),
      parts: z.record(z.string(), z.number()).nullable(),
      total: z.number().nullable(),
    }),
  ),
});

export const previewCommands = {
  /**
   * Composes, lays out and writes the slides of a briefing that need not be saved. `deck` is null where problems stand in the
   * way; the screen then keeps the last good one. `channel` tells apart who asks (`WINDOW/main`, `WINDOW/gallery/NAME`), each with
   * revisions of its own; windows take turns.
   */
  'preview.render': {
    payload: z.strictObject({
      file: briefingFileSchema.nullable(),
      briefing: briefingSchema,
      channel: z.string().min(1).max(300),
      since: z.string().max(100).nullable(),
      /** Only so many slides; null: all. */
      limit: z.number().int().positive().nullable(),
      /** Also why slides stand as they do. */
      explain: z.exactOptional(z.boolean()),
    }),
    answer: z.object({
      deck: previewDeckSchema.nullable(),
      problems: problemsSchema,
      /** Where it was asked for and there is a deck. */
      reasons: z.exactOptional(z.array(reasonSchema)),
    }),
  },
  'preview.font': { payload: z.strictObject({ id: idSchema }), answer: z.object({ data: base64Schema }) },
} as const;

export const previewEvents = {
  /** An article, image or template that the last preview was made from has changed: render again. */
  stale: z.object({ reason: z.enum(['article', 'template', 'image', 'house']) }),
} as const;
