import type { DomElement } from './dom.ts';

/** Names of what is beside an article. */
const BESIDE =
  /(?:^|[-_ ])(?:comments?|comment-?author|related|recommended|teasers?|sidebar|widget|footer|nav|menu|biography|bio|avatar|popular|latest|slider|carousel)(?:$|[-_ ])/i;
/** A footer that is an article's own: blogs name there who wrote it. */
const OWN_FOOTER = /(?:^|[-_ ])(?:post|entry|article)[-_]?footer/i;
/** Elements above one that are looked at. */
const LOOKED_UP = 12;

/**
 * Whether an element is an article's own, and not that of a comment, a teaser or the page: by what stands around it, up to where the
 * heading is. `beside` tells by the names (class, id, itemprop) of one that it is not.
 */
export function isOwn(element: DomElement, beside: (names: string) => boolean = (names) => BESIDE.test(names)): boolean {
  let above: DomElement | null = element;
  for (let up = 0; above !== null && up < LOOKED_UP; up++, above = above.parentElement) {
    const names = ['class', 'id', 'itemprop'].map((name) => above?.getAttribute(name) ?? '').join(' ');
    const isOwnFooter = OWN_FOOTER.test(names);
    if (/^(?:aside|nav|footer)$/i.test(above.tagName) && !isOwnFooter) return false;
    if (/^(?:main|article|body)$/i.test(above.tagName)) return true;
    if (!isOwnFooter && beside(names)) return false;
    // What stands with the heading of all is of the article, whatever a theme calls the column around both.
    if (up > 0 && above.querySelector('h1') !== null) return true;
  }
  return true;
}
