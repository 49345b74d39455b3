import { numberLabel, runsText } from '../../layout/index.ts';
import type { Line, SceneParagraph } from '../../layout/types.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import { COMPLEX, EAST_ASIAN } from '../../base/unicode.ts';
import type { Context } from './context.ts';
import { EMPTY, escape, h, type Attributes, type Html } from './html.ts';
import { refsOfParagraphs } from './line-refs.ts';
import { entryTarget, runsBetween } from './run.ts';
import { hundredths, tenths, unitsOf } from './sheet.ts';

/** A paragraph with its lines, as set in one box. */
export interface SetParagraph {
  readonly paragraph: SceneParagraph;
  readonly level: LevelStyle;
  readonly lines: readonly Line[];
  /** It is of a text that leads to one slide as a whole. */
  readonly isEntry: boolean;
}

/** Lines grouped by paragraph. */
export function setParagraphs(box: {
  readonly paragraphs: readonly SceneParagraph[];
  readonly lines: readonly Line[];
  readonly levels: readonly LevelStyle[];
  readonly href?: string;
}): SetParagraph[] {
  const byParagraph = new Map<number, Line[]>();
  for (const line of box.lines) {
    const list = byParagraph.get(line.paragraph);
    if (list) list.push(line);
    else byParagraph.set(line.paragraph, [line]);
  }
  const isEntry = box.href !== undefined;
  return box.paragraphs.map((paragraph, index) => {
    const level = box.levels[paragraph.level] ?? box.levels.at(-1);
    if (!level) throw new Error('a text box without levels');
    return { paragraph, level, lines: byParagraph.get(index) ?? [], isEntry };
  });
}

/** What stands before the first line: `•`, `3.`, or nothing. */
export function bulletText({ paragraph, level }: SetParagraph): string | null {
  if (typeof paragraph.bullet === 'number') return numberLabel(paragraph.bullet);
  return paragraph.bullet === 'level' ? (level.bullet?.character ?? null) : null;
}

/**
 * Bullets that are drawn: squares, which fonts for the web lack and some systems show as an emoji, and the dot, which PowerPoint decks
 * take from Arial whatever the text is set in.
 */
const DRAWN: Readonly<Record<string, string>> = { '▪': 'q', '■': 'Q', '◼': 'Q', '•': 'd' };

/**
 * What a line break took the place of: the author's own break, a space, or nothing, as between ideographs or inside a long word. Of that
 * nobody is told, else Chromium has a space there in the names that it makes of words, as of a table's heads.
 */
function gapMarkup(text: string): Html {
  if (text.includes('\n')) return h('br', {});
  return /^\u200b*$/.test(text) ? h('wbr', { 'aria-hidden': 'true' }) : escape(' ');
}

type Edge = 'left' | 'right' | 'middle';

/** Which edge the lines of a paragraph share. */
function sharedEdge({ paragraph, level }: SetParagraph): Edge {
  const align = paragraph.align ?? level.align;
  if (align === 'center') return 'middle';
  return (align === 'start') === (paragraph.direction === 'ltr') ? 'left' : 'right';
}

/** Scripts whose letters are joined or set in the machine's fonts: how wide a line is only the browser knows. */
const UNSURE = new RegExp(`[${COMPLEX}${EAST_ASIAN}]`, 'u');

function isInexact({ level, paragraph }: SetParagraph, { inexact }: Context): boolean {
  return inexact.has(level.font) || UNSURE.test(runsText(paragraph.runs));
}

/**
 * A line at its place. What is narrower than was measured leaves room in it, so one that is read from its right edge is placed by that;
 * of others their width says which edge stays.
 */
function placed(set: SetParagraph, line: Line, context: Context): string {
  const { sheet } = context;
  const edge = sharedEdge(set);
  const top = sheet.top(topOf(set, line));
  if (edge === 'right' && set.paragraph.direction === 'rtl') {
    return `${sheet.right(context.scene.theme.page.width - line.x - line.width)} ${top}`;
  }
  const place = `${sheet.left(line.x)} ${top}`;
  if (edge === 'left' || !isInexact(set, context)) return place;
  const side = edge === 'middle' ? 'center' : 'right';
  return `${place} ${sheet.width(line.width)} ${sheet.rule(`a${side}`, `text-align:${side}`)}`;
}

