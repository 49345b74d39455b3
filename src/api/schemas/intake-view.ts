import { z } from 'zod';
import type { ArticleBlock, VagueDate } from '../../core/article/types.ts';
import type { BlockRole, MergeChange, Origin, ReviewWarning, SourceBlock, Span } from '../../core/intake/types.ts';
import { actorTypeSchema, fieldNameSchema, operationSchema, quotationFormSchema, roleSchema, stateSchema } from './intake-operations.ts';

/** A draft as the review screen sees it: plain data, every proposal tied to its place in the source. */

const strings = z.array(z.string()).readonly();
const range = z.tuple([z.number(), z.number()]).readonly();

export const blockRoleSchema = z.enum([...roleSchema.options, 'picture', 'speech', 'repeat', 'withdrawn']) satisfies z.ZodType<BlockRole>;

/** A block of the source; its index is its identity and never changes. */
export const sourceBlockSchema = z.object({
  role: blockRoleSchema,
  shape: z.enum(['paragraph', 'heading', 'item', 'quotation', 'table', 'chart', 'picture', 'code', 'note']),
  text: z.string(),
  /** Of a heading or list item its depth from 1, else 0. */
  level: z.number(),
  /** Character offsets `[start, end)` into `text`, in UTF-16 units. */
  sentences: z.array(z.object({ start: z.number(), end: z.number() })).readonly(),
  /** ¶; null for what is not body. */
  number: z.number().nullable(),
  /** For a repeat: the block that it repeats, and how alike they are (1: word for word). */
  repeats: z.object({ block: z.number(), likeness: z.number() }).nullable(),
  rows: z.array(strings).readonly().nullable(),
  /** Against the saved article; null where there is none. */
  since: z.enum(['same', 'changed', 'added', 'withdrawn']).nullable(),
}) satisfies z.ZodType<SourceBlock>;

export const spanSchema = z.object({
  block: z.number(),
  /** First and last sentence, inclusive. */
  sentences: range,
  start: z.number(),
  end: z.number(),
}) satisfies z.ZodType<Span>;

export const originSchema = z.enum([
  'front-matter',
  'json-ld',
  'meta',
  'microdata',
  'markup',
  'address',
  'style',
  'properties',
  'heading',
  'position',
  'pattern',
  'name-list',
  'quotation-marks',
  'ranking',
  'cohesion',
  'file-name',
  'readability',
  'user',
  'saved',
]) satisfies z.ZodType<Origin>;

export const warningSchema = z.discriminatedUnion('kind', [
  /** The source hedges what the point states; `hedges` are its words. */
  z.object({ kind: z.literal('hedge-lost'), hedges: strings }),
  z.object({ kind: z.literal('too-long'), words: z.number(), allowed: z.number() }),
  z.object({ kind: z.literal('verbatim'), words: z.string() }),
  z.object({ kind: z.literal('date-vague'), words: z.string() }),
  z.object({ kind: z.literal('number-unsourced'), number: z.string() }),
]) satisfies z.ZodType<ReviewWarning>;

const dateSchema = z.object({ text: z.string(), iso: z.string().nullable(), about: z.boolean() }) satisfies z.ZodType<VagueDate>;

const proposal = {
  id: z.string(),
  /** 0 to 1. */
  confidence: z.number(),
  origin: originSchema,
  /** Where it stands in the source; empty: outside the text. */
  spans: z.array(spanSchema).readonly(),
  state: stateSchema,
  /** Not asked about unless somebody looks for it: another reading of its sentence, or what tells less. */
  aside: z.enum(['reading', 'minor', 'sure']).optional(),
};

/** What all items of a topic have besides. */
const itemBase = {
  ...proposal,
  /** The ¶ numbers it is referred to by. */
  refs: z.array(z.number()).readonly(),
  /** Whether saving takes it as things stand: accepted, or proposed and sure enough. */
  taken: z.boolean(),
};

export const pointSchema = z.object({
  ...itemBase,
  kind: z.literal('point'),
  text: z.string(),
  /** The words of the source that it rests on. */
  source: z.string(),
  warnings: z.array(warningSchema).readonly(),
  /** A shorter form, offered: the shortest clause of the source that keeps number, actor, hedge, negation and condition; null where it is no shorter than the point and mends nothing. */
  clause: z.string().nullable(),
});

