import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../src/core/base/errors.ts';
import type { Deck, Slide, SlideGroup } from '../../../src/core/deck/types.ts';
import type { Entry } from '../../../src/core/block/items/types.ts';
import { heldBy } from '../../../src/core/layout/arrange/conditions.ts';
import { COLUMNS, largestEmpty, ROWS } from '../../../src/core/layout/arrange/grid.ts';
import { bestPicks } from '../../../src/core/layout/arrange/rhythm.ts';
import { layOutDeck, layoutMemory, preferenceOf, type LaidOut } from '../../../src/core/layout/index.ts';
import type { LayoutInput } from '../../../src/core/layout/index.ts';
import type { Layout, Theme } from '../../../src/core/template/theme/types.ts';
import { META } from '../../support/deck.ts';
import { deckWith, FONTS, list, slide, text } from '../../support/layout.ts';
import { RANDOM_IMAGES, randomMeta, randomSlides } from '../../support/random-deck.ts';
import { inputText, lostWords, outputText, overflows } from '../../support/scene-checks.ts';
import { packTheme } from '../../support/theme.ts';

const THEME = packTheme('plain');

const themeWith = (changes: Readonly<Record<string, Partial<Layout>>>): Theme => ({
  ...THEME,
  layouts: Object.fromEntries(Object.entries(THEME.layouts).map(([name, layout]) => [name, { ...layout, ...changes[name] }])),
});

/** The same blocks in each of these layouts, all in the default region. */
function inLayouts(id: string, layouts: readonly string[], blocks: Parameters<typeof slide>[0], more: Partial<Slide> = {}): SlideGroup {
  return {
    options: layouts.map((layout) => [
      slide(blocks, { id, layout, kind: 'points', topic: `a/${id}`, chosen: true, title: text(`Title ${id}`), ...more }),
    ]),
  };
}

const deckOf = (groups: readonly SlideGroup[]): Deck => ({ ...deckWith(groups.flatMap(({ options }) => options[0] ?? [])), groups });

function laidOut(groups: readonly SlideGroup[], theme: Theme = THEME, more: Partial<LayoutInput> = {}): LaidOut & { codes: string[] } {
  const outcome = layOutDeck(deckOf(groups), theme, { fonts: FONTS, images: RANDOM_IMAGES, ...more });
  return { ...unwrap(outcome), codes: outcome.problems.map(({ code }) => code) };
}

const layoutsOf = ({ scene }: LaidOut): string[] => scene.slides.map(({ layout }) => layout);

const POINTS = [list('Quays are full', 'Ships wait for two days', 'Pilots are few')];

