import { z } from 'zod';
import { cleanLine, hasComment, ID_FORM, isIsoDate } from '../article/index.ts';
import { overridesSchema, slideKind, text } from './override/schema.ts';

/** What a briefing file may hold; `schemas/briefing.schema.json` is made from it. */

/** Words alone, on one line. */
const line = z
  .string()
  .transform(cleanLine)
  .pipe(z.string().min(1, 'this field is empty'))
  .refine((value) => !hasComment(value), 'a comment cannot stand in a field: write it in a line of its own that begins with #');

const seconds = (slide: string) => z.number().nonnegative('seconds are 0 or more').nullish().describe(`Seconds that ${slide} takes.`);

const ADDRESS = /^[^\s/]+\/[^\s/]+$/;

export const DEPTHS = ['headline', 'points', 'full'] as const;

const item = z
  .strictObject({
    topic: z.string().regex(ADDRESS, 'a topic is named as article/topic').optional().describe('A topic, as article/topic.'),
    depth: z.enum(DEPTHS).optional().describe('headline: title and summary; points (the default): these and the points; full: everything.'),
    overrides: overridesSchema.nullish().describe('Wording for this briefing alone; the article stays as it is.'),
    own: line.optional().describe('The title of a slide of the briefer’s own.'),
    id: z
      .string()
      .regex(ID_FORM, 'an id is letters, digits, “-” and “_”')
      .optional()
      .describe('The own slide’s id; default made from its title.'),
    layout: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, 'a layout’s name is lower-case letters, digits and hyphens')
      .optional()
      .describe('The layout of the template that its slide shall stand in.'),
    minutes: z
      .number()
      .positive('minutes are more than 0')
      .optional()
      .describe('How long it is to take; default its share of the briefing’s.'),
    body: z.string().nullish().describe('The own slide’s text: Markdown as below a topic’s heading, without references.'),
    section: line.optional().describe('The title of a section, which begins with the item below.'),
    finding: line.nullish().describe('What the section comes to, in one sentence; its divider shows it.'),
  })
  .refine(
    ({ topic, own, section }) => [topic, own, section].filter((name) => name !== undefined).length === 1,
    'an item is a topic (topic: article/topic), an own slide (own: its title) or a section (section: its title)',
  )
  .refine(
    (value) => (value.own ?? value.section) === undefined || (value.depth === undefined && value.overrides == null),
    'an own slide and a section have neither depth nor overrides; write their text as you want it',
  )
  .refine((value) => value.section !== undefined || value.finding == null, 'a topic and an own slide have no finding; a section has')
  .refine((value) => value.section === undefined || value.minutes === undefined, 'a section has no minutes; its topics and own slides have')
  .refine(
    (value) => (value.topic ?? value.section) === undefined || (value.id === undefined && value.body == null),
    'a topic and a section have neither id nor body; a topic’s text stands in the article',
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
  seconds: z
    .strictObject({ title: seconds('the title slide'), agenda: seconds('the agenda'), sources: seconds('the sources slide') })
    .nullish()
    .describe('How long slides that are no topic’s take, in seconds; default what their notes take to say, agenda 20, sources 10.'),
  without: z.array(slideKind).nullish().describe('Slides that are no topic’s and are left out: agenda, sources.'),
  items: z.array(item).nullish().describe('Topics and own slides, in running order, under sections where there are several parts.'),
});

export type BriefingFile = z.infer<typeof briefingSchema>;

export type FileItem = NonNullable<BriefingFile['items']>[number];
