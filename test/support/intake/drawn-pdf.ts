import { encode } from './encode.ts';

/** PDFs drawn by hand: each word where a test wants it. Points from the upper left corner; `y` is the baseline. */

export type FontName = keyof typeof FONTS | 'shapes' | 'shifted' | 'private' | 'arabic' | 'gb' | 'japanese' | 'korean';

export interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: FontName;
  /** Degrees, against the clock. */
  readonly turned?: number;
}

export interface DrawnPage {
  readonly words: readonly Drawn[];
  /** Lines: x1, y1, x2, y2. */
  readonly lines?: readonly (readonly [number, number, number, number])[];
  /** Filled squares of four points, by their left and top. */
  readonly dots?: readonly (readonly [number, number])[];
  readonly width?: number;
  readonly height?: number;
  /** What the viewer turns the page by, clockwise. */
  readonly rotate?: 0 | 90 | 180 | 270;
}

const FONTS = { plain: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique', mono: 'Courier' } as const;
/** Fonts that are not in the file and name a predefined CMap (ISO 32000-2, 9.7.5.2). */
const CJK = {
  gb: { base: 'SimSun', cmap: 'UniGB-UCS2-H', ordering: 'GB1' },
  japanese: { base: 'MS-Mincho', cmap: '90ms-RKSJ-H', ordering: 'Japan1' },
  korean: { base: 'Batang', cmap: 'KSCms-UHC-H', ordering: 'Korea1' },
} as const;
const ENCODINGS = { japanese: 'shift_jis', korean: 'euc-kr' } as const;

const A4 = { width: 595, height: 842 } as const;

/** Arabic letters in the shapes of a word, which a font's table names as they stand. */
const SHAPES = 'ﻣﻴﻨﺎءاﻟﺠﺰرﻓﻲﺔﻤ .0123456789';

/** A PDF of these pages. `info` are entries of its information dictionary. */
export function drawnPdf(pages: readonly DrawnPage[], info: Readonly<Record<string, string>> = {}): Uint8Array {
  const objects = new Map<number, string>();
  const put = (body: string): number => {
    objects.set(objects.size + 1, body);
    return objects.size;
  };
  put('<< /Type /Catalog /Pages 2 0 R >>');
  put('');
  put(
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} (${literal(value)})`)
      .join(' ')} >>`,
  );
  const fonts = fontObjects(put);
  const resources = `<< /Font << ${fonts.map(([name, number]) => `/${name} ${number} 0 R`).join(' ')} >> >>`;
  const kids = pages.map((page) => {
    const { width = A4.width, height = A4.height, rotate = 0 } = page;
    const stream = contents(page, height);
    const content = put(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    const box = `/MediaBox [0 0 ${width} ${height}]`;
    return put(`<< /Type /Page /Parent 2 0 R ${box} /Rotate ${rotate} /Resources ${resources} /Contents ${content} 0 R >>`);
  });
  objects.set(2, `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`);
  return file(objects);
}

function contents({ words, lines = [], dots = [] }: DrawnPage, height: number): string {
  return [
    ...lines.map(([x1, y1, x2, y2]) => `0.7 w ${x1} ${height - y1} m ${x2} ${height - y2} l S`),
    ...dots.map(([x, y]) => `${x} ${height - y - 4} 4 4 re f`),
    ...words.map(({ text, x, y, size = 10, font = 'plain', turned = 0 }) => {
      const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)].map((value) => value.toFixed(5));
      return `BT /${font} ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${(height - y).toFixed(2)} Tm ${string(text, font)} Tj ET`;
    }),
  ].join('\n');
}

/** The bytes that a font stands a text for. */
function string(text: string, font: FontName): string {
  if (font === 'gb') return hex(Array.from(text, (sign) => sign.charCodeAt(0)).flatMap((code) => [code >> 8, code & 255]));
  if (font === 'japanese' || font === 'korean') return hex(Array.from(text).flatMap((sign) => multibyte(ENCODINGS[font]).get(sign) ?? []));
  // A font without names: `a` is 68, as in a TrueType file's order of glyphs.
  if (font === 'shifted') return hex(Array.from(text).flatMap((sign) => [0, Math.max(1, sign.charCodeAt(0) - 29)]));
  if (font === 'arabic') return hex(Array.from(text, (sign) => 33 + SHAPES.indexOf(sign)));
  return `(${literal(text)})`;
}

