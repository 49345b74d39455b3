import { FILTER_STEP, LIMITS } from './allowed.ts';
import { referencesIn } from './css.ts';
import type { Kept } from './types.ts';

/** What style sheets refer to, by the last name of each selector: `.a`, `#a`, `rect`, `*`. */
type Sheet = ReadonlyMap<string, readonly string[]>;

/** The last name of a selector: of `g > .a:hover` it is `.a`. */
function lastName(selector: string): string {
  const last =
    selector
      .trim()
      .split(/[\s>+~]+/)
      .at(-1) ?? '';
  return /^(?:[.#]?[\w-]+)/.exec(last)?.[0] ?? '*';
}

function sheetOf(css: string): Sheet {
  const found = new Map<string, string[]>();
  for (const rule of css.split('}')) {
    const open = rule.lastIndexOf('{');
    const targets = open === -1 ? [] : referencesIn(rule.slice(open));
    if (targets.length === 0) continue;
    for (const selector of rule.slice(rule.lastIndexOf('{', open - 1) + 1, open).split(',')) {
      const last = lastName(selector);
      found.set(last, [...(found.get(last) ?? []), ...targets]);
    }
  }
  return found;
}

function styles(element: Kept): string {
  const own = element.name === 'style' ? element.children.filter((part) => typeof part === 'string').join('') : '';
  return own + element.children.map((part) => (typeof part === 'string' ? '' : styles(part))).join('');
}

function targetsOf({ name, attributes }: Kept, sheet: Sheet): string[] {
  const targets = [...attributes.values()].flatMap((value) => (value.includes('url(') ? referencesIn(value) : []));
  const address = attributes.get('xlink:href') ?? '';
  if (address.startsWith('#')) targets.push(address.slice(1));
  if (sheet.size === 0) return targets;
  const names = ['*', name, `#${attributes.get('id') ?? ''}`, ...(attributes.get('class') ?? '').split(/\s+/).map((part) => `.${part}`)];
  return [...targets, ...names.flatMap((part) => sheet.get(part) ?? [])];
}

/**
 * How many elements are drawn where each is drawn as often as others refer to it: a drawing of forty lines can ask for a million million.
 * Infinite for one that refers to itself; counting stops beyond the limit.
 */
export function drawnElements(root: Kept): number {
  const sheet = sheetOf(styles(root));
  const byId = new Map<string, Kept>();
  const index = (element: Kept): void => {
    const id = element.attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const part of element.children) if (typeof part !== 'string') index(part);
  };
  index(root);
  const known = new Map<Kept, number>();
  const open = new Set<Kept>();
  const count = (element: Kept): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (open.has(element) || open.size > 5 * LIMITS.depth) return Infinity;
    open.add(element);
    let sum = element.name.startsWith('fe') ? FILTER_STEP : 1;
    for (const part of element.children) if (typeof part !== 'string') sum += count(part);
    for (const id of targetsOf(element, sheet)) {
      const target = byId.get(id);
      if (target !== undefined && sum <= LIMITS.drawn) sum += count(target);
    }
    open.delete(element);
    known.set(element, sum);
    return sum;
  };
  return count(root);
}
