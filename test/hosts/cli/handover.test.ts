import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { sha256 } from '../../../src/core/base/hash.ts';
import { openStore, type Store } from '../../../src/workspace/store/index.ts';
import { CHROMIUM, lacks } from '../../support/chromium.ts';
import { folderWith, lecternAt, type Ran } from '../../support/cli.ts';
import { withWords } from '../../support/edited-deck.ts';
import { filesOf } from '../../support/crash/look.ts';
import { opened } from '../../support/package.ts';
import { readPdf } from '../../support/pdf.ts';
import { image, raw } from '../../support/pictures.ts';
import { packFolder } from '../../support/theme.ts';

const article = (front: string, ...lines: readonly string[]): string =>
  `---\ntitle: The port\n${front}---\n\n## The quay is full {#quay}\n\nShips wait for two days [¶1].\n\n- The cranes are old [¶2].\n\n${lines.join('\n\n')}\n\n:::notes\nSAID-ALOUD.\n:::\n`;
const SOURCE = 'QUOTED-ONE ships waited for two days.\n\nQUOTED-TWO cranes are of 1987.\n';
const BRIEFING = 'title: The port\nitems:\n  - topic: port/quay\n    depth: full\n';
const FILES = { 'content/port.md': article(''), 'content/port.source.txt': SOURCE, 'briefings/week.briefing.yaml': BRIEFING };
const DAY = 'week.handover-2026-03-05';

beforeEach(() => void vi.stubEnv('LECTERN_CHROMIUM', '/no/such/program'));
afterEach(() => void vi.unstubAllEnvs());

interface Desk {
  readonly folder: string;
  readonly store: Store;
  readonly run: (...args: string[]) => Promise<Ran>;
}

