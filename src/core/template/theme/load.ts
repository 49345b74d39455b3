import { distinct } from '../../base/distinct.ts';
import { hasErrors, problem, type Outcome, type Problem } from '../../base/errors.ts';
import { readYaml, type YamlValue } from '../../base/yaml.ts';
import { ITEM_FORMS } from '../../block/items/types.ts';
import type { PackManifest } from '../types.ts';
import { conditionsOf } from './conditions.ts';
import { fault, frameOf, QUOTATION_MARK, type Context, type Path } from './context.ts';
import { figuresLookOf } from './figures.ts';
import { decorationsOf } from './decoration.ts';
import { withFields } from './fields.ts';
import { itemsLooks } from './items.ts';
import { checkRegions, defaultRegion, indexer, mergedRegions, regionOf } from './regions.ts';
import { themeSchema, type AreaText, type LayoutText, type ThemeText } from './schema.ts';
import { resolveStyles } from './styles.ts';
import { COLOR_SLOTS } from './types.ts';
import type { Direction, FontChoice, Frame, Layout, LevelStyle, PageFormat, Palette, TextStyle, Theme, Variant } from './types.ts';

/** What of a pack a theme is made from; the manifest and the assets where it stands on an organisation's file. */
export interface ThemeSource {
  readonly theme: string;
  readonly folder: string;
  readonly manifest?: PackManifest;
  readonly assets?: ReadonlyMap<string, Uint8Array>;
}

export interface ThemeChoice {
  readonly format: PageFormat;
  readonly variant: Variant;
  readonly direction: Direction;
  /** What stands in the place of a “ that is a bullet, or a decoration by itself; default that itself. */
  readonly quotationMark?: string;
}

/** PowerPoint's own sizes, points. */
const PAGES: Readonly<Record<PageFormat, { readonly width: number; readonly height: number }>> = {
  '16:9': { width: 960, height: 540 },
  '4:3': { width: 720, height: 540 },
  A4: { width: 780, height: 540 },
};

function keepOutOf(texts: readonly AreaText[] | undefined, path: Path, context: Context): Frame[] {
  return (texts ?? []).flatMap((text, i) => frameOf(text, [...path, i], context) ?? []);
}

function layoutOf(
  name: string,
  text: LayoutText,
  theme: ThemeText,
  indexOf: ReturnType<typeof indexer>,
  context: Context,
): Omit<Layout, 'base'> {
  const path: Path = ['layouts', name];
  const common = figuresLookOf(theme.figures, undefined, ['figures'], context);
  const named = mergedRegions(theme, text);
  const regions = named.flatMap(([region, merged]) => {
    const from: Path = text.regions?.[region] ? [...path, 'regions', region] : ['regions', region];
    const read = regionOf(region, merged, indexOf(region, merged), from, context);
    const figures = figuresLookOf(merged.figures, common, [...from, 'figures'], context);
    return read ? [merged.figures === undefined || !figures ? read : { ...read, figures }] : [];
  });
  checkRegions(named, regions, path, context);
  return {
    name,
    label: text.label ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' '),
    type: text.type ?? 'cust',
    background: text.background ?? null,
    masterDecoration: text.masterDecoration ?? true,
    ...(text.progress === false ? { progress: false } : progressOf(text.progress, [...path, 'progress'], context)),
    decoration: decorationsOf(text.decoration, [...path, 'decoration'], context),
    regions,
    defaultRegion: defaultRegion(text, regions, path, context),
    keepOut: keepOutOf(text.keepOut, [...path, 'keepOut'], context),
    ...(text.when && { when: conditionsOf(text.when) }),
    ...(text.family !== undefined && { family: text.family }),
    ...(text.field && { field: true as const }),
    ...(text.preferred && { preferred: true as const }),
  };
}

function figuresOf({ figures }: ThemeText, context: Context): Pick<Theme, 'figures'> {
  const look = figuresLookOf(figures, undefined, ['figures'], context);
  return look ? { figures: look } : {};
}

