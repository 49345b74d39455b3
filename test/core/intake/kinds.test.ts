import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FIXTURE_SETS, loadFixtures, type FixtureSet } from '../../support/intake/fixtures.ts';
import { loadKinds, scoreKinds, type KindScore } from '../../support/intake/kinds.ts';
import { countSaved, noneSaved, SAVED_KINDS, type SavedTallies } from '../../support/intake/saved.ts';
import { scoreAll, type Tally } from '../../support/intake/score.ts';

interface Baseline {
  readonly kinds: Readonly<Record<string, Tally>>;
  readonly saved: SavedTallies;
}

/** As `scripts/score-intake.ts --record` wrote them. */
const baseline = parse(readFileSync('test/fixtures/intake/kinds/baseline.yaml', 'utf8')) as Record<FixtureSet, Baseline>;
const scores = {} as Record<FixtureSet, KindScore>;
const saved = Object.fromEntries(FIXTURE_SETS.map((set) => [set, noneSaved()])) as Record<FixtureSet, SavedTallies>;
const wrongs: Record<string, string[]> = {};

beforeAll(async () => {
  for (const set of FIXTURE_SETS) {
    scores[set] = await scoreKinds(loadKinds(set));
    const whole = await scoreAll(loadFixtures(set));
    wrongs[set] = [
      ...[...scores[set].drafts].flatMap(([{ expected }, draft]) => countSaved(draft, expected, saved[set], { persons: true })),
      ...[...whole.drafts].flatMap(([{ expected }, draft]) =>
        countSaved(draft, { events: [], figures: [], quotations: [], ...expected }, saved[set], { persons: false }),
      ),
    ];
  }
});

describe.each(FIXTURE_SETS)('short texts of the %s set', (set) => {
  it('are at least twenty, and no worse than before by kind', () => {
    expect(loadKinds(set).length).toBeGreaterThanOrEqual(20);
    for (const [kind, before] of Object.entries(baseline[set].kinds)) {
      const { right, wrong, missed } = scores[set].tallies[kind] ?? { right: 0, wrong: 0, missed: 0 };
      const misses = scores[set].misses.map(({ fixture, field, what }) => `${fixture} ${field} ${what}`).join('; ');
      expect({ kind, right: right >= before.right, wrong: wrong <= before.wrong, missed: missed <= before.missed }, misses).toEqual({
        kind,
        right: true,
        wrong: true,
        missed: true,
      });
    }
  });

  it('and of whole articles: of what is saved without a review at least 98 % is right, and not less of it than before', () => {
    const counts = SAVED_KINDS.map((kind) => saved[set][kind]);
    const right = counts.reduce((sum, tally) => sum + tally.right, 0);
    const wrong = counts.reduce((sum, tally) => sum + tally.wrong, 0);
    expect(right / (right + wrong), wrongs[set]?.map((line) => line.slice(0, 80)).join('\n')).toBeGreaterThanOrEqual(0.98);
    for (const kind of SAVED_KINDS) {
      const before = baseline[set].saved[kind];
      const now = saved[set][kind];
      expect({ kind, right: now.right >= before.right * 0.95, wrong: now.wrong <= before.wrong }).toEqual({
        kind,
        right: true,
        wrong: true,
      });
    }
  });
});
