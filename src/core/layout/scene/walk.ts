import { lazy } from '../../base/lazy.ts';
import { refsOf, type Run } from '../../base/text.ts';
import { runsText } from '../text/display.ts';
import { numberAround, numberSpans } from '../text/number-spans.ts';
import type { ChartLabel } from '../../block/chart/layout/types.ts';
import type { Box, ChartBox, SceneParagraph, TableCell, TextBox } from '../types.ts';
import type { LevelStyle } from '../../template/theme/types.ts';

/** A paragraph as set, wherever it stands. */
export interface SetRuns {
  readonly paragraph: SceneParagraph;
  readonly levels: readonly LevelStyle[];
}

/** Whatever holds paragraphs, in reading order: text boxes, cells, parts of groups. */
function setBoxesOf(boxes: readonly Box[]): (TextBox | TableCell)[] {
  return boxes.flatMap((box): (TextBox | TableCell)[] => {
    switch (box.kind) {
      case 'text':
        return [box];
      case 'table':
        return box.rows.flatMap((row) => row.cells);
      case 'group':
        return setBoxesOf(box.children);
      case 'chart':
      case 'image':
      case 'shape':
        return [];
    }
  });
}

/** Every paragraph of boxes, in reading order. */
export function paragraphsOf(boxes: readonly Box[]): SetRuns[] {
  return setBoxesOf(boxes).flatMap((box) => box.paragraphs.map((paragraph) => ({ paragraph, levels: box.levels })));
}

/** Every word that a chart shows, in reading order: its legend, its axes, its numbers, its lines' names. */
export function chartLabels(box: ChartBox): ChartLabel[] {
  return [...box.legend.map(({ label }) => label), ...box.categoryLabels, ...box.ticks, ...box.valueLabels, ...box.seriesLabels];
}

/** The numbers of a box that stand on two lines, in reading order. */
export function dividedNumbers(box: Box): string[] {
  return setBoxesOf([box]).flatMap(({ paragraphs, lines }) => {
    const texts = paragraphs.map((paragraph) => lazy(() => runsText(paragraph.runs)));
    const found = lines.flatMap(({ paragraph, end }, i) => {
      if (lines[i + 1]?.paragraph !== paragraph) return [];
      const text = texts[paragraph]?.() ?? '';
      // Nearly every line ends before a space.
      if (/\s/.test(text.charAt(end))) return [];
      const number = numberAround(numberSpans(text), end);
      return number ? [text.slice(number.start, number.end)] : [];
    });
    return [...new Set(found)];
  });
}

/** What stands on a slide besides header and footer, in words. */
export function textOfBoxes(boxes: readonly Box[]): string {
  const charts = boxes.flatMap((box) => (box.kind === 'chart' ? [...box.categories, ...box.series.map((s) => s.name)] : []));
  return [...paragraphsOf(boxes).map(({ paragraph }) => runsText(paragraph.runs)), ...charts].join('\n');
}

/** Numbers of the sources that boxes show, sorted. */
export function refsIn(boxes: readonly Box[]): number[] {
  const runs: Run[] = paragraphsOf(boxes).flatMap(({ paragraph }) => [...paragraph.runs]);
  return refsOf(runs).sort((a, b) => a - b);
}
