import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimelineBlock } from '../../../src/core/deck/types.ts';
import { runsText } from '../../../src/core/layout/index.ts';
import type { GroupBox, ShapeBox, TextBox } from '../../../src/core/layout/types.ts';
import type { Frame } from '../../../src/core/template/theme/types.ts';
import { sceneOf, slide, text } from '../../support/layout.ts';

type Row = readonly [date: string, iso: string | null, words: string];

function timeline(rows: readonly Row[], today: string | null = null): TimelineBlock {
  return {
    kind: 'timeline',
    today,
    todayLabel: 'Today',
    events: rows.map(([dateText, iso, words]) => ({
      date: { text: dateText, iso, about: dateText.startsWith('about') },
      dateText,
      runs: text(words),
    })),
  };
}

function groupOf(block: TimelineBlock): GroupBox {
  const [only, ...more] = sceneOf([slide([block])]).slides;
  expect(more).toEqual([]);
  const group = only?.boxes.find((box) => box.kind === 'group');
  if (group?.kind !== 'group') throw new Error('no timeline');
  return group;
}

const texts = ({ children }: GroupBox): TextBox[] => children.filter((c): c is TextBox => c.kind === 'text');
const wordsOf = (boxes: readonly TextBox[]): string[] => boxes.map((box) => box.paragraphs.map((p) => runsText(p.runs)).join('|'));
const marks = ({ children }: GroupBox): ShapeBox[] =>
  children.filter((c): c is ShapeBox => c.kind === 'shape' && /\d\.mark$/.test(c.id)).sort((a, b) => a.id.localeCompare(b.id));
const middleOf = (shape: ShapeBox | undefined): number => (shape ? shape.frame.x + shape.frame.width / 2 : 0);
const overlap = (a: Frame, b: Frame): boolean =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;

const YEAR: Row[] = [
  ['January 2024', '2024-01', 'Start'],
  ['February 2024', '2024-02', 'Talks'],
  ['December 2024', '2024-12', 'End'],
];

