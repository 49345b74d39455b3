import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
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
    const names = (await readdir(folder)).filter((name) => name.endsWith('.mjs'));
    const chunks = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)));
    const withText = (text: string): string[] => [...chunks].filter(([, code]) => code.includes(text)).map(([name]) => name);
    const [generator = ''] = withText('Microsoft_Excel_Worksheet').filter((name) => name.startsWith('pptxgen'));
    expect(chunks.get(generator)).not.toMatch(/node:https|pako|jszip/i);
    expect(chunks.get('main.mjs')).toContain('copyInheritedSettings');
    expect(chunks.get('main.mjs')).not.toContain('child_process');
    expect([...chunks.values()].filter((code) => /from\s*["'`]node:process/.test(code))).toEqual([]);
    expect(withText('source-map')).toEqual([]);
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