const hex = (bytes: readonly number[]): string => `<${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`;

/** The two bytes of each character, and the one of ASCII. */
function multibyte(encoding: string): Map<string, number[]> {
  const found = new Map<string, number[]>(Array.from({ length: 95 }, (_, i) => [String.fromCharCode(32 + i), [32 + i]]));
  const decoder = new TextDecoder(encoding);
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      const sign = decoder.decode(Uint8Array.of(first, second));
      if (sign.length === 1 && sign !== '\uFFFD' && !found.has(sign)) found.set(sign, [first, second]);
    }
  return found;
}

function fontObjects(put: (body: string) => number): [string, number][] {
  const simple = Object.entries(FONTS).map(([name, base]): [string, number] => [
    name,
    put(`<< /Type /Font /Subtype /Type1 /BaseFont /${base} /Encoding /WinAnsiEncoding >>`),
  ]);
  const composite = Object.entries(CJK).map(([name, { base, cmap, ordering }]): [string, number] => {
    const descriptor = put(
      `<< /Type /FontDescriptor /FontName /${base} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>`,
    );
    const info = `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >>`;
    const child = put(`<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${base} ${info} /DW 1000 /FontDescriptor ${descriptor} 0 R >>`);
    return [name, put(`<< /Type /Font /Subtype /Type0 /BaseFont /${base} /Encoding /${cmap} /DescendantFonts [${child} 0 R] >>`)];
  });
  const identity = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>';
  const unnamed = put(`<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Odd ${identity} /DW 500 >>`);
  const shifted = put(`<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Odd /Encoding /Identity-H /DescendantFonts [${unnamed} 0 R] >>`);
  // Each letter is a drawing (Type 3), named by what it stands for.
  const box = put('<< /Length 38 >>\nstream\n500 0 0 0 500 500 d1 0 0 400 400 re f   \nendstream');
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i));
  const codes = [' ', ...letters].map((sign) => ({ code: sign.charCodeAt(0), name: sign === ' ' ? 'space' : sign }));
  const shapes = put(
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 32 /LastChar 122 ` +
      `/Widths [${Array<number>(91).fill(500).join(' ')}] /CharProcs << ${codes.map(({ name }) => `/${name} ${box} 0 R`).join(' ')} >> ` +
      `/Encoding << /Type /Encoding /Differences [${codes.map(({ code, name }) => `${code} /${name}`).join(' ')}] >> >>`,
  );
  const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <e020> endbfrange endcmap end`;
  const privately = put(`<< /Length ${map.length} >>\nstream\n${map}\nendstream`);
  const hidden = put(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${privately} 0 R >>`);
  const shape = Array.from(SHAPES, (sign, at) => `<${(33 + at).toString(16)}> <${sign.charCodeAt(0).toString(16).padStart(4, '0')}>`);
  const table = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${shape.length} beginbfchar ${shape.join(' ')} endbfchar endcmap end`;
  const shaped = put(`<< /Length ${table.length} >>\nstream\n${table}\nendstream`);
  const arabic = put(`<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode ${shaped} 0 R >>`);
  return [['arabic', arabic], ...simple, ...composite, ['shifted', shifted], ['shapes', shapes], ['private', hidden]];
}

function file(objects: ReadonlyMap<number, string>): Uint8Array {
  let text = '%PDF-1.7\n';
  const rows: string[] = [];
  for (const [number, body] of objects) {
    rows.push(`${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  const trailer = `trailer << /Size ${objects.size + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  text += `xref\n0 ${objects.size + 1}\n0000000000 65535 f \n${rows.join('')}${trailer}`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function literal(text: string): string {
  return String.fromCharCode(...encode(text, 'windows-1252')).replace(/[\\()]/g, '\\$&');
}

/** A paragraph as lines of at most so many characters, one below the other; what a line cuts keeps a hyphen. */
export function lines(
  text: string,
  at: Drawn | Omit<Drawn, 'text'>,
  { wide, leading = 12 }: { readonly wide: number; readonly leading?: number },
): Drawn[] {
  const found: string[] = [];
  for (const word of text.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= wide) found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found.map((line, index) => ({ ...at, text: line, y: at.y + index * leading }));
}
