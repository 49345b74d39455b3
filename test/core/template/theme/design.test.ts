import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unwrap } from '../../../../src/core/base/errors.ts';
import { contrastFaults, designOf, loadTheme, redesigned, type DesignChange } from '../../../../src/core/template/theme/index.ts';
import { FONT_USES, PALETTE_NAMES } from '../../../../src/core/template/theme/design-types.ts';
import type { Pack } from '../../../../src/core/template/types.ts';
import { loadPack } from '../../../../src/workspace/packs.ts';
import { PACKS } from '../../../support/built-scene.ts';

const pack = async (name: string): Promise<Pack> => unwrap(await loadPack(`templates/${name}`));
const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0').toUpperCase()}`);
const change = fc.oneof(
  fc.record({ at: fc.constantFrom('light' as const, 'dark' as const), name: fc.constantFrom(...PALETTE_NAMES), value: color }),
  fc.record({
    at: fc.constant('fonts' as const),
    name: fc.constantFrom(...FONT_USES),
    value: fc.constantFrom('Arial', 'Times New Roman', 'Noto Sans SC'),
  }),
) satisfies fc.Arbitrary<DesignChange>;

interface Written {
  readonly colors: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly fonts: Readonly<Record<string, string | { readonly latin: string }>>;
}

/** As YAML's own library reads the file. */
const valueIn = ({ theme }: Pick<Pack, 'theme'>, { at, name }: DesignChange): string | undefined => {
  const { colors, fonts } = parse(theme) as Written;
  const font = fonts[name];
  return at === 'fonts' ? (typeof font === 'string' ? font : font?.latin) : colors[at]?.[name];
};

describe.each(PACKS)('the design of %s', (name) => {
  it('says what the file says, and that all of it can be read', async () => {
    const design = unwrap(designOf(await pack(name)));
    expect(design.unreadable).toEqual([]);
    expect(Object.keys(design.colors.light).length).toBeGreaterThan(11);
    expect(design.colors.dark.dark1).toMatch(/^#[0-9A-F]{6}$/);
  });

  it('is changed with every other byte as it was, and taken back to the same bytes', async () => {
    const from = await pack(name);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        let theme = from.theme;
        const back: DesignChange[] = [];
        for (const one of changes) {
          const was = valueIn({ ...from, theme }, one);
          const made = redesigned({ ...from, theme }, [one]);
          if (was === undefined) {
            expect(made.problems.map(({ code }) => code)).toEqual(['theme/design']);
            continue;
          }
          if (made.value === null) {
            expect(made.problems.every(({ code }) => code === 'theme/field' || code === 'pack/yaml')).toBe(true);
            continue;
          }
          back.unshift({ ...one, value: was });
          const before = theme;
          theme = made.value;
          expect(valueIn({ ...from, theme }, one)).toBe(one.value);
          const lines = before.split('\n');
          expect(theme.split('\n').filter((line, i) => line !== lines[i]).length).toBeLessThanOrEqual(1);
          expect(theme.split('\n')).toHaveLength(lines.length);
        }
        expect(back.reduce((text, one) => redesigned({ ...from, theme: text }, [one]).value ?? '', theme)).toBe(from.theme);
      }),
      { numRuns: 10 },
    );
  });

  it('offers for words that are hard to read the nearest shade that is readable everywhere', async () => {
    const from = await pack(name);
    const pale = { ...from, theme: unwrap(redesigned(from, [{ at: 'light', name: 'dark2', value: '#B0B8C0' }])) };
    const { unreadable } = unwrap(designOf(pale));
    expect(new Set(unreadable.map(({ variant, color }) => `${variant} ${color}`))).toEqual(new Set(['light dark2']));
    const [{ shade } = { shade: null }] = unreadable;
    const mended = { ...pale, theme: unwrap(redesigned(pale, [{ at: 'light', name: 'dark2', value: shade ?? '' }])) };
    expect(unwrap(designOf(mended)).unreadable).toEqual([]);
    expect(contrastFaults(unwrap(loadTheme(mended, { format: '16:9', variant: 'light', direction: 'ltr' })))).toEqual([]);
  });

  it('has no shade to offer where there is none, nor for a colour that is a style’s own', async () => {
    const from = await pack(name);
    // What is read on black is too light for this grey, and what is read on the grey too dark for black.
    const none = unwrap(
      redesigned(from, [
        { at: 'light', name: 'light1', value: '#888888' },
        { at: 'light', name: 'light2', value: '#000000' },
        { at: 'light', name: 'highlight', value: '#000000' },
      ]),
    );
    const quiet = unwrap(designOf({ ...from, theme: none })).unreadable.filter(
      ({ color, variant }) => variant === 'light' && color === 'dark2',
    );
    expect(quiet.length).toBeGreaterThan(0);
    expect(quiet.map(({ shade }) => shade)).toEqual(quiet.map(() => null));
    const own = { ...from, theme: from.theme.replace(/^ {2}title: \{/m, "  title: { color: '#F0F0F0',") };
    expect(own.theme).not.toBe(from.theme);
    expect(unwrap(designOf(own)).unreadable).toContainEqual(expect.objectContaining({ variant: 'light', color: '#F0F0F0', shade: null }));
  });
});

it('a theme that cannot be read has no design, and says why', () => {
  const broken = { theme: 'colors: [\n', folder: 'p' } as Pack;
  expect(designOf(broken).problems.map(({ code }) => code)).toContain('pack/yaml');
  expect(redesigned(broken, [{ at: 'light', name: 'dark1', value: '#000000' }]).value).toBeNull();
});
