/** Formats that are known and not read, by their first bytes, with what to do about each. */
interface Foreign {
  readonly name: string;
  readonly hint: string;
  readonly test: (head: string) => boolean;
}

const AGAIN = 'Open it in a picture program and save it as PNG or JPEG.';

const FOREIGN: readonly Foreign[] = [
  {
    name: 'HEIC, as phones take photos',
    hint: 'Export it as JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible; in a picture program, “Save as”.',
    test: (head) => /^....ftyp(?:hei|hev|mif1|msf1)/s.test(head),
  },
  { name: 'AVIF', hint: AGAIN, test: (head) => /^....ftypavi[fs]/s.test(head) },
  { name: 'TIFF', hint: AGAIN, test: (head) => /^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/.test(head) },
  { name: 'BMP', hint: AGAIN, test: (head) => head.startsWith('BM') },
  { name: 'JPEG XL', hint: AGAIN, test: (head) => head.startsWith('\xff\x0a') || head.startsWith('\0\0\0\x0cJXL ') },
  { name: 'JPEG 2000', hint: AGAIN, test: (head) => head.startsWith('\0\0\0\x0cjP  ') },
  { name: 'PSD', hint: AGAIN, test: (head) => head.startsWith('8BPS') },
  { name: 'PDF', hint: 'Save the page as PNG, or as SVG.', test: (head) => head.startsWith('%PDF') },
  { name: 'a compressed file (SVGZ, perhaps)', hint: 'Save the drawing as plain SVG.', test: (head) => head.startsWith('\x1f\x8b') },
  {
    name: 'a Windows metafile',
    hint: 'Save the drawing as SVG.',
    test: (head) => head.startsWith('\xd7\xcd\xc6\x9a') || (head.startsWith('\x01\0\0\0') && head.slice(40, 44) === ' EMF'),
  },
];

/** What a file is that no picture is read from; null where nobody knows. */
export function foreignKind(bytes: Uint8Array): Pick<Foreign, 'name' | 'hint'> | null {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  return FOREIGN.find(({ test }) => test(head)) ?? null;
}
