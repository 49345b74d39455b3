const FOLLOWED = /^(?:https?:\/\/|mailto:)/i;
const WEB = /^https?:\/\//i;

/** Whether a link of a file that Lectern writes may lead there: into the web, or to a mail program. */
export function mayFollow(href: string): boolean {
  return FOLLOWED.test(href);
}

/** Whether it is an address in the web, as a source's. */
export function isWebAddress(url: string): boolean {
  return WEB.test(url);
}

/** An address as a package's relationship may carry it; null: none that may be followed, or one for which Office would repair the file. */
export function packageAddress(href: string): string | null {
  if (!mayFollow(href)) return null;
  try {
    return new URL(href).href;
  } catch {
    return null;
  }
}
