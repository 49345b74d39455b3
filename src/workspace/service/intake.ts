import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Answer, EventPayload, Handlers, Payload } from '../../api/contract.ts';
import { problemsOfError } from '../../api/problems.ts';
import type { intakeCommands } from '../../api/schemas/intake.ts';
import { DEFAULT_TEMPLATE } from '../../core/briefing/index.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import { omit } from '../../core/base/omit.ts';
import { articleIdOf, DEFAULT_LIMITS } from '../../core/intake/index.ts';
import type { Draft } from '../../core/intake/types.ts';
import { readBytes } from '../files.ts';
import { sha256 } from '../../core/base/hash.ts';
import { refuseArticle } from '../intake/original.ts';
import { renew, renewIfSaved, type KnownArticle, type Renewed } from '../intake/renew.ts';
import type { IntakeHooks, IntakeRequest, IntakeRunner } from '../intake/run.ts';
import { saveArticle } from '../intake/save.ts';
import { openTurns } from '../work/turns.ts';
import type { Store } from '../store/index.ts';
import type { Library } from './library/index.ts';
import type { Workspace } from './place.ts';
import type { Previews } from './preview.ts';
import { draftOf } from './review-history.ts';
import type { Beginning } from './review-store.ts';
import { openReviewStore } from './review-store.ts';
import { openReviews, sourcesOfTopic } from './reviews.ts';

type IntakeEvent =
  | { readonly name: 'intake.progress'; readonly payload: EventPayload<'intake.progress'> }
  | { readonly name: 'intake.done'; readonly payload: EventPayload<'intake.done'> }
  | { readonly name: 'reviews'; readonly payload: EventPayload<'reviews'> };

export interface IntakeOptions {
  readonly workspace: Workspace;
  readonly disk: Store;
  readonly library: Library;
  readonly previews: Previews;
  /** Lectern's own folder for reviews of this workspace. */
  readonly folder: string;
  readonly ingest: IntakeRunner;
  readonly emit: (event: IntakeEvent) => void;
  readonly onWritten: (path: string) => void;
  /** Looks at the workspace now. */
  readonly check: () => Promise<void>;
  readonly now: () => number;
}

export interface Intake extends Handlers<keyof typeof intakeCommands> {
  readonly close: () => Promise<void>;
}

/** What a file that was read once is, so that it is read as that again, whatever its name says. */
const MEDIA_TYPES: Readonly<Record<Draft['file']['format'], string | null>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  docx: null,
  pdf: null,
  pptx: null,
  odt: null,
  eml: null,
  mhtml: null,
};

interface Job {
  readonly cancelled: () => boolean;
  /** Stops it, and what of it runs. */
  readonly stop: () => void;
  onStop: () => void;
}

function newJob(): Job {
  let cancelled = false;
  const job: Job = {
    cancelled: () => cancelled,
    stop: () => {
      cancelled = true;
      job.onStop();
    },
    onStop: () => undefined,
  };
  return job;
}

/** Files taken in at the same time: each may need half a gigabyte, and one that is stuck keeps the others from nothing. */
const AT_ONCE = 2;

