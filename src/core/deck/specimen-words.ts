/** How much text a specimen slide carries. */
export type Fill = 'short' | 'usual' | 'long' | 'hostile';

const SENTENCE =
  'The harbour board expects the works to begin before the council’s summer recess, provided that the state replies in time.';
const HOSTILE = [
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '<script>alert(1)</script> ]]> {{deck}} & "quotes" ‘and’ more',
  'مرحبا بالعالم 123 – שלום עולם – 简体中文与日本語の文章 – Ελληνικά – Кириллица',
  'https://example.org/a/very/long/address/that/has/no/place/to/break?query=1234567890',
  '🙂 👩‍👩‍👧 e\u0301 ½ № ™ …',
];

const TITLES: Readonly<Record<Fill, string>> = {
  short: 'A finding',
  usual: 'One quay, one bridge and one track set the limit',
  long: 'A finding that takes two lines because it says what was found, by whom, and what it would mean for the decision',
  hostile: `${HOSTILE[0] ?? ''} & <b>tags</b> مرحبا 简体中文`,
};

const LINES: Readonly<Record<Fill, readonly string[]>> = {
  short: ['One point.'],
  usual: [
    'The quay is full on 140 days a year.',
    'A barge waits six hours on average.',
    'The bridge is closed to lorries.',
    'The track carries eleven trains.',
  ],
  long: Array.from({ length: 9 }, (_, i) => `${i + 1}. ${SENTENCE}`),
  hostile: HOSTILE,
};

/** The words of one specimen. */
export interface SpecimenWords {
  readonly fill: Fill;
  readonly title: string;
  readonly lines: readonly string[];
}

export function specimenWords(fill: Fill): SpecimenWords {
  return { fill, title: TITLES[fill], lines: LINES[fill] };
}
