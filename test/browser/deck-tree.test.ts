import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { articleScene } from '../support/article-scene.ts';
import { builtScene } from '../support/built-scene.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser } from '../support/deck-page.ts';
import { DIVIDED_DECK } from '../support/words-deck.ts';

/** The struts of lines are spaces to a snapshot; the browser's own tree has none (below). */
async function treeOf(page: Page, selector: string): Promise<string> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.l::after { content: none !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  return page.locator(selector).ariaSnapshot();
}

/** What a screen reader finds, as text that a person can read through: `vitest -u` writes it anew. */
describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-tree'))('the accessibility tree of a deck', () => {
  const { file, open } = deckBrowser();
  const scene = () => builtScene('river-port', 'policy-brief', { numbers: true });

  it.each([
    ['cover', 'title'],
    ['agenda', 'agenda'],
    ['chart', 'chart'],
    ['timeline', 'timeline'],
    ['table', 'table'],
  ])('of a slide: %s', async (name, kind) => {
    const made = await scene();
    const number = made.slides.find((slide) => slide.kind === kind)?.number ?? 1;
    const { page } = await open(`${await file(made)}#${number}`);
    await expect(`${await treeOf(page, '.slide.on')}\n`).toMatchFileSnapshot(`tree/slide-${name}.txt`);
  });

  it('has words whole that the end of a line divides, by the browser’s own count', async () => {
    const made = await articleScene(DIVIDED_DECK);
    const number = made.slides.find(({ kind }) => kind === 'table')?.number ?? 1;
    const { page, context } = await open(`${await file(made)}#${number}`);
    const { nodes } = await (await context.newCDPSession(page)).send('Accessibility.getFullAXTree');
    const heads = nodes.filter(({ role }) => role?.value === 'columnheader').map(({ name }): unknown => name?.value);
    expect(heads).toEqual([
      'Verfahren',
      'Zuständigkeitsübertragungsverordnung',
      'Genehmigungsverfahrensbeschleunigungsgesetz',
      'Arbeitsunfähigkeitsbescheinigungspflicht',
      'Verwaltungsvorschriftenänderungsantrag',
    ]);
    // else nothing was divided
    expect(await page.locator('.slide.on thead .f .y').count()).toBeGreaterThan(3);
  });

  it('of the presenter’s view', async () => {
    const { page } = await open(`${await file(await scene())}#4`);
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Show notes here' }).click();
    // The next slide is inert: no screen reader finds it, but the snapshot would.
    await page.$$eval('[inert]', (all) => all.forEach((element) => element.setAttribute('aria-hidden', 'true')));
    const tree = await treeOf(page, 'body');
    await expect(`${tree.replace(/Time \d+:\d+/, 'Time 9:00')}\n`).toMatchFileSnapshot('tree/presenter.txt');
  });

  it('of the page to read', async () => {
    const { page } = await open(`${await file(await scene())}#read`);
    const tree = (await treeOf(page, 'body')).split('\n');
    await expect(`${tree.slice(0, 120).join('\n')}\n`).toMatchFileSnapshot('tree/read.txt');
  });
});
