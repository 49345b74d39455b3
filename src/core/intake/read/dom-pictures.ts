import type { SourcePicture } from '../given-types.ts';
import type { DomElement } from './dom.ts';
import { captionParts, pictureBlock } from './pictures.ts';
import type { RawBlock } from './types.ts';

/** Where a page's pictures are found. */
export interface PictureSource {
  /** The picture at an address, null where its bytes are not in the file. */
  readonly find: (address: string) => Pick<SourcePicture, 'part' | 'form' | 'key'> | null;
  /** Pictures that are told of and not there: named here. */
  readonly unkept: string[];
}

/** What is smaller, in CSS pixels, is a sign. */
const SMALL = 64;
const CREDIT_CLASS = /(?:^|[-_ ])(?:credits?|copyright|attribution|photographer|byline)(?:$|[-_ ])/i;

/** An `<img>` with what is said of it: alternative text, caption and credit of its figure. Empty where it is no picture of the article's. */
export function pictureOf(image: DomElement, { find, unkept }: PictureSource): RawBlock[] {
  const size = (name: string): number => Number.parseInt(image.getAttribute(name) ?? '', 10) || Infinity;
  if (Math.min(size('width'), size('height')) < SMALL) return [];
  const addresses = ['src', 'data-src', 'data-original'].map((name) => image.getAttribute(name) ?? '').filter(Boolean);
  const alt = (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
  const figure = image.closest('figure');
  const under = figure?.querySelector('figcaption') ?? null;
  const told = under === null ? { caption: null, credit: null } : withCredit(under, figure);
  const found = addresses.map(find).find((picture) => picture !== null);
  if (found) return [pictureBlock({ ...found, alt, ...told }, alt !== '' || told.caption !== null)];
  if (alt !== '' || under !== null) unkept.push((alt || (told.caption ?? told.credit) || 'a picture').slice(0, 60));
  return [];
}

/** A caption, and who made the picture where an element of its own or a word says so. */
function withCredit(under: DomElement, figure: DomElement | null): Pick<SourcePicture, 'caption' | 'credit'> {
  const whole = under.textContent.replace(/\s+/g, ' ').trim();
  for (const element of (figure ?? under).querySelectorAll('*')) {
    if (!CREDIT_CLASS.test(element.getAttribute('class') ?? '')) continue;
    const credit = element.textContent.replace(/\s+/g, ' ').trim();
    if (credit === '' || credit === whole) continue;
    return { caption: whole.replace(credit, '').replace(/\s+/g, ' ').trim() || null, credit };
  }
  return captionParts(whole);
}
