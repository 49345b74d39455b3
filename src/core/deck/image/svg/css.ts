import type { Report } from './types.ts';

/** Functions that fetch pictures by other names than `url`. */
const FETCHING = /(?:image-set|cross-fade|-image|\bimage|\bsrc|\belement|\bpaint)\s*\(/i;
const KEYFRAMES = /@(?:-\w+-)?keyframes[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi;
const URL_FUNCTION = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^()"'\s]*))\s*\)/gi;
/** A font that the drawing brings along. */
const EMBEDDED_FONT = /^data:(?:font\/|application\/(?:x-)?font)[\w.+-]*(?:;[\w=-]+)*;base64,[\w+/=\s]*$/i;

/** Ids of this drawing that a text of CSS, or a value in an attribute, refers to. */
export function referencesIn(css: string): string[] {
  return [...css.matchAll(URL_FUNCTION)].flatMap(([, double, single, bare]) => {
    const address = (double ?? single ?? bare ?? '').trim();
    return address.startsWith('#') ? [address.slice(1)] : [];
  });
}

/** CSS, or an attribute's value, without anything that is fetched; null where what it fetches could not be told. */
export function cleanCss(css: string, report: Report): string | null {
  if (!/[\\@(]/.test(css)) return css;
  if (css.includes('\\') || FETCHING.test(css)) {
    report('a style whose addresses cannot be told');
    return null;
  }
  let text = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
  if (/@import/i.test(text)) {
    report('a style sheet from elsewhere');
    text = text.replace(/@import[^;]*(?:;|$)/gi, '');
  }
  if (/@(?:-\w+-)?keyframes/i.test(text)) {
    report('an animation');
    text = text.replace(KEYFRAMES, '');
  }
  text = text.replace(URL_FUNCTION, (whole, double?: string, single?: string, bare?: string) => {
    const address = (double ?? single ?? bare ?? '').trim();
    if (address.startsWith('#') || EMBEDDED_FONT.test(address)) return whole;
    report('an address outside of the drawing');
    return 'none';
  });
  // Whatever is left of the function is not closed, or holds signs that no address has.
  if (text.replace(URL_FUNCTION, '').match(/url\s*\(/i)) {
    report('a style whose addresses cannot be told');
    return null;
  }
  return text;
}
