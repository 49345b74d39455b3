import type { AppEvent } from '../../api/contract.ts';

/** The host says something every twenty seconds (`HEARTBEAT` in src/hosts/web/server.ts). Milliseconds. */
const SILENCE = 60_000;

/**
 * Hands on each event of a stream of server-sent ones as it comes. Resolves when the host ends the stream and where nothing has come for
 * a minute (a line that was lost while the machine slept is cut by nobody), rejects when it is cut.
 */
export async function readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>, onEvent: (event: AppEvent) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const silence = setTimeout(() => void reader.cancel().catch(() => undefined), SILENCE);
    const { value, done } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return;
    const lines = (rest + value).split('\n\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data: ')) onEvent(JSON.parse(line.slice('data: '.length)) as AppEvent);
  }
}
