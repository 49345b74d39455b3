import { escape, XML_HEADER } from '../../../base/ooxml/xml/escape.ts';
import { NAMESPACES, RELATIONSHIPS as R } from '../../../base/ooxml/xml/namespaces.ts';
import { resolveTarget } from '../../../base/ooxml/relationships.ts';
import { attribute } from '../../../base/ooxml/xml/scan.ts';
import { PRESENTATION } from '../base/kept.ts';
import { guid, stableId } from '../guid.ts';
import { creationOf } from '../read/reader.ts';
import type { MergedPackage } from './package.ts';

/** Comments of PowerPoint since 2021 ([MS-PPTX] 2.6.1 and 2.6.3). */
const MODERN = 'http://schemas.microsoft.com/office/powerpoint/2018/8/main';
const COMMAND = 'http://schemas.microsoft.com/office/powerpoint/2013/main/command';
const MODERN_COMMENTS = 'http://schemas.microsoft.com/office/2018/10/relationships/comments';

const MODERN_AUTHORS = 'http://schemas.microsoft.com/office/2018/10/relationships/authors';

/** Who says it. */
export const AUTHOR = 'Lectern';

/** A comment for a slide, by the slide's part. */
export interface NewComment {
  readonly part: string;
  readonly text: string;
}

/**
 * Puts comments at slides: of the modern kind where the deck has such, else of the kind that every program reads (ECMA-376 part 1, 19.4).
 * `at`: an ISO date and time.
 */
export function addComments(merged: MergedPackage, comments: readonly NewComment[], at: string): void {
  if (comments.length === 0) return;
  const isModern = [...merged.parts.keys()].some((name) => /^ppt\/comments\/modernComment/.test(name));
  const author = isModern ? modernAuthor(merged) : classicAuthor(merged, comments.length);
  comments.forEach(({ part, text }, i) => {
    const type = isModern ? MODERN_COMMENTS : R.comments;
    const found = merged.related(part, type)?.part ?? null;
    const name =
      found ?? merged.free(isModern ? `ppt/comments/modernComment_${stableId(part).toString(16)}.xml` : 'ppt/comments/comment1.xml');
    const before = found === null ? (isModern ? MODERN_LIST : CLASSIC_LIST) : merged.text(found);
    const comment = isModern ? modernComment(merged, part, text, author.id, at) : classicComment(text, author.id, author.last + i + 1, at);
    merged.parts.set(
      name,
      before.replace(/<\/((?:\w+:)?cmLst)>/, (_, tag: string) => `${comment}</${tag}>`),
    );
    if (found === null) merged.relate(part, type, name);
  });
}

const CLASSIC_LIST = `${XML_HEADER}<p:cmLst xmlns:a="${NAMESPACES.a}" xmlns:r="${NAMESPACES.r}" xmlns:p="${NAMESPACES.p}"></p:cmLst>`;
const MODERN_LIST = `${XML_HEADER}<p188:cmLst xmlns:a="${NAMESPACES.a}" xmlns:r="${NAMESPACES.r}" xmlns:p188="${MODERN}"></p188:cmLst>`;

interface Author {
  readonly id: string;
  /** The number of its last comment. */
  readonly last: number;
}

