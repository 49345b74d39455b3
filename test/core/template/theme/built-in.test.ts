import { describe, expect, it } from 'vitest';
import { contrast, linkColor, requiredContrast, resolveColor } from '../../../../src/core/template/theme/index.ts';
import type { Frame, Theme } from '../../../../src/core/template/theme/types.ts';
import { packTheme } from '../../../support/theme.ts';

const PACKS = ['policy-brief', 'situation-report', 'talking-points'] as const;

/** Layouts that every built-in pack has, whatever more it has. */
const LAYOUTS = [
  'title', 'agenda', 'points', 'text', 'own', 'columns', 'quotation', 'timeline', 'figures', 'table', 'chart', 'image', 'divider', 'sources',
]; // prettier-ignore

/** Pages that are composed otherwise than the common one: covers and dividers, words on a field, pictures and sources that a quiet title leaves room. */
const PAGES: Readonly<Record<string, string>> = {
  title: 'cover',
  'title-figures': 'cover with figures',
  divider: 'divider',
  thought: 'thought',
  quotation: 'quotation',
  image: 'quiet',
  'picture-strip': 'strip',
  'picture-half': 'half',
  sources: 'quiet',
  'source-groups': 'quiet',
  'source-one': 'one source',
  'source-alone': 'quiet',
  statement: 'statement',
};

/** Layouts that say no number. */
const UNNUMBERED: Readonly<Record<string, readonly string[]>> = {
  'policy-brief': ['title', 'title-figures'],
  'situation-report': ['title', 'divider'],
  'talking-points': ['title', 'title-figures'],
};

const inside = (a: Frame, b: Frame) => a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
const touch = (a: Frame, b: Frame) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** What lies behind a frame: the last rectangle that holds it whole, else the layout's background. */
function behind(theme: Theme, layoutName: string, frame: Frame): string {
  const layout = theme.layouts[layoutName];
  const shapes = [...(layout?.masterDecoration === false ? [] : theme.decoration), ...(layout?.decoration ?? [])];
  const under = shapes.filter((shape) => shape.kind === 'rectangle' && inside(frame, shape.frame)).at(-1);
  return resolveColor(theme, under?.kind === 'rectangle' ? under.fill : (layout?.background ?? theme.background));
}

describe.each(PACKS)('%s', (pack) => {
  it('has a layout for everything its template makes', () => {
    expect(Object.keys(packTheme(pack).layouts)).toEqual(expect.arrayContaining(LAYOUTS));
  });

  it('sets a quotation mark before a quotation’s words, never before who said them', () => {
    const styles = Object.entries(packTheme(pack).styles).filter(([name]) => name.startsWith('quote'));
    expect(styles.length).toBeGreaterThan(0);
    for (const [name, { levels }] of styles) expect([name, levels[1].bullet]).toEqual([name, null]);
  });

  for (const format of ['16:9', '4:3', 'A4'] as const) {
    it(`starts every title of a kind of page at the same point and no region overlaps another, ${format}`, () => {
      const theme = packTheme(pack, { format });
      const corners = new Map<string, Set<string>>();
      for (const layout of Object.values(theme.layouts)) {
        const title = layout.regions.find((region) => region.type === 'title');
        const page = PAGES[layout.name] ?? 'common';
        corners.set(page, (corners.get(page) ?? new Set()).add(`${title?.frame.x} ${title?.frame.y}`));
        for (const type of UNNUMBERED[pack]?.includes(layout.name) ? ['mark'] : ['number', 'mark'])
          expect(
            layout.regions.map((region) => region.type),
            layout.name,
          ).toContain(type);
        layout.regions.forEach((a, i) => {
          for (const b of layout.regions.slice(i + 1)) expect(touch(a.frame, b.frame), `${layout.name}: ${a.name}, ${b.name}`).toBe(false);
        });
      }
      expect([...corners].filter(([, points]) => points.size > 1)).toEqual([]);
      expect(Object.keys(theme.layouts).filter((name) => !(name in PAGES)).length).toBeGreaterThan(Object.keys(theme.layouts).length / 2);
    });
  }

  it('leaves no panel empty where a slide goes on: what stands in one is repeated', () => {
    const once = Object.values(packTheme(pack).layouts).flatMap((layout) => {
      const panels = layout.decoration.filter((shape) => shape.kind === 'rectangle' && shape.frame.height > 30 && shape.frame.width > 30);
      const leads = layout.regions.filter((region) => region.name === 'lead' && panels.some(({ frame }) => inside(region.frame, frame)));
      const goesOn = layout.regions.some(({ name }) => name === 'body');
      return goesOn ? leads.filter(({ repeat }) => !repeat).map(() => layout.name) : [];
    });
    expect(once).toEqual([]);
  });

  for (const variant of ['light', 'dark'] as const) {
    it(`is legible by WCAG AA wherever text may stand, ${variant}`, () => {
      const theme = packTheme(pack, { variant });
      const faults: string[] = [];
      for (const layout of Object.values(theme.layouts)) {
        for (const region of layout.regions) {
          const background = behind(theme, layout.name, region.frame);
          theme.styles[region.style]?.levels.forEach((level, i) => {
            for (const use of [level.color, linkColor(level.color)]) {
              const ratio = contrast(resolveColor(theme, use), background);
              if (ratio < requiredContrast(level.minimum, level.bold))
                faults.push(`${layout.name}/${region.name} ${i + 1} ${use}: ${ratio.toFixed(2)}`);
            }
          });
        }
      }
      expect(faults).toEqual([]);
    });

    it(`draws chart marks at 3:1 or more, ${variant}`, () => {
      const theme = packTheme(pack, { variant });
      const paper = resolveColor(theme, theme.background);
      expect(theme.chart.series.filter((use) => contrast(resolveColor(theme, use), paper) < 3)).toEqual([]);
    });
  }
});

describe('contrast', () => {
  it('is WCAG’s ratio', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
    expect(contrast('#FFFFFF', '#767676')).toBeCloseTo(4.54, 2);
  });
});
