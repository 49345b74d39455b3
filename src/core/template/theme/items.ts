import { ITEM_FORMS, type ItemsForm } from '../../block/items/types.ts';
import { omit } from '../../base/omit.ts';
import { fault, type Context } from './context.ts';
import type { ItemsLookText, ThemeText } from './schema.ts';
import { ITEM_PARTS, type ItemPart, type ItemsLook } from './types.ts';

/** What a part is set in where a look names no style. */
const STYLES: Readonly<Record<ItemPart, string>> = {
  number: 'itemNumber',
  kicker: 'itemKicker',
  head: 'itemHead',
  sub: 'itemSub',
  body: 'itemBody',
  side: 'itemSide',
};

const ROWS: ItemsLook = {
  arrange: ['rows'],
  least: 2,
  most: 4,
  gap: 28,
  padding: { x: 12, y: 8 },
  fill: null,
  markedFill: null,
  rule: 'accent4',
  markedRule: 'accent1',
  ruleWidth: 0.75,
  markedRuleWidth: 3,
  wider: 0,
  rowMaximum: 96,
  columns: 'auto',
  anchor: 'middle',
  styles: STYLES,
  markedStyles: STYLES,
};

/** What a pack need not say: each look, plain. Panels stand on background2; a row, grid or chevrons that do not fit become rows. */
export const ITEMS_LOOKS: Readonly<Record<ItemsForm, ItemsLook>> = {
  cards: {
    ...ROWS,
    arrange: ['row', 'grid', 'rows'],
    most: 5,
    gap: 14.4,
    padding: { x: 18, y: 14 },
    fill: 'background2',
    markedFill: 'background2',
    ruleWidth: 2,
    rowMaximum: 346,
    anchor: 'top',
  },
  compare: {
    ...ROWS,
    arrange: ['columns'],
    gap: 14.4,
    padding: { x: 18, y: 10 },
    fill: 'background2',
    markedFill: 'background2',
    rowMaximum: 90,
  },
  steps: {
    ...ROWS,
    arrange: ['chevrons', 'rows'],
    most: 5,
    gap: 4,
    padding: { x: 10, y: 10 },
    fill: 'background2',
    markedFill: 'accent4',
    rowMaximum: 165,
  },
  decisions: { ...ROWS, columns: 1 },
  agenda: { ...ROWS, rowMaximum: 69 },
  asks: { ...ROWS, arrange: ['row', 'rows'], most: 3, padding: { x: 0, y: 12 }, ruleWidth: 2, rowMaximum: 120, columns: 1 },
  rows: { ...ROWS },
};

type Styles = ItemsLook['styles'];

const named = (base: Styles, own: ItemsLookText['styles']): Styles =>
  Object.fromEntries(ITEM_PARTS.map((part) => [part, own?.[part] ?? base[part]])) as unknown as Styles;

function laidOver(base: ItemsLook, text: ItemsLookText): ItemsLook {
  const { styles, markedStyles, padding, ...rest } = omit(text, 'like');
  const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<ItemsLook>;
  const own = named(base.styles, styles);
  // A style that a look names holds for what is marked too, unless it names another.
  const marked = named(named(base.markedStyles, styles), markedStyles);
  return { ...base, ...stated, ...(padding && { padding: { x: padding[0], y: padding[1] } }), styles: own, markedStyles: marked };
}

/** Every look of a theme by name: one for each form, and the pack's own. Faults: a style or look that there is not. */
export function itemsLooks(given: ThemeText['items'], context: Context): Readonly<Record<string, ItemsLook>> {
  const names = [...new Set([...ITEM_FORMS, ...Object.keys(given ?? {})])];
  const looks = Object.fromEntries(
    names.map((name) => {
      const text = given?.[name] ?? {};
      const like = text.like ?? ITEM_FORMS.find((form) => form === name) ?? 'rows';
      const base = laidOver(ITEMS_LOOKS[like], like === name ? {} : (given?.[like] ?? {}));
      return [name, laidOver(base, text)] as const;
    }),
  );
  for (const [name, look] of Object.entries(looks)) {
    for (const style of new Set([...Object.values(look.styles), ...Object.values(look.markedStyles)])) {
      if (context.styles.has(style)) continue;
      fault(context, ['items', name, 'styles'], {
        message: 'there is no style of this name',
        received: style,
        allowed: [...context.styles].join(', '),
        hint: 'Name one of the styles, or add it under styles.',
      });
    }
  }
  return looks;
}
