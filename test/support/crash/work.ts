import { workHere } from '../work.ts';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createClient, type Client } from '../../../src/api/client.ts';
import type { Answer, AppEvent, EventName, EventPayload } from '../../../src/api/contract.ts';
import { ingest } from '../../../src/core/intake/index.ts';
import type { IntakeRunner } from '../../../src/workspace/intake/run.ts';
import { resourcesBelow } from '../../../src/workspace/resources.ts';
import { runExport } from '../../../src/workspace/service/export-job.ts';
import { readerHere } from '../../../src/workspace/service/library/reading.ts';
import { createService } from '../../../src/workspace/service/index.ts';
import { zipFolder } from '../../../src/workspace/zip-folder.ts';
import { powerPointTemplate } from '../corporate/powerpoint.ts';

/** Lectern's work on a workspace, done again and again until the process is ended, or counted. Each round's files name the round. */
export interface Started {
  readonly client: Client;
  readonly next: <E extends EventName>(name: E) => Promise<EventPayload<E>>;
  readonly close: () => Promise<void>;
  readonly folder: string;
}

export const WORK = ['save', 'export', 'audience', 'handover', 'import', 'install', 'review'] as const;
export type WorkName = (typeof WORK)[number];

export const BRIEFING = 'briefings/one.briefing.yaml';
export const markOf = (round: number): string => `Round ${String(round).padStart(5, '0')}`;
/** The round that a text is of. */
export const MARK = /Round (\d{5})/g;

/** A folder with a workspace `w` and no home yet. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-crash-'));
  const files = {
    'w/content/a.md': '---\ntitle: A\n---\n\n## First {#first}\n\nThe summary.\n\n- One.\n- Two.\n',
    [`w/${BRIEFING}`]: 'title: Round 00000\ntemplate: policy-brief\nitems:\n  - topic: a/first\n',
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

const takeInHere: IntakeRunner = ({ bytes, name }, { onProgress }) => ({
  done: ingest(bytes, { name, onProgress }),
  stop: () => undefined,
});

/** The service as a host starts it, here in the process itself, with its home in the folder; the workspace is open. */
export async function start(folder: string, root: string): Promise<Started> {
  const events: AppEvent[] = [];
  const waiting = new Set<() => void>();
  const service = await createService(
    {
      version: '0.0.0-test',
      resources: resourcesBelow(root),
      home: join(folder, 'home'),
      documents: join(folder, 'documents'),
      host: { kind: 'web', platform: 'linux', dialogs: false, reveal: false, open: false, pdf: true, menu: false },
    },
    {
      emit: (event) => {
        events.push(event);
        for (const look of [...waiting]) look();
      },
      run: (request, hooks) => ({ done: runExport(request, hooks), stop: () => undefined }),
      ingest: takeInHere,
      readerOf: readerHere,
      work: workHere(resourcesBelow(root)),
      print: async ({ html, pdf }) => {
        const [mark = ''] = MARK_ONCE.exec(await readFile(html, 'utf8')) ?? [];
        await writeFile(pdf, `%PDF-1.7 ${mark}`);
      },
      cancelPrint: () => undefined,
      now: () => Date.UTC(2026, 0, 15, 12),
    },
  );
  const next = <E extends EventName>(name: E): Promise<EventPayload<E>> =>
    new Promise((resolve) => {
      const look = (): void => {
        const at = events.findIndex((event) => event.name === name);
        const [event] = at < 0 ? [] : events.splice(at, 1);
        if (event === undefined) return;
        waiting.delete(look);
        resolve(event.payload as EventPayload<E>);
      };
      waiting.add(look);
      look();
    });
  const client = createClient({ call: service.call, on: () => () => undefined });
  await client.call('workspace.open', { path: join(folder, 'w') });
  return { client, next, close: service.close, folder };
}

const MARK_ONCE = /Round \d{5}/;

type Briefing = NonNullable<Answer<'briefing.read'>['briefing']>;

async function briefingNow({ client }: Started): Promise<{ readonly briefing: Briefing; readonly hash: string }> {
  const { briefing, hash } = await client.call('briefing.read', { file: BRIEFING });
  if (briefing === null) throw new Error('the briefing cannot be read');
  return { briefing, hash };
}

