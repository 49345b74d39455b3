import type { BlockView, ItemView, View } from '../../briefing/types.ts';
import { distinct } from '../../base/distinct.ts';
import { markNumber, markWords as withMark, type Origin } from '../../base/origin.ts';
import { isRef, type Run } from '../../base/text.ts';

export interface TracedView {
  /** The view with every word and chart value marked (`base/origin.ts`); what is shared in it is shared here. */
  readonly view: View;
  /** By the number in the mark. */
  readonly origins: readonly Origin[];
  /** Characters of all words that are marked, with their marks. */
  readonly size: number;
}

type Owner = Pick<Origin, 'article' | 'topic'>;
type Path = readonly (string | number)[];

/** Where something stands, and what it rests on where it says nothing itself: what its figure, row, chart or parent does. */
interface Spot {
  readonly owner: Owner;
  readonly path: Path;
  readonly refs: readonly number[];
}

/** Keys of a view under which numbers are a chart's. */
const VALUES = 'values';

const hasRuns = (value: object): value is { readonly text: string; readonly runs: readonly Run[] } =>
  'runs' in value && Array.isArray(value.runs);

/** The sources that an object of a view names: its own, else what covers it, else those of the points below it. */
function refsOf(value: object, covering: readonly number[]): readonly number[] {
  const own = 'refs' in value && Array.isArray(value.refs) ? (value.refs as readonly number[]) : [];
  if (own.length > 0) return own;
  if (covering.length > 0 || !('children' in value) || !Array.isArray(value.children)) return covering;
  return distinct((value.children as readonly object[]).flatMap((child) => refsOf(child, [])));
}

/** The topic's id behind its article's, or the own slide's. */
function ownerOf({ key, article }: ItemView): Owner {
  return { article: article?.id ?? null, topic: key.slice(key.indexOf('/') + 1) };
}

const spotOf = (owner: Owner, path: Path = []): Spot => ({ owner, path, refs: [] });

/** A cover's lines are the deck's own, but for a title in two. */
function coverPath(path: Path, { deck }: View): Path {
  if (path[1] === 'main') return deck.cover.sub === null ? ['title'] : path;
  if (path[1] === 'date') return ['dateText'];
  return path[1] === 'sub' ? path : path.slice(1);
}

/**
 * Marks what a template is filled with by where it comes from. The template's own words and options, and what several articles share (actors), have
 * no origin. A line has one, its text and its runs; the same block in several lists is one.
 */
export function traceView(view: View): TracedView {
  const origins: Origin[] = [];
  const copies = new Map<object, unknown>();
  let size = 0;

  const markWords = (words: string, number: number): string => {
    const marked = withMark(words, number);
    size += marked.length;
    return marked;
  };
  const origin = ({ owner: { article, topic }, path: full, refs }: Spot): number => {
    const path = full[0] === 'cover' ? coverPath(full, view) : full;
    const [field, index] = [path.filter((key) => typeof key === 'string'), path.filter((key) => typeof key === 'number')];
    const name = (field.at(-1) === 'text' ? field.slice(0, -1) : field).join('.');
    // As long as it is: what `filter` gives has room for sixteen more, and stays with every word of the deck.
    const at = index.slice();
    const own: Origin = refs.length > 0 ? { article, topic, field: name, index: at, refs } : { article, topic, field: name, index: at };
    return origins.push(own) - 1;
  };
  const markRuns = (runs: readonly Run[], number: number): Run[] =>
    runs.map((run) => (isRef(run) ? run : { ...run, text: markWords(run.text, number) }));

  /** A line that stands in several places of the view has the origin of the first. */
  const lines = new Map<readonly Run[], number>();
  const lineOrigin = (runs: readonly Run[], spot: Spot): number => {
    const number = lines.get(runs) ?? origin(spot);
    lines.set(runs, number);
    return number;
  };

  function copyObject(value: object, outer: Spot): object {
    const { path } = outer;
    // What an item rests on as a whole says nothing of one of its lines.
    const spot = path.length === 0 ? outer : { ...outer, refs: refsOf(value, outer.refs) };
    const line = hasRuns(value) ? lineOrigin(value.runs, spot) : null;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]): [string, unknown] => {
        if (line !== null && key === 'text') return [key, markWords(inner as string, line)];
        if (line !== null && key === 'runs') return [key, markRuns(inner as readonly Run[], line)];
        return [key, copy(inner, { ...spot, path: [...path, key] })];
      }),
    );
  }

  function copy(value: unknown, spot: Spot): unknown {
    const { path } = spot;
    if (typeof value === 'string') return markWords(value, origin(spot));
    if (typeof value === 'number') return path.at(-2) === VALUES ? markNumber(value, origin(spot)) : value;
    if (value === null || typeof value !== 'object') return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const made = Array.isArray(value)
      ? value.map((inner: unknown, i) => copy(inner, { ...spot, path: [...path, i] }))
      : copyObject(value, spot);
    copies.set(value, made);
    return made;
  }

  /** An item's own lines: before the lists, which have the same by kind, and before other items, which may list them. */
  const copyLines = (item: ItemView): void => {
    const owner = ownerOf(item);
    copy(item.headline, spotOf(owner, ['headline']));
    copy(item.summary, spotOf(owner, ['summary']));
    // Points before the charts and tables whose titles they are.
    item.blocks.forEach((block) => copy(block.points, spotOf(owner, ['blocks', block.index, 'points'])));
    copies.set(
      item.blocks,
      item.blocks.map((block: BlockView) => copy(block, spotOf(owner, ['blocks', block.index]))),
    );
    copy(item.finding, spotOf(owner, ['finding']));
  };

  const briefing: Owner = { article: null, topic: null };
  const articles = view.articles.map((article) => copy(article, spotOf({ article: article.id, topic: null })));
  view.items.forEach(copyLines);
  const items = view.items.map((item) => copy(item, spotOf(ownerOf(item))));
  const sources = view.sources.map((source) => {
    const { excerpt, paragraph, ...entry } = source;
    const owner: Owner = { article: source.article, topic: null };
    const words = excerpt && markWords(excerpt, origin(spotOf(owner, ['source', (paragraph ?? 1) - 1])));
    return { ...copyObject(entry, spotOf(owner)), paragraph, excerpt: words };
  });
  const disclaimers = view.disclaimers.map((words) => {
    const owner = view.articles.find(({ disclaimer }) => disclaimer === words);
    return owner ? markWords(words, origin(spotOf({ article: owner.id, topic: null }, ['disclaimer']))) : words;
  });
  const shared = (list: readonly object[]): unknown[] => list.map((one) => copies.get(one) ?? one);
  const traced = {
    ...view,
    deck: copyObject(view.deck, spotOf(briefing)),
    items,
    topics: shared(view.topics),
    articles,
    timeline: shared(view.timeline),
    quotations: shared(view.quotations),
    figures: shared(view.figures),
    sources,
    sourceGroups: copy(view.sourceGroups, spotOf(briefing, ['sourceGroups'])),
    groups: copy(view.groups, spotOf(briefing, ['groups'])),
    disclaimers,
  };
  // The same shape: only words have marks in them.
  return { view: traced as unknown as View, origins, size };
}
