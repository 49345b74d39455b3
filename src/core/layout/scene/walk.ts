import { refsOf, type Run } from '../../text.ts';
import { runsText } from '../text/display.ts';
import type { Box, SceneParagraph, TableCell, TextBox } from '../types.ts';
import type { LevelStyle } from '../../template/theme/types.ts';

/** A paragraph as set, wherever it stands. */
export interface SetRuns {
  readonly paragraph: SceneParagraph;
  readonly levels: readonly LevelStyle[];
}

/** Every paragraph of boxes, in reading order: text boxes, cells, parts of groups. */
export function paragraphsOf(boxes: readonly Box[]): SetRuns[] {
  const from = (box: TextBox | TableCell): SetRuns[] => box.paragraphs.map((paragraph) => ({ paragraph, levels: box.levels }));
  return boxes.flatMap((box): SetRuns[] => {
    switch (box.kind) {
      case 'text':
        return from(box);
      case 'table':
        return box.rows.flatMap((row) => row.cells.flatMap(from));
      case 'group':
        return paragraphsOf(box.children);
      case 'chart':
      case 'image':
      case 'shape':
        return [];
    }
  });
}

/** What stands on a slide besides its furniture, in words. */
export function wordsOf(boxes: readonly Box[]): string {
  const charts = boxes.flatMap((box) => (box.kind === 'chart' ? [...box.categories, ...box.series.map((s) => s.name)] : []));
  return [...paragraphsOf(boxes).map(({ paragraph }) => runsText(paragraph.runs)), ...charts].join('\n');
}

/** Numbers of the sources that boxes show, sorted. */
export function refsIn(boxes: readonly Box[]): number[] {
  const runs: Run[] = paragraphsOf(boxes).flatMap(({ paragraph }) => [...paragraph.runs]);
  return refsOf(runs).sort((a, b) => a - b);
}
