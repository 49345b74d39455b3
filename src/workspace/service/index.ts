import { basename } from 'node:path';
import type { Answer, Envelope, Handlers, Payload, ServiceCommand } from '../../api/contract.ts';
import { dispatch } from '../../api/dispatch.ts';
import { problemsOfError } from '../../api/problems.ts';
import { intakeCommands } from '../../api/schemas/intake.ts';
import { targetSchema } from '../../api/schemas/workspace.ts';
import { LecternError, problem, type Problem } from '../../core/errors.ts';
import type { ServiceSettings } from '../backend.ts';
import { exists } from '../files.ts';
import { openFonts } from '../pack-fonts.ts';
import { openState, remember } from '../settings.ts';
import { addImage } from './images.ts';
import { createPlace, inside, openPlace, type Workspace } from './place.ts';
import { openSession, type ServicePorts, type Session } from './session.ts';

export type { ServicePorts } from './session.ts';

export interface Service {
  /** A command of the contract, or `resolve`: the absolute path of what may be shown or opened. Never rejects. */
  readonly call: (command: string, payload: unknown) => Promise<Envelope>;
  readonly close: () => Promise<void>;
}

type Opened = Answer<'workspace.open'>;
type IntakeCommand = keyof typeof intakeCommands;

function none(): LecternError {
  return new LecternError(
    problem('file/missing', { message: 'no workspace is open', cure: 'Open a folder with articles, or make a new workspace.' }),
  );
}

