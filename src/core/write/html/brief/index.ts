import { mayFollow } from '../../../base/address.ts';
import { withoutDirectionMarks } from '../../../base/bidi.ts';
import { sha256 } from '../../../base/hash.ts';
import type { Problem, Result } from '../../../base/errors.ts';
import type { Run } from '../../../base/text.ts';
import { ownRun, valueRuns } from '../../../brief/index.ts';
import type { Brief, BriefSource, BriefTopic } from '../../../brief/types.ts';
import { displayRuns, type DisplayRun } from '../../../layout/index.ts';
import type { FontLibrary } from '../../../layout/types.ts';
import { withDigest } from '../../digest.ts';
import { fontFaces } from '../fonts.ts';
import { marked, sourceLabel } from '../run.ts';
import { EMPTY, escape, h, join, ownText, type Html } from '../html.ts';
import { briefStyle } from './style.ts';

function shown(run: DisplayRun): Html {
  const { refs, text, href } = run;
  if (refs !== null) return sourceLabel(text, (number) => refs.includes(number));
  const html = run.quiet ? h('span', { class: 'unit' }, marked(run, text)) : marked(run, text);
  return href !== null && mayFollow(href) ? h('a', { href, rel: 'noreferrer' }, html) : html;
}

function inline(runs: readonly Run[]): Html {
  return join(displayRuns(runs).map(shown));
}

function own({ words }: Brief): Html {
  return inline([ownRun(words.ownLine)]);
}

function topic(brief: Brief, { headline, text, points, own: isOwn }: BriefTopic): Html {
  const said = isOwn ? own(brief) : EMPTY;
  const items: Html[] = [];
  for (let at = 0; at < points.length;) {
    const first = points[at];
    if (!first) break;
    const isOrdered = first.number !== null;
    const end = points.findIndex((point, i) => i > at && (point.number !== null) !== isOrdered);
    const list = points.slice(at, end === -1 ? undefined : end);
    const start = first.number !== null && first.number !== 1 ? first.number : null;
    items.push(h(isOrdered ? 'ol' : 'ul', { start }, ...list.map(({ runs }) => h('li', { class: 'text' }, inline(runs)))));
    at += list.length;
  }
  return h(
    'section',
    {},
    h('h2', { class: 'topic' }, inline(headline), text === null ? said : EMPTY),
    text === null ? EMPTY : h('p', { class: 'text' }, inline(text), said),
    ...items,
  );
}

function section(word: string, isEmpty: boolean, inner: Html): Html {
  return isEmpty ? EMPTY : h('section', {}, h('h2', { class: 'section' }, escape(word)), inner);
}

function source({ parts }: BriefSource): Html {
  return h(
    'li',
    { class: 'source' },
    ...parts.map(({ text, href, number }) => {
      if (href !== undefined) return h('a', { href, rel: 'noreferrer' }, h('bdi', {}, escape(text)));
      return number === undefined ? escape(text) : h('span', { id: `source-${number}` }, escape(text));
    }),
  );
}

function bodyOf(brief: Brief): Html {
  const { words, mark, stamp } = brief;
  const line = (element: string, style: string, text: string | null): Html =>
    text === null || text === '' ? EMPTY : h(element, { class: style }, escape(text));
  const version = `${words.version} ${stamp}`;
  return h(
    'body',
    {},
    h('header', {}, line('p', 'mark', mark)),
    h(
      'main',
      {},
      line('h1', 'title', brief.title),
      line('p', 'subtitle', brief.subtitle),
      line('p', 'facts', brief.facts),
      ...brief.topics.map((one) => topic(brief, one)),
      section(
        words.figures,
        brief.figures.length === 0,
        h(
          'dl',
          { class: 'figures' },
          ...brief.figures.map(({ label: about, ...figure }) =>
            h('div', {}, h('dt', { class: 'value' }, inline(valueRuns(figure))), h('dd', { class: 'label' }, inline(about))),
          ),
        ),
      ),
      section(
        words.dates,
        brief.dates.length === 0,
        h(
          'dl',
          { class: 'dates' },
          ...brief.dates.map(({ date, runs }) =>
            h('div', {}, h('dt', { class: 'date' }, escape(date)), h('dd', { class: 'event' }, inline(runs))),
          ),
        ),
      ),
      section(words.sources, brief.sources.length === 0, h('ul', { class: 'sources' }, ...brief.sources.map(source))),
      ...brief.disclaimers.map((text) => line('p', 'source', text)),
    ),
    h('footer', {}, line('p', 'footer', mark === null ? version : `${mark} · ${version}`)),
  );
}

/** Writes a brief as one HTML file that needs nothing else and runs nothing: a column on screens, one page on paper. */
export async function writeBriefHtml(brief: Brief, fonts: FontLibrary): Promise<Result<Uint8Array>> {
  const problems: Problem[] = [];
  const { title, language, direction, mark, stamp } = brief;
  const style = `${await fontFaces(brief.look, fonts)}${briefStyle(brief)}`;
  const hash = Buffer.from(sha256(style), 'hex').toString('base64');
  const head = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: `default-src 'none';style-src 'sha256-${hash}';font-src data:;base-uri 'none';form-action 'none'`,
    }),
    h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'generator', content: 'Lectern' }),
    h('meta', { name: 'version', content: stamp }),
    mark === null ? EMPTY : h('meta', { name: 'mark', content: mark }),
    h('title', {}, escape(withoutDirectionMarks(title))),
    h('style', {}, ownText(style)),
  );
  const text = `<!doctype html>\n${h('html', { lang: language, dir: direction }, head, bodyOf(brief))}\n`;
  return { value: withDigest(new TextEncoder().encode(text), 'html'), problems };
}
