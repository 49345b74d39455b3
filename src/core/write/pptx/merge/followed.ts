import { spoken } from '../recipe/match.ts';
import type { SlideRecord } from '../recipe/record.ts';
import type { SideSlide } from './side.ts';

/** A slide as it was handed out, and what became of it by hand; null: it was deleted. `key` is the same for all parts of a divided one. */
interface Was {
  readonly key: string;
  readonly was: SlideRecord;
  readonly theirs: SideSlide | null;
}

/** A slide of ours. */
interface Now {
  readonly key: string;
  readonly topic: string | null;
  readonly slide: SideSlide;
}

/**
 * Which slides are merged together since words went from one to another of their topic: what a hand took out of a slide or worded otherwise
 * there stands on another of ours now, so that its own slide alone would not tell of it, and the old words would be back. Keys by keys, each
 * to the first of those that are one.
 */
export function followed(before: readonly Was[], after: readonly Now[]): ReadonlyMap<string, string> {
  const together = new Map<string, string>();
  const rootOf = (key: string): string => {
    const next = together.get(key);
    return next === undefined || next === key ? key : rootOf(next);
  };
  const [was, his, mine] = [new Map<string, Set<string>>(), new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const say = (all: Map<string, Set<string>>, key: string, digests: readonly string[]): void => {
    const said = all.get(key) ?? new Set();
    digests.forEach((digest) => said.add(digest));
    all.set(key, said);
  };
  for (const { key, was: record, theirs } of before) {
    say(was, key, spoken(record.said));
    say(his, key, spoken(theirs?.said));
  }
  for (const { key, slide } of after) say(mine, key, spoken(slide.said));
  for (const { key, was: record } of before) {
    if (record.topic === null) continue;
    const out = spoken(record.said).filter(
      (digest) => digest !== record.title && !his.get(key)?.has(digest) && !mine.get(key)?.has(digest),
    );
    if (out.length === 0) continue;
    for (const { key: other, topic } of after) {
      const cameThere = out.some((digest) => mine.get(other)?.has(digest) === true && was.get(other)?.has(digest) !== true);
      if (other === key || topic !== record.topic || !cameThere) continue;
      const [first, second] = [rootOf(key), rootOf(other)];
      if (first !== second) together.set(second, first);
    }
  }
  return new Map([...new Set([...was.keys(), ...mine.keys()])].map((key) => [key, rootOf(key)]));
}
