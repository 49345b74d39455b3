import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import type { ArticleBlock, Topic } from '../../../src/core/article/types.ts';
import { unwrap, type Problem } from '../../../src/core/base/errors.ts';
import { outlinePiece } from '../../../src/core/block/view.ts';
import {
  briefingWith,
  compose,
  parseBriefing,
  placesIn,
  writeBriefing,
  type BriefingEdit,
  type TopicEdit,
} from '../../../src/core/briefing/index.ts';
import type { OutlineItem } from '../../../src/core/briefing/outline.ts';
import { wordTopic } from '../../../src/core/briefing/override/word.ts';
import type { ArticleEntry, Briefing, Overrides } from '../../../src/core/briefing/types.ts';
import { hostileArticle } from '../../support/articles.ts';
import { labelledBlocks, labelsOf, listsOf, writeLabelled, type LabelledBlock } from '../../support/labelled-article.ts';

const TIME = 900_000;
/** 600 for a long look. */
const RUNS = Number(process.env['LECTERN_OVERRIDES'] ?? 40);

const NONE: Overrides = { headline: null, summary: null, points: [], notes: null };

function worded(topic: Topic, overrides: Overrides): { topic: Topic; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const place = (path: readonly PropertyKey[]) => ({ field: path.join('.') });
  const { blocks } = wordTopic(topic, overrides, { file: 'b', place, paragraphs: null, language: null, problems });
  return { topic: { ...topic, blocks }, problems };
}

const topicOf = fc.tuple(hostileArticle, fc.nat()).map(([{ topics }, at]) => topics[at % topics.length] ?? expect.fail());
const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 8 });

/** Other words for some lines of a topic, each its own. */
function wordings(topic: Topic, chosen: readonly number[]): NonNullable<Overrides['lines']> {
  const lines = placesIn(topic).lines.filter(({ at }) => at.includes('/'));
  if (lines.length === 0) return [];
  return [...new Set(chosen.map((at) => at % lines.length))].map((at, index) => {
    const { at: name, hash, form } = lines[at] ?? expect.fail();
    return { at: name, hash, text: form === 'number' ? 700 + index : `Marker ${index}` };
  });
}

describe('random overrides of random articles', () => {
  it(
    'land at their lines, and at no other',
    () => {
      fc.assert(
        fc.property(topicOf, picks, (topic, chosen) => {
          const lines = wordings(topic, chosen);
          const { topic: after, problems } = worded(topic, { ...NONE, lines });
          const texts = new Map(lines.map(({ at, text }) => [at, String(text)]));
          const before = placesIn(topic).lines;
          // References of a quotation belong to the whole of it; all else of a block stays.
          expect(placesIn(after).lines.map(({ at, text }) => [at, text])).toEqual(
            before.map(({ at, text }) => [at, texts.get(at) ?? text]),
          );
          expect(problems.filter(({ code }) => code !== 'briefing/quotation-reworded')).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    TIME,
  );

  it(
    'of an article that has changed are at the same line by its hash, or are named',
    () => {
      let [kept, named] = [0, 0];
      fc.assert(
        fc.property(
          topicOf,
          picks,
          fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 4 })), { minLength: 1, maxLength: 4 }),
          (topic, chosen, changes) => {
            const lines = wordings(topic, chosen);
            const changed = { ...topic, blocks: changes.reduce(change, topic.blocks) };
            const before = placesIn(changed).lines;
            const { topic: after, problems } = worded(changed, { ...NONE, lines });
            const now = placesIn(after).lines.map(({ text }) => text);
            const others = before.flatMap((line, index) => (line.text === now[index] ? [] : [{ ...line, now: now[index] }]));
            for (const line of others) {
              const own = lines.find(({ text }) => String(text) === line.now) ?? expect.fail(`${line.at} now reads ${line.now ?? ''}`);
              expect(own.hash).toBe(line.hash);
            }
            const said = new Set(problems.filter(({ code }) => code.startsWith('briefing/override')).map(({ place }) => place?.field));
            for (const [index, { text }] of lines.entries()) {
              const isThere = others.some((line) => line.now === String(text));
              expect([text, isThere !== said.has(`lines.${index}`)]).toEqual([text, true]);
              if (isThere) kept++;
              else named++;
            }
          },
        ),
        { numRuns: RUNS },
      );
      expect([kept > RUNS / 4, named > RUNS / 4]).toEqual([true, true]);
    },
    TIME,
  );
});

