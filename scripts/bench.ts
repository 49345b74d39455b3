/**
 * `npm run bench [-- --write] [PART…]`: how long things take, each part against what it is compared with.
 * `--write` puts what it prints into docs/benchmarks.md. Read ratios, not milliseconds.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { appReport } from './bench/app.ts';
import { arrangeReport } from './bench/arrange.ts';
import { decksReport } from './bench/decks.ts';
import { htmlReport } from './bench/html-deck.ts';
import { intakeReport } from './bench/intake.ts';
import { libraryReport } from './bench/library.ts';
import { scaleReport } from './bench/scale.ts';

/** In the order of docs/benchmarks.md, which has a pair of marks for each. */
const PARTS: Readonly<Record<string, () => Promise<string>>> = {
  decks: decksReport,
  arrange: arrangeReport,
  html: htmlReport,
  app: appReport,
  library: () => libraryReport(),
  intake: intakeReport,
  scale: scaleReport,
};

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined) throw new Error(`no part ${unknown}; there are ${Object.keys(PARTS).join(', ')}`);
const machine = (): string => `Node ${process.versions.node}, ${cpus().length} cores, a load of ${(loadavg()[0] ?? 0).toFixed(0)}.`;

for (const [name, report] of Object.entries(PARTS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const figures = await report();
  const text = `${machine()}\n\n${figures}`;
  process.stdout.write(`\n## ${name}\n\n${text}\n`);
  if (args.includes('--write')) await put(name, text);
}

/** Replaces what stands between a part's marks. */
async function put(name: string, text: string): Promise<void> {
  const page = await readFile('docs/benchmarks.md', 'utf8');
  const [from, to] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [start, end] = [page.indexOf(from), page.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`docs/benchmarks.md has no marks for ${name}`);
  await writeFile('docs/benchmarks.md', `${page.slice(0, start + from.length)}\n\n${text}\n\n${page.slice(end)}`);
}
