import { z } from 'zod';
import { idSchema } from './common.ts';
import { exportEvents } from './export.ts';
import { intakeEvents } from './intake.ts';

/** What a job says of itself, as the events of the same names. After `….done` it says nothing more. */
export const jobEventSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('export.progress'), payload: exportEvents['export.progress'] }),
  z.object({ name: z.literal('export.done'), payload: exportEvents['export.done'] }),
  z.object({ name: z.literal('intake.progress'), payload: intakeEvents['intake.progress'] }),
  z.object({ name: z.literal('intake.done'), payload: intakeEvents['intake.done'] }),
]);

export const jobCommands = {
  /**
   * The last word of an export or an intake, for a window that may have missed it; null: it has said nothing yet.
   * `known` false: it runs no more, and how it ended is not known (the service was started anew).
   */
  'job.get': {
    payload: z.strictObject({ job: idSchema }),
    answer: z.object({ known: z.boolean(), last: jobEventSchema.nullable() }),
  },
} as const;
