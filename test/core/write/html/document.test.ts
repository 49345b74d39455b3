import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { FontLibrary, Scene } from '../../../../src/core/layout/types.ts';
import { writeHtml } from '../../../../src/core/write/html/index.ts';
import { deckRuntime } from '../../../../scripts/deck-runtime.ts';
import * as generated from '../../../../src/core/write/html/generated.ts';
import { FACES, paragraph, scene, slide, source, textBox } from '../../../support/html-scene.ts';

const NO_FONTS: FontLibrary = { files: [] };

async function write(s: Scene, fonts: FontLibrary = NO_FONTS): Promise<string> {
  return new TextDecoder().decode((await writeHtml(s, fonts)).value);
}

const body = textBox('body', 'body', [paragraph([{ text: 'Said ' }, { refs: [1] }])], { x: 54, y: 150 });
const withNotes = slide(2, 'Two', [body], { notes: [{ kind: 'text', runs: [{ text: 'SECRET NOTE' }] }], refs: [1], topic: 'folder/topic' });
const deck = (forPresenter: boolean): Scene =>
  scene([slide(1, 'One', []), withNotes], {
    sources: [source(1, { excerpt: forPresenter ? 'SECRET EXCERPT' : null })],
    meta: { forPresenter, recipe: forPresenter ? '{"lectern":1,"marker":"SECRET RECIPE"}' : null },
  });

describe('the content security policy', () => {
  it('names the hash of every script and style in the file, and allows nothing else', async () => {
    const { document } = parseHTML(await write(deck(true)));
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    const inFile = [...document.querySelectorAll('style, script:not([type])')].map(
      (element) => `'sha256-${createHash('sha256').update(element.textContent).digest('base64')}'`,
    );
    expect(inFile.length).toBeGreaterThan(4);
    expect([...policy.matchAll(/'sha256-[^']+'/g)].map(([hash]) => hash).sort()).toEqual([...inFile].sort());
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('is kept: no style attributes and no inline handlers', async () => {
    const { document } = parseHTML(await write(deck(true)));
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].map((a) => a.name));
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
  });
});

describe('the audience’s copy', () => {
  it('has no notes, excerpts, recipe, topics or minutes', async () => {
    const text = await write(deck(false));
    expect(text).not.toMatch(/SECRET|folder\/topic|data-seconds/);
    expect(text).not.toMatch(/presenter view/i);
    expect(text).toContain('"minutes":null');
  });

  it('has them in the presenter’s copy', async () => {
    const text = await write(deck(true));
    for (const words of ['SECRET NOTE', 'SECRET EXCERPT', 'SECRET RECIPE']) expect(text).toContain(words);
  });

  it('leaves out an excerpt that should not have come this far', async () => {
    expect(await write({ ...deck(true), meta: { ...deck(false).meta } })).not.toContain('SECRET');
  });
});

it('names language, direction, title and version', async () => {
  const { document } = parseHTML(
    await write(scene([slide(1, 'One', [])], { meta: { language: 'ar', direction: 'rtl', title: 'A <deck>' } })),
  );
  expect(document.documentElement.getAttribute('lang')).toBe('ar');
  expect(document.documentElement.getAttribute('dir')).toBe('rtl');
  expect(document.title).toBe('A <deck>');
  expect(document.querySelector('.colophon')?.textContent).toContain('0badcafe');
});

describe('fonts', () => {
  const file = (common: ReadonlySet<number> | null): FontLibrary['files'][number] => ({
    family: 'Carlito',
    weight: 400,
    style: 'normal',
    subset: 'latin',
    ranges: [[0, 255]],
    read: () => {
      throw new Error('cut at run time');
    },
    metrics: () => {
      throw new Error('not measured');
    },
    common: common && { codePoints: common, read: () => new Uint8Array([1, 2, 3]) },
  });
  const faces = [{ family: 'Calibri', twin: 'Carlito', exact: true, weight: 400, style: 'normal', codePoints: [65, 66, 67] } as const];

  it('that were made at build time are used where they have every character', async () => {
    const text = await write(scene([slide(1, 'One', [])], { faces }), { files: [file(new Set([65, 66, 67, 68]))] });
    expect(text).toContain('url(data:font/woff2;base64,AQID) format("woff2")');
    expect(text).not.toContain('unicode-range');
  });

  it('that come from several files say which characters each has', async () => {
    const upper = { ...file(new Set([65, 66])), ranges: [[0, 66]] as const };
    const lower = { ...file(new Set([67])), subset: 'latin-ext', ranges: [[67, 255]] as const };
    const text = await write(scene([slide(1, 'One', [])], { faces }), { files: [upper, lower] });
    expect([...text.matchAll(/unicode-range:([^;]+);/g)].map(([, range]) => range)).toEqual(['U+41-42', 'U+43']);
  });

  it('are cut where a character is missing', async () => {
    await expect(write(scene([slide(1, 'One', [])], { faces }), { files: [file(new Set([65, 66]))] })).rejects.toThrow('cut at run time');
  });

  it('of the machine are only named', async () => {
    const text = await write(scene([slide(1, 'One', [])], { faces: FACES.map((face) => ({ ...face, twin: null })) }));
    expect(text).not.toContain('@font-face');
    expect(text).toContain('"Calibri"');
  });
});

it('the deck’s script is the one built from its sources, and small', async () => {
  const current = await deckRuntime(process.cwd());
  for (const copy of Object.values(generated)) {
    expect(current, 'run npm run build').toContain(JSON.stringify(copy));
    expect(Buffer.byteLength(copy.script)).toBeLessThanOrEqual(36_000);
  }
});
