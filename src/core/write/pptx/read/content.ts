import { attribute, scan, unescape } from '../../../base/ooxml/xml/scan.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import { canonicalNumber, fold, paragraphsOf } from './words.ts';
import { creationOf, PartReader } from './reader.ts';
import { readShapes, type RawBox } from './shapes.ts';
import type { ContentBox, ContentChart, ContentComment, ContentParagraph, SlideContent } from './types.ts';

const PRESENTATION = 'ppt/presentation.xml';
const TITLES = ['title', 'ctrTitle'];

/** The box that is a slide's title; undefined where it has none. */
export function titleBox<T extends Pick<ContentBox, 'placeholder'>>(boxes: readonly T[]): T | undefined {
  return boxes.find(({ placeholder }) => placeholder !== null && TITLES.includes(placeholder.type));
}

/** The title of a slide by its XML. */
export function titleIn(xml: string): string {
  return (titleBox(readShapes(xml, () => '', new Map()).boxes)?.paragraphs ?? []).map(({ text }) => text).join(' ');
}

/** `1 of 2` behind the titles of a divided slide's parts, in any language; before, ` (2/3)` behind those of the further ones. */
const PART_NUMBER = / (?:\d+ [^\s\d]{1,8} \d+|\(\d+\/\d+\))$/;

/** A title without what Lectern puts behind it. */
export const plainTitle = (title: string): string =>
  title
    .replaceAll(/[\u200E\u200F]/g, '')
    .replaceAll('\u00A0', ' ')
    .replace(PART_NUMBER, '');

/** A chart's title, names and values as its part has them; numbers as programs write them alike. */
export function readChart(part: string, reader: PartReader): ContentChart {
  const xml = reader.text(part);
  const series: { name: string; categories: Map<string, string>; values: Map<string, string> }[] = [];
  let [title, inTitle, inside, index, from] = ['', 0, '', '0', -1];
  scan(xml, {
    open: (name, raw, _at, end) => {
      if (name === 'c:title') inTitle += 1;
      else if (name === 'c:ser') series.push({ name: '', categories: new Map(), values: new Map() });
      else if (/^c:(?:tx|cat|val|xVal|yVal)$/.test(name)) inside = name;
      else if (name === 'c:pt') index = attribute(raw, 'idx') ?? '0';
      else if (name === 'c:v' || name === 'a:t') from = end;
    },
    close: (name, end) => {
      if (name === 'c:title') inTitle -= 1;
      if (name !== 'c:v' && name !== 'a:t') return;
      const text = fold(unescape(xml.slice(from, xml.lastIndexOf('<', end - 1))));
      const last = series.at(-1);
      if (name === 'a:t') {
        if (inTitle > 0) title = `${title} ${text}`.trim();
      } else if (last && inside === 'c:tx') last.name = text;
      else if (inside === 'c:cat' || inside === 'c:xVal') last?.categories.set(index, canonicalNumber(text));
      else if (inside === 'c:val' || inside === 'c:yVal') last?.values.set(index, canonicalNumber(text));
    },
  });
  const form = [...xml.matchAll(/<c:(?:(\w+Chart)>|(?:barDir|grouping)\s+val="(\w+)")/g)]
    .map(([, kind, value]) => kind ?? value ?? '')
    .join(' ');
  const legends = reader.ending(part, '/chartUserShapes').flatMap((r) => paragraphsOf(reader.text(r.part)));
  return {
    part,
    title,
    form,
    legends,
    series: series.map(({ name, categories, values }) => ({
      name,
      points: [...new Set([...categories.keys(), ...values.keys()])]
        .sort((a, b) => Number(a) - Number(b))
        .map((key) => ({ category: categories.get(key) ?? '', value: values.get(key) ?? '' })),
    })),
  };
}

function follow(box: RawBox, part: string, reader: PartReader): ContentBox {
  const { chartId, pictureId, crop, children, ...rest } = box;
  const chart = chartId === null ? null : reader.follow(part, chartId);
  const picture = box.kind === 'picture' ? reader.follow(part, pictureId) : null;
  return {
    children: children.map((child) => follow(child, part, reader)),
    chart: chart ? readChart(chart.part, reader) : null,
    picture: picture ? { hash: reader.hash(picture.part), crop } : null,
    ...rest,
  };
}

/** Comments of both kinds: those of PowerPoint's first years name their authors in a part beside, as the modern ones do. */
function commentsOf(part: string, reader: PartReader): ContentComment[] {
  const names = new Map<string, string>();
  for (const name of reader.parts.keys()) {
    if (!/^ppt\/(?:commentAuthors|authors)\.xml$/.test(name)) continue;
    for (const [, raw = ''] of reader.text(name).matchAll(/<\w+:(?:cmAuthor|author)(\s[^>]*?)\/?>/g))
      names.set(attribute(raw, 'id') ?? '', unescape(attribute(raw, 'name') ?? ''));
  }
  return reader.ending(part, '/comments').flatMap(({ part: comments }) =>
    [...reader.text(comments).matchAll(/<(\w+:)?cm(\s[^>]*)>([^]*?)<\/\1?cm>/g)].map(([, , raw = '', inner = '']) => ({
      author: names.get(attribute(raw, 'authorId') ?? '') ?? '',
      text: fold([...inner.matchAll(/<(?:a:t|p:text)(?:\s[^>]*)?>([^<]*)</g)].map(([, text = '']) => unescape(text)).join(' ')),
    })),
  );
}

function notesOf(part: string | null, reader: PartReader): ContentParagraph[] {
  if (part === null) return [];
  const { boxes } = readShapes(reader.text(part), reader.meaningIn(part), reader.tags);
  const body = boxes.filter(({ placeholder }) => placeholder?.type === 'body');
  return (body.length > 0 ? body : boxes).flatMap(({ paragraphs }) => paragraphs);
}

function slideContent(part: string, listId: number, reader: PartReader): SlideContent {
  const xml = reader.text(part);
  const raw = readShapes(xml, reader.meaningIn(part), reader.tags);
  const boxes = raw.boxes.map((box) => follow(box, part, reader));
  const [layout] = reader.ending(part, '/slideLayout');
  const notesPart = reader.ending(part, '/notesSlide')[0]?.part ?? null;
  return {
    part,
    listId,
    creation: creationOf(xml),
    title: (titleBox(boxes)?.paragraphs ?? []).map(({ text }) => text).join(' '),
    layout: layout ? unescape(/<p:cSld\s[^>]*?name\s*=\s*"([^"]*)"/.exec(reader.text(layout.part))?.[1] ?? '') : '',
    rest: raw.rest,
    boxes,
    notes: notesOf(notesPart, reader),
    notesPart,
    comments: commentsOf(part, reader),
  };
}

/** The slides of a package in their order, each read when it is asked for: all of a long deck take more memory than the deck. */
export function* eachContent(reader: PartReader): Generator<SlideContent, undefined> {
  const related = new Map(reader.related(PRESENTATION).map((r) => [r.id, r.part]));
  for (const [, list = ''] of reader.text(PRESENTATION).matchAll(/<p:sldId(\s[^>]*?)\/?>/g)) {
    const part = related.get(attribute(list, 'r:id') ?? '');
    if (part !== undefined) yield slideContent(part, Number(attribute(list, 'id') ?? 0), reader);
  }
}

/** The slides of a package in their order, each with what people see, hear and read of it. */
export function readContent(parts: Parts, reader = new PartReader(parts)): SlideContent[] {
  return [...eachContent(reader)];
}
