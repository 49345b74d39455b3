import { fault, type Context, type Path } from './context.ts';
import type { FiguresText } from './schema.ts';
import type { FiguresLook } from './types.ts';

const DEFAULT: FiguresLook = {
  ...{ form: 'plain', value: 'statValue', label: 'statLabel', hedge: null, unit: null, hedgeSize: 0.35 },
  ...{ rule: null, ruleWidth: 2, fill: null, lead: null, leadFill: null, leadText: null, padding: 0, gap: 24 },
};

/** How figures stand, where `text` leaves something out as `base` says; undefined where it says nothing. A style that is not there is a fault. */
export function figuresLookOf(
  text: FiguresText | undefined,
  base: FiguresLook | undefined,
  path: Path,
  context: Context,
): FiguresLook | undefined {
  if (text === undefined) return base;
  const given = typeof text === 'string' ? { form: text } : text;
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const look: FiguresLook = { ...DEFAULT, padding: given.fill == null ? 0 : 12, ...base, ...said };
  for (const key of ['value', 'label', 'hedge', 'unit'] as const) {
    const style = look[key];
    if (style === null || context.styles.has(style)) continue;
    const hint = 'Name one of these, or add the style under styles.';
    fault(context, [...path, key], { message: 'there is no such style', received: style, allowed: [...context.styles].join(', '), hint });
  }
  return look;
}
