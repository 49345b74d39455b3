import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/workspace/store/index.ts';
import { startPart } from '../../../src/workspace/threads/start.ts';
import { folderWith } from '../../support/cli.ts';
import { bundled } from '../../support/crash/run.ts';
import type { Written } from '../../support/crash/thread.ts';
import { article, startService } from '../../support/service.ts';

let script: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  script = await bundled(process.cwd(), 'thread');
});
afterAll(async () => script.remove());

/** A thread that stands before that step of writing two files, and says so. */
async function writing(written: Written): Promise<{ readonly said: unknown; readonly stop: () => Promise<void> }> {
  const { wire, stop } = startPart(script.file, { role: 'export' });
  const said = await new Promise((resolve) => {
    wire.listen(resolve);
    wire.post(written);
  });
  return { said, stop };
}

/** Has a thread write until it stands before the step, and ends it there; answers what it said, and what this process finds after `recover`. */
async function endedAt(
  atStep: number,
  below = false,
): Promise<{ readonly said: unknown; readonly texts: string; readonly left: string[] }> {
  const folder = await folderWith({ 'a.txt': 'old', 'b.txt': 'old' });
  const home = await folderWith();
  const { said, stop } = await writing({ folder, home, atStep, below });
  const journal = (): Promise<string[]> => readdir(join(home, 'journal')).catch(() => []);
  const underWay = await journal();
  await openStore(home).recover();
  // What a living thread does is left alone.
  expect(await journal()).toEqual(underWay);
  await stop();
  await openStore(home).recover();
  const names = await readdir(folder);
  const left = [...names.filter((name) => name.startsWith('.')), ...(await journal())];
  const texts = await Promise.all(['a.txt', 'b.txt'].map((name) => readFile(join(folder, name), 'utf8')));
  return { said, texts: texts.join(' '), left };
}

describe('a thread that is ended while it writes', () => {
  it('leaves old files or new ones and nothing else, whichever step it stood before, while its process goes on', async () => {
    const { said } = await endedAt(0);
    const steps = Number(/^done in (\d+)$/.exec(String(said))?.[1]);
    expect(steps).toBeGreaterThan(10);
    const found = [];
    for (let step = 1; step <= steps; step += 1) found.push(await endedAt(step));
    expect(found.filter(({ said: word, left }) => word !== 'stands' || left.length > 0)).toEqual([]);
    expect([...new Set(found.map(({ texts }) => texts))].sort()).toEqual(['new new', 'old old']);
  });

  it('takes with it what threads of its own were writing', async () => {
    const { said } = await endedAt(0);
    const steps = Number(/^done in (\d+)$/.exec(String(said))?.[1]);
    expect(await endedAt(Math.ceil(steps / 2), true)).toMatchObject({ said: 'stands', left: [] });
  });

  it('is put right by the service whose export it was', async () => {
    const folder = await folderWith({ 'a.txt': 'old', 'b.txt': 'old' });
    const service = await startService({
      ports: {
        run: ({ home }) => {
          const done = writing({ folder, home, atStep: 20, below: false }).then(async ({ stop }) => {
            await stop();
            throw new Error('its memory is used up');
          });
          return { done, stop: () => undefined };
        },
      },
    });
    const file = 'briefings/one.briefing.yaml';
    await service.put('w/content/a.md', article('A', { 'First {#first}': 'Sum.\n\n- Point.' }));
    await service.put(`w/${file}`, 'title: One\ntemplate: policy-brief\nitems:\n  - topic: a/first\n');
    await service.client.call('workspace.open', { path: join(service.folder, 'w') });
    const { briefing } = await service.client.call('briefing.read', { file });
    if (!briefing) throw new Error('no briefing');
    await service.client.call('export.start', { file, briefing, formats: ['html'], for: 'presenter', folder: null, existing: 'refuse' });
    expect((await service.next('export.done')).outcome).toBe('failed');
    await expect.poll(async () => (await readdir(folder)).sort()).toEqual(['a.txt', 'b.txt']);
  });
});
