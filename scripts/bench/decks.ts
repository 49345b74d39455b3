/**
 * Decks of 20, 100 and 500 slides, whole process and per stage, against a bare pptxgenjs script that writes the same boxes.
 * Runs alternate and medians are compared, since single timings of a shared machine say little.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFonts } from '../../src/workspace/fonts.ts';
import { loadPack } from '../../src/workspace/packs.ts';
import { unwrap } from '../../src/core/base/errors.ts';
import { benchDeck } from './article.ts';
import { bareDeck } from './bare-deck.ts';
import { median, table } from './report.ts';
import { runStages, STAGES, type Stage } from './stages.ts';

const SIZES = [20, 100, 500];
const RUNS = 9;
const root = process.cwd();

const ms = (value: number): string => value.toFixed(0);
const kB = async (file: string): Promise<string> => ((await stat(file)).size / 1000).toFixed(0);

/** What a process prints, and the milliseconds it takes as a whole. */
function run(...args: string[]): { readonly output: string; readonly time: number } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return { output: stdout, time: performance.now() - start };
}

export async function decksReport(): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    return await measure(scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function measure(scratch: string): Promise<string> {
  const pack = unwrap(await loadPack(join(root, 'templates', 'policy-brief')));
  const fonts = await loadFonts(join(root, 'dist', 'fonts'));
  const wholes: string[][] = [
    ['slides', 'Lectern, both formats (ms)', 'bare pptxgenjs (ms)', 'ratio', '.pptx (kB)', '.html (kB)', 'bare .pptx (kB)'],
  ];
  const stageTimes = new Map<Stage, string[]>(STAGES.map((stage) => [stage, []]));
  const counts: number[] = [];
  const whole: number[] = [];
  const finishing: string[] = [];

  for (const size of SIZES) {
    const folder = join(scratch, String(size));
    await mkdir(folder);
    const deck = benchDeck(size);
    await writeFile(join(folder, 'bench.md'), deck.article);
    await writeFile(join(folder, 'bench.source.txt'), deck.source);
    await writeFile(join(folder, 'bench.briefing.yaml'), deck.briefing);

    const runs: Awaited<ReturnType<typeof runStages>>[] = [];
    for (let i = 0; i < 3; i += 1) runs.push(await runStages(deck, pack, fonts));
    const scene = runs[0]?.scene;
    if (!scene) throw new Error('nothing was laid out');
    counts.push(scene.slides.length);
    const at = (stage: Stage): number => median(runs.map(({ times }) => times[stage]));
    for (const stage of STAGES) stageTimes.get(stage)?.push(ms(at(stage)));

    const boxes = join(folder, 'boxes.json');
    await writeFile(boxes, JSON.stringify(bareDeck(scene)));
    const ours: number[] = [];
    const bare: number[] = [];
    for (let i = 0; i < RUNS; i += 1) {
      ours.push(run('bin/lectern.mjs', 'build', join(folder, 'bench.briefing.yaml'), '--out', folder).time);
      bare.push(run('scripts/bench/bare.mjs', boxes, join(folder, 'bare.pptx')).time);
    }
    whole.push(median(ours));
    const sizes = await Promise.all(['bench.pptx', 'bench.html', 'bare.pptx'].map((name) => kB(join(folder, name))));
    wholes.push([String(scene.slides.length), ms(median(ours)), ms(median(bare)), (median(ours) / median(bare)).toFixed(2), ...sizes]);

    const own = at('pptx: workarounds') + at('pptx: lint') + at('pptx: zip');
    // Three compressed writes of pptxgenjs in one process, without its start.
    const compressed = median(run('scripts/bench/bare.mjs', boxes, '--time').output.trim().split('\n').map(Number));
    finishing.push(`${scene.slides.length} slides: ${ms(own)} ms against ${ms(compressed)} ms, ${(own / compressed).toFixed(2)}`);
  }

  const [n20 = 1, n100 = 2, n500 = 3] = counts;
  const [t20 = 0, t100 = 0, t500 = 0] = whole;
  const growth = (t500 - t100) / (n500 - n100) / ((t100 - t20) / (n100 - n20));
  return [
    table(wholes),
    '',
    `Growth, per slide from ${n100} to ${n500} against per slide from ${n20} to ${n100}: ${growth.toFixed(2)}.`,
    '',
    'Mends, lint and zip together against pptxgenjs’s own compressed write:',
    '',
    ...finishing.map((line) => `- ${line}`),
    '',
    table([
      ['stage (ms, in one process)', ...counts.map((n) => `${n} slides`)],
      ...STAGES.map((stage) => [stage, ...(stageTimes.get(stage) ?? [])]),
    ]),
  ].join('\n');
}
