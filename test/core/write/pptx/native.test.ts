import { beforeAll, describe, expect, it } from 'vitest';
import type { LevelStyle } from '../../../../src/core/template/theme/types.ts';
import type { Parts } from '../../../../src/core/base/ooxml/zip.ts';
import { partText, shapeNamed, slideText, written } from '../../../support/package.ts';
import { richScene } from '../../../support/rich-scene.ts';
import { makeScene, paragraph, plainText, regionText, slideId, tableBox } from '../../../support/scene.ts';
import { packTheme } from '../../../support/theme.ts';

const theme = packTheme('plain');
const LAYOUTS = Object.values(theme.layouts);
let rich: Parts;

beforeAll(async () => {
  rich = await written(richScene(theme));
});

async function slideOf(...boxes: NonNullable<Parameters<typeof makeScene>[0][number]['boxes']>): Promise<string> {
  return slideText(await written(makeScene([{ layout: 'points', boxes }], { theme })));
}

describe('the slide master', () => {
  it('has title, body, date, footer and number', () => {
    const types = [...partText(rich, 'ppt/slideMasters/slideMaster1.xml').matchAll(/<p:ph type="(\w+)"/g)].map(([, type]) => type);
    expect(types).toEqual(['title', 'body', 'dt', 'ftr', 'sldNum']);
  });

  it('lists a layout for each of the theme’s', () => {
    expect(partText(rich, 'ppt/slideMasters/slideMaster1.xml').match(/<p:sldLayoutId /g)).toHaveLength(LAYOUTS.length);
  });

  it('maps colours as the variant says', async () => {
    const dark = await written(makeScene([{}], { theme: packTheme('policy-brief', { variant: 'dark' }) }));
    expect(partText(rich, 'ppt/slideMasters/slideMaster1.xml')).toContain('<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"');
    expect(partText(dark, 'ppt/slideMasters/slideMaster1.xml')).toContain('<p:clrMap bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"');
  });
});

describe('a layout', () => {
  const text = (name: string): string => partText(rich, `ppt/slideLayouts/slideLayout${LAYOUTS.findIndex((l) => l.name === name) + 1}.xml`);

  it.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('%s has its type, its name and its regions in place', (name, layout) => {
    const xml = text(name);
    expect(xml).toContain(`type="${layout.type}"`);
    expect(xml).toContain(`<p:cSld name="${layout.label}">`);
    expect(xml.match(/<p:ph[ /]/g)).toHaveLength(layout.regions.length);
    for (const region of layout.regions) {
      const shape = shapeNamed(xml, region.name);
      expect(shape).toContain(`<a:off x="${Math.round(region.frame.x * 12700)}" y="${Math.round(region.frame.y * 12700)}"/>`);
      expect(shape.match(/<a:lvl[1-5]pPr /g)).toHaveLength(5);
      expect(shape).toContain('lIns="0" tIns="0" rIns="0" bIns="0"');
    }
  });

  it('says its line pitch where that is the natural one too, else it would inherit the master’s', async () => {
    const dense = packTheme('situation-report');
    expect(dense.styles['body']?.levels[0].lineSpacing).not.toBe(1);
    const index = Object.keys(dense.layouts).indexOf('sources') + 1;
    const body = shapeNamed(partText(await written(makeScene([{}], { theme: dense })), `ppt/slideLayouts/slideLayout${index}.xml`), 'body');
    expect(body.match(/<a:lvl[1-5]pPr [^>]*><a:lnSpc><a:spcPct val="100000"\/>/g)).toHaveLength(5);
  });

  it('gives the title no index and every other region its own', () => {
    const xml = text('points');
    expect(shapeNamed(xml, 'title')).toContain('<p:ph type="title" hasCustomPrompt="1"/>');
    const indexes = [...xml.matchAll(/ idx="(\d+)"/g)].map(([, index]) => index);
    expect(new Set(indexes).size).toBe(indexes.length);
  });

  it('is a title slide as PowerPoint knows it', () => {
    expect(shapeNamed(text('title'), 'title')).toContain('type="ctrTitle"');
    expect(shapeNamed(text('title'), 'subtitle')).toContain('type="subTitle"');
  });
});

