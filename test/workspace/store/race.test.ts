import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parseBriefing } from '../../../src/core/briefing/index.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { leftIn } from '../../support/crash/look.ts';
import { bundled } from '../../support/crash/run.ts';
import { BRIEFING, newFolder } from '../../support/crash/work.ts';

const ROOT = process.cwd();
/** Of all four windows. */
const SAVES = Number(process.env['LECTERN_SAVES'] ?? 200);

function run(file: string, args: readonly string[]): Promise<{ readonly lines: readonly string[]; readonly fault: string }> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, fault] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (fault += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve({ lines: output.trim().split('\n'), fault }));
  });
}

it(
  `two servers on one workspace, four windows, ${SAVES} saves: what was accepted is there`,
  { timeout: 60_000 + SAVES * 500 },
  async () => {
    const folder = await newFolder();
    const { file, remove } = await bundled(ROOT, 'race');
    onTestFinished(async () => {
      await remove();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    });
    const ran = await Promise.all(['a', 'b'].map((name) => run(file, [folder, ROOT, name, String(SAVES / 4)])));
    expect(ran.map(({ fault }) => fault)).toEqual(['', '']);
    const lines = ran.flatMap((server) => server.lines);
    const saved = lines.flatMap((line) => (line.startsWith('saved ') ? [line.slice(6)] : []));
    const refused = lines.flatMap((line) => (line.startsWith('refused ') ? [line.slice(8)] : []));
    console.info(`${saved.length} accepted, ${refused.length} refused`);
    expect(saved.length + refused.length).toBe(SAVES);
    expect(new Set(refused)).toEqual(new Set(['file/conflict']));
    const { notes } = unwrap(parseBriefing(await readFile(join(folder, 'w', BRIEFING), 'utf8'), { file: BRIEFING }));
    expect((notes?.agenda ?? '').split(/\s+/).sort()).toEqual([...saved].sort());
    expect(await leftIn(folder)).toEqual([]);
  },
);
