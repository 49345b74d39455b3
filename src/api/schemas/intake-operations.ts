import { z } from 'zod';
import { idSchema } from './common.ts';

/** Everything a person can do to a draft: one step each, and one step of undo. Ids are those of the view. */

const text = z.string().max(100_000);
const block = z.number().int().nonnegative();
const place = z.number().int().nonnegative();
const item = { item: idSchema };
const topic = { topic: idSchema };

export const fieldNameSchema = z.enum([
  'title',
  'standfirst',
  'authors',
  'published',
  'publisher',
  'url',
  'language',
  'bio',
  'disclaimer',
  'tags',
]);
export const stateSchema = z.enum(['proposed', 'accepted', 'rejected']);
export const actorTypeSchema = z.enum(['person', 'country', 'organisation', 'place', 'other']);
export const quotationFormSchema = z.enum(['quotation', 'sentence']);
/** What a user may call a block. A saved paragraph cannot be made anything else. */
export const roleSchema = z.enum([
  'body',
  'title',
  'standfirst',
  'byline',
  'date',
  'publisher',
  'heading',
  'bio',
  'disclaimer',
  'note',
  'boilerplate',
]);

export const operationSchema = z.discriminatedUnion('kind', [
  /** A new topic begins at a body block of this one (not its first). */
  z.strictObject({ kind: z.literal('split-topic'), ...topic, block }),
  z.strictObject({ kind: z.literal('merge-topics'), ...topic, into: idSchema }),
  z.strictObject({ kind: z.literal('move-topic'), ...topic, to: place }),
  z.strictObject({ kind: z.literal('rename-topic'), ...topic, heading: text }),
  /** Gives a paragraph, with what stands in it, to another topic. */
  z.strictObject({ kind: z.literal('move-block'), block, ...topic }),
  /** A sentence of the source becomes a point. */
  z.strictObject({ kind: z.literal('promote-sentence'), block, sentence: place }),
  z.strictObject({ kind: z.literal('promote-to-summary'), ...item }),
  z.strictObject({ kind: z.literal('move-item'), ...item, ...topic, to: place }),
  z.strictObject({ kind: z.literal('rewrite-point'), ...item, text }),
  /** The point in the shorter form that was offered: its `clause`. */
  z.strictObject({ kind: z.literal('take-clause'), ...item }),
  z.strictObject({
    kind: z.literal('correct-quotation'),
    ...item,
    change: z.strictObject({
      speaker: z.exactOptional(text.nullable()),
      role: z.exactOptional(text.nullable()),
      form: z.exactOptional(quotationFormSchema),
      text: z.exactOptional(text),
    }),
  }),
  /** `date` as the article format writes it: `2023-10`, `~2020`, or words. */
  z.strictObject({
    kind: z.literal('correct-event'),
    ...item,
    change: z.strictObject({ date: z.exactOptional(text), text: z.exactOptional(text) }),
  }),
  z.strictObject({
    kind: z.literal('correct-figure'),
    ...item,
    change: z.strictObject({ value: z.exactOptional(text), unit: z.exactOptional(text), label: z.exactOptional(text) }),
  }),
  z.strictObject({
    kind: z.literal('correct-actor'),
    ...item,
    change: z.strictObject({
      name: z.exactOptional(text),
      type: z.exactOptional(actorTypeSchema),
      role: z.exactOptional(text.nullable()),
    }),
  }),
  /** `authors` and `tags` take a list, the others one value; null takes the field away. */
  z.strictObject({
    kind: z.literal('correct-field'),
    field: fieldNameSchema,
    value: z.union([text, z.array(text).max(200).readonly()]).nullable(),
  }),
  /** Accepts, rejects or opens again: items, actors, headings (by `heading.id`) and fields (by their names), one or many in one step. */
  z.strictObject({ kind: z.literal('set-state'), ids: z.array(idSchema).min(1).max(20_000).readonly(), state: stateSchema }),
  z.strictObject({ kind: z.literal('restore-repeat'), block }),
  z.strictObject({ kind: z.literal('set-role'), block, role: roleSchema }),
]);
