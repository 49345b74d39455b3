import { showConnectionLost, type Context } from './context.ts';

/** Milliseconds between questions whether the host is there again: the first, and the longest where it goes again and again. */
const FIRST = 500;
const LONGEST = 8000;

/** A host that was there for so long was there to stay. Milliseconds. */
const STEADY = 10_000;

export interface ConnectionOptions {
  /** Asks where the service is, and goes there. False: nobody answers. */
  readonly enter: () => Promise<boolean>;
  /** It answers again, in whatever workspace. */
  readonly onBack: () => void;
}

/**
 * Has the window go on by itself once the host answers again, whichever it is: the loopback host that was ended and started, the
 * desktop app's thread that stopped. Whoever has no answer says so (`showConnectionLost`), which begins it.
 */
export function watchConnection(context: Context, { enter, onBack }: ConnectionOptions): void {
  const { client, store } = context;
  let wait = FIRST;
  let backSince = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let asking = false;
  const isGone = (): boolean => store.get().connection === 'gone';

  const later = (): void => {
    timer ??= setTimeout(() => void ask(), wait);
    wait = Math.min(wait * 2, LONGEST);
  };
  const ask = async (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (asking || !isGone()) return;
    asking = true;
    const isThere = await enter().finally(() => (asking = false));
    if (!isThere) {
      later();
      return;
    }
    backSince = Date.now();
    store.set((state) => ({ ...state, connection: 'here' }));
    onBack();
  };

  client.onLost(() => showConnectionLost(context));
  // The first word of a new stream of events comes sooner than the next question.
  client.on('hello', () => void ask());
  store.subscribe(() => {
    if (!isGone() || timer || asking) return;
    if (Date.now() - backSince > STEADY) wait = FIRST;
    later();
  });
}
