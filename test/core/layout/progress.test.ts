import { describe, expect, it } from 'vitest';
import type { DeckMeta, Slide } from '../../../src/core/deck/types.ts';
import type { GroupBox } from '../../../src/core/layout/types.ts';
import type { Theme } from '../../../src/core/template/theme/types.ts';
import { writeHtml } from '../../../src/core/write/html/index.ts';
import { writePptx } from '../../../src/core/write/pptx/index.ts';
import { FONTS, paragraphs, sceneOf, slide, THEME } from '../../support/layout.ts';
import { overflows } from '../../support/scene-checks.ts';

const LOOK = { frame: { x: 48, y: 27, width: 640, height: 4 }, now: 'accent1', past: 'accent3', rest: 'accent4', gap: 3 } as const;
const ITEMS: NonNullable<DeckMeta['progress']> = [
  { topic: 'a/b', minutes: 1 },
  { topic: 'a/c', minutes: 4 },
  { topic: 'own/d', minutes: 0, own: true },
];

function strips(theme: Partial<Theme>, more: Partial<Slide>, direction: 'ltr' | 'rtl' = 'ltr', minutes: number | null = 5): GroupBox[] {
  const own = slide([...[paragraphs('Words')]], more);
  const scene = sceneOf([own], {
    theme: { ...THEME, direction, progress: LOOK, ...theme },
    meta: { minutes, progress: ITEMS, direction },
  });
  expect(overflows(scene)).toEqual([]);
  return scene.slides.flatMap(({ boxes }) => boxes.flatMap((box) => (box.kind === 'group' ? [box] : [])));
}

const fills = (groups: readonly GroupBox[]): unknown[] =>
  groups.flatMap(({ children }) => children.map((child) => child.kind === 'shape' && child.fill));
const widths = (groups: readonly GroupBox[]): number[] => groups.flatMap(({ children }) => children.map(({ frame }) => frame.width));

describe('progress', () => {
  it('has a segment for each item, as wide as its minutes, and says where the talk is', () => {
    const groups = strips({}, { topic: 'a/c' });
    expect(fills(groups)).toEqual(['accent3', 'accent1', 'accent4']);
    const [first = 0, second = 0, third = 0] = widths(groups);
    expect(Math.round((second - third) / (first - third))).toBe(4);
    expect(first + second + third + 2 * LOOK.gap).toBeCloseTo(LOOK.frame.width);
  });

  it('shows all items of an overview, and is mirrored', () => {
    expect(fills(strips({}, { topic: 'a/b', topics: ['a/c'] }))).toEqual(['accent1', 'accent1', 'accent4']);
    const [group] = strips({}, { topic: 'a/b' }, 'rtl');
    expect((group?.children[0]?.frame.x ?? 0) > (group?.children[1]?.frame.x ?? 0)).toBe(true);
  });

  it('stands on items’ slides alone, where the layout has it', () => {
    expect(strips({}, { topic: null })).toEqual([]);
    const text = THEME.layouts['text'];
    if (!text) throw new Error('no layout');
    expect(strips({ layouts: { ...THEME.layouts, text: { ...text, progress: false } } }, { topic: 'a/b' })).toEqual([]);
  });

  it('shows on an agenda what the time is for, where its layout has a strip of its own: the briefer’s own slides stand out', () => {
    const text = THEME.layouts['text'];
    if (!text) throw new Error('no layout');
    const own = { ...LOOK, frame: { x: 48, y: 447, width: 864, height: 12 }, rest: 'accent2' } as const;
    const layouts = { ...THEME.layouts, text: { ...text, progress: own } };
    const [group, ...more] = strips({ layouts }, { topic: null });
    expect([group?.frame, more]).toEqual([own.frame, []]);
    expect(fills(group ? [group] : [])).toEqual(['accent2', 'accent2', 'accent1']);
    expect(fills(strips({ layouts }, { topic: 'a/c' }))).toEqual(['accent3', 'accent1', 'accent2']);
    // A bar of minutes that nobody gave says nothing.
    expect(strips({ layouts }, { topic: null }, 'ltr', null)).toEqual([]);
  });

  it('is decoration in both formats', async () => {
    const scene = sceneOf([slide([paragraphs('Words')], { topic: 'a/b' })], {
      theme: { ...THEME, progress: LOOK },
      meta: { progress: ITEMS },
    });
    expect((await writePptx(scene)).problems).toEqual([]);
    const html = new TextDecoder().decode((await writeHtml(scene, FONTS)).value);
    expect(html.includes('class="progress"')).toBe(false);
  });
});
