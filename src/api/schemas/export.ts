import { z } from 'zod';
import { EXPORT_FORMATS } from '../formats.ts';
import { briefingSchema, idSchema, nothingSchema, outsidePathSchema, problemsSchema } from './common.ts';
import { briefingFileSchema } from './briefing.ts';
import { handoverSchema } from './handover.ts';

export const formatSchema = z.enum(EXPORT_FORMATS);

export const exportedFileSchema = z.object({ path: z.string(), format: formatSchema, bytes: z.number() });

export const exportCommands = {
  /**
   * Begins an export and answers at once; `export.progress` and then one `export.done` follow. Null folder: the workspace's `output`.
   * What stands there and is not exactly what Lectern wrote is never replaced unless `existing` is `keep-copy`, which keeps it under a
   * dated name; `keep-both` writes under a free name; with `refuse` the outcome is then `occupied`, and the problems name the edits.
   */
  'export.start': {
    payload: z.strictObject({
      file: briefingFileSchema,
      briefing: briefingSchema,
      formats: z.array(formatSchema).min(1).max(EXPORT_FORMATS.length),
      for: z.enum(['presenter', 'audience']),
      folder: outsidePathSchema.nullable(),
      existing: z.enum(['refuse', 'keep-copy', 'keep-both']),
    }),
    answer: z.object({ job: z.string() }),
  },
  /** Stops it; files of an earlier export stay as they were. `export.done` says that it was cancelled. */
  'export.cancel': { payload: z.strictObject({ job: idSchema }), answer: nothingSchema },
} as const;

export const exportEvents = {
  'export.progress': z.object({
    job: z.string(),
    step: z.enum(['reading', 'layout', ...EXPORT_FORMATS, 'saving']),
    /** 0 to 1. */
    fraction: z.number(),
  }),
  'export.done': z.object({
    job: z.string(),
    outcome: z.enum(['written', 'occupied', 'failed', 'cancelled']),
    files: z.array(exportedFileSchema),
    /** Files that stood in the way, by the dated names that they have now. */
    kept: z.array(z.string()),
    /** Of a hand-over, whose files are not listed one by one. */
    handover: handoverSchema.nullable(),
    slides: z.number(),
    seconds: z.number(),
    problems: problemsSchema,
  }),
} as const;
