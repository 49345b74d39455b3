import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/hosts/cli/program.ts';
import { resourcesBelow } from '../../../src/workspace/resources.ts';
import { builtCli } from '../../support/built/index.ts';
import { folderWith, lectern, STORE, type Ran } from '../../support/cli.ts';
import { encode } from '../../support/intake/encode.ts';
import { loadFixtures } from '../../support/intake/fixtures.ts';
import { HOSTILE } from '../../support/intake/hostile.ts';
import { FERRY, FERRY_LATER, OTHER_FERRY } from '../../support/intake/texts.ts';

const built = builtCli();
const ID = 'ferry-to-aren-loses-its-night-crossing';

/** `lectern intake …` in this process, with the thread as it is built now. */
async function intake(folder: string, ...args: string[]): Promise<Ran> {
  const printed = { out: '', err: '' };
  const status = await run(['intake', ...args], {
    resources: { ...resourcesBelow(process.cwd()), worker: built.worker() },
    store: STORE,
    folder,
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    terminal: false,
    now: () => 0,
    date: () => new Date(0),
  });
  return { status, ...printed };
}

interface Report {
  readonly articles: readonly {
    readonly file: string;
    readonly article: string;
    readonly renewed: boolean;
    readonly changes: readonly { readonly kind: string }[];
  }[];
  readonly problems: readonly { readonly code: string; readonly place?: { readonly file?: string } }[];
}
const reportOf = ({ out }: Ran): Report => JSON.parse(out) as Report;

/** The whole command in a process of its own: what it answers, and the most memory that it held, in MB. */
async function asProcess(folder: string, ...args: string[]): Promise<{ status: number | null; err: string; megabytes: number }> {
  const hook = join(folder, 'rss.cjs');
  // The kernel's own record: `maxRSS` counts what the process was forked from.
  await writeFile(
    hook,
    "const fs = require('fs'); process.on('exit', () => fs.writeSync(2, `\\n${fs.readFileSync('/proc/self/status', 'utf8').match(/VmHWM:.*/)[0]}`))",
  );
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--require', hook, built.main(), 'intake', ...args], { cwd: folder });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('close', (status) => resolve({ status, err, megabytes: Number(/VmHWM:\s+(\d+) kB/.exec(err)?.[1]) / 1024 }));
  });
}

