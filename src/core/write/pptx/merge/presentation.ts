import { attributes, escape } from '../../../base/ooxml/xml/escape.ts';
import { NAMESPACES, RELATIONSHIPS as R } from '../../../base/ooxml/xml/namespaces.ts';
import { attribute } from '../../../base/ooxml/xml/scan.ts';
import { resolveTarget } from '../../../base/ooxml/relationships.ts';
import { PRESENTATION } from '../base/kept.ts';
import { guid } from '../guid.ts';
import { SECTIONS_URI } from '../presentation.ts';
import type { MergedPackage } from './package.ts';
import { sectionsById } from './sections.ts';

/** A slide of the merged deck. */
export interface PlacedSlide {
  readonly part: string;
  /** Its section in our deck; null where it is none of ours. */
  readonly section: string | null;
}

interface Listed {
  readonly id: number;
  readonly relationship: string;
}

/** `p:sldId` by part. */
function listed(merged: MergedPackage): Map<string, Listed> {
  const parts = new Map(merged.relationships(PRESENTATION).map((r) => [r.id, resolveTarget(PRESENTATION, r.target)]));
  const xml = /<p:sldIdLst>[^]*?<\/p:sldIdLst>/.exec(merged.text(PRESENTATION))?.[0] ?? '';
  return new Map(
    [...xml.matchAll(/<p:sldId(\s[^>]*?)\/?>/g)].map(([, list = '']): [string, Listed] => {
      const relationship = attribute(list, 'r:id') ?? '';
      return [parts.get(relationship) ?? '', { id: Number(attribute(list, 'id') ?? 0), relationship }];
    }),
  );
}

/** Lists the slides in their order, those that were there under their ids, and puts each into a section: theirs where they have any, else ours. */
export function listSlides(merged: MergedPackage, slides: readonly PlacedSlide[]): void {
  const known = listed(merged);
  const parts = new Set(slides.map(({ part }) => part));
  // Those that some tools leave behind when they take a slide out of the list alone, too.
  const gone = new Set(
    merged
      .relationships(PRESENTATION)
      .flatMap(({ id, type, target }) => (type !== R.slide || parts.has(resolveTarget(PRESENTATION, target)) ? [] : [id])),
  );
  merged.putRelationships(
    PRESENTATION,
    merged.relationships(PRESENTATION).filter(({ id }) => !gone.has(id)),
  );
  let last = Math.max(255, ...[...known.values()].map(({ id }) => id));
  const list = slides.map(({ part }): Listed => {
    const found = known.get(part);
    if (found) return found;
    last += 1;
    return { id: last, relationship: merged.relate(PRESENTATION, R.slide, part) };
  });
  const ids = list.map(({ id, relationship }) => `<p:sldId id="${id}" r:id="${relationship}"/>`).join('');
  let xml = merged.text(PRESENTATION);
  xml = /<p:sldIdLst>/.test(xml)
    ? xml.replace(/<p:sldIdLst>[^]*?<\/p:sldIdLst>/, () => `<p:sldIdLst>${ids}</p:sldIdLst>`)
    : xml.replace(/<p:sldSz\b/, (tag) => `<p:sldIdLst>${ids}</p:sldIdLst>${tag}`);
  merged.parts.set(PRESENTATION, withoutShows(withSections(xml, list, slides), gone));
}

/** A custom show names slides by their relationships; one that names a slide that is gone is taken out. */
function withoutShows(xml: string, gone: ReadonlySet<string>): string {
  const names = (text: string): boolean => [...text.matchAll(/<p:sld\s[^>]*?r:id="([^"]*)"/g)].some(([, id = '']) => gone.has(id));
  return xml
    .replace(/<p:custShow\b[^]*?<\/p:custShow>/g, (show) => (names(show) ? '' : show))
    .replace(/<p:custShowLst>\s*<\/p:custShowLst>/, '');
}

function withSections(xml: string, list: readonly Listed[], slides: readonly PlacedSlide[]): string {
  const theirs = sectionsById(xml);
  const nameOf = (i: number): string | null => (theirs.size > 0 ? (theirs.get(list[i]?.id ?? 0) ?? null) : (slides[i]?.section ?? null));
  const sections: { name: string; ids: number[] }[] = [];
  const closed = new Set<string>();
  list.forEach(({ id }, i) => {
    const name = nameOf(i);
    const open = sections.at(-1);
    // A slide that is nobody's, or whose section has ended, is its neighbour's.
    if (name !== null && open?.name !== name && !closed.has(name)) {
      if (open) closed.add(open.name);
      sections.push({ name, ids: [] });
    }
    sections.at(-1)?.ids.push(id);
  });
  const [first] = sections;
  // What stands before the first section is the first's.
  if (first) first.ids.unshift(...list.flatMap(({ id }) => (sections.some(({ ids }) => ids.includes(id)) ? [] : [id])));
  const items = sections.map(
    ({ name, ids }, i) =>
      `<p14:section${attributes({ name, id: guid(`section ${i} ${name}`) })}><p14:sldIdLst>${ids.map((id) => `<p14:sldId id="${id}"/>`).join('')}</p14:sldIdLst></p14:section>`,
  );
  const made = `<p14:sectionLst xmlns:p14="${NAMESPACES.p14}">${items.join('')}</p14:sectionLst>`;
  if (/<p14:sectionLst\b/.test(xml)) return xml.replace(/<p14:sectionLst\b[^]*?<\/p14:sectionLst>/, () => made);
  if (sections.length === 0) return xml;
  const extension = `<p:ext uri="${escape(SECTIONS_URI)}">${made}</p:ext>`;
  const end = xml.lastIndexOf('</p:extLst>');
  return end === -1
    ? xml.replace(/<\/p:presentation>\s*$/, () => `<p:extLst>${extension}</p:extLst></p:presentation>`)
    : `${xml.slice(0, end)}${extension}${xml.slice(end)}`;
}
