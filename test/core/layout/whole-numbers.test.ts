import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Slide } from '../../../src/core/deck/types.ts';
import { runsText } from '../../../src/core/layout/index.ts';
import type { Box, Line, SceneParagraph, SceneSlide } from '../../../src/core/layout/types.ts';
import type { Layout, Region, Theme } from '../../../src/core/template/theme/types.ts';
import { list, paragraphs, sceneOf, slide, text, THEME, tryLayOut } from '../../support/layout.ts';
import { divides, writtenNumber } from '../../support/numbers.ts';
import { overflows } from '../../support/scene-checks.ts';
import { packTheme } from '../../support/theme.ts';

interface Set {
  readonly lines: readonly Line[];
  readonly paragraphs: readonly SceneParagraph[];
}

function setIn(box: Box): Set[] {
  if (box.kind === 'text') return [box];
  if (box.kind === 'table') return box.rows.flatMap((row) => [...row.cells]);
  return box.kind === 'group' ? box.children.flatMap(setIn) : [];
}

/** The lines of slides that end inside one of the numbers. */
function dividing(slides: readonly SceneSlide[], numbers: readonly string[]): string[] {
  return slides
    .flatMap(({ boxes }) => boxes.flatMap(setIn))
    .flatMap(({ lines, paragraphs: all }) =>
      lines.flatMap((line) => {
        const words = runsText(all[line.paragraph]?.runs ?? []);
        return line.end < words.length && divides(numbers, words, line.end)
          ? [`${words.slice(0, line.end)} / ${words.slice(line.end)}`]
          : [];
      }),
    );
}

const PACKS = ['policy-brief', 'situation-report', 'talking-points'];
const THEMES: [string, Theme][] = [
  ['a plain theme', THEME],
  ...PACKS.flatMap((name): [string, Theme][] =>
    (['16:9', '4:3', 'A4'] as const).flatMap((format) =>
      (['ltr', 'rtl'] as const).map((direction): [string, Theme] => [
        `${name} ${format} ${direction}`,
        packTheme(name, { format, direction }),
      ]),
    ),
  ),
];

interface Numbered {
  readonly block: Block;
  readonly numbers: readonly string[];
}

const hedged = (number: string): fc.Arbitrary<string> =>
  fc.constantFrom('', '', 'about ', 'over ', 'حوالي ', '约').map((hedge) => hedge + number);

