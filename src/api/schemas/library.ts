import { z } from 'zod';
import { hashSchema, idSchema, nothingSchema, problemsSchema } from './common.ts';

/** One topic as the library lists it. */
export const topicSummarySchema = z.object({
  id: z.string(),
  heading: z.string(),
  summary: z.string().nullable(),
  /** Words of everything the topic says, notes left out. */
  words: z.number(),
  points: z.number(),
  quotations: z.number(),
  figures: z.number(),
  /** Timelines, charts, tables and images: what a tree row marks. */
  events: z.number(),
  charts: z.number(),
  tables: z.number(),
  images: z.number(),
  /** Estimated speaking time at each depth, in seconds. */
  seconds: z.object({ headline: z.number(), points: z.number(), full: z.number() }),
  /** Everything searchable, folded: no case, no diacritics, one space before each word. */
  search: z.string(),
});

export const articleSummarySchema = z.object({
  id: z.string(),
  /** Below the workspace, for people. */
  file: z.string(),
  /** SHA-256 of its bytes. */
  hash: z.string(),
  title: z.string(),
  standfirst: z.string().nullable(),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  published: z.string().nullable(),
  language: z.string(),
  tags: z.array(z.string()),
  actors: z.array(z.string()),
  topics: z.array(topicSummarySchema),
});

/** A file that wants to be an article and is not one, or one with warnings. */
export const articleProblemsSchema = z.object({ file: z.string(), article: z.string().nullable(), problems: problemsSchema });

/** Wording as it stands in an article: Markdown to edit, and the plain words by which the preview's lines are recognised. */
const lineSchema = z.object({ markdown: z.string(), text: z.string(), refs: z.array(z.number()) });

export const articleDetailSchema = z.object({
  id: z.string(),
  title: z.string(),
  hash: z.string(),
  topics: z.array(
    z.object({
      id: z.string(),
      heading: z.string(),
      summary: lineSchema.nullable(),
      /**
       * Counted as `PointOverride.position` counts; `hash` is what an override of it must carry. `at` names it, `itemHash` is what an
       * addition behind it carries, `wholeHash` what a removal does.
       */
      points: z.array(
        lineSchema.extend({
          position: z.number(),
          level: z.number(),
          hash: z.string(),
          at: z.string(),
          itemHash: z.string(),
          wholeHash: z.string(),
        }),
      ),
      notes: z.string().nullable(),
    }),
  ),
  /** Paragraph ¶n is `paragraphs[n - 1]`; empty without a source text. */
  paragraphs: z.array(z.string()),
});

export const libraryCommands = {
  /** The articles read so far, of many the newest; the rest follows as `library` events, until `loading` is null. */
  'library.get': {
    payload: nothingSchema,
    answer: z.object({
      articles: z.array(articleSummarySchema),
      problems: z.array(articleProblemsSchema),
      loading: z.object({ done: z.number(), of: z.number() }).nullable(),
    }),
  },
  /** One article's wording, for editing in a briefing. */
  'article.read': { payload: z.strictObject({ article: idSchema }), answer: articleDetailSchema },
} as const;

export const libraryEvents = {
  /** Articles that appeared, changed or went (ids). */
  library: z.object({
    changed: z.array(articleSummarySchema),
    gone: z.array(z.string()),
    /** Of files that changed, or of which another's change decides; none: they have none any longer. */
    problems: z.array(articleProblemsSchema),
    loading: z.object({ done: z.number(), of: z.number() }).nullable(),
  }),
} as const;

export { hashSchema };
