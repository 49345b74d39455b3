import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { briefingWith, compose, parseBriefing, writeBriefing } from '../../../src/core/briefing/index.ts';
import { coverOf } from '../../../src/core/briefing/compose/cover.ts';
import { shareMinutes } from '../../../src/core/briefing/compose/minutes.ts';
import { paragraphsText } from '../../../src/core/briefing/compose/paragraphs.ts';
import { repeats } from '../../../src/core/briefing/compose/repeats.ts';
import type { ArticleEntry, View } from '../../../src/core/briefing/types.ts';

function entry(id: string, body: string, front = ''): ArticleEntry {
  const source = { paragraphs: Array.from({ length: 30 }, (_, index) => `Paragraph ${index + 1}`) };
  const article = unwrap(parseArticle(`---\ntitle: Title of ${id}\n${front}\n---\n\n${body}\n`, { file: `${id}.md`, source }));
  return { article, source, hash: '' };
}

function view(articles: readonly ArticleEntry[], items: string, head = ''): View {
  const parsed = parseBriefing(`title: T\n${head}\nitems:\n${items}`, { file: 'b.yaml' });
  const byId = new Map(articles.map((one) => [one.article.id, one]));
  return unwrap(compose(unwrap(parsed), byId, { file: 'b.yaml', placeOf: parsed.placeOf, forPresenter: true, stamp: '00000000' }));
}

const PORT = entry(
  'port',
  [
    '## The quay is full',
    'The quay is **full**! [¶3]',
    '- The quay is full\n- Ships wait [¶7] [¶8]\n- They wait long [¶6, ¶12]',
    '## Zwei Wochen',
    'Dr. Ruiz zählt 14 Tage [¶4]. Mehr weiß niemand [¶5].',
    '- Anderes [¶9]',
  ].join('\n\n'),
  'authors: [Ana Ruiz]\npublisher: The Review\npublished: 2025-05-12',
);
const BOTH = '  - topic: port/the-quay-is-full\n  - topic: port/zwei-wochen\n';

describe('a line that is said already', () => {
  it.each([
    ['The quay is full.', 'The quay is full', true],
    ['is  FULL', 'The quay is full', true],
    ['full time', 'The quay is full timed', false],
    ['口岸已满。', '口岸已满', true],
    ['الرصيف ممتلئ', 'الرصيف ممتلئ!', true],
    ['The quay is full of crates', 'The quay is full', false],
  ])('%s', (line, above, says) => {
    expect(repeats(line, above)).toBe(says);
  });

  it('is no summary, but its references stay; a first point that says it is marked', () => {
    const [first, second] = view([PORT], BOTH).items;
    expect(first?.summary).toBeNull();
    expect(first?.refs).toContain(1);
    expect(first?.points.map((point) => point.repeats)).toEqual([true, false, false]);
    expect(second?.summary?.text).toContain('Dr. Ruiz');
    expect(second?.points.map((point) => point.repeats)).toEqual([false]);
  });
});

