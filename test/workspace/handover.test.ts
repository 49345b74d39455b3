import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EventPayload, Payload } from '../../src/api/contract.ts';
import { loadBriefing } from '../../src/workspace/build.ts';
import { loadFonts } from '../../src/workspace/fonts.ts';
import { handOver, openHistory, type Compare } from '../../src/workspace/handover/index.ts';
import { loadPack } from '../../src/workspace/packs.ts';
import { resourcesBelow } from '../../src/workspace/resources.ts';
import { openStore } from '../../src/workspace/store/index.ts';
import { unwrap } from '../../src/core/base/errors.ts';
import { folderWith } from '../support/cli.ts';
import { opened } from '../support/package.ts';
import { article, startService, type TestService } from '../support/service.ts';

const FILE = 'briefings/one.briefing.yaml';
const FILES = {
  'content/a.md': article('Article', { 'First {#first}': 'Sum.\n\n- Point one.' }),
  [FILE]: 'title: One\ntemplate: policy-brief\nitems:\n  - topic: a/first\n',
};
type Choice = Partial<Omit<Payload<'handover.start'>, 'file' | 'briefing'>>;

interface Desk extends TestService {
  readonly root: string;
  readonly begin: (choice?: Choice) => Promise<string>;
  readonly handOver: (choice?: Choice) => Promise<EventPayload<'export.done'>>;
}

async function desk(): Promise<Desk> {
  const service = await startService();
  for (const [path, content] of Object.entries(FILES)) await service.put(`w/${path}`, content);
  const root = join(service.folder, 'w');
  await service.client.call('workspace.open', { path: root });
  await expect.poll(async () => (await service.client.call('library.get', {})).loading).toBeNull();
  const begin = async (choice: Choice = {}): Promise<string> => {
    const { briefing } = await service.client.call('briefing.read', { file: FILE });
    if (!briefing) throw new Error('no briefing');
    const usual = { to: 'Anna', without: [], brief: false, asZip: false, folder: null };
    return (await service.client.call('handover.start', { ...usual, ...choice, file: FILE, briefing })).job;
  };
  const done = async (choice?: Choice): Promise<EventPayload<'export.done'>> => {
    await begin(choice);
    return service.next('export.done');
  };
  return { ...service, root, begin, handOver: done };
}

