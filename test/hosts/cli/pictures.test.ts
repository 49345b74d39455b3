import { execFile } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/core/write/pptx/lint/index.ts';
import { builtCli } from '../../support/built/index.ts';
import { folderWith, lectern } from '../../support/cli.ts';
import { opened } from '../../support/package.ts';
import { camera, corners, image, photo, quarters, raw, svg } from '../../support/pictures.ts';
import { validate } from '../../support/validator.ts';

const run = promisify(execFile);
const built = builtCli();

const QUARTERS =
  '<rect width="30" height="20" fill="#f00"/><rect x="30" width="30" height="20" fill="#0f0"/>' +
  '<rect y="20" width="30" height="20" fill="#00f"/><rect x="30" y="20" width="30" height="20" fill="#fff"/>';

/** An article with a topic for each picture, by its name. */
const article = (names: readonly string[]): string =>
  `---\ntitle: Pictures\nlanguage: en\npublished: 2025-01-01\n---\n${names
    .map((name, i) => `\n## Picture ${i + 1} {#p${i + 1}}\n\n![What ${name} shows](${name})\n`)
    .join('')}`;

async function pictures(): Promise<Record<string, Uint8Array>> {
  const frames = [
    await image(quarters(96, 64)).png().toBuffer(),
    await image(raw(96, 64, () => [0, 0, 0]))
      .png()
      .toBuffer(),
  ];
  return {
    'drawing.svg': svg(`<script>alert(1)</script>${QUARTERS}<image href="file:///etc/passwd"/>`, 'viewBox="0 0 60 40"'),
    'turned.jpg': await camera(quarters(96, 64), 6),
    'lossy.webp': await image(quarters(96, 64)).webp({ quality: 90 }).toBuffer(),
    'moving.gif': await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
    'wrong ending.png': await image(quarters(48, 32)).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
    'clear.png': await image(quarters(90, 60)).ensureAlpha(0.99).png().toBuffer(),
    'large.jpg': await image(photo(2400, 1600)).jpeg({ quality: 95 }).toBuffer(),
  };
}

async function build(folder: string, ...options: string[]): Promise<{ err: string; pptx: Uint8Array; html: string }> {
  const { status, err } = await lectern(folder, 'build', 'a.md', '--depth', 'full', ...options);
  expect(err).not.toContain('error');
  expect(status).toBe(0);
  return { err, pptx: await readFile(join(folder, 'a.pptx')), html: await readFile(join(folder, 'a.html'), 'utf8') };
}

const shownIn = (html: string): Buffer[] =>
  [...html.matchAll(/(?:src|href)="data:image\/[\w+]+;base64,([^"]+)"/g)].map(([, text = '']) => Buffer.from(text, 'base64'));

const mediaOf = (pptx: Uint8Array, ending: RegExp): Map<string, Buffer> =>
  new Map(
    [...opened(pptx)].flatMap(([name, content]) =>
      ending.test(name) && typeof content !== 'string' ? [[name, Buffer.from(content)] as const] : [],
    ),
  );

describe('lectern build with pictures of every kind', () => {
  it('shows the same bytes in both files, upright, in a sound package', async () => {
    const files = await pictures();
    const folder = await folderWith({ ...files, 'a.md': article(Object.keys(files)) });
    const { err, pptx, html } = await build(folder);
    expect(await validate(pptx)).toEqual([]);
    expect(lint(opened(pptx))).toEqual([]);
    // The pictures here are a few pixels large, which is said of those made of pixels.
    const codes = [...err.matchAll(/warning (\S+):/g)].map(([, code]) => code);
    expect(codes.filter((code) => code !== 'layout/image-small')).toEqual(['article/image-changed', 'article/image-changed']);
    expect(codes.filter((code) => code === 'layout/image-small')).toHaveLength(5);

    const shown = shownIn(html);
    expect(shown).toHaveLength(7);
    const stored = mediaOf(pptx, /^ppt\/media\//);
    const drawings = mediaOf(pptx, /\.svg$/);
    expect([stored.size, drawings.size]).toEqual([8, 1]);
    for (const bytes of shown) expect([...stored.values()].some((other) => other.equals(bytes))).toBe(true);
    for (const bytes of shown.slice(0, 6)) expect(await corners(bytes)).toBe('RGBW');
    for (const bytes of stored.values()) expect(bytes.toString('latin1')).not.toMatch(/SECRETNAME|Exif|alert|passwd/);
    expect(html).not.toMatch(/passwd|file:\/\//);

    // As PowerPoint writes it: the PNG is the picture, and the drawing an extension of it.
    const slides = [...opened(pptx)].flatMap(([name, xml]) =>
      /^ppt\/slides\/slide\d+\.xml$/.test(name) && typeof xml === 'string' ? [[name, xml] as const] : [],
    );
    const [name, xml] = slides.find(([, text]) => text.includes('svgBlip')) ?? ['', ''];
    const [, pixels, drawing] =
      /<a:blip r:embed="(rId\d+)"><a:extLst><a:ext uri="\{96DAC541-7B7A-43D3-8B79-37D633B846F1\}"><asvg:svgBlip xmlns:asvg="http:\/\/schemas\.microsoft\.com\/office\/drawing\/2016\/SVG\/main" r:embed="(rId\d+)"\/><\/a:ext><\/a:extLst><\/a:blip>/.exec(
        xml,
      ) ?? [];
    const relationships = String(opened(pptx).get(name.replace('slides/', 'slides/_rels/').concat('.rels')));
    expect(relationships).toMatch(new RegExp(`Id="${pixels ?? ''}"[^>]*\\.png"`));
    expect(relationships).toMatch(new RegExp(`Id="${drawing ?? ''}"[^>]*\\.svg"`));
    expect(String(opened(pptx).get('[Content_Types].xml'))).toContain('<Default Extension="svg" ContentType="image/svg+xml"/>');
  });

  it('gives the same bytes every time, and knows its own file again', async () => {
    const files = await pictures();
    const folder = await folderWith({ ...files, 'a.md': article(Object.keys(files)) });
    const first = await build(folder);
    const second = await build(folder);
    expect(Buffer.compare(first.pptx, second.pptx)).toBe(0);
    expect(second.html).toBe(first.html);
    const { out } = await lectern(folder, 'inspect', 'a.pptx');
    expect(out).not.toMatch(/edited/);
  });

  it('stores a picture once that stands in two places, for the larger of them', async () => {
    const folder = await folderWith({
      'large.jpg': await image(photo(2400, 1600)).jpeg({ quality: 95 }).toBuffer(),
      'a.md': article(['large.jpg', 'large.jpg']),
    });
    const { pptx, html } = await build(folder);
    expect(mediaOf(pptx, /^ppt\/media\//).size).toBe(1);
    expect(shownIn(html)).toHaveLength(1);
  });

  it('stores more of it for paper, and all of it where that is asked for, by the command line or the briefing', async () => {
    const folder = await folderWith({
      'large.jpg': await image(photo(2400, 1600)).jpeg({ quality: 95 }).toBuffer(),
      'a.md': article(['large.jpg']),
    });
    const widths: (number | undefined)[] = [];
    for (const quality of ['screen', 'print', 'original']) {
      const [bytes] = shownIn((await build(folder, '--pictures', quality)).html);
      widths.push((await sharp(bytes).metadata()).width);
    }
    expect(widths).toEqual([...widths].sort((a = 0, b = 0) => a - b));
    expect(new Set(widths).size).toBe(3);
    expect(widths[2]).toBe(2400);
    await writeFile(
      join(folder, 'b.briefing.yaml'),
      'title: B\noptions:\n  pictures: original\nitems:\n  - topic: a/p1\n    depth: full\n',
    );
    expect((await lectern(folder, 'build', 'b.briefing.yaml')).status).toBe(0);
    const [bytes] = shownIn(await readFile(join(folder, 'b.html'), 'utf8'));
    expect((await sharp(bytes).metadata()).width).toBe(2400);
  });

  it('refuses what is no picture, with its place and what to do', async () => {
    const folder = await folderWith({
      'a.md': article(['phone.jpg', 'cut.png']),
      'phone.jpg': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'),
      'cut.png': (await image(quarters(96, 64)).png().toBuffer()).subarray(0, 90),
    });
    const { status, err } = await lectern(folder, 'build', 'a.md', '--depth', 'full');
    expect(status).toBe(1);
    expect(err).toMatch(/a\.md, phone\.jpg: error article\/image-unreadable: the image is HEIC/);
    expect(err).toMatch(/a\.md, cut\.png: error article\/image-unreadable: the image is damaged or cut off/);
    expect(err).toContain('Export it as JPEG');
  });
});

