import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, refusal, startService, type TestService } from '../support/service.ts';

const FILE = 'content/a.md';
const TEXT = article('Article', { 'First {#first}': 'Sum. [¶1]\n\n- Point one. [¶1]', 'Second {#second}': 'Other.' });
const BRIEFING = 'title: One\ntemplate: policy-brief\nitems:\n  - topic: a/first\n';

async function opened(more: Readonly<Record<string, string | Uint8Array>> = {}): Promise<TestService & { readonly root: string }> {
  const service = await startService();
  const files = {
    [FILE]: TEXT,
    'content/a.source.txt': 'The first paragraph.\n\nThe second.\n',
    'briefings/one.briefing.yaml': BRIEFING,
    ...more,
  };
  for (const [path, content] of Object.entries(files)) await service.put(`w/${path}`, content);
  const root = join(service.folder, 'w');
  await service.client.call('workspace.open', { path: root });
  await expect.poll(async () => (await service.client.call('library.get', {})).loading).toBeNull();
  return { ...service, root };
}

const titles = async ({ client }: TestService): Promise<string[]> =>
  (await client.call('library.get', {})).articles.map(({ title }) => title).sort();

describe('an article’s text', () => {
  it('is opened with its source text, written at once, and is in the library then', async () => {
    const service = await opened();
    const { client, root } = service;
    const first = await client.call('article.open', { file: FILE });
    expect(first).toMatchObject({ article: 'a', text: TEXT, paragraphs: ['The first paragraph.', 'The second.'], problems: [] });
    const text = TEXT.replace('title: Article', 'title: Another title');
    const { hash } = await client.call('article.save', { file: FILE, text, basedOn: first.hash, faulty: false });
    expect(hash).not.toBeNull();
    expect(await readFile(join(root, FILE), 'utf8')).toBe(text);
    expect(await titles(service)).toEqual(['Another title']);
  });

  it('that has errors is written only where that is asked for, with line and file', async () => {
    const { client, root } = await opened();
    const { hash } = await client.call('article.open', { file: FILE });
    const text = TEXT.replace('title: Article', 'titel: Article');
    const refused = await client.call('article.save', { file: FILE, text, basedOn: hash, faulty: false });
    expect(refused.hash).toBeNull();
    expect(refused.problems[0]).toMatchObject({ severity: 'error', place: { file: FILE } });
    expect(await readFile(join(root, FILE), 'utf8')).toBe(TEXT);
    expect((await client.call('article.save', { file: FILE, text, basedOn: hash, faulty: true })).hash).not.toBeNull();
    expect(await client.call('article.open', { file: FILE })).toMatchObject({ article: null, text });
  });

  it('is never written over another’s, and a save that was done already is no conflict', async () => {
    const { client, root } = await opened();
    const { hash } = await client.call('article.open', { file: FILE });
    const text = `${TEXT}\n- More.\n`;
    await client.call('article.save', { file: FILE, text, basedOn: hash, faulty: false });
    expect((await client.call('article.save', { file: FILE, text, basedOn: hash, faulty: false })).hash).not.toBeNull();
    await writeFile(join(root, FILE), TEXT.replace('Other.', 'Theirs.'));
    expect(await refusal(client.call('article.save', { file: FILE, text, basedOn: hash, faulty: false }))).toEqual(['file/conflict']);
    expect(await readFile(join(root, FILE), 'utf8')).toContain('Theirs.');
  });

  it('keeps the ends of lines and the mark at the beginning that its file has', async () => {
    const windows = `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`;
    const { client, root } = await opened({ [FILE]: windows });
    const { hash, text } = await client.call('article.open', { file: FILE });
    const typed = text.replaceAll('\r\n', '\n').replace('Other.', 'Changed.');
    expect((await client.call('article.save', { file: FILE, text: typed, basedOn: hash, faulty: false })).hash).not.toBeNull();
    expect(await readFile(join(root, FILE), 'utf8')).toBe(windows.replace('Other.', 'Changed.'));
  });

  it('has the slides of one topic before it is saved, and none where it has errors', async () => {
    const { client, root } = await opened();
    const asked = { file: FILE, template: null, options: {}, channel: 'w/article', since: null };
    const text = TEXT.replace('Other.', 'Words that are on no disk.');
    const shown = await client.call('article.preview', { ...asked, text, topic: 1 });
    expect(shown.deck?.slides.map(({ title }) => title)).toEqual(['Second']);
    expect(shown.deck?.slides[0]?.markup?.html).toContain('Words that are on no disk.');
    expect((await client.call('article.preview', { ...asked, text, topic: 7 })).deck).toBeNull();
    const broken = await client.call('article.preview', { ...asked, text: TEXT.replace('title:', 'x:'), topic: 0 });
    expect([broken.deck, broken.problems.length > 0]).toEqual([null, true]);
    expect(await readFile(join(root, FILE), 'utf8')).toBe(TEXT);
  });

  it('said something else before, which is kept: what others wrote always, what is typed once in two minutes', async () => {
    const { client, root } = await opened();
    let { hash } = await client.call('article.open', { file: FILE });
    const save = async (text: string): Promise<void> => {
      hash = (await client.call('article.save', { file: FILE, text, basedOn: hash, faulty: false })).hash ?? '';
    };
    for (const n of [1, 2, 3]) await save(`${TEXT}\n- ${n}\n`);
    const { states } = await client.call('article.states', { file: FILE });
    expect(states.map(({ characters }) => characters)).toEqual([TEXT.length]);
    expect(await client.call('article.state', { file: FILE, id: states[0]?.id ?? '' })).toEqual({ text: TEXT });
    await writeFile(join(root, FILE), `${TEXT}\n- Theirs.\n`);
    ({ hash } = await client.call('article.open', { file: FILE }));
    await save(`${TEXT}\n- Mine.\n`);
    expect((await client.call('article.states', { file: FILE })).states).toHaveLength(2);
    for (const id of ['../../a.md', 'x']) expect(await refusal(client.call('article.state', { file: FILE, id }))).toEqual(['file/missing']);
  });
});