async function desk(files: Readonly<Record<string, string | Uint8Array>> = FILES): Promise<Desk> {
  const folder = await folderWith(files);
  const home = await mkdtemp(join(tmpdir(), 'lectern-home-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const store = openStore(home);
  return { folder, store, run: (...args) => lecternAt(store, folder, ...args) };
}

const handOver = (at: Desk, ...more: string[]): Promise<Ran> => at.run('handover', 'briefings/week.briefing.yaml', '--out', 'out', ...more);
const names = async (folder: string): Promise<string[]> => (await readdir(folder)).sort();
const textIn = async (folder: string): Promise<string> => {
  const texts: string[] = [];
  for (const path of await filesOf(folder)) {
    const bytes = await readFile(join(folder, path)).catch(() => null);
    if (bytes === null) continue;
    if (!path.endsWith('.pptx')) texts.push(bytes.toString('utf8'));
    else for (const [name, part] of opened(bytes)) texts.push(name, typeof part === 'string' ? part : '');
  }
  return texts.join('\n');
};

describe('lectern handover', () => {
  it('makes one folder with all copies, sources, checksums that hold and a page that opens it; says that there is no PDF', async () => {
    const at = await desk();
    const { status, out, err } = await handOver(at, '--to', 'The minister’s office');
    expect(status).toBe(0);
    expect(err).toContain('warning handover/no-pdf');
    const folder = join(at.folder, 'out', DAY);
    expect(out.split('\n')[0]).toBe(folder);
    const copies = ['week.audience.html', 'week.audience.pptx', 'week.html', 'week.pptx'];
    expect(await names(folder)).toEqual(['SHA256SUMS', 'index.html', 'sources.html', ...copies]);
    const sums = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trim().split('\n');
    expect(sums.map((line) => line.slice(66))).toEqual(['index.html', 'sources.html', ...copies]);
    for (const line of sums) expect(sha256(await readFile(join(folder, line.slice(66))))).toBe(line.slice(0, 64));
    const index = await readFile(join(folder, 'index.html'), 'utf8');
    for (const words of ['The minister’s office', '5 March 2026', 'No PDF', ...copies]) expect(index).toContain(words);
    expect(await names(join(at.folder, 'out'))).toEqual([DAY]);
  });

  it('has the one-page brief where it is asked for, on the page and under a checksum', async () => {
    const at = await desk();
    expect((await handOver(at, '--brief')).status).toBe(0);
    const folder = join(at.folder, 'out', DAY);
    const briefs = ['week.brief.docx', 'week.brief.html'];
    expect((await names(folder)).filter((name) => name.includes('.brief.'))).toEqual(briefs);
    const [index, sums] = await Promise.all(['index.html', 'SHA256SUMS'].map((name) => readFile(join(folder, name), 'utf8')));
    expect(index).toContain('One-page brief');
    for (const name of briefs) {
      expect(index).toContain(`href="./${name}"`.replaceAll('"', ''));
      expect(sums).toContain(name);
    }
    expect(await readFile(join(folder, 'week.brief.html'), 'utf8')).not.toMatch(/QUOTED|SAID-ALOUD/);
  });

  it('keeps what was handed over before, lists it, and remembers the presenter’s deck for nobody else', async () => {
    const at = await desk();
    expect((await at.run('handover', '--list')).out).toContain('Nothing was handed over');
    await handOver(at, '--to', 'Anna');
    await writeFile(join(at.folder, 'content/port.md'), article('').replace('two days', 'three days'));
    await handOver(at, '--to', 'Bert', '--without', 'presenter');
    expect(await names(join(at.folder, 'out'))).toEqual([DAY, `${DAY} (2)`]);
    await rm(join(at.folder, 'out', DAY), { recursive: true });
    const { status, out } = await at.run('handover', '--list', '--json');
    expect(status).toBe(0);
    const { handovers } = JSON.parse(out) as { handovers: { to: string; there: boolean; stamp: string; id: string; briefing: string }[] };
    expect(handovers.map(({ to, there }) => [to, there])).toEqual(
      expect.arrayContaining([
        ['Bert', true],
        ['Anna', false],
      ]),
    );
    expect(new Set(handovers.map(({ stamp }) => stamp)).size).toBe(2);
    expect(handovers[0]?.briefing).toBe('briefings/week.briefing.yaml');
    const text = (await at.run('handover', 'content', '--list')).out;
    for (const words of ['to Anna, version', 'to Bert, version', '(not there any more)']) expect(text).toContain(words);
    const [workspace = ''] = await readdir(join(at.store.home, 'history'));
    for (const { id } of handovers) {
      const kept = join(at.store.home, 'history', workspace, id);
      expect(await names(kept)).toEqual(['presenter.pptx', 'record.json']);
      expect(opened(await readFile(join(kept, 'presenter.pptx'))).get('docProps/app.xml')).toContain('Lectern');
      if (process.platform === 'win32') continue;
      expect((await stat(kept)).mode & 0o777).toBe(0o700);
      for (const name of await names(kept)) expect((await stat(join(kept, name))).mode & 0o777).toBe(0o600);
    }
  });

  it('says which record it cannot read, and lists the others', async () => {
    const at = await desk();
    await handOver(at);
    await handOver(at);
    const [workspace = ''] = await readdir(join(at.store.home, 'history'));
    const [broken = ''] = await readdir(join(at.store.home, 'history', workspace));
    await writeFile(join(at.store.home, 'history', workspace, broken, 'record.json'), '{"version":2}');
    const { status, out, err } = await at.run('handover', '--list');
    expect([status, out.match(/version/g)?.length]).toEqual([0, 1]);
    expect(err).toContain('handover/record-unread');
  });

  it('makes a .zip of the same', async () => {
    const at = await desk();
    await handOver(at, '--zip');
    expect(await names(join(at.folder, 'out'))).toEqual([`${DAY}.zip`]);
    const entries = Object.keys(unzipSync(await readFile(join(at.folder, 'out', `${DAY}.zip`))));
    expect(entries.every((name) => name.startsWith(`${DAY}/`))).toBe(true);
    expect(entries).toContain(`${DAY}/week.audience.pptx`);
    await handOver(at);
    expect(await names(join(at.folder, 'out'))).toEqual([`${DAY} (2)`, `${DAY}.zip`]);
  });

  it.each([
    ['pptx,pdf', ['week.audience.html', 'week.html']],
    ['audience', ['week.html', 'week.pptx']],
    ['presenter', ['week.audience.html', 'week.audience.pptx']],
    ['html, presenter', ['week.audience.pptx']],
  ])('leaves out %s', async (without, copies) => {
    const at = await desk();
    expect((await handOver(at, '--without', without)).status).toBe(0);
    expect(await names(join(at.folder, 'out', DAY))).toEqual(['SHA256SUMS', 'index.html', 'sources.html', ...copies]);
  });

  it.each([['presenter,audience'], ['pptx,html,pdf'], ['pptx,html,audience'], ['docx']])('refuses to leave out %s', async (without) => {
    const at = await desk();
    const { status } = await handOver(at, '--without', without);
    expect(status).toBe(2);
    expect(await readdir(at.folder)).not.toContain('out');
  });

  it('refuses what is no briefing, and writes nothing where the deck has a fault or its mark cannot be told', async () => {
    const at = await desk({ ...FILES, 'content/other.md': article('mark: SECRET\n').replaceAll('¶', '\\¶') });
    expect((await at.run('handover', 'content/port.md')).status).toBe(2);
    expect((await at.run('handover')).status).toBe(2);
    await writeFile(join(at.folder, 'briefings/week.briefing.yaml'), `${BRIEFING}  - topic: port/gone\n`);
    expect((await handOver(at)).err).toContain('briefing/topic-missing');
    await writeFile(join(at.folder, 'briefings/week.briefing.yaml'), `mark: INTERNAL\n${BRIEFING}  - topic: other/quay\n`);
    const { status, err } = await handOver(at);
    expect([status, err.includes('mark/no-order')]).toEqual([1, true]);
    expect(await readdir(at.folder)).not.toContain('out');
    await writeFile(join(at.folder, 'house.yaml'), 'marks: [INTERNAL, SECRET]\n');
    const marked = await handOver(at);
    expect([marked.status, marked.err.includes('mark/raised')]).toEqual([0, true]);
    const page = await readFile(join(at.folder, 'out', DAY, 'index.html'), 'utf8');
    expect(page.match(/SECRET/g)?.length).toBe(3);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('leaves nothing where it cannot write', async () => {
    const at = await desk({ ...FILES, 'out/x': '' });
    await chmod(join(at.folder, 'out'), 0o500);
    const { status } = await handOver(at);
    await chmod(join(at.folder, 'out'), 0o700);
    expect(status).toBe(1);
    expect(await names(join(at.folder, 'out'))).toEqual(['x']);
    expect(await readdir(at.store.home)).not.toContain('history');
  });

  it('never takes the name of a page for a deck', async () => {
    const at = await desk({ ...FILES, 'briefings/index.briefing.yaml': BRIEFING });
    await at.run('handover', 'briefings/index.briefing.yaml', '--out', 'out');
    expect(await names(join(at.folder, 'out', 'index.handover-2026-03-05'))).toEqual(
      expect.arrayContaining(['index-deck.html', 'index-deck.pptx', 'index.html']),
    );
  });

  it.skipIf(lacks('Chromium', CHROMIUM, 'test/hosts/cli/handover.test.ts'))(
    'has a PDF to give out, where there is what prints it',
    async () => {
      vi.stubEnv('LECTERN_CHROMIUM', CHROMIUM ?? '');
      const at = await desk({ ...FILES, 'briefings/week.briefing.yaml': `${BRIEFING}mark: ИНТЕРНО (1)\n` });
      const { status, err } = await handOver(at);
      expect([status, err.includes('no-pdf')]).toEqual([0, false]);
      const pdf = await readFile(join(at.folder, 'out', DAY, 'week.handout.pdf'));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      // The mark is among its properties, beside those that it had, and no byte before them is another.
      const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
      const { info } = await (await task.promise).getMetadata();
      expect(info).toMatchObject({ Keywords: 'ИНТЕРНО (1)', Custom: { 'Handling mark': 'ИНТЕРНО (1)' }, Title: 'The port' });
      expect((await readPdf(pdf))[0]?.text).toContain('ИНТЕРНО (1)');
      await task.destroy();
    },
  );
});

describe('the briefing’s own words in the presenter’s .pptx', () => {
  // At this depth no point is shown, so that what the briefing made of one is on no slide.
  const WORDED = `title: The port
items:
  - topic: port/quay
    depth: headline
    overrides:
      points:
        - position: 1
          hash: '0000000000000000'
          text: LEFT-OUT-AGAIN cranes
  - own: Who pays
    body: |
      SHOWN-ONE The town.
`;
  const words = { ...FILES, 'briefings/week.briefing.yaml': WORDED };
  const deckOf = (at: Desk): string => join(at.folder, 'out', DAY, 'week.pptx');
  const everything = async (file: string): Promise<string> =>
    [...opened(await readFile(file))].map(([name, part]) => `${name} ${typeof part === 'string' ? part : ''}`).join('\n');

  it('do not travel: what no slide shows is nowhere in it, and it is merged and compared all the same', async () => {
    const at = await desk(words);
    const { status, err } = await handOver(at);
    expect(status, err).toBe(0);
    const text = await everything(deckOf(at));
    expect([text.includes('LEFT-OUT-AGAIN'), text.includes('SHOWN-ONE')]).toEqual([false, true]);
    expect(await textIn(join(at.folder, 'out', DAY))).not.toContain('LEFT-OUT-AGAIN');
    const deck = await readFile(deckOf(at));
    await writeFile(deckOf(at), withWords(deck, { 'SHOWN-ONE The town.': 'SHOWN-ONE The state.' }));
    const adopted = await at.run('adopt', deckOf(at), '--briefing', 'briefings/week.briefing.yaml', '--json');
    expect(JSON.parse(adopted.out)).toMatchObject({ offers: [{ now: 'SHOWN-ONE The state.' }] });
    const merged = await at.run('merge', deckOf(at), '--briefing', 'briefings/week.briefing.yaml');
    expect(merged.status, merged.err).toBe(0);
  });

  it('are said to be missing by whatever would make the deck again from the file alone, and nothing is written', async () => {
    const at = await desk(words);
    await handOver(at);
    for (const command of ['build', 'merge', 'adopt']) {
      const { status, err } = await at.run(command, deckOf(at));
      expect([command, status, err.includes('inspect/no-words')]).toEqual([command, 1, true]);
    }
    expect(await names(join(at.folder, 'out', DAY))).not.toContain('week.merged.pptx');
  });

  it('travel on request, and where there are none the deck is built again as ever', async () => {
    const at = await desk(words);
    await handOver(at, '--with-words');
    expect(await everything(deckOf(at))).toContain('LEFT-OUT-AGAIN');
    expect((await at.run('build', deckOf(at), '--out', 'again')).status).toBe(0);
    const plain = await desk();
    await handOver(plain);
    expect((await plain.run('build', deckOf(plain), '--out', 'again')).status).toBe(0);
  });
});

describe('what the rights of an article allow', () => {
  const withRights = (rights: string) => desk({ ...FILES, 'content/port.md': article(rights) });

  it('excerpts, where it says nothing: what the deck names is quoted, and the text is not handed over', async () => {
    const at = await withRights('');
    await handOver(at);
    const folder = join(at.folder, 'out', DAY);
    for (const name of ['sources.html', 'week.html']) expect(await readFile(join(folder, name), 'utf8')).toContain('QUOTED-ONE');
    expect(await names(folder)).not.toContain('sources');
  });

  it('all: the text is handed over as well', async () => {
    const at = await withRights('rights: all\n');
    await handOver(at);
    const folder = join(at.folder, 'out', DAY);
    expect(await readFile(join(folder, 'sources', 'port.source.txt'), 'utf8')).toBe(SOURCE);
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('./sources/port.source.txt');
  });

  it('none: none of its words are anywhere', async () => {
    const at = await withRights('rights: none\n');
    await handOver(at);
    expect(await textIn(join(at.folder, 'out', DAY))).not.toMatch(/QUOTED-/);
  });

  it('says that most of a text is quoted though nobody has said that it may be', async () => {
    const long = (name: string): string => Array.from({ length: 25 }, () => `${name} ships waited at the quay.`).join(' ');
    const at = await desk({
      ...FILES,
      'content/port.md': article('', '- More [¶3].'),
      'content/port.source.txt': `${long('One')}\n\n${long('Two')}\n\n${long('Three')}\n`,
    });
    expect((await handOver(at)).err).toMatch(/port\.md, rights: warning handover\/much-quoted[^]*100 % of it/);
    await writeFile(join(at.folder, 'content/port.md'), article('rights: all\n', '- More [¶3].'));
    expect((await handOver(at)).err).not.toContain('much-quoted');
  });
});

describe('an audience’s copy in a hand-over', () => {
  /** Green where the slide shows it, red where it is cut off. */
  const picture = () =>
    image(raw(900, 300, (x) => (x >= 150 ? [0, 200, 0] : [220, 0, 0])))
      .png()
      .toBuffer();

  it('has no notes, excerpts, comments, recipe, history or pixels outside a crop; whom it is for stands on the page alone', async () => {
    const at = await desk({
      ...FILES,
      'content/port.md': article('', '<!-- COMMENTED -->', '![What it shows](map.png)'),
      'content/map.png': await picture(),
      'briefings/week.briefing.yaml': `# COMMENTED\ntemplate: cropped\n${BRIEFING}`,
    });
    const pack = join(at.folder, 'templates', 'cropped');
    await cp(join(process.cwd(), packFolder('plain')), pack, { recursive: true });
    const partial = join(pack, 'partials', 'block', 'picture.hbs');
    const shown = await readFile(partial, 'utf8');
    await writeFile(partial, shown.replace('alt="{{alt}}"', 'alt="{{alt}}" data-fit="cover" data-focus="1 0.5"'));
    const { status, err } = await handOver(at, '--to', 'HANDED-TO');
    expect([status, err.includes('error')]).toEqual([0, false]);
    const folder = join(at.folder, 'out', DAY);

    const presenter = opened(await readFile(join(folder, 'week.pptx')));
    const audience = opened(await readFile(join(folder, 'week.audience.pptx')));
    expect([...presenter.keys()].filter((name) => /lectern|notesSlide|customXml/i.test(name))).not.toEqual([]);
    expect([...audience.keys()].filter((name) => /lectern|recipe|notesSlide|comment|customXml|revision/i.test(name))).toEqual([]);
    const html = await readFile(join(folder, 'week.audience.html'), 'utf8');
    const texts = [html, ...[...audience.values()].filter((part) => typeof part === 'string')].join('\n');
    expect(texts).not.toMatch(/COMMENTED|SAID-ALOUD|QUOTED-|HANDED-TO|deck-recipe/);
    expect(await readFile(join(folder, 'week.html'), 'utf8')).toMatch(/SAID-ALOUD[^]*deck-recipe/);

    const inHtml = [...html.matchAll(/data:image\/[\w+]+;base64,([^")]+)/g)].map(([, text = '']) => Buffer.from(text, 'base64'));
    const inPptx = [...audience].flatMap(([name, part]) => (/media\//.test(name) && typeof part !== 'string' ? [Buffer.from(part)] : []));
    expect([inHtml.length, inPptx.length]).toEqual([1, 1]);
    // What the presenter's frame shows of the 900 columns is all that there is.
    const rectangle = (parts: typeof presenter): string[] =>
      [...parts].flatMap(([name, part]) =>
        /slides\/slide/.test(name) && typeof part === 'string' ? (part.match(/<a:srcRect[^>]*>/g) ?? []) : [],
      );
    expect(rectangle(audience).filter((tag) => / [lrtb]="[^0]/.test(tag))).toEqual([]);
    const left = Number(/ l="(\d+)"/.exec(rectangle(presenter)[0] ?? '')?.[1]) / 100_000;
    expect(left).toBeGreaterThan(150 / 900);
    const columns = 900 - Math.ceil(left * 900 - 0.01);
    for (const bytes of [...inHtml, ...inPptx]) {
      const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const red = Array.from(
        { length: info.width * info.height },
        (_, i) => (data[i * info.channels] ?? 0) > (data[i * info.channels + 1] ?? 0),
      );
      expect([info.width, info.height]).toEqual([columns, 300]);
      expect(red.filter(Boolean)).toHaveLength(0);
    }
  });
});
