import { Command, Option, InvalidArgumentError } from 'commander';
import { dirname, resolve } from 'node:path';
import { hasErrors, LecternError, problem, unwrap, type Problem } from '../../core/base/errors.ts';
import { briefingOf, buildScene, isBriefingFile, loadBriefing, loadDeck, loadPackFor, type Sources } from '../../workspace/build.ts';
import { FILE_FORMATS, type FileFormat } from '../../api/formats.ts';
import { deckName, exportScene } from '../../workspace/export.ts';
import { FORMATS } from '../../workspace/formats.ts';
import { printerIn, type Printer } from '../../workspace/print.ts';
import { openFonts } from '../../workspace/pack-fonts.ts';
import type { Depth } from '../../core/briefing/types.ts';
import type { PictureQuality } from '../../core/deck/types.ts';
import { EXIT, type Context, type Exit } from './context.ts';
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
    .argument('<files...>', 'BRIEFING.yaml, one or more ARTICLE.md, or a DECK.pptx that Lectern wrote')
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
    .addOption(
      new Option('--for <whom>', 'audience: without notes, excerpts and recipe').choices(['presenter', 'audience']).default('presenter'),
    )
    .option('--out <folder>', 'where to write; default: beside the first file')
    .option(
      '--discard-edits',
      'with a DECK.pptx that was edited by hand: make a new deck without the edits, beside it as DECK.rebuilt.pptx',
    )
    .option('--replace', 'where a file stands that was edited or is not ours: replace it, and keep a dated copy of it beside')
    .option('--json', 'print a machine-readable report')
    .action(async (files: string[], options: BuildOptions) => exit(await build(files, options, context)));
}

async function readSources(files: readonly string[], options: BuildOptions, context: Context): Promise<Sources> {
  const paths = files.map((file) => resolve(context.folder, file));
  const [first] = paths;
  if (first !== undefined && /\.pptx$/i.test(first)) {
    if (paths.length > 1 || options.topics || options.depth) throw usage('a deck is built again by itself', 'Give the .pptx alone.');
    return unwrap(await loadDeck(first, context.folder, options.discardEdits === true));
  }
  if (options.discardEdits) throw usage('--discard-edits goes with a .pptx', 'Leave it out.');
  if (first !== undefined && isBriefingFile(first)) {
    if (paths.length > 1) throw usage('one briefing at a time', 'Give one briefing, or articles alone.');
    if (options.topics || options.depth)
      throw usage('--topics and --depth go with articles', 'Choose topics and their depth in the briefing itself.');
    return unwrap(await loadBriefing(first, context.folder));
  }
  const wrong = files.find((file) => !/\.md$/i.test(file));
  if (wrong !== undefined)
    throw usage(`${wrong} is neither a briefing (.yaml) nor an article (.md)`, 'Give a briefing, articles or a deck.');
  return unwrap(await briefingOf({ files: paths, topics: options.topics ?? null, depth: options.depth ?? 'points' }, context.folder));
}

/** What the command line says goes before what the briefing says. */
function withPictures(sources: Sources, pictures: PictureQuality | undefined): Sources {
  if (pictures === undefined) return sources;
  const { briefing } = sources;
  return { ...sources, briefing: { ...briefing, options: { ...briefing.options, pictures } } };
}

/** What this machine prints with, or null. */
async function printer({ store }: Context): Promise<Printer | null> {
  const { findChromium, printWith } = await import('../shared/chromium.ts');
  const chromium = await findChromium();
  if (chromium === null) return null;
  return printerIn(store.temporary(), (request) => printWith(chromium, request, new AbortController().signal));
}

class UsageError extends LecternError {}

function usage(message: string, hint: string): UsageError {
  return new UsageError(problem('usage', { message, hint }));
}

async function build(files: readonly string[], options: BuildOptions, context: Context): Promise<Exit> {
  const started = context.now();
  const line = progress(context);
  const problems: Problem[] = [];
  try {
    line.say('Reading …');
    const sources = withPictures(await readSources(files, options, context), options.pictures);
    problems.push(...sources.problems);
    const first = resolve(context.folder, files[0] ?? '.');
    const pack = await loadPackFor(
      options.template === undefined ? { name: sources.briefing.template, by: 'briefing' } : { name: options.template, by: 'user' },
      first,
      context.resources,
      context.folder,
    );
    problems.push(...pack.problems);
    line.say('Laying out …');
    const { fonts, problems: fontProblems } = await openFonts(context.resources)(unwrap(pack));
    problems.push(...fontProblems);
    const built = await buildScene({ sources, pack: unwrap(pack), forPresenter: options.for === 'presenter', fonts });
    problems.push(...built.problems);
    const { scene } = unwrap(built);
    const exported = await exportScene({
      store: context.store,
      scene,
      fonts,
      formats: options.format,
      print: options.format.includes('pdf') ? await printer(context) : null,
      folder: options.out === undefined ? dirname(first) : resolve(context.folder, options.out),
      name: deckName(sources.name, options.for === 'presenter'),
      existing: options.replace ? 'keep-copy' : 'refuse',
      onProgress: ({ format }) => line.say(`Writing ${FORMATS[format].label} …`),
    });
    problems.push(...exported.problems);
    line.end();
    if (options.json) {
      const warnings = listed(problems);
      context.out(`${JSON.stringify({ files: exported.files, kept: exported.kept, slides: scene.slides.length, warnings })}\n`);
      return EXIT.done;
    }
    report(problems, context);
    const seconds = ((context.now() - started) / 1000).toFixed(1);
    for (const path of exported.kept) context.out(`${path}  kept\n`);
    for (const file of exported.files) context.out(`${file.path}  ${Math.ceil(file.bytes / 1000)} kB\n`);
    context.out(`${scene.slides.length} slides in ${seconds} s\n`);
    return hasErrors(problems) ? EXIT.input : EXIT.done;
  } catch (error) {
    line.end();
    if (!(error instanceof LecternError)) throw error;
    const all = listed([...problems, ...error.problems]);
    if (options.json) context.out(`${JSON.stringify({ files: [], slides: 0, problems: all })}\n`);
    else report(all, context);
    return error instanceof UsageError ? EXIT.usage : EXIT.input;
  }
}
