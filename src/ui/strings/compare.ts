import type { Comparison, DeckChange, SlideChanges } from '../state/compare.ts';
import { plural } from './plural.ts';

type Kind = DeckChange['kind'];

/** Words of the comparison of two decks. */
export const compare = {
  title: 'What changed',
  from: 'Before',
  to: 'After',
  now: 'What the briefing gives now',
  output: 'The deck in the output folder',
  handover: (at: string, to: string | null) => `Handed over ${at}${to === null ? '' : ` to ${to}`}`,
  file: 'Choose a .pptx …',
  fileFor: (side: string) => `Choose a .pptx for “${side}”`,
  swap: 'The other way round',
  working: 'Comparing …',
  failed: 'The decks could not be compared',
  since: 'What changed since',
  sinceOf: (title: string, at: string) => `What changed since “${title}” of ${at}`,
  merge: 'Merge …',
  adopt: 'Take over into the briefing …',
  shown: 'Changes by slide; J and K lead from slide to slide',
  keys: 'Next slide, previous slide',
  none: 'No difference.',
  noneAlone: 'No slide changed by itself.',
  counts: ({ slides }: Comparison['diff'], counts: Readonly<Record<'changed' | 'added' | 'deleted', number>>) =>
    [
      slides.from === slides.to ? plural(slides.to, 'slide') : `${plural(slides.from, 'slide')}, now ${slides.to}`,
      ...(['changed', 'added', 'deleted'] as const).flatMap((name) =>
        counts[name] > 0 ? [`${counts[name]} ${name === 'changed' ? 'changed or moved' : name}`] : [],
      ),
    ].join(' · '),
  everywhere: 'On most slides',
  design: 'The slide master, a layout or the theme differs.',
  noLooks: 'Another program wrote one of the decks anew, so looks, places and the pictures’ bytes cannot be compared.',
  untitled: 'without a title',
  slide: ({ from, to }: Pick<SlideChanges, 'from' | 'to'>) => {
    const range = ({ number, parts }: NonNullable<SlideChanges['from']>): string =>
      parts > 1 ? `${number}–${number + parts - 1}` : `${number}`;
    const [then, now] = [from && range(from), to && range(to)];
    return `Slide ${then === null || now === null || then === now ? (now ?? then ?? '') : `${then} → ${now}`}`;
  },
  added: 'added',
  deleted: 'deleted',
  moved: 'moved',
  kind: {
    words: 'Words',
    figures: 'Figure',
    notes: 'Notes',
    cells: 'Cell',
    data: 'Chart',
    pictures: 'Picture',
    sources: 'Sources',
    comments: 'Comment',
    look: 'Look',
    layout: 'Places',
  } satisfies Record<Kind, string>,
  titleLine: 'Title',
  alt: 'Alternative text',
  elsewhere: 'in another place',
  look: 'Type, fills, outlines, background or transition',
  layout: 'Things stand elsewhere, or on another layout',
  nothing: 'none',
  old: 'Before',
  new: 'After',
} as const;
