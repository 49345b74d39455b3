import { distinct } from '../../core/base/distinct.ts';
import { LecternError, type Problem } from '../../core/base/errors.ts';
import type { DeckNow } from '../deck-now.ts';
import { LARGEST_DECK, readBytes } from '../files.ts';
import { sceneMaker, type HowToLayOut, type SceneTools } from './scenes.ts';
import type { DeckAt, DeckWork } from './types.ts';

/** The bytes of a .pptx that the service names. */
export function contentOf({ content }: DeckAt): Promise<Uint8Array> {
  return typeof content === 'string' ? readBytes(content, { limit: LARGEST_DECK }) : Promise.resolve(content);
}

/** The .pptx that a briefing gives now, in memory. Throws what stands in the way of it. */
export type MakeDeck = (
  deck: DeckWork,
  how: Pick<HowToLayOut, 'forPresenter' | 'prefer'>,
) => Promise<DeckNow & { readonly problems: readonly Problem[] }>;

export function deckMaker(tools: SceneTools): MakeDeck {
  const make = sceneMaker(tools);
  return async (deck, how) => {
    const { shown, problems } = await make(deck, how);
    if (shown === null) throw new LecternError(distinct(problems));
    const { writePptx } = await import('../../core/write/pptx/index.ts');
    const { value: bytes, problems: found } = await writePptx(shown.scene);
    return { bytes, scene: shown.scene, fonts: shown.library, problems: [...problems, ...found] };
  };
}
