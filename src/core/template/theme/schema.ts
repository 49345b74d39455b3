import { z } from 'zod';
import { STAND_INS } from './stand-ins.ts';
import { ITEM_FORMS } from '../../block/items/types.ts';
import {
  ARRANGEMENTS,
  COLOR_SLOTS,
  COLOR_USES,
  COUNTS,
  FIGURES_FORMS,
  FONT_KINDS,
  PICTURE_SHAPES,
  type ColorSlot,
  type ColorUse,
  type Count,
} from './types.ts';

/**
 * `theme.yaml` as a person writes it. All lengths are points. Positions are `columns` and `rows` of the grid, which serve
 * every page format, or an absolute `frame: [x, y, width, height]`.
 */

const color = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'a colour is written as #RRGGBB');
/** Stand-ins are replaced as the theme is loaded (`withFields`), before anything reads a colour. */
const use = z.union([
  z.enum(COLOR_USES),
  z.enum(STAND_INS).describe('An area’s colour, or a slot by its own name: the same in both variants.'),
  z
    .templateLiteral(['#', z.string().regex(/^[0-9A-F]{6}$/)])
    .describe('A colour that is no slot’s, in capitals: the same in both variants.'),
]) as unknown as z.ZodType<ColorUse>;
const points = z.number().min(0).max(4000);

const palette = z.strictObject({
  ...(Object.fromEntries(COLOR_SLOTS.map((slot) => [slot, color])) as Record<ColorSlot, typeof color>),
  field: color.optional().describe('Of a whole area; words on it are light in both variants.'),
  field2: color.optional().describe('Of a second kind of area.'),
  highlight: color.optional().describe('Behind what is pointed out: a marked row, a panel.'),
});

const font = z.union([
  z.string().min(1),
  z.strictObject({
    latin: z.string().min(1),
    eastAsian: z.string().min(1).optional(),
    complex: z.string().min(1).optional(),
    kind: z.enum(FONT_KINDS).optional().describe('What a Latin font is like that Lectern has not: which of its own is the nearest.'),
  }),
]);

const fontSize = z.number().min(4).max(400);

const levelFields = {
  font: z.enum(['heading', 'body']).optional(),
  size: fontSize.optional().describe('Points.'),
  minimum: fontSize.optional().describe('Fitting never goes below. Points.'),
  steps: z
    .array(fontSize)
    .min(1)
    .max(8)
    .refine((steps) => steps.every((step, i) => i === 0 || step < (steps[i - 1] ?? 0)), 'steps fall, as [26, 22, 20, 18]')
    .readonly()
    .optional()
    .describe(
      'The only sizes it is set in, falling, as [26, 22, 20, 18]: in place of size and minimum. One of them for the whole deck, another where a slide needs it.',
    ),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  color: use.optional(),
  align: z.enum(['start', 'center', 'end']).optional(),
  lineSpacing: z.number().min(0.7).max(3).optional().describe('1 is the font’s natural height.'),
  spaceBefore: points.optional().describe('Points before each paragraph but the first.'),
  indent: points.optional().describe('Points from the region’s edge to the text.'),
  hanging: points.optional().describe('How far the bullet hangs out of the indent. Points.'),
  bullet: z.string().min(1).max(4).nullable().optional().describe('A character, or null for none.'),
  bulletColor: use.optional(),
  letterSpacing: z.number().min(-5).max(20).optional().describe('Points between letters.'),
  capitals: z.boolean().optional(),
  balance: z
    .boolean()
    .optional()
    .describe(
      'A paragraph that stands alone breaks into lines of nearly equal length, and no word stands alone on the last. Titles do, unless told otherwise.',
    ),
};
export const levelSchema = z.strictObject(levelFields);

export const styleSchema = z.strictObject({
  extends: z.string().optional().describe('A style whose levels are taken first.'),
  ...levelFields,
  levels: z
    .strictObject({
      1: levelSchema.optional(),
      2: levelSchema.optional(),
      3: levelSchema.optional(),
      4: levelSchema.optional(),
      5: levelSchema.optional(),
    })
    .optional(),
});

