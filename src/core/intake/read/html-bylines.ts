import { foldKey } from '../words/fold.ts';
import { UPDATED } from '../words/updated.ts';
import type { DomDocument, DomElement } from './dom.ts';
import type { Hint, RawBlock } from './types.ts';

/** Where a page names its author beside the text, the most telling first. */
const AUTHORS: readonly { readonly selector: string; readonly confidence: number }[] = [
  { selector: '[rel~="author"]', confidence: 0.88 },
  { selector: '.vcard .fn, .author .fn, .byline .fn', confidence: 0.87 },
  { selector: '[property$=":creator"], [property="author"], [property$=":author"]', confidence: 0.86 },
  {
    selector:
      '[class*="author-name"], [class*="author__name"], [class*="authorName"], [class*="AuthorName"], [class*="byline-name"], [class*="byline__name"], [data-testid*="author"], [class*="autor-name"]',
    confidence: 0.85,
  },
  {
    selector:
      '[class~="author"], [class~="authors"], [class~="byline"], [class~="autor"], [class~="auteur"], [class~="writer"], [id="author"]',
    confidence: 0.82,
  },
  { selector: '[class*="byline"], [class*="author"], [class*="Author"], [class*="Byline"], [class*="autor"]', confidence: 0.72 },
];
/** Characters of a line that names an author; what is longer is about one. */
const LONGEST_NAME = 80;
const LONGEST_LINE = 140;
/** Blocks around the heading in which the day of publication is looked for. */
const NEARBY = 8;
/** Names of what is beside an article. */
const BESIDE =
  /(?:^|[-_ ])(?:comments?|comment-?author|related|recommended|teasers?|sidebar|widget|footer|nav|menu|biography|bio|avatar|popular|latest|slider|carousel)(?:$|[-_ ])/i;
const LOOKED_UP = 10;
const BY =
  /^(?:\d[\d.:,/ ]*(?:uhr)?,?\s*)?(?:(?:posted|written|published|words|text|story|article|submitted|filed|report)\s+by|by|erstellt von|ein beitrag von|von|par|por|di|de|door|av|autore?|autorin|auteure?|autora|author|text|texte|texto|testo|автор|作者)\s*[:：]?\s+/iu;
/** What a line names the day of publication by. */
const PUBLISHED =
  /^(?:first\s+)?(?:posted|published|created|written|veröffentlicht|erschienen|erstellt|eingestellt|publié|mis en ligne|publicado|pubblicato|opublikowano|geplaatst|опубликовано|datum|date|stand vom)\b/iu;

/** Who a page says has written it, by its elements: the first of the most telling ones that is not beside the article. */
export function authorHints(document: DomDocument): Hint[] {
  for (const { selector, confidence } of AUTHORS) {
    const names = [...document.querySelectorAll(selector)].filter(isOwn).flatMap((element) => nameIn(element) ?? []);
    const [first] = names;
    // Several of one kind right after each other are several authors.
    if (first !== undefined)
      return [...new Set(names.slice(0, selector.includes('rel') ? 4 : 1))].map((value) => ({
        field: 'authors',
        value,
        origin: 'markup',
        confidence,
      }));
  }
  return [];
}

function nameIn(element: DomElement): string | null {
  const value = (element.getAttribute('content') ?? element.textContent).replace(/\s+/g, ' ').trim().replace(BY, '');
  return value === '' || value.length > LONGEST_NAME || /^https?:/.test(value) ? null : value;
}

function isOwn(element: DomElement): boolean {
  let above: DomElement | null = element;
  for (let up = 0; above !== null && up < LOOKED_UP; up++, above = above.parentElement) {
    if (/^(?:aside|nav|footer)$/i.test(above.tagName)) return false;
    if (/^(?:main|article|body)$/i.test(above.tagName)) return true;
    if (BESIDE.test(`${above.getAttribute('class') ?? ''} ${above.id}`)) return false;
  }
  return true;
}