describe('a timeline to scale', () => {
  it('gives each event its place in time: a bar for a month, a dot for a day', () => {
    const group = groupOf(
      timeline([
        ['January 2024', '2024-01', 'Start'],
        ['1 July 2024', '2024-07-01', 'Talks'],
        ['December 2024', '2024-12', 'End'],
      ]),
    );
    const [a, b, c] = marks(group);
    expect([a?.shape, b?.shape, c?.shape]).toEqual(['rectangle', 'ellipse', 'rectangle']);
    const year = (c?.frame.x ?? 0) + (c?.frame.width ?? 0) - (a?.frame.x ?? 0);
    expect((middleOf(b) - (a?.frame.x ?? 0)) / year).toBeCloseTo(182.5 / 366, 2);
    expect((a?.frame.width ?? 0) / year).toBeCloseTo(31 / 366, 2);
  });

  it('draws ranges from their beginning to their end, and bars that overlap above each other', () => {
    const [a, b] = marks(
      groupOf(
        timeline([
          ['2026 to 2031', null, 'Works'],
          ['2027', '2027', 'The wall'],
        ]),
      ),
    );
    expect((b?.frame.width ?? 0) / (a?.frame.width ?? 1)).toBeCloseTo(1 / 6, 1);
    expect(b?.frame.y ?? 0).toBeLessThan(a?.frame.y ?? 0);
  });

  it('fills what is certain, leaves hollow what is about or reported, and dashes what is still to come', () => {
    const group = groupOf(
      timeline(
        [
          ['2020-02-01', '2020-02-01', 'Certain'],
          ['about 2021', '2021', 'Near'],
          ['2022-03', '2022-03', 'It reportedly happens'],
          ['2024-03-01', '2024-03-01', 'To come'],
        ],
        '2023-06-01',
      ),
    );
    const [certain, near, reported, planned] = marks(group);
    expect([certain?.fill, near?.fill, reported?.fill, planned?.fill]).toEqual(['accent1', 'background1', 'background1', 'background1']);
    expect([certain, near, reported, planned].map((mark) => mark?.dash)).toEqual([undefined, undefined, undefined, 'sysDot']);
    expect(group.children.find(({ id }) => id.endsWith('/future'))).toMatchObject({ dash: 'sysDash' });
  });

  it('knows what is planned by its words where no day is today', () => {
    const [a, b] = marks(
      groupOf(
        timeline([
          ['2020', '2020', 'It opens'],
          ['2024', '2024', 'It is expected to close'],
        ]),
      ),
    );
    expect([a?.dash, b?.dash]).toEqual([undefined, 'sysDash']);
  });

  it('marks the briefing’s date at its place, with its word, and not where it lies outside', () => {
    const group = groupOf(timeline(YEAR, '2024-07-01'));
    const mark = group.children.find((c) => c.id.endsWith('today.mark'))?.frame.x ?? 0;
    const [, b, c] = marks(group);
    expect(mark).toBeGreaterThan(middleOf(b));
    expect(mark).toBeLessThan(middleOf(c));
    expect(wordsOf(texts(group))).toEqual(['January 2024|Start', 'February 2024|Talks', 'Today, 1 July 2024', 'December 2024|End']);
    for (const outside of ['2019-07-01', '2029-07-01'])
      expect(wordsOf(texts(groupOf(timeline(YEAR, outside)))).join()).not.toContain('Today');
  });

  it('stands in the order of time, and sets aside what has no date with a word that says so', () => {
    const group = groupOf(
      timeline([
        ['2024-05-01', '2024-05-01', 'Second'],
        ['Recently', null, 'Rumour'],
        ['2023', '2023', 'First'],
      ]),
    );
    expect(wordsOf(texts(group))).toEqual(['2023|First', '2024-05-01|Second', 'Without an exact date', 'Recently|Rumour']);
    expect(group.alt).toBe('2023 – 2024-05-01. 2023: First; 2024-05-01: Second. Without an exact date: Recently: Rumour');
    const reversed = groupOf(
      timeline([
        ['2031 to 2026', null, 'Turned'],
        ['2023', '2023', 'First'],
        ['2025', '2025', 'Then'],
      ]),
    );
    expect(wordsOf(texts(reversed)).slice(-2)).toEqual(['Without an exact date', '2031 to 2026|Turned']);
  });

  it('draws the weeks about today again, enlarged, where they are a small part of all', () => {
    const rows: Row[] = [
      ['2020', '2020', 'Plan'],
      ['4 March 2025', '2025-03-04', 'Warning'],
      ['30 July 2025', '2025-07-30', 'Deadline'],
      ['2031', '2031', 'End'],
    ];
    const isEnlarged = (today: string | null): boolean =>
      groupOf(timeline(rows, today)).children.some(({ id }) => id.endsWith('enlarged.box'));
    expect([isEnlarged('2025-05-18'), isEnlarged('2022-03-18'), isEnlarged(null)]).toEqual([true, false, false]);
  });

  it('draws what lies close together again, enlarged', () => {
    const group = groupOf(
      timeline([
        ['1700', '1700', 'Long ago'],
        ['1850', '1850', 'Ago'],
        ['2024-01-10', '2024-01-10', 'One'],
        ['2024-02-20', '2024-02-20', 'Two'],
        ['2024-04-01', '2024-04-01', 'Three'],
      ]),
    );
    expect(group.children.some(({ id }) => id.endsWith('enlarged.box'))).toBe(true);
    const [, , one, two, three] = marks(group).map(middleOf);
    expect((two ?? 0) - (one ?? 0)).toBeGreaterThan(50);
    expect(((two ?? 0) - (one ?? 0)) / ((three ?? 0) - (two ?? 0))).toBeCloseTo(1, 1);
    expect(wordsOf(texts(group))).toEqual(['1700|Long ago', '1850|Ago', '2024-01-10|One', '2024-02-20|Two', '2024-04-01|Three']);
  });

  it('sets words in few lines on the other side of the line rather than in many between two poles', () => {
    const group = groupOf(
      timeline([
        ['2011', '2011', 'The council foresees 60,000 passengers for 2015.'],
        ['2013', '2013', 'Trams run half empty on 51 days, the most so far.'],
        ['January 2015', '2015-01', 'Frost stops the line for six days.'],
        ['4 March 2016', '2016-03-04', 'The operator warns against delay.'],
        ['30 June 2016', '2016-06-30', 'Last day for a vote that keeps the grant alive.'],
        ['2017', '2017', 'First of the four works.'],
        ['2018', '2018', 'Work on the eastern depot.'],
        ['about 2022', '2022', 'End of the plan; the bridge comes last.'],
      ]),
    );
    expect(Math.max(...texts(group).map(({ lines }) => lines.length))).toBeLessThanOrEqual(4);
  });

  it('reads dates as their language writes them', () => {
    const block = timeline([
      ['März 2023', null, 'Eins'],
      ['15.6.2023', null, 'Zwei'],
      ['von März bis Mai 2026', null, 'Drei'],
    ]);
    const { slides } = sceneOf([slide([block])], { meta: { language: 'de' } });
    const group = slides[0]?.boxes.find((box) => box.kind === 'group');
    expect(group?.kind === 'group' ? marks(group).map(({ shape }) => shape) : []).toEqual(['rectangle', 'ellipse', 'rectangle']);
  });

  it('puts no label on another or out of its region, whatever the dates and words', () => {
    const random = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 4000 }),
        length: fc.constantFrom(4, 7, 10),
        words: fc.integer({ min: 1, max: 14 }),
      }),
      { minLength: 2, maxLength: 12 },
    );
    let drawn = 0;
    fc.assert(
      fc.property(random, fc.option(fc.integer({ min: 0, max: 4000 })), (events, today) => {
        const isoOf = (day: number): string => new Date(Date.UTC(2010, 0, 1 + day)).toISOString();
        const rows = events.map(({ day, length, words }, i): Row => {
          const iso = isoOf(day).slice(0, length);
          return [iso, iso, Array.from({ length: words }, (_, w) => `word${i * 20 + w}`).join(' ')];
        });
        const { slides } = sceneOf([slide([timeline(rows, today === null ? null : isoOf(today).slice(0, 10))])]);
        for (const box of slides.flatMap(({ boxes }) => boxes)) {
          if (box.kind !== 'group') continue;
          drawn += 1;
          const frames = texts(box).map((child) => ({ ...child.frame, height: child.contentHeight }));
          frames.forEach((frame, i) => {
            expect(frames.slice(i + 1).filter((other) => overlap(frame, other))).toEqual([]);
            expect(frame.x).toBeGreaterThanOrEqual(box.frame.x - 0.01);
            expect(frame.x + frame.width).toBeLessThanOrEqual(box.frame.x + box.frame.width + 0.01);
          });
          const poles = box.children.filter(({ id }) => id.endsWith('.pole'));
          const lines = texts(box).flatMap((child) => child.lines.map(({ x, top, width, height }) => ({ x, y: top, width, height })));
          for (const { frame } of poles)
            expect(lines.filter((line) => overlap({ ...frame, x: frame.x - 0.5, width: 1 }, line))).toEqual([]);
        }
      }),
      { numRuns: 60, seed: 22 },
    );
    expect(drawn).toBeGreaterThan(50);
  });
});

