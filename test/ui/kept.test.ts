import { describe, expect, it } from 'vitest';
import { createKeep, type Kept } from '../../src/ui/kept.ts';
import { fakeLocks, shelf } from '../support/shelf.ts';
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
  it('is there after a reload of its tab, until it is dropped', async () => {
    const [local, session] = [shelf(), shelf()];
    expect(createKeep(local, session).put(kept('Mine'))).toBe(true);
    const again = createKeep(local, session);
    expect(await again.take('/w', 'a.briefing.yaml')).toEqual(kept('Mine'));
    again.drop('/w', 'a.briefing.yaml');
    expect(await again.take('/w', 'a.briefing.yaml')).toBeNull();
    expect(local.names()).toEqual([]);
  });

  it('is found by the next tab where its own has gone, and by one alone', async () => {
    const local = shelf();
    createKeep(local, shelf()).put(kept('Older'));
    createKeep(local, shelf()).put(kept('Newer', { at: 2 }));
    expect(title(await createKeep(local, shelf()).take('/w', 'a.briefing.yaml'))).toBe('Newer');
    const own = shelf();
    const tab = createKeep(local, own);
    tab.put(kept('Own', { at: 0 }));
    expect(title(await tab.take('/w', 'a.briefing.yaml'))).toBe('Own');
    expect(local.names()).toHaveLength(3);
  });

  it('is of one file in one workspace', async () => {
    const keep = createKeep(shelf(), shelf());
    keep.put(kept('Mine'));
    expect(await keep.take('/other', 'a.briefing.yaml')).toBeNull();
    expect(await keep.take('/w', 'b.briefing.yaml')).toBeNull();
    keep.drop('/other', 'a.briefing.yaml');
    expect(title(await keep.take('/w', 'a.briefing.yaml'))).toBe('Mine');
  });

  it.each([
    ['there is no storage', null],
    ['the storage is full', shelf(true)],
  ])('is said not to be kept where %s', async (_, local) => {
    const keep = createKeep(local, null);
    expect(keep.put(kept('Mine'))).toBe(false);
    expect(await keep.take('/w', 'a.briefing.yaml')).toBeNull();
  });

  it.each(['{', 'null', '7', '{}', '{"briefing":{},"basedOn":7,"sent":[],"at":1}'])('that is damaged (%s) is nothing', async (text) => {
    const [local, session] = [shelf(), shelf()];
    const keep = createKeep(local, session);
    keep.put(kept('Mine'));
    for (const name of local.names()) local.setItem(name, text);
    expect(await keep.take('/w', 'a.briefing.yaml')).toBeNull();
  });

  it('is left to a tab that is still open, and the next one’s as soon as that has closed', async () => {
    const [local, browser] = [shelf(), fakeLocks()];
    const [first, second] = [browser.page(), browser.page()];
    createKeep(local, shelf(), first.locks).put(kept('Mine'));
    const other = createKeep(local, shelf(), second.locks);
    expect(await other.take('/w', 'a.briefing.yaml')).toBeNull();
    expect(local.names()).toHaveLength(1);
    first.close();
    expect(title(await other.take('/w', 'a.briefing.yaml'))).toBe('Mine');
  });

  it('is of one of two tabs that open its file at the same time', async () => {
    const [local, browser] = [shelf(), fakeLocks()];
    const first = browser.page();
    createKeep(local, shelf(), first.locks).put(kept('Mine'));
    first.close();
    const tabs = [1, 2].map(() => createKeep(local, shelf(), browser.page().locks));
    const taken = await Promise.all(tabs.map((tab) => tab.take('/w', 'a.briefing.yaml')));
    expect(taken.map(title).sort()).toEqual(['Mine', null]);
  });

  it('is apart in a duplicate of its tab, which begins with the same session', async () => {
    const [local, session, browser] = [shelf(), shelf(), fakeLocks()];
    const tab = createKeep(local, session, browser.page().locks);
    expect(await tab.take('/w', 'a.briefing.yaml')).toBeNull();
    const copy = shelf();
    for (const name of session.names()) copy.setItem(name, session.getItem(name) ?? '');
    const duplicate = createKeep(local, copy, browser.page().locks);
    expect(await duplicate.take('/w', 'a.briefing.yaml')).toBeNull();
    tab.put(kept('First'));
    duplicate.put(kept('Second'));
    expect(title(await tab.take('/w', 'a.briefing.yaml'))).toBe('First');
    expect(title(await duplicate.take('/w', 'a.briefing.yaml'))).toBe('Second');
  });
});
