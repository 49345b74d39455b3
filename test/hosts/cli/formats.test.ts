import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FILE_FORMATS } from '../../../src/api/formats.ts';
import { SCENE_VERSION } from '../../../src/core/layout/index.ts';
import type { Scene } from '../../../src/core/layout/types.ts';
import { writeZip } from '../../../src/core/base/ooxml/zip.ts';
import { manyTopics } from '../../support/brief.ts';
import { CHROMIUM, lacks } from '../../support/chromium.ts';
import { folderWith, lectern } from '../../support/cli.ts';
import { opened, partText } from '../../support/package.ts';

const ARTICLE = '---\ntitle: The northern quay\n---\n\n## The quay is full {#quay}\n\nShips wait for two days.\n\n- The cranes are old.\n';

afterEach(() => void vi.unstubAllEnvs());

describe('lectern build --format', () => {
  it('names every format there is in its help and where a name is wrong', async () => {
    const folder = await folderWith();
    const [help, wrong] = [await lectern(folder, 'help', 'build'), await lectern(folder, 'build', 'a.md', '--format', 'docx')];
    for (const format of FILE_FORMATS) {
      expect(help.out).toContain(format);
      expect(wrong.err).toContain(format);
    }
    expect(wrong.status).toBe(2);
  });

  it('says what is missing where there is nothing to print a PDF with, and writes nothing', async () => {
    vi.stubEnv('LECTERN_CHROMIUM', '/no/such/program');
    const folder = await folderWith({ 'a.md': ARTICLE });
    const { status, err } = await lectern(folder, 'build', 'a.md', '--format', 'pptx,pdf');
    expect(status).toBe(1);
    expect(err).toContain('export/no-printer');
    expect(err).toContain('LECTERN_CHROMIUM');
    expect(await readdir(folder)).toEqual(['a.md']);
  });

  it('scene writes what both decks are drawn from, with where its words come from, and knows its own file again', async () => {
    const folder = await folderWith({ 'a.md': ARTICLE });
    const build = () => lectern(folder, 'build', 'a.md', '--format', 'scene', '--for', 'audience', '--depth', 'full');
    const path = join(folder, 'a.audience.scene.json');
    expect((await build()).status).toBe(0);
    expect((await build()).status).toBe(0);
    const text = await readFile(path, 'utf8');
    const { version, scene, digest } = JSON.parse(text) as { version: number; scene: Scene; digest: string };
    expect(version).toBe(SCENE_VERSION);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    const runs = scene.slides
      .flatMap(({ boxes }) => boxes.flatMap((box) => (box.kind === 'text' ? box.paragraphs : [])))
      .flatMap((p) => p.runs);
    expect(runs).toContainEqual({
      text: 'The cranes are old.',
      origins: [{ article: 'a', topic: 'quay', field: 'blocks.points', index: [0, 0] }],
    });
    await writeFile(path, text.replace('The cranes are old.', 'The cranes are new.'));
    const { status, err } = await build();
    expect([status, err.includes('export/edited')]).toEqual([1, true]);
  });

  it('--brief writes the deck’s one page beside it, and never over one that somebody has worked on', async () => {
    const folder = await folderWith({ 'a.md': ARTICLE });
    const build = (...more: string[]) => lectern(folder, 'build', 'a.md', '--format', 'scene', '--brief', '--depth', 'full', ...more);
    expect((await build()).status).toBe(0);
    expect((await build()).status).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['a.brief.docx', 'a.brief.html', 'a.md', 'a.scene.json']);
    const path = join(folder, 'a.brief.docx');
    const parts = opened(await readFile(path));
    parts.set('word/document.xml', partText(parts, 'word/document.xml').replace('Ships wait', 'Ships wait and wait'));
    const edited = writeZip(parts);
    await writeFile(path, edited);
    const { status, err } = await build();
    expect([status, err.includes('export/edited'), err.includes('a.brief.docx')]).toEqual([1, true, true]);
    expect(Buffer.compare(await readFile(path), Buffer.from(edited))).toBe(0);
    expect((await build('--keep-both')).status).toBe(0);
    expect((await readdir(folder)).filter((name) => name.endsWith('.docx')).sort()).toEqual(['a-2.brief.docx', 'a.brief.docx']);
  });

  it('says which topics a brief has less of, and builds it all the same', async () => {
    const folder = await folderWith({ 'a.md': manyTopics(40, 5) });
    const { status, err } = await lectern(folder, 'build', 'a.md', '--format', 'brief-html', '--depth', 'full');
    expect(status).toBe(0);
    expect(err).toContain('brief/shortened');
    expect(err).toContain('Write a shorter summary');
  });

  it.skipIf(lacks('Chromium', CHROMIUM, 'test/hosts/cli/formats.test.ts'))(
    'pdf prints a page for each slide, and is replaced as it was written',
    async () => {
      vi.stubEnv('LECTERN_CHROMIUM', CHROMIUM ?? '');
      const folder = await folderWith({ 'a.md': ARTICLE });
      for (let time = 1; time <= 2; time++) {
        const { status, err, out } = await lectern(folder, 'build', 'a.md', '--format', 'pdf', '--json');
        expect(status, err).toBe(0);
        const { slides } = JSON.parse(out) as { slides: number };
        const pdf = (await readFile(join(folder, 'a.pdf'))).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(slides);
        expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
      }
      expect((await readdir(folder)).sort()).toEqual(['a.md', 'a.pdf']);
    },
  );
});