describe('a timeline that cannot be to scale', () => {
  it('stands in equal steps on a dashed line, in the order in which it was written', () => {
    const group = groupOf(
      timeline([
        ['First', null, 'Start'],
        ['Then', null, 'Talks'],
        ['Last', null, 'End'],
      ]),
    );
    const [a, b, c] = marks(group).map(middleOf);
    expect((b ?? 0) - (a ?? 0)).toBeCloseTo((c ?? 0) - (b ?? 0));
    expect(group.children.find(({ id }) => id.endsWith('/line'))).toMatchObject({ dash: 'sysDash' });
    expect(wordsOf(texts(group))).toEqual(['First|Start', 'Then|Talks', 'Last|End']);
  });

  it('stands in two columns where it has too many events, with the briefing’s date among them', () => {
    const rows = Array.from({ length: 13 }, (_, i): Row => [`${2010 + i}`, `${2010 + i}`, `Event ${i}`]);
    const group = groupOf(timeline(rows, '2012-07-01'));
    expect(new Set(texts(group).flatMap(({ term, frame }) => (term ? [frame.x] : []))).size).toBe(2);
    const said = wordsOf(texts(group)).join('; ');
    expect(said).toContain('2012; Event 2; Today, 1 July 2012; 2013; Event 3');
    expect(group.alt).toBe(rows.map(([date, , words]) => `${date}: ${words}`).join('; '));
  });

  it('goes on in columns on further slides, alike on each', () => {
    const rows = Array.from({ length: 40 }, (_, i): Row => [`${2000 + i}`, `${2000 + i}`, `Event ${i} of a long series of like ones`]);
    const { slides } = sceneOf([slide([timeline(rows, '2012-07-01')])]);
    const groups = slides.flatMap(({ boxes }) => boxes.filter((box): box is GroupBox => box.kind === 'group'));
    expect(groups.length).toBeGreaterThan(1);
    const all = groups.flatMap(texts);
    expect(wordsOf(all).filter((words) => words.includes('Today'))).toHaveLength(1);
    expect(wordsOf(all).filter((words) => words.startsWith('Event'))).toEqual(rows.map(([, , words]) => words));
    expect(new Set(all.map(({ levels }) => levels[1]?.size)).size).toBe(1);
  });

  it('keeps the source of an event that has no words, and marks a date without a word by the date alone', () => {
    const block = timeline(
      Array.from({ length: 9 }, (_, i): Row => [`${2010 + i}`, `${2010 + i}`, 'Event']),
      '2012-07-01',
    );
    const [first, ...rest] = block.events;
    if (!first) throw new Error('no event');
    const group = groupOf({ ...block, todayLabel: '', events: [{ ...first, runs: [{ refs: [2] }] }, ...rest] });
    expect(wordsOf(texts(group)).join('; ')).toContain('2010|[2]');
    expect(wordsOf(texts(group))).toContain('1 July 2012');
  });
});
