import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../src/api/client.ts';
import type { Answer, Payload } from '../../src/api/contract.ts';
import { partsOf, withWords, wordsOf } from '../support/edited-deck.ts';
import { MERGE_ARTICLE, MERGE_BRIEFING, MERGE_FILES, OUR_ARTICLE, THEIR_WORDS } from '../support/merge-workspace.ts';
import { startService, type TestService } from '../support/service.ts';

type Save = Payload<'merge.save'>;

interface Merging extends TestService {
  readonly root: string;
  /** The edited deck in `output`. */
  readonly deck: string;
  readonly edited: Uint8Array;
  readonly open: (edited?: Save['edited']) => Promise<Answer<'merge.open'>>;
  readonly save: (state: string, choices?: Save['choices'], edited?: Save['edited']) => Promise<Answer<'merge.save'>>;
}

/** The deck is handed out and edited, and the article changes. */
async function edited(): Promise<Merging> {
  const service = await startService();
  for (const [path, content] of Object.entries(MERGE_FILES)) await service.put(`w/${path}`, content);
  const root = join(service.folder, 'w');
  await service.client.call('workspace.open', { path: root });
  await expect.poll(async () => (await service.client.call('library.get', {})).loading).toBeNull();
  const { briefing } = await service.client.call('briefing.read', { file: MERGE_BRIEFING });
  if (!briefing) throw new Error('no briefing');
  const asked = { file: MERGE_BRIEFING, briefing };
  await service.client.call('export.start', { ...asked, formats: ['pptx'], for: 'presenter', folder: null, existing: 'refuse' });
  expect(await service.next('export.done')).toMatchObject({ outcome: 'written' });
  const deck = join(root, 'output', 'kai.pptx');
  const bytes = withWords(await readFile(deck), THEIR_WORDS);
  await writeFile(deck, bytes);
  await changeArticle(service, OUR_ARTICLE);
  return {
    ...service,
    root,
    deck,
    edited: bytes,
    open: (from = { kind: 'output' }) => service.client.call('merge.open', { ...asked, edited: from }),
    save: (state, choices = {}, from = { kind: 'output' }) => service.client.call('merge.save', { ...asked, edited: from, state, choices }),
  };
}

async function changeArticle(service: TestService, text: string): Promise<void> {
  const stales = (): number => service.events.filter(({ name }) => name === 'stale').length;
  const before = stales();
  await service.put(`w/${MERGE_ARTICLE}`, text);
  await expect.poll(stales).toBeGreaterThan(before);
}

const refusal = (promise: Promise<unknown>): Promise<readonly string[]> =>
  promise.then(
    () => [],
    (error: unknown) => (error instanceof Refused ? error.problems.map(({ code }) => code) : [String(error)]),
  );

