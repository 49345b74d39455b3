import { isWebAddress } from '../../base/address.ts';
import { directionOfProse, lettersOf, type Direction } from '../../base/bidi.ts';
import type { SourceEntry } from '../../briefing/types.ts';
import type { Scene } from '../../layout/types.ts';
import type { Context } from './context.ts';
import { EMPTY, escape, h, join, type Html } from './html.ts';

/** A value among others, by itself where its letters run another way than the deck. */
function value(text: string, deck: Direction): Html {
  const letters = lettersOf(text);
  return letters === null || letters === deck ? escape(text) : h('bdi', { dir: letters === 'both' ? deck : letters }, escape(text));
}

function excerptOf({ excerpt }: SourceEntry, { meta }: Scene): Html {
  if (!meta.forPresenter || excerpt === null) return EMPTY;
  const direction = directionOfProse(excerpt, meta.direction);
  return h('blockquote', { dir: direction === meta.direction ? null : direction }, h('p', {}, escape(excerpt)));
}

/** Lines that rest on it and say it in a person's words. */
function rewordedOf({ reworded }: SourceEntry, { meta }: Scene): Html {
  const word = meta.words['reworded'] ?? 'reworded by hand';
  return join(reworded.map((text) => h('p', {}, escape(`${word}: `), value(`“${text}”`, meta.direction))));
}

function entry(source: SourceEntry, index: number, scene: Scene): Html {
  const { direction } = scene.meta;
  const word = scene.meta.words['paragraph'] ?? 'paragraph';
  const title =
    source.url !== null && isWebAddress(source.url)
      ? h('a', { href: source.url, target: '_blank', rel: 'noreferrer' }, value(source.title, direction))
      : value(source.title, direction);
  const facts = [
    source.publisher,
    source.publishedText ?? source.published,
    source.paragraph === null ? null : `${word} ${source.paragraph}`,
  ];
  const rest = facts.filter((fact): fact is string => fact !== null && fact !== '');
  return h(
    'li',
    { id: `source-${source.number}`, value: source.number === index + 1 ? null : source.number },
    h(
      'p',
      {},
      source.authorLine === '' ? EMPTY : join([value(source.authorLine, direction), escape(': ')]),
      source.isNote ? title : h('cite', {}, title),
      ...rest.flatMap((fact) => [escape(', '), value(fact, direction)]),
    ),
    excerptOf(source, scene),
    rewordedOf(source, scene),
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
    h('ol', {}, join(scene.sources.map((source, index) => entry(source, index, scene)))),
  );
}
