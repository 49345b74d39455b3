import type { LevelStyle } from '../../../template/theme/types.ts';
import type { SetText } from '../../../layout/text/types.ts';
import type { SceneParagraph } from '../../../layout/types.ts';
import {
  ascent,
  boxHeight,
  LABEL_GAP,
  levelsAt,
  NEAR,
  partGap,
  set,
  widthOf,
  type Arranged,
  type FigureWords,
  type Type,
} from './setting.ts';

export type Part = 'hedge' | 'number' | 'unit' | 'label';

/** A text of a figure: x from its column's start edge, y from the top of its row of texts, in points. */
export interface SetPart {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: SetText;
  readonly levels: readonly LevelStyle[];
}

interface Line {
  readonly parts: readonly Omit<SetPart, 'y'>[];
  /** From its top to its baseline, and from there to its end. */
  readonly above: number;
  readonly below: number;
}

/** The number of a figure, with what stands on its line: all on one baseline. `isAlone`: something may stand beside it. */
function lineOf(type: Type, { hedge, number, unit }: FigureWords, { lines, inner }: Arranged, size: number, isAlone: boolean): Line {
  const levels = levelsAt(type, size);
  const onLine: readonly (readonly [Part, SceneParagraph | null, readonly LevelStyle[]])[] = [
    ['hedge', lines.hedge === 'line' ? hedge : null, levels.hedge],
    ['number', number, levels.number],
    ['unit', lines.unit === 'line' ? unit : null, levels.unit],
  ];
  let x = 0;
  const last = onLine.findLast(([, words]) => words !== null)?.[0];
  const parts = onLine.flatMap(([part, words, own]) => {
    // What is last on its line has the rest of it.
    const width = part === last && !isAlone ? inner - x : widthOf(type, words, own);
    const text = set(type, words, own, width);
    if (!text) return [];
    const found = { part, x, width, height: boxHeight(text), text, levels: own };
    x += width + partGap(size);
    return [found];
  });
  return {
    parts,
    above: Math.max(...parts.map(({ text }) => ascent(text))),
    below: Math.max(...parts.map(({ text, height }) => height - ascent(text))),
  };
}

/** Room beside one large number that its unit and label stand in; less of it, and they stand below. */
const LEAST_SIDE = 200;
const SIDE_GAP = 28;

/** The figures of one row on common lines, and their height. */
export interface SetRow {
  readonly figures: readonly (readonly SetPart[])[];
  readonly height: number;
}

/** Sets one row of figures, with numbers of one size. */
export function setRow(type: Type, row: readonly FigureWords[], arranged: Arranged, size: number): SetRow {
  const { inner, lines } = arranged;
  const levels = levelsAt(type, size);
  const isHero = type.look.form === 'hero' && row.length === 1;
  const numbers = row.map((figure) => lineOf(type, figure, arranged, size, isHero));
  const [first] = numbers;
  const side = isHero ? inner - (first?.parts.at(-1)?.width ?? 0) - SIDE_GAP : 0;
  const isBeside = side >= LEAST_SIDE;
  const width = isBeside ? side : inner;
  const x = isBeside ? inner - side : 0;
  const hedges = row.map(({ hedge }) => (lines.hedge === 'above' ? set(type, hedge, levels.hedge, inner) : null));
  const units = row.map(({ unit }) => (lines.unit === 'below' ? set(type, unit, levels.unit, width) : null));
  const labels = row.map(({ label }) => set(type, label, type.label, width));
  const most = (list: readonly (SetText | null)[]): number => Math.max(0, ...list.map(boxHeight));
  const [hedgeHeight, unitHeight, labelHeight] = [most(hedges), most(units), most(labels)];
  const above = Math.max(...numbers.map((line) => line.above));
  const below = Math.max(...numbers.map((line) => line.below));
  const top = hedgeHeight > 0 ? hedgeHeight + NEAR : 0;
  const words = unitHeight + (unitHeight > 0 && labelHeight > 0 ? NEAR : 0) + labelHeight;
  const bottom = top + above + below;
  const from = isBeside ? Math.max(top, top + above - words) : bottom + (words > 0 ? LABEL_GAP : 0);
  const figures = row.map((_, i): SetPart[] => {
    const part = (
      name: Part,
      text: SetText | null | undefined,
      y: number,
      height: number,
      at: number,
      own: readonly LevelStyle[],
    ): SetPart[] => (text ? [{ part: name, x: at, y, width: name === 'hedge' ? inner : width, height, text, levels: own }] : []);
    return [
      ...part('hedge', hedges[i], 0, hedgeHeight, 0, levels.hedge),
      ...(numbers[i]?.parts ?? []).map((one) => ({ ...one, y: top + above - ascent(one.text) })),
      ...part('unit', units[i], from, unitHeight, x, levels.unit),
      ...part('label', labels[i], from + (unitHeight > 0 ? unitHeight + NEAR : 0), labelHeight, x, type.label),
    ];
  });
  return { figures, height: Math.max(bottom, words > 0 ? from + words : 0) };
}
