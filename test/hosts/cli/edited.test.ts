import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, lectern } from '../../support/cli.ts';
import { partsOf, withWords, wordsOf } from '../../support/edited-deck.ts';

const ARTICLE = `---
title: Der Nordkai
language: de
---

## Der Kai ist voll {#kai}

Schiffe warten zwei Tage.

- Die Kräne sind dreißig Jahre alt.
- Der Hafen hat 12 Lotsen.
`;

/** A folder with a deck in both formats. */
async function built(): Promise<{
  readonly folder: string;
  readonly deck: string;
  readonly build: (...args: string[]) => ReturnType<typeof lectern>;
}> {
  const folder = await folderWith({ 'kai.md': ARTICLE });
  const build = (...args: string[]) => lectern(folder, 'build', 'kai.md', '--depth', 'full', ...args);
  const { status, err } = await build();
  expect(status, err).toBe(0);
  return { folder, deck: join(folder, 'kai.pptx'), build };
}

async function same(file: string, bytes: Uint8Array): Promise<boolean> {
  return Buffer.compare(await readFile(file), bytes) === 0;
}

describe('lectern build, where an edited deck stands', () => {
  it('names the three ways on', async () => {
    const { deck, build } = await built();
    await writeFile(deck, withWords(await readFile(deck), { 'dreißig Jahre': 'fast dreißig Jahre' }));
    const { status, err } = await build();
    expect(status).toBe(1);
    for (const way of ['--merge', '--keep-both', '--replace']) expect(err).toContain(way);
  });

  it('--keep-both leaves it, and gives all formats one free name; where nothing was edited it writes as ever', async () => {
    const { folder, deck, build } = await built();
    expect((await build('--keep-both')).status).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['kai.html', 'kai.md', 'kai.pptx']);
    const edited = withWords(await readFile(deck), { 'dreißig Jahre': 'fast dreißig Jahre' });
    await writeFile(deck, edited);
    const html = await readFile(join(folder, 'kai.html'));
    // A second name that another format has is not free.
    await writeFile(join(folder, 'kai-2.html'), 'somebody else’s');
    const { status, out, err } = await build('--keep-both');
    expect(status, err).toBe(0);
    expect(out).toContain('kai-3.pptx');
    expect((await readdir(folder)).sort()).toEqual(['kai-2.html', 'kai-3.html', 'kai-3.pptx', 'kai.html', 'kai.md', 'kai.pptx']);
    expect([await same(deck, edited), await same(join(folder, 'kai.html'), html)]).toEqual([true, true]);
    expect(wordsOf(await readFile(join(folder, 'kai-3.pptx')))).toContain('dreißig Jahre alt');
  });

  it('--merge merges it beside, writes the other formats where nothing edited stands, and ends with 1 while something is open', async () => {
    const { folder, deck, build } = await built();
    const edited = withWords(await readFile(deck), { 'dreißig Jahre': 'fast dreißig Jahre' });
    await writeFile(deck, edited);
    await writeFile(join(folder, 'kai.md'), ARTICLE.replace('12 Lotsen', '14 Lotsen'));
    const settled = await build('--merge');
    expect(settled.status, settled.err).toBe(0);
    const merged = wordsOf(await readFile(join(folder, 'kai.merged.pptx')));
    expect(merged).toContain('fast dreißig Jahre');
    expect(merged).toContain('14 Lotsen');
    expect(await readFile(join(folder, 'kai.html'), 'utf8')).toContain('14 Lotsen');

    // Now both say something else of the same line, and the .html was edited, too.
    await writeFile(join(folder, 'kai.md'), ARTICLE.replace('dreißig', 'vierzig'));
    const page = `${await readFile(join(folder, 'kai.html'), 'utf8')}<!-- a note -->`;
    await writeFile(join(folder, 'kai.html'), page);
    const open = await build('--merge', '--json');
    expect(open.status).toBe(1);
    const report = JSON.parse(open.out) as { files: { path: string }[]; problems: { code: string; place: { file: string } }[] };
    expect(report.problems).toMatchObject([{ code: 'merge/conflict', place: { file: 'kai.pptx' } }]);
    expect(report.files.map(({ path }) => path)).toEqual([join(folder, 'kai.merged-2.pptx'), join(folder, 'kai-2.html')]);
    expect(partsOf(await readFile(join(folder, 'kai.merged-2.pptx'))).some((name) => name.startsWith('ppt/comments/'))).toBe(true);
    expect([await same(deck, edited), await readFile(join(folder, 'kai.html'), 'utf8')]).toEqual([true, page]);
  });

  it('--merge writes as ever where nothing was edited, and nothing where the file is not a deck of ours', async () => {
    const { folder, deck, build } = await built();
    const before = await readFile(deck);
    expect((await build('--merge')).status).toBe(0);
    expect(await same(deck, before)).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['kai.html', 'kai.md', 'kai.pptx']);
    await writeFile(deck, 'Minutes of the meeting');
    const { status, err } = await build('--merge');
    expect(status).toBe(1);
    expect(err).toContain('inspect/unreadable');
    expect((await readdir(folder)).sort()).toEqual(['kai.html', 'kai.md', 'kai.pptx']);
  });

  it.each([
    ['--merge', '--for', 'audience'],
    ['--merge', '--format', 'html'],
    ['--merge', '--keep-both'],
    ['--replace', '--keep-both'],
  ])('refuses %s %s %s', async (...args) => {
    const folder = await folderWith({ 'kai.md': ARTICLE });
    expect((await lectern(folder, 'build', 'kai.md', ...args)).status).toBe(2);
    expect(await readdir(folder)).toEqual(['kai.md']);
  });

  it('refuses --merge with a deck, and names the command for it', async () => {
    const { folder } = await built();
    const { status, err } = await lectern(folder, 'build', 'kai.pptx', '--merge');
    expect([status, err.includes('lectern merge kai.pptx')]).toEqual([2, true]);
  });
});
