import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildForNode } from '../../../scripts/cli.ts';
import type { WorkName } from './work.ts';

/** Bundles a script of this folder for plain Node, which begins far sooner than one that is translated as it runs. */
export async function bundled(root: string, name: string): Promise<{ readonly file: string; readonly remove: () => Promise<void> }> {
  const out = await mkdtemp(join(root, 'node_modules', '.lectern-crash-')).catch(() => mkdtemp(join(tmpdir(), 'lectern-crash-')));
  await buildForNode(root, { input: { [name]: `test/support/crash/${name}.ts` }, out });
  return { file: join(out, `${name}.mjs`), remove: () => rm(out, { recursive: true, force: true }) };
}

export interface Killed {
  readonly work: WorkName;
  readonly folder: string;
  readonly root: string;
  readonly first: number;
  /** When it is ended: so many milliseconds after it began, or before so many steps on the disk. */
  readonly at: { readonly after: number } | { readonly step: number } | 'once';
}

export interface Ended {
  /** The last round that was done; 0: none. */
  readonly done: number;
  /** What it said of a fault. */
  readonly fault: string;
  /** What one round took; where it was counted. */
  readonly took: { readonly steps: number; readonly milliseconds: number } | null;
}

/** Starts work and ends it by SIGKILL; `once`: lets it do one round, which is counted. */
export function killed(file: string, { work, folder, root, first, at }: Killed): Promise<Ended> {
  const step = at === 'once' ? at : 'step' in at ? at.step : 0;
  const child = spawn(process.execPath, [file, work, folder, root, String(first), String(step)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, fault] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => (fault += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    const isFirst = output === '';
    output += chunk.toString();
    if (isFirst && at !== 'once' && 'after' in at) setTimeout(() => child.kill('SIGKILL'), at.after);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      const rounds = output.split('\n').flatMap((line) => (/^\d+$/.test(line) ? [Number(line)] : []));
      const [, steps, milliseconds] = /^took (\d+) (\d+)$/m.exec(output) ?? [];
      const took = steps === undefined ? null : { steps: Number(steps), milliseconds: Number(milliseconds) };
      resolve({ done: rounds.at(-1) ?? 0, fault, took });
    });
  });
}
