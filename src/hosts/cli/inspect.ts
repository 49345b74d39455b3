import { Command } from 'commander';
import { resolve } from 'node:path';
import { parseRecipe } from '../../core/pipeline/recipe.ts';
import type { InspectedSlide, Inspection, RemovedSlide } from '../../core/write/pptx/index.ts';
import { readBytes } from '../../workspace/files.ts';
import { EXIT, type Context, type Exit } from './context.ts';

export function inspectCommand(context: Context, exit: (status: Exit) => void): Command {
  return new Command('inspect')
    .description('say what a .pptx of Lectern’s was made from, and what was changed in it since')
    .argument('<deck>', 'DECK.pptx')
    .option('--json', 'print a machine-readable report')
    .action(async (file: string, options: { json?: true }) => {
      const { inspectPptx, removedName } = await import('../../core/write/pptx/index.ts');
      const { value } = inspectPptx(await readBytes(resolve(context.folder, file)));
      const recipe = value.recipe === null ? null : parseRecipe(value.recipe);
      if (options.json) context.out(`${JSON.stringify({ ...value, recipe })}\n`);
      else context.out(asText(value, recipe, removedName));
      exit(EXIT.done);
    });
}

function asText(inspection: Inspection, recipe: ReturnType<typeof parseRecipe>, nameOf: (slide: RemovedSlide) => string): string {
  const { stamp, slides, removed, designChanged, rewritten } = inspection;
  const lines = [
    stamp === null ? 'Not written by Lectern, or its properties were removed.' : `Version ${stamp}`,
    ...(recipe
      ? [
          `Briefing: ${recipe.briefing.title}`,
          `Template: ${recipe.pack.name} ${recipe.pack.version}`,
          ...recipe.articles.map(({ id, hash }) => `Article: ${id} (${hash.slice(0, 8)})`),
        ]
      : ['It carries no recipe.']),
    ...(stamp === null ? [] : [DIGEST[inspection.digest]]),
    '',
    ...slides.map((slide) => `${String(slide.number).padStart(3)}  ${slide.title}${marks(slide, recipe !== null)}`),
    ...removed.map((slide) => `  -  ${nameOf(slide)}  [${rewritten ? 'not found again' : 'removed'}]`),
    ...(designChanged ? ['', 'The slide master, a layout or the theme was changed.'] : []),
    ...(rewritten && recipe ? ['', REWRITTEN] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const DIGEST: Readonly<Record<Inspection['digest'], string>> = {
  intact: 'Exactly as Lectern wrote it.',
  changed: 'Saved again or changed since Lectern wrote it.',
  none: 'From a version of Lectern that cannot tell whether the file was changed since.',
};

const REWRITTEN =
  'Another program saved this deck and wrote every slide anew. Slides are known by their words; whether looks and places were changed cannot be told.';

function marks(slide: InspectedSlide, known: boolean): string {
  if (!known) return '';
  const found = [
    ...(slide.changed ? [`changed: ${slide.changes.join(', ')}`] : []),
    ...(slide.added ? ['added'] : []),
    ...(slide.unknown ? ['added, or not known again'] : []),
    ...(slide.moved ? ['moved'] : []),
  ];
  return `${slide.refs.length > 0 ? `  (sources ${slide.refs.join(', ')})` : ''}${found.length > 0 ? `  [${found.join('; ')}]` : ''}`;
}
