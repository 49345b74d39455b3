import { z } from 'zod';
import { cleanLine, hasComment, ID_FORM, isIsoDate, withoutComments } from '../article/index.ts';

/** What a briefing file may hold; `schemas/briefing.schema.json` is made from it. */

const text = z
  .string()
  .trim()
  .min(1, 'this field is empty')
  .refine(
    (value) => withoutComments(value).text.trim() !== '',
    'there is nothing but a comment here: write it in a line that begins with #',
  );

/** Words alone, on one line. */
const line = z
  .string()
  .transform(cleanLine)
  .pipe(z.string().min(1, 'this field is empty'))
  .refine((value) => !hasComment(value), 'a comment cannot stand in a field: write it in a line of its own that begins with #');

const ADDRESS = /^[^\s/]+\/[^\s/]+$/;

export const DEPTHS = ['headline', 'points', 'full'] as const;

const pointOverride = z.strictObject({
  position: z.int().min(1).describe('Which point of the topic, from 1, over all its lists; sub-points come after their parent.'),
  hash: text.describe('Hash of the point as it was; tells when the original has changed.'),
  text: text.describe('The point in this briefing. Markdown; references by the article’s paragraphs.'),
});

const overrides = z.strictObject({
  headline: text.nullish().describe('The topic’s headline in this briefing.'),
  summary: text.nullish().describe('Its one sentence in this briefing.'),
  points: z.array(pointOverride).nullish(),
  notes: text.nullish().describe('The presenter’s notes in this briefing, in place of the article’s.'),
});

const item = z
  .strictObject({
    topic: z.string().regex(ADDRESS, 'a topic is named as article/topic').optional().describe('A topic, as article/topic.'),
    depth: z.enum(DEPTHS).optional().describe('headline: title and summary; points (the default): these and the points; full: everything.'),
    overrides: overrides.nullish().describe('Wording for this briefing alone; the article stays as it is.'),
    own: line.optional().describe('The title of a slide of the briefer’s own.'),
    id: z
      .string()
      .regex(ID_FORM, 'an id is letters, digits, “-” and “_”')
      .optional()
      .describe('The own slide’s id; default made from its title.'),
    body: z.string().nullish().describe('The own slide’s text: Markdown as below a topic’s heading, without references.'),
  })
  .refine(
    (value) => (value.topic === undefined) !== (value.own === undefined),
    'an item is either a topic (topic: article/topic) or an own slide (own: its title)',
  )
  .refine(
    (value) => value.own === undefined || (value.depth === undefined && value.overrides == null),
    'an own slide has neither depth nor overrides; write its text as you want it',
  )
  .refine(
    (value) => value.topic === undefined || (value.id === undefined && value.body == null),
    'a topic has neither id nor body; its text stands in the article',
  );

export const briefingSchema = z.strictObject({
  title: line,
  subtitle: line.nullish(),
  audience: line.nullish().describe('For whom.'),
  presenter: line.nullish(),
  date: z
    .string()
    .refine((value) => isIsoDate(value) && value.length === 10, 'a date is YYYY-MM-DD')
    .nullish()
    .describe('The day of the briefing, YYYY-MM-DD.'),
  minutes: z.number().positive('minutes are more than 0').nullish().describe('How long the briefing may take.'),
  mark: line.nullish().describe('A line on every slide: a handling mark, DRAFT, an embargo.'),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, 'a language is a tag such as en, de, pt-BR or zh-Hant')
    .nullish()
    .describe('Of the deck’s own words and dates; default the first article’s.'),
  template: line.nullish().describe('A pack’s name or folder; default policy-brief.'),
  options: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .nullish()
    .describe('The template’s options, format, variant and pictures among them.'),
  notes: z
    .strictObject({
      title: text.nullish().describe('What is said on the title slide.'),
      agenda: text.nullish().describe('What is said on the agenda.'),
      sources: text.nullish().describe('What is said on the sources slide.'),
    })
    .nullish()
    .describe('The presenter’s notes on slides that are no topic’s, in place of the template’s. Markdown.'),
  items: z.array(item).nullish().describe('Topics and own slides, in running order.'),
});

export type BriefingFile = z.infer<typeof briefingSchema>;
