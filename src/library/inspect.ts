import type { Result } from '../core/base/errors.ts';
import type { DeckDiff } from '../core/write/pptx/diff/types.ts';
import type { Inspection } from '../core/write/pptx/index.ts';

/**
 * A .pptx that Lectern wrote, as it is now: which slides are whose, what was changed by hand, and what it was made from.
 * Throws a `LecternError` `inspect/unreadable` where the bytes are no deck.
 */
export async function inspect(bytes: Uint8Array): Promise<Result<Inspection>> {
  return (await import('../core/write/pptx/index.ts')).inspectPptx(bytes);
}

/**
 * What differs between two .pptx, whoever wrote them, from the first to the second: slides added, deleted and moved, lines word by word, cells,
 * charts' values, notes, pictures, look and layout. Throws a `LecternError` `inspect/unreadable` where the bytes of either are no deck, or damaged.
 */
export async function diff(from: Uint8Array, to: Uint8Array): Promise<DeckDiff> {
  return (await import('../core/pipeline/diff.ts')).diffPptx({ bytes: from, file: 'from' }, { bytes: to, file: 'to' });
}
