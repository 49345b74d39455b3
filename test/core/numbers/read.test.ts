import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conventionOf,
  KNOWN_TAGS,
  markShown,
  readNumber,
  readNumbers,
  writeNumber,
  type Refusal,
} from '../../../src/core/numbers/index.ts';

const by = (language: string | null, hint: '.' | ',' | null = null) => ({ language, hint: () => hint });

/** Language, what is written, what it says. */
const READ: readonly (readonly [string | null, string, number])[] = [
  // German, Austrian, Swiss, Liechtenstein
  ['de', '1.650', 1650],
  ['de', '2.480.100', 2_480_100],
  ['de', '1.650,5', 1650.5],
  ['de', '1,650', 1.65],
  ['de', '-0,75', -0.75],
  ['de', '3 400', 3400],
  ['de-DE', '12.000', 12_000],
  ['de-Latn-DE', '12.000', 12_000],
  ['de-AT', '1.650', 1650],
  ['de-AT', '1 650,25', 1650.25],
  ['de-CH', "1'650.50", 1650.5],
  ['de-CH', '1’650', 1650],
  ['de-CH', '1.650', 1.65],
  ['de-LI', '23’400.1', 23_400.1],
  // French and its neighbours, who group by spaces
  ['fr', '1,65', 1.65],
  ['fr', '1,650', 1.65],
  ['fr', '1\u202F650,5', 1650.5],
  ['fr', '12\u00A0000', 12_000],
  ['fr', '1\u2009234\u2009567', 1_234_567],
  ['fr-CA', '1 650,00', 1650],
  ['fr-BE', '0,125', 0.125],
  ['sv', '1\u00A0650,5', 1650.5],
  ['sv', '\u22123,25', -3.25],
  ['fi', '\u22121\u00A0234,5', -1234.5],
  ['nb', '7,125', 7.125],
  ['pl', '12 345,6', 12_345.6],
  ['cs', '1,234', 1.234],
  ['ru', '1\u00A0650', 1650],
  ['uk', '2,480', 2.48],
  ['hu', '9 876,5', 9876.5],
  ['bg', '0,004', 0.004],
  // points between thousands
  ['es', '1.650', 1650],
  ['es', '1650,5', 1650.5],
  ['es-AR', '2.480', 2480],
  ['it', '12.345', 12_345],
  ['it-CH', '12’345.6', 12_345.6],
  ['pt', '1.650,75', 1650.75],
  ['pt-BR', '3.141', 3141],
  ['pt-PT', '1 650', 1650],
  ['nl', '1.250', 1250],
  ['da', '1.250,5', 1250.5],
  ['tr', '45.600', 45_600],
  ['el', '1.650', 1650],
  ['ro', '1,5', 1.5],
  ['id', '17.000', 17_000],
  ['vi', '98,765', 98.765],
  // commas between thousands
  ['en', '1,650', 1650],
  ['en', '1.650', 1.65],
  ['en', '+12', 12],
  ['en', '\u20133.5', -3.5],
  ['en', '1e3', 1000],
  ['en', '2.5e-3', 0.0025],
  ['en-GB', '12,500,000.25', 12_500_000.25],
  ['en-IN', '1,20,000', 120_000],
  ['en-IN', '12,34,567.5', 1_234_567.5],
  ['en-IN', '1,234,567', 1_234_567],
  ['hi', '१,२०,०००', 120_000],
  ['hi', '1,20,000', 120_000],
  ['mr', '१२.५', 12.5],
  ['bn', '১২,৩৪,৫৬৭', 1_234_567],
  ['es-MX', '1,650', 1650],
  ['es-MX', '1.650', 1.65],
  ['es-419', '2,480.5', 2480.5],
  ['zh', '1,650', 1650],
  ['zh-Hant-TW', '１，６５０', 1650],
  ['ja', '12,345', 12_345],
  ['ko', '0.125', 0.125],
  ['th', '๑,๖๕๐', 1650],
  ['he', '\u200E-1,650.5', -1650.5],
  // Arabic and Persian digits
  ['ar', '١٬٦٥٠', 1650],
  ['ar-EG', '١٬٦٥٠٫٥', 1650.5],
  ['ar', '١٢٫٥', 12.5],
  ['ar', '١٢,٥', 12.5],
  ['ar', '\u061C-٣٠٠', -300],
  ['ar-MA', '1.650', 1650],
  ['ar-SA', '1,650', 1650],
  ['fa', '۱٬۶۵۰', 1650],
  ['fa', '\u200E\u2212۱۲٫۷۵', -12.75],
  ['fa', '۲۴۸۰', 2480],
  // what only one custom can mean is read in every language, and in none
  ['fr', '12.5', 12.5],
  ['de', '0.004', 0.004],
  ['en', '12,5', 12.5],
  ['en', '1.650.000', 1_650_000],
  [null, '1650', 1650],
  [null, '1.650,5', 1650.5],
  [null, '1,650.5', 1650.5],
  [null, '12,500,000', 12_500_000],
  [null, '1 650', 1650],
  [null, "1'650", 1650],
  [null, '0,125', 0.125],
  [null, '1234.567', 1234.567],
  [null, '-0', 0],
  ['xx', '3.5', 3.5],
];

