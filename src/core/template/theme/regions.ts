import { fault, frameOf, type Context, type Path } from './context.ts';
import type { LayoutText, RegionText, ThemeText } from './schema.ts';
import type { Region, RegionType } from './types.ts';

/** The indexes that PowerPoint gives these itself, and ours for the mark. */
const FIXED_INDEX: Readonly<Partial<Record<RegionType, number>>> = { title: 0, date: 10, footer: 11, number: 12, mark: 13 };
const FIRST_FREE_INDEX = 14;

/** Filled by Lectern: last in reading order. */
const HEADER_FOOTER_TYPES: readonly RegionType[] = ['footer', 'number', 'date', 'mark'];

const PROMPTS: Readonly<Record<RegionType, string>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  body: 'Text',
  picture: 'Picture',
  footer: 'Footer',
  number: 'Number',
  date: 'Date',
  mark: 'Mark',
};

/** A layout's regions as text: the common ones with the layout's laid over them, `null` takes one away. Title first, header and footer last. */
export function mergedRegions(theme: ThemeText, layout: LayoutText): [string, RegionText][] {
  const own = layout.regions ?? {};
  const names = [...new Set([...Object.keys(theme.regions), ...Object.keys(own)])];
  const merged = names.flatMap((name): [string, RegionText][] => {
    const common = theme.regions[name];
    const local = own[name];
    if (local === null) return [];
    if (local === undefined || common === undefined) return [[name, local ?? common ?? {}]];
    const moved = local.frame !== undefined || local.columns !== undefined || local.rows !== undefined;
    // A frame replaces columns and rows, and the reverse; one of columns and rows alone keeps the other.
    const { frame, columns, rows, ...rest } = common;
    const place = local.frame !== undefined ? {} : moved ? { columns, rows } : { frame, columns, rows };
    return [[name, { ...rest, ...place, ...local }]];
  });
  const rank = ([name, region]: [string, RegionText]): number => {
    const type = typeOf(name, region);
    return type === 'title' ? 0 : HEADER_FOOTER_TYPES.includes(type) ? 2 : 1;
  };
  return merged.sort((a, b) => rank(a) - rank(b));
}

/** A region is what its name says, unless it says otherwise. */
function typeOf(name: string, region: RegionText): RegionType {
  return region.type ?? (Object.keys(PROMPTS) as RegionType[]).find((type) => type === name) ?? 'body';
}

/** One region with its frame; null and faults where it has none. */
export function regionOf(name: string, text: RegionText, index: number, path: Path, context: Context): Region | null {
  const type = typeOf(name, text);
  const style = text.style ?? (context.styles.has(name) ? name : context.styles.has(type) ? type : 'body');
  if (!context.styles.has(style)) {
    fault(context, [...path, 'style'], {
      message: 'there is no style of this name',
      received: style,
      allowed: [...context.styles].join(', '),
      hint: 'Name one of the styles, or add it under styles.',
    });
  }
  const frame = frameOf({ columns: text.columns, rows: text.rows, frame: text.frame, inset: text.inset }, path, context);
  if (!frame) return null;
  if (frame.width < 1 || frame.height < 1) {
    fault(context, path, {
      message: 'the region has no room',
      received: `${frame.width} × ${frame.height} pt`,
      hint: 'Give it at least one row, as rows: 12-14.',
    });
    return null;
  }
  return {
    name,
    type,
    index,
    frame,
    style,
    anchor: text.anchor ?? 'top',
    prompt: text.prompt ?? PROMPTS[type],
    fit: text.fit ?? 'contain',
    ...(text.repeat === true && { repeat: true }),
    ...spreadOf(text),
    items: lookOf(text.items, path, context),
  };
}

/** The tallest row of the reference design: a third of its body and no more, so that two points do not drift apart. */
const ROW_MAXIMUM = 173;

function spreadOf({ spread = 'none', rowMaximum, rowRule }: RegionText): Pick<Region, 'spread'> {
  if (spread === 'none') return {};
  if (spread === 'leading') return { spread: { kind: 'leading' } };
  const rule = rowRule === null ? null : { color: rowRule?.color ?? 'accent4', width: rowRule?.width ?? 0.75 };
  return { spread: { kind: 'rows', maximum: rowMaximum ?? ROW_MAXIMUM, rule } };
}

/** The look that a region names for the items in it. */
function lookOf(name: string | undefined, path: Path, context: Context): string | null {
  if (name === undefined || context.looks.has(name)) return name ?? null;
  fault(context, [...path, 'items'], {
    message: 'there is no look of items of this name',
    received: name,
    allowed: [...context.looks].join(', '),
    hint: 'Name one of these, or add it under items.',
  });
  return null;
}

/** The same index for the same name on every layout: PowerPoint binds slides to layouts by it. */
export function indexer(theme: ThemeText): (name: string, region: RegionText) => number {
  const known = new Map<string, number>();
  let next = FIRST_FREE_INDEX;
  const all = [theme.regions, ...Object.values(theme.layouts).map((layout) => layout.regions ?? {})].flatMap((regions) =>
    Object.entries(regions),
  );
  for (const [name, region] of all) {
    if (region === null || known.has(name)) continue;
    const fixed = region.index ?? FIXED_INDEX[typeOf(name, region)];
    if (fixed !== undefined) known.set(name, fixed);
    else if (name === 'body') known.set(name, 1);
    else known.set(name, next++);
  }
  return (name, region) => region.index ?? known.get(name) ?? next++;
}

/** The region for blocks without a slot. */
export function defaultRegion(text: LayoutText, regions: readonly Region[], path: Path, context: Context): string | null {
  if (text.default === undefined) return regions.some((region) => region.name === 'body') ? 'body' : null;
  if (text.default === null || regions.some((region) => region.name === text.default)) return text.default;
  fault(context, [...path, 'default'], {
    message: 'the layout has no region of this name',
    received: text.default,
    allowed: regions.map((region) => region.name).join(', '),
    hint: 'Name one of the layout’s regions.',
  });
  return null;
}

/** A layout has one title, and no two regions of one index. */
export function checkRegions(named: readonly [string, RegionText][], regions: readonly Region[], path: Path, context: Context): void {
  const titles = named.filter(([name, region]) => typeOf(name, region) === 'title').map(([name]) => name);
  if (titles.length !== 1 || titles[0] !== 'title') {
    fault(context, path, {
      message: 'a layout has exactly one region of type title, and its name is title',
      received: titles.join(', ') || 'none',
      hint: 'Give the layout a region named title.',
    });
  }
  const indexes = new Map<number, string>();
  for (const region of regions) {
    const other = indexes.get(region.index);
    if (other !== undefined) {
      fault(context, path, {
        message: `the regions ${other} and ${region.name} have the same index`,
        received: String(region.index),
        hint: 'Give each region an index of its own.',
      });
    }
    indexes.set(region.index, region.name);
  }
}
