import { createHash } from 'node:crypto';
import { writeInline } from '../../src/core/article/index.ts';
import type { Article, ArticleBlock, Point, Topic } from '../../src/core/article/types.ts';
import type { ArticleEntry, Briefing } from '../../src/core/briefing/types.ts';
import type { ImageAsset } from '../../src/core/deck/types.ts';
import { unwrap } from '../../src/core/base/errors.ts';
import { layOut } from '../../src/core/layout/index.ts';
import type { FontLibrary, Scene } from '../../src/core/layout/types.ts';
import { imageSources, makeDeck } from '../../src/core/pipeline/index.ts';
import type { Pack } from '../../src/core/template/types.ts';
import { builtInPack } from './pack.ts';

/** A picture of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const IMAGE: ImageAsset = { bytes: PIXEL, type: 'image/png', width: 1, height: 1, hash: createHash('sha256').update(PIXEL).digest('hex') };

/** The built-in pack with an option that a user types into, printed on a slide of its own. */
function packWithText(): Pack {
  const pack = builtInPack();
  const options = { ...pack.manifest.options, greeting: { type: 'text', label: 'Greeting', default: '' } as const };
  const deck = `${pack.deck}<section layout="text" kind="option"><h2>{{options.greeting}}: option</h2><p>{{options.greeting}}</p></section>`;
  return { ...pack, deck, manifest: { ...pack.manifest, options } };
}

const PACK = packWithText();

function blocksOf(text: string): ArticleBlock[] {
  const runs = [{ text: `${text} ` }, { refs: [1] }];
  const point = (children: readonly Point[] = []): Point => ({ runs, children });
  const date = { text, iso: null, about: false };
  return [
    { kind: 'paragraph', runs: [{ text, bold: true }, { text: ' ' }, { text, italic: true }] },
    { kind: 'points', ordered: false, items: [point([point()]), point()] },
    { kind: 'quotation', paragraphs: [[{ text }]], speaker: text, role: text, date, refs: [1] },
    { kind: 'timeline', events: [{ date, runs }] },
    { kind: 'figures', figures: [{ value: text, unit: text, label: runs }] },
    {
      kind: 'chart',
      type: 'bar' as const,
      title: text,
      unit: text,
      categoryTitle: text,
      categories: [text, 'b'],
      series: [{ name: text, values: [1, 2] }],
      refs: [],
    },
    { kind: 'table', title: text, align: ['start'], header: [[{ text }]], rows: [[[{ text }]]], total: false },
    {
      kind: 'image',
      src: 'x.png',
      alt: text,
      caption: text,
      credit: text,
      beside: [{ src: 'y.png', alt: text, caption: text, credit: text }],
    },
    { kind: 'notes', paragraphs: [[{ text }]] },
  ];
}

function articleOf(text: string): Article {
  const topic: Topic = { id: 't', idGiven: true, heading: text, summary: [{ text }, { refs: [1] }], blocks: blocksOf(text), line: 1 };
  return {
    id: 'a',
    title: text,
    standfirst: text,
    authors: [text],
    published: '2023-11-21',
    publisher: text,
    url: `https://example.org/?q=${encodeURIComponent(text)}`,
    language: 'en',
    tags: [text],
    actors: [text],
    bio: text,
    disclaimer: text,
    mark: text,
    rights: 'all',
    source: 'a.source.txt',
    extra: { note: text },
    topics: [topic],
  };
}

function briefingOf(text: string): Briefing {
  const line = writeInline([{ text }]);
  const overrides = { headline: line, summary: line, points: [], notes: line };
  return {
    title: text,
    subtitle: text,
    audience: text,
    presenter: text,
    date: '2024-01-15',
    minutes: 10,
    mark: text,
    language: 'en',
    template: PACK.name,
    options: { greeting: text },
    notes: { title: line, agenda: line, sources: line },
    items: [
      { kind: 'topic', article: 'a', topic: 't', depth: 'full', overrides: null },
      { kind: 'topic', article: 'a', topic: 't', depth: 'headline', overrides },
      { kind: 'own', id: 'o', title: text, body: `${line}\n` },
    ],
  };
}

/** A deck with this text in every field that article, briefing and template options have. */
export function hostileScene(text: string, fonts: FontLibrary): Scene {
  const entry: ArticleEntry = { article: articleOf(text), source: { paragraphs: [text] }, hash: '0'.repeat(64) };
  const input = { briefing: briefingOf(text), file: 'b.briefing.yaml', articles: new Map([['a', entry]]), pack: PACK, forPresenter: true };
  const { deck, theme } = unwrap(makeDeck(input));
  return unwrap(layOut(deck, theme, { fonts, images: new Map(imageSources(deck, theme).map((src) => [src, IMAGE])) }));
}
