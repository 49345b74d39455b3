import { escape } from '../../src/core/base/ooxml/xml/escape.ts';
import { unescape } from '../../src/core/base/ooxml/xml/scan.ts';
import { relationshipsOf } from '../../src/core/base/ooxml/relationships.ts';
import type { Parts } from '../../src/core/base/ooxml/zip.ts';
import { readContent } from '../../src/core/write/pptx/read/content.ts';
import type { ContentParagraph, SlideContent, Span } from '../../src/core/write/pptx/read/types.ts';
import { partText } from './package.ts';

/** Edits as colleagues make them, on the XML, each with what it took away and what it put there: for comparing and merging. */
export const EDITS = ['word', 'number', 'split', 'join', 'delete', 'add', 'title', 'cell', 'value', 'notes', 'picture'] as const;
export type EditKind = (typeof EDITS)[number];

/** What a comparison must say of one edit: the texts that are gone and those that came. */
export interface Edit {
  readonly kind: EditKind;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

const PRESENTATION = 'ppt/presentation.xml';
const RUN = /<a:t>([^<[]{8,})<\/a:t>/;

function put(parts: Parts, part: string, { from, to }: Span, xml: string): void {
  const text = partText(parts, part);
  parts.set(part, text.slice(0, from) + xml + text.slice(to));
}

/** Paragraphs of texts with one run alone and without a link, whose words stand once on the slide: what can be edited without knowing more of them. `next`: one that stands below it, and looks as it does. */
function plain(slide: SlideContent, parts: Parts): { readonly paragraph: ContentParagraph; readonly next: ContentParagraph | null }[] {
  const xml = partText(parts, slide.part);
  const simple = ({ span, text }: ContentParagraph): boolean => {
    const own = xml.slice(span.from, span.to);
    return (own.match(/<a:r>/g) ?? []).length === 1 && RUN.test(own) && !own.includes('hlinkClick') && text.split(' ').length > 3;
  };
  const boxes = slide.boxes.filter(
    ({ kind, placeholder }) => kind === 'text' && placeholder !== null && ['obj', 'body'].includes(placeholder.type),
  );
  const all = slide.boxes.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  const once = (text: string): boolean => all.filter((other) => other === text).length === 1;
  return boxes.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph, i) => {
      const next = paragraphs[i + 1] ?? null;
      return simple(paragraph) && once(paragraph.text)
        ? [{ paragraph, next: next && simple(next) && once(next.text) && next.look === paragraph.look ? next : null }]
        : [];
    }),
  );
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** The paragraph's XML with other words in its first run. */
function reworded(xml: string, change: (words: string) => string): string {
  return xml.replace(RUN, (_, words: string) => `<a:t>${escape(change(unescape(words)))}</a:t>`);
}

/**
 * Makes one edit on a slide (`at` chooses where; `mark` is a word that nobody else wrote). Null: the slide has nothing for such an edit.
 */
