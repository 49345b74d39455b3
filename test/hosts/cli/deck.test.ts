import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folderWith, lectern } from '../../support/cli.ts';

/** A folder with the sample content. */
async function withContent(): Promise<string> {
  const folder = await folderWith();
  await cp(join(process.cwd(), 'content'), join(folder, 'content'), { recursive: true });
  return folder;
}

/** The same, and the deck built from it. */
async function withDeck(...args: string[]): Promise<{ folder: string; deck: string }> {
  const folder = await withContent();
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

  it('is built again with --discard-edits beside itself, with the bytes it had, and what is left out is listed', async () => {
    const { folder, deck } = await withDeck('--format', 'pptx');
    const original = await readFile(deck);
    const edited = await edit(deck, [4, 6]);
    const { status, err, out } = await lectern(folder, 'build', 'south-caucasus.pptx', '--discard-edits', '--format', 'pptx');
    expect(status, err).toBe(0);
    expect(err.match(/inspect\/edit-left-out/g)).toHaveLength(2);
    expect(err).toMatch(/slide 4 “.*”: warning inspect\/edit-left-out: the slide was changed by hand \(its words\)/);
    expect(out).toContain('south-caucasus.rebuilt.pptx');
    expect(Buffer.compare(await readFile(deck), edited)).toBe(0);
    expect(Buffer.compare(await readFile(join(folder, 'south-caucasus.rebuilt.pptx')), original)).toBe(0);
  });
});

