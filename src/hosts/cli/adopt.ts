import { Command, InvalidArgumentError } from 'commander';
import { basename, dirname, join, resolve } from 'node:path';
import { briefingWith, writeBriefing } from '../../core/briefing/index.ts';
import { hasErrors, LecternError, problem } from '../../core/base/errors.ts';
import { exists, readText } from '../../workspace/files.ts';
import { comeHome, sureOffers, type Offer } from '../../workspace/home.ts';
import { openFonts } from '../../workspace/pack-fonts.ts';
import { EXIT, type Context, type Exit } from './context.ts';
import { listed, progress, report } from './report.ts';

interface AdoptOptions {
  readonly briefing?: string;
  readonly template?: string;
  readonly take?: 'all' | 'sure' | readonly number[];
  readonly out?: string;
  readonly json?: true;
}

function take(text: string): 'all' | 'sure' | number[] {
  if (text === 'all' || text === 'sure') return text;
  const numbers = text.split(',').map((part) => Number(part.trim()));
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 1))
    throw new InvalidArgumentError('Allowed: all, sure, or numbers as 1,3,4.');
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

async function adopt(file: string, options: AdoptOptions, context: Context): Promise<Exit> {
  const path = resolve(context.folder, file);
  const line = progress(context);
  line.say('Comparing …');
  const briefing = options.briefing === undefined ? null : resolve(context.folder, options.briefing);
  const tools = { resources: context.resources, fontsFor: openFonts(context.resources) };
  const { value, problems } = await comeHome({ file: path, briefing, base: context.folder, template: options.template ?? null }, tools);
  line.end();
  const offers = value?.offers ?? [];
  const all = [...problems];
  let written: string | null = null;
  let taken: readonly Offer[] = [];
  if (value && options.take !== undefined) {
    taken = chosen(offers, options.take);
    const made = briefingWith(
      value.sources.briefing,
      taken.map(({ edit }) => edit),
      value.sources.placeOf,
    );
    all.push(...made.problems);
    const out = await place(options.out === undefined ? null : resolve(context.folder, options.out), briefing, path);
    const before = briefing === null ? null : await readText(briefing);
    if (taken.length > 0) {
      await context.store.write(out, writeBriefing(made.value, before));
      written = out;
    }
  }
  if (options.json) context.out(`${JSON.stringify({ file: written, offers, taken: taken.map(({ id }) => id), problems: listed(all) })}\n`);
  else {
    report(all, context);
    context.out(asText(offers, taken, written));
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

function asText(offers: readonly Offer[], taken: readonly Offer[], written: string | null): string {
  if (offers.length === 0) return 'Nothing was changed by hand that the briefing can hold.\n';
  const isTaken = (i: number): boolean => taken.some((offer) => offer === offers[i]);
  const lines = offers.flatMap(({ edit, slide, was, now, question }, i) => [
    `${String(i + 1).padStart(3)}  ${slide === null ? '' : `slide ${slide.number}: `}${KINDS[edit.kind] ?? edit.kind}${question ? '  [to be read: its source may not say so]' : ''}${isTaken(i) ? '  [taken]' : ''}`,
    ...(was === null ? [] : [`       - ${was}`]),
    ...(now === null ? [] : [`       + ${now.replaceAll('\n', '\n         ')}`]),
  ]);
  return `${[...lines, ...(written === null ? [] : ['', written])].join('\n')}\n`;
}
