import { join } from 'node:path';
import type { AppEvent } from '../../api/contract.ts';
import type { ServiceSettings } from '../backend.ts';
import type { PrintRequest } from '../print.ts';
import { HOUSE_FILE } from '../house.ts';
import { snapshot, watchFolder, type Changes, type Snapshot, type Watcher } from '../watch.ts';
import { openAdopting, type Adopting } from './adopting.ts';
import { openArticles, type Articles } from './articles.ts';
import { openBin, type Bin } from './bin.ts';
import { isBriefing, openBriefings, type Briefings } from './briefings.ts';
import { openDrafts, type Drafts } from './drafts.ts';
import { openExports, type Exports } from './exports.ts';
import { openMerging, type Merging } from './merging.ts';
import type { IntakeRunner } from '../intake/run.ts';
import { openIntake, type Intake } from './intake.ts';
import type { LibraryReader } from './library/reading.ts';
import { cacheName, contentPath, openLibrary, type Library } from './library/index.ts';
import { ASIDE, type Workspace } from './place.ts';
import { isJobEvent } from './jobs.ts';
import { openPreviews, type Previews } from './preview.ts';
import { openStates } from './states.ts';
import type { Channel, Said, Stream } from './stream.ts';
import type { Work } from '../work/types.ts';
import { openTemplates, type Templates } from './templates.ts';
import type { ExportRunner } from './export-types.ts';
import type { Store } from '../store/index.ts';

/** What the service gets from where it runs. */
export interface ServicePorts {
  readonly emit: (event: AppEvent) => void;
  readonly run: ExportRunner;
  readonly ingest: IntakeRunner;
  /** Of a workspace's folder. */
  readonly readerOf: (root: string) => LibraryReader;
  /** What is done on templates and for previews. */
  readonly work: Work;
  readonly print: (request: PrintRequest & { readonly job: string }) => Promise<void>;
  readonly cancelPrint: (job: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** One open workspace: everything that lives as long as it is open. */
export interface Session {
  readonly workspace: Workspace;
  readonly library: Library;
  readonly articles: Articles;
  readonly briefings: Briefings;
  readonly drafts: Drafts;
  readonly bin: Bin;
  readonly templates: Templates;
  readonly previews: Previews;
  readonly exports: Exports;
  readonly merging: Merging;
  readonly adopting: Adopting;
  readonly intake: Intake;
  /** Looks at the folder now, not when it is quiet. */
  readonly check: () => Promise<void>;
  /** What the workspace says, and what its answers know of. */
  readonly channel: Channel;
  readonly close: () => Promise<void>;
}

export interface SessionOptions {
  readonly settings: ServiceSettings;
  readonly store: Store;
  readonly ports: ServicePorts;
  /** Bytes of fonts that previews name, by their id. */
  readonly fonts: Map<string, Uint8Array>;
  readonly stream: Stream;
  readonly onWritten: (path: string) => void;
}

export async function openSession(
  workspace: Workspace,
  { settings, store, ports, fonts, stream, onWritten }: SessionOptions,
): Promise<Session> {
  const { now } = ports;
  const channel = stream.open();
  const { emit } = channel;
  /** Of jobs, too, which go on when another workspace is opened. */
  const tell = (event: Said): void => (isJobEvent(event) ? stream.emit(event) : emit(event));
  let watcher: Watcher | null = null;
  let marks: Snapshot = await snapshot(workspace.root, ASIDE);
  const reader = ports.readerOf(workspace.root);
  const library = await openLibrary({
    root: workspace.root,
    store,
    content: contentPath(workspace.root, workspace.content),
    snapshot: marks,
    cacheFile: join(settings.home, 'libraries', cacheName(workspace.root)),
    version: settings.version,
    emit: (payload) => emit({ name: 'library', payload }),
    onMissing: (path) => watcher?.forget(path),
    reader,
  });
  const drafts = openDrafts(store, join(settings.home, 'drafts'), workspace.root, now);
  const ownFolder = (kind: string): string => join(settings.home, kind, cacheName(workspace.root).replace('.json', ''));
  const bin = openBin(store, ownFolder('bin'), now);
  const today = (): string => new Date(now()).toISOString().slice(0, 10);
  const briefings = openBriefings(workspace, store, drafts, bin, () => [...marks.keys()], today);
  const templates = openTemplates(store, workspace.templates, settings.resources.templates, ports.work);
  const previews = openPreviews({
    root: workspace.root,
    library: () => library,
    templates: () => templates,
    work: ports.work,
    files: fonts,
  });
  const exports = openExports({
    workspace,
    store,
    library,
    templates,
    fonts: settings.resources.fonts,
    worker: settings.resources.worker,
    home: settings.home,
    run: ports.run,
    prints: settings.host.pdf,
    print: ports.print,
    cancelPrint: ports.cancelPrint,
    emit: tell,
    onWritten,
    now,
  });

  const decks = { workspace, store, library, templates, work: ports.work, onWritten, now };
  const merging = openMerging(decks);
  const adopting = openAdopting(decks);

  // Each in a turn of its own: what fails, or takes long, keeps no news of the others back.
  const [onTemplates, onBriefings, onArticles] = [inTurn(), inTurn(), inTurn()];
  const onChange = (changes: Changes, after: Snapshot): void => {
    marks = after;
    const paths = [...changes.changed, ...changes.gone];
    if (paths.some((path) => path.startsWith('templates/'))) {
      templates.forget();
      void onTemplates(async () => {
        emit({ name: 'templates', payload: { templates: await templates.list() } });
        emit({ name: 'stale', payload: { reason: 'template' } });
      });
    }
    if (paths.some(isBriefing)) {
      void onBriefings(async () => {
        for (const event of await briefings.foreign(changes)) emit({ name: 'briefing', payload: event });
        emit({ name: 'briefings', payload: { briefings: await briefings.list() } });
      });
    }
    if (paths.some((path) => /\.(?:md|source\.txt)$/i.test(path))) {
      const reading = library.update(after);
      void onArticles(async () => {
        await reading;
        emit({ name: 'stale', payload: { reason: 'article' } });
      });
    }
    if (paths.includes(HOUSE_FILE)) emit({ name: 'stale', payload: { reason: 'house' } });
    if (paths.some((path) => /\.(?:png|jpe?g|svg|webp|gif)$/i.test(path))) emit({ name: 'stale', payload: { reason: 'image' } });
  };
  const watching = watchFolder(workspace.root, { skip: ASIDE, first: marks, onChange });
  watcher = watching;

  const check = async (): Promise<void> => {
    await watching.check();
    await Promise.all([onTemplates(), onBriefings(), onArticles()]);
  };
  const states = openStates(store, ownFolder('states'), now);
  const articles = openArticles({ workspace, store, library, reader, briefings, bin, states, previews, check });
  const intake = openIntake({
    workspace,
    disk: store,
    library,
    previews,
    folder: ownFolder('reviews'),
    ingest: ports.ingest,
    emit: tell,
    onWritten,
    check,
    now,
  });

  return {
    workspace,
    library,
    articles,
    briefings,
    drafts,
    bin,
    templates,
    previews,
    exports,
    merging,
    adopting,
    intake,
    check,
    channel,
    close: async () => {
      watching.close();
      await intake.close();
      await library.close();
    },
  };
}

/** Does one after the other; without a task it only waits. What fails is over: the next look at the folder finds what is still to do. */
function inTurn(): (task?: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (task) => (last = last.then(task).catch(() => undefined));
}
