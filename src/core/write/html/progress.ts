import type { Box, GroupBox, Scene } from '../../layout/types.ts';
import type { Context, Strip } from './context.ts';
import { EMPTY, h, join, type Html } from './html.ts';
import { outline } from './shape.ts';
import { colorLetter, colorVar } from './sheet.ts';

/** The strip of progress is the same on every slide but for its colours, so a deck has it once, and each slide says its colours. */
const ID = 'progress';

export function isProgress(box: Box): box is GroupBox {
  return box.kind === 'group' && box.role === 'progress';
}

function outlines(box: GroupBox): (string | null)[] {
  return box.children.map((child) => (child.kind === 'shape' && child.stroke === null ? outline(child) : null));
}

/** The strip that a page can hold once, that of most slides; null where it has none. */
export function stripOf({ slides }: Scene): Strip | null {
  const times = new Map<string, number>();
  const alike = (own: GroupBox): string => outlines(own).join();
  const strips = slides.flatMap(({ boxes }) => boxes.filter(isProgress));
  for (const own of strips) times.set(alike(own), (times.get(alike(own)) ?? 0) + 1);
  const most = Math.max(0, ...times.values());
  const box = strips.find((own) => times.get(alike(own)) === most);
  const all = box ? outlines(box) : [];
  const rest = box?.children.at(-1)?.fill ?? null;
  return rest !== null && all.every((d) => d !== null) ? { outlines: all, rest } : null;
}

/** The strip as parts of a drawing that the slides refer to. */
export function sharedProgress({ strip, sheet }: Context): Html {
  if (strip === null) return EMPTY;
  const last = strip.outlines.length - 1;
  // A part without a colour of its own has that of the next one: a slide says where colours change.
  const chain = strip.outlines.map((_, i) => `--q${i}:var(--p${i},${i === last ? colorVar(strip.rest) : `var(--q${i + 1})`})`);
  const parts = strip.outlines.map((d, i) => h('path', { fill: `var(--q${i})`, d }));
  return h('g', { id: ID, class: sheet.rule('g', chain.join(';')) }, join(parts));
}

/** A slide's strip as part of a drawing; null where it is not the one that the page holds. */
export function progress(box: GroupBox, { strip, sheet }: Context): Html | null {
  const own = outlines(box);
  if (strip === null || own.length !== strip.outlines.length || own.some((d, i) => d !== strip.outlines[i])) return null;
  const fills = box.children.map(({ fill }) => fill ?? strip.rest);
  const colors = fills.map((fill, i) => (fill === (fills[i + 1] ?? strip.rest) ? '' : `--p${i}:${colorVar(fill)}`)).filter(Boolean);
  return h('use', { href: `#${ID}`, class: sheet.rule(`g${fills.map(colorLetter).join('')}`, colors.join(';')) });
}
