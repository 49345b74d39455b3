import { child, children, textOf, value, type Element } from '../../base/ooxml/xml/tree.ts';
import type { Direction, FontChoice, LevelStyle } from '../theme/types.ts';
import { colorIn, type FoundColor, type Palette } from './color.ts';
import { points } from './geometry.ts';
import type { CompanyLevel } from './types.ts';

/** A proportion, or points. */
type Spacing = { readonly kind: 'share'; readonly value: number } | { readonly kind: 'points'; readonly value: number };

/** What the levels of list styles say, those named last laid over those before. CT_TextParagraphProperties. */
interface RawLevel {
  size?: number;
  bold?: boolean;
  italic?: boolean;
  capitals?: boolean;
  letterSpacing?: number;
  family?: string;
  color?: FoundColor;
  align?: string;
  rtl?: boolean;
  indent?: number;
  first?: number;
  lineSpacing?: Spacing;
  before?: Spacing;
  after?: Spacing;
  bullet?: { readonly kind: 'none' | 'number' | 'picture' } | { readonly kind: 'character'; readonly character: string };
  bulletFont?: string;
  bulletColor?: FoundColor;
}

/** What five levels of a placeholder are made from, lowest first: master's text styles, master's placeholder, layout's. */
export type LevelSources = readonly (Element | null)[];

const flag = (raw: string | null): boolean => raw === '1' || raw === 'true';

function spacingIn(parent: Element | null): Spacing | undefined {
  if (!parent) return undefined;
  const share = child(parent, 'a:spcPct');
  if (share) {
    const raw = value(share, 'val') ?? '';
    return { kind: 'share', value: raw.endsWith('%') ? Number(raw.slice(0, -1)) / 100 : Number(raw) / 100_000 };
  }
  const fixed = child(parent, 'a:spcPts');
  return fixed ? { kind: 'points', value: Number(value(fixed, 'val') ?? 0) / 100 } : undefined;
}

function takeCharacters(level: RawLevel, run: Element, palette: Palette): void {
  const [size, bold, italic, caps, spacing] = ['sz', 'b', 'i', 'cap', 'spc'].map((name) => value(run, name));
  if (size) level.size = Number(size) / 100;
  if (bold) level.bold = flag(bold);
  if (italic) level.italic = flag(italic);
  if (caps) level.capitals = caps === 'all' || caps === 'small';
  if (spacing) level.letterSpacing = Number(spacing) / 100;
  const latin = child(run, 'a:latin');
  if (latin) level.family = value(latin, 'typeface') ?? '';
  const color = colorIn(child(run, 'a:solidFill'), palette);
  if (color) level.color = color;
}

const SIMPLE_BULLETS: Readonly<Record<string, RawLevel['bullet'] & object>> = {
  'a:buNone': { kind: 'none' },
  'a:buAutoNum': { kind: 'number' },
  'a:buBlip': { kind: 'picture' },
};

function takeLevel(level: RawLevel, properties: Element, palette: Palette): void {
  const [left, first, align, rtl] = ['marL', 'indent', 'algn', 'rtl'].map((name) => value(properties, name));
  if (left) level.indent = points(left);
  if (first) level.first = points(first);
  if (align) level.align = align;
  if (rtl) level.rtl = flag(rtl);
  for (const part of children(properties)) {
    const bullet = SIMPLE_BULLETS[part.name];
    if (bullet) level.bullet = bullet;
    else if (part.name === 'a:buChar') level.bullet = { kind: 'character', character: value(part, 'char') ?? '•' };
    else if (part.name === 'a:buFont') level.bulletFont = value(part, 'typeface') ?? '';
    else if (part.name === 'a:buClr') {
      const color = colorIn(part, palette);
      if (color) level.bulletColor = color;
    } else if (part.name === 'a:defRPr') takeCharacters(level, part, palette);
  }
  const line = spacingIn(child(properties, 'a:lnSpc'));
  const before = spacingIn(child(properties, 'a:spcBef'));
  const after = spacingIn(child(properties, 'a:spcAft'));
  if (line) level.lineSpacing = line;
  if (before) level.before = before;
  if (after) level.after = after;
}

/** Characters of symbol fonts, as letters that any font shows: theirs are drawn by PowerPoint, ours by a browser. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: { '§': '▪', ü: '✓', Ø: '➢', q: '❑', v: '❖', à: '→', l: '●', n: '■', u: '◆', w: '◆', o: '□', '¡': '○', Ÿ: '•' },
  'wingdings 3': { '}': '▸' },
  symbol: { '·': '•' },
  webdings: { '4': '▸', '=': '•' },
  'courier new': { o: '○' },
};

function bulletCharacter(character: string, font: string | undefined): string {
  const known = SYMBOLS[font?.toLowerCase() ?? '']?.[character];
  if (known !== undefined) return known;
  // Symbol fonts keep their signs in the private use area.
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xf000 && code <= 0xf0ff) {
    const plain = String.fromCodePoint(code - 0xf000);
    return SYMBOLS[font?.toLowerCase() ?? '']?.[plain] ?? '•';
  }
  const isSymbol = /^(?:wingdings|webdings|symbol|zapf ?dingbats)/i.test(font ?? '');
  return isSymbol || character === '' ? '•' : Array.from(character).slice(0, 2).join('');
}

/** What text is where nothing says: PowerPoint's own. */
const PLAIN_SIZE = 18;
/** A line of most fonts, in ems: what a share of a line is in points. */
const LINE = 1.2;

