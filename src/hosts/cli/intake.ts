import { Command } from 'commander';
import { join, relative, resolve } from 'node:path';
import { hasErrors, LecternError, type Problem } from '../../core/base/errors.ts';
import type { MergeChange } from '../../core/intake/types.ts';
import { exists } from '../../workspace/files.ts';
import type { TakenFile } from '../../workspace/intake/file.ts';
import { EXIT, type Context, type Exit } from './context.ts';
import { listed, progress, report } from './report.ts';

interface IntakeOptions {
  readonly out?: string;
  readonly json?: true;
  readonly charset?: string;
}

export function intakeCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('intake')
    .description('make structured articles from raw files: what is sure enough is saved, the rest is for the app’s review')
    .argument('<files...>', '.txt, .md, .html, .docx, .odt, .pptx, .eml, .mhtml or .pdf with text')
    .option('--out <folder>', 'where to write; default: content, if it is here, else this folder')
    .option('--charset <name>', 'how the files’ letters are written, as windows-1251; default: that is found out')
    .option('--json', 'print a machine-readable report')
    .action(async (files: string[], options: IntakeOptions) => exit(await intake(files, options, context)));
}

async function intake(files: readonly string[], options: IntakeOptions, context: Context): Promise<Exit> {
  const { openContent, placedIn, takeFile } = await import('../../workspace/intake/file.ts');
  const { intakeThreads } = await import('../../workspace/intake/run.ts');
  const run = intakeThreads(context.resources);
  const shelf = await openContent(context.store, await outputFolder(options.out, context.folder));
  const line = progress(context);
  const taken: object[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const started = context.now();
    try {
      const saved = await takeFile(resolve(context.folder, file), shelf, {
        run,
        charset: options.charset ?? null,
        onProgress: ({ fraction }) => line.say(`${file}: ${Math.round(fraction * 100)} %`),
      });
      line.end();
      const warnings = placedIn(file, saved.problems);
      if (options.json) taken.push(asJson(file, saved, warnings));
      else context.out(asText(saved, (context.now() - started) / 1000, context.folder));
      problems.push(...warnings);
    } catch (error) {
      line.end();
      if (!(error instanceof LecternError) && !hasProblems(error)) throw error;
      problems.push(...placedIn(file, error.problems));
    }
  }
  if (!options.json) return report(problems, context);
  context.out(`${JSON.stringify({ articles: taken, problems: listed(problems) })}\n`);
  return hasErrors(problems) ? EXIT.input : EXIT.done;
}

async function outputFolder(out: string | undefined, folder: string): Promise<string> {
  if (out !== undefined) return resolve(folder, out);
  const content = join(folder, 'content');
  return (await exists(content)) ? content : folder;
}

function asJson(file: string, { article, files, renewed, changes }: TakenFile, warnings: readonly Problem[]): object {
  return { file, article: article.id, title: article.title, files, renewed, changes, warnings: listed(warnings) };
}

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

function asText({ article, files, renewed, changes }: TakenFile, seconds: number, folder: string): string {
  const [file = ''] = files;
  const lines = [
    `${relative(folder, file) || file}  ${article.title}`,
    `    ${renewed ? 'a newer version, ' : ''}${counted(article.topics.length, 'topic')} in ${seconds.toFixed(1)} s`,
    ...told(changes),
  ];
  return `${lines.join('\n')}\n`;
}

/** What a newer version changes, a line each kind. */
function told(changes: readonly MergeChange[]): string[] {
  const numbers = (kind: 'paragraph-added' | 'paragraph-changed' | 'paragraph-withdrawn'): string[] =>
    changes.flatMap((change) => (change.kind === kind ? [`¶${change.number}`] : []));
  const line = (words: string, found: readonly string[]): string[] => (found.length === 0 ? [] : [`    ${words}: ${found.join(', ')}`]);
  const affected = changes.filter(({ kind }) => kind === 'item-affected').length;
  const offered = changes.filter(({ kind }) => kind === 'item-offered').length;
  return [
    ...line('new paragraphs', numbers('paragraph-added')),
    ...line('changed', numbers('paragraph-changed')),
    ...line('gone', numbers('paragraph-withdrawn')),
    ...(affected === 0 ? [] : [`    to look at again: ${counted(affected, 'line')} of yours on what changed or went`]),
    ...(offered === 0 ? [] : [`    added: ${counted(offered, 'line')} on what is new`]),
    ...changes.flatMap((change) =>
      change.kind === 'field-differs' ? [`    ${change.field} stays “${change.saved}”; the newer version says “${change.newer}”`] : [],
    ),
  ];
}

/** A refusal that came out of the thread. */
function hasProblems(error: unknown): error is { readonly problems: readonly Problem[] } {
  return error instanceof Error && 'problems' in error && Array.isArray(error.problems);
}