describe('merging an edited deck', () => {
  it('says what both changed and what became of each slide, and writes nothing', async () => {
    const { open, root, deck, edited: bytes } = await edited();
    const merge = await open();
    expect(merge.name).toBe('kai.pptx');
    expect(merge.conflicts).toMatchObject([
      {
        kind: 'words',
        number: expect.any(Number) as number,
        baseWords: null,
        theirs: ['Die Kräne sind über dreißig Jahre alt und fallen jeden Tag aus.'],
        ours: ['Die Kräne sind dreißig Jahre alt und stehen jede Woche zwei Tage still.'],
        choices: ['theirs', 'ours', 'both', 'words'],
      },
      { theirs: ['Der Haushalt sieht für 2026 nur 3 Millionen Euro vor.'], ours: ['Der Haushalt sieht 3,5 Millionen Euro vor.'] },
    ]);
    expect(merge.slides.map(({ from }) => from)).toContain('merged');
    expect(await readdir(join(root, 'output'))).toEqual(['kai.pptx']);
    expect(Buffer.compare(await readFile(deck), bytes)).toBe(0);
    expect((await open()).state).toBe(merge.state);
  });

  it('saves beside the edited deck what was chosen, and comments for the rest; what was written may be opened', async () => {
    const { open, save, root, deck, edited: bytes, resolve } = await edited();
    const { state, conflicts } = await open();
    const [first, second] = conflicts.map(({ id }) => id);
    const saved = await save(state, { [first ?? '']: 'ours' });
    const path = join(root, 'output', 'kai.merged.pptx');
    expect(saved).toMatchObject({ outcome: 'written', path, comments: 1 });
    const merged = await readFile(path);
    expect(wordsOf(merged)).toContain('zwei Tage still');
    expect(wordsOf(merged)).not.toContain('fallen jeden Tag aus');
    for (const words of ['nur 3 Millionen', 'dreimal täglich', '14 Lotsen']) expect(wordsOf(merged)).toContain(words);
    expect(partsOf(merged).filter((name) => name.startsWith('ppt/comments/'))).toHaveLength(1);
    expect(await resolve({ kind: 'written', path })).toEqual({ ok: true, value: path });

    const all = await save(state, { [first ?? '']: 'both', [second ?? '']: { words: ['Der Haushalt sieht 3,4 Millionen Euro vor.'] } });
    expect(all).toMatchObject({ outcome: 'written', path: join(root, 'output', 'kai.merged-2.pptx'), comments: 0 });
    const settled = wordsOf(await readFile(join(root, 'output', 'kai.merged-2.pptx')));
    for (const words of ['fallen jeden Tag aus', 'zwei Tage still', '3,4 Millionen']) expect(settled).toContain(words);
    expect(Buffer.compare(await readFile(deck), bytes)).toBe(0);
  });

  it('writes nothing where either deck has changed meanwhile, and says what is to be decided now', async () => {
    const service = await edited();
    const { open, save, root, deck, edited: bytes } = service;
    const { state, conflicts } = await open();
    await writeFile(deck, withWords(bytes, { 'Liegeplatz am Nordkai': 'Platz am Kai' }));
    const changed = await save(state, { [conflicts[0]?.id ?? '']: 'ours' });
    if (changed.outcome !== 'changed') throw new Error('written');
    expect(changed.merge.conflicts.map(({ id }) => id)).toEqual(conflicts.map(({ id }) => id));

    await changeArticle(service, OUR_ARTICLE.replace('3,5 Millionen', '3,6 Millionen'));
    const again = await save(changed.merge.state, {});
    if (again.outcome !== 'changed') throw new Error('written');
    expect(again.merge.conflicts[0]?.id).toBe(conflicts[0]?.id);
    expect(again.merge.conflicts[1]?.id).not.toBe(conflicts[1]?.id);
    expect(await readdir(join(root, 'output'))).toEqual(['kai.pptx']);
    expect(await save(again.merge.state)).toMatchObject({ outcome: 'written', comments: 2 });
  });

  it('takes a deck from elsewhere: by its path, and saves beside it; or its bytes, and saves into the output', async () => {
    const { open, save, root, folder, edited: bytes } = await edited();
    const path = join(folder, 'mail', 'Lage (2).pptx');
    await writeFile(join(folder, 'Lage (2).pptx'), bytes);
    const at = { kind: 'path', path: join(folder, 'Lage (2).pptx') } as const;
    expect((await open(at)).name).toBe('Lage (2).pptx');
    expect(await save((await open(at)).state, {}, at)).toMatchObject({ path: join(folder, 'Lage (2).merged.pptx') });
    const given = { kind: 'data', name: '战略.pptx', data: Buffer.from(bytes).toString('base64') } as const;
    expect(await save((await open(given)).state, {}, given)).toMatchObject({ path: join(root, 'output', '战略.merged.pptx') });
    expect(await refusal(open({ kind: 'path', path }))).toEqual(['file/missing']);
  });

  it('refuses what is no deck of ours, and a briefing that cannot be made', async () => {
    const { open, put, root } = await edited();
    const minutes = { kind: 'data', name: 'a.pptx', data: Buffer.from('Minutes').toString('base64') } as const;
    expect(await refusal(open(minutes))).toEqual(['inspect/unreadable']);
    const { client } = await edited();
    const { briefing } = await client.call('briefing.read', { file: MERGE_BRIEFING });
    if (!briefing) throw new Error('no briefing');
    const items = [{ kind: 'topic', article: 'gone', topic: 'x', depth: 'points', overrides: null } as const];
    const broken = { file: MERGE_BRIEFING, briefing: { ...briefing, items }, edited: { kind: 'output' } } as const;
    expect(await refusal(client.call('merge.open', broken))).toEqual(['briefing/article-missing']);
    await put('w/output/kai.pptx', '');
    expect(await refusal(open())).toEqual(['inspect/unreadable']);
    expect(await readdir(join(root, 'output'))).toEqual(['kai.pptx']);
  });
});
