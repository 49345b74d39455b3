import type { ColorUse, LevelStyle, StyleName } from '../theme/types.ts';
import type { LevelText, StyleText } from '../theme/schema.ts';
import { contrast } from '../theme/color.ts';
import { inkOn, shown } from './ground.ts';
import { legible, type Levels } from './legible.ts';
import type { CompanyLevel, CompanyTemplate } from './types.ts';
import type { BoundLayout, BoundRegion } from './bound.ts';

/** How small each kind of text may be made, as a share of its size and in points. A title is cut only where it fits in no size that can be read. */
const MINIMUM: Readonly<Record<string, { readonly share: number; readonly points: number }>> = {
  title: { share: 0, points: 18 },
  subtitle: { share: 0.6, points: 12 },
  body: { share: 0.5, points: 12 },
  foot: { share: 0.7, points: 7 },
};

function minimumOf(kind: string, size: number): number {
  const { share, points } = MINIMUM[kind] ?? { share: 0.5, points: 12 };
  return Math.min(size, Math.max(points, Math.round(size * share)));
}

/** Fields of a level as a theme writes them. */
function levelText({ bullet, ...style }: LevelStyle, kind: string): LevelText {
  return {
    ...style,
    minimum: minimumOf(kind, style.size),
    bullet: bullet?.character ?? null,
    ...(bullet === null ? {} : { bulletColor: bullet.color }),
  };
}

/** Ems from a bullet to its words, where nothing of the file's says. */
const HANGING = 0.9;

/** Bullets of centred lines stand everywhere. */
function fromTheStart(level: CompanyLevel): CompanyLevel {
  return level.style.align === 'center' && level.style.bullet ? { ...level, style: { ...level.style, align: 'start' } } : level;
}

/**
 * Levels of which lists show where an item begins. Many house styles have no bullet on the first level: lists take those of the first that
 * has one, in the first level's type; where none has one, a plain bullet.
 */
function bulleted(levels: readonly CompanyLevel[]): readonly CompanyLevel[] {
  const [first] = levels;
  if (!first) return levels;
  if (first.style.bullet) return levels.map(fromTheStart);
  const from = levels.findIndex(({ style }) => style.bullet !== null);
  const model = levels[from]?.style;
  const hanging = model ? model.hanging : Math.round(HANGING * first.style.size);
  const indent = model ? model.indent : hanging;
  const lowered = from > 0 ? indent : 0;
  return levels.map((level, i) => {
    const marked = from > 0 ? levels[Math.min(i + from, levels.length - 1)]?.style : null;
    const style: LevelStyle = {
      ...level.style,
      bullet: marked?.bullet ?? model?.bullet ?? { character: '•', color: level.style.color },
      hanging: marked?.hanging ?? hanging,
      indent: marked ? Math.max(marked.hanging, marked.indent - Math.max(0, lowered - (model?.hanging ?? 0))) : hanging * (i + 1),
    };
    return fromTheStart({ ...level, style });
  });
}

const PLAIN: LevelText = {
  font: 'body',
  bold: false,
  italic: false,
  align: 'start',
  lineSpacing: 1,
  spaceBefore: 0,
  indent: 0,
  hanging: 0,
  bullet: null,
  letterSpacing: 0,
  capitals: false,
};

/** What of a level differs from those above it. */
function differing(level: LevelText, base: LevelText): LevelText {
  return Object.fromEntries(Object.entries(level).filter(([key, value]) => base[key as keyof LevelText] !== value));
}

/** A placeholder's five levels as a style: level 1 whole, the others by what differs. */
export function styleOf(levels: readonly CompanyLevel[], kind: string): StyleText {
  const texts = levels.map(({ style }) => levelText(style, kind));
  const [first = PLAIN] = texts;
  const further = texts.slice(1).flatMap((text, i): [number, LevelText][] => {
    const difference = differing(text, texts[i] ?? first);
    return Object.keys(difference).length > 0 ? [[i + 2, difference]] : [];
  });
  return { ...first, ...(further.length > 0 ? { levels: Object.fromEntries(further) } : {}) };
}

function kindOf({ type }: BoundRegion): string {
  if (type === 'title' || type === 'subtitle') return type;
  return type === 'body' || type === 'picture' ? 'body' : 'foot';
}

export interface StyleSheet {
  readonly styles: Readonly<Record<string, StyleText>>;
  /** The style of each region, by `layout/region`. */
  readonly names: ReadonlyMap<string, string>;
}

