import { countWords } from '../../base/speaking.ts';
import { plainText, type Run } from '../../base/text.ts';
import { blockLayout } from '../../block/layout.ts';
import type { Images, Slide } from '../../deck/types.ts';
import type { Conditions, Count, PictureShape } from '../../template/theme/types.ts';
import type { BlockCounts } from '../item/types.ts';

type Block = Slide['blocks'][number]['block'];

/** Sides that differ by less than this share are a square's. */
const SQUARE = 0.1;

/** What a slide holds, as layouts may have conditions on it. */
export interface Held {
  readonly counts: Readonly<Partial<Record<Count, number>>>;
  readonly picture: PictureShape | null;
  readonly summary: boolean;
}

/** The region of this name takes a topic's summary. */
const SUMMARY = 'lead';

function countsOf<K extends Block['kind']>(block: Extract<Block, { kind: K }>, kind: K): BlockCounts {
  const { counts } = blockLayout(kind);
  return counts?.(block) ?? {};
}

/** Words of a block, wherever in it they stand: runs are all that has a text. */
function wordsIn(block: Block): number {
  let words = 0;
  const waiting: unknown[] = [block];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (isRuns(value)) words += countWords(plainText(value));
    else waiting.push(...(Object.values(value) as unknown[]));
  }
  return words;
}

function isRuns(value: object): value is readonly Run[] {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  if (typeof first !== 'object' || first === null) return false;
  return 'text' in first ? typeof first.text === 'string' : 'refs' in first;
}

function shapeOf(block: Block, images: Images): PictureShape | null {
  const first = block.kind === 'image' ? block.pictures[0] : undefined;
  const image = first && images.get(first.src);
  if (!image) return null;
  const ratio = image.width / image.height;
  return Math.abs(ratio - 1) < SQUARE ? 'square' : ratio > 1 ? 'landscape' : 'portrait';
}

export function heldBy(slide: Slide, images: Images): Held {
  const counts: Partial<Record<Count, number>> = {};
  const add = (count: Count, number: number): void => {
    counts[count] = (counts[count] ?? 0) + number;
  };
  for (const { block } of slide.blocks) {
    add('words', wordsIn(block));
    for (const [count, number] of Object.entries(countsOf(block, block.kind))) add(count as Count, number);
  }
  return {
    counts,
    picture: slide.blocks.map(({ block }) => shapeOf(block, images)).find((shape) => shape !== null) ?? null,
    summary: slide.slots?.includes(SUMMARY) ?? false,
  };
}

/** How many of a layout's conditions do not hold. */
export function failing(conditions: Conditions | undefined, held: () => Held): number {
  if (!conditions) return 0;
  const { counts, picture, summary } = held();
  const wrong = Object.entries(conditions.counts).filter(([count, { least, most }]) => {
    const number = counts[count as Count] ?? 0;
    return number < least || (most !== null && number > most);
  });
  const isOther = conditions.picture !== undefined && conditions.picture !== picture;
  const isUnlike = conditions.summary !== undefined && conditions.summary !== summary;
  return wrong.length + (isOther ? 1 : 0) + (isUnlike ? 1 : 0);
}
