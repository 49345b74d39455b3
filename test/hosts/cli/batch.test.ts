import { execFile } from 'node:child_process';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { builtCli } from '../../support/built/index.ts';
import { folderWith, lectern } from '../../support/cli.ts';

const built = builtCli();

const article = (id: string, count: number): string =>
  `---\nid: ${id}\ntitle: Article ${id}\n---\n\n${Array.from({ length: count }, (_, i) => `## Topic ${i + 1} of ${id} {#t${i}}\n\n- One point.\n- Another.\n`).join('\n')}`;
const briefing = (id: string, count: number, more = ''): string =>
  `title: Deck ${id}\ntemplate: policy-brief\nlanguage: en\n${more}items:\n${Array.from({ length: count }, (_, i) => `  - topic: ${id}/t${i}\n`).join('')}`;

function files(ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    ids.flatMap((id, i) => [
      [`content/${id}.md`, article(id, i + 1)],
      [`${id}.briefing.yaml`, briefing(id, i + 1)],
    ]),
  );
}

/** As a person starts it: threads come from the built command line. */
async function build(folder: string, ...args: string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const ran = promisify(execFile)(process.execPath, [built.main(), 'build', ...args], { cwd: folder });
  return ran.then(
    ({ stdout, stderr }) => ({ status: 0, out: stdout, err: stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { status: code, out: stdout, err: stderr };
    },
  );
}

const IDS = ['a', 'b', 'c', 'd', 'e'];

describe('several briefings', () => {
  it('make a deck each, the same bytes as one by one, told in the order in which they were given', async () => {
    const [many, single] = [await folderWith(files(IDS)), await folderWith(files(IDS))];
    const named = IDS.toReversed().map((id) => `${id}.briefing.yaml`);
    const { status, out } = await build(many, ...named, '--out', 'out');
    expect(status).toBe(0);
    const told = out.split('\n').filter((line) => line.includes('.pptx'));
    expect(told.map((line) => /(\w)\.pptx/.exec(line)?.[1])).toEqual(IDS.toReversed());
    expect(out).toMatch(/^5 decks, \d+ slides in /m);
    for (const id of IDS) await lectern(single, 'build', `${id}.briefing.yaml`, '--out', 'out');
    for (const name of IDS.flatMap((id) => [`${id}.pptx`, `${id}.html`])) {
      const [ours, theirs] = await Promise.all([many, single].map((folder) => readFile(join(folder, 'out', name))));
      expect(ours?.equals(theirs ?? Buffer.alloc(0)), name).toBe(true);
    }
  });

  it('do not keep each other from being made: what is wrong with one is said, and the status is that of the input', async () => {
    const folder = await folderWith({ ...files(IDS), 'b.briefing.yaml': briefing('b', 1).replace('b/t0', 'b/nowhere') });
    const { status, out, err } = await build(folder, '*.briefing.yaml', '--out', 'out');
    expect(status).toBe(1);
    expect((await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.pptx'))).toEqual(['a.pptx', 'c.pptx', 'd.pptx', 'e.pptx']);
    expect(err).toMatch(/^b\.briefing\.yaml:\d+.*nowhere/ms);
    expect(err).toContain('1 of 5 briefings made no deck.');
    expect(out).toMatch(/^4 decks/m);
  });

  it('are told as JSON, each with the file it is from', async () => {
    const folder = await folderWith({ ...files(IDS), 'b.briefing.yaml': 'title: [' });
    const { status, out } = await build(folder, ...IDS.map((id) => `${id}.briefing.yaml`), '--out', 'out', '--json', '--format', 'html');
    expect(status).toBe(1);
    const { decks } = JSON.parse(out) as { decks: { from: string; files: unknown[]; slides: number; problems?: { code: string }[] }[] };
    expect(decks.map(({ from }) => from)).toEqual(IDS.map((id) => join(folder, `${id}.briefing.yaml`)));
    expect(decks.map(({ files: written }) => written.length)).toEqual([1, 0, 1, 1, 1]);
    expect(decks[1]?.problems?.map(({ code }) => code)).toEqual(['briefing/yaml']);
  });
});

describe('briefings in one command', () => {
  it.each([
    ['two of one name', ['a.briefing.yaml', 'other/a.briefing.yaml', '--out', 'out'], 'same files'],
    ['with articles', ['a.briefing.yaml', 'content/a.md'], 'built apart'],
    ['with the topics of articles', ['a.briefing.yaml', 'b.briefing.yaml', '--topics', 't0'], '--topics'],
    ['none that fits a name', ['*.nothing.yaml'], 'no file'],
  ])('are refused: %s', async (_, args, words) => {
    const folder = await folderWith(files(['a', 'b']));
    await cp(join(folder, 'a.briefing.yaml'), join(folder, 'other', 'a.briefing.yaml'));
    const { status, err } = await lectern(folder, 'build', ...args);
    expect([status, err.includes(words)]).toEqual([2, true]);
  });

  it('are one where a file is named twice', async () => {
    const folder = await folderWith(files(['a']));
    const { out } = await lectern(folder, 'build', 'a.briefing.yaml', './a.briefing.yaml', '--format', 'html');
    expect(out.match(/a\.html/g)).toHaveLength(1);
  });

  it('of which there are only two are made without threads', async () => {
    const folder = await folderWith(files(['a', 'b']));
    const { status, out } = await lectern(folder, 'build', 'a.briefing.yaml', 'b.briefing.yaml', '--format', 'html');
    expect([status, out.match(/\.html/g)?.length]).toEqual([0, 2]);
  });
});
