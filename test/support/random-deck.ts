import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Alignment } from '../../src/core/article/types.ts';
import { readImage } from '../../src/core/deck/index.ts';
import type { Block, Images, ListItem, Slide } from '../../src/core/deck/types.ts';
import { unwrap } from '../../src/core/base/errors.ts';
import type { Layout, Region, Theme } from '../../src/core/template/theme/types.ts';
import { ITEM_FORMS } from '../../src/core/block/items/types.ts';
import type { Run } from '../../src/core/base/text.ts';

/** Alphabets of several scripts; words are drawn from one each. */
const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'äöüßéèçñøåłžğİışĀ',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'אבגדהוזחטיכלמנסעפצקרשת',
  '中文字体测试报告外交政策分析人民',
  'ひらがなカタカナ',
  'ภาษาไทยกขค',
  'अआइईकखगघङ',
  '0123456789.,-–—/%()',
];

const word = fc
  .tuple(
    fc.nat(ALPHABETS.length - 1),
    fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }) }, { weight: 1, arbitrary: fc.integer({ min: 13, max: 60 }) }),
    fc.nat(),
  )
  .map(([script, length, seed]) => {
    const letters = Array.from(ALPHABETS[script] ?? 'a');
    return Array.from({ length }, (_, i) => letters[(seed + i * i * 7 + i * 3) % letters.length]).join('');
  });

const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  ']]>',
  '{{x}}',
  '👩‍👩‍👧',
  '😀',
  'a\u00ADb',
  '\u200F',
  'x\u00A0y',
  '٪',
  '&amp;',
  'fi\u0301ne',
  '“”',
  '…',
);

const words = (max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 20, arbitrary: word }, { weight: 1, arbitrary: hostile }), { minLength: 1, maxLength: max, size: 'max' })
    .map((list) => list.join(' '));

const runs = (max: number): fc.Arbitrary<Run[]> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: words(max).map((text): Run => ({ text: `${text} ` })) },
        { weight: 1, arbitrary: words(3).map((text): Run => ({ text: `${text} `, bold: true })) },
        { weight: 1, arbitrary: words(3).map((text): Run => ({ text, italic: true, href: 'https://example.org' })) },
        { weight: 1, arbitrary: words(2).map((text): Run => ({ text: `${text}\n` })) },
        {
          weight: 1,
          arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }).map((refs): Run => ({ refs })),
        },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((list) => [{ text: 'T ' }, ...list]);

const list: fc.Arbitrary<Block> = fc
  .tuple(
    fc.boolean(),
    fc.integer({ min: 1, max: 99 }),
    fc.array(fc.tuple(runs(25), fc.nat(2)), { minLength: 1, maxLength: 40, size: 'max' }),
  )
  .map(([ordered, start, items]) => ({
    kind: 'list',
    items: ordered ? numbered(items, start) : items.map(([runs, level]) => ({ runs, level, number: null })),
  }));

/** Numbers as nested lists have them: each level counts from 1 below each item above, the first from `start`. */
function numbered(items: readonly (readonly [Run[], number])[], start: number): ListItem[] {
  const counts: number[] = [];
  return items.map(([runs, level]) => {
    counts.length = Math.min(counts.length, level + 1);
    const before = counts[level];
    const number = before === undefined ? (level === 0 ? start : 1) : before + 1;
    counts[level] = number;
    return { runs, level, number };
  });
}

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -99999, max: 999999 }).map((n): Run[] => [{ text: String(n) }]) },
  { weight: 3, arbitrary: runs(6) },
  { weight: 1, arbitrary: fc.constant([]) },
);

const table: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 8 }).chain((columns) => {
  const row = fc.array(cell, { minLength: columns, maxLength: columns });
  return fc
    .tuple(
      row,
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.option(runs(10)),
      fc.boolean(),
      fc.array(fc.constantFrom<Alignment>('start', 'center', 'end'), { minLength: columns, maxLength: columns }),
    )
    .map(([header, rows, caption, total, align]) => ({
      kind: 'table',
      caption,
      align,
      header,
      rows: rows.map((cells, i) => ({ cells, total: total && i === rows.length - 1 })),
    }));
});

