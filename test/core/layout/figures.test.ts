import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/core/block/figures/layout/parts.ts';
import type { Stat } from '../../../src/core/block/figures/types.ts';
import type { Box, GroupBox, TextBox } from '../../../src/core/layout/types.ts';
import type { FiguresLook, Frame, Theme } from '../../../src/core/template/theme/types.ts';
import { sceneOf, slide, textStyle, THEME } from '../../support/layout.ts';
import { overflows } from '../../support/scene-checks.ts';

describe('a value in its parts', () => {
  it.each([
    ['up to 200', 'SS-21 missiles', 'up to', '200', 'SS-21 missiles'],
    ['about 140', 'days', 'about', '140', 'days'],
    ['bis zu 1.240', '%', 'bis zu', '1.240%', null],
    ['约140', '天', '约', '140\u00A0天', null],
    ['نحو ٤٥', 'يومًا', 'نحو', '٤٥', 'يومًا'],
    ['environ 3,5', 'bn', 'environ', '3,5\u00A0bn', null],
    ['EUR 5', '', null, 'EUR 5', null],
    ['about €5', '', 'about', '€5', null],
    ['US$5 million', '', null, 'US$5 million', null],
    ['No. 5', '', null, 'No. 5', null],
    ['第3', '', null, '第3', null],
    ['a third', '', null, 'a third', null],
    ['−7', '°C', null, '−7°C', null],
    ['at least 1', 'village', 'at least', '1', 'village'],
  ])('%s %s', (value, unit, hedge, number, shown) => {
    expect(partsOf({ value, unit })).toEqual({ hedge, number, unit: shown });
  });
});

const LOOK: FiguresLook = {
  ...{ form: 'row', value: 'statValue', label: 'statLabel', hedge: null, unit: null, hedgeSize: 0.4 },
  ...{ rule: 'accent4', ruleWidth: 2, fill: null, lead: 'accent1', leadFill: null, leadText: null, padding: 0, gap: 24 },
};

const STATS: readonly Stat[] = [
  { value: 'about 140', unit: 'days', label: [{ text: 'a year on which the quay is full' }, { refs: [1] }] },
  { value: '6', unit: 'hours', label: [{ text: 'average wait' }] },
  { value: 'up to 31,000', unit: 'Seemeilen', label: [{ text: 'Donaudampfschifffahrtsgesellschaft' }], lead: true },
];

/** Figures in a region of the plain theme's `text`, in whatever form they have room for. */
function boxes(look: Partial<FiguresLook>, stats: readonly Stat[], frame: Frame, direction: 'ltr' | 'rtl' = 'ltr'): readonly Box[] {
  const text = THEME.layouts['text'];
  if (!text) throw new Error('no layout');
  const regions = text.regions.map((region) => (region.name === 'body' ? { ...region, frame, figures: { ...LOOK, ...look } } : region));
  const styles = { ...THEME.styles, statValue: textStyle({ size: 128, minimum: 24 }), small: textStyle({ size: 40, minimum: 20 }) };
  const theme: Theme = { ...THEME, direction, styles, layouts: { ...THEME.layouts, text: { ...text, regions } } };
  const scene = sceneOf([slide([{ kind: 'stats', stats }])], { theme, meta: { direction, language: direction === 'rtl' ? 'ar' : 'en' } });
  expect(overflows(scene)).toEqual([]);
  return scene.slides.flatMap((own) => own.boxes);
}

const placed = (...given: Parameters<typeof boxes>): readonly GroupBox[] => boxes(...given).filter((box) => box.kind === 'group');

const part = (group: GroupBox | undefined, name: string): TextBox[] =>
  (group?.children ?? []).filter((child): child is TextBox => child.kind === 'text' && child.id.endsWith(`.${name}`));
const sizes = (boxes: readonly TextBox[]): (number | undefined)[] => boxes.map(({ levels }) => levels[0]?.size);
const baselines = (boxes: readonly TextBox[]): number[] => boxes.map(({ lines }) => Math.round((lines[0]?.baseline ?? 0) * 10) / 10);

const WIDE: Frame = { x: 48, y: 140, width: 864, height: 340 };
const RAIL: Frame = { x: 40, y: 130, width: 200, height: 360 };

