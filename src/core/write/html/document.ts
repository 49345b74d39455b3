import { sha256 } from '../../base/hash.ts';
import type { FontLibrary, Scene } from '../../layout/types.ts';
import type { Context } from './context.ts';
import { sharedDecorations } from './decoration.ts';
import { fontFaces } from './fonts.ts';
import { EMPTY, escape, h, join, jsonText, ownText, withoutParagraphEnds, type Html } from './html.ts';
import { sharedImages } from '../../block/image/html.ts';
import { sharedProgress } from './progress.ts';
import { themeText } from './palette.ts';
import { sheetText } from './sheet.ts';
import { slideElement } from './slide.ts';
import { sources } from './sources.ts';

/** Our own script and styles, as the build made them. */
export interface OwnText {
  /** Runs before the first paint. */
  readonly early: string;
  readonly script: string;
  readonly style: string;
}

/** `@page` rules; one at a time holds, and the deck's script says which. */
function pageStyles(scene: Scene): { id: string; media: string; text: string }[] {
  const { width, height } = scene.theme.page;
  const font = 'font:9pt system-ui,sans-serif';
  const { mark } = scene.meta;
  // Paper is parted from its neighbours: each sheet bears the mark, of long notes too.
  const marked = mark === null ? '' : `@bottom-left{content:"${cssText(mark)}";${font};font-weight:700}`;
  const numbered = `${marked}@bottom-right{content:counter(page);${font}}`;
  return [
    { id: 'page-slides', media: 'not all', text: `@page{size:${width}pt ${height}pt;margin:0}` },
    { id: 'page-a4', media: 'print', text: `@page{size:A4;margin:14mm;${numbered}}` },
    { id: 'page-letter', media: 'not all', text: `@page{size:Letter;margin:14mm;${numbered}}` },
  ];
}

/** The mark below each slide's notes, once for all. It is no part of what a presenter is to say. */
function markBelowNotes({ mark }: Scene['meta']): string {
  return mark === null ? '' : `.notes::after{content:"${cssText(mark)}";display:block;font-weight:700}`;
}

/** Text in a CSS string: whatever is no letter of it by its number. */
function cssText(text: string): string {
  return text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
}

function hash(text: string): string {
  return `'sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}'`;
}

/** What the file may do: run and show what is in it, and nothing else. No request can leave it. */
function policy(styles: readonly string[], scripts: readonly string[]): string {
  return [
    `default-src 'none'`,
    `style-src ${styles.map(hash).join(' ')}`,
    `script-src ${scripts.map(hash).join(' ')}`,
    'img-src data:',
    'font-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join(';');
}

/** What the script needs to know of the deck besides its slides. */
function deckData(scene: Scene): Html {
  const { meta } = scene;
  const data = { stamp: meta.stamp, minutes: meta.forPresenter ? meta.minutes : null };
  return h('script', { type: 'application/json', id: 'deck-data' }, jsonText(data));
}

/** The recipe: what the deck was made from, so that `inspect` can tell. Only in the presenter's copy. */
function recipe(scene: Scene): Html {
  const { recipe: text, forPresenter } = scene.meta;
  if (!forPresenter || text === null) return EMPTY;
  return h('script', { type: 'application/json', id: 'deck-recipe' }, jsonText(JSON.parse(text)));
}

function colophon(scene: Scene): Html {
  const { meta } = scene;
  const facts = [meta.presenter, meta.audience, meta.date].filter((fact) => fact !== null && fact !== '').join(' · ');
  return h(
    'footer',
    { class: 'colophon' },
    meta.mark === null ? EMPTY : h('p', {}, h('strong', {}, escape(meta.mark))),
    facts === '' ? EMPTY : h('p', {}, escape(facts)),
    h('p', {}, escape(`Lectern · ${meta.stamp}`)),
  );
}

/** The whole file. Without scripts it is a page to read; with them, a deck to present. */
export async function documentText(scene: Scene, fonts: FontLibrary, context: Context, own: OwnText): Promise<string> {
  const slides = withoutParagraphEnds(join(scene.slides.map((slide) => slideElement(slide, context))));
  const shared = join([sharedImages(context), sharedDecorations(context), sharedProgress(context)]);
  const faces = await fontFaces(scene, fonts);
  const style = [faces, themeText(scene), sheetText(context.sheet.rules), markBelowNotes(scene.meta), own.style].join('\n');
  const pages = pageStyles(scene);
  const { meta } = scene;
  const head = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: policy([style, ...pages.map((page) => page.text)], [own.early, own.script]),
    }),
    h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'generator', content: 'Lectern' }),
    ...(meta.mark === null ? [] : [h('meta', { name: 'mark', content: meta.mark })]),
    h('meta', { name: 'color-scheme', content: scene.theme.variant === 'light' ? 'light dark' : 'dark light' }),
    h('title', {}, escape(meta.title)),
    h('style', {}, ownText(style)),
    ...pages.map((page) => h('style', { id: page.id, media: page.media }, ownText(page.text))),
    h('script', {}, ownText(own.early)),
  );
  const body = h(
    'body',
    {},
    h('main', { id: 'deck' }, h('h1', { class: 'unseen' }, escape(meta.title)), slides, sources(context)),
    colophon(scene),
    h('svg', { class: 'unseen', 'aria-hidden': 'true' }, h('defs', {}, shared)),
    deckData(scene),
    recipe(scene),
    h('script', {}, ownText(own.script)),
  );
  return `<!doctype html>\n${h('html', { lang: meta.language, dir: meta.direction, class: 'R' }, head, body)}\n`;
}