describe('the choice among layouts', () => {
  it('takes one whose conditions hold, and the first written of equals', () => {
    const counts = (points: { least: number; most: number }): Partial<Layout> => ({ when: { counts: { points } } });
    const groups = [inLayouts('one', ['text', 'own', 'columns'], POINTS)];
    expect(
      layoutsOf(
        laidOut(
          groups,
          themeWith({ text: counts({ least: 4, most: 9 }), own: counts({ least: 3, most: 3 }), columns: counts({ least: 0, most: 2 }) }),
        ),
      ),
    ).toEqual(['own']);
    const same = themeWith({ own: { ...THEME.layouts['text'], name: 'own' } });
    expect(layoutsOf(laidOut([inLayouts('one', ['text', 'own'], POINTS)], same))).toEqual(['text']);
    expect(layoutsOf(laidOut([inLayouts('one', ['own', 'text'], POINTS)], same))).toEqual(['own']);
  });

  it('takes one that the designer prefers where it suits, not where its conditions fail or it divides what another holds', () => {
    const twin: Partial<Layout> = { ...THEME.layouts['text'], name: 'own', preferred: true };
    const groups = [inLayouts('one', ['text', 'own'], POINTS)];
    expect(layoutsOf(laidOut(groups, themeWith({ own: twin })))).toEqual(['own']);
    expect(layoutsOf(laidOut(groups, themeWith({ own: { ...twin, when: { counts: { points: { least: 5, most: 9 } } } } })))).toEqual([
      'text',
    ]);
    const regions = (THEME.layouts['text']?.regions ?? []).map((region) =>
      region.type === 'body' ? { ...region, frame: { ...region.frame, width: 60 } } : region,
    );
    expect(layoutsOf(laidOut(groups, themeWith({ own: { ...twin, regions } })))).toEqual(['text']);
  });

  it('takes the nearest where no condition holds', () => {
    const theme = themeWith({
      text: { when: { counts: { points: { least: 9, most: 9 }, words: { least: 0, most: 1 } } } },
      own: { when: { counts: { points: { least: 9, most: 9 } } } },
    });
    expect(layoutsOf(laidOut([inLayouts('one', ['text', 'own'], POINTS)], theme))).toEqual(['own']);
  });

  it('divides nothing that another layout holds whole', () => {
    const narrow = {
      ...THEME.layouts['text'],
      name: 'own',
      regions: (THEME.layouts['text']?.regions ?? []).map((region) =>
        region.type === 'body' ? { ...region, frame: { ...region.frame, width: 60 } } : region,
      ),
    };
    const long = [list('Donaudampfschifffahrtsgesellschaft 1,234,567,890,123 persons', 'Rindfleischetikettierung')];
    expect(layoutsOf(laidOut([inLayouts('one', ['own', 'text'], long)], themeWith({ own: narrow })))).toEqual(['text']);
  });

  it('says why, with each candidate’s score', () => {
    const { reasons } = laidOut([inLayouts('one', ['text', 'columns'], POINTS)]);
    expect(reasons).toMatchObject([
      {
        slide: 1,
        id: 'one',
        title: 'Title one',
        because: 'score',
        candidates: [
          { layouts: ['text'], slides: 1 },
          { layouts: ['columns'], slides: 1 },
        ],
      },
    ]);
    const [one] = reasons;
    const totals = one?.candidates.map(({ total }) => total ?? Infinity) ?? [];
    expect(totals[one?.chosen ?? 0]).toBe(Math.min(...totals));
  });

  it('gives titles that are unique only once it is made', () => {
    const twice = (id: string): SlideGroup => inLayouts(id, ['text', 'own'], POINTS, { title: text('Ships') });
    const { scene } = laidOut([twice('one'), twice('two')]);
    expect(scene.slides.map(({ title }) => title)).toEqual(['Ships', 'Ships (2)']);
  });
});

describe('rhythm', () => {
  it('has no more than three of a family in a row where another is admitted', () => {
    const groups = Array.from({ length: 8 }, (_, i) => inLayouts(`s${i}`, ['text', 'columns'], POINTS));
    const layouts = layoutsOf(laidOut(groups));
    const runs = layouts
      .map((_, i) => layouts.slice(Math.max(0, i - 3), i + 1))
      .filter((four) => four.length === 4 && new Set(four).size === 1);
    expect(runs).toEqual([]);
    const alike = laidOut(groups, themeWith({ text: { family: 'list' }, columns: { family: 'list' } }));
    expect(new Set(layoutsOf(alike)).size).toBe(1);
  });

  it('is the cheapest of all ways through', () => {
    const steps = fc.array(
      fc.record({ cost: fc.integer({ min: 0, max: 12 }).map((n) => n / 4), family: fc.constantFrom('a', 'b', 'c'), field: fc.boolean() }),
      { minLength: 1, maxLength: 3 },
    );
    const costOf = (path: readonly { cost: number; family: string; field: boolean }[]): number =>
      path.reduce((sum, { cost, family, field }, i) => {
        const run = path.slice(Math.max(0, i - 3), i + 1);
        const isTooMany = run.length === 4 && run.every((one) => one.family === family);
        return sum + cost + (isTooMany ? 1 : 0) + (field && path[i - 1]?.field ? 0.15 : 0);
      }, 0);
    fc.assert(
      fc.property(fc.array(steps, { minLength: 1, maxLength: 7 }), (groups) => {
        const picks = bestPicks(groups.map((options) => options.map(({ cost, ...look }) => ({ cost, looks: [look] }))));
        const all = groups.reduce<(typeof groups)[number][]>(
          (ways, options) => ways.flatMap((way) => options.map((one) => [...way, one])),
          [[]],
        );
        const chosen = groups.flatMap((options, i) => options[picks[i] ?? 0] ?? []);
        expect(costOf(chosen)).toBeCloseTo(Math.min(...all.map(costOf)), 6);
      }),
      { numRuns: 200, seed: 21 },
    );
  });
});

