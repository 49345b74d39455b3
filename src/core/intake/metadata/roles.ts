import type { RawBlock } from '../read/types.ts';
import type { BlockRole } from '../types.ts';
import { isBalanced } from '../words/quotation-marks.ts';
import { isBoilerplate } from './boilerplate.ts';
import { countWords, type Head } from './head.ts';
import { isBio, isDisclaimer } from './tail.ts';

/** How far from the end a biography or a disclaimer may stand, in blocks that are not boilerplate. */
const TAIL = 5;
const LONGEST_HEADING = 12;

export interface RoleOptions {
  readonly head: Head;
  readonly authors: readonly string[];
}

/** What each block is; repeats are found later. */
export function assignRoles(blocks: readonly RawBlock[], { head, authors }: RoleOptions): BlockRole[] {
  const first = Math.max(-1, ...head.roles.keys()) + 1;
  const roles = blocks.map((block, index): BlockRole => {
    const known = head.roles.get(index);
    if (known !== undefined) return known;
    if (block.role === 'boilerplate' || isBoilerplate(block)) return 'boilerplate';
    if (block.role === 'note' || block.shape === 'note') return 'note';
    if (block.role === 'title' || block.role === 'byline' || block.role === 'date') return index < first + 3 ? block.role : 'body';
    if (block.role === 'bio' || block.role === 'disclaimer') return block.role;
    return block.shape === 'heading' ? 'heading' : 'body';
  });
  markTail(blocks, roles, authors, first);
  markHeadings(blocks, roles, first);
  return roles;
}

function markTail(blocks: readonly RawBlock[], roles: BlockRole[], authors: readonly string[], first: number): void {
  let seen = 0;
  for (let index = blocks.length - 1; index >= first && seen < TAIL; index--) {
    const block = blocks[index];
    if (!block || roles[index] === 'boilerplate' || roles[index] === 'note') continue;
    seen++;
    if (roles[index] !== 'body' && roles[index] !== 'heading') continue;
    if (isDisclaimer(block.text)) roles[index] = 'disclaimer';
    else if (isBio(block.text, authors)) roles[index] = 'bio';
    else if (isSignature(block.text, authors)) roles[index] = 'boilerplate';
  }
}

/** The author's name, or the first of it, alone under the text. */
function isSignature(text: string, authors: readonly string[]): boolean {
  const name = text.replace(/[.,—–-]+/g, '').trim();
  return name !== '' && authors.some((author) => author === name || author.split(' ')[0] === name);
}

/** Short bold paragraphs, and in plain text short lines between paragraphs, are headings; a heading with nothing under it is none. */
function markHeadings(blocks: readonly RawBlock[], roles: BlockRole[], first: number): void {
  const next: (RawBlock | undefined)[] = [];
  for (let index = blocks.length - 1; index >= 0; index--) next[index] = roles[index + 1] === 'body' ? blocks[index + 1] : next[index + 1];
  blocks.forEach((block, index) => {
    if (roles[index] === 'heading' && next[index] === undefined) roles[index] = 'boilerplate';
    if (roles[index] !== 'body' || block.shape !== 'paragraph') return;
    const words = countWords(block.text);
    const short =
      words <= LONGEST_HEADING &&
      /^[\p{Lu}\p{N}\p{Lo}“"‘«„]/u.test(block.text) &&
      /[\p{L}\p{N}?!’”"»)]$/u.test(block.text) &&
      isBalanced(block.text);
    if (!short) return;
    const behind = next[index];
    const opens =
      behind !== undefined && countWords(behind.text) > words * 1.5 && roles[index + 1] === 'body' && !isShort(blocks[index + 1]);
    const bold = block.emphasis === 'bold' && opens;
    const plain = opens && !/[.!?”"’»]$/.test(block.text) && index > first && words <= 10;
    if (bold || plain) roles[index] = 'heading';
  });
}

function isShort(block: RawBlock | undefined): boolean {
  return block === undefined || countWords(block.text) <= LONGEST_HEADING;
}
