import { runsText } from '../../src/core/layout/index.ts';
import { exactLabels, nativeLabels } from './chart-parity.ts';
import type { Box, ChartBox, Line, Scene, SceneParagraph, SceneSlide } from '../../src/core/layout/types.ts';
import type { Frame, LevelStyle } from '../../src/core/template/theme/types.ts';

/** Words as a renderer placed them. Points from the page's top left corner. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly face?: string;
}

/** A text frame of the scene with its lines: a text box or a cell. */
export interface TextArea {
  readonly id: string;
  readonly frame: Frame;
  readonly paragraphs: readonly SceneParagraph[];
  readonly levels: readonly LevelStyle[];
  readonly lines: readonly Line[];
}

export interface Renderer {
  /** Whether it sets the first column of a right-to-left table at the right, as `tblPr@rtl` asks. LibreOffice 7.4 does not. */
  readonly mirrorsTables: boolean;
  /**
   * Whether it places the native labels of charts itself, within a line's height of their marks, and sets a chart's words with glyphs of
   * whole pixels, up to a twentieth wider, as LibreOffice does.
   */
  readonly placesLabels?: boolean;
}

/** All text of a slide by the frame it stands in. */
export function areasOf(scene: Scene, slide: SceneSlide, renderer: Renderer = { mirrorsTables: true }): TextArea[] {
  return slide.boxes.flatMap((box) => areas(box, scene.meta.direction === 'rtl' && renderer.mirrorsTables));
}

function areas(box: Box, mirrored: boolean): TextArea[] {
  switch (box.kind) {
    case 'text':
      return [box];
    case 'group':
      return box.children.flatMap((child) => areas(child, mirrored));
    case 'table': {
      let y = box.frame.y;
      return box.rows.flatMap((row) => {
        let used = 0;
        const cells = row.cells.map((cell, c): TextArea => {
          const width = box.columns[c] ?? 0;
          const x = mirrored ? box.frame.x + box.frame.width - used - width : box.frame.x + used;
          used += width;
          return { ...cell, id: `${box.id} ${c + 1}`, frame: { x, y, width, height: row.height } };
        });
        y += row.height;
        return cells;
      });
    }
    case 'chart':
    case 'image':
    case 'shape':
      return [];
  }
}

/** A pixel of a slide 1280 wide, in points. */
const PIXEL = 960 / 1280;

/** The least descent of the bundled faces (Arimo's), in ems; the others' reach 0.27. A page's words do not say which face they are set in. */
const DESCENT = 0.21;

/** Words that stand in no text box and at no label of a chart, or leave theirs by more than a pixel at a side or below. */
export function strayWords(scene: Scene, slide: SceneSlide, words: readonly Placed[], renderer?: Renderer): string[] {
  const frames = areasOf(scene, slide, renderer).map(({ frame }) => frame);
  const labels = slide.boxes.flatMap((box) =>
    box.kind === 'chart' ? labelFrames(box, scene.meta.language, renderer?.placesLabels ?? false) : [],
  );
  return words
    .filter((word) => word.width > 0)
    .filter((word) => ![...frames, ...labels].some((frame) => holds(frame, word)))
    .map(
      (word) =>
        `slide ${slide.number}: “${word.text}” at ${word.x.toFixed(1)}–${(word.x + word.width).toFixed(1)}, ${word.y.toFixed(1)}, ${word.size.toFixed(1)} pt`,
    );
}

/** Where a chart's words may stand: where they were placed, those that a renderer places itself within a line's height of it. */
function labelFrames(box: ChartBox, language: string, placesLabels: boolean): Frame[] {
  const grown = ({ x, y, width, height }: Frame, by: number): Frame => ({
    x: x - by,
    y: y - by,
    width: width + 2 * by,
    height: height + 2 * by,
  });
  const exact = exactLabels(box, language).map(({ frame }) => grown(frame, placesLabels ? Math.max(2, frame.width / 20) : 2));
  return [...exact, ...nativeLabels(box, language).map(({ frame }) => grown(frame, placesLabels ? box.size * 1.25 : 1))];
}

