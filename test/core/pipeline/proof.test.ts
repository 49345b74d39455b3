import { describe, expect, it } from 'vitest';
import { mended, prove, type Proof, type Tried } from '../../../src/core/pipeline/proof/index.ts';
import { layoutsOf } from '../../../src/core/template/company/index.ts';
import { ingest, sampleIn } from '../../support/corporate/build.ts';
import type { HouseLayout } from '../../support/corporate/house-file.ts';
import { houseFile } from '../../support/corporate/house-file.ts';
import { HOUSE_STYLES, houseNamed, houseStyle } from '../../support/corporate/house-styles.ts';
import { FONTS } from '../../support/layout.ts';

const taken = (name: string): Tried => ingest(houseStyle(houseNamed(name)));

const kinds = ({ findings }: Proof, layout: string): string[] => findings.filter((f) => f.layout === layout).map(({ kind }) => kind);

describe('the proof of a template', () => {
  it('has nothing to say of a plain one', () => {
    expect(prove(taken('usual'), FONTS)).toEqual({ score: 100, findings: [], mends: [], errors: [] });
  });

  it('names layouts whose text has the colour of the page, and how it reads', () => {
    const usual = taken('usual');
    const theme = usual.pack.theme.replaceAll('color: text1', 'color: background1');
    expect(theme).not.toBe(usual.pack.theme);
    const proof = prove({ ...usual, pack: { ...usual.pack, theme } }, FONTS);
    expect(kinds(proof, 'text')).toContain('contrast');
    expect(proof.findings.find(({ layout, kind }) => layout === 'text' && kind === 'contrast')?.measured).toBe('1.0 : 1');
    expect(proof.score).toBeLessThan(100);
  });

  it('names text on pictures, and not on a panel before one', () => {
    const proof = prove(taken('one-blank-layout'), FONTS);
    expect(kinds(proof, 'text')).toContain('on-picture');
    expect(proof.score).toBeLessThanOrEqual(50);
    expect(
      prove(taken('photograph-behind'), FONTS).findings.filter(({ kind, layout }) => kind === 'on-picture' && layout === 'text'),
    ).toEqual([]);
  });

  it('counts an error on a specimen against its layout, and one that names no slide against all', () => {
    const usual = taken('usual');
    const tried = (theme: string): Proof => prove({ ...usual, pack: { ...usual.pack, theme } }, FONTS);
    const low = usual.pack.theme.replace(/(\n {2}text:[^]*?body: \{ frame: )\[[^\]]*\]/, '$1[54, 120, 30, 12]');
    expect(kinds(tried(low), 'text')).toEqual(['does-not-fit']);
    const broken = tried(usual.pack.theme.replace('background: background1', 'background: none'));
    expect([broken.score, kinds(broken, 'text'), kinds(broken, 'title')]).toEqual([0, ['does-not-fit'], ['does-not-fit']]);
    expect(broken.errors.map(({ code }) => code)).toContain('theme/field');
  });

  it('names small type', () => {
    const proof = prove(taken('small-house-sizes'), FONTS);
    expect(kinds(proof, 'text')).toEqual(['small']);
  });

  it('moves what serves badly, and keeps where it went with the pack', () => {
    const { file } = houseNamed('usual');
    // A layout for pictures with a title too narrow for any.
    const narrow: HouseLayout = {
      name: 'Picture',
      type: 'picTx',
      places: [
        { ph: 'type="title"', box: { x: 54, y: 30, width: 150, height: 40 } },
        { ph: 'type="pic" idx="1"', box: { x: 489, y: 120, width: 417, height: 360 } },
        { ph: 'type="body" sz="half" idx="2"', box: { x: 54, y: 120, width: 417, height: 360 } },
      ],
    };
    const first = ingest(houseFile({ ...file, masters: file.masters.map((m) => ({ ...m, layouts: [...m.layouts, narrow] })) }));
    const before = prove(first, FONTS);
    expect(kinds(before, 'image')).toContain('title-cut');
    const { tried, proof } = mended(first, FONTS);
    expect(proof.score).toBeGreaterThan(before.score);
    expect(kinds(proof, 'image')).not.toContain('title-cut');
    expect(proof.mends.map(({ layout }) => layout)).toEqual(['image', 'picture-strip', 'picture-half']);
    const chosen = ({ pack }: Tried): unknown => pack.manifest.powerpoint?.layouts['image'];
    expect(chosen(tried)).not.toEqual(chosen(first));
    // Read again, it stands where it was put.
    const again = layoutsOf(tried.pack, tried.template).find(({ name }) => name === 'image');
    expect(again?.regions).toEqual(tried.layouts.find(({ name }) => name === 'image')?.regions);
  });
});

/** Styles that differ most in what they do with a page. */
const BUILT = [
  'feet-off-the-page',
  'stale-types',
  'growing-bodies',
  'no-titles',
  'side-title',
  'four-boxes',
  'kicker-above-title',
  'title-at-the-foot',
];

describe.each(HOUSE_STYLES.filter(({ name }) => BUILT.includes(name)))('a template that proves itself: $name', ({ name }) => {
  it('builds a briefing without an error', async () => {
    const { tried, proof } = mended(taken(name), FONTS);
    expect(proof.errors).toEqual([]);
    expect(proof.score).toBeGreaterThanOrEqual(90);
    expect((await sampleIn(tried.pack, 'river-port.briefing.yaml')).slides.length).toBeGreaterThan(10);
  });
});
