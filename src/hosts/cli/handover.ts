import { Command, InvalidArgumentError } from 'commander';
import { compareDecks } from '../../workspace/diff.ts';
import { dirname, join, resolve } from 'node:path';
import { HANDOVER_PARTS, type HandoverPart } from '../../api/formats.ts';
import { hasErrors, LecternError, problem, unwrap, type Outcome, type Problem } from '../../core/base/errors.ts';
import { isBriefingFile, loadBriefing, loadPackFor, rootOf } from '../../workspace/build.ts';
import { exists, isFolder } from '../../workspace/files.ts';
import { handOver, openHistory, type HandedOver, type HandoverRecord } from '../../workspace/handover/index.ts';
import { openFonts } from '../../workspace/pack-fonts.ts';
import { EXIT, type Context, type Exit } from './context.ts';
import { printer } from './printer.ts';
import { listed, progress, report } from './report.ts';

interface HandoverOptions {
  readonly out?: string;
  readonly zip?: true;
  readonly to?: string;
  readonly without: readonly HandoverPart[];
  readonly brief?: true;
  readonly withWords?: true;
  readonly list?: true;
  readonly json?: true;
}

function parts(text: string): HandoverPart[] {
  return text.split(',').flatMap((word) => {
    const name = word.trim();
    if (name === '') return [];
    const part = HANDOVER_PARTS.find((known) => known === name);
    if (!part) throw new InvalidArgumentError(`Allowed: ${HANDOVER_PARTS.join(', ')}.`);
    return [part];
  });
}

export function handoverCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('handover')
    .description('make one folder or .zip of everything that is handed over: all copies of a deck, its sources, and a page that opens them')
    .argument('[briefing]', 'BRIEFING.yaml; with --list also a workspace’s folder')
    .option('--out <folder>', 'in which the hand-over gets a folder of its own; default: beside the briefing')
    .option('--zip', 'one .zip in place of a folder')
    .option('--to <whom>', 'to whom: it stands on the page, and in the list of hand-overs')
    .option('--without <list>', `what to leave out: ${HANDOVER_PARTS.join(', ')}`, parts, [])
    .option('--brief', 'with the deck’s one page to read, for Word and as HTML')
    .option('--with-words', 'the briefing’s own words travel in the presenter’s .pptx, so that it can be built again without the briefing')
    .option('--list', 'list what was handed over before, the newest first')
    .option('--json', 'print a machine-readable report')
    .action(async (file: string | undefined, options: HandoverOptions) => {
      exit(await (options.list ? list(file ?? '.', options, context) : make(file, options, context)));
    });
}

function refused(problems: readonly Problem[], { json }: HandoverOptions, context: Context, status: Exit): Exit {
  if (json) context.out(`${JSON.stringify({ handover: null, problems: listed(problems) })}\n`);
  else report(problems, context);
  return status;
}

function usage(message: string, hint: string): Problem {
  return problem('usage', { message, hint });
}

async function make(file: string | undefined, options: HandoverOptions, context: Context): Promise<Exit> {
  const { without, json } = options;
  if (file === undefined || !isBriefingFile(file))
    return refused([usage('a hand-over is made of a briefing', 'Name a BRIEFING.yaml.')], options, context, EXIT.usage);
  const formats = (['pptx', 'html', 'pdf'] as const).filter((part) => !without.includes(part));
  const hasCopies = !without.includes('presenter') || !without.includes('audience');
  if (formats.length === 0 || !hasCopies || (without.includes('audience') && formats.every((format) => format === 'pdf')))
    return refused([usage('this leaves out every copy of the deck', 'Leave less out.')], options, context, EXIT.usage);
  const path = resolve(context.folder, file);
  const problems: Problem[] = [];
  const line = progress(context);
  try {
    line.say('Reading …');
    const { record, slides, problems: found } = await handedOver(path, options, context, problems, line.say);
    line.end();
    const all = listed([...problems, ...found]);
    if (json) context.out(`${JSON.stringify({ handover: record, slides, warnings: all })}\n`);
    else {
      report(all, context);
      context.out(`${record.place}\n${record.files.map((one) => `  ${one.path}  ${Math.ceil(one.bytes / 1000)} kB\n`).join('')}`);
    }
    return hasErrors(all) ? EXIT.input : EXIT.done;
  } catch (error) {
    line.end();
    if (!(error instanceof LecternError)) throw error;
    return refused([...problems, ...error.problems], options, context, EXIT.input);
  }
}

/** What is found out on the way goes to `problems`, so that it is told even where something stands in the way. */
async function handedOver(
  path: string,
  { out, zip, to, without, brief, withWords }: HandoverOptions,
  context: Context,
  problems: Problem[],
  say: (text: string) => void,
): Promise<HandedOver> {
  const take = <T>(outcome: Outcome<T>): T => {
    if (!hasErrors(outcome.problems)) problems.push(...outcome.problems);
    return unwrap(outcome);
  };
  const { resources, store } = context;
  const sources = take(await loadBriefing(path, context.folder));
  const pack = take(await loadPackFor({ name: sources.briefing.template, by: 'briefing' }, path, resources, context.folder));
  const { fonts, problems: fontProblems } = await openFonts(resources)(pack);
  problems.push(...fontProblems);
  const wantsPdf = !without.includes('pdf') && !without.includes('audience');
  return handOver({
    sources,
    pack,
    fonts,
    store,
    print: wantsPdf ? await printer(context) : null,
    root: await rootOf(path),
    folder: out === undefined ? dirname(path) : resolve(context.folder, out),
    asZip: zip === true,
    to: to?.trim() || null,
    without,
    brief: brief === true,
    withWords: withWords === true,
    now: context.date(),
    compare: compareDecks,
    onStep: (step) => say(step === 'layout' ? 'Laying out …' : `Writing ${step} …`),
  });
}

async function list(file: string, { json }: HandoverOptions, context: Context): Promise<Exit> {
  const path = resolve(context.folder, file);
  const root = await rootOf((await isFolder(path)) ? join(path, 'briefing') : path);
  const { records, problems } = await openHistory(context.store.home, root).list();
  const shown = await Promise.all(records.map(async (record) => ({ ...record, there: await exists(record.place) })));
  if (json) context.out(`${JSON.stringify({ handovers: shown, problems: listed(problems) })}\n`);
  else {
    report(problems, context);
    context.out(shown.length === 0 ? 'Nothing was handed over from this workspace on this machine.\n' : shown.map(asText).join(''));
  }
  return hasErrors(problems) ? EXIT.input : EXIT.done;
}

function asText({ at, to, title, mark, stamp, briefing, place, there }: HandoverRecord & { readonly there: boolean }): string {
  const lines = [
    `${at.slice(0, 16).replace('T', ' ')} UTC  ${title}${mark === null ? '' : ` [${mark}]`}`,
    `  ${to === null ? '' : `to ${to}, `}version ${stamp}, from ${briefing}`,
    `  ${place}${there ? '' : '  (not there any more)'}`,
  ];
  return `${lines.join('\n')}\n`;
}
