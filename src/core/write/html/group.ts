import type { GroupBox } from '../../layout/types.ts';
import type { Context } from './context.ts';
import type { Drawn, Shape } from './drawn.ts';
import { h, join, type Html } from './html.ts';
import { setParagraphs, type SetParagraph } from './line.ts';
import { refsOfParagraphs } from './line-refs.ts';
import { ground } from './shape.ts';
import { flow, flowOfParts } from './text.ts';

/** What of a group belongs together, by the box that its parts are numbered in; `term` names what the others say. */
interface Entry {
  readonly owner: string;
  readonly term: SetParagraph[] | null;
  readonly details: (readonly SetParagraph[])[];
}

/** A timeline or a row of figures: a description list over one drawing. One of repeating items: an item of the list that `slide.ts` makes of neighbours. */
export function group(box: GroupBox, context: Context): Drawn {
  const shapes: Shape[] = [];
  const entries: Entry[] = [];
  for (const child of box.children) {
    if (child.kind === 'shape') {
      shapes.push(child);
      continue;
    }
    shapes.push(...ground(child));
    const sets = setParagraphs(child);
    if (child.term === 'first') {
      const [head, ...rest] = sets;
      entries.push({ owner: child.id, term: head ? [head] : [], details: rest.length > 0 ? [rest] : [] });
      continue;
    }
    const last = entries.at(-1);
    const owner = child.id.slice(0, child.id.lastIndexOf('.'));
    // A figure's hedge, number and unit are one term.
    if (child.term && last?.term != null && last.owner === owner) last.term.push(...sets);
    else if (child.term) entries.push({ owner, term: [...sets], details: [] });
    else if (last) last.details.push(sets);
    else entries.push({ owner, term: null, details: [sets] });
  }
  if (entries.length === 0) return { shapes, html: join([]) };
  const items = entries.map((entry) => entryHtml(entry, context));
  if (box.role === 'items') return { shapes, html: h('li', {}, ...items) };
  const isList = entries.length > 0 && entries.every((entry) => entry.term !== null);
  return { shapes, html: h(isList ? 'dl' : 'div', { class: box.role }, ...items) };
}

/** A term with what is said of it is one line of the slide; without a term each paragraph is one. */
function entryHtml({ term, details }: Entry, context: Context): Html {
  if (term === null) return join(details.map((sets) => flow(sets, context)));
  const said = details.length > 0 ? details.map((sets) => flowOfParts(sets, context)) : [join([])];
  const refs = refsOfParagraphs(
    [...term, ...details.flat()].map(({ paragraph }) => paragraph),
    context,
  );
  return h('div', { 'data-refs': refs }, h('dt', {}, flowOfParts(term, context)), ...said.map((detail) => h('dd', {}, detail)));
}
