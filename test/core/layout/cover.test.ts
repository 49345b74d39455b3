import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/base/text.ts';
import type { Box, SceneSlide } from '../../../src/core/layout/types.ts';
import { articleMade } from '../../support/article-scene.ts';

const PACKS = ['policy-brief', 'situation-report', 'talking-points'];

const article = (n: number): string =>
  `---\ntitle: Ports and rivers, part ${n}\nauthors: [Ana Ruiz, Author Number${n}]\npublished: 2026-0${n}-12\npublisher: The Port Review\n---\n\n## Finding ${n} {#f}\n\nOne sentence says it.\n`;
const topics = '  - topic: a/f\n  - topic: b/f\n  - topic: c/f\n';
const made = (pack: string, briefing: string) => articleMade({ articles: [1, 2, 3].map(article), pack, briefing });

const wordsOf = (box: Box): string[] => (box.kind === 'text' ? box.paragraphs.map(({ runs }) => plainText(runs)) : []);
const onSlide = (slide: SceneSlide | undefined): string => slide?.boxes.flatMap(wordsOf).join('\n') ?? '';
const inNotes = (slide: SceneSlide | undefined): string => slide?.notes.map(({ runs }) => plainText(runs)).join('\n') ?? '';

describe('a cover', () => {
  it.each(PACKS.slice(0, 2))('of several articles names their authors once, in one line: %s', async (pack) => {
    const { scene, problems } = await made(pack, `title: Weekly\ntemplate: ${pack}\nitems:\n${topics}`);
    expect(scene.slides.filter(({ kind }) => kind === 'title')).toHaveLength(1);
    expect(onSlide(scene.slides[0])).toContain('3 articles by Ana Ruiz, Author Number1, Author Number2, and Author Number3');
    expect(problems).toEqual([]);
  });

  it.each(PACKS)('is never continued: what has no room stands in its notes, and is named: %s', async (pack) => {
    const names = Array.from({ length: 40 }, (_, n) => `the directorate-general for matter ${n}`).join(', ');
    const briefing = `title: Weekly\nsubtitle: ${names}\naudience: ${names}\npresenter: Dr. Last Presenter, ${names}\ntemplate: ${pack}\nitems:\n${topics}`;
    const { scene, problems } = await made(pack, briefing);
    const covers = scene.slides.filter(({ kind }) => kind === 'title');
    expect(covers.map(({ parts }) => parts)).toEqual([1]);
    const all = `${onSlide(covers[0])}\n${inNotes(covers[0])}`;
    expect(all).toContain('Last Presenter');
    expect(all.split('matter 39').length - 1).toBeGreaterThanOrEqual(3);
    const [full] = problems.filter(({ code }) => code === 'layout/cover-full');
    expect(full).toMatchObject({ severity: 'warning', place: { slide: { number: 1, title: 'Weekly' } } });
    for (const left of full?.received?.split(' / ') ?? []) expect(inNotes(covers[0])).toContain(left);
  });
});

describe('an own slide', () => {
  const own = (body: string): string => `title: T\nitems:\n  - own: What it shows\n    body: |\n${body.replace(/^/gm, '      ')}\n`;
  const SHOWN = {
    chart: ':::chart{type=bar}\n| Q | Ships |\n|---|---|\n| Q1 | 12 |\n| Q2 | 14 |\n:::',
    table: '| A | B |\n|---|---|\n| x | 2 |',
    image: '![A map](map.png)',
    quotation: '> Ships wait.\n> — Ana Lind, mayor',
  };

  it.each(PACKS.flatMap((pack) => Object.keys(SHOWN).map((kind) => [pack, kind as keyof typeof SHOWN] as const)))(
    'of one thing alone is one slide with its title and the page’s whole width: %s, %s',
    async (pack, kind) => {
      const { scene } = await made(pack, own(SHOWN[kind]));
      const slides = scene.slides.filter(({ topic }) => topic?.startsWith('own/'));
      expect(slides.map(({ title }) => title)).toEqual(['What it shows']);
      if (kind !== 'chart' && kind !== 'table') return;
      const box = slides[0]?.boxes.find((found) => found.kind === kind);
      expect((box?.frame.width ?? 0) / scene.theme.page.width).toBeGreaterThan(0.8);
    },
  );

  it('is not continued silently', async () => {
    const points = Array.from({ length: 40 }, (_, n) => `- Point ${n} of the many that somebody wrote on one slide of their own`).join(
      '\n',
    );
    const { scene, problems } = await made('policy-brief', own(points));
    expect(scene.slides.filter(({ topic }) => topic?.startsWith('own/')).length).toBeGreaterThan(1);
    expect(problems).toMatchObject([{ code: 'layout/own-continued', place: { slide: { number: 2 } } }]);
  });
});
