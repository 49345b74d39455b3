import { zipSync } from 'fflate';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LecternError, type Problem } from '../../src/core/base/errors.ts';
import { compareVersions, openTemplates, type Templates } from '../../src/workspace/service/templates.ts';
import { unpack } from '../../src/workspace/service/zip.ts';
import { zipFolder } from '../../src/workspace/zip-folder.ts';
import { folderWith, STORE } from '../support/cli.ts';
import { entriesOverOneBody } from '../support/hostile-zip.ts';
import { acting, tampered } from '../support/corporate/live.ts';
import { powerPointTemplate } from '../support/corporate/powerpoint.ts';
import { resourcesBelow } from '../../src/workspace/resources.ts';
import { workHere } from '../support/work.ts';

const BUILT_IN = join(process.cwd(), 'templates');
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function templates(): Promise<{ readonly own: string; readonly templates: Templates }> {
  const own = join(await folderWith(), 'templates');
  await mkdir(own);
  return { own, templates: openTemplates(STORE, own, BUILT_IN, workHere(resourcesBelow(process.cwd()))) };
}

async function problemsOf(task: () => unknown): Promise<readonly Problem[]> {
  try {
    await task();
    return [];
  } catch (error) {
    if (error instanceof LecternError) return error.problems;
    throw error;
  }
}

/** The files of policy-brief, with another version. */
async function packFiles(version: string): Promise<Map<string, Uint8Array>> {
  const { own, templates: list } = await templates();
  const { path } = await list.exportTo('policy-brief', own);
  const { files } = unpack('policy-brief.zip', await readFile(path));
  const manifest = new TextDecoder().decode(files.get('template.yaml')).replace(/^version:.*$/m, `version: ${version}`);
  return new Map(files).set('template.yaml', encode(manifest));
}

