import type { DeckMeta, Slide } from '../../deck/types.ts';
import type { Layout } from '../../template/theme/types.ts';
import type { Context } from '../context.ts';
import { contentOf, type SlideContent } from './content.ts';
import { chooseScale, fitAt, type FittedSlide } from './fit.ts';
import { placeParts, type PlacedParts } from './place.ts';

/** A template's slide on its way to the scene. It keeps what it became last: asked for the same again, it gives the same. */
export interface SlideJob {
  readonly content: SlideContent;
  /** The size it needs by itself. */
  readonly scale: number;
  /** Its parts at a size that its topic has agreed on, the first with this number. */
  readonly place: (context: Context, meta: DeckMeta, scale: number, firstNumber: number) => PlacedParts;
}

/** Whether two decks put the same words into the regions that Lectern fills. */
function sameHeaderFooter(a: DeckMeta, b: DeckMeta): boolean {
  return a.title === b.title && a.date === b.date && a.mark === b.mark && a.language === b.language;
}

export function slideJob(context: Context, slide: Slide, layout: Layout): SlideJob {
  const content = contentOf(context, slide, layout);
  let fitted: FittedSlide | null = null;
  let last: { readonly meta: DeckMeta; readonly firstNumber: number; readonly parts: PlacedParts } | null = null;
  return {
    content,
    scale: chooseScale(context, content),
    place: (now, meta, scale, firstNumber) => {
      if (fitted?.scale !== scale) {
        fitted = fitAt(now, content, scale);
        last = null;
      }
      if (last?.firstNumber !== firstNumber || !sameHeaderFooter(last.meta, meta)) {
        last = { meta, firstNumber, parts: placeParts(now, meta, fitted, firstNumber) };
      }
      return last.parts;
    },
  };
}
