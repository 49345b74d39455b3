import type { Problem } from '../../base/errors.ts';
import type { Pack } from '../types.ts';
import type { Template } from './ast.ts';
import { circles } from './calls.ts';
import { forbiddenIn } from './forbidden.ts';
import { parseTemplate } from './parse.ts';
import { unknownPaths } from './paths.ts';
import type { Shape } from '../shape.ts';
import { stampTags } from './stamp.ts';
import { fileIn } from '../files.ts';

/** A pack's templates, parsed, checked and stamped: safe to compile where `problems` is empty. */
export interface CheckedTemplates {
  readonly templates: readonly Template[];
  readonly problems: readonly Problem[];
}

/** All that can be known of a pack's templates before a view is there. Later checks rest on earlier ones, file by file. */
export function checkTemplates(pack: Pick<Pack, 'deck' | 'partials' | 'folder'>, view: Shape): CheckedTemplates {
  const sources = [
    { text: pack.deck, file: fileIn(pack.folder, 'deck.hbs'), partial: null },
    ...[...pack.partials].map(([name, text]) => ({ text, file: fileIn(pack.folder, `partials/${name}.hbs`), partial: name })),
  ];
  const parsed = sources.map(({ text, file, partial }) => parseTemplate(text, file, partial));
  const templates = parsed.flatMap(({ template }) => template ?? []);
  const problems = [
    ...parsed.flatMap((result) => result.problems),
    ...templates.flatMap((template) => forbiddenIn(template, [...pack.partials.keys()])),
  ];
  if (problems.length > 0) return { templates, problems };
  problems.push(...circles(templates), ...templates.flatMap(stampTags));
  if (problems.length > 0) return { templates, problems };
  return { templates, problems: unknownPaths(templates, view) };
}