describe('a row', () => {
  it('has numbers of one size, as large as all have room for, and common lines', () => {
    const [group] = placed({}, STATS, WIDE);
    const [values, units] = [part(group, 'value'), part(group, 'unit')];
    expect(new Set(sizes(values)).size).toBe(1);
    expect(values[0]?.levels[0]?.size).toBeGreaterThan(60);
    expect(new Set(baselines(values)).size).toBe(1);
    expect(new Set(baselines(units)).size).toBe(1);
    const hedge = part(group, 'hedge')[0]?.levels[0]?.size ?? 0;
    expect(hedge / (values[0]?.levels[0]?.size ?? 1)).toBeGreaterThanOrEqual(0.3);
    expect(hedge / (values[0]?.levels[0]?.size ?? 1)).toBeLessThanOrEqual(0.55);
  });

  it('gives the figure that the author points at its colour', () => {
    const [group] = placed({}, STATS, WIDE);
    expect(part(group, 'value').map(({ levels }) => levels[0]?.color)).toEqual(['text1', 'text1', 'accent1']);
    const [boxed] = placed({ fill: 'background2', leadFill: 'accent1', leadText: 'background1', padding: 12 }, STATS, WIDE);
    expect(boxed?.children.flatMap((child) => (child.kind === 'shape' && child.fill ? [child.fill] : []))).toEqual([
      'background2',
      'background2',
      'accent1',
    ]);
  });

  it('grows into its region and shrinks with it', () => {
    const at = (height: number): number => sizes(part(placed({}, STATS, { ...WIDE, height })[0], 'value'))[0] ?? 0;
    expect(at(340)).toBeGreaterThan(at(130));
  });
});

describe('a stack', () => {
  it('has hedge and unit on the number’s line where all have room', () => {
    const [group] = placed({ form: 'stack', value: 'small' }, STATS.slice(0, 2), RAIL);
    const first = [...part(group, 'hedge'), ...part(group, 'value'), ...part(group, 'unit')].filter(({ id }) => id.includes('/1.'));
    expect(first.length).toBe(3);
    expect(new Set(baselines(first)).size).toBe(1);
    expect(group?.children.filter(({ kind }) => kind === 'shape').length).toBe(2);
  });

  it('is mirrored', () => {
    const [group] = placed({ form: 'stack' }, [{ value: 'نحو ٤٥', unit: 'يومًا', label: [] }], { ...RAIL, width: 300 }, 'rtl');
    const [hedge, value] = [part(group, 'hedge')[0], part(group, 'value')[0]];
    expect((hedge?.frame.x ?? 0) > (value?.frame.x ?? 0)).toBe(true);
  });

  it('goes on the next slide where it is too tall', () => {
    const many = Array.from({ length: 9 }, (_, i): Stat => ({
      value: `${i + 1}00`,
      unit: 'persons',
      label: [{ text: 'who were counted there '.repeat(3) }],
    }));
    const groups = placed({ form: 'stack' }, many, RAIL);
    expect(groups.length).toBeGreaterThan(1);
    expect(groups.flatMap((group) => part(group, 'value')).length).toBe(9);
  });
});

describe('one figure', () => {
  const one: Stat = { value: 'about 140', unit: 'days a year', label: [{ text: 'on which the quay is full' }] };

  it('takes its region, its words beside it where there is room', () => {
    const [group] = placed({ form: 'hero' }, [one], WIDE);
    const [value, unit] = [part(group, 'value')[0], part(group, 'unit')[0]];
    expect(value?.levels[0]?.size).toBe(128);
    expect((unit?.frame.x ?? 0) >= (value?.frame.x ?? 0) + (value?.frame.width ?? 0)).toBe(true);
    const [narrow] = placed({ form: 'hero' }, [one], { ...RAIL, width: 240 });
    expect((part(narrow, 'unit')[0]?.frame.y ?? 0) > (part(narrow, 'value')[0]?.frame.y ?? 0)).toBe(true);
  });
});

it('has the region’s styles where its words are too many for a figure', () => {
  const long = [{ value: '1,234,567,890,123,456.50', unit: 'euros', label: [{ text: 'for all of the measures together' }] }];
  const body = boxes({ value: 'small', label: 'small' }, long, RAIL).filter(({ region }) => region === 'body');
  expect(body.map((box) => (box.kind === 'text' ? box.style : box.kind))).toEqual(['small']);
});

it.each(['hero', 'row', 'stack', 'band'] as const)('%s holds strange figures in strange rooms', (form) => {
  const strange: readonly Stat[] = [
    { value: 'approximately 123,456,789,012', unit: 'Staatsangehörigkeitsangelegenheiten', label: [{ text: 'x' }] },
    { value: 'eight', unit: '', label: [{ text: 'word '.repeat(30) }] },
    { value: '约1,200', unit: '公里', label: [] },
    { value: '7', unit: '%', label: [{ text: 'ا'.repeat(60) }] },
  ];
  for (const width of [90, 200, 420, 864]) {
    for (const height of [60, 180, 360]) placed({ form, fill: 'background2', padding: 12 }, strange, { ...WIDE, width, height });
  }
});
