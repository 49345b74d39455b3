import { partName, rankedFor, type BoundLayout } from '../../template/company/index.ts';
import type { CompanyTemplate, LayoutBinding } from '../../template/company/types.ts';
import type { Mend } from './types.ts';

/** Where else a layout of ours could stand, the likeliest first: its content in text boxes, then on the next best of their layouts. */
export function alternatives(bound: BoundLayout, template: CompanyTemplate): { readonly binding: LayoutBinding; readonly mend: Mend }[] {
  const { name, choice, regions } = bound;
  const from = partName(choice.layout);
  const kept = Object.fromEntries(
    regions.flatMap((r): [string, number | 'title'][] => {
      if (r.name === 'title') return [['title', 'title']];
      return r.placeholder && !(r.name in bound.plan.slots) ? [[r.name, r.placeholder.index]] : [];
    }),
  );
  const inBoxes = regions.some((r) => r.placeholder !== null && r.name in bound.plan.slots)
    ? [{ binding: { layout: from, regions: kept }, mend: { layout: name, by: 'text-boxes', from, to: from } as const }]
    : [];
  // A cover or divider is known by its looks: one made for something else is better only than one that is no more.
  const isFront = bound.plan.type === 'title' || bound.plan.type === 'secHead';
  const elsewhere = rankedFor(name, template)
    .filter(({ reason }) => !isFront || reason !== 'instead' || choice.reason === 'instead')
    .map(({ layout }) => partName(layout))
    .filter((to) => to !== from)
    .map((to) => ({ binding: { layout: to, regions: {} }, mend: { layout: name, by: 'other-layout', from, to } as const }));
  return [...elsewhere.slice(0, 2), ...inBoxes, ...elsewhere.slice(2)];
}
