import { shortHash } from '../../../base/hash.ts';
import { readRelationships, relationshipsOf, resolveTarget, type Relationship } from '../../../base/ooxml/relationships.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import { attribute, unescape } from '../../../base/ooxml/xml/scan.ts';
import { canonical, canonicalChart, type KnownTags } from './canonical.ts';
import { chartData, commentCount, paragraphsOf, withoutSoftHyphens } from './words.ts';

/** A slide as it stands in a package. */
export interface SlideState {
  /** `p:sldId@id`, which PowerPoint keeps while the slide lives in its deck. */
  readonly listId: number;
  /** `p14:creationId`, which it keeps always; null in a deck that other programs saved. */
  readonly creation: number | null;
  readonly title: string;
  /** 16 hex digits over all that is seen, spoken and linked. */
  readonly fingerprint: string;
  /** What it says, its charts' legends too, a paragraph each, by `paragraphsOf`. */
  readonly words: readonly string[];
  /** The same of its notes. */
  readonly notes: readonly string[];
  /** The data of each chart on it. */
  readonly data: readonly string[];
  /** How many comments stand at it. */
  readonly comments: number;
}

export interface DeckState {
  readonly slides: readonly SlideState[];
  /** Over master, layouts and theme. */
  readonly design: string;
}

const PRESENTATION = 'ppt/presentation.xml';

/** The words between two offsets, paragraphs apart by a line break. */
function wordsBetween(xml: string, from: number, to: number): string {
  const slice = xml.slice(from, to).replaceAll('</a:p>', '</a:p><a:t>\n</a:t>');
  return [...slice.matchAll(/<a:t(?:\s[^>]*)?>([^<]*)<\/a:t>/g)]
    .map(([, text = '']) => withoutSoftHyphens(unescape(text)))
    .join('')
    .trim();
}

/** A relationship with the part it leads to; empty for one that leads outside. */
type Followed = Relationship & { readonly part: string };

/** Reads parts and follows relationships, each relationship part once. */
class Reader {
  readonly #parts: Parts;
  readonly #media = new Map<string, string>();
  readonly #related = new Map<string, readonly Followed[]>();
  readonly #tags: KnownTags = new Map();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  text(name: string): string {
    const content = this.#parts.get(name);
    return typeof content === 'string' ? content : '';
  }

  related(part: string): readonly Followed[] {
    const known = this.#related.get(part);
    if (known) return known;
    const list = readRelationships(this.text(relationshipsOf(part))).map((r) => ({
      ...r,
      part: r.external ? '' : resolveTarget(part, r.target),
    }));
    this.#related.set(part, list);
    return list;
  }

  /** What a relationship leads to, in words that do not change when parts are renamed. */
  meaning(r: Followed): string {
    const type = r.type.slice(r.type.lastIndexOf('/') + 1);
    if (r.external) return `${type} ${r.target}`;
    if (type === 'chart') return `${type} ${shortHash(canonicalChart(this.text(r.part)))}`;
    if (type === 'slide') return `${type} ${creationOf(this.text(r.part)) ?? ''}`;
    if (type !== 'image') return type;
    const known = this.#media.get(r.part);
    if (known !== undefined) return known;
    const made = `${type} ${shortHash(this.#parts.get(r.part) ?? '')}`;
    this.#media.set(r.part, made);
    return made;
  }

  canonical(part: string): string {
    const related = this.related(part);
    const meaning = (id: string): string => {
      const r = related.find((other) => other.id === id);
      return r ? this.meaning(r) : '';
    };
    return canonical(this.text(part), meaning, this.#tags);
  }
}

function creationOf(xml: string): number | null {
  const match = /<p14:creationId\s[^>]*?val\s*=\s*"(\d+)"/.exec(xml);
  return match ? Number(match[1]) : null;
}

/** The words of the title placeholder, empty where there is none. */
function titleOf(xml: string): string {
  const at = xml.search(/<p:ph\s[^>]*type\s*=\s*"(?:title|ctrTitle)"/);
  if (at === -1) return '';
  return wordsBetween(xml, at, xml.indexOf('</p:sp>', at)).replace(/\s+/g, ' ');
}

function slideState(reader: Reader, part: string, listId: number): SlideState {
  const xml = reader.text(part);
  const related = reader.related(part);
  const layout = related.find((r) => r.type.endsWith('/slideLayout'));
  const notes = related.find((r) => r.type.endsWith('/notesSlide'));
  const layoutName = layout ? (/<p:cSld\s[^>]*?name\s*=\s*"([^"]*)"/.exec(reader.text(layout.part))?.[1] ?? '') : '';
  const spoken = notes ? reader.text(notes.part) : '';
  const spokenWords = notes ? wordsBetween(spoken, 0, spoken.length) : '';
  const ending = (end: string): Followed[] => related.filter((r) => r.type.endsWith(end));
  const charts = ending('/chart');
  // A chart's legend is a drawing of its own.
  const drawn = charts.flatMap((r) => reader.related(r.part).filter(({ type }) => type.endsWith('/chartUserShapes')));
  return {
    listId,
    creation: creationOf(xml),
    title: titleOf(xml),
    fingerprint: shortHash([layoutName, reader.canonical(part), spokenWords].join('\u001E')),
    words: [...paragraphsOf(xml), ...drawn.flatMap((r) => paragraphsOf(reader.text(r.part)))],
    notes: paragraphsOf(spoken),
    data: charts.map((r) => chartData(reader.text(r.part))),
    comments: ending('/comments').reduce((sum, r) => sum + commentCount(reader.text(r.part)), 0),
  };
}

/** The slides of a package in their order, and its design, each with a fingerprint of what a person can see of it. */
export function deckState(parts: Parts): DeckState {
  const reader = new Reader(parts);
  const related = new Map(reader.related(PRESENTATION).map((r) => [r.id, r.part]));
  const slides = [...reader.text(PRESENTATION).matchAll(/<p:sldId(\s[^>]*?)\/?>/g)].flatMap(([, list = '']) => {
    const part = related.get(attribute(list, 'r:id') ?? '');
    return part === undefined ? [] : [slideState(reader, part, Number(attribute(list, 'id') ?? 0))];
  });
  const design = [...parts.keys()]
    .filter((name) => /^ppt\/(?:slideMasters|slideLayouts)\/[^/]+\.xml$|^ppt\/theme\/theme1\.xml$/.test(name))
    .sort();
  return { slides, design: shortHash(design.map((name) => reader.canonical(name)).join('\u001E')) };
}