describe('a slide', () => {
  it('inherits place, size, font and colour and repeats none of it', () => {
    const body = shapeNamed(slideText(rich, 2), 'body');
    expect(body).toContain('<p:spPr/>');
    expect(body).toContain('<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>');
    expect(body).not.toMatch(/\ssz="|<a:latin|<a:schemeClr val="tx1"|<a:buChar|marL="[1-9]/);
  });

  it('says a size that fitting changed, and nothing else, in its list style', async () => {
    const style = theme.styles['body']?.levels;
    const levels: LevelStyle[] = (style ?? []).map((level) => ({ ...level, size: level.size - 2 }));
    const xml = await slideOf(regionText(theme, 'points', 'body', ['One', paragraph('Two', { level: 1 })], { levels, fitted: true }));
    const size = (i: number): number => ((style?.[i]?.size ?? 0) - 2) * 100;
    expect(shapeNamed(xml, 'body')).toContain(
      `<a:lstStyle><a:lvl1pPr><a:defRPr sz="${size(0)}"/></a:lvl1pPr><a:lvl2pPr><a:defRPr sz="${size(1)}"/></a:lvl2pPr></a:lstStyle>`,
    );
  });

  it('has one paragraph an item, and the author’s breaks alone', () => {
    const body = shapeNamed(slideText(rich, 2), 'body');
    expect(body.match(/<a:p>/g)).toHaveLength(7);
    expect(body.match(/<a:br>/g)).toHaveLength(1);
  });

  it('numbers a list from where it starts', () => {
    const body = shapeNamed(slideText(rich, 2), 'body');
    expect(body.match(/<a:buAutoNum type="arabicPeriod" startAt="4"\/>/g)).toHaveLength(2);
  });

  it('writes references as small labels and not as links', () => {
    const label = /<a:r><a:rPr[^>]*baseline="30000"[^>]*>(.*?)<\/a:r>/.exec(shapeNamed(slideText(rich, 2), 'body'))?.[1] ?? '';
    expect(label).toContain('<a:schemeClr val="tx2"/>');
    expect(label).toContain('<a:t>\u00A0[3,\u00A04]</a:t>');
    expect(label).not.toContain('hlinkClick');
  });

  it('raises nothing that somebody types behind a line’s source numbers', () => {
    const paragraphs = Array.from(slideText(rich, 2).matchAll(/<a:p>.*?<\/a:p>/g), ([xml]) => xml);
    const withNumbers = paragraphs.filter((xml) => xml.includes('baseline="30000"'));
    const last = withNumbers.map((xml) => xml.slice(xml.lastIndexOf('<a:r>')));
    expect(last.length).toBeGreaterThan(0);
    expect(last.join('')).not.toContain('baseline');
    expect(last.join('')).toMatch(/<a:t> <\/a:t><\/a:r><a:endParaRPr/);
  });

  it('links to the web and to slides of its own', () => {
    const rels = partText(rich, 'ppt/slides/_rels/slide2.xml.rels');
    expect(rels).toContain('Target="https://example.org/?a=1&amp;b=2" TargetMode="External"');
    expect(rels).toContain('Target="slide1.xml"');
    expect(slideText(rich, 2)).toContain('action="ppaction://hlinksldjump"');
  });

  it('makes a button of a text that leads to one slide as a whole: no underlined words', async () => {
    const href = `#${slideId(1)}`;
    const xml = await slideOf({ ...regionText(theme, 'points', 'body', [paragraph([{ text: 'Words', href }])]), href });
    const shape = shapeNamed(xml, 'body');
    expect(shape).toMatch(/<p:cNvPr [^>]*><a:hlinkClick r:id="rId\d+" action="ppaction:\/\/hlinksldjump"\/><\/p:cNvPr>/);
    expect(shape.slice(shape.indexOf('<p:txBody>'))).not.toContain('hlinkClick');
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', '#no-such-slide', 'http://[bad'])(
    'writes the words of a link to %s without it',
    async (href) => {
      const xml = await slideOf(regionText(theme, 'points', 'body', [paragraph([{ text: 'Words', href }])]));
      expect(xml).toContain('<a:t>Words</a:t>');
      expect(xml).not.toContain('hlinkClick');
    },
  );

  it('fills each placeholder once; what follows is a shape of its own', async () => {
    const xml = await slideOf(
      regionText(theme, 'points', 'body', ['First']),
      plainText(theme, 'Second', { id: 's/body.2', region: 'body', fill: 'background2', padding: { x: 12, y: 8 } }),
    );
    expect(xml.match(/<p:ph[^>]*idx/g)).toHaveLength(1);
    expect(shapeNamed(xml, 'body.2')).toContain('lIns="152400" tIns="101600"');
  });

  it('shows its number by a field', () => {
    expect(shapeNamed(slideText(rich, 2), 'number')).toMatch(
      /<a:fld id="\{[0-9A-F-]+\}" type="slidenum"><a:rPr [^>]*\/><a:t>2<\/a:t><\/a:fld>/,
    );
  });

  it('turns paragraphs of the other direction', async () => {
    const xml = await slideOf(regionText(theme, 'points', 'body', [paragraph('مرحبا', { direction: 'rtl' })]));
    expect(xml).toContain('<a:pPr algn="r" rtl="1"/>');
  });

  it('puts text, table, chart and picture into their regions’ placeholders', () => {
    expect(shapeNamed(slideText(rich, 3), 'body')).toMatch(/<p:ph idx="\d+"\/>/);
    expect(shapeNamed(slideText(rich, 4), 'body')).toMatch(/<p:ph idx="\d+"\/>/);
    expect(shapeNamed(slideText(rich, 10), 'picture')).toMatch(/<p:ph type="pic" idx="\d+"\/>/);
  });
});

describe('languages', () => {
  it('are said on every run, by its script', () => {
    const languages = [...slideText(rich, 11).matchAll(/<a:rPr lang="([^"]*)"[^>]*\/><a:t>([^<]*)</g)].map(([, lang, text]) => [
      lang,
      text?.trim(),
    ]);
    expect(languages).toContainEqual(['ar-SA', 'مرحبا بالعالم']);
    expect(languages).toContainEqual(['he-IL', 'שלום']);
    expect(languages).toContainEqual(['en-US', 'world']);
    expect(languages).toContainEqual(['zh-CN', '你好']);
    expect(languages).toContainEqual(['ko-KR', '안녕']);
    expect(languages).toContainEqual(['ja-JP', 'こんにちは']);
    const runs = [...rich].flatMap(([name, text]) =>
      name.startsWith('ppt/slides/') && typeof text === 'string' ? (text.match(/<a:rPr[^>]*>/g) ?? []) : [],
    );
    expect(runs.filter((run) => !run.includes(' lang='))).toEqual([]);
  });

  it('take the deck’s own for its own script', async () => {
    const persian = await written(
      makeScene([{ title: 'سلام' }], { theme: packTheme('policy-brief', { direction: 'rtl' }) }, { language: 'fa', direction: 'rtl' }),
    );
    expect(slideText(persian)).toContain('lang="fa-IR"');
  });
});

