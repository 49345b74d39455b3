import { z } from 'zod';
import { problem, type Outcome, type Problem, type Result } from '../base/errors.ts';
import type { Briefing, BriefingItem, DeckNotes } from './types.ts';

/** What an HTML deck saves of a rehearsal (“Save times”): seconds planned for each slide and spent on it. */
const timesSchema = z.object({
  lectern: z.literal('times'),
  stamp: z.string(),
  title: z.string(),
  minutes: z.number().nullable(),
  slides: z
    .array(
      z.object({
        /** As `ItemView.key`; empty: the slide is no topic's. */
        topic: z.string(),
        /** Files of earlier versions do not say it. */
        kind: z.string().optional(),
        title: z.string(),
        planned: z.number().nonnegative(),
        spent: z.number().nonnegative().max(1_000_000),
      }),
    )
    .max(10_000),
});

export type RehearsalTimes = z.infer<typeof timesSchema>;

/** Reads such a file. */
export function readTimes(text: string, file: string): Outcome<RehearsalTimes> {
  const refused = (): Outcome<RehearsalTimes> => ({
    value: null,
    problems: [
      problem('briefing/times', {
        message: 'this is no file of times that an HTML deck saved',
        place: { file },
        allowed: '“Save times” in the presenter’s view gives one: times-….json',
        hint: 'Save the times again, from a deck of this version of Lectern.',
      }),
    ],
  });
  try {
    const { data } = timesSchema.safeParse(JSON.parse(text));
    return data === undefined ? refused() : { value: data, problems: [] };
  } catch {
    return refused();
  }
}

/** How long one item took. */
export interface ItemTime {
  /** Its place in the running order, from 0. */
  readonly index: number;
  readonly key: string;
  /** Seconds. */
  readonly planned: number;
  readonly spent: number;
  /** What the briefing shall give it: half minutes, one at least. */
  readonly minutes: number;
}

const STEP = 30;

const keyOf = (item: BriefingItem): string => (item.kind === 'own' ? `own/${item.id}` : `${item.article}/${item.topic}`);

/** The times of a briefing's items; of one that is there twice, its half. Items that the rehearsal did not come to have none. */
export function itemTimes(briefing: Briefing, { slides }: RehearsalTimes): ItemTime[] {
  const keys = briefing.items.map(keyOf);
  return keys.flatMap((key, index): ItemTime[] => {
    const own = slides.filter(({ topic }) => topic === key);
    const count = keys.filter((other) => other === key).length;
    const [planned, spent] = [own, own].map((list, at) => list.reduce((sum, one) => sum + (at === 0 ? one.planned : one.spent), 0) / count);
    if (planned === undefined || spent === undefined || spent === 0) return [];
    return [{ index, key, planned, spent, minutes: Math.max(1, Math.round(spent / STEP)) / (60 / STEP) }];
  });
}

/** How long one of the deck's own slides took. */
export interface DeckTime {
  readonly slide: keyof DeckNotes;
  /** Seconds. */
  readonly planned: number;
  readonly spent: number;
  /** What the briefing shall give it: in steps of five, five at least. */
  readonly seconds: number;
}

const OWN_SLIDES = ['title', 'agenda', 'sources'] as const;
const SECONDS_STEP = 5;

/** The times of title, agenda and sources. Those that the rehearsal did not come to have none. */
export function deckTimes({ slides }: RehearsalTimes): DeckTime[] {
  return OWN_SLIDES.flatMap((slide): DeckTime[] => {
    const own = slides.filter(({ topic, kind }) => topic === '' && kind === slide);
    const [planned, spent] = [own.reduce((sum, one) => sum + one.planned, 0), own.reduce((sum, one) => sum + one.spent, 0)];
    if (spent === 0) return [];
    return [{ slide, planned, spent, seconds: Math.max(1, Math.round(spent / SECONDS_STEP)) * SECONDS_STEP }];
  });
}

/** The briefing with the minutes that its items took, and the seconds of its own slides. What was rehearsed and is not in it is said. */
export function briefingWithTimes(briefing: Briefing, times: RehearsalTimes, file: string): Result<Briefing> {
  const found = new Map(itemTimes(briefing, times).map(({ index, minutes }) => [index, minutes]));
  const keys = new Set(briefing.items.map(keyOf));
  const gone = [...new Set(times.slides.flatMap(({ topic, spent }) => (topic === '' || spent === 0 || keys.has(topic) ? [] : [topic])))];
  const problems: Problem[] = gone.map((topic) =>
    problem('briefing/times-left', {
      message: 'this topic was rehearsed and is not in the briefing',
      place: { file },
      received: topic,
      hint: 'Nothing is to be done where it was taken out since.',
    }),
  );
  const items = briefing.items.map((item, index) => {
    const minutes = found.get(index);
    return minutes === undefined ? item : { ...item, minutes };
  });
  const own = deckTimes(times);
  const seconds = { ...briefing.seconds, ...Object.fromEntries(own.map(({ slide, seconds: taken }) => [slide, taken])) };
  return { value: { ...briefing, ...(own.length > 0 && { seconds }), items }, problems };
}
