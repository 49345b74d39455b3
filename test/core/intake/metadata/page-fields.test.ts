import { describe, expect, it } from 'vitest';
import { ingest } from '../../../../src/core/intake/index.ts';

const TEXT = [
  'The parish of Varn has a new weir, which is to hold back the flood for the first time, and everybody is afraid of the day on which it must.',
  'The work took three years and twelve million crowns, more than twice what the engineers had reckoned with when the first stone was set.',
  'A second weir will follow if the province pays half of it, as the governor has promised and the newspapers have doubted ever since.',
]
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('');

async function fieldsOf(head: string, line: string): Promise<{ date: string | null; authors: readonly string[] }> {
  const page = `<html lang="en"><head><title>A weir for Varn</title>${head}</head><body><article><h1>A weir for Varn</h1>${line}${TEXT}</article></body></html>`;
  const { value } = await ingest(new TextEncoder().encode(page), { name: 'a.html' });
  return { date: value?.meta.published?.value ?? null, authors: value?.meta.authors?.value ?? [] };
}

describe('the day and the author of a page', () => {
  it.each([
    ['', '<div class="m">Varn, 14.09.2023 – 10:15</div>', '2023-09-14'],
    ['', '<p>Published: <span data-published="2023-09-14T10:00:00Z" class="date">a while ago</span></p>', '2023-09-14'],
    ['<meta name="publication_date" content="2023-09-14">', '', '2023-09-14'],
    ['<script type="application/ld+json">{"@type":"WebPage","datePublished":"2023-09-14T22:00:00Z"}</script>', '', '2023-09-14'],
    ['', '<p class="x">Updated: 14.09.2023</p>', null],
    ['', '<p class="x">© 14.09.2023 Varn</p>', null],
    // The reader's own day counts, not the machine's in UTC.
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-09-15T03:10:00Z"}</script>',
      '<p>September 14, 2023 at 10:10 p.m.</p>',
      '2023-09-14',
    ],
    ['<meta property="article:published_time" content="2023-09-15T03:10:00+00:00">', '', '2023-09-15'],
    // What readers are shown, and a second source agrees with, counts more than one source alone.
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-02-01"}</script><meta property="article:published_time" content="2023-09-14T09:00:00+02:00">',
      '<p>14.09.2023</p>',
      '2023-09-14',
    ],
    ['<meta name="date" content="09/08/2023 10:00">', '<p>Created on 8 September 2023</p>', '2023-09-08'],
    ['<meta name="date" content="2023-09-14 20:29:58  Source: Varn Courier">', '', '2023-09-14'],
    ['<script type="application/ld+json"><![CDATA[{"@type":"Article","datePublished":"2023-09-14T06:00"}]]></script>', '', '2023-09-14'],
    [
      '<script type="application/ld+json">{"@type":"Article","articleBody":"one\ntwo","datePublished":"2023-09-14"}</script>',
      '',
      '2023-09-14',
    ],
    ['', '<p>14.09.23</p>', '2023-09-14'],
    ['', '<p><span>Created on</span><span>14.09.2023</span></p>', '2023-09-14'],
    ['', '<p class="post_date date updated">September 14, 2023</p>', '2023-09-14'],
    ['', '<p>14.09.2023 – The new weir of Varn is shut for the first time, and those below it have been told.</p>', '2023-09-14'],
    ['', '<div>Next meeting on 14 September 2023 at 7 p.m. in the mill</div>', null],
    ['', '<div>Registered: 14 September 2023</div>', null],
    ['', '<div>Odo Lund (born 14 September 1975) is a writer of the valley.</div>', null],
    ['', '<div id="sidebar"><header><h1>A weir for Varn</h1><time datetime="2023-09-14">then</time></header></div>', '2023-09-14'],
    ['', '<div>the lock is shut 14.09.2023</div><div>the mill is shut 15.09.2023</div><div>the hall is shut 16.09.2023</div>', null],
  ])('%s%s: %s', async (head, line, date) => {
    expect((await fieldsOf(head, line)).date).toBe(date);
  });

  it.each([
    ['<div><a rel="author" href="/a">tine</a></div>', ['tine']],
    ['<div class="post-author">by <span class="author-name">Hanne Moll</span></div>', ['Hanne Moll']],
    ['<div class="info">14.09.2023 | Von Hanne Moll</div>', ['Hanne Moll']],
    ['<div class="author">Newsroom</div>', []],
    ['<div class="comments"><span class="author">Odo Lund</span></div>', []],
    ['<div class="byline">Published by</div>', []],
    ['<div class="byline"><b>Hanne Moll</b> | Published 3 hours ago</div>', ['Hanne Moll']],
    ['<div class="author">Interview: Hanne Moll</div>', ['Hanne Moll']],
    ['<div class="author">14 September 2023</div>', []],
    ['<div class="author">Follow</div><div class="byline-box">Hanne Moll</div>', ['Hanne Moll']],
    ['<div class="author">Hanne Moll, PhD</div>', ['Hanne Moll']],
    ['<div class="author">Hanne Moll (with Odo Lund)</div>', ['Hanne Moll']],
    ['<div class="author">Hanne Moll, 21. Jan. 2023</div>', ['Hanne Moll']],
    ['<div class="byline">AuthorHanne Moll</div>', ['Hanne Moll']],
    ['<div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">tine</span></span></div>', ['tine']],
    ['<div class="author">Varn.example</div>', []],
    ['<div class="author">Varn Water GmbH</div>', []],
    ['<p>By Hanne Moll September 14, 2023</p>', ['Hanne Moll']],
    ['<p>Kept dry by higher walls</p>', []],
    ['<p class="submitted">Submitted by <span class="username">tine</span> on 14 September 2023</p>', ['tine']],
    ['<p><a href="/author/hanne-moll/">Hanne Moll</a> · Rivers</p>', ['Hanne Moll']],
    ['<div class="comments"><span itemprop="author">Odo Lund</span></div>', []],
  ])('%s: %s', async (line, authors) => {
    expect((await fieldsOf('', line)).authors).toEqual(authors);
  });
});

