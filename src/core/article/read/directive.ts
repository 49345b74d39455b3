import type { ContainerDirective } from 'mdast-util-directive';
import { ARTICLE_PIECES } from '../../block/article.ts';
import type { Directive } from '../piece.ts';
import type { ArticleBlock } from '../types.ts';
import { placeOf, report, type Context } from './context.ts';
import { isLabel } from './directive-parts.ts';

const DIRECTIVES: ReadonlyMap<string, Directive<ArticleBlock>> = new Map(
  Object.values(ARTICLE_PIECES)
    .flatMap(({ directive }): readonly Directive<ArticleBlock>[] => (directive === null ? [] : [directive].flat()))
    .map((directive) => [directive.name, directive] as const),
);

export const DIRECTIVE_NAMES: readonly string[] = [...DIRECTIVES.keys()].map((name) => `:::${name}`);

/** What shows that a container was never closed: another one or a heading inside it, or no closing fence. */
function swallowed(node: ContainerDirective): string | null {
  for (const child of node.children) {
    const line = child.position?.start.line ?? 0;
    if (child.type === 'containerDirective') return `before :::${child.name} in line ${line}`;
    if (child.type === 'heading') return `before the heading in line ${line}`;
  }
  const position: unknown = node.data && 'position' in node.data ? node.data.position : null;
  return position !== null && typeof position === 'object' && 'closing' in position ? null : 'where it ends';
}

/** `:::name{attributes}` … `:::`. */
export function readDirective(node: ContainerDirective, context: Context): ReturnType<Directive<ArticleBlock>['read']> {
  const directive = DIRECTIVES.get(node.name);
  if (!directive) {
    report(context, 'article/directive-unknown', node, {
      message: 'there is no such directive',
      received: `:::${node.name}`,
      allowed: DIRECTIVE_NAMES.join(', '),
      hint: 'Mend the name.',
    });
  }
  const open = swallowed(node);
  if (open !== null) {
    const line = placeOf(context, node).line ?? 0;
    report(context, 'article/directive-unclosed', node, {
      message: `:::${node.name} of line ${line} is not closed`,
      hint: `Put a line of ::: ${open}.`,
    });
  }
  if (!directive || open !== null) return null;
  for (const name of Object.keys(node.attributes ?? {})) {
    if (directive.attributes.includes(name)) continue;
    report(context, 'article/attribute', node, {
      message: `:::${node.name} has no attribute of this name`,
      received: name,
      allowed: directive.attributes.join(', ') || 'none',
      hint: `Write it as ${directive.example}.`,
    });
  }
  if (node.children.some(isLabel)) {
    report(context, 'article/attribute', node, {
      message: 'a directive takes no label in brackets',
      hint: `Write it as ${directive.example}.`,
    });
  }
  return directive.read(node, context);
}
