import { problem, type Outcome, type Problem } from '../../base/errors.ts';
import { decodeText } from '../decode/text.ts';
import { broken } from '../decode/zip.ts';
import type { SourcePicture } from '../given-types.ts';
import { cutShort } from './cut-short.ts';
import { dataPicture, formOfType, keyOf } from './data-pictures.ts';
import { readHtml, type HtmlOptions } from './html.ts';
import { readMime, type MimeFault, type MimeFile, type MimePart } from './mime.ts';
import type { Hint, Reading } from './types.ts';

/**
 * A page that a browser saved with its pictures (.mhtml, .mht). Errors: those of pages, `intake/broken`, `intake/too-deep`,
 * `intake/too-large`.
 */
export async function readMhtml(bytes: Uint8Array, options: HtmlOptions): Promise<Outcome<Reading>> {
  const fail = (p: Problem): Outcome<Reading> => ({ value: null, problems: [p] });
  const file = readMime(bytes);
  if (typeof file === 'string') return fail(faultOf(file, options.name));
  const page = pageOf(file);
  if (page === null) return fail(broken(options.name));
  const decoded = await decodePage(page, options.name);
  if (decoded.value === null) return { value: null, problems: decoded.problems };
  const address = file.headers.get('snapshot-content-location') ?? page.location;
  const { value, problems } = await readHtml(decoded.value, { ...options, pictures: finder(file, address) });
  if (value === null) return { value, problems };
  const hints = /^https?:/i.test(address) ? [{ field: 'url', value: address, origin: 'meta', confidence: 0.9 } satisfies Hint] : [];
  return {
    value: {
      ...value,
      hints: [...value.hints, ...hints],
      problems: [...decoded.problems, ...cutShort(bytes, options.name), ...value.problems],
    },
    problems,
  };
}

/** The page itself: the part that the file says it is of, else the first page. */
function pageOf({ headers, parts }: MimeFile): MimePart | null {
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const address = headers.get('snapshot-content-location') ?? '';
  return pages.find(({ location }) => address !== '' && location === address) ?? pages[0] ?? null;
}

async function decodePage({ body, charset }: MimePart, name: string): Promise<Outcome<string>> {
  const named = charset === null ? null : await decodeText(body, { name, charset });
  const decoded = named?.value ? named : await decodeText(body, { name });
  return { value: decoded.value?.text ?? null, problems: decoded.problems };
}

type Found = Pick<SourcePicture, 'part' | 'form' | 'key'>;

/** Pictures of the file by address (`https:`, `cid:`), relative ones seen from the page. */
function finder({ parts }: MimeFile, page: string): (address: string) => Found | null {
  const known = new Map<string, Found>();
  for (const { type, location, id, body } of parts) {
    const form = formOfType(type);
    if (form === null || body.length === 0) continue;
    const key = keyOf(body);
    const found = { part: `part:${key}`, form, key };
    for (const address of [location, id === '' ? '' : `cid:${id}`]) if (address !== '' && !known.has(address)) known.set(address, found);
  }
  return (address) => {
    const whole = URL.canParse(address, page || undefined) ? new URL(address, page || undefined).href : address;
    return known.get(whole) ?? known.get(address) ?? dataPicture(address);
  };
}

function faultOf(fault: MimeFault, name: string): Problem {
  if (fault === 'broken') return broken(name);
  const hint = 'Open the page in a browser, select the article’s text, and paste it.';
  const place = { file: name };
  if (fault === 'deep')
    return problem('intake/too-deep', { message: 'Parts stand inside each other too deep.', place, allowed: '10 levels', hint });
  return problem('intake/too-large', { message: 'The page is made of too many parts.', place, allowed: '3000 parts', hint });
}