function classicAuthor(merged: MergedPackage, count: number): Author {
  const found = merged.related(PRESENTATION, R.commentAuthors)?.part ?? null;
  const name = found ?? merged.free('ppt/commentAuthors.xml');
  const xml =
    found === null
      ? `${XML_HEADER}<p:cmAuthorLst xmlns:a="${NAMESPACES.a}" xmlns:r="${NAMESPACES.r}" xmlns:p="${NAMESPACES.p}"></p:cmAuthorLst>`
      : merged.text(found);
  const authors = [...xml.matchAll(/<p:cmAuthor(\s[^>]*?)\/?>/g)].map(([tag, list = '']) => ({
    tag,
    name: attribute(list, 'name'),
    id: Number(attribute(list, 'id') ?? 0),
    last: Number(attribute(list, 'lastIdx') ?? 0),
  }));
  const own = authors.find((one) => one.name === AUTHOR);
  // Comments of an author that no part names have a number of theirs all the same.
  const used = [...merged.parts].flatMap(([file, content]) =>
    /^ppt\/comments\//.test(file) && typeof content === 'string'
      ? [...content.matchAll(/<p:cm\s[^>]*?authorId="(\d+)"/g)].map(([, id]) => Number(id))
      : [],
  );
  const id = own?.id ?? Math.max(-1, ...authors.map((one) => one.id), ...used) + 1;
  const last = own?.last ?? 0;
  const open = `<p:cmAuthor id="${id}" name="${AUTHOR}" initials="L" lastIdx="${last + count}" clrIdx="${id}"`;
  const now = own
    ? xml.replace(own.tag, () => own.tag.replace(/lastIdx="\d+"/, `lastIdx="${last + count}"`))
    : xml
        .replace('</p:cmAuthorLst>', () => `${open}/></p:cmAuthorLst>`)
        .replace(/<p:cmAuthorLst([^>]*?)\/>/, (_, list: string) => `<p:cmAuthorLst${list}>${open}/></p:cmAuthorLst>`);
  merged.parts.set(name, now);
  if (found === null) merged.relate(PRESENTATION, R.commentAuthors, name);
  return { id: String(id), last };
}

function classicComment(text: string, author: string, index: number, at: string): string {
  return `<p:cm authorId="${author}" dt="${at}" idx="${index}"><p:pos x="10" y="${10 + ((index * 24) % 240)}"/><p:text>${escape(text)}</p:text></p:cm>`;
}

function modernAuthor(merged: MergedPackage): Author {
  const found = merged.related(PRESENTATION, MODERN_AUTHORS)?.part ?? null;
  const id = guid('author Lectern');
  if (found !== null && merged.text(found).includes(id)) return { id, last: 0 };
  const author = `<p188:author id="${id}" name="${AUTHOR}" initials="L" userId="${AUTHOR}" providerId="None"/>`;
  const part = found ?? merged.free('ppt/authors.xml');
  const list = found === null ? `${XML_HEADER}<p188:authorLst xmlns:p188="${MODERN}"/>` : merged.text(found);
  merged.parts.set(
    part,
    list
      .replace('</p188:authorLst>', () => `${author}</p188:authorLst>`)
      .replace(/<p188:authorLst([^>]*?)\/>/, (_, raw: string) => `<p188:authorLst${raw}>${author}</p188:authorLst>`),
  );
  if (found === null) merged.relate(PRESENTATION, MODERN_AUTHORS, part);
  return { id, last: 0 };
}

/** `p:sldId@id` of a slide. */
function slideIdOf(merged: MergedPackage, part: string): number {
  const id = merged.relationships(PRESENTATION).find((r) => !r.external && resolveTarget(PRESENTATION, r.target) === part)?.id ?? '';
  const list = [...merged.text(PRESENTATION).matchAll(/<p:sldId(\s[^>]*?)\/?>/g)].find(
    ([, raw = '']) => attribute(raw, 'r:id') === id,
  )?.[1];
  return Number(attribute(list ?? '', 'id') ?? 256);
}

function modernComment(merged: MergedPackage, part: string, text: string, author: string, at: string): string {
  const creation = creationOf(merged.text(part)) ?? 0;
  const words = text
    .split('\n')
    .map((line) => `<a:p><a:r><a:rPr lang="en-US"/><a:t>${escape(line)}</a:t></a:r></a:p>`)
    .join('');
  const place = `<pc:sldMkLst xmlns:pc="${COMMAND}"><pc:docMk/><pc:sldMk cId="${creation}" sldId="${slideIdOf(merged, part)}"/></pc:sldMkLst>`;
  const list = `id="${guid(`comment ${part} ${text}`)}" authorId="${author}" created="${at}"`;
  return `<p188:cm xmlns:p188="${MODERN}" ${list}>${place}<p188:txBody><a:bodyPr/><a:lstStyle/>${words}</p188:txBody></p188:cm>`;
}
