import { contrast } from '../template/theme/index.ts';
import type { LevelStyle, Theme } from '../template/theme/types.ts';
import type { BriefLook, BriefStyle, Paper } from './types.ts';

/** Where paper is 8.5 × 11 inches, by CLDR's regions. */
const LETTER = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

export function paperOf(language: string): Paper {
  const region = /-([A-Z]{2})(?=-|$)/i.exec(language)?.[1]?.toUpperCase();
  return region !== undefined && LETTER.has(region)
    ? { name: 'letter', width: 612, height: 792, side: 58, edge: 46 }
    : { name: 'A4', width: 595.3, height: 841.9, side: 51, edge: 48 };
}

/** On white paper, whatever ground the slides have. */
const PAPER = '#FFFFFF';
const BLACK = '#1A1A1A';

/** The theme's light colours, as far as they can be read on paper. */
export function colorsOf({ palettes: { light } }: Theme): BriefLook['colors'] {
  const readable = (color: string, otherwise: string): string => (contrast(color, PAPER) >= 4.5 ? color : otherwise);
  const ink = readable(light.dark1, BLACK);
  return {
    ink,
    quiet: readable(light.dark2, ink),
    accent: readable(light.accent1, readable(light.accent2, ink)),
    link: readable(light.hyperlink, ink),
    line: light.accent1,
  };
}

interface Base {
  readonly font?: 'heading';
  /** Points. */
  readonly size: number;
  /** Never smaller. */
  readonly least?: number;
  readonly bold?: true;
  readonly spacing?: number;
  readonly before?: number;
}

/** At full size. */
const BASES: Readonly<Record<BriefStyle, Base>> = {
  title: { font: 'heading', size: 20, bold: true, spacing: 1 },
  subtitle: { size: 12, before: 3 },
  facts: { size: 10, least: 9, before: 4 },
  topic: { font: 'heading', size: 12, bold: true, spacing: 1, before: 8 },
  text: { size: 11, before: 1 },
  section: { size: 10, least: 9, bold: true, before: 10 },
  value: { size: 17, bold: true, spacing: 1, before: 4 },
  label: { size: 9.5, least: 8.5, spacing: 1 },
  date: { size: 10, least: 9, bold: true, before: 2 },
  event: { size: 10, least: 9, before: 2 },
  source: { size: 8, least: 7.5, spacing: 1, before: 2 },
  mark: { size: 9, least: 9, bold: true },
  footer: { size: 8, least: 8 },
};

const USES: Readonly<Partial<Record<BriefStyle, 'text2' | 'accent1'>>> = {
  subtitle: 'text2',
  facts: 'text2',
  section: 'accent1',
  value: 'accent1',
  source: 'text2',
  mark: 'accent1',
  footer: 'text2',
};

function level(style: BriefStyle, scale: number): LevelStyle {
  const { font = 'body', size, least = 0, bold = false, spacing = 1.06, before = 0 } = BASES[style];
  const set = Math.max(least, Math.round(size * scale * 2) / 2);
  return {
    font,
    size: set,
    minimum: set,
    bold,
    italic: false,
    color: USES[style] ?? 'text1',
    align: 'start',
    lineSpacing: spacing,
    spaceBefore: Math.round(before * scale * 2) / 2,
    indent: 0,
    hanging: 0,
    bullet: null,
    letterSpacing: 0,
    capitals: false,
  };
}

/** Every style at a share of its size. */
export function stylesAt(scale: number): BriefLook['styles'] {
  return Object.fromEntries(Object.keys(BASES).map((style) => [style, level(style as BriefStyle, scale)])) as BriefLook['styles'];
}

/** So many figures beside each other: rows of nearly equal length, four at most. */
export function columnsFor(count: number): number {
  const rows = Math.ceil(count / 4);
  return rows === 0 ? 1 : Math.ceil(count / rows);
}

/** The rule below the title, with the space around it. Points. */
export const TITLE_RULE = 5;
/** Points between cells, and of the first column of dates as a share of the width. */
export const GUTTER = 10;
export const DATE_SHARE = 0.2;
/** Points that a list's text stands in from its number. */
export const LIST_INDENT = 16;
