/** What a PDF says of itself in its document information dictionary (ISO 32000-1, 14.3.3). */
export interface PdfProperties {
  /** The handling mark; null: it has none. */
  readonly mark: string | null;
}

/** A text string in hexadecimal digits: UTF-16, so that no sign has to be escaped (7.9.2.2). */
function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0'));
  return `<FEFF${units.join('')}>`;
}

const TRAILER = /trailer\s*<<([^]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/;

/** The entries of the information dictionary that there is; empty where there is none. */
function entriesOf(text: string, reference: string | undefined): string {
  const [number = '', generation = ''] = reference?.split(' ') ?? [];
  const start = reference === undefined ? -1 : text.search(new RegExp(`(?:^|[\\r\\n])${number} ${generation} obj\\b`));
  const body = start === -1 ? '' : text.slice(text.indexOf('obj', start) + 3, text.indexOf('endobj', start)).trim();
  return body.startsWith('<<') && body.endsWith('>>')
    ? body.slice(2, -2).replace(/\/(?:Keywords|Handling#20mark)\s*(?:\([^)]*\)|<[^>]*>)/g, '')
    : '';
}

/**
 * The PDF with properties, as an update behind what there is (7.5.6): a reader shows them, and no byte before is another. As it was where there
 * is nothing to say, or its trailer is none that Chromium writes.
 */
export function withPdfProperties(pdf: Uint8Array, { mark }: PdfProperties): Uint8Array {
  if (mark === null) return pdf;
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const [, trailer = '', previous] = TRAILER.exec(text.slice(-2048)) ?? [];
  const size = Number(/\/Size\s+(\d+)/.exec(trailer)?.[1]);
  const root = /\/Root\s+(\d+ \d+) R/.exec(trailer)?.[1];
  if (previous === undefined || !Number.isSafeInteger(size) || root === undefined) return pdf;
  const known = /\/Info\s+(\d+ \d+) R/.exec(trailer)?.[1];
  const info = known ?? `${size} 0`;
  const [number = '', generation = '0'] = info.split(' ');
  const id = /\/ID\s*\[[^\]]*\]/.exec(trailer)?.[0];
  const gap = text.endsWith('\n') ? '' : '\n';
  const at = pdf.length + gap.length;
  const object = `${info} obj\n<<${entriesOf(text, known)}\n/Keywords ${textString(mark)}\n/Handling#20mark ${textString(mark)}>>\nendobj\n`;
  const entry = `${String(at).padStart(10, '0')} ${generation.padStart(5, '0')} n `;
  const list = [
    `/Size ${known === undefined ? size + 1 : size}`,
    `/Root ${root} R`,
    `/Info ${info} R`,
    `/Prev ${previous}`,
    ...(id === undefined ? [] : [id]),
  ];
  const update = `${gap}${object}xref\n${number} 1\n${entry}\ntrailer\n<<${list.join(' ')}>>\nstartxref\n${at + object.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(update, 'latin1')]);
}
