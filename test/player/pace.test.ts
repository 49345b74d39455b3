import { describe, expect, it } from 'vitest';
import type { Slide } from '../../src/player/deck.ts';
import { makePace, planned, skips } from '../../src/player/pace.ts';

const slides = ['a', 'a', 'b', 'b'].map((topic, index) => ({ index, topic, kind: 'points', seconds: 30 }) as Slide);

describe('the plan', () => {
  it('is the estimate where no time was given', () => {
    expect(planned(slides, null)).toEqual([30, 30, 30, 30]);
  });

  it('is stretched or pressed into the minutes given', () => {
    expect(planned(slides, 4)).toEqual([60, 60, 60, 60]);
    expect(planned([], 4)).toEqual([]);
  });

  const lists = [
    { kind: 'agenda', seconds: 20 },
    { kind: 'points', seconds: 60 },
    { kind: 'points', seconds: 60 },
    { kind: 'sources', seconds: 10 },
  ];

  it('gives more time to topics, and not to the agenda and the sources', () => {
    expect(planned(lists, 20)).toEqual([20, 585, 585, 10]);
  });

  it('keeps what the briefing gives a time, while that leaves something for the others', () => {
    const agenda = { kind: 'agenda', seconds: 90, stated: true };
    const rest = lists.slice(1);
    expect(planned([agenda, ...rest], 5)).toEqual([90, 100, 100, 10]);
    // half a minute is left for 130 seconds
    const rounded = (minutes: number): number[] => planned([agenda, ...rest], minutes).map((seconds) => Math.round(seconds * 10) / 10);
    expect(rounded(2)).toEqual([90, 13.8, 13.8, 2.3]);
    expect(rounded(1)).toEqual([24.5, 16.4, 16.4, 2.7]);
  });

  it('takes from all alike where there is less than they need', () => {
    expect(planned(lists, 1.25)).toEqual([10, 30, 30, 5]);
    expect(planned(lists.slice(0, 1), 2)).toEqual([120]);
  });
});

describe('the pace', () => {
  function start(minutes: number | null) {
    const clock = { now: 0 };
    return { clock, pace: makePace(slides, minutes, () => clock.now) };
  }

  it('counts from the first turn, not from the opening', () => {
    const { clock, pace } = start(2);
    clock.now = 100;
    expect(pace.view()).toMatchObject({ running: false, elapsed: 0, left: 120 });
    pace.moved();
    pace.at(1);
    clock.now = 110;
    expect(pace.view()).toMatchObject({ running: true, elapsed: 10, left: 110 });
  });

  it('books time on the selected topic', () => {
    const { clock, pace } = start(2);
    pace.toggle();
    clock.now = 20;
    pace.at(2);
    clock.now = 25;
    expect(pace.view()).toMatchObject({ elapsed: 25, topicSpent: 5, topicPlanned: 60 });
    pace.at(1);
    expect(pace.view().topicSpent).toBe(20);
  });

  it('is behind after a slide’s planned end, ahead before its beginning, and neither between', () => {
    const { clock, pace } = start(2);
    pace.toggle();
    clock.now = 20;
    expect(pace.view().behind).toBe(0);
    clock.now = 45;
    expect(pace.view().behind).toBe(15);
    pace.at(3);
    expect(pace.view().behind).toBe(-45);
  });

  it('stands still while it is paused, and begins anew when reset', () => {
    const { clock, pace } = start(2);
    pace.toggle();
    clock.now = 10;
    pace.toggle();
    clock.now = 500;
    expect(pace.view()).toMatchObject({ running: false, elapsed: 10 });
    // a turn does not start a clock that the presenter stopped
    pace.moved();
    expect(pace.view().running).toBe(false);
    pace.reset();
    expect(pace.view()).toMatchObject({ elapsed: 0, left: 120 });
  });

  it('takes no time back where the machine’s clock was put back', () => {
    const { clock, pace } = start(2);
    pace.toggle();
    clock.now = 10;
    expect(pace.view().elapsed).toBe(10);
    clock.now = -3600;
    expect(pace.view().elapsed).toBe(10);
    clock.now = -3590;
    expect(pace.view().elapsed).toBe(20);
  });

  it('goes on from what was kept, with the time in between, on the slide that it ran on', () => {
    const { clock, pace } = start(2);
    clock.now = 1_700_000_000;
    pace.toggle();
    clock.now += 12.3;
    pace.at(2);
    clock.now += 5;
    const kept = pace.kept();
    const later = { now: clock.now + 60 };
    const other = makePace(slides, 2, () => later.now);
    other.take(kept);
    other.at(3);
    later.now += 1;
    expect(other.view()).toMatchObject({ running: true });
    expect([0, 1, 2, 3].map((i) => Math.round(other.slide(i).spent * 10) / 10)).toEqual([12.3, 0, 65, 1]);
    other.toggle();
    pace.take(other.kept());
    expect(pace.view().running).toBe(false);
    expect(pace.view().elapsed).toBeCloseTo(78.3, 1);
    pace.take('');
    expect(pace.view()).toMatchObject({ running: false, elapsed: 0 });
  });

  it('keeps nothing of what was not counted, and believes no address that it did not write', () => {
    const { clock, pace } = start(2);
    expect(pace.kept()).toBe('');
    pace.toggle();
    clock.now = 30;
    for (const bad of ['x', '1-', '<b>', '0-1.', '0-1.2', 'zzzz-1']) pace.take(bad);
    expect(pace.view()).toMatchObject({ running: true, elapsed: 30 });
    pace.take('.zz-a');
    expect(pace.view()).toMatchObject({ running: false, elapsed: 0 });
  });

  it('knows nothing left where no time was given', () => {
    expect(start(null).pace.view().left).toBeNull();
  });
});

describe('what may be left out', () => {
  const talk = ['', 'a', 'a', 'a', 'b', 'c', 'c', ''].map((topic) => ({ topic }));
  const plan = talk.map(() => 60);

  it('is nothing while there is no delay to speak of', () => {
    expect(skips(talk, plan, 1, 15)).toEqual([]);
  });

  it('is the least that helps, and what makes up for all of it', () => {
    expect(skips(talk, plan, 1, 100)).toEqual([{ to: 4, saves: 120 }]);
    expect(skips(talk, plan, 1, 130)).toEqual([
      { to: 4, saves: 120 },
      { to: 5, saves: 180 },
    ]);
  });

  it('begins behind the current slide and ends where a topic begins', () => {
    expect(skips(talk, plan, 3, 20)).toEqual([{ to: 5, saves: 60 }]);
    expect(skips(talk, plan, 6, 500)).toEqual([]);
  });
});
