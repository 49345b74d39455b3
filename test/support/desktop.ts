import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { AppEvent, Command, Envelope, Handlers } from '../../src/api/contract.ts';
import type { Bridge } from '../../src/api/bridge.ts';
import { dispatch } from '../../src/api/dispatch.ts';
import * as electron from '../../scripts/pack/fake-electron.ts';
import type { ServiceThread } from '../../src/workspace/backend.ts';
import { createPeer, type Peer, type Wire } from '../../src/workspace/rpc.ts';

/** Two ends of a wire in one thread; what is posted arrives as a structured clone, later. */
export function wirePair(): readonly [Wire, Wire] {
  const hears: [(message: unknown) => void, (message: unknown) => void] = [() => undefined, () => undefined];
  const end = (own: 0 | 1, other: 0 | 1): Wire => ({
    post: (message) => {
      const cloned: unknown = structuredClone(message);
      setImmediate(() => hears[other](cloned));
    },
    listen: (listener) => void (hears[own] = listener),
  });
  return [end(0, 1), end(1, 0)];
}

/** A service of a few commands, in this thread, with what a test needs to play its part. */
export interface FakeService {
  readonly start: () => ServiceThread;
  readonly emit: (event: AppEvent) => void;
  /** Asks the host, as an export asks for a PDF. */
  readonly ask: (name: string, payload: unknown) => Promise<Envelope>;
  readonly state: { started: number; stopped: number };
}

export function fakeService<C extends Command>(handlers: Handlers<C>, paths: (target: unknown) => Envelope): FakeService {
  const state = { started: 0, stopped: 0 };
  let peer: Peer | null = null;
  return {
    state,
    start: () => {
      const [host, service] = wirePair();
      state.started += 1;
      peer = createPeer(service, {
        serve: (name, payload) => (name === 'resolve' ? Promise.resolve(paths(payload)) : dispatch(handlers, name, payload)),
      });
      const stop = (): Promise<void> => {
        state.stopped += 1;
        return Promise.resolve();
      };
      return { wire: host, onGone: () => undefined, stop };
    },
    emit: (event) => peer?.emit(event),
    ask: (name, payload) => {
      if (!peer) throw new Error('the service has not been started');
      return peer.call(name, payload);
    },
  };
}

export interface Desktop {
  readonly folder: string;
  readonly window: electron.BrowserWindow;
  /** What the preload gave the page. */
  readonly bridge: Bridge;
  readonly remove: () => Promise<void>;
}

/**
 * Starts the real main process and the real preload on the fake Electron, with a folder of its own in the place of the checkout.
 * The test file mocks `electron` and the service's thread.
 */
export async function startDesktop(argv: readonly string[] = []): Promise<Desktop> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-desktop-'));
  await mkdir(join(folder, 'dist/ui/assets'), { recursive: true });
  await writeFile(join(folder, 'dist/ui/index.html'), '<!doctype html><title>app</title>');
  await writeFile(join(folder, 'dist/ui/preview.html'), '<!doctype html><title>preview</title>');
  await writeFile(join(folder, 'dist/ui/assets/app.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  vi.stubEnv('LECTERN_HOME', join(folder, 'home'));
  vi.stubEnv('LECTERN_DOCUMENTS', join(folder, 'documents'));
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['electron', '.', ...argv]);
  electron.app.appPath = folder;
  const { startApp } = await import('../../src/hosts/electron/app.ts');
  startApp();
  electron.app.ready();
  await vi.waitUntil(() => electron.BrowserWindow.all.length > 0);
  const [window] = electron.BrowserWindow.all;
  if (!window) throw new Error('no window');
  electron.page.contents = window.webContents;
  await import('../../src/hosts/electron/preload.ts');
  return {
    folder,
    window,
    bridge: electron.world['lectern'] as Bridge,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
