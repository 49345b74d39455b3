import type { SourceEntry } from '../../briefing/types.ts';
import type { Scene } from '../../layout/types.ts';
import type { Context } from './context.ts';
import { EMPTY, escape, h, join, type Html } from './html.ts';

const SAFE_ADDRESS = /^https?:\/\//i;

function entry(source: SourceEntry, scene: Scene): Html {
  const word = scene.meta.words['paragraph'] ?? 'paragraph';
  const title =
    source.url !== null && SAFE_ADDRESS.test(source.url)
      ? h('a', { href: source.url, target: '_blank', rel: 'noreferrer' }, escape(source.title))
      : escape(source.title);
  const facts = [
    source.publisher,
    source.publishedText ?? source.published,
    source.paragraph === null ? null : `${word} ${source.paragraph}`,
  ];
  const rest = facts.filter((fact) => fact !== null && fact !== '').join(', ');
  const excerpt = scene.meta.forPresenter && source.excerpt !== null ? h('blockquote', {}, h('p', {}, escape(source.excerpt))) : EMPTY;
  return h(
    'li',
    { id: `source-${source.number}`, value: source.number },
    h(
      'p',
      {},
      source.authorLine === '' ? EMPTY : escape(`${source.authorLine}: `),
      source.isNote ? title : h('cite', {}, title),
      rest === '' ? EMPTY : escape(`, ${rest}`),
    ),
    excerpt,
  );
}

/** Every source with its article and, in the presenter's copy, its words: what a reference on a slide leads to. */
export function sources(context: Context): Html {
  const { scene, sheet } = context;
  if (scene.sources.length === 0) return EMPTY;
  const title = scene.meta.words['sources'] ?? 'Sources';
  const titleStyle = scene.theme.styles['title']?.levels[0];
  return h(
    'section',
    { id: 'sources', 'aria-labelledby': 'sources-title' },
    h('h2', { id: 'sources-title', class: titleStyle ? sheet.text(titleStyle) : null }, escape(title)),
    h('ol', {}, join(scene.sources.map((source) => entry(source, scene)))),
  );
}