function progressOf(progress: ThemeText['progress'], path: Path, context: Context): Pick<Theme, 'progress'> {
  const frame = progress && frameOf(progress, path, context);
  if (!progress || !frame) return {};
  const { now = 'accent1', past = 'accent3', rest = 'accent4', gap = 3 } = progress;
  return { progress: { frame, now, past, rest, gap } };
}

function fontOf(font: ThemeText['fonts']['body']): FontChoice {
  const given: Exclude<typeof font, string> = typeof font === 'string' ? { latin: font } : font;
  const { latin, eastAsian = 'Microsoft YaHei', complex = 'Arial', kind } = given;
  return { latin, eastAsian, complex, ...(kind === undefined ? {} : { kind }) };
}

type Styles = Readonly<Record<string, TextStyle>>;

/** Styles with each of their levels changed. */
function withLevels(styles: Styles, change: (level: LevelStyle) => LevelStyle): Styles {
  return Object.fromEntries(
    Object.entries(styles).map(([name, { levels }]) => {
      const [a, b, c, d, e] = levels;
      return [name, { levels: [change(a), change(b), change(c), change(d), change(e)] }];
    }),
  );
}

function withQuotationMark(styles: Styles, character: string): Styles {
  return withLevels(styles, (level) =>
    level.bullet?.character === QUOTATION_MARK ? { ...level, bullet: { ...level.bullet, character } } : level,
  );
}

/** Joined scripts come apart where letters are spaced. */
function unspaced(styles: Styles): Styles {
  return withLevels(styles, (level) => ({ ...level, letterSpacing: 0 }));
}

function capitals(palette: Palette): Palette {
  return Object.fromEntries(COLOR_SLOTS.map((slot) => [slot, palette[slot].toUpperCase()])) as Record<keyof Palette, string>;
}

/** The organisation's file; null where the pack has none. One that is named and not there is a fault: the deck would be in no one's design. */
function baseOf({ manifest, assets, folder }: ThemeSource, problems: Problem[]): Theme['base'] {
  const file = manifest?.powerpoint?.file;
  if (file === undefined) return null;
  const bytes = assets?.get(file);
  if (bytes) return { file, bytes };
  problems.push(
    problem('pack/missing', {
      message: 'the organisation’s PowerPoint file is not in the pack',
      place: { file: folder === '' ? 'template.yaml' : `${folder}/template.yaml`, field: 'powerpoint.file' },
      received: file,
      hint: 'Put the file back, or add the organisation’s template anew.',
    }),
  );
  return null;
}

