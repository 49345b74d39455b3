import { printerIn, type Printer } from '../../workspace/print.ts';
import type { Context } from './context.ts';

/** What this machine prints with, or null. */
export async function printer({ store }: Context): Promise<Printer | null> {
  const { findChromium, printWith } = await import('../shared/chromium.ts');
  const chromium = await findChromium();
  if (chromium === null) return null;
  return printerIn(store.temporary(), (request) => printWith(chromium, request, new AbortController().signal));
}
