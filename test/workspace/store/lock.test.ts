import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LecternError } from '../../../src/core/base/errors.ts';
import { openStore } from '../../../src/workspace/store/index.ts';
import { lockFolder } from '../../../src/workspace/store/lock.ts';
import { fateOf, newId } from '../../../src/workspace/store/owner.ts';
import { folderWith } from '../../support/cli.ts';

const own = newId(randomUUID());
const [machine = '', pid = '', began = '', thread = ''] = own.split('-');
/** The number of a process that has just ended. */
const ended = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const idOf = (where: string, process: number | string, since: string): string => `${where}-${process}-${since}-${thread}-${randomUUID()}`;
const ticket = (number: number, id: string): string => `.lectern-lock-${String(number).padStart(12, '0')}-${id}`;
const refused = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof LecternError ? error.problems[0]?.code : error),
  );

const QUICK = { lease: 40, sign: 5, patience: 5000 };

describe('an owner', () => {
  it('is known to live, to have ended, or not to be seen', () => {
    expect(fateOf(own)).toBe('alive');
    expect(fateOf(idOf(machine, ended(), began))).toBe('dead');
    expect(fateOf(idOf('00000000', pid, began))).toBe('unknown');
    expect(fateOf('anything')).toBe('dead');
  });

  it.runIf(process.platform === 'linux')('is not a later process of the same number', () => {
    expect(fateOf(idOf(machine, pid, `${began}1`))).toBe('dead');
  });
});

describe('a lock', () => {
  it('waits for who came first, and leaves nothing', async () => {
    const folder = await folderWith();
    const first = await lockFolder(folder);
    let isIn = false;
    const second = lockFolder(folder).then((lock) => {
      isIn = true;
      return lock;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(isIn).toBe(false);
    await first.release();
    await (await second).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused with a code where it takes too long', async () => {
    const folder = await folderWith();
    const first = await lockFolder(folder);
    expect(await refused(lockFolder(folder, newId(randomUUID()), { lease: 60_000, sign: 1000, patience: 20 }))).toBe('file/locked');
    await first.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('that is refused leaves nothing behind in the journal', async () => {
    const [folder, home] = [await folderWith(), await folderWith()];
    const first = await lockFolder(folder);
    const store = openStore(home, { lease: 60_000, sign: 1000, patience: 20 });
    for (let n = 0; n < 3; n += 1) expect(await refused(store.alone(folder, () => Promise.resolve()))).toBe('file/locked');
    await first.release();
    expect(await readdir(join(home, 'journal')).catch(() => [])).toEqual([]);
  });

  it('of a process that has ended is passed over at once, held or just asked for', async () => {
    const dead = idOf(machine, ended(), began);
    const folder = await folderWith({ [ticket(7, dead)]: '', [`.lectern-lock-asking-${dead}`]: '' });
    const lock = await lockFolder(folder, newId(randomUUID()), { lease: 3_600_000, sign: 1000, patience: 5000 });
    expect(await readdir(folder)).toHaveLength(1);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('of a machine that is not seen is passed over once it has given no sign for a while, and its holder writes no more', async () => {
    const folder = await folderWith();
    const id = idOf('00000000', pid, began);
    const lost = await lockFolder(folder, id, { ...QUICK, sign: 3_600_000 });
    const lock = await lockFolder(folder, newId(randomUUID()), QUICK);
    expect(await refused(lost.check())).toBe('file/locked');
    await lock.check();
    await lock.release();
  });

  it('of a machine that is not seen is waited for while it gives signs', async () => {
    const folder = await folderWith();
    const held = await lockFolder(folder, idOf('00000000', pid, began), QUICK);
    expect(await refused(lockFolder(folder, newId(randomUUID()), { ...QUICK, patience: 300 }))).toBe('file/locked');
    await held.check();
    await held.release();
  });

  it('does not mind files that only look like its own', async () => {
    const folder = await folderWith();
    await writeFile(join(folder, '.lectern-lock-x'), '');
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual(['.lectern-lock-x']);
    await rm(join(folder, '.lectern-lock-x'));
  });
});
