import { describe, expect, it } from 'vitest';
import { runsText } from '../../src/core/layout/index.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { deckBrowser } from '../support/deck-page.ts';
import { nodesIn, readBookmarks, readStructure, wordsIn, type PdfNode } from '../support/pdf.ts';
import { PACKS, sampleScene, SAMPLES } from '../support/samples.ts';

const DECKS = SAMPLES.flatMap((sample) => PACKS.map((pack) => ({ sample, pack })));
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const isHeading = ({ role }: PdfNode): boolean => /^H\d$/.test(role);

describe.skipIf(lacks('Chromium', CHROMIUM, 'deck-pdf'))('the structure of a deck as PDF', () => {
  const { file, open } = deckBrowser();

  it.each(DECKS)('$sample in $pack', { timeout: 60_000 }, async ({ sample, pack }) => {
    const scene = await sampleScene({ sample, pack, forPresenter: false });
    const { page } = await open(`${await file(scene)}#print=slides`);
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    const { title, language, marked, pages } = await readStructure(bytes);
    expect([title, language, marked, pages.length]).toEqual([scene.meta.title, scene.meta.language, true, scene.slides.length]);

    const found = pages.map(({ tree, artifacts }, at) => {
      const nodes = tree ? nodesIn(tree) : [];
      const slide = scene.slides[at];
      const headings = nodes.filter(isHeading);
      const firstWords = nodes.find(({ text }) => text.trim() !== '');
      const figures = nodes.filter(
        (node) => node.role === 'Figure' && !node.children.some(({ role }) => role === 'Caption' || role === 'Figure'),
      );
      return {
        title: folded(slide?.title ?? ''),
        heading: headings.map(({ role }) => role).join(' '),
        reads: wordsIn(headings[0] ?? { role: '', alt: null, lang: null, text: '', children: [] }),
        // What is read first on a page is its title.
        isFirst: firstWords !== undefined && headings[0] !== undefined && nodesIn(headings[0]).includes(firstWords),
        // A chart's caption says its name, so its figure may leave that out, and nothing else: paper has no table of its numbers.
        unsaidCharts: (slide?.boxes ?? []).filter(
          (box) =>
            box.kind === 'chart' &&
            !figures.some(({ alt }) => alt !== null && box.alt.endsWith(alt) && alt.includes(box.categories.at(-1) ?? '')),
        ).length,
        lacksAlt: figures.filter(({ alt }) => alt === null || !/^[\p{L}\p{N}]/u.test(alt)).length,
        strayItems: nodes.filter(
          ({ role, children }) => role === 'L' && children.some((child) => child.role !== 'LI' && child.role !== 'Caption'),
        ).length,
        tables: nodes.filter(({ role }) => role === 'Table').map((table) => nodesIn(table).filter(({ role }) => role === 'TH').length > 0),
        // The samples' tables name their rows in the first column.
        unnamedRows: nodes.filter(({ role, children }) => role === 'TR' && !children.some((cell) => cell.role === 'TH')).length,
        artifacts,
        text: tree ? wordsIn(tree) : '',
      };
    });
    expect(found.map(({ heading }) => heading)).toEqual(found.map((_, at) => (at === 0 ? 'H1' : 'H2')));
    for (const { title: of, isFirst, unsaidCharts, lacksAlt, strayItems, unnamedRows, tables } of found)
      expect([of, isFirst, unsaidCharts, lacksAlt, strayItems, unnamedRows, tables.every(Boolean)]).toEqual([of, true, 0, 0, 0, 0, true]);
    const furniture = (at: number): string[] =>
      (scene.slides[at]?.boxes ?? []).flatMap((box) =>
        box.kind === 'text' && ['footer', 'number', 'date', 'mark'].includes(box.role) && (at > 0 || box.role !== 'mark')
          ? box.paragraphs.map(({ runs }) => folded(runsText(runs)))
          : [],
      );
    for (const [at, { artifacts }] of found.entries()) {
      const words = furniture(at);
      expect(words.filter((text) => !artifacts.includes(text))).toEqual([]);
      // What hangs before the items of a list is drawn; that they are items the list says.
      expect(words.reduce((left, text) => left.replace(text, ''), artifacts)).toMatch(/^(?:[–▪•“”„]|\d+\.|\s)*$/u);
    }
    const mark = scene.meta.mark;
    if (mark !== null) expect(found.filter(({ text }) => text.includes(mark)).length).toBe(1);
    const bookmarks = await readBookmarks(bytes);
    expect(bookmarks.map(folded)).toEqual(found.map(({ reads }) => reads));
    expect(bookmarks.filter((title, at) => folded(title).replace(/ /g, '') === folded(title) && found[at]?.title.includes(' '))).toEqual(
      [],
    );
  });
});
