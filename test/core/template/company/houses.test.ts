import { describe, expect, it } from 'vitest';
import { runsText } from '../../../../src/core/layout/text/display.ts';
import type { Scene, TextBox } from '../../../../src/core/layout/types.ts';
import { groundsBehind, readCompanyTemplate, shownColor } from '../../../../src/core/template/company/index.ts';
import { contrast } from '../../../../src/core/template/theme/color.ts';
import { loadTheme } from '../../../../src/core/template/theme/index.ts';
import type { Region } from '../../../../src/core/template/theme/types.ts';
import { checkPack } from '../../../../src/core/template/index.ts';
import { writePptx } from '../../../../src/core/write/pptx/index.ts';
import { ingest, sampleIn, type TakenIn } from '../../../support/corporate/build.ts';
import { houseNamed, houseStyle, HOUSE_STYLES } from '../../../support/corporate/house-styles.ts';
import { slideParts } from '../../../support/build.ts';

const CHOICE = { format: '16:9', variant: 'light', direction: 'ltr' } as const;
const BRIEFING = 'river-port.briefing.yaml';

const taken = (name: string): TakenIn => ingest(houseStyle(houseNamed(name)));

function region({ pack }: TakenIn, layout: string, name: string): Region {
  const found = loadTheme(pack, CHOICE).value?.layouts[layout]?.regions.find((r) => r.name === name);
  if (!found) throw new Error(`no ${layout}/${name}`);
  return found;
}

const titles = (scene: Scene): TextBox[] =>
  scene.slides.flatMap(({ boxes }) => boxes.flatMap((box) => (box.kind === 'text' && box.role === 'title' ? [box] : [])));