describe('a written number', () => {
  it.each(READ)('%s: %s is %d', (language, text, value) => {
    expect(readNumber(text, by(language))).toMatchObject({ kind: 'number', value });
  });

  it.each([
    ['1650', 0],
    ['1,650.50', 2],
    ['24.0', 1],
    ['2.5e-3', 4],
    ['2.5e3', 0],
  ])('%s has %d decimals as written', (text, decimals) => {
    expect(readNumber(text, by('en'))).toMatchObject({ decimals });
  });
});

describe('a number that customs read differently', () => {
  it.each([
    [null, '1.650'],
    [null, '1,650'],
    [null, '-2,480'],
    ['xx', '1.650'],
    // a mark that the language does not use
    ['fr', '1.650'],
    ['ru', '2.480'],
    ['fi', '1.000'],
    ['pl', '12.345'],
    ['de-CH', '1,650'],
    // regions of both customs
    ['en-ZA', '1,650'],
    ['fr-CH', '1.650'],
    ['en-DE', '1.650'],
    // marks borrowed from Europe
    ['ar', '١,٦٥٠'],
    ['ar', '١،٦٥٠'],
    ['fa', '۱.۶۵۰'],
  ])('%s: %s is refused, and both readings are named', (language, text) => {
    const reading = readNumber(text, by(language));
    expect(reading.kind).toBe('ambiguous');
    const [point, comma] = reading.kind === 'ambiguous' ? reading.readings.map(Number) : [];
    const [small = 0, large = 0] = [point ?? 0, comma ?? 0].sort((a, b) => Math.abs(a) - Math.abs(b));
    expect(large).toBeCloseTo(small * 1000, 6);
  });

  it.each([
    { columns: [['1.650,5', '2.480']], values: [[1650.5, 2480]] },
    { columns: [['12,5', '2.480']], values: [[12.5, 2480]] },
    { columns: [['12,5'], ['1,250']], values: [[12.5], [1.25]] },
    { columns: [['1,650', '12,500,000']], values: [[1650, 12_500_000]] },
    { columns: [['1,650'], ['0.5']], values: [[1650], [0.5]] },
    { columns: [['١,٦٥٠', '٢٬٤٨٠٫٥', '12.5']], values: [[1650, 2480.5, 12.5]] },
  ])('is settled by others beside it: $columns', ({ columns, values }) => {
    expect(readNumbers(columns).map((column) => column.map((r) => (r.kind === 'number' ? r.value : r)))).toEqual(values);
  });

  it.each([
    { why: 'neither shows anything', language: null, columns: [['1.650', '2.480']], open: 2 },
    { why: 'the two are of different customs', language: null, columns: [['1.650', '2,480']], open: 2 },
    { why: 'the two are of different customs, though a language is named', language: 'en', columns: [['1.650', '2,480']], open: 2 },
    { why: 'others show both customs', language: null, columns: [['12.5', '12,5', '1.650']], open: 1 },
    { why: 'another contradicts the language', language: 'de', columns: [['12.5', '1.650']], open: 1 },
    { why: 'another in the next column contradicts it', language: 'en', columns: [['1,650'], ['3,5']], open: 1 },
    { why: 'the two together contradict French', language: 'fr', columns: [['12.5', '1.650']], open: 1 },
  ])('stays open where $why', ({ language, columns, open }) => {
    expect(
      readNumbers(columns, by(language))
        .flat()
        .filter(({ kind }) => kind === 'ambiguous'),
    ).toHaveLength(open);
  });

  it('takes a hint of the text for thousands, never for three decimals', () => {
    expect(readNumber('1,650', by(null, '.'))).toMatchObject({ value: 1650 });
    expect(readNumber('1.650', by(null, ','))).toMatchObject({ value: 1650 });
    expect(readNumber('1.650', by(null, '.')).kind).toBe('ambiguous');
    expect(readNumber('1.650', by('fr', ',')).kind).toBe('ambiguous');
  });
});

