import { z } from 'zod';

/** `template.yaml`: what a pack is called and what a briefing may choose in it. */

const label = z.string().min(1);
const optionName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'an option’s name is letters and digits, a small letter first');

const option = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('boolean'), label, default: z.boolean() }),
  z.strictObject({ type: z.literal('text'), label, default: z.string() }),
  z.strictObject({ type: z.literal('number'), label, default: z.number(), minimum: z.number().optional(), maximum: z.number().optional() }),
  z.strictObject({ type: z.literal('choice'), label, default: z.string(), choices: z.array(z.string().min(1)).min(1) }),
]);

export const manifestSchema = z.strictObject({
  name: z.string().min(1).max(80),
  description: z.string().min(1).max(400),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is written as 1.0.0'),
  options: z.record(optionName, option).optional(),
});

export type ManifestText = z.infer<typeof manifestSchema>;
export type OptionText = z.infer<typeof option>;
