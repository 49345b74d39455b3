import { encode } from './encode.ts';

export interface PdfSpec {
  readonly title?: string;
  readonly header?: string;
  readonly footer?: string;
  /** Characters on a full line of body text. */
  readonly width: number;
  readonly blocks: readonly { readonly size: number; readonly text: string }[];
}

const PAGE = { width: 595, height: 842, left: 70, top: 740, bottom: 110 } as const;

interface Placed {
  readonly text: string;
  readonly size: number;
  readonly y: number;
}

/** A PDF as a word processor prints it: wrapped lines, words cut at line ends, a running head and foot on every page. */
export function makePdf(spec: PdfSpec): Uint8Array {
  const pages: Placed[][] = [[]];
  let y: number = PAGE.top;
  for (const { size, text } of spec.blocks) {
    for (const line of wrap(text, Math.floor((spec.width * 11) / size))) {
      if (y < PAGE.bottom + 160) {
        pages.push([]);
        y = PAGE.top;
      }
      pages.at(-1)?.push({ text: line, size, y });
      y -= size * 1.25;
    }
    y -= size;
  }
  return assemble(
    pages.map((lines, index) => [
      ...(spec.header ? [{ text: spec.header, size: 9, y: PAGE.height - 40 }] : []),
      ...lines,
      ...(spec.footer ? [{ text: `${spec.footer} ${index + 1}`, size: 9, y: 40 }] : []),
    ]),
    spec.title,
  );
}

/** Greedy, and every third line that ends in a long word cuts it. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line === '' || line.length + 1 + word.length <= width) line = line === '' ? word : `${line} ${word}`;
    else if (lines.length % 3 === 1 && /^[a-z]{8,}$/.test(word) && line.length + 6 <= width) {
      lines.push(`${line} ${word.slice(0, 4)}-`);
      line = word.slice(4);
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function assemble(pages: readonly (readonly Placed[])[], title: string | undefined): Uint8Array {
  const chunks: string[] = ['%PDF-1.4\n'];
  const offsets: number[] = [];
  const put = (number: number, body: string): void => {
    offsets[number] = chunks.join('').length;
    chunks.push(`${number} 0 obj\n${body}\nendobj\n`);
  };
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ');
  put(1, '<< /Type /Catalog /Pages 2 0 R >>');
  put(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  put(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  put(4, `<< /Title (${title === undefined ? '' : literal(title)}) >>`);
  pages.forEach((lines, index) => {
    const number = 5 + index * 2;
    const stream = lines.map((l) => `BT /F1 ${l.size} Tf 1 0 0 1 ${PAGE.left} ${l.y.toFixed(2)} Tm (${literal(l.text)}) Tj ET`).join('\n');
    put(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${number + 1} 0 R >>`,
    );
    put(number + 1, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  });
  const start = chunks.join('').length;
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  chunks.push(
    `xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join('')}trailer << /Size ${offsets.length} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
  return Uint8Array.from(chunks.join(''), (character) => character.charCodeAt(0));
}

/** A string literal whose characters stand for the bytes of windows-1252. */
function literal(text: string): string {
  return String.fromCharCode(...encode(text, 'windows-1252')).replace(/[\\()]/g, '\\$&');
}
