import { chmod, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, lectern } from '../../support/cli.ts';

const ARTICLE = `---
title: A trial
published: 2024-05-01
---

## First topic {#first}

What it says. [¶1]

- A point. [¶2]

## Second topic {#second}

- Another point.
`;
const SOURCE = 'One paragraph.\n\nTwo paragraphs.\n';

const BRIEFING = `title: A briefing
template: policy-brief
items:
  - topic: trial/first
`;

const good = { 'content/trial.md': ARTICLE, 'content/trial.source.txt': SOURCE, 'b.briefing.yaml': BRIEFING };

/** A copy of the built-in pack with some files replaced. */
async function withPack(files: Record<string, (old: string) => string>): Promise<string> {
  const folder = await folderWith({ ...good, 'b.briefing.yaml': BRIEFING.replace('policy-brief', './pack') });
  await cp(join(process.cwd(), 'templates/policy-brief'), join(folder, 'pack'), { recursive: true });
  for (const [name, change] of Object.entries(files)) {
    const path = join(folder, 'pack', name);
    await writeFile(path, change(await readFile(path, 'utf8')));
  }
  return folder;
}

/** Runs `build` over a folder that already has an output, and expects a refusal that leaves it as it was. */
async function refused(folder: string, ...args: string[]): Promise<string> {
  await writeFile(join(folder, 'b.pptx'), 'old');
  await writeFile(join(folder, 'b.html'), 'old');
  const { status, err } = await lectern(folder, 'build', ...(args.length > 0 ? args : ['b.briefing.yaml']));
  expect(status, err).toBe(1);
  expect(await readFile(join(folder, 'b.pptx'), 'utf8')).toBe('old');
  expect(await readFile(join(folder, 'b.html'), 'utf8')).toBe('old');
  return err;
}

