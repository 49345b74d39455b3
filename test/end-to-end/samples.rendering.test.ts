import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '../../src/core/base/errors.ts';
import { buildScene, loadBriefing, loadPackFor } from '../../src/workspace/build.ts';
import { loadFonts } from '../../src/workspace/fonts.ts';
import { resourcesBelow } from '../../src/workspace/resources.ts';
import { buildBoth, parts, slideParts, titleOf, words, type Built } from '../support/build.ts';
import { CHROMIUM, lacks, launchChromium, type Browser } from '../support/chromium.ts';
import { folderWith, lectern } from '../support/cli.ts';
import { watch } from '../support/deck-page.ts';
import { convert, hasLibreOffice } from '../support/libreoffice.ts';
import { validate } from '../support/validator.ts';

const root = process.cwd();
const SAMPLES = ['south-caucasus', 'river-port'];
const built = new Map<string, Built>();
const of = (sample: string): Built => {
  const found = built.get(sample);
  if (!found) throw new Error(`${sample} was not built`);
  return found;
};

/** Pages of a PDF, by its page objects. */
const pages = (pdf: Uint8Array): number =>
  [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type\s*\/Page\b(?!s)/g),
  ].length;

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'lectern-samples-'));
  for (const sample of SAMPLES) built.set(sample, await buildBoth(root, out, `content/${sample}.briefing.yaml`));
});

afterAll(() => rm(out, { recursive: true, force: true }));

