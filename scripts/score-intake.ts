/**
 * Scores intake on its fixtures: `node scripts/run.mjs scripts/score-intake.ts [tuned|held-out] [--misses] [NAME…]`.
 * `--record`, alone, keeps the figures as those that no change may fall below.
 */
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { FIXTURE_SETS, loadFixtures, type FixtureSet } from '../test/support/intake/fixtures.ts';
import { loadKinds, scoreKinds, type KindScore } from '../test/support/intake/kinds.ts';
import { countSaved, noneSaved, SAVED_KINDS, type SavedTallies } from '../test/support/intake/saved.ts';
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

function printKinds(title: string, { tallies, misses }: KindScore): void {
  console.log(`\n${title}`);
  console.log(`${'kind'.padEnd(16)}${'right'.padStart(7)}${'wrong'.padStart(7)}${'missed'.padStart(8)}${'F1'.padStart(7)}`);
  for (const [kind, tally] of Object.entries(tallies)) {
    const counts = `${String(tally.right).padStart(7)}${String(tally.wrong).padStart(7)}${String(tally.missed).padStart(8)}`;
    console.log(`${kind.padEnd(16)}${counts}${f1(tally).toFixed(3).padStart(7)}`);
  }
  if (args.includes('--misses')) for (const miss of misses) console.log(`${miss.fixture} · ${miss.field} · ${miss.what}: ${miss.value}`);
}

/** What would be saved of them without a review. */
function printSaved(title: string, tallies: SavedTallies, wrongs: readonly string[]): void {
  const all = SAVED_KINDS.map((kind) => tallies[kind]);
  const right = all.reduce((sum, tally) => sum + tally.right, 0);
  const wrong = all.reduce((sum, tally) => sum + tally.wrong, 0);
  console.log(`\n${title}: ${((100 * right) / Math.max(1, right + wrong)).toFixed(1)} % right of ${right + wrong}`);
  for (const kind of SAVED_KINDS) {
    const tally = tallies[kind];
    const share = (100 * tally.right) / Math.max(1, tally.right + tally.wrong);
    console.log(`${kind.padEnd(16)}${String(tally.right).padStart(7)}${String(tally.wrong).padStart(7)}${share.toFixed(1).padStart(8)} %`);
  }
  if (args.includes('--misses')) for (const line of wrongs) console.log(`saved · ${line}`);
}

const recorded: Partial<Record<FixtureSet, Score['tallies']>> = {};
const recordedKinds: Partial<Record<FixtureSet, { readonly kinds: KindScore['tallies']; readonly saved: SavedTallies }>> = {};
for (const set of sets.length > 0 ? sets : FIXTURE_SETS) {
  const fixtures = loadFixtures(set).filter((fixture) => names.length === 0 || names.includes(fixture.name));
  const score = await scoreAll(fixtures);
  recorded[set] = score.tallies;
  print(`${set}: ${fixtures.length} articles`, score);
  const kinds = loadKinds(set).filter((fixture) => names.length === 0 || names.includes(fixture.name));
  const byKind = await scoreKinds(kinds);
  printKinds(`${set}: ${kinds.length} short texts by kind`, byKind);
  const saved = noneSaved();
  const wrong = [
    ...[...byKind.drafts].flatMap(([{ expected }, draft]) => countSaved(draft, expected, saved, { persons: true })),
    ...[...score.drafts].flatMap(([{ expected }, draft]) =>
      countSaved(draft, { events: [], figures: [], quotations: [], ...expected }, saved, { persons: false }),
    ),
  ];
  printSaved(`${set}: saved unreviewed`, saved, wrong);
  recordedKinds[set] = { kinds: byKind.tallies, saved };
}
if (args.includes('--record') && args.length === 1) {
  writeFileSync('test/fixtures/intake/baseline.yaml', stringify(recorded));
  writeFileSync('test/fixtures/intake/kinds/baseline.yaml', stringify(recordedKinds));
}
