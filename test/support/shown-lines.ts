import { runsText } from '../../src/core/layout/index.ts';
import type { Box, Line, Scene, SceneParagraph } from '../../src/core/layout/types.ts';

const linesOf = (paragraphs: readonly SceneParagraph[], lines: readonly Line[]): string[] =>
  lines.map((line) => runsText(paragraphs[line.paragraph]?.runs ?? []).slice(line.start, line.end) + (line.hyphen ? '-' : ''));

function linesIn(box: Box): string[] {
  switch (box.kind) {
    case 'text':
      return linesOf(box.paragraphs, box.lines);
    case 'table':
      return box.rows.flatMap((row) => row.cells.flatMap((cell) => linesOf(cell.paragraphs, cell.lines)));
    case 'group':
      return box.children.flatMap(linesIn);
    case 'chart':
    case 'image':
    case 'shape':
      return [];
  }
}

/** The lines of all texts as a person sees them, with the hyphens that divide words, in reading order. */
export function shownLines(scene: Scene): string[] {
  return scene.slides.flatMap(({ boxes }) => boxes.flatMap(linesIn));
}