/** Each style that blocks use by name, but for those that placeholders and regions without one give; and what regions of ours have. */
type OwnStyle = Exclude<StyleName, 'title' | 'kicker' | 'body' | 'mark'> | 'standfirst' | 'meta';

/** Styles of Lectern's own that stand beside those of placeholders: sizes at a page 540 points high. */
function ownStyles(template: CompanyTemplate, body: StyleText, model: BoundLayout): Record<OwnStyle, StyleText> {
  const scale = Math.min(2, Math.max(0.7, template.page.height / 540));
  const size = (points: number): number => Math.round(points * scale * 2) / 2;
  const { layout } = model.choice;
  const frame = model.regions.find((r) => r.name === 'body')?.frame ?? { x: 0, y: 0, ...template.page };
  const ink = (required: number, ...wanted: readonly ColorUse[]): ColorUse =>
    inkOn(frame, [...wanted, 'text1', 'background1'], required, layout, template, body.color ?? 'text1');
  const onPanel =
    (['text1', 'background1'] as const).find(
      (use) => contrast(shown(use, layout, template), shown('background2', layout, template)) >= 4.5,
    ) ?? 'text1';
  const words = ink(4.5, body.color ?? 'text1');
  const quiet = ink(4.5, 'text2', words);
  const accent = ink(3, 'accent1', 'accent2', words);
  const accentSmall = ink(4.5, 'accent1', 'accent2', words);
  const bodySize = body.size ?? 20;
  const text = (points: number, least: number, rest: StyleText = {}): StyleText => ({
    size: size(points),
    minimum: size(least),
    color: words,
    ...rest,
  });
  return {
    lead: { ...text(bodySize / scale, 12, { font: 'body', spaceBefore: 6, bullet: null }), minimum: body.minimum ?? 12 },
    quote: text(Math.min(32, (bodySize / scale) * 1.15), 16, {
      font: 'body',
      spaceBefore: 12,
      indent: 24,
      hanging: 24,
      bullet: '“',
      bulletColor: accent,
      levels: { 2: { size: size(16), minimum: size(12), color: quiet, bullet: null, hanging: 0, spaceBefore: 20 } },
    }),
    statValue: text(56, 32, { bold: true, color: accent, lineSpacing: 0.9 }),
    statLabel: text(16, 12, { spaceBefore: 4, levels: { 2: { size: size(12), minimum: size(10), color: quiet } } }),
    timelineDate: text(16, 11, { bold: true, color: accentSmall }),
    timelineText: text(16, 11, { spaceBefore: 2 }),
    table: text(14, 11),
    tableHeader: { extends: 'table', bold: true },
    chart: text(12, 10),
    caption: text(10, 9, { color: quiet, spaceBefore: 2 }),
    itemNumber: text(32, 16, { bold: true, color: accent, lineSpacing: 0.9 }),
    itemKicker: text(15, 11, { bold: true, color: accentSmall }),
    itemHead: text(22, 14, { bold: true, spaceBefore: 2 }),
    itemSub: text(17, 12, { bold: true, color: accentSmall, spaceBefore: 3 }),
    itemBody: text(18, 12, { spaceBefore: 6, levels: { 2: { spaceBefore: 8, indent: 14, hanging: 14, bullet: '–' } } }),
    itemSide: text(14, 11, { color: quiet, align: 'end' }),
    callout: text(18, 12, { spaceBefore: 6, color: onPanel }),
    source: text(13, 10, { spaceBefore: 5, indent: 26, hanging: 26, bullet: null }),
    footer: text(10, 8, { color: quiet }),
    subtitle: text(20, 14, { color: quiet }),
    standfirst: text(14, 10, { font: 'body', bullet: null }),
    meta: text(15, 10, { font: 'body', spaceBefore: 3, bullet: null }),
  };
}

/** What a region without a placeholder, or with another style than its placeholder's, is set in. */
const SPECIAL: Readonly<Record<string, string>> = {
  'quotation/body': 'quote',
  'sources/body': 'source',
};

const OWN_STYLE: Readonly<Record<string, string>> = { lead: 'lead', meta: 'meta', subtitle: 'subtitle', title: 'title' };

class Sheet {
  readonly styles: Record<string, StyleText>;
  readonly names = new Map<string, string>();
  readonly #byText = new Map<string, string>();

  constructor(styles: Record<string, StyleText>) {
    this.styles = styles;
  }

