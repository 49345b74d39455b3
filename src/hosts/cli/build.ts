import { Command, Option, InvalidArgumentError } from 'commander';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { hasErrors, LecternError, problem, type Outcome, type Problem } from '../../core/base/errors.ts';
import { isBriefingFile, outputName } from '../../workspace/build.ts';
import { BRIEF_FORMATS, FILE_FORMATS, type FileFormat } from '../../api/formats.ts';
import { writeDeck, type DeckRequest, type WrittenDeck } from '../../workspace/deck.ts';
import { pathOf } from '../../workspace/export.ts';
import { exists } from '../../workspace/files.ts';
import { FORMATS } from '../../workspace/formats.ts';
import { openFonts } from '../../workspace/pack-fonts.ts';
import type { Depth } from '../../core/briefing/types.ts';
import type { PictureQuality } from '../../core/deck/types.ts';
import { EXIT, type Context, type Exit } from './context.ts';
import { explained } from './explain.ts';
import { printer } from './printer.ts';
import { listed, progress, report } from './report.ts';

interface BuildOptions {
  readonly topics?: readonly string[];
  readonly depth?: Depth;
  readonly template?: string;
  readonly pictures?: PictureQuality;
  readonly format: readonly FileFormat[];
  readonly for: 'presenter' | 'audience';
  readonly out?: string;
  readonly discardEdits?: true;
  readonly replace?: true;
  readonly changesSince?: string;
  readonly keepBoth?: true;
  readonly merge?: true;
  readonly brief?: true;
  readonly explain?: true;
  readonly json?: true;
}

const list = (text: string): string[] => [...new Set(text.split(',').map((part) => part.trim()))].filter(Boolean);

function formats(text: string): FileFormat[] {
  return list(text).map((name) => {
    const format = FILE_FORMATS.find((f) => f === name);
    if (!format) throw new InvalidArgumentError(`Allowed: ${FILE_FORMATS.join(', ')}.`);
    return format;
  });
}

export function buildCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('build')
    .description('make a deck from a briefing, or straight from articles')
    .argument(
      '<files...>',
      'one or more BRIEFING.yaml (a deck of each), one or more ARTICLE.md (one deck of all), or a DECK.pptx that Lectern wrote',
    )
    .option('--topics <list>', 'only these topics, in this order: ARTICLE/TOPIC,… (with one article: TOPIC,…)', list)
    .addOption(new Option('--depth <depth>', 'how much of each topic').choices(['headline', 'points', 'full']))
    .option('--template <name>', 'a template’s name, or the folder of a pack')
    .addOption(
      new Option(
        '--pictures <quality>',
        'screen: at twice the size shown; print: at 300 dots an inch; original: with all their pixels',
      ).choices(['screen', 'print', 'original']),
    )
    .option('--format <list>', `what to write: ${FILE_FORMATS.join(', ')}`, formats, ['pptx', 'html'])
    .option('--brief', 'also the deck’s one page to read: NAME.brief.docx and NAME.brief.html')
    .addOption(
      new Option('--for <whom>', 'audience: without notes, excerpts and recipe').choices(['presenter', 'audience']).default('presenter'),
    )
    .option('--out <folder>', 'where to write; default: beside the first file')
    .option(
      '--discard-edits',
      'with a DECK.pptx that was edited by hand: make a new deck without the edits, beside it as DECK.rebuilt.pptx',
    )
    .addOption(
      new Option(
        '--replace',
        'where a file stands that was edited or is not ours: replace it, and keep a dated copy of it beside',
      ).conflicts(['keepBoth', 'merge']),
    )
    .addOption(
      new Option('--keep-both', 'leave such a file as it is: the new deck’s files get a free name, as NAME-2').conflicts([
        'replace',
        'merge',
      ]),
    )
    .addOption(
      new Option(
        '--merge',
        'merge such a .pptx with the new deck, as NAME.merged.pptx beside it; what both changed is named and stands as a comment',
      ).conflicts(['replace', 'keepBoth']),
    )
    .option('--changes-since <deck>', 'with a slide that says what has changed since an earlier DECK.pptx, and notes with all of it')
    .option('--explain', 'print why slides stand as they do, where the template lets Lectern choose: each candidate with its score')
    .option('--json', 'print a machine-readable report')
    .action(async (files: string[], options: BuildOptions) => exit(await build(files, options, context)));
}

