import type { ChartBlock } from '../../src/core/deck/types.ts';

function chart(
  type: ChartBlock['type'],
  names: readonly string[],
  rows: readonly (readonly [string, ...(number | null)[]])[],
  more: Partial<ChartBlock> = {},
): ChartBlock {
  return {
    kind: 'chart',
    type,
    title: 'A chart',
    unit: null,
    categories: rows.map(([category]) => category),
    series: names.map((name, i) => ({ name, values: rows.map((row) => (row[i + 1] ?? null) as number | null) })),
    refs: [],
    ...more,
  };
}

/** Charts whose names are long, many or few, with values of every kind. */
export const CHARTS_EN: readonly ChartBlock[] = [
  chart(
    'bar',
    ['Ministry of Transport, Maritime Affairs and Inland Waterways', 'Association of Upper Valley Municipalities', 'Railway undertaking'],
    [
      ['Renewal of the signalling on the single-track line to the coast', 12, 4, 9],
      ['Widening of the approach road between harbour and motorway', 7, 3, 0],
    ],
  ),
  chart(
    'line',
    ['Wheat and barley', 'Sunflower seed', 'Maize', 'Rice', 'Sugar beet', 'Vegetables, all kinds'],
    [
      ['2019', 4, 3, 2, 1, 2, 5],
      ['2020', 6, 5, 4, 3, 3, 7],
      ['2021', 7, 5, 3, 3, 4, null],
    ],
  ),
  chart(
    'line',
    ['Ferries', 'Ports of the north', 'Airport'],
    [
      ['January', 14, 23, 5],
      ['February', 16, 19, 4],
      ['March', 12, 27, 6],
      ['April', 18, 31, 8],
    ],
  ),
  chart(
    'line',
    ['Arrivals'],
    Array.from({ length: 36 }, (_, i) => [`Season ${1985 + i}`, 200 + ((i * 37) % 90)] as const),
  ),
  chart(
    'stacked-bar',
    ['Full time', 'Part time', 'Volunteers'],
    [
      ['Head office', 120, 340, 2],
      ['North', 45, 210, 80],
      ['South-eastern field office', 30, 160, 41],
    ],
  ),
  chart(
    'doughnut',
    ['Share'],
    [
      ['Repairs and spare parts', 48],
      ['Fuel', 31],
      ['Wages of crews, with their insurance and training', 21],
    ],
  ),
  chart(
    'doughnut',
    ['Share'],
    [
      ['Grants', 90.5],
      ['Loans', 8.25],
      ['Gifts of private people in the region', 0.75],
      ['Other', 0.5],
    ],
  ),
  chart(
    'bar',
    ['Change'],
    [
      ['Farming', -12.5],
      ['Industry', 3.2],
      ['Services', 7.9],
    ],
  ),
];

export const CHARTS_DE: readonly ChartBlock[] = [
  chart(
    'bar',
    ['Landeshaushalt', 'Bundesmittel'],
    [
      ['Wasserstraßenneubauamt', 1250.5, 900],
      ['Hochwasserschutzmaßnahmen', 640, 1100.25],
      ['Brückeninstandsetzung', 320, null],
      ['Öffentlichkeitsarbeit', 75, 12],
    ],
  ),
];

/** Right to left, in letters that keep their shape: what a PDF says of joined ones is not what was written. */
export const CHARTS_HE: readonly ChartBlock[] = [
  chart(
    'bar',
    ['משרד התחבורה', 'קרן הפיתוח'],
    [
      ['תחזוקת גשרים וכבישים ראשיים בצפון הארץ', 40, 31],
      ['נמלים', 62, 55],
      ['מסילות הברזל של מישור החוף הדרומי', 22, 18],
    ],
  ),
  chart(
    'doughnut',
    ['חלק'],
    [
      ['הממשלה', 55],
      ['המגזר הפרטי', 45],
    ],
  ),
  chart(
    'line',
    ['צפון', 'דרום'],
    [
      ['2021', 10, 4],
      ['2022', 14, 5],
      ['2023', 19, 3],
    ],
  ),
];
