import { shortHash } from '../../../base/hash.ts';
import { RELATIONSHIPS as R } from '../../../base/ooxml/xml/namespaces.ts';
import { attribute } from '../../../base/ooxml/xml/scan.ts';
import { PRESENTATION } from '../base/kept.ts';
import { canonical } from '../read/canonical.ts';
import type { PartReader } from '../read/reader.ts';
import type { MergedPackage } from './package.ts';

const LAYOUT_LIST = /<p:sldLayoutIdLst>[^]*?<\/p:sldLayoutIdLst>/;

/** A layout with its master and theme, as far as they are seen: equal where slides on them look alike. */
function looksOf(reader: PartReader, layout: string): string {
  const master = reader.ending(layout, '/slideMaster')[0]?.part ?? '';
  const theme = reader.ending(master, '/theme')[0]?.part ?? '';
  return shortHash(
    [layout, master, theme]
      .map((part) => canonical(reader.text(part).replace(LAYOUT_LIST, ''), reader.meaningIn(part), reader.tags))
      .join('\u001E'),
  );
}

const nameOf = (xml: string): string => /<p:cSld\s[^>]*?name\s*=\s*"([^"]*)"/.exec(xml)?.[1] ?? '';

const layoutsOf = (reader: PartReader): string[] => [...reader.parts.keys()].filter((name) => /^ppt\/slideLayouts\/[^/]+\.xml$/.test(name));

/** Finds the layouts on which our slides stand in the merged package, and brings them in where they are not there. */
export class Designs {
  readonly #ours: PartReader;
  readonly #merged: MergedPackage;
  readonly #alike: ReadonlyMap<string, string>;
  readonly #named: ReadonlyMap<string, string>;
  readonly #found = new Map<string, string>();

  /** `byName`: their layouts stand for ours of the same name, since a hand changed them and we did not. */
  constructor(theirs: PartReader, ours: PartReader, merged: MergedPackage, byName: boolean) {
    this.#ours = ours;
    this.#merged = merged;
    const layouts = layoutsOf(theirs);
    this.#alike = new Map(layouts.map((part) => [looksOf(theirs, part), part]));
    this.#named = new Map(byName ? layouts.map((part) => [nameOf(theirs.text(part)), part]) : []);
  }

  /** The part here that stands for a layout of ours. */
  layout(part: string): string {
    const known = this.#found.get(part);
    if (known !== undefined) return known;
    const made = this.#alike.get(looksOf(this.#ours, part)) ?? this.#named.get(nameOf(this.#ours.text(part))) ?? this.#bring(part);
    this.#found.set(part, made);
    return made;
  }

  /** Our master with all its layouts and its theme, listed beside theirs. */
  #bring(layout: string): string {
    const merged = this.#merged;
    const master = this.#ours.ending(layout, '/slideMaster')[0]?.part ?? '';
    const all = (r: { readonly type: string }): undefined | null => (r.type === R.slide ? null : undefined);
    const name = merged.carry(this.#ours, master, all);
    const id = merged.relate(PRESENTATION, R.slideMaster, name);
    const xml = merged.text(PRESENTATION);
    let next = nextMasterId(merged);
    merged.parts.set(
      PRESENTATION,
      xml.replace('</p:sldMasterIdLst>', () => `<p:sldMasterId id="${next}" r:id="${id}"/></p:sldMasterIdLst>`),
    );
    const numbered = merged.text(name).replace(/(<p:sldLayoutId\b[^>]*?\sid=")\d+/g, (_, before: string) => `${before}${(next += 1)}`);
    merged.parts.set(name, numbered);
    return merged.carry(this.#ours, layout, all);
  }
}

/** Masters and layouts share one range of ids, from 2³¹ on (ECMA-376 part 1, 19.7.20 and 19.7.21). */
function nextMasterId(merged: MergedPackage): number {
  const lists = [...merged.parts.keys()].filter((name) => name === PRESENTATION || /^ppt\/slideMasters\/[^/]+\.xml$/.test(name));
  const ids = lists.flatMap((name) =>
    [...merged.text(name).matchAll(/<p:sld(?:Master|Layout)Id\b([^>]*?)\/?>/g)].map(([, list = '']) => Number(attribute(list, 'id') ?? 0)),
  );
  return Math.max(2 ** 31 - 1, ...ids) + 1;
}

/** Our table style beside theirs. */
export function addTableStyles(ours: PartReader, merged: MergedPackage): void {
  const mine = ours.ending(PRESENTATION, '/tableStyles')[0];
  if (!mine) return;
  const found = merged.related(PRESENTATION, R.tableStyles);
  if (!found) {
    merged.relate(
      PRESENTATION,
      R.tableStyles,
      merged.carry(ours, mine.part, () => null),
    );
    return;
  }
  const xml = merged.text(found.part);
  const missing = [...ours.text(mine.part).matchAll(/<a:tblStyle\s[^>]*?styleId="([^"]*)"[^]*?<\/a:tblStyle>/g)].filter(
    ([, id = '']) => !xml.includes(id),
  );
  if (missing.length === 0) return;
  const styles = missing.map(([style]) => style).join('');
  const open = xml.includes('</a:tblStyleLst>')
    ? xml.replace('</a:tblStyleLst>', () => `${styles}</a:tblStyleLst>`)
    : xml.replace(/(<a:tblStyleLst[^>]*?)\s*\/>/, (_, start: string) => `${start}>${styles}</a:tblStyleLst>`);
  merged.parts.set(found.part, open);
}

/** The notes master here: theirs, else ours. */
export function notesMaster(ours: PartReader, merged: MergedPackage): string {
  const found = merged.related(PRESENTATION, R.notesMaster);
  if (found && merged.parts.has(found.part)) return found.part;
  const mine = ours.ending(PRESENTATION, '/notesMaster')[0]?.part ?? '';
  const part = merged.carry(ours, mine, () => undefined);
  const id = merged.relate(PRESENTATION, R.notesMaster, part);
  const list = `<p:notesMasterIdLst><p:notesMasterId r:id="${id}"/></p:notesMasterIdLst>`;
  merged.parts.set(
    PRESENTATION,
    merged.text(PRESENTATION).replace('</p:sldMasterIdLst>', () => `</p:sldMasterIdLst>${list}`),
  );
  return part;
}
