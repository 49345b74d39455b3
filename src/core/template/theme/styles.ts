import type { LevelText, StyleText } from './schema.ts';
import { STYLE_NAMES, type LevelStyle, type StyleName, type TextStyle } from './types.ts';

/** What a pack need not say: every style that blocks use, plain. A pack's own style of that name is laid over it. */
export const DEFAULT_STYLES: Readonly<Record<StyleName, StyleText>> = {
  title: { font: 'heading', size: 30, minimum: 24, lineSpacing: 0.95, balance: true },
  subtitle: { size: 20, minimum: 14, color: 'text2' },
  kicker: { size: 12, minimum: 10, color: 'text2', letterSpacing: 1 },
  lead: { font: 'heading', size: 20, minimum: 14 },
  body: {
    size: 20,
    minimum: 14,
    spaceBefore: 10,
    indent: 18,
    hanging: 18,
    bullet: '▪',
    bulletColor: 'accent1',
    levels: {
      2: { size: 18, minimum: 14, indent: 36, bullet: '–', color: 'text2', spaceBefore: 5 },
      3: { size: 16, minimum: 14, indent: 54, spaceBefore: 4 },
    },
  },
  quote: {
    font: 'heading',
    size: 30,
    minimum: 18,
    spaceBefore: 12,
    levels: { 2: { font: 'body', size: 16, minimum: 12, color: 'text2', spaceBefore: 18 } },
  },
  statValue: { size: 60, minimum: 36, color: 'accent1', lineSpacing: 0.9 },
  statLabel: { size: 16, minimum: 12, spaceBefore: 4, levels: { 2: { size: 12, minimum: 10, color: 'text2' } } },
  timelineDate: { size: 14, minimum: 12, bold: true, color: 'accent1' },
  timelineText: { size: 14, minimum: 12, spaceBefore: 2 },
  table: { size: 14, minimum: 12 },
  tableHeader: { extends: 'table', bold: true },
  chart: { size: 12, minimum: 10 },
  caption: { size: 10, minimum: 10, color: 'text2', spaceBefore: 2 },
  callout: { size: 18, minimum: 14, spaceBefore: 6 },
  itemNumber: { size: 36, minimum: 18, bold: true, color: 'accent1', lineSpacing: 0.9 },
  itemKicker: { size: 16, minimum: 12, bold: true, color: 'accent1' },
  itemHead: { font: 'heading', size: 24, minimum: 16, bold: true, spaceBefore: 2 },
  itemSub: { size: 18, minimum: 13, bold: true, color: 'accent1', spaceBefore: 3 },
  itemBody: { size: 20, minimum: 14, spaceBefore: 6, levels: { 2: { spaceBefore: 8, indent: 14, hanging: 14, bullet: '–' } } },
  itemSide: { size: 16, minimum: 12, color: 'text2', align: 'end' },
  source: { size: 12, minimum: 10, spaceBefore: 5, indent: 22, hanging: 22, bullet: null },
  footer: { size: 10, minimum: 10, color: 'text2' },
  mark: { size: 12, minimum: 10, bold: true, color: 'accent1', align: 'end', letterSpacing: 1 },
};

const PLAIN: LevelStyle = {
  font: 'body',
  size: 18,
  minimum: 12,
  bold: false,
  italic: false,
  color: 'text1',
  align: 'start',
  lineSpacing: 1,
  spaceBefore: 0,
  indent: 0,
  hanging: 0,
  bullet: null,
  letterSpacing: 0,
  capitals: false,
};

type Levels = TextStyle['levels'];

const NUMBERS = [1, 2, 3, 4, 5] as const;

/** A ladder says size and minimum; where these are said without one, the ladder that was inherited is no more. */
function laddered({ steps, ...base }: LevelStyle, stated: Partial<LevelStyle>): LevelStyle {
  if (stated.steps) return { ...base, ...stated, size: stated.steps[0] ?? base.size, minimum: stated.steps.at(-1) ?? base.minimum };
  const keeps = steps !== undefined && stated.size === undefined && stated.minimum === undefined;
  return { ...base, ...stated, ...(keeps && { steps }) };
}

function applied(base: LevelStyle, text: LevelText): LevelStyle {
  const { bullet, bulletColor, ...rest } = text;
  const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<LevelStyle>;
  const level = laddered(base, stated);
  const character = bullet === undefined ? (base.bullet?.character ?? null) : bullet;
  return {
    ...level,
    minimum: Math.min(level.minimum, level.size),
    bullet: character === null ? null : { character, color: bulletColor ?? base.bullet?.color ?? level.color },
  };
}

/** A style's fields hold for all its levels; a level's own fields hold for it and the levels below it. */
function levelsOf({ levels, ...common }: Omit<StyleText, 'extends'>, base: Levels | null): Levels {
  let below: LevelText = {};
  const made = NUMBERS.map((number, index) => {
    below = { ...below, ...levels?.[number] };
    return applied(applied(base?.[index] ?? PLAIN, common), below);
  });
  return made as unknown as Levels;
}

function merged(given: StyleText, fallback: StyleText | undefined): StyleText {
  if (fallback === undefined || given.extends !== undefined) return given;
  return { ...fallback, ...given, levels: { ...fallback.levels, ...given.levels } };
}

export interface StyleFault {
  readonly style: string;
  readonly message: string;
  readonly received: string;
}

/**
 * All styles of a theme: the defaults with the pack's laid over them, and the pack's own.
 * `extends` takes another style's levels first. A cycle or an unknown name is a fault and counts as no `extends`.
 */
export function resolveStyles(given: Readonly<Record<string, StyleText>>): { styles: Record<string, TextStyle>; faults: StyleFault[] } {
  const faults: StyleFault[] = [];
  const names = [...new Set([...STYLE_NAMES, ...Object.keys(given)])];
  const texts = new Map(
    names.map((name) => {
      const fallback = (DEFAULT_STYLES as Readonly<Record<string, StyleText>>)[name];
      const own = given[name];
      return [name, own ? merged(own, fallback) : (fallback ?? {})];
    }),
  );
  const done = new Map<string, TextStyle>();
  const resolve = (name: string, via: readonly string[]): TextStyle => {
    const known = done.get(name);
    if (known) return known;
    const { extends: parent, ...text } = texts.get(name) ?? {};
    let base: Levels | null = null;
    if (parent !== undefined) {
      if (!texts.has(parent)) faults.push({ style: name, message: 'it extends a style that there is not', received: parent });
      else if (parent === name || via.includes(parent))
        faults.push({ style: name, message: 'styles extend each other in a circle', received: parent });
      else base = resolve(parent, [...via, name]).levels;
    }
    const style = { levels: levelsOf(text, base) };
    done.set(name, style);
    return style;
  };
  return { styles: Object.fromEntries(names.map((name) => [name, resolve(name, [])])), faults };
}
