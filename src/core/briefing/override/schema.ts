import { z } from 'zod';
import { withoutComments } from '../../article/index.ts';
import { isAnchor, isItem, lineForm, parseAddress, SUMMARY } from './address.ts';

/** What may stand below a topic's `overrides:` in a briefing's file. */

export const text = z
  .string()
  .trim()
  .min(1, 'this field is empty')
  .refine(
    (value) => withoutComments(value).text.trim() !== '',
    'there is nothing but a comment here: write it in a line that begins with #',
  );

const hash = text.describe('Hash of the original as it was; tells when it has changed.');
const sourced = z
  .exactOptional(z.boolean())
  .describe('true: keeps the references of the article’s line; false: has none, and no source is shown. Default: those in the text.');

/** What a line may say, empty for nothing. A number is one in every language. */
const said = z.union([z.string().trim(), z.number()]);

function lineFault(at: string): string | null {
  const address = parseAddress(at);
  const form = address && lineForm(address);
  if (form === null) return 'a line is named by its block and place, as points/1/2, timeline/1/2.date or table/1/3.2';
  return 'allowed' in form ? `there is no line of this name; there are ${form.allowed}` : null;
}

const lineAddress = z
  .string()
  .refine((at) => lineFault(at) === null, { error: ({ input }) => lineFault(String(input)) ?? '' })
  .describe('KIND/N, behind it /ITEM (and sub-items) and .PART; numbers from 1: figures/1/2.value, table/1/3.2, chart/1.title.');

const itemAddress = z
  .string()
  .refine((at) => isItem(at) || at === SUMMARY, 'an item is named by its block and place, as points/1/2 or table/1/3; a block as chart/1');

const movable = z.string().refine(isItem, 'an item is named by its block and place, as points/1/2 or table/1/3; a block as chart/1');

const anchor = z
  .string()
  .refine(
    isAnchor,
    'a place is an item, as points/1/2; points/1/0 for the beginning of the list; a block, as chart/1; “summary”; or added/1',
  )
  .describe('The item that it stands behind; a number 0 at its end: the beginning of that list.');

const pointOverride = z.strictObject({
  position: z.int().min(1).describe('Which point of the topic, from 1, over all its lists; sub-points come after their parent.'),
  hash: text.describe('Hash of the point as it was; tells when the original has changed.'),
  text: text.describe('The point in this briefing. Markdown; references by the article’s paragraphs.'),
  sourced,
});

const lineOverride = z.strictObject({ at: lineAddress, hash, text: said.describe('What stands there in this briefing.'), sourced });

const addition = z
  .strictObject({
    after: anchor,
    hash: z.exactOptional(hash),
    text: z.exactOptional(text).describe('Of a point or paragraph; behind a block: Markdown of blocks.'),
    cells: z.exactOptional(z.array(said).min(1)).describe('Of a row: its cells, in the article’s order.'),
  })
  .refine((value) => (value.text === undefined) !== (value.cells === undefined), 'what is added has a text, or is a row and has cells');

/** A slide's kind, and which of its kind. */
export const slideKind = z
  .string()
  .regex(/^[^\s/]+(?:\/[1-9]\d{0,5})?$/, 'a slide is named by its kind, as timeline, or chart/2 for the second');

export const overridesSchema = z.strictObject({
  headline: text.nullish().describe('The topic’s headline in this briefing.'),
  summary: text.nullish().describe('Its one sentence in this briefing.'),
  points: z.array(pointOverride).nullish(),
  notes: text.nullish().describe('The presenter’s notes in this briefing, in place of the article’s.'),
  hashes: z
    .strictObject({ headline: z.exactOptional(text), summary: z.exactOptional(text), notes: z.exactOptional(text) })
    .nullish()
    .describe('Hashes of the article’s headline, summary and notes as they were.'),
  lines: z.array(lineOverride).nullish().describe('Other words for any line: cells, figures, dates, captions, quotations.'),
  removed: z
    .array(z.strictObject({ at: itemAddress, hash }))
    .nullish()
    .describe('Items and blocks that are left out.'),
  added: z.array(addition).nullish().describe('Items and blocks of the briefing’s own.'),
  moved: z
    .array(z.strictObject({ at: movable, hash, after: anchor, afterHash: z.exactOptional(hash) }))
    .nullish()
    .describe('Items and blocks that stand elsewhere.'),
  without: z.array(slideKind).nullish().describe('Slides of the topic that are left out, by their kind.'),
});
