/** What a window says and does while nobody answers: the real service and the real state, on a line that the test breaks. */
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Controller } from '../../src/ui/controller/types.ts';
import { createKeep, type Shelf } from '../../src/ui/kept.ts';
import { badLine, liveBackend, liveWindow, type Line, type LineOptions, type LiveBackend } from '../support/live.ts';
import { article } from '../support/service.ts';
import { shelf } from '../support/shelf.ts';

const FILE = 'briefings/one.briefing.yaml';
const lots = { timeout: 15_000 };

interface Live {
  readonly folder: string;
  readonly backend: LiveBackend;
  readonly line: Line;
  readonly window: Controller;
  readonly local: ReturnType<typeof shelf>;
  /** The page loaded anew in the same tab, over a line of its own. */
  readonly reload: (options?: Partial<LineOptions>) => Promise<{ readonly line: Line; readonly window: Controller }>;
  readonly onDisk: (workspace?: string) => Promise<string>;
}

/** A storage as a page has it for as long as it is there. */
function seenFrom(storage: Shelf, page: { readonly page: boolean }): Shelf {
  return {
    get length() {
      return storage.length;
    },
    key: (index) => storage.key(index),
    getItem: (name) => storage.getItem(name),
    setItem: (name, value) => (page.page ? storage.setItem(name, value) : undefined),
    removeItem: (name) => (page.page ? storage.removeItem(name) : undefined),
  };
}

