import { describe, expect, it } from 'vitest';
import { change, redo, settle, startHistory, undo } from '../../../src/ui/state/history.ts';

describe('history', () => {
  it('goes back and forth step by step, and stops at the ends', () => {
    const three = change(change(startHistory(1), 2), 3);
    expect(undo(three).present).toBe(2);
    expect(undo(undo(undo(three))).present).toBe(1);
    expect(redo(undo(three)).present).toBe(3);
    expect(redo(three)).toBe(three);
  });

  it('forgets what was undone when something else is done', () => {
    const other = change(undo(change(startHistory(1), 2)), 5);
    expect(redo(other)).toBe(other);
    expect(undo(other).present).toBe(1);
  });

  it('makes one step of what is typed into one field, until it is left', () => {
    const typed = change(change(change(startHistory(''), 'a', 'title'), 'ab', 'title'), 'abc', 'title');
    expect(undo(typed).present).toBe('');
    const again = change(settle(typed), 'abcd', 'title');
    expect(undo(again).present).toBe('abc');
  });

  it('takes the same value for no step', () => {
    const start = startHistory(1);
    expect(change(start, 1)).toBe(start);
  });

  it('does not join a change to what was undone', () => {
    const undone = undo(change(startHistory(''), 'a', 'title'));
    expect(undo(change(undone, 'b', 'title')).present).toBe('');
  });
});
