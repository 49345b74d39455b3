import { Command } from 'commander';
import { relative, resolve } from 'node:path';
import {
  briefingWithTimes,
  deckTimes,
  itemTimes,
  parseBriefing,
  readTimes,
  writeBriefing,
  type DeckTime,
  type ItemTime,
} from '../../core/briefing/index.ts';
import { LecternError, unwrap } from '../../core/base/errors.ts';
import { readText } from '../../workspace/files.ts';
import { EXIT, type Context, type Exit } from './context.ts';
import { listed, report } from './report.ts';

interface TimesOptions {
  readonly take?: true;
  readonly json?: true;
}

export function timesCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('times')
    .description('read the times of a rehearsal, which an HTML deck saved, and give the briefing’s topics these minutes')
    .argument('<briefing>', 'BRIEFING.yaml')
    .argument('<times>', 'times-….json, from “Save times” in the presenter’s view')
    .option('--take', 'write the minutes into the briefing; without it they are only listed')
    .option('--json', 'print a machine-readable report')
    .action(async (briefing: string, times: string, options: TimesOptions) => exit(await takeTimes(briefing, times, options, context)));
}

async function takeTimes(briefing: string, times: string, { take, json }: TimesOptions, context: Context): Promise<Exit> {
  const path = resolve(context.folder, briefing);
  const saved = resolve(context.folder, times);
  const shown = (file: string): string => relative(context.folder, file) || file;
  try {
    const before = await readText(path);
    const read = unwrap(parseBriefing(before, { file: shown(path) }));
    const rehearsed = unwrap(readTimes(await readText(saved), shown(saved)));
    const items = itemTimes(read, rehearsed);
    const { value, problems } = briefingWithTimes(read, rehearsed, shown(saved));
    const slides = deckTimes(rehearsed);
    const written = take === true && items.length + slides.length > 0;
    if (written) await context.store.write(path, writeBriefing(value, before));
    if (json) context.out(`${JSON.stringify({ file: written ? path : null, items, slides, problems: listed(problems) })}\n`);
    else {
      report(problems, context);
      context.out(items.length === 0 ? 'No topic of the briefing was rehearsed.\n' : items.map(asText).join(''));
      context.out(slides.map(slideAsText).join(''));
      if (written) context.out(`${path}\n`);
    }
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    if (json) context.out(`${JSON.stringify({ file: null, items: [], slides: [], problems: listed(error.problems) })}\n`);
    else report(error.problems, context);
    return EXIT.input;
  }
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;

function asText({ key, planned, spent, minutes }: ItemTime): string {
  return `${key}  took ${clock(spent)}, planned ${clock(planned)}: minutes: ${minutes}\n`;
}

function slideAsText({ slide, planned, spent, seconds }: DeckTime): string {
  return `${slide}  took ${clock(spent)}, planned ${clock(planned)}: seconds: ${seconds}\n`;
}