export const itemSchema = z.discriminatedUnion('kind', [
  pointSchema,
  z.object({
    ...itemBase,
    kind: z.literal('quotation'),
    /** `sentence`: a quoted word or two inside a sentence, which is saved whole as a point. */
    form: quotationFormSchema,
    /** Paragraphs divided by `\n`. */
    text: z.string(),
    speaker: z.string().nullable(),
    role: z.string().nullable(),
    date: dateSchema.nullable(),
    speakerConfidence: z.number(),
    /** For one-key choice, nearest first. */
    speakerAlternatives: strings,
  }),
  z.object({ ...itemBase, kind: z.literal('event'), date: dateSchema, dateWords: z.string(), text: z.string() }),
  z.object({
    ...itemBase,
    kind: z.literal('figure'),
    /** As written, bound included: `up to 200`. */
    value: z.string(),
    unit: z.string(),
    label: z.string(),
  }),
  z.object({ ...itemBase, kind: z.literal('table'), title: z.string().nullable(), rows: z.array(strings).readonly() }),
  /** A block of the saved article that is written back as it is, or a chart, a picture or a speaker's notes that the source has. */
  z.object({
    ...itemBase,
    kind: z.literal('kept'),
    block: z.enum([
      'paragraph',
      'points',
      'quotation',
      'timeline',
      'figures',
      'chart',
      'table',
      'items',
      'image',
      'callout',
      'notes',
    ]) satisfies z.ZodType<ArticleBlock['kind']>,
    text: z.string(),
  }),
]);

const fieldSchema = <T extends z.ZodType>(value: T) =>
  z.object({ ...proposal, id: fieldNameSchema, value, alternatives: z.array(value).readonly() }).nullable();
const line = fieldSchema(z.string());
const list = fieldSchema(strings);

/** A field that was not found is null; it can be entered. */
export const fieldsSchema = z.object({
  title: line,
  standfirst: line,
  authors: list,
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  published: line,
  publisher: line,
  url: line,
  /** A BCP 47 tag. */
  language: line,
  bio: line,
  disclaimer: line,
  tags: list,
});

export const draftTopicSchema = z.object({
  id: z.string(),
  /** `alternatives`: other headings, for one-key choice. A rejected heading leaves the whole topic out. */
  heading: z.object({ ...proposal, value: z.string(), alternatives: strings }),
  /** The body blocks it is about, ascending. */
  blocks: z.array(z.number()).readonly(),
  summary: pointSchema.nullable(),
  items: z.array(itemSchema).readonly(),
  /** How sure it is that a topic begins here. */
  confidence: z.number(),
});

export const actorSchema = z.object({
  ...proposal,
  kind: z.literal('actor'),
  name: z.string(),
  type: actorTypeSchema,
  role: z.string().nullable(),
  aliases: strings,
  mentions: z.number(),
  taken: z.boolean(),
});

const stepSchema = z.enum(operationSchema.options.map((option) => option.shape.kind.value));

const common = {
  /** Counts up with every change, undo and redo. */
  revision: z.number(),
  /** Ids of all that still waits for a word, least sure first: items, headings, actors, fields (by name). */
  order: strings,
  /** How many proposals are asked about, decided ones included; what is set aside counts once it is decided on. */
  proposals: z.number(),
  /** The id that saving will use. */
  saveAs: z.string(),
  /** What undo and redo would take back or do again; null: nothing. */
  undo: stepSchema.nullable(),
  redo: stepSchema.nullable(),
  /** Of the article: for `lang` and `dir`. */
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
};

export const reviewPartsSchema = z.object({
  ...common,
  blocks: z.array(sourceBlockSchema).readonly(),
  fields: fieldsSchema,
  topics: z.array(draftTopicSchema).readonly(),
  actors: z.array(actorSchema).readonly(),
});

/** What is different since a revision; `applyUpdate` makes the new parts from the old ones. */
export const reviewUpdateSchema = z.object({
  ...common,
  /** Blocks that changed; their number never does. */
  blocks: z.array(z.object({ index: z.number(), block: sourceBlockSchema })).readonly(),
  /** All topics in order; of an unchanged one its id alone. */
  topics: z.array(z.union([z.string(), draftTopicSchema])).readonly(),
  /** Null: unchanged. */
  fields: fieldsSchema.nullable(),
  actors: z.array(actorSchema).readonly().nullable(),
});

export const mergeChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph-added'), number: z.number(), text: z.string() }),
  z.object({ kind: z.literal('paragraph-changed'), number: z.number(), before: z.string(), after: z.string() }),
  z.object({ kind: z.literal('paragraph-withdrawn'), number: z.number(), text: z.string() }),
  /** What was saved rests on a paragraph that has changed or gone: to be looked at again. */
  z.object({ kind: z.literal('item-affected'), topic: z.string(), item: z.string(), numbers: z.array(z.number()).readonly() }),
  z.object({ kind: z.literal('item-offered'), topic: z.string(), item: z.string() }),
  z.object({ kind: z.literal('field-differs'), field: fieldNameSchema, saved: z.string(), newer: z.string() }),
]) satisfies z.ZodType<MergeChange>;

export type ReviewParts = z.infer<typeof reviewPartsSchema>;
export type ReviewUpdate = z.infer<typeof reviewUpdateSchema>;
export type ReviewItem = z.infer<typeof itemSchema>;
export type ReviewPoint = z.infer<typeof pointSchema>;
export type ReviewTopic = z.infer<typeof draftTopicSchema>;
export type ReviewActor = z.infer<typeof actorSchema>;
export type ReviewFields = z.infer<typeof fieldsSchema>;
export type ReviewOperation = z.infer<typeof operationSchema>;
