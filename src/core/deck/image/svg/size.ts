/** CSS pixels of a length's unit (CSS Values 3, 5.2); a font's size is taken for sixteen. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  q: 96 / 101.6,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
};

/** A length in pixels; null for none, a share of something, and what is no length. */
function pixels(text: string | undefined): number | null {
  const [, number = '', unit = ''] = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d{1,2})?)\s*([a-z]*)\s*$/i.exec(text ?? '') ?? [];
  const value = Number(number) * (UNITS[unit.toLowerCase()] ?? NaN);
  return number !== '' && Number.isFinite(value) && value > 0 ? value : null;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function viewBox(text: string | undefined): Box | null {
  const [x, y, width, height, ...more] = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined || more.length > 0) return null;
  return [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** Pixels: a drawing has no size that must be kept but its shape, and programs' numbers have bounds. */
const LONGEST_SIDE = 4096;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export interface DrawingSize {
  readonly width: number;
  readonly height: number;
  readonly viewBox: string;
  /** Whether the file leaves it open; then it is what browsers take. */
  readonly assumed: boolean;
}

/** The size of an `svg` by its attributes, as browsers find it (CSS Images 3, 5.2); in the numbers that every program reads alike. */
export function sizeOf(attributes: ReadonlyMap<string, string>): DrawingSize {
  const own = { width: pixels(attributes.get('width')), height: pixels(attributes.get('height')) };
  const box = viewBox(attributes.get('viewBox'));
  const assumed = box === null && (own.width === null || own.height === null);
  const aspect = box ? box.width / box.height : 2;
  const width = own.width ?? (own.height === null ? (box?.width ?? 300) : own.height * aspect);
  const height = own.height ?? width / aspect;
  const view = box ?? { x: 0, y: 0, width, height };
  const shrink = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const grow = Math.max(1, 16 / Math.max(width, height));
  const side = (value: number): number => Math.max(1, rounded(value * shrink * grow));
  return {
    width: side(width),
    height: side(height),
    viewBox: [view.x, view.y, view.width, view.height].map((value) => String(Number(value.toPrecision(9)))).join(' '),
    assumed,
  };
}
