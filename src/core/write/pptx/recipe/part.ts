import { sha256 } from '../../../base/hash.ts';
import type { Scene } from '../../../layout/types.ts';
import { guid } from '../guid.ts';
import { Relationships, relationshipsOf } from '../../../base/ooxml/relationships.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import { creationId } from '../slide.ts';
import { attributes, escape, XML_HEADER } from '../../../base/ooxml/xml/escape.ts';
import { RELATIONSHIPS as R } from '../../../base/ooxml/xml/namespaces.ts';
import { attribute, unescape } from '../../../base/ooxml/xml/scan.ts';
import { deckState, type SlideState } from './deck-state.ts';

/** The recipe's own namespace; its last figure counts up when what it holds changes its meaning. */
export const RECIPE_NAMESPACE = 'urn:lectern:recipe:1';

/** The organisation's file may have items of its own, so ours takes the first number that is free. */
function itemPart(number: number): string {
  return `customXml/item${number}.xml`;
}

function propertiesPart(number: number): string {
  return `customXml/itemProps${number}.xml`;
}

/** The first number of which a package has neither item nor properties. */
export function freeItem(parts: Pick<Parts, 'has'>): number {
  let number = 1;
  while (parts.has(itemPart(number)) || parts.has(propertiesPart(number))) number += 1;
  return number;
}

/** What we wrote of a slide: enough to know it again and to see whether it was edited. */
export interface SlideRecord {
  readonly id: string;
  readonly title: string;
  readonly creation: number;
  readonly listId: number;
  /** Numbers of the sources that stand on it. */
  readonly refs: readonly number[];
  readonly fingerprint: string;
  /** Null in decks from before it was kept. */
  readonly said: SlideDigests | null;
}

/** Digests of a slide's paragraphs, of its notes' paragraphs and of its charts' data. The words themselves do not travel. */
export interface SlideDigests {
  readonly words: readonly string[];
  readonly notes: readonly string[];
  readonly data: readonly string[];
}

export interface RecipeRecord {
  readonly stamp: string;
  /** Canonical JSON of briefing, articles and pack, by ids and hashes. */
  readonly recipe: string;
  readonly design: string;
  readonly slides: readonly SlideRecord[];
}

/**
 * A digest of a paragraph or of a chart's data, 8 hex digits: enough to tell a deck's own apart. The deck's stamp goes in, so that
 * the digests of one deck say nothing about another's.
 */
export function digestOf(text: string, stamp: string): string {
  return sha256(stamp, '\u0000', text).slice(0, 8);
}

export function digestsOf({ words, notes, data }: SlideState, stamp: string): SlideDigests {
  const all = (texts: readonly string[]): string[] => texts.map((text) => digestOf(text, stamp));
  return { words: all(words), notes: all(notes), data: all(data) };
}

/** Relates the presentation to the recipe's part, which the audience's copy has not. */
export function relateRecipe(presentation: Relationships, scene: Scene, number = 1): void {
  if (scene.meta.recipe !== null) presentation.add(R.customXml, `../${itemPart(number)}`);
}

/** Puts the recipe in as a custom XML part, once all that it takes fingerprints of is written. */
export function putRecipe(parts: Parts, scene: Scene, number = 1): void {
  const { recipe, stamp } = scene.meta;
  if (recipe === null) return;
  const { slides, design } = deckState(parts);
  const records = scene.slides.map((slide, i) => {
    const state = slides[i];
    const said = state ? digestsOf(state, stamp) : null;
    return `<slide${attributes({
      id: slide.id,
      title: slide.title,
      creation: creationId(slide.id),
      listId: state?.listId,
      refs: slide.refs.join(' '),
      fingerprint: state?.fingerprint,
      words: said?.words.join(' '),
      notes: said?.notes.join(' '),
      data: said?.data.join(' '),
    })}/>`;
  });
  parts.set(
    itemPart(number),
    `${XML_HEADER}<lectern${attributes({ xmlns: RECIPE_NAMESPACE, stamp, design })}><recipe>${escape(recipe)}</recipe><slides>${records.join('')}</slides></lectern>`,
  );
  parts.set(
    propertiesPart(number),
    `${XML_HEADER}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${guid(RECIPE_NAMESPACE)}">` +
      `<ds:schemaRefs><ds:schemaRef ds:uri="${RECIPE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  const relationships = new Relationships();
  relationships.add(R.customXmlProps, `itemProps${number}.xml`);
  parts.set(relationshipsOf(itemPart(number)), relationships.toXml());
}

/** The recipe of a package, wherever a program moved its part to; null where there is none. */
export function readRecipe(parts: Parts): RecipeRecord | null {
  const item = [...parts].find(
    ([name, content]) =>
      name.startsWith('customXml/') &&
      typeof content === 'string' &&
      content.includes(`"${RECIPE_NAMESPACE}"`) &&
      content.includes('<recipe'),
  );
  if (!item || typeof item[1] !== 'string') return null;
  const xml = item[1];
  const root = /<lectern(\s[^>]*)>/.exec(xml)?.[1] ?? '';
  const value = (list: string, name: string): string => unescape(attribute(list, name) ?? '');
  const values = (list: string, name: string): string[] => value(list, name).split(' ').filter(Boolean);
  const slides = [...xml.matchAll(/<slide(\s(?:"[^"]*"|[^">])*?)\/?>/g)].map(([, list = '']): SlideRecord => ({
    id: value(list, 'id'),
    title: value(list, 'title'),
    creation: Number(value(list, 'creation')),
    listId: Number(value(list, 'listId')),
    refs: values(list, 'refs').map(Number),
    fingerprint: value(list, 'fingerprint'),
    said:
      attribute(list, 'words') === null ? null : { words: values(list, 'words'), notes: values(list, 'notes'), data: values(list, 'data') },
  }));
  return {
    stamp: value(root, 'stamp'),
    recipe: unescape(/<recipe>([^<]*)<\/recipe>/.exec(xml)?.[1] ?? ''),
    design: value(root, 'design'),
    slides,
  };
}
