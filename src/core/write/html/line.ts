import { numberLabel, runsText } from '../../layout/index.ts';
import type { Line, SceneParagraph } from '../../layout/types.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import type { Context } from './context.ts';
import { EMPTY, escape, h, join, type Html } from './html.ts';
import { runsBetween } from './run.ts';

/** A paragraph with its lines, as set in one box. */
export interface SetParagraph {
  readonly paragraph: SceneParagraph;
  readonly level: LevelStyle;
  readonly lines: readonly Line[];
}

/** Lines grouped by paragraph. */
export function setParagraphs(box: {
  readonly paragraphs: readonly SceneParagraph[];
  readonly lines: readonly Line[];
  readonly levels: readonly LevelStyle[];
}): SetParagraph[] {
  const byParagraph = new Map<number, Line[]>();
  for (const line of box.lines) {
    const list = byParagraph.get(line.paragraph);
    if (list) list.push(line);
    else byParagraph.set(line.paragraph, [line]);
  }
  return box.paragraphs.map((paragraph, index) => {
    const level = box.levels[paragraph.level] ?? box.levels.at(-1);
    if (!level) throw new Error('a text box without levels');
    return { paragraph, level, lines: byParagraph.get(index) ?? [] };
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

/** What a line break took the place of: the author's own break, a space, or nothing inside a long word. */
function gapMarkup(text: string): Html {
  if (text.includes('\n')) return h('br', {});
  return text === '' ? EMPTY : escape(' ');
}

/** A font narrower than what was measured leaves room in each line: on which side, its paragraph says. */
function aligned(line: Line, { paragraph, level }: SetParagraph, { inexact, sheet }: Context): string {
  const align = paragraph.align ?? level.align;
  if (!inexact.has(level.font) || (align === 'start' && paragraph.direction === 'ltr')) return '';
  return `${sheet.width(line.width)} ${sheet.rule(`a${align}`, `text-align:${align}`)}`;
}

/**
 * A paragraph's lines as unbreakable spans. On a slide each stands at its place; in reading they flow as one paragraph,
 * so the white space that a line break swallowed is written between them.
 */
export function linesMarkup(set: SetParagraph, context: Context): Html {
  const { paragraph, level, lines } = set;
  const { sheet } = context;
  const bullet = bulletText(set);
  const text = runsText(paragraph.runs);
  let end = 0;
  const parts = lines.map((line, index) => {
    const gap = index === 0 ? EMPTY : gapMarkup(text.slice(end, line.start));
    end = line.end;
    const first = index === 0 && bullet !== null;
    const sign = first ? (DRAWN[bullet] ?? null) : null;
    const hanging = first ? sheet.bullet(level.hanging, paragraph.bullet === 'none' ? null : (level.bullet?.color ?? null)) : '';
    const classes = ['l', sheet.left(line.x), sheet.top(line.baseline - level.size), aligned(line, set, context), hanging, sign]
      .filter(Boolean)
      .join(' ');
    return join([
      gap,
      h(
        'span',
        { class: classes, 'data-b': first ? (sign === null ? bullet : '') : null },
        runsBetween(paragraph.runs, line.start, line.end, context),
      ),
    ]);
  });
  return join(parts);
}

/** Attributes every paragraph element has: its text style, and its direction where it is not the deck's. */
export function paragraphAttributes(
  set: SetParagraph,
  context: Context,
  ...classes: readonly string[]
): { class: string; dir: string | null } {
  return {
    class: [context.sheet.text(set.level), ...classes].join(' '),
    dir: set.paragraph.direction === context.scene.meta.direction ? null : set.paragraph.direction,
  };
}
