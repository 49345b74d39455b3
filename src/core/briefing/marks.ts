import { problem, type Outcome, type Problem } from '../base/errors.ts';
import type { PlaceOf } from './places.ts';
import type { ArticleEntry, Briefing } from './types.ts';

/** A workspace's handling marks, the lowest first, as its `house.yaml` has them. Empty: it has said no order. */
export type MarkOrder = readonly string[];

/** What two spellings of one mark have in common: letters alike in any case, one space where there are several. */
export function markKey(mark: string): string {
  return mark.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** A mark and who says it. */
interface Said {
  readonly mark: string;
  /** Null: the briefing. */
  readonly article: string | null;
}

/** The articles that a briefing takes topics from, each once. */
function usedArticles(briefing: Briefing, articles: ReadonlyMap<string, ArticleEntry>): ArticleEntry[] {
  const ids = new Set(briefing.items.flatMap((item) => (item.kind === 'topic' ? [item.article] : [])));
  return [...ids].flatMap((id) => articles.get(id) ?? []);
}

const bySayer = ({ mark, article }: Said): string => `“${mark}” (${article ?? 'the briefing'})`;

const HINT = 'List the marks under “marks:” in house.yaml, the lowest first, or take the wrong one out.';

/**
 * The mark that a deck bears: the highest of its briefing's and of those that its articles bear, by the workspace's order. Never one
 * that may be lower: where two cannot be compared, there is no deck, and `mark/no-order` (nobody has said an order) or `mark/unknown` (one
 * is not in it) says so. A single mark needs no order; where there is one and it is not in it, that is the warning `mark/not-listed`.
 * Where an article's is above what the briefing itself says, `mark/raised` does.
 */
export function deckMark(
  briefing: Briefing,
  articles: ReadonlyMap<string, ArticleEntry>,
  order: MarkOrder,
  placeOf: PlaceOf,
): Outcome<string | null> {
  const said: Said[] = [
    ...(briefing.mark === null ? [] : [{ mark: briefing.mark, article: null }]),
    ...usedArticles(briefing, articles).flatMap(({ article: { mark, id } }) => (mark === null ? [] : [{ mark, article: id }])),
  ];
  const [first] = said;
  if (!first) return { value: null, problems: [] };
  const ranks = new Map(order.map((mark, index) => [markKey(mark), index] as const));
  const rankOf = ({ mark }: Said): number | undefined => ranks.get(markKey(mark));
  const distinct = [...new Map(said.map((one) => [markKey(one.mark), one] as const)).values()];
  const unknown = distinct.filter((one) => rankOf(one) === undefined);
  const at = { place: placeOf(['mark']), received: distinct.map(bySayer).join(', ') };

  if (distinct.length > 1 && order.length === 0) {
    const message = 'the deck would bear several handling marks, and nothing says which of them is the highest';
    return { value: null, problems: [problem('mark/no-order', { message, ...at, hint: HINT })] };
  }
  const allowed = order.join(', ');
  if (distinct.length > 1 && unknown.length > 0) {
    const message = `the workspace’s order of handling marks does not have ${unknown.map(bySayer).join(', ')}, so that none of them can be called the highest`;
    return { value: null, problems: [problem('mark/unknown', { message, ...at, allowed, hint: HINT })] };
  }
  const problems: Problem[] = [];
  if (order.length > 0 && unknown.length > 0) {
    const message = 'the workspace’s order of handling marks does not have this one';
    problems.push(problem('mark/not-listed', { message, ...at, allowed, hint: HINT }));
  }
  const highest = distinct.reduce((best, one) => ((rankOf(one) ?? -1) > (rankOf(best) ?? -1) ? one : best), first);
  const value = order[rankOf(highest) ?? -1] ?? highest.mark;
  if (briefing.mark !== null && markKey(briefing.mark) !== markKey(value)) {
    const message = `the deck bears “${value}”, since an article that it takes from does; the briefing says less`;
    problems.push(problem('mark/raised', { message, ...at, hint: `Write “mark: ${value}” in the briefing, or leave those topics out.` }));
  }
  return { value, problems };
}
