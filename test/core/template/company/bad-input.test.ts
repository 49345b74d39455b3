import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importCompanyTemplate, readCompanyTemplate } from '../../../../src/core/template/company/index.ts';
import { readZip, writeZip } from '../../../../src/core/base/ooxml/zip.ts';
import { writePptx } from '../../../../src/core/write/pptx/index.ts';
import { sampleIn, ingest } from '../../../support/corporate/build.ts';
import { GERMAN, powerPointTemplate } from '../../../support/corporate/powerpoint.ts';
import { strict } from '../../../support/corporate/xml.ts';
import { builtInPack } from '../../../support/pack.ts';
import { validate } from '../../../support/validator.ts';

function codes(bytes: Uint8Array): string[] {
  const { value, problems } = readCompanyTemplate(bytes, { name: 'company.potx' });
  if (value === null) expect(problems.some((p) => p.severity === 'error')).toBe(true);
  for (const p of problems) {
    expect(p.place?.file).toBe('company.potx');
    expect(p.hint).not.toBe('');
  }
  return problems.map((p) => p.code);
}

function compound(words: string): Uint8Array {
  const name = Array.from(words, (c) => [c.charCodeAt(0), 0]).flat();
  return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0), ...name]);
}

/** The template with one part replaced, or taken away. */
function changed(part: string, content: string | null, from = powerPointTemplate()): Uint8Array {
  const parts = readZip(from);
  if (content === null) parts.delete(part);
  else parts.set(part, new TextEncoder().encode(content));
  return writeZip(parts);
}

describe('a file that is no template', () => {
  it('with a password is refused by name', () => {
    expect(codes(compound('EncryptedPackage'))).toEqual(['company/encrypted']);
  });

  it('of the old format is refused by name', () => {
    expect(codes(compound('PowerPoint Document'))).toEqual(['company/old-format']);
  });

  it('that is no PowerPoint file is refused', () => {
    expect(codes(new TextEncoder().encode('not a zip'))).toEqual(['company/not-powerpoint']);
    expect(codes(zipSync({ 'word/document.xml': new Uint8Array([60]) }))).toEqual(['company/not-powerpoint']);
  });

  it('of the strict form is refused by name, with what to save it as', () => {
    expect(codes(strict(powerPointTemplate()))).toEqual(['company/strict']);
    expect(readCompanyTemplate(strict(powerPointTemplate()), { name: 'x.potx' }).problems[0]?.hint).toMatch(
      /save it as a PowerPoint template/,
    );
  });

  it('that was cut short is refused', () => {
    const whole = powerPointTemplate();
    expect(codes(whole.slice(0, whole.length / 2))).toEqual(['company/broken']);
  });

  it('whose parts are not well-formed is refused', () => {
    expect(codes(changed('ppt/slideMasters/slideMaster1.xml', '<p:sldMaster><p:cSld></p:sldMaster>'))).toEqual(['company/broken']);
    expect(codes(changed('ppt/slideLayouts/slideLayout2.xml', `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`))).toHaveLength(1);
  });

  it('with entities that grow is refused', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><p:sldMaster>&b;</p:sldMaster>';
    expect(codes(changed('ppt/slideMasters/slideMaster1.xml', bomb))).toEqual(['company/broken']);
  });

  it('that unpacks to more than a template is refused before it is unpacked', () => {
    const bytes = Buffer.from(powerPointTemplate());
    // the size that the central directory says the first part unpacks to
    bytes.writeUInt32LE(0x7fffffff, bytes.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
    expect(codes(bytes)).toEqual(['company/bomb']);
  });

  it('that says little and unpacks to much is stopped while it unpacks', () => {
    const parts: Record<string, Uint8Array> = { 'ppt/presentation.xml': new Uint8Array([60]) };
    for (let i = 0; i < 5; i += 1) parts[`ppt/media/${i}.png`] = new Uint8Array(64 * 1024 * 1024);
    const bytes = Buffer.from(zipSync(parts, { level: 9 }));
    for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1'))
      bytes.writeUInt32LE(1, at + 24);
    expect(codes(bytes)).toEqual(['company/bomb']);
  });

  it('without layouts is refused', () => {
    expect(codes(powerPointTemplate({ layouts: [] }))).toEqual(['company/no-layouts']);
  });

  it('that is too large is refused', () => {
    expect(codes(new Uint8Array(33 * 1024 * 1024))).toEqual(['company/too-large']);
  });

  it('leaves no pack', () => {
    const made = importCompanyTemplate({ title: 'X', file: 'x.potx', bytes: new Uint8Array([1]), slides: builtInPack() });
    expect(made.value).toBeNull();
  });
});

describe('a template with more than a design in it', () => {
  it('has its macros left out, and says so', async () => {
    const bytes = powerPointTemplate({ kind: 'potm' });
    expect(codes(bytes)).toEqual(['company/macros-left-out']);
    const { pack } = ingest(bytes, 'company.potm');
    expect(pack.manifest.powerpoint?.file).toBe('assets/company.potx');
    const kept = pack.assets.get('assets/company.potx') ?? new Uint8Array();
    expect([...readZip(kept).keys()].filter((name) => /vba/i.test(name))).toEqual([]);
    const { value: deck } = await writePptx(await sampleIn(pack, 'river-port.briefing.yaml'));
    const parts = readZip(deck);
    expect([...parts.keys()].filter((name) => /vba/i.test(name))).toEqual([]);
    expect(new TextDecoder().decode(parts.get('[Content_Types].xml'))).not.toMatch(/macro|vba/i);
    expect(await validate(deck)).toEqual([]);
  });

  it('has its links outside named and taken out', async () => {
    const bytes = powerPointTemplate({ external: 'https://intranet.example.org/brand' });
    const { problems } = readCompanyTemplate(bytes, { name: 'x.potx' });
    expect(problems.map((p) => [p.code, p.received])).toEqual([['company/live-left-out', 'https://intranet.example.org/brand']]);
    const { value: deck } = await writePptx(await sampleIn(ingest(bytes).pack, 'river-port.briefing.yaml'));
    expect(new TextDecoder().decode(readZip(deck).get('ppt/slideLayouts/_rels/slideLayout1.xml.rels'))).not.toContain('intranet');
  });

  it('of 200 layouts is taken in like any other', () => {
    const { template, layouts } = ingest(powerPointTemplate({ count: 200 }));
    expect(template.layouts).toHaveLength(200);
    expect(layouts.filter((l) => l.choice.reason === 'instead')).toEqual([]);
    expect(layouts.find((l) => l.name === 'text')?.choice.layout.part).toBe('ppt/slideLayouts/slideLayout2.xml');
  });

  it('of one bare layout still takes a deck', async () => {
    const { pack, layouts } = ingest(powerPointTemplate({ layouts: ['blank'], names: { ...GERMAN } }));
    expect(new Set(layouts.map((l) => l.choice.reason))).toEqual(new Set(['instead']));
    const { value: deck } = await writePptx(await sampleIn(pack, 'river-port.briefing.yaml'));
    expect(await validate(deck)).toEqual([]);
  });

  it('keeps its sensitivity labels and loses its author', async () => {
    const { value: deck } = await writePptx(await sampleIn(ingest(powerPointTemplate()).pack, 'river-port.briefing.yaml'));
    const text = (part: string): string => new TextDecoder().decode(readZip(deck).get(part));
    expect(text('docProps/custom.xml')).toMatch(/MSIP_Label_Enabled[^]*Lectern version/);
    expect(text('docProps/core.xml')).not.toContain('Stabsstelle');
  });
});
