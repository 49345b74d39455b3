import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticesFor, noticesText, readNotices } from '../scripts/notices/notices.ts';
import { ShippedModules } from '../scripts/notices/shipped.ts';

const TERMS = readFileSync('scripts/notices/texts/MIT.txt', 'utf8');
const MIT = `MIT License\n\nCopyright (c) 2020 Somebody\n\n${TERMS}`;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-notices-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const text of ['MIT', 'Apache-2.0']) {
    files = {
      [`scripts/notices/texts/${text}.txt`]: readFileSync(`scripts/notices/texts/${text}.txt`, 'utf8'),
      'content/.keep': '',
      ...files,
    };
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** The files of a package with one module and a licence, both of which can be others. */
function pack(folder: string, version: string, changes: Readonly<Record<string, string | null>> = {}): Record<string, string> {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const files: Record<string, string | null> = {
    'package.json': JSON.stringify({ name, version, license: 'MIT', type: 'module', main: 'index.js' }),
    'index.js': `export const name = ${JSON.stringify(`${name} ${version}`)};`,
    LICENSE: MIT,
    ...changes,
  };
  return Object.fromEntries(Object.entries(files).flatMap(([file, text]) => (text === null ? [] : [[`${folder}/${file}`, text]])));
}

/** What is shipped of a program that starts with `code`. */
async function shippedBy(code: string): Promise<ShippedModules> {
  write({ 'src/main.js': code });
  const shipped = new ShippedModules(root);
  const bundle = await rolldown({ input: join(root, 'src/main.js'), platform: 'node', logLevel: 'silent', plugins: [shipped.plugin()] });
  await bundle.generate({ format: 'esm' });
  await bundle.close();
  return shipped;
}

const named = (shipped: ShippedModules): string[] => shipped.packages().map(({ name, version }) => `${name} ${version}`);

/** The notice of one package, added by its name. */
function noticeOf(name: string): string {
  const shipped = new ShippedModules(root);
  shipped.addPackage(name);
  return readNotices(noticesText(noticesFor(shipped.packages(), root), root)).get(named(shipped)[0] ?? '') ?? '';
}

describe('what is shipped', () => {
  it('are the packages that the bundler puts in: nested and scoped ones too, not all that are installed', async () => {
    write({
      ...pack('node_modules/plain', '1.0.0', { 'index.js': `import { name as deep } from 'deep'; export const name = \`on \${deep}\`;` }),
      ...pack('node_modules/deep', '1.0.0'),
      ...pack('node_modules/plain/node_modules/deep', '2.0.0', { 'index.js': `export { name } from './dist/esm/name.js';` }),
      'node_modules/plain/node_modules/deep/dist/esm/package.json': '{"type":"module"}',
      'node_modules/plain/node_modules/deep/dist/esm/name.js': `export const name = 'deep inside';`,
      ...pack('node_modules/@scope/part', '3.1.4'),
      ...pack('node_modules/installed', '1.0.0'),
      ...pack('node_modules/late', '1.0.0'),
    });
    const code = `import { name } from 'plain'; import { name as other } from '@scope/part'; console.log(name, other, await import('late'));`;
    expect(named(await shippedBy(code))).toEqual(['@scope/part 3.1.4', 'deep 2.0.0', 'late 1.0.0', 'plain 1.0.0']);
  });

  it('names two versions of a package each, and two copies of one version once', () => {
    write({
      ...pack('node_modules/one', '1.0.0'),
      ...pack('node_modules/a/node_modules/one', '1.0.0'),
      ...pack('node_modules/b/node_modules/one', '0.9.0'),
    });
    const shipped = new ShippedModules(root);
    for (const folder of ['node_modules', 'node_modules/a/node_modules', 'node_modules/b/node_modules'])
      shipped.addModule(join(root, folder, 'one/index.js'));
    expect(named(shipped)).toEqual(['one 0.9.0', 'one 1.0.0']);
  });

  it('knows a module by a bundler’s name for it: with a query, as a wrapper, with Windows’ separators', () => {
    write(pack('node_modules/one', '1.0.0'));
    for (const id of [`${root}/node_modules/one/style.css?inline`, `\0${root}/node_modules/one/index.js?commonjs-proxy`]) {
      const shipped = new ShippedModules(root);
      shipped.addModule(id);
      expect(named(shipped), id).toEqual(['one 1.0.0']);
    }
    const shipped = new ShippedModules(root);
    shipped.addModule('C:\\work\\src\\main.ts');
    shipped.addModule('\0process-itself');
    expect(named(shipped)).toEqual([]);
  });

  it('counts the code that a bundler adds, and refuses what nobody knows', () => {
    write(pack('node_modules/rolldown', '1.0.0'));
    const shipped = new ShippedModules(root);
    shipped.addModule('\0rolldown/runtime.js');
    expect(named(shipped)).toEqual(['rolldown 1.0.0']);
    expect(() => shipped.addModule('\0somebody/helper.js')).toThrow('whose module is somebody/helper.js?');
  });
});

describe('a notice', () => {
  it('has the licence, who holds the copyright, and the whole text', () => {
    write(pack('node_modules/one', '1.0.0', { NOTICE: 'One includes software by Two.', 'LICENSE.js': 'no text', 'licenses.json': '{}' }));
    expect(noticeOf('one')).toBe(`Licence: MIT\nCopyright (c) 2020 Somebody\n\n${MIT.trim()}\n\nOne includes software by Two.`);
  });

  it.each([
    ['license.md', 'MIT'],
    ['LICENCE', 'MIT'],
    ['LICENSE-MIT', 'MIT'],
    ['COPYING.txt', 'MIT'],
    ['UNLICENSE', 'MIT'],
  ])('finds the text in %s', (file) => {
    write(pack('node_modules/one', '1.0.0', { LICENSE: null, [file]: `\uFEFF${MIT.replaceAll('\n', ' \r\n')}` }));
    expect(noticeOf('one')).toContain(`\n\n${MIT.trim()}`);
  });

  it.each([
    ['under a marked heading', `# One\n\n## License\n\n(MIT)\n\nCopyright (c) 2013 A &lt;a@b.example&gt;\n\n${TERMS}\n## More\n\nno\n`],
    [
      'under an underlined heading',
      `One\n===\n\nLicence\n-------\n\n(MIT)\n\nCopyright (c) 2013 A &lt;a@b.example&gt;\n\n${TERMS}\n\nMore\n----\n\nno\n`,
    ],
  ])('finds the text in the readme, %s', (_, readme) => {
    write(pack('node_modules/one', '1.0.0', { LICENSE: null, 'README.md': readme }));
    const notice = noticeOf('one');
    expect(notice).toContain(TERMS.trim());
    expect(notice).toContain('Licence: MIT\nCopyright (c) 2013 A <a@b.example>\n');
    expect(notice).not.toContain('no\n');
  });

  it.each([
    [{ licenses: [{ type: 'MIT', url: '' }] }, 'MIT'],
    [{ licenses: [{ type: 'MIT' }, { type: 'GPL-2.0' }] }, 'MIT OR GPL-2.0'],
    [{ license: { type: 'ISC' } }, 'ISC'],
    [{ license: '(MIT OR CC0-1.0)' }, '(MIT OR CC0-1.0)'],
  ])('reads the licence from %j', (fields, licence) => {
    write(pack('node_modules/one', '1.0.0', { 'package.json': JSON.stringify({ name: 'one', version: '1.0.0', ...fields }) }));
    expect(noticeOf('one')).toContain(`Licence: ${licence}\n`);
  });

  it('names who is named at the head of the bundled code, once each, and takes no instruction for a name', async () => {
    write(
      pack('node_modules/one', '1.0.0', {
        LICENSE: `   Copyright [yyyy] [name of copyright owner]\n\nCopyright Whoever and contributors\n\nwritten permission of the\nCopyright Holder(s) and the Author(s)\n\n${TERMS}`,
        'index.js':
          `/*! Copyright 2013 Example Inc. All rights reserved. */\n// (C) 1995-2013 A and B\n// © 2001 C\n/*\n * Copyright 2013 Example Inc. All rights reserved.\n */\n` +
          `export const label = 'Copyright (c) 2000 nobody'; // the copyright notice above`,
      }),
    );
    const shipped = await shippedBy(`import { label } from 'one'; console.log(label);`);
    expect(noticesFor(shipped.packages(), root)[0]?.copyright).toEqual([
      'Copyright Whoever and contributors',
      'Copyright 2013 Example Inc. All rights reserved.',
      '(C) 1995-2013 A and B',
      '© 2001 C',
    ]);
  });

  it('is completed where a package only points to its licence, or carries others’ code', () => {
    write(pack('node_modules/brotli', '1.3.3', { LICENSE: null, 'README.md': '## License\n\nMIT\n' }));
    const notice = noticeOf('brotli');
    expect(notice).toContain(TERMS.trim());
    expect(notice).toContain('--- In brotli: Google’s decoder (Apache-2.0)\n\nCopyright 2013 Google Inc. All Rights Reserved.\n');
    expect(notice).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
  });
});

describe('the build stops', () => {
  it.each([
    ['without a licence text', { LICENSE: null }, 'one 1.0.0: no licence text in'],
    [
      'where the file only points to one',
      { LICENSE: 'Licensed under the Apache License 2.0, see apache.org' },
      'one 1.0.0: no licence text in',
    ],
    ['where the readme only names one', { LICENSE: null, 'README.md': '## License\n\nMIT\n' }, 'one 1.0.0: no licence text in'],
    ['where the only file is a program', { LICENSE: null, 'license.js': MIT }, 'one 1.0.0: no licence text in'],
    ['without a licence’s name', { 'package.json': '{"name":"one","version":"1.0.0"}' }, 'one 1.0.0: package.json names no licence'],
  ])('%s', (_, changes, words) => {
    write(pack('node_modules/one', '1.0.0', changes));
    expect(() => noticeOf('one')).toThrow(words);
  });

  it('where a package has another version than what was added for it by hand', () => {
    write(pack('node_modules/pdfjs-dist', '99.0.0'));
    expect(() => noticeOf('pdfjs-dist')).toThrow(/pdfjs-dist 99.0.0: look whether the supplement for pdfjs-dist \S+ holds/);
  });

  it('and names every package at once', () => {
    write({ ...pack('node_modules/one', '1.0.0', { LICENSE: null }), ...pack('node_modules/two', '2.0.0', { LICENSE: null }) });
    const shipped = new ShippedModules(root);
    for (const name of ['two', 'one']) shipped.addPackage(name);
    expect(() => noticesFor(shipped.packages(), root)).toThrow(/one 1\.0\.0: [\s\S]*\n {2}two 2\.0\.0: /);
  });
});

describe('the file', () => {
  it('is the same whatever order the bundles came in, and sorted by name and version', () => {
    write({ ...pack('node_modules/b', '1.0.0'), ...pack('node_modules/a', '10.0.0'), ...pack('node_modules/@z/c', '1.0.0') });
    const text = (...names: string[]): string => {
      const shipped = new ShippedModules(root);
      for (const name of names) shipped.addPackage(name);
      return noticesText(noticesFor(shipped.packages(), root), root);
    };
    expect(text('b', '@z/c', 'a')).toBe(text('a', 'b', '@z/c'));
    expect([...readNotices(text('b', '@z/c', 'a')).keys()]).toEqual(['@z/c 1.0.0', 'a 10.0.0', 'b 1.0.0']);
    expect(text('b')).not.toMatch(/\r|[ \t]$/m);
    expect(text('b')).not.toContain(root);
  });

  it('says where each sample article comes from, in its own words', () => {
    write({
      ...pack('node_modules/one', '1.0.0'),
      'content/ferry.md': `---\ntitle: 渡轮\nauthors: [李明, Ada]\npublisher: The Quay\npublished: 2024-05-01\ndisclaimer: Views are theirs.\n---\n\n## A\n`,
      'content/bare.md': `---\ntitle: Bare\n---\n\n## A\n`,
    });
    expect(noticesText([], root)).toContain(
      '  content/bare.md, from “Bare”.\n  content/ferry.md, from “渡轮”: 李明, Ada, The Quay, 2024-05-01. Views are theirs.\n',
    );
  });
});

it('the core-js inside pdf.js is the one that its notice names', () => {
  const code = readFileSync('node_modules/pdfjs-dist/legacy/build/pdf.mjs', 'utf8');
  expect(code).toContain('core-js/blob/v3.48.0/LICENSE');
});