/** Something that happens to an article: an item goes, comes, moves; a line changes; a block goes. */
function change(blocks: readonly ArticleBlock[], [at, which, what]: readonly [number, number, number]): readonly ArticleBlock[] {
  const index = at % Math.max(1, blocks.length);
  const block = blocks[index];
  if (!block) return blocks;
  if (what === 4) return blocks.toSpliced(index, 1);
  const piece = outlinePiece(block.kind);
  const { lines, items } = piece.outline(block);
  const place = which % Math.max(1, items.length);
  const item = items[place];
  const renamed = (of: OutlineItem): OutlineItem => ({
    ...of,
    lines: of.lines.map((line) => (line.form === 'runs' ? { ...line, runs: [{ text: `Changed ${which}` }] } : line)),
  });
  const others = [
    items.toSpliced(place, 1),
    item ? items.toSpliced(place, 0, renamed(item)) : items,
    items.toReversed(),
    item ? items.with(place, renamed(item)) : items,
  ][what];
  const made = piece.make(block, { lines, items: others ?? items });
  return made === null ? blocks.toSpliced(index, 1) : blocks.with(index, made);
}

const SOURCE = { paragraphs: Array.from({ length: 9 }, (_, index) => `Paragraph ${index + 1}`) };

function entryOf(text: string): ArticleEntry {
  return { article: unwrap(parseArticle(text, { file: 'a.md', source: SOURCE })), source: SOURCE, hash: '' };
}

const BRIEFING: Briefing = unwrap(parseBriefing('title: T\nitems:\n  - topic: a/t\n    depth: full\n', { file: 'b.yaml' }));

/** What is shown, without what tells who worded it, and where that is said. */
function shown(briefing: Briefing, entry: ArticleEntry): { readonly items: string; readonly problems: readonly Problem[] } {
  const { value, problems } = compose(briefing, new Map([['a', entry]]), { file: 'b.yaml', forPresenter: true, stamp: '' });
  const items = JSON.stringify(value?.items, (key, inner: unknown) => (key === 'own' || key === 'index' ? undefined : inner));
  return { items, problems };
}

const copyOf = (blocks: readonly LabelledBlock[]): LabelledBlock[] => structuredClone(blocks) as LabelledBlock[];

function replace(blocks: LabelledBlock[], from: string, to: string): void {
  const inItems = (items: LabelledBlock['items']): void => {
    for (const item of items) {
      item.lines = item.lines.map((line) => (line === from ? to : line));
      inItems(item.children);
    }
  };
  for (const { head, items } of blocks) {
    head.forEach((line, index) => {
      if (line === from) head[index] = to;
    });
    inItems(items);
  }
}

