import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FIXTURE_SETS, loadFixtures, type FixtureSet } from '../../support/intake/fixtures.ts';
import { f1, precision, recall, scoreAll, SCORED, type Score, type Scored, type Tally } from '../../support/intake/score.ts';

/**
 * The figures of both sets as they were recorded; `scripts/score-intake.ts --record` writes them. The rules of the stage are made on the
 * tuned set; the held-out set says what they are worth on texts they were not made on.
 */
const baseline = parse(readFileSync('test/fixtures/intake/baseline.yaml', 'utf8')) as Record<FixtureSet, Record<Scored, Tally>>;
const scores = {} as Record<FixtureSet, Score>;
const fixtures = Object.fromEntries(FIXTURE_SETS.map((set) => [set, loadFixtures(set)])) as Record<
  FixtureSet,
  ReturnType<typeof loadFixtures>
>;

/** Both sets as one. */
const all = (field: Scored): Tally =>
  FIXTURE_SETS.map((set) => scores[set].tallies[field]).reduce((sum, { right, wrong, missed }) => ({
    right: sum.right + right,
    wrong: sum.wrong + wrong,
    missed: sum.missed + missed,
  }));

beforeAll(async () => {
  for (const set of FIXTURE_SETS) scores[set] = await scoreAll(fixtures[set]);
});

describe('what intake gets right', () => {
  it('is measured on at least 40 articles', () => {
    expect(FIXTURE_SETS.reduce((sum, set) => sum + fixtures[set].length, 0)).toBeGreaterThanOrEqual(40);
  });

  it.each([
    ['title', 0.95, f1],
    ['authors', 0.95, f1],
    ['date', 0.95, f1],
    ['quotations', 0.9, f1],
    ['speakers', 0.75, f1],
    ['events', 0.75, f1],
    ['figures', 0.9, precision],
    ['exact repeats', 1, f1],
  ] as const)('%s: at least %f over all', (field, floor, measure) => {
    expect(measure(all(field))).toBeGreaterThanOrEqual(floor);
    // No floor is reached by finding nothing.
    expect(recall(all(field))).toBeGreaterThan(0.7);
  });

  describe.each(FIXTURE_SETS)('in the %s set', (set) => {
    it.each(SCORED)('%s: no worse than before', (field) => {
      const { right, wrong, missed } = scores[set].tallies[field];
      const before = baseline[set][field];
      const misses = scores[set].misses.filter((miss) => miss.field === field);
      expect(
        { right: right >= before.right, wrong: wrong <= before.wrong, missed: missed <= before.missed },
        JSON.stringify(misses),
      ).toEqual({
        right: true,
        wrong: true,
        missed: true,
      });
    });
  });
});
