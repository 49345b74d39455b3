import type { SourceEntry } from '../../../briefing/types.ts';
import type { Words } from '../../../briefing/words.ts';
import { handoverWordsFor, wordsFor } from '../../../briefing/index.ts';
import { EMPTY, escape, h, join, type Html } from '../html.ts';
import { fileLink, handoverDocument, list, section } from './page.ts';
import type { SourcesPage } from './types.ts';

function entry(source: SourceEntry, { paragraph, reworded }: Words): Html {
  const { authorLine, title, publisher, publishedText, url, excerpt } = source;
  const known = [authorLine, title, publisher, publishedText].filter((part) => part !== null && part !== '').join(', ');
  const place = source.paragraph === null ? '' : `, ${paragraph} ${source.paragraph}`;
  return h(
    'li',
    { value: source.number },
    h('span', { dir: 'auto' }, escape(`${known}${place}`)),
    url === null ? EMPTY : join([h('br', {}), h('a', { href: url, rel: 'noreferrer' }, h('bdi', {}, escape(url)))]),
    ...source.reworded.map((line) => h('p', {}, escape(`${reworded}: `), h('bdi', {}, escape(`“${line}”`)))),
    excerpt === null ? EMPTY : h('blockquote', { dir: 'auto' }, h('p', {}, escape(excerpt))),
  );
}

/** `sources.html` of a hand-over: the deck's sources by their numbers, with what may be quoted of them. */
export function writeHandoverSources(page: SourcesPage): string {
  const { language, sources, sourceTexts } = page;
  const words = wordsFor(language);
  return handoverDocument(
    page,
    words.sources,
    sources.length === 0 ? EMPTY : h('ol', {}, ...sources.map((source) => entry(source, words))),
    section(handoverWordsFor(language).sourceTexts, list(sourceTexts.map(({ path }) => fileLink(path)))),
  );
}
