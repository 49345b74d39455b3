import { describe, expect, it } from 'vitest';
import { builtScene } from '../support/built-scene.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser } from '../support/deck-page.ts';

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
    await expect(`${await page.locator('.slide.on').ariaSnapshot()}\n`).toMatchFileSnapshot(`tree/slide-${name}.txt`);
  });

  it('of the presenter’s view', async () => {
    const { page } = await open(`${await file(await scene())}#4`);
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Show notes here' }).click();
    // The next slide is inert: no screen reader finds it, but the snapshot would.
    await page.$$eval('[inert]', (all) => all.forEach((element) => element.setAttribute('aria-hidden', 'true')));
    const tree = await page.locator('body').ariaSnapshot();
    await expect(`${tree.replace(/Time \d+:\d+/, 'Time 9:00')}\n`).toMatchFileSnapshot('tree/presenter.txt');
  });

  it('of the page to read', async () => {
    const { page } = await open(`${await file(await scene())}#read`);
    const tree = (await page.locator('body').ariaSnapshot()).split('\n');
    await expect(`${tree.slice(0, 120).join('\n')}\n`).toMatchFileSnapshot('tree/read.txt');
  });
});
