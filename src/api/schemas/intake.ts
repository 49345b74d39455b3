import { z } from 'zod';
import { INTAKE_STEPS } from '../../core/intake/stage-types.ts';
import { base64Schema, idSchema, nothingSchema, optionValueSchema, outsidePathSchema, problemsSchema } from './common.ts';
import { operationSchema } from './intake-operations.ts';
import { mergeChangeSchema, reviewPartsSchema, reviewUpdateSchema, warningSchema } from './intake-view.ts';
import { previewDeckSchema } from './preview.ts';

/** A review that is not finished, as a list shows it. */
export const reviewSummarySchema = z.object({
  id: z.string(),
  /** The file's name as it was given. */
  name: z.string(),
  title: z.string().nullable(),
  format: z.enum(['text', 'markdown', 'html', 'docx', 'pdf', 'pptx', 'odt', 'eml', 'mhtml']),
  /** Milliseconds since 1970. */
  opened: z.number(),
  changed: z.number(),
  /** How many proposals still wait for a word, and how many are asked about or decided on. */
  waiting: z.number(),
  proposals: z.number(),
  /** The saved article it renews; null: a new one. */
  renews: z.object({ article: z.string(), title: z.string() }).nullable(),
});

/** A review, whole: what never changes while it is open, and its parts as they are now. */
export const reviewSchema = reviewSummarySchema.omit({ title: true, changed: true, waiting: true, proposals: true }).extend({
  bytes: z.number(),
  charset: z.string().nullable(),
  /** What the user should know of the reading: `intake/…` warnings. */
  problems: problemsSchema,
  /** What the newer version changes; empty for a new article. */
  changes: z.array(mergeChangeSchema).readonly(),
  parts: reviewPartsSchema,
});

const reviewId = z.uuid();
const review = z.strictObject({ review: reviewId });
/** The revision that the caller's view has; the answer tells what is different since. */
const since = z.number().int().nonnegative();

export const intakeCommands = {
  /**
   * Takes a file in and answers at once; `intake.progress` and then one `intake.done` follow. It is read in a thread of its own, within
   * bounds of size, depth, memory and time. `path`: a file on this machine; `data`: what was dropped or pasted (`text/html` as
   * `declaredType`, any `name`). A file that an article was made from before, or that has the title of one and text in common with it,
   * opens as that article's newer version.
   */
  'intake.open': {
    payload: z.strictObject({
      name: z.string().min(1).max(1000),
      from: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('path'), path: outsidePathSchema }),
        z.strictObject({ kind: z.literal('data'), data: base64Schema }),
      ]),
      /** A media type that the clipboard gave; null: the bytes decide. */
      declaredType: z.string().max(200).nullable(),
      /** A character set that the user names; null: it is found out. */
      charset: z.string().max(100).nullable(),
    }),
    answer: z.object({ job: z.string() }),
  },
  'intake.cancel': { payload: z.strictObject({ job: idSchema }), answer: nothingSchema },
  /** Unfinished reviews of this workspace, the last one worked on first. They outlive the app. */
  'intake.list': { payload: nothingSchema, answer: z.object({ reviews: z.array(reviewSummarySchema).readonly() }) },
  'intake.get': { payload: review, answer: reviewSchema },
  /** Throws a review away; nothing of the workspace changes. */
  'intake.drop': { payload: review, answer: nothingSchema },
  /** One step. What cannot be done changes nothing (the answer's revision is `since`); a value that cannot be is `intake/value`. */
  'intake.change': { payload: review.extend({ since, operation: operationSchema }), answer: reviewUpdateSchema },
  'intake.undo': { payload: review.extend({ since }), answer: reviewUpdateSchema },
  'intake.redo': { payload: review.extend({ since }), answer: reviewUpdateSchema },
  /** What would be wrong with these words for a point, while they are typed; and a shorter form of its source, where it is shorter or mends what is wrong: an offer. */
  'intake.weigh': {
    payload: review.extend({ item: idSchema, text: z.string().max(100_000) }),
    answer: z.object({ warnings: z.array(warningSchema).readonly(), clause: z.string().nullable() }),
  },
  /**
   * The slides that a topic will make as it stands, at full depth, and no others; for the preview's frame. `since`: as `preview.render`,
   * on a channel of its own for each review. `template` null: the built-in one.
   */
  'intake.preview': {
    payload: review.extend({
      topic: idSchema,
      template: z.string().max(1000).nullable(),
      options: z.record(z.string().max(200), optionValueSchema),
      since: z.string().max(100).nullable(),
    }),
    answer: z.object({ deck: previewDeckSchema.nullable(), problems: problemsSchema }),
  },
  /**
   * Reads the original again in a character set that the user names, and begins the review anew with that. Steps taken so far are gone.
   * Refused as `intake.open` refuses; then the review is as it was.
   */
  'intake.reread': {
    payload: review.extend({ charset: z.string().min(1).max(100) }),
    answer: reviewSchema,
  },
  /**
   * Begins the review anew as a newer version of this article, or (null) as an article of its own: for when the match was wrong.
   * Steps taken so far are gone.
   */
  'intake.renew': { payload: review.extend({ article: idSchema.nullable() }), answer: reviewSchema },
  /**
   * Writes `content/ID.md`, `content/ID.source.txt` and the original unaltered, together or not at all, and ends the review.
   * Null id: `parts.saveAs`. Refused: `intake/value` (no id), `file/exists` (another article has the id), `file/conflict` (the article
   * changed on disk since the review began); the last two are overruled by `replace`. `problems`: what `check` says of it, warnings.
   */
  'intake.save': {
    payload: review.extend({ id: z.string().max(200).nullable(), replace: z.boolean() }),
    answer: z.object({ article: z.string(), files: z.array(z.string()).readonly(), problems: problemsSchema }),
  },
} as const;

export const intakeEvents = {
  'intake.progress': z.object({
    job: z.string(),
    step: z.enum(INTAKE_STEPS),
    /** 0 to 1. */
    fraction: z.number(),
  }),
  /** `review` is null where there is none: `problems` say why. */
  'intake.done': z.object({
    job: z.string(),
    outcome: z.enum(['ready', 'failed', 'cancelled']),
    review: z.string().nullable(),
    problems: problemsSchema,
  }),
  /** A review began, ended or was saved, in whatever window. */
  reviews: z.object({ reviews: z.array(reviewSummarySchema).readonly() }),
} as const;
