import type { Direction, LevelStyle } from '../../template/theme/types.ts';
import { colorElement, solidFill } from './colors.ts';
import { emu, hundredths, thousandthsOfPercent } from './units.ts';
import { attributes, escape } from '../../base/ooxml/xml/escape.ts';

const ALIGN: Readonly<Record<Direction, Readonly<Record<LevelStyle['align'], string>>>> = {
  ltr: { start: 'l', center: 'ctr', end: 'r' },
  rtl: { start: 'r', center: 'ctr', end: 'l' },
};

/** `algn` is a side of the page, ours an end of the line. */
export function alignment(align: LevelStyle['align'], direction: Direction): string {
  return ALIGN[direction][align];
}

/** `+mj-…` and `+mn-…` follow the theme's fonts. */
export function fonts(font: LevelStyle['font']): string {
  const role = font === 'heading' ? 'mj' : 'mn';
  return `<a:latin typeface="+${role}-lt"/><a:ea typeface="+${role}-ea"/><a:cs typeface="+${role}-cs"/>`;
}

/** Text is measured with pairs kerned at every size. Office takes 0 for "never", so the least that is a size. */
const KERN_FROM = 100;

type Field = keyof LevelStyle;

/** The fields of a level that differ from what is inherited; all where nothing is. */
function changed(level: LevelStyle, base: LevelStyle | null): ReadonlySet<Field> {
  const fields = Object.keys(level) as Field[];
  if (base === null) return new Set(fields);
  const bulletSame = level.bullet?.character === base.bullet?.character && level.bullet?.color === base.bullet?.color;
  return new Set(fields.filter((field) => (field === 'bullet' ? !bulletSame : level[field] !== base[field])));
}

function bullet(level: LevelStyle): string {
  if (level.bullet === null) return '<a:buNone/>';
  const { color, character } = level.bullet;
  return `<a:buClr>${colorElement(color)}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="${escape(character)}"/>`;
}

function characterProperties(level: LevelStyle, has: (field: Field) => boolean, whole: boolean): string {
  const list = attributes({
    sz: has('size') ? hundredths(level.size) : null,
    b: has('bold') ? level.bold : null,
    i: has('italic') ? level.italic : null,
    kern: whole ? KERN_FROM : null,
    cap: has('capitals') ? (level.capitals ? 'all' : 'none') : null,
    spc: has('letterSpacing') ? hundredths(level.letterSpacing) : null,
  });
  const children = `${has('color') ? solidFill(level.color) : ''}${has('font') ? fonts(level.font) : ''}`;
  if (list === '' && children === '') return '';
  return children === '' ? `<a:defRPr${list}/>` : `<a:defRPr${list}>${children}</a:defRPr>`;
}

/**
 * `a:lvlNpPr` of a level, `index` from 0. With `base`, what is inherited, only the difference; empty where there is none.
 * A whole level says its natural line pitch too, since a layout inherits the master's. CT_TextParagraphProperties.
 */
export function levelProperties(level: LevelStyle, index: number, direction: Direction, base: LevelStyle | null = null): string {
  const fields = changed(level, base);
  const has = (field: Field): boolean => fields.has(field);
  const whole = base === null;
  const list = attributes({
    marL: has('indent') ? emu(level.indent) : null,
    indent: has('indent') || has('hanging') ? -emu(level.hanging) : null,
    algn: has('align') ? alignment(level.align, direction) : null,
    defTabSz: whole ? 914400 : null,
    rtl: whole ? direction === 'rtl' : null,
    eaLnBrk: whole ? true : null,
    latinLnBrk: whole ? false : null,
    hangingPunct: whole ? true : null,
  });
  const spacing = has('lineSpacing') ? `<a:lnSpc><a:spcPct val="${thousandthsOfPercent(level.lineSpacing)}"/></a:lnSpc>` : '';
  const before = has('spaceBefore') ? `<a:spcBef><a:spcPts val="${hundredths(level.spaceBefore)}"/></a:spcBef>` : '';
  const children = `${spacing}${before}${has('bullet') ? bullet(level) : ''}${characterProperties(level, has, whole)}`;
  if (list === '' && children === '') return '';
  return `<a:lvl${index + 1}pPr${list}>${children}</a:lvl${index + 1}pPr>`;
}

/** An `a:lstStyle` of whole levels. */
export function listStyle(levels: readonly LevelStyle[], direction: Direction): string {
  return `<a:lstStyle>${levels.map((level, i) => levelProperties(level, i, direction)).join('')}</a:lstStyle>`;
}
