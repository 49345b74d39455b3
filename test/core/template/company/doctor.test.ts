import { describe, expect, it } from 'vitest';
import { unwrap, type Problem } from '../../../../src/core/base/errors.ts';
import { specimenDeck } from '../../../../src/core/deck/index.ts';
import { layOut } from '../../../../src/core/layout/index.ts';
import { loadTheme } from '../../../../src/core/template/theme/index.ts';
import { readPack } from '../../../../src/core/template/index.ts';
import { remapCompanyPack } from '../../../../src/core/template/company/index.ts';
import type { Pack } from '../../../../src/core/template/types.ts';
import { diagnosePack } from '../../../../src/workspace/company.ts';
import { ingest } from '../../../support/corporate/build.ts';
import { BRAND, logo, powerPointTemplate, type PowerPointOptions } from '../../../support/corporate/powerpoint.ts';
import { META } from '../../../support/deck.ts';
import { FONTS } from '../../../support/layout.ts';

function findings(options: PowerPointOptions): readonly Problem[] {
  return diagnosePack(ingest(powerPointTemplate(options)).pack, FONTS).problems;
}

function codes(options: PowerPointOptions): string[] {
  return [...new Set(findings(options).map((p) => p.code))].sort();
}

/** The pack with other files in it. */
function withFiles(pack: Pack, files: ReadonlyMap<string, Uint8Array>): Pack {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const all = new Map<string, Uint8Array>([
    ['theme.yaml', encode(pack.theme)],
    ['template.yaml', encode(pack.manifestText)],
    ['deck.hbs', encode(pack.deck)],
    ...[...pack.partials].map(([name, text]) => [`partials/${name}.hbs`, encode(text)] as const),
    ...pack.assets,
    ...files,
  ]);
  return unwrap(readPack(all, 'company'));
}

describe('the doctor', () => {
  it('finds nothing wrong with a sound template', () => {
    expect(codes({})).toEqual([]);
  });

  it('names each of our layouts with theirs, and why', () => {
    const { report } = diagnosePack(ingest(powerPointTemplate()).pack, FONTS).value ?? {};
    const points = report?.layouts.find((l) => l.name === 'points');
    expect(points).toMatchObject({ layout: 'slideLayout4.xml', layoutName: 'Zwei Inhalte', reason: 'by-type' });
    expect(points?.regions.map((r) => [r.name, r.placeholder])).toEqual([
      ['title', 'title'],
      ['footer', 11],
      ['number', 12],
      ['lead', 1],
      ['body', 2],
      ['source', null],
      ['mark', null],
    ]);
    expect(points?.picture).toMatch(/^<svg .*<\/svg>$/s);
    expect(points?.picture).not.toMatch(/<script|href="http/);
    expect(report?.choices.map((c) => [c.layout, c.type])).toContainEqual(['slideLayout7.xml', 'picTx']);
  });

  it.each([
    ['a layout type that is missing', { layouts: ['title', 'obj', 'twoObj', 'picTx'] }, 'company/layout-missing', 'divider'],
    ['text that is hard to read', { colors: { ...BRAND, dk1: 'C9D2D6' } }, 'company/contrast', 'body'],
    ['a logo in the title', { art: () => logo({ x: 700, y: 60, width: 180, height: 60 }) }, 'company/overlap', 'Logo'],
    ['a font that is not here', { fonts: { heading: 'Ministry Sans', body: 'Calibri' } }, 'company/font', 'Ministry Sans'],
    ['a layout without title', { untitled: true }, 'company/no-title', 'slideLayout'],
  ] as const)('names %s', (_, options, code, word) => {
    const found = findings(options).filter((p) => p.code === code);
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).toContain(word);
    for (const p of found) expect(p.hint).not.toBe('');
  });

  it('names placeholders that have lost their place, and gives them one', () => {
    const { pack, layouts } = ingest(powerPointTemplate({ unplaced: true }));
    const found = diagnosePack(pack, FONTS).problems.filter((p) => p.code === 'company/geometry-lost');
    expect(found.map((p) => p.message).join()).toMatch(/Inhaltsplatzhalter 2.*slideLayout2\.xml.*neither place nor size/);
    const body = layouts.find((l) => l.name === 'text')?.regions.find((r) => r.name === 'body');
    expect(body?.frame.width).toBeGreaterThan(700);
    expect(body?.frame.height).toBeGreaterThan(250);
  });

  it('says what the presenter sees where the font is missing', () => {
    const { report } =
      diagnosePack(ingest(powerPointTemplate({ fonts: { heading: 'Ministry Sans', body: 'Calibri' } })).pack, FONTS).value ?? {};
    expect(report?.fonts).toEqual([
      { use: 'heading', family: 'Ministry Sans', measuredBy: 'Arimo', exact: false, fallback: 'Arial' },
      { use: 'body', family: 'Calibri', measuredBy: 'Carlito', exact: true, fallback: 'Arial' },
    ]);
  });

  it.each([
    ['by its PANOSE', { fontFacts: 'panose="02040503050406030204"' }, 'Gelasio', 'Times New Roman'],
    ['by its pitch and family', { fontFacts: 'pitchFamily="18"' }, 'Gelasio', 'Times New Roman'],
    ['that is condensed', { fontFacts: 'panose="020B0506020202030204"' }, 'Carlito', 'Arial'],
    ['of one width', { fontFacts: 'panose="020B0609020202030204"' }, null, 'Courier New'],
    [
      'that is embedded',
      {
        fontFacts: '',
        embedded: '<p:embeddedFontLst><p:embeddedFont><p:font typeface="Ministry" pitchFamily="18"/></p:embeddedFont></p:embeddedFontLst>',
      },
      'Gelasio',
      'Times New Roman',
    ],
    ['of which nothing is known', { fontFacts: '' }, 'Arimo', 'Arial'],
  ] as const)('measures a font %s with the nearest, in the doctor and in decks', (_, options, measuredBy, fallback) => {
    const { pack } = ingest(powerPointTemplate({ fonts: { heading: 'Ministry', body: 'Ministry' }, ...options }));
    const { report, problems = [] } = diagnosePack(pack, FONTS).value ?? {};
    expect(report?.fonts[1]).toEqual({ use: 'body', family: 'Ministry', measuredBy, exact: false, fallback });
    expect(problems.find((p) => p.code === 'company/font')?.hint).toContain(fallback);
    const theme = unwrap(loadTheme(pack, { format: '16:9', variant: 'light', direction: 'ltr' }));
    const deck = layOut(specimenDeck(theme, META), theme, { fonts: FONTS, images: new Map() });
    expect(deck.value?.faces.find((face) => face.family === 'Ministry')?.twin).toBe(measuredBy);
  });
});

