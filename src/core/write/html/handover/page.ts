import { sha256 } from '../../../base/hash.ts';
import { escape, h, join, ownText, EMPTY, type Html } from '../html.ts';
import type { HandoverPage } from './types.ts';

/** For screens of any width, in light and dark, and for paper. No script, no font of its own. */
const STYLE = [
  ':root{color-scheme:light dark;--ink:#1c1b19;--quiet:#5b5750;--paper:#fcfbf9;--line:#d9d5cc;--link:#1d4f91;--mark:#9b1c1c}',
  '@media(prefers-color-scheme:dark){:root{--ink:#eceae5;--quiet:#b3aea4;--paper:#1b1a18;--line:#45423c;--link:#9cc2f5;--mark:#ff9d94}}',
  'body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}',
  'main{max-width:44rem;margin:0 auto;padding:2rem 1.25rem 3rem}',
  'h1{font-size:1.75rem;line-height:1.25;margin:.5rem 0 1rem}',
  'h2{font-size:1.05rem;margin:2rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line)}',
  '.mark{color:var(--mark);font-weight:700;margin:0}',
  'footer.mark{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--line)}',
  '.quiet,dt{color:var(--quiet)}',
  'a{color:var(--link);overflow-wrap:anywhere}',
  'a:focus-visible{outline:2px solid;outline-offset:2px}',
  'ul,ol{padding-inline-start:1.25rem}',
  'li{margin:.35rem 0}',
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}',
  'dd{margin:0;overflow-wrap:anywhere}',
  'blockquote{margin:.35rem 0;padding-inline-start:.9rem;border-inline-start:3px solid var(--line)}',
  '@media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}',
  '@media print{main{max-width:none;padding:0}}',
].join('\n');

const POLICY = `default-src 'none';style-src 'sha256-${Buffer.from(sha256(STYLE), 'hex').toString('base64')}';base-uri 'none';form-action 'none'`;

type Head = Pick<HandoverPage, 'title' | 'mark' | 'language' | 'direction'>;

/** A page of a hand-over: the mark stands at both its ends. */
export function handoverDocument({ title, mark, language, direction }: Head, name: string | null, ...body: readonly Html[]): string {
  const heading = name === null ? title : `${name} – ${title}`;
  const marked = (element: 'p' | 'footer'): Html => (mark === null ? EMPTY : h(element, { class: 'mark', dir: 'auto' }, escape(mark)));
  const head = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'generator', content: 'Lectern' }),
    mark === null ? EMPTY : h('meta', { name: 'mark', content: mark }),
    h('title', {}, escape(heading)),
    h('style', {}, ownText(STYLE)),
  );
  const main = h('main', {}, marked('p'), h('h1', { dir: 'auto' }, escape(heading)), join(body), marked('footer'));
  return `<!doctype html>\n${h('html', { lang: language, dir: direction }, head, h('body', {}, main))}\n`;
}

/** A section under its heading; nothing where it would be empty. */
export function section(heading: string, ...parts: readonly Html[]): Html {
  const inner = join(parts);
  return inner === '' ? EMPTY : h('section', {}, h('h2', {}, escape(heading)), inner);
}

export function list(items: readonly Html[]): Html {
  return items.length === 0 ? EMPTY : h('ul', {}, ...items.map((item) => h('li', {}, item)));
}

/** Terms with what they stand for; those without are left out. */
export function facts(entries: readonly (readonly [term: string, value: Html | null])[]): Html {
  const shown = entries.flatMap(([term, value]) => (value === null ? [] : [h('dt', {}, escape(term)), h('dd', {}, value)]));
  return shown.length === 0 ? EMPTY : h('dl', {}, ...shown);
}

/** Words of either direction in a row, each keeping its own. */
export function dotted(parts: readonly string[]): Html {
  return join(parts.flatMap((part, i) => [escape(i === 0 ? '' : ' · '), h('bdi', {}, escape(part))]));
}

/** A link to a file beside the page. */
export function fileLink(path: string): Html {
  const address = path.split('/').map(encodeURIComponent).join('/');
  return h('a', { href: `./${address}` }, h('bdi', {}, escape(path)));
}
