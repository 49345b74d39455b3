import { mergedContentTypes, readContentTypes, CONTENT_TYPES } from '../../../base/ooxml/content-types.ts';
import {
  ownerOf,
  readRelationships,
  Relationships,
  relationshipsOf,
  resolveTarget,
  targetFrom,
  type Relationship,
} from '../../../base/ooxml/relationships.ts';
import { escape } from '../../../base/ooxml/xml/escape.ts';
import { RELATIONSHIPS as R } from '../../../base/ooxml/xml/namespaces.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import type { DeckContext } from '../context.ts';
import { notesMasterXml } from '../notes.ts';
import { PRESENTATION_PROPERTIES, VIEW_PROPERTIES } from '../presentation.ts';
import { appProperties, coreProperties, customProperties } from '../properties.ts';
import { freeItem, putRecipe, relateRecipe } from '../recipe/part.ts';
import { tableStyle, tableStyles } from '../../../block/table/pptx/style.ts';
import { themeXml } from '../theme.ts';
import { keptParts, PRESENTATION } from './kept.ts';
import { freeName } from './names.ts';
import { mergedPresentation } from './presentation.ts';
import { mergedCustomProperties } from './properties.ts';
import type { Base } from './types.ts';

const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml';

/** Our parts under names that the organisation's leave free, their relationships after them. */
function moved(ours: Parts, theirs: Parts, redirect: (r: Relationship) => string | null): Parts {
  const taken = new Set([...theirs.keys()].map((name) => name.toLowerCase()));
  const names = new Map([...ours.keys()].filter((name) => !name.endsWith('.rels')).map((name) => [name, freeName(name, taken)]));
  const result: Parts = new Map();
  for (const [name, content] of ours) {
    if (!name.endsWith('.rels')) {
      result.set(names.get(name) ?? name, content);
      continue;
    }
    const owner = ownerOf(name);
    const target = names.get(owner) ?? owner;
    const list = readRelationships(typeof content === 'string' ? content : '').map((r) => {
      if (r.external) return r;
      const part = resolveTarget(owner, r.target);
      const to = redirect(r) ?? names.get(part) ?? part;
      // LibreOffice knows a jump between slides by the bare file name alone.
      return { ...r, target: targetFrom(target, to) };
    });
    result.set(relationshipsOf(target), new Relationships(list).toXml());
  }
  return result;
}

/** Our parts name the fonts that the organisation's text is set in, where those are not its theme's. */
function withTypefaces(content: string | Uint8Array, { typefaces }: Base): string | Uint8Array {
  if (typeof content !== 'string') return content;
  return [...typefaces].reduce(
    (text, [reference, family]) => text.replaceAll(`typeface="${reference}"`, () => `typeface="${escape(family)}"`),
    content,
  );
}

function textOf(parts: Parts, name: string): string | null {
  const content = parts.get(name);
  return typeof content === 'string' ? content : content === undefined ? null : new TextDecoder().decode(content);
}

/** The part of theirs that the presentation has of a type; null where it has none. */
function partOf(list: readonly Relationship[], type: string): string | null {
  const found = list.find((r) => r.type === type && !r.external);
  return found ? resolveTarget(PRESENTATION, found.target) : null;
}

/** Our table style beside theirs; theirs stays the default. */
function mergedTableStyles(theirs: string | null, deck: DeckContext): string {
  const own = tableStyle(deck.theme);
  if (theirs === null) return tableStyles(deck.theme);
  if (theirs.includes('</a:tblStyleLst>')) return theirs.replace('</a:tblStyleLst>', () => `${own}</a:tblStyleLst>`);
  return theirs.replace(/(<a:tblStyleLst[^>]*?)\s*\/>/, (_, open: string) => `${open}>${own}</a:tblStyleLst>`);
}

/** A notes master of ours where the organisation's file has none, with a theme of its own. */
function putNotesMaster(parts: Parts, deck: DeckContext): void {
  let number = 1;
  while (parts.has(`ppt/theme/theme${number}.xml`)) number += 1;
  const theme = `ppt/theme/theme${number}.xml`;
  const relationships = new Relationships();
  relationships.add(R.theme, targetFrom(NOTES_MASTER, theme));
  parts.set(NOTES_MASTER, notesMasterXml(deck));
  parts.set(relationshipsOf(NOTES_MASTER), relationships.toXml());
  parts.set(theme, themeXml(deck.theme, 'notes'));
}

