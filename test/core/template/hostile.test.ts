import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle, parseSourceText } from '../../../src/core/article/index.ts';
import { compose, parseBriefing } from '../../../src/core/briefing/index.ts';
import type { View } from '../../../src/core/briefing/types.ts';
import { readDeck } from '../../../src/core/deck/index.ts';
import { formatProblem, unwrap } from '../../../src/core/base/errors.ts';
import { plainText } from '../../../src/core/base/text.ts';
import { renderTemplate } from '../../../src/core/template/index.ts';
import { META } from '../../support/deck.ts';
import { builtInPack } from '../../support/pack.ts';
import { packTheme } from '../../support/theme.ts';

const content = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', '..', 'content', name), 'utf8');
const PACK = builtInPack();
const THEME = packTheme();

function sampleView(): View {
  const source = parseSourceText(content('river-port.source.txt'));
  const article = unwrap(parseArticle(content('river-port.md'), { file: 'river-port.md', source }));
  const briefing = unwrap(parseBriefing(content('river-port.briefing.yaml'), { file: 'b' }));
  return unwrap(
    compose(briefing, new Map([['river-port', { article, source, hash: '0' }]]), {
      file: 'b',
      forPresenter: true,
      stamp: '00000000',
      options: PACK.manifest.options,
    }),
  );
}
const VIEW = sampleView();

/** Fields that carry no words of an author. */
const STRUCTURE = new Set([
  'key',
  'kind',
  'align',
  'type',
  'date',
  'src',
  'url',
  'href',
  'language',
  'direction',
  'depth',
  'stamp',
  'options',
  'id',
  'article',
]);

/** The view with every text that an author wrote replaced. */
function filled(value: unknown, text: string, key = ''): unknown {
  if (STRUCTURE.has(key) && (typeof value === 'string' || key === 'align' || key === 'options')) return value;
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((item) => filled(item, text, key));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, text, name)]));
  return value;
}

const HOSTILE = [
  '<script>alert(1)</script>', '</section><section layout="own"><h2>x</h2>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '<!--', '-->', ']]>', '<![CDATA[x]]>', '<?xml version="1.0"?>', '<!DOCTYPE html>',
  '&lt;script&gt;', '&#60;script&#62;', '&amp;amp;', '&nonexistent;', '&', '<', '>', '< script', '<p', '</p', '<//>', '<>', '=', '`', '"', "'", 'a=b', 'data-at="x:1"', '\\u003cscript\\u003e', '\\',
  '{{deck.title}}', '{{{deck.title}}}', '{{#each items}}', '{{/if}}', '{{> title}}', '{{!--', '\\{{x}}', '${process.env}', '<%= x %>', '[[1]]', '[¶1]', '__proto__', 'constructor', 'null', 'undefined', '0', '-1', 'NaN', 'true',
  'javascript:alert(1)', 'data:text/html,<script>', '</style><style>*{display:none}', 'url(x)', 'expression(alert(1))', '@import "x"',
  'a\u0000b', 'a\u0007b\u001bc', 'a\ud83dc', '\udc00', 'a\ufffeb', 'a\u2028b\u2029c', '\u202eevil\u202c', 'a\u200bb', '\u00ad', '😀👩‍👩‍👧‍👦', 'שלום עולם', 'مرحبا بالعالم', '中文标题', 'e\u0301\u0327', 'ﬁﬂ', 'x'.repeat(3000), 'Ω≈ç√∫', '%00%0a', '../../etc/passwd', 'C:\\x', 'a\tb\nc\r\nd', '  spaced  ', '\ufdd01\ufdd2forged\ufdd3', 'x\ufdd2\ufdd3y\ufdd0',
]; // prettier-ignore

// The reader's own rule: no control characters, white space folded, no half characters.
const clean = (text: string) =>
  text
    // eslint-disable-next-line no-control-regex -- what the reader removes
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\ufdd0\ufdd1]\d+\ufdd2|[\ufdd0-\ufdd3]/g, '')
    .replace(/[ \t\r\n\u2028\u2029]+/g, ' ')
    .trim();

describe('hostile words in every field', () => {
  it.each(HOSTILE)('%j comes out as the text it is', (text) => {
    const markup = unwrap(renderTemplate(PACK, filled(VIEW, text) as View));
    const { value, problems } = readDeck(markup, { theme: THEME, meta: META, sources: VIEW.sources });
    expect(problems.map(formatProblem)).toEqual([]);
    expect(value?.slides).toHaveLength(
      unwrap(readDeck(unwrap(renderTemplate(PACK, VIEW)), { theme: THEME, meta: META, sources: VIEW.sources })).slides.length,
    );
    const title = value?.slides[0]?.title[0];
    expect(title && 'text' in title && title.text).toBe(clean(text));
    const agenda = value?.slides.find((slide) => slide.kind === 'agenda')?.blocks.find((placed) => placed.region === 'body')?.block;
    expect(agenda?.kind === 'items' && agenda.entries.map(({ head }) => plainText(head))).toEqual(VIEW.items.map(() => clean(text)));
  });
});
