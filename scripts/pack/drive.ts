/**
 * Runs the packaged main process under plain Node, with the fake Electron in the real one's place, and prints what is wrong as a JSON
 * list: how windows are made, what the pages may do, and whether the worker makes real decks from the package's own files.
 * `node drive.mjs UNPACKED_APP FOLDER_FOR_USER_DATA`
 */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppEvent, Envelope } from '../../src/api/contract.ts';
import type * as FakeElectron from './fake-electron.ts';

const [folder = '', data = ''] = process.argv.slice(2);
const app = realpathSync(folder);
const faults: string[] = [];

/** What each window must be made with, whatever the source says. */
const REQUIRED: Readonly<Record<string, unknown>> = {
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
};

const CHANNELS = { call: 'lectern:call', event: 'lectern:event' } as const;

/** A picture that no deck stores as it is, so that the library for pictures must turn it into one. */
const GIF = 'R0lGODdhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=';

/** Glyphs that no ready-made cut of the fonts has, so that one must be made. */
const RARE = 'Ελλάδα, Việt Nam';

async function until<T>(look: () => T | null | undefined, what: string): Promise<T> {
  for (let waited = 0; waited < 40_000; waited += 20) {
    const found = look();
    if (found !== null && found !== undefined) return found;
    await new Promise((then) => setTimeout(then, 20));
  }
  throw new Error(`${what} did not happen`);
}

function checkWindow(window: FakeElectron.BrowserWindow, electron: typeof FakeElectron): void {
  const preferences = window.options.webPreferences;
  for (const [name, wanted] of Object.entries(REQUIRED)) {
    if (preferences[name] !== wanted) faults.push(`the window’s ${name} is ${String(preferences[name])}`);
  }
  if (preferences['devTools'] !== false) faults.push('the packaged window has developer tools');
  const preload = String(preferences['preload']);
  const inside = !relative(app, resolve(preload)).startsWith('..');
  if (!inside || !existsSync(preload)) faults.push(`the preload is not in the package: ${relative(app, preload)}`);
  const order = electron.record.map(([name]) => name);
  if (!order.slice(0, order.indexOf('ready')).includes('app.enableSandbox')) faults.push('the sandbox is not on before the app is ready');
  if (window.webContents.getURL() !== 'lectern://app/index.html') faults.push(`the window opens ${window.webContents.getURL()}`);
}

async function checkPages({ session }: FakeElectron.FakeContents): Promise<void> {
  for (const address of ['lectern://app/index.html', 'lectern://app/preview/']) {
    const response = await session.fetch(address);
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    if (response.status !== 200) faults.push(`${address} answers ${response.status}`);
    if (!policy.startsWith(`default-src 'none'`) || /unsafe|\*|https?:/.test(policy))
      faults.push(`${address} has a weak policy: ${policy}`);
    const text = await response.text();
    if (text.includes('LECTERN_NONCE')) faults.push(`${address} kept the place of its nonce`);
    for (const [, path = ''] of text.matchAll(/(?:src|href)="([^"#:]+)"/g)) {
      const asset = await session.fetch(new URL(path, address).href);
      if (asset.status !== 200) faults.push(`${address} needs ${path}, which answers ${asset.status}`);
    }
  }
  const cancelled: boolean[] = [];
  session.beforeRequest?.({ url: 'https://example.org/' }, ({ cancel }) => cancelled.push(cancel));
  if (cancelled[0] !== true) faults.push('the session lets the network through');
}

/** The deck of the sample, in each of the package's templates and every format. */
async function checkWork(electron: typeof FakeElectron, contents: FakeElectron.FakeContents): Promise<void> {
  const events: AppEvent[] = [];
  contents.heard.set(CHANNELS.event, new Set([(_, event) => events.push(event as AppEvent)]));
  const call = async (command: string, payload: unknown): Promise<Record<string, unknown>> => {
    const envelope = (await electron.invokeFrom(contents, contents.mainFrame, CHANNELS.call, command, payload)) as Envelope;
    if (!envelope.ok)
      throw new Error(`${command}: ${envelope.problems.map((p) => `${p.code} ${p.message} ${p.received ?? ''}`).join('; ')}`);
    return envelope.value as Record<string, unknown>;
  };
  const started = await call('app.start', {});
  if (started['workspace'] === null) await call('workspace.create', { path: null });
  const { briefings } = (await call('briefing.list', {})) as { briefings: { file: string }[] };
  const file = briefings[0]?.file;
  if (file === undefined) throw new Error('the package has no sample briefing');
  const { briefing } = (await call('briefing.read', { file })) as { briefing: Record<string, unknown> };

  const added = (await call('image.add', { file, name: 'dot.gif', data: GIF })) as { src: string };
  if (added.src !== 'images/dot.png') faults.push(`a picture became ${added.src}`);

  const { templates } = (await call('template.list', {})) as { templates: { name: string }[] };
  if (templates.length === 0) faults.push('the package has no template');
  for (const { name } of templates) {
    const payload = { file, briefing: { ...briefing, template: name, options: {} }, channel: name, since: null, limit: null };
    const { deck, problems } = (await call('preview.render', payload)) as { deck: unknown; problems: { code: string; message: string }[] };
    if (deck === null) faults.push(`the template ${name} makes no deck: ${problems.map((p) => `${p.code} ${p.message}`).join('; ')}`);
  }

  const request = {
    file,
    briefing: { ...briefing, title: RARE },
    formats: ['pptx', 'html', 'pdf'],
    for: 'presenter',
    folder: null,
    existing: 'refuse',
  };
  const { job } = (await call('export.start', request)) as { job: string };
  const done = await until(() => events.find((event) => event.name === 'export.done' && event.payload.job === job), 'the export’s end');
  if (done.name !== 'export.done') return;
  const { outcome, files, problems } = done.payload;
  if (outcome !== 'written') faults.push(`the export ${outcome}: ${problems.map((p) => `${p.code} ${p.message}`).join('; ')}`);
  for (const format of ['pptx', 'html', 'pdf'] as const) {
    const written = files.find((f) => f.format === format);
    if (written === undefined || statSync(written.path).size === 0) faults.push(`no .${format} was written`);
    else if (format === 'pptx' && !readFileSync(written.path).includes('ppt/presentation.xml')) faults.push('the .pptx is no presentation');
  }
}

async function drive(): Promise<void> {
  process.env['LECTERN_HOME'] = join(data, 'home');
  process.env['LECTERN_DOCUMENTS'] = join(data, 'documents');
  process.argv.length = 1;
  const fake = join(app, '..', 'node_modules', 'electron', 'index.js');
  const electron = (await import(pathToFileURL(fake).href)) as typeof FakeElectron;
  electron.app.appPath = app;
  electron.app.isPackaged = true;
  const { main } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as { main: string };
  await import(pathToFileURL(join(app, main)).href);
  electron.app.ready();
  const window = await until(() => electron.BrowserWindow.all[0], 'the window');
  await until(() => window.webContents.getURL() || null, 'the window’s page');
  checkWindow(window, electron);
  await checkPages(window.webContents);
  // what opens safely is worth a look at what it does
  if (faults.length === 0) await checkWork(electron, window.webContents);
}

await drive().catch((error: unknown) => {
  faults.push(error instanceof Error ? error.message : String(error));
});
process.stdout.write(`\n${JSON.stringify(faults)}\n`, () => process.exit(0));
