/** What a window shows after its stream of events was cut: the real service and the real state, on a line that the test cuts. */
import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Material } from '../../src/ui/controller/intake.ts';
import type { ServicePorts } from '../../src/workspace/service/index.ts';
import { badLine, liveBackend, liveWindow, type Line, type LineOptions, type LiveBackend } from '../support/live.ts';
import { article } from '../support/service.ts';
import type { Controller } from '../../src/ui/controller/types.ts';
import type { Exported, ExportHooks } from '../../src/workspace/service/export-types.ts';

const BRIEFING = 'title: One\ntemplate: policy-brief\nitems:\n  - topic: a/first\n';
const FILE = 'briefings/one.briefing.yaml';

interface Live {
  readonly folder: string;
  readonly backend: LiveBackend;
  readonly line: Line;
  readonly window: Controller;
  readonly put: (path: string, content: string) => Promise<void>;
}

/** A window on a workspace of one article and one briefing, which is open. */
async function live(ports: Partial<ServicePorts> = {}, options: Partial<LineOptions> = {}): Promise<Live> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-live-'));
  const put = async (path: string, content: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  for (const w of ['w', 'other']) {
    await put(`${w}/content/a.md`, article(`Article of ${w}`, { 'First {#first}': 'Sum.\n\n- Point.', 'Second {#second}': 'Other.' }));
    await put(`${w}/${FILE}`, BRIEFING.replace('One', `One of ${w}`));
  }
  const backend = liveBackend(folder, ports);
  await backend.call('workspace.open', { path: join(folder, 'w') });
  const line = badLine(backend, { answers: () => 0, events: () => 0, ...options });
  const window = liveWindow(line);
  onTestFinished(async () => {
    line.close();
    await backend.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  await window.start();
  await vi.waitFor(() => expect(window.store.get().doc?.file).toBe(FILE));
  return { folder, backend, line, window, put };
}

/** Waits until the service itself says so: what it told meanwhile was told to nobody. */
async function untilAnswer(backend: LiveBackend, command: string, holds: (value: never) => boolean): Promise<void> {
  await vi.waitFor(
    async () => {
      const envelope = await backend.call(command, {});
      expect(envelope.ok && holds(envelope.value as never)).toBe(true);
    },
    { timeout: 15_000, interval: 20 },
  );
}

const titles = ({ store }: Controller): string[] => store.get().library.articles.map(({ title }) => title);
const lots = { timeout: 15_000 };

describe('what changed while the stream was cut is shown when it is open again', () => {
  it('articles that came, changed and went', async () => {
    const { backend, line, window, put, folder } = await live();
    await put('w/content/b.md', article('Will go', { T: 'x' }));
    await expect.poll(() => titles(window).length, lots).toBe(2);
    line.cut();
    for (const n of [1, 2, 3, 4, 5]) await put(`w/content/neu-${n}.md`, article(`Neu ${n}`, { T: 'x' }));
    await put('w/content/a.md', article('改过', { 'First {#first}': 'Sum.\n\n- Another point.' }));
    await rm(join(folder, 'w/content/b.md'));
    await untilAnswer(
      backend,
      'library.get',
      ({ articles }: { articles: { title: string }[] }) =>
        ['改过', 'Neu 5'].every((title) => articles.some((a) => a.title === title)) && articles.length === 6,
    );
    expect(titles(window)).toHaveLength(2);
    // Until the last word on it has been said, to nobody.
    await new Promise((said) => setTimeout(said, 500));
    line.open();
    await expect.poll(() => titles(window).sort(), lots).toEqual(['Neu 1', 'Neu 2', 'Neu 3', 'Neu 4', 'Neu 5', '改过']);
    await expect.poll(() => window.store.get().details['a']?.topics[0]?.points[0]?.text, lots).toBe('Another point.');
  });

  it('the open briefing, changed by another program', async () => {
    const { line, window, put } = await live();
    line.cut();
    await put(`w/${FILE}`, BRIEFING.replace('One', 'Changed outside'));
    await new Promise((noticed) => setTimeout(noticed, 300));
    line.open();
    await expect.poll(() => window.store.get().doc?.history.present.title, lots).toBe('Changed outside');
  });

  it('the lists of briefings and templates', async () => {
    const { backend, line, window, put } = await live();
    await expect.poll(() => window.store.get().templates.length, lots).toBeGreaterThan(0);
    line.cut();
    await put('w/briefings/zwei.briefing.yaml', 'title: Zwei\ntemplate: policy-brief\nitems: []\n');
    await backend.call('template.duplicate', { name: 'policy-brief', as: 'Unsere Vorlage' });
    await untilAnswer(backend, 'briefing.list', ({ briefings }: { briefings: unknown[] }) => briefings.length === 2);
    line.open();
    await expect
      .poll(
        () =>
          window.store
            .get()
            .briefings.map(({ title }) => title)
            .sort(),
        lots,
      )
      .toEqual(['One of w', 'Zwei']);
    await expect.poll(() => window.store.get().templates.map(({ title }) => title), lots).toContain('Unsere Vorlage');
  });

  it('a workspace that another window opened', async () => {
    const { backend, line, window, folder } = await live();
    line.cut();
    await backend.call('workspace.open', { path: join(folder, 'other') });
    line.open();
    await expect.poll(() => titles(window), lots).toEqual(['Article of other']);
    await expect.poll(() => window.store.get().doc?.history.present.title, lots).toBe('One of other');
    expect(window.store.get().workspace?.path).toBe(join(folder, 'other'));
  });
});

describe('another workspace', () => {
  it('is not mixed with answers of the former that arrive late', async () => {
    let late = 0;
    const { window, folder } = await live({}, { answers: () => late });
    late = 400;
    window.loadDetail('a');
    void window.documents.open(FILE);
    late = 0;
    expect(await window.openWorkspace(join(folder, 'other'))).toBe(true);
    await new Promise((passed) => setTimeout(passed, 600));
    expect(titles(window)).toEqual(['Article of other']);
    expect(window.store.get().doc?.history.present.title).toBe('One of other');
    expect(window.store.get().details['a']?.title).toBe('Article of other');
  });

  it('opened ten times in a row, to and fro, ends in the last', async () => {
    const { window, folder, backend } = await live({}, { answers: () => 30 * Math.random(), events: () => 30 * Math.random() });
    for (let n = 0; n < 9; n += 1) void backend.call('workspace.open', { path: join(folder, n % 2 === 0 ? 'other' : 'w') });
    await window.openWorkspace(join(folder, 'other'));
    await expect.poll(() => titles(window), lots).toEqual(['Article of other']);
    expect(window.store.get()).toMatchObject({ opening: false, notice: null, doc: { file: FILE } });
  });
});

/** Exports that end when the test says. */
function exportsByHand(): {
  readonly ports: Partial<ServicePorts>;
  readonly end: () => void;
  readonly step: (fraction: number) => void;
  readonly running: () => number;
} {
  const running: { readonly hooks: ExportHooks; readonly end: (exported: Exported) => void }[] = [];
  return {
    ports: {
      run: (_, hooks) => ({ done: new Promise((end) => running.push({ hooks, end })), stop: () => undefined }),
    },
    running: () => running.length,
    step: (fraction) => running.at(-1)?.hooks.onStep('html', fraction),
    end: () => running.at(-1)?.end({ files: [], kept: [], handover: null, slides: 7, problems: [] }),
  };
}

const REQUEST = { formats: ['html'], for: 'presenter', existing: 'refuse' } as const;

describe('an export', () => {
  it('that ends while the stream is cut is told when it is open again', async () => {
    const { ports, end, step, running } = exportsByHand();
    const { line, window } = await live(ports);
    await window.startExport({ ...REQUEST, formats: [...REQUEST.formats] });
    await expect.poll(running, lots).toBe(1);
    step(0.3);
    await expect.poll(() => window.store.get().job?.progress?.fraction, lots).toBe(0.3);
    line.cut();
    end();
    await new Promise((ended) => setTimeout(ended, 50));
    expect(window.store.get().job?.done).toBeNull();
    line.open();
    await expect.poll(() => window.store.get().job?.done, lots).toMatchObject({ outcome: 'written', slides: 7 });
  });

  it('that ends before its own name arrives is told, also after another', async () => {
    let late = 0;
    const { window } = await live(
      { run: () => ({ done: Promise.resolve({ files: [], kept: [], handover: null, slides: 3, problems: [] }), stop: () => undefined }) },
      { answers: (command) => (command === 'export.start' ? late : 0) },
    );
    for (const delay of [0, 200, 200]) {
      late = delay;
      await window.startExport({ ...REQUEST, formats: [...REQUEST.formats] });
      await expect.poll(() => window.store.get().job?.done, lots).toMatchObject({ outcome: 'written', slides: 3 });
    }
  });

  it('that the service’s end took with it is told as failed, and what is worked on stays', async () => {
    const { ports } = exportsByHand();
    const { backend, window } = await live(ports);
    await window.startExport({ ...REQUEST, formats: [...REQUEST.formats] });
    window.documents.edit((briefing) => ({ ...briefing, title: 'Unsaved as yet' }));
    backend.die();
    await expect.poll(() => window.store.get().job?.done, lots).toMatchObject({ outcome: 'failed', problems: [{ code: 'app/stopped' }] });
    await expect.poll(() => titles(window), lots).toEqual(['Article of w']);
    expect(window.store.get().doc?.history.present.title).toBe('Unsaved as yet');
  });
});

describe('taking a file in', () => {
  const material = async ({ put, folder }: Live, n: number): Promise<Material> => {
    await put(`in/note-${n}.txt`, `The harbour reopens ${n}\n\nBy Ana Reis\n\nThe harbour reopened on Monday after ${n} weeks of works.\n`);
    return { name: `note-${n}.txt`, data: new Blob([]), path: join(folder, `in/note-${n}.txt`), declaredType: null };
  };

  it('goes on with the next though the stream is cut before the first is done', async () => {
    const started = await live();
    const { line, window } = started;
    const materials = await Promise.all([1, 2, 3].map((n) => material(started, n)));
    line.cut();
    window.intake.add(materials);
    window.set((state) => ({ ...state, screen: 'briefing' }));
    await new Promise((passed) => setTimeout(passed, 300));
    line.open();
    // Each may end while the window asks about it, or be told by an event: never neither.
    await expect.poll(() => window.store.get().incoming.map(({ phase }) => phase), lots).toEqual(['ready', 'ready', 'ready']);
    await expect.poll(() => window.store.get().reviews.length, lots).toBe(3);
  });

  it('tells of each once, however often it hears', async () => {
    const started = await live({}, { answers: (command) => (command === 'intake.open' ? 150 : 0) });
    const { window } = started;
    window.intake.add(await Promise.all([4, 5].map((n) => material(started, n))));
    await expect.poll(() => window.store.get().screen, lots).toBe('review');
    await expect.poll(() => window.store.get().reviews.length, lots).toBe(2);
  });

  it('that the service’s end took with it is told as failed', async () => {
    const started = await live({ ingest: () => ({ done: new Promise(() => undefined), stop: () => undefined }) });
    const { backend, window } = started;
    window.intake.add([await material(started, 6)]);
    await expect.poll(() => window.store.get().incoming[0]?.job, lots).not.toBeNull();
    backend.die();
    await expect.poll(() => window.store.get().incoming[0], lots).toMatchObject({ phase: 'failed', problems: [{ code: 'app/stopped' }] });
  });
});
