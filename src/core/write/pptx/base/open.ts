import { unwrap } from '../../../errors.ts';
import { readZip } from '../../../ooxml/zip.ts';
import { isDistinct, isTitle, readCompanyTemplate } from '../../../template/company/index.ts';
import type { CompanyLayout, CompanyPlaceholder, CompanyTemplate } from '../../../template/company/types.ts';
import type { Theme } from '../../../template/theme/types.ts';

/** A layout of ours on the organisation's. */
export interface BoundTarget {
  readonly layout: CompanyLayout;
  /** By region. */
  readonly placeholders: ReadonlyMap<string, CompanyPlaceholder>;
}

/** The organisation's file that a deck is written into. */
export interface Base {
  readonly file: string;
  /** Bytes as they are in the file, by part. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** By what our parts call it, the font that a theme of theirs does not name. */
  readonly typefaces: ReadonlyMap<string, string>;
  /** By the name of our layout. */
  readonly targets: ReadonlyMap<string, BoundTarget>;
}

const REFERENCES = [
  ['heading', '+mj-lt'],
  ['body', '+mn-lt'],
] as const;

/** Where titles or text are set in another font than the theme's, which our text boxes, tables and charts must name then. */
function typefacesOf({ fonts }: Theme, { masters }: CompanyTemplate): ReadonlyMap<string, string> {
  const master = masters.find((m) => REFERENCES.every(([role]) => m.fonts[role].latin === fonts[role].latin));
  return new Map(
    REFERENCES.flatMap(([role, reference]): [string, string][] =>
      master && master.themeFonts[role].latin !== fonts[role].latin ? [[reference, fonts[role].latin]] : [],
    ),
  );
}

/** Null for a theme of Lectern's own. Throws the problems of a file that cannot be read. */
export function openBase(theme: Theme): Base | null {
  if (theme.base === null) return null;
  const { file, bytes } = theme.base;
  const template = unwrap(readCompanyTemplate(bytes, { name: file }));
  const targets = new Map<string, BoundTarget>();
  for (const { name, base, regions } of Object.values(theme.layouts)) {
    const layout = template.layouts.find((l) => l.part.endsWith(`/${base?.layout ?? ''}`)) ?? template.layouts[0];
    if (!layout) continue;
    const placeholders = new Map<string, CompanyPlaceholder>();
    for (const region of regions) {
      const wanted = base?.regions[region.name];
      const found = layout.placeholders.find((p) => (wanted === 'title' ? isTitle(p) : !isTitle(p) && p.index === wanted));
      if (found && isDistinct(found, layout)) placeholders.set(region.name, found);
    }
    targets.set(name, { layout, placeholders });
  }
  return { file, parts: readZip(bytes), typefaces: typefacesOf(theme, template), targets };
}
