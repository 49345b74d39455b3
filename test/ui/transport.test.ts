import { afterEach, expect, it, vi } from 'vitest';
import { findTransport } from '../../src/ui/transport.ts';

afterEach(() => vi.unstubAllGlobals());

/** Which requests a browser would still send for a page that goes while they are on their way. */
function outliving(): { readonly call: ReturnType<typeof findTransport>['call']; readonly asked: boolean[]; readonly hide: () => void } {
  const asked: boolean[] = [];
  const heard = new Map<string, () => void>();
  vi.stubGlobal('window', {});
  vi.stubGlobal('addEventListener', (event: string, listener: () => void) => heard.set(event, listener));
  vi.stubGlobal('EventSource', class extends EventTarget {});
  vi.stubGlobal('fetch', (_: string, { keepalive }: RequestInit) => {
    asked.push(keepalive === true);
    return Promise.resolve(new Response('{}'));
  });
  const { call } = findTransport();
  return { call, asked, hide: () => heard.get('pagehide')?.() };
}

it('has what was typed outlive the page also where it was on its way before the page went', async () => {
  const { call, asked, hide } = outliving();
  for (const command of ['briefing.save', 'draft.save', 'intake.change', 'briefing.read']) await call(command, { text: 'a' });
  await call('briefing.save', { text: 'a'.repeat(61_000) });
  await Promise.all([1, 2].map(() => call('briefing.save', { text: 'a'.repeat(40_000) })));
  await call('briefing.save', { text: 'a'.repeat(40_000) });
  hide();
  await call('briefing.read', {});
  expect(asked).toEqual([true, true, true, false, false, true, false, true, true]);
});