const iso = fc.option(
  fc
    .tuple(
      fc.integer({ min: 1990, max: 2030 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([y, m, d, parts]) => [String(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')].slice(0, parts).join('-')),
);

const timeline: fc.Arbitrary<Block> = fc
  .tuple(fc.array(fc.tuple(iso, words(3), runs(15)), { minLength: 1, maxLength: 20 }), fc.option(fc.constant('2023-11-21')))
  .map(([events, today]) => ({
    kind: 'timeline',
    today,
    todayLabel: today === null ? '' : 'Heute',
    events: events.map(([date, dateText, own]) => ({ date: { text: dateText, iso: date, about: false }, dateText, runs: own })),
  }));

const stats: fc.Arbitrary<Block> = fc
  .array(fc.tuple(fc.oneof(fc.integer().map(String), words(4)), fc.oneof(fc.constant(''), fc.constant('%'), words(2)), runs(8)), {
    minLength: 1,
    maxLength: 9,
  })
  .map((all) => ({ kind: 'stats', stats: all.map(([value, unit, label]) => ({ value, unit, label })) }));

const chart: fc.Arbitrary<Block> = fc
  .tuple(
    fc.constantFrom('bar' as const, 'stacked-bar' as const, 'line' as const, 'doughnut' as const),
    fc.uniqueArray(words(2), { minLength: 1, maxLength: 8 }),
    fc.integer({ min: 1, max: 4 }),
    fc.infiniteStream(fc.option(fc.integer({ min: -500, max: 5000 }))),
    fc.option(words(6)),
  )
  .map(([type, categories, count, values, title]) => ({
    kind: 'chart',
    type,
    title,
    unit: null,
    categories,
    series: Array.from({ length: count }, (_, s) => ({
      name: `Series ${s}`,
      values: categories.map(() => values.next().value as number | null),
    })),
    refs: [],
  }));

const PICTURE = 'own/picture.png';
const file = join(import.meta.dirname, '..', '..', 'content', 'river-port-map.png');

/** What `layOut` must be given for the pictures on random slides. */
export const RANDOM_IMAGES: Images = new Map([[PICTURE, unwrap(readImage(readFileSync(file), { file, src: PICTURE }))]]);

const image: fc.Arbitrary<Block> = fc
  .record({
    caption: fc.option(runs(20)),
    fit: fc.constantFrom('contain' as const, 'cover' as const, null),
    focus: fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) }),
  })
  .map((own) => ({
    kind: 'image',
    pictures: Array.from({ length: 1 + Math.floor(own.focus.x * 3.9) }, () => ({ src: PICTURE, alt: 'A map', ...own })),
  }));

const parts = fc.array(fc.record({ runs: runs(14), marked: fc.boolean() }), { minLength: 2, maxLength: 6 });

const entry = fc.record({
  marked: fc.boolean(),
  kicker: fc.oneof(fc.constant([]), runs(3)),
  head: runs(5),
  sub: fc.oneof(fc.constant([]), runs(6)),
  body: fc.array(runs(20), { maxLength: 2 }),
  side: fc.array(runs(3), { maxLength: 2 }),
});

const items: fc.Arbitrary<Block> = fc
  .tuple(fc.constantFrom(...ITEM_FORMS), fc.array(entry, { minLength: 1, maxLength: 14 }), parts, fc.boolean(), fc.boolean())
  .map(([form, entries, all, isNumbered, isNested]) => ({
    kind: 'items',
    form,
    entries: (form === 'compare' ? entries.slice(0, 4) : entries).map((own, i) => {
      // Cells of a comparison stand at their rows, so each column has as many.
      const points = form === 'compare' || (form === 'cards' && isNested) ? all : [];
      const bare = form === 'compare' ? { kicker: [], sub: [], body: [], side: [] } : {};
      return { ...own, ...bare, number: isNumbered ? i + 1 : null, points, steps: form === 'steps' && isNested ? all : [] };
    }),
  }));

/** How often each kind comes. A new one goes to the end: the others stay what they were for a seed. */
const FLOWING: Readonly<Record<Block['kind'], { readonly weight: number; readonly arbitrary: fc.Arbitrary<Block> }>> = {
  list: { weight: 4, arbitrary: list },
  text: {
    weight: 3,
    arbitrary: fc.array(runs(60), { minLength: 1, maxLength: 4 }).map((all): Block => ({ kind: 'text', paragraphs: all })),
  },
  quote: {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(runs(40), { minLength: 1, maxLength: 2 }), fc.option(runs(4)))
      .map(([all, cite]): Block => ({ kind: 'quote', paragraphs: all, cite })),
  },
  callout: {
    weight: 1,
    arbitrary: fc.array(runs(20), { minLength: 1, maxLength: 2 }).map((all): Block => ({ kind: 'callout', paragraphs: all })),
  },
  table: { weight: 2, arbitrary: table },
  timeline: { weight: 1, arbitrary: timeline },
  stats: { weight: 1, arbitrary: stats },
  chart: { weight: 1, arbitrary: chart },
  image: { weight: 1, arbitrary: image },
  items: { weight: 2, arbitrary: items },
};
const flowing: fc.Arbitrary<Block> = fc.oneof(...Object.values(FLOWING));

/** Regions that a template sends blocks to. */
function open(layout: Layout): Region[] {
  return layout.regions.filter((r) => r.type === 'body' || r.type === 'picture');
}

/** Regions large enough for anything; the others get a short line. */
function roomy(region: Region): boolean {
  return region.frame.height > 150 && region.frame.width > 250;
}

function blocksFor(region: Region): fc.Arbitrary<Block[]> {
  if (roomy(region)) return fc.array(flowing, { minLength: 1, maxLength: 3 });
  return words(2).map((text) => [{ kind: 'text', paragraphs: [[{ text: text.slice(0, 8) }]] }]);
}

/** A slide of any layout of the theme with anything in its regions. */
export function randomSlide(theme: Theme, id: string): fc.Arbitrary<Slide> {
  const layouts = Object.values(theme.layouts).filter((layout) => layout.regions.some((r) => r.type === 'title'));
  return fc.constantFrom(...layouts).chain((layout) =>
    fc
      .tuple(
        words(20),
        fc.option(words(3)),
        fc.array(runs(30), { maxLength: 4 }),
        ...open(layout).map((region) => fc.option(blocksFor(region), { freq: 4 })),
      )
      .map(([title, topic, notes, ...contents]) => ({
        id,
        layout: layout.name,
        title: [{ text: title }],
        topic,
        kind: layout.name,
        section: null,
        blocks: open(layout).flatMap((region, i) => (contents[i] ?? []).map((block) => ({ region: region.name, block }))),
        notes: notes.map((own) => ({ kind: 'text' as const, runs: own })),
        at: {},
      })),
  );
}

/** Some slides of a theme, ids `0`, `1`, … */
export function randomSlides(theme: Theme, max: number): fc.Arbitrary<Slide[]> {
  return fc.integer({ min: 1, max }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => randomSlide(theme, String(i)))));
}

/** The same slides with letters of the bundled Latin, Hebrew and Arabic faces alone, for whatever is rendered with these and no others. */
export function inBundledScripts(slides: readonly Slide[]): Slide[] {
  return JSON.parse(JSON.stringify(slides).replace(/[^\u0020-\u00FF\u0590-\u06FF\u2013-\u2026]/gu, 'e')) as Slide[];
}

export const randomMeta = fc.record({
  title: words(12),
  mark: fc.option(words(6), { nil: null }),
  language: fc.constantFrom('en', 'de', 'ar', 'he', 'zh', 'ru'),
});
