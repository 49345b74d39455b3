import { Command } from 'commander';
import { resolve } from 'node:path';
import { listArticles } from '../../workspace/library.ts';
import type { ArticleFile } from '../../workspace/articles.ts';
import { type Context, type Exit } from './context.ts';
import { report } from './report.ts';

export function listCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('list')
    .description('list articles and their topics with ids')
    .argument('[folder]', 'where to look', '.')
    .option('--json', 'print a machine-readable list')
    .action(async (folder: string, options: { json?: true }) => {
      const articles = await listArticles(resolve(context.folder, folder), context.folder);
      if (options.json) context.out(`${JSON.stringify({ articles: articles.flatMap(asJson) })}\n`);
      else context.out(articles.map(asText).join('\n'));
      exit(
        report(
          articles.flatMap((a) => a.problems.filter((p) => p.severity === 'error')),
          context,
        ),
      );
    });
}

function asJson({ entry, file }: ArticleFile): object[] {
  if (!entry) return [];
  const { id, title, published, topics } = entry.article;
  return [{ id, title, published, file, topics: topics.map((t) => ({ id: `${id}/${t.id}`, heading: t.heading })) }];
}

function asText({ entry, shown }: ArticleFile): string {
  if (!entry) return `${shown}: cannot be read\n`;
  const { article } = entry;
  const width = Math.max(...article.topics.map((t) => t.id.length));
  const topics = article.topics.map((t) => `    ${article.id}/${t.id.padEnd(width)}  ${t.heading}\n`);
  return `${article.title}${article.published === null ? '' : ` (${article.published})`}\n  ${shown}\n${topics.join('')}`;
}
