import { describe, expect, it } from 'vitest';
import type { ChartBox } from '../../../../src/core/layout/types.ts';
import { readZip, type Parts } from '../../../../src/core/ooxml/zip.ts';
import { partText, written } from '../../../support/package.ts';
import { chartBox, makeScene } from '../../../support/scene.ts';
import { validate } from '../../../support/validator.ts';

async function partsOf(more: Partial<ChartBox>): Promise<Parts> {
  return written(makeScene([{ layout: 'chart', boxes: [chartBox(more)] }]));
}

async function chartXml(more: Partial<ChartBox>): Promise<string> {
  return partText(await partsOf(more), 'ppt/charts/chart1.xml');
}

function workbook(parts: Parts): Uint8Array {
  const bytes = parts.get('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx');
  if (!(bytes instanceof Uint8Array)) throw new Error('no workbook');
  return bytes;
}

const RING: Partial<ChartBox> = {
  type: 'doughnut',
  scale: null,
  categoryColors: ['accent1', 'accent2', 'accent3', 'accent4'],
  series: [{ name: 'Counted', values: [48, 1, 21, 30], color: 'accent1' }],
};

describe('a chart', () => {
  it('keeps to the scale and the plot that layout fixed', async () => {
    const xml = await chartXml({});
    expect(xml).toMatch(/<c:max val="2500"\/>\s*<c:min val="0"\/>/);
    expect(xml).toContain('<c:majorUnit val="500"/>');
    expect(xml).toMatch(/<c:layoutTarget val="inner" ?\/>[^]*<c:x val="0.08333/);
  });

  it('shows no title of its own: it stands above, as text', async () => {
    expect(await chartXml({ title: 'Crossings' })).toContain('<c:autoTitleDeleted val="1"/>');
  });

  it('lies when layout says so, first category on top', async () => {
    const xml = await chartXml({ horizontal: true });
    expect(xml).toContain('<c:barDir val="bar"/>');
    expect(/<c:catAx>[^]*?<c:orientation val="(\w+)"\/>/.exec(xml)?.[1]).toBe('maxMin');
  });

  it('writes each value at its mark, or none', async () => {
    expect(await chartXml({ valueLabels: true, decimals: 1 })).toContain('<c:numFmt formatCode="[$-409]#,##0.0" sourceLinked="0"/>');
    expect(await chartXml({ valueLabels: true })).toContain('<c:showVal val="1"/>');
    expect(await chartXml({ valueLabels: false })).not.toContain('<c:showVal val="1"/>');
  });

  it('leaves out the number of a slice that is too thin for it', async () => {
    const xml = await chartXml(RING);
    expect(xml.match(/<c:dLbl><c:idx val="\d"\/><c:delete val="1"\/>/g)).toEqual(['<c:dLbl><c:idx val="1"/><c:delete val="1"/>']);
  });

  it('keeps a missing value missing and zero zero, in the chart and in its workbook', async () => {
    const parts = await partsOf({ series: [{ name: 'S', values: [0, null, 3, 4], color: 'accent1' }] });
    const values = /<c:val>[^]*?<\/c:val>/.exec(partText(parts, 'ppt/charts/chart1.xml'))?.[0] ?? '';
    expect(values.match(/<c:pt idx="\d"><c:v>[\d.]+/g)).toEqual(['<c:pt idx="0"><c:v>0', '<c:pt idx="2"><c:v>3', '<c:pt idx="3"><c:v>4']);
    const sheet = new TextDecoder().decode(readZip(workbook(parts)).get('xl/worksheets/sheet1.xml'));
    expect(sheet.match(/<c r="B[2-5]"><v>[\d.]+<\/v>/g)).toEqual(['<c r="B2"><v>0</v>', '<c r="B4"><v>3</v>', '<c r="B5"><v>4</v>']);
  });

  it.each([
    ['bars', {}],
    ['a ring', RING],
    [
      'an empty and a hostile name',
      { categories: ['', 'a & <b>', '\u0007', 'd'], series: [{ name: '', values: [1, 2, 3, 4], color: 'accent1' as const }] },
    ],
  ])('has a valid workbook: %s', async (_, more) => {
    expect(await validate(workbook(await partsOf(more)), 'xlsx')).toEqual([]);
  });

  it('keeps every name of an axis in its row of the workbook', async () => {
    const parts = await partsOf({ categories: ['', 'two', 'three', 'four'] });
    const files = readZip(workbook(parts));
    const strings = [...new TextDecoder().decode(files.get('xl/sharedStrings.xml')).matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
      ([, s]) => s,
    );
    const cell = /<c r="A3" t="s"><v>(\d+)<\/v>/.exec(new TextDecoder().decode(files.get('xl/worksheets/sheet1.xml')))?.[1];
    expect(strings[Number(cell)]).toBe('two');
  });
});
