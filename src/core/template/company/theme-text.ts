import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import { ITEM_FORMS } from '../../block/items/types.ts';
import { COLOR_MAP, contrast, isNamedColor, mixed, SCHEME_NAMES } from '../theme/color.ts';
import type { AreaText, DecorationText, LayoutText, RegionText, StyleText, ThemeText } from '../theme/schema.ts';
import { COLOR_USES, type ColorUse, type Frame, type Gradient, type Variant } from '../theme/types.ts';
import { partName } from './choose.ts';
import { artOn, backgroundOn, behind } from './ground.ts';
import { styleOf, styleSheet } from './styles.ts';
import type { Art, Background, CompanyLevel, CompanyMaster, CompanyTemplate, LayoutBinding, ArtWords } from './types.ts';
import type { BoundLayout, BoundRegion } from './bound.ts';

type Palette = ThemeText['colors']['light'];

/** Each slot shows what the file shows in its place, in the light and in the dark variant. */
function palette(master: CompanyMaster, variant: Variant): Palette {
  const slots = COLOR_USES.map((use) => [COLOR_MAP[variant][use], master.colors[SCHEME_NAMES[use]] ?? '#808080']);
  return Object.fromEntries(slots) as Palette;
}

const frameText = ({ x, y, width, height }: Frame): NonNullable<AreaText['frame']> => [x, y, width, height];

/** File of a picture in the pack, by its part. */
export type AssetNames = ReadonlyMap<string, string>;

/** What art refers to by name: pictures of the pack, and styles of the theme. */
interface Named {
  readonly assets: AssetNames;
  readonly styleFor: (looks: readonly CompanyLevel[]) => string;
}

function gradientText(gradient: Gradient | null): Pick<DecorationText, 'gradient'> {
  if (!gradient) return {};
  return { gradient: { angle: gradient.angle, stops: gradient.stops.map(({ at, color, opacity }) => [at, color, opacity]) } };
}

function wordsText({ frame, anchor, paragraphs, looks }: ArtWords, { styleFor }: Named): DecorationText {
  const text = paragraphs.map((p) => p.text).join('\n');
  const levels = looks.length > 1 ? { levels: paragraphs.map((p) => p.look + 1) } : {};
  const direction = looks[0]?.direction ?? 'ltr';
  return { text, ...levels, style: styleFor(looks), anchor, direction, frame: frameText(frame) };
}

function artText(art: Art, named: Named): DecorationText[] {
  const frame = frameText(art.frame);
  switch (art.kind) {
    case 'rectangle':
      return [{ rectangle: art.fill, ...gradientText(art.gradient), frame }];
    case 'path': {
      const { width, height, commands } = art.outline;
      return [{ path: commands, box: [width, height], fill: art.fill, ...gradientText(art.gradient), frame }];
    }
    case 'line':
      return [{ line: art.color, width: art.width, frame }];
    case 'image': {
      const image = named.assets.get(art.media);
      const { left, top, right, bottom } = art.crop;
      const isCut = left + top + right + bottom > 0;
      return image === undefined ? [] : [{ image, ...(isCut ? { crop: [left, top, right, bottom] } : {}), frame }];
    }
    case 'words':
      return [wordsText(art.words, named)];
    case 'unknown':
      return [];
  }
}

/** A background of more than one colour, drawn below everything. */
function paintedGround(background: Background | null, page: CompanyTemplate['page'], named: Named): DecorationText[] {
  if (!isPainted(background)) return [];
  const { color, gradient, media, crop } = background;
  const ground = { name: '', frame: { x: 0, y: 0, ...page } };
  if (media !== null) return artText({ ...ground, kind: 'image', media, crop }, named);
  return artText({ ...ground, kind: 'rectangle', fill: color, gradient }, named);
}

function isPainted(background: Background | null): background is Background {
  return background !== null && (background.media !== null || background.gradient !== null);
}

