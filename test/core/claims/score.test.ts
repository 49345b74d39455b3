import { beforeAll, describe, expect, it } from 'vitest';
import { loadClaims } from '../../support/claims/fixtures.ts';
import { scoreClaims, type ClaimsScore } from '../../support/claims/score.ts';

/** Articles with their sources in seven languages, each line of them as an analyst would write it. */
const fixtures = ['test/fixtures/claims', 'content'].flatMap(loadClaims);

describe('lines held against their sources', () => {
  let score: ClaimsScore;
  beforeAll(() => {
    // Each is an article read anew: all of them are what `npm run score:claims` takes.
    score = scoreClaims(fixtures, { most: 7 });
  });

  it('give no warning where nothing is wrong', () => {
    expect(score.topics).toBeGreaterThan(40);
    expect(score.quiet).toEqual([]);
  });

  it.each([
    ['number', 0.95],
    ['date', 0.95],
    ['name', 0.92],
    ['quotation', 0.94],
    ['event', 0.94],
  ] as const)('%s: of what is falsified at least %f is found', (kind, floor) => {
    const seeds = score.seeds.filter(({ seed }) => seed.kind === kind);
    expect(seeds.length).toBeGreaterThan(25);
    const missed = seeds.filter(({ found }) => !found).map(({ fixture, seed }) => `${fixture}:${seed.line} ${seed.before} → ${seed.after}`);
    expect(1 - missed.length / seeds.length, missed.join('\n')).toBeGreaterThanOrEqual(floor);
  });

  it('of all numbers, dates, names and quotations at least 95 in a hundred', () => {
    const seeds = score.seeds.filter(({ seed }) => seed.kind !== 'event');
    expect(seeds.length).toBeGreaterThanOrEqual(200);
    expect(seeds.filter(({ found }) => found).length / seeds.length).toBeGreaterThanOrEqual(0.95);
  });
});
