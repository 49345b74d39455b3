import { hyphensOf, QUIET_SIZE } from '../../layout/index.ts';
import type { SceneParagraph, TextBox } from '../../layout/types.ts';
import { linkColor, quietColor } from '../../template/theme/index.ts';
import type { Direction, LevelStyle } from '../../template/theme/types.ts';
import type { PartContext } from './context.ts';
import { alignment, fonts } from './level.ts';
import { solidFill } from './colors.ts';
import { runsXml, type CellRun, type QuietLook } from './run.ts';
import { hundredths } from './units.ts';
import { attributes } from '../../base/ooxml/xml/escape.ts';

/** The number its list starts with, for every item of an ordered list: PowerPoint counts on from there itself. */
function listStarts(paragraphs: readonly SceneParagraph[]): (number | null)[] {
  const open: (number | null)[] = [];
  return paragraphs.map(({ bullet, level, startsList }) => {
    open.length = Math.min(open.length, level + 1);
    if (typeof bullet !== 'number') {
      open[level] = null;
      return null;
    }
    const start = startsList ? bullet : (open[level] ?? bullet);
    open[level] = start;
    return start;
  });
}

function bullet(paragraph: SceneParagraph, level: LevelStyle, start: number | null): string {
  if (start !== null) {
    const font = /typeface="([^"]+)"/.exec(fonts(level.font))?.[1] ?? '+mn-lt';
    return `<a:buFont typeface="${font}"/><a:buAutoNum type="arabicPeriod"${attributes({ startAt: start === 1 ? null : start })}/>`;
  }
  return paragraph.bullet === 'none' && level.bullet !== null ? '<a:buNone/>' : '';
}

function properties(paragraph: SceneParagraph, level: LevelStyle, start: number | null, base: Direction): string {
  const isPlain = paragraph.bullet === 'none' && (level.indent !== 0 || level.hanging !== 0);
  const turns = paragraph.direction !== base;
  const align = paragraph.align ?? (turns ? level.align : null);
  const list = attributes({
    marL: isPlain ? 0 : null,
    lvl: paragraph.level === 0 ? null : paragraph.level,
    indent: isPlain ? 0 : null,
    algn: align === null ? null : alignment(align, paragraph.direction),
    rtl: turns ? paragraph.direction === 'rtl' : null,
  });
  const { spaceBefore } = paragraph;
  const before = spaceBefore === undefined ? '' : `<a:spcBef><a:spcPts val="${hundredths(spaceBefore)}"/></a:spcBef>`;
  const children = before + bullet(paragraph, level, start);
  if (list === '' && children === '') return '';
  return children === '' ? `<a:pPr${list}/>` : `<a:pPr${list}>${children}</a:pPr>`;
}

/** A level that a style does not have is its last. */
export function levelAt(levels: readonly LevelStyle[], index: number): LevelStyle {
  const level = levels[index] ?? levels.at(-1);
  if (!level) throw new Error('a text box has no levels');
  return level;
}

/** What text boxes and table cells have in common. */
type SetText = Pick<TextBox, 'paragraphs' | 'levels' | 'lines'>;

/** Where a paragraph's lines begin, and where they end inside a word. */
function linesOf({ lines }: SetText, paragraph: number): { readonly lineStarts: readonly number[]; readonly hyphens: readonly number[] } {
  return {
    lineStarts: lines.filter((line) => line.paragraph === paragraph).map((line) => line.start),
    hyphens: hyphensOf(lines, paragraph),
  };
}

/** On an organisation's page, and on fields, only the text's own colour is known to be read. */
function quietLook({ size, color }: LevelStyle, { theme }: PartContext): QuietLook {
  const muted = quietColor(theme, color);
  return { size: hundredths(size * QUIET_SIZE), elements: `${muted === null ? '' : solidFill(muted)}${fonts('body')}` };
}

/** Whether links have their text's colour; an organisation's theme says that itself. */
const keepsColor = ({ color }: LevelStyle, { theme }: PartContext): boolean => theme.base === null && linkColor(color) === color;

/** Paragraphs of a text shape; at least one, as CT_TextBody wants. What its levels say is not repeated. */
export function paragraphsXml(text: SetText & Pick<TextBox, 'href'>, context: PartContext): string {
  const starts = listStarts(text.paragraphs);
  const base = context.theme.direction;
  const isButton = text.href !== undefined;
  const written = text.paragraphs.map((paragraph, i) => {
    const level = levelAt(text.levels, paragraph.level);
    const pPr = properties(paragraph, level, starts[i] ?? null, base);
    const options = {
      quiet: quietLook(level, context),
      linkAsText: keepsColor(level, context),
      isButton,
      spaceAtEnd: (paragraph.align ?? level.align) === 'start',
      ...linesOf(text, i),
    };
    return `<a:p>${pPr}${runsXml(paragraph, context, options)}</a:p>`;
  });
  return written.length > 0 ? written.join('') : '<a:p/>';
}

/** A table cell's paragraphs, which say everything themselves; `run` says what their runs need beyond the table style. */
export function cellParagraphsXml(text: SetText, run: (level: LevelStyle) => CellRun, context: PartContext): string {
  const written = text.paragraphs.map((paragraph, i) => {
    const level = levelAt(text.levels, paragraph.level);
    const list = attributes({
      algn: alignment(paragraph.align ?? level.align, paragraph.direction),
      // An organisation's text may run leftwards where nothing is said.
      rtl: paragraph.direction === 'rtl' ? true : context.theme.base === null ? null : false,
    });
    return `<a:p><a:pPr${list}/>${runsXml(paragraph, context, { cell: run(level), linkAsText: keepsColor(level, context), ...linesOf(text, i) })}</a:p>`;
  });
  return written.length > 0 ? written.join('') : '<a:p/>';
}
