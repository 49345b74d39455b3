import { describe, expect, it } from 'vitest';
import { LANGUAGES, handoverWordsFor } from '../../../../src/core/briefing/index.ts';
import { fontsNote, writeHandoverIndex, writeHandoverSources } from '../../../../src/core/write/html/index.ts';
import type { HandoverPage, SourcesPage } from '../../../../src/core/write/html/handover/types.ts';
import { articleScene } from '../../../support/article-scene.ts';

const file = (path: string, bytes = 1234) => ({ path, bytes });
const PAGE: HandoverPage = {
  title: 'The port',
  mark: 'INTERNAL',
  language: 'en',
  direction: 'ltr',
  stamp: '0123abcd',
  day: '2026-03-05',
  to: 'The minister',
  presenter: [file('port.pptx'), file('port.html')],
  audience: [file('port.audience.pptx'), file('port.handout.pdf', 2_345_678)],
  brief: [],
  lacksPdf: false,
  sources: file('sources.html'),
  sourceTexts: [file('sources/port.source.txt')],
  fonts: { inside: [{ family: 'Calibri', shownBy: 'Carlito' }], needed: ['Calibri'], lacking: ['Futura'] },
  checksums: 'SHA256SUMS',
  changes: null,
};
const shown = (html: string): string =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const links = (html: string): string[] => Array.from(html.matchAll(/ href="?([^" >]+)/g), ([, to = '']) => to);

describe('the page that opens a hand-over', () => {
  it('says what is in it, for whom, with the mark at both ends, and leads to each file and nowhere else', () => {
    const html = writeHandoverIndex(PAGE);
    expect(shown(html)).toBe(
      ' INTERNAL The port Handed over 5 March 2026 To The minister Version 0123abcd ' +
        'For the presenter port.pptx PowerPoint · with notes and sources · 1 kB port.html HTML · with notes and sources · 1 kB ' +
        'For the audience port.audience.pptx PowerPoint · without notes · 1 kB port.handout.pdf PDF · Handout · 2.3 MB ' +
        'Sources sources.html HTML · 1 kB sources/port.source.txt Text · Source texts · 1 kB ' +
        'Fonts In the HTML files and the PDF Calibri (Carlito) Needed on the machine for PowerPoint Calibri In none of the files Futura ' +
        'Checksums SHA256SUMS · SHA-256 INTERNAL ',
    );
    const files = [...PAGE.presenter, ...PAGE.audience, PAGE.sources, ...PAGE.sourceTexts].map(({ path }) => `./${path}`);
    expect(links(html)).toEqual([...files, './SHA256SUMS']);
    expect(html).not.toMatch(/<script| on\w+=|https?:/);
    expect(html).toContain('default-src &#39;none&#39;');
  });

  it('leaves out what there is none of, and says that there is no PDF', () => {
    const html = writeHandoverIndex({ ...PAGE, mark: null, to: null, presenter: [], sourceTexts: [], lacksPdf: true });
    expect(shown(html)).not.toMatch(/INTERNAL| To |For the presenter|Source texts/);
    expect(shown(html)).toContain('No PDF: there was nothing to print one with.');
    expect(html).not.toContain('name=mark');
  });

  it('names what changed, and since when', () => {
    const html = writeHandoverIndex({ ...PAGE, changes: { since: '2026-03-02', file: file('changes.txt') } });
    expect(shown(html)).toContain('What has changed (2 March 2026) changes.txt Text · 1 kB');
  });

  it.each([
    ['de', 'ltr', 'Übergeben 5. März 2026', 'Für den Vortrag'],
    ['ar', 'rtl', 'تاريخ التسليم', 'لمقدّم العرض'],
    ['zh-Hans', 'ltr', '2026年3月5日', '供演讲者使用'],
    ['qaa', 'ltr', 'Handed over', 'For the presenter'],
  ] as const)('is in the deck’s language: %s', (language, direction, ...words) => {
    const html = writeHandoverIndex({ ...PAGE, language, direction });
    expect(html).toContain(`<html lang=${language} dir=${direction}>`);
    for (const word of words) expect(shown(html)).toContain(word);
  });

  it('has every label in every language that Lectern has words in', () => {
    for (const language of LANGUAGES) {
      const labels = Object.values(handoverWordsFor(language));
      expect(labels.filter((label) => typeof label !== 'string' || label === '')).toEqual([]);
      expect(labels).toHaveLength(Object.keys(handoverWordsFor('en')).length);
      if (language !== 'en') expect(handoverWordsFor(language).forPresenter).not.toBe(handoverWordsFor('en').forPresenter);
    }
  });

  it('shows whatever words it is given, and runs none', () => {
    const hostile = `"><script>alert(1)</script>&#x202E;'`;
    const html = writeHandoverIndex({ ...PAGE, title: hostile, mark: hostile, to: hostile, presenter: [file('a b#?%/ü&"<i>.pptx')] });
    expect(html).not.toMatch(/<script|<i>/);
    expect(links(html)[0]).toBe('./a%20b%23%3F%25/%C3%BC%26%22%3Ci%3E.pptx');
  });
});

describe('the list of sources', () => {
  const SOURCES: SourcesPage = {
    title: 'The port',
    mark: null,
    language: 'en',
    direction: 'ltr',
    sourceTexts: [],
    sources: [
      {
        number: 1,
        article: 'port',
        authors: ['Ana Ruiz'],
        authorLine: 'Ana Ruiz',
        title: 'The lock',
        publisher: 'The Review',
        published: '2026-01',
        publishedText: 'January 2026',
        url: 'https://example.org/?a=1&b=2',
        paragraph: 3,
        excerpt: 'It is closed.',
        reworded: ['It is shut.'],
        isNote: false,
      },
      {
        ...{ number: 2, article: 'own', authors: [], authorLine: '', title: 'A footnote', publisher: null, published: null },
        ...{ publishedText: null, url: null, paragraph: null, excerpt: null, reworded: [], isNote: true },
      },
    ],
  };

  it('has each by its number, with where it stands and what may be quoted', () => {
    const html = writeHandoverSources(SOURCES);
    expect(shown(html)).toBe(
      ' Sources – The port Ana Ruiz, The lock, The Review, January 2026, paragraph 3 https://example.org/?a=1&amp;b=2 reworded by hand: “It is shut.” It is closed. A footnote ',
    );
    expect(html).toContain('<li value=1>');
    expect(html.match(/<blockquote/g)).toHaveLength(1);
  });
});

describe('the note on fonts', () => {
  const scene = (language: string, word: string) =>
    articleScene({ articles: [`---\ntitle: ${word}\nlanguage: ${language}\n---\n\n## ${word} {#a}\n\n${word}\n`] });

  it('tells what is in the files from what the machine must have', async () => {
    const { inside, needed, lacking } = fontsNote(await scene('en', 'Ships wait'));
    expect(inside).toEqual([
      { family: 'Calibri', shownBy: 'Carlito' },
      { family: 'Georgia', shownBy: 'Gelasio' },
    ]);
    expect(needed).toEqual(['Calibri', 'Georgia']);
    expect(lacking).toEqual([]);
  });

  it('names the fonts of a complex script where the deck has one', async () => {
    expect(fontsNote(await scene('ar', 'السفن')).needed).toContain('Arial');
    expect(fontsNote(await scene('en', 'Ships')).needed).not.toContain('Arial');
  });
});
