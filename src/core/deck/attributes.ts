import { isIsoDate } from '../article/index.ts';

/** What an attribute's value must be: a test, and the words that tell a person. */
export interface AttributeRule {
  readonly allowed: string;
  readonly test: (value: string) => boolean;
}

export function oneOf(...values: readonly string[]): AttributeRule {
  return { allowed: values.join(', '), test: (value) => values.includes(value) };
}

export function matching(pattern: RegExp, allowed: string): AttributeRule {
  return { allowed, test: (value) => pattern.test(value) };
}

export const anyText: AttributeRule = { allowed: 'text', test: () => true };
export const someText: AttributeRule = { allowed: 'text that is not empty', test: (value) => value.trim() !== '' };
export const name = matching(/^[a-z][a-z0-9-]*$/, 'a name: lower-case letters, digits and hyphens');
/** `points`, or several as `points | points-wide`. */
export const names = matching(
  /^[a-z][a-z0-9-]*(?:\s*\|\s*[a-z][a-z0-9-]*)*$/,
  'a name, or several with | between them: lower-case letters, digits and hyphens',
);
export const yes = oneOf('yes');
export const decimal = matching(/^(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?)?$/, 'a number that is not negative, as 24.5, or nothing');
export const count = matching(/^[1-9]\d{0,5}$/, 'a whole number from 1');
/** `3` or `3 4`: numbers of the deck's sources. */
export const references = matching(/^[1-9]\d{0,5}(?: [1-9]\d{0,5})*$/, 'source numbers, as 3 or 3 4');

/** A date as precise as a deck's is; nothing, for a deck without one. */
export const date: AttributeRule = {
  allowed: 'a date, as 2024-05-31, 2024-05 or 2024, or nothing',
  test: (value) => value === '' || isIsoDate(value),
};

function isFocus(value: string): boolean {
  const parts = value.split(' ');
  return parts.length === 2 && parts.every((part) => /^(?:0|1|0?\.\d+|0\.\d+|1\.0+)$/.test(part));
}
export const focus: AttributeRule = { allowed: 'two fractions of width and height, as 0.5 0.3', test: isFocus };

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

function isUrl(value: string): boolean {
  // The URL parser drops tabs and line breaks and trims spaces: what it would repair, we refuse.
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0020\u007f]/.test(value)) return false;
  if (value.startsWith('#')) return value.length > 1;
  return URL.canParse(value) && SCHEMES.has(new URL(value).protocol);
}
/** Addresses that may leave the deck, or a slide of it. Everything else (script, data, file, relative) is refused. */
export const url: AttributeRule = { allowed: 'http:, https:, mailto: or #slide addresses', test: isUrl };

function isImagePath(value: string): boolean {
  const parts = value.split('/');
  return parts.length >= 2 && !/[\\:?#*"<>|]/.test(value) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}
export const imagePath: AttributeRule = { allowed: 'ARTICLE/FILE or pack/assets/FILE', test: isImagePath };
