import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { builtCli } from '../../support/built/index.ts';
import { folderWith, lectern } from '../../support/cli.ts';

const run = promisify(execFile);
const built = builtCli();

describe('the bundled command', () => {
  // With a chart and a picture: what of pptxgenjs is bundled otherwise than it is run here.
  it('writes the same files as the modules that it is made of, byte for byte', async () => {
    const [ours, theirs] = [await folderWith(), await folderWith()];
    const briefing = join(process.cwd(), 'content', 'river-port.briefing.yaml');
    await run(process.execPath, [built.main(), 'build', briefing, '--out', ours]);
    expect((await lectern(process.cwd(), 'build', briefing, '--out', theirs)).status).toBe(0);
    for (const name of ['river-port.pptx', 'river-port.html']) {
      const [a, b] = await Promise.all([readFile(join(ours, name)), readFile(join(theirs, name))]);
      expect(Buffer.compare(a, b), name).toBe(0);
    }
  });

  it('has left out what its libraries would load in vain', async () => {
    const folder = dirname(built.main());
    const names = (await readdir(folder)).filter((name) => name.endsWith('.cjs'));
    const chunks = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)));
    const withText = (text: string): string[] => [...chunks].filter(([, code]) => code.includes(text)).map(([name]) => name);
    const [generator = ''] = withText('Microsoft_Excel_Worksheet').filter((name) => name.startsWith('pptxgen'));
    expect(chunks.get(generator)).not.toMatch(/node:https|pako|jszip/i);
    expect(chunks.get('main.cjs')).toContain('copyInheritedSettings');
    expect(chunks.get('main.cjs')).not.toContain('child_process');
    expect(withText('copyInheritedSettings')).toEqual(['main.cjs']);
    // a script with compiled data cannot answer it; PDFs are read in a thread, which Node loads itself
    const importing = [...chunks].filter(([, code]) => /[^\w.]import\(/.test(code)).map(([name]) => name);
    expect(importing.filter((name) => !name.startsWith('pdf'))).toEqual([]);
    expect(withText('source-map')).toEqual([]);
  });
});

/** Runs the command line from another program; prints which modules came compiled, or keeps what was compiled. */
const PROGRAM = `
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
const [folder, cores, keep] = process.argv.splice(1, 3, 'lectern');
const { bundledModules, compiledFile, flagFor } = createRequire(folder + '/')(folder + '/start.cjs');
const flag = flagFor(Number(cores));
const modules = bundledModules(folder, flag);
process.on('exit', () => keep === 'keep'
  ? writeFileSync(compiledFile(folder, flag), modules.compiled())
  : process.stdout.write('compiled: ' + modules.precompiled().join(' ')));
modules.load('main.cjs');
`;

describe('what V8 compiled before', () => {
  const check = ['check', join(process.cwd(), 'content', 'river-port.md')];
  const start = async (folder: string, cores: number, keep: 'keep' | 'take', ...args: string[]) => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', PROGRAM, '--', folder, String(cores), keep, ...args]);
    return (
      /compiled: (.*)$/
        .exec(stdout)?.[1]
        ?.split(' ')
        .filter((name) => name !== '') ?? null
    );
  };

  it.each([1, 64])('is taken by the next start, with cores: %i; and left where it is damaged or another’s', async (cores) => {
    const root = await folderWith();
    const folder = join(root, 'dist', 'cli');
    await cp(dirname(built.main()), folder, { recursive: true });
    for (const name of ['templates', 'content', 'dist/fonts']) await symlink(join(process.cwd(), name), join(root, name));
    expect(await start(folder, cores, 'take', ...check)).toEqual([]);
    await start(folder, cores, 'keep', ...check);
    const taken = await start(folder, cores, 'take', ...check);
    expect(taken).toContain('main.cjs');
    expect(taken?.length).toBeGreaterThan(3);
    const [file = ''] = (await readdir(folder)).filter((name) => name.startsWith('compiled-'));
    const bytes = await readFile(join(folder, file));
    await writeFile(join(folder, file), bytes.subarray(0, 1000));
    expect(await start(folder, cores, 'take', ...check)).toEqual([]);
    // another program's text of another length under the name
    await writeFile(join(folder, file), bytes);
    await appendFile(join(folder, 'main.cjs'), '\n');
    expect(await start(folder, cores, 'take', ...check)).not.toContain('main.cjs');
  });
});

describe('bin/lectern.mjs', () => {
  it.each([1, 64])('asks this Node for nothing that it does not know, with cores: %i', async (cores) => {
    const root = dirname(dirname(dirname(built.main())));
    await mkdir(join(root, 'bin'), { recursive: true });
    await cp('bin/lectern.mjs', join(root, 'bin', 'lectern.mjs'));
    const before = `import os from 'node:os'; import { syncBuiltinESMExports } from 'node:module'; os.availableParallelism = () => ${cores}; syncBuiltinESMExports();`;
    const { stdout, stderr } = await run(process.execPath, [
      '--import',
      `data:text/javascript,${encodeURIComponent(before)}`,
      join(root, 'bin', 'lectern.mjs'),
      '--version',
    ]);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(stderr).toBe('');
  });
});
