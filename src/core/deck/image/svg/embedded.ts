import { stripJpeg, isJpeg } from '../jpeg.ts';
import { isPng, stripPng, type Stripped } from '../png.ts';

const BASE64 = /^data:image\/(?:png|jpe?g);base64,([\w+/=\s]*)$/i;

/** A picture inside a drawing, as PNG or JPEG without metadata; null for other kinds, one that is turned, cut off, or has too many pixels. */
export function embeddedPicture(address: string, pixels: number): { readonly address: string; readonly pixels: number } | null {
  const [, text] = BASE64.exec(address) ?? [];
  if (text === undefined) return null;
  const bytes = Buffer.from(text.replace(/\s+/g, ''), 'base64');
  const png = isPng(bytes);
  const stripped: Stripped | null = png ? stripPng(bytes) : isJpeg(bytes) ? stripJpeg(bytes) : null;
  if (stripped === null || stripped.turn !== 1 || stripped.width * stripped.height > pixels) return null;
  const kept = Buffer.concat(stripped.parts).toString('base64');
  return { address: `data:image/${png ? 'png' : 'jpeg'};base64,${kept}`, pixels: stripped.width * stripped.height };
}