  /** The name of a style with these fields; a new one under `name` where there is none. */
  take(name: string, style: StyleText): string {
    const text = JSON.stringify(style);
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    this.styles[name] = style;
    this.#byText.set(text, name);
    return name;
  }
}

/** Regions of text in lines that are no lists. */
const LINES: ReadonlySet<string> = new Set(['lead', 'meta', 'source']);

function styleLike(
  { look, type, name }: BoundRegion,
  kind: string,
  change: (levels: Levels) => Levels = (levels) => levels,
): StyleText | null {
  if (!look) return null;
  return styleOf(change(type === 'body' && !LINES.has(name) ? bulleted(look.levels) : look.levels), kind);
}

/** All styles of a template, and which region has which: placeholders' own, so that what is measured is what PowerPoint shows. */
export function styleSheet(layouts: readonly BoundLayout[], template: CompanyTemplate): StyleSheet {
  const model = layouts.find((l) => l.name === 'text') ?? layouts[0];
  if (!model) return { styles: {}, names: new Map() };
  const region = (name: string): BoundRegion | undefined => model.regions.find((r) => r.name === name);
  const likeOf = (name: string, kind: string): StyleText | null => {
    const found = region(name);
    return found ? styleLike(found, kind, (levels) => legible(levels, model, found, template)) : null;
  };
  const body = likeOf('body', 'body') ?? { ...PLAIN, size: 20, minimum: 12, color: 'text1' };
  const title = likeOf('title', 'title') ?? { ...PLAIN, font: 'heading', size: 32, minimum: 20, color: 'text1' };
  const sheet = new Sheet(ownStyles(template, body, model));
  sheet.take('title', title);
  sheet.take('body', body);
  for (const layout of layouts) {
    for (const r of layout.regions) {
      const key = `${layout.name}/${r.name}`;
      const special = SPECIAL[key];
      const kind = kindOf(r);
      const own = styleLike(r, kind, (levels) => legible(levels, layout, r, template));
      if (special !== undefined) sheet.names.set(key, special);
      else if (r.type === 'picture') sheet.names.set(key, 'caption');
      else if (own && r.name !== 'source') sheet.names.set(key, sheet.take(`${layout.name}-${r.name}`, own));
      else sheet.names.set(key, lineStyle(layout, r, sheet, template));
    }
  }
  return { styles: sheet.styles, names: sheet.names };
}

/** Colours that lines beside the placeholders may take, those that their designers chose first. */
function inkOf(layout: BoundLayout, region: BoundRegion, template: CompanyTemplate, first: readonly ColorUse[]): ColorUse {
  const lookOf = (name: string): ColorUse | undefined => layout.regions.find((r) => r.name === name)?.look?.levels[0]?.style.color;
  const neighbours = [lookOf('subtitle'), lookOf('title')].flatMap((use) => use ?? []);
  return inkOn(
    region.frame,
    [...first, 'text1', 'background1', ...neighbours],
    4.5,
    layout.choice.layout,
    template,
    neighbours[0] ?? 'text1',
  );
}

/** Text boxes and small lines beside the placeholders take a colour that can be read on whatever their designers painted there. */
function lineStyle(layout: BoundLayout, region: BoundRegion, sheet: Sheet, template: CompanyTemplate): string {
  const color = (...first: readonly ColorUse[]): ColorUse => inkOf(layout, region, template, first);
  if (region.name === 'lead' && layout.plan.standfirst) return 'standfirst';
  const own = OWN_STYLE[region.name];
  if (own !== undefined) {
    const style = sheet.styles[own] ?? {};
    const ink = color(style.color ?? 'text1');
    return ink === style.color ? own : sheet.take(`${layout.name}-${region.name}`, { extends: own, color: ink });
  }
  if (region.type === 'body' && region.name !== 'source') return 'body';
  const scale = Math.min(2, Math.max(0.7, template.page.height / 540));
  const ink = region.type === 'mark' ? color('accent1') : color('text2');
  const size = Math.min(12 * scale, Math.max(9, Math.floor(region.frame.height / 1.3)));
  const isMark = region.type === 'mark';
  const levels = region.look ? styleOf(region.look.levels, 'body') : {};
  return sheet.take(`${layout.name}-${region.name}`, {
    ...PLAIN,
    ...(region.look ? levels : { size, color: ink }),
    minimum: Math.min(levels.size ?? size, 9),
    ...(isMark ? { bold: true, align: 'end' } : {}),
  });
}
