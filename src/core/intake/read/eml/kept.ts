import type { Hint, RawBlock } from '../types.ts';

/**
 * The copy of a message that is kept beside its article: subject, date and what was read, anew. A message as it was names everybody who
 * got it, in its headers and above what it forwards; none of that may be written anywhere. Read again it gives the same blocks.
 */
export function keptMessage(hints: readonly Hint[], blocks: readonly RawBlock[]): Uint8Array {
  const valueOf = (field: Hint['field']): string => hints.find((hint) => hint.field === field)?.value ?? '';
  const [subject, date, author] = [valueOf('title'), valueOf('published'), valueOf('authors')];
  const body = `<html><body>\n${blocks.map(markup).join('\n')}\n</body></html>\n`;
  const headers = [
    `Subject: ${encoded(subject)}`,
    ...(date === '' ? [] : [`Date: ${encoded(date)}`]),
    // A name alone: an address is nobody's business.
    ...(author === '' ? [] : [`From: ${encoded(author)} <author@invalid>`]),
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const lines =
    Buffer.from(body, 'utf8')
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return Uint8Array.from(Buffer.from(`${headers.join('\r\n')}\r\n\r\n${lines.join('\r\n')}\r\n`, 'utf8'));
}

/** A header's words in pieces that RFC 2047 allows: 75 characters each. */
function encoded(words: string): string {
  if (/^[\x20-\x3c\x3e\x40-\x7e]*$/.test(words) && words.length < 900) return words;
  const pieces: string[] = [];
  let piece = '';
  for (const character of words) {
    if (Buffer.from(piece + character, 'utf8').length > 40) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece].map((part) => `=?utf-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`).join('\r\n ');
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function markup({ shape, text, level, rows, given, emphasis }: RawBlock): string {
  const words =
    emphasis === null ? escaped(text) : `<${emphasis === 'bold' ? 'b' : 'i'}>${escaped(text)}</${emphasis === 'bold' ? 'b' : 'i'}>`;
  if (rows !== null)
    return `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
  if (shape === 'heading') return `<h${Math.min(6, Math.max(1, level))}>${words}</h${Math.min(6, Math.max(1, level))}>`;
  if (shape === 'quotation') return `<blockquote>${words}</blockquote>`;
  if (shape !== 'item') return `<p>${words}</p>`;
  const list = given?.kind === 'item' && given.ordered ? 'ol' : 'ul';
  return `${`<${list}>`.repeat(Math.max(1, level))}<li>${words}</li>${`</${list}>`.repeat(Math.max(1, level))}`;
}