it('is built with the notices of the libraries in it, whatever comment they stand in', async () => {
  const folder = dirname(built.main());
  const files = (await readdir(folder)).filter((name) => name.endsWith('.cjs'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  // pdf.js has its own in a comment of documentation, which the bundle leaves out
  expect(texts.filter((text) => text.includes('@licstart')).length).toBeGreaterThan(0);
});

describe('lectern intake', () => {
  it('writes article, numbered text and original into content, and the article passes check', async () => {
    const folder = await folderWith({ 'raw/ferry.txt': FERRY, 'content/.keep': '' });
    const { status, out, err } = await intake(folder, 'raw/ferry.txt');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain(join('content', `${ID}.md`));
    expect((await readdir(join(folder, 'content'))).sort()).toEqual(['.keep', `${ID}.md`, `${ID}.original.txt`, `${ID}.source.txt`]);
    expect(await readFile(join(folder, 'content', `${ID}.original.txt`), 'utf8')).toBe(FERRY);
    expect(await readFile(join(folder, 'raw/ferry.txt'), 'utf8')).toBe(FERRY);
    const checked = await lectern(folder, 'check', 'content');
    expect(checked).toMatchObject({
      status: 0,
      out: expect.stringContaining('1 article, 0 briefings, 0 packs: 0 errors, 0 warnings') as string,
    });
  });

  it('reads in the character set that it is told, or says that the file is not written in it', async () => {
    const russian = encode('Паром\n\nСовет собрался третьего мая и говорил о пароме больше часа.', 'windows-1251');
    const folder = await folderWith({ 'parom.txt': russian });
    const refused = await intake(folder, 'parom.txt', '--charset', 'utf-8');
    expect(refused.status).toBe(1);
    expect(refused.err).toContain('intake/charset');
    expect(await readdir(folder)).toEqual(['parom.txt']);
    const { status, out } = await intake(folder, 'parom.txt', '--charset', 'windows-1251');
    expect(status).toBe(0);
    expect(out).toContain('Паром');
  });

  it('writes where it is told, or else here', async () => {
    const folder = await folderWith({ 'ferry.txt': FERRY });
    expect((await intake(folder, 'ferry.txt', '--out', 'a/b')).status).toBe(0);
    expect(await readdir(join(folder, 'a/b'))).toContain(`${ID}.md`);
    const other = await folderWith({ 'ferry.txt': FERRY });
    expect((await intake(other, 'ferry.txt')).status).toBe(0);
    expect(await readdir(other)).toContain(`${ID}.md`);
  });

  it('takes many files, and goes on behind one that cannot be', async () => {
    const folder = await folderWith({
      'a.txt': FERRY,
      'sub/b.docx': 'no document',
      'c.txt': OTHER_FERRY.replace('Ferry to Aren', 'A Film'),
    });
    const ran = await intake(folder, 'a.txt', 'sub/b.docx', 'c.txt', 'nothing.txt', '--out', 'out', '--json');
    expect(ran.status).toBe(1);
    const { articles, problems } = reportOf(ran);
    expect(articles.map(({ file }) => file)).toEqual(['a.txt', 'c.txt']);
    expect(problems.filter(({ code }) => code !== 'file/missing')).toMatchObject([
      { code: 'intake/broken', place: { file: 'sub/b.docx' } },
    ]);
    expect(problems.map(({ code }) => code)).toContain('file/missing');
    expect((await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.md'))).toHaveLength(2);
  });

  it('takes a newer version in as one: edits stay, changes are told', async () => {
    const folder = await folderWith({ 'ferry.txt': FERRY, 'later.txt': FERRY_LATER });
    await intake(folder, 'ferry.txt', '--out', 'out');
    const file = join(folder, 'out', `${ID}.md`);
    const edited = (await readFile(file, 'utf8')).replace(/^## .*$/m, '## My own heading');
    await writeFile(file, edited);
    const same = reportOf(await intake(folder, 'ferry.txt', '--out', 'out', '--json'));
    expect(same.articles).toMatchObject([{ article: ID, renewed: true, changes: [] }]);
    expect(await readFile(file, 'utf8')).toBe(edited);
    const told = await intake(folder, 'later.txt', '--out', 'out');
    expect(told.status).toBe(0);
    expect(told.out).toMatch(/a newer version/);
    expect(told.out).toMatch(/new paragraphs: ¶5/);
    expect(told.out).toMatch(/published stays “2024-05-03”; the newer version says “2024-05-10”/);
    expect(await readFile(file, 'utf8')).toContain('## My own heading');
    expect((await lectern(folder, 'check', 'out')).status).toBe(0);
  });

  it('saves another article of the same title beside the first, and writes not over its own input', async () => {
    const folder = await folderWith({
      'ferry.txt': FERRY,
      'film.txt': OTHER_FERRY,
      [`in/${ID}.md`]: `# Ferry to Aren loses its night crossing\n\n${FERRY}`,
    });
    await intake(folder, 'ferry.txt', '--out', 'out');
    const before = await readFile(join(folder, 'out', `${ID}.md`), 'utf8');
    const ran = await intake(folder, 'film.txt', '--out', 'out', '--json');
    expect(ran.status).toBe(0);
    expect(reportOf(ran).articles).toMatchObject([{ article: `${ID}-2`, renewed: false }]);
    expect((await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.md')).sort()).toEqual([`${ID}-2.md`, `${ID}.md`]);
    expect((await lectern(folder, 'check', 'out')).out).toContain('2 articles');
    expect(await readFile(join(folder, 'out', `${ID}.md`), 'utf8')).toBe(before);
    const own = await intake(folder, `in/${ID}.md`, '--out', 'in', '--json');
    expect(reportOf(own).problems.map(({ code }) => code)).toContain('file/exists');
    expect(await readdir(join(folder, 'in'))).toEqual([`${ID}.md`]);
  });

  it('keeps a raw Markdown file as an original that is no article', async () => {
    const folder = await folderWith({ 'ferry.md': `---\ntitle: The Night Crossing Ends\n---\n\n${FERRY}` });
    expect((await intake(folder, 'ferry.md', '--out', 'out')).status).toBe(0);
    expect((await readdir(join(folder, 'out'))).sort()).toEqual([
      'the-night-crossing-ends.md',
      'the-night-crossing-ends.original.markdown',
      'the-night-crossing-ends.source.txt',
    ]);
    expect((await lectern(folder, 'check', 'out')).out).toContain('1 article');
  });

  it('reads every format from its own files alone, without node_modules beside it', async () => {
    const names = ['styled', 'two-pages', 'news-page', 'front-matter', 'mojibake', 'utf16'];
    const fixtures = loadFixtures('tuned').filter(({ name }) => names.includes(name));
    const folder = await folderWith(Object.fromEntries(fixtures.map(({ file, bytes }) => [file, bytes])));
    const files = [...fixtures.map(({ file }) => file), 'cyrillic.txt'];
    // Of which no byte says what it is: the guess has a library of its own.
    await writeFile(
      join(folder, 'cyrillic.txt'),
      encode('Паром больше не ходит ночью\n\nСовет собрался третьего мая и говорил о пароме больше часа.', 'windows-1251'),
    );
    const { status, err } = await asProcess(folder, ...files, '--out', 'out');
    expect({ status, err: err.replace(/VmHWM.*/, '') }).toMatchObject({ status: 0 });
    expect(err).not.toMatch(/Cannot|node_modules/);
    expect((await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.md'))).toHaveLength(files.length);
  });

  it('without a file is wrong usage', async () => {
    expect((await intake(await folderWith())).status).toBe(2);
  });
});

describe.runIf(process.platform === 'linux')('what a stranger hands in', () => {
  it.each(HOSTILE)('is answered within 512 MB, and left alone: %s', async (_, name, content, code) => {
    const before = content();
    const folder = await folderWith({ [name]: before });
    const { status, err, megabytes } = await asProcess(folder, name, '--out', 'out');
    expect({ status, code: /(?:error|warning) (intake\/[\w-]+)/.exec(code === null ? '' : err)?.[1] ?? null }).toEqual({
      status: code === null ? 0 : 1,
      code,
    });
    expect(megabytes).toBeLessThan(512);
    expect(Buffer.compare(await readFile(join(folder, name)), before)).toBe(0);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });
});
