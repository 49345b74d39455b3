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

type Candidate = SlideKey & { readonly notes: readonly NoteParagraph[] };

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

/** Which slides stay, and what is to be said of those that go: one that is not there, sources, notes that go with a slide. */
export function leaveOut(
  slides: readonly Candidate[],
  wanted: readonly LeftOut[],
): { readonly stays: readonly boolean[]; readonly problems: readonly Problem[] } {
  const seen = new Map<string, number>();
  const numbers = slides.map(({ topic, kind }) => {
    const key = JSON.stringify([topic, kind]);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return seen.get(key);
  });
  const means = (one: LeftOut, index: number): boolean => {
    const slide = slides[index];
    return slide?.topic === one.topic && slide.kind === one.kind && (one.number === null || one.number === numbers[index]);
  };
  const stays = slides.map((_, index) => !wanted.some((one) => means(one, index)));
  const left = slides.filter((_, index) => stays[index] === false);
  const kept = slides.filter((_, index) => stays[index] === true);
  const problems = wanted.flatMap((one) =>
    slides.some((_, index) => means(one, index)) ? consequence(one, left, kept) : [missing(one, slides)],
  );
  return { stays, problems };
}
