import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folderWith, lectern } from '../../support/cli.ts';

/** A folder with the sample content and the deck built from it. */
async function withDeck(...args: string[]): Promise<{ folder: string; deck: string }> {
  const folder = await folderWith();
  await cp(join(process.cwd(), 'content'), join(folder, 'content'), { recursive: true });
  const { status, err } = await lectern(folder, 'build', 'content/south-caucasus.briefing.yaml', '--out', '.', ...args);
  expect(status, err).toBe(0);
  return { folder, deck: join(folder, 'south-caucasus.pptx') };
}

/** Changes a word on some slides, as somebody does in PowerPoint. */
async function edit(deck: string, numbers: readonly number[]): Promise<Uint8Array> {
  const parts = unzipSync(await readFile(deck));
  for (const number of numbers) {
    const name = `ppt/slides/slide${number}.xml`;
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    parts[name] = strToU8(xml.replace(/<a:t>(\w)/, '<a:t>Edited $1'));
    expect(strFromU8(parts[name])).not.toBe(xml);
  }
  const bytes = zipSync(parts);
  await writeFile(deck, bytes);
  return bytes;
}

describe('a deck edited by hand', () => {
  it('is named slide by slide by inspect, and not built over', async () => {
    const { folder, deck } = await withDeck();
    const before = JSON.parse((await lectern(folder, 'inspect', 'south-caucasus.pptx', '--json')).out) as {
      slides: { changed: boolean }[];
    };
    expect(before.slides.filter((s) => s.changed)).toEqual([]);

    const edited = await edit(deck, [3, 5, 8]);
    const after = JSON.parse((await lectern(folder, 'inspect', 'south-caucasus.pptx', '--json')).out) as {
      slides: { number: number; changed: boolean; added: boolean; moved: boolean }[];
    };
    expect(after.slides.filter((s) => s.changed).map((s) => s.number)).toEqual([3, 5, 8]);
    expect(after.slides.some((s) => s.added || s.moved)).toBe(false);

    const refused = await lectern(folder, 'build', 'south-caucasus.pptx');
    expect(refused.status).toBe(1);
    expect(refused.err.match(/inspect\/edited/g)).toHaveLength(3);
    expect(Buffer.compare(await readFile(deck), edited)).toBe(0);
  });

  it('is built again with --discard-edits, into the bytes it had', async () => {
    const { folder, deck } = await withDeck();
    const original = await readFile(deck);
    await edit(deck, [4]);
    const { status, err } = await lectern(folder, 'build', 'south-caucasus.pptx', '--discard-edits', '--format', 'pptx');
    expect(status, err).toBe(0);
    expect(Buffer.compare(await readFile(deck), original)).toBe(0);
  });
});

describe('a deck as it was built', () => {
  it('is built again without a question, warning of an article that has changed since', async () => {
    const { folder } = await withDeck('--format', 'pptx');
    const article = join(folder, 'content/south-caucasus.md');
    await writeFile(article, (await readFile(article, 'utf8')).replace('Keep his caution', 'Keep the caution'));
    const { status, err } = await lectern(folder, 'build', 'south-caucasus.pptx', '--format', 'pptx');
    expect(status, err).toBe(0);
    expect(err).toContain('inspect/article-changed');
  });

  it('tells what it was made from', async () => {
    const { folder } = await withDeck('--format', 'pptx');
    const { out, status } = await lectern(folder, 'inspect', 'south-caucasus.pptx');
    expect(status).toBe(0);
    expect(out).toMatch(/^Version [0-9a-f]{8}$/m);
    expect(out).toContain('Template: policy-brief');
    expect(out).toContain('Article: south-caucasus');
  });

  it('carries no recipe for the audience, and says so', async () => {
    const { folder } = await withDeck('--for', 'audience', '--format', 'pptx');
    const { status, err } = await lectern(folder, 'build', 'south-caucasus.pptx');
    expect(status).toBe(1);
    expect(err).toContain('inspect/no-recipe');
  });
});
