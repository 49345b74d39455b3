import type { FieldName } from '../types.ts';
import { authorHints } from './html-bylines.ts';
import { dayHints } from './html-days.ts';
import { isOwn } from './html-own.ts';
import { jsonLd } from './json-ld.ts';
import { UPDATED } from '../words/updated.ts';
import type { DomDocument, DomElement } from './dom.ts';
import type { Hint } from './types.ts';

/** `<meta>` names and properties that say something about an article, with how far each can be trusted. */
const META: Readonly<Record<string, { readonly field: FieldName; readonly confidence: number }>> = {
  'og:title': { field: 'title', confidence: 0.9 },
  'twitter:title': { field: 'title', confidence: 0.8 },
  citation_title: { field: 'title', confidence: 0.95 },
  'dc.title': { field: 'title', confidence: 0.85 },
  'article:published_time': { field: 'published', confidence: 0.95 },
  'og:published_time': { field: 'published', confidence: 0.9 },
  citation_publication_date: { field: 'published', confidence: 0.9 },
  citation_date: { field: 'published', confidence: 0.85 },
  'dc.date': { field: 'published', confidence: 0.85 },
  'dc.date.issued': { field: 'published', confidence: 0.9 },
  'dcterms.date': { field: 'published', confidence: 0.85 },
  'dcterms.created': { field: 'published', confidence: 0.8 },
  date: { field: 'published', confidence: 0.85 },
  pubdate: { field: 'published', confidence: 0.9 },
  publishdate: { field: 'published', confidence: 0.9 },
  'publish-date': { field: 'published', confidence: 0.9 },
  'parsely-pub-date': { field: 'published', confidence: 0.9 },
  'sailthru.date': { field: 'published', confidence: 0.85 },
  publication_date: { field: 'published', confidence: 0.9 },
  'publication-date': { field: 'published', confidence: 0.9 },
  publish_date: { field: 'published', confidence: 0.9 },
  published_time: { field: 'published', confidence: 0.9 },
  datepublished: { field: 'published', confidence: 0.9 },
  'article:published': { field: 'published', confidence: 0.9 },
  article_date_original: { field: 'published', confidence: 0.9 },
  'og:article:published_time': { field: 'published', confidence: 0.9 },
  'rnews:datepublished': { field: 'published', confidence: 0.9 },
  'bt:pubdate': { field: 'published', confidence: 0.9 },
  'sw-pubdate': { field: 'published', confidence: 0.85 },
  'cxenseparse:recs:publishtime': { field: 'published', confidence: 0.9 },
  'dc.date.created': { field: 'published', confidence: 0.85 },
  'dcterms.issued': { field: 'published', confidence: 0.9 },
  created: { field: 'published', confidence: 0.7 },
  author: { field: 'authors', confidence: 0.8 },
  citation_author: { field: 'authors', confidence: 0.95 },
  'article:author': { field: 'authors', confidence: 0.8 },
  'dc.creator': { field: 'authors', confidence: 0.85 },
  'parsely-author': { field: 'authors', confidence: 0.85 },
  'sailthru.author': { field: 'authors', confidence: 0.8 },
  'og:article:author': { field: 'authors', confidence: 0.8 },
  'cxenseparse:author': { field: 'authors', confidence: 0.8 },
  'shareaholic:article_author_name': { field: 'authors', confidence: 0.8 },
  'twitter:creator': { field: 'authors', confidence: 0.2 },
  'og:site_name': { field: 'publisher', confidence: 0.95 },
  'application-name': { field: 'publisher', confidence: 0.6 },
  'dc.publisher': { field: 'publisher', confidence: 0.85 },
  citation_journal_title: { field: 'publisher', confidence: 0.9 },
  'og:url': { field: 'url', confidence: 0.9 },
  description: { field: 'standfirst', confidence: 0.6 },
  'og:description': { field: 'standfirst', confidence: 0.6 },
  'dc.language': { field: 'language', confidence: 0.8 },
  'og:locale': { field: 'language', confidence: 0.5 },
  keywords: { field: 'tags', confidence: 0.6 },
  news_keywords: { field: 'tags', confidence: 0.7 },
  'article:tag': { field: 'tags', confidence: 0.8 },
};

const ADDRESS_DATE = /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/\-.]|$)/;

