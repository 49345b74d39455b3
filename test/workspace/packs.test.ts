import { cp, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LecternError, unwrap } from '../../src/core/base/errors.ts';
import { findPack, listPacks, loadPack } from '../../src/workspace/packs.ts';
import { folderWith } from '../support/cli.ts';

const BUILT_IN = join(process.cwd(), 'templates');
const codes = async (promise: Promise<unknown>): Promise<readonly string[]> =>
  promise.then(
    () => [],
    (error: unknown) => (error instanceof LecternError ? error.problems.map(({ code }) => code) : [String(error)]),
  );

async function copy(): Promise<string> {
  const folder = join(await folderWith(), 'mine');
  await cp(join(BUILT_IN, 'talking-points'), folder, { recursive: true });
  return folder;
}

describe('a pack', () => {
  it('is found by its name in the first folder that has it, and by no path in a name’s clothes', async () => {
    const own = await folderWith({ 'policy-brief/template.yaml': '', 'empty/readme.txt': '', 'template.yaml': '' });
    expect(await findPack('policy-brief', [own, BUILT_IN], own)).toBe(join(own, 'policy-brief'));
    expect(await findPack('talking-points', [own, BUILT_IN], own)).toBe(join(BUILT_IN, 'talking-points'));
    for (const name of ['empty', '.', '..', 'POLICY-BRIEF'])
      expect(await codes(findPack(name, [own, BUILT_IN], own))).toEqual(['pack/missing']);
    expect((await listPacks([own, BUILT_IN])).map(({ name }) => name)).toEqual(['policy-brief', 'situation-report', 'talking-points']);
  });

  it('is read whole', async () => {
    const [read, original] = [unwrap(await loadPack(await copy())), unwrap(await loadPack(join(BUILT_IN, 'talking-points')))];
    expect(read.manifest.name).toBe('Talking points');
    expect(read.hash).toBe(original.hash);
  });

  it('of too many files, or too many bytes in all, is refused', async () => {
    const many = await copy();
    await Promise.all(Array.from({ length: 500 }, (_, i) => writeFile(join(many, `note-${i}.txt`), '')));
    expect(await codes(loadPack(many))).toEqual(['file/too-large']);
    const large = await copy();
    for (const name of ['a.bin', 'b.bin']) {
      await writeFile(join(large, name), '');
      await truncate(join(large, name), 33 * 1024 * 1024);
    }
    expect(await codes(loadPack(large))).toEqual(['file/too-large']);
  });
});