describe('what is no number', () => {
  const REFUSED: readonly (readonly [Refusal, readonly string[]])[] = [
    ['brackets', ['(12)', '(1.650,5)', '[300]', '(−5)']],
    ['bound', ['<5', '> 100', '≥ 3,5', '~140', '100+']],
    ['range', ['10–12', '10-12', '3 bis 4', '1.5 to 2.5', '١٠–١٢']],
    ['percent', ['12 %', '12.5%', '%12', '٪١٢', '3‰']],
    ['marked', ['12*', '12 (a)', '2024³', '†5', '3,5b', '1²', '12e']],
    ['none', ['n/a', 'N.A.', '–', '—', '…', 'k. A.', 's.o.', '-', '.']],
    ['grouping', ['1,20,000', '1,2000', '12.34.56', '1 65', '1650,000', '1,650,00', '01,650.5', '1 234,567 890', '3.141 592']],
    ['words', ['many', '12 km', '€ 12', '$5', '1_650', '12 ea', '5-', '', 'Infinity', '0x10', '1٢', '1/2']],
  ];

  it.each(REFUSED.flatMap(([why, texts]) => texts.map((text) => [why, text] as const)))('%s: %s', (why, text) => {
    expect(readNumber(text, by('en'))).toEqual({ kind: 'refused', why });
  });
});

describe('every custom', () => {
  const finite = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((n) => Number(n.toFixed(3)) || 0),
    fc.integer({ min: -5_000_000, max: 5_000_000 }),
    fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 1000),
  );
  const format = (tag: string) => new Intl.NumberFormat(tag, { maximumFractionDigits: 3 });

  it.each(KNOWN_TAGS)('of %s is read as it is written', (tag) => {
    const convention = conventionOf(tag);
    const written = format(tag);
    fc.assert(
      fc.property(finite, (value) => {
        const reading = readNumber(written.format(value), by(tag));
        // Never a wrong value; and where the language decides, always one.
        if (reading.kind !== 'ambiguous' || convention !== null) expect(reading).toMatchObject({ kind: 'number', value });
        expect(readNumber(writeNumber(value, tag), by(tag))).toMatchObject({ kind: 'number', value });
      }),
      { numRuns: 25 },
    );
  });

  it('is what the Unicode data of this machine say', () => {
    const differing = KNOWN_TAGS.filter((tag) => {
      const convention = conventionOf(tag);
      const formatter = new Intl.NumberFormat(tag, { numberingSystem: 'latn' });
      if (convention === null || formatter.resolvedOptions().locale.split('-')[0] !== tag.split('-')[0]) return false;
      const parts = formatter.formatToParts(1_234_567.5);
      const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
      const group = sign('group');
      return sign('decimal') !== convention.decimal || (/[.,]/.test(group) ? group : null) !== convention.group;
    });
    expect(differing).toEqual([]);
  });

  it('is written so that it is read alike also where no custom is known', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(readNumber(writeNumber(value, 'xx'))).toMatchObject({ kind: 'number', value });
      }),
    );
  });
});

describe('running text', () => {
  it.each([
    ['About 12,500,000 people live there.', '.'],
    ['Rund 12.500.000 Menschen, 1.650,5 davon', ','],
    ['It cost $1,650.50 in all.', '.'],
    ['12,500,000 and 12.500.000', null],
    ['See 1,650 and 2.480; section 3.141; 3,5', null],
    ['The server 192.168.100.200 and version 10.100.200b', null],
    ['https://example.org/1,234,567 and a@1.234.567', null],
    ['1,20,000', null],
  ])('%s shows %s', (text, mark) => {
    expect(markShown(text)).toBe(mark);
  });
});
