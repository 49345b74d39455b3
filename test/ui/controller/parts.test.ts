import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/ui/controller/context.ts';
import { createExports } from '../../../src/ui/controller/exports.ts';
import { createTemplates } from '../../../src/ui/controller/templates.ts';
import { watchWindow } from '../../../src/ui/controller/window.ts';
import { FIRST, type AppState } from '../../../src/ui/state/app.ts';
import { openDocument } from '../../../src/ui/state/document.ts';
import { withRow, withSlide } from '../../../src/ui/state/selection.ts';
import { createStore } from '../../../src/ui/store.ts';
import { createSync } from '../../../src/ui/sync.ts';
import { fakeClient, turn, type Asked } from '../../support/fake-client.ts';
import { briefing } from '../state/sample.ts';

let context: Context;
let asked: Asked[];

beforeEach(() => {
  const fake = fakeClient();
  asked = fake.asked;
  const nothing = (): void => undefined;
  context = {
    client: fake.client,
    store: createStore({ ...FIRST, phase: 'ready' }),
    sync: createSync(fake.client, { onMissed: nothing, onOther: nothing, onFailed: nothing }),
  };
});

const set = (more: Partial<AppState>): void => context.store.set((state) => ({ ...state, ...more }));
const open = openDocument({
  file: 'briefings/a.briefing.yaml',
  hash: '0'.repeat(64),
  briefing: briefing('war/front', 'war/river'),
  problems: [],
  draft: null,
});
const taken = { code: 'pack/exists', severity: 'error', message: 'taken', hint: 'Replace it.' } as const;

describe('an export', () => {
  const exportsWith = (order: string[]): ReturnType<typeof createExports> =>
    createExports(context, {
      save: () => Promise.resolve(order.push('save')),
      saveSettings: (change) => set({ settings: change(context.store.get().settings) }),
      follow: (job) => order.push(job),
    });

  it('saves first, remembers what was chosen and follows its job', async () => {
    set({ doc: open });
    const order: string[] = [];
    const begun = exportsWith(order).start({ formats: ['html'], for: 'audience', existing: 'refuse' });
    await turn();
    expect(asked[0]).toMatchObject({
      command: 'export.start',
      payload: { file: 'briefings/a.briefing.yaml', for: 'audience', folder: null },
    });
    asked[0]?.answer({ job: 'j1' });
    await begun;
    expect(order).toEqual(['save', 'j1']);
    expect(context.store.get()).toMatchObject({
      job: { id: 'j1', done: null },
      settings: { export: { formats: ['html'], audience: 'audience' } },
    });
  });

  it('is none without a briefing, and none is followed that was refused', async () => {
    const order: string[] = [];
    await exportsWith(order).start({ formats: ['pptx'], for: 'presenter', existing: 'refuse' });
    expect([order, asked]).toEqual([[], []]);
    set({ doc: open });
    const begun = exportsWith(order).start({ formats: ['pptx'], for: 'presenter', existing: 'refuse' });
    await turn();
    asked[0]?.refuse([taken]);
    await begun;
    expect(order).toEqual(['save']);
    expect(context.store.get()).toMatchObject({ job: null, notice: { kind: 'problem', problems: [taken] } });
  });

  it('does not take the word of another job for its own', () => {
    const { kind } = exportsWith([]);
    set({ job: { id: 'j1', progress: null, done: null } });
    kind.onProgress({ job: 'j0', step: 'layout', fraction: 0.5 } as never);
    kind.onDone({ job: 'j0' } as never);
    expect(context.store.get().job).toEqual({ id: 'j1', progress: null, done: null });
    expect(kind.running()).toEqual(['j1']);
    kind.onDone({ job: 'j1' } as never);
    expect(kind.running()).toEqual([]);
  });
});

describe('templates', () => {
  const templates = (seen: string[]): ReturnType<typeof createTemplates> =>
    createTemplates(context, { refresh: () => Promise.resolve(void seen.push('refresh')), reveal: (path) => seen.push(path) });

  it('are listed anew once one is installed', async () => {
    const seen: string[] = [];
    const installed = templates(seen).install('a.zip', '', false);
    asked[0]?.answer({ template: { name: 'a' } });
    expect(await installed).toEqual({ name: 'a' });
    expect(seen).toEqual(['refresh']);
  });

  it.each([
    ['one of this name is here', [taken], 'exists', { connection: 'here', notice: { kind: 'problem' } }],
    ['it is none', [{ ...taken, code: 'pack/missing' } as const], null, { connection: 'here', notice: { kind: 'problem' } }],
    ['nothing answers', null, null, { connection: 'gone', notice: null }],
  ] as const)('are not installed where %s', async (_, problems, answer, state) => {
    const seen: string[] = [];
    const installed = templates(seen).install('a.zip', '', false);
    asked[0]?.refuse(problems);
    expect(await installed).toBe(answer);
    expect(seen).toEqual([]);
    expect(context.store.get()).toMatchObject(state);
  });

  it('that are given away are shown where the host can show files', async () => {
    const seen: string[] = [];
    const given = templates(seen).giveAway('a');
    asked[0]?.answer({ path: 'exports/a-1.zip' });
    await given;
    expect(seen).toEqual([]);
    set({ host: { reveal: true } as AppState['host'] });
    const again = templates(seen).giveAway('a');
    asked[1]?.answer({ path: 'exports/a-1.zip' });
    await again;
    expect(seen).toEqual(['exports/a-1.zip']);
  });
});

describe('the window', () => {
  it('is named after the briefing, with a mark while its file does not hold it', () => {
    const titles: string[] = [];
    watchWindow(context, (title) => titles.push(title));
    set({ row: 1 });
    set({ doc: open });
    set({ row: 0 });
    set({ doc: open && { ...open, saving: { kind: 'changed' } } });
    expect(titles).toEqual(['Lectern – Lectern', 'Title – Lectern', '• Title – Lectern']);
    expect(asked.map(({ command }) => command)).toEqual(['host.window', 'host.window', 'host.window']);
    expect(asked.at(-1)?.payload).toMatchObject({ edited: true, canUndo: false, briefing: 'briefings/a.briefing.yaml' });
  });

  it('says nothing before there is a workspace', () => {
    const titles: string[] = [];
    watchWindow(context, (title) => titles.push(title));
    set({ phase: 'starting', doc: open });
    expect([titles, asked]).toEqual([[], []]);
  });
});

describe('what is selected', () => {
  const slides = [
    { id: 's1', topic: 'war/front' },
    { id: 's2', topic: 'war/river' },
    { id: 's3', topic: 'war/river' },
    { id: 's4', topic: null },
  ];
  const state = (): AppState => ({ ...FIRST, doc: open, preview: { ...FIRST.preview, deck: { slides } as AppState['preview']['deck'] } });

  it('is a line and its first slide', () => {
    expect(withRow(state(), 1)).toMatchObject({ row: 1, preview: { slide: 's2', follow: null } });
    expect(withRow({ ...state(), preview: FIRST.preview }, 1)).toMatchObject({ row: 1, preview: { follow: 'war/river' } });
    expect(withRow(state(), null)).toMatchObject({ row: null, preview: { follow: null } });
  });

  it('is a slide and its line; a slide of no topic leaves the line', () => {
    expect(withSlide(state(), 's3')).toMatchObject({ row: 1, preview: { slide: 's3' } });
    expect(withSlide({ ...state(), row: 0 }, 's4')).toMatchObject({ row: 0, preview: { slide: 's4' } });
  });
});