/** The decks that are asked for: each briefing makes one, and so do all articles together and a deck of ours. Throws a UsageError. */
async function requestsOf(files: readonly string[], options: BuildOptions, context: Context): Promise<DeckRequest[]> {
  const paths = [...new Set((await Promise.all(files.map((file) => expanded(resolve(context.folder, file))))).flat())];
  const [first, ...others] = paths;
  if (first === undefined) throw usage(`there is no file ${files.join(', ')}`, 'Give a briefing, articles or a deck.');
  const request = (file: string, ...more: string[]): DeckRequest => ({
    files: [file, ...more],
    base: context.folder,
    topics: options.topics ?? null,
    depth: options.depth ?? 'points',
    template: options.template ?? null,
    pictures: options.pictures ?? null,
    formats: options.brief ? [...new Set([...options.format, ...BRIEF_FORMATS])] : options.format,
    forPresenter: options.for === 'presenter',
    folder: options.out === undefined ? null : resolve(context.folder, options.out),
    discardEdits: options.discardEdits === true,
    existing: policyOf(options),
    now: Date.now(),
    changesSince: options.changesSince === undefined ? null : resolve(context.folder, options.changesSince),
  });
  if (options.merge && (options.for === 'audience' || !options.format.includes('pptx')))
    throw usage('--merge goes with the presenter’s .pptx', 'The audience’s copy does not say what was handed out; use --keep-both.');
  if (/\.pptx$/i.test(first)) {
    if (options.merge) throw usage('--merge goes with a briefing or articles', `Merge the deck itself: lectern merge ${files[0] ?? ''}`);
    if (others.length > 0 || options.topics || options.depth) throw usage('a deck is built again by itself', 'Give the .pptx alone.');
    return [request(first)];
  }
  if (options.discardEdits) throw usage('--discard-edits goes with a .pptx', 'Leave it out.');
  if (paths.some(isBriefingFile)) {
    if (!paths.every(isBriefingFile)) throw usage('briefings and articles are built apart', 'Give briefings alone, or articles alone.');
    if (options.topics || options.depth)
      throw usage('--topics and --depth go with articles', 'Choose topics and their depth in the briefing itself.');
    const requests = paths.map((path) => request(path));
    refuseOnePlace(requests);
    return requests;
  }
  const wrong = paths.find((file) => !/\.md$/i.test(file));
  if (wrong !== undefined)
    throw usage(
      `${relative(context.folder, wrong)} is neither a briefing (.yaml) nor an article (.md)`,
      'Give a briefing, articles or a deck.',
    );
  return [request(first, ...others)];
}

function policyOf({ replace, keepBoth, merge }: BuildOptions): DeckRequest['existing'] {
  if (merge) return 'merge';
  if (keepBoth) return 'keep-both';
  return replace ? 'keep-copy' : 'refuse';
}

/** The files that a name with one `*` means, where the shell leaves that to the program, as Windows' do; any other path as it is. */
async function expanded(path: string): Promise<string[]> {
  const [start = '', end, ...more] = basename(path).split('*');
  if (end === undefined || more.length > 0 || (await exists(path))) return [path];
  const names = await readdir(dirname(path)).catch(() => []);
  return names
    .filter((name) => name.startsWith(start) && name.endsWith(end) && name.length >= start.length + end.length)
    .sort()
    .map((name) => join(dirname(path), name));
}

/** Two briefings of one name, from two folders, would take each other's place. */
function refuseOnePlace(requests: readonly DeckRequest[]): void {
  const places = new Map<string, string>();
  for (const { files, folder } of requests) {
    const [file] = files;
    const place = pathOf(folder ?? dirname(file), outputName(file), 'pptx').toLowerCase();
    const other = places.get(place);
    if (other !== undefined)
      throw usage(`${other} and ${file} would be written to the same files`, 'Build them apart, each with its --out.');
    places.set(place, file);
  }
}

class UsageError extends LecternError {}

function usage(message: string, hint: string): UsageError {
  return new UsageError(problem('usage', { message, hint }));
}

