import { z } from 'zod';
import { hashSchema, idSchema, insidePathSchema, nameSchema, optionValueSchema, problemsSchema } from './common.ts';
import { previewCommands } from './preview.ts';

/** Characters; a few times the longest article that is taken in. */
const LONGEST = 4_000_000;

export const articlePathSchema = insidePathSchema.regex(/\.md$/i, 'an article’s .md file');
const textSchema = z.string().max(LONGEST);

/** An article's file as its editor has it. */
export const articleTextSchema = z.object({
  file: z.string(),
  /** Null: it has errors, and no id that is sure. */
  article: z.string().nullable(),
  text: z.string(),
  hash: hashSchema,
  /** Paragraph ¶n is `paragraphs[n - 1]`; empty without a source text. */
  paragraphs: z.array(z.string()),
  problems: problemsSchema,
});

export const articleCommands = {
  /** An article's file as it stands, one with errors too. */
  'article.open': { payload: z.strictObject({ file: articlePathSchema }), answer: articleTextSchema },
  /**
   * Writes an article's text if the file is still as `basedOn` says (else `file/conflict`). What has errors is written only where
   * `faulty` says so, since briefings lose it by that; `hash` is null where it was not.
   */
  'article.save': {
    payload: z.strictObject({ file: articlePathSchema, text: textSchema, basedOn: hashSchema, faulty: z.boolean() }),
    answer: z.object({ hash: hashSchema.nullable(), problems: problemsSchema }),
  },
  /** The slides of one topic, counted from 0, of a text that need not be saved; `deck` null where it has errors or no such topic. */
  'article.preview': {
    payload: z.strictObject({
      file: articlePathSchema,
      text: textSchema,
      topic: z.number().int().nonnegative(),
      template: idSchema.nullable(),
      options: z.record(z.string(), optionValueSchema),
      channel: z.string().min(1).max(300),
      since: z.string().max(100).nullable(),
    }),
    answer: previewCommands['preview.render'].answer,
  },
  /** A new article with a title and an empty topic. */
  'article.create': { payload: z.strictObject({ title: nameSchema }), answer: z.object({ file: z.string() }) },
  /** A copy beside it, with an id of its own and all else with its words. */
  'article.duplicate': { payload: z.strictObject({ file: articlePathSchema }), answer: z.object({ file: z.string() }) },
  /** Into the bin; its source text and pictures stay where they are. `used`: the briefings that name it. */
  'article.remove': {
    payload: z.strictObject({ file: articlePathSchema }),
    answer: z.object({ id: z.string(), file: z.string(), title: z.string(), deleted: z.number(), used: z.array(z.string()) }),
  },
  /** What the file said before, as its editor replaced it; the newest first. */
  'article.states': {
    payload: z.strictObject({ file: articlePathSchema }),
    answer: z.object({ states: z.array(z.object({ id: z.string(), saved: z.number(), characters: z.number() })) }),
  },
  'article.state': {
    payload: z.strictObject({ file: articlePathSchema, id: idSchema }),
    answer: z.object({ text: z.string() }),
  },
} as const;
