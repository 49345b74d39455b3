import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { NoteParagraph } from '../../src/core/deck/types.ts';
import { articleScene } from '../support/article-scene.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser, expectSlide } from '../support/deck-page.ts';
import { type PdfPage, readBookmarks, readPdf } from '../support/pdf.ts';
import { sampleScene } from '../support/sample-scene.ts';
import { HARBOUR, WORDS_DECKS } from '../support/words-deck.ts';

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-print'))('printing a deck', () => {
  const { file, open } = deckBrowser();
  const plain = sampleScene(4);
  const long = Array.from({ length: 60 }, (_, i): NoteParagraph => ({
    kind: 'text',
    runs: [{ text: `Long note ${i + 1} with quite a few words to say about the matter in hand.` }],
  }));
  const sample = { ...plain, slides: plain.slides.map((s) => (s.number === 3 ? { ...s, notes: long } : s)) };
  const audience = sampleScene(4, false);

  /** Chooses a form in the deck's own dialog, and prints what the browser would. */
  async function print(page: Page, group: string, choice: string): Promise<PdfPage[]> {
    await page.evaluate(() => (window.print = () => undefined));
    await page.keyboard.press('p');
    await page.getByRole('dialog', { name: 'Print' }).getByRole('region', { name: group }).getByRole('button', { name: choice }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    return readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  }

  /** No words outside the paper. */
  function expectWhole(pages: readonly PdfPage[]): void {
    const outside = pages.flatMap(({ words, width, height }) =>
      words.filter(({ x, y, width: w, size }) => x < -0.5 || y - size < -0.5 || x + w > width + 0.5 || y > height + 0.5),
    );
    expect(outside).toEqual([]);
  }

  it('gives one slide a page, of the slide’s own size, with all its words', async () => {
    const { page } = await open(await file(sample));
    const pages = await print(page, 'Slides', 'Slides');
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(Array(4).fill([960, 540]));
    pages.forEach(({ text }, i) => {
      expect(text).toContain(`Title ${i + 1}`);
      expect(text).not.toContain('Say this');
      if (i > 0)
        for (const words of [`Point of slide ${i + 1}`, 'long enough to need another line', 'See the second slide'])
          expect(text).toContain(words);
    });
    expectWhole(pages);
  });

  it('prints slides too when nothing was chosen', async () => {
    const { page } = await open((await file(sample)) + '#3');
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.length).toBe(4);
    await expectSlide(page, 3);
  });

  it.each([
    ['A4', 595, 842],
    ['Letter', 612, 792],
  ])('gives a handout on %s with slide, notes and sources, long notes on further pages', async (paper, width, height) => {
    const { page } = await open(await file(sample));
    const pages = await print(page, 'Handout', paper);
    for (const p of pages) expect([Math.round(p.width), Math.round(p.height)]).toEqual([width, height]);
    const all = pages.map((p) => p.text).join(' ');
    for (const n of [1, 2, 4]) expect(all).toContain(`Say this on slide ${n}.`);
    for (const { runs } of long) expect(all).toContain(runs.map((run) => ('text' in run ? run.text : '')).join(''));
    expect(pages.length).toBeGreaterThan(4);
    const second = pages.find((p) => p.text.includes('Title 2')) ?? pages[0];
    for (const words of ['Point of slide 2', '2 / 4', 'Say this on slide 2.', 'Words of paragraph 2.', 'An article'])
      expect(second?.text).toContain(words);
    expectWhole(pages);
    // nothing made the browser shrink the page
    expect(second?.words.find((w) => w.text.includes('2 / 4'))?.size).toBeCloseTo(10, 0);
    // every page carries its number at the foot
    pages.forEach((p, i) => expect(p.words.filter((w) => w.y > p.height - 40).map((w) => w.text)).toEqual([String(i + 1)]));
  });

  describe('a handout of several slides a page', () => {
    const eight = sampleScene(8);
    const printed = async (form: string, scene = eight): Promise<PdfPage[]> => {
      const { page } = await open(`${await file(scene)}#print=handout-${form}`);
      return readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    };
    const titles = ({ text }: PdfPage): string[] => [...text.matchAll(/(\d) \/ 8/g)].map(([, number]) => number ?? '');

    it.each(
      [1, 2, 3, 4, 6].flatMap((count) =>
        ['lines', 'nothing'].flatMap((beside) => ['a4', 'letter'].map((paper) => [count, beside, paper] as const)),
      ),
    )('has %i of them with %s on %s, each whole with its title and number', async (count, beside, paper) => {
      const pages = await printed(`${count}-${beside}-${paper}`);
      expect(pages.map(titles)).toEqual(
        Array.from({ length: Math.ceil(8 / count) }, (_, i) =>
          Array.from({ length: Math.min(count, 8 - i * count) }, (__, k) => String(i * count + k + 1)),
        ),
      );
      for (const { width, height } of pages)
        expect([Math.round(width), Math.round(height)]).toEqual(paper === 'a4' ? [595, 842] : [612, 792]);
      const all = pages.map(({ text }) => text).join(' ');
      for (let n = 2; n <= 8; n += 1) expect(all).toContain(`Point of slide ${n}`);
      expect(all).not.toContain('Say this');
      expectWhole(pages);
    });

    it.each([2, 3, 4, 6])('has %i of them with their notes, however long one is', async (count) => {
      const scene = { ...eight, slides: eight.slides.map((s) => (s.number === 3 ? { ...s, notes: long } : s)) };
      const pages = await printed(`${count}-notes-a4`, scene);
      const all = pages.map(({ text }) => text).join(' ');
      for (const n of [1, 2, 4, 8]) expect(all).toContain(`Say this on slide ${n}.`);
      for (const { runs } of long) expect(all).toContain(runs.map((run) => ('text' in run ? run.text : '')).join(''));
      expect(pages.flatMap(titles)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
      expect(pages.length).toBeLessThan(8);
      expectWhole(pages);
    });

    it('is chosen in the deck’s own dialog', async () => {
      const { page } = await open(await file(eight));
      await page.evaluate(() => (window.print = () => undefined));
      await page.keyboard.press('p');
      const region = page.getByRole('region', { name: 'Handout' });
      await region.getByLabel('Slides a page').selectOption('6 slides');
      await region.getByLabel('With').selectOption('Lines');
      await region.getByRole('button', { name: 'Letter' }).click();
      const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }));
      expect(pages.map(titles)).toEqual([
        ['1', '2', '3', '4', '5', '6'],
        ['7', '8'],
      ]);
    });
  });

  it('gives the notes alone in at least 16 points', async () => {
    const { page } = await open(await file(sample));
    const pages = await print(page, 'Notes', 'A4');
    const words = pages.flatMap((p) => p.words.filter((w) => w.y < p.height - 40));
    expect(words.map((w) => w.text).join(' ')).toContain('Long note 60');
    expect(words.map((w) => w.text).join(' ')).not.toContain('Point of slide');
    expect(Math.min(...words.map((w) => w.size))).toBeGreaterThanOrEqual(16);
    expectWhole(pages);
  });

  it('has the handling mark on each sheet of notes and handouts, however long notes are', async () => {
    const mark = 'VS – “Nur” </style>';
    const marked = { ...sample, meta: { ...sample.meta, mark } };
    for (const form of ['notes-a4', 'handout-letter']) {
      const { page } = await open(`${await file(marked)}#print=${form}`);
      const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }));
      expect(pages.length).toBeGreaterThan(3);
      const feet = pages.map(({ words, height }) => words.filter(({ y }) => y > height - 40).map(({ text }) => text));
      expect(feet.map((foot) => foot.join(' ').replace(/^\d+\s*/, ''))).toEqual(pages.map(() => mark));
    }
  });

  it('comes back to the slide afterwards, and the next print is of slides again', async () => {
    const { page } = await open((await file(sample)) + '#2');
    await print(page, 'Handout', 'A4');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expectSlide(page, 2);
    expect((await readPdf(await page.pdf({ preferCSSPageSize: true }))).length).toBe(4);
  });

  it('from the page to read prints that page, or slides when they are chosen', async () => {
    const { page } = await open((await file(sample)) + '#read');
    const [first] = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect([Math.round(first?.width ?? 0), first?.text.includes('Point of slide 2')]).toEqual([595, true]);
    expect((await print(page, 'Slides', 'Slides')).length).toBe(4);
  });

  it('by address needs no hand on the keyboard', async () => {
    const { page } = await open((await file(sample)) + '#print=handout-letter');
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(Math.round(pages[0]?.height ?? 0)).toBe(792);
  });

  it('offers the audience no notes', async () => {
    const { page } = await open(await file(audience));
    await page.keyboard.press('p');
    expect(await page.getByRole('dialog').textContent()).not.toMatch(/notes/i);
    await page.keyboard.press('Escape');
    const pages = await print(page, 'Handout', 'A4');
    expect(pages.length).toBe(4);
    expect(pages.map((p) => p.text).join(' ')).toContain('An article');
  });

  it('has the words in reading order, spaces at lines’ ends in bookmarks too', async () => {
    const deck = await articleScene(WORDS_DECKS.english);
    const { page } = await open(await file(deck));
    const bytes = await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true });
    expect(await readBookmarks(bytes)).toEqual(deck.slides.map(({ title }) => title));
    const all = (await readPdf(bytes)).map(({ text }) => text).join(' ');
    const inOrder = [
      HARBOUR,
      'all of its three months. [1, 2]',
      'Of H2O at 106 litres nobody everybody speaks.',
      '140 days a year on which the whole of the quay is full and barges wait 6 hours',
      'Rail sidings not stated 17.5',
      'We are glad of every barge that comes, but the river does not grow with them, and neither does the quay',
      '1987 The canal opens',
    ].map((words) => all.replace(/\s+/g, ' ').indexOf(words));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  });
});
