import { expect, it } from 'vitest';
import { changed, NO_DESIGN, redone, undone, valueAt, type Designing } from '../../../src/ui/state/design.ts';
import type { DesignChange } from '../../../src/ui/types.ts';

const START: Designing = {
  ...NO_DESIGN,
  design: {
    colors: { light: { accent1: '#111111' }, dark: { accent1: '#222222' } },
    fonts: { heading: 'Georgia', body: 'Arial' },
    unreadable: [],
  },
};
const accent = (value: string): DesignChange => ({ at: 'light', name: 'accent1', value });
const shown = ({ design }: Designing): unknown => design && valueAt(design, accent(''));

it('takes the colours that a picker tells on its way for one step, until it is left', () => {
  const picked = ['#333333', '#444444', '#555555'].map(accent).reduce(changed, START);
  expect([shown(picked), picked.past.length]).toEqual(['#555555', 1]);
  const again = changed({ ...picked, open: false }, accent('#666666'));
  expect(again.past).toHaveLength(2);
  const back = undone(again);
  expect(back && [shown(back.state), back.change.value]).toEqual(['#555555', '#555555']);
  const first = back && undone(back.state);
  expect(first && [shown(first.state), first.change]).toEqual(['#111111', accent('#111111')]);
  expect(first && undone(first.state)).toBeNull();
  const on = first && redone(first.state);
  expect(on && [shown(on.state), on.change.value]).toEqual(['#555555', '#555555']);
});

it('forgets what was taken back once something else is changed, and makes no step of nothing', () => {
  const back = undone(changed(START, accent('#333333')));
  expect(back?.state.future).toHaveLength(1);
  expect(back && changed(back.state, { at: 'fonts', name: 'body', value: 'Calibri' }).future).toEqual([]);
  expect(changed(START, accent('#111111'))).toBe(START);
  expect(changed(START, { at: 'dark', name: 'field', value: '#111111' })).toBe(START);
});