function assemble(
  { value: written, at }: YamlValue<ThemeText>,
  { format, variant, direction, quotationMark = QUOTATION_MARK }: ThemeChoice,
  source: ThemeSource,
): { theme: Theme; problems: Problem[] } {
  const text = withFields(written, variant);
  const page = text.page ? { width: text.page[0], height: text.page[1] } : PAGES[format];
  const powerpoint = source.manifest?.powerpoint ?? null;
  const { styles: asWritten, faults } = resolveStyles(text.styles ?? {});
  // An organisation's bullets are what they are.
  const styles = powerpoint ? asWritten : withQuotationMark(asWritten, quotationMark);
  const context: Context = {
    grid: {
      page,
      margin: text.grid?.margin ?? 54,
      columns: text.grid?.columns ?? 12,
      gutter: text.grid?.gutter ?? 14.4,
      baseline: text.grid?.baseline ?? 6,
    },
    // An organisation's layouts are what they are: text turns round in them, they do not.
    mirror: direction === 'rtl' && powerpoint === null,
    at,
    problems: [],
    styles: new Set(Object.keys(styles)),
    looks: new Set([...ITEM_FORMS, ...Object.keys(text.items ?? {})]),
    quotationMark: powerpoint ? QUOTATION_MARK : quotationMark,
  };
  for (const { style, message, received } of faults) {
    fault(context, ['styles', style, 'extends'], {
      message,
      received,
      allowed: Object.keys(styles).join(', '),
      hint: 'Name another style, or leave extends out.',
    });
  }
  const indexOf = indexer(text);
  const layouts = Object.entries(text.layouts).map(
    ([name, layout]) => [name, { ...layoutOf(name, layout, text, indexOf, context), base: powerpoint?.layouts[name] ?? null }] as const,
  );
  const theme: Theme = {
    name: text.name,
    format,
    variant,
    direction,
    page,
    palettes: { light: capitals(text.colors.light), dark: capitals(text.colors.dark) },
    fonts: { heading: fontOf(text.fonts.heading), body: fontOf(text.fonts.body) },
    styles: direction === 'rtl' ? unspaced(styles) : styles,
    layouts: Object.fromEntries(layouts),
    decoration: decorationsOf(text.decoration, ['decoration'], context),
    background: text.background ?? 'background1',
    table: {
      rule: text.table?.rule ?? 'accent4',
      ruleWidth: text.table?.ruleWidth ?? 0.5,
      headerRule: text.table?.headerRule ?? 'text1',
      headerRuleWidth: text.table?.headerRuleWidth ?? 1,
      headerFill: text.table?.headerFill ?? null,
      bandFill: text.table?.bandFill ?? null,
      totalFill: text.table?.totalFill ?? null,
      totalRule: text.table?.totalRule ?? text.table?.headerRule ?? 'text1',
      totalRuleWidth: text.table?.totalRuleWidth ?? text.table?.headerRuleWidth ?? 1,
      // An organisation's second ground may be any colour; its words are only known to be read on the first.
      markedFill: text.table?.markedFill === undefined ? (powerpoint ? null : 'background2') : text.table.markedFill,
      bar: text.table?.bar ?? 'accent3',
      markedBar: text.table?.markedBar ?? 'accent1',
      paddingX: text.table?.paddingX ?? 6,
      paddingY: text.table?.paddingY ?? 4,
    },
    chart: {
      series: text.chart?.series ?? ['accent1', 'accent5', 'accent3', 'accent2', 'accent6'],
      accent: text.chart?.accent ?? null,
      axis: text.chart?.axis ?? 'text2',
      grid: text.chart?.grid ?? 'accent4',
    },
    timeline: {
      line: text.timeline?.line ?? 'accent3',
      lineWidth: text.timeline?.lineWidth ?? 1,
      dot: text.timeline?.dot ?? 'accent1',
      today: text.timeline?.today ?? 'accent2',
    },
    items: itemsLooks(text.items, context),
    ...figuresOf(text, context),
    ...progressOf(text.progress, ['progress'], context),
    keepOut: keepOutOf(text.keepOut, ['keepOut'], context),
    base: baseOf(source, context.problems),
  };
  return { theme, problems: context.problems };
}

/**
 * The themes of a pack, each for one page format, variant and direction, with absolute frames in points; theme.yaml is read once for all.
 * Problems (`pack/yaml`, `theme/field`) carry line and column; there is no value where there is an error.
 * A theme with a `page` of its own has that size whatever format is asked for. Right to left mirrors every frame.
 */
export function loadThemes(pack: ThemeSource, choices: readonly ThemeChoice[]): Outcome<Theme>[] {
  const file = pack.folder === '' ? 'theme.yaml' : `${pack.folder}/theme.yaml`;
  const { value, problems: faults } = readYaml(pack.theme, themeSchema, {
    file,
    codes: { syntax: 'pack/yaml', field: 'theme/field' },
    guide: 'the template guide',
  });
  return choices.map((choice) => {
    if (!value) return { value: null, problems: faults };
    const { theme, problems } = assemble(value, choice, pack);
    // A fault in a common region shows on every layout.
    return { value: hasErrors(problems) ? null : theme, problems: distinct(problems) };
  });
}

/** As `loadThemes`, for one choice. */
export function loadTheme(pack: ThemeSource, choice: ThemeChoice): Outcome<Theme> {
  const [theme] = loadThemes(pack, [choice]);
  return theme ?? { value: null, problems: [] };
}