/** Styles of words that are art, each look once. */
function artStyles(): { readonly styles: Record<string, StyleText>; readonly styleFor: Named['styleFor'] } {
  const styles: Record<string, StyleText> = {};
  const names = new Map<string, string>();
  return {
    styles,
    styleFor: (looks) => {
      const style = styleOf(looks, 'foot');
      const text = JSON.stringify(style);
      const name = names.get(text) ?? `art-${names.size + 1}`;
      names.set(text, name);
      styles[name] = style;
      return name;
    },
  };
}

/** A slot of ours that has no placeholder gets an index beyond all of theirs: indexes are told apart in a layout. */
const FREE_INDEX = 4_000_000;
/** The last that a layout of ours may have: some files have placeholders with the one beyond, which slides of theirs are bound by all the same. */
const LAST_INDEX = 4_294_967_294;

function regionText(region: BoundRegion, at: number, style: string | undefined): RegionText {
  const { placeholder, look, type, frame } = region;
  return {
    ...(type === region.name ? {} : { type }),
    frame: frameText(frame),
    ...(style === undefined ? {} : { style }),
    anchor: look?.anchor ?? (type === 'mark' ? 'middle' : region.name === 'source' ? 'bottom' : 'top'),
    // 0 is the title's, and what a placeholder without an idx has.
    index:
      type === 'title' ? 0 : placeholder && placeholder.index > 0 && placeholder.index <= LAST_INDEX ? placeholder.index : FREE_INDEX + at,
    ...(type === 'picture' ? { fit: 'contain' as const } : {}),
  };
}

/** What content stands on, and what it is written in: hexes. */
interface Paper {
  readonly ground: string;
  readonly ink: string;
}

function paperOf(template: CompanyTemplate, layouts: readonly BoundLayout[], master: CompanyMaster): Paper {
  const bound = layouts.find(({ name }) => name === 'text');
  const frame = bound?.regions.find(({ name }) => name === 'body')?.frame;
  const ground = bound && frame ? behind(frame, bound.choice.layout, template) : null;
  const usual: Paper = { ground: master.colors['bg1'] ?? '#FFFFFF', ink: master.colors['tx1'] ?? '#000000' };
  if (ground === null) return usual;
  const inks = [usual.ink, usual.ground].sort((a, b) => contrast(b, ground) - contrast(a, ground));
  return { ground, ink: contrast(usual.ink, ground) >= 4.5 ? usual.ink : (inks[0] ?? usual.ink) };
}

/** Rules and grid lines: a quiet neutral, whatever the organisation's accents are. */
function neutral({ ink, ground }: Paper, share: number): ColorUse {
  return mixed(ink, ground, share) as ColorUse;
}

/** Accents that stand out from the page, the most used first. */
function series(master: CompanyMaster, { ground }: Paper): ColorUse[] {
  const accents: ColorUse[] = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];
  const clear = accents.filter((use) => contrast(master.colors[use] ?? '#808080', ground) >= 1.5);
  return clear.length >= 2 ? clear : accents;
}

/** Today's mark on a timeline is words too, in another colour than the rest. */
function todayColor(master: CompanyMaster, paper: Paper, others: ColorUse): ColorUse {
  const hex = (use: ColorUse): string => (isNamedColor(use) ? (master.colors[SCHEME_NAMES[use]] ?? '#808080') : use);
  const wanted: ColorUse[] = [...series(master, paper).filter((use) => use !== others), 'text1', 'background1'];
  return wanted.find((use) => contrast(hex(use), paper.ground) >= 4.5) ?? 'text1';
}

export interface WrittenTheme {
  readonly theme: ThemeText;
  readonly bindings: Readonly<Record<string, LayoutBinding>>;
}

