import { describe, expect, it } from 'vitest';
import { totalSeconds, trimToFit, type Pace } from '../../../src/ui/state/trim.ts';
import type { Briefing } from '../../../src/ui/types.ts';
import { briefing, topicItem } from './sample.ts';

const SECONDS: Readonly<Record<string, Readonly<Record<'headline' | 'points' | 'full', number>>>> = {
  small: { headline: 20, points: 60, full: 90 },
  large: { headline: 30, points: 120, full: 300 },
  flat: { headline: 60, points: 60, full: 60 },
};
const pace: Pace = (item, depth) => (item.kind === 'topic' ? (SECONDS[item.topic]?.[depth] ?? 0) : 45);
const depths = (b: Briefing): string => b.items.map((item) => (item.kind === 'topic' ? item.depth : 'own')).join(' ');
const full = (...topics: string[]): Briefing => briefing(...topics.map((topic) => topicItem(`a/${topic}`, { depth: 'full' })));

describe('trimming', () => {
  it('adds up items at their depth, own slides and what stands around', () => {
    const own = { kind: 'own', id: 'x', title: 'x', body: '' } as const;
    expect(totalSeconds(briefing('a/small', topicItem('a/large', { depth: 'full' }), own), pace, 15)).toBe(60 + 300 + 45 + 15);
  });

  it('leaves alone what fits', () => {
    const start = full('small', 'large');
    expect(trimToFit(start, 7, pace)).toMatchObject({ changed: [], fits: true, briefing: start });
  });

  it('takes from the topic that saves most first', () => {
    const { briefing: after, changed, seconds } = trimToFit(full('small', 'large'), 4, pace);
    expect(depths(after)).toBe('full points');
    expect(changed).toEqual([1]);
    expect(seconds).toBe(210);
  });

  it('takes everything down to points before anything to its headline', () => {
    const { briefing: after } = trimToFit(full('small', 'large'), 3, pace);
    expect(depths(after)).toBe('points points');
    expect(depths(trimToFit(full('small', 'large'), 2, pace).briefing)).toBe('points headline');
  });

  it('does not touch a topic that would not get shorter', () => {
    expect(depths(trimToFit(full('flat', 'large'), 1, pace).briefing)).toBe('full headline');
  });

  it('goes straight to the headline where points alone save nothing', () => {
    const noted: Pace = (_, depth) => (depth === 'headline' ? 30 : 90);
    expect(depths(trimToFit(full('x', 'y'), 2, noted).briefing)).toBe('full headline');
  });

  it('says when depth alone is not enough', () => {
    const result = trimToFit(full('flat', 'flat', 'small'), 1, pace);
    expect(result.fits).toBe(false);
    expect(result.seconds).toBe(140);
  });

  it('counts the slides that belong to no topic', () => {
    expect(trimToFit(briefing('a/small'), 1, pace, 0).fits).toBe(true);
    expect(depths(trimToFit(briefing('a/small'), 1, pace, 10).briefing)).toBe('headline');
  });
});
