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

const partFile = z.string().regex(/^[\w.-]+\.xml$/, 'a layout is named by its file, as slideLayout2.xml');

/** Decks are written into an organisation's own file, and where on its layouts ours stand. */
const powerpoint = z.strictObject({
  file: z.string().regex(/^assets\/[^/\\]+\.(?:potx|pptx)$/, 'the organisation’s file lies in assets and ends in .potx or .pptx'),
  layouts: z
    .record(
      z.string(),
      z.strictObject({
        layout: partFile.describe('Their layout, by its file: “lectern template doctor” lists them.'),
        regions: z
          .record(z.string(), z.union([z.literal('title'), z.int().min(0)]))
          .describe('Which placeholder each region fills: its idx, or title.'),
      }),
    )
    .describe('By the name of our layout.'),
});

export const manifestSchema = z.strictObject({
  name: z.string().min(1).max(80),
  description: z.string().min(1).max(400),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is written as 1.0.0'),
  options: z.record(optionName, option).optional(),
  powerpoint: powerpoint.optional(),
});
export type OptionText = z.infer<typeof option>;
