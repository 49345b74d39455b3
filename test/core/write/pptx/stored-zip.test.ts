import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../../src/core/ooxml/zip.ts';
import StoredZip from '../../../../src/core/write/pptx/stored-zip.ts';

/** What pptxgenjs does with it: folders made and not used, a zip in the zip as base64, files by path and in folders. */
async function filled(zip: StoredZip | JSZip): Promise<Map<string, Uint8Array>> {
  const make = zip instanceof StoredZip ? (): StoredZip => new StoredZip() : (): JSZip => new JSZip();
  const workbook = make();
  workbook.folder('xl/worksheets');
  workbook.file('xl/worksheets/sheet1.xml', '<v>ä — 数 👩</v>');
  zip.folder('ppt')?.folder('_rels');
  zip.file('[Content_Types].xml', '<Types/>');
  zip.folder('ppt/slides')?.file('slide1.xml', '<p:sld/>');
  zip.file('ppt/embeddings/book.xlsx', await (workbook as JSZip).generateAsync({ type: 'base64' }), { base64: true });
  const bytes = await (zip as JSZip).generateAsync({ type: 'uint8array' });
  return readZip(bytes);
}

describe('the zip that the bundles give pptxgenjs for JSZip', () => {
  it('holds the same parts', async () => {
    const [ours, theirs] = [await filled(new StoredZip()), await filled(new JSZip())];
    const book = 'ppt/embeddings/book.xlsx';
    expect([...ours.keys()]).toEqual(['[Content_Types].xml', 'ppt/slides/slide1.xml', book]);
    expect([...ours.keys()]).toEqual([...theirs.keys()]);
    for (const [name, bytes] of ours) if (name !== book) expect(bytes).toEqual(new Uint8Array(theirs.get(name) ?? []));
    expect(readZip(ours.get(book) ?? new Uint8Array())).toEqual(readZip(theirs.get(book) ?? new Uint8Array()));
  });
});
