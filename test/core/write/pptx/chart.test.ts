import { describe, expect, it } from 'vitest';
import type { ChartBox } from '../../../../src/core/layout/types.ts';
import { dateFormatCode } from '../../../../src/core/block/chart/pptx/date-format.ts';
import { readZip, type Parts } from '../../../../src/core/base/ooxml/zip.ts';
import { partText, written } from '../../../support/package.ts';
import { chartBox, chartLabel, chartLegend, chartTicks, makeScene } from '../../../support/scene.ts';
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
    expect(await chartXml({ decimals: 1 })).toContain('<c:numFmt formatCode="[$-409]#,##0.0" sourceLinked="0"/>');
    expect(await chartXml({})).toContain('<c:showVal val="1"/>');
    expect(await chartXml({ valueLabels: [] })).not.toContain('<c:showVal val="1"/>');
  });

  it('has words at its axis and a grid where layout placed ticks, and no others', async () => {
    const axis = (xml: string): string => /<c:valAx>[^]*?<\/c:valAx>/.exec(xml)?.[0] ?? '';
    const bare = axis(await chartXml({ ticks: [] }));
    expect(bare).toContain('<c:tickLblPos val="none"/>');
    expect(bare).not.toContain('<c:majorGridlines>');
    const read = axis(await chartXml({ ticks: chartTicks(0, 2500), valueLabels: [] }));
    expect(read).toContain('<c:tickLblPos val="nextTo"/>');
    expect(read).toContain('<c:majorGridlines>');
  });

  it('leaves out the numbers that layout found no room for', async () => {
    const xml = await chartXml({
      ...RING,
      valueLabels: [0, 2, 3].map((category) => ({ ...chartLabel('1'), series: 0, category, side: 'center' })),
    });
    expect(xml.match(/<c:dLbl><c:idx val="\d"\/><c:delete val="1"\/>/g)).toEqual(['<c:dLbl><c:idx val="1"/><c:delete val="1"/>']);
  });

  it('moves the number of a small part out of the ring, without a line to it', async () => {
    const slice = { kind: 'slice' as const, series: 0, category: 1, value: 1, color: 'accent2' as const, from: 0, to: Math.PI };
    const label = { ...chartLabel('1', 600, 200), series: 0, category: 1, side: 'outside' as const };
    const plot = { x: 200, y: 100, width: 200, height: 200 };
    const middle = { ...chartLabel('48'), series: 0, category: 0, side: 'center' as const };
    const xml = await chartXml({ ...RING, plot, marks: [slice], valueLabels: [middle, label] });
    const moved = /<c:dLbl><c:idx val="1"\/><c:layout><c:manualLayout><c:x val="([\d.]+)"\/><c:y val="(-?[\d.]+)"\/>/.exec(xml);
    const { frame } = chartBox();
    // The middle of its half is at the right of the centre, four fifths of the radius away.
    expect(Number(moved?.[1])).toBeCloseTo((label.frame.x + label.frame.width / 2 - 380) / frame.width, 5);
    expect(Number(moved?.[2])).toBeCloseTo((label.frame.y + label.frame.height / 2 - 200) / frame.height, 5);
    expect(xml).toContain('<c:showLeaderLines val="0"/>');
  });

  it('writes a number below its point where layout put it there', async () => {
    const numbers = [0, 1].map((category) => ({
      ...chartLabel('1'),
      series: 0,
      category,
      side: category === 1 ? ('below' as const) : ('above' as const),
    }));
    const xml = await chartXml({ type: 'line', valueLabels: numbers });
    expect(/<c:dLbl><c:idx val="1"\/>[^]*?<c:dLblPos val="(\w+)"/.exec(xml)?.[1]).toBe('b');
  });

  it('names a line at its last point, with the last number where numbers are shown', async () => {
    const named = (text: string): Partial<ChartBox> => ({
      type: 'line',
      valueLabels: [],
      seriesLabels: [{ ...chartLabel(text), series: 0, category: 3, name: 'Counted', side: 'right' }],
    });
    const label = (xml: string): string => /<c:dLbl><c:idx val="3"\/>[^]*?<\/c:dLbl>/.exec(xml)?.[0] ?? '';
    expect(label(await chartXml(named('Counted')))).toMatch(/<c:dLblPos val="r"\/>.*<c:showVal val="0"\/>.*<c:showSerName val="1"\/>/);
    expect(label(await chartXml(named('Counted 2,100')))).toMatch(
      /<c:showVal val="1"\/>.*<c:showSerName val="1"\/>.*<c:separator> <\/c:separator>/,
    );
  });

  it('breaks its names where layout broke them, in the workbook too', async () => {
    const two = {
      ...chartLabel('Quarter one'),
      category: 0,
      lines: ['Quarter', 'one'].map((text, i) => ({ text, x: 0, width: 30, baseline: 14 * i })),
    };
    const parts = await partsOf({
      categories: ['Quarter one', 'b', 'c', 'd'],
      categoryLabels: [two, ...['b', 'c', 'd'].map((text, i) => ({ ...chartLabel(text), category: i + 1 }))],
    });
    expect(partText(parts, 'ppt/charts/chart1.xml')).toContain('<c:v>Quarter\none</c:v>');
    expect(new TextDecoder().decode(readZip(workbook(parts)).get('xl/sharedStrings.xml'))).toContain('Quarter\none');
  });

  it('draws its legend itself, in the theme’s font and colours, where layout put it', async () => {
    const parts = await partsOf({ legend: chartLegend('Fore & cast', 'Counted') });
    expect(partText(parts, 'ppt/charts/chart1.xml')).not.toContain('<c:legend>');
    const id = /<c:userShapes r:id="(\w+)"\/>/.exec(partText(parts, 'ppt/charts/chart1.xml'))?.[1] ?? '';
    expect(partText(parts, 'ppt/charts/_rels/chart1.xml.rels')).toMatch(
      new RegExp(`Id="${id}" Type="[^"]*/chartUserShapes" Target="../drawings/drawing1.xml"`),
    );
    const drawing = partText(parts, 'ppt/drawings/drawing1.xml');
    expect(Array.from(drawing.matchAll(/<a:t>([^<]*)<\/a:t>/g), ([, text]) => text)).toEqual(['Fore &amp; cast', 'Counted']);
    expect(drawing).toContain('<a:schemeClr val="accent3"/>');
    expect(drawing).toContain('<a:latin typeface="+mn-lt"/>');
    expect(partText(parts, '[Content_Types].xml')).toContain(
      '<Override PartName="/ppt/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"/>',
    );
  });

  it('adds up stacks in a series without a fill, by formulas, so that edited data move the sums', async () => {
    const parts = await partsOf({
      type: 'stacked-bar',
      series: [
        { name: 'A', values: [1, 2, 0, 4], color: 'accent1' },
        { name: 'B', values: [5, null, 0, 8], color: 'accent3' },
      ],
      totals: [0, 2, 3].map((category, i) => ({ ...chartLabel('6'), category, value: [6, 0, 12][i] ?? 0, side: 'above' as const })),
    });
    const sums = partText(parts, 'ppt/charts/chart1.xml').split('<c:ser>')[3] ?? '';
    expect(sums).toMatch(/<c:spPr><a:noFill\/><a:ln><a:noFill\/><\/a:ln><\/c:spPr>/);
    expect(sums).toMatch(/<c:dLbl><c:idx val="1"\/><c:delete val="1"\/><\/c:dLbl>.*<c:dLblPos val="inBase"\/>.*<c:showVal val="1"\/>/);
    expect(sums.match(/<c:pt idx="\d"><c:v>[\d.]+/g)).toEqual(['<c:pt idx="0"><c:v>6', '<c:pt idx="2"><c:v>0', '<c:pt idx="3"><c:v>12']);
    const sheet = new TextDecoder().decode(readZip(workbook(parts)).get('xl/worksheets/sheet1.xml'));
    expect(sheet.match(/<c r="D\d"><f>.*?<\/c>/g)).toEqual([
      '<c r="D2"><f>SUM(B2:C2)</f><v>6</v></c>',
      '<c r="D4"><f>SUM(B4:C4)</f><v>0</v></c>',
      '<c r="D5"><f>SUM(B5:C5)</f><v>12</v></c>',
    ]);
    expect(await validate(workbook(parts), 'xlsx')).toEqual([]);
  });

  const dated = (more: Partial<ChartBox['dates'] & object> = {}): Partial<ChartBox> => ({
    type: 'line',
    categoryLabels: [],
    dates: {
      unit: 'months',
      serials: [45292, 45323, 45352, 45658],
      start: 45292,
      step: { count: 3, unit: 'months' },
      words: 'months',
      labels: [{ ...chartLabel('January 2024'), serial: 45292 }],
      ...more,
    },
  });

  it('has a native axis of dates, whose end follows the data', async () => {
    const parts = await partsOf(dated());
    const xml = partText(parts, 'ppt/charts/chart1.xml');
    const axis = /<c:dateAx>[^]*?<\/c:dateAx>/.exec(xml)?.[0] ?? '';
    expect(xml).not.toContain('<c:catAx>');
    expect(axis).toContain('<c:numFmt formatCode="[$-809]mmmm\\ yyyy" sourceLinked="0"/>');
    expect(axis).toContain('<c:baseTimeUnit val="months"/><c:majorUnit val="3"/><c:majorTimeUnit val="months"/>');
    expect(axis).not.toMatch(/c:min |c:max /);
    const dates = /<c:cat>[^]*?<\/c:cat>/.exec(xml)?.[0] ?? '';
    expect(Array.from(dates.matchAll(/<c:v>(\d+)/g), ([, v]) => Number(v))).toEqual([45292, 45323, 45352, 45658]);
  });

  it('has true dates in its workbook, written as dates', async () => {
    const parts = await partsOf(dated());
    const files = readZip(workbook(parts));
    const text = (name: string): string => new TextDecoder().decode(files.get(name));
    expect(text('xl/worksheets/sheet1.xml').match(/<c r="A\d" s="1"><v>\d+<\/v>/g)).toEqual([
      '<c r="A2" s="1"><v>45292</v>',
      '<c r="A3" s="1"><v>45323</v>',
      '<c r="A4" s="1"><v>45352</v>',
      '<c r="A5" s="1"><v>45658</v>',
    ]);
    expect(text('xl/styles.xml')).toMatch(
      /numFmtId="164" formatCode="yyyy\\-mm\\-dd"[^]*<xf numFmtId="164"[^>]*applyNumberFormat="1"\/><\/cellXfs>/,
    );
    expect(await validate(workbook(parts), 'xlsx')).toEqual([]);
  });

  it('begins its axis of dates before the first of them where layout did', async () => {
    const axis = (xml: string): string => /<c:dateAx>[^]*?<\/c:dateAx>/.exec(xml)?.[0] ?? '';
    expect(axis(await chartXml(dated({ start: 45200 })))).toContain('<c:min val="45200"/>');
  });

  it('draws the words of its axis of dates itself where no number format writes them', async () => {
    const parts = await partsOf(dated({ words: 'quarters', labels: [{ ...chartLabel('Q1 2024'), serial: 45292 }] }));
    expect(/<c:dateAx>[^]*?<c:tickLblPos val="(\w+)"/.exec(partText(parts, 'ppt/charts/chart1.xml'))?.[1]).toBe('none');
    expect(partText(parts, 'ppt/drawings/drawing1.xml')).toContain('Q1 2024');
  });

  it.each([
    ['de', 'months', '[$-407]mmmm\\ yyyy'],
    ['de-CH', 'days', '[$-407]d". "mmmm\\ yyyy'],
    ['de-AT', 'days', null],
    ['de-AT', 'months', null],
    ['en-US', 'days', '[$-409]mmmm\\ d", "yyyy'],
    ['es', 'months', '[$-C0A]mmmm" de "yyyy'],
    ['zh', 'months', '[$-409]yyyy"年"m"月"'],
    ['pl', 'months', '[$-415]mmmm\\ yyyy'],
    ['pl', 'days', null],
    ['ar-EG', 'years', null],
    ['ru', 'months', null],
    ['ru', 'years', '[$-409]yyyy'],
    ['fr', 'quarters', null],
  ] as const)('writes dates in %s as number formats can: %s', (language, words, code) => {
    expect(dateFormatCode(language, words)).toBe(code);
  });

  it('draws the names of its axis itself where only some are shown', async () => {
    const parts = await partsOf({ categoryLabels: [{ ...chartLabel('Q1'), category: 0 }] });
    expect(/<c:catAx>[^]*?<c:tickLblPos val="(\w+)"/.exec(partText(parts, 'ppt/charts/chart1.xml'))?.[1]).toBe('none');
    expect(partText(parts, 'ppt/drawings/drawing1.xml').match(/<a:t>/g)).toHaveLength(1);
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

  it('gives a mark of another colour than its series its own look', async () => {
    const bar = (category: number, color: 'accent1' | 'accent3') =>
      ({ kind: 'bar', series: 0, category, value: 1, color, frame: { x: 0, y: 0, width: 1, height: 1 } }) as const;
    const xml = await chartXml({ marks: [bar(0, 'accent1'), bar(1, 'accent3'), bar(2, 'accent1'), bar(3, 'accent3')] });
    expect([...xml.matchAll(/<c:dPt>\s*<c:idx val="(\d)"\/>/g)].map(([, at]) => at)).toEqual(['1', '3']);
    expect(xml).toMatch(/<c:dPt>[^]*?accent3[^]*?<\/c:dPt>/);
  });

  it('sets the numbers of what speaks in bold, and the gap that layout chose', async () => {
    const label = { ...chartLabel('1,800'), series: 0, category: 0, side: 'above', bold: true } as const;
    const xml = await chartXml({ valueLabels: [label], gapWidth: 137 });
    expect(xml).toMatch(/<c:dLbls>[^]*?<a:defRPr sz="\d+" b="1"/);
    expect(xml).toContain('<c:gapWidth val="137"/>');
    expect(await chartXml({ type: 'stacked-bar', valueLabels: [], gapWidth: 0 })).toContain('<c:gapWidth val="0"/>');
  });

  it('draws remarks and a target, whose line keeps off numbers, as shapes of its own', async () => {
    const target = {
      value: 2000,
      lines: [
        { from: { x: 100, y: 200 }, to: { x: 150, y: 200 } },
        { from: { x: 180, y: 200 }, to: { x: 300, y: 200 } },
      ],
      label: chartLabel('capacity: 2,000'),
    };
    const parts = await partsOf({
      target,
      annotations: [{ ...chartLabel('ice'), category: 0 }],
      ticks: chartTicks(0, 2500),
      valueLabels: [],
    });
    const drawing = partText(parts, 'ppt/drawings/drawing1.xml');
    expect(drawing.match(/<cdr:cxnSp /g)).toHaveLength(2);
    expect(drawing).toContain('<a:prstDash val="dash"/>');
    expect(drawing).toContain('capacity: 2,000');
    // On the grid the remark has the page's colour below it.
    expect(drawing).toMatch(/name="Ground \d+"[^]*?bg1[^]*?>ice</);
  });

  it('tells lines by the shapes of their points, and an expected one by dashes', async () => {
    const series: ChartBox['series'] = [
      { name: 'Plan', values: [1, 2, 3, 4], color: 'accent3', stroke: { shape: 'circle', isDashed: true } },
      { name: 'Counted', values: [2, 3, 4, 5], color: 'accent1', stroke: { shape: 'square', isDashed: false } },
    ];
    const xml = await chartXml({ type: 'line', series, valueLabels: [] });
    expect([...xml.matchAll(/<c:symbol val="(\w+)"\/>/g)].map(([, shape]) => shape)).toEqual(['circle', 'square']);
    expect(xml.match(/<a:prstDash val="dash"\/>/g)).toHaveLength(1);
  });
});
