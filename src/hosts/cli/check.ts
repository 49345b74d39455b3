import { Command } from 'commander';
import { check } from '../../workspace/library.ts';
import { type Context, type Exit } from './context.ts';
import { report } from './report.ts';

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

export function checkCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('check')
    .description('check articles, briefings and template packs: all problems at once')
    .argument('[paths...]', 'files or folders; default: this folder')
    .action(async (paths: string[]) => {
      const found = await check(paths.length > 0 ? paths : ['.'], context.folder, context.resources);
      const status = report(found.problems, context);
      const errors = found.problems.filter((p) => p.severity === 'error').length;
      const what = [counted(found.articles, 'article'), counted(found.briefings, 'briefing'), counted(found.packs, 'pack')].join(', ');
      context.out(`${what}: ${counted(errors, 'error')}, ${counted(found.problems.length - errors, 'warning')}\n`);
      exit(status);
    });
}
