import type { Briefing, Depth, Item, Overrides, OptionValue, OwnItem, TopicItem } from '../types.ts';

/** Changes of a briefing: each a plain function from briefing to briefing. The same value comes back where nothing changed. */

/** `article/topic` or `own/ID`, as slides name the item they belong to. */
export function keyOf(item: Item): string {
  return item.kind === 'topic' ? `${item.article}/${item.topic}` : `own/${item.id}`;
}

export function isChosen(briefing: Briefing, article: string, topic: string): boolean {
  return briefing.items.some((item) => item.kind === 'topic' && item.article === article && item.topic === topic);
}

function withItems(briefing: Briefing, items: Item[]): Briefing {
  return { ...briefing, items };
}

/** The items that stay. A section whose first item goes begins with the next of its own. */
function without(items: readonly Item[], goes: (item: Item) => boolean): Item[] {
  let start: Item['section'];
  return items.flatMap((item) => {
    start = item.section ?? start;
    if (goes(item)) return [];
    const kept = start === undefined || start === item.section ? item : { ...item, section: start };
    start = undefined;
    return [kept];
  });
}

/** Adds topics at `at` (default: the end); those chosen already stay where they are. */
export function addTopics(
  briefing: Briefing,
  topics: readonly { readonly article: string; readonly topic: string }[],
  at: number = briefing.items.length,
): Briefing {
  const added = topics
    .filter(({ article, topic }) => !isChosen(briefing, article, topic))
    .map(({ article, topic }): TopicItem => ({ kind: 'topic', article, topic, depth: 'points', overrides: null }));
  return added.length === 0 ? briefing : withItems(briefing, briefing.items.toSpliced(at, 0, ...added));
}

export function removeTopics(briefing: Briefing, topics: readonly { readonly article: string; readonly topic: string }[]): Briefing {
  const gone = new Set(topics.map(({ article, topic }) => `${article}/${topic}`));
  const items = without(briefing.items, (item) => item.kind === 'topic' && gone.has(keyOf(item)));
  return items.length === briefing.items.length ? briefing : withItems(briefing, items);
}

export function removeItem(briefing: Briefing, index: number): Briefing {
  const gone = briefing.items[index];
  return gone
    ? withItems(
        briefing,
        without(briefing.items, (item) => item === gone),
      )
    : briefing;
}

/** Moves the items at `from` so that they stand, in their order, before the item that is at `before` now. */
export function moveItems(briefing: Briefing, from: readonly number[], before: number): Briefing {
  const moving = new Set(from);
  const moved = briefing.items.filter((_, index) => moving.has(index));
  const head = briefing.items.filter((_, index) => index < before && !moving.has(index));
  const tail = briefing.items.filter((_, index) => index >= before && !moving.has(index));
  const items = [...head, ...moved, ...tail];
  return items.every((item, index) => item === briefing.items[index]) ? briefing : withItems(briefing, items);
}

/** One place up (-1) or down (1). */
export function nudge(briefing: Briefing, index: number, by: -1 | 1): Briefing {
  const target = index + by;
  if (target < 0 || target >= briefing.items.length) return briefing;
  return moveItems(briefing, [index], by === 1 ? target + 1 : target);
}

function changeItem(briefing: Briefing, index: number, change: (item: Item) => Item): Briefing {
  const item = briefing.items[index];
  if (!item) return briefing;
  const changed = change(item);
  return changed === item ? briefing : withItems(briefing, briefing.items.with(index, changed));
}

export function setDepth(briefing: Briefing, index: number, depth: Depth): Briefing {
  return changeItem(briefing, index, (item) => (item.kind === 'topic' && item.depth !== depth ? { ...item, depth } : item));
}

const NO_OVERRIDES: Overrides = { headline: null, summary: null, points: [], notes: null };

function countOf(overrides: Overrides): number {
  const { headline, summary, notes, points, lines = [], removed = [], added = [], moved = [], without = [] } = overrides;
  const lists = [points, lines, removed, added, moved, without];
  return [headline, summary, notes].filter((text) => text !== null).length + lists.reduce((sum, list) => sum + list.length, 0);
}

function tidy(overrides: Overrides): Overrides | null {
  return countOf(overrides) === 0 ? null : overrides;
}

/** Changes what a briefing says otherwise than a topic's article; the same value comes back where nothing is another. */
export function changeOverrides(briefing: Briefing, index: number, change: (overrides: Overrides) => Overrides): Briefing {
  return changeItem(briefing, index, (item) => {
    if (item.kind !== 'topic') return item;
    const before = item.overrides ?? NO_OVERRIDES;
    const after = change(before);
    return after === before ? item : { ...item, overrides: tidy(after) };
  });
}

/** Words that the app gives a field are for the article as it is now: a hash of what it was says nothing of them. */
function withoutHash({ hashes, ...overrides }: Overrides, field: 'headline' | 'summary' | 'notes'): Overrides {
  const others = Object.entries(hashes ?? {}).filter(([name]) => name !== field);
  return others.length === 0 ? overrides : { ...overrides, hashes: Object.fromEntries(others) };
}

