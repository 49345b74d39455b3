import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createArticles, type Articles } from '../../../src/ui/controller/articles.ts';
import type { Context } from '../../../src/ui/controller/context.ts';
import { createKeptText } from '../../../src/ui/kept-text.ts';
import { FIRST } from '../../../src/ui/state/app.ts';
import type { OpenArticle } from '../../../src/ui/state/article.ts';
import { createStore } from '../../../src/ui/store.ts';
import { createSync } from '../../../src/ui/sync.ts';
import type { Problem } from '../../../src/ui/types.ts';
import { fakeClient, turn, type Asked } from '../../support/fake-client.ts';
import { shelf } from '../../support/shelf.ts';

const FILE = 'content/a.md';
const TEXT = '---\ntitle: A\n---\n\n## One\n\nSum.\n';
const HASH = 'a'.repeat(64);
const NEXT = 'b'.repeat(64);
const conflict: Problem = { code: 'file/conflict', severity: 'error', message: 'changed', hint: 'choose' };
const fault: Problem = { code: 'article/structure', severity: 'error', message: 'wrong', place: { file: FILE, line: 9 }, hint: 'mend' };

let context: Context;
let asked: Asked[];
let articles: Articles;
let storage: ReturnType<typeof shelf>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const fake = fakeClient();
  asked = fake.asked;
  storage = shelf();
  const nothing = (): void => undefined;
  context = {
    client: fake.client,
    store: createStore({ ...FIRST, phase: 'ready', workspace: { path: '/w', name: 'w', fresh: false } }),
    sync: createSync(fake.client, { onMissed: nothing, onOther: nothing, onFailed: nothing }),
  };
  articles = createArticles(
    context,
    createKeptText(() => storage),
  );
  const opening = articles.open(FILE);
  await answer('article.open', { file: FILE, article: 'a', text: TEXT, hash: HASH, paragraphs: [], problems: [] });
  await opening;
});

afterEach(() => vi.useRealTimers());

const open = (): OpenArticle => {
  const { article } = context.store.get();
  if (!article) throw new Error('none is open');
  return article;
};
const waiting = (command: string): Asked[] => asked.filter((one) => one.command === command);
/** Answers the last call of a command, once it has been made. */
async function answer(command: string, value: unknown): Promise<void> {
  await turn();
  waiting(command).at(-1)?.answer(value);
  await turn();
}
async function rest(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1000);
  await turn();
}

describe('what is typed into an article', () => {
  it('is written when the keyboard rests, and what is typed meanwhile after it', async () => {
    articles.type(`${TEXT}1`);
    articles.type(`${TEXT}12`);
    await rest();
    expect(waiting('article.save').map(({ payload }) => payload)).toEqual([
      { file: FILE, text: `${TEXT}12`, basedOn: HASH, faulty: false },
    ]);
    articles.type(`${TEXT}123`);
    await answer('article.save', { hash: NEXT, problems: [] });
    expect(open()).toMatchObject({ hash: NEXT, written: `${TEXT}12`, saving: { kind: 'changed' } });
    // What is not written yet stays in the browser's storage.
    expect(storage.names()).toHaveLength(1);
    await rest();
    expect(waiting('article.save').at(-1)?.payload).toMatchObject({ text: `${TEXT}123`, basedOn: NEXT });
    await answer('article.save', { hash: HASH, problems: [] });
    expect([open().saving.kind, storage.names()]).toEqual(['saved', []]);
  });

  it('with errors stays on this machine over leaving and opening again', async () => {
    articles.type(`${TEXT}### No\n`);
    await rest();
    await answer('article.save', { hash: null, problems: [fault] });
    expect(open()).toMatchObject({ saving: { kind: 'faulty' }, problems: [fault], written: TEXT });
    const leaving = articles.leave();
    await answer('article.save', { hash: null, problems: [fault] });
    await leaving;
    expect([context.store.get().article, context.store.get().screen]).toEqual([null, 'briefing']);
    const opening = articles.open(FILE);
    await answer('article.open', { file: FILE, article: 'a', text: TEXT, hash: HASH, paragraphs: [], problems: [] });
    await opening;
    expect(open()).toMatchObject({ text: `${TEXT}### No\n`, rescued: true });
  });

  it('is asked about where the file was changed while it was closed', async () => {
    articles.type(`${TEXT}### No\n`);
    const leaving = articles.leave();
    await answer('article.save', { hash: null, problems: [fault] });
    await leaving;
    const opening = articles.open(FILE);
    await answer('article.open', { file: FILE, article: 'a', text: `${TEXT}theirs`, hash: NEXT, paragraphs: [], problems: [] });
    await opening;
    await rest();
    articles.type(`${TEXT}### No, no\n`);
    await rest();
    expect(open()).toMatchObject({ text: `${TEXT}### No, no\n`, saving: { kind: 'conflict' } });
    expect(waiting('article.save')).toHaveLength(1);
    // Nor after another reload.
    expect(createKeptText(() => storage).take('/w', FILE)?.basedOn).toBe(HASH);
  });

  it('waits while nobody answers, and is written when somebody does', async () => {
    articles.type(`${TEXT}1`);
    await rest();
    waiting('article.save').at(-1)?.refuse(null);
    await turn();
    expect([open().saving.kind, context.store.get().connection]).toEqual(['failed', 'gone']);
    void articles.save();
    await answer('article.save', { hash: NEXT, problems: [] });
    expect(open().saving.kind).toBe('saved');
  });

  it('is asked about where the file was changed, and written over that only when told to', async () => {
    articles.type(`${TEXT}mine`);
    await rest();
    waiting('article.save').at(-1)?.refuse([conflict]);
    await turn();
    articles.type(`${TEXT}mine, more`);
    await rest();
    expect([open().saving.kind, waiting('article.save').length]).toEqual(['conflict', 1]);
    const keeping = articles.keepMine();
    await answer('article.open', { file: FILE, article: 'a', text: `${TEXT}theirs`, hash: NEXT, paragraphs: [], problems: [] });
    expect(waiting('article.save').at(-1)?.payload).toMatchObject({ text: `${TEXT}mine, more`, basedOn: NEXT });
    await answer('article.save', { hash: HASH, problems: [] });
    await keeping;
    expect(open()).toMatchObject({ saving: { kind: 'saved' }, written: `${TEXT}mine, more` });
  });

  it('is saved where both typed the same, and no longer open once another screen is', async () => {
    articles.type(`${TEXT}same`);
    await rest();
    waiting('article.save').at(-1)?.refuse([conflict]);
    await turn();
    const keeping = articles.keepMine();
    await answer('article.open', { file: FILE, article: 'a', text: `${TEXT}same`, hash: NEXT, paragraphs: [], problems: [] });
    await keeping;
    expect([open().saving.kind, waiting('article.save').length]).toEqual(['saved', 1]);
    context.store.set((state) => ({ ...state, screen: 'intake' }));
    await articles.leave();
    expect([context.store.get().screen, context.store.get().article]).toEqual(['intake', null]);
  });

  it('goes where the file’s own words are taken', async () => {
    articles.type(`${TEXT}mine`);
    await rest();
    waiting('article.save').at(-1)?.refuse([conflict]);
    await turn();
    const taking = articles.takeTheirs();
    await answer('article.open', { file: FILE, article: 'a', text: `${TEXT}theirs`, hash: NEXT, paragraphs: [], problems: [] });
    await taking;
    expect(open()).toMatchObject({ text: `${TEXT}theirs`, hash: NEXT, saving: { kind: 'saved' } });
    expect(storage.names()).toEqual([]);
  });
});
