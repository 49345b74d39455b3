import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle, parseSourceText } from '../../../src/core/article/index.ts';
import { parseBriefing } from '../../../src/core/briefing/index.ts';
import type { OptionValue } from '../../../src/core/briefing/types.ts';
import type { Deck } from '../../../src/core/deck/types.ts';
import { formatProblem, unwrap } from '../../../src/core/base/errors.ts';
import { makeDeck } from '../../../src/core/pipeline/index.ts';
import { checkPack } from '../../../src/core/template/index.ts';
import { plainText, refsOf } from '../../../src/core/base/text.ts';
import type { Pack } from '../../../src/core/template/types.ts';
import { articleScene } from '../../support/article-scene.ts';
import { builtInPack } from '../../support/pack.ts';

const content = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', '..', 'content', name), 'utf8');
const PACK = builtInPack();

const ALL = ['policy-brief', 'situation-report', 'talking-points'] as const;

interface Choice {
  readonly pack?: Pack;
  readonly forPresenter?: boolean;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

function sample(name: string, { pack = PACK, forPresenter = true, options = {} }: Choice = {}): Deck {
  const source = parseSourceText(content(`${name}.source.txt`));
  const article = unwrap(parseArticle(content(`${name}.md`), { file: `${name}.md`, source }));
  const briefing = { ...unwrap(parseBriefing(content(`${name}.briefing.yaml`), { file: name })), options };
  const articles = new Map([[name, { article, source, hash: '0' }]]);
  return unwrap(makeDeck({ briefing, file: name, articles, pack, forPresenter })).deck;
}

const titles = (deck: Deck) => deck.slides.map((slide) => plainText(slide.title));
const kinds = (deck: Deck) => deck.slides.map((slide) => slide.kind);
/** Every run of a deck's slides and notes. */
const words = (value: unknown) => JSON.stringify(value);

describe.each(ALL)('the pack %s', (packName) => {
  const pack = builtInPack(packName);

  it('has no fault that a check can find', () => {
    expect(checkPack(pack).map(formatProblem)).toEqual([]);
  });

  it.each(['south-caucasus', 'river-port'])('gives every slide of %s a title of its own and notes', (name) => {
    const deck = sample(name, { pack });
    expect(new Set(titles(deck)).size).toBe(deck.slides.length);
    expect(deck.slides.filter((slide) => slide.notes.length === 0).map((slide) => plainText(slide.title))).toEqual([]);
  });

  it('loses no words of a topic: each stands on a slide or in its notes', () => {
    const deck = sample('river-port', { pack });
    const all = deck.slides.map((slide) => words([slide.title, slide.blocks, slide.notes])).join(' ');
    const { topics } = unwrap(
      parseArticle(content('river-port.md'), { file: 'river-port.md', source: parseSourceText(content('river-port.source.txt')) }),
    );
    const texts = JSON.stringify(topics.map(({ summary, blocks }) => [summary, blocks])).matchAll(
      /"(?:text|value|unit|alt|caption|credit)":"((?:[^"\\]|\\.)*)"/g,
    );
    // Dates stand in the deck's language, spaces before references are the layout's business.
    const lost = [...texts].map((match) => (match[1] ?? '').trim()).filter((text) => !/^~?\d{4}/.test(text) && !all.includes(text));
    expect(lost).toEqual([]);
  });

  it('sets every option both ways without a fault', () => {
    for (const [name, option] of Object.entries(pack.manifest.options)) {
      if (option.type === 'boolean')
        for (const value of [true, false])
          expect(sample('river-port', { pack, options: { [name]: value } }).slides.length).toBeGreaterThan(5);
    }
  });

  it('makes a deck of one headline, and of right-to-left text', () => {
    const briefing = unwrap(parseBriefing('title: ت\nlanguage: ar\nitems:\n  - topic: a/b\n    depth: headline\n', { file: 'b' }));
    const article = unwrap(parseArticle('---\ntitle: عنوان\nlanguage: ar\n---\n\n## موضوع {#b}\n\nملخص.\n', { file: 'a.md' }));
    const { deck, theme } = unwrap(
      makeDeck({ briefing, file: 'b', articles: new Map([['a', { article, source: null, hash: '0' }]]), pack, forPresenter: true }),
    );
    expect(theme.direction).toBe('rtl');
    expect(kinds(deck)).toEqual(['title', 'points', 'sources']);
    expect(words(deck.slides[1])).toContain('ملخص');
  });
});