/** `3`, `1-8`, `page`, `page-6`, `7-page`. */
const COLUMNS = /^(?:page|\d{1,2}|(?:page|\d{1,2})-(?:page|\d{1,2}))$/;
/** `29`, `12-26`, `12.5-26`, `page`, `page-8`, `60-page`. */
const ROWS = /^(?:page|\d{1,3}(?:\.\d)?|(?:page|\d{1,3}(?:\.\d)?)-(?:page|\d{1,3}(?:\.\d)?))$/;

const columns = z
  .union([z.number(), z.string()])
  .transform(String)
  .pipe(z.string().regex(COLUMNS, 'columns are written as 1-8, 3, page, page-6 or 7-page'));
const rows = z
  .union([z.number(), z.string()])
  .transform(String)
  .pipe(z.string().regex(ROWS, 'rows are written as 12-26, page, page-8 or 60-page'));
const frame = z.tuple([z.number(), z.number(), points, points]);

const area = {
  columns: columns.optional().describe('Columns of the grid from 1, as 1-4 or 3; page is the page’s edge, as page-6.'),
  rows: rows.optional().describe('Baselines from the page’s top edge, as 12-26; page is the page’s edge.'),
  frame: frame.optional().describe('In place of columns and rows: x, y, width, height in points.'),
  inset: z
    .tuple([points, points, points, points])
    .optional()
    .describe('Points taken off inside: top, end, bottom, start. So words keep clear of the edges of a panel.'),
};

const figuresLook = z.strictObject({
  form: z.enum(FIGURES_FORMS).optional().describe('plain, hero, row, stack or band.'),
  value: z.string().optional().describe('The style of numbers; default statValue.'),
  label: z.string().optional().describe('The style of what they count; default statLabel.'),
  hedge: z.string().optional().describe('The style of about, up to; default the label’s, sized by the number.'),
  unit: z.string().optional().describe('The style of units; default the label’s, bold.'),
  hedgeSize: z.number().min(0.2).max(1).optional().describe('A hedge’s size as a share of its number’s; default 0.35.'),
  rule: use.nullable().optional().describe('A line above each figure.'),
  ruleWidth: points.optional(),
  fill: use.nullable().optional().describe('A box behind each figure.'),
  lead: use.nullable().optional().describe('Rule and number of the figures whose value is bold in the article.'),
  leadFill: use.nullable().optional().describe('The box behind them.'),
  leadText: use.nullable().optional().describe('All words in that box.'),
  padding: points.optional().describe('Points between a box and its words; default 12 with a fill, else 0.'),
  gap: points.optional().describe('Points between figures; default 24.'),
});
const figures = z.union([z.enum(FIGURES_FORMS), figuresLook]);

export const regionSchema = z.strictObject({
  figures: figures.optional().describe('How figures stand here, where that is not as everywhere.'),
  type: z.enum(['title', 'subtitle', 'body', 'picture', 'footer', 'number', 'date', 'mark']).optional(),
  ...area,
  style: z.string().optional(),
  anchor: z.enum(['top', 'middle', 'bottom']).optional(),
  prompt: z.string().optional(),
  fit: z.enum(['contain', 'cover']).optional(),
  repeat: z.boolean().optional().describe('What stands in it stands on every part of a slide that is divided: a summary in a panel.'),
  spread: z
    .enum(['none', 'rows', 'leading'])
    .optional()
    .describe('How text that stands alone takes free room: each item of its first level in a row, or more space between paragraphs.'),
  rowMaximum: z.number().min(10).max(4000).optional().describe('A row is no taller than this unless its words are. Points.'),
  rowRule: z
    .strictObject({ color: use.optional(), width: points.optional() })
    .nullable()
    .optional()
    .describe('The rule between rows: a hairline of accent4 where nothing is said, null for none.'),
  items: z.string().optional().describe('The look of items in it: a name under items.'),
  index: z.int().min(0).max(4_294_967_294).optional().describe('The placeholder’s idx in PowerPoint; needed only to match a given file.'),
});

const unit = z.number().min(0).max(1);
const share = z.number().min(0).max(0.99);
/** Absolute commands with their numbers, a space between two. */
const OUTLINE = /^M[-\d. MLCZ]{1,40000}$/;

