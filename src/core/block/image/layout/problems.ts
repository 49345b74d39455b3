import { problem, type Place, type Problem } from '../../../base/errors.ts';
import type { Images } from '../../../deck/types.ts';
import type { ImageBox } from '../../../layout/types.ts';

/** CSS pixels to the point. */
const PIXELS = 96 / 72;
/** Fewer pixels than this share of the screen's look blurred. */
const SHARPEST = 0.6;

/** A picture that has too few pixels for the size in which it is shown. A drawing has none. */
export function imageProblems(box: ImageBox, images: Images, place: Place): Problem[] {
  const asset = [...images.values()].find(({ hash }) => hash === box.media);
  if (!asset || 'drawing' in asset || asset.type === 'image/svg+xml') return [];
  const { left, right, top, bottom } = box.crop;
  const [width, height] = [asset.width * (1 - left - right), asset.height * (1 - top - bottom)].map(Math.round) as [number, number];
  const [wide, high] = [box.frame.width * PIXELS, box.frame.height * PIXELS].map(Math.round) as [number, number];
  if (width >= wide * SHARPEST || height >= high * SHARPEST) return [];
  return [
    problem('layout/image-small', {
      message: `the picture “${box.alt}” has too few pixels for its frame, so it looks blurred`,
      place,
      received: `${width} × ${height} pixels`,
      allowed: `${wide} × ${high} or more`,
      hint: 'Take a larger copy of the picture, or show several beside each other, which makes each smaller.',
    }),
  ];
}
