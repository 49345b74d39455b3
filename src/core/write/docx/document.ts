import {
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  Header,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type IParagraphOptions,
  type ITableCellOptions,
  type ParagraphChild,
} from 'docx';
import { withoutDirectionMarks } from '../../base/bidi.ts';
import { textRuns, type Run } from '../../base/text.ts';
import { DATE_SHARE, GUTTER, LIST_INDENT, ownRun, valueRuns } from '../../brief/index.ts';
import type { Brief, BriefStyle, BriefTopic } from '../../brief/types.ts';
import { NO_DIGEST } from '../package-digest.ts';
import { anchorOf, runsOf, sourceRuns } from './runs.ts';
import { STYLE_IDS, stylesOf, twips } from './styles.ts';

type More = Omit<IParagraphOptions, 'text' | 'children' | 'style'>;

function paragraph(brief: Brief, style: BriefStyle, children: readonly ParagraphChild[], more: More = {}): Paragraph {
  return new Paragraph({ style: STYLE_IDS[style], children, ...(brief.direction === 'rtl' && { bidirectional: true }), ...more });
}

function line(brief: Brief, style: BriefStyle, runs: readonly Run[], more: More = {}): Paragraph {
  return paragraph(brief, style, runsOf(runs, { brief, size: brief.look.styles[style].size }), more);
}

function topicParagraphs(brief: Brief, { headline, text, points, own }: BriefTopic, index: number): Paragraph[] {
  const said = own ? [ownRun(brief.words.ownLine)] : [];
  return [
    line(brief, 'topic', text === null ? [...headline, ...said] : headline),
    ...(text === null ? [] : [line(brief, 'text', [...text, ...said])]),
    ...points.map(({ runs, number }) =>
      line(brief, 'text', runs, { numbering: { reference: number === null ? 'bullets' : 'numbers', level: 0, instance: index } }),
    ),
  ];
}

const NONE = { style: BorderStyle.NONE } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

function table(
  brief: Brief,
  top: BriefStyle,
  widths: readonly number[],
  rows: readonly (readonly Pick<ITableCellOptions, 'children' | 'borders'>[])[],
): Table {
  const { direction } = brief;
  // A cell's margins are before and behind its words, whichever way these run.
  const gutter = direction === 'rtl' ? { left: twips(GUTTER), right: 0 } : { left: 0, right: twips(GUTTER) };
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + twips(width), 0), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { marginUnitType: WidthType.DXA, top: twips(brief.look.styles[top].spaceBefore), bottom: 0, ...gutter },
    ...(direction === 'rtl' && { visuallyRightToLeft: true }),
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((cell, at) => new TableCell({ ...cell, width: { size: twips(widths[at] ?? 0), type: WidthType.DXA } })),
        }),
    ),
  });
}

function figures(brief: Brief, width: number): Table[] {
  const { columns, colors } = brief.look;
  if (brief.figures.length === 0) return [];
  const rows = Array.from({ length: Math.ceil(brief.figures.length / columns) }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => {
      const figure = brief.figures[row * columns + column];
      if (!figure) return { children: [line(brief, 'label', [])] };
      return {
        children: [line(brief, 'value', valueRuns(figure)), line(brief, 'label', figure.label)],
        borders: { top: { style: BorderStyle.SINGLE, size: 4, color: colors.line.slice(1) } },
      };
    }),
  );
  return [
    table(
      brief,
      'value',
      Array.from({ length: columns }, () => width / columns),
      rows,
    ),
  ];
}

function dates(brief: Brief, width: number): Table[] {
  if (brief.dates.length === 0) return [];
  const rows = brief.dates.map(({ date, runs }) => [
    { children: [line(brief, 'date', textRuns(date))] },
    { children: [line(brief, 'event', runs)] },
  ]);
  return [table(brief, 'date', [width * DATE_SHARE, width * (1 - DATE_SHARE)], rows)];
}

