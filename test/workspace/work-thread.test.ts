import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { problemsOfError } from '../../src/api/problems.ts';
import type { Problem } from '../../src/core/base/errors.ts';
import { resourcesBelow } from '../../src/workspace/resources.ts';
import { openBounded } from '../../src/workspace/bounded.ts';
import { workThreads } from '../../src/workspace/threads/work.ts';
import type { PreviewAnswer, PreviewRequest, Work } from '../../src/workspace/work/types.ts';
import { builtCli } from '../support/built/index.ts';
import { folderWith } from '../support/cli.ts';
import { article } from '../support/service.ts';
import { workHere } from '../support/work.ts';

const RESOURCES = { ...resourcesBelow(process.cwd()), worker: builtCli().worker() };
const PACK = { folder: join(RESOURCES.templates, 'policy-brief'), shown: 'policy-brief', state: 'as built' };

/** A preview of one topic with so many points. */
async function request(points: number, since: string | null = null): Promise<PreviewRequest> {
  const list = Array.from({ length: points }, (_, n) => `- Point ${n} of the many that were made.`).join('\n');
  const folder = await folderWith({ 'a.md': article('A', { 'First {#first}': `Sum.\n\n${list}` }) });
  const items = [{ kind: 'topic', article: 'a', topic: 'first', depth: 'points', overrides: null }] as const;
  const nothing = { subtitle: null, audience: null, presenter: null, date: null, minutes: null, mark: null, language: null, notes: null };
  return {
    sources: {
      briefing: { ...nothing, title: 'T', template: 'policy-brief', options: {}, items },
      file: join(folder, 'x.briefing.yaml'),
      shown: 'x.briefing.yaml',
      name: 'x',
    },
    articles: [['a', { file: join(folder, 'a.md'), shown: 'a.md', state: folder }]],
    pack: PACK,
    asked: { channel: 'w/main', since, limit: null },
    items,
    kept: [0],
    only: null,
  };
}

function threads(...given: Parameters<typeof workThreads> extends [unknown, ...infer R] ? R : never): Work {
  const work = workThreads(RESOURCES, ...given);
  onTestFinished(() => work.close());
  return work;
}

const preview = (work: Work, asked: PreviewRequest, owner = 'w'): Promise<PreviewAnswer> =>
  work.run(owner, 'preview', asked, asked.sources.shown);

async function refusal(task: Promise<unknown>): Promise<readonly Problem[]> {
  return task.then(
    () => [],
    (error: unknown) => problemsOfError(error),
  );
}

describe('work in threads', () => {
  it('gives what it gives here, and what has changed the second time', async () => {
    const [there, here] = [threads(), workHere(RESOURCES)];
    const first = await request(3);
    const [a, b] = [await preview(there, first), await preview(here, first)];
    expect(a.deck?.slides.length).toBeGreaterThan(1);
    expect(a).toEqual(b);
    expect(a.bytes.length).toBeGreaterThan(0);
    const again = await preview(there, { ...first, asked: { ...first.asked, since: a.deck?.revision ?? null } });
    expect(again.deck?.slides.map(({ markup }) => markup)).toEqual(a.deck?.slides.map(() => null));
    expect(again.bytes).toEqual([]);
    expect(await there.run('t', 'describe', PACK, 'policy-brief')).toEqual(await here.run('t', 'describe', PACK, 'policy-brief'));
  });

  it('that is large keeps nobody else waiting', async () => {
    const work = threads();
    const ended: string[] = [];
    const [large, small] = [await request(3000), await request(3)];
    await preview(work, small, 'b');
    const slow = preview(work, large, 'a').then(() => ended.push('large'));
    for (const name of ['small', 'small again']) await preview(work, small, 'b').then(() => ended.push(name));
    await slow;
    expect(ended).toEqual(['small', 'small again', 'large']);
  });

  it('is ended when its memory is used up, says so, and goes on with the next', async () => {
    const work = threads({ milliseconds: 60_000, megabytes: 90 });
    const [problem] = await refusal(preview(work, await request(60_000)));
    expect(problem).toMatchObject({ code: 'job/too-much-memory', place: { file: 'x.briefing.yaml' }, allowed: '90 MB' });
    expect(problem?.hint).not.toBe('');
    expect((await preview(work, await request(3))).deck).not.toBeNull();
  });

  it('is ended when it hangs, and says so', async () => {
    const work = threads({ milliseconds: 1, megabytes: 500 });
    expect(await refusal(preview(work, await request(3)))).toMatchObject([{ code: 'job/too-slow', place: { file: 'x.briefing.yaml' } }]);
  });

  it('reads an article again that could not be read, though its file is the same', async () => {
    const work = threads();
    const asked = await request(3);
    const [file, aside] = [join(asked.sources.file, '..', 'a.md'), join(asked.sources.file, '..', 'aside.md')];
    await rename(file, aside);
    const missing = await preview(work, asked);
    expect([missing.deck, missing.problems.map(({ code }) => code)]).toEqual([null, ['file/missing']]);
    await rename(aside, file);
    expect((await preview(work, asked)).deck).not.toBeNull();
  });

  it('is not ended by whoever had its thread before', async () => {
    const thread = openBounded(RESOURCES.worker, { role: 'intake', fonts: RESOURCES.fonts }, { milliseconds: 60_000, megabytes: 300 });
    onTestFinished(() => thread.end());
    const ask = (name: string) => {
      const bytes = new TextEncoder().encode(`The harbour reopens\n\n${'The harbour reopened on Monday. '.repeat(40)}`);
      return thread.ask<{ readonly value: unknown }>({ bytes, name, declaredType: null, charset: null });
    };
    const first = ask('a.txt');
    await first.done;
    const second = ask('b.txt');
    first.stop();
    expect(await second.done).toHaveProperty('value');
  });

  it('is ended with the app', async () => {
    const work = threads();
    const asked = preview(work, await request(3000));
    work.close();
    expect(await refusal(asked)).toMatchObject([{ code: 'app/stopped' }]);
    expect(await refusal(preview(work, await request(3)))).toMatchObject([{ code: 'app/stopped' }]);
  });

  it('hands on what was wrong with what it was given', async () => {
    const gone = { ...PACK, folder: `${PACK.folder}-none` };
    expect(await threads().run('t', 'describe', gone, 'none')).toMatchObject({ manifest: null });
    expect((await refusal(threads().run('t', 'examine', gone, 'none'))).map(({ severity }) => severity)).toContain('error');
  });
});
