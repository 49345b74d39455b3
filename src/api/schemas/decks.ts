import { z } from 'zod';
import { base64Schema, fileNameSchema, idSchema, outsidePathSchema } from './common.ts';

const output = z.strictObject({ kind: z.literal('output') });
const path = z.strictObject({ kind: z.literal('path'), path: outsidePathSchema });
const data = z.strictObject({ kind: z.literal('data'), name: fileNameSchema, data: base64Schema });

/** An edited deck: the presenter's .pptx in the workspace's `output`, a file on this machine, or one that was given to the page. */
export const editedSchema = z.discriminatedUnion('kind', [output, path, data]);

/** A deck to compare: one of those, the presenter's .pptx of a hand-over, or what the briefing gives now. */
export const comparedSchema = z.discriminatedUnion('kind', [
  output,
  path,
  data,
  z.strictObject({ kind: z.literal('handover'), id: idSchema }),
  z.strictObject({ kind: z.literal('now') }),
]);

/** A line word by word, as decks are compared. */
export const spansSchema = z.array(z.object({ of: z.enum(['both', 'old', 'new']), text: z.string() })).readonly();

/** A line in pieces: `changed` words are not in what it is held against (`core/pipeline/marks.ts`). */
export const markedLinesSchema = z.array(z.array(z.object({ text: z.string(), changed: z.boolean() })).readonly()).readonly();
