/**
 * Scores intake on its fixtures: `node scripts/run.mjs scripts/score-intake.ts [tuned|held-out] [--misses] [NAME…]`.
 * `--record`, alone, keeps the figures as those that no change may fall below.
 */
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { FIXTURE_SETS, loadFixtures, type FixtureSet } from '../test/support/intake/fixtures.ts';
import { f1, precision, recall, scoreAll, SCORED, type Score } from '../test/support/intake/score.ts';

const args = process.argv.slice(2);
const sets = args.filter((arg): arg is FixtureSet => FIXTURE_SETS.some((set) => set === arg));
const names = args.filter((arg) => !arg.startsWith('--') && !FIXTURE_SETS.some((set) => set === arg));

function print(title: string, { tallies, misses }: Score): void {
  console.log(`\n${title}`);
  console.log(
    `${'field'.padEnd(16)}${'right'.padStart(7)}${'wrong'.padStart(7)}${'missed'.padStart(8)}${'precision'.padStart(11)}${'recall'.padStart(8)}${'F1'.padStart(7)}`,
  );
  for (const field of SCORED) {
    const tally = tallies[field];
    const figures = [precision(tally), recall(tally), f1(tally)].map((n) => n.toFixed(3));
    const counts = `${String(tally.right).padStart(7)}${String(tally.wrong).padStart(7)}${String(tally.missed).padStart(8)}`;
    console.log(
      `${field.padEnd(16)}${counts}${(figures[0] ?? '').padStart(11)}${(figures[1] ?? '').padStart(8)}${(figures[2] ?? '').padStart(7)}`,
    );
  }
  if (!args.includes('--misses')) return;
  for (const miss of misses) console.log(`${miss.fixture} · ${miss.field} · ${miss.what}: ${miss.value}`);
}

const recorded: Partial<Record<FixtureSet, Score['tallies']>> = {};
for (const set of sets.length > 0 ? sets : FIXTURE_SETS) {
  const fixtures = loadFixtures(set).filter((fixture) => names.length === 0 || names.includes(fixture.name));
  const score = await scoreAll(fixtures);
  recorded[set] = score.tallies;
  print(`${set}: ${fixtures.length} articles`, score);
}
if (args.includes('--record') && args.length === 1) writeFileSync('test/fixtures/intake/baseline.yaml', stringify(recorded));
