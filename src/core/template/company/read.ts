import type { Outcome } from '../../base/errors.ts';
import { startsWith } from '../../base/archive.ts';
import { child, children, value, type Element } from '../../base/ooxml/xml/tree.ts';
import { artOf, backgroundIn, WHOLE, type ArtContext } from './art.ts';
import { mappedColors, type Palette } from './color.ts';
import { embeddedKinds, fontsOf, statedFonts, type KnownKinds } from './fonts.ts';
import { points } from './geometry.ts';
import { companyLayout, masterLists, masterParts, type MasterParts } from './layout.ts';
import { leftOutProblems } from './left-out.ts';
import { propertyOf, type LevelContext } from './levels.ts';
import { openCompanyFile, packageFault, type CompanyPackage } from './package.ts';
import type { CompanyColors, CompanyLayout, CompanyMaster, CompanyTemplate } from './types.ts';

const PRESENTATION = 'ppt/presentation.xml';
/** No organisation's file comes near. */
const MOST_LAYOUTS = 1000;

const SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
] as const;

/** Whether HTML decks can show a picture. */
export type IsPicture = (bytes: Uint8Array) => boolean;

/** PNG or JPEG, whatever the part is called. */
const looksLikePicture: IsPicture = (bytes) => SIGNATURES.some((signature) => startsWith(bytes, signature));

const FOOT = /<p:ph\b[^>]*\btype="(ftr|sldNum|dt)"/g;

/** What the file's own slides show at their foot, by layout; on layouts that none stands on, what any shows. */
function footOfSamples(pkg: CompanyPackage): (layout: string) => CompanyLayout['shown'] {
  const any = new Set<string>();
  const byLayout = new Map<string, Set<string>>();
  for (const { part } of pkg.related(PRESENTATION).filter((r) => r.type.endsWith('/slide'))) {
    const layout = pkg.one(part, 'slideLayout') ?? '';
    const own = byLayout.get(layout) ?? new Set<string>();
    byLayout.set(layout, own);
    for (const [, type = ''] of pkg.text(part).matchAll(FOOT)) {
      own.add(type);
      any.add(type);
    }
  }
  return (layout) => (any.size === 0 ? null : (byLayout.get(layout) ?? any));
}

class Reader {
  readonly #pkg: CompanyPackage;
  readonly #isPicture: IsPicture;
  readonly #fontKinds: KnownKinds;
  readonly #textDefaults: Element | null;
  readonly #foot: (layout: string) => CompanyLayout['shown'];
  readonly media = new Map<string, Uint8Array>();

  constructor(pkg: CompanyPackage, isPicture: IsPicture, presentation: Element) {
    this.#pkg = pkg;
    this.#isPicture = isPicture;
    this.#fontKinds = embeddedKinds(presentation);
    this.#textDefaults = child(presentation, 'p:defaultTextStyle');
    this.#foot = footOfSamples(pkg);
  }

  #picture(part: string, relationship: string): string | null {
    const target = this.#pkg.related(part).find((r) => r.id === relationship)?.part ?? '';
    const bytes = this.#pkg.parts.get(target);
    if (!bytes || !this.#isPicture(bytes)) return null;
    this.media.set(target, bytes);
    return target;
  }

  #artContext(part: string, levels: LevelContext, format: Element | null): ArtContext {
    const fills = format && child(format, 'a:fillStyleLst');
    const grounds = format && child(format, 'a:bgFillStyleLst');
    return {
      palette: levels.palette,
      words: { ...levels, defaults: this.#textDefaults },
      picture: (relationship) => this.#picture(part, relationship),
      themeFill: (index) => {
        const list = index > 1000 ? grounds : fills;
        return (list && children(list)[(index > 1000 ? index - 1000 : index) - 1]) ?? null;
      },
    };
  }