describe('a table', () => {
  it('has the deck’s table style, a header row, a column of names and a total row', () => {
    const style = /<a:tblStyleLst[^>]* def="([^"]*)"/.exec(partText(rich, 'ppt/tableStyles.xml'))?.[1] ?? '';
    expect(slideText(rich, 3)).toContain(
      `<a:tblPr firstRow="1" firstCol="1" lastRow="1"><a:tableStyleId>${style}</a:tableStyleId></a:tblPr>`,
    );
  });

  it('sets numbers at the end of their cells', () => {
    expect(slideText(rich, 3)).toMatch(/<a:pPr algn="r"\/><a:r><a:rPr[^>]*><a:t>1,650|<a:pPr algn="r"\/><a:r><a:rPr[^>]*\/><a:t>1,650/);
  });

  it('writes short rows to their full number of cells', async () => {
    const xml = await slideOf(tableBox(theme, [['a', 'b', 'c'], ['d']]));
    expect(xml.match(/<a:tc>/g)).toHaveLength(6);
  });
});

describe('colours', () => {
  it('are slots of the theme, never values, on slides, layouts, master and charts', () => {
    const named = [...rich].filter(
      ([name, text]) =>
        /^ppt\/(slides|slideLayouts|slideMasters|charts)\//.test(name) && typeof text === 'string' && text.includes('srgbClr'),
    );
    expect(named.map(([name]) => name)).toEqual([]);
  });

  it('are the pack’s, with the other variant beside them', () => {
    const xml = partText(rich, 'ppt/theme/theme1.xml');
    const { light, dark } = theme.palettes;
    expect(xml).toContain(`<a:accent1><a:srgbClr val="${light.accent1.slice(1)}"/></a:accent1>`);
    expect(/<a:extraClrScheme>.*<\/a:extraClrScheme>/.exec(xml)?.[0]).toContain(dark.accent1.slice(1));
  });
});
