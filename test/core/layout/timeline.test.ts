import { describe, expect, it } from 'vitest';
import type { TimelineBlock } from '../../../src/core/deck/types.ts';
import { runsText } from '../../../src/core/layout/index.ts';
import type { GroupBox, TextBox } from '../../../src/core/layout/types.ts';
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

const dots = ({ children }: GroupBox): number[] =>
  children.flatMap((c) => (c.kind === 'shape' && c.shape === 'ellipse' ? [c.frame.x] : []));
const labels = ({ children }: GroupBox, style: string): TextBox[] =>
  children.filter((c): c is TextBox => c.kind === 'text' && c.style === style);
const wordsOf = (boxes: readonly TextBox[]): string[] => boxes.map((box) => box.paragraphs.map((p) => runsText(p.runs)).join(' '));

const YEAR: Row[] = [
  ['January 2024', '2024-01', 'Start'],
  ['February 2024', '2024-02', 'Talks'],
  ['December 2024', '2024-12', 'End'],
];

describe('a timeline', () => {
  it('spaces a few events by the time between them, with a least distance', () => {
    const [a = 0, b = 0, c = 0] = dots(groupOf(timeline(YEAR)));
    expect(b - a).toBeGreaterThanOrEqual(112);
    expect(c - b).toBeGreaterThan((b - a) * 1.5);
  });

  it('keeps events of one day, of a year alone and without a date in the order they were written', () => {
    const rows: Row[] = [
      ['3 May 2024', '2024-05-03', 'Morning'],
      ['3 May 2024', '2024-05-03', 'Evening'],
      ['Recently', null, 'Rumour'],
      ['about 2026', '2026', 'Plan'],
    ];
    const group = groupOf(timeline(rows));
    const x = dots(group);
    expect(x).toEqual([...x].sort((a, b) => a - b));
    expect(new Set(x).size).toBe(4);
    expect(wordsOf(labels(group, 'timelineText'))).toEqual(['Morning', 'Evening', 'Rumour', 'Plan']);
    expect(wordsOf(labels(group, 'timelineDate'))).toEqual(['3 May 2024', '3 May 2024', 'Recently', 'about 2026']);
  });

  it('marks the briefing’s date between the events it falls among, with its word', () => {
    const group = groupOf(timeline(YEAR, '2024-07-01'));
    const mark = group.children.find((c) => c.id.endsWith('today.mark'))?.frame.x ?? 0;
    const [, b = 0, c = 0] = dots(group);
    expect(mark).toBeGreaterThan(b);
    expect(mark).toBeLessThan(c);
    expect(wordsOf(labels(group, 'timelineDate'))).toContain('Today 1 July 2024');
    const many = groupOf(
      timeline(
        Array.from({ length: 9 }, (_, i): Row => [`${2010 + i}`, `${2010 + i}`, `Event ${i}`]),
        '2012-07-01',
      ),
    );
    expect(wordsOf(labels(many, 'timelineDate'))[3]).toBe('1 July 2012');
    expect(wordsOf(labels(many, 'timelineText'))[3]).toBe('Today');
  });

  it('keeps the source of an event that has no words, and marks a date without a word by the date alone', () => {
    const block = timeline(
      Array.from({ length: 9 }, (_, i): Row => [`${2010 + i}`, `${2010 + i}`, 'Event']),
      '2012-07-01',
    );
    const [first, ...rest] = block.events;
    if (!first) throw new Error('no event');
    const group = groupOf({ ...block, todayLabel: '', events: [{ ...first, runs: [{ refs: [2] }] }, ...rest] });
    expect(wordsOf(labels(group, 'timelineText'))).toEqual(['[2]', ...rest.map(() => 'Event')]);
    expect(wordsOf(labels(group, 'timelineDate'))[3]).toBe('1 July 2012');
  });

  it('becomes a list when there are too many, and says all of it in words for those who cannot see it', () => {
    const rows = Array.from({ length: 9 }, (_, i): Row => [`${2010 + i}`, `${2010 + i}`, `Event ${i}`]);
    const group = groupOf(timeline(rows));
    const x = labels(group, 'timelineText').map((box) => box.frame.x);
    expect(new Set(x).size).toBe(1);
    expect(group.alt).toBe(rows.map(([date, , words]) => `${date}: ${words}`).join('; '));
  });
});
