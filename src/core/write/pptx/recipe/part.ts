import { shortHash } from '../../../base/hash.ts';
import type { Scene } from '../../../layout/types.ts';
import { Relationships, relationshipsOf } from '../../../base/ooxml/relationships.ts';
import { attributes, escape, XML_HEADER } from '../../../base/ooxml/xml/escape.ts';
import { RELATIONSHIPS as R } from '../../../base/ooxml/xml/namespaces.ts';
import { attribute, unescape } from '../../../base/ooxml/xml/scan.ts';
import { children, parseXml, type Element } from '../../../base/ooxml/xml/tree.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import { eachContent } from '../read/content.ts';
import { PartReader } from '../read/reader.ts';
import { guid } from '../guid.ts';
import { creationId } from '../slide.ts';
import { designDigest } from './design.ts';
import { digestOf, slideDigests, type BoxDigests, type SlideRecord } from './record.ts';

/** The recipe's own namespace; its last figure counts up when what it holds changes its meaning. */
export const RECIPE_NAMESPACE = 'urn:lectern:recipe:2';

const ANY_RECIPE = /"urn:lectern:recipe:[12]"/;

/** Where the recipe stands, in a package of ours and in one that a program saved. */
export const RECIPE_FOLDER = 'customXml/';

/** The organisation's file may have items of its own, so ours takes the first number that is free. */
function itemPart(number: number): string {
  return `${RECIPE_FOLDER}item${number}.xml`;
}

function propertiesPart(number: number): string {
  return `${RECIPE_FOLDER}itemProps${number}.xml`;
}

/** The first number of which a package has neither item nor properties. */
export function freeItem(parts: Pick<Parts, 'has'>): number {
  let number = 1;
  while (parts.has(itemPart(number)) || parts.has(propertiesPart(number))) number += 1;
  return number;
}

/** Where a source label leads: the article and its paragraph, or the note of an article. */
export interface SourceOrigin {
  readonly number: number;
  /** `ARTICLE#12`; `ARTICLE` for a whole article. A footnote, whose words are all that is known of it, is `ARTICLE~DIGEST`. */
  readonly origin: string;
}

export interface RecipeRecord {
  readonly stamp: string;
  /** Canonical JSON of briefing, articles and pack, by ids and hashes. */
  readonly recipe: string;
  readonly design: string;
  readonly sources: readonly SourceOrigin[];
  readonly slides: readonly SlideRecord[];
}

/** Relates the presentation to the recipe's part, which the audience's copy has not. */
export function relateRecipe(presentation: Relationships, scene: Scene, number = 1): void {
  if (scene.meta.recipe !== null) presentation.add(R.customXml, `../${itemPart(number)}`);
}

/** By paragraph, each `1,3`; `;` between them. */
const writeRefs = (refs: BoxDigests['refs']): string | null =>
  refs.every((list) => list.length === 0) ? null : refs.map((list) => list.join(',')).join(';');

function readRefs(text: string, count: number): number[][] {
  const lists = text === '' ? [] : text.split(';');
  return Array.from({ length: count }, (_, i) => (lists[i] ?? '').split(',').filter(Boolean).map(Number));
}

/** Digests of which some may be empty: `-` stands for those. */
const writeDigests = (digests: readonly string[]): string | null =>
  digests.length === 0 ? null : digests.map((digest) => digest || '-').join(' ');