export const decorationSchema = z.strictObject({
  rectangle: use.optional(),
  line: use.optional(),
  image: z.string().optional(),
  path: z.string().regex(OUTLINE, 'an outline is written as M0 0L10 0L10 10Z').optional(),
  width: points.optional(),
  crop: z.tuple([share, share, share, share]).optional().describe('Of an image: shares cut off left, top, right, bottom.'),
  box: z
    .tuple([z.number().positive(), z.number().positive()])
    .optional()
    .describe('Of a path: the width and height that its numbers count in.'),
  fill: use.optional().describe('Of a path.'),
  gradient: z
    .strictObject({
      angle: z.number().min(0).max(360),
      stops: z
        .array(z.tuple([unit, use, unit]))
        .min(2)
        .max(20),
    })
    .optional()
    .describe('Of a rectangle or path: degrees clockwise from left to right, and stops as [0 to 1, colour, opacity].'),
  text: z.string().min(1).max(1000).optional().describe('Words; a line for each paragraph.'),
  levels: z.array(z.int().min(1).max(5)).optional().describe('Of words: the level of each paragraph, 1 where it is not said.'),
  style: z.string().optional().describe('Of words: a text style.'),
  anchor: z.enum(['top', 'middle', 'bottom']).optional().describe('Of words.'),
  direction: z.enum(['ltr', 'rtl']).optional().describe('Of words: which way they run in every deck; as the deck, where it is not said.'),
  ...area,
});

const areaSchema = z.strictObject(area);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name is lower-case letters, digits and hyphens, a letter first');

/** `3`, `2-4`, `..90`, `2..`. */
const BOUNDS = /^(?:\d{1,6}|\d{1,6}-\d{1,6}|\.\.\d{1,6}|\d{1,6}\.\.)$/;
const bounds = z
  .union([z.int().min(0), z.string()])
  .transform(String)
  .pipe(z.string().regex(BOUNDS, 'a count is written as 3, 2-4, ..90 or 2..'));

/** YAML reads yes and no as words. */
const yesOrNo = z.union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')]);

const conditionsSchema = z.strictObject({
  ...(Object.fromEntries(COUNTS.map((count) => [count, bounds.optional()])) as Record<Count, z.ZodOptional<typeof bounds>>),
  picture: z.enum(PICTURE_SHAPES).optional().describe('The shape of the slide’s first picture.'),
  summary: yesOrNo.optional().describe('Whether something is sent to the slot lead.'),
});

const progress = z.strictObject({ ...area, now: use.optional(), past: use.optional(), rest: use.optional(), gap: points.optional() });

export const layoutSchema = z.strictObject({
  label: z.string().optional(),
  type: z.enum(['title', 'obj', 'twoObj', 'titleOnly', 'secHead', 'picTx', 'tbl', 'chart', 'blank', 'cust']).optional(),
  background: use.optional(),
  masterDecoration: z.boolean().optional(),
  progress: z
    .union([z.literal(false), progress])
    .optional()
    .describe(
      'False: the progress strip is not drawn on it. Else a strip of its own, which stands on slides of no item too, an agenda say.',
    ),
  decoration: z.array(decorationSchema).optional(),
  default: z.string().nullable().optional().describe('The region for blocks without slot; body where there is one.'),
  regions: z.record(name, regionSchema.nullable()).optional(),
  keepOut: z.array(areaSchema).optional(),
  when: conditionsSchema
    .optional()
    .describe('What it is for, where a template names several layouts: counts of what a slide holds, as points: 2-4, words: ..90.'),
  family: name.optional().describe('Layouts that look alike have one family; default the layout’s name.'),
  field: yesOrNo.optional().describe('Whether its ground is a field of colour.'),
  preferred: yesOrNo.optional().describe('Whether it is taken before others of its group where it suits and costs little more.'),
});

const itemStyles = z.strictObject({
  number: z.string().optional(),
  kicker: z.string().optional(),
  head: z.string().optional(),
  sub: z.string().optional(),
  body: z.string().optional(),
  side: z.string().optional(),
});

