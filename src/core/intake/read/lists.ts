import { omit } from '../../base/omit.ts';
import type { RawBlock } from './types.ts';

/** A list of more is an index, and of one item none. */
const FEWEST = 2;
const MOST = 20;
const LONGEST_WORDS = 60;

/** Items that are points of what is told: those of short lists whose items are no whole texts. Of others the sentences are weighed like any. */
export function markLists(blocks: readonly RawBlock[]): RawBlock[] {
  const found: RawBlock[] = [];
  for (let from = 0; from < blocks.length;) {
    let to = from + 1;
    if (isItem(blocks[from])) while (isItem(blocks[to])) to += 1;
    const list = blocks.slice(from, to);
    const isShort =
      list.length >= FEWEST &&
      list.length <= MOST &&
      list.every(({ text }) => text.split(/\s+/).length <= LONGEST_WORDS && text.length < 500);
    found.push(...(isShort ? list : list.map(withoutList)));
    from = to;
  }
  return found;
}

function isItem(block: RawBlock | undefined): boolean {
  return block?.given?.kind === 'item';
}

function withoutList(block: RawBlock): RawBlock {
  return isItem(block) ? omit(block, 'given') : block;
}