function sources(brief: Brief): Paragraph[] {
  const context = { brief, size: brief.look.styles.source.size };
  return brief.sources.map(({ parts }) =>
    paragraph(
      brief,
      'source',
      parts.flatMap((part): ParagraphChild[] => {
        const runs = sourceRuns(part, context);
        return part.number === undefined ? runs : [new Bookmark({ id: anchorOf(part.number), children: runs })];
      }),
    ),
  );
}

function body(brief: Brief): (Paragraph | Table)[] {
  const {
    words,
    look: { paper },
  } = brief;
  const width = paper.width - 2 * paper.side;
  const section = (word: string, list: readonly unknown[]): Paragraph[] =>
    list.length === 0 ? [] : [line(brief, 'section', textRuns(word))];
  const parts = [
    line(brief, 'title', textRuns(brief.title)),
    ...(brief.subtitle === null ? [] : [line(brief, 'subtitle', textRuns(brief.subtitle))]),
    ...(brief.facts === '' ? [] : [line(brief, 'facts', textRuns(brief.facts))]),
    ...brief.topics.flatMap((topic, index) => topicParagraphs(brief, topic, index)),
    ...section(words.figures, brief.figures),
    ...figures(brief, width),
    ...section(words.dates, brief.dates),
    ...dates(brief, width),
    ...section(words.sources, brief.sources),
    ...sources(brief),
    ...brief.disclaimers.map((text) => line(brief, 'source', textRuns(text))),
  ];
  // Word wants a paragraph behind a table.
  return parts.at(-1) instanceof Table ? [...parts, line(brief, 'source', [])] : parts;
}

/** Lists of points: each topic's numbers begin anew. */
function numbering(brief: Brief) {
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
    {
      level: 0,
      format,
      text,
      style: {
        paragraph: { indent: { start: twips(LIST_INDENT), hanging: twips(LIST_INDENT) } },
        run: { color: brief.look.colors.accent.slice(1) },
      },
    },
  ];
  return {
    config: [
      { reference: 'bullets', levels: level(LevelFormat.BULLET, '•') },
      { reference: 'numbers', levels: level(LevelFormat.DECIMAL, '%1.') },
    ],
  };
}

/** The brief as Word's own objects. */
export function documentOf(brief: Brief): Document {
  const {
    mark,
    stamp,
    words,
    look: { paper },
  } = brief;
  const marked = mark === null ? [] : [line(brief, 'mark', textRuns(mark))];
  const version = `${words.version} ${stamp}`;
  const footer = line(brief, 'footer', textRuns(mark === null ? version : `${mark} · ${version}`));
  return new Document({
    title: withoutDirectionMarks(brief.title),
    ...(brief.subtitle !== null && { subject: withoutDirectionMarks(brief.subtitle) }),
    creator: brief.presenter ?? 'Lectern',
    ...(mark !== null && { keywords: mark }),
    customProperties: [
      { name: 'Lectern version', value: stamp },
      { name: 'Lectern digest', value: NO_DIGEST },
      ...(mark === null ? [] : [{ name: 'Handling mark', value: mark }]),
    ],
    theme: {
      name: 'Lectern',
      colors: Object.fromEntries(Object.entries(brief.look.palette).map(([slot, color]) => [slot, color.slice(1)])),
      fonts: { headings: brief.look.fonts.heading.latin, body: brief.look.fonts.body.latin },
    },
    styles: stylesOf(brief),
    numbering: numbering(brief),
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(paper.width), height: twips(paper.height) },
            margin: {
              top: twips(paper.edge),
              bottom: twips(paper.edge),
              left: twips(paper.side),
              right: twips(paper.side),
              header: twips(paper.edge / 2),
              footer: twips(paper.edge / 2),
            },
          },
        },
        headers: { default: new Header({ children: marked.length === 0 ? [line(brief, 'mark', [])] : marked }) },
        footers: { default: new Footer({ children: [footer] }) },
        children: body(brief),
      },
    ],
  });
}
