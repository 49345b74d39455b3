import { lettersOf } from '../../../base/bidi.ts';
import { lazy } from '../../../base/lazy.ts';
import type { ColorUse, Direction, LevelStyle } from '../../../template/theme/types.ts';
import type { Context } from '../../../layout/context.ts';
import { tallest } from '../../../layout/font/heights.ts';
import { atomsOf, faceOf } from '../../../layout/text/atoms.ts';
import { breakLines } from '../../../layout/text/lines.ts';
import type { ChartLabel } from './types.ts';
import { LINE_FILL } from '../../../layout/text/fill.ts';

/** Words broken into lines, before they have a place. Points. */
export interface SetWords {
  readonly text: string;
  readonly direction: Direction;
  readonly lines: readonly { readonly text: string; readonly width: number }[];
  readonly width: number;
  readonly height: number;
  /** From one baseline to the next, and from the top to the first. */
  readonly pitch: number;
  readonly ascent: number;
  /** Whether no word had to be cut. */
  readonly isWhole: boolean;
  readonly bold: boolean;
}

/** Sets the words of one chart in one size. */
export interface Typist {
  readonly context: Context;
  readonly level: LevelStyle;
  readonly size: number;
  /** Height of a line of Latin letters. */
  readonly line: number;
  readonly color: ColorUse;
  readonly isRtl: boolean;
  readonly set: (text: string, width: number) => SetWords;
  /** Sets a number on one line. It brings the marks of direction that its language writes, so its base is the same for all. */
  readonly number: (text: string) => SetWords;
  /** Width of words on one line. */
  readonly width: (text: string) => number;
  /** The same for words in bold. */
  readonly strong: Typist;
}

/** A chart's words stand upright, and in bold only where layout says so: what else its style says is not for them. */
function plainLevel(level: LevelStyle, bold: boolean): LevelStyle {
  return { ...level, bold, italic: false, capitals: false, letterSpacing: 0, indent: 0, hanging: 0, bullet: null };
}

/** White space of a table's cell or heading, which programs fold differently, as single spaces. */
export function folded(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}

export function typist(context: Context, style: LevelStyle, size: number, bold = false): Typist {
  const level = plainLevel({ ...style, size }, bold);
  const face = faceOf(context.fonts, level, level);
  const set = (words: string, width: number): SetWords => {
    const runs = context.words(folded(words));
    const atoms = atomsOf(context.fonts, runs, level);
    const { text } = atoms;
    const room = Math.max(1, width * LINE_FILL);
    const lines = breakLines(atoms, level, { first: room, rest: room }).filter(({ start, end }) => end > start);
    const ends = new Set(atoms.atoms.map(({ end }) => end));
    const letters = lettersOf(text);
    const heights = lines.map((line) => line.heights).reduce(tallest, face.heights);
    const pitch = (heights.ascent + heights.descent) * size;
    return {
      text,
      direction: letters === 'ltr' || letters === 'rtl' ? letters : context.direction,
      lines: lines.map(({ start, end, width: own }) => ({ text: text.slice(start, end), width: own })),
      width: Math.max(0, ...lines.map((line) => line.width)),
      height: lines.length * pitch,
      pitch,
      ascent: heights.ascent * size,
      isWhole: lines.every(({ end, width: own }) => ends.has(end) && own <= width),
      bold,
    };
  };
  const strong = lazy((): Typist => typist(context, style, size, true));
  return {
    context,
    level,
    size,
    line: (face.heights.ascent + face.heights.descent) * size,
    color: level.color,
    isRtl: context.direction === 'rtl',
    set,
    number: (text) => ({ ...set(text, Number.MAX_SAFE_INTEGER), direction: 'ltr' }),
    width: (text) => set(text, Number.MAX_SAFE_INTEGER).width,
    get strong() {
      return strong();
    },
  };
}

/** Where words are put: their top, and the x that they begin at, end at or are centred on. */
export interface Anchor {
  readonly x: number;
  readonly top: number;
  readonly align: ChartLabel['align'];
}

function left(x: number, width: number, align: ChartLabel['align']): number {
  return align === 'left' ? x : align === 'center' ? x - width / 2 : x - width;
}

/** Set words at their place. */
export function placed(words: SetWords, { x, top, align }: Anchor, color: ColorUse): ChartLabel {
  return {
    text: words.text,
    lines: words.lines.map((line, i) => ({
      text: line.text,
      x: left(x, line.width, align),
      width: line.width,
      baseline: top + words.ascent + i * words.pitch,
    })),
    frame: { x: left(x, words.width, align), y: top, width: words.width, height: words.height },
    align,
    direction: words.direction,
    color,
    ...(words.bold && { bold: true }),
  };
}
