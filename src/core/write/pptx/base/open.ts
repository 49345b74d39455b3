import { LecternError, unwrap } from '../../../base/errors.ts';
import { isDistinct, isTitle, liveProblems, readCompanyTemplate } from '../../../template/company/index.ts';
import type { CompanyPlaceholder, CompanyTemplate } from '../../../template/company/types.ts';
import type { Theme } from '../../../template/theme/types.ts';
import { mergeIntoTemplate } from './merge.ts';
import { textParts } from './kept.ts';
import type { BoundTarget, Base } from './types.ts';

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

/** Throws the problems of a file that cannot be read, and `company/live-content` for one that was not taken in as a template. Most decks have none, so the writer loads this room only for those that do. */
export function openBase(theme: Theme, { file, bytes }: NonNullable<Theme['base']>): Base {
  const template = unwrap(readCompanyTemplate(bytes, { name: file }));
  const live = liveProblems(template.allowed.leftOut, file);
  if (live.length > 0) throw new LecternError(live);
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
  const base: Base = {
    file,
    parts: template.allowed.parts,
    typefaces: typefacesOf(theme, template),
    targets,
    textParts: () => textParts(base.parts),
    merge: (ours, deck) => mergeIntoTemplate(ours, base, deck),
  };
  return base;
}
