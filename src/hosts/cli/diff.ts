import { Command } from 'commander';
import { resolve } from 'node:path';
import { differs, diffText } from '../../workspace/diff-text.ts';
import { diffFiles } from '../../workspace/diff.ts';
import { openFonts } from '../../workspace/pack-fonts.ts';
import { EXIT, type Context, type Exit } from './context.ts';
import { listed, progress, report } from './report.ts';

interface DiffOptions {
  readonly json?: true;
  readonly exitCode?: true;
}

export function diffCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('diff')
    .description('say what differs between two decks, or between a deck and what a briefing gives now')
    .argument('<from>', 'DECK.pptx, or BRIEFING.yaml: what it gives now')
    .argument('[to]', 'the same; default: what the briefing that the deck was made from gives now')
    .option('--json', 'print a machine-readable report')
    .option('--exit-code', `end with ${EXIT.differs} where the decks differ`)
    .action(async (from: string, to: string | undefined, options: DiffOptions) => exit(await diff(from, to ?? null, options, context)));
}

async function diff(from: string, to: string | null, options: DiffOptions, context: Context): Promise<Exit> {
  const line = progress(context);
  line.say('Comparing …');
  const { resources, folder } = context;
  const at = (file: string): string => resolve(folder, file);
  const request = { from: at(from), to: to === null ? null : at(to), base: folder };
  const { value, problems } = await diffFiles(request, { resources, fontsFor: openFonts(resources) }).finally(() => line.end());
  if (options.json) context.out(`${JSON.stringify(value ? { ...value, warnings: listed(problems) } : { problems: listed(problems) })}\n`);
  else report(problems, context);
  if (value === null) return EXIT.input;
  if (!options.json) context.out(diffText(value));
  return options.exitCode && differs(value) ? EXIT.differs : EXIT.done;
}