describe('templates', () => {
  it('are listed with version, options and where they come from', async () => {
    const { templates: list } = await templates();
    const brief = (await list.list()).find(({ name }) => name === 'policy-brief');
    expect(brief).toMatchObject({ title: 'Policy brief', origin: 'built-in', newer: null });
    expect(Object.keys(brief?.options ?? {})).toContain('agenda');
  });

  it('are duplicated under a free name, with a title of their own and all else as it was', async () => {
    const { own, templates: list } = await templates();
    const first = await list.duplicate('policy-brief', 'Ministry: “ours”');
    expect(first).toMatchObject({ name: 'ministry-ours', title: 'Ministry: “ours”', origin: 'workspace', problems: [] });
    expect((await list.duplicate('policy-brief', 'Ministry ours')).name).toBe('ministry-ours-2');
    expect(await readFile(join(own, 'ministry-ours', 'deck.hbs'))).toEqual(await readFile(join(BUILT_IN, 'policy-brief', 'deck.hbs')));
  });

  it('warn where an older copy hides the one that comes with Lectern', async () => {
    const { templates: list } = await templates();
    await list.install('policy-brief.zip', zipFolder('policy-brief', await packFiles('0.9.0')), true);
    expect((await list.list()).find(({ name }) => name === 'policy-brief')).toMatchObject({
      origin: 'workspace',
      version: '0.9.0',
      newer: '1.0.0',
    });
  });

  it.each([
    ['1.10.0', '1.9', 1],
    ['1.0', '1.0.0', 0],
    ['0.9.9', '1', -1],
  ])('version %s against %s: %i', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});

describe('a template as one file', () => {
  it('is given away and installed elsewhere, the same byte for byte', async () => {
    const one = await templates();
    const other = await templates();
    await one.templates.duplicate('policy-brief', 'Ours');
    const { path } = await one.templates.exportTo('ours', one.own);
    expect(await other.templates.install('renamed by mail (1).zip', await readFile(path), false)).toMatchObject({
      name: 'ours',
      title: 'Ours',
      problems: [],
    });
    for (const file of ['deck.hbs', 'theme.yaml', 'template.yaml']) {
      expect(await readFile(join(other.own, 'ours', file))).toEqual(await readFile(join(one.own, 'ours', file)));
    }
  });

  it('does not replace one that is there, unless told to; both versions are named', async () => {
    const { templates: list } = await templates();
    const old = zipFolder('mine', await packFiles('1.0.0'));
    await list.install('mine.zip', old, false);
    const [problem] = await problemsOf(() => list.install('mine.zip', old, false));
    expect(problem).toMatchObject({ code: 'pack/exists', received: 'mine, version 1.0.0', allowed: 'here: version 1.0.0' });
    const newer = await list.install('mine.zip', zipFolder('mine', await packFiles('2.0.0')), true);
    expect(newer.version).toBe('2.0.0');
  });

  it('with faults is refused with file and line, and nothing is left of it', async () => {
    const { own, templates: list } = await templates();
    const files = (await packFiles('1.0.0')).set('template.yaml', encode('name: [\n'));
    const problems = await problemsOf(() => list.install('bad.zip', zipFolder('bad', files), false));
    expect(problems[0]).toMatchObject({ code: 'pack/yaml', place: { file: 'bad/template.yaml' } });
    expect(await readdir(own)).toEqual([]);
  });

  it.each(['../evil.hbs', 'p/../../evil.hbs', '/etc/evil', 'p\\..\\evil', 'c:/evil', 'p//evil', 'p/./evil'])(
    'refuses the name %j in it',
    async (name) => {
      const zip = zipSync({ 'p/template.yaml': encode('x'), [name]: encode('x') });
      expect(await problemsOf(() => unpack('p.zip', zip))).toMatchObject([{ code: 'pack/zip', received: name }]);
    },
  );

  it.each([
    'p/CON',
    'p/com1.hbs',
    'p/COM¹.png',
    'p/aux .txt',
    'p/lpt9/a.hbs',
    'p/a.',
    'p/a ',
    'p/b /a.hbs',
    'p/a?.hbs',
    `p/${'ü'.repeat(128)}`,
  ])('refuses the name %j in it, which is no file’s on every machine', async (name) => {
    const zip = zipSync({ 'p/template.yaml': encode('x'), [name]: encode('x') });
    expect(await problemsOf(() => unpack('p.zip', zip))).toMatchObject([{ code: 'pack/zip', received: name }]);
  });

  it('takes a name of 255 bytes', () => {
    const name = `p/${'ü'.repeat(127)}x`;
    expect(unpack('p.zip', zipSync({ 'p/template.yaml': encode('x'), [name]: encode('x') })).files.size).toBe(2);
  });

  it.each([
    ['p/A.hbs', 'p/a.hbs'],
    ['p/caf\u00e9.hbs', 'p/cafe\u0301.hbs'],
    ['p/partials', 'p/partials/a.hbs'],
    ['p/partials/a.hbs', 'p/Partials'],
  ])('refuses %j beside %j, which are one place on some machines', async (one, other) => {
    const zip = zipSync({ 'p/template.yaml': encode('x'), [one]: encode('x'), [other]: encode('y') });
    expect(await problemsOf(() => unpack('p.zip', zip))).toMatchObject([{ code: 'pack/zip', received: other }]);
  });

  it('refuses one name twice', async () => {
    const zip = entriesOverOneBody(2, encode('x'), () => 'p/template.yaml');
    expect(await problemsOf(() => unpack('p.zip', zip))).toMatchObject([{ code: 'pack/zip', received: 'p/template.yaml' }]);
  });

  it('refuses sixty entries over one body of 20 MB, each of which says that it is one byte', async () => {
    const zip = entriesOverOneBody(60, new Uint8Array(20 * 1024 * 1024), (i) => (i === 0 ? 'p/template.yaml' : `p/${i}.hbs`));
    expect(await problemsOf(() => unpack('p.zip', zip))).toMatchObject([
      { code: 'pack/zip', message: 'what the .zip holds is too much for a template' },
    ]);
  });

  it('refuses what is no zip, is cut short, or holds no template', async () => {
    const whole = zipFolder('p', new Map([['template.yaml', encode('x')]]));
    for (const bytes of [
      encode('not a zip'),
      whole.subarray(0, whole.length - 30),
      zipSync({ 'readme.txt': encode('x') }),
      new Uint8Array(),
    ]) {
      expect(await problemsOf(() => unpack('p.zip', bytes))).toMatchObject([{ code: 'pack/zip' }]);
    }
  });

  it('refuses a bomb before it is inflated', async () => {
    const bomb = zipSync({ 'p/template.yaml': encode('x'), 'p/assets/big.png': new Uint8Array(80 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await problemsOf(() => unpack('p.zip', bomb))).toMatchObject([{ code: 'pack/zip' }]);
    const many = zipSync(Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`p/${i}.hbs`, encode('')])));
    expect(await problemsOf(() => unpack('p.zip', many))).toMatchObject([{ code: 'pack/zip' }]);
  });

  it('leaves out what a desktop adds by itself', () => {
    const zip = zipSync({ 'p/template.yaml': encode('x'), '__MACOSX/p/._template.yaml': encode('x'), 'p/.DS_Store': encode('x') });
    expect([...unpack('p.zip', zip).files.keys()]).toEqual(['template.yaml']);
  });

  it('may have its files at the top: then it is named like the zip', () => {
    expect(unpack('Mine.zip', zipSync({ 'template.yaml': encode('x') })).name).toBe('Mine');
  });
});

