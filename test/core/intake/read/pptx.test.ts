import { describe, expect, it } from 'vitest';
import { body, box, chartPart, line, makePptx, notesPart, PNG, title, zipOf } from '../../../support/intake/package.ts';
import { refused, takenIn } from '../../../support/intake/taken.ts';

const PORT = 'The quay of Lindmouth is full on about 140 days a year.';
const WAIT = 'Barges wait for six hours on such a day.';
const picture = (id: string, { alt = '', more = '', size = 4 } = {}) =>
  `<p:pic><p:nvPicPr><p:cNvPr id="9" name="" descr="${alt}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/>${more}</p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${size * 914_400}" cy="${size * 914_400}"/></a:xfrm></p:spPr></p:pic>`;
const frame = (data: string) =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name=""/></p:nvGraphicFramePr><a:graphic><a:graphicData>${data}</a:graphicData></a:graphic></p:graphicFrame>`;

describe('a deck', () => {
  it('gives a topic for a slide, points with their levels, and what is said to it', async () => {
    const deck = makePptx(
      [
        {
          shapes:
            title('The limits') +
            body(
              line(PORT) + line(WAIT, '<a:pPr lvl="1"/>') + line('Eis &amp; Wasser', '<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>'),
            ),
          related: [['n', 'notesSlide', '../notesSlides/notesSlide1.xml']],
        },
      ],
      { 'ppt/notesSlides/notesSlide1.xml': notesPart('Begin with the quay.') },
    );
    const { text, source } = await takenIn(deck, 'a.pptx');
    expect(text).toContain(
      `## The limits\n\n- ${PORT} [¶1]\n  - ${WAIT} [¶2]\n\n1. Eis & Wasser [¶3]\n\n:::notes\nBegin with the quay.\n:::`,
    );
    expect(source).toHaveLength(3);
  });

  it('is read by columns where its boxes stand in columns, from the right where it is written so', async () => {
    const boxes = [
      box(line('four'), { at: [5, 3, 3, 1] }),
      box(line('two'), { at: [1, 3, 3, 1] }),
      box(line('three'), { at: [5, 1, 3, 1] }),
      box(line('one'), { at: [1, 1, 3, 1] }),
    ];
    const { source } = await takenIn(
      makePptx([{ shapes: title('Order') + boxes.join('') + box(line(PORT), { at: [1, 5, 7, 1] }) }]),
      'a.pptx',
    );
    expect(source).toEqual(['one', 'three', 'two', 'four', PORT]);
    const wide = [box(line('b1 b2'), { at: [5, 1, 3, 4] }), box(line('a1'), { at: [1, 1, 3, 1] }), box(line('a2'), { at: [1, 2.5, 3, 2] })];
    expect((await takenIn(makePptx([{ shapes: title('Order') + wide.join('') }]), 'a.pptx')).source).toEqual(['a1', 'a2', 'b1 b2']);
  });

  it('takes groups apart, on their own grid', async () => {
    const group = `<p:grpSp><p:grpSpPr><a:xfrm><a:off x="914400" y="4572000"/><a:ext cx="1828800" cy="914400"/><a:chOff x="0" y="0"/><a:chExt cx="3657600" cy="1828800"/></a:xfrm></p:grpSpPr>${box(line('below'), { at: [0, 0, 2, 1] })}</p:grpSp>`;
    const { source } = await takenIn(makePptx([{ shapes: title('Order') + group + box(line('above'), { at: [1, 2, 3, 1] }) }]), 'a.pptx');
    expect(source).toEqual(['above', 'below']);
  });

  it('has its charts as charts and its tables as tables, with their words as a paragraph', async () => {
    const table = `<a:tbl><a:tr><a:tc><a:txBody>${line('Measure')}</a:txBody></a:tc><a:tc><a:txBody>${line('Cost')}</a:txBody></a:tc></a:tr><a:tr><a:tc><a:txBody>${line('Quay')}</a:txBody></a:tc><a:tc><a:txBody>${line('24.0')}</a:txBody></a:tc></a:tr></a:tbl>`;
    const deck = (kind: string) =>
      takenIn(
        makePptx(
          [{ shapes: title('Numbers') + frame('<c:chart r:id="c"/>') + frame(table), related: [['c', 'chart', '../charts/chart1.xml']] }],
          {
            'ppt/charts/chart1.xml': chartPart(kind, ['Q1', 'Q2'], { Forecast: [18, 19.5], Counted: [16.5, 20] }),
          },
        ),
        'a.pptx',
      );
    const { text, source } = await deck('c:barChart');
    expect(text).toContain('| Measure | Cost |');
    expect(text).toContain(
      ':::chart{type="bar" title="Containers"}\n| | Forecast | Counted |\n| - | -: | -: |\n| Q1 | 18 | 16.5 |\n| Q2 | 19.5 | 20 |\n\n[¶1]\n:::',
    );
    expect(source[0]).toBe(' | Forecast | Counted / Q1 | 18 | 16.5 / Q2 | 19.5 | 20'.trim());
    // Two rings, and points in a plane, are no charts of ours.
    expect((await deck('c:doughnutChart')).text).toContain(':::table{title="Containers"}');
    expect((await deck('c:scatterChart')).text).toContain(':::table{title="Containers"}');
  });

  it('reads SmartArt from the drawing beside it', async () => {
    const dgm = 'http://schemas.openxmlformats.org/drawingml/2006/diagram';
    const shapes = title('Steps') + frame(`<dgm:relIds xmlns:dgm="${dgm}" r:dm="d"/>`);
    const words = (text: string) => `<d:sp><d:txBody>${line(text)}</d:txBody></d:sp>`;
    const deck = makePptx(
      [
        {
          shapes,
          related: [
            ['d', 'diagramData', '../diagrams/data1.xml'],
            ['w', 'diagramDrawing', '../diagrams/drawing1.xml'],
          ],
        },
      ],
      {
        'ppt/diagrams/data1.xml': `<x:dataModel xmlns:x="${dgm}"/>`,
        'ppt/diagrams/drawing1.xml': `<d:drawing xmlns:d="http://schemas.microsoft.com/office/drawing/2008/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${words('Dredge the river')}${words('Build the wall')}</d:drawing>`,
      },
    );
    expect((await takenIn(deck, 'a.pptx')).source).toEqual(['Dredge the river', 'Build the wall']);
  });

  it('keeps a picture that says what it shows, and offers ornaments', async () => {
    const media = { 'ppt/media/image1.png': PNG, 'ppt/media/image2.emf': PNG };
    const related = [
      ['i', 'image', '../media/image1.png'],
      ['e', 'image', '../media/image2.emf'],
    ] as const;
    const deck = (shapes: string) =>
      takenIn(makePptx([{ shapes: title('The map') + body(line(PORT)) + shapes, related }], media), 'a.pptx');
    const shown = await deck(picture('i', { alt: 'A map of the port' }));
    expect(shown.text).toMatch(/!\[A map of the port\]\(the-map\.picture-[0-9a-f]{8}\.png\)/);
    const guessed = await deck(picture('i', { alt: 'image1.png', size: 1 }) + picture('e'));
    expect(guessed.text).not.toContain('![');
    expect(guessed.received('intake/images-offered')).toBe('1');
    expect(guessed.received('intake/images-left-out')).toBe('1: EMF');
    // What somebody cut away may be what nobody should see.
    expect((await deck(picture('i', { alt: 'A map', more: '<a:srcRect l="40000"/>' }))).text).not.toContain('![');
  });

  it('leaves out hidden slides, agendas and lines that stand on each slide, and says of the first', async () => {
    const label = box(line('Strictly internal'), { at: [1, 7, 3, 0.3] });
    const titles = ['The quay', 'The bridge', 'The track'];
    const slides = titles.map((name) => ({ shapes: title(name) + body(line(PORT.replace('quay', name)) + line(WAIT)) + label }));
    const agenda = { shapes: title('Agenda') + body(titles.map((name) => line(name)).join('')) };
    const hidden = { shapes: title('Secret') + body(line('Nobody may know')), attributes: ' show="0"' };
    const { text, draft, received } = await takenIn(makePptx([agenda, ...slides, hidden, { shapes: title('Part two') }]), 'a.pptx');
    expect(draft.topics.map(({ heading }) => heading.value)).toEqual(titles);
    expect(/Strictly|Nobody|Agenda\n/.test(text.replace(/^---[^]*?---/, ''))).toBe(false);
    expect(received('intake/slides-left-out')).toBe('hidden: 5; with a title alone: 6');
  });

  it('is read whatever prefixes it has, in ISO 29500’s strict form too', async () => {
    const plain = makePptx([{ shapes: title('The limits') + body(line(PORT)) }]);
    const strict = (text: string) =>
      text
        .replaceAll('http://schemas.openxmlformats.org/presentationml/2006/main', 'http://purl.oclc.org/ooxml/presentationml/main')
        .replaceAll('http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main')
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
        .replace(/(<\/?|xmlns:)p(?=:|=)/g, '$1folie');
    const { unzipSync, strFromU8 } = await import('fflate');
    const odd = zipOf(Object.fromEntries(Object.entries(unzipSync(plain)).map(([name, part]) => [name, strict(strFromU8(part))])));
    expect((await takenIn(odd, 'a.pptx')).source).toEqual([PORT]);
  });

  it.each([
    ['cut short', makePptx([{ shapes: title('a') }]).slice(0, 300), 'intake/broken'],
    ['with an ill-formed slide', makePptx([{ shapes: '<p:sp>' }]), 'intake/broken'],
    ['that lists a slide it has not', makePptx([{ shapes: '' }], { 'ppt/slides/slide1.xml': '' }), 'intake/broken'],
    [
      'with entities of its own',
      makePptx([{ shapes: '' }], { 'ppt/slides/slide1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'intake/entities',
    ],
    ['of groups inside each other', makePptx([{ shapes: '<p:grpSp>'.repeat(3000) + '</p:grpSp>'.repeat(3000) }]), 'intake/too-deep'],
    ['of 501 slides', makePptx(Array.from({ length: 501 }, () => ({ shapes: '' }))), 'intake/too-large'],
    ['of 600,000 shapes', makePptx([{ shapes: '<p:sp/>'.repeat(600_000) }]), 'intake/too-large'],
    ['that unpacks to 70 MB', makePptx([{ shapes: '' }], { 'ppt/slides/slide1.xml': ' '.repeat(70 * 1024 * 1024) }), 'intake/bomb'],
    ['of pictures alone', makePptx([{ shapes: '' }]), 'intake/no-text'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await refused(bytes, 'a.pptx')).toEqual([code]);
  });

  it('of ten thousand slides is too large, though its list of parts is longer than is read', async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_100 }, (_, n) => [`ppt/slides/slide${n}.xml`, '<a/>']));
    expect(await refused(zipOf(parts), 'a.pptx')).toEqual(['intake/too-large']);
  });
});
