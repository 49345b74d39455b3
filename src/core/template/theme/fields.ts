import { COLOR_MAP } from './color.ts';
import type { ThemeText } from './schema.ts';
import { FIELDS, STAND_INS, type Field, type StandIn } from './stand-ins.ts';
import { COLOR_USES, type ColorSlot, type ColorUse, type Variant } from './types.ts';

/** Where words are no colours though they may be spelt as one. */
const WORDS: ReadonlySet<string> = new Set(['name', 'label', 'prompt', 'text', 'style', 'extends', 'default', 'fonts', 'font', 'colors']);

/**
 * What a stand-in shows in a variant: a use of the slot that has its colour, so that a deck recoloured in PowerPoint goes along, else the
 * colour itself. The highlight of a dark deck that names none is its dark2, as background2 is.
 */
function shownAs(name: StandIn, text: ThemeText, variant: Variant): ColorUse {
  const palette = text.colors[variant];
  const slotUse = (slot: ColorSlot): ColorUse => COLOR_USES.find((use) => COLOR_MAP[variant][use] === slot) ?? 'text1';
  if (!(name in FIELDS)) return slotUse(name as ColorSlot);
  const own = palette[name as Field]?.toUpperCase();
  if (own === undefined) return name === 'highlight' ? 'background2' : slotUse(FIELDS[name as Field]);
  const same = COLOR_USES.find((use) => palette[COLOR_MAP[variant][use]].toUpperCase() === own);
  return same ?? `#${own.slice(1)}`;
}

/** The theme's text with every stand-in replaced by the use or the colour that it shows in this variant. */
export function withFields(text: ThemeText, variant: Variant): ThemeText {
  const known = new Map(STAND_INS.map((name) => [name as string, shownAs(name, text, variant)]));
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return known.get(value) ?? value;
    if (Array.isArray(value)) return value.map((each) => walk(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, WORDS.has(name) ? each : walk(each, name)]));
  };
  return walk(text, '') as ThemeText;
}
