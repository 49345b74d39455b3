import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import { readYaml } from '../../base/yaml.ts';
import { spliceYaml } from '../../base/yaml-splice.ts';
import type { Pack } from '../types.ts';
import { COLOR_MAP, isNamedColor } from './color.ts';
import { contrastPairs, type ContrastPair } from './legibility.ts';
import { loadThemes } from './load.ts';
import { readableShade } from './readable.ts';
import { themeSchema, type ThemeText } from './schema.ts';
import { PALETTE_NAMES, type Design, type DesignChange, type FontUse, type Unreadable } from './design-types.ts';
import type { ColorSlot, ColorUse, Theme, Variant } from './types.ts';

const VARIANTS: readonly Variant[] = ['light', 'dark'];

const slotOf = (variant: Variant, use: ColorUse): ColorSlot | null => (isNamedColor(use) ? COLOR_MAP[variant][use] : null);

function unreadableIn(theme: Theme): Unreadable[] {
  const pairs = contrastPairs(theme);
  const { variant } = theme;
  const found = new Map<string, ContrastPair[]>();
  for (const pair of pairs) {
    if (pair.ratio >= pair.required) continue;
    const key = `${pair.color} ${pair.ground}`;
    found.set(key, [...(found.get(key) ?? []), pair]);
  }
  return [...found.values()].map((bad) => {
    const worst = bad.reduce((a, b) => (b.ratio / b.required < a.ratio / a.required ? b : a));
    return {
      variant,
      color: slotOf(variant, worst.color) ?? worst.color,
      ground: slotOf(variant, worst.ground) ?? worst.ground,
      ratio: worst.ratio,
      required: worst.required,
      layouts: [...new Set(bad.map(({ layout }) => layout))],
      shade: isNamedColor(worst.color) ? readableShade(theme, worst.color, pairs) : null,
    };
  });
}

function read(pack: Pick<Pack, 'theme' | 'folder'>): Outcome<ThemeText> {
  const { value, problems } = readYaml(pack.theme, themeSchema, {
    file: pack.folder === '' ? 'theme.yaml' : `${pack.folder}/theme.yaml`,
    codes: { syntax: 'pack/yaml', field: 'theme/field' },
    guide: 'the template guide',
  });
  return { value: value?.value ?? null, problems };
}

const latin = (font: ThemeText['fonts'][FontUse]): string => (typeof font === 'string' ? font : font.latin);

/** A pack's colours and fonts, and where words are hard to read. Problems as `loadThemes` has them. */
export function designOf(pack: Pack): Outcome<Design> {
  const text = read(pack);
  const themes = loadThemes(
    pack,
    VARIANTS.map((variant) => ({ format: '16:9', variant, direction: 'ltr' })),
  );
  if (text.value === null || themes.some(({ value }) => value === null))
    return { value: null, problems: text.value === null ? text.problems : themes.flatMap(({ problems }) => problems) };
  const { colors, fonts } = text.value;
  const palette = (variant: Variant): Design['colors'][Variant] =>
    Object.fromEntries(PALETTE_NAMES.flatMap((name) => (colors[variant][name] === undefined ? [] : [[name, colors[variant][name]]])));
  return {
    value: {
      colors: { light: palette('light'), dark: palette('dark') },
      fonts: { heading: latin(fonts.heading), body: latin(fonts.body) },
      unreadable: themes.flatMap(({ value }) => (value ? unreadableIn(value) : [])),
    },
    problems: [],
  };
}

function notThere(pack: Pick<Pack, 'folder'>, { at, name, value }: DesignChange): Problem {
  return problem('theme/design', {
    message: 'this part of the design does not stand in theme.yaml as a value of its own',
    place: {
      file: pack.folder === '' ? 'theme.yaml' : `${pack.folder}/theme.yaml`,
      field: at === 'fonts' ? `fonts.${name}` : `colors.${at}.${name}`,
    },
    received: value,
    hint: 'Write it into theme.yaml by hand once; then it can be changed here.',
  });
}

/** The text of `theme.yaml` with changes, all else of it byte by byte as it was. `theme/design` where a value does not stand there. */
export function redesigned(pack: Pick<Pack, 'theme' | 'folder'>, changes: readonly DesignChange[]): Outcome<string> {
  const text = read(pack);
  if (text.value === null) return { value: null, problems: text.problems };
  const { fonts } = text.value;
  let theme: string = pack.theme;
  for (const change of changes) {
    const path =
      change.at === 'fonts'
        ? ['fonts', change.name, ...(typeof fonts[change.name] === 'string' ? [] : ['latin'])]
        : ['colors', change.at, change.name];
    const next = spliceYaml(theme, path, change.value);
    if (next === null) return { value: null, problems: [notThere(pack, change)] };
    theme = next;
  }
  const after = read({ ...pack, theme });
  return after.value === null ? { value: null, problems: after.problems } : { value: theme, problems: [] };
}
