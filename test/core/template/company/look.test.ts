import { describe, expect, it } from 'vitest';
import type { BoundLayout } from '../../../../src/core/template/company/index.ts';
import { readZip } from '../../../../src/core/base/ooxml/zip.ts';
import { writeHtml } from '../../../../src/core/write/html/index.ts';
import { writePptx } from '../../../../src/core/write/pptx/index.ts';
import { diagnosePack } from '../../../../src/workspace/company.ts';
import { FONTS } from '../../../support/layout.ts';
import { validate } from '../../../support/validator.ts';
import { sampleIn, ingest } from '../../../support/corporate/build.ts';
import { logo, powerPointTemplate, rectangle, scheme, type PowerPointOptions } from '../../../support/corporate/powerpoint.ts';

function layoutsOf(options: PowerPointOptions): readonly BoundLayout[] {
  return ingest(powerPointTemplate(options)).layouts;
}

/** Which of the foot's regions a layout of ours has. */
function feet(layouts: readonly BoundLayout[], name: string): string[] {
  const regions = layouts.find((l) => l.name === name)?.regions ?? [];
  return regions.map((r) => r.name).filter((region) => ['footer', 'number', 'date'].includes(region));
}

describe('the foot of a slide', () => {
  it('shows what the template’s own slides show on that layout', () => {
    const layouts = layoutsOf({ sampleFeet: { title: ['ftr'], obj: ['sldNum', 'dt'], twoObj: ['ftr', 'sldNum', 'dt'] } });
    expect(feet(layouts, 'title')).toEqual(['footer']);
    expect(feet(layouts, 'text')).toEqual(['number', 'date']);
    expect(feet(layouts, 'points')).toEqual(['footer', 'number', 'date']);
  });

  it('on a layout without samples shows what any of them shows', () => {
    const layouts = layoutsOf({ sampleFeet: { title: [], obj: ['sldNum'], twoObj: ['sldNum'] } });
    expect(feet(layouts, 'image')).toEqual(['number']);
  });

  it('has its number on content whatever a sample leaves out', () => {
    const layouts = layoutsOf({ sampleFeet: { title: ['ftr'], obj: ['ftr'], twoObj: ['ftr'] } });
    expect(feet(layouts, 'title')).toEqual(['footer']);
    expect(feet(layouts, 'text')).toEqual(['footer', 'number']);
  });

  it('is whole where the samples show nothing at all', () => {
    const layouts = layoutsOf({ sampleFeet: { title: [], obj: [], twoObj: [] } });
    expect(feet(layouts, 'text')).toEqual(['footer', 'number', 'date']);
  });
});

describe('a font that the master names past its theme', () => {
  it('is what decks are measured, written and shown in', async () => {
    const { pack } = ingest(powerPointTemplate({ statedFont: 'House &amp; Serif' }));
    const { report } = diagnosePack(pack, FONTS).value ?? {};
    expect(report?.fonts.map((f) => [f.family, f.measuredBy])).toEqual([
      ['House & Serif', 'Gelasio'],
      ['House & Serif', 'Gelasio'],
    ]);
    const scene = await sampleIn(pack, 'river-port.briefing.yaml');
    const { value: deck } = await writePptx(scene);
    expect(await validate(deck)).toEqual([]);
    const parts = [...readZip(deck)].filter(([name]) => /^ppt\/(?:slides|charts)\/[^/]*\.xml$/.test(name));
    const text = parts.map(([, bytes]) => new TextDecoder().decode(bytes)).join('');
    expect(text).toContain('typeface="House &amp; Serif"');
    expect(text).not.toMatch(/typeface="\+m[jn]-lt"/);
    expect(new TextDecoder().decode((await writeHtml(scene, FONTS)).value)).toMatch(/--f:"House \\26 ? Serif","Deck House \\26 ? Serif"/);
  });

  it('leaves references to the theme where it names none', async () => {
    const { pack } = ingest(powerPointTemplate());
    const { value: deck } = await writePptx(await sampleIn(pack, 'river-port.briefing.yaml'));
    expect(new TextDecoder().decode(readZip(deck).get('ppt/slides/slide1.xml'))).toContain('typeface="+mn-lt"');
  });
});

describe('the handling mark', () => {
  it.each([
    ['a logo beside the title', { art: () => logo({ x: 830, y: 20, width: 96, height: 40 }) }],
    ['a band at the top', { art: () => rectangle(31, 'Band', { x: 0, y: 0, width: 960, height: 34 }, scheme('accent1')) }],
  ] as const)('stands in one place on all layouts: %s', (_, options) => {
    const marks = layoutsOf(options).flatMap((l) => l.regions.filter((r) => r.name === 'mark').map((r) => JSON.stringify(r.frame)));
    expect(marks.length).toBeGreaterThan(10);
    expect(new Set(marks).size).toBe(1);
  });
});
