import { dayNumber, hasHedge, spanReader, type DateSpan } from '../../../language/index.ts';
import { plainText } from '../../../base/text.ts';
import type { Context } from '../../../layout/context.ts';
import type { ShownEvent, TimelineBlock } from '../types.ts';
import type { Certainty, Entry } from './types.ts';

/** The days that the briefing's date may mean, by number; null where it has none. */
export function todayOf({ today }: TimelineBlock): { readonly first: number; readonly last: number } | null {
  if (today === null) return null;
  const [year = 0, month, day] = today.split('-').map(Number);
  const first = dayNumber(year, month ?? 1, day ?? 1);
  return { first, last: day === undefined ? dayNumber(month === undefined ? year + 1 : year, (month ?? 0) + 1, 1) - 1 : first };
}

/** Where today stands on a scale. Null for a month or a year in which an event falls: which of the two came first was never written. */
export function todayAmong(block: TimelineBlock, dated: readonly Dated[]): number | null {
  const today = todayOf(block);
  if (!today) return null;
  if (today.first === today.last) return today.first;
  const isFree = dated.every(({ span }) => span.last < today.first || today.last < span.first);
  return isFree ? Math.floor((today.first + today.last) / 2) : null;
}

/** What each event's date means, read as its article's language writes dates, in the order in which they were written. */
export function entriesOfBlock(context: Context, block: TimelineBlock): Entry[] {
  const today = todayOf(block);
  const { read: known } = context.timelines;
  return block.events.map((event, index) => {
    const found = known.get(event) ?? readEvent(context, event, today);
    known.set(event, found);
    return { event, number: index + 1, ...found };
  });
}

function readEvent(context: Context, event: ShownEvent, today: ReturnType<typeof todayOf>): Pick<Entry, 'span' | 'certainty'> {
  const { readers } = context.timelines;
  const language = context.languageOf(event.origins ?? []);
  const read = readers.get(language) ?? spanReader(language);
  readers.set(language, read);
  const found = read(event.date.text) ?? read(event.dateText);
  const span = found === 'reversed' ? null : found;
  return { span, certainty: certaintyOf(event, span, today, language) };
}

/** Planned is what lies beyond today; where no day is today, what is said to be meant. Reported is near: nobody vouches for it. */
function certaintyOf(event: ShownEvent, span: DateSpan | null, today: ReturnType<typeof todayOf>, language: string): Certainty {
  const words = plainText(event.runs);
  if (today === null ? hasHedge(words, 'intention', language) : span !== null && span.first > today.last) return 'planned';
  return event.date.about || span?.about === true || hasHedge(words, 'evidence', language) ? 'about' : 'exact';
}

export type Dated = Entry & { readonly span: DateSpan };

/** Those with a date in the order of time; of two that begin together the longer first. */
export function datedOf(entries: readonly Entry[]): Dated[] {
  const dated = entries.filter((entry): entry is Dated => entry.span !== null);
  return dated.sort((a, b) => a.span.first - b.span.first || b.span.last - a.span.last || a.number - b.number);
}

/** The part of all the time that events near each other lie within, so that it is drawn again. */
const CLUSTER = 0.12;
/** So many of them are tried. */
const MOST_CLUSTERS = 3;

/** Events that lie within a small part of all the time, two at least and not all; first those that stand furthest from the others for their own length. */
export function clustersOf(dated: readonly Dated[]): Dated[][] {
  const endOf = (list: readonly Dated[]): number => Math.max(...list.map(({ span }) => span.last)) + 1;
  const whole = endOf(dated) - (dated[0]?.span.first ?? 0);
  const found: { readonly members: Dated[]; readonly apart: number }[] = [];
  for (let from = 0; from < dated.length; from++) {
    for (let to = from + 2; to <= dated.length; to++) {
      const members = dated.slice(from, to);
      const [begin, end] = [members[0]?.span.first ?? 0, endOf(members)];
      const days = end - begin;
      if (days > whole * CLUSTER || days < 3 || members.length === dated.length) continue;
      const before = from > 0 ? begin - endOf(dated.slice(0, from)) : Infinity;
      const behind = (dated[to]?.span.first ?? Infinity) - end;
      if (Math.min(before, behind) >= 0) found.push({ members, apart: Math.min(before, behind) / days });
    }
  }
  return found
    .sort((a, b) => b.apart - a.apart)
    .slice(0, MOST_CLUSTERS)
    .map(({ members }) => members);
}
