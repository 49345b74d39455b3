import type { EntryView, GroupView, ItemView, SectionStart, SectionView } from '../types.ts';

/** An item with what the whole running order says of it still missing. */
export type TimedItem = Omit<ItemView, 'section' | 'opensSection' | 'overview' | 'inOverview'>;

export interface Ordered {
  readonly item: TimedItem;
  /** The section that begins here. */
  readonly start: SectionStart | null;
}

/** More items than these are read by groups. */
const MOST_UNGROUPED = 8;

function entryOf({ key, number, headline, finding, minutes }: TimedItem): EntryView {
  return { key, number, headline, finding, minutes };
}

function groupOf(title: string, members: readonly TimedItem[]): GroupView {
  const minutes = members.flatMap((item) => item.minutes ?? []);
  return {
    title,
    from: members[0]?.number ?? 0,
    to: members.at(-1)?.number ?? 0,
    minutes: minutes.length < members.length ? null : Math.round(minutes.reduce((a, b) => a + b, 0) * 10) / 10,
    items: members.map(entryOf),
  };
}

/** Runs of neighbours; one begins wherever `begins` says so, and with the first. */
function runsOf<T>(list: readonly T[], begins: (one: T, before: T) => boolean): T[][] {
  const runs: T[][] = [];
  for (const one of list) {
    const open = runs.at(-1);
    const before = open?.at(-1);
    if (open && before !== undefined && !begins(one, before)) open.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** The section of each item, by its place; null before the first section begins. */
function sectionsOf(order: readonly Ordered[]): (SectionView | null)[] {
  const runs = runsOf(order, ({ start }) => start !== null);
  const named = runs.filter(([first]) => first?.start != null);
  return runs.flatMap((run) => {
    const start = run[0]?.start ?? null;
    const number = named.indexOf(run) + 1;
    const section = start && {
      ...groupOf(
        start.title,
        run.map(({ item }) => item),
      ),
      ...{ number, of: named.length, finding: start.finding },
    };
    return run.map(() => section);
  });
}

/** By article, an own slide with what stands before it. */
function byArticle(items: readonly TimedItem[]): GroupView[] {
  let article: string | null = null;
  const owned = items.map((item) => ({ item, article: (article = item.article?.id ?? article) }));
  const runs = runsOf(owned, (one, before) => one.article !== before.article && before.article !== null);
  return runs.map((run) =>
    groupOf(
      run.find(({ item }) => item.article !== null)?.item.article?.title ?? run[0]?.item.heading ?? '',
      run.map(({ item }) => item),
    ),
  );
}

const isHeadline = ({ depth, isTopic }: TimedItem): boolean => isTopic && depth === 'headline';

/** The running order with its sections, and with the items that one overview may show; and its groups for an agenda. */
export function groupItems(order: readonly Ordered[]): { readonly items: readonly ItemView[]; readonly groups: readonly GroupView[] } {
  const sections = sectionsOf(order);
  const runs = runsOf(order, (one, before) => one.start !== null || !isHeadline(one.item) || !isHeadline(before.item));
  const overviews = runs.flatMap((run) =>
    run.map((_, index) => ({
      overview: run.length > 1 && index === 0 ? run.map(({ item }) => entryOf(item)) : [],
      inOverview: index > 0,
    })),
  );
  const items = order.map(({ item, start }, index): ItemView => {
    const { overview = [], inOverview = false } = overviews[index] ?? {};
    return { ...item, section: sections[index] ?? null, opensSection: start !== null, overview, inOverview };
  });
  return { items, groups: items.length > MOST_UNGROUPED ? agendaGroups(order, sections) : [] };
}

function agendaGroups(order: readonly Ordered[], sections: readonly (SectionView | null)[]): GroupView[] {
  const named = [...new Set(sections)];
  if (named.some((section) => section !== null)) {
    const before = order.filter((_, index) => sections[index] === null).map(({ item }) => item);
    // What stands before the first section is a group without a name.
    return named.flatMap((section): GroupView[] => {
      if (section === null) return [groupOf('', before)];
      const { title, from, to, minutes, items } = section;
      return [{ title, from, to, minutes, items }];
    });
  }
  const groups = byArticle(order.map(({ item }) => item));
  return groups.length > 1 ? groups : [];
}
