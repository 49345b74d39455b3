import fc from 'fast-check';
import type { Parts } from '../../src/core/base/ooxml/zip.ts';
import { words } from './merge-model.ts';
import { partText } from './package.ts';

/** What a colleague does to a deck, as PowerPoint writes it. Numbers are taken modulo what there is. */
export interface HandOp {
  readonly kind:
    | 'word' | 'bold' | 'split' | 'join' | 'drop-line' | 'add-line' | 'drop-slide' | 'move-slide' | 'copy-slide' | 'add-slide' | 'cell' | 'value' | 'note'
    | 'move-shape'; // prettier-ignore
  readonly slide: number;
  readonly at: number;
}

export const handOps: fc.Arbitrary<readonly HandOp[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'word', 'word', 'word', 'word', 'bold', 'split', 'join', 'drop-line', 'add-line', 'drop-slide', 'move-slide', 'copy-slide', 'add-slide', 'cell', 'cell',
      'value', 'note', 'move-shape',
    ), // prettier-ignore
    slide: fc.nat(30),
    at: fc.nat(30),
  }),
  { minLength: 0, maxLength: 8 },
);

const PRESENTATION = 'ppt/presentation.xml';
const RELATIONSHIPS = 'ppt/_rels/presentation.xml.rels';
const LIST = /<p:sldIdLst>(.*?)<\/p:sldIdLst>/s;
const LINE = /<a:p>(?:(?!<a:p>)(?!<\/a:p>)[^])*?<a:t>[^<]*[qot]z[a-z]{3}[^<]*<\/a:t>[^]*?<\/a:p>/g;

interface Listed {
  readonly tag: string;
  readonly part: string;
}

export function slideList(parts: Parts): Listed[] {
  const targets = new Map(
    [...partText(parts, RELATIONSHIPS).matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      /\sId="([^"]*)"/.exec(tag)?.[1] ?? '',
      /\sTarget="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  );
  const list = LIST.exec(partText(parts, PRESENTATION))?.[1] ?? '';
  return [...list.matchAll(/<p:sldId\s[^>]*r:id="([^"]*)"[^>]*>/g)].map(([tag, id = '']) => ({
    tag,
    part: `ppt/${targets.get(id) ?? ''}`,
  }));
}

function putList(parts: Parts, tags: readonly string[]): void {
  const xml = partText(parts, PRESENTATION).replace(LIST, () => `<p:sldIdLst>${tags.join('')}</p:sldIdLst>`);
  const ids = new Set([...tags.join('').matchAll(/ id="(\d+)"/g)].map(([, id]) => id));
  // PowerPoint keeps its sections true.
  const kept = xml.replace(/<p14:sldId id="(\d+)"\/>/g, (tag, id: string) => (ids.has(id) ? tag : ''));
  const listed = new Set([...kept.matchAll(/<p14:sldId id="(\d+)"/g)].map(([, id]) => id));
  const added = [...ids].filter((id) => !listed.has(id)).map((id) => `<p14:sldId id="${id ?? ''}"/>`);
  parts.set(
    PRESENTATION,
    kept.replace(/<p14:sldIdLst\/>|<\/p14:sldIdLst>/, (tag) =>
      tag.startsWith('</') ? `${added.join('')}${tag}` : `<p14:sldIdLst>${added.join('')}</p14:sldIdLst>`,
    ),
  );
}

function addSlide(parts: Parts, xml: string, relationships: string, n: number): string {
  parts.set(`ppt/slides/slide${900 + n}.xml`, xml);
  parts.set(`ppt/slides/_rels/slide${900 + n}.xml.rels`, relationships);
  parts.set(
    RELATIONSHIPS,
    partText(parts, RELATIONSHIPS).replace(
      '</Relationships>',
      `<Relationship Id="rId${900 + n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide${900 + n}.xml"/></Relationships>`,
    ),
  );
  const types = partText(parts, '[Content_Types].xml');
  parts.set(
    '[Content_Types].xml',
    types.replace(
      '</Types>',
      `<Override PartName="/ppt/slides/slide${900 + n}.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>`,
    ),
  );
  return `<p:sldId id="${2000 + n}" r:id="rId${900 + n}"/>`;
}

/** The deck after that work, and which word took the place of which. `aims`: words of lines that a hand changes, too, where they stand on a slide. */
export function worked(
  clean: Parts,
  ops: readonly HandOp[],
  aims: readonly string[] = [],
): { readonly parts: Parts; readonly inPlaceOf: ReadonlyMap<string, string> } {
  const parts: Parts = new Map(clean);
  const own = words('tz');
  const inPlaceOf = new Map<string, string>();
  const instead = (old: string): string => {
    const made = own();
    inPlaceOf.set(old, made);
    return made;
  };
  ops.forEach((op, n) => apply(parts, op, own, instead, n));
  for (const aim of aims) {
    const part = slideList(parts).find((slide) => partText(parts, slide.part).includes(aim))?.part;
    if (part !== undefined && !inPlaceOf.has(aim)) parts.set(part, partText(parts, part).replace(aim, instead));
  }
  return { parts, inPlaceOf };
}