export interface LevelContext {
  readonly palette: Palette;
  readonly fonts: { readonly heading: FontChoice; readonly body: FontChoice };
}

function familyOf(raw: string | undefined, { fonts }: LevelContext): string {
  if (raw === undefined || raw === '' || raw.startsWith('+mn')) return fonts.body.latin;
  return raw.startsWith('+mj') ? fonts.heading.latin : raw;
}

/** `algn` is a side of the page, ours an end of the line. */
function alignOf({ align }: RawLevel, direction: Direction): LevelStyle['align'] {
  if (align === 'ctr') return 'center';
  if (align !== 'l' && align !== 'r') return 'start';
  return (align === 'l') === (direction === 'ltr') ? 'start' : 'end';
}

const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value));

function settle(raw: RawLevel, context: LevelContext, role: 'title' | 'body'): CompanyLevel {
  const inexact: (keyof LevelStyle)[] = [];
  const size = between(4, raw.size ?? PLAIN_SIZE, 400);
  const share = (spacing: Spacing | undefined): number =>
    spacing === undefined ? 0 : spacing.kind === 'points' ? spacing.value : spacing.value * size * LINE;
  // Nothing is nothing in either unit; all else is a share of a line that each program measures itself, or stands behind the paragraph.
  if ((raw.before?.kind === 'share' && raw.before.value !== 0) || share(raw.after) !== 0) inexact.push('spaceBefore');
  let lineSpacing = 1;
  if (raw.lineSpacing?.kind === 'share') lineSpacing = raw.lineSpacing.value;
  else if (raw.lineSpacing) {
    lineSpacing = raw.lineSpacing.value / (size * LINE);
    inexact.push('lineSpacing');
  }
  if (lineSpacing < 0.7 || lineSpacing > 3) inexact.push('lineSpacing');
  const family = familyOf(raw.family, context);
  const font =
    raw.family?.startsWith('+mj') || (family === context.fonts.heading.latin && family !== context.fonts.body.latin) ? 'heading' : 'body';
  const indent = Math.max(0, raw.indent ?? 0);
  const hanging = Math.min(indent, Math.max(0, -(raw.first ?? 0)));
  if ((raw.first ?? 0) > 0) inexact.push('hanging', 'indent');
  const color = raw.color?.use ?? 'text1';
  const direction = raw.rtl === true ? 'rtl' : 'ltr';
  const { bullet } = raw;
  // Numbers count paragraphs, and a picture is none of ours.
  if (bullet?.kind === 'number' || bullet?.kind === 'picture') inexact.push('bullet');
  const hasBullet = bullet !== undefined && bullet.kind !== 'none';
  const character = bullet?.kind === 'character' ? bulletCharacter(bullet.character, raw.bulletFont) : '•';
  const style: LevelStyle = {
    font: role === 'title' && raw.family === undefined ? 'heading' : font,
    size,
    minimum: size,
    bold: raw.bold ?? false,
    italic: raw.italic ?? false,
    color,
    align: alignOf(raw, direction),
    lineSpacing: between(0.7, Math.round(lineSpacing * 1000) / 1000, 3),
    spaceBefore: between(0, Math.round((share(raw.before) + share(raw.after)) * 100) / 100, 200),
    indent,
    hanging,
    bullet: hasBullet ? { character, color: raw.bulletColor?.use ?? color } : null,
    letterSpacing: between(-5, raw.letterSpacing ?? 0, 20),
    capitals: raw.capitals ?? false,
  };
  return { style, inexact: [...new Set(inexact)], numbered: bullet?.kind === 'number', family, direction };
}

/** Five levels out of what master and layout say, each source laid over those before it. */
export function settledLevels(sources: LevelSources, context: LevelContext, role: 'title' | 'body'): CompanyLevel[] {
  return [1, 2, 3, 4, 5].map((number) => {
    const raw: RawLevel = {};
    for (const source of sources) {
      const common = source && child(source, 'a:defPPr');
      const properties = source && child(source, `a:lvl${number}pPr`);
      if (common) takeLevel(raw, common, context.palette);
      if (properties) takeLevel(raw, properties, context.palette);
    }
    return settle(raw, context, role);
  });
}

/** The text of a `docProps/app.xml` element. */
export function propertyOf(root: Element, name: string): string {
  return textOf(child(root, name));
}
