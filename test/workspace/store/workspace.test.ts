import { chmod, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../../src/api/client.ts';
import { filesOf, leftIn } from '../../support/crash/look.ts';
import { article, startService, type TestService } from '../../support/service.ts';

const FILE = 'briefings/one.briefing.yaml';
const codes = async (promise: Promise<unknown>): Promise<readonly string[]> =>
  promise.then(
    () => [],
    (error: unknown) => (error instanceof Refused ? error.problems.map(({ code }) => code) : [String(error)]),
  );

async function opened(): Promise<TestService & { readonly root: string }> {
  const service = await startService();
  const root = join(service.folder, 'w');
  await service.put('w/content/a.md', article('A', { First: 'Sum.' }));
  await service.put(`w/${FILE}`, 'title: One\ntemplate: policy-brief\nitems:\n  - topic: a/first\n');
  await service.client.call('workspace.open', { path: root });
  return { ...service, root };
}

async function save({ client }: TestService, title: string): Promise<unknown> {
  const { briefing, hash } = await client.call('briefing.read', { file: FILE });
  if (briefing === null) throw new Error('broken');
  return client.call('briefing.save', { file: FILE, briefing: { ...briefing, title }, basedOn: hash });
}

const exported = async ({ client, next }: TestService): Promise<{ readonly outcome: string; readonly codes: readonly string[] }> => {
  const { briefing } = await client.call('briefing.read', { file: FILE });
  if (briefing === null) throw new Error('broken');
  const request = { file: FILE, briefing, formats: ['pptx', 'html', 'pdf'] as const, folder: null, existing: 'refuse' as const };
  await client.call('export.start', { ...request, formats: [...request.formats], for: 'presenter' });
  const { outcome, problems } = await next('export.done');
  return { outcome, codes: problems.flatMap(({ code, severity }) => (severity === 'error' ? [code] : [])) };
};

describe('a workspace', () => {
  it('keeps the permissions and the link of a briefing that is saved', async () => {
    const service = await opened();
    await rename(join(service.root, FILE), join(service.root, 'real.yaml'));
    await symlink('../real.yaml', join(service.root, FILE));
    await chmod(join(service.root, 'real.yaml'), 0o600);
    await save(service, 'Two');
    expect((await lstat(join(service.root, FILE))).isSymbolicLink()).toBe(true);
    expect((await stat(join(service.root, 'real.yaml'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(service.root, 'real.yaml'), 'utf8')).toContain('Two');
  });

  it('shows and writes nothing through a link that leads out of it', async () => {
    const service = await opened();
    const outside = await service.put('outside.yaml', 'title: Theirs\ntemplate: policy-brief\nitems: []\n');
    await symlink(outside, join(service.root, 'briefings', 'out.briefing.yaml'));
    const file = 'briefings/out.briefing.yaml';
    const { briefing, hash } = await service.client.call('briefing.read', { file: FILE });
    expect(await codes(service.client.call('briefing.read', { file }))).toEqual(['file/outside']);
    if (briefing === null) throw new Error('broken');
    expect(await codes(service.client.call('briefing.save', { file, briefing, basedOn: hash }))).toEqual(['file/outside']);
    expect(await codes(service.client.call('image.add', { file, name: 'a.png', data: '' }))).toEqual(['file/outside']);
    expect(await readFile(outside, 'utf8')).toContain('Theirs');
  });

  it('that has gone is not made anew by a save: the message says so, and the draft is there', async () => {
    const service = await opened();
    const { briefing, hash } = await service.client.call('briefing.read', { file: FILE });
    if (briefing === null) throw new Error('broken');
    await service.client.call('draft.save', { file: FILE, briefing: { ...briefing, title: 'Two' }, basedOn: hash });
    await rename(service.root, join(service.folder, 'away'));
    expect(await codes(service.client.call('briefing.save', { file: FILE, briefing, basedOn: hash }))).toEqual(['file/missing']);
    expect(await readdir(service.folder)).not.toContain('w');
    await rename(join(service.folder, 'away'), service.root);
    expect((await service.client.call('briefing.read', { file: FILE })).draft?.briefing.title).toBe('Two');
  });

  it('has both formats of a deck as they were where one has no place, and nothing of the pages they are printed from', async () => {
    const service = await opened();
    expect(await exported(service)).toEqual({ outcome: 'written', codes: [] });
    const output = join(service.root, 'output');
    const before = await readFile(join(output, 'one.pptx'));
    await rm(join(output, 'one.html'));
    await mkdir(join(output, 'one.html'));
    await writeFile(join(output, 'one.html', 'x'), '');
    await save(service, 'Two');
    expect(await exported(service)).toMatchObject({ outcome: 'failed', codes: ['file/write'] });
    expect(await readFile(join(output, 'one.pptx'))).toEqual(before);
    expect(await leftIn(service.folder)).toEqual([]);
  });

  it('has all that is Lectern’s own for nobody else', async () => {
    const service = await opened();
    await save(service, 'Two');
    const { briefing, hash } = await service.client.call('briefing.read', { file: FILE });
    if (briefing === null) throw new Error('broken');
    await service.client.call('draft.save', { file: FILE, briefing, basedOn: hash });
    const from = { kind: 'data', data: Buffer.from('The ferry to Aren\n\nIt is late, the clerk said.').toString('base64') } as const;
    await service.client.call('intake.open', { name: 'ferry.txt', from, declaredType: null, charset: null });
    await service.next('intake.done');
    await service.close();
    const home = join(service.folder, 'home');
    const paths = await filesOf(home);
    expect(paths.filter((path) => /^(?:drafts|reviews|libraries)\/./.test(path)).length).toBeGreaterThan(4);
    for (const path of paths) {
      const info = await stat(join(home, path));
      expect([path, info.mode & 0o777]).toEqual([path, info.isDirectory() ? 0o700 : 0o600]);
    }
  });
});
