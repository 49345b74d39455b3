import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { withPdfProperties } from '../../../src/core/write/pdf-properties.ts';

/** A PDF of one empty page as Chromium writes it, in small. `info`: its information dictionary; null: it has none. */
function pdfWith(info: string | null): Buffer {
  const objects = [
    '1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n',
    '2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n',
    '3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>\nendobj\n',
    ...(info === null ? [] : [`4 0 obj\n<<${info}>>\nendobj\n`]),
  ];
  let at = '%PDF-1.4\n'.length;
  const entries = objects.map((object) => {
    const line = `${String(at).padStart(10, '0')} 00000 n \n`;
    at += object.length;
    return line;
  });
  const size = objects.length + 1;
  const trailer = `trailer\n<</Size ${size}\n/Root 1 0 R${info === null ? '' : '\n/Info 4 0 R'}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(`%PDF-1.4\n${objects.join('')}xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}${trailer}`, 'latin1');
}

async function infoOf(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const { info } = await (await task.promise).getMetadata();
  await task.destroy();
  return info as Record<string, unknown>;
}

describe('withPdfProperties', () => {
  it.each([
    ['beside those that it had', '/Title (A \\(b\\) >> c)\n/Producer (Skia)', { Title: 'A (b) >> c', Producer: 'Skia' }],
    ['in the place of keywords of its own', '/Keywords (old)\n/Title (T)', { Title: 'T' }],
    ['where it had none', null, {}],
  ])('puts the mark in, %s', async (_, info, kept) => {
    const pdf = pdfWith(info);
    const made = withPdfProperties(pdf, { mark: 'SECRET — für (A)' });
    expect(await infoOf(made)).toMatchObject({ ...kept, Keywords: 'SECRET — für (A)', Custom: { 'Handling mark': 'SECRET — für (A)' } });
    expect(Buffer.from(made.subarray(0, pdf.length)).equals(pdf)).toBe(true);
  });

  it('leaves a PDF as it is that has no mark, or no trailer of this kind', () => {
    const pdf = pdfWith(null);
    expect(withPdfProperties(pdf, { mark: null })).toBe(pdf);
    const other = Buffer.from('%PDF-1.7\nno trailer\n');
    expect(withPdfProperties(other, { mark: 'A' })).toBe(other);
  });
});
