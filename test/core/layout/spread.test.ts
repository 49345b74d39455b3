import { describe, expect, it } from 'vitest';
import type { ShapeBox } from '../../../src/core/layout/types.ts';
import type { Region, Theme } from '../../../src/core/template/theme/types.ts';
import { overflows } from '../../support/scene-checks.ts';
import { list, paragraphs, sceneOf, slide, textBox, THEME } from '../../support/layout.ts';

const RULE = { color: 'accent4', width: 0.75 } as const;

function spreading(spread: Region['spread'], anchor: Region['anchor'] = 'top'): Theme {
  const layout = THEME.layouts['text'];
  if (!layout || !spread) throw new Error('the plain theme has changed');
  const regions = layout.regions.map((region) => (region.name === 'body' ? { ...region, spread, anchor } : region));
  return { ...THEME, layouts: { ...THEME.layouts, text: { ...layout, regions } } };
}

const ROWS = spreading({ kind: 'rows', maximum: 120, rule: RULE });
const [TOP, HEIGHT] = [150, 320];

/** Tops of rules, and of each paragraph's first line. */
function placed(theme: Theme, items: readonly string[]): { rules: number[]; tops: number[]; bottoms: number[] } {
  const [only] = sceneOf([slide([list(...items)])], { theme }).slides;
  const box = textBox(only);
  const rules = only?.boxes.filter((one): one is ShapeBox => one.kind === 'shape').map(({ frame }) => frame.y) ?? [];
  const of = (index: number): typeof box.lines => box.lines.filter(({ paragraph }) => paragraph === index);
  const each = box.paragraphs.map((_, i) => of(i));
  return {
    rules,
    tops: each.map((lines) => lines[0]?.top ?? 0),
    bottoms: each.map((lines) => (lines.at(-1)?.top ?? 0) + (lines.at(-1)?.height ?? 0)),
  };
}

describe('a region that spreads its text in rows', () => {
  it('stands each item in the middle of a row, as tall as the bound allows, with rules between', () => {
    const { rules, tops, bottoms } = placed(ROWS, ['One', 'Two']);
    expect(rules).toEqual([TOP + 120]);
    expect((tops[0] ?? 0) - TOP).toBeCloseTo(TOP + 120 - (bottoms[0] ?? 0), 1);
    expect((tops[1] ?? 0) - (TOP + 120)).toBeCloseTo(TOP + 240 - (bottoms[1] ?? 0), 1);
  });

  it('shares the whole region among equal rows where there are more', () => {
    const { rules } = placed(ROWS, ['One', 'Two', 'Three', 'Four']);
    expect(rules.map((y) => Math.round(y - TOP))).toEqual([79, 158, 238]);
  });

  it('keeps sub-items in the row of their item, and gives uneven rows what they need and the same rest', () => {
    const long = 'quay '.repeat(110).trim();
    const { rules, tops, bottoms } = placed(ROWS, ['One', '- of one', long, 'Three']);
    expect(rules).toHaveLength(2);
    expect(tops[1]).toBeLessThan(rules[0] ?? 0);
    expect(bottoms[2]).toBeLessThan(rules[1] ?? 0);
    expect(bottoms[3]).toBeLessThan(TOP + HEIGHT);
  });

  it('takes nothing from a text that fills its region, and leaves no box, however long the text', () => {
    for (let count = 1; count <= 30; count += 1) {
      const items = Array.from({ length: count }, (_, i) => `${i} ${'quay '.repeat(1 + ((i * 7) % 19)).trim()}`);
      const [rows, plain] = [ROWS, THEME].map((theme) => sceneOf([slide([list(...items)])], { theme }));
      expect(overflows(rows ?? sceneOf([]))).toEqual([]);
      expect(rows?.slides.length).toBe(plain?.slides.length);
    }
  });

  it('draws no rule where none is wanted, and spreads nothing beside something else', () => {
    const bare = spreading({ kind: 'rows', maximum: 120, rule: null });
    expect(placed(bare, ['One', 'Two']).rules).toEqual([]);
    const quoted = sceneOf([slide([list('One', 'Two'), { kind: 'callout', paragraphs: [[{ text: 'Three' }]] }])], { theme: ROWS });
    expect(textBox(quoted.slides[0]).inset).toBeUndefined();
  });
});

describe('a region that spreads its leading', () => {
  const theme = spreading({ kind: 'leading' }, 'middle');
  it('puts more space between paragraphs, up to a bound, and stands as its region is anchored', () => {
    const [only] = sceneOf([slide([paragraphs('One', 'Two')])], { theme }).slides;
    const box = textBox(only);
    expect(box.paragraphs.map(({ spaceBefore }) => spaceBefore)).toEqual([undefined, 30]);
    const [first, last] = [box.lines[0], box.lines.at(-1)];
    expect((first?.top ?? 0) - TOP).toBeCloseTo(TOP + HEIGHT - (last?.top ?? 0) - (last?.height ?? 0), 1);
  });
});
