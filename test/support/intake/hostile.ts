import { strToU8, zipSync } from 'fflate';
import { makeDocx } from './docx.ts';
import { encode } from './encode.ts';
import { makePdf } from './pdf.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const PARAGRAPH = 'The council met on 3 May 2024 and talked for an hour about the ferry, its crew and the price of a ticket to the island.';

/** 100,000 words in paragraphs that differ. */
export function longText(words = 100_000): string {
  const paragraph = (n: number): string =>
    `Paragraph ${n} tells of village ${n % 97} and of its ${n} wells, which the council of Aren dug in ${1900 + (n % 120)} ${'and left to the farmers of the valley '.repeat(4)}.`;
  const count = Math.ceil(words / paragraph(0).split(' ').length);
  return `A long report\n\nBy Ana Ruiz\n\n3 May 2024\n\n${Array.from({ length: count }, (_, n) => paragraph(n)).join('\n\n')}`;
}

/** A .docx that says it is small and unpacks to 128 MB, as one part. */
export function bomb(): Uint8Array {
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(128 * 1024 * 1024) });
}

const links = Array.from({ length: 60 }, (_, n) => `<li><a href="/${n}">Section number ${n} of the site</a></li>`).join('');

/** What a stranger may hand in, by the code of its refusal; null: it is read. */
export const HOSTILE: readonly (readonly [what: string, name: string, bytes: () => Uint8Array, code: string | null])[] = [
  ['an empty file', 'empty.txt', () => new Uint8Array(), 'intake/empty'],
  ['a picture', 'picture.txt', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 1, 2]), 'intake/binary'],
  [
    'a page that is only navigation',
    'menu.html',
    () => bytes(`<html><body><nav><ul>${links}</ul></nav></body></html>`),
    'intake/no-article',
  ],
  [
    '20,000 elements inside each other',
    'deep.html',
    () => bytes(`<html><body>${'<div>'.repeat(20_000)}x</body></html>`),
    'intake/too-deep',
  ],
  ['a broken zip', 'half.docx', () => makeDocx({ paragraphs: [{ text: PARAGRAPH }] }).slice(0, 400), 'intake/broken'],
  ['a zip bomb', 'bomb.docx', bomb, 'intake/bomb'],
  ['a scanned .pdf', 'scan.pdf', () => makePdf({ width: 70, blocks: [] }), 'intake/no-text'],
  [
    'external entities',
    'entities.html',
    () => bytes(`<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; ${PARAGRAPH}</p></body></html>`),
    'intake/entities',
  ],
  ['an encrypted file', 'locked.docx', encrypted, 'intake/encrypted'],
  [
    'a wrong encoding',
    'cafe.txt',
    () => encode(`Café news of the week\n\n${PARAGRAPH} It’s “naïve”, said José Muñoz.`, 'windows-1252'),
    null,
  ],
  ['100,000 words', 'long.txt', () => bytes(longText()), null],
];

/** The container in which Word keeps a document with a password ([MS-OFFCRYPTO]). */
function encrypted(): Uint8Array {
  const name = Array.from('EncryptedPackage', (c) => [c.charCodeAt(0), 0]).flat();
  return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(500).fill(0), ...name]);
}