describe('a file that is not exactly what Lectern wrote', () => {
  const BRIEFING = 'content/south-caucasus.briefing.yaml';
  /** Every way in which the command line writes a deck, and the file that stands in its way. */
  const WAYS: readonly (readonly [string, string, readonly string[]])[] = [
    ['a briefing, PowerPoint', 'south-caucasus.pptx', ['build', BRIEFING, '--out', '.', '--format', 'pptx']],
    ['a briefing, HTML', 'south-caucasus.html', ['build', BRIEFING, '--out', '.', '--format', 'html']],
    ['a briefing, both', 'south-caucasus.html', ['build', BRIEFING, '--out', '.']],
    ['an article', 'river-port.pptx', ['build', 'content/river-port.md', '--topics', 'cost', '--out', '.']],
    [
      'two articles',
      'river-port.html',
      ['build', 'content/river-port.md', 'content/south-caucasus.md', '--depth', 'headline', '--out', '.'],
    ],
    ['for the audience', 'south-caucasus.audience.pptx', ['build', BRIEFING, '--for', 'audience', '--out', '.', '--format', 'pptx']],
    ['for the audience, HTML', 'south-caucasus.audience.html', ['build', BRIEFING, '--for', 'audience', '--out', '.', '--format', 'html']],
    ['a specimen', 'policy-brief-proof.pptx', ['template', 'proof', 'policy-brief', '--out', '.']],
    ['a specimen, HTML', 'policy-brief-proof.html', ['template', 'proof', 'policy-brief', '--out', '.']],
  ];

  it.each(WAYS)('stays, whichever way a deck is written: %s', async (_, name, args) => {
    const folder = await withContent();
    const file = join(folder, name);
    expect((await lectern(folder, ...args)).status).toBe(0);
    const first = await readFile(file);
    // What Lectern wrote is replaced without a question.
    expect((await lectern(folder, ...args)).status).toBe(0);

    await (name.endsWith('.pptx') ? edit(file, [1]) : writeFile(file, (await readFile(file, 'utf8')).replace('</title>', '!</title>')));
    const edited = await readFile(file);
    const before = (await readdir(folder)).sort();
    const refused = await lectern(folder, ...args);
    expect(refused.status).toBe(1);
    expect(refused.err).toContain('export/edited');
    expect(refused.err).toContain('--replace');
    expect(Buffer.compare(await readFile(file), edited)).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(before);

    const replaced = await lectern(folder, ...args, '--replace');
    expect(replaced.status, replaced.err).toBe(0);
    expect(Buffer.compare(await readFile(file), first)).toBe(0);
    const [kept = ''] = (await readdir(folder)).filter((other) => !before.includes(other));
    expect(kept).toMatch(/^[\w.-]+\.\d{4}-\d{2}-\d{2}\.(?:pptx|html)$/);
    expect(Buffer.compare(await readFile(join(folder, kept)), edited)).toBe(0);
    expect(replaced.out).toContain(kept);
  });

  it('is not replaced by a deck built from itself either, in its folder or another', async () => {
    const { folder, deck } = await withDeck('--format', 'pptx');
    const original = await readFile(deck);
    // Written again by a program that changed nothing that can be named.
    const parts = unzipSync(original);
    parts['docProps/app.xml'] = strToU8(strFromU8(parts['docProps/app.xml'] ?? new Uint8Array()).replace('Lectern', 'Impress'));
    const saved = zipSync(parts);
    await writeFile(deck, saved);
    const refused = await lectern(folder, 'build', 'south-caucasus.pptx', '--format', 'pptx');
    expect(refused.status).toBe(1);
    expect(refused.err).toContain('export/edited');
    expect(Buffer.compare(await readFile(deck), saved)).toBe(0);
    expect((await lectern(folder, 'build', 'south-caucasus.pptx', '--format', 'pptx', '--out', 'new')).status).toBe(0);
    const rebuilt = await lectern(folder, 'build', 'south-caucasus.pptx', '--format', 'pptx', '--discard-edits');
    expect(rebuilt.status).toBe(0);
    expect(rebuilt.err).toMatch(/inspect\/edit-left-out: .*cannot be named/);
    expect(Buffer.compare(await readFile(deck), saved)).toBe(0);
    expect(Buffer.compare(await readFile(join(folder, 'new/south-caucasus.pptx')), original)).toBe(0);
  });

  it.each([
    ['of another program', new TextEncoder().encode('Minutes of the meeting')],
    ['that is empty', new Uint8Array()],
    ['that is a zip cut short', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])],
  ])('stays where it is one %s', async (_, content) => {
    const folder = await withContent();
    for (const name of ['south-caucasus.pptx', 'south-caucasus.html']) {
      await writeFile(join(folder, name), content);
      const { status, err } = await lectern(folder, 'build', BRIEFING, '--out', '.');
      expect(status).toBe(1);
      expect(err).toContain('export/not-ours');
      expect(await readFile(join(folder, name))).toEqual(Buffer.from(content));
      await rm(join(folder, name));
    }
  });

  it('names a comment too, which is work of somebody', async () => {
    const { folder, deck } = await withDeck('--format', 'pptx');
    const parts = unzipSync(await readFile(deck));
    parts['ppt/comments/comment1.xml'] = strToU8(
      '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>Is this so?</p:text></p:cm></p:cmLst>',
    );
    const rels = 'ppt/slides/_rels/slide3.xml.rels';
    parts[rels] = strToU8(
      strFromU8(parts[rels] ?? new Uint8Array()).replace(
        '</Relationships>',
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments/comment1.xml"/></Relationships>',
      ),
    );
    await writeFile(deck, zipSync(parts));
    const { status, err } = await lectern(folder, 'build', BRIEFING, '--out', '.', '--format', 'pptx');
    expect(status).toBe(1);
    expect(err).toMatch(/slide 3 “.*”: error export\/edited: the slide was changed by hand \(comments\)/);
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
    const { status, err } = await lectern(folder, 'build', 'south-caucasus.audience.pptx');
    expect(status).toBe(1);
    expect(err).toContain('inspect/no-recipe');
    const { out } = await lectern(folder, 'inspect', 'south-caucasus.audience.pptx');
    expect(out).toContain('Exactly as Lectern wrote it.');
  });
});