describe('an item in lists', () => {
  it('has one sentence: of its summary, without being divided at a short form, else the first point that says more', () => {
    const { items } = view([PORT], BOTH);
    expect(items.map(({ finding }) => finding?.text)).toEqual(['Ships wait', 'Dr. Ruiz zählt 14 Tage.']);
    expect(items[1]?.finding?.runs.filter((run) => 'refs' in run)).toEqual([{ refs: items[1]?.finding?.refs }]);
    expect(items.map((item) => [item.number, item.of])).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('has its share of the minutes', () => {
    expect(view([PORT], BOTH).items.map(({ minutes }) => minutes)).toEqual([null, null]);
    expect(view([PORT], BOTH, 'minutes: 5').items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBe(5);
  });
});

describe('minutes shared out', () => {
  it.each([
    [15, [1, 1, 1, 1, 1, 1, 1, 1, 1, 3]],
    [20, [0, 0, 0]],
    [3, [1, 1, 1, 1, 1, 1]],
    [7.5, [1, 2, 3]],
    [1, Array.from({ length: 30 }, () => 1)],
    [45, [0.01, 300]],
  ])('%s over %j', (minutes, weights) => {
    const shares = shareMinutes(minutes, weights);
    expect(shares.reduce((a, b) => a + Math.round(b * 10), 0)).toBe(Math.round(minutes * 10));
    expect(shares.every((share) => share >= 0)).toBe(true);
    if (minutes >= weights.length && Number.isInteger(minutes)) expect(shares.every((one) => Number.isInteger(one) && one > 0)).toBe(true);
  });

  it('follow the weights', () => {
    expect(shareMinutes(10, [1, 1, 3])).toEqual([2, 2, 6]);
  });
});

describe('paragraphs', () => {
  it.each([
    [[6, 7, 8], 'en', '¶\u00A06–8'],
    [[5, 1, 4, 4], 'de', '¶\u00A01, 4, 5'],
    [[1, 2], 'zh-Hant', '¶\u00A01、2'],
    [[1, 3], 'ar', '¶\u00A01، 3'],
    [[], 'en', ''],
  ])('%j in %s', (numbers, language, text) => {
    expect(paragraphsText(numbers, language)).toBe(text);
  });

  it('stand in an item’s line of sources, and by article with the topics that rest on them', () => {
    const note = entry('note', '## A\n\nWords [^1].\n\n[^1]: A footnote.');
    const { items, sourceGroups } = view([PORT, note], `${BOTH}  - topic: note/a\n`);
    expect(items[0]?.sourceLine?.text).toBe('Ana Ruiz, The Review, 12 May 2025, ¶\u00A03, 6–8, 12');
    expect(items[2]?.sourceLine).toMatchObject({ text: 'Title of note', refs: [9] });
    expect(sourceGroups.map(({ article, cited, topics, notes }) => [article.id, cited, topics.length, notes.length])).toEqual([
      ['port', '¶\u00A03–9, 12', 2, 0],
      ['note', '', 1, 1],
    ]);
  });
});

describe('a cover', () => {
  const lines = { subtitle: null, audience: null, presenter: null, byline: null, dateText: null };
  it.each([
    ['Lindmouth port: what to decide', 'Lindmouth port', 'what to decide'],
    ['South Caucasus – who brokers?', 'South Caucasus', 'who brokers?'],
    ['Le port : que décider ?', 'Le port', 'que décider ?'],
    ['港口：该决定什么', '港口', '该决定什么'],
    ['2019 – 2023', '2019 – 2023', null],
    ['Until 10:30', 'Until 10:30', null],
    ['Ukraine in 2023: a reckoning', 'Ukraine in 2023', 'a reckoning'],
    ['Well-known facts', 'Well-known facts', null],
    [': odd', ': odd', null],
  ])('divides %s', (title, main, sub) => {
    expect(coverOf({ ...lines, title })).toMatchObject({ main, sub });
  });

  it('says each name and date once', () => {
    const cover = coverOf({
      title: 'The port',
      subtitle: 'A reading for today',
      audience: 'The Board',
      presenter: 'Ana Ruiz',
      byline: 'Ana Ruiz, The Review, 12 May 2025',
      dateText: '12 May 2025',
    });
    expect(cover).toMatchObject({ subtitle: 'A reading for today', audience: 'The Board', presenter: null, date: null });
    expect(cover.byline).toContain('Ana Ruiz');
  });
});

const TOPICS = Array.from({ length: 5 }, (_, index) => `## Topic ${index + 1}`).join('\n\n');
const many = (id: string, depth = 'points'): string =>
  Array.from({ length: 5 }, (_, index) => `  - topic: ${id}/topic-${index + 1}\n    depth: ${depth}\n`).join('');

describe('groups', () => {
  const [a, b] = [entry('a', TOPICS), entry('b', TOPICS)];

  it('are by article where more than eight items are of several', () => {
    const { groups } = view([a, b], `${many('a')}  - own: Mine\n${many('b')}`, 'minutes: 22');
    expect(groups.map(({ title, from, to, items }) => [title, from, to, items.length])).toEqual([
      ['Title of a', 1, 6, 6],
      ['Title of b', 7, 11, 5],
    ]);
    expect(groups.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBe(22);
    expect(view([a], many('a')).groups).toEqual([]);
  });

  it('are sections where the briefing has some', () => {
    const { groups, items } = view(
      [a, b],
      `  - own: Before\n  - section: One\n    finding: It holds.\n${many('a')}  - section: Two\n${many('b')}`,
    );
    expect(groups.map(({ title, from, to }) => [title, from, to])).toEqual([
      ['', 1, 1],
      ['One', 2, 6],
      ['Two', 7, 11],
    ]);
    expect(items.filter(({ opensSection }) => opensSection).map(({ section }) => section)).toMatchObject([
      { title: 'One', number: 1, of: 2, finding: 'It holds.' },
      { title: 'Two', number: 2, of: 2, finding: null },
    ]);
    expect(items[0]?.section).toBeNull();
    expect(items[6]?.section?.title).toBe('Two');
  });

  it('hold neighbours at the depth of a headline, not across a section', () => {
    const { items } = view([a, b], `${many('a', 'headline')}  - section: Two\n${many('b', 'headline')}  - own: Mine\n`);
    expect(items.map(({ overview, inOverview }) => (inOverview ? '.' : overview.length))).toEqual([
      5,
      '.',
      '.',
      '.',
      '.',
      5,
      '.',
      '.',
      '.',
      '.',
      0,
    ]);
  });
});

describe('a section in the file', () => {
  const text =
    'title: T\nitems:\n  # The first part\n  - section: One\n    finding: It holds.\n  - topic: a/b\n  - own: Mine\n    body: "[¶9]"\n';
  const read = (yaml: string): ReturnType<typeof parseBriefing> => parseBriefing(yaml, { file: 'b.yaml' });

  it('is read, and written as it was', () => {
    const briefing = read(text).value;
    const good = unwrap(read(text.replace('[¶9]', 'Words')));
    expect(good.items.map(({ section }) => section)).toEqual([{ title: 'One', finding: 'It holds.' }, undefined]);
    expect(unwrap(read(writeBriefing(good)))).toEqual(good);
    const changed = { ...good, items: good.items.toReversed() };
    expect(writeBriefing(changed, text.replace('[¶9]', 'Words'))).toContain('# The first part');
    expect(unwrap(read(writeBriefing(changed, text.replace('[¶9]', 'Words'))))).toEqual(changed);
    expect(briefing).toBeDefined();
  });

  it('does not move the lines of what is below it', () => {
    expect(read(text).problems.map(({ place }) => place?.line)).toEqual([8]);
    expect(read(text).placeOf(['items', 1, 'own']).line).toBe(7);
  });

  it('is refused where nothing stands in it, and with another’s fields', () => {
    const { problems } = read('title: T\nitems:\n  - section: One\n  - section: Two\n  - topic: a/b\n  - section: Three\n');
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([
      ['briefing/field', 3],
      ['briefing/field', 6],
    ]);
    expect(read('title: T\nitems:\n  - section: One\n    topic: a/b\n').value).toBeNull();
    expect(read('title: T\nitems:\n  - topic: a/b\n    finding: F\n').value).toBeNull();
  });

  it('stays where its first item is removed', () => {
    const good = unwrap(read(text.replace('[¶9]', 'Words')));
    const { value } = briefingWith(good, [{ kind: 'item-removed', item: { key: 'a/b' } }]);
    expect(value.items.map(({ section }) => section?.title)).toEqual(['One']);
  });
});
