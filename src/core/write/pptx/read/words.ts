import { unescape } from '../../../base/ooxml/xml/scan.ts';

/** Text as it reads: a soft hyphen says where a line may end and is no part of its word. */
export function withoutSoftHyphens(text: string): string {
  return text.replaceAll('\u00AD', '');
}

/** White space as it is seen: any run of it is one space. Programs differ in how they write tabs, breaks and hard spaces. */
export function fold(text: string): string {
  return withoutSoftHyphens(text).replace(/\s+/g, ' ').trim();
}

/** What a program repeats for readers that know an element less well. */
const FALLBACK = /<mc:Fallback\b[^]*?<\/mc:Fallback>/g;
const PARAGRAPH = /<a:p(?:\s[^>]*)?(?<!\/)>([^]*?)<\/a:p>/g;
/** A field's text (a slide's number, a date) is the program's. */
const FIELD = /<a:fld\s[^]*?<\/a:fld>/g;
const BREAK = /<a:br\b[^>]*?(?:\/>|>[^]*?<\/a:br>)/g;
const TEXT = /<a:t(?:\s[^>]*)?(?<!\/)>([^<]*)<\/a:t>/g;

/**
 * The paragraphs that a part shows, in its order, empty ones left out: text boxes, table cells, notes. They are what stays the
 * same when any program saves a deck unedited; LibreOffice writes all markup anew and even puts a slide's shapes in another order.
 */
export function paragraphsOf(xml: string): string[] {
  const shown = xml.includes('<mc:Fallback') ? xml.replace(FALLBACK, '') : xml;
  const found: string[] = [];
  for (const [, inner = ''] of shown.matchAll(PARAGRAPH)) {
    const own = inner.replace(FIELD, '').replace(BREAK, '<a:t> </a:t>');
    const text = fold([...own.matchAll(TEXT)].map(([, part = '']) => unescape(part)).join(''));
    if (text !== '') found.push(text);
  }
  return found;
}

/** A number by its value, since one program writes 0.1 and another 0.10000000000000001; any other text as it is. */
export function canonicalNumber(text: string): string {
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? String(Number(number.toPrecision(12))) : text;
}