describe('the pack policy-brief', () => {
  it('makes a slide of every kind from the samples', () => {
    const made = new Set([...kinds(sample('south-caucasus')), ...kinds(sample('river-port', { options: { timeline: true } }))]);
    expect([...made].sort()).toEqual(
      ['agenda', 'chart', 'image', 'items', 'own', 'points', 'quotation', 'sources', 'table', 'timeline', 'title'].sort(),
    );
  });

  it('leads from the agenda to every topic and from a topic’s lines to sources that there are', () => {
    const deck = sample('south-caucasus');
    const agenda = deck.slides.find((slide) => slide.kind === 'agenda');
    const links = [...words(agenda).matchAll(/"href":"#([0-9a-f]{16})"/g)].map((match) => match[1]);
    const topics = new Set(deck.slides.flatMap((slide) => slide.topic ?? []));
    expect(links).toHaveLength(topics.size);
    expect(deck.slides.map((slide) => slide.id)).toEqual(expect.arrayContaining(links));
    const listed = (of: Deck) => of.slides.find((slide) => slide.kind === 'sources')?.blocks ?? [];
    // One entry for the article, then one for each of its topics, led to by its heading; the briefer’s own slides have none.
    const grouped = listed(deck).flatMap(({ block }) => (block.kind === 'items' ? block.entries : []));
    const served = [...words(grouped).matchAll(/"href":"#([0-9a-f]{16})"/g)].map((match) => match[1]);
    const ofArticle = deck.slides.flatMap(({ id, topic }) => (topic?.startsWith('south-caucasus/') && links.includes(id) ? [id] : []));
    expect([...served].sort()).toEqual([...ofArticle].sort());
    expect(grouped.length).toBe(1 + ofArticle.length);
    const numbered = sample('south-caucasus', { options: { numbers: true } });
    const list = listed(numbered)[0]?.block;
    expect(list?.kind === 'list' && list.items.length).toBe(numbered.sources.length);
    const numbers = numbered.slides.flatMap(({ blocks }) =>
      blocks.flatMap(({ block }) => (block.kind === 'list' ? block.items.flatMap(({ runs }) => refsOf(runs)) : [])),
    );
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter((number) => number < 1 || number > numbered.sources.length)).toEqual([]);
  });

  it('puts what the sources say into the notes, unless it is not wanted', () => {
    const excerpt = sample('south-caucasus').sources[0]?.excerpt ?? 'no excerpt';
    expect(words(sample('south-caucasus').slides[2]?.notes)).toContain(excerpt.slice(0, 40));
    expect(words(sample('south-caucasus', { options: { excerpts: false } }).slides)).not.toContain(excerpt.slice(0, 40));
  });

  it('has neither notes nor excerpts for the audience', () => {
    const deck = sample('south-caucasus', { forPresenter: false });
    expect(deck.slides.flatMap((slide) => slide.notes)).toEqual([]);
    expect(deck.sources.map((source) => source.excerpt)).toEqual(deck.sources.map(() => null));
  });

  it('keeps a figure’s hedge and its unit', () => {
    const [cover = [], ...others] = sample('south-caucasus').slides.map((slide) =>
      slide.blocks.flatMap(({ block }) => (block.kind === 'stats' ? block.stats.map(({ value, unit }) => `${value} ${unit}`) : [])),
    );
    const first = ['120,000 Armenians', '8 villages', 'at least 1 village'];
    expect(cover).toEqual(first);
    expect(others.flat()).toEqual([...first, 'up to 200 SS-21 missiles']);
  });

  it('leaves them off the cover where that is not wanted, and where there are none', async () => {
    expect(sample('south-caucasus', { options: { coverFigures: false } }).slides[0]?.layout).toBe('title');
    expect(sample('south-caucasus').slides[0]?.layout).toBe('title-figures');
    expect(
      (await articleScene({ articles: ['---\ntitle: A port\nlanguage: en\n---\n\n## The quay is full {#one}\n\nBarges wait.\n'] }))
        .slides[0]?.layout,
    ).toBe('title');
  });

  it('gives a topic without points one slide, its summary beside what it shows', () => {
    const slides = sample('river-port').slides.filter((slide) => slide.topic === 'river-port/warning');
    expect(slides.map((slide) => [slide.layout, slide.blocks.map((placed) => placed.region)])).toEqual([
      ['quotation-lead', ['source', 'lead', 'body']],
    ]);
  });

  it('leaves agenda out when it is not wanted, and adds the timeline of all topics when it is', () => {
    const deck = sample('river-port', { options: { agenda: false, timeline: true } });
    expect(kinds(deck).slice(0, 3)).toEqual(['title', 'timeline', 'points']);
  });

  it('carries lists with sub-points, numbers in charts and the total row of a table', () => {
    const blocks = sample('river-port', { options: { numbers: true } }).slides.flatMap((slide) =>
      slide.blocks.map((placed) => placed.block),
    );
    expect(blocks.some((block) => block.kind === 'list' && block.items.some((item) => item.level === 1))).toBe(true);
    expect(blocks.flatMap((block) => (block.kind === 'chart' ? [block.series[0]?.values] : []))[0]).toEqual([18000, 19000, 19500, 18500]);
    expect(blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.total) : []))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(blocks.flatMap((block) => (block.kind === 'table' ? refsOf(block.rows[0]?.cells[2] ?? []) : []))).toHaveLength(1);
  });
});

describe('the check of a pack', () => {
  it('says which kind of block no template reads', () => {
    const pack = builtInPack();
    const without = (text: string): string => text.replaceAll(/\bchart\b/g, 'image').replaceAll('image.title', 'image.caption');
    const partials = new Map([...pack.partials].filter(([name]) => name !== 'block/chart').map(([name, text]) => [name, without(text)]));
    const unread = (changed: Pack): (string | undefined)[] =>
      checkPack(changed).flatMap(({ code, allowed }) => (code === 'template/kind-unread' ? [allowed] : []));
    expect(unread({ ...pack, partials })).toEqual(['chart, charts']);
    const alone = new Map(
      [...pack.partials].map(([name, text]) => [
        name,
        text.replaceAll(/\{\{#each beside.*?\{\{\/each\}\}/g, '').replaceAll('image.beside', 'image.caption'),
      ]),
    );
    expect(unread({ ...pack, partials: alone })).toEqual(['beside']);
    const none = { ...pack, partials: new Map<string, string>(), deck: '<section layout="own"><h2>{{deck.title}}</h2></section>' };
    expect(unread(none)).toEqual([]);
  });
});
