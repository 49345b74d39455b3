import { describe, expect, it } from 'vitest';
import { createKeep, type Kept } from '../../src/ui/kept.ts';
import { shelf } from '../support/shelf.ts';
import { briefing } from './state/sample.ts';

const kept = (title: string, more: Partial<Kept> = {}): Kept => ({
  workspace: '/w',
  file: 'a.briefing.yaml',
  briefing: { ...briefing('a/1'), title },
  basedOn: 'a'.repeat(64),
  sent: [],
  at: 1,
  ...more,
});
const title = (found: Kept | null): string | null => found?.briefing.title ?? null;

describe('what was typed', () => {
  it('is there after a reload of its tab, until it is dropped', () => {
    const [local, session] = [shelf(), shelf()];
    expect(createKeep(local, session).put(kept('Mine'))).toBe(true);
    const again = createKeep(local, session);
    expect(again.take('/w', 'a.briefing.yaml')).toEqual(kept('Mine'));
    again.drop('/w', 'a.briefing.yaml');
    expect(again.take('/w', 'a.briefing.yaml')).toBeNull();
    expect(local.names()).toEqual([]);
  });

  it('is found by the next tab where its own has gone, and by one alone', () => {
    const local = shelf();
    createKeep(local, shelf()).put(kept('Older'));
    createKeep(local, shelf()).put(kept('Newer', { at: 2 }));
    expect(title(createKeep(local, shelf()).take('/w', 'a.briefing.yaml'))).toBe('Newer');
    const own = shelf();
    const tab = createKeep(local, own);
    tab.put(kept('Own', { at: 0 }));
    expect(title(tab.take('/w', 'a.briefing.yaml'))).toBe('Own');
    expect(local.names()).toHaveLength(3);
  });

  it('is of one file in one workspace', () => {
    const keep = createKeep(shelf(), shelf());
    keep.put(kept('Mine'));
    expect(keep.take('/other', 'a.briefing.yaml')).toBeNull();
    expect(keep.take('/w', 'b.briefing.yaml')).toBeNull();
    keep.drop('/other', 'a.briefing.yaml');
    expect(title(keep.take('/w', 'a.briefing.yaml'))).toBe('Mine');
  });

  it.each([
    ['there is no storage', null],
    ['the storage is full', shelf(true)],
  ])('is said not to be kept where %s', (_, local) => {
    const keep = createKeep(local, null);
    expect(keep.put(kept('Mine'))).toBe(false);
    expect(keep.take('/w', 'a.briefing.yaml')).toBeNull();
  });

  it.each(['{', 'null', '7', '{}', '{"briefing":{},"basedOn":7,"sent":[],"at":1}'])('that is damaged (%s) is nothing', (text) => {
    const [local, session] = [shelf(), shelf()];
    const keep = createKeep(local, session);
    keep.put(kept('Mine'));
    for (const name of local.names()) local.setItem(name, text);
    expect(keep.take('/w', 'a.briefing.yaml')).toBeNull();
  });
});
