/**
 * Scores how lines are held against their sources: `npm run score:claims -- [FOLDER…] [--misses]`; default: the articles of
 * test/fixtures/claims and content. Falsifies numbers, dates, names and quotations one at a time and counts which get a warning, and
 * counts the warnings on the articles as they are.
 */
import { loadClaims } from '../test/support/claims/fixtures.ts';
import { scoreClaims } from '../test/support/claims/score.ts';

const args = process.argv.slice(2);
const folders = args.filter((arg) => !arg.startsWith('--'));
const fixtures = (folders.length > 0 ? folders : ['test/fixtures/claims', 'content']).flatMap(loadClaims);
const { topics, quiet, seeds } = scoreClaims(fixtures);

const line = (name: string, found: number, of: number): string =>
  `${name.padEnd(22)}${String(found).padStart(6)}${String(of).padStart(8)}${(of === 0 ? 1 : found / of).toFixed(3).padStart(8)}`;
console.log(`${'falsified'.padEnd(22)}${'found'.padStart(6)}${'seeded'.padStart(8)}${'share'.padStart(8)}`);
for (const kind of ['number', 'date', 'name', 'quotation', 'event'] as const) {
  const own = seeds.filter(({ seed }) => seed.kind === kind);
  console.log(line(kind, own.filter(({ found }) => found).length, own.length));
  for (const how of new Set(own.map(({ seed }) => seed.how))) {
    const part = own.filter(({ seed }) => seed.how === how);
    console.log(line(`  ${how}`, part.filter(({ found }) => found).length, part.length));
  }
}
// Events are looked for by a list of words, beyond what a line must not have wrong: they stand apart.
const all = seeds.filter(({ seed }) => seed.kind !== 'event');
console.log(line('all but events', all.filter(({ found }) => found).length, all.length));
console.log(
  `\n${quiet.length} warnings on ${fixtures.length} articles as they are: ${topics} topics, ${((quiet.length / topics) * 10).toFixed(2)} on ten`,
);
if (args.includes('--misses')) {
  for (const { fixture, seed } of seeds.filter(({ found }) => !found))
    console.log(`${fixture}:${seed.line} ${seed.kind}/${seed.how}: ${seed.before} → ${seed.after}`);
  for (const { fixture, problem } of quiet)
    console.log(`${fixture}:${problem.place?.line ?? 0} ${problem.code}: ${problem.received ?? ''}`);
}
