import { contrast, mixed, resolveColor } from '../../../template/theme/index.ts';
import type { ColorUse, Theme } from '../../../template/theme/types.ts';

/** What a chart may also paint with where its theme's own list ends: every other colour of the theme that can be told from the rest. */
const OTHERS: readonly ColorUse[] = ['accent3', 'accent5', 'text2', 'accent2', 'accent1', 'accent6', 'accent4', 'text1'];

/** Colours that lie beside each other differ at least so much, so that they do in grey print too. */
export const NEIGHBOURS = 2;
/** What a chart draws differs from its page so much at least, where colours allow it. */
const ON_PAGE = 3;

/** Colours of a chart's series or parts, one each, and those that share another's. */
export interface Paint {
  readonly colors: readonly ColorUse[];
  readonly repeated: readonly number[];
}

/** The colour that says “look here”. */
export function accentOf({ chart }: Theme): ColorUse {
  return chart.accent ?? chart.series[0] ?? 'accent1';
}

/** The colour of what stands beside it. */
export function mutedOf(theme: Theme): ColorUse {
  const [first = 'accent3'] = paint(theme, 2, 1).colors;
  return first;
}

/** Greys between page and ink that differ from each other, for themes whose own colours do not. */
function shades(theme: Theme): ColorUse[] {
  const [page, ink] = [resolveColor(theme, 'background1'), resolveColor(theme, 'text1')];
  return [0.3, 0.45, 0.6, 0.75, 0.88, 1].map((share) => mixed(ink, page, share) as ColorUse);
}

/** More colours than these nobody tells apart, though they differ. */
const MOST_COLORS = 8;
/** Among so many colours a search for ones that all differ is given up: then some come twice. */
const MOST_STEPS = 3000;

type Choice = (at: number) => readonly ColorUse[];
type Apart = (a: ColorUse | undefined, b: ColorUse | undefined) => boolean;

/** Channels that lie no further apart than this make a grey to the eye. */
const GREY = 60;

function isGrey(hex: string): boolean {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return Math.max(...channels) - Math.min(...channels) < GREY;
}

const repeatedIn = (colors: readonly ColorUse[]): number[] => colors.flatMap((use, i) => (colors.indexOf(use) < i ? [i] : []));

/** Colours that all differ, the earlier ones of each choice before later ones; null where there are none, or none is soon found. */
function allDifferent(count: number, choice: Choice, apart: Apart): readonly ColorUse[] | null {
  if (count > MOST_COLORS) return null;
  let steps = 0;
  const search = (found: readonly ColorUse[]): readonly ColorUse[] | null => {
    if (found.length === count) return found;
    for (const use of choice(found.length)) {
      if (found.includes(use) || !apart(use, found.at(-1))) continue;
      if ((steps += 1) > MOST_STEPS) return null;
      const whole = search([...found, use]);
      if (whole) return whole;
    }
    return null;
  };
  return search([]);
}

/** Colours of which each is apart from its neighbours, the one that was used longest ago first; null where there are none. */
function repeating(count: number, choice: Choice, apart: Apart): readonly ColorUse[] | null {
  // From the end: what can be followed to it.
  const open: (readonly ColorUse[])[] = [];
  for (let at = count - 1; at >= 0; at -= 1) {
    const next = open[at + 1];
    open[at] = choice(at).filter((use) => !next || next.some((other) => apart(use, other)));
  }
  const found: ColorUse[] = [];
  for (const uses of open) {
    const fitting = uses.filter((use) => apart(use, found.at(-1)));
    const [use] = [...fitting].sort((a, b) => found.lastIndexOf(a) - found.lastIndexOf(b));
    if (use === undefined) return null;
    found.push(use);
  }
  return found;
}

/**
 * So many colours of a theme that each two beside each other can be told apart, in grey print too: those that its charts name, then its
 * others, then greys. `accented` has the accent, and nothing else has it. Where there are more than differ, some come twice.
 */
export function paint(theme: Theme, count: number, accented: number | null): Paint {
  const shown = (use: ColorUse): string => resolveColor(theme, use);
  const accent = accentOf(theme);
  const page = shown('background1');
  const apart: Apart = (a, b) => a === undefined || b === undefined || contrast(shown(a), shown(b)) >= NEIGHBOURS;
  const unlike = new Set([shown(accent), shown(theme.chart.grid)]);
  const fresh = (use: ColorUse): boolean => !unlike.has(shown(use)) && unlike.add(shown(use)).has(shown(use));
  const greys = [...theme.chart.series, 'text2' as const].filter((use) => isGrey(shown(use)));
  const tiers = [greys, theme.chart.series, OTHERS.slice(0, 4), OTHERS.slice(4), shades(theme)].map((uses) => uses.filter(fresh));
  const isSeen = (use: ColorUse): boolean => contrast(shown(use), page) >= ON_PAGE;
  const all = tiers.flat();
  const sets = [all.filter(isSeen), all];
  const smaller = sets.flatMap((uses) =>
    tiers.map((_, i) =>
      uses.filter((use) =>
        tiers
          .slice(0, i + 1)
          .flat()
          .includes(use),
      ),
    ),
  );
  for (const [find, choices] of [
    [allDifferent, smaller],
    [repeating, [all.filter(isSeen).slice(0, MOST_COLORS - 1), ...sets]],
  ] as const) {
    for (const uses of choices) {
      const found = find(count, (at) => (at === accented ? [accent] : uses), apart);
      if (found) return { colors: found, repeated: repeatedIn(found) };
    }
  }
  const colors = Array.from({ length: count }, (_, i) => (i === accented ? accent : (all[i % Math.max(1, all.length)] ?? accent)));
  return { colors, repeated: repeatedIn(colors) };
}
