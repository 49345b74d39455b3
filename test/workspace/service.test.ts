import { readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Payload } from '../../src/api/contract.ts';
import { withTimes } from '../../src/ui/state/briefing.ts';
import type { Briefing } from '../../src/ui/types.ts';
import { folderWith } from '../support/cli.ts';
import { fontNamed, withTable } from '../support/font-bytes.ts';
import { article, refusal, startService, type TestService } from '../support/service.ts';

const BRIEFING = 'title: One\ntemplate: policy-brief\nitems:\n  - topic: a/first\n';
const FILE = 'briefings/one.briefing.yaml';

/** A workspace with one article of two topics and one briefing. */
async function small(more: Readonly<Record<string, string>> = {}): Promise<TestService & { readonly root: string }> {
  const service = await startService();
  const files = {
    'content/a.md': article('Article', { 'First {#first}': 'Sum. [¶1]\n\n- Point one. [¶1]\n- Two.', 'Second {#second}': 'Other.' }),
    [FILE]: BRIEFING,
    ...more,
  };
  for (const [path, content] of Object.entries(files)) await service.put(`w/${path}`, content);
  const root = join(service.folder, 'w');
  await service.client.call('workspace.open', { path: root });
  await expect.poll(async () => (await service.client.call('library.get', {})).loading).toBeNull();
  return { ...service, root };
}

/** A deck with something in it that Lectern does not know. */
function withNotes(deck: Uint8Array): Uint8Array {
  return zipSync({ ...unzipSync(deck), 'docProps/notes.xml': strToU8('<notes/>') });
}

async function read(service: TestService): Promise<{ briefing: Briefing; hash: string }> {
  const { briefing, hash } = await service.client.call('briefing.read', { file: FILE });
  if (!briefing) throw new Error('no briefing');
  return { briefing, hash };
}

describe('times of a rehearsal', () => {
  const slide = (topic: string, spent: number) => ({ id: 'x', topic, title: 'T', planned: 60, spent });
  const saved = (...slides: object[]) => JSON.stringify({ lectern: 'times', stamp: 'x', title: 'T', minutes: null, slides });

  it('are answered as minutes of the briefing’s topics, and what is none is refused', async () => {
    const service = await small();
    const { briefing } = await read(service);
    const ask = (text: string) => service.client.call('briefing.times', { briefing, name: 'times.json', text });
    const agenda = { ...slide('', 47), kind: 'agenda' };
    const { items, slides, problems } = await ask(saved(slide('a/first', 100), agenda, slide('a/gone', 5)));
    expect([items, problems.map(({ code }) => code)]).toEqual([[{ index: 0, minutes: 1.5 }], ['briefing/times-left']]);
    expect(slides).toEqual([{ slide: 'agenda', seconds: 45 }]);
    expect(await refusal(ask('{}'))).toEqual(['briefing/times']);
    const [item] = items;
    await service.client.call('briefing.save', {
      file: FILE,
      briefing: withTimes(briefing, { items, slides }),
      basedOn: (await read(service)).hash,
      sent: [],
    });
    const after = (await read(service)).briefing;
    expect([after.items[0]?.minutes, after.seconds]).toEqual([item?.minutes, { agenda: 45 }]);
  });
});

describe('lines against their sources', () => {
  const text = (words: string): string => article('Article', { 'First {#first}': `${words} [¶1]` });

  it('are warned about in the library, and after each edit of the briefing in its preview', async () => {
    const service = await small({ 'content/a.md': text('It sold 90,000.'), 'content/a.source.txt': 'It sold 80,300.\n' });
    const { problems } = await service.client.call('library.get', {});
    expect(problems.map(({ file, problems: own }) => [file, own.map(({ code }) => code)])).toEqual([
      ['content/a.md', ['claims/number-unsupported']],
    ]);
    const { briefing } = await read(service);
    const codes = async (summary: string | null): Promise<string[]> => {
      const overrides = summary === null ? null : { headline: null, summary, points: [], notes: null };
      const items = briefing.items.map((item) => (item.kind === 'topic' ? { ...item, overrides } : item));
      const asked = { file: FILE, briefing: { ...briefing, items }, channel: 'main', since: null, limit: null };
      const rendered = await service.client.call('preview.render', asked);
      expect(rendered.deck).not.toBeNull();
      return rendered.problems.map(({ code, place }) => `${place?.file ?? ''} ${code}`);
    };
    const own = 'content/a.md claims/number-unsupported';
    expect(await codes(null)).toEqual([own]);
    expect(await codes('It sold 70,000. [¶1]')).toEqual([own, `${FILE} claims/number-unsupported`]);
    expect(await codes('It sold about 80,000. [¶1]')).toEqual([own]);
  });
});