async function exported(started: Started, round: number, audience: boolean): Promise<void> {
  const { briefing } = await briefingNow(started);
  await started.client.call('export.start', {
    file: BRIEFING,
    briefing: { ...briefing, title: markOf(round) },
    formats: audience ? ['pptx', 'html'] : ['pptx', 'html', 'pdf'],
    for: audience ? 'audience' : 'presenter',
    folder: null,
    existing: 'keep-copy',
  });
  const { outcome, problems } = await started.next('export.done');
  if (outcome !== 'written') throw new Error(JSON.stringify(problems));
}

async function handedOver(started: Started, round: number): Promise<void> {
  const { briefing } = await briefingNow(started);
  const title = markOf(round);
  const choice = { to: title, without: [], brief: round % 3 === 0, asZip: round % 2 === 0, folder: null };
  await started.client.call('handover.start', { file: BRIEFING, briefing: { ...briefing, title }, ...choice });
  const { outcome, problems } = await started.next('export.done');
  if (outcome !== 'written') throw new Error(JSON.stringify(problems));
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The pack of a round: two files that must be of one round. */
export async function packOf(root: string, round: number): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = join(root, 'templates', 'talking-points');
  const manifest = (await readFile(join(folder, 'template.yaml'), 'utf8')).replace(/^description:.*$/m, `description: ${markOf(round)}`);
  return new Map([
    ['template.yaml', encode(manifest)],
    ['theme.yaml', await readFile(join(folder, 'theme.yaml'))],
    ['deck.hbs', encode(`{{!-- ${markOf(round)} --}}\n<section layout="title"><h1>{{title}}</h1></section>\n`)],
  ]);
}

const COMPANY = [0, 1].map((odd) => powerPointTemplate({ layouts: odd === 0 ? ['title', 'obj', 'titleOnly'] : ['title', 'obj'] }));

/** A text whose article, source and original name the round. */
const textOf = (round: number): string =>
  `The ferry to Aren, ${markOf(round)}\n\nThe ferry to Aren loses its crossing at night, the council said on 3 May 2024. It is ${markOf(round)} of the talks.\n\n` +
  'The council will meet again in June, the clerk said, and hear what the island has to say about it.\n';

/** One round of each kind of work. */
export const ROUNDS: Readonly<Record<WorkName, (started: Started, round: number, root: string) => Promise<void>>> = {
  save: async (started, round) => {
    const { briefing, hash } = await briefingNow(started);
    await started.client.call('draft.save', { file: BRIEFING, briefing: { ...briefing, title: markOf(round) }, basedOn: hash });
    await started.client.call('briefing.save', { file: BRIEFING, briefing: { ...briefing, title: markOf(round) }, basedOn: hash });
  },
  export: (started, round) => exported(started, round, false),
  audience: (started, round) => exported(started, round, true),
  handover: handedOver,
  import: async ({ client }, round) => {
    const data = Buffer.from(COMPANY[round % 2] ?? new Uint8Array()).toString('base64');
    await client.call('template.import', { file: 'house.potx', title: 'House', data, replace: true });
  },
  install: async ({ client }, round, root) => {
    const data = Buffer.from(zipFolder('mine', await packOf(root, round))).toString('base64');
    await client.call('template.install', { name: 'mine.zip', data, replace: true });
  },
  review: async (started, round) => {
    const { client } = started;
    const data = Buffer.from(textOf(round)).toString('base64');
    await client.call('intake.open', { name: 'ferry.txt', from: { kind: 'data', data }, declaredType: null, charset: null });
    const { review, problems } = await started.next('intake.done');
    if (review === null) throw new Error(JSON.stringify(problems));
    const { parts } = await client.call('intake.get', { review });
    await client.call('intake.change', {
      review,
      since: parts.revision,
      operation: { kind: 'correct-field', field: 'publisher', value: markOf(round) },
    });
    await client.call('intake.save', { review, id: 'ferry', replace: true });
  },
};
