import { Command } from 'commander';
import { resolve } from 'node:path';
import { parseRecipe } from '../../core/recipe.ts';
import type { InspectedSlide, Inspection } from '../../core/write/pptx/index.ts';
import { readBytes } from '../../workspace/files.ts';
import { EXIT, type Context, type Exit } from './context.ts';

export function inspectCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('inspect')
    .description('say what a .pptx of Lectern’s was made from, and what was changed in it since')
    .argument('<deck>', 'DECK.pptx')
    .option('--json', 'print a machine-readable report')
    .action(async (file: string, options: { json?: true }) => {
      const { inspectPptx } = await import('../../core/write/pptx/index.ts');
      const { value } = inspectPptx(await readBytes(resolve(context.folder, file)));
      const recipe = value.recipe === null ? null : parseRecipe(value.recipe);
      if (options.json) context.out(`${JSON.stringify({ ...value, recipe })}\n`);
      else context.out(asText(value, recipe));
      exit(EXIT.done);
    });
}

function asText(inspection: Inspection, recipe: ReturnType<typeof parseRecipe>): string {
  const { stamp, slides, removed, designChanged } = inspection;
  const lines = [
    stamp === null ? 'Not written by Lectern, or its properties were removed.' : `Version ${stamp}`,
    ...(recipe
      ? [
          `Briefing: ${recipe.briefing.title}`,
          `Template: ${recipe.pack.name} ${recipe.pack.version}`,
          ...recipe.articles.map(({ id, hash }) => `Article: ${id} (${hash.slice(0, 8)})`),
        ]
      : ['It carries no recipe.']),
    '',
    ...slides.map((slide) => `${String(slide.number).padStart(3)}  ${slide.title}${marks(slide, recipe !== null)}`),
    ...removed.map(({ title }) => `  -  ${title}  [removed]`),
    ...(designChanged ? ['', 'The slide master, a layout or the theme was changed.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function marks(slide: InspectedSlide, known: boolean): string {
  if (!known) return '';
  const found = (['changed', 'added', 'moved'] as const).filter((mark) => slide[mark]);
  return `${slide.refs.length > 0 ? `  (sources ${slide.refs.join(', ')})` : ''}${found.length > 0 ? `  [${found.join(', ')}]` : ''}`;
}
