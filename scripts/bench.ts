/**
 * `npm run bench [-- --write]`: how long decks of 20, 100 and 500 slides take, against a bare pptxgenjs script that writes the same boxes.
 * Runs alternate and medians are compared, since single timings of a shared machine say little. `--write` puts the tables into docs/benchmarks.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFonts } from '../src/workspace/fonts.ts';
import { loadPack } from '../src/workspace/packs.ts';
import { unwrap } from '../src/core/errors.ts';
import { benchDeck } from './bench/article.ts';
import { bareDeck } from './bench/bare-deck.ts';
import { benchDeck as measureHtmlDeck, deckTable } from './bench/html-deck.ts';
import { runStages, STAGES, type Stage } from './bench/stages.ts';

const SIZES = [20, 100, 500];
const RUNS = 5;
const root = process.cwd();

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ms = (value: number): string => value.toFixed(0);
const kB = async (file: string): Promise<string> => ((await stat(file)).size / 1000).toFixed(0);

/** Milliseconds of a whole process. */
function runProcess(...args: string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return performance.now() - start;
}

const table = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${row.map((_, j) => (j === 0 ? '---' : '---:')).join('|')}|` : ''}`)
    .join('\n');

const scratch = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
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
  const at = (stage: Stage): number => median(runs.map((run) => run.times[stage]));
  for (const stage of STAGES) stageTimes.get(stage)?.push(ms(at(stage)));

  const boxes = join(folder, 'boxes.json');
  await writeFile(boxes, JSON.stringify(bareDeck(scene)));
  const ours: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < RUNS; i += 1) {
    ours.push(runProcess('bin/lectern.mjs', 'build', join(folder, 'bench.briefing.yaml'), '--out', folder));
    bare.push(runProcess('scripts/bench/bare.mjs', boxes, join(folder, 'bare.pptx')));
  }
  whole.push(median(ours));
  const sizes = await Promise.all(['bench.pptx', 'bench.html', 'bare.pptx'].map((name) => kB(join(folder, name))));
  wholes.push([String(scene.slides.length), ms(median(ours)), ms(median(bare)), (median(ours) / median(bare)).toFixed(2), ...sizes]);

  const own = at('pptx: mends') + at('pptx: lint') + at('pptx: zip');
  const compressed = median(compressedWrites(boxes));
  finishing.push(`${scene.slides.length} slides: ${ms(own)} ms against ${ms(compressed)} ms, ${(own / compressed).toFixed(2)}`);
}

/** Milliseconds that pptxgenjs's own compressed write takes, without starting Node: three runs in one process. */
function compressedWrites(boxes: string): number[] {
  const { stdout, status, stderr } = spawnSync(process.execPath, ['scripts/bench/bare.mjs', boxes, '--time'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n').map(Number);
}

const [n20 = 1, n100 = 2, n500 = 3] = counts;
const [t20 = 0, t100 = 0, t500 = 0] = whole;
const growth = (t500 - t100) / (n500 - n100) / ((t100 - t20) / (n100 - n20));
const report = [
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
  '',
  'The HTML deck in Chromium:',
  '',
  deckTable(await measureHtmlDeck()),
].join('\n');
process.stdout.write(`${report}\n`);

if (process.argv.includes('--write')) {
  const file = join(root, 'docs', 'benchmarks.md');
  const text = await readFile(file, 'utf8');
  const machine = `Node ${process.versions.node}, ${cpus().length} cores.`;
  await writeFile(
    file,
    text.replace(/(<!-- figures -->\n)[^]*?(\n<!-- end -->)/, (_, from: string, to: string) => `${from}\n${machine}\n\n${report}\n${to}`),
  );
}
await rm(scratch, { recursive: true, force: true });
