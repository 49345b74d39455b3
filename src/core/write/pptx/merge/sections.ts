import { attribute, unescape } from '../../../base/ooxml/xml/scan.ts';
import { PRESENTATION } from '../base/kept.ts';
import type { DeckSide, SideSlide } from './side.ts';

const SECTION = /<p14:section\s([^>]*)>([^]*?)<\/p14:section>/g;

/** Sections' names by the slides' ids (`p:sldId@id`), empty where a presentation has none. */
export function sectionsById(xml: string): Map<number, string> {
  const sections = new Map<number, string>();
  for (const [, list = '', inner = ''] of xml.matchAll(SECTION)) {
    const name = unescape(attribute(` ${list}`, 'name') ?? '');
    for (const [, id = ''] of inner.matchAll(/<p14:sldId\s[^>]*?id="(\d+)"/g)) sections.set(Number(id), name);
  }
  return sections;
}

/** The section of each slide of a deck that has any. */
export function sectionNames({ reader, slides }: DeckSide): Map<SideSlide, string> {
  const byId = sectionsById(reader.text(PRESENTATION));
  return new Map(
    slides.flatMap((slide) => (byId.has(slide.content.listId) ? [[slide, byId.get(slide.content.listId) ?? ''] as const] : [])),
  );
}