function apply(parts: Parts, { kind, slide, at }: HandOp, own: () => string, instead: (old: string) => string, n: number): void {
  const list = slideList(parts);
  const index = slide % list.length;
  const { part = '' } = list[index] ?? {};
  const xml = partText(parts, part);
  const lines = [...xml.matchAll(LINE)].map(([found]) => found);
  const line = lines[at % Math.max(1, lines.length)];
  const swap = (from: string, to: string): void =>
    void parts.set(
      part,
      xml.replace(from, () => to),
    );
  const tags = list.map(({ tag }) => tag);
  switch (kind) {
    case 'word':
      if (line) swap(line, line.replace(/[qot]z[a-z]{3}/, instead));
      return;
    case 'bold':
      if (line)
        swap(
          line,
          line.replace(
            /<a:rPr( [^>]*?)?(\/?)>(?=(?:(?!<a:rPr)[^])*[qot]z)/,
            (_, list_: string | undefined, end: string) => `<a:rPr${(list_ ?? '').replace(/ b="\d"/, '')} b="1"${end}>`,
          ),
        );
      return;
    case 'split': {
      const text = /<a:t>([^<]* [^<]*)<\/a:t>/.exec(line ?? '');
      if (!line || !text) return;
      const cut = (text[1] ?? '').indexOf(' ');
      const half = (words_: string): string => line.replace(text[0], () => `<a:t>${words_}</a:t>`);
      swap(
        line,
        half((text[1] ?? '').slice(0, cut)) + half((text[1] ?? '').slice(cut + 1)).replace(/<a:r><a:rPr[^>]*baseline[^]*?<\/a:r>/g, ''),
      );
      return;
    }
    case 'join': {
      const next = line && xml.slice(xml.indexOf(line) + line.length).startsWith('<a:p>') ? lines[lines.indexOf(line) + 1] : undefined;
      if (!line || !next) return;
      const runs = next
        .replace(/^<a:p>(?:<a:pPr[^>]*?(?:\/>|>[^]*?<\/a:pPr>))?/, '')
        .replace(/<a:endParaRPr[^>]*?\/?>/g, '')
        .replace(/<\/a:p>$/, '');
      swap(
        line + next,
        line.replace(/(?:<a:endParaRPr[^>]*?\/>)?<\/a:p>$/, () => `${runs}</a:p>`),
      );
      return;
    }
    case 'drop-line':
      if (line && xml.includes(`${line}<a:p>`)) swap(line, '');
      return;
    case 'add-line':
      if (line) swap(line, line + line.replace(/<a:t>[^]*<\/a:t>/, () => `<a:t>${own()} typed by hand</a:t>`));
      return;
    case 'drop-slide':
      if (list.length > 1)
        putList(
          parts,
          tags.filter((_, i) => i !== index),
        );
      return;
    case 'move-slide': {
      const [tag = ''] = tags.splice(index, 1);
      tags.splice(at % list.length, 0, tag);
      putList(parts, tags);
      return;
    }
    case 'copy-slide': {
      const copy = xml.replace(/(creationId [^>]*val=")\d+/, (_, before: string) => `${before}${77_000 + n}`);
      const relationships = partText(parts, part.replace('slides/', 'slides/_rels/') + '.rels').replace(
        /<Relationship [^>]*notesSlide"[^>]*>/,
        '',
      );
      tags.splice(index + 1, 0, addSlide(parts, copy, relationships, n));
      putList(parts, tags);
      return;
    }
    case 'add-slide': {
      const fresh = xml
        .replace(/(creationId [^>]*val=")\d+/, (_, before: string) => `${before}${78_000 + n}`)
        .replace(
          /(<p:spTree>[^]*?<\/p:grpSpPr>)[^]*<\/p:spTree>/,
          (_, start: string) =>
            `${start}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 1"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>${own()} new slide</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>`,
        );
      const relationships = partText(parts, part.replace('slides/', 'slides/_rels/') + '.rels');
      const layout = /<Relationship [^>]*slideLayout"[^>]*>/.exec(relationships)?.[0] ?? '';
      tags.splice(
        index + 1,
        0,
        addSlide(parts, fresh, `${relationships.slice(0, relationships.indexOf('<Relationship '))}${layout}</Relationships>`, n),
      );
      putList(parts, tags);
      return;
    }
    case 'cell': {
      const cells = [...xml.matchAll(/<a:tc>[^]*?<\/a:tc>/g)].map(([found]) => found).filter((cell) => /[qot]z[a-z]{3}/.test(cell));
      const cell = cells[at % Math.max(1, cells.length)];
      if (cell) swap(cell, cell.replace(/[qot]z[a-z]{3}/, instead));
      return;
    }
    case 'value': {
      const chart = /Target="\.\.\/charts\/([^"]*)"/.exec(
        parts.has(part.replace('slides/', 'slides/_rels/') + '.rels')
          ? partText(parts, part.replace('slides/', 'slides/_rels/') + '.rels')
          : '',
      )?.[1];
      if (chart)
        parts.set(
          `ppt/charts/${chart}`,
          partText(parts, `ppt/charts/${chart}`).replace(/(<c:val>[^]*?<c:v>)\d+/, (_, before: string) => `${before}${700 + at}`),
        );
      return;
    }
    case 'note': {
      const notes = /Target="\.\.\/notesSlides\/([^"]*)"/.exec(
        parts.has(part.replace('slides/', 'slides/_rels/') + '.rels')
          ? partText(parts, part.replace('slides/', 'slides/_rels/') + '.rels')
          : '',
      )?.[1];
      if (notes) parts.set(`ppt/notesSlides/${notes}`, partText(parts, `ppt/notesSlides/${notes}`).replace(/[qot]z[a-z]{3}/, instead));
      return;
    }
    case 'move-shape':
      parts.set(
        part,
        xml.replace(/<p:spPr\/>/, '<p:spPr><a:xfrm><a:off x="900000" y="900000"/><a:ext cx="4000000" cy="900000"/></a:xfrm></p:spPr>'),
      );
  }
}
