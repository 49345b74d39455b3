import { describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { makeDocx } from '../../../support/intake/docx.ts';
import { chartPart, PNG, zipOf } from '../../../support/intake/package.ts';
import { takenIn } from '../../../support/intake/taken.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const PORT = 'The quay of Lindmouth is full on about 140 days a year, the board of the port says in its report.';
const p = (runs: string, style = '') => `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;
const r = (text: string, properties = '') => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const document = (body: string) => `<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}</w:body></w:document>`;
const related = (...list: readonly (readonly [string, string, string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const made = (body: string, extra: Readonly<Record<string, string | Uint8Array>> = {}) => {
  const parts = unzipSync(makeDocx({ paragraphs: [] }));
  return zipOf({
    ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)])),
    'word/document.xml': document(body),
    ...extra,
  });
};

describe('a Word document', () => {
  it('is read whatever its main part is called, and whatever it calls Word’s elements', async () => {
    const body = document(p(r('A port outgrown'), 'Title') + p(r(PORT)) + p(r('whisper', '<w:vanish/>'))).replace(
      /(<\/?|xmlns:|\s)w(?=[:=])/g,
      '$1wort',
    );
    const bytes = zipOf({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      '_rels/.rels': related(['r1', 'officeDocument', '/word/document2.xml']),
      'word/document2.xml': body,
    });
    const { source, codes } = await takenIn(bytes, 'a.docx');
    expect(source.at(-1)).toBe(PORT);
    expect(codes).toContain('intake/hidden-left-out');
  });

  it('shows nothing that a style hides', async () => {
    const styles = `<w:styles xmlns:w="${W}"><w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Heir"><w:basedOn w:val="Secret"/></w:style></w:styles>`;
    const body = p(r(PORT) + r('whisper', '<w:rStyle w:val="Heir"/>')) + p(r('murmur'), 'Secret') + p(r(PORT.replace('quay', 'bridge')));
    const { draft, received } = await takenIn(made(body, { 'word/styles.xml': styles }), 'a.docx');
    expect(draft.blocks.some(({ text }) => /whisper|murmur/.test(text))).toBe(false);
    expect(received('intake/hidden-left-out')).toBe('2');
  });

  it('keeps the columns of a table with merged cells, and cells of several paragraphs', async () => {
    const cell = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${words}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const [down, on] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>'];
    const table = `<w:tbl>${row(cell(p(r('Measure'))), cell(p(r('From'))), cell(p(r('Cost'))))}${row(cell(p(r('Quay')) + p(r('wall')), down), cell(p(r('2026'))), cell(p(r('24'))))}${row(cell(p(''), on), cell(p(r('2027'))), cell(p(r('6'))))}${row(cell(p(r('All')), '<w:gridSpan w:val="2"/>'), cell(p(r('30'))))}</w:tbl>`;
    const { text } = await takenIn(made(p(r(PORT)) + table), 'a.docx');
    expect(text).toContain('| Measure | From | Cost |\n| - | - | -: |\n| Quay wall | 2026 | 24 |\n| | 2027 | 6 |\n| All | | 30 ');
  });

  it('has its pictures with their descriptions and captions, and its charts', async () => {
    const drawing = (inner: string, alt = '') =>
      `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic xmlns:a="${A}"><a:graphicData>${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const picture = `<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rP"/></pic:blipFill></pic:pic>`;
    const chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rC"/>';
    const body =
      p(r(PORT)) + p(drawing(picture, 'A map of the port')) + p(r('Figure 1: The port. Source: Otto Berg'), 'Caption') + p(drawing(chart));
    const bytes = made(body, {
      'word/styles.xml': `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="Caption"/></w:style></w:styles>`,
      'word/_rels/document.xml.rels': related(
        ['rS', 'styles', 'styles.xml'],
        ['rP', 'image', 'media/image1.png'],
        ['rC', 'chart', 'charts/chart1.xml'],
      ),
      'word/media/image1.png': PNG,
      'word/charts/chart1.xml': chartPart('c:lineChart', ['2023', '2024'], { Days: [33, 38] }),
    });
    const { text, codes } = await takenIn(bytes, 'a.docx');
    expect(text).toMatch(/!\[A map of the port\]\([\w-]+\.picture-[0-9a-f]{8}\.png "Figure 1: The port\. \| Source: Otto Berg"\)/);
    expect(text).toContain('| 2023 | 33 |\n| 2024 | 38 |');
    expect(codes).not.toContain('intake/images-left-out');
  });
});
