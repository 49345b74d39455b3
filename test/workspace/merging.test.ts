import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer, Payload } from '../../src/api/contract.ts';
import { partsOf, withWords, wordsOf } from '../support/edited-deck.ts';
import { MERGE_ARTICLE, MERGE_BRIEFING, MERGE_FILES, OUR_ARTICLE, THEIR_WORDS } from '../support/merge-workspace.ts';
import { refusal, startService, type TestService } from '../support/service.ts';

type Save = Payload<'merge.save'>;
type Compared = Payload<'deck.compare'>['from'];

interface Merging extends TestService {
  readonly root: string;
  /** The edited deck in `output`. */
  readonly deck: string;
  readonly edited: Uint8Array;
  readonly asked: Pick<Save, 'file' | 'briefing'>;
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
  const merged = { ...asked, keepLooks: false };
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
    asked,
    open: (from = { kind: 'output' }) => service.client.call('merge.open', { ...merged, edited: from }),
    save: (state, choices = {}, from = { kind: 'output' }) =>
      service.client.call('merge.save', { ...merged, edited: from, state, choices }),
  };
}

async function changeArticle(service: TestService, text: string): Promise<void> {
  const stales = (): number => service.events.filter(({ name }) => name === 'stale').length;
  const before = stales();
  await service.put(`w/${MERGE_ARTICLE}`, text);
  await expect.poll(stales).toBeGreaterThan(before);
}

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
        marked: {
          theirs: [
            expect.arrayContaining([
              { text: 'über', changed: true },
              { text: ' dreißig Jahre alt und ', changed: false },
            ]),
          ],
        },
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

  it('compares a deck with what the briefing gives now, with another, and with one that was handed out; numbers first', async () => {
    const { client, deck, edited: bytes, root, asked } = await edited();
    const compare = (from: Compared, to: Compared): Promise<Answer<'deck.compare'>> => client.call('deck.compare', { ...asked, from, to });
    const now = await compare({ kind: 'output' }, { kind: 'now' });
    expect(now.names).toEqual({ from: 'kai.pptx', to: null });
    const [first] = now.diff.changed.filter(({ to }) => to?.title === 'Was es kostet');
    expect(first?.changes[0]).toMatchObject({ kind: 'words', facts: [{ kind: 'number', to: '3,5 Millionen' }, { to: null }] });
    const back = await compare({ kind: 'now' }, { kind: 'path', path: deck });
    expect(back.names).toEqual({ from: null, to: 'kai.pptx' });
    expect(back.diff.changed.length).toBe(now.diff.changed.length);
    const given = { kind: 'data', name: 'a.pptx', data: Buffer.from(bytes).toString('base64') } as const;
    expect((await compare(given, { kind: 'output' })).diff.changed).toEqual([]);
    expect(await readdir(join(root, 'output'))).toEqual(['kai.pptx']);
    expect(await refusal(compare({ kind: 'path', path: join(root, 'gone.pptx') }, { kind: 'now' }))).toEqual(['file/missing']);
    expect(await refusal(compare({ kind: 'handover', id: '../../x' }, { kind: 'now' }))).toEqual(['file/missing']);
  });

  it('compares a hand-over with today, by the deck that was kept of it', async () => {
    const service = await edited();
    const { client, asked } = service;
    await service.client.call('handover.start', {
      ...asked,
      to: null,
      without: ['html', 'pdf', 'audience'],
      brief: false,
      asZip: false,
      folder: null,
    });
    expect(await service.next('export.done')).toMatchObject({ outcome: 'failed' });
    await rm(service.deck);
    await service.client.call('handover.start', {
      ...asked,
      to: null,
      without: ['html', 'pdf', 'audience'],
      brief: false,
      asZip: true,
      folder: null,
    });
    const { handover } = await service.next('export.done');
    await changeArticle(service, OUR_ARTICLE.replace('14 Lotsen', '15 Lotsen'));
    const found = await client.call('deck.compare', { ...asked, from: { kind: 'handover', id: handover?.id ?? '' }, to: { kind: 'now' } });
    expect(found.names.from).toBe('kai.pptx');
    expect(found.diff.changed.map(({ changes }) => changes.length)).toEqual([1]);
    expect(found.diff.changed[0]?.changes[0]).toMatchObject({ facts: [{ from: '14', to: '15' }] });
  });

  it('refuses what is no deck of ours, and a briefing that cannot be made', async () => {
    const { open, put, root } = await edited();
    const minutes = { kind: 'data', name: 'a.pptx', data: Buffer.from('Minutes').toString('base64') } as const;
    expect(await refusal(open(minutes))).toEqual(['inspect/unreadable']);
    const { client } = await edited();
    const { briefing } = await client.call('briefing.read', { file: MERGE_BRIEFING });
    if (!briefing) throw new Error('no briefing');
    const items = [{ kind: 'topic', article: 'gone', topic: 'x', depth: 'points', overrides: null } as const];
    const broken = { file: MERGE_BRIEFING, briefing: { ...briefing, items }, edited: { kind: 'output' }, keepLooks: false } as const;
    expect(await refusal(client.call('merge.open', broken))).toEqual(['briefing/article-missing']);
    await put('w/output/kai.pptx', '');
    expect(await refusal(open())).toEqual(['inspect/unreadable']);
    expect(await readdir(join(root, 'output'))).toEqual(['kai.pptx']);
  });
});
