import { Command, InvalidArgumentError } from 'commander';
import { basename, dirname, join, resolve } from 'node:path';
import { briefingWith, writeBriefing } from '../../core/briefing/index.ts';
import { hasErrors, LecternError, problem, type Result } from '../../core/base/errors.ts';
import { exists, readText } from '../../workspace/files.ts';
import { articlesWith, comeHome, saveArticles, sureOffers, type Homecoming, type Offer } from '../../workspace/home/index.ts';
import { openFonts } from '../../workspace/pack-fonts.ts';
import { EXIT, type Context, type Exit } from './context.ts';
import { listed, progress, report } from './report.ts';

interface AdoptOptions {
  readonly briefing?: string;
  readonly template?: string;
  readonly take?: 'all' | 'sure' | readonly number[];
  readonly toArticle?: readonly number[];
  readonly out?: string;
  readonly json?: true;
}

function take(text: string): 'all' | 'sure' | number[] {
  return text === 'all' || text === 'sure' ? text : numbersIn(text, 'all, sure, or numbers as 1,3,4');
}

function numbersIn(text: string, allowed: string): number[] {
  const numbers = text.split(',').map((part) => Number(part.trim()));
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 1)) throw new InvalidArgumentError(`Allowed: ${allowed}.`);
  return numbers;
}

export function adoptCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('adopt')
    .description('offer what was changed by hand in a .pptx to its briefing, so that .html, PDF and the audience’s copy follow')
    .argument('<deck>', 'DECK.pptx, edited')
    .option(
      '--briefing <file>',
      'the briefing whose deck it is, which gets the changes; default: what the deck says it was made from, as a new file',
    )
    .option('--template <name>', 'a template’s name, or the folder of a pack; default: the briefing’s')
    .option(
      '--take <what>',
      'sure: all where nothing has to be read against a source; all; or numbers of the list, as 1,3,4. Without it the list alone is printed',
      take,
    )
    .option(
      '--to-article <numbers>',
      'numbers of the list, as 2,5: their words go into the article’s own line for good, and not into the briefing; every other byte of its file stays',
      (text) => numbersIn(text, 'numbers as 2,5'),
    )
    .option('--out <file>', 'write the briefing there, not over the one given; nothing may stand there')
    .option('--json', 'print a machine-readable report')
    .action(async (file: string, options: AdoptOptions) => exit(await adopt(file, options, context)));
}

function chosen(offers: readonly Offer[], what: NonNullable<AdoptOptions['take']>): readonly Offer[] {
  if (what === 'all') return offers;
  if (what === 'sure') return sureOffers(offers);
  const missing = what.find((number) => number > offers.length);
  if (missing !== undefined)
    throw new LecternError(
      problem('usage', { message: `there is no change ${missing}`, hint: `There are ${offers.length}; run without --take to see them.` }),
    );
  return what.flatMap((number) => offers[number - 1] ?? []);
}

/** What becomes of each offer. */
interface Decided {
  readonly taken: readonly Offer[];
  /** Into articles. */
  readonly sent: readonly Offer[];
}

/** Which files were written. */
interface Written {
  readonly briefing: string | null;
  readonly articles: readonly string[];
}

/** Puts what was chosen where it goes. */
async function put(
  { taken, sent }: Decided,
  { sources }: Homecoming,
  options: AdoptOptions,
  { path, briefing }: { readonly path: string; readonly briefing: string | null },
  context: Context,
): Promise<Result<Written>> {
  const made = briefingWith(
    sources.briefing,
    taken.map(({ edit }) => edit),
    sources.placeOf,
  );
  const out = await place(options.out === undefined ? null : resolve(context.folder, options.out), briefing, path);
  const before = briefing === null ? null : await readText(briefing);
  const { worded, problems } = await articlesWith(sent, sources.articles);
  if (hasErrors(problems)) throw new LecternError(problems);
  await saveArticles(context.store, worded);
  if (taken.length > 0) await context.store.write(out, writeBriefing(made.value, before));
  return { value: { briefing: taken.length > 0 ? out : null, articles: worded.map((one) => one.file) }, problems: made.problems };
}

async function adopt(file: string, options: AdoptOptions, context: Context): Promise<Exit> {
  const path = resolve(context.folder, file);
  const line = progress(context);
  line.say('Comparing …');
  const briefing = options.briefing === undefined ? null : resolve(context.folder, options.briefing);
  const tools = { resources: context.resources, fontsFor: openFonts(context.resources) };
  const { value, problems } = await comeHome({ file: path, briefing, base: context.folder, template: options.template ?? null }, tools);
  line.end();
  const offers = value?.offers ?? [];
  const sent = chosen(offers, options.toArticle ?? []);
  const taken = options.take === undefined ? [] : chosen(offers, options.take).filter((offer) => !sent.includes(offer));
  const written: Result<Written> =
    value && taken.length + sent.length > 0
      ? await put({ taken, sent }, value, options, { path, briefing }, context)
      : { value: { briefing: null, articles: [] }, problems: [] };
  const all = [...problems, ...written.problems];
  const ids = (list: readonly Offer[]): string[] => list.map(({ id }) => id);
  if (options.json)
    context.out(
      `${JSON.stringify({ file: written.value.briefing, articles: written.value.articles, offers, taken: ids(taken), sent: ids(sent), problems: listed(all) })}\n`,
    );
  else {
    report(all, context);
    const { briefing: home, articles } = written.value;
    context.out(asText(offers, { taken, sent }, [...articles, ...(home === null ? [] : [home])]));
  }
  return hasErrors(all) ? EXIT.input : EXIT.done;
}

/** Where the briefing goes: over the one given, or under a name that is free. */
async function place(out: string | null, briefing: string | null, deck: string): Promise<string> {
  if (out === null && briefing !== null) return briefing;
  const wanted = out ?? join(dirname(deck), `${basename(deck).replace(/\.pptx$/i, '')}.briefing.yaml`);
  if (!(await exists(wanted))) return wanted;
  throw new LecternError(
    problem('file/exists', {
      message: 'a file of this name stands there',
      place: { file: wanted },
      hint: 'Name the briefing with --briefing, or another place with --out.',
    }),
  );
}

const KINDS: Readonly<Record<string, string>> = {
  line: 'reworded',
  'entry-added': 'added',
  'entry-removed': 'removed',
  'slide-removed': 'slide removed',
  'item-removed': 'topic removed',
  'item-moved': 'topic moved',
  'own-added': 'slide added',
};

function asText(offers: readonly Offer[], { taken, sent }: Decided, written: readonly string[]): string {
  if (offers.length === 0) return 'Nothing was changed by hand that the briefing can hold.\n';
  const lines = offers.flatMap((offer, i) => {
    const { edit, slide, was, now, question, article } = offer;
    const about = [
      ...(question ? ['to be read: its source may not say so'] : []),
      ...(taken.includes(offer) ? ['taken'] : sent.includes(offer) ? ['in the article'] : article === null ? [] : ['may go --to-article']),
    ];
    return [
      `${String(i + 1).padStart(3)}  ${slide === null ? '' : `slide ${slide.number}: `}${KINDS[edit.kind] ?? edit.kind}${about.map((one) => `  [${one}]`).join('')}`,
      ...(was === null ? [] : [`       - ${was}`]),
      ...(now === null ? [] : [`       + ${now.replaceAll('\n', '\n         ')}`]),
    ];
  });
  return `${[...lines, ...(written.length === 0 ? [] : ['', ...written])].join('\n')}\n`;
}
