/** What a finding is about, as the report has it. Names are those of the user's file. */
export interface About {
  /** Kind of slide: “Section divider”. */
  readonly kind: string;
  /** Their layout. */
  readonly layout: string;
  /** Part of the slide: “title”. */
  readonly part: string;
  readonly trimmed: 'art' | 'placeholder' | null;
  readonly unused: readonly string[];
}

const IN_THE_WAY = { art: 'a logo or other art', placeholder: 'another box' } as const;

/** Findings about a layout, in words that need no knowledge of PowerPoint's insides. */
export const PLAIN: Readonly<Record<string, (about: About) => string>> = {
  'company/layout-missing': ({ kind, layout }) => `Slides of the kind ${kind} stand on ${layout}, the nearest that your file has.`,
  'company/no-title': ({ layout }) =>
    `${layout} has no box for the title. Lectern writes it into a text box, which a screen reader does not know for a title.`,
  'company/overlap': ({ layout, part, trimmed }) =>
    `On ${layout} the box for the ${part} runs into ${IN_THE_WAY[trimmed ?? 'art']}. Lectern keeps to the part of it that is free.`,
  'company/contrast': ({ layout, part }) =>
    `On ${layout} the ${part} can hardly be read on what is behind it. Lectern sets it in another colour of your file.`,
  'company/geometry-lost': ({ layout }) => `On ${layout} a box has lost its place, its size or its number. Lectern gives it one.`,
  'company/placeholder-unused': ({ layout, unused }) =>
    `Lectern has nothing for ${unused.length === 0 ? 'a box' : unused.join(', ')} of ${layout}; decks leave it out.`,
  'theme/contrast': ({ kind, part }) => `On slides of the kind ${kind} the ${part} is hard to read on what is behind it.`,
  'theme/placement': ({ kind, part }) => `On slides of the kind ${kind} the ${part} is in the way of something, or leaves the page.`,
};

/** Headings of the findings of one kind. */
export const FINDINGS: Readonly<Record<string, string>> = {
  'company/layout-missing': 'Kinds of slide without a layout of their own',
  'company/no-title': 'Layouts without a box for the title',
  'company/overlap': 'Boxes that run into something',
  'company/contrast': 'Text that was hard to read and has another colour',
  'company/geometry-lost': 'Boxes that have lost their place or look',
  'company/placeholder-unused': 'Boxes that stay empty',
  'company/font': 'Fonts that are not on this machine',
  'company/art-left-out': 'Art that only PowerPoint shows',
  'company/map-changed': 'Places that were changed by hand',
  'company/macros-left-out': 'Macros were left out',
  'company/live-left-out': 'Taken out, since it acts or leads out of the file',
  'company/live-content': 'In the file, though no deck may get it',
  'company/data-left-out': 'Left out, since it is no design',
  'theme/contrast': 'Text that is hard to read',
  'theme/placement': 'Areas that get in each other’s way',
};
