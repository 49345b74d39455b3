import { describe, expect, it } from 'vitest';
import type { Box, Scene } from '../../src/core/layout/types.ts';
import { runsText } from '../../src/core/layout/index.ts';
import { articleScene } from '../support/article-scene.ts';
import { builtScene, PACKS } from '../support/built-scene.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser } from '../support/deck-page.ts';
import { textsOf } from '../support/set-lines.ts';
import { DIVIDED_DECK } from '../support/words-deck.ts';

interface SetLine {
  readonly text: string;
  readonly hyphen: boolean;
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
}

const PX = 96 / 72;

function linesOf(boxes: readonly Box[]): SetLine[] {
  return textsOf(boxes).flatMap(({ paragraphs, lines }) =>
    lines.map(({ paragraph, start, end, hyphen = false, x, width, baseline }): SetLine => {
      const text = runsText(paragraphs[paragraph]?.runs ?? []).slice(start, end);
      return { text, hyphen, x: x * PX, width: width * PX, baseline: baseline * PX };
    }),
  );
}

/** Opens the scene's deck: every line stands where the scene has it, and is as wide. */
async function expectLines({ file, open }: ReturnType<typeof deckBrowser>, scene: Scene): Promise<void> {
  const { page } = await open(`${await file(scene)}#1`);
  await page.evaluate(() => document.fonts.ready);
  for (const slide of scene.slides) {
    await page.evaluate((number) => (location.hash = `#${number}`), slide.number);
    await page.locator(`.slide.on[id="${slide.number}"]`).waitFor();
    const shown = await page.$$eval('.slide.on .l', (lines) =>
      lines.map((line): SetLine => {
        const words = document.createRange();
        words.selectNodeContents(line);
        const { left, width } = words.getBoundingClientRect();
        // an empty inline block stands on the baseline
        const probe = document.createElement('span');
        probe.style.setProperty('display', 'inline-block');
        line.append(probe);
        const baseline = probe.getBoundingClientRect().bottom;
        probe.remove();
        return { text: line.textContent, hyphen: line.querySelector('.y') !== null, x: left, width, baseline };
      }),
    );
    const expected = linesOf(slide.boxes);
    const byText = (a: SetLine, b: SetLine): number => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.baseline - b.baseline || a.x - b.x);
    const sorted = (lines: readonly SetLine[]): SetLine[] => lines.filter((line) => line.text !== '').sort(byText);
    const [got, wanted] = [sorted(shown), sorted(expected)];
    expect(got.map(({ text, hyphen }) => [text, hyphen])).toEqual(wanted.map(({ text, hyphen }) => [text, hyphen]));
    const off = wanted.flatMap((line, i) => {
      const seen = got[i];
      if (!seen) return [];
      const isOff =
        Math.abs(seen.baseline - line.baseline) > 0.5 ||
        Math.abs(seen.x - line.x) > 0.5 ||
        Math.abs(seen.width - line.width) > Math.max(1, line.width * 0.01);
      return isOff ? [{ slide: slide.number, line, seen }] : [];
    });
    expect(off).toEqual([]);
  }
}

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-lines')).each(PACKS)('lines in the pack %s', (pack) => {
  const browser = deckBrowser();

  it.each(['south-caucasus', 'river-port'] as const)('stand in Chromium where the scene has them: %s', async (briefing) => {
    await expectLines(browser, await builtScene(briefing, pack));
  });

  it('stand there with the hyphens that divide words, which are as wide as they were measured', async () => {
    const scene = await articleScene({ ...DIVIDED_DECK, pack });
    expect(linesOf(scene.slides.flatMap(({ boxes }) => boxes)).filter(({ hyphen }) => hyphen).length).toBeGreaterThan(3);
    await expectLines(browser, scene);
  });
});
