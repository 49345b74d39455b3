import { chartLabels } from '../../src/core/layout/index.ts';
import type { ChartBox, SceneSlide } from '../../src/core/layout/types.ts';
import { drawsDates } from '../../src/core/block/chart/pptx/date-axis.ts';
import { drawnNames, drawsCategories } from '../../src/core/block/chart/pptx/drawing.ts';
import type { Placed } from './parity.ts';

type Label = ReturnType<typeof chartLabels>[number];

/** Labels that a .pptx draws as shapes of its own: every program sets them where they are told to stand. */
export function exactLabels(box: ChartBox, language: string): Label[] {
  return [
    ...box.legend.map(({ label }) => label),
    ...(drawsCategories(box) ? box.categoryLabels : []),
    ...(drawsDates(box, language) ? (box.dates?.labels ?? []) : []),
    ...drawnNames(box),
    ...box.annotations,
    ...(box.target ? [box.target.label] : []),
  ];
}

/** Labels of axes and marks, which a program places at their marks by itself. */
export function nativeLabels(box: ChartBox, language: string): Label[] {
  const exact = new Set(exactLabels(box, language));
  return chartLabels(box).filter((label) => !exact.has(label));
}

export interface LabelDifference {
  readonly slide: number;
  readonly line: string;
  /** Points that the nearest line of the same words is off by, across and down; null: there is none. */
  readonly off: readonly [number, number] | null;
}

const bare = (text: string): string => text.replace(/[\s\u00A0\u00AD\u061C\u200B-\u200F\u202F\u2060]/gu, '');

/** Letters in any order: words of both directions are not told apart by where they begin. */
const letters = (text: string): string => Array.from(bare(text).normalize('NFKC')).sort().join('');

interface Row {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly y: number;
}

/** A gap of less than this, in ems, is a space or less: what stands so close is one line. */
const JOINED = 0.45;

/** Words that stand on one baseline with no more than a space between them, as the lines that they are. */
export function lineRuns(words: readonly Placed[]): Row[] {
  const rows: { words: Placed[]; y: number }[] = [];
  for (const word of [...words].filter(({ text }) => bare(text) !== '').sort((a, b) => a.y - b.y || a.x - b.x)) {
    const home = rows.find(({ y }) => Math.abs(y - word.y) < 0.6);
    if (home) home.words.push(word);
    else rows.push({ words: [word], y: word.y });
  }
  return rows.flatMap(({ words: own, y }) => {
    const runs: { text: string; x: number; width: number; y: number }[] = [];
    for (const word of [...own].sort((a, b) => a.x - b.x)) {
      const last = runs.at(-1);
      if (last && word.x - last.x - last.width < word.size * JOINED) {
        last.text += ` ${word.text}`;
        last.width = word.x + word.width - last.x;
      } else runs.push({ text: word.text, x: word.x, width: word.width, y });
    }
    return runs;
  });
}

/** How far a label's side that its lines share may be off, and its baselines. Points. */
interface Tolerance {
  readonly across: number;
  readonly down: number;
  /** The same, from one line to the next. */
  readonly line: number;
}

function compare(slide: SceneSlide, label: Label, runs: readonly Row[], tolerance: Tolerance): LabelDifference[] {
  return label.lines.flatMap((line, index): LabelDifference[] => {
    const wanted = letters(line.text);
    const offs = runs
      .filter(({ text }) => letters(text) === wanted)
      .map(({ x, width, y }): readonly [number, number] => {
        const across =
          label.align === 'left'
            ? x - line.x
            : label.align === 'center'
              ? x + width / 2 - line.x - line.width / 2
              : x + width - line.x - line.width;
        return [across, y - line.baseline];
      })
      .sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
    // What a renderer rounds a line's height by adds up from line to line.
    const down = tolerance.down + index * tolerance.line;
    if (offs.some(([x, y]) => Math.abs(x) <= tolerance.across && Math.abs(y) <= down)) return [];
    return [{ slide: slide.number, line: line.text, off: offs[0] ?? null }];
  });
}

/**
 * Lines of a slide's charts that a renderer set otherwise than layout placed them: not there, with other words beside them on their line,
 * or too far away. Names beside lying bars may be centred on each other, so that only their block keeps its side.
 */
export function compareLabels(
  slide: SceneSlide,
  words: readonly Placed[],
  renderer: { readonly placesLabels: boolean; readonly language: string },
): LabelDifference[] {
  const runs = lineRuns(words);
  return slide.boxes.flatMap((box) => {
    if (box.kind !== 'chart') return [];
    const near = renderer.placesLabels ? box.size * 1.25 : 1;
    const line = renderer.placesLabels ? 1 : 0;
    const native = nativeLabels(box, renderer.language).flatMap((label) => {
      const widest = Math.max(0, ...label.lines.map(({ width }) => width));
      const narrowest = Math.min(widest, ...label.lines.map(({ width }) => width));
      const centred = renderer.placesLabels && label.align !== 'center' ? (widest - narrowest) / 2 : 0;
      return compare(slide, label, runs, { across: near + centred, down: near, line });
    });
    // LibreOffice sets a chart's glyphs by whole pixels, and lines of another script in the height of its font alone, which layout keeps for both.
    const exact = (label: Label): Tolerance =>
      renderer.placesLabels
        ? { across: box.size * 0.3, down: Math.max(2, box.size * 0.08), line: label.direction === 'rtl' ? box.size * 0.15 : line }
        : { across: 1, down: 1, line };
    return [...native, ...exactLabels(box, renderer.language).flatMap((label) => compare(slide, label, runs, exact(label)))];
  });
}