describe('an earlier deck’s choice', () => {
  const groups = [inLayouts('one', ['text', 'columns', 'own'], POINTS), inLayouts('two', ['text', 'columns', 'own'], POINTS)];
  const free = layoutsOf(laidOut(groups));
  const others = free.map((layout) => (layout === 'own' ? 'text' : 'own'));
  const prefer = {
    layouts: new Map([
      ['one', others[0] ?? ''],
      ['two', others[1] ?? ''],
    ]),
    hold: 'firm',
  } as const;

  it('stays while it fits', () => {
    const kept = laidOut(groups, THEME, { prefer });
    expect(layoutsOf(kept)).toEqual(others);
    expect(kept.reasons.map(({ because }) => because)).toEqual(['kept', 'kept']);
  });

  it('goes where its conditions hold no more, or it would need more slides', () => {
    const strict = themeWith({ [others[0] ?? '']: { when: { counts: { points: { least: 7, most: 9 } } } } });
    expect(layoutsOf(laidOut(groups, strict, { prefer }))).not.toContain(others[0]);
    const narrow = THEME.layouts[others[0] ?? ''];
    const small = themeWith({
      [others[0] ?? '']: {
        regions: (narrow?.regions ?? []).map((region) =>
          region.type === 'body' ? { ...region, frame: { ...region.frame, height: 40 } } : region,
        ),
      },
    });
    expect(layoutsOf(laidOut(groups, small, { prefer }))).not.toContain(others[0]);
  });

  it('of a preview gives way to one that is clearly better alone', () => {
    const loose = { ...preferenceOf(laidOut(groups).scene.slides, 'loose') };
    expect([...loose.layouts.keys()]).toEqual(['one', 'two']);
    expect(layoutsOf(laidOut(groups, THEME, { prefer: loose }))).toEqual(free);
    // Its words as small as sources.
    const small = (THEME.layouts['own']?.regions ?? []).map((region) => (region.type === 'body' ? { ...region, style: 'source' } : region));
    const poor = themeWith({ own: { regions: small } });
    const earlier = { layouts: new Map([['one', 'own']]), hold: 'loose' } as const;
    const word = [inLayouts('one', ['text', 'own'], POINTS)];
    expect(layoutsOf(laidOut(word, poor, { prefer: { ...earlier, hold: 'firm' } }))).toEqual(['own']);
    expect(layoutsOf(laidOut(word, poor, { prefer: earlier }))).toEqual(['text']);
  });
});

describe('a layout that the briefing asks for', () => {
  const pinned = (layout: string, options: readonly number[]): SlideGroup => ({
    ...inLayouts('one', ['text', 'columns', 'own'], POINTS),
    pin: { layout, options, place: { file: 'b.yaml', line: 4 } },
  });

  it('is taken', () => {
    for (const [option, layout] of (['text', 'columns', 'own'] as const).entries()) {
      const made = laidOut([pinned(layout, [option])]);
      expect(layoutsOf(made)).toEqual([layout]);
      expect(made.reasons[0]?.because).toBe('pinned');
    }
  });

  it('is not where it is meant for something else, which is said', () => {
    const theme = themeWith({ columns: { when: { counts: { points: { least: 7, most: 9 } } } } });
    const made = laidOut([pinned('columns', [1])], theme);
    expect(layoutsOf(made)).not.toEqual(['columns']);
    expect(made.codes).toEqual(['arrange/layout-unfit']);
  });
});

