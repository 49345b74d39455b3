import { describe, expect, it } from 'vitest';
import type { ChartBlock } from '../../../src/core/deck/types.ts';
import type { Scene } from '../../../src/core/layout/types.ts';
import { readZip } from '../../../src/core/base/ooxml/zip.ts';
import { writeHtml } from '../../../src/core/write/html/index.ts';
import { writePptx } from '../../../src/core/write/pptx/index.ts';
import { pinnedFonts } from '../../support/fonts.ts';
import { FONTS, sceneOf, slide } from '../../support/layout.ts';
import { convertAll, hasLibreOffice } from '../../support/libreoffice.ts';
import { opened, partText } from '../../support/package.ts';
import { readPdf } from '../../support/pdf.ts';

const here = hasLibreOffice('test/core/write/chart-numbers.rendering.test.ts');

/** A few values each carry their number; where there are many, the axis has the words. */
function chartScene(language: string, values: readonly number[], type: ChartBlock['type'] = 'line'): Scene {
  const chart = (own: readonly number[]): ChartBlock => ({
    kind: 'chart',
    type,
    title: null,
    unit: null,
    categories: own.map((_, i) => 'abcdefghijklmno'.charAt(i)),
    series: [{ name: 'S', values: own }],
    refs: [],
  });
  const many = Array.from({ length: 15 }, (_, i) => values[i % values.length] ?? 0);
  const direction = /^(?:ar|fa|he)/.test(language) ? 'rtl' : 'ltr';
  const slides = [values, many].map((own, i) => slide([chart(own)], { id: `s${i}`, title: [{ text: 'T' }] }));
  return sceneOf(slides, { meta: { language, direction } });
}

/** Without white space, which programs divide differently, and marks of direction. */
const folded = (text: string): string => text.replace(/[\s\u061C\u200E\u200F\u202A-\u202E]/g, '');

async function drawnNumbers(scene: Scene): Promise<string[]> {
  const html = new TextDecoder().decode((await writeHtml(scene, FONTS)).value);
  const svg = (html.match(/<svg[^>]*role="?img[^]*?<\/svg>/g) ?? []).join('');
  const texts = Array.from(svg.matchAll(/<text[^>]*>([^]*?)<\/text>/g), ([, text = '']) =>
    text.replace(/<[^>]*>|&#39;/g, (c) => (c === '&#39;' ? "'" : '')),
  );
  return texts.filter((text) => /\p{Nd}/u.test(text));
}

describe('a chart’s numbers', () => {
  it.each([
    ['de', [1650.5, 2480], '[$-407]#,##0.0'],
    ['en', [0.004, 0.001], '[$-409]#,##0.000'],
    ['fr', [12, 3], '[$-40C]#,##0'],
    ['es', [1650, 2480], '[$-407]0'],
    ['fi', [-1.25, 2], '[$-405]#,##0.00;[$-405]\\−#,##0.00'],
  ])('have a format in the signs of %s', async (language, values, format) => {
    const parts = opened((await writePptx(chartScene(language, values))).value);
    const formats = Array.from(partText(parts, 'ppt/charts/chart1.xml').matchAll(/formatCode="([^"]*)"/g), ([, code]) => code);
    expect(formats).toContain(format);
  });

  it('stay what they are in the chart and its workbook, however they are shown', async () => {
    const values = [1650.123456789, 1 / 3, -0.0000125];
    const parts = opened((await writePptx(chartScene('de', values))).value);
    const cache = /<c:val>[^]*?<\/c:val>/.exec(partText(parts, 'ppt/charts/chart1.xml'))?.[0] ?? '';
    expect(Array.from(cache.matchAll(/<c:v>([^<]*)<\/c:v>/g), ([, v]) => Number(v))).toEqual(values);
    const name = [...parts.keys()].find((part) => part.endsWith('.xlsx')) ?? '';
    const book = parts.get(name);
    if (!(book instanceof Uint8Array)) throw new Error('no workbook');
    const sheet = new TextDecoder().decode(readZip(book).get('xl/worksheets/sheet1.xml'));
    const cells = Array.from(sheet.matchAll(/<c r="B[2-9]"[^>]*><v>([^<]*)<\/v>/g), ([, v]) => Number(v));
    expect(cells).toEqual(values);
  });

  it.skipIf(!here)('are the same words in LibreOffice as in .html', { timeout: 240_000 }, async () => {
    const cases: readonly (readonly [string, readonly number[]])[] = [
      ['de', [1650.5, 2480, 12_345.25]],
      ['fr', [1650.5, 2480, 1_234_567]],
      ['en', [1650.5, 2480, 12_345.25]],
      ['de-CH', [1650.5, 2480, 1_234_567]],
      ['de-AT', [1650.5, 2480]],
      ['fr-CH', [1650.5, 2480]],
      ['es', [1650.5, 2480]],
      ['pl', [1650, 24_800]],
      ['en-IN', [1_234_567, 250_000]],
      ['sv', [-1650.5, 2480]],
      ['ar-EG', [1650.5, 2480]],
      ['fa', [1650.5, 2480]],
      ['he', [1650.5, 2480]],
      ['de', [0.004, 0.001]],
    ];
    const scenes = cases.map(([language, values]) => chartScene(language, values));
    const decks = await Promise.all(scenes.map(async (scene) => (await writePptx(scene)).value));
    const pdfs = await convertAll(decks, { format: 'pdf', fontconfig: await pinnedFonts() });
    for (const [i, scene] of scenes.entries()) {
      const pages = await readPdf(pdfs[i] ?? new Uint8Array());
      const seen = folded(pages.flatMap(({ words }) => words.map(({ text }) => text)).join(''));
      const drawn = await drawnNumbers(scene);
      expect(drawn.length).toBeGreaterThan(5);
      expect([cases[i]?.[0], drawn.map(folded).filter((text) => !seen.includes(text))]).toEqual([cases[i]?.[0], []]);
    }
  });
});
