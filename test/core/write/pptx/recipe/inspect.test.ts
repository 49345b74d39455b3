import { beforeAll, describe, expect, it } from 'vitest';
import { LecternError } from '../../../../../src/core/base/errors.ts';
import { editProblems, inspectPptx, writePptx, type Inspection } from '../../../../../src/core/write/pptx/index.ts';
import { writeZip, type Parts } from '../../../../../src/core/base/ooxml/zip.ts';
import { opened, partText } from '../../../../support/package.ts';
import { richScene } from '../../../../support/rich-scene.ts';
import { pngAsset } from '../../../../support/scene.ts';
import { validate } from '../../../../support/validator.ts';

const POINTS = 'ppt/slides/slide2.xml';
const TABLE = 'ppt/slides/slide3.xml';
const PRESENTATION = 'ppt/presentation.xml';

let clean: Parts;

beforeAll(async () => {
  clean = opened((await writePptx(richScene())).value);
});

/** The deck after somebody worked on it. */
function edited(change: (parts: Parts) => void): Inspection {
  const parts = new Map(clean);
  change(parts);
  return inspectPptx(writeZip(parts)).value;
}

function replace(parts: Parts, name: string, from: string | RegExp, to: string): void {
  const before = partText(parts, name);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to change in ${name}`);
  parts.set(name, after);
}

function numbers(inspection: Inspection, what: 'changed' | 'added' | 'moved'): number[] {
  return inspection.slides.filter((slide) => slide[what]).map((slide) => slide.number);
}

/** Swaps two of the presentation's slides. */
function swap(parts: Parts, first: number, second: number): void {
  const text = partText(parts, PRESENTATION);
  const tags = [...text.matchAll(/<p:sldId [^>]*>/g)].map(([tag]) => tag);
  const order = tags.map((tag, i) => (i === first - 1 ? (tags[second - 1] ?? '') : i === second - 1 ? (tags[first - 1] ?? '') : tag));
  parts.set(PRESENTATION, text.replace(/<p:sldIdLst>.*?<\/p:sldIdLst>/, `<p:sldIdLst>${order.join('')}</p:sldIdLst>`));
}

describe('inspectPptx', () => {
  it('finds the recipe, the stamp and every slide as it was', () => {
    const found = edited(() => undefined);
    expect(found.recipe).toBe('{"lectern":1}');
    expect(found.stamp).toBe('0a1b2c3d');
    expect(found.slides).toHaveLength(11);
    expect(found.slides[1]).toEqual({
      number: 2,
      title: 'Points & <more> "quoted"',
      id: '0000000000000002',
      refs: [],
      changed: false,
      changes: [],
      added: false,
      unknown: false,
      moved: false,
    });
    expect(found.rewritten).toBe(false);
    expect(editProblems(found, 'inspect/edited', 'Keep it.')).toEqual([]);
  });

  it('names exactly the three slides that were changed', () => {
    const found = edited((parts) => {
      replace(parts, POINTS, 'Second level', 'Another level');
      replace(parts, TABLE, '1,650', '1,651');
      replace(parts, 'ppt/notesSlides/notesSlide9.xml', 'And this.', 'And that.');
    });
    expect(numbers(found, 'changed')).toEqual([2, 3, 9]);
    expect([...numbers(found, 'added'), ...numbers(found, 'moved'), ...found.removed]).toEqual([]);
    expect(editProblems(found, 'inspect/edited', 'Keep it.').map((p) => [p.code, p.place?.slide?.number])).toEqual([
      ['inspect/edited', 2],
      ['inspect/edited', 3],
      ['inspect/edited', 9],
    ]);
  });

  it.each<[string, (parts: Parts) => void, number]>([
    ['a word made bold', (p) => replace(p, POINTS, /(<a:rPr lang="en-US")( dirty="0"\/><a:t>Second)/, '$1 b="1"$2'), 2],
    ['a shape moved', (p) => replace(p, 'ppt/slides/slide10.xml', /<a:off x="127000"/, '<a:off x="130000"'), 10],
    [
      'a placeholder given its own place',
      (p) => replace(p, POINTS, '<p:spPr/>', '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr>'),
      2,
    ],
    ['a shape deleted', (p) => replace(p, 'ppt/slides/slide10.xml', /<p:sp>(?:(?!<p:sp>)[^])*ellipse[^]*?<\/p:sp>/, ''), 10],
    ["a chart's value changed", (p) => replace(p, 'ppt/charts/chart1.xml', '<c:v>1800</c:v>', '<c:v>1900</c:v>'), 4],
    ['a picture replaced', (p) => p.set([...p.keys()].find((n) => n.endsWith('.png')) ?? '', pngAsset().bytes.slice(0, 60)), 10],
    ['alt text rewritten', (p) => replace(p, TABLE, 'A table of numbers', 'Numbers'), 3],
    [
      'a link led elsewhere',
      (p) => replace(p, 'ppt/slides/_rels/slide2.xml.rels', 'https://example.org/?a=1', 'https://example.com/?a=1'),
      2,
    ],
    ['another layout', (p) => replace(p, 'ppt/slides/_rels/slide11.xml.rels', /slideLayout\d+\.xml/, 'slideLayout6.xml'), 11],
  ])('sees %s', (_, change, number) => {
    expect(numbers(edited(change), 'changed')).toEqual([number]);
  });

  it.each<[string, (parts: Parts) => void]>([
    ['languages and spelling marks', (p) => replace(p, POINTS, /lang="en-US" dirty="0"/g, 'lang="en-GB" dirty="1" err="1"')],
    ['attributes in another order', (p) => replace(p, POINTS, /lang="en-US" b="1" dirty="0"/g, 'b="1" lang="en-US"')],
    [
      'a run divided in two',
      (p) =>
        replace(p, POINTS, '<a:t>Second level</a:t></a:r>', '<a:t>Second</a:t></a:r><a:r><a:rPr lang="de-DE"/><a:t> level</a:t></a:r>'),
    ],
    ['shape ids and names', (p) => replace(p, POINTS, /<p:cNvPr id="(\d+)" name="(\w+)"\/>/g, '<p:cNvPr id="1$1" name="Titel $1"/>')],
    [
      'extensions added',
      (p) => replace(p, POINTS, '</p:cSld>', '</p:cSld><p:extLst><p:ext uri="{00000000-0000-0000-0000-000000000000}"/></p:extLst>'),
    ],
    [
      'how far autofit shrank when it was last drawn',
      (p) => replace(p, POINTS, '<a:normAutofit/>', '<a:normAutofit fontScale="92500" lnSpcReduction="10000"/>'),
    ],
    [
      'parts renamed',
      (p) => {
        replace(p, 'ppt/slides/_rels/slide4.xml.rels', 'charts/chart1.xml', 'charts/chart40.xml');
        p.set('ppt/charts/chart40.xml', p.get('ppt/charts/chart1.xml') ?? '');
      },
    ],
    [
      'the recipe part renamed',
      (p) => {
        p.set('customXml/item3.xml', p.get('customXml/item1.xml') ?? '');
        p.delete('customXml/item1.xml');
      },
    ],
  ])('takes no offence at %s', (_, change) => {
    expect(editProblems(edited(change), 'inspect/edited', 'Keep it.')).toEqual([]);
  });

  it('names slides that were added, removed and moved', () => {
    const found = edited((parts) => {
      // As PowerPoint duplicates a slide: a part, an id and a creation id of its own.
      parts.set('ppt/slides/slide99.xml', partText(parts, TABLE).replace(/(creationId [^>]*val=")\d+/, '$1424242'));
      parts.set('ppt/slides/_rels/slide99.xml.rels', partText(parts, 'ppt/slides/_rels/slide3.xml.rels'));
      replace(
        parts,
        'ppt/_rels/presentation.xml.rels',
        '</Relationships>',
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide99.xml"/></Relationships>',
      );
      replace(parts, PRESENTATION, '</p:sldIdLst>', '<p:sldId id="900" r:id="rId99"/></p:sldIdLst>');
      replace(parts, PRESENTATION, /<p:sldId id="260"[^>]*>/, '');
      swap(parts, 2, 3);
    });
    expect(numbers(found, 'added')).toEqual([11]);
    expect(found.removed).toMatchObject([{ id: '0000000000000005', number: 5 }]);
    expect(numbers(found, 'moved')).toHaveLength(1);
    expect(numbers(found, 'changed')).toEqual([]);
  });

  it.each<[string, (parts: Parts) => void, readonly string[]]>([
    ['words', (p) => replace(p, POINTS, 'Second level', 'Another level'), ['words']],
    ['a table’s cell', (p) => replace(p, TABLE, '1,650', '1,651'), ['cells']],
    ['a chart’s value', (p) => replace(p, 'ppt/charts/chart1.xml', '<c:v>1800</c:v>', '<c:v>1900</c:v>'), ['data']],
    ['a chart’s legend', (p) => replace(p, 'ppt/drawings/drawing2.xml', 'Forecast', 'Estimate'), ['data']],
    ['a shape’s place', (p) => replace(p, 'ppt/slides/slide10.xml', /<a:off x="127000"/, '<a:off x="130000"'), ['layout']],
    ['notes', (p) => replace(p, 'ppt/notesSlides/notesSlide9.xml', 'And this.', 'And that.'), ['notes']],
    [
      'words and look',
      (p) => {
        replace(p, POINTS, 'Second level', 'Another level');
        replace(p, POINTS, '<p:spPr/>', '<p:spPr><a:noFill/></p:spPr>');
      },
      ['words', 'look'],
    ],
    ['alt text', (p) => replace(p, TABLE, 'A table of numbers', 'Numbers'), ['alt']],
    ['a picture', (p) => p.set([...p.keys()].find((n) => n.endsWith('.png')) ?? '', pngAsset().bytes.slice(0, 60)), ['pictures']],
    ['a column’s width', (p) => replace(p, TABLE, /<a:gridCol w="\d+"/, '<a:gridCol w="99"'), ['look']],
    [
      'a transition',
      (p) => replace(p, POINTS, '</p:clrMapOvr>', '</p:clrMapOvr><p:transition spd="slow"><p:fade/></p:transition>'),
      ['look'],
    ],
  ])('says what was changed: %s', (_, change, changes) => {
    expect(edited(change).slides.flatMap((slide) => (slide.changed ? [slide.changes] : []))).toEqual([changes]);
  });

  it('sees a change of the design', () => {
    const found = edited((p) => replace(p, 'ppt/slideLayouts/slideLayout3.xml', /<a:off x="\d+"/, '<a:off x="1"'));
    expect(found.designChanged).toBe(true);
    expect(editProblems(found, 'inspect/edited', 'Keep it.')).toHaveLength(1);
  });

  it('puts nothing of the recipe into the audience’s copy', async () => {
    const { value } = await writePptx(richScene(undefined, { recipe: null, forPresenter: false }));
    expect([...opened(value).keys()].filter((name) => name.startsWith('customXml'))).toEqual([]);
    const found = inspectPptx(value).value;
    expect(found.recipe).toBeNull();
    expect(found.stamp).toBe('0a1b2c3d');
    expect(await validate(value)).toEqual([]);
  });

  it.each([
    ['text', new TextEncoder().encode('not a deck')],
    ['another zip', writeZip(new Map([['word/document.xml', '<x/>']]))],
    ['nothing', new Uint8Array()],
  ])('refuses %s', (_, bytes) => {
    expect(() => inspectPptx(bytes)).toThrow(LecternError);
    expect(() => inspectPptx(bytes)).toThrow(/inspect\/unreadable/);
  });
});
