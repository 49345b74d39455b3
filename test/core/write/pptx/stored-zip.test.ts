import { describe, expect, it } from 'vitest';
import { readZip } from '../../../../src/core/base/ooxml/zip.ts';
import StoredZip from '../../../../src/core/write/pptx/stored-zip.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

// That the bundle writes with it what pptxgenjs writes with JSZip, byte for byte, is in test/hosts/cli/bundled.test.ts.
describe('the zip that the bundle gives pptxgenjs for JSZip', () => {
  it('holds files by path and in folders, a zip in the zip as base64, and nothing for a folder alone', async () => {
    const workbook = new StoredZip();
    workbook.folder('xl/worksheets');
    workbook.file('xl/worksheets/sheet1.xml', '<v>ä — 数 👩</v>');
    const zip = new StoredZip();
    zip.folder('ppt').folder('_rels');
    zip.file('[Content_Types].xml', '<Types/>');
    zip.folder('ppt/slides').file('slide1.xml', '<p:sld/>');
    zip.file('ppt/embeddings/book.xlsx', await workbook.generateAsync({ type: 'base64' }), { base64: true });
    const files = readZip((await zip.generateAsync({ type: 'uint8array' })) as Uint8Array);
    expect([...files.keys()]).toEqual(['[Content_Types].xml', 'ppt/slides/slide1.xml', 'ppt/embeddings/book.xlsx']);
    expect(text(files.get('ppt/slides/slide1.xml'))).toBe('<p:sld/>');
    const book = readZip(files.get('ppt/embeddings/book.xlsx') ?? new Uint8Array());
    expect([...book].map(([name, bytes]) => [name, text(bytes)])).toEqual([['xl/worksheets/sheet1.xml', '<v>ä — 数 👩</v>']]);
  });
});
