import { beforeAll, describe, expect, it } from 'vitest';
import type { Theme } from '../../../../src/core/template/theme/types.ts';
import { writePptx } from '../../../../src/core/write/pptx/index.ts';
import { tableStyleId } from '../../../../src/core/block/table/pptx/style.ts';
import { writeZip, type Parts } from '../../../../src/core/base/ooxml/zip.ts';
import { convert, hasLibreOffice, pictures, type Picture } from '../../../support/libreoffice.ts';
import { opened, partText, written } from '../../../support/package.ts';
import { readPdf } from '../../../support/pdf.ts';
import { richScene } from '../../../support/rich-scene.ts';
import { makeScene, regionText } from '../../../support/scene.ts';
import { packTheme } from '../../../support/theme.ts';
import { validate } from '../../../support/validator.ts';

const theme = packTheme('plain');
const here = hasLibreOffice('test/core/write/pptx/libreoffice.rendering.test.ts');

function replace(parts: Parts, name: string, from: string | RegExp, to: string): void {
  const before = partText(parts, name);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to change in ${name}`);
  parts.set(name, after);
}

function layoutPart(name: string): string {
  return `ppt/slideLayouts/slideLayout${Object.keys(theme.layouts).indexOf(name) + 1}.xml`;
}

describe.skipIf(!here)('LibreOffice’s own import', () => {
  let pages: string[];

  beforeAll(async () => {
    const { value } = await writePptx(richScene(theme));
    const text = new TextDecoder().decode(await convert(value, { format: 'fodp' }));
    pages = text.slice(text.indexOf('<office:presentation')).match(/<draw:page .*?<\/draw:page>/gs) ?? [];
  });

  const page = (number: number): string => pages[number - 1] ?? '';
  const words = (xml: string): string =>
    [...xml.matchAll(/<text:p[^>]*>(.*?)<\/text:p>/gs)].map(([, p = '']) => p.replace(/<[^>]+>/g, '')).join('|');
  const shape = (xml: string, kind: string): string =>
    new RegExp(`<draw:frame[^>]*presentation:class="${kind}".*?</draw:frame>`, 's').exec(xml)?.[0] ?? '';

  it('finds as many slides as there are, each with its title', () => {
    expect(pages.map((xml) => words(shape(xml, 'title')))).toEqual([
      'The deck',
      'Points &amp; &lt;more&gt; &quot;quoted&quot;',
      'A table',
      'Bars',
      'Lying bars',
      'Stacked bars',
      'Lines',
      'A ring',
      'A timeline',
      'A picture twice',
      'سلام',
    ]);
  });

  it('finds the body’s levels', () => {
    const second = /<text:list>\s*<text:list-item>\s*<text:p[^>]*>(?:<[^>]+>)*Second level/;
    expect(page(2)).toMatch(second);
    expect(words(page(2))).toContain('Fourth of a list|Fifth');
  });

  it('finds the notes, one paragraph each', () => {
    expect(words(shape(page(2), 'notes'))).toBe('Say this.|Sources|An article[3]');
    expect(words(shape(page(3), 'notes'))).toBe('');
  });

  it('finds the table, the charts and the group', () => {
    expect(page(3).match(/<table:table-cell>/g)).toHaveLength(8);
    expect(page(3)).toContain('<svg:desc>A table of numbers</svg:desc>');
    expect([4, 5, 6, 7, 8].map((n) => page(n).match(/<draw:object>/g)?.length)).toEqual([1, 1, 1, 1, 1]);
    expect(page(9)).toContain('<draw:g ');
  });

  it('follows a link to a slide', () => {
    expect(page(2)).toContain('xlink:href="#The deck"');
  });
});

describe.skipIf(!here)('a deck restyled in its layouts', () => {
  const rendered = async (parts: Parts): Promise<{ pages: Picture[]; x: (page: number, word: string) => number }> => {
    const bytes = writeZip(parts);
    expect(await validate(bytes)).toEqual([]);
    const pdf = await convert(bytes, { format: 'pdf' });
    const read = await readPdf(pdf);
    const x = (page: number, word: string): number => read[page - 1]?.words.find((w) => w.text.includes(word))?.x ?? Number.NaN;
    return { pages: await pictures(pdf), x };
  };

  it('follows in every slide: the title’s colour, the body’s place', async () => {
    const slide = (title: string) => ({ layout: 'text', title, boxes: [regionText(theme, 'text', 'body', ['Wanderer'])] });
    const parts = opened((await writePptx(makeScene([slide('WWWWWWWWWW one'), slide('WWWWWWWWWW two')], { theme }))).value);
    const before = await rendered(parts);
    const layout = partText(parts, layoutPart('text'));
    const title = /name="title".*?<\/p:sp>/s.exec(layout)?.[0] ?? '';
    replace(parts, layoutPart('text'), title, title.replace('<a:schemeClr val="tx1"/>', '<a:schemeClr val="accent1"/>'));
    const body = /name="body".*?<\/p:sp>/s.exec(layout)?.[0] ?? '';
    const moved = body.replace(/<a:off x="(\d+)"/, (_, x: string) => `<a:off x="${Number(x) + 100 * 12700}"`);
    replace(parts, layoutPart('text'), body, moved);
    const after = await rendered(parts);

    const frame = theme.layouts['text']?.regions.find((r) => r.type === 'title')?.frame ?? { x: 0, y: 0, width: 1, height: 1 };
    const { accent1 } = theme.palettes.light;
    for (const index of [0, 1]) {
      expect(before.pages[index]?.share(frame, accent1)).toBe(0);
      expect(after.pages[index]?.share(frame, accent1)).toBeGreaterThan(0.01);
      expect(after.x(index + 1, 'Wanderer') - before.x(index + 1, 'Wanderer')).toBeCloseTo(100, 0);
    }
  });
});

/** A table as PowerPoint adds one: the default style by its id, and nothing else said. */
function addedTable(id: string): string {
  const cell =
    '<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US"/><a:t>Cell</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>';
  const row = `<a:tr h="381000">${cell}${cell}</a:tr>`;
  return (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="90" name="Table 1"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>' +
    '<p:xfrm><a:off x="1270000" y="2540000"/><a:ext cx="5080000" cy="1143000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">' +
    `<a:tbl><a:tblPr firstRow="1" bandRow="1"><a:tableStyleId>${id}</a:tableStyleId></a:tblPr><a:tblGrid><a:gridCol w="2540000"/><a:gridCol w="2540000"/></a:tblGrid>${row}${row}${row}</a:tbl>` +
    '</a:graphicData></a:graphic></p:graphicFrame>'
  );
}

describe.skipIf(!here)('what a presenter adds', () => {
  const withTable = async (variant: Theme['variant']): Promise<Picture | undefined> => {
    const chosen = packTheme('plain', { variant });
    const parts = await written(makeScene([{ layout: 'own', title: 'Added by hand' }], { theme: chosen }));
    replace(parts, 'ppt/slides/slide1.xml', '</p:spTree>', `${addedTable(tableStyleId(chosen))}</p:spTree>`);
    const bytes = writeZip(parts);
    expect(await validate(bytes)).toEqual([]);
    return (await pictures(await convert(bytes, { format: 'pdf' })))[0];
  };

  it.each(['light', 'dark'] as const)('a table has the brand’s rules and no grid of its own: %s', async (variant) => {
    const picture = await withTable(variant);
    const { palettes, table } = packTheme('plain', { variant });
    const header = { x: 102, y: 226, width: 390, height: 8 };
    const map = variant === 'light' ? { text1: 'dark1' as const } : { text1: 'light1' as const };
    const rule = table.headerRule === 'text1' ? palettes[variant][map.text1] : palettes[variant][table.headerRule as 'accent1'];
    // The rule below the header runs across; there is none down the middle.
    expect(picture?.share(header, rule)).toBeGreaterThan(0.05);
    expect(picture?.at(300, 245)).toBe(picture?.at(30, 245));
  });
});
