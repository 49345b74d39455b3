import { isNamedColor } from '../../template/theme/index.ts';
import type { ColorUse, LevelStyle, NamedColor } from '../../template/theme/types.ts';
import { formatNumber } from './html.ts';

/**
 * The deck's geometry and text styles as CSS rules, each once. A class name is made from what its rule says
 * (`x460` is `left:54pt`), so that slides written at different times can share one sheet.
 */
export interface Sheet {
  /** Declarations by class name. */
  readonly rules: ReadonlyMap<string, string>;
  /** Left edge, in points. */
  left(points: number): string;
  /** Right edge, in points from the page's. */
  right(points: number): string;
  /** Top of a line's box; its baseline is one em below. */
  top(points: number): string;
  /** The room from a line's baseline to the top of the next. */
  room(units: LayoutUnits): string;
  /** How far inwards of the first line's edge a line begins. */
  inwards(points: number): string;
  /** Width of a line's box. */
  width(points: number): string;
  /** Position and size of a box. */
  frame(frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): string;
  /** Font, colour and spacing of one level of a text style. */
  text(level: LevelStyle): string;
  /** A hanging bullet of this width and colour. */
  bullet(width: number, color: ColorUse | null): string;
  /** A background, and the words' colour on it where none is given. */
  ground(color: ColorUse): string;
  /** Any other declaration; `name` must name it fully. */
  rule(name: string, declaration: string): string;
}

/** A whole number in base 36. */
function code(units: number): string {
  return units < 0 ? `_${(-units).toString(36)}` : units.toString(36);
}

/** Sizes are written to a hundredth of a point. */
function sizeCode(points: number): string {
  return code(Math.round(points * 100));
}

/** Sixty-fourths of a pixel, of which Chromium and Safari make every length whole, towards zero. */
export type LayoutUnits = number;

const PX = 96 / 72;

export function unitsOf(points: number): LayoutUnits {
  return Math.trunc(Math.fround(points * PX) * 64);
}

/** Lengths as the sheet writes them. */
export const tenths = (points: number): number => Math.round(points * 10) / 10;
export const hundredths = (points: number): number => Math.round(points * 100) / 100;

/** The shortest length in hundredths of a point that is so many units: each unit has one. */
function ofUnits(units: LayoutUnits): number {
  const size = Math.abs(units);
  const points = Math.ceil((size / 64 / PX) * 100 - 1e-6) / 100;
  return Math.sign(units) * points;
}

function pt(points: number): string {
  const text = formatNumber(points);
  return text === '0' ? '0' : `${text}pt`;
}

/** What the custom property of a colour is called: `--a1` is `accent1`. They stand hundreds of times in a deck. */
export function colorProperty(name: NamedColor): string {
  return `--${PROPERTIES[name]}`;
}

const PROPERTIES: Readonly<Record<NamedColor, string>> = {
  text1: 't1',
  background1: 'b1',
  text2: 't2',
  background2: 'b2',
  accent1: 'a1',
  accent2: 'a2',
  accent3: 'a3',
  accent4: 'a4',
  accent5: 'a5',
  accent6: 'a6',
  hyperlink: 'link',
  followedHyperlink: 'seen',
};

/** The custom property of a family: as often as a colour's. */
export function fontProperty(font: LevelStyle['font']): string {
  return font === 'heading' ? '--h' : '--f';
}

export function colorVar(use: ColorUse): string {
  return isNamedColor(use) ? `var(${colorProperty(use)})` : use;
}

const COLOR_LETTERS: Readonly<Record<NamedColor, string>> = {
  text1: 't',
  background1: 'b',
  text2: 'u',
  background2: 'c',
  accent1: '1',
  accent2: '2',
  accent3: '3',
  accent4: '4',
  accent5: '5',
  accent6: '6',
  hyperlink: 'h',
  followedHyperlink: 'f',
};

/** A colour in the name of a class. */
export function colorLetter(use: ColorUse): string {
  return isNamedColor(use) ? COLOR_LETTERS[use] : `-${use.slice(1)}`;
}

function textDeclaration(level: LevelStyle): string {
  const font = [level.italic ? 'italic' : '', level.bold ? '700' : '', `${pt(level.size)}/0`, `var(${fontProperty(level.font)})`].filter(
    Boolean,
  );
  return [
    `font:${font.join(' ')}`,
    `color:${colorVar(level.color)}`,
    level.letterSpacing === 0 ? '' : `letter-spacing:${pt(level.letterSpacing)}`,
    level.capitals ? 'text-transform:uppercase' : '',
  ]
    .filter(Boolean)
    .join(';');
}

function textName(level: LevelStyle): string {
  const flags = `${level.font === 'heading' ? 'h' : 'b'}${level.bold ? 'b' : ''}${level.italic ? 'i' : ''}${level.capitals ? 'c' : ''}`;
  const spacing = level.letterSpacing === 0 ? '' : `-${sizeCode(level.letterSpacing)}`;
  return `t${sizeCode(level.size)}${flags}${colorLetter(level.color)}${spacing}`;
}

export function makeSheet(): Sheet {
  const rules = new Map<string, string>();
  const rule = (name: string, declaration: string): string => {
    rules.set(name, declaration);
    return name;
  };
  // a tenth of a point is a seventh of a pixel at 1280 × 720
  const place = (letter: string, property: string, points: number): string => {
    const tenths = Math.round(points * 10);
    return rule(`${letter}${code(tenths)}`, `${property}:${pt(tenths / 10)}`);
  };
  return {
    rules,
    rule,
    left: (points) => place('x', 'left', points),
    right: (points) => place('z', 'right', points),
    top: (points) => place('y', 'top', points),
    room: (units) => rule(`v${code(units)}`, `--v:${pt(ofUnits(units))}`),
    inwards: (points) => place('u', '--u', points),
    width: (points) => place('w', 'width', points),
    frame: (f) => [place('x', 'left', f.x), place('y', 'top', f.y), place('w', 'width', f.width), place('h', 'height', f.height)].join(' '),
    ground: (color) => rule(`b${colorLetter(color)}`, `background:${colorVar(color)}`),
    text: (level) => rule(textName(level), textDeclaration(level)),
    bullet: (width, color) =>
      rule(
        `o${sizeCode(width)}${color === null ? '' : colorLetter(color)}`,
        `--o:${pt(width)}${color === null ? '' : `;--oc:${colorVar(color)}`}`,
      ),
  };
}

/** The colour in a style's declaration. */
const COLOR = /;(color:[^;]+)/;

/** All rules as CSS text, in a stable order. Styles that share a colour have it in one rule. */
export function sheetText(rules: ReadonlyMap<string, string>): string {
  const colored = new Map<string, string[]>();
  const own = [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, declaration]) => {
      const color = COLOR.exec(declaration)?.[1];
      if (color === undefined) return `.${name}{${declaration}}`;
      colored.set(color, [...(colored.get(color) ?? []), `.${name}`]);
      return `.${name}{${declaration.replace(COLOR, '')}}`;
    });
  return [...own, ...[...colored].map(([color, names]) => `${names.join()}{${color}}`)].join('');
}
