import type { Outcome } from '../../core/base/errors.ts';
import { layoutMemory } from '../../core/layout/index.ts';
import { packCache } from '../../core/template/index.ts';
import { writeDeck, type DeckRequest, type WrittenDeck } from '../deck.ts';
import { packReader } from '../build.ts';
import { openFonts } from '../pack-fonts.ts';
import type { Resources } from '../resources.ts';
import { createPeer } from '../rpc.ts';
import { openStore } from '../store/index.ts';
import { startPart } from './start.ts';
import { parentWire } from './wires.ts';

interface DeckThread {
  readonly write: (request: DeckRequest) => Promise<Outcome<WrittenDeck>>;
  readonly isGone: () => boolean;
  readonly stop: () => Promise<void>;
}

function startDeckThread(resources: Resources, home: string): DeckThread {
  const thread = startPart(resources.worker, { role: 'decks', resources, home });
  const peer = createPeer(thread.wire, { serve: () => Promise.resolve({ ok: true, value: {} }) });
  let gone = false;
  thread.onGone((error) => {
    gone = true;
    peer.fail(error);
  });
  return {
    write: async (request) => {
      const envelope = await peer.call('write', request);
      return envelope.ok ? (envelope.value as Outcome<WrittenDeck>) : { value: null, problems: envelope.problems };
    },
    isGone: () => gone,
    stop: thread.stop,
  };
}

/**
 * Writes decks in so many threads, each of which takes the next when it is done with one; answers in the order of the requests.
 * A thread that breaks down leaves its deck with `app/fault` and the others to a new one. PDFs are not printed here.
 */
export async function writeDecks(
  requests: readonly DeckRequest[],
  {
    threads,
    resources,
    home,
    onDone,
  }: {
    readonly threads: number;
    readonly resources: Resources;
    /** Lectern's own folder. */
    readonly home: string;
    readonly onDone: (done: number) => void;
  },
): Promise<Outcome<WrittenDeck>[]> {
  const outcomes: Outcome<WrittenDeck>[] = [];
  const queue = [...requests.entries()];
  let done = 0;
  const work = async (): Promise<void> => {
    let thread = startDeckThread(resources, home);
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        if (thread.isGone()) thread = startDeckThread(resources, home);
        const [place, request] = next;
        outcomes[place] = await thread.write(request);
        if (thread.isGone()) await openStore(home).recover();
        onDone(++done);
      }
    } finally {
      await thread.stop();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, requests.length) }, work));
  return outcomes;
}

export function runDecksWorker(resources: Resources, home: string): void {
  const tools = {
    resources,
    store: openStore(home),
    fontsFor: openFonts(resources),
    print: null,
    readPack: packReader(),
    packs: packCache(),
    memory: layoutMemory(),
  };
  createPeer(parentWire(), { serve: async (_, request) => ({ ok: true, value: await writeDeck(request as DeckRequest, tools) }) });
}