/** Everything a page says about its article outside the text: JSON-LD, meta, microdata, `<time>`, links, address. */
export function htmlHints(document: DomDocument): Hint[] {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const meta = [...document.querySelectorAll('meta')].flatMap(metaHint);
  const hints = [
    ...jsonLd(document),
    ...meta,
    ...cardAuthors(document),
    ...microdata(document),
    ...times(document),
    ...dayHints(document),
    ...authorHints(document),
  ];
  if (canonical !== '') hints.push({ field: 'url', value: canonical, origin: 'meta', confidence: 0.95 });
  const address = hints.find((hint) => hint.field === 'url')?.value ?? '';
  const date = ADDRESS_DATE.exec(address);
  if (date) {
    const [, year = '', month = '', day = ''] = date;
    const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    hints.push({ field: 'published', value, origin: 'address', confidence: 0.75 });
  }
  const language = document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang') ?? '';
  if (language !== '') hints.push({ field: 'language', value: language, origin: 'markup', confidence: 0.8 });
  return hints.map((hint) => ({ ...hint, value: hint.value.replace(/\s+/g, ' ').trim() })).filter((hint) => hint.value !== '');
}

function metaHint(element: DomElement): Hint[] {
  const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? '').toLowerCase();
  const rule = META[name];
  const value = element.getAttribute('content');
  return rule === undefined || value === null ? [] : [{ ...rule, value, origin: 'meta' }];
}

/** Who a page's card for other sites names behind a label of its own (`twitter:label1` is `Written by`). */
function cardAuthors(document: DomDocument): Hint[] {
  const content = (name: string): string => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content')?.trim() ?? '';
  return ['1', '2'].flatMap((which): Hint[] => {
    const isAuthor =
      /^(?:written by|author|verfasst von|geschrieben von|autor(?:in)?|écrit par|rédigé par|auteur|escrito por|scritto da|autore|автор|написано автором)\b/iu;
    const value = isAuthor.test(content(`twitter:label${which}`)) ? content(`twitter:data${which}`) : '';
    return value === '' ? [] : [{ field: 'authors', value, origin: 'meta', confidence: 0.78 }];
  });
}

const PROPERTIES: Readonly<Record<string, { readonly field: FieldName; readonly confidence: number }>> = {
  headline: { field: 'title', confidence: 0.95 },
  alternativeHeadline: { field: 'standfirst', confidence: 0.8 },
  datePublished: { field: 'published', confidence: 0.95 },
  author: { field: 'authors', confidence: 0.9 },
  inLanguage: { field: 'language', confidence: 0.8 },
};

function microdata(document: DomDocument): Hint[] {
  return [...document.querySelectorAll('[itemprop]')].flatMap((element): Hint[] => {
    const rule = PROPERTIES[element.getAttribute('itemprop') ?? ''];
    if (rule === undefined || (/authors|published/.test(rule.field) && !isOwn(element))) return [];
    const name = element.querySelector('[itemprop="name"]');
    const value = element.getAttribute('content') ?? element.getAttribute('datetime') ?? (name ?? element).textContent;
    return [{ ...rule, value, origin: 'microdata' }];
  });
}

/** The first times on a page that may be its article's: not of an update, of a comment or a teaser, nor inside the text. */
function times(document: DomDocument): Hint[] {
  const own = [...document.querySelectorAll('time')].filter(isOwnTime).slice(0, 3);
  return own.flatMap((element, index): Hint[] => {
    const value = element.getAttribute('datetime') ?? '';
    return [{ field: 'published', value: value === '' ? element.textContent : value, origin: 'markup', confidence: 0.8 - index * 0.2 }];
  });
}

/** Names of what is beside an article, or of its update. */
const NOT_OWN =
  /(?:^|[-_ ])(?:(?:date|last)-?)?(?:updated?|modified|revised|comments?|related|recommended|teasers?|sidebar|events?)(?:$|[-_ ])/i;
/** Characters of a line with a date; what is longer is text. */
const LONGEST_LINE = 160;

function isOwnTime(element: DomElement): boolean {
  if (UPDATED().test(element.previousSibling?.textContent ?? '')) return false;
  const paragraph = element.closest('p, li, td, dd, blockquote');
  if (paragraph !== null && paragraph.textContent.length > LONGEST_LINE) return false;
  // WordPress calls the day of publication `published updated`.
  return isOwn(element, (names) => NOT_OWN.test(names) && !/publish/i.test(names));
}
