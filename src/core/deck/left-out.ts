import { problem, type Place, type Problem } from '../base/errors.ts';
import { originsOf } from '../base/text.ts';
import type { SlideKey } from './ids.ts';
import type { NoteParagraph } from './types.ts';

/** Slides that a briefing leaves out, docs/content-format.md. */
export interface LeftOut {
  /** The item's key; null: slides that are no topic's. */
  readonly topic: string | null;
  readonly kind: string;
  /** Which of this kind, from 1; null: all. */
  readonly number: number | null;
  /** Where the briefing says so. */
  readonly place: Place;
}

/** A slide that the template prints, or may print. */
export interface Candidate extends SlideKey {
  readonly id: string;
  /** Which of its topic and kind it is, from 1. */
  readonly number: number;
  readonly notes: readonly NoteParagraph[];
}

/** Whether a topic's own notes are said at a slide. */
const hasOwnNotes = ({ notes }: Candidate): boolean => notes.some(({ runs }) => originsOf(runs).some(({ field }) => field === 'notes'));

function missing({ topic, kind, number, place }: LeftOut, slides: readonly SlideKey[]): Problem {
  const kinds = [...new Set(slides.filter((slide) => slide.topic === topic).map((slide) => slide.kind))];
  return problem('briefing/slide-missing', {
    message: 'the slide to be left out is not in the deck',
    place,
    received: number === null ? kind : `${kind}/${number}`,
    allowed: kinds.join(', ') || 'none',
    hint: 'Name a slide by its kind, and by its number where there are more of a kind; or remove the line.',
  });
}

function consequence({ topic, kind, place }: LeftOut, left: readonly Candidate[], kept: readonly Candidate[]): Problem[] {
  const said = (message: string, hint: string): Problem[] => [problem('briefing/slide-left-out', { message, place, received: kind, hint })];
  if (topic === null && kind === 'sources') {
    return said(
      'the sources slide is left out: the numbers on slides lead to no list on a slide',
      'The .html and the notes still have the sources; hand out a list beside a .pptx without notes, or remove the line.',
    );
  }
  const goes = topic !== null && left.some((slide) => slide.topic === topic && slide.kind === kind && hasOwnNotes(slide));
  const rest = kept.filter((slide) => slide.topic === topic);
  if (!goes || rest.length === 0 || rest.some(hasOwnNotes)) return [];
  return said(
    'the topic’s notes go with the slide that is left out',
    'Say what matters in the notes of another item, or leave out another slide.',
  );
}

/** Which slides stay, by id, and what is to be said of those that go: one that is not there, sources, notes that go with a slide. */
export function leaveOut(
  slides: readonly Candidate[],
  wanted: readonly LeftOut[],
): { readonly stays: (id: string) => boolean; readonly problems: readonly Problem[] } {
  const means = (one: LeftOut, { topic, kind, number }: Candidate): boolean =>
    topic === one.topic && kind === one.kind && (one.number === null || one.number === number);
  const left = slides.filter((slide) => wanted.some((one) => means(one, slide)));
  const gone = new Set(left.map(({ id }) => id));
  const kept = slides.filter(({ id }) => !gone.has(id));
  const problems = wanted.flatMap((one) =>
    slides.some((slide) => means(one, slide)) ? consequence(one, left, kept) : [missing(one, slides)],
  );
  return { stays: (id) => !gone.has(id), problems };
}
