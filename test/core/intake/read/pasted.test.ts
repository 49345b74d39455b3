import { describe, expect, it } from 'vitest';
import { ingest } from '../../../../src/core/intake/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const SELECTED = '<h2>Night crossing ends</h2><p>The ferry stops in June.</p>';

describe('a selection pasted from a page', () => {
  it.each([
    ['bare', SELECTED],
    ['behind a character set', `<meta charset='utf-8'>${SELECTED}`],
    ['in a page’s skeleton, as Windows hands it on', `<html><body>\n<!--StartFragment-->${SELECTED}<!--EndFragment-->\n</body></html>`],
  ])('is an article however short: %s', async (_, html) => {
    const { value } = await ingest(bytes(html), { name: 'pasted', declaredType: 'text/html' });
    expect(value?.meta.title?.value).toBe('Night crossing ends');
    expect(value?.blocks.filter(({ role }) => role === 'body').map(({ text }) => text)).toEqual(['The ferry stops in June.']);
  });

  it('of links alone is none', async () => {
    const links = Array.from({ length: 30 }, (_, n) => `<li><a href="/${n}">Section ${n}</a></li>`).join('');
    const { value, problems } = await ingest(bytes(`<ul>${links}</ul>`), { name: 'pasted', declaredType: 'text/html' });
    expect(value).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['intake/no-article']);
  });
});