export const itemsLookSchema = z.strictObject({
  like: z.enum(ITEM_FORMS).optional().describe('Of a look with a name of its own: the form whose look it begins with.'),
  arrange: z
    .array(z.enum(ARRANGEMENTS))
    .min(1)
    .optional()
    .describe('Tried in order; the first that holds all at the smallest sizes is taken, else the last.'),
  least: z.int().min(1).max(12).optional().describe('Fewer do not stand side by side.'),
  most: z.int().min(1).max(12).optional().describe('No more stand side by side.'),
  gap: points.optional().describe('Between items side by side, lanes, and columns of rows. Points.'),
  padding: z.tuple([points, points]).optional().describe('Between an item’s edge and its words, at the sides and above. Points.'),
  fill: use.nullable().optional(),
  markedFill: use.nullable().optional().describe('Of what is recommended, the result, the bold column.'),
  rule: use.nullable().optional().describe('Above cards, between rows.'),
  markedRule: use.nullable().optional(),
  ruleWidth: points.optional(),
  markedRuleWidth: points.optional(),
  wider: unit.optional().describe('A marked card of a row is wider by this share, as 0.2.'),
  rowMaximum: points.optional().describe('Cards, lanes and rows grow to this height at most. Points.'),
  columns: z
    .union([z.literal(1), z.literal(2), z.literal('auto')])
    .optional()
    .describe('Of rows.'),
  anchor: z.enum(['top', 'middle']).optional().describe('Of words in rows and chevrons.'),
  styles: itemStyles.optional().describe('A text style for each part.'),
  markedStyles: itemStyles.optional().describe('The same for what is marked.'),
});

export const themeSchema = z.strictObject({
  name: z.string().min(1),
  page: z
    .tuple([z.number().min(100).max(4032), z.number().min(100).max(4032)])
    .optional()
    .describe('Width and height in points; then the pack has this size alone.'),
  colors: z.strictObject({ light: palette, dark: palette }),
  fonts: z.strictObject({ heading: font, body: font }),
  background: use.optional(),
  grid: z
    .strictObject({
      margin: points.optional(),
      columns: z.int().min(1).max(24).optional(),
      gutter: points.optional(),
      baseline: z.number().min(1).max(72).optional(),
    })
    .optional(),
  styles: z.record(z.string(), styleSchema).optional(),
  regions: z.record(name, regionSchema).describe('On every layout.'),
  decoration: z.array(decorationSchema).optional(),
  keepOut: z.array(areaSchema).optional(),
  layouts: z.record(name, layoutSchema).refine((layouts) => Object.keys(layouts).length > 0, 'a theme needs at least one layout'),
  table: z
    .strictObject({
      rule: use.optional(),
      ruleWidth: points.optional(),
      headerRule: use.optional(),
      headerRuleWidth: points.optional(),
      headerFill: use.nullable().optional(),
      bandFill: use.nullable().optional(),
      totalFill: use.nullable().optional(),
      totalRule: use.optional().describe('Above totals; without it as the rule below the headings.'),
      totalRuleWidth: points.optional(),
      markedFill: use.nullable().optional().describe('Behind rows that the author marked.'),
      bar: use.optional().describe('Bars beside the values of a column.'),
      markedBar: use.optional().describe('Bars of marked rows.'),
      paddingX: points.optional(),
      paddingY: points.optional(),
    })
    .optional(),
  chart: z
    .strictObject({
      series: z.array(use).min(1).optional(),
      accent: use.optional().describe('Of the last series, and of one that is alone.'),
      axis: use.optional(),
      grid: use.optional(),
    })
    .optional(),
  items: z.record(name, itemsLookSchema).optional().describe('Looks of repeating items, by form or by a name that regions use.'),
  figures: figures.optional(),
  progress: progress.optional().describe('A strip on the slides of every item: a segment each, as wide as its minutes.'),
  timeline: z.strictObject({ line: use.optional(), lineWidth: points.optional(), dot: use.optional(), today: use.optional() }).optional(),
});

export type ItemsLookText = z.infer<typeof itemsLookSchema>;
export type LevelText = z.infer<typeof levelSchema>;
export type StyleText = z.infer<typeof styleSchema>;
export type RegionText = z.infer<typeof regionSchema>;
export type DecorationText = z.infer<typeof decorationSchema>;
export type AreaText = z.infer<typeof areaSchema>;
export type ConditionsText = z.infer<typeof conditionsSchema>;
export type LayoutText = z.infer<typeof layoutSchema>;
export type FiguresText = z.infer<typeof figures>;
export type ThemeText = z.infer<typeof themeSchema>;