describe('the first start', () => {
  it('makes a workspace with the samples, and opens one of their briefings', async () => {
    const { client, folder } = await startService();
    const started = await client.call('app.start', {});
    expect(started).toMatchObject({ workspace: { path: join(folder, 'documents', 'Lectern'), fresh: true }, problems: [] });
    expect(started.briefing).toMatch(/^briefings\/.+\.briefing\.yaml$/);
  });

  it('goes on where the last one stopped', async () => {
    const first = await small();
    await first.client.call('briefing.read', { file: FILE });
    await first.client.call('settings.save', { settings: { ...(await first.client.call('app.start', {})).settings, welcomed: true } });
    await first.close();
    const second = await startService({ folder: first.folder });
    expect(await second.client.call('app.start', {})).toMatchObject({
      workspace: { path: first.root, fresh: false },
      briefing: FILE,
      settings: { welcomed: true },
      recent: [
        { kind: 'workspace', path: first.root },
        { kind: 'briefing', name: 'one' },
      ],
    });
  });

  it('says why the last workspace cannot be opened, and lets another be chosen', async () => {
    const first = await small();
    await first.close();
    await rename(first.root, `${first.root}-moved`);
    const second = await startService({ folder: first.folder });
    expect(await second.client.call('app.start', {})).toMatchObject({ workspace: null, problems: [{ code: 'file/missing' }] });
    expect(await refusal(second.client.call('library.get', {}))).toEqual(['file/missing']);
    await second.client.call('workspace.open', { path: `${first.root}-moved` });
    expect((await second.client.call('briefing.list', {})).briefings).toHaveLength(1);
  });

  it('is not stopped by settings that are damaged', async () => {
    const service = await startService();
    await service.put('home/state.json', '{"settings":');
    const again = await startService({ folder: service.folder });
    expect((await again.client.call('app.start', {})).settings.appearance).toBe('system');
  });
});