async function live(options: Partial<LineOptions> = {}): Promise<Live> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-lost-'));
  for (const w of ['w', 'other']) {
    for (const [path, text] of [
      ['content/a.md', article('A', { 'First {#first}': 'Sum.' })],
      [FILE, `title: One of ${w}\nitems:\n  - topic: a/first\n`],
    ] as const) {
      await mkdir(dirname(join(folder, w, path)), { recursive: true });
      await writeFile(join(folder, w, path), text);
    }
  }
  const backend = liveBackend(folder);
  await backend.call('workspace.open', { path: join(folder, 'w') });
  const [local, session] = [shelf(), shelf()];
  const lines: Line[] = [];
  onTestFinished(async () => {
    for (const line of lines) line.close();
    await backend.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  let last = { page: true };
  const load: Live['reload'] = async (more = {}) => {
    // The page before this one is no more: it hears nothing, asks for nothing and writes nothing.
    last.page = false;
    lines.at(-1)?.lose();
    const mine = { page: true };
    last = mine;
    const line = badLine(backend, { answers: () => 0, events: () => 0, ...options, ...more });
    lines.push(line);
    const window = liveWindow(line, createKeep(seenFrom(local, mine), seenFrom(session, mine)));
    await window.start();
    await vi.waitFor(() => expect(window.store.get().doc?.file).toBe(FILE), lots);
    return { line, window };
  };
  const onDisk = (workspace = 'w'): Promise<string> => readFile(join(folder, workspace, FILE), 'utf8');
  return { folder, backend, local, ...(await load()), reload: load, onDisk };
}

const type = (window: Controller, title: string): void => window.documents.edit((briefing) => ({ ...briefing, title }));
const saving = (window: Controller): string | undefined => window.store.get().doc?.saving.kind;
const title = (window: Controller): string | undefined => window.store.get().doc?.history.present.title;

describe('while nobody answers', () => {
  it('what is typed is kept and said to be unsaved, and is saved once somebody does', async () => {
    const { line, window, local, onDisk } = await live();
    line.lose();
    type(window, 'Typed');
    // In the storage from the first letter on, not from the first failure.
    expect(local.names()).toHaveLength(1);
    await expect.poll(() => window.store.get().connection, lots).toBe('gone');
    type(window, 'Typed on');
    await new Promise((rested) => setTimeout(rested, 500));
    expect(saving(window)).toBe('changed');
    expect(await onDisk()).toContain('title: One of w\n');
    line.open();
    await expect.poll(onDisk, lots).toContain('title: Typed on\n');
    await expect.poll(() => saving(window), lots).toBe('saved');
    expect(window.store.get()).toMatchObject({ connection: 'here', kept: true });
    expect(local.names()).toEqual([]);
  });

  it('a preview is not said to be under way', async () => {
    const { line, window } = await live();
    await expect.poll(() => window.store.get().preview.state, lots).toBe('current');
    line.lose();
    type(window, 'Typed');
    await expect.poll(() => window.store.get().connection, lots).toBe('gone');
    await expect.poll(() => window.store.get().preview.state, lots).toBe('failed');
    line.open();
    await expect.poll(() => window.store.get().preview.state, lots).toBe('current');
  });

  it('a page that was closed leaves its words to the next', async () => {
    const { line, window, reload, onDisk } = await live();
    line.lose();
    type(window, 'Typed');
    const next = await reload();
    expect(title(next.window)).toBe('Typed');
    await expect.poll(onDisk, lots).toContain('title: Typed\n');
  });

  it('is said of words that are in the page alone', async () => {
    const { line } = await live();
    const window = liveWindow(line, createKeep(shelf(true), null));
    await window.start();
    await vi.waitFor(() => expect(window.store.get().doc?.file).toBe(FILE), lots);
    type(window, 'Typed');
    expect(window.store.get().kept).toBe(false);
  });

  it('a page that starts comes in as soon as somebody does', async () => {
    const { backend, onDisk } = await live();
    const line = badLine(backend, { answers: () => 0, events: () => 0 });
    onTestFinished(() => line.close());
    line.lose();
    const window = liveWindow(line);
    await window.start();
    expect(window.store.get()).toMatchObject({ phase: 'starting', connection: 'gone' });
    line.open();
    await expect.poll(() => window.store.get().doc?.file, lots).toBe(FILE);
    // The bar goes once all has been asked for, which is after the briefing is in sight.
    await expect.poll(() => window.store.get().connection, lots).toBe('here');
    expect(window.store.get().phase).toBe('ready');
    expect(await onDisk()).toContain('One of w');
  });

  it.each(['library.get', 'briefing.read', 'template.list'])(
    'a page that lost the answer to its first %s has all of it later',
    async (lost) => {
      const { line } = await live();
      let asked = 0;
      const window = liveWindow({
        ...line,
        call: (command, payload) =>
          command === lost && (asked += 1) === 1 ? Promise.reject(new TypeError('cut')) : line.call(command, payload),
      });
      await window.start();
      await expect.poll(() => window.store.get().library.articles.map(({ id }) => id), lots).toEqual(['a']);
      await expect.poll(() => window.store.get().doc?.file, lots).toBe(FILE);
      await expect.poll(() => window.store.get().templates.length, lots).toBeGreaterThan(0);
      await expect.poll(() => window.store.get().connection, lots).toBe('here');
    },
  );

  it('a list whose newest state was asked for in vain is asked for again', async () => {
    const { folder, line } = await live();
    let fails = false;
    const window = liveWindow({
      ...line,
      call: (command, payload) => (command === 'library.get' && fails ? Promise.reject(new TypeError('cut')) : line.call(command, payload)),
      on: (listener) => line.on((event) => (fails && event.name === 'library' ? undefined : listener(event))),
    });
    await window.start();
    await vi.waitFor(() => expect(window.store.get().library.articles).toHaveLength(1), lots);
    fails = true;
    await writeFile(join(folder, 'w/content/b.md'), article('B', { 'Second {#second}': 'Sum.' }));
    await expect.poll(() => window.store.get().connection, lots).toBe('gone');
    fails = false;
    await expect.poll(() => window.store.get().library.articles.length, lots).toBe(2);
  });
});

describe('no conflict comes of a save', () => {
  it('whose answer was lost, with more typed since', async () => {
    const { line, window, onDisk } = await live({ answers: (command) => (command === 'briefing.save' ? 300 : 0) });
    type(window, 'Sent');
    await expect.poll(onDisk, lots).toContain('title: Sent\n');
    line.lose();
    type(window, 'Typed since');
    await expect.poll(() => window.store.get().connection, lots).toBe('gone');
    line.open();
    await expect.poll(onDisk, lots).toContain('title: Typed since\n');
    await expect.poll(() => saving(window), lots).toBe('saved');
  });

  it('in the middle of which the page was loaded anew, whichever comes first', async () => {
    for (const pause of [0, 20, 60]) {
      const { window, reload, onDisk, local } = await live({ answers: (command) => (command === 'briefing.save' ? 200 : 0) });
      type(window, 'Sent');
      const first = window.documents.save();
      await new Promise((passed) => setTimeout(passed, pause));
      type(window, 'Typed since');
      window.documents.leave();
      const { window: after } = await reload();
      expect(title(after)).toBe('Typed since');
      await first;
      await expect.poll(() => saving(after), lots).toBe('saved');
      expect(await onDisk()).toContain('title: Typed since\n');
      await expect.poll(() => local.names(), lots).toEqual([]);
    }
  });

  it('of another program that came meanwhile is still one', async () => {
    const { line, window, onDisk, folder } = await live();
    line.lose();
    type(window, 'Mine');
    await expect.poll(() => window.store.get().connection, lots).toBe('gone');
    await writeFile(join(folder, 'w', FILE), 'title: Theirs\nitems:\n  - topic: a/first\n');
    line.open();
    await expect.poll(() => saving(window), lots).toBe('conflict');
    expect(await onDisk()).toContain('title: Theirs\n');
    expect(title(window)).toBe('Mine');
  });
});

it('files that were to be taken in wait until somebody answers', async () => {
  const { folder, line, window } = await live();
  line.lose();
  const words = 'The harbour reopens\n\nBy Ana Reis\n\nThe harbour reopened on Monday after nine weeks of works.\n';
  const names = ['a.txt', 'b.txt'];
  for (const name of names) await writeFile(join(folder, name), words);
  window.intake.add(names.map((name) => ({ name, path: join(folder, name), data: new Blob([]), declaredType: null })));
  // else the first that is ready opens
  window.set((state) => ({ ...state, screen: 'briefing' }));
  const phases = (): readonly string[] => window.store.get().incoming.map(({ phase }) => phase);
  await expect.poll(() => window.store.get().connection, lots).toBe('gone');
  await expect.poll(phases, lots).toEqual(['waiting', 'waiting']);
  line.open();
  await expect.poll(phases, lots).toEqual(['ready', 'ready']);
});

it('a file that the page cannot read any more is said to be that, and is no lost connection', async () => {
  // The browser's own reader is not here: it reads nothing.
  const { window } = await live();
  window.intake.add([{ name: 'gone.txt', path: null, data: new Blob(['x']), declaredType: null }]);
  await expect.poll(() => window.store.get().incoming[0], lots).toMatchObject({ phase: 'failed', problems: [{ code: 'file/read' }] });
  expect(window.store.get().connection).toBe('here');
});

it('words of one workspace never come into another that the host has opened meanwhile, and are there when it is opened again', async () => {
  const { backend, folder, line, window, onDisk } = await live();
  line.lose();
  type(window, 'Typed in w');
  await expect.poll(() => window.store.get().connection, lots).toBe('gone');
  await backend.call('workspace.open', { path: join(folder, 'other') });
  line.open();
  await expect.poll(() => title(window), lots).toBe('One of other');
  await expect.poll(() => window.store.get().notice?.text, lots).toContain('is not saved yet');
  expect(await onDisk('other')).toContain('title: One of other\n');
  await window.openWorkspace(join(folder, 'w'));
  expect(title(window)).toBe('Typed in w');
  await expect.poll(onDisk, lots).toContain('title: Typed in w\n');
});

it('the thread of the app that dies in the middle of a save is the same case', async () => {
  const { backend, window, onDisk } = await live();
  type(window, 'Typed');
  const save = window.documents.save();
  backend.die();
  await save;
  await expect.poll(onDisk, lots).toContain('title: Typed\n');
  await expect.poll(() => saving(window), lots).toBe('saved');
  await expect.poll(() => window.store.get().connection, lots).toBe('here');
});
