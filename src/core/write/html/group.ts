import type { GroupBox, TextBox } from '../../layout/types.ts';
import type { Context } from './context.ts';
import type { Drawn, Shape } from './drawn.ts';
import { h, join, type Html } from './html.ts';
import { setParagraphs } from './line.ts';
import { ground } from './shape.ts';
import { flow } from './text.ts';

/** A timeline or a row of figures: a description list over one drawing. One of repeating items: an item of the list that `slide.ts` makes of neighbours. */
export function group(box: GroupBox, context: Context): Drawn {
  const shapes: Shape[] = [];
  const entries: { readonly owner: string; term: Html | null; readonly details: Html[] }[] = [];
  for (const child of box.children) {
    if (child.kind === 'shape') {
      shapes.push(child);
      continue;
    }
    shapes.push(...ground(child));
    if (child.term === 'first') {
      const [head, ...rest] = setParagraphs(child);
      entries.push({ owner: child.id, term: flow(head ? [head] : [], context), details: rest.length > 0 ? [flow(rest, context)] : [] });
      continue;
    }
    const words = textOf(child, context);
    const last = entries.at(-1);
    const owner = child.id.slice(0, child.id.lastIndexOf('.'));
    // A figure's hedge, number and unit are one term.
    if (child.term && last?.term != null && last.owner === owner) last.term = join([last.term, words]);
    else if (child.term) entries.push({ owner, term: words, details: [] });
    else if (last) last.details.push(words);
    else entries.push({ owner, term: null, details: [words] });
  }
  if (entries.length === 0) return { shapes, html: join([]) };
  const items = entries.map(({ term, details }) => (term === null ? join(details) : description(term, details)));
  if (box.role === 'items') return { shapes, html: h('li', {}, ...items) };
  const isList = entries.length > 0 && entries.every((entry) => entry.term !== null);
  return { shapes, html: h(isList ? 'dl' : 'div', { class: box.role }, ...items) };
}

function description(term: Html, details: readonly Html[]): Html {
  return h('div', {}, h('dt', {}, term), ...(details.length > 0 ? details : [join([])]).map((detail) => h('dd', {}, detail)));
}

function textOf(box: TextBox, context: Context): Html {
  return flow(setParagraphs(box), context);
}