/** Parts that a presentation has one of; ours where the file has none. */
const SINGLE: readonly (readonly [string, string, string])[] = [
  [R.presProps, 'ppt/presProps.xml', PRESENTATION_PROPERTIES],
  [R.viewProps, 'ppt/viewProps.xml', VIEW_PROPERTIES],
];

function putProperties(parts: Parts, base: Base, deck: DeckContext, root: readonly Relationship[]): void {
  const custom = base.parts.get('docProps/custom.xml');
  parts.set('docProps/core.xml', coreProperties(deck.scene));
  parts.set('docProps/app.xml', appProperties(deck.scene));
  parts.set('docProps/custom.xml', mergedCustomProperties(custom ? new TextDecoder().decode(custom) : null, customProperties(deck.scene)));
  const relationships = new Relationships(root);
  relationships.add(R.officeDocument, PRESENTATION);
  relationships.add(R.coreProperties, 'docProps/core.xml');
  relationships.add(R.extendedProperties, 'docProps/app.xml');
  relationships.add(R.customProperties, 'docProps/custom.xml');
  parts.set('_rels/.rels', relationships.toXml());
}

/**
 * The organisation's package with our slides in place of its samples: slides, notes, charts, workbooks and pictures are moved in,
 * the presentation lists them, and its own masters, layouts, themes and art stay as they are, byte for byte.
 */
export function mergeIntoTemplate(ours: Parts, base: Base, deck: DeckContext): Parts {
  const { scene } = deck;
  const { parts, roots } = keptParts(base);
  const kept = new Set(parts.keys());
  const presentation = new Relationships(roots.get(PRESENTATION) ?? []);
  const list = roots.get(PRESENTATION) ?? [];
  const hasNotes = scene.slides.some((slide) => slide.notes.length > 0);
  const theirNotesMaster = partOf(list, R.notesMaster);
  const notesMaster = theirNotesMaster !== null && parts.has(theirNotesMaster) ? theirNotesMaster : NOTES_MASTER;
  const own = moved(ours, parts, (r) => (r.type === R.notesMaster ? notesMaster : null));
  for (const [name, content] of own) parts.set(name, withTypefaces(content, base));
  const isNew = hasNotes && notesMaster === NOTES_MASTER && !kept.has(NOTES_MASTER);
  if (isNew) putNotesMaster(parts, deck);
  const notesId = isNew ? presentation.add(R.notesMaster, targetFrom(PRESENTATION, NOTES_MASTER)) : null;
  const slides = scene.slides.map(({ id }, i) => ({ id, relationship: presentation.add(R.slide, `slides/slide${i + 1}.xml`) }));
  for (const [type, name, xml] of SINGLE) {
    const theirs = partOf(list, type);
    if (theirs !== null && parts.has(theirs)) continue;
    parts.set(name, xml);
    presentation.add(type, targetFrom(PRESENTATION, name));
  }
  const tables = partOf(list, R.tableStyles) ?? 'ppt/tableStyles.xml';
  parts.set(tables, mergedTableStyles(textOf(parts, tables), deck));
  presentation.add(R.tableStyles, targetFrom(PRESENTATION, tables));
  const item = freeItem(parts);
  relateRecipe(presentation, scene, item);
  const { direction } = deck.theme;
  const xml = mergedPresentation(textOf(parts, PRESENTATION) ?? '', {
    notesMaster: notesId,
    slides,
    sections: scene.sections,
    isRightToLeft: direction === 'rtl',
  });
  parts.set(PRESENTATION, xml);
  parts.set(relationshipsOf(PRESENTATION), presentation.toXml());
  putProperties(parts, base, deck, roots.get('') ?? []);
  putRecipe(parts, scene, item);
  const types = readContentTypes(new TextDecoder().decode(base.parts.get(CONTENT_TYPES) ?? new Uint8Array()));
  kept.delete(PRESENTATION);
  parts.set(CONTENT_TYPES, mergedContentTypes(parts, kept, types));
  return parts;
}