/** The use-cases behind the contract: one workspace at a time, whatever window asks. */
export async function createService(settings: ServiceSettings, ports: ServicePorts): Promise<Service> {
  const { resources, home, documents, host, version } = settings;
  const state = await openState(home);
  let session: Session | null = null;
  let opening: Promise<unknown> = Promise.resolve();
  const written = new Set<string>();
  const fonts = openFonts(resources);

  const current = async (): Promise<Session> => {
    await opening.catch(() => undefined);
    if (session) return session;
    // The thread may have been started anew: what was open before is opened again.
    const last = state.get().workspace;
    if (last === null) throw none();
    await open(async () => use((await openPlace(last)).workspace, null, false));
    return current();
  };

  const use = async (workspace: Workspace, briefing: string | null, fresh: boolean): Promise<Opened> => {
    const next = await openSession(workspace, settings, ports, fonts, (path) => written.add(path));
    await session?.close();
    session = next;
    const { root, name } = workspace;
    const remembered = briefing ?? state.get().briefings[root] ?? null;
    const found = remembered !== null && (await exists(inside(workspace, remembered))) ? remembered : null;
    state.update((s) => ({ ...remember(s, { path: root, name, kind: 'workspace' }), workspace: root }));
    return { workspace: { path: root, name, fresh }, briefing: found ?? (await first(next)) };
  };

  /** A fresh workspace shows its sample briefing, one with a single briefing that one. */
  const first = async (opened: Session): Promise<string | null> => {
    const list = await opened.briefings.list();
    return list.find(({ broken }) => !broken)?.file ?? null;
  };

  const open = (task: () => Promise<Opened>): Promise<Opened> => {
    const turn = opening.then(task, task);
    opening = turn;
    return turn;
  };

  const start = async (): Promise<{ opened: Opened | null; problems: readonly Problem[] }> => {
    try {
      const last = state.get().workspace;
      if (session) {
        const { root, name } = session.workspace;
        const briefing = state.get().briefings[root] ?? (await first(session));
        return { opened: { workspace: { path: root, name, fresh: false }, briefing }, problems: [] };
      }
      if (last !== null) return { opened: await open(async () => use((await openPlace(last)).workspace, null, false)), problems: [] };
      return { opened: await open(async () => use(await createPlace(null, documents, resources.content), null, true)), problems: [] };
    } catch (error) {
      return { opened: null, problems: problemsOfError(error) };
    }
  };

  const noteBriefing = (s: Session, file: string): void => {
    const path = inside(s.workspace, file);
    state.update((before) => ({
      ...remember(before, { path, name: basename(file).replace(/\.briefing\.ya?ml$/i, ''), kind: 'briefing' }),
      briefings: { ...before.briefings, [s.workspace.root]: file },
    }));
  };

  /** The open workspace's own. */
  const intake = Object.fromEntries(
    (Object.keys(intakeCommands) as IntakeCommand[]).map((command) => [
      command,
      async (request: never) => (await current()).intake[command](request),
    ]),
  ) as unknown as Handlers<IntakeCommand>;

  const handlers: Handlers<ServiceCommand> = {
    'app.start': async () => {
      const { opened, problems } = await start();
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
    'workspace.open': ({ path }) =>
      open(async () => {
        const { workspace, briefing } = await openPlace(path);
        const opened = await use(workspace, briefing, false);
        ports.emit({ name: 'workspace', payload: opened });
        return opened;
      }),
    'workspace.create': ({ path }) =>
      open(async () => {
        const opened = await use(await createPlace(path, documents, resources.content), null, true);
        ports.emit({ name: 'workspace', payload: opened });
        return opened;
      }),
    'library.get': async () => (await current()).library.current(),
    'article.read': async ({ article }) => (await current()).library.detail(article),
    'briefing.list': async () => ({ briefings: await (await current()).briefings.list() }),
    'briefing.read': async ({ file }) => {
      const s = await current();
      const read = await s.briefings.read(file);
      noteBriefing(s, file);
      return read;
    },
    'briefing.save': async ({ file, briefing, basedOn }) => {
      const hash = await (await current()).briefings.save(file, briefing, basedOn);
      // Other windows show the same file; the one that saved knows the hash.
      ports.emit({ name: 'briefing', payload: { file, hash } });
      return { hash };
    },
    'briefing.create': async ({ name, briefing }) => {
      const s = await current();
      const read = await s.briefings.create(name, briefing);
      noteBriefing(s, read.file);
      await s.check();
      return read;
    },
    'briefing.rename': async ({ file, name }) => {
      const s = await current();
      const renamed = await s.briefings.rename(file, name);
      noteBriefing(s, renamed);
      await s.check();
      return { file: renamed };
    },
    'draft.save': async ({ file, briefing, basedOn }) => {
      await (await current()).briefings.saveDraft(file, briefing, basedOn);
      return {};
    },
    'draft.drop': async ({ file }) => {
      await (await current()).drafts.drop(file);
      return {};
    },
    'image.add': async ({ file, name, data }) => addImage(inside((await current()).workspace, file), name, Buffer.from(data, 'base64')),
    'preview.render': async (request) => (await current()).previews.render(request),
    'preview.font': async ({ id }) => {
      const font = (await current()).previews.font(id);
      if (font) return font;
      throw new LecternError(
        problem('file/missing', { message: 'there is no such font', received: id, cure: 'Render the preview first.' }),
      );
    },
    'template.list': async () => ({ templates: await (await current()).templates.list() }),
    'template.duplicate': async ({ name, as }) => ({ template: await (await current()).templates.duplicate(name, as) }),
    'template.install': async ({ name, data, replace }) => ({
      template: await (await current()).templates.install(name, Buffer.from(data, 'base64'), replace),
    }),
    'template.import': async ({ file, title, data, replace }) =>
      (await current()).templates.importCompany(file, title, Buffer.from(data, 'base64'), replace),
    'template.doctor': async ({ name }) => (await current()).templates.examine(name),
    'template.map': async ({ name, layout, onto, regions }) =>
      (await current()).templates.map(name, layout, regions === null ? { layout: onto } : { layout: onto, regions }),
    'template.export': async ({ name }) => {
      const s = await current();
      const made = await s.templates.exportTo(name, s.workspace.output);
      written.add(made.path);
      return made;
    },
    'export.start': async (request) => ({ job: (await current()).exports.start(request) }),
    'export.cancel': async ({ job }) => {
      (await current()).exports.cancel(job);
      return {};
    },
    ...intake,
  };

  /** Only what belongs to the workspace or was written by this session may be shown or opened. */
  const resolveTarget = async (target: Payload<'host.open'>['target']): Promise<string> => {
    const s = await current();
    const refused = (message: string): LecternError =>
      new LecternError(problem('file/missing', { message, cure: 'Choose another, or look into the workspace’s folder.' }));
    switch (target.kind) {
      case 'workspace':
        return s.workspace.root;
      case 'article': {
        const file = s.library.fileOf(target.id);
        if (file === null) throw refused('the article is not in this workspace');
        return file;
      }
      case 'template':
        return s.templates.folderOf(target.name);
      case 'written':
        if (!written.has(target.path)) throw refused('Lectern did not write this file');
        if (!(await exists(target.path))) throw refused('the file is not there any more');
        return target.path;
    }
  };

  return {
    call: async (command, payload) => {
      if (command !== 'resolve') return dispatch(handlers, command, payload);
      try {
        return { ok: true, value: await resolveTarget(targetSchema.parse(payload)) };
      } catch (error) {
        return { ok: false, problems: problemsOfError(error) };
      }
    },
    close: async () => {
      await opening.catch(() => undefined);
      await session?.close();
      await state.settled();
    },
  };
}