describe('an article’s file', () => {
  it('is made with a title of any signs, and another of the same title stands beside it', async () => {
    const service = await opened();
    const title = 'NATO/EU: who "pays"? 谁付钱';
    const { file } = await service.client.call('article.create', { title });
    expect(await service.client.call('article.open', { file })).toMatchObject({ problems: [] });
    const again = await service.client.call('article.create', { title });
    expect(again.file).not.toBe(file);
    expect(await titles(service)).toEqual(['Article', title, title]);
  });

  it('is copied with an id of its own, and the references of the copy hold', async () => {
    const service = await opened({ 'content/b.md': TEXT.replace('title:', 'id: other\ntitle:') });
    for (const [from, to] of [
      [FILE, 'content/a-2.md'],
      ['content/b.md', 'content/b-2.md'],
    ] as const)
      expect(await service.client.call('article.duplicate', { file: from })).toEqual({ file: to });
    const { articles, problems } = await service.client.call('library.get', {});
    expect(articles.map(({ id }) => id).sort()).toEqual(['a', 'a-2', 'b-2', 'other']);
    expect(problems.filter(({ file }) => file === 'content/a-2.md')).toEqual([]);
    expect((await service.client.call('article.open', { file: 'content/a-2.md' })).paragraphs).toHaveLength(2);
  });

  it('goes into the bin, names the briefings that use it, and comes back as it was', async () => {
    const service = await opened();
    const { client, root } = service;
    const { id, title, used } = await client.call('article.remove', { file: FILE });
    expect([title, used]).toEqual(['Article', ['One']]);
    expect(await titles(service)).toEqual([]);
    expect((await readdir(join(root, 'content'))).sort()).toEqual(['a.source.txt']);
    expect((await client.call('bin.list', {})).deleted.map(({ file }) => file)).toEqual([FILE]);
    expect(await client.call('bin.restore', { id })).toEqual({ file: FILE });
    expect(await readFile(join(root, FILE), 'utf8')).toBe(TEXT);
    expect(await titles(service)).toEqual(['Article']);
  });

  it('is none outside the workspace', async () => {
    const { client } = await opened();
    for (const file of ['../a.md', '/etc/a.md', 'briefings/one.briefing.yaml'])
      expect(await refusal(client.call('article.open', { file })), file).not.toEqual([]);
    expect(await refusal(client.call('article.open', { file: 'content/none.md' }))).toEqual(['file/missing']);
  });
});
