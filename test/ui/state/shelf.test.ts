import { describe, expect, it } from 'vitest';
import { lastHandedOver, shelved } from '../../../src/ui/state/shelf.ts';

const briefing = (file: string, title: string, date: string | null, modified: number) => ({
  file: `briefings/${file}.briefing.yaml`,
  title,
  date,
  items: 3,
  modified,
  broken: false,
});

const ALL = [
  briefing('quay', 'Über die Kaimauer', '2025-03-18', 3),
  briefing('issue-10', 'Issue 10', null, 1),
  briefing('issue-9', 'Issue 9', '2024-01-01', 2),
];
const names = (list: readonly { file: string }[]): string[] => list.map(({ file }) => file.slice(10, -14));

describe('the list of briefings', () => {
  it('finds all words in title, file and date, whatever their case', () => {
    expect(names(shelved(ALL, 'ÜBER quay', 'changed'))).toEqual(['quay']);
    expect(names(shelved(ALL, '2024', 'changed'))).toEqual(['issue-9']);
    expect(names(shelved(ALL, 'quay 2024', 'changed'))).toEqual([]);
  });

  it('is sorted by change, by title with numbers as numbers, and by date with undated ones last', () => {
    expect(names(shelved(ALL, '', 'changed'))).toEqual(['quay', 'issue-9', 'issue-10']);
    expect(names(shelved(ALL, '', 'title'))).toEqual(['issue-9', 'issue-10', 'quay']);
    expect(names(shelved(ALL, ' ', 'date'))).toEqual(['quay', 'issue-9', 'issue-10']);
  });

  it('knows the last hand-over of each', () => {
    const at = lastHandedOver([
      { briefing: 'a', at: '2025-03-01T10:00:00Z' },
      { briefing: 'a', at: '2025-03-02T10:00:00Z' },
    ]);
    expect(at).toEqual(new Map([['a', Date.parse('2025-03-02T10:00:00Z')]]));
  });
});
