import { describe, expect, it } from 'vitest';
import { bindLayouts } from '../../../../src/core/template/company/index.ts';
import { read } from '../../../support/corporate/build.ts';
import { houseFile, type HouseFile } from '../../../support/corporate/house-file.ts';
import { HOUSE_STYLES, houseNamed, houseStyle } from '../../../support/corporate/house-styles.ts';

/** Layouts of ours that hold points, text or what is drawn. */
const CONTENT = [
  'points',
  'text',
  'columns',
  'agenda',
  'figures',
  'timeline',
  'table',
  'chart',
  'quotation',
  'image',
  'sources',
  'evidence',
];

/** The name of the layout that each of ours stands on. */
function chosen(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(bindLayouts(read(bytes)).map(({ name, choice }) => [name, choice.layout.name]));
}

describe.each(HOUSE_STYLES.filter(({ refused }) => refused === undefined))('the house style $name', (house) => {
  const layouts = chosen(houseStyle(house));

  it('has its cover, its dividers and its content on the layouts that were made for them', () => {
    expect(house.cover).toContain(layouts.get('title'));
    expect(CONTENT.filter((name) => !house.content.includes(layouts.get(name) ?? '')).map((name) => [name, layouts.get(name)])).toEqual([]);
    if (house.divider) expect(house.divider).toContain(layouts.get('divider'));
  });
});

const styleNamed = (name: string): HouseFile => houseNamed(name).file;

describe('what roles are told by', () => {
  it('is what samples do, where placeholders say the same of two layouts', () => {
    const file = styleNamed('many-layouts-without-types');
    expect(chosen(houseFile(file)).get('title')).toBe('Cover');
    const [only] = file.masters;
    if (!only) throw new Error('no master');
    const layouts = only.layouts.map((layout) =>
      layout.name === 'Cover' ? { ...layout, shownAt: 9 } : layout.name === 'Closing' ? { ...layout, shownAt: -2 } : layout,
    );
    expect(chosen(houseFile({ ...file, masters: [{ ...only, layouts }] })).get('title')).toBe('Closing');
  });

  it('says where a role was told by samples', () => {
    const bound = bindLayouts(read(houseFile(styleNamed('cover-title-everywhere'))));
    expect(bound.find(({ name }) => name === 'text')?.choice.reason).toBe('by-samples');
  });

  it('leaves a master out that no sample stands on, and takes it where no other has samples', () => {
    const { masters } = styleNamed('pasted-vanilla-first');
    const main = (file: HouseFile): string | undefined => {
      const template = read(houseFile(file));
      return template.masters[template.main]?.name;
    };
    expect(main({ masters })).toBe('House');
    expect(main({ masters: masters.slice(0, 1) })).toBe('Office Theme');
  });

  it('keeps the colours of a cover that has a master of its own', () => {
    const file = styleNamed('master-for-each-role');
    const [cover, ...rest] = file.masters;
    if (!cover) throw new Error('no master');
    const template = read(
      houseFile({ ...file, masters: [{ ...cover, colors: { ...cover.colors, dk2: '7A1F5C', lt1: 'FFF8E7' } }, ...rest] }),
    );
    const title = bindLayouts(template).find(({ name }) => name === 'title');
    expect(template.masters[title?.choice.layout.master ?? -1]?.background.color).toBe('#7A1F5C');
    expect(title?.regions.find(({ name }) => name === 'title')?.placeholder?.levels[0]?.style.color).toBe('#FFF8E7');
  });
});