describe.each(SAMPLES)('the sample %s', (sample) => {
  it('is valid by the Open XML SDK', async () => {
    expect(await validate(of(sample).pptx)).toEqual([]);
  });

  it('raises no warning', () => {
    expect(of(sample).warnings).toEqual([]);
  });

  it.skipIf(!hasLibreOffice('test/end-to-end/samples.rendering.test.ts'))(
    'is opened by LibreOffice with as many pages as slides',
    async () => {
      expect(pages(await convert(of(sample).pptx, { format: 'pdf' }))).toBe(of(sample).slides);
    },
  );

  it('has a title placeholder with words on every slide, each title once', () => {
    const titles = slideParts(of(sample).pptx).map(titleOf);
    expect(titles).toHaveLength(of(sample).slides);
    for (const title of titles) expect(title).toMatch(/\S/);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('has notes where the template gives them', () => {
    const notes = [...parts(of(sample).pptx)].filter(([name]) => /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(name));
    const filled = notes.filter(([, xml]) => words(xml).length > 40);
    expect(filled.length).toBeGreaterThanOrEqual(8);
  });

  it('carries its mark on every slide', () => {
    const mark = sample === 'river-port' ? 'EXAMPLE' : 'FOR INTERNAL USE';
    for (const slide of slideParts(of(sample).pptx)) expect(words(slide)).toContain(mark);
  });
});

describe.skipIf(lacks('Chromium', CHROMIUM, 'test/end-to-end/samples.rendering.test.ts'))(
  'the samples in Chromium, from disk, network off',
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(() => browser.close());

    it.each(SAMPLES)('%s asks for nothing, reports nothing, and shows the same titles as the PowerPoint', async (sample) => {
      const context = await browser.newContext({ offline: true });
      const page = await context.newPage();
      const faults: string[] = [];
      watch(page, faults);
      await page.goto(pathToFileURL(of(sample).htmlFile).href);
      const titles = await page.$$eval('article[data-id] :is(h1, h2)', (all) => all.map((h) => h.textContent.replace(/\s+/g, ' ').trim()));
      expect(titles).toEqual(slideParts(of(sample).pptx).map((slide) => titleOf(slide)?.replace(/\s+/g, ' ').trim()));
      expect(faults).toEqual([]);
      await context.close();
    });
  },
);

describe('two articles in one briefing', () => {
  it('resolve every source number to one entry with the right article and paragraph', async () => {
    const folder = await folderWith();
    await cp(join(root, 'content'), join(folder, 'content'), { recursive: true });
    const file = join(folder, 'two-articles.briefing.yaml');
    await cp(join(root, 'test/fixtures/briefings/two-articles.briefing.yaml'), file);
    const resources = resourcesBelow(root);
    const loaded = unwrap(await loadBriefing(file, folder));
    // Lines carry their numbers where the briefing asks for them.
    const briefing = { ...loaded.briefing, options: { ...loaded.briefing.options, numbers: true } };
    const sources = { ...loaded, briefing };
    const pack = unwrap(await loadPackFor({ name: 'policy-brief', by: 'briefing' }, file, resources, folder));
    const fonts = await loadFonts(resources.fonts);
    const { scene } = unwrap(await buildScene({ sources, pack, forPresenter: true, fonts }));

    const used = [...new Set(scene.slides.flatMap((slide) => slide.refs))].sort((a, b) => a - b);
    expect(used.length).toBeGreaterThan(10);
    expect(scene.sources.map((s) => s.number)).toEqual(used);
    expect(new Set(scene.sources.map((s) => s.article)).size).toBe(2);
    expect(new Set(scene.sources.map((s) => `${s.article} ${s.paragraph ?? ''}`)).size).toBe(scene.sources.length);
    for (const source of scene.sources) {
      const article = sources.articles.get(source.article)?.entry;
      expect(source.title).toBe(article?.article.title);
      expect(source.excerpt).toBe(article?.source?.paragraphs[(source.paragraph ?? 0) - 1]);
    }
    const entries = scene.slides
      .filter((s) => s.kind === 'sources')
      .flatMap((s) => s.boxes.filter((b) => b.kind === 'text' && b.role === 'body'));
    const numbered = entries.flatMap((b) =>
      b.kind === 'text' ? b.paragraphs.map((p) => p.bullet).filter((n) => typeof n === 'number') : [],
    );
    expect(numbered).toEqual(used);
  });
});

describe('the audience’s copy', () => {
  it('has no notes, no excerpts, no recipe and no folder name, and keeps the mark', async () => {
    const MARKER = 'Zzyzxmarker';
    const folder = await folderWith({
      [`${MARKER}/content/a.md`]: `---\ntitle: A\n---\n\n## Topic {#t}\n\nWhat it says. [¶1]\n\n- A point. [¶1]\n\n:::notes\nNotes with ${MARKER}.\n:::\n`,
      [`${MARKER}/content/a.source.txt`]: `An excerpt with ${MARKER}.\n`,
      [`${MARKER}/b.briefing.yaml`]: 'title: B\nmark: EMBARGO\ntemplate: policy-brief\nitems:\n  - topic: a/t\n    depth: full\n',
    });
    const presenter = await buildBoth(join(folder, MARKER), join(folder, 'presenter'), 'b.briefing.yaml');
    expect([...parts(presenter.pptx).values()].join('')).toContain(MARKER);
    expect(presenter.html).toContain(MARKER);
    const audience = await buildBoth(join(folder, MARKER), join(folder, 'audience'), 'b.briefing.yaml', '--for', 'audience');
    const leaks = [...parts(audience.pptx)].filter(([name, text]) => (name + text).includes(MARKER)).map(([name]) => name);
    expect(leaks).toEqual([]);
    expect(audience.html).not.toContain(MARKER);
    for (const slide of slideParts(audience.pptx)) expect(words(slide)).toContain('EMBARGO');
    expect(audience.html.split('EMBARGO').length - 1).toBeGreaterThanOrEqual(audience.slides);
  });
});

describe('awkward text', () => {
  const AWKWARD = ['<script>alert(1)</script>', ']]>', '🙂👩‍👩‍👧', 'שלום עולם', 'مرحبا بالعالم', '简体中文测试', '& " \'', '{{deck.title}}'];

  it('comes out as written in both formats, control characters left out', async () => {
    const lines = AWKWARD.map((text) => `- ${text.replace(/[<\\[\]&*_]/g, '\\$&')} end`).join('\n');
    const folder = await folderWith({ 'a.md': `---\ntitle: A\u0007B\n---\n\n## Topic {#t}\n\nSummary\u0001 text.\n\n${lines}\n` });
    const both = await buildBoth(folder, join(folder, 'out'), 'a.md');
    const shown = slideParts(both.pptx).map(words).join('\n');
    for (const text of AWKWARD) expect(shown).toContain(`${text} end`);
    const xml = [...parts(both.pptx)].filter(([name]) => name.endsWith('.xml')).map(([, text]) => text);
    const isControl = (c: string): boolean => c < ' ' && !'\t\n\r'.includes(c);
    expect(Array.from(xml.join('')).some(isControl)).toBe(false);
    expect(await validate(both.pptx)).toEqual([]);
    expect(both.html).not.toContain('<script>alert(1)');
    expect(both.html).toContain('&lt;script&gt;alert(1)');
  });
});

describe('building', () => {
  it('leaves no temporary file', async () => {
    expect((await readdir(out)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('prints where the files are, how many slides and how long', async () => {
    const { status, out: printed } = await lectern(root, 'build', 'content/south-caucasus.briefing.yaml', '--out', out);
    expect(status).toBe(0);
    expect(printed).toMatch(/south-caucasus\.pptx {2}\d+ kB\n.*south-caucasus\.html {2}\d+ kB\n\d+ slides in \d+\.\d s\n/);
  });
});
