/**
 * The contract over Electron's IPC. Threat: a frame that is not our page (a preview that escaped, a page navigated to, `about:blank`,
 * another window) sends a message. So every message's channel, window, frame and origin are checked before it is looked at;
 * its payload's schema is checked where the command is done (`dispatch`).
 */
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Envelope } from '../../api/contract.ts';
import { COMMANDS } from '../../api/contract.ts';
import { problem } from '../../core/base/errors.ts';
import type { Backend } from '../../workspace/backend.ts';
import { isPreview, schemeHost } from './addresses.ts';
import { CHANNELS } from './channels.ts';

/** Whether the message comes from the main frame of one of our windows, and that frame shows our page. */
export function isTrusted(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, isOurs: (contents: WebContents) => boolean): boolean {
  const { sender, senderFrame } = event;
  // a frame that has gone, or navigated meanwhile, is null
  if (senderFrame === null || !isOurs(sender)) return false;
  if (senderFrame !== sender.mainFrame || senderFrame.parent !== null) return false;
  return schemeHost(senderFrame.url) === 'app' && !isPreview(senderFrame.url);
}

function refused(message: string, received: string): Envelope {
  return { ok: false, problems: [problem('app/command', { message, received, hint: 'Restart Lectern; if it stays, report it.' })] };
}

export interface IpcOptions {
  readonly backend: Backend;
  readonly isOurs: (contents: WebContents) => boolean;
  /** Called after each command was done. */
  readonly onDone?: (command: string, envelope: Envelope) => void;
}

export interface Ipc {
  /** Resolves when no command is under way. */
  readonly settled: () => Promise<void>;
}

/** Answers the one channel there is. */
export function serveIpc(ipcMain: Pick<IpcMain, 'handle'>, { backend, isOurs, onDone }: IpcOptions): Ipc {
  const running = new Set<Promise<Envelope>>();
  ipcMain.handle(CHANNELS.call, async (event, command: unknown, payload: unknown): Promise<Envelope> => {
    if (!isTrusted(event, isOurs)) return refused('this page may not ask for anything', event.senderFrame?.url.slice(0, 200) ?? 'no frame');
    if (typeof command !== 'string' || !Object.hasOwn(COMMANDS, command)) {
      return refused('there is no such command', String(command).slice(0, 100));
    }
    const answer = backend.call(command, payload);
    running.add(answer);
    try {
      const envelope = await answer;
      onDone?.(command, envelope);
      return envelope;
    } finally {
      running.delete(answer);
    }
  });
  return {
    settled: async () => {
      while (running.size > 0) await Promise.allSettled([...running]);
    },
  };
}