describe('what a briefing changes', () => {
  const item = { key: 'a/t' };

  it(
    'is what the article would show with the same change: words',
    () => {
      fc.assert(
        fc.property(labelledBlocks, picks, (blocks, chosen) => {
          const entry = entryOf(writeLabelled(blocks));
          const places = placesIn(entry.article.topics[0] ?? expect.fail()).lines;
          const labels = labelsOf(blocks);
          const changed = copyOf(blocks);
          const edits = [...new Set(chosen.map((at) => labels[at % labels.length] ?? ''))].map((label): BriefingEdit => {
            const place = places.find(({ text }) => new RegExp(`^${label}(?![0-9a-z])`).test(text)) ?? expect.fail(`no line for ${label}`);
            // A reference goes by the label's number, and is to stay.
            const text = place.form === 'number' ? String(Number(label) + 4500) : `New${label}`;
            replace(changed, label, text);
            return { kind: 'line', item, ...place, text: place.text.startsWith(`${label}.`) ? `${text}.` : text, sourced: true };
          });
          const { value, problems } = briefingWith(BRIEFING, edits);
          expect(problems).toEqual([]);
          expect(shown(value, entry)).toEqual(shown(BRIEFING, entryOf(writeLabelled(changed))));
        }),
        { numRuns: RUNS },
      );
    },
    TIME,
  );

  it(
    'is what the article would show with the same change: items that come, go and move',
    () => {
      fc.assert(
        fc.property(
          labelledBlocks,
          fc.nat(),
          fc.nat(),
          fc.nat(),
          fc.constantFrom('remove', 'add', 'move'),
          (blocks, list, at, to, what) => {
            const entry = entryOf(writeLabelled(blocks));
            const places = placesIn(entry.article.topics[0] ?? expect.fail());
            const changed = copyOf(blocks);
            const lists = listsOf(changed).filter(({ kind }) => kind !== 'paragraph' && kind !== 'quotation');
            const chosen = lists[list % Math.max(1, lists.length)];
            if (!chosen) return;
            const { kind, items } = chosen;
            const own = items[at % items.length] ?? expect.fail();
            const other = items[to % items.length] ?? expect.fail();
            const placeOf = ({ lines: [label = ''] }: typeof own) => {
              const named = places.lines.find(({ text }) => new RegExp(`^${label}(?![0-9a-z])`).test(text))?.at.replace(/\..*/, '');
              return places.items.find((place) => place.at === named) ?? expect.fail(label);
            };
            const { at: name, hash, wholeHash } = placeOf(own);
            const behind = placeOf(other);
            const edit = ((): TopicEdit => {
              switch (what) {
                case 'remove':
                  items.splice(items.indexOf(own), 1);
                  return { kind: 'entry-removed', at: name, hash: wholeHash };
                case 'move':
                  if (own === other) return { kind: 'entry-moved', at: name, hash, after: name.replace(/\d+$/, '0') };
                  items.splice(items.indexOf(own), 1);
                  items.splice(items.indexOf(other) + 1, 0, own);
                  return { kind: 'entry-moved', at: name, hash, after: behind.at, afterHash: behind.hash };
                case 'add': {
                  const lines = own.lines.map((_, column) => (kind === 'chart' && column > 0 ? `${7000 + column}` : `new${column}`));
                  items.splice(items.indexOf(own) + 1, 0, { lines, children: [] });
                  // As `writeLabelled` writes it.
                  const cells = lines.map((line, column) => {
                    const last = { figures: 2, timeline: 1, table: 0, points: 0 }[kind as string];
                    return column === last ? `${line} [¶${1 + (Number(/\d+/.exec(line)?.[0] ?? 0) % 9)}]` : line;
                  });
                  return { kind: 'entry-added', after: name, hash, ...(own.lines.length === 1 ? { text: cells[0] ?? '' } : { cells }) };
                }
              }
            })();
            if (edit.kind === 'entry-moved' && own === other) {
              items.splice(items.indexOf(own), 1);
              items.unshift(own);
            }
            const { value, problems } = briefingWith(BRIEFING, [{ item, ...edit }]);
            expect(problems).toEqual([]);
            expect(shown(value, entry)).toEqual(shown(BRIEFING, entryOf(writeLabelled(changed))));
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIME,
  );

  it(
    'is written and read without loss, whatever is edited into it',
    () => {
      const said = fc.oneof(
        hostileArticle.map(({ title, topics: [topic] }) => topic?.heading ?? title),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '- a', '# x', '```', ':::notes', '<!-- c -->'),
      );
      const edits = fc.array(
        fc.oneof(
          fc.record({
            what: fc.constant('line' as const),
            at: fc.nat(),
            text: fc.option(said, { nil: null }),
            sourced: fc.option(fc.boolean(), { nil: undefined }),
          }),
          fc.record({
            what: fc.constantFrom('add' as const, 'remove' as const, 'move' as const, 'own' as const, 'notes' as const, 'slide' as const),
            at: fc.nat(),
            to: fc.nat(),
            text: said,
          }),
        ),
        { maxLength: 8 },
      );
      fc.assert(
        fc.property(topicOf, edits, fc.array(fc.nat(), { maxLength: 3 }), (topic, list, again) => {
          const { lines, items } = placesIn(topic);
          const toEdit = (one: (typeof list)[number]): BriefingEdit[] => {
            const line = lines[one.at % Math.max(1, lines.length)];
            const place = items[one.at % Math.max(1, items.length)];
            if (one.what === 'line')
              return line
                ? [{ kind: 'line', item, ...line, text: one.text, ...(one.sourced !== undefined && { sourced: one.sourced }) }]
                : [];
            const after = items[one.to % Math.max(1, items.length)];
            if (one.what === 'own') return [{ kind: 'own-added', after: one.at % 2 === 0 ? item : null, title: one.text, body: one.text }];
            if (one.what === 'notes') return [{ kind: 'notes', item, text: one.text }];
            if (one.what === 'slide') return [{ kind: 'slide-removed', item, slide: one.text }];
            if (!place || !after) return [];
            switch (one.what) {
              case 'add':
                return [
                  {
                    kind: 'entry-added',
                    item,
                    after: one.to % 3 === 0 ? 'added/1' : place.at,
                    hash: place.hash,
                    ...(one.to % 2 === 0 ? { text: one.text } : { cells: [one.text, 3] }),
                  },
                ];
              case 'remove':
                return [{ kind: 'entry-removed', item, at: one.to % 3 === 0 ? 'added/1' : place.at, hash: place.wholeHash }];
              case 'move':
                return [{ kind: 'entry-moved', item, at: place.at, hash: place.hash, after: after.at, afterHash: after.hash }];
            }
          };
          const first = briefingWith(BRIEFING, list.flatMap(toEdit)).value;
          const second = briefingWith(
            first,
            again.flatMap((at) => list.slice(at % Math.max(1, list.length)).flatMap(toEdit)),
          ).value;
          for (const briefing of [first, second])
            expect(unwrap(parseBriefing(writeBriefing(briefing), { file: 'b.yaml' }))).toEqual(briefing);
          // What did not change stays as it was written.
          expect(unwrap(parseBriefing(writeBriefing(second, writeBriefing(first)), { file: 'b.yaml' }))).toEqual(second);
        }),
        { numRuns: RUNS },
      );
    },
    TIME,
  );
});