/** The theme that an organisation's file makes with its layouts bound, and the mapping that belongs to it. */
export function companyTheme(name: string, template: CompanyTemplate, layouts: readonly BoundLayout[], assets: AssetNames): WrittenTheme {
  const { main: chosen } = template;
  const master = template.masters[chosen];
  if (!master) throw new Error('the template has no master');
  const { styles, names } = styleSheet(layouts, template);
  const { styles: ofArt, styleFor } = artStyles();
  const named: Named = { assets, styleFor };
  const common = isPainted(master.background) ? [] : master.art.flatMap((art) => artText(art, named));
  const layoutText = (bound: BoundLayout): LayoutText => {
    const { layout } = bound.choice;
    const background = backgroundOn(layout, template);
    const sharesArt = layout.master === chosen && common.length > 0 && !isPainted(background) && layout.masterArt;
    const art = (sharesArt ? layout.art : artOn(layout, template)).flatMap((a) => artText(a, named));
    const decoration = [...paintedGround(background, template.page, named), ...art];
    const regions = bound.regions.map((r, i): [string, RegionText] => [r.name, regionText(r, i, names.get(`${bound.name}/${r.name}`))]);
    return {
      label: bound.plan.label,
      type: bound.plan.type,
      ...(background === null || background.color === master.background.color ? {} : { background: background.color }),
      ...(common.length > 0 && !sharesArt ? { masterDecoration: false } : {}),
      ...(decoration.length > 0 ? { decoration } : {}),
      default: bound.plan.defaultRegion,
      regions: Object.fromEntries(regions),
      ...(bound.keepOut.length > 0 ? { keepOut: bound.keepOut.map((frame) => ({ frame: frameText(frame) })) } : {}),
    };
  };
  const paper = paperOf(template, layouts, master);
  const accent = series(master, paper);
  const laidOut = layouts.map((bound) => [bound.name, layoutText(bound)] as const);
  const theme: ThemeText = {
    name,
    page: [template.page.width, template.page.height],
    fonts: { heading: master.fonts.heading, body: master.fonts.body },
    colors: { light: palette(master, 'light'), dark: palette(master, 'dark') },
    background: master.background.color,
    styles: { ...styles, ...ofArt },
    regions: {},
    ...(common.length > 0 ? { decoration: common } : {}),
    layouts: Object.fromEntries(laidOut),
    table: {
      ...{ rule: neutral(paper, 0.25), headerRule: neutral(paper, 0.7), ruleWidth: 0.5, headerRuleWidth: 1 },
      // Near enough to the page for its words to be read on it.
      ...{ markedFill: neutral(paper, 0.08), bar: neutral(paper, 0.45), markedBar: accent[0] ?? 'accent1' },
    },
    chart: { series: accent, axis: neutral(paper, 0.65), grid: neutral(paper, 0.18) },
    items: itemsText(accent[0] ?? 'accent1', neutral(paper, 0.25)),
    timeline: { line: neutral(paper, 0.35), dot: accent[0] ?? 'accent1', today: todayColor(master, paper, accent[0] ?? 'accent1') },
  };
  return { theme, bindings: bindingsOf(layouts) };
}

/** Items on an organisation's ground: rules, and no panels, on which its words might not be read. */
function itemsText(accent: ColorUse, rule: ColorUse): ThemeText['items'] {
  const plain = { fill: null, markedFill: null, rule, markedRule: accent };
  return {
    ...Object.fromEntries(ITEM_FORMS.map((form) => [form, plain])),
    steps: { ...plain, arrange: ['rows'] },
  };
}

/** The mapping as `template.yaml` says it. */
export function bindingsOf(layouts: readonly BoundLayout[]): Record<string, LayoutBinding> {
  return Object.fromEntries(
    layouts.map((bound) => {
      const regions = bound.regions.flatMap((r): [string, number | 'title'][] => {
        if (!r.placeholder) return [];
        return [[r.name, r.name === 'title' ? 'title' : r.placeholder.index]];
      });
      return [bound.name, { layout: partName(bound.choice.layout), regions: Object.fromEntries(regions) }];
    }),
  );
}

/** YAML with one line for what holds nothing but values. */
export function yamlText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_, node) => {
      const values = isMap(node) ? node.items.map((item) => item.value) : node.items;
      const isRow = (item: unknown): boolean =>
        isScalar(item) || (isSeq(item) && item.items.every(isScalar)) || (isMap(item) && item.items.length === 0);
      if (values.every(isRow)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 140, flowCollectionPadding: true });
}

/** The theme as `theme.yaml`. */
export function themeYaml(theme: ThemeText, file: string): string {
  return `# Taken from ${file}. Lengths are points. Written anew by “lectern template map”, which reads template.yaml.\n${yamlText(theme)}`;
}