/** Words a field for this briefing alone; null, or the article's own words, take the override away. */
export function setWording(
  briefing: Briefing,
  index: number,
  field: 'headline' | 'summary' | 'notes',
  text: string | null,
  original: string | null,
): Briefing {
  return changeItem(briefing, index, (item) => {
    if (item.kind !== 'topic') return item;
    const before = item.overrides ?? NO_OVERRIDES;
    const wanted = text === null || text.trim() === '' || text.trim() === original?.trim() ? null : text.trim();
    return wanted === before[field] ? item : { ...item, overrides: tidy({ ...withoutHash(before, field), [field]: wanted }) };
  });
}

export interface PointRef {
  readonly position: number;
  /** Of the point as it is in the article now. */
  readonly hash: string;
  readonly markdown: string;
}

/** Words a point for this briefing alone; null, or the article's own words, take the override away. */
export function setPoint(briefing: Briefing, index: number, point: PointRef, text: string | null): Briefing {
  return changeItem(briefing, index, (item) => {
    if (item.kind !== 'topic') return item;
    const before = item.overrides ?? NO_OVERRIDES;
    const others = before.points.filter(({ position }) => position !== point.position);
    const same = before.points.find(({ position }) => position === point.position);
    const gone = text === null || text.trim() === '' || text.trim() === point.markdown.trim();
    if (gone && !same) return item;
    if (!gone && same?.text === text.trim() && same.hash === point.hash) return item;
    const points = gone ? others : [...others, { ...same, position: point.position, hash: point.hash, text: text.trim() }];
    return { ...item, overrides: tidy({ ...before, points: points.sort((a, b) => a.position - b.position) }) };
  });
}

/** A short id no other own slide has. */
function freeId(briefing: Briefing): string {
  const taken = new Set(briefing.items.flatMap((item) => (item.kind === 'own' ? [item.id] : [])));
  for (let n = 1; ; n += 1) if (!taken.has(`own-${n}`)) return `own-${n}`;
}

export function addOwn(briefing: Briefing, at: number, title: string, body: string): Briefing {
  const item: OwnItem = { kind: 'own', id: freeId(briefing), title, body };
  return withItems(briefing, briefing.items.toSpliced(at, 0, item));
}

export function editOwn(briefing: Briefing, index: number, title: string, body: string): Briefing {
  return changeItem(briefing, index, (item) =>
    item.kind === 'own' && (item.title !== title || item.body !== body) ? { ...item, title, body } : item,
  );
}

/** The fields around the running order. What cannot stand in a file (no title, a time that is none) is left as it was. */
export type Meta = Pick<Briefing, 'title' | 'subtitle' | 'audience' | 'presenter' | 'date' | 'minutes' | 'mark' | 'language'>;

export function setMeta<F extends keyof Meta>(briefing: Briefing, field: F, value: Meta[F]): Briefing {
  const wanted = typeof value === 'string' && field !== 'title' && value.trim() === '' ? null : value;
  return briefing[field] === wanted ? briefing : { ...briefing, [field]: wanted };
}

/** What a rehearsal took: minutes of items by their places, seconds of slides that are no topic's. */
export interface Taken {
  readonly items: readonly { readonly index: number; readonly minutes: number }[];
  readonly slides: readonly { readonly slide: 'title' | 'agenda' | 'sources'; readonly seconds: number }[];
}

export function withTimes(briefing: Briefing, { items, slides }: Taken): Briefing {
  const minutes = new Map(items.map((item) => [item.index, item.minutes]));
  const seconds = { ...briefing.seconds, ...Object.fromEntries(slides.map(({ slide, seconds: taken }) => [slide, taken])) };
  return {
    ...briefing,
    ...(slides.length > 0 && { seconds }),
    items: briefing.items.map((item, index) => {
      const given = minutes.get(index);
      return given === undefined ? item : { ...item, minutes: given };
    }),
  };
}

/** Options of the template before stay only where the new one has them too; Lectern's own always do. */
export function setTemplate(briefing: Briefing, name: string, options: readonly string[]): Briefing {
  if (briefing.template === name) return briefing;
  const known = new Set([...options, 'format', 'variant', 'pictures']);
  return { ...briefing, template: name, options: Object.fromEntries(Object.entries(briefing.options).filter(([key]) => known.has(key))) };
}

/** Null: as the template says. */
export function setOption(briefing: Briefing, name: string, value: OptionValue | null): Briefing {
  if ((briefing.options[name] ?? null) === value) return briefing;
  const others = Object.fromEntries(Object.entries(briefing.options).filter(([key]) => key !== name));
  return { ...briefing, options: value === null ? others : { ...others, [name]: value } };
}

/** How many things of a topic are otherwise than in the article. */
export function countOverrides(item: Item): number {
  return item.kind === 'topic' && item.overrides ? countOf(item.overrides) : 0;
}
