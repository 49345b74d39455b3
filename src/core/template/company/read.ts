import type { Outcome } from '../../base/errors.ts';
import { startsWith } from '../../base/archive.ts';
import { child, children, value, type Element } from '../../base/ooxml/xml/tree.ts';
import type { ColorUse } from '../theme/types.ts';
import { artOf, backgroundIn, WHOLE, type ArtContext } from './art.ts';
import { mainMaster } from './choose.ts';
import { mappedColors, type Palette } from './color.ts';
import { embeddedKinds, fontsOf, statedFonts, type KnownKinds } from './fonts.ts';
import { area, points, sharedArea } from './geometry.ts';
import { companyLayout, masterLists, masterParts, type MasterParts } from './layout.ts';
import { leftOutProblems } from './left-out.ts';
import { propertyOf, type LevelContext } from './levels.ts';
import { openCompanyFile, packageFault, type CompanyPackage } from './package.ts';
import { usesOf } from './samples.ts';
import type { CompanyColors, CompanyLayout, CompanyMaster, CompanyPlaceholder, CompanyTemplate, LayoutUse } from './types.ts';

const PRESENTATION = 'ppt/presentation.xml';
/** No organisation's file comes near. */
const MOST_LAYOUTS = 1000;
/** Points. On a smaller page text of 9 points has no room, a larger one PowerPoint does not make. */
const SMALLEST_PAGE = 180;
const LARGEST_PAGE = 4032;

const SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
] as const;

/** Whether HTML decks can show a picture. */
export type IsPicture = (bytes: Uint8Array) => boolean;

/** PNG or JPEG, whatever the part is called. */
const looksLikePicture: IsPicture = (bytes) => SIGNATURES.some((signature) => startsWith(bytes, signature));

class Reader {
  readonly #pkg: CompanyPackage;
  readonly #isPicture: IsPicture;
  readonly #fontKinds: KnownKinds;
  readonly #textDefaults: Element | null;
  readonly #use: (layout: string) => LayoutUse;
  readonly media = new Map<string, Uint8Array>();

  constructor(pkg: CompanyPackage, isPicture: IsPicture, presentation: Element) {
    this.#pkg = pkg;
    this.#isPicture = isPicture;
    this.#fontKinds = embeddedKinds(presentation);
    this.#textDefaults = child(presentation, 'p:defaultTextStyle');
    this.#use = usesOf(pkg, presentation);
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

  /** A master with its layouts, in the order it lists them. `named`: whether colours have names there. */
  master(part: string, number: number, named = true): { readonly master: CompanyMaster; readonly layouts: readonly CompanyLayout[] } {
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
    const art = this.#artContext(part, { palette: { colors, named }, fonts }, format);
    const master: CompanyMaster = {
      part,
      name: (scheme && value(scheme, 'name')) ?? '',
      fonts,
      themeFonts,
      colors,
      named,
      background: backgroundIn(root, art) ?? {
        color: named ? 'background1' : (colors['bg1'] as ColorUse),
        gradient: null,
        media: null,
        crop: WHOLE,
      },
      art: artOf(root, art),
    };
    const list = child(root, 'p:sldLayoutIdLst');
    const related = new Map(pkg.related(part).map((r) => [r.id, r.part]));
    const layouts = (list ? children(list) : []).flatMap((entry) => {
      const layout = related.get(value(entry, 'r:id') ?? '');
      return layout === undefined || !pkg.parts.has(layout)
        ? []
        : [this.#layout(layout, { number, colors, named, scheme, fonts, format, inherited })];
    });
    return { master, layouts };
  }

  #layout(
    part: string,
    from: {
      readonly number: number;
      readonly colors: CompanyColors;
      readonly named: boolean;
      readonly scheme: Element | null;
      readonly fonts: CompanyMaster['fonts'];
      readonly format: Element | null;
      readonly inherited: MasterParts;
    },
  ): CompanyLayout {
    const root = this.#pkg.xml(part, 'p:sldLayout');
    const override = child(root, 'p:clrMapOvr');
    const map = override && child(override, 'a:overrideClrMapping');
    const palette: Palette = map ? { colors: mappedColors(from.scheme, map), named: false } : { colors: from.colors, named: from.named };
    const levels: LevelContext = { palette, fonts: from.fonts };
    return companyLayout({
      part,
      root,
      master: from.number,
      masterParts: from.inherited,
      levels,
      use: this.#use(part),
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

/** What stands mostly off the page, where designers park what they do not want, is nobody's to see: no slide is filled there. */
const isOnPage =
  ({ width, height }: CompanyTemplate['page']) =>
  ({ frame }: CompanyPlaceholder): boolean =>
    frame === null || sharedArea(frame, { x: 0, y: 0, width, height }) > area(frame) / 2;

/**
 * Reads an organisation's .potx or .pptx (also .potm, .pptm). The bytes may be hostile; nothing in them is run.
 * Errors: `company/too-large`, `company/encrypted`, `company/old-format`, `company/broken`, `company/bomb`,
 * `company/not-powerpoint`, `company/strict`, `company/no-layouts`, `company/page-size`. Warnings: those of `leftOutProblems`. What may reach no deck is
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
    const { width, height } = template.page;
    if (Math.min(width, height) < SMALLEST_PAGE || Math.max(width, height) > LARGEST_PAGE) {
      const fault = packageFault('company/page-size', file, `${Math.round(width)} × ${Math.round(height)} pt`);
      return { value: null, problems: [{ ...fault, allowed: `${SMALLEST_PAGE} to ${LARGEST_PAGE} points wide and high` }] };
    }
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
  const page = { width: points(size && value(size, 'cx'), 960), height: points(size && value(size, 'cy'), 540) };
  const read = parts.map((part, i) => reader.master(part, i));
  const common = { file, page, media: reader.media, program: programOf(pkg), allowed: pkg.allowed };
  const partsOf = (all: typeof read): Pick<CompanyTemplate, 'masters' | 'layouts'> => ({
    masters: all.map((r) => r.master),
    layouts: all.flatMap((r) => r.layouts).map((layout) => ({ ...layout, placeholders: layout.placeholders.filter(isOnPage(page)) })),
  });
  const main = mainMaster({ ...common, ...partsOf(read) });
  const colors = JSON.stringify(read[main]?.master.colors);
  // A theme has one set of colours: of masters with others, levels and art say theirs themselves.
  const settled = read.map((r, i) => (JSON.stringify(r.master.colors) === colors ? r : reader.master(parts[i] ?? '', i, false)));
  return { ...common, ...partsOf(settled), main };
}
