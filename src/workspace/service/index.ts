import { basename } from 'node:path';
import type { Answer, Envelope, Handlers, ServiceCommand, Stamp } from '../../api/contract.ts';
import { dispatch } from '../../api/dispatch.ts';
import { problemsOfError } from '../../api/problems.ts';
import { articleCommands } from '../../api/schemas/article.ts';
import { intakeCommands } from '../../api/schemas/intake.ts';
import { targetSchema } from '../../api/schemas/workspace.ts';
import { LecternError, problem, type Problem } from '../../core/base/errors.ts';
import type { ServiceSettings } from '../backend.ts';
import { openState, remember } from '../settings.ts';
import { briefingHandlers } from './briefing-handlers.ts';
import { addImage } from './images.ts';
import { listHandovers } from './handovers.ts';
import { createJobs } from './jobs.ts';
import { createPlace, inside, isThere, openPlace, type Workspace } from './place.ts';
import { openSession, type ServicePorts, type Session } from './session.ts';
import { openStream } from './stream.ts';
import { pathOfTarget } from './targets.ts';
import { openStore } from '../store/index.ts';

export type { ServicePorts } from './session.ts';

export interface Service {
  /** A command of the contract, or `resolve`: the absolute path of what may be shown or opened. Never rejects. */
  readonly call: (command: string, payload: unknown) => Promise<Envelope>;
  readonly close: () => Promise<void>;
}

type Opened = Answer<'workspace.open'>;
type ArticleCommand = keyof typeof articleCommands;
type IntakeCommand = keyof typeof intakeCommands;

/** How a command comes by the workspace; its answer is stamped with what it then knows of. */
interface Asked {
  readonly here: () => Promise<Session>;
  /** For an answer about a workspace that has just been opened. */
  readonly of: (session: Session) => void;
}

function none(): LecternError {
  return new LecternError(
    problem('file/missing', { message: 'no workspace is open', hint: 'Open a folder with articles, or make a new workspace.' }),
  );
}

