import type { DeckMeta } from '../../deck/types.ts';
import type { Layout, Region } from '../../template/theme/types.ts';
import { sliceOf } from '../../base/slice.ts';
import { placeText } from '../item/text.ts';
import { styleNamed, type Context } from '../context.ts';
import { paragraph } from '../paragraph.ts';
import type { TextItem } from '../item/types.ts';
import { breaksOf } from '../text/breaks.ts';
import { scaleLevels, scaleSteps } from '../text/scale.ts';
import { setText } from '../text/setting.ts';
import type { SceneParagraph, TextBox } from '../types.ts';
import { HEIGHT_FILL } from '../text/fill.ts';

type HeaderFooterType = 'footer' | 'number' | 'date' | 'mark';

/** What stands in a region that Lectern fills; null where the deck has nothing for it. */
function shownText({ dayText }: Context, meta: DeckMeta, type: HeaderFooterType, slideNumber: number): string | null {
  switch (type) {
    case 'footer':
      return meta.title;
    case 'number':
      return String(slideNumber);
    case 'date':
      return meta.date === null ? null : dayText(meta.date);
    case 'mark':
      return meta.mark;
  }
}

/** Footer, slide number, date and mark, as far as the layout has regions for them. A text too long for its region is set smaller, then cut. */
export function placeHeaderFooter(context: Context, meta: DeckMeta, layout: Layout, slideId: string, slideNumber: number): TextBox[] {
  return layout.regions.flatMap((region): TextBox[] => {
    const { type } = region;
    if (type !== 'footer' && type !== 'number' && type !== 'date' && type !== 'mark') return [];
    const text = shownText(context, meta, type, slideNumber);
    if (text === null || text.trim() === '') return [];
    const field = type === 'number' ? ('slide-number' as const) : null;
    const fitted = fitLine(context, region, text.replace(/\s+/g, ' '), field);
    const box = placeText(
      context,
      fitted.item,
      region.frame,
      { id: `${slideId}/${region.name}`, region: region.name, placeholder: region },
      fitted.scale,
    );
    return [{ ...box, role: type }];
  });
}

function fitLine(
  context: Context,
  region: Region,
  text: string,
  field: SceneParagraph['field'],
): { readonly item: TextItem; readonly scale: number } {
  const style = styleNamed(context.theme, region.style);
  const item = (words: string): TextItem => ({
    kind: 'text',
    role: 'body',
    style: region.style,
    levels: style.levels,
    paragraphs: sliceOf([{ paragraph: { ...paragraph(context, [{ text: words }]), field }, isItem: false, keepsNext: false }]),
  });
  const fits = (words: string, scale: number): boolean => {
    const paragraphs = item(words).paragraphs.of.map((p) => p.paragraph);
    return (
      setText(context.fonts, paragraphs, scaleLevels(context.fonts, style.levels, scale), region.frame.width).room <=
      region.frame.height * HEIGHT_FILL
    );
  };
  const steps = scaleSteps([style]);
  const scale = steps.find((step) => fits(text, step));
  if (scale !== undefined) return { item: item(text), scale };
  const smallest = steps.at(-1) ?? 1;
  const ends = breaksOf(text).map((b) => b.end);
  const end = ends.findLast((at) => fits(`${text.slice(0, at)}…`, smallest)) ?? 0;
  return { item: item(end > 0 ? `${text.slice(0, end)}…` : text.slice(0, 1)), scale: smallest };
}