describe('a hand-over in the service', () => {
  it('is put into the output folder, told as a job is, listed, and may then be opened', async () => {
    const at = await desk();
    const { outcome, handover, files, slides, problems } = await at.handOver();
    expect([outcome, files, problems]).toEqual(['written', [], []]);
    expect(slides).toBeGreaterThan(2);
    if (handover === null) throw new Error('no hand-over');
    expect(handover).toMatchObject({ to: 'Anna', briefing: FILE, there: true, mark: null, page: join(handover.place, 'index.html') });
    expect(await readdir(handover.place)).toHaveLength(handover.files);
    expect(await readdir(handover.place)).toContain('one.handout.pdf');
    const steps = at.events.flatMap((event) => (event.name === 'export.progress' ? [event.payload.step] : []));
    expect([steps[0], steps.at(-1)]).toEqual(['reading', 'saving']);
    expect(await at.client.call('handover.list', {})).toEqual({ handovers: [handover], problems: [] });
    for (const path of [handover.place, handover.page ?? ''])
      expect(await at.resolve({ kind: 'written', path })).toEqual({ ok: true, value: path });
    expect(await at.resolve({ kind: 'written', path: join(handover.place, 'one.pptx') })).toMatchObject({ ok: false });

    // Another start of the service knows it from the list.
    const again = await startService({ folder: at.folder });
    await again.client.call('workspace.open', { path: at.root });
    expect(await again.resolve({ kind: 'written', path: handover.place })).toMatchObject({ ok: false });
    expect((await again.client.call('handover.list', {})).handovers).toEqual([handover]);
    expect(await again.resolve({ kind: 'written', path: handover.place })).toMatchObject({ ok: true });
    await rm(handover.place, { recursive: true });
    expect((await again.client.call('handover.list', {})).handovers).toEqual([{ ...handover, there: false }]);
  });

  it('that is stopped leaves nothing, and no record', async () => {
    const at = await desk();
    const job = await at.begin();
    await at.client.call('export.cancel', { job });
    expect(await at.next('export.done')).toMatchObject({ outcome: 'cancelled', handover: null });
    expect(await readdir(join(at.root, 'output')).catch(() => [])).toEqual([]);
    expect((await at.client.call('handover.list', {})).handovers).toEqual([]);
  });

  it('goes where it is asked to, beside whatever has its name there', async () => {
    const at = await desk();
    const folder = join(at.folder, 'stick');
    const first = await at.handOver({ folder, asZip: true });
    const second = await at.handOver({ folder, to: null });
    const third = await at.handOver({ folder });
    const names = [first, second, third].map(({ handover }) => (handover?.place ?? '').slice(folder.length + 1));
    expect(names).toEqual([
      expect.stringMatching(/^one\.handover-[\d-]+\.zip$/),
      expect.stringMatching(/^one\.handover-[\d-]+ \(2\)$/),
      expect.stringMatching(/^one\.handover-[\d-]+ \(3\)$/),
    ]);
    expect([first.handover?.page, second.handover?.to]).toEqual([null, null]);
  });

  it('of another workspace is not in the list', async () => {
    const at = await desk();
    await at.handOver();
    const other = join(at.folder, 'other');
    await mkdir(join(other, 'content'), { recursive: true });
    await at.client.call('workspace.open', { path: other });
    expect((await at.client.call('handover.list', {})).handovers).toEqual([]);
  });
});

describe('whoever can say what has changed', () => {
  it('is given the last deck of this briefing and the new one, and its words are a file of the hand-over', async () => {
    const folder = await folderWith({ ...FILES, 'briefings/two.briefing.yaml': FILES[FILE].replace('One', 'Two') });
    const resources = resourcesBelow(process.cwd());
    const store = openStore(join(folder, 'home'));
    const fonts = await loadFonts(resources.fonts);
    const pack = unwrap(await loadPack(join(resources.templates, 'policy-brief')));
    const asked: string[] = [];
    const titleOf = (pptx: Uint8Array): string => /<dc:title>(.*?)</.exec(String(opened(pptx).get('docProps/core.xml')))?.[1] ?? '';
    const compare: Compare = (earlier, now) => {
      asked.push(`${titleOf(earlier)} → ${titleOf(now)}`);
      return Promise.resolve('Slide 2: “Sum.” is now “Total.”\n');
    };
    const hand = async (name: string, day: number) => {
      const sources = unwrap(await loadBriefing(join(folder, 'briefings', `${name}.briefing.yaml`), folder));
      const usual = {
        pack,
        fonts,
        print: null,
        without: [],
        brief: false,
        withWords: false,
        to: null,
        store,
        root: folder,
        folder: join(folder, 'out'),
        asZip: false,
      };
      return handOver({ ...usual, sources, compare, now: new Date(2026, 2, day, 9) });
    };
    const { record } = await hand('one', 2);
    expect(record.files.map(({ path }) => path)).not.toContain('changes.txt');
    await hand('two', 3);
    await writeFile(join(folder, FILE), FILES[FILE].replace('One', 'One again'));
    const { record: last } = await hand('one', 5);
    expect(asked).toEqual(['One → One again']);
    expect(await readFile(join(last.place, 'changes.txt'), 'utf8')).toContain('“Total.”');
    expect(await readFile(join(last.place, 'index.html'), 'utf8')).toContain('(2 March 2026)');
    const history = openHistory(store.home, folder);
    const { records } = await history.list();
    expect(records.map(({ title }) => title)).toEqual(['One again', 'Two', 'One']);
    expect(titleOf(await history.deckOf(records[2] ?? last))).toBe('One');
  });
});
