import { Command, InvalidArgumentError } from 'commander';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import manifest from '../../../package.json' with { type: 'json' };
import type { Envelope } from '../../api/contract.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import { codeOf, fileProblem } from '../../workspace/files.ts';
import { homeFolder } from '../../workspace/places.ts';
import { EXIT, type Context, type Exit } from './context.ts';
import { report } from './report.ts';

interface ServeOptions {
  readonly port: number;
  readonly open: boolean;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('A port is 0 to 65535; 0: any free one.');
  return port;
}

export function serveCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('serve')
    .description('open the app in the browser, from this machine alone')
    .argument('[folder]', 'the workspace to open; default: the last one, or a new one with the samples')
    .option('--port <number>', 'the port to listen at; 0: the last one, or any free one', portNumber, 0)
    .option('--no-open', 'only print the address, and the file that lets a browser in')
    .action(async (folder: string | undefined, options: ServeOptions) => exit(await serve(folder, options, context)));
}

async function serve(folder: string | undefined, options: ServeOptions, context: Context): Promise<Exit> {
  // V8 marks what is in use in threads beside those that read articles. Where there are no five cores it takes a quarter of their time.
  if (availableParallelism() < 5) setFlagsFromString('--no-concurrent-marking');
  const { launchWeb } = await import('../web/launch.ts');
  const host = await launchWeb({
    version: manifest.version,
    resources: context.resources,
    port: options.port,
    env: process.env,
  }).catch((error: unknown) => {
    if (codeOf(error) === '') throw error;
    // What else the system refuses is that Lectern's own folder cannot be written to.
    if (codeOf(error) !== 'EADDRINUSE') {
      const home = homeFolder(process.env, process.platform);
      throw new LecternError(fileProblem('file/write', home, 'write to Lectern’s own folder', error));
    }
    throw new LecternError(
      problem('usage', {
        message: 'the port is taken by another program',
        received: String(options.port),
        hint: 'Choose another port, or leave --port out.',
      }),
    );
  });
  if (folder !== undefined) {
    const opened = (await host.call('workspace.open', { path: resolve(context.folder, folder) })) as Envelope;
    if (!opened.ok) {
      await host.close();
      return report(opened.problems, context);
    }
  }
  context.out(`Lectern: ${host.origin}/\nOpens it in a browser: ${host.entry}\n`);
  context.err('Stop with Ctrl+C.\n');
  if (options.open) {
    const { canOpen, openPath } = await import('../web/opener.ts');
    if (await canOpen()) await openPath(host.entry).catch(() => undefined);
  }
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
  await host.close();
  return EXIT.done;
}