function holds({ x, y, width, height }: Frame, word: Placed): boolean {
  return (
    word.x >= x - PIXEL &&
    word.x + word.width <= x + width + PIXEL &&
    word.y - word.size * 0.5 >= y - PIXEL &&
    word.y + word.size * DESCENT <= y + height + PIXEL
  );
}

export interface LineDifference {
  readonly slide: number;
  readonly area: string;
  readonly expected: string;
  /** What stands there instead; equal to `expected` where only the place differs. */
  readonly found: string;
  /** Found minus the scene's; null where the words differ. */
  readonly baseline: number | null;
  readonly x: number | null;
}

const bare = (text: string): string => text.replace(/[\s\u00A0\u00AD\u200B-\u200F\u2060]/gu, '');

/** Every line of a slide beside what a renderer made of it. */
export function compareLines(scene: Scene, slide: SceneSlide, words: readonly Placed[]): LineDifference[] {
  return areasOf(scene, slide).flatMap((area) =>
    compareArea(
      slide,
      area,
      words.filter((word) => inside(word, area.frame)),
    ),
  );
}

function inside(word: Placed, { x, y, width, height }: Frame): boolean {
  const middle = word.y - word.size * 0.3;
  return word.x >= x - 3 && word.x <= x + width + 1 && middle >= y - 3 && middle <= y + height + 3;
}

interface Row {
  readonly y: number;
  readonly x: number;
  readonly text: string;
}

/** Words at one height; raised labels go with the row below them. */
function rowsOf(words: readonly Placed[]): Row[] {
  const rows: { y: number; size: number; words: Placed[] }[] = [];
  for (const word of [...words].sort((a, b) => b.size - a.size || a.y - b.y)) {
    const home = rows.find((row) =>
      word.size > row.size * 0.75 ? Math.abs(row.y - word.y) < row.size * 0.25 : row.y - word.y < row.size * 0.6 && row.y > word.y - 1,
    );
    if (home) home.words.push(word);
    else rows.push({ y: word.y, size: word.size, words: [word] });
  }
  return rows
    .sort((a, b) => a.y - b.y)
    .map(({ y, words: own }) => {
      const inOrder = [...own].sort((a, b) => a.x - b.x);
      return { y, x: inOrder[0]?.x ?? 0, text: bare(inOrder.map((w) => w.text).join('')) };
    });
}

function compareArea(slide: SceneSlide, area: TextArea, words: readonly Placed[]): LineDifference[] {
  const rows = rowsOf(words);
  const lines = area.lines.filter((line) => line.end > line.start);
  return lines.map((line, i): LineDifference => {
    const paragraph = area.paragraphs[line.paragraph];
    const level = area.levels[paragraph?.level ?? 0];
    const shown = bare(runsText(paragraph?.runs ?? []).slice(line.start, line.end));
    const first = paragraph !== undefined && area.lines.find((l) => l.paragraph === line.paragraph) === line;
    const bullet =
      !first || paragraph.bullet === 'none'
        ? ''
        : typeof paragraph.bullet === 'number'
          ? `${paragraph.bullet}.`
          : bare(level?.bullet?.character ?? '');
    const expected = level?.capitals ? shown.toUpperCase() : shown;
    const row = rows[i];
    const found = row?.text ?? '';
    const same = sameLetters(found, expected) || sameLetters(found, bullet + expected);
    const base = { slide: slide.number, area: area.id, expected, found: same ? expected : found };
    if (!same || !row) return { ...base, baseline: null, x: null };
    const hasBullet = bullet !== '' && sameLetters(found, bullet + expected);
    return { ...base, baseline: row.y - line.baseline, x: hasBullet ? null : row.x - line.x };
  });
}

/** Letters in any order: words of both directions are not told apart by where they begin. */
function sameLetters(a: string, b: string): boolean {
  const sorted = (text: string): string => Array.from(text.normalize('NFKC')).sort().join('');
  return a === b || sorted(a) === sorted(b);
}