describe('an organisation’s template', () => {
  const bytes = powerPointTemplate({ layouts: ['title', 'obj', 'titleOnly', 'picTx'] });

  it('that acts is added without what acts, and refused where a pack brings it', async () => {
    const { own, templates: list } = await templates();
    const live = tampered(bytes, {
      shapes: acting('Knopf', '<a:hlinkClick r:id="" action="ppaction://macro?name=Go"/>'),
    });
    const added = await list.importCompany('Haus.potx', null, live, false);
    expect(added.problems.filter(({ code }) => code === 'company/live-left-out')).toMatchObject([
      { message: 'an action that runs a macro was taken out', place: { file: 'Haus.potx' }, received: 'ppaction://macro?name=Go' },
    ]);
    const { path } = await list.exportTo('haus', own);
    const { files } = unpack('haus.zip', await readFile(path));
    const zip = zipFolder('fremd', new Map([...files, ['assets/company.potx', live]]));
    expect(await problemsOf(() => list.install('fremd.zip', zip, false))).toMatchObject([
      {
        code: 'company/live-content',
        place: { file: 'fremd/assets/company.potx' },
        hint: expect.stringMatching(/template import/) as string,
      },
    ]);
    expect((await readdir(own)).filter((name) => name.includes('fremd'))).toEqual([]);
    await writeFile(join(own, 'haus', 'assets', 'company.potx'), live);
    list.forget();
    const listed = (await list.list()).find(({ name }) => name === 'haus');
    expect(listed?.problems.map(({ code }) => code)).toEqual(['company/live-content']);
  });

  it('is added with a report, and its layouts can be put elsewhere', async () => {
    const { own, templates: list } = await templates();
    const { template, report, problems } = await list.importCompany('Behörde 2024.potx', null, bytes, false);
    expect(template).toMatchObject({ name: 'behörde-2024', title: 'Behörde 2024', origin: 'workspace', company: true });
    expect(problems.map((p) => p.code)).toContain('company/layout-missing');
    expect(report.layouts.find((l) => l.name === 'points')?.reason).toBe('instead');
    const mapped = await list.map('behörde-2024', 'points', { layout: 'slideLayout4.xml' });
    expect(mapped.report.layouts.find((l) => l.name === 'points')).toMatchObject({ layout: 'slideLayout4.xml', reason: 'by-hand' });
    expect((await list.examine('behörde-2024')).report).toEqual(mapped.report);
    expect(await readdir(own)).toEqual(['behörde-2024']);
  });

  it('does not take another’s place unasked, and leaves nothing behind where it cannot be used', async () => {
    const { own, templates: list } = await templates();
    await list.importCompany('a.potx', 'House', bytes, false);
    expect((await problemsOf(() => list.importCompany('b.potx', 'House', bytes, false))).map((p) => p.code)).toEqual(['pack/exists']);
    expect((await list.importCompany('b.potx', 'House', bytes, true)).template.name).toBe('house');
    expect((await problemsOf(() => list.importCompany('c.potx', null, encode('x'), false))).map((p) => p.code)).toEqual([
      'company/not-powerpoint',
    ]);
    expect((await problemsOf(() => list.map('house', 'points', { layout: 'no.xml' }))).map((p) => p.code)).toEqual(['company/map']);
    expect((await problemsOf(() => list.examine('policy-brief'))).map((p) => p.code)).toEqual(['pack/missing']);
    expect(await readdir(own)).toEqual(['house']);
  });
});

describe('colours and fonts of a template', () => {
  it('are changed in its file and nowhere else, and taken back to the same bytes', async () => {
    const { own, templates: list } = await templates();
    const { name } = await list.duplicate('policy-brief', 'Ours');
    const file = join(own, name, 'theme.yaml');
    const before = await readFile(file, 'utf8');
    const { design } = await list.redesign(name, [
      { at: 'dark', name: 'accent1', value: '#00FF88' },
      { at: 'fonts', name: 'heading', value: 'Cambria' },
    ]);
    expect([design.colors.dark.accent1, design.fonts.heading]).toEqual(['#00FF88', 'Cambria']);
    const after = (await readFile(file, 'utf8')).split('\n');
    expect(before.split('\n').flatMap((line, i) => (line === after[i] ? [] : [after[i]?.trim()]))).toEqual([
      'heading: { latin: Cambria, complex: Times New Roman, eastAsian: SimSun }',
      "accent1: '#00FF88'",
    ]);
    await list.redesign(name, [
      { at: 'dark', name: 'accent1', value: '#E58A8F' },
      { at: 'fonts', name: 'heading', value: 'Georgia' },
    ]);
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('stay as they are in a built-in one, and in a file that was broken by hand meanwhile', async () => {
    const { own, templates: list } = await templates();
    const change = [{ at: 'light', name: 'accent1', value: '#00FF88' }] as const;
    expect(await problemsOf(() => list.redesign('policy-brief', change))).toMatchObject([{ code: 'file/write' }]);
    const { name } = await list.duplicate('policy-brief', 'Ours');
    const file = join(own, name, 'theme.yaml');
    await writeFile(file, 'colors: [\n');
    list.forget();
    expect((await problemsOf(() => list.redesign(name, change))).map(({ code }) => code)).toContain('pack/yaml');
    expect(await readFile(file, 'utf8')).toBe('colors: [\n');
  });
});
