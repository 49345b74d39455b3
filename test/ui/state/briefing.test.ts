import { describe, expect, it } from 'vitest';
import {
  addOwn,
  addTopics,
  countOverrides,
  editOwn,
  keyOf,
  moveItems,
  nudge,
  removeItem,
  removeTopics,
  setDepth,
  setMeta,
  setOption,
  setPoint,
  setTemplate,
  setWording,
} from '../../../src/ui/state/briefing.ts';
import type { Briefing } from '../../../src/ui/types.ts';
import { briefing, topicItem } from './sample.ts';

const keys = (b: Briefing): string => b.items.map(keyOf).join(' ');
const overrides = (b: Briefing, index = 0): unknown => {
  const item = b.items[index];
  return item?.kind === 'topic' ? item.overrides : undefined;
};
const POINT = { position: 2, hash: 'aa', markdown: 'As it was [¶2]' };

describe('choosing', () => {
  it('adds topics at the end or at a place', () => {
    const start = briefing('a/1', 'a/2');
    expect(keys(addTopics(start, [{ article: 'b', topic: '1' }]))).toBe('a/1 a/2 b/1');
    expect(keys(addTopics(start, [{ article: 'b', topic: '1' }], 1))).toBe('a/1 b/1 a/2');
  });

  it('leaves a topic that is chosen already where it is', () => {
    const start = briefing('a/1', 'a/2');
    expect(addTopics(start, [{ article: 'a', topic: '1' }])).toBe(start);
  });

  it('takes topics out, and nothing where none is in', () => {
    const start = briefing('a/1', 'a/2');
    expect(keys(removeTopics(start, [{ article: 'a', topic: '1' }]))).toBe('a/2');
    expect(removeTopics(start, [{ article: 'x', topic: '1' }])).toBe(start);
    expect(keys(removeItem(start, 1))).toBe('a/1');
    expect(removeItem(start, 7)).toBe(start);
  });
});

describe('order', () => {
  it.each([
    [[0], 3, 'a/2 a/3 a/1 a/4'],
    [[3], 0, 'a/4 a/1 a/2 a/3'],
    [[0, 2], 4, 'a/2 a/4 a/1 a/3'],
    [[1, 2], 0, 'a/2 a/3 a/1 a/4'],
  ])('moves %j before %i', (from, before, after) => {
    expect(keys(moveItems(briefing('a/1', 'a/2', 'a/3', 'a/4'), from, before))).toBe(after);
  });

  it('comes back unchanged where a row is dropped on its own place', () => {
    const start = briefing('a/1', 'a/2', 'a/3');
    expect(moveItems(start, [1], 1)).toBe(start);
    expect(moveItems(start, [1], 2)).toBe(start);
  });

  it('goes one place up or down, and no further than the ends', () => {
    const start = briefing('a/1', 'a/2');
    expect(keys(nudge(start, 0, 1))).toBe('a/2 a/1');
    expect(keys(nudge(start, 1, -1))).toBe('a/2 a/1');
    expect(nudge(start, 0, -1)).toBe(start);
    expect(nudge(start, 1, 1)).toBe(start);
  });
});

describe('wording', () => {
  it('keeps a headline for this briefing, and drops it when it is the article’s own', () => {
    const worded = setWording(briefing('a/1'), 0, 'headline', ' New ', 'Old');
    expect(overrides(worded)).toEqual({ headline: 'New', summary: null, points: [], notes: null });
    expect(overrides(setWording(worded, 0, 'headline', 'Old', 'Old'))).toBeNull();
    expect(overrides(setWording(worded, 0, 'headline', '  ', 'Old'))).toBeNull();
  });

  it('comes back unchanged where the words are the same', () => {
    const start = briefing('a/1');
    expect(setWording(start, 0, 'summary', 'Same', 'Same')).toBe(start);
    expect(setPoint(start, 0, POINT, 'As it was [¶2]')).toBe(start);
  });

  it('keeps a point with position and hash, in order of position', () => {
    const second = setPoint(briefing('a/1'), 0, POINT, 'New');
    const both = setPoint(second, 0, { position: 1, hash: 'bb', markdown: 'x' }, 'First');
    expect(overrides(both)).toMatchObject({
      points: [
        { position: 1, hash: 'bb', text: 'First' },
        { position: 2, hash: 'aa', text: 'New' },
      ],
    });
    expect(countOverrides(both.items[0] ?? topicItem('a/1'))).toBe(2);
  });

  it('takes the hash of the article’s present words when a point is worded again', () => {
    const before = setPoint(briefing('a/1'), 0, POINT, 'New');
    const after = setPoint(before, 0, { ...POINT, hash: 'cc' }, 'New');
    expect(overrides(after)).toMatchObject({ points: [{ hash: 'cc', text: 'New' }] });
  });

  it('restores a point', () => {
    expect(overrides(setPoint(setPoint(briefing('a/1'), 0, POINT, 'New'), 0, POINT, null))).toBeNull();
  });

  it('does not word an own slide', () => {
    const start = addOwn(briefing(), 0, 'Own', '');
    expect(setWording(start, 0, 'headline', 'New', null)).toBe(start);
    expect(setDepth(start, 0, 'full')).toBe(start);
  });
});

describe('own slides', () => {
  it('stand anywhere, each with an id of its own', () => {
    const one = addOwn(briefing('a/1', 'a/2'), 1, 'Own', '- x');
    const two = addOwn(one, 0, 'Other', '');
    expect(keys(two)).toBe('own/own-2 a/1 own/own-1 a/2');
    expect(keys(addOwn(removeItem(two, 0), 0, 'Third', ''))).toBe('own/own-2 a/1 own/own-1 a/2');
  });

  it('are edited in place', () => {
    const start = addOwn(briefing(), 0, 'Own', '');
    expect(editOwn(start, 0, 'New', 'text').items[0]).toMatchObject({ id: 'own-1', title: 'New', body: 'text' });
    expect(editOwn(start, 0, 'Own', '')).toBe(start);
  });
});

describe('around it', () => {
  it('sets a field, and empties it to nothing', () => {
    const marked = setMeta(briefing(), 'mark', 'DRAFT');
    expect(marked.mark).toBe('DRAFT');
    expect(setMeta(marked, 'mark', '  ').mark).toBeNull();
    expect(setMeta(marked, 'mark', 'DRAFT')).toBe(marked);
  });

  it('keeps a title that is being emptied: the field is still typed in', () => {
    expect(setMeta(briefing(), 'title', '').title).toBe('');
  });

  it('drops options that the next template does not have, but for format and variant', () => {
    const start: Briefing = { ...briefing(), options: { agenda: true, format: '4:3' } };
    expect(setTemplate(start, 'other', ['colour']).options).toEqual({ format: '4:3' });
    expect(setTemplate(start, 'policy-brief', [])).toBe(start);
  });

  it('sets an option, and gives it back to the template', () => {
    const set = setOption(briefing(), 'agenda', false);
    expect(set.options).toEqual({ agenda: false });
    expect(setOption(set, 'agenda', null).options).toEqual({});
    expect(setOption(set, 'agenda', false)).toBe(set);
  });
});
