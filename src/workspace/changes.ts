import { relative } from 'node:path';
import { problem, unwrap, type Outcome, type Problem } from '../core/base/errors.ts';
import type { DeckChange } from '../core/briefing/types.ts';
import { buildScene, type SceneRequest } from './build.ts';
import { readBytes } from './files.ts';

/**
 * In what a deck will differ from an earlier .pptx (an absolute path), for the slide that says so: it is made once without that slide and compared.
 * A warning `briefing/no-changes` where it does not. Throws `inspect/unreadable` for what is no deck, and what making the deck throws.
 */
export async function changesSince(earlier: string, base: string, request: SceneRequest): Promise<Outcome<readonly DeckChange[]>> {
  const file = relative(base, earlier) || earlier;
  const before = { bytes: await readBytes(earlier), file };
  // What is wrong with the deck is said when it is made with the slide.
  const { scene } = unwrap(await buildScene(request));
  const { writePptx } = await import('../core/write/pptx/index.ts');
  const { diffPptx } = await import('../core/pipeline/diff.ts');
  const { deckChanges } = await import('../core/pipeline/changes.ts');
  const changes = deckChanges(diffPptx(before, { bytes: (await writePptx(scene)).value, file: request.sources.shown }));
  const problems: Problem[] =
    changes.length > 0
      ? []
      : [
          problem('briefing/no-changes', {
            message: 'nothing that a viewer reads differs from the earlier deck, so no slide says what changed',
            place: { file },
            hint: 'Compare them with lectern diff, which names notes, pictures and looks too.',
          }),
        ];
  return { value: changes, problems };
}