  /** A master with its layouts, in the order it lists them. */
  master(part: string, number: number): { readonly master: CompanyMaster; readonly layouts: readonly CompanyLayout[] } {
    const pkg = this.#pkg;
    const root = pkg.xml(part, 'p:sldMaster');
    const theme = pkg.one(part, 'theme');
    const elements = theme === null ? null : child(pkg.xml(theme), 'a:themeElements');
    const scheme = elements && child(elements, 'a:clrScheme');
    const colors = mappedColors(scheme, child(root, 'p:clrMap'));
    const inherited = masterParts(root);
    const themeFonts = fontsOf(elements, this.#fontKinds);
    const fonts = statedFonts(themeFonts, masterLists(inherited), this.#fontKinds);
    const format = elements && child(elements, 'a:fmtScheme');
    const art = this.#artContext(part, { palette: { colors, named: true }, fonts }, format);
    const master: CompanyMaster = {
      part,
      name: (scheme && value(scheme, 'name')) ?? '',
      fonts,
      themeFonts,
      colors,
      background: backgroundIn(root, art) ?? { color: 'background1', gradient: null, media: null, crop: WHOLE },
      art: artOf(root, art),
    };
    const list = child(root, 'p:sldLayoutIdLst');
    const related = new Map(pkg.related(part).map((r) => [r.id, r.part]));
    const layouts = (list ? children(list) : []).flatMap((entry) => {
      const layout = related.get(value(entry, 'r:id') ?? '');
      return layout === undefined || !pkg.parts.has(layout)
        ? []
        : [this.#layout(layout, { number, colors, scheme, fonts, format, inherited })];
    });
    return { master, layouts };
  }

  #layout(
    part: string,
    from: {
      readonly number: number;
      readonly colors: CompanyColors;
      readonly scheme: Element | null;
      readonly fonts: CompanyMaster['fonts'];
      readonly format: Element | null;
      readonly inherited: MasterParts;
    },
  ): CompanyLayout {
    const root = this.#pkg.xml(part, 'p:sldLayout');
    const override = child(root, 'p:clrMapOvr');
    const map = override && child(override, 'a:overrideClrMapping');
    const palette: Palette = map ? { colors: mappedColors(from.scheme, map), named: false } : { colors: from.colors, named: true };
    const levels: LevelContext = { palette, fonts: from.fonts };
    return companyLayout({
      part,
      root,
      master: from.number,
      masterParts: from.inherited,
      levels,
      shown: this.#foot(part),
      art: this.#artContext(part, levels, from.format),
    });
  }
}

function programOf(pkg: CompanyPackage): string {
  if (!pkg.parts.has('docProps/app.xml')) return '';
  try {
    return propertyOf(pkg.xml('docProps/app.xml'), 'Application');
  } catch {
    return '';
  }
}

/**
 * Reads an organisation's .potx or .pptx (also .potm, .pptm). The bytes may be hostile; nothing in them is run.
 * Errors: `company/too-large`, `company/encrypted`, `company/old-format`, `company/broken`, `company/bomb`,
 * `company/not-powerpoint`, `company/strict`, `company/no-layouts`. Warnings: those of `leftOutProblems`. What may reach no deck is
 * gone from all that is read here.
 */
export function readCompanyTemplate(
  bytes: Uint8Array,
  { name: file, isPicture = looksLikePicture }: { readonly name: string; readonly isPicture?: IsPicture },
): Outcome<CompanyTemplate> {
  const opened = openCompanyFile(bytes, file);
  if (opened.value === null) return { value: null, problems: opened.problems };
  try {
    const template = templateOf(opened.value, file, isPicture);
    if (template.layouts.length > MOST_LAYOUTS)
      return { value: null, problems: [packageFault('company/too-large', file, `${template.layouts.length} layouts`)] };
    if (template.layouts.length === 0) return { value: null, problems: [packageFault('company/no-layouts', file)] };
    return { value: template, problems: leftOutProblems(template.allowed.leftOut, file) };
  } catch {
    // A part that is not well-formed, or elements inside each other without end.
    return { value: null, problems: [packageFault('company/broken', file)] };
  }
}

function templateOf(pkg: CompanyPackage, file: string, isPicture: IsPicture): CompanyTemplate {
  const root = pkg.xml(PRESENTATION, 'p:presentation');
  const size = child(root, 'p:sldSz');
  const list = child(root, 'p:sldMasterIdLst');
  const related = new Map(pkg.related(PRESENTATION).map((r) => [r.id, r.part]));
  const parts = (list ? children(list) : []).flatMap((entry) => {
    const part = related.get(value(entry, 'r:id') ?? '');
    return part !== undefined && pkg.parts.has(part) ? [part] : [];
  });
  const reader = new Reader(pkg, isPicture, root);
  const read = parts.map((part, i) => reader.master(part, i));
  const layouts = read.flatMap((r) => r.layouts);
  return {
    file,
    page: { width: points(size && value(size, 'cx'), 960), height: points(size && value(size, 'cy'), 540) },
    masters: read.map((r) => r.master),
    layouts,
    media: reader.media,
    program: programOf(pkg),
    allowed: pkg.allowed,
  };
}
