import { runsText } from '../../src/core/layout/index.ts';
import { hasLonelyWord } from '../../src/core/layout/text/balance.ts';
import type { Box, Scene, SceneSlide, TextBox } from '../../src/core/layout/types.ts';
import type { PageUse } from './grid.ts';

/** What is wanted of decks in a pack: page used on average, and the size that body text is not under. */
export interface Wanted {
  readonly used: number;
  /** Points. */
  readonly floor: number;
}

/** By the names of the packs. */
export const WANTED: Readonly<Record<string, Wanted>> = {
  'policy-brief': { used: 0.45, floor: 18 },
  'situation-report': { used: 0.5, floor: 16 },
  'talking-points': { used: 0.4, floor: 24 },
};

/** Bounds that hold in every pack. */
export const BOUNDS = { smallHole: 0.25, withSmallHole: 0.1, largeHole: 0.4, underFloor: 0.1, sizes: 3, inARow: 3 } as const;

/** How a deck looks, in figures. */
export interface DeckFigures {
  readonly slides: number;
  /** Those whose pages are measured: no covers, dividers, quotations and fields of colour. */
  readonly measured: number;
  readonly used: number;
  /** Numbers of slides with a hole of more than a quarter, and of more than two fifths of the page. */
  readonly smallHoles: readonly number[];
  readonly largeHoles: readonly number[];
  /** Characters of body text by size in points. */
  readonly characters: ReadonlyMap<number, number>;
  /** Sizes of the style that most body text is set in, at its first level. */
  readonly sizes: readonly number[];
  /** The longest row of slides of one layout; the parts of a slide count once. */
  readonly inARow: { readonly layout: string; readonly slides: number };
  /** Numbers of slides whose titles end in a line of one word. */
  readonly lonely: readonly number[];
}

/** Covers, dividers, quotations and fields of colour are meant to be mostly empty. */
export function isMeasured({ theme }: Scene, slide: SceneSlide): boolean {
  const layout = theme.layouts[slide.layout];
  const isField = layout?.background != null && layout.background !== theme.background;
  const isQuotation = slide.boxes.some((box) => box.kind === 'text' && box.role === 'quote' && box.placeholder);
  return layout?.type !== 'title' && layout?.type !== 'secHead' && !isField && !isQuotation;
}

interface SetIn {
  readonly style: string;
  readonly level: number;
  readonly size: number;
  readonly characters: number;
}

const ASIDE: ReadonlySet<TextBox['role']> = new Set(['title', 'kicker', 'caption', 'footer', 'number', 'date', 'mark']);

/** Body text of a box: no titles, sources, captions, and words of charts. */
function bodyOf(box: Box): SetIn[] {
  switch (box.kind) {
    case 'text':
      if (ASIDE.has(box.role) || box.style.startsWith('source')) return [];
      return box.paragraphs.map(({ runs, level }) => ({
        style: box.style,
        level,
        size: (box.levels[level] ?? box.levels.at(-1))?.size ?? 0,
        characters: runsText(runs).length,
      }));
    case 'table':
      return box.rows.flatMap(({ cells }) =>
        cells.flatMap(({ levels, paragraphs }) =>
          paragraphs.map(({ runs }) => ({ style: 'table', level: 0, size: levels[0]?.size ?? 0, characters: runsText(runs).length })),
        ),
      );
    case 'group':
      return box.children.flatMap(bodyOf);
    case 'chart':
    case 'image':
    case 'shape':
      return [];
  }
}

function addTo<K>(sums: Map<K, number>, key: K, more: number): void {
  sums.set(key, (sums.get(key) ?? 0) + more);
}

function longestRun(scene: Scene): DeckFigures['inARow'] {
  let best = { layout: '', slides: 0 };
  let open = best;
  for (const slide of scene.slides) {
    if (!isMeasured(scene, slide)) open = { layout: '', slides: 0 };
    else if (slide.part === 1 || slide.layout !== open.layout)
      open = { layout: slide.layout, slides: slide.layout === open.layout ? open.slides + 1 : 1 };
    if (open.slides > best.slides) best = open;
  }
  return best;
}

function endsInOneWord({ boxes }: SceneSlide): boolean {
  const title = boxes.find((box): box is TextBox => box.kind === 'text' && box.role === 'title');
  const last = title?.lines.at(-1);
  if (!title || !last) return false;
  return hasLonelyWord(runsText(title.paragraphs[last.paragraph]?.runs ?? []), title.lines);
}

/** Figures of a deck; `uses` in the order of its slides. */
export function deckFigures(scene: Scene, uses: readonly PageUse[]): DeckFigures {
  const measured = scene.slides.flatMap((slide, i) => {
    const use = uses[i];
    return use && isMeasured(scene, slide) ? [{ number: slide.number, ...use }] : [];
  });
  const withHole = (least: number): number[] => measured.filter(({ hole }) => hole > least).map(({ number }) => number);
  const body = scene.slides
    .filter((slide) => slide.kind !== 'sources' && isMeasured(scene, slide))
    .flatMap(({ boxes }) => boxes.flatMap(bodyOf));
  const characters = new Map<number, number>();
  const styles = new Map<string, number>();
  for (const { size, style, characters: count } of body) {
    addTo(characters, size, count);
    addTo(styles, style, count);
  }
  const [main] = [...styles].sort(([, a], [, b]) => b - a)[0] ?? [''];
  return {
    slides: scene.slides.length,
    measured: measured.length,
    used: measured.reduce((sum, { used }) => sum + used, 0) / Math.max(1, measured.length),
    smallHoles: withHole(BOUNDS.smallHole),
    largeHoles: withHole(BOUNDS.largeHole),
    characters,
    sizes: [...new Set(body.filter(({ style, level }) => style === main && level === 0).map(({ size }) => size))].sort((a, b) => b - a),
    inARow: longestRun(scene),
    lonely: scene.slides.filter(endsInOneWord).map(({ number }) => number),
  };
}

/** Share of body characters under a size in points. */
export function shareUnder({ characters }: Pick<DeckFigures, 'characters'>, size: number): number {
  const all = [...characters].reduce((sum, [, count]) => sum + count, 0);
  const under = [...characters].reduce((sum, [own, count]) => sum + (own < size ? count : 0), 0);
  return under / Math.max(1, all);
}
