import type { DeckMeta, Slide } from '../../deck/types.ts';
import type { Layout } from '../../template/theme/types.ts';
import type { Context } from '../context.ts';
import { contentOf } from './content.ts';
import { chooseScale, fitAt, sameSizes, type FittedSlide, type SizeNeeds, type Sizes } from './fit.ts';
import { ladderNeeds } from './ladder.ts';
import { placeParts, type PlacedParts } from './place.ts';

/** A template's slide on its way to the scene. It keeps what it became last: asked for the same again, it gives the same. */
export interface SlideJob extends SizeNeeds {
  /** How many slides it needs at these sizes. */
  readonly parts: (context: Context, sizes: Sizes) => number;
  /** Its parts at sizes that its deck has agreed on, the first with this number. */
  readonly place: (context: Context, meta: DeckMeta, sizes: Sizes, firstNumber: number) => PlacedParts;
}

/** Whether two decks put the same words into the regions that Lectern fills. */
function sameHeaderFooter(a: DeckMeta, b: DeckMeta): boolean {
  const same = a.title === b.title && a.date === b.date && a.mark === b.mark && a.language === b.language;
  return same && JSON.stringify(a.progress) === JSON.stringify(b.progress);
}

export function slideJob(context: Context, slide: Slide, layout: Layout): SlideJob {
  const content = contentOf(context, slide, layout);
  let fitted: FittedSlide | null = null;
  let last: { readonly meta: DeckMeta; readonly firstNumber: number; readonly parts: PlacedParts } | null = null;
  const fit = (now: Context, sizes: Sizes): FittedSlide => {
    if (fitted === null || !sameSizes(fitted.sizes, sizes)) {
      fitted = fitAt(now, content, sizes);
      last = null;
    }
    return fitted;
  };
  return {
    content,
    scale: chooseScale(context, content),
    ladders: ladderNeeds(context, content),
    parts: (now, sizes) => fit(now, sizes).parts.length,
    place: (now, meta, sizes, firstNumber) => {
      const divided = fit(now, sizes);
      if (last?.firstNumber !== firstNumber || !sameHeaderFooter(last.meta, meta)) {
        last = { meta, firstNumber, parts: placeParts(now, meta, divided, firstNumber) };
      }
      return last.parts;
    },
  };
}