const figures = (most: number): fc.Arbitrary<Numbered> =>
  fc
    .array(
      fc.tuple(
        writtenNumber(most).chain((n) => fc.tuple(fc.constant(n), hedged(n))),
        fc.constantFrom('', 'people', '%', 'million euros'),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((all) => ({
      block: { kind: 'stats', stats: all.map(([[, value], unit]) => ({ value, unit, label: text('were counted in the year before') })) },
      numbers: all.map(([[number]]) => number),
    }));

const table = (most: number): fc.Arbitrary<Numbered> =>
  fc.integer({ min: 2, max: 12 }).chain((columns) =>
    fc
      .array(fc.array(writtenNumber(most), { minLength: columns - 1, maxLength: columns - 1 }), { minLength: 1, maxLength: 5 })
      .map((rows) => ({
        block: {
          kind: 'table',
          caption: null,
          align: [],
          header: ['Country', ...Array.from({ length: columns - 1 }, (_, i) => String(2010 + i))].map(text),
          rows: rows.map((cells, i) => ({
            cells: [text(['Netherlands', 'الأردن', 'Türkiye', '日本', 'Chad'][i] ?? ''), ...cells.map(text)],
            total: false,
          })),
        },
        numbers: rows.flat(),
      })),
  );

const prose = (most: number): fc.Arbitrary<Numbered> =>
  fc.array(writtenNumber(most), { minLength: 1, maxLength: 8 }).chain((numbers) =>
    fc
      .constantFrom<Block>(
        paragraphs(numbers.map((n) => `In all ${n} were counted`).join(', ')),
        list(...numbers.map((n) => `- - Of these ${n}.`)),
        { kind: 'callout', paragraphs: numbers.map((n) => text(`Nearly ${n} more.`)) },
        {
          kind: 'timeline',
          today: null,
          todayLabel: '',
          events: numbers.map((n) => ({ date: { text: n, iso: null, about: false }, dateText: n, runs: text(`Then ${n} fled.`) })),
        },
      )
      .map((block) => ({ block, numbers })),
  );

const places = (theme: Theme): [Layout, Region][] =>
  Object.values(theme.layouts).flatMap((layout) =>
    layout.regions.filter((r) => r.type === 'body' && r.frame.height > 150).map((region): [Layout, Region] => [layout, region]),
  );

function onSlide(layout: Layout, region: Region, { block, numbers }: Numbered): Slide {
  return slide({ [region.name]: [block] }, { layout: layout.name, title: text(`A title with ${numbers[0] ?? ''} in it`) });
}

/** For each theme and kind of block; more with `LAYOUT_RUNS`. */
const RUNS = Math.ceil(Number(process.env['LAYOUT_RUNS'] ?? 55) / 5);

describe('random numbers', () => {
  it.each(THEMES)('are divided by no line without a word of it: %s', (_, theme) => {
    fc.assert(
      fc.property(fc.constantFrom(...places(theme)), fc.oneof(figures(20), table(20), prose(40)), ([layout, region], made) => {
        const { value, problems } = tryLayOut([onSlide(layout, region, made)], { theme, meta: { direction: theme.direction } });
        const named = problems.some(({ code }) => code.startsWith('layout/number-'));
        expect(named || value !== null).toBe(true);
        if (!value) return;
        expect(overflows(value)).toEqual([]);
        expect(named ? [] : dividing(value.slides, made.numbers)).toEqual([]);
        // In a table never at all.
        if (made.block.kind === 'table') expect(dividing(value.slides, made.numbers)).toEqual([]);
      }),
      { numRuns: 2 * RUNS, seed: 20231121, endOnFailure: true },
    );
  });

  it.each(THEMES)('of up to nine digits need no word of it: %s', (_, theme) => {
    const wide = places(theme).filter(([, region]) => region.frame.width > 400);
    fc.assert(
      fc.property(fc.constantFrom(...wide), fc.oneof(figures(9), table(9), prose(9)), ([layout, region], made) => {
        const { value, problems } = tryLayOut([onSlide(layout, region, made)], { theme, meta: { direction: theme.direction } });
        expect(problems.filter(({ code }) => code.startsWith('layout/number-') || code === 'layout/overflow')).toEqual([]);
        expect(dividing(value?.slides ?? [], made.numbers)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20231121, endOnFailure: true },
    );
  });
});

describe('a number that nothing can keep whole', () => {
  const endless = '9'.repeat(200);

  it('is a warning in prose and titles, with slide, number and hint', () => {
    const { value, problems } = tryLayOut([slide([paragraphs(`Counted ${endless} times.`)], { title: text('Counted') })]);
    expect(value).not.toBeNull();
    expect(problems.map(({ code, severity, received, place }) => [code, severity, received, place?.slide?.title])).toEqual([
      ['layout/number-divided', 'warning', endless, 'Counted'],
    ]);
    expect(problems[0]?.hint).toContain('shorter');
  });

  it('is running text among figures, so that no figure is divided', () => {
    const stats = [{ value: '9'.repeat(60), unit: '', label: text('were counted') }];
    const { value, problems } = tryLayOut([slide([{ kind: 'stats', stats }])]);
    expect(problems).toEqual([]);
    expect(value?.slides[0]?.boxes.filter((box) => box.kind === 'group')).toEqual([]);
  });

  it('is an error in a table, which it names', () => {
    const rows = [{ cells: [text('Chad'), text(endless)], total: false }];
    const { value, problems } = tryLayOut([
      slide([{ kind: 'table', caption: text('Counts'), align: [], header: ['Country', 'All'].map(text), rows }]),
    ]);
    expect(value).toBeNull();
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, received }) => [code, received])).toEqual([['layout/number-too-wide', endless]]);
    expect(errors[0]?.message).toContain('Counts');
  });
});

describe('figures and tables that are too wide', () => {
  const columns = 14;
  const wide = (rows: number): Block => ({
    kind: 'table',
    caption: text('Arrivals'),
    align: [],
    header: ['Country', ...Array.from({ length: columns }, (_, i) => String(2010 + i))].map(text),
    rows: Array.from({ length: rows }, (_, r) => ({
      cells: [text(`Land ${r}`), ...Array.from({ length: columns }, (_, c) => text(`${r + 1},${100 + c},000`))],
      total: false,
    })),
  });

  it('are divided by columns, the first and the header repeated, nothing lost', () => {
    const { slides } = sceneOf([slide([wide(3)], { layout: 'table' })], { theme: packTheme('policy-brief', { format: '4:3' }) });
    const tables = slides.flatMap(({ boxes }) => boxes.flatMap((box) => (box.kind === 'table' ? [box] : [])));
    expect(tables.length).toBeGreaterThan(1);
    const headers = tables.map((box) => box.rows[0]?.cells.map((cell) => runsText(cell.paragraphs[0]?.runs ?? [])) ?? []);
    expect(headers.every(([first]) => first === 'Country')).toBe(true);
    expect(headers.flatMap(([, ...years]) => years)).toEqual(Array.from({ length: columns }, (_, i) => String(2010 + i)));
    const counts = headers.map((header) => header.length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it('stand fewer across in one size, with their hedge on the line of the number', () => {
    const values = ['1,930,000', '27,400,000', '310,000', 'about 7,150'];
    const stats = values.map((value) => ({ value, unit: 'people', label: text('fled') }));
    const { slides } = sceneOf([slide([{ kind: 'stats', stats }], { layout: 'figures' })], {
      theme: packTheme('plain', { format: '4:3' }),
    });
    const group = slides[0]?.boxes.find((box) => box.kind === 'group');
    const shown = group?.kind === 'group' ? group.children.flatMap((box) => (box.kind === 'text' && box.role === 'stat' ? [box] : [])) : [];
    expect(shown.map((box) => box.lines.length)).toEqual([1, 1, 1, 1]);
    expect(new Set(shown.map((box) => box.levels[0]?.size)).size).toBe(1);
    expect(new Set(shown.map((box) => box.frame.x)).size).toBe(2);
  });
});