describe('mapping by hand', () => {
  it('moves one layout and leaves the others', () => {
    const { pack } = ingest(powerPointTemplate({ layouts: ['title', 'obj', 'titleOnly', 'picTx'] }));
    const before = diagnosePack(pack, FONTS).value?.report.layouts;
    const made = unwrap(remapCompanyPack(pack, { points: { layout: 'slideLayout4.xml' } }));
    const after = diagnosePack(withFiles(pack, made.files), FONTS).value?.report.layouts;
    expect(after?.find((l) => l.name === 'points')).toMatchObject({ layout: 'slideLayout4.xml', reason: 'by-hand' });
    expect(after?.filter((l) => l.name !== 'points')).toEqual(before?.filter((l) => l.name !== 'points'));
  });

  it('can be written into template.yaml, and the doctor says that theme.yaml does not follow yet', () => {
    const { pack } = ingest(powerPointTemplate());
    const text = pack.manifestText.replace(/^ {4}points:[^]*?^ {4}(?=\w)/m, '    points: { layout: slideLayout2.xml, regions: {} }\n    ');
    expect(text).not.toBe(pack.manifestText);
    const edited = withFiles(pack, new Map([['template.yaml', new TextEncoder().encode(text)]]));
    expect(
      diagnosePack(edited, FONTS)
        .problems.filter((p) => p.code === 'company/map-changed')
        .map((p) => p.received),
    ).toEqual(['points']);
    const made = unwrap(remapCompanyPack(edited));
    expect(diagnosePack(withFiles(edited, made.files), FONTS).problems.filter((p) => p.code === 'company/map-changed')).toEqual([]);
  });

  it.each([
    [{ points: { layout: 'slideLayout99.xml' } }, 'slideLayout99.xml'],
    [{ pionts: { layout: 'slideLayout2.xml' } }, 'pionts'],
    [{ points: { regions: { body: 77 } } }, '77'],
  ])('refuses what is not there: %o', (changes, received) => {
    const { value, problems } = remapCompanyPack(ingest(powerPointTemplate()).pack, changes);
    expect(value).toBeNull();
    expect(problems.map((p) => [p.code, p.received])).toEqual([['company/map', received]]);
    expect(problems[0]?.allowed).toBeTruthy();
  });
});
