import type { Refit } from '../../../layout/index.ts';
import type { Scene, TextBox } from '../../../layout/types.ts';
import { readShapes, type RawBox } from '../read/shapes.ts';
import { shapeName } from '../text.ts';
import { patched, type Edit } from './patch.ts';

/** EMU in a point. */
const POINT = 12_700;
const AUTOFIT = /<a:(?:norm|no|sp)AutoFit(?:\s[^>]*)?\/>|<a:(?:norm|no|sp)Autofit(?:\s[^>]*)?\/>/;

/** A text whose type was made smaller, so that it stays in its box; null: it does not fit even so. */
export interface Shrunk {
  readonly box: string;
  readonly scale: number | null;
}

function textBoxes(boxes: Scene['slides'][number]['boxes']): TextBox[] {
  return boxes.flatMap((box) =>
    box.kind === 'text' ? [box] : box.kind === 'group' ? box.children.filter((child) => child.kind === 'text') : [],
  );
}

function within(boxes: readonly RawBox[]): RawBox[] {
  return boxes.flatMap((box) => [box, ...within(box.children)]);
}

/** The boxes of a merged slide that say something else than ours fitted to their frames: PowerPoint does so only when somebody types. */
export function fitted(
  xml: string,
  slide: Scene['slides'][number],
  refit: Refit,
): { readonly xml: string; readonly shrunk: readonly Shrunk[] } {
  const ours = new Map(textBoxes(slide.boxes).map((box) => [shapeName(box.id), box]));
  const edits: Edit[] = [];
  const shrunk: Shrunk[] = [];
  for (const box of within(readShapes(xml, () => '', new Map()).boxes)) {
    const own = ours.get(box.name);
    if (!own || box.kind !== 'text' || box.paragraphs.length === 0) continue;
    const [, , width = 0, height = 0] = box.frame ?? [];
    const size = box.frame ? { width: width / POINT, height: height / POINT } : null;
    const scale = refit(own, box.paragraphs, size);
    if (scale === 1) continue;
    shrunk.push({ box: box.name, scale });
    const { from, to } = box.span;
    const share = Math.round((scale ?? 0.5) * 100_000);
    const fit = `<a:normAutofit fontScale="${share}"/>`;
    const piece = xml.slice(from, to);
    const now = AUTOFIT.test(piece)
      ? piece.replace(AUTOFIT, fit)
      : piece.replace(/<a:bodyPr([^>]*?)\/>/, (_, list: string) => `<a:bodyPr${list}>${fit}</a:bodyPr>`);
    edits.push({ from, to, xml: now });
  }
  return { xml: patched(xml, edits), shrunk };
}
