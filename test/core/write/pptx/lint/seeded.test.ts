import { beforeAll, describe, expect, it } from 'vitest';
import { lint, RULES } from '../../../../../src/core/write/pptx/lint/index.ts';
import { writeZip, type Parts } from '../../../../../src/core/base/ooxml/zip.ts';
import { partText, written } from '../../../../support/package.ts';
import { richScene } from '../../../../support/rich-scene.ts';
import { validate } from '../../../../support/validator.ts';

const PRESENTATION = 'ppt/presentation.xml';
const TYPES = '[Content_Types].xml';
const POINTS = 'ppt/slides/slide2.xml';
const TABLE = 'ppt/slides/slide3.xml';
const BARS = 'ppt/charts/chart1.xml';
const LINES = 'ppt/charts/chart4.xml';

/** Replaces in a part; a seed that changes nothing is a fault of the test. */
function edit(parts: Parts, name: string, from: string | RegExp, to: string): void {
  const before = partText(parts, name);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`the seed changes nothing in ${name}`);
  parts.set(name, after);
}

function moved(parts: Parts, name: string, element: RegExp, before: RegExp): void {
  const text = partText(parts, name);
  const found = element.exec(text)?.[0] ?? '';
  edit(
    parts,
    name,
    text,
    text.replace(found, '').replace(before, (at) => `${found}${at}`),
  );
}

function drop(parts: Parts, name: string): void {
  if (!parts.delete(name)) throw new Error(`no part ${name} to drop`);
}

interface Seed {
  readonly defect: string;
  /** A rule of our lint, or the SDK. */
  readonly by: string;
  readonly plant: (parts: Parts) => void;
}

