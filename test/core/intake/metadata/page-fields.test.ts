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
  ])('%s: %s', async (line, authors) => {
    expect((await fieldsOf('', line)).authors).toEqual(authors);
  });
});

describe('a section’s name above the title', () => {
  it('is not the title', async () => {
    const text = `OPINION\n\nWhy the weir will hold\n\nBy Hanne Moll\n\n14 September 2023\n\n${TEXT.replace(/<\/?p>/g, '\n\n')}`;
    const { value } = await ingest(new TextEncoder().encode(text), { name: 'a.txt' });
    expect(value?.meta.title?.value).toBe('Why the weir will hold');
  });
});
