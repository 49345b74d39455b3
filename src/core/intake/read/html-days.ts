import { foldKey } from '../words/fold.ts';
import { OTHER_DAY, UPDATED } from '../words/updated.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { isOwn } from './html-own.ts';
import type { Hint, RawBlock } from './types.ts';

/** Characters of a line that names a day; what is longer is text. */
const LONGEST_LINE = 140;
/** Letters beside a day in a line that says no more than that. */
const MOST_BESIDE = 60;
/** Blocks around the heading in which the day of publication is looked for. */
const NEARBY = 8;
/** What a line names the day of publication by. */
const PUBLISHED =
  /^(?:(?:first\s+)?(?:posted|published|created|written|veröffentlicht|erschienen|erstellt|eingestellt|publié|mis en ligne|publicado|pubblicato|opublikowano|geplaatst|опубликовано|datum|date|stand vom)\b|(?:this|the) (?:entry|post|article|story) was (?:posted|published|written)\b|dieser (?:artikel|beitrag|eintrag) wurde\b|cet article a été publié\b|este (?:artículo|post) fue publicado\b|نُ?شر)/iu;
/** Days that a page names in RDFa and in abbreviations (`<abbr class="published" title="2024-03-20">`). */
export function dayHints(document: DomDocument): Hint[] {
  const own = (selector: string): DomElement[] => [...document.querySelectorAll(selector)].filter((element) => isOwn(element));
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
  const dateline = near.length > 0 ? [] : page.slice(at + 1, at + 5).flatMap((b) => datelineIn(b));
  return [
    ...near.map(({ b }, index) => line(b.text, Math.max(0.5, 0.62 - index * 0.02))),
    ...said.map((b): Hint => ({ field: 'published', value: b.text, origin: 'pattern', confidence: 0.66 })),
    ...dateline.slice(0, 1).map((value) => line(value, 0.6)),
  ];
}

const line = (value: string, confidence: number): Hint => ({ field: 'published', value, origin: 'position', confidence });

/** The day that a text's first paragraph begins with: `14.09.2023 – The weir …`. */
function datelineIn({ text, shape }: RawBlock): string[] {
  const day =
    shape === 'paragraph' ? /^\(?(\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d{2})\)?\s*(?:[-–—|:,]|(?=[„“"«]))/u.exec(text)?.[1] : undefined;
  return day === undefined ? [] : [day];
}

/** The block that is the article's heading: by the page's title, else the first of the highest level. */
export function headingOf(page: readonly RawBlock[], title: string): number {
  const key = foldKey(title);
  const named = page.findIndex((b) => b.text.length > 8 && (foldKey(b.text) === key || (key !== '' && key.startsWith(foldKey(b.text)))));
  if (named !== -1) return named;
  const first = page.findIndex((b) => b.shape === 'heading' && b.level === 1);
  if (first !== -1) return first;
  const words = new Set(key.split(' '));
  const like = page.findIndex((b) => b.shape === 'heading' && b.level <= 3 && isMostly(foldKey(b.text).split(' '), words));
  return Math.max(0, like);
}

function isMostly(words: readonly string[], of: ReadonlySet<string>): boolean {
  return words.length >= 3 && words.filter((word) => of.has(word)).length >= words.length * 0.6;
}

const DAY = /(?:19|20)\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2}/;

function mayDate(b: RawBlock): boolean {
  const text = b.text;
  if (text.length > LONGEST_LINE || b.shape === 'table' || b.shape === 'item' || !DAY.test(text)) return false;
  if (UPDATED().test(text.replace(/\d.*$/, '')) || /©|copyright|^[—–-]\s|\(@/i.test(text) || OTHER_DAY().test(text)) return false;
  if (PUBLISHED.test(text)) return true;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isSentence = letters > 25 && /[.!?。！？]["”»“]?$/u.test(text);
  return !isSentence && letters <= MOST_BESIDE && b.role !== 'boilerplate';
}