const NAME =
  /(?<![\p{L}])(?:by|von|par|por|text|autor(?:in)?|author|auteur)\s*:?\s+(?<name>\p{Lu}[\p{L}.’'-]+(?:\s+(?:von|van|de|der|den|la|le|el|\p{Lu}[\p{L}.’'-]*)){1,3})(?=$|[\s,|·•/–—-]|\()/iu;

/** A name behind `by` in a short line near the heading, for pages that name the author nowhere else. */
export function authorLines(page: readonly RawBlock[], title: string): Hint[] {
  const at = headingOf(page, title);
  const near = page
    .map((b, index) => ({ b, distance: Math.abs(index - at) }))
    .filter(({ b, distance }) => distance <= NEARBY && b.text.length <= LONGEST_LINE && b.shape !== 'table' && b.shape !== 'item')
    .sort((x, y) => x.distance - y.distance);
  const name = near.flatMap(({ b }) => NAME.exec(b.text)?.groups?.name ?? []).find((found) => /^\p{Lu}/u.test(found));
  return name === undefined ? [] : [{ field: 'authors', value: name.trim(), origin: 'position', confidence: 0.7 }];
}

function headingOf(page: readonly RawBlock[], title: string): number {
  const key = foldKey(title);
  const named = page.findIndex((b) => b.text.length > 8 && (foldKey(b.text) === key || (key !== '' && key.startsWith(foldKey(b.text)))));
  return Math.max(0, named !== -1 ? named : page.findIndex((b) => b.shape === 'heading' && b.level === 1));
}

/** Days that a page names in RDFa and in abbreviations (`<abbr class="published" title="2024-03-20">`). */
export function dayHints(document: DomDocument): Hint[] {
  const own = (selector: string): DomElement[] => [...document.querySelectorAll(selector)].filter(isOwn);
  const rdfa = own('[property]').flatMap((element): Hint[] => {
    const name = (element.getAttribute('property') ?? '').split(':').at(-1)?.toLowerCase() ?? '';
    if (element.tagName.toLowerCase() === 'meta' || !/^(?:date|issued|created|datepublished|datecreated|published)$/.test(name)) return [];
    const value = element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent;
    return [{ field: 'published', value, origin: 'markup', confidence: /published|issued|^date$/.test(name) ? 0.86 : 0.8 }];
  });
  const abbreviated = own('abbr[title], span[title], a[title], [data-date], [data-published]').flatMap((element): Hint[] => {
    const value = element.getAttribute('data-published') ?? element.getAttribute('data-date') ?? element.getAttribute('title') ?? '';
    const names = element.getAttribute('class') ?? '';
    const isDay = /^\d{4}-\d{2}-\d{2}/.test(value) && (/^abbr$/i.test(element.tagName) || /publish|date|time/i.test(names));
    return isDay && !/updated|modified/i.test(names.replace(/published updated/i, ''))
      ? [{ field: 'published', value, origin: 'markup', confidence: 0.82 }]
      : [];
  });
  return [...rdfa.slice(0, 1), ...abbreviated.slice(0, 1)];
}

/** Short lines with a day near the heading, nearest first: for pages that name the day nowhere else. Where no line is near, one that says so itself. */
export function dateLines(page: readonly RawBlock[], title: string): Hint[] {
  const at = headingOf(page, title);
  const near = page
    .map((b, index) => ({ b, distance: index < at ? (at - index) * 1.5 : index - at }))
    .filter(({ b, distance }) => distance <= NEARBY && mayDate(b))
    .sort((x, y) => x.distance - y.distance);
  const said = page.filter((b) => PUBLISHED.test(b.text) && mayDate(b)).slice(0, 1);
  return [...near.map(({ b }, index) => line(b, Math.max(0.5, 0.62 - index * 0.02))), ...said.map((b) => line(b, 0.6))];
}

const line = (b: RawBlock, confidence: number): Hint => ({ field: 'published', value: b.text, origin: 'position', confidence });

function mayDate(b: RawBlock): boolean {
  const text = b.text;
  const isShort = text.length <= LONGEST_LINE && b.shape !== 'table' && b.shape !== 'item' && b.role !== 'boilerplate';
  return (
    isShort &&
    /(?:19|20)\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2}/.test(text) &&
    !UPDATED().test(text.replace(/\d.*$/, '')) &&
    !/©|copyright/i.test(text)
  );
}
