import { describe, expect, it } from 'vitest';
import { draftToArticle, ingest } from '../../../../src/core/intake/index.ts';
import { readPublished } from '../../../../src/core/intake/metadata/published.ts';
import { readHeadLine } from '../../../../src/core/intake/metadata/head-line.ts';
import { parseArticle, writeArticle } from '../../../../src/core/article/index.ts';

const WORDS =
  'The guild of the ropemakers met in the long hall beside the river and spoke for three hours of hemp, of wages and of the new machine. ';
const TEXT = `<p>${WORDS}${WORDS}</p><p>${WORDS}The oldest of them, who had made ropes since he was nine, left before the end.</p>`;

async function publishedOf(file: string, name: string, latest?: string): Promise<string | null> {
  const { value, problems } = await ingest(new TextEncoder().encode(file), { name, ...(latest === undefined ? {} : { latest }) });
  expect(value, JSON.stringify(problems)).not.toBeNull();
  if (value === null) return null;
  const { article } = draftToArticle(value);
  expect(problems.some(({ code }) => code === 'intake/no-date')).toBe(article.published === null);
  return article.published;
}

const page = (head: string, body = ''): string =>
  `<html lang="en"><head><title>Rope</title>${head}</head><body><article><h1>Rope</h1>${body}${TEXT}</article></body></html>`;
const meta = (value: string): string => page(`<meta property="article:published_time" content="${value}">`);

describe('a day of publication', () => {
  it.each([
    ['2023-04-05', '2023-04-05'],
    ['2023-04', '2023-04'],
    ['2023', '2023'],
    ['20230405', '2023-04-05'],
    ['2023-4-5', '2023-04-05'],
    ['2023/04/05', '2023-04-05'],
    ['2023-04-05T23:30:00-05:00', '2023-04-05'],
    ['2023-04-05T00:15+02:00', '2023-04-05'],
    ['2023-04-05 00:15:22.123 UTC', '2023-04-05'],
    ['20230405T001500Z', '2023-04-05'],
    ['2023-04-05T17:40:00EET', '2023-04-05'],
    ['2023-04-05CET11:59:00+0100', '2023-04-05'],
    ['Wed, 05 Apr 2023 10:00:00 GMT', '2023-04-05'],
    ['April 5, 2023', '2023-04-05'],
    ['05.04.2023', '2023-04-05'],
    ['5. April 2023', '2023-04-05', 'de'],
    ['5 avril 2023 à 10 h', '2023-04-05', 'fr'],
    ['5 de abril de 2023', '2023-04-05', 'es'],
    ['5 апреля 2023 г.', '2023-04-05', 'ru'],
    ['2023年4月5日', '2023-04-05', 'zh'],
    ['٥ أبريل ٢٠٢٣', '2023-04-05', 'ar'],
    // A feed's English date on a page in another language.
    ['Wed, 05 Apr 2023 10:00:00 GMT', '2023-04-05', 'ru'],
    ['Published 5 April 2023, updated 9 May 2024', '2023-04-05'],
    ['Updated 9 May 2024 | Published 5 April 2023', '2023-04-05'],
  ])('is read from %s', (text, day, language = 'en') => {
    expect(readPublished(text, { language, order: 'dmy' })).toBe(day);
  });

  it.each([
    ['2023-4.5.6'],
    ['2023-02-30'],
    ['2023-02-30T10:00:00Z'],
    ['2023-13-01'],
    ['2023-00-10'],
    ['20230230'],
    ['31.02.2023'],
    ['30 February 2023'],
    ['0000'],
    ['0000-00-00 00:00:00'],
    ['0001-01-01T00:00:00Z'],
    ['2024-W10'],
    ['2024-W10-3'],
    ['2024W10'],
    ['2024-065'],
    ['9999-12-31'],
    ['1711929600'],
    ['1711929600000'],
    ['Tuesday'],
    ['10:45'],
    ['PT5M'],
    ['yesterday'],
    ['© 2023 The Courier'],
    ['Copyright 5 April 2023'],
    ['Volume 2023'],
    ['Updated: 5 April 2023'],
    ['Last modified on Wednesday, 5 April 2023'],
    ['Zuletzt aktualisiert am 5. April 2023', 'de'],
    ['Mis à jour le 5 avril 2023', 'fr'],
    ['Actualizado el 5 de abril de 2023', 'es'],
    ['Обновлено 5 апреля 2023', 'ru'],
    ['更新：2023年4月5日', 'zh'],
    ['{{ page.date }}'],
    ['NaN-NaN-NaN'],
    ['Invalid Date'],
    ['null'],
    [''],
  ])('is not %s', (text, language = 'en') => {
    expect(readPublished(text, { language, order: 'dmy' })).toBeNull();
  });
});

