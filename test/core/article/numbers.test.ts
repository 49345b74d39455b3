import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle, parseBody, writeArticle } from '../../../src/core/article/index.ts';
import { formatProblem } from '../../../src/core/base/errors.ts';

interface Written {
  readonly language?: string | null;
  readonly rows: readonly string[];
  readonly unit?: string;
  readonly words?: string;
  readonly type?: string;
}

function article({ language = null, rows, unit = '', words = 'Some words.', type = 'bar' }: Written): string {
  const front = ['---', 'title: T', ...(language === null ? [] : [`language: ${language}`]), '---'];
  const columns = rows[0]?.split(';').length ?? 1;
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const chart = [
    `:::chart{type=${type}${unit === '' ? '' : ` unit="${unit}"`}}`,
    row(['Year', ...Array.from({ length: columns }, (_, i) => `S${i + 1}`)]),
    row(Array.from({ length: columns + 1 }, () => '---')),
    ...rows.map((cells, i) => row([String(2020 + i), ...cells.split(';')])),
    ':::',
  ];
  return [...front, '', '## A', '', words, '', ...chart].join('\n');
}

function read(written: Written) {
  const { value, problems } = parseArticle(article(written), { file: 'a.md' });
  const [chart] = value?.topics[0]?.blocks ?? [];
  return { values: chart?.kind === 'chart' ? chart.series.map((series) => series.values) : null, problems };
}

const said = (written: Written): string[] =>
  read(written).problems.map(({ code, place, received, allowed }) => `${place?.line}:${place?.column} ${code} | ${received} | ${allowed}`);

const ENGLISH =
  'The harbour of the town was closed for most of the winter, and the ships that had been due were sent to the other ports on the coast, which had not been ready for them and could not take more than a few at a time.';
const GERMAN =
  'Der Hafen der Stadt war den größten Teil des Winters über geschlossen, und die Schiffe, die erwartet wurden, sind in die anderen Häfen an der Küste gefahren, die nicht auf sie vorbereitet waren und nur wenige auf einmal nehmen konnten.';
const FINNISH =
  'Kaupungin satama on ollut suljettuna suurimman osan talvesta, ja odotetut alukset on ohjattu muihin rannikon satamiin, jotka eivät olleet valmiita ottamaan niitä vastaan, ja he sanoivat, että tilanne on vaikea eikä me voida odottaa enää; asia on on nyt hallituksen käsissä.';
const SPANISH =
  'El puerto de la ciudad estuvo cerrado durante la mayor parte del invierno, y los barcos que se esperaban fueron enviados a los otros puertos de la costa, que no estaban listos para ellos.';

