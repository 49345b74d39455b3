import type { Problem } from '../../../src/core/base/errors.ts';
import { claimsOf, type ClaimsFixture } from './fixtures.ts';
import { seedsOf, type Seed } from './seed.ts';

export interface ClaimsScore {
  /** Topics: each is at least one slide. */
  readonly topics: number;
  /** Warnings on the unaltered articles. */
  readonly quiet: readonly { readonly fixture: string; readonly problem: Problem }[];
  readonly seeds: readonly { readonly fixture: string; readonly seed: Seed; readonly found: boolean }[];
}

export interface ScoreOptions {
  readonly seed?: number;
  /** So many of each kind and article, spread over it; default: all. */
  readonly most?: number;
}

function spread(seeds: readonly Seed[], most: number): Seed[] {
  return [...new Set(seeds.map(({ kind }) => kind))].flatMap((kind) => {
    const own = seeds.filter((seed) => seed.kind === kind);
    const step = Math.max(1, own.length / most);
    return own.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  });
}

/** Falsifies the articles, and counts what is found: a warning in the line that was not there before. */
export function scoreClaims(fixtures: readonly ClaimsFixture[], { seed = 1, most = Infinity }: ScoreOptions = {}): ClaimsScore {
  const quiet: ClaimsScore['quiet'][number][] = [];
  const seeds: ClaimsScore['seeds'][number][] = [];
  let topics = 0;
  for (const fixture of fixtures) {
    topics += fixture.article.topics.length;
    const before = claimsOf(fixture, fixture.text);
    quiet.push(...before.map((problem) => ({ fixture: fixture.name, problem })));
    const inLine = (problems: readonly Problem[], line: number): number => problems.filter(({ place }) => place?.line === line).length;
    for (const one of spread(seedsOf(fixture, seed), most)) {
      const after = claimsOf(fixture, one.text);
      seeds.push({ fixture: fixture.name, seed: one, found: inLine(after, one.line) > inLine(before, one.line) });
    }
  }
  return { topics, quiet, seeds };
}