export function editSlide(parts: Parts, part: string, kind: EditKind, at: number, mark: string): Edit | null {
  const slide = readContent(parts).find((one) => one.part === part);
  if (!slide) throw new Error(`no slide ${part}`);
  const xml = partText(parts, part);
  const of = ({ span }: ContentParagraph): string => xml.slice(span.from, span.to);
  const done = (gone: readonly string[], come: readonly string[]): Edit => ({ kind, gone, come });
  const found = pick(plain(slide, parts), at);
  switch (kind) {
    case 'word':
    case 'number': {
      if (!found) return null;
      const { paragraph } = found;
      const word = kind === 'number' ? `${mark} 4,321.5` : mark;
      put(
        parts,
        part,
        paragraph.span,
        reworded(of(paragraph), (words) => words.replace(/ /, ` ${word} `)),
      );
      return done([paragraph.text], [paragraph.text.replace(/ /, ` ${word} `)]);
    }
    case 'split': {
      if (!found) return null;
      const { text, span } = found.paragraph;
      const cut = text.indexOf(' ', Math.floor(text.length / 3));
      const [first, second] = [text.slice(0, cut), text.slice(cut + 1)];
      put(parts, part, span, reworded(of(found.paragraph), () => first) + reworded(of(found.paragraph), () => second));
      return done([text], [first, second]);
    }
    case 'join': {
      const pair = pick(
        plain(slide, parts).filter(({ next }) => next !== null),
        at,
      );
      if (!pair?.next) return null;
      const joined = `${pair.paragraph.text} ${pair.next.text}`;
      put(
        parts,
        part,
        { from: pair.paragraph.span.from, to: pair.next.span.to },
        reworded(of(pair.paragraph), () => joined),
      );
      return done([pair.paragraph.text, pair.next.text], [joined]);
    }
    case 'delete': {
      if (!found) return null;
      put(parts, part, found.paragraph.span, '');
      return done([found.paragraph.text], []);
    }
    case 'add': {
      if (!found) return null;
      const line = `${mark} stands here now and nowhere else`;
      put(parts, part, found.paragraph.span, of(found.paragraph) + reworded(of(found.paragraph), () => line));
      return done([], [line]);
    }
    case 'title': {
      const title = slide.boxes[0]?.paragraphs[0];
      if (!title || title.text !== slide.title || !RUN.test(of(title))) return null;
      put(
        parts,
        part,
        title.span,
        reworded(of(title), (words) => `${mark} ${words}`),
      );
      return done([slide.title], [`${mark} ${slide.title}`]);
    }
    case 'cell': {
      const cell = pick(
        slide.boxes
          .flatMap(({ rows }) => rows.slice(1).flatMap(({ cells }) => cells.slice(1)))
          .filter(({ text, span }) => text !== '' && (xml.slice(span.from, span.to).match(/<a:t>/g) ?? []).length === 1),
        at,
      );
      if (!cell) return null;
      put(parts, part, cell.span, xml.slice(cell.span.from, cell.span.to).replace(/<a:t>[^<]*<\/a:t>/, `<a:t>${mark}</a:t>`));
      return done([cell.text], [mark]);
    }
    case 'value': {
      const chart = slide.boxes.find((box) => box.chart !== null)?.chart;
      if (!chart) return null;
      const values = [...partText(parts, chart.part).matchAll(/<c:val>[^]*?<\/c:val>/g)];
      const series = pick(values, at);
      const point = series && /<c:v>([^<]*)<\/c:v>/.exec(series[0]);
      if (!series || !point) return null;
      const start = series.index + point.index;
      put(parts, chart.part, { from: start, to: start + point[0].length }, '<c:v>98765</c:v>');
      return done([point[1] ?? ''], ['98765']);
    }
    case 'notes': {
      const note =
        slide.notesPart === null
          ? undefined
          : pick(
              slide.notes.filter(({ text }) => text.length > 12),
              at,
            );
      if (!note || slide.notesPart === null || slide.notes.filter(({ text }) => text === note.text).length > 1) return null;
      const own = partText(parts, slide.notesPart).slice(note.span.from, note.span.to);
      if (!RUN.test(own)) return null;
      put(
        parts,
        slide.notesPart,
        note.span,
        reworded(own, (words) => `${mark} ${words}`),
      );
      return done([note.text], [`${mark} ${note.text}`]);
    }
    case 'picture': {
      const box = slide.boxes.find(({ picture }) => picture !== null);
      const target = box && /r:embed="([^"]*)"/.exec(xml.slice(box.span.from, box.span.to))?.[1];
      if (!box || target === undefined) return null;
      const name = `ppt/media/${mark}.png`;
      parts.set(name, new TextEncoder().encode(mark));
      const relations = relationshipsOf(part);
      parts.set(relations, partText(parts, relations).replace(new RegExp(`(Id="${target}"[^>]*Target=")[^"]*`), `$1../media/${mark}.png`));
      return done([box.alt], [box.alt]);
    }
  }
}

const LIST = /<p:sldIdLst>[^]*?<\/p:sldIdLst>/;

/** The presentation's list of slides, by the tags in it. */
export function slideTags(parts: Parts): string[] {
  return [...(LIST.exec(partText(parts, PRESENTATION))?.[0] ?? '').matchAll(/<p:sldId [^>]*>/g)].map(([tag]) => tag);
}

export function putSlideTags(parts: Parts, tags: readonly string[]): void {
  parts.set(
    PRESENTATION,
    partText(parts, PRESENTATION).replace(LIST, () => `<p:sldIdLst>${tags.join('')}</p:sldIdLst>`),
  );
}

/** A copy of a slide with an id of its own, as PowerPoint duplicates it; `words` replace all its own: then it is a new slide. Answers its tag. */
export function copySlide(parts: Parts, part: string, number: number, words: string | null): string {
  const name = `ppt/slides/slide${number}.xml`;
  const xml = partText(parts, part).replace(/(creationId [^>]*val=")\d+/, `$1${number}`);
  parts.set(name, words === null ? xml : xml.replace(/<a:t>[^<]*<\/a:t>/g, `<a:t>${words}</a:t>`));
  parts.set(relationshipsOf(name), partText(parts, relationshipsOf(part)).replace(/<Relationship [^>]*notesSlide[^>]*>/, ''));
  const relations = relationshipsOf(PRESENTATION);
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide';
  parts.set(
    relations,
    partText(parts, relations).replace(
      '</Relationships>',
      `<Relationship Id="rId${number}" Type="${type}" Target="slides/slide${number}.xml"/></Relationships>`,
    ),
  );
  return `<p:sldId id="${number}" r:id="rId${number}"/>`;
}