describe('random decks with options', () => {
  const NAMES = Object.keys(THEME.layouts).filter((name) => THEME.layouts[name]?.regions.some(({ name: region }) => region === 'body'));
  const random = fc.tuple(
    randomSlides(THEME, 5),
    fc.array(fc.subarray(NAMES, { minLength: 1, maxLength: 4 }), { minLength: 5, maxLength: 5 }),
    randomMeta,
  );

  /** Every slide in its own layout and in others that have its regions' names, or its blocks in their body. */
  const groupsOf = (slides: readonly Slide[], others: readonly (readonly string[])[]): SlideGroup[] =>
    slides.map((one, i) => ({
      options: [one.layout, ...(others[i] ?? [])].map((layout): Slide[] => {
        const names = new Set(THEME.layouts[layout]?.regions.map(({ name }) => name));
        return [
          {
            ...one,
            id: `s${i}`,
            layout,
            chosen: true,
            blocks: one.blocks.map(({ region, block }) => ({ block, region: names.has(region) ? region : 'body' })),
          },
        ];
      }),
    }));

  it('lose no word, overflow nowhere, and come out the same again and with what was remembered', { timeout: 300_000 }, () => {
    const memory = layoutMemory();
    fc.assert(
      fc.property(random, ([slides, others, meta]) => {
        const groups = groupsOf(slides, others);
        const deck: Deck = {
          ...deckWith(
            groups.flatMap(({ options }) => options[0] ?? []),
            { ...META, ...meta, direction: 'ltr' },
          ),
          groups,
        };
        const input = { fonts: FONTS, images: RANDOM_IMAGES };
        const once = unwrap(layOutDeck(deck, THEME, input)).scene;
        expect(overflows(once)).toEqual([]);
        expect(lostWords(slides.map(inputText).join('\n'), outputText(once.slides))).toEqual([]);
        const [again, remembered] = [layOutDeck(deck, THEME, input), layOutDeck(deck, THEME, { ...input, memory })];
        const said = JSON.stringify(once.slides);
        expect(JSON.stringify(unwrap(again).scene.slides) === said).toBe(true);
        expect(JSON.stringify(unwrap(remembered).scene.slides) === said).toBe(true);
      }),
      { numRuns: Number(process.env['LECTERN_ARRANGE'] ?? 12), seed: 21, endOnFailure: true },
    );
  });
});

describe('the largest empty rectangle', () => {
  it('is found wherever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(COLUMNS - 1), fc.nat(ROWS - 1)), { maxLength: 12 }), (marks) => {
        const cells = new Uint8Array(COLUMNS * ROWS);
        for (const [x, y] of marks) cells[y * COLUMNS + x] = 1;
        let largest = 0;
        for (let top = 0; top < ROWS; top++) {
          const free = new Array<boolean>(COLUMNS).fill(true);
          for (let bottom = top; bottom < ROWS; bottom++) {
            let run = 0;
            for (let x = 0; x < COLUMNS; x++) {
              if (cells[bottom * COLUMNS + x]) free[x] = false;
              run = free[x] ? run + 1 : 0;
              largest = Math.max(largest, run * (bottom - top + 1));
            }
          }
        }
        expect(largestEmpty(cells)).toBe(largest);
      }),
      { numRuns: 60, seed: 21 },
    );
  });
});

describe('what a slide holds', () => {
  const runs = text;
  const entry: Entry = {
    number: null,
    marked: false,
    kicker: [],
    head: runs('Bauen'),
    sub: [],
    body: [runs('Es kostet zwei Millionen')],
    side: [],
    points: [],
    steps: [],
  };
  const step = { runs: runs('先決定'), marked: false };
  const items = (form: 'cards' | 'steps' | 'asks', entries: readonly Entry[]): Slide => slide([{ kind: 'items', form, entries }]);

  it.each([
    ['points of the first level', slide([list('a', '- b', 'c')]), { points: 2, words: 3 }],
    ['cards as options', items('cards', [entry, entry, entry]), { options: 3, words: 15 }],
    [
      'the longest lane',
      items('steps', [
        { ...entry, steps: [step, step, step, step] },
        { ...entry, steps: [step] },
      ]),
      { steps: 4 },
    ],
    ['asks as decisions', items('asks', [entry]), { decisions: 1 }],
    ['figures', slide([{ kind: 'stats', stats: [{ value: '8', unit: 'm', label: runs('deep') }] }]), { figures: 1, words: 1 }],
    ['a quotation', slide([{ kind: 'quote', paragraphs: [runs('Genug.')], cite: null }]), { quotations: 1, words: 1 }],
  ])('is %s', (_, one, counts) => {
    expect(heldBy(one, new Map()).counts).toMatchObject(counts);
  });

  it('is a picture of a shape', () => {
    const image = (src: string): Slide =>
      slide([{ kind: 'image', pictures: [{ src, alt: 'x', caption: null, fit: null, focus: { x: 0.5, y: 0.5 } }] }]);
    const asset = (width: number, height: number) => ({ bytes: new Uint8Array(), type: 'image/png' as const, width, height, hash: 'h' });
    const images = new Map([
      ['a/w.png', asset(900, 600)],
      ['a/t.png', asset(600, 900)],
      ['a/s.png', asset(600, 620)],
    ]);
    expect(['a/w.png', 'a/t.png', 'a/s.png', 'a/none.png'].map((src) => heldBy(image(src), images).picture)).toEqual([
      'landscape',
      'portrait',
      'square',
      null,
    ]);
  });
});
