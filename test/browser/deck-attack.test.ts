import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../src/core/article/index.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser } from '../support/deck-page.ts';
import { hostileScene } from '../support/hostile-scene.ts';
import { HOSTILE } from '../support/hostile.ts';
import { FONTS } from '../support/layout.ts';

/** Every element and attribute that the writer and the deck's script make. Anything else came from a text. */
const ELEMENTS = new Set(
  [
    ...[
      'html',
      'head',
      'meta',
      'title',
      'style',
      'script',
      'body',
      'main',
      'article',
      'section',
      'div',
      'h1',
      'h2',
      'h3',
      'h4',
      'p',
      'ul',
      'ol',
      'li',
    ],
    ...['dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'figure', 'blockquote', 'footer', 'cite', 'img'],
    ...['span', 'strong', 'em', 'a', 'sup', 'br', 'bdi', 'wbr', 'nav', 'button'],
    ...['svg', 'defs', 'g', 'path', 'rect', 'circle', 'ellipse', 'text', 'tspan', 'use', 'image'],
  ].map((name) => name.toUpperCase()),
);

interface Look {
  readonly ran: boolean;
  readonly slides: number;
  readonly words: string;
  readonly names: readonly string[];
  readonly odd: readonly string[];
  readonly links: readonly string[];
}

/** What the page is made of, and what it says. */
function look(page: Page): Promise<Look> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const odd = all.flatMap((element) =>
      [...element.attributes].filter((a) => /^on|^srcset$|^srcdoc$|^formaction$|^xlink/.test(a.name)).map((a) => a.name),
    );
    const named = [...document.querySelectorAll('[alt], [aria-label]')].map(
      (e) => e.getAttribute('alt') ?? e.getAttribute('aria-label') ?? '',
    );
    return {
      ran: (globalThis as { ran?: boolean }).ran === true,
      slides: document.querySelectorAll('article.slide').length,
      words: [document.title, document.querySelector('main')?.textContent ?? '', ...named].join('\n'),
      names: [...new Set(all.map((element) => element.tagName.toUpperCase()))],
      odd,
      links: [...document.querySelectorAll('a')].map((link) => link.href),
    };
  });
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');

function count(words: string, text: string): number {
  return words.split(text).length - 1;
}

const PER_TEST = 10;
const chunks = Array.from({ length: Math.ceil(HOSTILE.length / PER_TEST) }, (_, i) => HOSTILE.slice(i * PER_TEST, (i + 1) * PER_TEST));

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-attack'))('a hostile text in every field', () => {
  const { file, open } = deckBrowser();

  it('there are at least 150 of them, each another', () => {
    expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(150);
    expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
  });

  it.each(chunks.map((texts, i) => [i * PER_TEST + 1, texts] as const))(
    'from no. %i on runs nothing, breaks nothing, is shown as it is',
    async (_, texts) => {
      const { page, context, faults } = await open('about:blank', {});
      await page.addInitScript(() => {
        const global = globalThis as { ran?: boolean; hostile?: () => void };
        global.hostile = () => (global.ran = true);
      });
      page.on('dialog', (dialog) => faults.push(dialog.message()));
      for (const text of texts) {
        const scene = hostileScene(text, FONTS);
        await page.goto(await file(scene));
        const seen = await look(page);
        const place = JSON.stringify(text);
        expect(seen.ran, place).toBe(false);
        expect(faults, place).toEqual([]);
        expect(context.pages().length, place).toBe(1);
        expect(seen.slides, place).toBe(scene.slides.length);
        expect(
          seen.names.filter((name) => !ELEMENTS.has(name)),
          place,
        ).toEqual([]);
        expect(seen.odd, place).toEqual([]);
        expect(
          seen.links.filter((href) => !/^(?:file:[^?]*#[\w-]+|https:\/\/example\.org\/\?q=.*)$/.test(href)),
          place,
        ).toEqual([]);
        // soft hyphens are taken out by rule; white space differs where lines break
        const shown = bare(cleanLine(text).replaceAll('\u00ad', ''));
        expect(count(bare(seen.words.replaceAll('\u00ad', '')), shown), place).toBeGreaterThan(20);
        // the script still works
        await page.keyboard.press('End');
        expect(await page.locator('.slide.on').getAttribute('id'), place).toBe(String(scene.slides.length));
      }
    },
  );
});