describe('the library for pictures', () => {
  const watched = async (folder: string): Promise<string> => {
    const before = `import Module from 'node:module'; const load = Module._load; Module._load = (name, ...more) => { if (name === 'sharp') console.error('LOADED'); return load(name, ...more); };`;
    const { stderr } = await run(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(before)}`, built.main(), 'build', 'a.md', '--depth', 'full'],
      { cwd: folder },
    );
    return stderr;
  };

  it('works as WebAssembly where no binary fits, and says that words are missing from an SVG’s pixels', async () => {
    const files = {
      'words.svg': svg('<text x="5" y="20">Words</text>'),
      'photo.webp': await image(photo(900, 600)).webp({ quality: 98 }).toBuffer(),
      'turned.jpg': await camera(quarters(96, 64), 8),
    };
    const folder = await folderWith({ ...files, 'a.md': article(Object.keys(files)) });
    const before = `import Module from 'node:module'; const find = Module._resolveFilename; Module._resolveFilename = (name, ...more) => { if (name.startsWith('@img/sharp-') && !name.includes('wasm32')) throw Object.assign(new Error('none'), { code: 'MODULE_NOT_FOUND' }); return find(name, ...more); };`;
    const options = ['--import', `data:text/javascript,${encodeURIComponent(before)}`, built.main(), 'build', 'a.md', '--depth', 'full'];
    const { stderr } = await run(process.execPath, options, { cwd: folder });
    expect(stderr.match(/warning article\/image[^\n]*/g)).toEqual([expect.stringContaining('without its words') as unknown]);
    const shown = shownIn(await readFile(join(folder, 'a.html'), 'utf8'));
    expect(shown).toHaveLength(3);
    expect(await corners(shown[2] ?? Buffer.alloc(0))).toBe('RGBW');
  });

  it('is not loaded for a deck whose pictures are fit as they are', async () => {
    const fit = await folderWith({ 'a.md': article(['a.png']), 'a.png': await readFile('content/river-port-map.png') });
    expect(await watched(fit)).not.toContain('LOADED');
    expect((await stat(join(fit, 'a.pptx'))).size).toBeGreaterThan(60_000);
    const turned = await folderWith({ 'a.md': article(['a.jpg']), 'a.jpg': await camera(quarters(96, 64), 6) });
    expect(await watched(turned)).toContain('LOADED');
  });
});
