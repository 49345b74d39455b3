import { isPenName, isPersonName, readNames } from '../words/names.ts';
import { ready } from '../words/ready.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { headingOf } from './html-days.ts';
import { isOwn } from './html-own.ts';
import type { Hint, RawBlock } from './types.ts';

/** Where a page names its author beside the text, the most telling first. */
const AUTHORS: readonly { readonly selector: string; readonly confidence: number }[] = [
  { selector: '[rel~="author"]', confidence: 0.88 },
  { selector: '.vcard .fn, .author .fn, .byline .fn, .submitted .username', confidence: 0.87 },
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
  // Links to who writes, of which a page has others too: a name alone.
  { selector: 'a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/autoren/"], a[href*="/auteur/"]', confidence: 0.8 },
  { selector: '[class*="byline"], [class*="author"], [class*="Author"], [class*="Byline"], [class*="autor"]', confidence: 0.72 },
];
/** Characters of a line that names an author; what is longer is about one. */
const LONGEST_NAME = 80;
const LONGEST_LINE = 140;
/** Blocks around the heading in which a name is looked for, and from the end. */
const NEARBY = 8;
const AT_END = 4;
const BY = ready(
  /^(?:\d[\d.:,/ ]*(?:uhr)?,?\s*)?(?:(?:(?:posted|written|published|words|text|story|article|submitted|filed|report|saved)\s+by|by|(?:erstellt|geschrieben|verfasst|eingestellt|gespeichert|ein (?:beitrag|artikel)) von|(?:artikel|beitrag) von|von|par|por|di|de|door|av|autore?n?|autorin(?:nen)?|auteure?s?|autora|authors?|text|texte|texto|testo|interview|автор|作者)\s*(?:[:：]\s*|\s)|(?:erstellt|geschrieben|verfasst|beitrag) ?von(?=\p{Lu}))/iu,
);
/** Where what a line says of its author ends: at a day, a time, a separator, another element's words. */
const ENDS =
  /\s*(?:[|·•»]|\s[-–—]\s|(?<=\p{Ll})(?=\d)|,\s*(?=\d)|\s(?:am|on|um|at|le|el|il)\s+(?:\p{L}+,?\s+)?\d|\(?\d{1,2}[./:]\d|\b(?:19|20)\d{2}\b).*$/su;

/** Who a page says has written it, by its elements: the first of the most telling ones that is not beside the article. */
export function authorHints(document: DomDocument): Hint[] {
  for (const { selector, confidence } of AUTHORS) {
    const names = [...document.querySelectorAll(selector)]
      .filter((element) => isOwn(element))
      .flatMap((element) => nameIn(element) ?? [])
      .filter((name) => isUsable(name, selector));
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

/** Whether words are who somebody is, or are called; behind a link a whole name or one word. */
function isUsable(words: string, selector: string): boolean {
  if (selector.startsWith('a[')) return isPersonName(words) || (/^\p{L}+$/u.test(words) && isPenName(words));
  return readNames(words) !== null || isPenName(words);
}

function nameIn(element: DomElement): string | null {
  const whole = (element.getAttribute('content') ?? element.textContent).replace(/\s+/g, ' ').trim();
  const value = whole.replace(BY(), '').replace(ENDS, '').trim();
  return !/\p{L}{2}/u.test(value) || NOT_WRITTEN.test(whole) || value.length > LONGEST_NAME || /^https?:/.test(value) ? null : value;
}

/** What is no name, or that of who took the picture. */
const NOT_WRITTEN =
  /^(?:\d{1,2}[.\s]|©|&|(?:fotos?|photos?|bild(?:er)?|images?|illustrations?|grafik|quelle|source|reviewed|geprüft|edited)\b)/iu;

const NAME = ready(
  /(?:^|[|·•,–—/]\s*|\d\s+|uhr\s+)(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Tt]ext|[Aa]utor(?:in)?|[Aa]uthor|[Aa]uteure?)\s*:?\s+(?<name>\p{Lu}[\p{L}.’'-]+(?:\s+(?:von|van|de|der|den|la|le|el|\p{Lu}[\p{L}.’'-]*)){1,3})(?=$|[\s,|·•/–—-]|\()/u,
);
/** A month or a day of the week, which stands behind a name without belonging to it. */
const CALENDAR =
  /\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|mon|tue|wed|thu|fri|sat|sun)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember|z|day|sday|nesday|rsday|urday)?\.?$/i;

/** A name behind `by` in a short line near the heading, and who signed below the text: for pages that name the author nowhere else. */
export function authorLines(page: readonly RawBlock[], title: string): Hint[] {
  const at = headingOf(page, title);
  const near = page
    .map((b, index) => ({ b, distance: Math.abs(index - at) }))
    .filter(({ b, distance }) => distance <= NEARBY && b.text.length <= LONGEST_LINE && b.shape !== 'table' && b.shape !== 'item')
    .sort((x, y) => x.distance - y.distance);
  const name = near.flatMap(({ b }) => NAME().exec(b.text)?.groups?.name ?? [])[0];
  return name === undefined ? [] : [{ field: 'authors', value: name.replace(CALENDAR, '').trim(), origin: 'position', confidence: 0.7 }];
}

const SIGNED = ready(
  /^(?:[Aa]utor(?:in|en)?|[Aa]uthors?|[Aa]uteure?s?|[Tt]exte?|[Tt]exto|[Tt]esto|[Vv]on|[Bb]y|[Pp]ar|[Pp]or)\s*(?::\s*|\s+)(?<names>\p{Lu}[^,(|]{3,60})/u,
);

/** Who signed an article below its text: behind a word for it, or alone in a line of its own type. */
export function signatures(body: readonly RawBlock[]): Hint[] {
  return body.slice(-AT_END).flatMap((b, index, last): Hint[] => {
    if (b.text.length > LONGEST_LINE || b.shape !== 'paragraph') return [];
    const names = SIGNED().exec(b.text)?.groups?.names;
    if (names !== undefined) return [{ field: 'authors', value: names.replace(/\.$/, '').trim(), origin: 'position', confidence: 0.68 }];
    const isAlone = index === last.length - 1 && b.emphasis !== null && b.text.split(' ').length <= 4 && b.text.includes(' ');
    return isAlone ? [{ field: 'authors', value: b.text, origin: 'position', confidence: 0.66 }] : [];
  });
}
