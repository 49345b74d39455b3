import { z } from 'zod';
import type { PackOption } from '../../core/template/types.ts';
import { base64Schema, fileNameSchema, idSchema, nothingSchema, problemsSchema } from './common.ts';

const optionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('boolean'), label: z.string(), default: z.boolean() }),
  z.object({ type: z.literal('text'), label: z.string(), default: z.string() }),
  z.object({
    type: z.literal('number'),
    label: z.string(),
    default: z.number(),
    minimum: z.exactOptional(z.number()),
    maximum: z.exactOptional(z.number()),
  }),
  z.object({ type: z.literal('choice'), label: z.string(), default: z.string(), choices: z.array(z.string()) }),
]) satisfies z.ZodType<PackOption>;

export const templateSchema = z.object({
  /** The folder's name: what a briefing says. */
  name: z.string(),
  title: z.string(),
  description: z.string(),
  version: z.string(),
  origin: z.enum(['built-in', 'workspace']),
  options: z.record(z.string(), optionSchema),
  /** Errors with file, line and column; a template with errors can be chosen, and the last good preview stays. */
  problems: problemsSchema,
  /** The version of the built-in template it hides by having its name, if that is newer. */
  newer: z.string().nullable(),
});

export const templateCommands = {
  'template.list': { payload: nothingSchema, answer: z.object({ templates: z.array(templateSchema) }) },
  /** Copies a template into the workspace under a free name made from `as`. */
  'template.duplicate': {
    payload: z.strictObject({ name: idSchema, as: fileNameSchema }),
    answer: z.object({ template: templateSchema }),
  },
  /** Installs a template from one .zip. `pack/exists` (with both versions) where one of its name is there and `replace` is not set. */
  'template.install': {
    payload: z.strictObject({ name: fileNameSchema, data: base64Schema, replace: z.boolean() }),
    answer: z.object({ template: templateSchema }),
  },
  /** Writes a template as one .zip into the workspace's output folder. */
  'template.export': { payload: z.strictObject({ name: idSchema }), answer: z.object({ path: z.string(), bytes: z.number() }) },
} as const;

export const templateEvents = {
  templates: z.object({ templates: z.array(templateSchema) }),
} as const;
