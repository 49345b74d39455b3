import { join } from 'node:path';
import { noPrinter } from '../../workspace/formats.ts';
import type { Answer } from '../../api/contract.ts';
import { createBackend, unavailable, type HostPorts, type ServiceSettings } from '../../workspace/backend.ts';
import { documentsFolder, homeFolder } from '../../workspace/places.ts';
import type { Resources } from '../../workspace/resources.ts';
import { startThread } from '../../workspace/thread.ts';
import { findChromium, printWith } from '../shared/chromium.ts';
import { canOpen, openPath, reveal } from './opener.ts';
import { startWebHost, type WebHost } from './server.ts';

export interface LaunchOptions {
  readonly version: string;
  readonly resources: Resources;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
}

function platformName(platform: NodeJS.Platform): Answer<'app.start'>['host']['platform'] {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
}

/** The app on a loopback address, its work in a thread. */
export async function launchWeb(
  options: LaunchOptions,
): Promise<WebHost & { readonly call: (command: string, payload: unknown) => Promise<unknown> }> {
  const { env, version, resources, port } = options;
  const [chromium, desktop] = await Promise.all([findChromium(env), canOpen(env)]);
  const settings: ServiceSettings = {
    version,
    resources,
    home: homeFolder(env, process.platform),
    documents: documentsFolder(env),
    host: {
      kind: 'web',
      platform: platformName(process.platform),
      dialogs: false,
      reveal: desktop,
      open: desktop,
      pdf: chromium !== null,
      menu: false,
    },
  };
  const ports: HostPorts = {
    choose: () => Promise.reject(unavailable('a browser cannot choose folders', 'Type or paste the folder’s path.')),
    reveal: (path) => reveal(path),
    open: (path) => openPath(path),
    window: () => undefined,
    progress: () => undefined,
    printPdf: async (request, signal) => {
      if (chromium === null) throw noPrinter();
      await printWith(chromium, request, signal);
    },
  };
  const backend = createBackend(() => startThread(resources.worker, settings), ports);
  const host = await startWebHost({ backend, ui: resources.ui, port, access: join(settings.home, 'browser') });
  return { ...host, call: (command, payload) => backend.call(command, payload) };
}