describe('lectern build, given bad input', () => {
  it('lists the ids there are for a missing topic', async () => {
    const err = await refused(await folderWith({ ...good, 'b.briefing.yaml': BRIEFING.replace('trial/first', 'trial/frist') }));
    expect(err).toContain('briefing/topic-missing');
    expect(err).toMatch(/b\.briefing\.yaml:4:/);
    expect(err).toContain('allowed: first, second');
  });

  it('lists the articles there are for a missing one', async () => {
    const err = await refused(await folderWith({ ...good, 'b.briefing.yaml': BRIEFING.replace('trial/', 'tirade/') }));
    expect(err).toContain('briefing/article-missing');
    expect(err).toContain('trial');
  });

  it.each([
    [
      'broken front matter',
      ARTICLE.replace('published: 2024-05-01', 'published: [2024'),
      'article/front-matter',
      /content\/trial\.md:\d+:\d+/,
    ],
    ['an unknown directive', `${ARTICLE}\n:::chrat\nx\n:::\n`, 'article/directive-unknown', /content\/trial\.md:16:1/],
    ['an unclosed directive', `${ARTICLE}\n:::notes\nx\n`, 'article/directive-unclosed', /content\/trial\.md:16:1/],
    ['a reference out of range', ARTICLE.replace('[¶2]', '[¶3]'), 'article/reference-range', /content\/trial\.md:10:\d+/],
  ])('places %s', async (_, text, code, place) => {
    const err = await refused(await folderWith({ ...good, 'content/trial.md': text }));
    expect(err).toContain(code);
    expect(err).toMatch(place);
  });

  it('places an unreadable image', async () => {
    const text = `${ARTICLE}\n![A map](map.png "Where | Nobody")\n`;
    const briefing = BRIEFING.replace('trial/first', 'trial/second\n    depth: full');
    const folder = await folderWith({ ...good, 'content/trial.md': text, 'content/map.png': 'no picture', 'b.briefing.yaml': briefing });
    const err = await refused(folder);
    expect(err).toContain('article/image-unreadable');
    expect(err).toContain('map.png');
  });

  it('warns of an override whose point has changed, and builds', async () => {
    const overrides = `${BRIEFING}    overrides:\n      points:\n        - position: 1\n          hash: 0123456789abcdef\n          text: Mine.\n`;
    const { status, err } = await lectern(
      await folderWith({ ...good, 'b.briefing.yaml': overrides }),
      'build',
      'b.briefing.yaml',
      '--format',
      'html',
    );
    expect(err).toContain('briefing/override-changed');
    expect(status).toBe(0);
  });

  it.each([
    ['a syntax error', (s: string) => `${s}\n{{#if}}`, 'template/syntax'],
    ['an unknown helper', (s: string) => `${s}\n{{shout deck.title}}`, 'template/helper-unknown'],
    ['a path the view does not have', (s: string) => `${s}\n{{deck.titel}}`, 'template/path-unknown'],
    ['markup that is not allowed', (s: string) => `${s}\n<section layout="title"><h1>x</h1><script>1</script></section>`, 'deck/element'],
  ])('places %s in a template', async (_, change, code) => {
    const err = await refused(await withPack({ 'deck.hbs': change }));
    expect(err).toContain(code);
    expect(err).toMatch(/pack\/deck\.hbs:\d+/);
  });

  it('says which templates there are', async () => {
    const err = await refused(await folderWith(good), 'b.briefing.yaml', '--template', 'no-such');
    expect(err).toContain('pack/missing');
    expect(err).toContain('policy-brief');
  });

  it('says when the output folder cannot be written', async () => {
    const folder = await folderWith({ ...good, blocked: 'a file where a folder should be' });
    const { status, err } = await lectern(folder, 'build', 'b.briefing.yaml', '--out', 'blocked');
    expect(status).toBe(1);
    expect(err).toContain('file/write');
    expect(err).toContain('blocked');
  });

  it('leaves both files as they were where one of them cannot be written', async () => {
    const folder = await folderWith({ ...good, 'out/b.pptx': 'an older deck', 'out/b.html/x': 'a folder where a file should be' });
    const { status, err } = await lectern(folder, 'build', 'b.briefing.yaml', '--out', 'out', '--replace');
    expect(status).toBe(1);
    expect(err).toContain('file/write');
    expect(await readFile(join(folder, 'out', 'b.pptx'), 'utf8')).toBe('an older deck');
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['b.html', 'b.pptx']);
  });

  it.skipIf(process.getuid?.() === 0)('says when a folder is read-only', async () => {
    const folder = await folderWith({ ...good, 'locked/x': '' });
    await chmod(join(folder, 'locked'), 0o500);
    const { status, err } = await lectern(folder, 'build', 'b.briefing.yaml', '--out', 'locked');
    expect(status).toBe(1);
    expect(err).toContain('permission denied');
  });

  it('answers wrong usage with status 2', async () => {
    const folder = await folderWith(good);
    expect((await lectern(folder, 'build', 'b.briefing.yaml', '--format', 'docx')).status).toBe(2);
    expect((await lectern(folder, 'bulid')).status).toBe(2);
    expect((await lectern(folder, 'build')).status).toBe(2);
    expect((await lectern(folder, 'build', 'b.briefing.yaml', '--depth', 'full')).status).toBe(2);
  });

  it('answers a missing file with status 1', async () => {
    const { status, err } = await lectern(await folderWith(), 'build', 'none.briefing.yaml');
    expect(status).toBe(1);
    expect(err).toContain('file/missing');
  });
});

describe('lectern check', () => {
  it('reports all problems at once, sorted by file and line', async () => {
    const folder = await folderWith({
      'b.md': '---\ntitle: B\n---\n\n## T\n\n:::nope\n:::\n',
      'a.md': '---\ntitle: A\n---\n\n## T\n\n- x [¶x]\n\n:::nope\n:::\n',
    });
    const { status, err } = await lectern(folder, 'check');
    expect(status).toBe(1);
    const places = [...err.matchAll(/^([ab]\.md):(\d+)/gm)].map((m) => `${m[1] ?? ''}:${m[2] ?? ''}`);
    expect(places).toEqual(['a.md:7', 'a.md:9', 'b.md:7']);
  });

  it('finds nothing wrong with the samples and the built-in packs', async () => {
    const { status, err, out } = await lectern(process.cwd(), 'check', 'content', 'templates');
    expect(err).toBe('');
    expect(status).toBe(0);
    expect(out).toMatch(/2 articles, 2 briefings, \d packs?: 0 errors, 0 warnings/);
  });
});

describe('lectern list', () => {
  it('gives articles and topics with their ids', async () => {
    const { out, status } = await lectern(await folderWith(good), 'list', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ articles: [{ id: 'trial', topics: [{ id: 'trial/first' }, { id: 'trial/second' }] }] });
  });
});
