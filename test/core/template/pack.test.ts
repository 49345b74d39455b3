import { describe, expect, it } from 'vitest';
import { hasErrors, unwrap } from '../../../src/core/base/errors.ts';
import { checkPack, readPack } from '../../../src/core/template/index.ts';
import { packFiles } from '../../support/pack.ts';

const read = (changes: Parameters<typeof packFiles>[0]) => readPack(packFiles(changes), 'my/pack');
const manifest = (options: string) => `name: A\ndescription: B\nversion: 1.0.0\noptions:\n${options}\n`;

describe('readPack', () => {
  it('reads manifest, texts, partials and assets', () => {
    const pack = unwrap(read({ 'partials/a/b.hbs': 'x', 'assets/logo.png': 'y', 'README.md': 'z', 'notes.hbs': 'z' }));
    expect(pack.name).toBe('pack');
    expect(pack.manifest).toEqual({
      name: 'Tiny',
      description: 'For tests',
      version: '1.0.0',
      options: { wide: { type: 'boolean', label: 'Wide', default: true } },
      powerpoint: null,
    });
    expect([...pack.partials]).toEqual([['a/b', 'x']]);
    expect([...pack.assets.keys()]).toEqual(['assets/logo.png']);
  });

  it('has a hash of all its files, whatever their order', () => {
    const files = packFiles();
    const hash = (map: Map<string, Uint8Array>) => readPack(map, 'p').value?.hash;
    expect(hash(new Map([...files].reverse()))).toBe(hash(files));
    expect(hash(packFiles({ 'assets/a': 'b' }))).not.toBe(hash(packFiles({ 'assets/ab': '' })));
  });

  it('names every file that is missing', () => {
    const { value, problems } = read({ 'theme.yaml': null, 'deck.hbs': null });
    expect(value).toBeNull();
    expect(problems.map((p) => [p.code, p.place?.file])).toEqual([
      ['pack/missing', 'my/pack/theme.yaml'],
      ['pack/missing', 'my/pack/deck.hbs'],
    ]);
  });

  it.each([
    ['broken YAML', 'name: [', 'pack/yaml', 1],
    ['no name', 'description: B\nversion: 1.0.0', 'pack/field', 1],
    ['an unknown key', 'name: A\ndescription: B\nversion: 1.0.0\nlicence: C', 'pack/field', 4],
    ['a version of another form', 'name: A\ndescription: B\nversion: one', 'pack/field', 3],
    ['an option without type', manifest('  a: { label: A, default: 1 }'), 'pack/field', 5],
    ['an option whose name no path can have', manifest('  a-b: { type: text, label: A, default: x }'), 'pack/field', 5],
    ['an option that every pack has', manifest('  variant: { type: text, label: A, default: x }'), 'pack/option', 5],
    ['a default that is no choice', manifest('  a: { type: choice, label: A, default: x, choices: [y, z] }'), 'pack/option', 5],
    ['a default beyond its maximum', manifest('  a: { type: number, label: A, default: 9, maximum: 3 }'), 'pack/option', 5],
  ])('refuses %s', (_, text, code, line) => {
    expect(read({ 'template.yaml': text }).problems[0]).toMatchObject({ code, place: { file: 'my/pack/template.yaml', line } });
  });

  it('refuses text that is not UTF-8', () => {
    expect(read({ 'deck.hbs': new Uint8Array([0xff, 0xfe, 0x41]) }).problems[0]).toMatchObject({
      code: 'template/syntax',
      place: { file: 'my/pack/deck.hbs' },
    });
  });
});

describe('checkPack', () => {
  const check = (changes: Parameters<typeof packFiles>[0]) => checkPack(unwrap(read(changes)));
  const theme = (from: string, to: string) => new TextDecoder().decode(packFiles().get('theme.yaml')).replace(from, to);

  it('finds nothing in a sound pack', () => {
    expect(check({})).toEqual([]);
  });

  it('reports theme and templates together, sorted by file and line', () => {
    const problems = check({
      'theme.yaml': theme('rows: 10-20', 'rows: 20-10'),
      'deck.hbs': '{{deck.tite}}\n{{item}}',
      'partials/p.hbs': '{{#each}}x{{/each}}',
    });
    expect(problems.map((p) => `${p.place?.file}:${p.place?.line} ${p.code}`)).toEqual([
      'my/pack/partials/p.hbs:1 template/syntax',
      'my/pack/theme.yaml:9 theme/field',
    ]);
    expect(check({ 'deck.hbs': '{{deck.tite}}\n{{item}}' }).map((p) => [p.place?.line, p.code])).toEqual([
      [1, 'template/path-unknown'],
      [2, 'template/path-unknown'],
    ]);
  });

  it('finds a layout that the theme has not, also where nothing prints it', () => {
    const deck = '{{#if deck.mark}}\n<section\n layout="owm"><h2>x</h2></section>{{/if}}';
    expect(check({ 'deck.hbs': deck })).toMatchObject([
      { code: 'deck/layout-unknown', place: { line: 2 }, received: 'owm', hint: 'Did you mean “own”?' },
    ]);
  });

  it('warns of text that is hard to read', () => {
    const problems = check({ 'theme.yaml': theme('layouts:', 'styles: { title: { color: accent4 } }\nlayouts:') });
    expect(problems[0]).toMatchObject({ code: 'theme/contrast', severity: 'warning', received: '#CCCCCC on #FFFFFF: 1.6 to 1' });
    expect(hasErrors(problems)).toBe(false);
  });

  it('finds an image that the theme names and the pack has not', () => {
    const problems = check({
      'theme.yaml': theme('layouts:', 'decoration: [{ image: assets/logo.png, columns: 1, rows: 1-4 }]\nlayouts:'),
    });
    expect(problems).toMatchObject([{ code: 'pack/missing', received: 'assets/logo.png' }]);
  });
});