describe('the library', () => {
  it('lists topics with what is in them', async () => {
    const { client } = await small();
    const { articles } = await client.call('library.get', {});
    expect(articles).toMatchObject([
      { id: 'a', title: 'Article', topics: [{ id: 'first', heading: 'First', summary: 'Sum.', points: 2 }, { id: 'second' }] },
    ]);
    expect(articles[0]?.topics[0]?.search).toContain(' point one');
  });

  it('shows an edit made in any editor, and what is gone', async () => {
    const { client, next, put, root } = await small();
    await put('w/content/b.md', article('New one', { T: 'x' }));
    await expect
      .poll(async () => (await client.call('library.get', {})).articles.map(({ title }) => title))
      .toEqual(['Article', 'New one']);
    expect(await next('stale')).toEqual({ reason: 'article' });
    await rm(join(root, 'content/b.md'));
    await expect.poll(async () => (await client.call('library.get', {})).articles).toHaveLength(1);
  });

  it('names a broken article’s file and line, and keeps the others', async () => {
    const { client } = await small({ 'content/broken.md': '---\ntitle: B\n---\n\n## T\n\n:::figures\nnever closed\n' });
    const { articles, problems } = await client.call('library.get', {});
    expect(articles).toHaveLength(1);
    expect(problems).toMatchObject([
      { file: 'content/broken.md', article: null, problems: [{ place: { file: 'content/broken.md', line: 7 } }] },
    ]);
  });

  it('tells of two articles with one id', async () => {
    const { client } = await small({ 'content/z.md': article('Other', { T: 'x' }, 'id: a\n') });
    const { articles, problems } = await client.call('library.get', {});
    expect(articles.map(({ title }) => title)).toEqual(['Article']);
    expect(problems).toMatchObject([{ file: 'content/z.md', problems: [{ code: 'article/id-duplicate' }] }]);
  });

  it('remembers what it read, and reads again what changed meanwhile', async () => {
    const first = await small();
    await first.close();
    await first.put('w/content/a.md', article('Renamed', { First: 'x' }));
    const second = await startService({ folder: first.folder });
    await second.client.call('app.start', {});
    await expect.poll(async () => (await second.client.call('library.get', {})).articles.map(({ title }) => title)).toEqual(['Renamed']);
  });

  it('gives a topic’s wording with the hashes that overrides carry', async () => {
    const { client } = await small();
    const { topics } = await client.call('article.read', { article: 'a' });
    expect(topics[0]).toMatchObject({
      summary: { markdown: 'Sum. [¶1]', text: 'Sum.', refs: [1] },
      points: [
        { position: 1, markdown: 'Point one. [¶1]', text: 'Point one.' },
        { position: 2, text: 'Two.' },
      ],
    });
    expect(topics[0]?.points[0]?.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(await refusal(client.call('article.read', { article: 'none' }))).toEqual(['briefing/article-missing']);
  });
});

describe('a briefing', () => {
  it('is saved, and comes back the same', async () => {
    const service = await small();
    const { briefing, hash } = await read(service);
    const changed = { ...briefing, title: 'Zwei: “ä”', minutes: 12 };
    await service.client.call('briefing.save', { file: FILE, briefing: changed, basedOn: hash });
    expect((await read(service)).briefing).toEqual(changed);
  });

  it('is never written over another’s work', async () => {
    const service = await small();
    const { briefing, hash } = await read(service);
    await service.put(`w/${FILE}`, BRIEFING.replace('One', 'Theirs'));
    expect(await refusal(service.client.call('briefing.save', { file: FILE, briefing, basedOn: hash }))).toEqual(['file/conflict']);
    expect(await readFile(join(service.root, FILE), 'utf8')).toContain('Theirs');
  });

  it('is saved again by a window that never heard that it was saved, whatever it has typed since', async () => {
    const service = await small();
    const { briefing, hash } = await read(service);
    const titled = (title: string) => ({ ...briefing, title });
    const save = (title: string, sent?: string[]) =>
      service.client.call('briefing.save', { file: FILE, briefing: titled(title), basedOn: hash, ...(sent && { sent: sent.map(titled) }) });
    await service.put(`w/${FILE}`, `# a comment\n${await readFile(join(service.root, FILE), 'utf8')}`);
    const now = (await service.client.call('briefing.read', { file: FILE })).hash;
    await service.client.call('briefing.save', { file: FILE, briefing: titled('First'), basedOn: now });
    // The same once more, and what was typed on top of it; both based on a state of long ago.
    const { hash: same } = await save('First');
    const { hash: after } = await save('Second', ['Zeroth', 'First']);
    expect(after).not.toBe(same);
    expect(await refusal(save('Third', ['First']))).toEqual(['file/conflict']);
    expect(await refusal(save('Third'))).toEqual(['file/conflict']);
    expect(await readFile(join(service.root, FILE), 'utf8')).toMatch(/^# a comment\n[^]*title: Second\n/);
  });

  it('keeps a draft on top of a save that the window never heard of, and so without a conflict', async () => {
    const service = await small();
    const { briefing, hash } = await read(service);
    const sent = { ...briefing, title: 'Sent' };
    const { hash: saved } = await service.client.call('briefing.save', { file: FILE, briefing: sent, basedOn: hash });
    const draft = { file: FILE, briefing: { ...briefing, title: 'Typed since' }, basedOn: hash };
    await service.client.call('draft.save', { ...draft, sent: [sent] });
    expect((await service.client.call('briefing.read', { file: FILE })).draft?.basedOn).toBe(saved);
    await service.client.call('draft.save', { ...draft, sent: [briefing] });
    expect((await service.client.call('briefing.read', { file: FILE })).draft?.basedOn).toBe(hash);
  });

  it('that was deleted meanwhile is a conflict, not a new file', async () => {
    const service = await small();
    const { briefing, hash } = await read(service);
    await rm(join(service.root, FILE));
    expect(await refusal(service.client.call('briefing.save', { file: FILE, briefing, basedOn: hash }))).toEqual(['file/conflict']);
  });

  it('that is there and cannot be read is neither moved nor deleted', async () => {
    const service = await small();
    const { briefing, hash } = await read(service);
    const save = (): Promise<readonly string[]> => refusal(service.client.call('briefing.save', { file: FILE, briefing, basedOn: hash }));
    await truncate(join(service.root, FILE), 65 * 1024 * 1024);
    expect(await save()).toEqual(['file/too-large']);
    await expect.poll(async () => (await service.client.call('briefing.list', {})).briefings.map(({ broken }) => broken)).toEqual([true]);
    await rm(join(service.root, FILE));
    await symlink('one.briefing.yaml', join(service.root, FILE));
    expect(await save()).toEqual(['file/read']);
  });

  it('that grew beyond what is read is no deleted one to windows', async () => {
    const service = await small();
    await read(service);
    await truncate(join(service.root, FILE), 65 * 1024 * 1024);
    await service.put('w/briefings/two.briefing.yaml', BRIEFING);
    await service.next('briefings');
    await expect.poll(async () => (await service.client.call('briefing.list', {})).briefings.length).toBe(2);
    expect(service.events.filter(({ name }) => name === 'briefing')).toEqual([]);
  });

  it('is not replaced by what could not be read back', async () => {
    const service = await small();
    const { briefing, hash } = await read(service);
    const wrong = { ...briefing, items: [{ kind: 'own' as const, id: 'x', title: 'Own', body: ':::figures\nnot closed' }] };
    expect(await refusal(service.client.call('briefing.save', { file: FILE, briefing: wrong, basedOn: hash }))).toEqual([
      'article/directive-unclosed',
    ]);
    expect(await readFile(join(service.root, FILE), 'utf8')).toBe(BRIEFING);
  });

  it('two saves at once do not mix: the second is told of the first', async () => {
    const service = await small();
    const { briefing, hash } = await read(service);
    const save = (title: string) =>
      refusal(service.client.call('briefing.save', { file: FILE, briefing: { ...briefing, title }, basedOn: hash }));
    expect(await Promise.all([save('A'), save('B')])).toEqual([[], ['file/conflict']]);
    expect((await read(service)).briefing.title).toBe('A');
  });

  it('changed by an editor or saved by a window is told of, once each', async () => {
    const service = await small();
    const { briefing, hash } = await read(service);
    await service.client.call('briefing.save', { file: FILE, briefing: { ...briefing, title: 'Ours' }, basedOn: hash });
    await service.put(`w/${FILE}`, BRIEFING.replace('One', 'Theirs'));
    const own = await service.next('briefing');
    const event = await service.next('briefing');
    expect([own.file, event.file]).toEqual([FILE, FILE]);
    expect(event.hash).not.toBe(own.hash);
    expect(service.events.filter(({ name }) => name === 'briefing')).toHaveLength(2);
    expect((await service.client.call('briefing.read', { file: FILE })).hash).toBe(event.hash);
  });

  it('unsaved work survives a stop, until it is saved', async () => {
    const first = await small();
    const { briefing, hash } = await read(first);
    await first.client.call('draft.save', { file: FILE, briefing: { ...briefing, title: 'Draft' }, basedOn: hash });
    await first.close();
    const second = await startService({ folder: first.folder });
    await second.client.call('app.start', {});
    const again = await second.client.call('briefing.read', { file: FILE });
    expect(again.draft).toMatchObject({ briefing: { title: 'Draft' }, basedOn: hash });
    await second.client.call('briefing.save', { file: FILE, briefing, basedOn: again.hash });
    expect((await second.client.call('briefing.read', { file: FILE })).draft).toBeNull();
  });

  it('that cannot be read says where and why, and stays in the list', async () => {
    const { client } = await small({ 'briefings/bad.briefing.yaml': 'title: [\n' });
    const bad = await client.call('briefing.read', { file: 'briefings/bad.briefing.yaml' });
    expect(bad).toMatchObject({ briefing: null, problems: [{ code: 'briefing/yaml', place: { file: 'briefings/bad.briefing.yaml' } }] });
    const { briefings } = await client.call('briefing.list', {});
    expect(briefings.find(({ broken }) => broken)?.file).toBe('briefings/bad.briefing.yaml');
  });

  it.each([
    ['Über Ärger & Öl', 'über-ärger-öl'],
    ['CON', 'briefing'],
    ['!', 'briefing'],
    ['One', 'one-2'],
  ])('made with the name %j gets the file %s', async (name, file) => {
    const { client } = await small();
    expect((await client.call('briefing.create', { name, briefing: null })).file).toBe(`briefings/${file}.briefing.yaml`);
  });

  it('keeps a draft that comes while a save is under way', async () => {
    const service = await small();
    const { briefing, hash } = await read(service);
    const save = service.client.call('briefing.save', { file: FILE, briefing: { ...briefing, title: 'Saved' }, basedOn: hash });
    await service.client.call('draft.save', { file: FILE, briefing: { ...briefing, title: 'Typed since' }, basedOn: hash });
    await save;
    expect((await service.client.call('briefing.read', { file: FILE })).draft?.briefing.title).toBe('Typed since');
  });

  it('is renamed with its draft, but not over another', async () => {
    const service = await small({ 'briefings/other.briefing.yaml': BRIEFING });
    const { briefing, hash } = await read(service);
    await service.client.call('draft.save', { file: FILE, briefing, basedOn: hash });
    expect(await refusal(service.client.call('briefing.rename', { file: FILE, name: 'Other' }))).toEqual(['file/exists']);
    const { file } = await service.client.call('briefing.rename', { file: FILE, name: 'Three' });
    expect(file).toBe('briefings/three.briefing.yaml');
    expect((await service.client.call('briefing.read', { file })).draft).not.toBeNull();
    expect(await readdir(join(service.root, 'briefings'))).toEqual(['other.briefing.yaml', 'three.briefing.yaml']);
  });
});

describe('a new briefing', () => {
  it.each(['NATO/EU: who pays?', 'a'.repeat(300), '…', '.hidden', 'Zwei\nZeilen'])(
    'has the whole title, whatever signs it has: %s',
    async (title) => {
      const service = await small();
      const made = await service.client.call('briefing.create', { name: title, briefing: null });
      expect(made.briefing?.title).toBe(title.replace('\n', ' '));
      // As a window does that keeps its own version beside another's.
      const { briefing } = await read(service);
      const copy = await service.client.call('briefing.create', { name: title, briefing: { ...briefing, title } });
      expect(copy.file).not.toBe(made.file);
      expect((await service.client.call('briefing.rename', { file: copy.file, name: 'NATO/EU' })).file).toBe(
        'briefings/nato-eu.briefing.yaml',
      );
    },
  );
});

describe('a briefing’s file', () => {
  it('is copied byte for byte beside it, comments and all, and what is copied need not be readable', async () => {
    const service = await small({ 'briefings/bad.briefing.yaml': 'title: [\n', 'briefings/two-2.briefing.yaml': BRIEFING });
    const text = `# Ours\n${BRIEFING}`;
    await service.put('w/briefings/two.briefing.yaml', text);
    const copy = await service.client.call('briefing.duplicate', { file: 'briefings/two.briefing.yaml', again: false });
    expect(copy.file).toBe('briefings/two-3.briefing.yaml');
    expect(await readFile(join(service.root, copy.file), 'utf8')).toBe(text);
    const bad = await service.client.call('briefing.duplicate', { file: 'briefings/bad.briefing.yaml', again: false });
    expect([bad.file, bad.briefing]).toEqual(['briefings/bad-2.briefing.yaml', null]);
    expect(await refusal(service.client.call('briefing.duplicate', { file: 'briefings/bad.briefing.yaml', again: true }))).toEqual([
      'briefing/yaml',
    ]);
  });

  it('has a next issue: the same words and comments, dated on the same day of a later week', async () => {
    const service = await small();
    await service.put('w/briefings/week-2023-11-20.briefing.yaml', `# Ours\n${BRIEFING}\ndate: 2023-11-20 # a Monday\n`);
    const next = await service.client.call('briefing.duplicate', { file: 'briefings/week-2023-11-20.briefing.yaml', again: true });
    const date = next.briefing?.date ?? '';
    expect(next.file).toBe(`briefings/week-${date}.briefing.yaml`);
    expect(new Date(date).getUTCDay()).toBe(1);
    const text = await readFile(join(service.root, next.file), 'utf8');
    expect(text).toContain('# Ours');
    expect(text).toContain(`date: ${date} # a Monday`);
  });

  it('goes into the bin with what was not yet in it, comes back beside one that took its place, and is told of', async () => {
    const service = await small();
    const before = await readFile(join(service.root, FILE), 'utf8');
    const { briefing, hash } = await read(service);
    await service.client.call('draft.save', { file: FILE, briefing: { ...briefing, title: 'Typed' }, basedOn: hash });
    const { id, title } = await service.client.call('briefing.remove', { file: FILE });
    expect(title).toBe(briefing.title);
    expect(service.events).toContainEqual(expect.objectContaining({ name: 'briefing', payload: { file: FILE, hash: null } }));
    expect(await refusal(service.client.call('briefing.read', { file: FILE }))).toEqual(['file/missing']);
    expect((await service.client.call('bin.list', {})).deleted).toMatchObject([{ id, file: FILE, title }]);

    await service.put(`w/${FILE}`, BRIEFING);
    const { file } = await service.client.call('bin.restore', { id });
    expect(file).not.toBe(FILE);
    expect(await readFile(join(service.root, file), 'utf8')).toBe(before);
    expect((await service.client.call('briefing.read', { file })).draft?.briefing.title).toBe('Typed');
    expect((await service.client.call('bin.list', {})).deleted).toEqual([]);
    expect(await refusal(service.client.call('bin.restore', { id }))).toEqual(['file/missing']);
  });

  it('stays where it is where the bin cannot be written', async () => {
    const service = await small();
    await service.put('home/bin', 'a file in the place of the folder');
    expect(await refusal(service.client.call('briefing.remove', { file: FILE }))).toEqual(['file/write']);
    expect((await read(service)).briefing).not.toBeNull();
  });

  it('is gone for good only once the bin is emptied', async () => {
    const service = await small();
    const { id } = await service.client.call('briefing.remove', { file: FILE });
    await service.client.call('bin.empty', { ids: [id] });
    expect((await service.client.call('bin.list', {})).deleted).toEqual([]);
    expect(await refusal(service.client.call('bin.restore', { id }))).toEqual(['file/missing']);
    expect(
      await readdir(join(service.folder, 'home/bin')).then((all) =>
        Promise.all(all.map((one) => readdir(join(service.folder, 'home/bin', one)))),
      ),
    ).toEqual([[]]);
  });
});

describe('the preview', () => {
  const render = async (service: TestService, briefing: Briefing, since: string | null = null) =>
    service.client.call('preview.render', { file: FILE, briefing, channel: 'main', since, limit: null });

  it('has the slides with their markup, and what each item takes', async () => {
    const service = await small();
    const { deck, problems } = await render(service, (await read(service)).briefing);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const slide = deck?.slides.find(({ topic }) => topic === 'a/first');
    expect(slide?.markup?.html).toContain('Point');
    expect(deck?.style).toContain('.page');
    expect(deck?.items).toMatchObject([{ key: 'a/first', slides: 1 }]);
  });

  it('takes the layout that an item asks for, and says why where it is asked', async () => {
    const service = await small();
    const { briefing } = await read(service);
    const asks: Briefing = { ...briefing, items: briefing.items.map((item) => ({ ...item, layout: 'columns' })) };
    const asked = { file: FILE, briefing: asks, channel: 'main', since: null, limit: null };
    const { reasons, problems } = await service.client.call('preview.render', { ...asked, explain: true });
    expect(problems.filter(({ code }) => code.startsWith('arrange/'))).toEqual([]);
    const own = reasons?.find(({ topic }) => topic === 'a/first');
    expect([own?.because, own?.candidates[own.chosen]?.layouts.at(0)]).toEqual(['pinned', 'columns']);
    expect((await service.client.call('preview.render', asked)).reasons).toBeUndefined();
  });

  it('sends only what changed since the last answer', async () => {
    const service = await small();
    const { briefing } = await read(service);
    const first = await render(service, briefing);
    const worded: Briefing = {
      ...briefing,
      items: [
        {
          kind: 'topic',
          article: 'a',
          topic: 'first',
          depth: 'points',
          overrides: { headline: 'Anew', summary: null, points: [], notes: null },
        },
      ],
    };
    const second = await render(service, worded, first.deck?.revision ?? null);
    expect(second.deck?.style).toBeNull();
    const sent = second.deck?.slides.filter(({ markup }) => markup !== null) ?? [];
    expect(sent.map(({ title }) => title)).toContain('Anew');
    expect(sent.length).toBeLessThan(second.deck?.slides.length ?? 0);
    const stale = await render(service, worded, 'another revision');
    expect(stale.deck?.slides.every(({ markup }) => markup !== null)).toBe(true);
  });

  it('gives the fonts that the slides are set in', async () => {
    const service = await small();
    const { deck } = await render(service, (await read(service)).briefing);
    const [font] = deck?.fonts ?? [];
    const { data } = await service.client.call('preview.font', { id: font?.id ?? '' });
    expect(Buffer.from(data, 'base64').subarray(0, 4).toString()).toBe('wOF2');
    expect(await refusal(service.client.call('preview.font', { id: '../../etc/passwd' }))).toEqual(['file/missing']);
  });

  it('gives a font that a template’s author exchanges another name, so that windows ask for it', async () => {
    const service = await small();
    const { template } = await service.client.call('template.duplicate', { name: 'policy-brief', as: 'Mine' });
    const font = fontNamed('Meridia');
    const changed = withTable(font, 'post', (table) => {
      table.set([0, 1], 8);
      return table;
    });
    const { briefing } = await read(service);
    const folder = `w/templates/${template.name}`;
    const theme = await readFile(join(service.folder, folder, 'theme.yaml'), 'utf8');
    const fonts = 'fonts:\n  heading: Meridia\n  body: Meridia\n';
    await service.put(`${folder}/theme.yaml`, theme.replace(/^fonts:\n(?: .*\n)*/m, fonts));
    const shown = async (): Promise<string> => {
      const { deck } = await render(service, { ...briefing, template: template.name });
      return deck?.fonts.find(({ weight, style }) => weight === 400 && style === 'normal')?.id ?? '';
    };
    await service.put(`${folder}/fonts/meridia.ttf`, font);
    await expect.poll(shown).toContain('Meridia');
    const first = await shown();
    await service.put(`${folder}/fonts/meridia.ttf`, changed);
    await expect.poll(shown, { timeout: 15_000 }).not.toBe(first);
    const { data } = await service.client.call('preview.font', { id: await shown() });
    expect(Buffer.from(data, 'base64').equals(Buffer.from(changed))).toBe(true);
  });

  it('leaves out a topic that is gone, says so with its place, and shows the rest', async () => {
    const service = await small();
    const { briefing } = await read(service);
    const gone = { kind: 'topic' as const, article: 'a', topic: 'was-here', depth: 'points' as const, overrides: null };
    const { deck, problems } = await render(service, { ...briefing, items: [gone, ...briefing.items] });
    expect(deck?.items).toMatchObject([
      { key: 'a/was-here', slides: 0 },
      { key: 'a/first', slides: 1 },
    ]);
    expect(problems).toMatchObject([
      { code: 'briefing/topic-missing', received: 'was-here', allowed: 'first, second', place: { field: 'items[0]' } },
    ]);
  });

  it('names a template that is not there, and its place in a broken one', async () => {
    const service = await small({
      'templates/bad/template.yaml': 'name: Bad\ndescription: d\nversion: 1.0.0\n',
      'templates/bad/theme.yaml': await readFile('templates/policy-brief/theme.yaml', 'utf8'),
      'templates/bad/deck.hbs': '<section layout="title">\n  <h1>{{deck.titel}}</h1>\n</section>\n',
    });
    const { briefing } = await read(service);
    expect((await render(service, { ...briefing, template: 'none' })).problems).toMatchObject([{ code: 'pack/missing' }]);
    const bad = await render(service, { ...briefing, template: 'bad' });
    expect(bad.deck).toBeNull();
    expect(bad.problems).toMatchObject([{ code: 'template/path-unknown', place: { file: 'templates/bad/deck.hbs', line: 2 } }]);
  });
});

describe('an export', () => {
  const start = async (service: TestService, more: Partial<Payload<'export.start'>> = {}) => {
    const { briefing } = await read(service);
    await service.client.call('export.start', {
      file: FILE,
      briefing,
      formats: ['html'],
      for: 'presenter',
      folder: null,
      existing: 'refuse',
      ...more,
    });
    return service.next('export.done');
  };

  it('writes into the output folder and says what and how much', async () => {
    const service = await small();
    const done = await start(service, { formats: ['pptx', 'html', 'pdf'] });
    expect(done).toMatchObject({ outcome: 'written', files: [{ format: 'pptx' }, { format: 'html' }, { format: 'pdf' }] });
    expect((await readdir(join(service.root, 'output'))).sort()).toEqual(['one.html', 'one.pdf', 'one.pptx']);
    const steps = service.events.flatMap((e) => (e.name === 'export.progress' ? [e.payload.step] : []));
    expect(steps).toEqual(['reading', 'layout', 'pptx', 'html', 'pdf', 'saving']);
  });

  it('writes the one-page brief beside the deck', async () => {
    const service = await small();
    const done = await start(service, { formats: ['html', 'brief-docx', 'brief-html'] });
    expect(done).toMatchObject({ outcome: 'written', files: [{ format: 'html' }, { format: 'brief-docx' }, { format: 'brief-html' }] });
    expect((await readdir(join(service.root, 'output'))).sort()).toEqual(['one.brief.docx', 'one.brief.html', 'one.html']);
    expect(await start(service, { formats: ['brief-docx', 'brief-html'] })).toMatchObject({ outcome: 'written', kept: [] });
  });

  it('that is cancelled leaves the earlier files as they were', async () => {
    const service = await small({ 'output/one.html': 'the old one' });
    const { briefing } = await read(service);
    const { job } = await service.client.call('export.start', {
      file: FILE,
      briefing,
      formats: ['html'],
      for: 'presenter',
      folder: null,
      existing: 'refuse',
    });
    await service.client.call('export.cancel', { job });
    expect(await service.next('export.done')).toMatchObject({ outcome: 'cancelled', files: [], problems: [{ code: 'export/cancelled' }] });
    expect(await readFile(join(service.root, 'output/one.html'), 'utf8')).toBe('the old one');
  });

  it.each(['pptx', 'html', 'pdf'] as const)(
    'never replaces a %s that somebody has worked on, and keeps it when told to',
    async (format) => {
      const service = await small();
      const file = join(service.root, 'output', `one.${format}`);
      expect(await start(service, { formats: [format] })).toMatchObject({ outcome: 'written' });
      expect(await start(service, { formats: [format] })).toMatchObject({ outcome: 'written', kept: [] });
      const edited = format === 'pptx' ? withNotes(await readFile(file)) : Buffer.concat([await readFile(file), Buffer.from('%% a note')]);
      await writeFile(file, edited);

      const asked = await start(service, { formats: [format] });
      expect(asked).toMatchObject({ outcome: 'occupied', files: [], problems: [{ place: { file } }] });
      expect(Buffer.compare(await readFile(file), edited)).toBe(0);

      const both = await start(service, { formats: [format], existing: 'keep-both' });
      expect(both).toMatchObject({ outcome: 'written', files: [{ path: file.replace('one.', 'one-2.') }], kept: [] });
      expect(Buffer.compare(await readFile(file), edited)).toBe(0);

      const done = await start(service, { formats: [format], existing: 'keep-copy' });
      expect(done).toMatchObject({ outcome: 'written', files: [{ path: file }] });
      expect(done.kept).toHaveLength(1);
      expect(Buffer.compare(await readFile(done.kept[0] ?? ''), edited)).toBe(0);
      expect(Buffer.compare(await readFile(file), edited)).not.toBe(0);
    },
  );

  it('gives the audience’s copy a name of its own', async () => {
    const service = await small();
    await start(service, { formats: ['pptx', 'html', 'pdf'] });
    await start(service, { formats: ['pptx', 'html', 'pdf'], for: 'audience' });
    expect((await readdir(join(service.root, 'output'))).sort()).toEqual(
      ['', '.audience'].flatMap((mark) => ['html', 'pdf', 'pptx'].map((format) => `one${mark}.${format}`)).sort(),
    );
  });

  it('that cannot be written says why, and leaves the earlier files', async () => {
    const service = await small({ 'output/one.html': 'the old one', 'output/file': 'x' });
    expect(await start(service, { folder: join(service.root, 'output', 'file') })).toMatchObject({
      outcome: 'failed',
      problems: [{ code: 'file/write' }],
    });
    expect(await readFile(join(service.root, 'output/one.html'), 'utf8')).toBe('the old one');
  });

  it('with a topic that is gone is refused whole', async () => {
    const service = await small();
    const { briefing } = await read(service);
    const gone = { kind: 'topic' as const, article: 'nowhere', topic: 'x', depth: 'points' as const, overrides: null };
    const done = await start(service, { briefing: { ...briefing, items: [...briefing.items, gone] } });
    expect(done).toMatchObject({ outcome: 'failed', problems: [{ code: 'briefing/article-missing' }] });
  });

  it('may be opened afterwards, and no file that Lectern did not write', async () => {
    const service = await small({ 'output/mine.pptx': 'x' });
    const { files } = await start(service);
    const path = files[0]?.path ?? '';
    expect(await service.resolve({ kind: 'written', path })).toEqual({ ok: true, value: join(service.root, 'output/one.html') });
    for (const target of [
      { kind: 'written', path: join(service.root, 'output/mine.pptx') },
      { kind: 'written', path: '/etc/passwd' },
      { kind: 'article', id: '../../etc/passwd' },
      { kind: 'template', name: '../../etc' },
    ]) {
      expect(await service.resolve(target)).toMatchObject({ ok: false });
    }
  });
});

describe('pictures of own slides', () => {
  it('are put beside the briefing, once each', async () => {
    const service = await small();
    const data = (await readFile('content/river-port-map.png')).toString('base64');
    const first = await service.client.call('image.add', { file: FILE, name: 'Map of it.PNG', data });
    expect(first.src).toBe('images/map-of-it.png');
    expect(await service.client.call('image.add', { file: FILE, name: 'map of it.png', data })).toEqual(first);
    expect(await readdir(join(service.root, 'briefings', 'images'))).toEqual(['map-of-it.png']);
  });

  it('are not put where a link leads out of the workspace', async () => {
    const service = await small();
    const outside = await folderWith();
    await symlink(outside, join(service.root, 'briefings', 'images'));
    const data = (await readFile('content/river-port-map.png')).toString('base64');
    expect(await refusal(service.client.call('image.add', { file: FILE, name: 'map.png', data }))).toEqual(['file/outside']);
    expect(await readdir(outside)).toEqual([]);
  });

  it('that are none are refused', async () => {
    const service = await small();
    const data = Buffer.from('<svg onload="x">').toString('base64');
    expect(await refusal(service.client.call('image.add', { file: FILE, name: 'x.png', data }))).toEqual(['article/image-unreadable']);
  });

  it('show on the slide', async () => {
    const service = await small();
    const data = (await readFile('content/river-port-map.png')).toString('base64');
    const { src } = await service.client.call('image.add', { file: FILE, name: 'map.png', data });
    const { briefing } = await read(service);
    const own = { kind: 'own' as const, id: 'own-1', title: 'Own', body: `![A map](${src})` };
    const { deck, problems } = await service.client.call('preview.render', {
      file: FILE,
      briefing: { ...briefing, items: [own] },
      channel: 'main',
      since: null,
      limit: null,
    });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(deck?.slides.some(({ markup }) => markup?.html.includes('A map') === true)).toBe(true);
  });
});

it('a file that is no text does not stop anything', async () => {
  const service = await small();
  await writeFile(join(service.root, 'content', 'binary.md'), Buffer.from([0x2d, 0x2d, 0x2d, 0xff, 0xfe, 0x00]));
  await expect
    .poll(async () => (await service.client.call('library.get', {})).problems.map(({ file }) => file))
    .toEqual(['content/binary.md']);
});

describe('stamps', () => {
  it('count every event of the workspace, and each answer knows of all before it', async () => {
    const { client, events, put } = await small();
    const first = await client.ask('library.get', {});
    await put('w/content/b.md', article('New', { T: 'x' }));
    await expect.poll(async () => (await client.call('library.get', {})).articles.length).toBe(2);
    const last = await client.ask('library.get', {});
    const here = events.filter(({ at }) => at?.epoch === first.at?.epoch);
    expect(here.map(({ at }) => at?.revision)).toEqual(here.map((_, n) => n + 1));
    expect(last.at?.epoch).toBe(first.at?.epoch);
    expect(last.at?.revision).toBeGreaterThan(first.at?.revision ?? Infinity);
  });

  it('are of another epoch when a workspace is opened, be it the same, and its first event says so', async () => {
    const { client, events, root } = await small();
    const before = await client.ask('briefing.list', {});
    const opened = await client.ask('workspace.open', { path: root });
    const after = await client.ask('app.start', {});
    expect(opened.at?.epoch).not.toBe(before.at?.epoch);
    expect(after.at?.epoch).toBe(opened.at?.epoch);
    expect(events.find(({ at }) => at?.epoch === opened.at?.epoch)?.at?.revision).toBe(1);
    expect((await client.ask('settings.save', { settings: after.value.settings })).at).toBeNull();
  });

  it('stand on refusals too', async () => {
    const service = await small();
    const { at } = await service.client.ask('library.get', {});
    expect(await service.call('article.read', { article: 'none' })).toMatchObject({ ok: false, at: { epoch: at?.epoch } });
  });
});

it('a stop in the middle of the first read keeps what was read', async () => {
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`content/n${n}.md`, article(`N ${n}`, { T: 'x' })]));
  const first = await startService();
  for (const [path, content] of Object.entries(many)) await first.put(`w/${path}`, content);
  await first.client.call('workspace.open', { path: join(first.folder, 'w') });
  await expect.poll(async () => (await first.client.call('library.get', {})).articles.length, { interval: 1 }).toBeGreaterThan(40);
  const { loading } = await first.client.call('library.get', {});
  await first.close();
  expect(loading).not.toBeNull();
  const second = await startService({ folder: first.folder });
  await second.client.call('app.start', {});
  const { articles } = await second.client.call('library.get', {});
  expect(articles.length).toBeGreaterThan(40);
  const told = async (): Promise<number> => {
    const { articles: shown, loading: rest } = await second.client.call('library.get', {});
    return rest?.of ?? shown.length;
  };
  await expect.poll(told).toBe(400);
});
