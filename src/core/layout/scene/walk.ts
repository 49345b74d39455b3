import { distinct } from '../../base/distinct.ts';
import { lazy } from '../../base/lazy.ts';
import { refsOf, type Run } from '../../base/text.ts';
import { breaksOf } from '../text/breaks.ts';
import { runsText } from '../text/display.ts';
import { numberAround, numberSpans, type NumberSpan } from '../text/number-spans.ts';
import { wordCutAt } from '../text/words.ts';
import type { ChartLabel } from '../../block/chart/layout/types.ts';
import type { Box, ChartBox, Line, SceneParagraph, TableCell, TextBox } from '../types.ts';
import type { LevelStyle } from '../../template/theme/types.ts';

/** A paragraph as set, wherever it stands. */
export interface SetRuns {
  readonly paragraph: SceneParagraph;
  readonly levels: readonly LevelStyle[];
  /** Where its lines end with a hyphen that divides a word. */
  readonly hyphens: readonly number[];
}

/** The offsets in a paragraph's text at which its lines end with a hyphen that divides a word. */
export function hyphensOf(lines: readonly Line[], paragraph: number): number[] {
  return lines.flatMap((line) => (line.hyphen && line.paragraph === paragraph ? [line.end] : []));
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
  return setBoxesOf(boxes).flatMap((box) =>
    box.paragraphs.map((paragraph, i) => ({ paragraph, levels: box.levels, hyphens: hyphensOf(box.lines, i) })),
  );
}

/** Every word that a chart shows, in reading order: its legend, its axes, its numbers, its series' names, its remarks. */
export function chartLabels(box: ChartBox): ChartLabel[] {
  return [
    ...box.legend.map(({ label }) => label),
    ...box.categoryLabels,
    ...(box.dates?.labels ?? []),
    ...box.ticks,
    ...box.valueLabels,
    ...box.totals,
    ...box.seriesLabels,
    ...box.annotations,
    ...(box.target ? [box.target.label] : []),
  ];
}

/** What of a box stands on two lines though no line may end inside it, in reading order. */
export interface Divided {
  readonly numbers: readonly string[];
  readonly words: readonly string[];
}

export function dividedIn(box: Box): Divided {
  const cuts = cutsIn(box);
  return {
    numbers: distinct(
      cuts.flatMap(({ text, numbers, at }) => {
        const number = numberAround(numbers(), at);
        return number ? [text.slice(number.start, number.end)] : [];
      }),
    ),
    words: distinct(cuts.flatMap(({ text, ends, at }) => (ends().has(at) ? [] : (wordCutAt(text, at) ?? [])))),
  };
}

/** A text that is cut, and where. What is known of it is found once for all its lines. */
interface TextCut {
  readonly text: string;
  readonly at: number;
  readonly numbers: () => readonly NumberSpan[];
  /** Where lines may end. */
  readonly ends: () => ReadonlySet<number>;
}

function readText(runs: readonly Run[]): Omit<TextCut, 'at'> {
  const text = runsText(runs);
  const numbers = lazy(() => numberSpans(text));
  return { text, numbers, ends: lazy(() => new Set(breaksOf(text, numbers()).map(({ end }) => end))) };
}

/** Where lines end that end neither at a space nor with a hyphen that divides a word. */
function cutsIn(box: Box): TextCut[] {
  return setBoxesOf([box]).flatMap(({ paragraphs, lines }) => {
    const texts = paragraphs.map((paragraph) => lazy(() => readText(paragraph.runs)));
    return lines.flatMap(({ paragraph, end, hyphen }, i) => {
      // A hyphen says that the word goes on.
      if (hyphen || lines[i + 1]?.paragraph !== paragraph) return [];
      const read = texts[paragraph]?.();
      // Nearly every line ends before a space.
      return !read || /\s/.test(read.text.charAt(end)) ? [] : [{ ...read, at: end }];
    });
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
