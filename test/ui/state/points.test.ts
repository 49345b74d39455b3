import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { compose, parseBriefing, writeBriefing } from '../../../src/core/briefing/index.ts';
import type { PointView, View } from '../../../src/core/briefing/types.ts';
import { addPoint, bringBack, removePoint, wordAdded, type EntryRef } from '../../../src/ui/state/points.ts';
import { linesOf, type Line } from '../../../src/ui/state/wording.ts';
import type { Briefing } from '../../../src/ui/types.ts';
import { detail } from '../../../src/workspace/service/library/summary.ts';
import { briefing } from './sample.ts';

const MARKDOWN = `---
title: T
---

## Topic {#t}

Summary.

- One
  - One and a half
    - Deeper
  - One and two thirds
- Two

Between.

1. Three
2. Four
`;

const article = unwrap(parseArticle(MARKDOWN, { file: 'a.md', source: null }));
const [topic] = detail(article, 'hash', []).topics;

/** The points of the topic as the app shows them. */
function shown(state: Briefing): readonly Line[] {
  const item = state.items[0];
  if (!item || !topic) throw new Error('no topic');
  return linesOf(item, topic).filter(({ field }) => field.kind === 'point' || field.kind === 'added');
}
const entry = (line: Line): EntryRef => {
  if (line.field.kind !== 'point' && line.field.kind !== 'added') throw new Error('no entry');
  return line.field;
};

function viewOf(state: Briefing): View {
  const entries = new Map([[article.id, { article, source: null, hash: 'hash' }]]);
  // As it comes back from its file.
  const read = unwrap(parseBriefing(writeBriefing(state), { file: 'b.yaml' }));
  const outcome = compose(read, entries, { file: 'b.yaml', forPresenter: true, stamp: '00000000' });
  expect(outcome.problems.filter(({ code }) => code.startsWith('briefing/override'))).toEqual([]);
  return unwrap(outcome);
}

/** The points as slides have them, with their levels. */
function made(state: Briefing): string[] {
  const flat = (points: readonly PointView[], level: number): string[] =>
    points.flatMap(({ text, children }) => [`${level} ${text}`, ...flat(children, level + 1)]);
  return viewOf(state).topics.flatMap(({ blocks }) => blocks.flatMap(({ points }) => flat(points ?? [], 0)));
}
const kept = (state: Briefing): string[] =>
  shown(state).flatMap(({ text, level, removed }) => (removed === null ? `${level} ${text}` : []));

const step = fc.record({
  what: fc.constantFrom('remove', 'back', 'add', 'word', 'empty'),
  at: fc.nat(),
  words: fc.constantFrom('New', 'Neu', '新'),
});

describe('points of a topic that a briefing leaves out and adds', () => {
  it('stand in the app where they stand on slides, whatever was done in which order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let state: Briefing = { ...briefing('a/t'), items: [{ kind: 'topic', article: 'a', topic: 't', depth: 'full', overrides: null }] };
        for (const [n, { what, at, words }] of steps.entries()) {
          const lines = shown(state);
          const line = lines[at % lines.length];
          if (!line) continue;
          const { removed, field } = line;
          if (what === 'remove' && removed === null && field.kind === 'point') state = removePoint(state, 0, field);
          if (what === 'back' && removed === 'here') state = bringBack(state, 0, entry(line).at);
          if (what === 'add' && removed === null) state = addPoint(state, 0, entry(line), `${words} ${n}`);
          if (field.kind === 'added' && what === 'word') state = wordAdded(state, 0, field.number, `${words} ${n}`);
          if (field.kind === 'added' && what === 'empty') state = wordAdded(state, 0, field.number, ' ');
        }
        expect(kept(state)).toEqual(made(state));
      }),
      { numRuns: 300 },
    );
  });

  it('are put directly behind the point they were added at, and undone leave nothing behind', () => {
    const first = { ...briefing('a/t') };
    const [one] = shown(first);
    if (!one) throw new Error('no point');
    const twice = addPoint(addPoint(first, 0, entry(one), 'Later'), 0, entry(one), 'Now');
    expect(kept(twice).slice(0, 6)).toEqual(['0 One', '1 One and a half', '2 Deeper', '1 One and two thirds', '0 Now', '0 Later']);
    expect(wordAdded(wordAdded(twice, 0, 1, ''), 0, 1, '')).toEqual(first);
    expect(bringBack(removePoint(first, 0, entry(one)), 0, entry(one).at)).toEqual(first);
  });

  it('take what stands below them along, which does not come back alone', () => {
    const [one] = shown(briefing('a/t'));
    if (!one) throw new Error('no point');
    expect(shown(removePoint(briefing('a/t'), 0, entry(one))).map(({ removed }) => removed)).toEqual([
      'here',
      'above',
      'above',
      'above',
      null,
      null,
      null,
    ]);
  });
});
