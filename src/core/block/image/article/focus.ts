import type { Focus } from '../types.ts';

const FRAGMENT = /#focus=(.*)$/;
const PART = /^\s*(?<number>\d+(?:\.\d+)?|\.\d+)\s*(?<percent>%?)\s*$/;

/** A picture's address without its focus, and what stands there for one; null where nothing does. */
export function withoutFocus(address: string): readonly [src: string, focus: string | null] {
  const found = FRAGMENT.exec(address);
  return found ? [address.slice(0, found.index), found[1] ?? ''] : [address, null];
}

/** `0.5,0.3` or `50%,30%`, from left and from top; null where it is none, or lies outside of the picture. */
export function readFocus(text: string): Focus | null {
  const parts = text.split(',').map((part) => PART.exec(part)?.groups);
  const [x, y, ...more] = parts.map((part) => (part ? Number(part['number']) / (part['percent'] === '%' ? 100 : 1) : NaN));
  if (x === undefined || y === undefined || more.length > 0) return null;
  return x <= 1 && y <= 1 ? { x, y } : null;
}

export const writeFocus = ({ x, y }: Focus): string => `#focus=${x},${y}`;

/** As slide markup has it. */
export const focusText = ({ x, y }: Focus): string => `${Number(x.toFixed(4))} ${Number(y.toFixed(4))}`;