/** What has been seen to go wrong in packages: by pptxgenjs (with its issue), by other programs, by hand. */
const SEEDS: readonly Seed[] = [
  { defect: 'a control character in text', by: 'well-formed', plant: (p) => edit(p, POINTS, 'Second', '\u0007Second') },
  { defect: 'a tag left open', by: 'well-formed', plant: (p) => edit(p, POINTS, '</p:txBody>', '') },
  { defect: 'a bare ampersand', by: 'well-formed', plant: (p) => edit(p, POINTS, '&amp;', '&') },
  {
    defect: 'an override for a part that is not there (#1444)',
    by: 'content-types',
    plant: (p) =>
      edit(
        p,
        TYPES,
        '</Types>',
        '<Override PartName="/ppt/slideMasters/slideMaster2.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"/></Types>',
      ),
  },
  {
    defect: 'a slide without a content type',
    by: 'content-types',
    plant: (p) => edit(p, TYPES, /<Override PartName="\/ppt\/slides\/slide1.xml"[^>]*>/, ''),
  },
  {
    defect: 'a part of the wrong content type',
    by: 'sdk',
    plant: (p) => edit(p, TYPES, /(slideLayout1\.xml" ContentType="[^"]*)slideLayout\+xml/, '$1slide+xml'),
  },
  { defect: 'a relationship to a part that is not there', by: 'relationships', plant: (p) => drop(p, 'ppt/notesSlides/notesSlide2.xml') },
  {
    defect: 'a chart whose workbook is gone',
    by: 'relationships',
    plant: (p) => drop(p, 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'),
  },
  {
    defect: 'two relationships of one id',
    by: 'relationships',
    plant: (p) => edit(p, 'ppt/_rels/presentation.xml.rels', 'Id="rId2"', 'Id="rId1"'),
  },
  {
    defect: 'a picture whose relationship is not there',
    by: 'used-relationships',
    plant: (p) => edit(p, 'ppt/slides/slide10.xml', /r:embed="rId\d+"/, 'r:embed="rId99"'),
  },
  { defect: 'a slide that nothing lists', by: 'slide-ids', plant: (p) => edit(p, PRESENTATION, /<p:sldId id="257"[^>]*>/, '') },
  { defect: 'a part that nothing leads to', by: 'reachable', plant: (p) => p.set('customXml/item9.xml', '<x/>') },
  { defect: 'directory entries in the zip', by: 'part-names', plant: (p) => p.set('ppt/media/', '') },
  {
    defect: 'a picture that is no picture',
    by: 'media',
    plant: (p) => p.set([...p.keys()].find((n) => n.endsWith('.png')) ?? '', new Uint8Array(64)),
  },
  {
    defect: 'a workbook that is no workbook',
    by: 'media',
    plant: (p) => p.set('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx', new Uint8Array(64)),
  },
  {
    defect: "a path of the author's machine",
    by: 'traces',
    plant: (p) => edit(p, 'docProps/core.xml', '<dc:title>', `<dc:title>${['', 'home', 'emil', ''].join('/')}`),
  },
  { defect: 'two shapes of one id (#1532)', by: 'shape-ids', plant: (p) => edit(p, POINTS, '<p:cNvPr id="3"', '<p:cNvPr id="2"') },
  {
    defect: 'a placeholder that the layout does not have',
    by: 'placeholders',
    plant: (p) => edit(p, POINTS, /<p:ph([^>]*) idx="\d+"/, '<p:ph$1 idx="77"'),
  },
  {
    defect: 'a placeholder filled twice',
    by: 'placeholders',
    plant: (p) => edit(p, POINTS, /<p:sp>(?:(?!<\/p:sp>)[^])*type="title"[^]*?<\/p:sp>/, '$&$&'),
  },
  {
    defect: 'a slide with two layouts',
    by: 'one-layout',
    plant: (p) =>
      edit(
        p,
        'ppt/slides/_rels/slide2.xml.rels',
        '</Relationships>',
        '<Relationship Id="rId50" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout" Target="../slideLayouts/slideLayout1.xml"/></Relationships>',
      ),
  },
  {
    defect: 'a layout with the id of its master',
    by: 'layout-ids',
    plant: (p) => edit(p, 'ppt/slideMasters/slideMaster1.xml', 'id="2147483649"', 'id="2147483648"'),
  },
  {
    defect: 'a layout that its master does not list',
    by: 'one-layout',
    plant: (p) => edit(p, 'ppt/slideMasters/slideMaster1.xml', /<p:sldLayoutId [^>]*>/, ''),
  },
  { defect: 'two slides of one id', by: 'slide-ids', plant: (p) => edit(p, PRESENTATION, 'sldId id="257"', 'sldId id="256"') },
  {
    defect: 'a section that names an unknown slide',
    by: 'sections',
    plant: (p) => edit(p, PRESENTATION, '<p14:sldId id="257"/>', '<p14:sldId id="999"/>'),
  },
  {
    defect: 'a section id in lower case',
    by: 'sections',
    plant: (p) => edit(p, PRESENTATION, /(<p14:section [^>]*id=")([^"]*)/, '$1{0a1b2c3d-0000-4000-a000-00000000000f}'),
  },
  {
    defect: 'masters that share a theme',
    by: 'masters-themes',
    plant: (p) => edit(p, 'ppt/notesMasters/_rels/notesMaster1.xml.rels', 'theme2.xml', 'theme1.xml'),
  },
  {
    defect: 'notes that lead to another slide',
    by: 'notes',
    plant: (p) => edit(p, 'ppt/notesSlides/_rels/notesSlide2.xml.rels', 'slide2.xml', 'slide3.xml'),
  },
  {
    defect: 'a chart that names a third axis (#1534)',
    by: 'axis-ids',
    plant: (p) => edit(p, BARS, /<\/c:barChart>/, '<c:axId val="2094734556"/></c:barChart>'),
  },
  { defect: 'a table row that is short of a cell', by: 'tables', plant: (p) => edit(p, TABLE, /<a:tc>(?:(?!<\/a:tc>)[^])*<\/a:tc>/, '') },
  {
    defect: 'the notes master after the slides',
    by: 'sdk',
    plant: (p) => moved(p, PRESENTATION, /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/, /<p:sldSz/),
  },
  {
    defect: 'a second a:pPr in a paragraph',
    by: 'sdk',
    plant: (p) => edit(p, POINTS, /(<a:p><a:pPr[^>]*\/>)(<a:r>[^]*?<\/a:r>)/, '$1$2<a:pPr/>'),
  },
  {
    defect: 'a line series that inverts negatives',
    by: 'sdk',
    plant: (p) => edit(p, LINES, /<\/c:marker>/, '</c:marker><c:invertIfNegative val="0"/>'),
  },
  { defect: 'varyColors before grouping', by: 'sdk', plant: (p) => moved(p, LINES, /<c:varyColors[^>]*>/, /<c:grouping/) },
  { defect: 'a colour that is none', by: 'sdk', plant: (p) => edit(p, POINTS, /<a:schemeClr val="tx2"\/>/, '<a:schemeClr val="ink"/>') },
  { defect: 'a size that is no number', by: 'sdk', plant: (p) => edit(p, TABLE, /sz="\d+"/, 'sz="NaN"') },
  { defect: 'an idx below zero', by: 'sdk', plant: (p) => edit(p, 'ppt/slideLayouts/slideLayout1.xml', /idx="\d+"/, 'idx="-1"') },
];

let clean: Parts;

beforeAll(async () => {
  clean = await written(richScene());
});

describe('the checkers, on seeded defects', () => {
  it('are content with the deck as it is', async () => {
    expect(lint(clean)).toEqual([]);
    expect(await validate(writeZip(clean))).toEqual([]);
  });

  it('are given at least 24', () => {
    expect(SEEDS.length).toBeGreaterThanOrEqual(24);
  });

  it('are each given something to find', () => {
    const seeded = new Set(SEEDS.map(({ by }) => by));
    expect(RULES.filter(({ name }) => !seeded.has(name))).toEqual([]);
  });

  it.each(SEEDS.map((seed) => [seed.defect, seed] as const))('find %s', async (_, { by, plant }) => {
    const parts = new Map(clean);
    plant(parts);
    if (by === 'sdk') expect(await validate(writeZip(parts))).not.toEqual([]);
    else expect(lint(parts).map(({ rule }) => rule)).toContain(by);
  });
});
