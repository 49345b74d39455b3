import { innerFrame } from '../../../template/company/index.ts';
import type { CompanyPlaceholder } from '../../../template/company/types.ts';
import type { Direction, Frame, LevelStyle } from '../../../template/theme/types.ts';
import { attributes } from '../../../base/ooxml/xml/escape.ts';

/** `p:ph` of the organisation's placeholder, as its layout has it. */
export function companyPh({ type, index, size, orientation }: CompanyPlaceholder): string {
  return `<p:ph${attributes({
    type: type === 'obj' ? null : type,
    orient: orientation,
    sz: size,
    idx: index === 0 ? null : index,
  })}/>`;
}

/** What of ours a placeholder takes, by its type: text alone, or objects too. ST_PlaceholderType. */
const TAKES: Readonly<Record<string, readonly ('table' | 'chart' | 'image')[]>> = {
  obj: ['table', 'chart', 'image'],
  tbl: ['table'],
  chart: ['chart'],
  pic: ['image'],
};

export function companyTakes({ type }: CompanyPlaceholder, kind: 'table' | 'chart' | 'image'): boolean {
  return TAKES[type]?.includes(kind) ?? false;
}

/** Whether it holds words. */
export function companyTakesText({ type }: CompanyPlaceholder): boolean {
  return !['tbl', 'chart', 'pic', 'media', 'dgm', 'clipArt'].includes(type);
}

/** Points by which drawing and rounding may differ. */
const SAME = 0.5;

/** Whether a region's words stand just where the placeholder's do, so that the slide need not say where. */
export function standsIn(frame: Frame, placeholder: CompanyPlaceholder): boolean {
  const inner = innerFrame(placeholder);
  const sides = ['x', 'y', 'width', 'height'] as const;
  return inner !== null && sides.every((side) => Math.abs(inner[side] - frame[side]) <= SAME);
}

/**
 * What a level inherits, to tell what a slide must say itself. A field that could not be said in our terms equals nothing;
 * null where nothing is inherited, or where the organisation's text runs the other way.
 */
export function inheritedLevel(placeholder: CompanyPlaceholder, index: number, direction: Direction): LevelStyle | null {
  const level = placeholder.levels[index] ?? placeholder.levels.at(-1);
  // LibreOffice hands a footer nothing down.
  if (!level || direction !== level.direction || placeholder.type === 'ftr' || level.inexact.includes('size')) return null;
  const unequal = level.inexact.map((field) => [field, Number.NaN] as const);
  return { ...level.style, ...(Object.fromEntries(unequal) as Partial<LevelStyle>) };
}