async function build(files: readonly string[], options: BuildOptions, context: Context): Promise<Exit> {
  const started = context.now();
  let requests: DeckRequest[];
  try {
    requests = await requestsOf(files, options, context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    if (options.json) context.out(`${JSON.stringify({ files: [], slides: 0, problems: listed(error.problems) })}\n`);
    else report(error.problems, context);
    return EXIT.usage;
  }
  const outcomes = await outcomesOf(requests, context);
  const isExplained = options.explain === true;
  if (options.json) printJson(requests, outcomes, isExplained, context);
  else printText(requests, outcomes, context, started);
  if (isExplained && !options.json) for (const { value } of outcomes) context.out(explained(value?.reasons ?? []));
  return worst(outcomes);
}

/** A few at most, and PDFs, one after another here; many in a thread for each core. */
async function outcomesOf(requests: readonly DeckRequest[], context: Context): Promise<readonly Outcome<WrittenDeck>[]> {
  const line = progress(context);
  const { resources, store } = context;
  const print = requests.some(({ formats: wanted }) => wanted.includes('pdf'));
  try {
    if (requests.length > 2 && !print) {
      const { writeDecks } = await import('../../workspace/threads/decks.ts');
      const say = (done: number): void => line.say(`${done} of ${requests.length} …`);
      return await writeDecks(requests, { threads: availableParallelism(), resources, home: store.home, onDone: say });
    }
    const tools = { resources, store, fontsFor: openFonts(resources), print: print ? await printer(context) : null };
    const outcomes: Outcome<WrittenDeck>[] = [];
    for (const request of requests) outcomes.push(await writeDeck(request, { ...tools, onStep: (step) => line.say(STEPS[step]) }));
    return outcomes;
  } finally {
    line.end();
  }
}

const STEPS: Readonly<Record<'reading' | 'layout' | FileFormat, string>> = {
  reading: 'Reading …',
  layout: 'Laying out …',
  ...(Object.fromEntries(FILE_FORMATS.map((format) => [format, `Writing ${FORMATS[format].label} …`])) as Record<FileFormat, string>),
};

function printJson(requests: readonly DeckRequest[], outcomes: readonly Outcome<WrittenDeck>[], explain: boolean, context: Context): void {
  const decks = outcomes.map(({ value, problems }) =>
    value
      ? { files: value.files, kept: value.kept, slides: value.slides, ...(explain && { arranged: value.reasons }), ...bySeverity(problems) }
      : { files: [], slides: 0, problems: listed(problems) },
  );
  const [only, ...others] = decks;
  const named = (): object => ({ decks: decks.map((deck, i) => ({ from: requests[i]?.files[0], ...deck })) });
  context.out(`${JSON.stringify(others.length === 0 ? only : named())}\n`);
}

/** Beside a deck that was written, errors are what a merge has not settled. */
function bySeverity(problems: readonly Problem[]): object {
  const [errors, warnings] = [
    problems.filter(({ severity }) => severity === 'error'),
    problems.filter(({ severity }) => severity !== 'error'),
  ];
  return { warnings: listed(warnings), ...(errors.length > 0 && { problems: listed(errors) }) };
}

function printText(requests: readonly DeckRequest[], outcomes: readonly Outcome<WrittenDeck>[], context: Context, started: number): void {
  const decks = outcomes.flatMap(({ value }) => value ?? []);
  for (const { value, problems } of outcomes) {
    report(problems, context);
    for (const path of value?.kept ?? []) context.out(`${path}  kept\n`);
    for (const file of value?.files ?? []) context.out(`${file.path}  ${Math.ceil(file.bytes / 1000)} kB\n`);
  }
  const slides = decks.reduce((sum, deck) => sum + deck.slides, 0);
  const seconds = ((context.now() - started) / 1000).toFixed(1);
  const failed = requests.length - decks.length;
  const of = requests.length > 1 ? `${decks.length} decks, ` : '';
  if (decks.length > 0) context.out(`${of}${slides} slides in ${seconds} s\n`);
  if (failed > 0 && requests.length > 1) context.err(`${failed} of ${requests.length} briefings made no deck.\n`);
}

/** A fault of ours before a fault of the input. */
function worst(outcomes: readonly Outcome<WrittenDeck>[]): Exit {
  const problems = outcomes.flatMap((outcome) => outcome.problems);
  if (problems.some(({ code }) => code === 'app/fault')) return EXIT.fault;
  return outcomes.some(({ value }) => value === null) || hasErrors(problems) ? EXIT.input : EXIT.done;
}
