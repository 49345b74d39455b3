import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { ingest } from '../../src/core/intake/index.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { articleScene } from '../support/article-scene.ts';
import { parts } from '../support/build.ts';
import { FONTS } from '../support/layout.ts';
import { PACKS } from '../support/samples.ts';

const COMMENTED = `---
title: The lock
---

<!-- quokka -->

## Ships <!-- quokka --> wait {#ships}

They wait. <!-- quokka -->

- Eight <!-- quokka --> at a time.
- <!-- quokka -->
<!-- quokka

quokka -->
- Twelve in May.

> It will <!-- quokka --> pay.
> — Ana Ruiz, harbour master <!-- quokka -->

:::chart{type=bar title="Ships <!-- quokka -->"}
| Year | Ships <!-- quokka --> |
|---|---|
| 2022 | 31 <!-- quokka --> |
<!-- quokka -->
| 2023 | 28 |
:::

:::timeline
| Date | Event |
|---|---|
| 2019 <!-- quokka --> | It is widened. |
:::

:::figures
| Value | Unit | Label |
|---|---|---|
| 8 <!-- quokka --> | ships | at a time |
:::

:::notes
Say it. <!-- quokka -->
:::
`;
const PLAIN = COMMENTED.replace(/^- <!-- quokka -->\n/m, '')
  .replace(/^<!-- quokka[^>]*-->\n/gm, '')
  .replace(/ <!-- quokka -->/g, '');

const BRIEFING = `title: T # quokka
items:
  - topic: a/ships
    depth: full
    overrides:
      headline: Ships <!-- quokka --> stand
      notes: Say <!-- quokka --> this.
  - own: Mine
    body: |
      Which quay? <!-- quokka -->
`;

async function files(scene: Scene): Promise<string> {
  const pptx = parts((await writePptx(scene)).value);
  return [new TextDecoder().decode((await writeHtml(scene, FONTS)).value), ...pptx.values()].join('\n');
}

describe.each(PACKS)('comments, in %s', (pack) => {
  it('leave the deck as it is without them', async () => {
    expect(PLAIN).not.toContain('quokka');
    const [scene, plain] = [await articleScene({ articles: [COMMENTED], pack }), await articleScene({ articles: [PLAIN], pack })];
    expect(scene.slides).toEqual(plain.slides);
  });

  it('stand in neither file of either copy, nor in what it says of how it was made', async () => {
    for (const forPresenter of [true, false]) {
      const scene = await articleScene({ articles: [COMMENTED], pack, briefing: BRIEFING, forPresenter });
      expect(await files(scene)).not.toContain('quokka');
      expect(JSON.stringify(scene.slides)).not.toContain('quokka');
      expect(scene.meta.recipe ?? '').not.toContain('quokka');
    }
  });
});

describe('comments of a raw article', () => {
  const words = async (
    text: string,
    name: string,
  ): Promise<{ text: string; problems: readonly { code: string; line: number | undefined }[] }> => {
    const { value, problems } = await ingest(new TextEncoder().encode(text), { name });
    if (value === null) throw new Error(JSON.stringify(problems));
    return { text: JSON.stringify(value), problems: problems.map(({ code, place }) => ({ code, line: place?.line })) };
  };
  const LONG = 'The port counted its ships again this year and found that there were fewer of them than before.';

  it('become nothing, in Markdown', async () => {
    const raw = `# The lock <!-- quokka -->\n\n<!-- quokka\n\n## quokka\n\n[^1]: quokka\n-->\n\n${LONG}\n\n<!-- quokka --> ${LONG.replace('port', 'harbour')}\n\n- One point <!-- quokka --> here\n<!-- quokka -->\n- Another\n`;
    const taken = await words(raw, 'lock.md');
    expect(taken.text).not.toContain('quokka');
    expect(taken.text).toContain('The harbour counted');
    expect(taken.text).toContain('Another');
  });

  it('are warned about where they have no end, and take no words with them', async () => {
    const taken = await words(`# The lock\n\n${LONG}\n\n<!-- ask Ana\n\n${LONG.replace('port', 'harbour')}\n`, 'lock.md');
    expect(taken.problems).toContainEqual({ code: 'intake/comment-unclosed', line: 5 });
    expect(taken.text).toContain('The harbour counted');
    expect(taken.text).not.toContain('<!--');
  });

  it('become nothing, in HTML', async () => {
    const raw = `<html><head><title>The lock</title></head><body><article><h1>The lock<!-- quokka --></h1><!-- quokka --><p>${LONG}<!-- quokka --></p><!--[if IE]><p>quokka</p><![endif]--><p>${LONG.replace('port', 'harbour')}</p><ul><li>One point here<!-- quokka --></li></ul></article></body></html>`;
    const taken = await words(raw, 'lock.html');
    expect(taken.text).not.toContain('quokka');
    expect(taken.text).toContain('The harbour counted');
  });

  it.each([
    ['never closed', '<!-- ask <p>THERE</p>', [{ code: 'intake/comment-unclosed', line: 3 }]],
    ['empty, as browsers read it', '<!--> <p>THERE</p>', []],
    ['ended as browsers end it', '<!-- quokka --!> <p>THERE</p> <!-- quokka -->', []],
    ['that shows to some programs', '<!--[if !mso]><!--><p>THERE</p><!--<![endif]-->', []],
    ['in a script', '<script>var a = "<!--";</script><p>THERE</p>', []],
  ])('take no words with them in HTML: %s', async (_, html, expected) => {
    const there = LONG.replace('port', 'harbour');
    const raw = `<html><body>\n<h1>The lock</h1><p>${LONG}</p>\n${html.replace('THERE', there)}\n<p>${LONG.replace('ships', 'boats')}</p></body></html>`;
    const taken = await words(raw, 'lock.html');
    expect(taken.text).toContain(there);
    expect(taken.text).toContain('boats');
    expect(taken.text).not.toContain('quokka');
    expect(taken.problems.filter(({ code }) => code === 'intake/comment-unclosed')).toEqual(expected);
  });

  it('become no part of a title, from front matter or a page’s head', async () => {
    expect((await words(`---\ntitle: Lock <!-- quokka -->\n---\n\n${LONG}\n`, 'lock.md')).text).not.toContain('quokka');
    const page = `<html><head><title>Lock <!-- quokka --></title></head><body><p>${LONG}</p><p>${LONG.replace('port', 'dock')}</p></body></html>`;
    expect((await words(page, 'lock.html')).text).not.toContain('quokka');
  });
});
