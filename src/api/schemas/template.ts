import { z } from 'zod';
import type { DoctorReport } from '../../core/template/company/report.ts';
import { FONT_USES, PALETTE_NAMES, type Design, type DesignChange } from '../../core/template/theme/design-types.ts';
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
  /** Whether it was made from an organisation's PowerPoint file, and so has a doctor's report. */
  company: z.boolean(),
});

const frameSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const placeholderSchema = z.object({ type: z.string(), index: z.number(), name: z.string() });
const bindingSchema = z.union([z.literal('title'), z.int().min(0)]);

/** How an organisation's template was taken in. */
export const doctorSchema = z.object({
  file: z.string(),
  program: z.string(),
  page: z.object({ width: z.number(), height: z.number() }),
  fonts: z.array(
    z.object({
      use: z.enum(['heading', 'body']),
      family: z.string(),
      measuredBy: z.string().nullable(),
      exact: z.boolean(),
      fallback: z.string(),
    }),
  ),
  layouts: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      reason: z.enum(['by-type', 'by-samples', 'by-placeholders', 'by-hand', 'instead']),
      layout: z.string(),
      layoutName: z.string(),
      regions: z.array(
        z.object({
          name: z.string(),
          frame: frameSchema,
          placeholder: bindingSchema.nullable(),
          trimmed: z.enum(['art', 'placeholder']).nullable(),
        }),
      ),
      keepOut: z.array(frameSchema),
      unused: z.array(placeholderSchema),
      /** SVG; nothing in it leads outside. Show it as an image, not as markup. */
      picture: z.string(),
    }),
  ),
  choices: z.array(
    z.object({
      layout: z.string(),
      name: z.string(),
      type: z.string().nullable(),
      used: z.boolean(),
      placeholders: z.array(placeholderSchema),
    }),
  ),
}) satisfies z.ZodType<DoctorReport>;

const variantSchema = z.enum(['light', 'dark']);
/** As a theme writes it. */
const colorSchema = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
const paletteSchema = z.partialRecord(z.enum(PALETTE_NAMES), z.string());

/** A template's colours and fonts, and where its words are hard to read. */
const designSchema = z.object({
  colors: z.object({ light: paletteSchema, dark: paletteSchema }),
  fonts: z.object({ heading: z.string(), body: z.string() }),
  unreadable: z.array(
    z.object({
      variant: variantSchema,
      color: z.string(),
      ground: z.string(),
      ratio: z.number(),
      required: z.number(),
      layouts: z.array(z.string()),
      shade: z.string().nullable(),
    }),
  ),
}) satisfies z.ZodType<Design>;

const designChangeSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: variantSchema, name: z.enum(PALETTE_NAMES), value: colorSchema }),
  z.strictObject({ at: z.literal('fonts'), name: z.enum(FONT_USES), value: z.string().min(1).max(100) }),
]) satisfies z.ZodType<DesignChange>;

const designedSchema = z.object({ template: templateSchema, design: designSchema });

/** A template with what the doctor says of it. */
const examinedSchema = z.object({ template: templateSchema, report: doctorSchema, problems: problemsSchema });

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
  /**
   * Makes a template of an organisation's .potx or .pptx and says how it fits. `pack/exists` where one of its title is there and
   * `replace` is not set; `company/…` where the file cannot be used.
   */
  'template.import': {
    payload: z.strictObject({ file: fileNameSchema, title: fileNameSchema.nullable(), data: base64Schema, replace: z.boolean() }),
    answer: examinedSchema,
  },
  /** How such a template fits, now. */
  'template.doctor': { payload: z.strictObject({ name: idSchema }), answer: examinedSchema },
  /** Puts a layout of ours on another of theirs; its regions are found anew unless they are given. `company/map` where there is no such. */
  'template.map': {
    payload: z.strictObject({
      name: idSchema,
      layout: z.string().max(100),
      onto: z.string().max(200),
      regions: z.record(z.string().max(100), bindingSchema).nullable(),
    }),
    answer: examinedSchema,
  },
  'template.design': { payload: z.strictObject({ name: idSchema }), answer: designedSchema },
  /** Changes colours and fonts of a template of the workspace, nothing else in its files. `theme/design`, `file/write`. */
  'template.redesign': {
    payload: z.strictObject({ name: idSchema, changes: z.array(designChangeSchema).min(1).max(60) }),
    answer: designedSchema,
  },
  /** Writes a template as one .zip into the workspace's output folder. */
  'template.export': { payload: z.strictObject({ name: idSchema }), answer: z.object({ path: z.string(), bytes: z.number() }) },
} as const;

export const templateEvents = {
  templates: z.object({ templates: z.array(templateSchema) }),
} as const;
