import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { briefingWith, parseBriefing, placesIn, writeBriefing, type BriefingEdit } from '../../../src/core/briefing/index.ts';
import type { Scene } from '../../../src/core/layout/types.ts';
import { writeHtml } from '../../../src/core/write/html/index.ts';
import { articleScene } from '../../support/article-scene.ts';
import { PACKS } from '../../support/built-scene.ts';
import { labelledBlocks, labelsOf, writeLabelled, type LabelledBlock } from '../../support/labelled-article.ts';
import { FONTS } from '../../support/layout.ts';
import { written } from '../../support/package.ts';

/** 100 for a long look. */
const RUNS = Number(process.env['LECTERN_OVERRIDES_FILES'] ?? 3);

/** What says in notes that a line was reworded; the article's own line is not. */
const SAID = /(?: – )?reworded by hand: “[^”]*”/g;
const SOURCES = /<section id="?sources/;

/** The words of slides and notes in both files, in their order. */
async function words(scene: Scene): Promise<{ pptx: string[]; html: string }> {
  const parts = await written(scene);
  const pptx = [...parts]
    .filter(([name]) => /^ppt\/(?:slides\/slide|notesSlides\/notesSlide|charts\/chart)\d+\.xml$/.test(name))
    .map(([name, xml]) => `${name}: ${[...String(xml).matchAll(/<(?:a:t|c:v)>([^<]*)</g)].map(([, text]) => text).join('')}`)
    .toSorted();
  const html = new TextDecoder().decode((await writeHtml(scene, FONTS)).value);
  const slides = html.slice(html.indexOf('<main'), html.search(SOURCES));
  return { pptx: pptx.map((text) => text.replace(SAID, '')), html: slides.replace(/<[^>]*>/g, '').replace(SAID, '') };
}

const HEAD = 'title: T\noptions: { markOwn: false }\nitems:\n  - topic: a/t\n    depth: full\n';
const renamed = (blocks: readonly LabelledBlock[], names: ReadonlyMap<string, string>): string =>
  writeLabelled(blocks).replace(/\b(?:w\d+x|1\d{3})\b/g, (label) => names.get(label) ?? label);

describe.each(PACKS)('a briefing’s words, in both files of %s', (pack) => {
  it('stand where the article’s would, each once, and everything else stands as it did', async () => {
    await fc.assert(
      fc.asyncProperty(labelledBlocks, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), async (blocks, chosen) => {
        const text = writeLabelled(blocks);
        const topic = unwrap(parseArticle(text, { file: 'a.md' })).topics[0] ?? expect.fail();
        const { lines } = placesIn(topic);
        const labels = labelsOf(blocks);
        const names = new Map(
          chosen
            .map((at) => labels[at % labels.length] ?? '')
            .map((label) => [label, label.startsWith('w') ? label.replace('w', 'q') : `8${label.slice(1)}`]),
        );
        const edits = [...names].map(([label, name]): BriefingEdit => {
          const place = lines.find((line) => new RegExp(`^${label}(?![0-9a-z])`).test(line.text)) ?? expect.fail(label);
          const words = place.text.startsWith(`${label}.`) ? `${name}.` : name;
          return { kind: 'line', item: { key: 'a/t' }, ...place, text: words, sourced: true };
        });
        const { value, problems } = briefingWith(unwrap(parseBriefing(HEAD, { file: 'b.yaml' })), edits);
        expect(problems).toEqual([]);
        const byOverride = await words(await articleScene({ articles: [text], pack, briefing: writeBriefing(value) }));
        const byArticle = await words(await articleScene({ articles: [renamed(blocks, names)], pack, briefing: HEAD }));
        expect(byOverride).toEqual(byArticle);
        for (const [label, name] of names) {
          const all = `${byOverride.pptx.join('\n')}\n${byOverride.html}`;
          expect([all.includes(name), new RegExp(`\\b${label}\\b`).test(all)]).toEqual([true, false]);
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});

describe('a line that was reworded by hand', () => {
  const article = '---\ntitle: A\nlanguage: LANGUAGE\n---\n\n## H {#t}\n\nS. [¶1]\n\n- One. [¶2]\n- Two. [¶2]\n';
  const briefing = 'title: T\nitems:\n  - topic: a/t\n    overrides:\n      points: [{ position: 1, hash: "HASH", text: "Eins. [¶2]" }]\n';
  const files = async (language: string, pack: string, forPresenter = true): Promise<{ notes: string; html: string }> => {
    const text = article.replace('LANGUAGE', language);
    const [, , point] = placesIn(unwrap(parseArticle(text, { file: 'a.md' })).topics[0] ?? expect.fail()).lines;
    const scene = await articleScene({ articles: [text], pack, briefing: briefing.replace('HASH', point?.hash ?? ''), forPresenter });
    const parts = await written(scene);
    const notes = [...parts]
      .filter(([name]) => name.startsWith('ppt/notesSlides/notesSlide'))
      .map(([, xml]) => String(xml).replace(/<[^>]*>/g, ''));
    const html = new TextDecoder().decode((await writeHtml(scene, FONTS)).value);
    return { notes: notes.join('\n'), html: html.slice(html.search(SOURCES), html.indexOf('</main>')).replace(/<[^>]*>/g, '') };
  };

  it.each(PACKS)('is said to be, with its source, in %s: in the notes and among the sources', async (pack) => {
    const { notes, html } = await files('en', pack);
    expect(notes.match(/paragraph 2[^[]*reworded by hand: “Eins\.”/g)?.length).toBeGreaterThan(0);
    expect(notes).not.toMatch(/paragraph 1 – reworded/);
    expect(html.match(/reworded by hand: “Eins\.”/g)).toHaveLength(1);
  });

  it('is said in the deck’s language, and not to the audience', async () => {
    expect((await files('ar', 'policy-brief')).notes).toContain('أُعيدت صياغته يدويًا');
    expect((await files('de', 'policy-brief')).html).toContain('von Hand umformuliert');
    const audience = await files('de', 'policy-brief', false);
    expect(`${audience.notes}${audience.html}`).not.toContain('umformuliert');
  });
});