function topOf({ level }: SetParagraph, line: Line): number {
  return tenths(line.baseline - level.size);
}

/**
 * A paragraph's lines as unbreakable spans. One alone stands at its place. Several flow in a box without a width, so that the white space
 * between them ends each line, and is still a space to whoever copies, searches or reads aloud. In reading they flow as one paragraph.
 */
export function linesMarkup(set: SetParagraph, context: Context): Html {
  const [first] = set.lines;
  if (!first) return EMPTY;
  if (set.lines.length === 1) return lineMarkup(set, first, placed(set, first, context), context);
  return severalLines(set, first, context);
}

function severalLines(set: SetParagraph, first: Line, context: Context): Html {
  const { paragraph, level, lines } = set;
  const { sheet } = context;
  const edge = sharedEdge(set);
  const fromRight = edge === 'right' || (edge === 'middle' && paragraph.direction === 'rtl');
  const edgeOf = (line: Line): number => tenths(fromRight ? line.x + line.width : line.x);
  const inwardsOf = (line: Line): number => tenths(fromRight ? edgeOf(first) - edgeOf(line) : edgeOf(line) - edgeOf(first));
  // no flow keeps the middle of lines whose width only the browser knows
  const apart = edge === 'middle' && isInexact(set, context);
  const height = unitsOf(hundredths(level.size));
  const flowing = (line: Line, next: Line | undefined): string => {
    const inwards = inwardsOf(line);
    const room = next === undefined ? 0 : unitsOf(topOf(set, next)) - unitsOf(topOf(set, line)) - height;
    return `${inwards === 0 ? '' : sheet.inwards(inwards)} ${room === 0 ? '' : sheet.room(room)}`;
  };

  const text = runsText(paragraph.runs);
  // One link, not one for each line: a screen reader and the Tab key come to it once.
  const target = set.isEntry ? entryTarget(paragraph.runs, context) : null;
  const parts = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    const gap = before ? gapMarkup(text.slice(before.end, line.start)) : EMPTY;
    return [gap, lineMarkup(set, line, apart ? placed(set, line, context) : flowing(line, lines[i + 1]), context, target !== null)];
  });
  const place = apart ? 'm' : `${sheet.left(edgeOf(first))} ${sheet.top(topOf(set, first))} ${fromRight ? 'e' : ''}`;
  const isLink = target !== null;
  const classes = classList('f', isLink ? 'entry' : '', paragraph.direction === 'rtl' ? 'r' : '', place);
  return h(isLink ? 'a' : 'span', { href: target, class: classes }, ...parts);
}

function classList(...parts: readonly string[]): string {
  return parts.join(' ').replace(/ +/g, ' ').trim();
}

function lineMarkup(set: SetParagraph, line: Line, place: string, context: Context, isLinked = false): Html {
  const { paragraph, level, lines } = set;
  const bullet = line === lines[0] ? bulletText(set) : null;
  const sign = bullet === null ? null : (DRAWN[bullet] ?? null);
  const color = paragraph.bullet === 'none' ? null : (level.bullet?.color ?? null);
  const hanging = bullet === null ? '' : context.sheet.bullet(level.hanging, color);
  return h(
    'span',
    { class: classList('l', place, hanging, sign ?? ''), 'data-b': sign === null ? bullet : null },
    runsBetween(paragraph.runs, line, context, { color: level.color, isEntry: set.isEntry, isLinked }),
  );
}

/** Attributes every paragraph element has: its text style, and its direction where it is not the deck's. */
export function paragraphAttributes(
  set: SetParagraph,
  context: Context,
  ...classes: readonly string[]
): { readonly class: string; readonly dir: string | null } {
  return {
    class: [context.sheet.text(set.level), ...classes].join(' '),
    dir: set.paragraph.direction === context.scene.meta.direction ? null : set.paragraph.direction,
  };
}

/** Those of a paragraph that is a line by itself, with its sources; of a part of a figure, an event, a row these stand on the whole. */
export function lineAttributes(set: SetParagraph, context: Context, ...classes: readonly string[]): Attributes {
  return { ...paragraphAttributes(set, context, ...classes), 'data-refs': refsOfParagraphs([set.paragraph], context) };
}
