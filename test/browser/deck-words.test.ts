import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { articleScene } from '../support/article-scene.ts';
import { CHROMIUM, FIREFOX, lacks } from '../support/chromium.ts';
import { deckFolder } from '../support/deck-folder.ts';
import { FONTS } from '../support/layout.ts';
import { BROWSERS, copied, pasted, type Copied, type Tab, type TabBrowser } from '../support/two-browsers.ts';
import { CHINESE_WORDS, DIVIDED_WORDS, GERMAN_WORDS, HARBOUR, HEBREW_WORDS, WORDS_DECKS } from '../support/words-deck.ts';

type Name = keyof typeof WORDS_DECKS;

const PATHS = { Chromium: CHROMIUM, Firefox: FIREFOX };
const OWN = '(briefer’s own words)';
/** The kinds of slides as the English deck has them, without the deck's title and the slide's number, which stand on each. */
const SLIDES: Readonly<Record<string, readonly string[]>> = {
  points: [
    'The port handles more than anyone planned for when the northern quay was built',
    HARBOUR,
    '• Three of four quarters beat the forecast, the third by more than two thousand containers in all of its three months. [1, 2]',
    `  – The first fell short because ice closed the river for nine days, which nobody had thought of when the forecast was made in 2020. ${OWN}`,
    `  – Of H2O at 106 litres nobody everybody speaks. ${OWN}`,
    '• The quay is',
    `full. ${OWN}`,
  ],
  figures: [
    'Figures',
    'What the quay costs those who wait.',
    '140',
    'days',
    'a year on which the whole of the quay is full and barges wait',
    '6',
    'hours',
    'average wait on such a day',
  ],
  table: [
    'Cost',
    'Five measures.',
    'Cost of the measures',
    'Measure\tBuilt without closing the quay\tCost',
    'Northern quay wall with all that stands on it today, and whatever may yet come to stand on it in the next thirty years\tno\t24.0',
    'Rail sidings\tnot stated\t17.5',
    'All\t\t41.5',
  ],
  chart: [
    'Forecast and count',
    'The count lies above the forecast.',
    'Containers (containers)',
    '\tForecast\tCounted',
    'Q1\t18,000\t16,500',
    'Q2\t19,000\t20,400',
  ],
  quotation: [
    'Said',
    'She said it.',
    '“We are glad of every barge that comes, but the river does not grow with them, and neither does the quay on which they are unloaded.',
    'Ines Aldworth, Chair of the Harbour Board, 1 February 2025',
  ],
  timeline: [
    'Dates',
    'What happened when.',
    '1987',
    'The canal opens to barges of every size that the locks of that time could take.',
    '2019',
    'The canal is widened.',
  ],
};

/** A line of Markdown without bold and references. */
const plainWords = (line: string): string => line.replaceAll('**', '').replace(/ \[¶\d\]$/, '');

const DECK_TITLE = 'A port that has outgrown its river';

const linesOf = ({ text }: Copied): string[] => text.replaceAll('\u00a0', ' ').split(/\r?\n/);

/** The lines of a slide without the deck's title, which stands on each, and the slide's number at its end. */
function ownLines(copy: Copied): string[] {
  return linesOf(copy)
    .filter((line) => line !== DECK_TITLE)
    .slice(0, -1);
}

