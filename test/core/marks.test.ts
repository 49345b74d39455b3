import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/base/text.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { articleMade, articleScene, builtInPack } from '../support/article-scene.ts';
import { parts } from '../support/build.ts';
import { FONTS } from '../support/layout.ts';
import { PACKS } from '../support/samples.ts';

const article = (mark: string, language: string, heading: string, words: string): string =>
  `---\ntitle: ${heading}\nlanguage: ${language}\nmark: ${mark}\n---\n\n## ${heading} {#a}\n\n${words}\n\n- ${words}\n\n:::notes\n${words}\n:::\n`;

const MARKED = [
  ['VS – Nur für den Dienstgebrauch', article('VS – Nur für den Dienstgebrauch', 'de', 'Der Hafen', 'Schiffe warten.')],
  ['سري للغاية', article('سري للغاية', 'ar', 'السفن', 'تنتظر السفن.')],
  ['机密', article('机密', 'zh-Hans', '港口', '船只在等待。')],
] as const;

describe.each(PACKS)('a marked article in %s', (pack) => {
  it.each(MARKED)('has %s on every slide and at the end of the notes, of the audience’s copy too', async (mark, text) => {
    for (const forPresenter of [true, false]) {
      const { scene, problems } = await articleMade({ articles: [text], pack, forPresenter });
      expect(problems.filter(({ code }) => code.startsWith('layout/mark'))).toEqual([]);
      expect(scene.meta.mark).toBe(mark);
      for (const { boxes, notes } of scene.slides) {
        const shown = boxes.flatMap((box) =>
          box.kind === 'text' && box.role === 'mark' ? box.paragraphs.map(({ runs }) => plainText(runs)) : [],
        );
        expect(shown).toEqual([mark]);
        if (notes.length > 0) expect([notes.at(-1)?.kind, plainText(notes.at(-1)?.runs ?? [])]).toEqual(['mark', mark]);
      }
      expect(scene.slides.some(({ notes }) => notes.length > 1)).toBe(forPresenter);
    }
  });

  it.each(MARKED)('has %s among the properties of both files', async (mark, text) => {
    const scene = await articleScene({ articles: [text], pack });
    const { value: pptx } = await writePptx(scene);
    const files = parts(pptx);
    expect(files.get('docProps/core.xml')).toContain(`<cp:keywords>${mark}</cp:keywords>`);
    expect(files.get('docProps/custom.xml')).toContain(`name="Handling mark"><vt:lpwstr>${mark}</vt:lpwstr>`);
    const html = new TextDecoder().decode((await writeHtml(scene, FONTS)).value);
    expect(/<meta name="?mark"? content="?([^">]*)"?>/.exec(html)?.[1]).toBe(mark);
    expect(html.split('</main>')[1]).toContain(`>${mark}</strong></p>`);
  });
});

it('names the layout that has no place for it', async () => {
  const [, text] = MARKED[0];
  const pack = await builtInPack('plain');
  const theme = pack.theme.replace(/^\s*mark: \{ columns.*$/m, '');
  const { scene, problems } = await articleMade({ articles: [text], pack: { ...pack, theme, hash: 'without' } });
  const left = problems.filter(({ code }) => code === 'layout/mark-left-out');
  expect(left).toHaveLength(new Set(scene.slides.map(({ layout }) => layout)).size);
  expect(left[0]).toMatchObject({ severity: 'warning', place: { slide: { number: 1 } }, received: 'VS – Nur für den Dienstgebrauch' });
});

it('makes another version of a deck where only the mark is another', async () => {
  const stampOf = async (mark: string): Promise<string> => {
    const made = await articleMade({
      articles: [article('Internal', 'en', 'Ships', 'They wait.')],
      briefing: `title: T\nmark: ${mark}\nitems:\n  - topic: a/a\n`,
      marks: ['Public', 'Internal', 'Secret'],
    });
    expect(made.scene.meta.mark).toBe(mark === 'Secret' ? 'Secret' : 'Internal');
    return made.scene.meta.stamp;
  };
  const stamps = await Promise.all(['Public', 'Internal', 'Secret'].map(stampOf));
  expect(new Set(stamps).size).toBe(3);
});