describe('the author that a page’s head names', () => {
  const ld = (author: string): string => `<script type="application/ld+json">{"@type":"NewsArticle","author":${author}}</script>`;
  it.each([
    // The paper itself is no author.
    [`<meta property="og:site_name" content="Varn Courier Online">${ld('"Varn Courier Online"')}`, '', []],
    [ld('{"@type":"Organization","name":"Valley Wire"}'), '<p class="byline">Hanne Moll</p>', ['Hanne Moll']],
    [ld('{"name":"Hanne"}'), '<p class="byline">Hanne Moll</p>', ['Hanne Moll']],
    [ld('{"name":"hannemoll"}'), '<p class="byline">Hanne Moll</p>', ['Hanne Moll']],
    [ld('{"name":"Hanne Moll"}'), '<p class="byline">Hanne Moll, Odo Lund</p>', ['Hanne Moll', 'Odo Lund']],
    [ld('"No Author"'), '', []],
    ['<meta name="author" content="Varn Courier - Hanne Moll">', '', ['Hanne Moll']],
    // Who writes a site of their own has its name.
    ['<meta property="og:site_name" content="tine">', '<a rel="author" href="/a">tine</a>', ['tine']],
    ['<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Hanne Moll">', '', ['Hanne Moll']],
    [
      '<script type="application/ld+json">{"@type":"Recipe","datePublished":"2023-09-14","author":{"name":"Hanne Moll"}}</script>',
      '',
      ['Hanne Moll'],
    ],
  ])('%s%s: %s', async (head, line, authors) => {
    expect((await fieldsOf(head, line)).authors).toEqual(authors);
  });

  it('stands below the text', async () => {
    const page = (end: string): string =>
      `<html lang="en"><head><title>A weir for Varn</title></head><body><article><h1>A weir for Varn</h1>${TEXT}${end}</article></body></html>`;
    const authors = async (end: string): Promise<readonly string[]> =>
      (await ingest(new TextEncoder().encode(page(end)), { name: 'a.html' })).value?.meta.authors?.value ?? [];
    expect(await authors('<p><strong>Author: Hanne Moll, warden of the weir.</strong></p>')).toEqual(['Hanne Moll']);
    expect(await authors('<p><b><i>Hanne Moll</i></b></p>')).toEqual(['Hanne Moll']);
    expect(await authors('<p>Text: Hanne Moll</p>')).toEqual(['Hanne Moll']);
    expect(await authors('<p>Photo: Hanne Moll</p>')).toEqual([]);
  });
});

describe('a section’s name above the title', () => {
  it('is not the title', async () => {
    const text = `OPINION\n\nWhy the weir will hold\n\nBy Hanne Moll\n\n14 September 2023\n\n${TEXT.replace(/<\/?p>/g, '\n\n')}`;
    const { value } = await ingest(new TextEncoder().encode(text), { name: 'a.txt' });
    expect(value?.meta.title?.value).toBe('Why the weir will hold');
  });
});
