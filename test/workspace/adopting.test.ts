import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../src/api/client.ts';
import type { Answer, Payload } from '../../src/api/contract.ts';
import { withWords } from '../support/edited-deck.ts';
import { MERGE_ARTICLE, MERGE_BRIEFING, MERGE_FILES } from '../support/merge-workspace.ts';
import { startService, type TestService } from '../support/service.ts';

const WORDS = { 'Schiffe warten derzeit': 'Schiffe warten zurzeit', 'hat 12 Lotsen': 'hat 14 Lotsen' };

interface Adopting extends TestService {
  readonly root: string;
  readonly open: () => Promise<Answer<'adopt.open'>>;
  readonly take: (state: string, take: readonly string[], toArticle?: readonly string[]) => Promise<Answer<'adopt.take'>>;
}

async function edited(): Promise<Adopting> {
  const service = await startService();
  for (const [path, content] of Object.entries(MERGE_FILES)) await service.put(`w/${path}`, content);
  const root = join(service.folder, 'w');
  await service.client.call('workspace.open', { path: root });
  await expect.poll(async () => (await service.client.call('library.get', {})).loading).toBeNull();
  const { briefing } = await service.client.call('briefing.read', { file: MERGE_BRIEFING });
  if (!briefing) throw new Error('no briefing');
  const asked: Pick<Payload<'adopt.open'>, 'file' | 'briefing'> = { file: MERGE_BRIEFING, briefing };
  await service.client.call('export.start', { ...asked, formats: ['pptx'], for: 'presenter', folder: null, existing: 'refuse' });
  expect(await service.next('export.done')).toMatchObject({ outcome: 'written' });
  const deck = join(root, 'output', 'kai.pptx');
  await writeFile(deck, withWords(await readFile(deck), WORDS));
  const from = { ...asked, edited: { kind: 'output' } } as const;
  return {
    ...service,
    root,
    open: () => service.client.call('adopt.open', from),
    take: (state, take, toArticle = []) =>
      service.client.call('adopt.take', { ...from, state, take: [...take], toArticle: [...toArticle] }),
  };
}

describe('taking over what colleagues changed', () => {
  it('offers it with its words marked, asks where a fact is another, and says which article has the line', async () => {
    const { open } = await edited();
    const { offers, name, stays } = await open();
    expect([name, stays]).toEqual(['kai.pptx', []]);
    expect(offers).toMatchObject([
      { kind: 'line', question: false, article: MERGE_ARTICLE },
      { kind: 'line', question: true, article: MERGE_ARTICLE, was: 'Der Hafen hat 12 Lotsen.', now: 'Der Hafen hat 14 Lotsen.' },
    ]);
    expect(offers[1]?.spans.filter(({ of }) => of === 'new')).toEqual([{ of: 'new', text: '14' }]);
  });

  it('gives the briefing with what is taken, writes articles at their line alone, and nothing else', async () => {
    const { open, take, root } = await edited();
    const { state, offers } = await open();
    const [ships = '', pilots = ''] = offers.map(({ id }) => id);
    const before = {
      briefing: await readFile(join(root, MERGE_BRIEFING), 'utf8'),
      article: await readFile(join(root, MERGE_ARTICLE), 'utf8'),
    };
    const taken = await take(state, [ships], [pilots]);
    if (taken.outcome !== 'taken') throw new Error('changed');
    expect(taken.articles).toEqual([MERGE_ARTICLE]);
    const [item] = taken.briefing.items;
    expect(item?.kind === 'topic' && item.overrides?.summary).toContain('Schiffe warten zurzeit');
    expect((await readFile(join(root, MERGE_ARTICLE), 'utf8')) === before.article.replace('12 Lotsen', '14 Lotsen')).toBe(true);
    // The window saves the briefing, as it saves everything else.
    expect((await readFile(join(root, MERGE_BRIEFING), 'utf8')) === before.briefing).toBe(true);
    expect(await readdir(join(root, 'content'))).toEqual(['kai.md']);
  });

  it('writes nothing where the deck or the article is another by now, and says what is offered now', async () => {
    const { open, take, root, put, events } = await edited();
    const { state, offers } = await open();
    const deck = join(root, 'output', 'kai.pptx');
    const bytes = await readFile(deck);
    await writeFile(deck, withWords(bytes, { 'hat 14 Lotsen': 'hat 15 Lotsen' }));
    const ids = offers.map(({ id }) => id);
    const first = await take(state, ids);
    expect(first.outcome === 'changed' && first.home.offers[1]?.now).toBe('Der Hafen hat 15 Lotsen.');
    await writeFile(deck, bytes);
    const article = MERGE_FILES[MERGE_ARTICLE].replace('sind dreißig', 'sind fast dreißig');
    const stales = (): number => events.filter(({ name }) => name === 'stale').length;
    await put(`w/${MERGE_ARTICLE}`, article);
    await expect.poll(stales).toBeGreaterThan(0);
    expect((await take(state, [], ids)).outcome).toBe('changed');
    expect((await readFile(join(root, MERGE_ARTICLE), 'utf8')) === article).toBe(true);
  });

  it('refuses what is no deck', async () => {
    const { open, put } = await edited();
    await put('w/output/kai.pptx', 'Minutes');
    const codes = await open().catch((error: unknown) => (error instanceof Refused ? error.problems.map(({ code }) => code) : error));
    expect(codes).toEqual(['inspect/unreadable']);
  });
});
