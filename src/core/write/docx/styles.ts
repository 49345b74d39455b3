import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  type IFontAttributesProperties,
  type IParagraphStyleOptions,
  type IStylesOptions,
} from 'docx';
import type { Brief, BriefStyle } from '../../brief/types.ts';
import type { LevelStyle } from '../../template/theme/types.ts';

/** Word's own styles where there is one, so that its outline, its gallery and its readers know what each paragraph is. */
export const STYLE_IDS = {
  title: 'Heading1',
  subtitle: 'Subtitle',
  facts: 'BriefFacts',
  topic: 'Heading2',
  text: 'BodyText',
  section: 'BriefSection',
  value: 'BriefFigure',
  label: 'BriefFigureLabel',
  date: 'BriefDate',
  event: 'BriefEvent',
  source: 'BriefSource',
  mark: 'BriefMark',
  footer: 'Footer',
} as const satisfies Record<BriefStyle, string>;

const NAMES: Readonly<Record<BriefStyle, string>> = {
  title: 'heading 1',
  subtitle: 'Subtitle',
  facts: 'Brief facts',
  topic: 'heading 2',
  text: 'Body Text',
  section: 'Brief section',
  value: 'Brief figure',
  label: 'Brief figure label',
  date: 'Brief date',
  event: 'Brief event',
  source: 'Brief source',
  mark: 'Brief mark',
  footer: 'footer',
};

/** Twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);

const hex = (color: string): string => color.slice(1);

export function fontOf({ look: { fonts } }: Brief, role: LevelStyle['font']): IFontAttributesProperties {
  const { latin, eastAsian, complex } = fonts[role];
  return { ascii: latin, hAnsi: latin, eastAsia: eastAsian || latin, cs: complex || latin };
}

function colorOf({ look: { colors } }: Brief, { color }: LevelStyle): string {
  return hex(color === 'accent1' ? colors.accent : color === 'text2' ? colors.quiet : colors.ink);
}

/** What stands in a cell has the space above it as the cell's margin: some programs leave out that of a cell's first paragraph. */
const IN_CELLS: ReadonlySet<BriefStyle> = new Set(['value', 'date', 'event']);

/** `auto` line spacing is in 240ths of a line; where the rule is not said, LibreOffice takes them for twentieths of a point. */
function look(brief: Brief, style: BriefStyle): Pick<IParagraphStyleOptions, 'run' | 'paragraph'> {
  const level = brief.look.styles[style];
  const isHeading = style === 'title' || style === 'topic' || style === 'section';
  return {
    run: { font: fontOf(brief, level.font), size: level.size * 2, bold: level.bold, color: colorOf(brief, level) },
    paragraph: {
      spacing: {
        before: IN_CELLS.has(style) ? 0 : twips(level.spaceBefore),
        after: 0,
        line: Math.round(240 * level.lineSpacing),
        lineRule: LineRuleType.AUTO,
      },
      alignment: AlignmentType.START,
      ...(isHeading && { keepNext: true, keepLines: true }),
      ...(style === 'section' && { outlineLevel: 1 }),
    },
  };
}

export function stylesOf(brief: Brief): IStylesOptions {
  const {
    language,
    look: { styles, colors },
  } = brief;
  const own = (Object.keys(STYLE_IDS) as BriefStyle[]).filter((style) => !['title', 'topic'].includes(style));
  const plain = look(brief, 'title');
  const border = { bottom: { style: BorderStyle.SINGLE, size: 8, color: hex(colors.line), space: 3 } };
  const title = { ...plain, paragraph: { ...plain.paragraph, border } };
  return {
    default: {
      document: {
        run: {
          font: fontOf(brief, 'body'),
          size: styles.text.size * 2,
          color: hex(colors.ink),
          language: { value: language, eastAsia: language, bidirectional: language },
        },
      },
      heading1: { name: NAMES.title, ...title },
      heading2: { name: NAMES.topic, ...look(brief, 'topic') },
      hyperlink: { run: { color: hex(colors.link), underline: { type: 'single' } } },
    },
    paragraphStyles: own.map((style) => ({
      id: STYLE_IDS[style],
      name: NAMES[style],
      basedOn: style === 'section' ? 'Heading2' : 'Normal',
      quickFormat: true,
      ...look(brief, style),
    })),
  };
}
