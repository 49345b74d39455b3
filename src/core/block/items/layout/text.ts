import { isRef, plainText, saidInTurn, type Run } from '../../../base/text.ts';
import { styleNamed, type Context } from '../../../layout/context.ts';
import { paragraph } from '../../../layout/paragraph.ts';
import { HEIGHT_FILL } from '../../../layout/text/fill.ts';
import { scaleLevels } from '../../../layout/text/scale.ts';
import { placeLines, setText } from '../../../layout/text/setting.ts';
import { partDivided, type Undivided } from '../../../layout/text/widths.ts';
import type { SetText } from '../../../layout/text/types.ts';
import type { SceneParagraph, TextBox } from '../../../layout/types.ts';
import type { ColorUse, Frame, ItemPart, ItemsLook, LevelStyle } from '../../../template/theme/types.ts';
import type { Entry, ItemsForm, Step } from '../types.ts';
import type { EntryText } from './types.ts';

/** Levels of the text box that holds an item's words. */
const LEVELS = { kicker: 0, head: 1, sub: 2, body: 3, point: 4 } as const;

/** Names, numbers and dates keep their line in a font that is so much wider: where the deck's own is missing, another shows them. */
export const NAME_SLACK = 1.08;

/** What a text of an item is set in. */
export interface PartStyle {
  readonly style: string;
  /** At full size. */
  readonly full: readonly LevelStyle[];
  readonly levels: readonly LevelStyle[];
}

export interface ItemStyles {
  readonly words: PartStyle;
  readonly number: PartStyle;
  readonly side: PartStyle;
}

export function stylesAt(context: Context, look: ItemsLook, marked: boolean, scale: number): ItemStyles {
  const names = marked ? look.markedStyles : look.styles;
  const levelAt = (part: ItemPart, index: number): LevelStyle[] => styleNamed(context.theme, names[part]).levels.slice(index, index + 1);
  const scaled = (style: string, full: readonly LevelStyle[]): PartStyle => ({
    style,
    full,
    levels: scaleLevels(context.fonts, full, scale),
  });
  const words = [...levelAt('kicker', 0), ...levelAt('head', 0), ...levelAt('sub', 0), ...levelAt('body', 0), ...levelAt('body', 1)];
  return {
    words: scaled(names.body, words),
    number: scaled(names.number, styleNamed(context.theme, names.number).levels),
    side: scaled(names.side, styleNamed(context.theme, names.side).levels),
  };
}

/**
 * An entry as its form shows it, so that nothing of it is left out: of a comparison all below the head are cells; what stands at the end of
 * a step, or below a lane's name, is words of it; steps elsewhere are points.
 */
function formed(entry: Entry, form: ItemsForm): { readonly entry: Entry; readonly parts: readonly Step[] } {
  const cells = (all: readonly (readonly Run[])[]): Step[] => all.map((runs) => ({ runs, marked: false }));
  const { body, side, points, steps } = entry;
  const bare = { ...entry, body: [], side: [], points: [], steps: [] };
  if (form === 'compare') return { entry: bare, parts: [...cells(body), ...points, ...steps, ...cells(side)] };
  if (form === 'steps') return { entry: { ...bare, body: [...body, ...side], points }, parts: steps };
  return { entry: { ...entry, points: [...points, ...steps], steps: [] }, parts: [] };
}

/** An entry's words as paragraphs. `place`: among all, from 1. */
export function textOfEntry(context: Context, form: ItemsForm, given: Entry, place: number): EntryText {
  const { entry, parts } = formed(given, form);
  const lines = (level: keyof typeof LEVELS, ...all: (readonly Run[])[]): SceneParagraph[] =>
    all.filter((runs) => runs.length > 0).map((runs) => paragraph(context, runs, { level: LEVELS[level] }));
  const top = [...lines('kicker', entry.kicker), ...lines('head', entry.head), ...lines('sub', entry.sub)];
  const body = [...lines('body', ...entry.body), ...lines('point', ...entry.points.map(({ runs }) => runs))];
  return {
    marked: entry.marked,
    place,
    number: entry.number === null ? null : paragraph(context, context.words(String(entry.number))),
    top,
    body,
    words: [...top, ...body],
    side: entry.side.map((runs) => paragraph(context, runs)),
    parts: parts.map(({ runs, marked }) => ({ marked, paragraph: paragraph(context, runs, { level: LEVELS.body }) })),
  };
}

/** Words set for a width. */
export interface PartSet extends PartStyle {
  readonly set: SetText;
  readonly width: number;
  /** That its box must have; 0 where there are no words. */
  readonly height: number;
}

export function setPart(context: Context, paragraphs: readonly SceneParagraph[], style: PartStyle, width: number): PartSet {
  const set = setText(context.fonts, paragraphs, style.levels, width);
  return { set, width, height: paragraphs.length === 0 ? 0 : set.room / HEIGHT_FILL + 0.5, ...style };
}

/** The first number or word of texts as set that has no line wide enough for it. */
export function dividedOf(context: Context, parts: readonly PartSet[], undivided: Undivided): string | null {
  for (const { set, width } of parts) {
    const found = partDivided(context.fonts, set, width, undivided);
    if (found !== null) return found;
  }
  return null;
}

/** The slide that an entry's words lead to: all of its first paragraph do, and no others anywhere else. */
function slideOf(paragraphs: readonly SceneParagraph[]): string | undefined {
  const linksOf = (some: readonly SceneParagraph[]): Set<string | undefined> =>
    new Set(some.flatMap(({ runs }) => runs.map((run) => (isRef(run) ? undefined : run.href))));
  const [href, ...more] = linksOf(paragraphs.slice(0, 1));
  const others = linksOf(paragraphs.slice(1));
  others.delete(undefined);
  others.delete(href);
  return href?.startsWith('#') === true && more.length + others.size === 0 ? href : undefined;
}

interface BoxLook {
  readonly role: TextBox['role'];
  readonly anchor: TextBox['anchor'];
  readonly fill?: ColorUse | null;
  readonly outline?: TextBox['outline'];
  readonly padding?: TextBox['padding'];
  readonly term?: true;
}

/** A text box of an item's group. `frame`: with its padding. */
export function textBox(id: string, part: PartSet, frame: Frame, look: BoxLook): TextBox {
  const { fill = null, outline, padding = { x: 0, y: 0 }, term, role, anchor } = look;
  const inner = {
    x: frame.x + padding.x,
    y: frame.y + padding.y,
    width: frame.width - 2 * padding.x,
    height: frame.height - 2 * padding.y,
  };
  const paragraphs = part.set.paragraphs.map((p) => p.paragraph);
  const href = slideOf(paragraphs);
  return {
    kind: 'text',
    id,
    role,
    ...(href !== undefined && { href }),
    frame,
    region: null,
    placeholder: false,
    style: part.style,
    ...(term && { term }),
    ...(outline && { outline }),
    levels: part.levels,
    fitted: part.levels.some((level, i) => level.size !== part.full[i]?.size),
    anchor,
    fill,
    padding,
    paragraphs,
    lines: placeLines(part.set, inner, anchor),
    contentHeight: part.set.height,
  };
}

/** What an item says, for the group that it is. */
export function altOf({ words, side, parts }: EntryText, isParts = false): string {
  const all = isParts ? [...words.slice(0, 1), ...parts.map((part) => part.paragraph)] : [...words, ...side];
  return saidInTurn(all.map(({ runs }) => plainText(runs).replaceAll('\n', ' ')));
}
