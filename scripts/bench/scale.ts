/**
 * How a build grows with its article: what is long at ten and a hundred times its length, each in a process of its own, from the article's
 * text in memory to the bytes of both formats.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildForNode } from '../cli.ts';
import { table } from './report.ts';
import { SCALE_INPUTS } from './scale-inputs.ts';
import type { ScaleFigures } from './scale-run.ts';

const root = process.cwd();

/** n where ten times the input takes 10ⁿ times as much. */
function exponent(less: number, more: number, times: number): string {
  return (Math.log(more / less) / Math.log(times)).toFixed(2);
}

function measure(script: string, name: string, size: number): ScaleFigures {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, name, String(size)], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}, ${size}: ${stderr}`);
  return JSON.parse(stdout) as ScaleFigures;
}

export async function scaleReport(): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    await buildForNode(root, { input: { run: 'scripts/bench/scale-run.ts' }, out: scratch });
    const header = ['what', 'how much', 'slides', 'seconds', 'processor (s)', 'memory (MB)', 'growth of time', 'growth of memory'];
    const lines = Object.entries(SCALE_INPUTS).flatMap(([name, { unit, sizes }]) => {
      let last: { readonly size: number; readonly figures: ScaleFigures } | null = null;
      return sizes.map((size) => {
        const figures = measure(join(scratch, 'run.mjs'), name, size);
        const { slides, seconds, processor, memory } = figures;
        const growth = last
          ? [exponent(last.figures.processor, processor, size / last.size), exponent(last.figures.memory, memory, size / last.size)]
          : ['', ''];
        last = { size, figures };
        const shown = [seconds, processor].map((value) => value.toFixed(2));
        return [name, `${size.toLocaleString('en')} ${unit}`, String(slides), ...shown, memory.toFixed(0), ...growth];
      });
    });
    return table([header, ...lines]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