const readDigests = (text: string): string[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((digest) => (digest === '-' ? '' : digest));

function boxXml({ name, kind, words, refs, rows, alt, data, picture, place, look }: BoxDigests): string {
  const said = { words: writeDigests(words), refs: writeRefs(refs), rows: rows.join(' ') || null };
  return `<box${attributes({ name, kind, ...said, alt: alt || null, data: data || null, picture: picture || null, place, look })}/>`;
}

function slideXml({ said, ...slide }: SlideRecord): string {
  const { id, number, topic, kind, creation, refs, title, chosen } = slide;
  const known = { notes: writeDigests(said?.notes ?? []), layout: said?.layout, rest: said?.rest };
  const list = attributes({ id, number, topic, kind, creation, refs: refs.join(' ') || null, title, chosen, ...known });
  return `<slide${list}>${(said?.boxes ?? []).map(boxXml).join('')}</slide>`;
}

function originsOf({ sources }: Scene): SourceOrigin[] {
  return sources.map(({ number, article, paragraph, isNote, title }) => ({
    number,
    origin: isNote
      ? `${article}~${shortHash(`${article} ${title}`).slice(0, 8)}`
      : paragraph === null
        ? article
        : `${article}#${paragraph}`,
  }));
}

function recordsOf({ slides, meta }: Scene, reader: PartReader): SlideRecord[] {
  const found = eachContent(reader);
  return slides.map(({ id, topic, kind, refs, layout, chosen }, i) => {
    const slide = found.next().value;
    return {
      id,
      number: i + 1,
      topic,
      kind,
      creation: creationId(id),
      refs,
      title: digestOf(slide?.title ?? '', meta.stamp),
      ...(chosen && { chosen: layout }),
      said: slide ? slideDigests(slide, meta.stamp) : null,
    };
  });
}

/** Puts the recipe in as a custom XML part, once all that it takes digests of is written. */
export function putRecipe(parts: Parts, scene: Scene, number = 1): void {
  const { recipe, stamp } = scene.meta;
  if (recipe === null) return;
  const reader = new PartReader(parts);
  const slides = recordsOf(scene, reader).map(slideXml).join('');
  const sources = originsOf(scene)
    .map((source) => `<source${attributes({ ...source })}/>`)
    .join('');
  parts.set(
    itemPart(number),
    `${XML_HEADER}<lectern${attributes({ xmlns: RECIPE_NAMESPACE, stamp, design: designDigest(reader) })}>` +
      `<recipe>${escape(recipe)}</recipe><sources>${sources}</sources><slides>${slides}</slides></lectern>`,
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

/** The part that holds the recipe, wherever a program moved it to; null where there is none. */
export function recipePart(parts: Parts): string | null {
  for (const [name, content] of parts)
    if (name.startsWith(RECIPE_FOLDER) && typeof content === 'string' && ANY_RECIPE.test(content) && content.includes('<recipe'))
      return name;
  return null;
}

const textValue = (element: Element, name: string): string => unescape(attribute(element.attributes, name) ?? '');

function readBox(box: Element): BoxDigests {
  const value = (name: string): string => textValue(box, name);
  const words = readDigests(value('words'));
  return {
    name: value('name'),
    kind: value('kind') as BoxDigests['kind'],
    words,
    refs: readRefs(value('refs'), words.length),
    rows: value('rows').split(' ').filter(Boolean).map(Number),
    alt: value('alt'),
    data: value('data'),
    picture: value('picture'),
    place: value('place'),
    look: value('look'),
  };
}

/** A slide of either recipe. Recipe 1 has its title in words, and digests of another kind, which are not read. */
function readSlide(slide: Element, index: number, stamp: string, isOld: boolean): SlideRecord {
  const value = (name: string): string => textValue(slide, name);
  return {
    id: value('id'),
    number: isOld ? index + 1 : Number(value('number')),
    topic: value('topic') || null,
    kind: value('kind'),
    creation: Number(value('creation')),
    refs: value('refs').split(' ').filter(Boolean).map(Number),
    ...(value('chosen') !== '' && { chosen: value('chosen') }),
    title: isOld ? digestOf(value('title').replace(/\s+/g, ' ').trim(), stamp) : value('title'),
    said: isOld
      ? null
      : { boxes: children(slide, 'box').map(readBox), notes: readDigests(value('notes')), layout: value('layout'), rest: value('rest') },
  };
}

const STAMP = /<property\s[^>]*name="Lectern version"[^>]*>\s*<vt:lpwstr>([^<]*)<\/vt:lpwstr>/;

/** The version stamp that the document's properties say, which the audience's copy has too; null in a deck that is not ours. */
export function stampOf(reader: PartReader): string | null {
  return STAMP.exec(reader.text('docProps/custom.xml'))?.[1] ?? null;
}

/** The recipe of a package; null where there is none, or one that is damaged. */
export function readRecipe(parts: Parts): RecipeRecord | null {
  const name = recipePart(parts);
  const xml = name === null ? null : parts.get(name);
  if (typeof xml !== 'string') return null;
  let root: Element;
  try {
    root = parseXml(xml);
  } catch {
    return null;
  }
  const list = (name: string, item: string): Element[] => children(root, name).flatMap((group) => children(group, item));
  const stamp = textValue(root, 'stamp');
  const isOld = textValue(root, 'xmlns') !== RECIPE_NAMESPACE;
  return {
    stamp,
    recipe: unescape(
      children(root, 'recipe')
        .flatMap(({ children: inner }) => inner)
        .filter((part) => typeof part === 'string')
        .join(''),
    ),
    design: isOld ? '' : textValue(root, 'design'),
    sources: list('sources', 'source').map((source) => ({
      number: Number(textValue(source, 'number')),
      origin: textValue(source, 'origin'),
    })),
    slides: list('slides', 'slide').map((slide, i) => readSlide(slide, i, stamp, isOld)),
  };
}
