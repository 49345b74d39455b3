import { runsText } from '../../src/core/layout/index.ts';
import type { Box, Line, SceneParagraph } from '../../src/core/layout/types.ts';
import type { LevelStyle } from '../../src/core/template/theme/types.ts';

/** A line at its place, in points of the page. */
export interface SetLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** What the lines of its paragraph have in common. */
  readonly edge: 'left' | 'right' | 'middle';
}

interface Texts {
  readonly paragraphs: readonly SceneParagraph[];
  readonly lines: readonly Line[];
  readonly levels: readonly LevelStyle[];
}

function edgeOf({ align, direction, level }: SceneParagraph, levels: readonly LevelStyle[]): SetLine['edge'] {
  const own = align ?? (levels[level] ?? levels.at(-1))?.align ?? 'start';
  if (own === 'center') return 'middle';
  return (own === 'start') === (direction === 'ltr') ? 'left' : 'right';
}

function ofTexts({ paragraphs, lines, levels }: Texts): SetLine[] {
  return lines.flatMap(({ paragraph: index, start, end, x, width, baseline }) => {
    const paragraph = paragraphs[index];
    if (!paragraph) return [];
    const text = runsText(paragraph.runs).slice(start, end);
    return [{ text, left: x, right: x + width, baseline, edge: edgeOf(paragraph, levels) }];
  });
}

/** All texts of boxes: of tables their cells', of groups their children's. A chart's words are drawn in other ways. */
export function textsOf(boxes: readonly Box[]): Texts[] {
  return boxes.flatMap((box): Texts[] => {
    switch (box.kind) {
      case 'text':
        return [box];
      case 'table':
        return box.rows.flatMap((row) => row.cells);
      case 'group':
        return textsOf(box.children);
      case 'chart':
      case 'image':
      case 'shape':
        return [];
    }
  });
}

/** The lines of texts, tables and groups, as the scene has them. */
export function linesOf(boxes: readonly Box[]): SetLine[] {
  return textsOf(boxes)
    .flatMap(ofTexts)
    .filter(({ text }) => text.trim() !== '');
}