/** Taking files in, and the reviews of what came of it. */
export function openIntake(options: IntakeOptions): Intake {
  const { workspace, disk, library, previews, folder, emit, now } = options;
  const store = openReviewStore(disk, folder, now);
  const reviews = openReviews(store, now);
  const jobs = new Map<string, Job>();
  const turns = openTurns(AT_ONCE);
  const running = new Set<Promise<void>>();

  const tell = async (): Promise<void> => emit({ name: 'reviews', payload: { reviews: await reviews.list() } });

  const known = (): KnownArticle[] =>
    library.current().articles.map(({ id, title, file }) => ({ id, title, file: join(workspace.root, ...file.split('/')) }));

  const read = async ({ name, from, declaredType, charset }: Payload<'intake.open'>): Promise<IntakeRequest> => {
    const bytes = from.kind === 'path' ? await readBytes(from.path, { limit: DEFAULT_LIMITS.bytes }) : Buffer.from(from.data, 'base64');
    return { bytes: new Uint8Array(bytes), name: basename(name.replaceAll('\\', '/')), declaredType, charset };
  };

  const take = async (asked: Payload<'intake.open'>, id: string, job: Job): Promise<Answer<'intake.get'>['id']> => {
    const request = await read(asked);
    refuseArticle(request.bytes, request.name);
    const begun = request.charset === null ? await reviews.ofFile(sha256(request.bytes), request.name) : null;
    if (begun) return begun.id;
    if (job.cancelled()) throw cancelled(request.name);
    const { kept, ...beginning } = await begin(request, now(), job, (progress) => {
      if (!job.cancelled()) emit({ name: 'intake.progress', payload: { job: id, ...progress } });
    });
    const review = randomUUID();
    await reviews.begin(review, beginning, kept ?? request.bytes);
    return review;
  };

  /** Reads a file into what a review begins with. Throws what stands in the way. */
  const begin = async (
    request: IntakeRequest,
    opened: number,
    job: Job,
    onProgress: IntakeHooks['onProgress'],
  ): Promise<Beginning & { readonly kept?: Uint8Array }> => {
    const running = options.ingest(request, { onProgress });
    job.onStop = running.stop;
    const { value, problems, original: kept } = await running.done;
    if (value === null) throw new LecternError(problems);
    await library.ready;
    const renewed = await renewIfSaved(value, known());
    if (job.cancelled()) throw cancelled(request.name);
    return { opened, problems, ...beginningOf(value, renewed), ...(kept && { kept }) };
  };

  const reread = async ({ review: id, charset }: Payload<'intake.reread'>): Promise<Answer<'intake.reread'>> => {
    const review = await reviews.find(id);
    const { revision } = review;
    const { taken, opened } = review.beginning;
    const { name, format } = taken.file;
    const request = { bytes: Uint8Array.from(await store.original(id)), name, declaredType: MEDIA_TYPES[format], charset };
    const [job, key] = [newJob(), randomUUID()];
    jobs.set(key, job);
    const beginning = omit(await begin(request, opened, job, () => undefined).finally(() => jobs.delete(key)), 'kept');
    // What was decided meanwhile, or that the review has ended, counts for more.
    if ((await reviews.find(id)) !== review || review.revision !== revision) throw wentOn(name, charset);
    await reviews.beginAnew(review, beginning);
    await tell();
    return reviews.whole(review);
  };

  const end = async (id: string): Promise<void> => {
    await reviews.drop(id);
    await tell();
  };

  const run = async (asked: Payload<'intake.open'>, id: string, job: Job): Promise<void> => {
    const done = (payload: Omit<EventPayload<'intake.done'>, 'job'>): void => {
      jobs.delete(id);
      emit({ name: 'intake.done', payload: { job: id, ...payload } });
    };
    try {
      const review = await take(asked, id, job);
      done({ outcome: 'ready', review, problems: (await reviews.find(review)).beginning.problems });
      await tell();
    } catch (error) {
      done({ outcome: job.cancelled() ? 'cancelled' : 'failed', review: null, problems: problemsOfError(error) });
    }
  };

  const inTurn = async (asked: Payload<'intake.open'>, id: string, job: Job): Promise<void> => {
    const turn = turns.enter();
    // One that is cancelled before its turn says so at once.
    await Promise.race([turn, new Promise<void>((resolve) => (job.onStop = resolve))]);
    await run(asked, id, job);
    (await turn)();
  };

  return {
    'intake.open': (asked) => {
      const id = randomUUID();
      const job = newJob();
      jobs.set(id, job);
      const task = inTurn(asked, id, job).finally(() => running.delete(task));
      running.add(task);
      return { job: id };
    },
    'intake.cancel': ({ job: id }) => {
      jobs.get(id)?.stop();
      return {};
    },
    'intake.list': async () => ({ reviews: await reviews.list() }),
    'intake.get': async ({ review }) => reviews.whole(await reviews.find(review)),
    'intake.drop': async ({ review }) => {
      await end((await reviews.find(review)).id);
      return {};
    },
    'intake.change': (request) => reviews.change(request),
    'intake.undo': (request) => reviews.step(request, -1),
    'intake.redo': (request) => reviews.step(request, 1),
    'intake.weigh': (request) => reviews.weigh(request),
    'intake.preview': async ({ review: id, topic, template, options: chosen, since }) => {
      const { history, beginning } = await reviews.find(id);
      const draft = draftOf(history);
      const file = beginning.based?.file ?? join(workspace.content, `${articleIdOf(draft)}.md`);
      const sources = sourcesOfTopic(draft, topic, { file, template: template ?? DEFAULT_TEMPLATE, options: chosen });
      return previews.topic(sources, { channel: `intake/${id}`, since });
    },
    'intake.reread': reread,
    'intake.renew': async ({ review: id, article }) => {
      const review = await reviews.find(id);
      const { taken, opened, problems } = review.beginning;
      const saved = article === null ? null : known().find((other) => other.id === article);
      if (saved === undefined) throw noArticle(article ?? '');
      const renewed = saved === null ? null : await renew(taken, saved);
      await reviews.beginAnew(review, { opened, problems, ...beginningOf(taken, renewed) });
      await tell();
      return reviews.whole(review);
    },
    'intake.save': async ({ review: id, id: as, replace }) => {
      const { history, beginning } = await reviews.find(id);
      const { article, files, problems } = await saveArticle(disk, {
        within: workspace.root,
        draft: draftOf(history),
        original: await store.original(id),
        folder: workspace.content,
        id: as,
        based: beginning.based,
        fileOf: library.fileOf,
        replace,
      });
      for (const file of files) options.onWritten(file);
      await options.check();
      await end(id);
      return { article: article.id, files, problems };
    },
    close: async () => {
      for (const job of jobs.values()) job.stop();
      await Promise.all(running);
      await store.settled();
    },
  };
}

function beginningOf(taken: Draft, renewed: Renewed | null): Pick<Beginning, 'taken' | 'start' | 'changes' | 'based'> {
  return { taken, start: renewed?.draft ?? taken, changes: renewed?.changes ?? [], based: renewed?.based ?? null };
}

function cancelled(name: string): LecternError {
  return new LecternError(
    problem('intake/cancelled', {
      message: 'Taking in the file was cancelled.',
      place: { file: name },
      hint: 'Nothing was changed; start again if you like.',
    }),
  );
}

function wentOn(name: string, charset: string): LecternError {
  return new LecternError(
    problem('intake/charset', {
      message: 'The review went on while the file was read again, so it was left as it is.',
      place: { file: name },
      received: charset,
      hint: 'Undo your steps, then choose the character set again.',
    }),
  );
}

function noArticle(id: string): LecternError {
  return new LecternError(
    problem('briefing/article-missing', {
      message: 'the article is not in this workspace',
      received: id,
      hint: 'Choose another, or go on with an article of its own.',
    }),
  );
}
