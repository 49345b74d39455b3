import type { Frame } from '../../../template/theme/types.ts';
import { startOf } from './frames.ts';
import { categoryAt, type Axes } from './marks.ts';
import type { CategoryLabel } from './types.ts';
import { placed, type SetWords, type Typist } from './typist.ts';

/** Space between the plot and the words at its edge, as a share of the type size: more than the half line that a tick's word reaches below its tick. */
export const AXIS_GAP = 0.7;
/** Share of a band that its name may fill, so that neighbours stay apart; and what stays free at least, as a share of the type size. */
const NAME_FILL = 0.9;
const NAME_GAP = 0.8;
/** The same where some are left out and what is shown may look even. */
const THINNED_FILL = 0.75;
/** Names set for an axis: every `every`-th category, from the first. */
export interface SetNames {
  readonly every: number;
  readonly names: readonly { readonly category: number; readonly words: SetWords }[];
  /** Height below the plot, or width beside it, without the gap. */
  readonly depth: number;
}

function shown(categories: readonly string[], every: number): number[] {
  return categories.map((_, i) => i).filter((i) => i % every === 0);
}

/**
 * Names below the plot, each in the middle of its band and none beyond `frame`. Null: a word is wider than its room, or a name has
 * too many lines or is taller than `depth`.
 */
export function uprightNames(
  t: Typist,
  categories: readonly string[],
  at: { readonly plot: Pick<Frame, 'x' | 'width'>; readonly frame: Frame },
  { every, mostLines, depth }: { readonly every: number; readonly mostLines: number; readonly depth: number },
): SetNames | null {
  const { plot, frame } = at;
  const band = plot.width / Math.max(1, categories.length);
  const names: { category: number; words: SetWords }[] = [];
  for (const category of shown(categories, every)) {
    const middle = band * (category + 0.5);
    // Mirrored decks have the same room on the other side.
    const [before, behind] = t.isRtl
      ? [frame.x + frame.width - plot.x - plot.width, plot.x - frame.x]
      : [plot.x - frame.x, frame.x + frame.width - plot.x - plot.width];
    const edge = 2 * Math.min(before + middle, behind + plot.width - middle);
    const words = t.set(
      categories[category] ?? '',
      Math.min(band * every * (every === 1 ? NAME_FILL : THINNED_FILL), band * every - t.size * NAME_GAP, edge),
    );
    if (!words.isWhole || words.lines.length > mostLines || words.height > depth) return null;
    names.push({ category, words });
  }
  return { every, names, depth: Math.max(0, ...names.map(({ words }) => words.height)) };
}

/** Names beside lying bars, none wider than its room or on the next, nor further beyond the bars than it may. Null where one is, or has too many lines. */
export function besideNames(
  t: Typist,
  categories: readonly string[],
  room: { readonly width: number; readonly height: number; readonly beyond: number },
  { every, mostLines }: { readonly every: number; readonly mostLines: number },
): SetNames | null {
  const { width, height, beyond } = room;
  const band = height / Math.max(1, categories.length);
  const names = shown(categories, every).map((category) => ({ category, words: t.set(categories[category] ?? '', width) }));
  // The outermost are held by the frame's edges too, not by their neighbours alone.
  const fits = names.every(({ category, words }) => {
    const edge = 2 * (beyond + Math.min(band * (category + 0.5), height - band * (category + 0.5)));
    return words.isWhole && words.lines.length <= mostLines && words.height <= Math.min(band * every * 0.98, edge + 0.01);
  });
  return fits ? { every, names, depth: Math.max(0, ...names.map(({ words }) => words.width)) } : null;
}

/** Set names at their places round a plot. */
export function placeNames(t: Typist, axes: Axes, { names }: SetNames): CategoryLabel[] {
  const gap = t.size * AXIS_GAP;
  const { plot } = axes;
  return names.map(({ category, words }): CategoryLabel => {
    const at = categoryAt(axes, category);
    if (!axes.isHorizontal) return { ...placed(words, { x: at, top: plot.y + plot.height + gap, align: 'center' }, t.color), category };
    const x = startOf(plot, axes.isRtl) + (axes.isRtl ? gap : -gap);
    return { ...placed(words, { x, top: at - words.height / 2, align: axes.isRtl ? 'left' : 'right' }, t.color), category };
  });
}
