import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faceFinder } from '../../src/core/layout/font/faces.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { unwrap } from '../../src/core/base/errors.ts';
import type { Pack } from '../../src/core/template/types.ts';
import { proofPack } from '../../src/workspace/proof.ts';
import { loadPack } from '../../src/workspace/packs.ts';
import { readFontFile } from '../../src/workspace/font-file.ts';
import { withPackFonts, type PackFonts } from '../../src/workspace/pack-fonts.ts';
import { check } from '../../src/workspace/library.ts';
import { resourcesBelow } from '../../src/workspace/resources.ts';
import { builtCli } from '../support/built/index.ts';
import { folderWith } from '../support/cli.ts';
import { endlessCharacters, fontNamed, withTable } from '../support/font-bytes.ts';
import { FONTS } from '../support/layout.ts';

const built = builtCli();
const WORDS = 'The river board’s forecast, AVATAR first';

async function packWith(fonts: Readonly<Record<string, Uint8Array>>, theme = (text: string): string => text): Promise<Pack> {
  const pack = unwrap(await loadPack(join(process.cwd(), 'templates', 'policy-brief'), 'my-pack'));
  const assets = new Map([...pack.assets, ...Object.entries(fonts).map(([name, bytes]) => [`fonts/${name}`, bytes] as const)]);
  return { ...pack, assets, theme: theme(pack.theme), folder: 'my-pack' };
}

async function read(fonts: Readonly<Record<string, Uint8Array>>): Promise<PackFonts> {
  return withPackFonts(FONTS, await packWith(fonts), built.worker());
}

const restricted = (font: Uint8Array): Uint8Array =>
  withTable(font, 'OS/2', (table) => {
    new DataView(table.buffer, table.byteOffset).setUint16(8, 2);
    return table;
  });

it('a font of endless characters is refused before any is listed', () => {
  expect(() => readFontFile(withTable(fontNamed('Brandix'), 'cmap', endlessCharacters))).toThrow('too many characters');
});

it('checking a pack reads its fonts too', async () => {
  const folder = await folderWith();
  await cp(join(process.cwd(), 'templates', 'policy-brief'), join(folder, 'my-pack'), { recursive: true });
  await mkdir(join(folder, 'my-pack', 'fonts'));
  await writeFile(join(folder, 'my-pack', 'fonts', 'Bad.ttf'), 'no font');
  const { problems } = await check(['my-pack'], folder, { ...resourcesBelow(process.cwd()), worker: built.worker() });
  expect(problems.map(({ code, place }) => [code, place?.file])).toEqual([['pack/font', 'my-pack/fonts/Bad.ttf']]);
});

describe('a pack’s own fonts', () => {
  it('are all read, though more than are remembered', async () => {
    // Each file is another one by a byte behind its tables, which no reader looks at.
    const many = Array.from({ length: 70 }, (_, n) => [`Brand${n}.ttf`, Buffer.concat([fontNamed('Brandix'), Buffer.of(n)])] as const);
    const { problems } = await withPackFonts(FONTS, await packWith(Object.fromEntries(many)), built.worker());
    expect(problems).toEqual([]);
  });

  it('are measured as they are', async () => {
    const { fonts, problems } = await read({ 'Brand.ttf': fontNamed('Brandix') });
    expect(problems).toEqual([]);
    const width = (family: string): number => faceFinder(fonts)(family, 400, 'normal').width(WORDS, true);
    expect(width('Brandix')).toBe(width('Carlito'));
    expect(width('Brandix')).not.toBe(faceFinder(FONTS)('Brandix', 400, 'normal').width(WORDS, true));
  });

  it('go before bundled ones of the same name', async () => {
    const { fonts } = await read({ 'Carlito.ttf': fontNamed('Carlito') });
    expect(fonts.files.filter(({ family }) => family === 'Carlito')).toHaveLength(1);
  });

  it('are put into the HTML deck, cut to what it shows, and no warning says that they are missing', async () => {
    const pack = await packWith({ 'Brand.ttf': fontNamed('Brandix') }, (text) =>
      text.replace(/^fonts:\n(?: .*\n)+/m, 'fonts: { heading: Brandix, body: Brandix }\n'),
    );
    expect(pack.theme).toContain('body: Brandix');
    const { fonts } = await withPackFonts(FONTS, pack, built.worker());
    const made = proofPack(pack, { format: '16:9', variant: 'light', direction: 'ltr' }, fonts);
    expect(made.problems.map(({ code }) => code)).not.toContain('layout/font-missing');
    const html = new TextDecoder().decode((await writeHtml(unwrap(made), fonts)).value);
    expect(html).toMatch(/@font-face\{font-family:"Deck Brandix";[^}]*src:url\(data:font\/woff2/);
  });

  it.each([
    ['no font at all', () => new TextEncoder().encode('no font'), 'no font that can be read'],
    ['a font cut off in the middle', () => fontNamed('Brandix').slice(0, 900), 'no font that can be read'],
    ['a font that may not be embedded', () => restricted(fontNamed('Brandix')), 'does not allow'],
    [
      'a font that cannot be cut',
      () => withTable(fontNamed('Brandix'), 'GSUB', (table) => table.map((byte, i) => (i > 8 ? (byte * 7 + i) & 255 : byte))),
      'no font that can be read',
    ],
    ['a font of endless characters', () => withTable(fontNamed('Brandix'), 'cmap', endlessCharacters), 'no font that can be read'],
  ])(
    'leave out %s, with a warning',
    async (_, bytes, message) => {
      const { fonts, problems } = await read({ 'Bad.ttf': bytes(), 'Good.ttf': fontNamed('Goodish') });
      expect(problems).toMatchObject([{ code: 'pack/font', place: { file: 'my-pack/fonts/Bad.ttf' } }]);
      expect(problems[0]?.message).toContain(message);
      const own = fonts.files.filter(({ family }) => !FONTS.files.some((file) => file.family === family));
      expect(own.map(({ family }) => family)).toEqual(['Goodish']);
    },
    40_000,
  );
});
