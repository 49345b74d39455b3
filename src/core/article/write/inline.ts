import type { PhrasingContent } from 'mdast';
import { isRef, type RefRun, type Run, type TextRun } from '../../base/text.ts';
import { LOOKS, tidyRuns } from '../runs.ts';
import { toNoteText } from '../syntax/index.ts';
import { formatReference } from '../syntax/reference.ts';

type Look = (typeof LOOKS)[number];

/** Neighbours that are alike in one respect. */
function groups(runs: readonly Run[], look: Look): Run[][] {
  const grouped: Run[][] = [];
  for (const run of runs) {
    const group = grouped.at(-1);
    const last = group?.at(-1);
    if (group && last && !isRef(last) && !isRef(run) && last[look] === run[look]) group.push(run);
    else grouped.push([run]);
  }
  return grouped;
}

/** How a line ends inside a text; in what is one line of the file, as a table's cell, by a tag. */
const LINE_END = { text: { type: 'break' }, line: { type: 'tag', value: '<br>' } } as const;

function phrasing({ text }: TextRun, where: keyof typeof LINE_END): PhrasingContent[] {
  return text
    .split('\n')
    .flatMap((value, index): PhrasingContent[] => [
      ...(index > 0 ? [LINE_END[where]] : []),
      ...(value ? [{ type: 'text', value } as const] : []),
    ]);
}

function references({ refs, notes = [] }: RefRun): PhrasingContent[] {
  return [
    ...(refs.length > 0 ? [{ type: 'sourceReference', value: formatReference(refs) } as const] : []),
    ...notes.map((words) => ({ type: 'footnote', value: toNoteText(words) }) as const),
  ];
}

function tagged(name: string, children: readonly PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'tag', value: `<${name}>` }, ...children, { type: 'tag', value: `</${name}>` }];
}

function nest(runs: readonly Run[], [look, ...inner]: readonly Look[], where: keyof typeof LINE_END): PhrasingContent[] {
  if (look === undefined) return runs.flatMap((run) => (isRef(run) ? references(run) : phrasing(run, where)));
  return groups(runs, look).flatMap((group): PhrasingContent[] => {
    const children = nest(group, inner, where);
    const first = group[0];
    if (first === undefined || isRef(first) || first[look] === undefined) return children;
    switch (look) {
      case 'href':
        return [{ type: 'link', url: first.href ?? '', children }];
      case 'bold':
        return [{ type: 'strong', children }];
      case 'italic':
        return [{ type: 'emphasis', children }];
      // As a tag: `~~` opens nothing before a space or some signs.
      case 'strike':
        return tagged('s', children);
      case 'script':
        return tagged(first.script === 'sub' ? 'sub' : 'sup', children);
    }
  });
}

export function toPhrasing(runs: readonly Run[], where: keyof typeof LINE_END = 'text'): PhrasingContent[] {
  return nest(tidyRuns(runs), LOOKS, where);
}
