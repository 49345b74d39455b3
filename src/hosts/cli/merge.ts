import { Command, Option } from 'commander';
import { resolve } from 'node:path';
import { mergeChoices } from '../../api/schemas/merge.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import type { Choice, Conflict } from '../../core/write/pptx/merge/types.ts';
import { readText } from '../../workspace/files.ts';
import { mergeDeck, saveMerged, type MergedDeck } from '../../workspace/merge.ts';
import { openFonts } from '../../workspace/pack-fonts.ts';
import { EXIT, type Context, type Exit } from './context.ts';
import { listed, progress, report } from './report.ts';

interface MergeOptions {
  readonly briefing?: string;
  readonly template?: string;
  readonly take?: 'theirs' | 'ours';
  readonly choices?: string;
  readonly keepLooks?: true;
  readonly out?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

export function mergeCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('merge')
    .description(
      'merge a .pptx that was edited by hand with what its briefing gives now; what both changed is named and stands as a comment',
    )
    .argument('<deck>', 'DECK.pptx, edited')
    .option(
      '--briefing <file>',
      'the briefing whose deck it is; default: what the deck says it was made from, with its articles as they are now',
    )
    .option('--template <name>', 'a template’s name, or the folder of a pack; default: the briefing’s')
    .addOption(new Option('--take <side>', 'what to take where both changed the same').choices(['theirs', 'ours']))
    .option('--choices <file>', 'a .json of choices by the ids of conflicts: {"ID": "theirs" | "ours" | "both" | {"words": ["…"]}}')
    .option('--keep-looks', 'looks that were changed by hand stay even where the template has changed')
    .option('--out <file>', 'where to write; default: DECK.merged.pptx beside it; a name that is taken gets a number')
    .option('--dry-run', 'write nothing')
    .option('--json', 'print a machine-readable report')
    .action(async (file: string, options: MergeOptions) => exit(await merge(file, options, context)));
}

async function merge(file: string, options: MergeOptions, context: Context): Promise<Exit> {
  const path = resolve(context.folder, file);
  const line = progress(context);
  line.say('Merging …');
  const request = {
    file: path,
    briefing: options.briefing === undefined ? null : resolve(context.folder, options.briefing),
    base: context.folder,
    template: options.template ?? null,
    keepLooks: options.keepLooks === true,
    now: Date.now(),
  };
  const tools = { resources: context.resources, fontsFor: openFonts(context.resources) };
  const chosen = options.choices === undefined ? new Map<string, Choice>() : await readChoices(resolve(context.folder, options.choices));
  let outcome = await mergeDeck({ ...request, choices: chosen }, tools);
  const { take } = options;
  const open =
    outcome.value?.conflicts.filter(({ choice, choices }) => choice === null && take !== undefined && choices.includes(take)) ?? [];
  if (take !== undefined && open.length > 0)
    outcome = await mergeDeck({ ...request, choices: new Map([...chosen, ...open.map(({ id }) => [id, take] as const)]) }, tools);
  line.end();
  const { value, problems } = outcome;
  const out = options.out === undefined ? null : resolve(context.folder, options.out);
  const written = value === null || options.dryRun ? null : await saveMerged(context.store, path, out, value.bytes);
  if (options.json) {
    const { slides = [], conflicts = [] } = value ?? {};
    context.out(`${JSON.stringify({ file: written, slides, conflicts, problems: listed(problems) })}\n`);
    return problems.some(({ severity }) => severity === 'error') ? EXIT.input : EXIT.done;
  }
  const status = report(problems, context);
  if (value) context.out(asText(value));
  if (written !== null) context.out(`${written}\n`);
  return status;
}

const FROM: Readonly<Record<MergedDeck['slides'][number]['from'], string>> = {
  same: '',
  theirs: 'by hand',
  ours: 'from the briefing',
  merged: 'merged',
  added: 'added by hand',
  new: 'new in the briefing',
  deleted: 'deleted by hand',
  withdrawn: 'not in the briefing any more',
};

function asText({ slides, conflicts }: MergedDeck): string {
  const lines = slides.map(
    ({ number, title, from }) =>
      `${(number === null ? '-' : String(number)).padStart(3)}  ${title}${FROM[from] === '' ? '' : `  [${FROM[from]}]`}`,
  );
  const open = conflicts.filter(({ choice }) => choice === null).length;
  return `${[...lines, '', summary(conflicts, open)].join('\n')}\n`;
}

function summary(conflicts: readonly Conflict[], open: number): string {
  if (conflicts.length === 0) return 'Nothing was changed on both sides.';
  return `${conflicts.length} changed on both sides, ${open === 0 ? 'all settled' : `${open} not settled: each has a comment at its slide`}.`;
}

/** Throws a `LecternError` `usage` where the file is not of that form. */
async function readChoices(file: string): Promise<Map<string, Choice>> {
  const text = await readText(file);
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    // Said below: it is not of the form.
  }
  const found = mergeChoices.safeParse(json);
  if (found.success) return new Map(Object.entries(found.data));
  throw new LecternError(
    problem('usage', {
      message: 'the file of choices is not of the form that is read',
      place: { file },
      allowed: '{"ID": "theirs" | "ours" | "both" | {"words": ["…"]}}',
      hint: 'The ids are those of the conflicts in the report of --json.',
    }),
  );
}
