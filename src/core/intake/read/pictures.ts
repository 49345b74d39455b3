import { problem, type Problem } from '../../base/errors.ts';
import type { ZipEntry } from '../../base/archive.ts';
import type { SourcePicture } from '../given-types.ts';
import { block, type RawBlock } from './types.ts';
import { pictureWords } from './words.ts';

/** Endings of pictures that an article takes. */
const FORM = /\.(png|jpe?g|gif|webp|svg)$/i;

/** A picture's form by its name; null for one that no article takes (EMF, TIFF …). */
export function formOf(name: string): string | null {
  const form = FORM.exec(name)?.[1]?.toLowerCase() ?? null;
  return form === 'jpeg' ? 'jpg' : form;
}

/** Words before whoever made a picture, by language. */
const CREDIT =
  /^(?:(?:photo(?:graph)?|picture|image|illustration|drawing|graphic|map|source|credit|courtesy|copyright|foto|bild|abbildung|grafik|zeichnung|karte|quelle|crédit|source|dessin|carte|fuente|imagen|fonte|immagine|рисунок|фото|источник|图片来源|图|来源|صورة|المصدر)\s*(?:by|von|de|par|di|:|：)|©|\(c\))\s*/iu;

/** A caption and a credit out of what stands under a picture: `The port in May. Photo: Ana Ruiz`. */
export function captionParts(text: string): Pick<SourcePicture, 'caption' | 'credit'> {
  const words = text.replace(/\s+/g, ' ').trim();
  if (CREDIT.test(words)) return { caption: null, credit: words || null };
  const at = [...words.matchAll(/(?<=[.!?。”"»)]|\s[|–—/])\s*(?=\S)|\s(?=\()/gu)].find(({ index }) =>
    CREDIT.test(words.slice(index).replace(/^[\s(|–—/]+/, '')),
  )?.index;
  if (at === undefined) return { caption: words || null, credit: null };
  const credit = words
    .slice(at)
    .replace(/^[\s(|–—/]+/, '')
    .replace(/(?<!\([^)]*)\)$/, '');
  return { caption: words.slice(0, at).replace(/[\s|–—/]+$/, '') || null, credit };
}

export type PictureSaid = Pick<SourcePicture, 'alt' | 'caption' | 'credit'>;

/** A picture that is a part of a zip, null where its form is not taken or the part is missing. */
export function zipPicture(entries: ReadonlyMap<string, ZipEntry>, part: string, said: PictureSaid): SourcePicture | null {
  const [entry, form] = [entries.get(part), formOf(part)];
  return entry === undefined || form === null ? null : { part, form, key: entry.crc.toString(16).padStart(8, '0'), ...said };
}

export function pictureBlock(picture: SourcePicture, sure: boolean): RawBlock {
  const text = pictureWords([picture.alt, picture.caption, picture.credit], picture.part);
  return block(text, { shape: 'picture', given: { kind: 'picture', picture, sure } });
}

/** Pictures that are not in the article (`unkept`: their form or place: EMF, a film), and those that a person may take in the review. */
export function pictureProblems(name: string, blocks: readonly RawBlock[], unkept: readonly string[]): Problem[] {
  const place = { file: name };
  const ornaments = blocks.filter(({ given }) => given?.kind === 'picture' && !given.sure).length;
  const found: Problem[] = [];
  if (unkept.length > 0) {
    const received = `${unkept.length}: ${[...new Set(unkept)].sort().slice(0, 5).join(', ')}`;
    const hint = 'Save those you need as PNG or JPEG beside the article and name them there.';
    found.push(
      problem('intake/images-left-out', { message: 'Pictures were left out that could not be taken along.', place, received, hint }),
    );
  }
  if (ornaments > 0) {
    const hint = 'Take those you need in the review; without one they stay out.';
    const message = 'Pictures without a word on what they show, small, cut or repeated, are only offered.';
    found.push(problem('intake/images-offered', { message, place, received: `${ornaments}`, hint }));
  }
  return found;
}