/** The use-cases behind the contract: one workspace at a time, whatever window asks. */
export async function createService(settings: ServiceSettings, ports: ServicePorts): Promise<Service> {
  const { resources, home, documents, host, version } = settings;
  const store = openStore(home);
  // Before anything is read that an earlier run may have left half done.
  await store.recover();
  const state = await openState(home, store);
  let session: Session | null = null;
  let opening: Promise<unknown> = Promise.resolve();
  const written = new Set<string>();
  const fonts = new Map<string, Uint8Array>();
  const jobs = createJobs();
  const stream = openStream((event) => {
    jobs.note(event);
    ports.emit(event);
  });

  const current = async (): Promise<Session> => {
    await opening.catch(() => undefined);
    // The thread may have been started anew: what was open before is opened again.
    return session ?? (await open(reopen)).session;
  };

  const open = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = opening.then(task, task);
    opening = turn;
    return turn;
  };

  const reopen = async (): Promise<{ session: Session; opened: Opened }> => {
    if (session) return { session, opened: await asOpened(session, null, false) };
    const last = state.get().workspace;
    if (last === null) throw none();
    return use((await openPlace(last)).workspace, null, false);
  };

  /** One after the other, so that no event of the one comes among the other's. */
  const use = async (workspace: Workspace, briefing: string | null, fresh: boolean): Promise<{ session: Session; opened: Opened }> => {
    await session?.close();
    session = null;
    const next = await openSession(workspace, { settings, store, ports, fonts, stream, onWritten: (path) => written.add(path) });
    session = next;
    const { root, name } = workspace;
    state.update((s) => ({ ...remember(s, { path: root, name, kind: 'workspace' }), workspace: root }));
    return { session: next, opened: await asOpened(next, briefing, fresh) };
  };

  /** With the briefing to show: the one asked for, else the last one worked on, if it is there. */
  const asOpened = async (of: Session, briefing: string | null, fresh: boolean): Promise<Opened> => {
    const { root, name } = of.workspace;
    const remembered = briefing ?? state.get().briefings[root] ?? null;
    const found = remembered !== null && (await isThere(of.workspace, remembered)) ? remembered : null;
    return { workspace: { path: root, name, fresh }, briefing: found ?? (await first(of)) };
  };

  /** A fresh workspace shows its sample briefing, one with a single briefing that one. */
  const first = async (opened: Session): Promise<string | null> => {
    const list = await opened.briefings.list();
    return list.find(({ broken }) => !broken)?.file ?? null;
  };

  const start = async (of: Asked['of']): Promise<{ opened: Opened | null; problems: readonly Problem[] }> => {
    try {
      const { session: found, opened } = await open(async () =>
        session === null && state.get().workspace === null
          ? use(await createPlace(store, null, documents, resources.content), null, true)
          : reopen(),
      );
      of(found);
      return { opened, problems: [] };
    } catch (error) {
      return { opened: null, problems: problemsOfError(error) };
    }
  };

  /** Opens a workspace for every window. */
  const enter = async (
    of: Asked['of'],
    place: () => Promise<{ workspace: Workspace; briefing: string | null }>,
    fresh: boolean,
  ): Promise<Opened> =>
    open(async () => {
      const { workspace, briefing } = await place();
      const { session: entered, opened } = await use(workspace, briefing, fresh);
      of(entered);
      entered.channel.emit({ name: 'workspace', payload: opened });
      return opened;
    });

  const noteBriefing = (s: Session, file: string): void => {
    const path = inside(s.workspace, file);
    state.update((before) => ({
      ...remember(before, { path, name: basename(file).replace(/\.briefing\.ya?ml$/i, ''), kind: 'briefing' }),
      briefings: { ...before.briefings, [s.workspace.root]: file },
    }));
  };

  const handlersFor = ({ here, of }: Asked): Handlers<ServiceCommand> => ({
    'app.start': async () => {
      const { opened, problems } = await start(of);
      const { settings: saved, recent } = state.get();
      return {
        version,
        host,
        settings: saved,
        recent,
        workspace: opened?.workspace ?? null,
        briefing: opened?.briefing ?? null,
        problems,
      };
    },
    'settings.save': ({ settings: changed }) => {
      state.update((s) => ({ ...s, settings: changed }));
      return {};
    },
    'workspace.open': ({ path }) => enter(of, () => openPlace(path), false),
    'workspace.create': ({ path }) =>
      enter(of, async () => ({ workspace: await createPlace(store, path, documents, resources.content), briefing: null }), true),
    'library.get': async () => (await here()).library.answer(),
    'article.read': async ({ article }) => (await here()).library.detail(article),
    ...articleHandlers(here),
    ...briefingHandlers(here, noteBriefing),
    'image.add': async ({ file, name, data }) => {
      const { workspace } = await here();
      return addImage({ store, within: workspace.root }, inside(workspace, file), name, Buffer.from(data, 'base64'));
    },
    'preview.render': async (request) => (await here()).previews.render(request),
    'preview.font': async ({ id }) => {
      const font = (await here()).previews.font(id);
      if (font) return font;
      throw new LecternError(
        problem('file/missing', { message: 'there is no such font', received: id, hint: 'Render the preview first.' }),
      );
    },
    'template.list': async () => ({ templates: await (await here()).templates.list() }),
    'template.duplicate': async ({ name, as }) => ({ template: await (await here()).templates.duplicate(name, as) }),
    'template.install': async ({ name, data, replace }) => ({
      template: await (await here()).templates.install(name, Buffer.from(data, 'base64'), replace),
    }),
    'template.import': async ({ file, title, data, replace }) =>
      (await here()).templates.importCompany(file, title, Buffer.from(data, 'base64'), replace),
    'template.doctor': async ({ name }) => (await here()).templates.examine(name),
    'template.map': async ({ name, layout, onto, regions }) =>
      (await here()).templates.map(name, layout, regions === null ? { layout: onto } : { layout: onto, regions }),
    'template.design': async ({ name }) => (await here()).templates.design(name),
    'template.redesign': async ({ name, changes }) => (await here()).templates.redesign(name, changes),
    'template.export': async ({ name }) => {
      const s = await here();
      const made = await s.templates.exportTo(name, s.workspace.output);
      written.add(made.path);
      return made;
    },
    'export.start': async (request) => ({ job: begun((await here()).exports.start(request)) }),
    'handover.start': async (request) => ({ job: begun((await here()).exports.handOver(request)) }),
    'handover.list': async () => listHandovers(home, (await here()).workspace.root, (path) => written.add(path)),
    'export.cancel': async ({ job }) => {
      (await here()).exports.cancel(job);
      return {};
    },
    'merge.open': async (request) => (await here()).merging.open(request),
    'merge.save': async (request) => (await here()).merging.save(request),
    'adopt.open': async (request) => (await here()).adopting.open(request),
    'adopt.take': async (request) => (await here()).adopting.take(request),
    'deck.compare': async (request) => (await here()).merging.compare(request),
    ...intakeHandlers(here),
    'job.get': ({ job }) => jobs.get(job),
  });

  /** The open workspace's own. */
  const articleHandlers = (here: Asked['here']): Handlers<ArticleCommand> =>
    Object.fromEntries(
      (Object.keys(articleCommands) as ArticleCommand[]).map((command) => [
        command,
        async (request: never) => (await here()).articles.handlers[command](request),
      ]),
    ) as unknown as Handlers<ArticleCommand>;

  /** As those of articles, with the jobs that they begin. */
  const intakeHandlers = (here: Asked['here']): Handlers<IntakeCommand> =>
    Object.fromEntries(
      (Object.keys(intakeCommands) as IntakeCommand[]).map((command) => [
        command,
        async (request: never) => {
          const answer: unknown = await (await here()).intake[command](request);
          if (command === 'intake.open') begun((answer as Answer<'intake.open'>).job);
          return answer;
        },
      ]),
    ) as unknown as Handlers<IntakeCommand>;

  const begun = (job: string): string => {
    jobs.begin(job);
    return job;
  };

  return {
    call: async (command, payload) => {
      if (command !== 'resolve') {
        const stamp: { at: Stamp | null } = { at: null };
        // Before the answer is worked out: what is said while it is may be in it already, and does no harm a second time.
        const of = (asked: Session): void => void (stamp.at ??= asked.channel.at());
        const here = async (): Promise<Session> => {
          const asked = await current();
          of(asked);
          return asked;
        };
        const envelope = await dispatch(handlersFor({ here, of }), command, payload);
        return stamp.at === null ? envelope : { ...envelope, at: stamp.at };
      }
      try {
        return { ok: true, value: await pathOfTarget(targetSchema.parse(payload), await current(), written) };
      } catch (error) {
        return { ok: false, problems: problemsOfError(error) };
      }
    },
    close: async () => {
      await opening.catch(() => undefined);
      await session?.close();
      ports.work.close();
      await state.settled();
    },
  };
}