describe.each(['Chromium', 'Firefox'] as const)('words taken out of a deck in %s', (name) => {
  describe.skipIf(lacks(name, PATHS[name], 'deck-words'))('', () => {
    const save = deckFolder();
    const scenes = new Map<Name, Scene>();
    const addresses = new Map<Name, string>();
    let browser: TabBrowser;
    let tab: Tab;

    beforeAll(async () => {
      browser = await BROWSERS[name]();
      for (const deck of Object.keys(WORDS_DECKS) as Name[]) {
        const scene = await articleScene(WORDS_DECKS[deck]);
        scenes.set(deck, scene);
        addresses.set(deck, await save(`${deck}.html`, (await writeHtml(scene, FONTS)).value));
      }
      tab = await browser.tab();
    });
    afterAll(() => browser.close());

    const show = async (deck: Name, hash: string): Promise<void> => {
      await tab.goto('about:blank');
      await tab.goto(`${addresses.get(deck) ?? ''}#${hash}`);
      await tab.run(() => document.fonts.ready.then(() => null), null);
    };
    const slideOf = (deck: Name, kind: string): string =>
      String(scenes.get(deck)?.slides.find((slide) => slide.kind === kind)?.number ?? 0);
    /** Whether find-in-page comes upon a phrase from the page's beginning on. */
    const finds = (phrase: string): Promise<boolean> =>
      tab.run((wanted) => {
        getSelection()?.removeAllRanges();
        return (window as unknown as { find: (text: string, ...how: boolean[]) => boolean }).find(wanted, false, false, true);
      }, phrase);

    it.each(Object.entries(SLIDES))('a whole slide of %s is its lines in reading order', async (kind, lines) => {
      await show('english', slideOf('english', kind));
      expect(ownLines(await copied(tab))).toEqual(lines);
    });

    it('items keep their numbers', async () => {
      const steps = scenes.get('english')?.slides.find((slide) => slide.title === 'Steps')?.number;
      await show('english', String(steps));
      const copy = await copied(tab, '.slide.on ol');
      expect(linesOf(copy)).toEqual([
        `1. Begin with the low-water berths, since they can be built without closing the quay, and since they answer low water, the port’s second limit. ${OWN}`,
        `2. Build shore power. ${OWN}`,
      ]);
      expect(copy.html).toMatch(/<li value="2">/);
      expect(copy.html).not.toMatch(/position|left:|class=/);
    });

    it('one paragraph, and a part of one, are their words alone', async () => {
      await show('english', slideOf('english', 'points'));
      expect((await copied(tab, '.slide.on p .f')).text).toBe(HARBOUR);
      await tab.run(() => {
        const lines = document.querySelectorAll('.slide.on p .f .l');
        const [first, second] = [lines[0]?.firstChild, lines[1]?.firstChild];
        if (first && second) getSelection()?.setBaseAndExtent(first, 8, second, 6);
      }, null);
      await tab.control('c');
      const { text } = await pasted(tab);
      expect(HARBOUR).toContain(text);
      expect(text.length).toBeGreaterThan(20);
    });

    it.each([
      ['german', GERMAN_WORDS],
      ['hebrew', HEBREW_WORDS],
      ['chinese', CHINESE_WORDS],
    ] as const)('a paragraph in %s is as it was written, whole in every view', async (deck, words) => {
      await show(deck, '2');
      expect(linesOf(await copied(tab))).toContain(words);
      const half = words.slice(8, -8);
      expect(await finds(half), 'slides').toBe(true);
      await tab.press('o');
      expect(await finds(half), 'overview').toBe(true);
      expect(linesOf(await copied(tab))).toContain(words);
      await tab.press('o');
      await tab.press('r');
      expect(await finds(half), 'reading').toBe(true);
      expect(linesOf(await copied(tab))).toContain(words);
    });

    it('a word that a hyphen divides is copied, found and read aloud whole, and shows the hyphen on slides alone', async () => {
      await show('divided', slideOf('divided', 'points'));
      const statement = `${plainWords(DIVIDED_WORDS)} [1]`;
      expect(linesOf(await copied(tab))).toContain(statement);
      expect((await copied(tab, '.slide.on p .f')).text).toBe(statement.replace(' [1]', '\u00a0[1]'));
      const parts = [
        'verkehrsgenehmigungszuständigkeitsübertragung gilt',
        'Kabinettsbeschlussvorlagenentwurf',
        'elektrizitätenhauptbetriebswerk',
      ];
      for (const part of parts) expect(await finds(part), part).toBe(true);
      const hyphens = (): Promise<readonly string[]> =>
        tab.run(() => [...document.querySelectorAll('.slide.on .y')].map((sign) => getComputedStyle(sign, '::before').content), null);
      expect(await hyphens()).toEqual((await hyphens()).map(() => '"-" / ""'));
      expect(await hyphens()).not.toEqual([]);
      await tab.press('r');
      for (const part of parts) expect(await finds(part), part).toBe(true);
      expect(linesOf(await copied(tab))).toContain(statement);
      expect(new Set(await hyphens())).toEqual(new Set(['none']));
    });

    it('find-in-page finds a phrase across a line’s end, also for the presenter', async () => {
      await show('english', slideOf('english', 'points'));
      const phrases = [HARBOUR.slice(3, -3), 'than two thousand containers in all of its three months', 'when the northern quay was'];
      for (const phrase of phrases) expect(await finds(phrase), phrase).toBe(true);
      await tab.run(() => void (window.open = () => null), null);
      await tab.press('s');
      await tab.run(() => document.querySelector<HTMLElement>('dialog .actions button')?.click(), null);
      for (const phrase of phrases) expect(await finds(phrase), phrase).toBe(true);
    });
  });
});