describe('a house style', () => {
  it('that a page is too small for is refused with its size', () => {
    const [house] = HOUSE_STYLES.filter(({ refused }) => refused !== undefined);
    if (!house) throw new Error('none is refused');
    const { value, problems } = readCompanyTemplate(houseStyle(house), { name: 'small.potx' });
    expect(value).toBeNull();
    expect(problems).toMatchObject([{ code: 'company/page-size', place: { file: 'small.potx' }, received: '141 × 85 pt' }]);
    expect(problems[0]?.allowed).toContain('180');
  });

  it('with bodies that grow has its content down to the foot', () => {
    const house = taken('growing-bodies');
    expect(region(house, 'text', 'body').frame.height).toBeGreaterThan(330);
    const [left, right] = [region(house, 'points', 'lead').frame, region(house, 'points', 'body').frame];
    expect(left.height).toBeGreaterThan(330);
    expect(left.x + left.width).toBeLessThan(right.x);
  });

  it('of four boxes has its text across all of them', () => {
    const { frame } = region(taken('four-boxes'), 'text', 'body');
    expect(frame.width).toBeGreaterThan(800);
    expect(frame.height).toBeGreaterThan(320);
  });

  it('with one line of text on its cover puts no list of names there', async () => {
    const house = taken('one-line-body-on-cover');
    expect(house.layouts.find(({ name }) => name === 'title')?.regions.find(({ name }) => name === 'meta')?.placeholder).toBeNull();
    expect(region(house, 'title', 'meta').frame.height).toBeGreaterThanOrEqual(58);
    const scene = await sampleIn(house.pack, BRIEFING);
    expect(scene.slides[0]?.parts).toBe(1);
    const words = JSON.stringify(scene.slides[0]?.boxes);
    for (const word of ['Harbour Board', 'Lindmouth Town Council']) expect(words).toContain(word);
  });

  it('with titles of 96 points has all of them whole', async () => {
    const scene = await sampleIn(taken('huge-titles').pack, BRIEFING);
    const ends = titles(scene).map(({ paragraphs }) => runsText(paragraphs.at(-1)?.runs ?? []));
    expect(ends.filter((text) => text.endsWith('…'))).toEqual([]);
    const sizes = titles(scene).flatMap(({ paragraphs, levels }) => paragraphs.map(({ level }) => levels[level]?.size ?? 0));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
  });

  it('without a bullet on its first level has its lists in the bullets of the second', () => {
    const theme = loadTheme(taken('bullets-from-level-two').pack, CHOICE).value;
    const levels = theme?.styles[region(taken('bullets-from-level-two'), 'text', 'body').style]?.levels;
    expect(levels?.[0]).toMatchObject({ size: 20, bullet: { character: '■' } });
    expect(levels?.[1]?.bullet?.character).toBe('–');
    expect(levels?.[1]?.indent ?? 0).toBeGreaterThan(levels?.[0].indent ?? 0);
  });

  it('without any bullets has plain ones', () => {
    const house = taken('online-export');
    const theme = loadTheme(house.pack, CHOICE).value;
    const levels = theme?.styles[region(house, 'text', 'body').style]?.levels;
    expect(levels?.slice(0, 2).map((level) => level.bullet?.character)).toEqual(['•', '•']);
    expect(levels?.[1]?.indent ?? 0).toBeGreaterThan(levels?.[0].indent ?? 0);
  });

  it('with an idx beyond those of ours is written with it', async () => {
    const house = taken('index-beyond-signed');
    expect(checkPack(house.pack).filter(({ severity }) => severity === 'error')).toEqual([]);
    const { value: deck } = await writePptx(await sampleIn(house.pack, BRIEFING));
    expect(slideParts(deck).some((slide) => slide.includes('idx="4294967295"'))).toBe(true);
  });

  it('without titles has them where its first line of text stands, and looks like it', () => {
    const house = taken('no-titles');
    const title = region(house, 'text', 'title');
    expect(title.frame.y).toBeLessThan(60);
    expect(loadTheme(house.pack, CHOICE).value?.styles[title.style]?.levels[0].size).toBe(30);
    expect(region(house, 'text', 'body').frame.y).toBeGreaterThan(title.frame.y + title.frame.height - 1);
  });

  it('with its title beside its content has the source line above that, and one slide for each', async () => {
    const house = taken('side-title');
    expect(region(house, 'points', 'source').frame.width).toBeGreaterThan(400);
    const plain = await sampleIn(taken('usual').pack, BRIEFING);
    expect((await sampleIn(house.pack, BRIEFING)).slides.length).toBeLessThanOrEqual(plain.slides.length + 1);
  });

  it('with a cover on a dark master of its own has words there that can be read', () => {
    const house = taken('master-for-each-role');
    const theme = loadTheme(house.pack, CHOICE).value;
    const ink = theme?.styles[region(house, 'title', 'meta').style]?.levels[0].color ?? '';
    const shown: Readonly<Record<string, string>> = { text1: '#1C2B33', background1: '#FFFFFF' };
    const hex = shown[ink] ?? ink;
    expect(contrast(hex, '#00505A')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['orange-on-orange', 'white-on-white'])('%s has its text in colours of its theme that can be read', (name) => {
    const house = taken(name);
    const theme = loadTheme(house.pack, CHOICE).value;
    const master = house.template.masters[house.template.main];
    const bound = house.layouts.find((layout) => layout.name === 'text');
    const body = bound?.regions.find((r) => r.name === 'body');
    if (!theme || !master || !bound || !body) throw new Error('no text layout');
    const ink = theme.styles[region(house, 'text', 'body').style]?.levels[0].color ?? 'text1';
    const [ground = ''] = groundsBehind(body.frame, bound.choice.layout, house.template);
    expect(contrast(shownColor(ink, bound.choice.layout, house.template), ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shownColor(body.look?.levels[0]?.style.color ?? 'text1', bound.choice.layout, house.template), ground)).toBeLessThan(3);
  });

  it('with art across the lower third has its text above that', () => {
    const { frame } = region(taken('dark-with-footer-art'), 'text', 'body');
    expect(frame.y + frame.height).toBeLessThanOrEqual(430);
    expect(frame.height).toBeGreaterThan(250);
  });
});
