/** While jobs are held, by the test and for good, everything else is answered. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { resourcesBelow } from '../../src/workspace/resources.ts';
import { readerHere, type Reading } from '../../src/workspace/service/library/reading.ts';
import { article, startService, takeInHere } from '../support/service.ts';
import { workHere } from '../support/work.ts';

const FILE = 'briefings/one.briefing.yaml';
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

it('an article that is read for ever keeps no other from being told of', async () => {
  let release: (reading: Reading) => void = () => undefined;
  const service = await startService({
    ports: {
      readerOf: (root) => {
        const here = readerHere(root);
        const held = new Promise<Reading>((resolve) => (release = resolve));
        return {
          ...here,
          read: (path, now) => (path === 'content/a0.md' ? held : here.read(path, now)),
          close: () => {
            release({ kind: 'stopped' });
            return here.close();
          },
        };
      },
    },
  });
  const ids = Array.from({ length: 60 }, (_, i) => `a${i}`);
  for (const id of ids) await service.put(`w/content/${id}.md`, article(id, { 'First {#first}': 'Sum.\n\n- Point.' }));
  await service.client.call('workspace.open', { path: join(service.folder, 'w') });
  const told = (): string[] =>
    service.events.flatMap(({ name, payload }) => (name === 'library' ? payload.changed.map(({ id }) => id) : [])).sort();
  const others = ids.filter((id) => id !== 'a0').sort();
  await expect.poll(told, { timeout: 5000 }).toEqual(others);
  expect((await service.client.call('library.get', {})).loading).toEqual({ done: 59, of: 60 });
  await service.put('w/content/late.md', article('Late', { 'First {#first}': 'Sum.\n\n- Point.' }));
  await expect.poll(told, { timeout: 5000 }).toEqual([...others, 'late'].sort());
  release({ kind: 'missing' });
  await expect.poll(async () => (await service.client.call('library.get', {})).loading).toBeNull();
});

it('previews, exports and files that are stuck keep nobody waiting', async () => {
  const here = workHere(resourcesBelow(process.cwd()));
  const held: string[] = [];
  const service = await startService({
    ports: {
      work: {
        run: (owner, name, request, file) => {
          if (owner !== 'stuck') return here.run(owner, name, request, file);
          held.push(name);
          return never();
        },
        close: () => undefined,
      },
      run: ({ name }, hooks) => {
        held.push(`export ${name}`);
        hooks.onStep('layout', 0.1);
        return { done: never(), stop: () => undefined };
      },
      ingest: (request, hooks) => {
        if (request.name !== 'stuck.txt') return takeInHere(request, hooks);
        held.push('intake');
        let stop: () => void = () => undefined;
        const done = new Promise<{ value: null; problems: [] }>((resolve) => (stop = () => resolve({ value: null, problems: [] })));
        return { done, stop };
      },
    },
  });
  await service.put('w/content/a.md', article('A', { 'First {#first}': 'Sum.\n\n- Point.' }));
  await service.put(`w/${FILE}`, 'title: One\ntemplate: policy-brief\nitems:\n  - topic: a/first\n');
  const { client } = service;
  await client.call('workspace.open', { path: join(service.folder, 'w') });
  const { briefing, hash } = await client.call('briefing.read', { file: FILE });
  if (!briefing) throw new Error('no briefing');
  const preview = (window: string) =>
    client.call('preview.render', { file: FILE, briefing, channel: `${window}/main`, since: null, limit: null });
  const text = (words: string): { kind: 'data'; data: string } => ({ kind: 'data', data: Buffer.from(words).toString('base64') });

  const order: string[] = [];
  void preview('stuck').then(() => order.push('stuck'));
  await client.call('export.start', { file: FILE, briefing, formats: ['html'], for: 'presenter', folder: null, existing: 'refuse' });
  await client.call('intake.open', { name: 'stuck.txt', from: text('Stuck.'), declaredType: null, charset: null });
  await expect.poll(() => [...held].sort()).toEqual(['export one', 'intake', 'preview']);

  // One after the other, in the order asked: nothing waits for what is held.
  for (const ask of [
    async () => expect((await client.call('library.get', {})).articles).toHaveLength(1),
    () => client.call('article.read', { article: 'a' }),
    () => client.call('briefing.list', {}),
    async () => expect((await client.call('template.list', {})).templates.length).toBe(3),
    () => client.call('briefing.save', { file: FILE, briefing: { ...briefing, title: 'Two' }, basedOn: hash }),
    async () => expect((await preview('another')).deck).not.toBeNull(),
    () => client.call('template.duplicate', { name: 'policy-brief', as: 'Mine' }),
    () => client.call('intake.list', {}),
    () =>
      client.call('settings.save', {
        settings: {
          appearance: 'dark',
          panes: { library: 0.3, order: 0.3 },
          welcomed: true,
          export: { formats: ['html'], audience: 'presenter' },
        },
      }),
  ]) {
    await ask();
    order.push('answered');
  }
  // Another file, too: the one that is stuck has one of the two places.
  const words = 'The harbour reopens\n\nBy Ana Reis\n\nThe harbour reopened on Monday after nine weeks of works.\n';
  const { job } = await client.call('intake.open', { name: 'note.txt', from: text(words), declaredType: null, charset: null });
  await expect
    .poll(() => service.events.find(({ name, payload }) => name === 'intake.done' && payload.job === job))
    .toMatchObject({
      payload: { outcome: 'ready' },
    });
  // One that waits for a place says at once that it was cancelled.
  await client.call('intake.open', { name: 'stuck.txt', from: text('Stuck.'), declaredType: null, charset: null });
  await expect.poll(() => held.filter((name) => name === 'intake').length).toBe(2);
  const waiting = await client.call('intake.open', { name: 'late.txt', from: text(words), declaredType: null, charset: null });
  await client.call('intake.cancel', { job: waiting.job });
  await expect
    .poll(() => service.events.find(({ name, payload }) => name === 'intake.done' && payload.job === waiting.job))
    .toMatchObject({ payload: { outcome: 'cancelled', review: null } });
  expect(order).toEqual(Array.from({ length: 9 }, () => 'answered'));
});
