import type { Problem } from '../../base/errors.ts';
import { countWords } from '../../base/speaking.ts';
import { runsText } from '../text/display.ts';
import { paragraphsOf } from '../scene/walk.ts';
import type { Box, SceneSlide } from '../types.ts';
import type { Layout, Theme } from '../../template/theme/types.ts';
import { pageUse } from './grid.ts';
import type { ScoreParts } from './types.ts';
import { HOLE, USED, WEIGHTS } from './weights.ts';

/** One option's slides, laid out. */
export interface Placed {
  readonly slides: readonly SceneSlide[];
  readonly problems: readonly Problem[];
  /** Conditions that do not hold. */
  readonly failing: number;
}

/** What is said of slides though nothing is lost on them. */
const NO_FAULT: ReadonlySet<string> = new Set([
  'layout/own-continued',
  'layout/font-missing',
  'layout/glyph-missing',
  'layout/estimated-width',
]);

/** What text is read as a slide's own. */
const RUNNING: ReadonlySet<string> = new Set(['body', 'quote', 'callout']);

/** What is read, without what is looked at: the values of figures are as large as they are. */
function readBoxes(boxes: readonly Box[]): Box[] {
  return boxes.flatMap((box): Box[] =>
    box.kind === 'group' ? box.children.filter((one) => one.kind === 'text' && one.role !== 'stat') : [box],
  );
}

/** Size of running text in points, by words; null where there is none. In the layout's main region all text is, whatever its style. */
function textSize(boxes: readonly Box[], { defaultRegion }: Layout): number | null {
  const isRunning = (box: Box): boolean => box.kind !== 'text' || RUNNING.has(box.role) || box.region === defaultRegion;
  const own = readBoxes(boxes.filter(isRunning));
  let [words, sum] = [0, 0];
  for (const { paragraph, levels } of paragraphsOf(own)) {
    const count = countWords(runsText(paragraph.runs));
    words += count;
    sum += count * (levels[paragraph.level]?.size ?? 0);
  }
  return words === 0 ? null : sum / words;
}

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length);

/** How an option compares with the others of its group, unweighed but for what all share. */
interface Raw {
  readonly slides: number;
  readonly size: number | null;
  readonly isPreferred: boolean;
  readonly parts: Omit<ScoreParts, 'slides' | 'type' | 'preference'>;
}

function rawScore({ slides, problems, failing }: Placed, theme: Theme): Raw {
  const shown = slides.flatMap(({ boxes, layout: name }) => {
    const layout = theme.layouts[name];
    return layout ? [{ boxes, layout }] : [];
  });
  const uses = shown.map(({ boxes, layout }) => pageUse(boxes, layout, theme));
  const sizes = shown.flatMap(({ boxes, layout }) => textSize(boxes, layout) ?? []);
  const titles = slides.flatMap(({ boxes }) =>
    boxes.flatMap((box) => (box.kind === 'text' && box.role === 'title' ? [box.lines.length] : [])),
  );
  return {
    slides: slides.length,
    size: sizes.length === 0 ? null : mean(sizes),
    isPreferred: shown.some(({ layout }) => layout.preferred === true),
    parts: {
      faults: problems.filter(({ code }) => !NO_FAULT.has(code)).length * WEIGHTS.faults,
      conditions: failing * WEIGHTS.conditions,
      hole: mean(uses.map(({ hole }) => Math.max(0, hole - HOLE))) * WEIGHTS.hole,
      unused: mean(uses.map(({ used }) => Math.max(0, USED - used))) * WEIGHTS.unused,
      balance: mean(uses.map(({ middle }) => Math.abs(middle))) * WEIGHTS.balance,
      title: mean(titles.map((lines) => Math.max(0, lines - 2))) * WEIGHTS.title,
    },
  };
}

/** The weighed parts of each option's score; null stays null. `fewest`: slides that the shortest option needs. */
export function scoresOf(options: readonly (Placed | null)[], fewest: number, theme: Theme): (ScoreParts | null)[] {
  const raw = options.map((option) => option && rawScore(option, theme));
  const largest = Math.max(0, ...raw.map((one) => one?.size ?? 0));
  const isPreferred = raw.some((one) => one?.isPreferred === true);
  return raw.map(
    (one) =>
      one && {
        ...one.parts,
        slides: (one.slides - fewest) * WEIGHTS.slides,
        type: one.size === null ? 0 : (1 - one.size / largest) * WEIGHTS.type,
        preference: isPreferred && !one.isPreferred ? WEIGHTS.preference : 0,
      },
  );
}

/** A sum with so many decimals that the order of adding does not show. */
export function totalOf(parts: ScoreParts): number {
  return Math.round(Object.values(parts).reduce((sum: number, part: number) => sum + part, 0) * 1e6) / 1e6;
}
