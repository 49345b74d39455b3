import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { builtCli } from '../../support/built-cli.ts';
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
});

describe('bin/lectern.mjs', () => {
  it('asks this Node for nothing that it does not know', async () => {
    const { stdout, stderr } = await run(process.execPath, ['bin/lectern.mjs', '--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(stderr).toBe('');
  });
});
