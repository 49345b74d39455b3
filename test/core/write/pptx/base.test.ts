import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../../src/core/base/errors.ts';
import { layOut } from '../../../../src/core/layout/index.ts';
import { specimenDeck } from '../../../../src/core/deck/index.ts';
import { readZip } from '../../../../src/core/base/ooxml/zip.ts';
import { loadTheme } from '../../../../src/core/template/theme/index.ts';
import { inspectPptx, writePptx } from '../../../../src/core/write/pptx/index.ts';
import { sampleIn, ingest } from '../../../support/corporate/build.ts';
import { logo, powerPointTemplate } from '../../../support/corporate/powerpoint.ts';
import { FONTS } from '../../../support/layout.ts';
import { validate } from '../../../support/validator.ts';

const text = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(readZip(bytes).get(part));

/** The slide parts in order. */
function slides(bytes: Uint8Array): string[] {
  const names = [...readZip(bytes).keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  return names.map((_, i) => text(bytes, `ppt/slides/slide${i + 1}.xml`));
}

describe('a deck on an organisation’s file', () => {
  it('says of a placeholder neither place nor size where it has its layout’s', async () => {
    const { value: deck } = await writePptx(await sampleIn(ingest(powerPointTemplate()).pack, 'river-port.briefing.yaml'));
    const shapes = slides(deck).flatMap((xml) =>
      [...xml.matchAll(/<p:sp>(?:(?!<\/p:sp>)[^])*<p:ph type="title"\/>[^]*?<\/p:sp>/g)].map(([shape]) => shape),
    );
    expect(shapes.length).toBeGreaterThan(10);
    for (const shape of shapes) expect(shape).toContain('<p:spPr/>');
    expect(shapes.filter((shape) => shape.includes('<a:lstStyle/>')).length).toBeGreaterThan(5);
  });

  it('says its place where text had to keep clear of a logo', async () => {
    const { pack } = ingest(powerPointTemplate({ art: () => logo({ x: 780, y: 60, width: 120, height: 60 }) }));
    const { value: deck } = await writePptx(await sampleIn(pack, 'river-port.briefing.yaml'));
    const title = /<p:ph type="title"\/>[^]*?<\/p:sp>/.exec(slides(deck)[3] ?? '')?.[0] ?? '';
    const [, x, width] = /<a:off x="(\d+)"[^]*?<a:ext cx="(\d+)"/.exec(title) ?? [];
    expect((Number(x) + Number(width)) / 12_700).toBeLessThan(780);
    expect(title).toContain('lIns="0"');
  });

  it('puts tables, charts and pictures into the placeholders that take them', async () => {
    const { value: deck } = await writePptx(await sampleIn(ingest(powerPointTemplate()).pack, 'river-port.briefing.yaml'));
    const all = slides(deck).join('');
    expect(all).toMatch(/<p:graphicFrame>(?:(?!<\/p:graphicFrame>)[^])*<p:ph idx="1"\/>/);
    expect(all).toMatch(/<p:pic>(?:(?!<\/p:pic>)[^])*<p:ph type="pic" idx="1"\/>/);
  });

  it('brings a chart’s own drawing under a free name, in the organisation’s fonts', async () => {
    const { value: deck } = await writePptx(await sampleIn(ingest(powerPointTemplate()).pack, 'river-port.briefing.yaml'));
    const names = [...readZip(deck).keys()];
    const drawing = names.find((name) => /^ppt\/drawings\/.*drawing1\.xml$/.test(name)) ?? '';
    expect(text(deck, drawing)).toContain('<a:t>Forecast</a:t>');
    const rels = names.filter((name) => /^ppt\/charts\/_rels\//.test(name)).map((name) => text(deck, name));
    expect(rels.some((xml) => xml.includes(`Target="../drawings/${drawing.slice(drawing.lastIndexOf('/') + 1)}"`))).toBe(true);
    expect(await validate(deck)).toEqual([]);
  });

  it('has our slides alone, in our sections, and a notes master of ours where the file has none', async () => {
    const scene = await sampleIn(ingest(powerPointTemplate()).pack, 'river-port.briefing.yaml');
    const { value: deck } = await writePptx(scene);
    const presentation = text(deck, 'ppt/presentation.xml');
    expect(presentation.match(/<p:sldId /g)).toHaveLength(scene.slides.length);
    expect(presentation).not.toContain('Muster');
    expect(presentation).toMatch(/<p:notesMasterIdLst>[^]*<p:sldIdLst>/);
    expect([...readZip(deck).keys()]).toContain('ppt/notesMasters/notesMaster1.xml');
    expect(readZip(deck).get('ppt/media/sample.png')).toBeUndefined();
  });

  it('runs from right to left on layouts that stay as they are', async () => {
    const { pack } = ingest(powerPointTemplate());
    const theme = unwrap(loadTheme(pack, { format: '16:9', variant: 'light', direction: 'rtl' }));
    const ltr = unwrap(loadTheme(pack, { format: '16:9', variant: 'light', direction: 'ltr' }));
    expect(theme.layouts['points']?.regions.map((r) => r.frame)).toEqual(ltr.layouts['points']?.regions.map((r) => r.frame));
    const meta = {
      title: 'تقرير', subtitle: null, presenter: null, audience: null, date: '2024-05-01', minutes: null, mark: 'مسودة', language: 'ar',
      direction: 'rtl', forPresenter: true, stamp: '00000000', recipe: null, words: {},
    } as const; // prettier-ignore
    const scene = unwrap(layOut(specimenDeck(theme, meta), theme, { fonts: FONTS, images: new Map() }));
    const { value: deck } = await writePptx(scene);
    expect(await validate(deck)).toEqual([]);
    expect(text(deck, 'ppt/presentation.xml')).toMatch(/<p:presentation [^>]*rtl="1"/);
    expect(slides(deck)[0]).toMatch(/algn="r"[^>]*rtl="1"/);
  });

  it('takes a drawing in beside its pixels', async () => {
    const { pack } = ingest(powerPointTemplate());
    const scene = await sampleIn(pack, 'river-port.briefing.yaml');
    const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="10"/>');
    const media = new Map([...scene.media].map(([name, asset]) => [name, { ...asset, drawing: { bytes, hash: 'd'.repeat(64) } }] as const));
    const { value: deck } = await writePptx({ ...scene, media });
    expect(await validate(deck)).toEqual([]);
    expect(Buffer.from(readZip(deck).get('ppt/media/image-dddddddddddddddd.svg') ?? []).equals(bytes)).toBe(true);
    expect(slides(deck).filter((xml) => xml.includes('asvg:svgBlip'))).toHaveLength(1);
  });

  it('is known again after it was edited', async () => {
    const { value: deck } = await writePptx(await sampleIn(ingest(powerPointTemplate()).pack, 'river-port.briefing.yaml'));
    const { value } = inspectPptx(deck);
    expect(value.recipe).not.toBeNull();
    expect(value.slides.every((s) => s.id !== null && !s.changed)).toBe(true);
  });
});
