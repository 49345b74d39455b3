import { describe, expect, it } from 'vitest';
import { nextIssue } from '../../../src/core/briefing/index.ts';

describe('the day of a briefing’s next issue', () => {
  it.each([
    ['a week later', '2026-11-23', '2026-11-25', '2026-11-30'],
    ['a week after one that is still to come', '2026-11-30', '2026-11-28', '2026-12-07'],
    ['on its day of the week, not before today', '2023-11-20', '2026-11-30', '2026-11-30'],
    ['on its day of the week, not before today', '2023-11-21', '2026-11-30', '2026-12-01'],
    ['over a year’s end', '2026-12-28', '2026-12-30', '2027-01-04'],
    ['over a leap day', '2024-02-26', '2024-02-27', '2024-03-04'],
    ['today, where there was none', null, '2026-11-30', '2026-11-30'],
  ])('is %s: of %s, on %s, it is %s', (_, last, today, next) => {
    expect(nextIssue(last, today)).toBe(next);
  });
});
