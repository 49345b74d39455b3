import { z } from 'zod';
import type { OptionValue, Briefing } from '../../core/briefing/types.ts';
import { CODES, type Code, type Problem } from '../../core/base/errors.ts';

/** A name a person typed: trimmed, one line, not empty. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u, 'one line of text');

/** A name that becomes a file's or folder's: nothing that a disk could read as a path. */
export const fileNameSchema = nameSchema.regex(/^[^\\/:*?"<>|]+$/, 'a name without \\ / : * ? " < > |').refine((n) => !n.startsWith('.'), {
  message: 'a name that does not begin with a dot',
});

/** A path inside the workspace, `/` between parts: never absolute, never upwards, no hidden part. */
export const insidePathSchema = z
  .string()
  .min(1)
  .max(1000)
  .refine((path) => !/[\\\p{Cc}:]/u.test(path) && path.split('/').every((part) => part !== '' && !part.startsWith('.')), {
    message: 'a path inside the workspace',
  });

/** A path on this machine that the user chose. */
export const outsidePathSchema = z
  .string()
  .min(1)
  .max(4000)
  .regex(/^[^\p{Cc}]*$/u, 'a path');

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex');

export const idSchema = z.string().min(1).max(300);

const codes = Object.keys(CODES) as [Code, ...Code[]];

export const problemSchema = z.object({
  code: z.enum(codes),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  place: z.exactOptional(
    z.object({
      file: z.exactOptional(z.string()),
      line: z.exactOptional(z.number()),
      column: z.exactOptional(z.number()),
      slide: z.exactOptional(z.object({ number: z.number(), title: z.string() })),
      field: z.exactOptional(z.string()),
    }),
  ),
  allowed: z.exactOptional(z.string()),
  received: z.exactOptional(z.string()),
  hint: z.string(),
}) satisfies z.ZodType<Problem>;

export const problemsSchema = z.array(problemSchema).readonly();

export const optionValueSchema: z.ZodType<OptionValue> = z.union([z.string().max(10_000), z.number(), z.boolean()]);

const text = z.string().max(100_000);
const textOrNull = text.nullable();

const hashText = z.string().max(200);
const address = z.string().max(200);
const said = z.union([text, z.number()]);
const sourced = z.exactOptional(z.boolean());

/** Many lines of a table may be worded. */
const many = <T extends z.ZodType>(of: T): z.ZodExactOptional<z.ZodArray<T>> => z.exactOptional(z.array(of).max(20_000));

const ownSeconds = z.exactOptional(z.number().nonnegative());
const without = z.exactOptional(z.array(address).max(200));

const layout = z.exactOptional(z.string().max(200));
const minutes = z.exactOptional(z.number().positive());

const overridesSchema = z.strictObject({
  headline: textOrNull,
  summary: textOrNull,
  points: z.array(z.strictObject({ position: z.number().int().positive(), hash: hashText, text, sourced })),
  notes: textOrNull,
  hashes: z.exactOptional(
    z.strictObject({ headline: z.exactOptional(hashText), summary: z.exactOptional(hashText), notes: z.exactOptional(hashText) }),
  ),
  lines: many(z.strictObject({ at: address, hash: hashText, text: said, sourced })),
  removed: many(z.strictObject({ at: address, hash: hashText })),
  added: many(
    z.strictObject({
      ...{ after: address, hash: z.exactOptional(hashText), text: z.exactOptional(text) },
      cells: z.exactOptional(z.array(said).max(1000)),
    }),
  ),
  moved: many(z.strictObject({ at: address, hash: hashText, after: address, afterHash: z.exactOptional(hashText) })),
  without,
});

/** The section that begins with an item. */
const section = z.exactOptional(z.strictObject({ title: text, finding: textOrNull }));

/** A briefing as the app holds it. What its fields may contain is the briefing stage's to say; here only the shape and bounds. */
export const briefingSchema = z.strictObject({
  title: text,
  subtitle: textOrNull,
  audience: textOrNull,
  presenter: textOrNull,
  date: textOrNull,
  minutes: z.number().nullable(),
  mark: textOrNull,
  language: textOrNull,
  template: z.string().max(1000),
  options: z.record(z.string().max(200), optionValueSchema),
  notes: z.strictObject({ title: textOrNull, agenda: textOrNull, sources: textOrNull }).nullable().default(null),
  seconds: z.exactOptional(z.strictObject({ title: ownSeconds, agenda: ownSeconds, sources: ownSeconds })),
  without,
  items: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('topic'),
          article: idSchema,
          topic: idSchema,
          depth: z.enum(['headline', 'points', 'full']),
          overrides: overridesSchema.nullable(),
          layout,
          minutes,
          section,
        }),
        z.strictObject({ kind: z.literal('own'), id: idSchema, title: text, body: z.string().max(1_000_000), layout, minutes, section }),
      ]),
    )
    .max(2000),
}) satisfies z.ZodType<Briefing>;

/** Bytes on their way through JSON. 32 MB of file at most. */
export const base64Schema = z.base64().max(45_000_000);

export const nothingSchema = z.strictObject({});

/** Where in a workspace's history an answer or an event stands (docs/architecture.md, “What a window knows”). */
export const stampSchema = z.object({
  /** One workspace, opened once, in one run of the service. Two epochs have no order. */
  epoch: z.string(),
  /** How many events the epoch has had: an event's own number; an answer knows of all up to its. */
  revision: z.number().int().nonnegative(),
});
export type Stamp = z.infer<typeof stampSchema>;
