/** How much text a specimen slide carries. */
type Fill = 'short' | 'long' | 'hostile';
const FILLS: readonly Fill[] = ['short', 'long', 'hostile'];

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
  long: 'A finding that takes two lines because it says what was found, by whom, and what it would mean for the decision',
  hostile: `${HOSTILE[0] ?? ''} & <b>tags</b> مرحبا 简体中文`,
};

const LINES: Readonly<Record<Fill, readonly string[]>> = {
  short: ['One point.'],
  long: Array.from({ length: 9 }, (_, i) => `${i + 1}. ${SENTENCE}`),
  hostile: HOSTILE,
};

/** The words of one specimen. */
export interface SpecimenWords {
  readonly fill: Fill;
  readonly title: string;
  readonly lines: readonly string[];
}

export const SPECIMENS: readonly SpecimenWords[] = FILLS.map((fill) => ({ fill, title: TITLES[fill], lines: LINES[fill] }));