describe('what is saved as the day of publication', () => {
  it.each([
    ['a date that is none', meta('2023-4.5.6')],
    ['a day that is none', meta('2023-02-30')],
    ['the beginning of Unix time', meta('1970-01-01T00:00:00Z')],
    ['the same in another zone', meta('1969-12-31T19:00:00-05:00')],
    ['a week', meta('2024-W10')],
    [
      'a day of modification',
      page('<meta property="article:modified_time" content="2024-03-05T10:00:00Z"><meta name="last-modified" content="2024-03-05">'),
    ],
    ['a time of update', page('', '<p>Updated <time datetime="2024-03-05">5 March 2024</time></p>')],
    ['a time of update by its class', page('', '<time class="entry-updated" datetime="2024-03-05">5 March 2024</time>')],
    ['a line of update', page('', '<p>Updated: 5 March 2024</p>')],
    [
      'a time in the text',
      page('', `<p>The machine came on <time datetime="1889-03-31">31 March 1889</time>, and with it the noise. ${WORDS}</p>`),
    ],
    [
      'a comment’s time',
      page('', '').replace('</article>', '</article><div class="comments"><p>Ana <time datetime="2024-03-05">5 March</time></p></div>'),
    ],
    ['a weekday', page('', '<p class="date">Published: Tuesday</p>')],
    ['a copyright line', page('', '<p class="date">© 2023 The Courier</p>')],
    ['a number in the address', page('<link rel="canonical" href="https://example.org/news/20240305-1234/rope">')],
    ['an impossible day in the address', page('<link rel="canonical" href="https://example.org/2024/13/45/rope">')],
    ['no date', page('')],
  ])('is not %s', async (_, file) => {
    expect(await publishedOf(file, 'rope.html')).toBeNull();
  });

  it.each([
    ['an address', page('<link rel="canonical" href="https://example.org/2024/03/05/rope">')],
    ['the page’s own time', page('', '<p>By Ana Ruiz <time datetime="2024-03-05T10:00:00+01:00">5 March</time></p>')],
    ['a time without its attribute', page('', '<p><time>5 March 2024</time></p>')],
    [
      'the day beside that of the update',
      page('<meta property="article:modified_time" content="2025-01-01">', '<p>Published 5 March 2024 | Updated 1 January 2025</p>'),
    ],
  ])('is that of %s', async (_, file) => {
    expect(await publishedOf(file, 'rope.html')).toBe('2024-03-05');
  });

  it('is no day after the last that it can be', async () => {
    expect(await publishedOf(meta('2031-01-01'), 'rope.html', '2026-06-01')).toBeNull();
    expect(await publishedOf(meta('2026-06'), 'rope.html', '2026-06-01')).toBe('2026-06');
    expect(await publishedOf(meta('2027'), 'rope.html', '2026-06-01')).toBeNull();
    expect(await publishedOf(meta('2031-01-01'), 'rope.html')).toBe('2031-01-01');
  });

  it.each(['2023-02-30', 'soon', "''", '[2023]x', '0001-01-01T00:00:00Z', '2023-02-30 10:00:00 +0100', '{a: 1}'])(
    'is none for `date: %s` in front matter',
    async (date) => {
      expect(await publishedOf(`---\ntitle: Rope\ndate: ${date}\n---\n\n${WORDS}\n\n${WORDS}The end.\n`, 'rope.md')).toBeNull();
    },
  );

  it('names what was taken for none', async () => {
    const { problems } = await ingest(new TextEncoder().encode(meta('2023-4.5.6')), { name: 'rope.html' });
    expect(problems.find(({ code }) => code === 'intake/no-date')).toMatchObject({ received: '2023-4.5.6', place: { file: 'rope.html' } });
  });

  it('is none where a review that was begun earlier holds another thing', async () => {
    const { value } = await ingest(new TextEncoder().encode(meta('2023-04-05')), { name: 'rope.html' });
    const published = value?.meta.published;
    if (!value || !published) throw new Error('no date');
    const { article } = draftToArticle({ ...value, meta: { ...value.meta, published: { ...published, value: '2023-4.5.6' } } });
    expect(article.published).toBeNull();
  });
});

describe('a line above the text', () => {
  const line = (text: string): string | null | undefined => readHeadLine(text, { language: 'en' })?.published;

  it('tells the day of publication from that of an update', () => {
    expect(line('Posted 3 May 2023, updated 5 May 2024')).toBe('2023-05-03');
    expect(line('Updated 5 May 2024 | First published 3 May 2023')).toBe('2023-05-03');
    expect(line('Last updated: 5 May 2024')).toBeNull();
    expect(line('By Ana Ruiz | 3 May 2023')).toBe('2023-05-03');
  });
});

it.each(['2023-02-30', '2023-4.5.6', '2024-W10', '0000', 'soon'])(
  'an article whose `published` is %s is refused with its line',
  (value) => {
    const file = writeArticle({ ...EMPTY, published: null }).replace('language: en', `published: ${value}\nlanguage: en`);
    const line = file.split('\n').findIndex((own) => own.startsWith('published:')) + 1;
    const { problems } = parseArticle(file, { file: 'rope.md' });
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'article/front-matter',
        severity: 'error',
        place: expect.objectContaining({ file: 'rope.md', line }) as unknown,
      }),
    );
  },
);

const EMPTY = {
  id: 'rope',
  title: 'Rope',
  standfirst: null,
  authors: [],
  publisher: null,
  url: null,
  language: 'en',
  tags: [],
  actors: [],
  bio: null,
  disclaimer: null,
  mark: null,
  rights: null,
  source: null,
  extra: {},
  topics: [],
};
