import { describe, expect, it } from 'vitest';
import { isRef } from '../../../src/core/base/text.ts';
import { LANGUAGES, wordsFor } from '../../../src/core/briefing/catalogue/index.ts';
import type { Region, Theme } from '../../../src/core/template/theme/types.ts';
import { list, paragraphs, sceneOf, slide, text, textBox, THEME } from '../../support/layout.ts';

const points = list(...Array.from({ length: 24 }, (_, i) => `Point ${i} ${'quay '.repeat(16).trim()}`));
const parts = (words: Record<string, string>, theme = THEME) =>
  sceneOf([slide([points], { title: text('The decisions') })], { theme, meta: { words } }).slides;

describe('a divided slide', () => {
  it('says behind each title which part it is, small, so that titles stay unique', () => {
    const slides = parts({ part: '{part} of {parts}' });
    expect(slides.length).toBeGreaterThan(1);
    expect(slides.map(({ title }) => title)).toEqual(slides.map((_, i) => `The decisions ${i + 1} of ${slides.length}`));
    const last = textBox(slides[0], 'title').paragraphs[0]?.runs.at(-1);
    expect(last && !isRef(last) && last.quiet).toBe(true);
  });

  it('says so in every language of the catalogue', () => {
    for (const language of LANGUAGES) {
      const [first] = parts({ part: wordsFor(language).part });
      expect(first?.title, language).toMatch(/^The decisions .*1.*\d/);
    }
  });

  it('says nothing of a slide that stands whole', () => {
    expect(sceneOf([slide([list('One')])], { meta: { words: { part: '{part} of {parts}' } } }).slides[0]?.title).toBe('A title');
  });

  it('has on every part what stands in a region that repeats', () => {
    const columns = THEME.layouts['columns'];
    if (!columns) throw new Error('the plain theme has changed');
    const repeating = (region: Region): Region => (region.name === 'second' ? { ...region, repeat: true } : region);
    const theme: Theme = { ...THEME, layouts: { ...THEME.layouts, columns: { ...columns, regions: columns.regions.map(repeating) } } };
    const divided = slide({ body: [points], second: [paragraphs('The summary')] }, { layout: 'columns' });
    const shown = (of: Theme): number =>
      sceneOf([divided], { theme: of }).slides.filter(({ boxes }) => boxes.some(({ region }) => region === 'second')).length;
    expect(shown(theme)).toBe(sceneOf([divided], { theme }).slides.length);
    expect(shown(THEME)).toBe(1);
  });
});
