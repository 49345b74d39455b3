import type { Result } from '../core/base/errors.ts';
import type { Inspection } from '../core/write/pptx/index.ts';

/**
 * A .pptx that Lectern wrote, as it is now: which slides are whose, what was changed by hand, and what it was made from.
 * Throws a `LecternError` `inspect/unreadable` where the bytes are no deck.
 */
export async function inspect(bytes: Uint8Array): Promise<Result<Inspection>> {
  return (await import('../core/write/pptx/index.ts')).inspectPptx(bytes);
}
