import type { FieldName } from '../types.ts';
import type { DomDocument } from './dom.ts';
import type { Hint } from './types.ts';

const ARTICLE_TYPE = /Article$|BlogPosting$|^Report$|^ScholarlyArticle$|^OpinionNewsArticle$/;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];

/** What a page's descriptions for machines (JSON-LD) say of its article, else of the page. */
export function jsonLd(document: DomDocument): Hint[] {
  const nodes = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      const data: unknown = JSON.parse(bare(script.textContent));
      return list(data).flatMap((node) => (isObject(node) && '@graph' in node ? [node, ...list(node['@graph'])] : [node]));
    } catch {
      return [];
    }
  });
  const objects = nodes.filter(isObject);
  const article = objects.find((node) => list(node['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type)));
  const names = (value: unknown): string[] =>
    list(value).flatMap((entry) => {
      if (typeof entry === 'string') return [entry];
      if (!isObject(entry)) return [];
      const target = entry.name === undefined ? objects.find((node) => node['@id'] === entry['@id']) : entry;
      return list(target?.name).filter((name) => typeof name === 'string');
    });
  // A body that a page names its author is its publisher.
  const people = (value: unknown): unknown[] =>
    list(value).filter((entry) => !isObject(entry) || !list(entry['@type']).includes('Organization'));
  const hint = (field: FieldName, values: readonly string[], confidence: number): Hint[] =>
    values.map((value) => ({ field, value, origin: 'json-ld', confidence }));
  const texts = (value: unknown): string[] => list(value).filter((entry) => typeof entry === 'string');
  if (!article) return pageHints(objects, { texts, names: (value) => names(people(value)), hint });
  return [
    ...hint('title', texts(article.headline ?? article.name), 0.95),
    ...hint('standfirst', texts(article.description), 0.65),
    ...hint('published', texts(article.datePublished), 0.97),
    ...hint('authors', names(people(article.author)), 0.96),
    ...hint('publisher', names(article.publisher), 0.95),
    ...hint('language', texts(article.inLanguage), 0.85),
    ...hint('url', texts(article.url), 0.8),
    ...hint('tags', texts(article.keywords), 0.7),
  ];
}

/** Their text as JSON has it: without the section or comment that some pages hide it in, nor line breaks inside strings. */
function bare(text: string): string {
  const inner = text
    .replace(/^\s*(?:\/\/\s*|\/\*\s*)?<!(?:\[CDATA\[|--)(?:\s*\*\/)?/, '')
    .replace(/(?:\/\/\s*|\/\*\s*)?(?:\]\]|--)>(?:\s*\*\/)?\s*$/, '');
  return inner.replace(/\p{Cc}+/gu, ' ');
}

interface Readers {
  readonly texts: (value: unknown) => string[];
  readonly names: (value: unknown) => string[];
  readonly hint: (field: FieldName, values: readonly string[], confidence: number) => Hint[];
}

/** What a description of the page alone says: its day, and who is named where only one person is. */
function pageHints(objects: readonly Json[], { texts, names, hint }: Readers): Hint[] {
  const typed = (type: RegExp): Json[] => objects.filter((node) => texts(node['@type']).some((name) => type.test(name)));
  const page = typed(/Page$|^CreativeWork$|^VideoObject$|^PodcastEpisode$|^Recipe$/).find((node) => texts(node.datePublished).length > 0);
  const [person, ...others] = typed(/^Person$/);
  if (!page) return [];
  return [
    ...hint('title', texts(page.headline ?? page.name), 0.7),
    ...hint('published', texts(page.datePublished), 0.88),
    ...hint('authors', names(page.author), 0.9),
    ...(person && others.length === 0 ? hint('authors', texts(person.name), 0.75) : []),
  ];
}
