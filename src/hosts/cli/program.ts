import { Command, CommanderError } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { LecternError } from '../../core/base/errors.ts';
import { EXIT, type Context, type Exit } from './context.ts';
import { report } from './report.ts';
import { adoptCommand } from './adopt.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { diffCommand } from './diff.ts';
import { handoverCommand } from './handover.ts';
import { inspectCommand } from './inspect.ts';
import { intakeCommand } from './intake.ts';
import { listCommand } from './list.ts';
import { mergeCommand } from './merge.ts';
import { serveCommand } from './serve.ts';
import { templateCommand } from './template.ts';
import { timesCommand } from './times.ts';

const EXIT_HELP = `
Exit status: 0 done, 1 the input is at fault, 2 wrong usage, 3 a fault of Lectern's own,
4 decks differ (diff --exit-code).`;

/** Runs one command line (without `node` and the script's name) and answers the exit status. Never throws. */
export async function run(args: readonly string[], context: Context): Promise<Exit> {
  let exit: Exit = EXIT.done;
  const program = new Command('lectern')
    .description('Turns structured articles into briefing decks: a native PowerPoint and a single HTML file that look the same.')
    .version(manifest.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXIT_HELP)
    .showSuggestionAfterError(true)
    .showHelpAfterError('(add --help for what is possible)')
    .configureOutput({ writeOut: context.out, writeErr: context.err })
    .exitOverride()
    // Before anything is read that an earlier run may have left half done.
    .hook('preAction', () => context.store.recover());
  const commands = [
    buildCommand,
    handoverCommand,
    intakeCommand,
    listCommand,
    checkCommand,
    templateCommand,
    inspectCommand,
    diffCommand,
    mergeCommand,
    adoptCommand,
    timesCommand,
    serveCommand,
  ];
  for (const command of commands) {
    const made = command(context, (status) => {
      exit = status;
    });
    program.addCommand(made.copyInheritedSettings(program).addHelpText('after', EXIT_HELP));
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof LecternError) return report(error.problems, context);
    context.err(
      `A fault of Lectern's own; please report it with what you did:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return EXIT.fault;
  }
}