describe('the values of a chart', () => {
  it.each([
    { language: 'de', rows: ['1.650', '2.480'], values: [[1650, 2480]] },
    { language: 'fr', rows: ['1,65', '1 650,5'], values: [[1.65, 1650.5]] },
    { language: 'de-CH', rows: ['1’650.5;3', "12'000;4"], values: [[1650.5, 12_000], [3, 4]] }, // prettier-ignore
    { language: 'en', rows: ['1,650 [¶2]', ''], values: [[1650, null]] },
    { language: 'hi', rows: ['१,२०,०००', '5'], values: [[120_000, 5]] },
    { language: 'ar', rows: ['١٬٦٥٠', '٢٫٥'], values: [[1650, 2.5]] },
    { language: 'pt-BR', rows: ['1.234.567', '-0,5'], values: [[1_234_567, -0.5]] },
    { rows: ['1650', '12,5'], values: [[1650, 12.5]] },
    { rows: ['1.650,5', '2.480'], values: [[1650.5, 2480]] },
    { rows: ['0.004', '0.001'], values: [[0.004, 0.001]] },
    // what the rest of an article without a language tells
    { rows: ['1,650', '2,480'], words: ENGLISH, values: [[1650, 2480]] },
    { rows: ['1.650', '2.480'], words: GERMAN, values: [[1650, 2480]] },
    { rows: ['1,650', '2,480'], words: 'Some 12,500,000 people.', values: [[1650, 2480]] },
    { rows: ['1.650', '2.480'], words: 'Ca. 1.650,75 km.', values: [[1650, 2480]] },
  ])('are read by the language: $language $rows', ({ values, ...written }) => {
    const { problems, ...result } = read(written);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(result.values).toEqual(values);
  });

  it.each([
    [{ rows: ['1.650', '5'] }, '1.65 or 1650'],
    [{ rows: ['1,650', '5'] }, '1650 or 1.65'],
    [{ rows: ['1,655', '5'] }, '1655 or 1.6550'],
    [{ language: 'fr', rows: ['1.650', '5'] }, '1,65 or 1650'],
    [{ language: 'de', rows: ['1.650', '12.5'] }, '1,65 or 1650'],
    // three decimals are no matter for a guess, nor is a text of no known or of two languages
    [{ rows: ['1.650', '5'], words: ENGLISH }, '1.65 or 1650'],
    [{ rows: ['1,650', '5'], words: FINNISH }, '1650 or 1.65'],
    [{ rows: ['1,650', '5'], words: SPANISH }, '1650 or 1.65'],
    [{ rows: ['1,650', '5'], words: `${ENGLISH} 12.500.000` }, '1650 or 1.65'],
  ] as const)('are refused where they can be read in two ways: %o', (written, readings) => {
    expect(said(written)).toEqual([`${'language' in written ? 13 : 12}:8 article/number-ambiguous | ${written.rows[0]} | ${readings}`]);
  });

  it('are named once a chart, with what to do', () => {
    const [problem, ...more] = read({ rows: ['1.650', '2,480', '3.125'] }).problems;
    expect(more).toEqual([]);
    expect(problem?.message).toBe('a value of a chart can be read in two ways, and so can 2 more of this chart');
    expect(problem?.hint).toMatch(/language: de.*write 1\.65 or 1650/);
  });

  it.each([
    ['(12)', /brackets mean a negative/],
    ['<5', /bound/],
    ['12*', /a note to it/],
    ['n/a', /Leave the cell empty/],
    ['–', /Leave the cell empty/],
    ['10–12', /two series/],
    ['12 %', /unit="%"/],
    ['1,20,000', /en-IN/],
    ['12 km', /Write the number alone/],
  ])('that are no numbers are refused, with what to do: %s', (text, hint) => {
    const { problems } = read({ language: 'en', rows: [text, '5'] });
    expect(problems.map(({ code }) => code)).toEqual(['article/row']);
    expect(problems[0]?.received).toBe(text);
    expect(problems[0]?.hint).toMatch(hint);
  });

  it.each([
    ['%', '12 %', 'de'],
    ['% of all', '%12', 'tr'],
    ['٪', '١٢٪', 'ar'],
  ])('may have the sign of the unit: %s', (unit, text, language) => {
    expect(read({ language, unit, rows: [text] })).toMatchObject({ values: [[12]], problems: [] });
  });

  it('wait for the deck’s language on an own slide whose language is not known yet', () => {
    const chart = ':::chart{type=bar}\n| a | b |\n|---|---|\n| c | 1.650 |\n| d | 1,20,000 |\n:::';
    expect(parseBody(chart, { file: 'b', line: 1 }).problems).toEqual([]);
    expect(parseBody(chart, { file: 'b', line: 1, language: null }).problems.map(({ code }) => code)).toEqual([
      'article/row',
      'article/number-ambiguous',
    ]);
  });

  it('say nothing of a language where the front matter cannot be read', () => {
    const { problems } = parseArticle(article({ rows: ['1.650'] }).replace('title: T', 'title: ""'), { file: 'a.md' });
    expect(problems.map(({ code }) => code)).toEqual(['article/front-matter']);
  });

  it.each(['de', 'fr', 'en', 'en-IN', 'de-CH', 'ar', 'fr-CH', 'tlh', null])('come back from a written article: %s', (language) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 1, maxLength: 6 }), (thousandths) => {
        const numbers = thousandths.map((n) => n / 1000);
        const parsed = parseArticle(article({ language, rows: numbers.map(() => '1') }), { file: 'a.md' }).value;
        const [topic] = parsed?.topics ?? [];
        const [chart] = topic?.blocks ?? [];
        if (!parsed || !topic || chart?.kind !== 'chart') throw new Error('no chart');
        const series = [{ name: 'S1', values: numbers }];
        const changed = { ...parsed, topics: [{ ...topic, blocks: [{ ...chart, series }] }] };
        const again = parseArticle(writeArticle(changed), { file: 'a.md' });
        expect(again.problems).toEqual([]);
        expect(again.value?.topics[0]?.blocks).toMatchObject([{ series }]);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps an article without a language without one', () => {
    const { value } = parseArticle(article({ rows: ['5'] }), { file: 'a.md' });
    expect(value).toMatchObject({ language: 'en', languageAssumed: true });
    expect(value && writeArticle(value)).not.toContain('language');
  });

  it.each([
    ['de', 'en', '1.650', [1650]],
    ['fr', 'en', '1,65', [1.65]],
    ['en', 'de', '1,650', [1650]],
    [null, 'de', '12.5', [12.5]],
    ['de', null, '1.650', [1650]],
  ])('stay the same where an article goes from %s to %s, its words beside them as they were', (before, after, text, values) => {
    const old = article({ language: before, rows: [text] });
    const was = parseArticle(old, { file: 'a.md' }).value;
    if (!was) throw new Error('no article');
    const rest = Object.fromEntries(Object.entries(was).filter(([key]) => key !== 'languageAssumed')) as unknown as typeof was;
    const now = after === null ? { ...rest, language: 'en', languageAssumed: true as const } : { ...rest, language: after };
    const again = parseArticle(writeArticle(now, old), { file: 'a.md' });
    expect(again.problems).toEqual([]);
    expect(again.value?.topics[0]?.blocks).toMatchObject([{ series: [{ values }] }]);
    expect(writeArticle(was, old)).toBe(old);
  });
});
