import { describe, expect, it } from 'vitest';
import type { Slide } from '../../src/player/deck.ts';
import { makePace, planned } from '../../src/player/pace.ts';

const slides = ['a', 'a', 'b', 'b'].map((topic, index) => ({ index, topic, seconds: 30 }) as Slide);

describe('the plan', () => {
  it('is the estimate where no time was given', () => {
    expect(planned(slides, null)).toEqual([30, 30, 30, 30]);
  });

  it('is stretched or pressed into the minutes given', () => {
    expect(planned(slides, 4)).toEqual([60, 60, 60, 60]);
    expect(planned([], 4)).toEqual([]);
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

  it('knows nothing left where no time was given', () => {
    expect(start(null).pace.view().left).toBeNull();
  });
});
