import { readerHere } from '../../src/workspace/service/library/reading.ts';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createClient, Refused, type Client } from '../../src/api/client.ts';
import type { AppEvent, Envelope, EventName, EventPayload } from '../../src/api/contract.ts';
import type { ServiceSettings } from '../../src/workspace/backend.ts';
import { ingest } from '../../src/core/intake/index.ts';
import type { IntakeRunner } from '../../src/workspace/intake/run.ts';
import { resourcesBelow } from '../../src/workspace/resources.ts';
import { runExport } from '../../src/workspace/service/export-job.ts';
import { workHere } from './work.ts';
import { createService, type ServicePorts } from '../../src/workspace/service/index.ts';

export interface TestService {
  readonly client: Client;
  /** The test's own folder: `home`, `documents`, and whatever it puts there. */
  readonly folder: string;
  readonly events: readonly AppEvent[];
  /** The next event of this name, or one that has come since the test began and was not yet taken. */
  readonly next: <E extends EventName>(name: E) => Promise<EventPayload<E>>;
  /** What the host asks before it shows or opens something. */
  readonly resolve: (target: unknown) => Promise<Envelope>;
  /** A command and its answer as they travel. */
  readonly call: (command: string, payload: unknown) => Promise<Envelope>;
  readonly close: () => Promise<void>;
  readonly put: (path: string, content: string | Uint8Array) => Promise<string>;
}

export interface TestServiceOptions {
  readonly folder?: string;
  readonly settings?: Partial<ServiceSettings>;
  /** In place of what does its work here. */
  readonly ports?: Partial<Pick<ServicePorts, 'work' | 'run' | 'ingest' | 'readerOf'>>;
}

/** The real service in this process, with folders of its own. */
export async function startService({ folder: given, settings, ports }: TestServiceOptions = {}): Promise<TestService> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'lectern-service-')));
  const events: AppEvent[] = [];
  const taken = new Set<AppEvent>();
  const waiting = new Set<() => void>();
  const service = await createService(
    {
      version: '0.0.0-test',
      resources: resourcesBelow(process.cwd()),
      home: join(folder, 'home'),
      documents: join(folder, 'documents'),
      host: { kind: 'web', platform: 'linux', dialogs: false, reveal: false, open: false, pdf: true, menu: false },
      ...settings,
    },
    {
      emit: (event) => {
        events.push(event);
        for (const look of [...waiting]) look();
      },
      run: (request, hooks) => ({ done: runExport(request, hooks), stop: () => undefined }),
      ingest: takeInHere,
      readerOf: readerHere,
      work: workHere({ ...resourcesBelow(process.cwd()), ...settings?.resources }),
      print: async ({ pdf }) => writeFile(pdf, '%PDF-1.7 for tests'),
      cancelPrint: () => undefined,
      now: () => Date.UTC(2026, 0, 15, 12),
      ...ports,
    },
  );
  const put = async (path: string, content: string | Uint8Array): Promise<string> => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    return file;
  };
  const next = <E extends EventName>(name: E): Promise<EventPayload<E>> =>
    new Promise((resolve) => {
      const look = (): void => {
        const event = events.find((e) => e.name === name && !taken.has(e));
        if (!event) return;
        taken.add(event);
        waiting.delete(look);
        resolve(event.payload as EventPayload<E>);
      };
      waiting.add(look);
      look();
    });
  const close = (): Promise<void> => service.close();
  onTestFinished(async () => {
    await close();
    if (given === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  return {
    client: createClient({ call: service.call, on: () => () => undefined }),
    folder,
    events,
    next,
    call: service.call,
    close,
    put,
    resolve: (target) => service.call('resolve', target),
  };
}

/** The codes that a command was refused with; none: it was done. */
export const refusal = (promise: Promise<unknown>): Promise<readonly string[]> =>
  promise.then(
    () => [],
    (error: unknown) => (error instanceof Refused ? error.problems.map(({ code }) => code) : [String(error)]),
  );

/** Takes in without a thread: a stop answers at once, as the thread's end would. */
export const takeInHere: IntakeRunner = ({ bytes, name, declaredType, charset }, { onProgress }) => {
  const control = new AbortController();
  const options = { ...(declaredType === null ? {} : { declaredType }), ...(charset === null ? {} : { charset }) };
  return { done: ingest(bytes, { name, ...options, onProgress, signal: control.signal }), stop: () => control.abort() };
};

/** A short article, for tests that need one. */
export function article(title: string, topics: Readonly<Record<string, string>>, frontMatter = ''): string {
  const body = Object.entries(topics).map(([heading, text]) => `## ${heading}\n\n${text}\n`);
  return `---\ntitle: ${title}\n${frontMatter}---\n\n${body.join('\n')}`;
}
