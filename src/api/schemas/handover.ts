import { z } from 'zod';
import { HANDOVER_PARTS } from '../formats.ts';
import { briefingFileSchema } from './briefing.ts';
import { briefingSchema, nothingSchema, outsidePathSchema, problemsSchema } from './common.ts';

/** What is remembered of a hand-over, as far as the app shows it. */
export const handoverSchema = z.object({
  id: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  to: z.string().nullable(),
  title: z.string(),
  mark: z.string().nullable(),
  stamp: z.string(),
  /** The briefing's file, from the workspace's root. */
  briefing: z.string(),
  /** A folder or a .zip, absolute. */
  place: z.string(),
  /** The page that opens it; null in a .zip. */
  page: z.string().nullable(),
  files: z.number(),
  /** Whether it still stands there. */
  there: z.boolean(),
});

export const handoverCommands = {
  /**
   * Begins a hand-over of this briefing and answers at once; `export.progress` and then one `export.done` follow, and `export.cancel`
   * stops it. Null folder: the workspace's `output`. Nothing that stands there is replaced.
   */
  'handover.start': {
    payload: z.strictObject({
      file: briefingFileSchema,
      briefing: briefingSchema,
      to: z.string().trim().min(1).max(300).nullable(),
      without: z.array(z.enum(HANDOVER_PARTS)).max(HANDOVER_PARTS.length),
      /** With the deck's one page to read. */
      brief: z.boolean(),
      asZip: z.boolean(),
      folder: outsidePathSchema.nullable(),
    }),
    answer: z.object({ job: z.string() }),
  },
  /** The workspace's hand-overs on this machine, the newest first. */
  'handover.list': {
    payload: nothingSchema,
    answer: z.object({ handovers: z.array(handoverSchema), problems: problemsSchema }),
  },
} as const;
