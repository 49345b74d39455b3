import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { EAST_ASIAN } from '../../../base/unicode.ts';
import { asMatrix, multiply, type Matrix } from './matrix.ts';
import { pathsOf, type Operators } from './paths.ts';
import type { Face, Page, Piece, Rules } from './types.ts';

/** A quarter turn that text is written in, clockwise: 0 is upright. */
type Turn = 0 | 1 | 2 | 3;

/** Text that leans by more than this, in degrees, from a quarter turn is a watermark. */
const LEAN = 5;
/** Text of another direction with at least this share of a page's letters is read as a page of its own. */
const OWN_SHARE = 0.2;
/** Two equal runs this close, as a share of their size, are one that is printed twice to look bold. */
const TWICE = 0.12;

/** Arabic letters in the shape that they take in a word, each with a code of its own. */
const SHAPED = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/g;

const STANDS = new RegExp(`[${EAST_ASIAN}]`, 'u');

interface Placed extends Piece {
  readonly turn: Turn | null;
}

export interface PageBounds {
  /** How many drawing operators are still looked through. */
  readonly operators: number;
  /** pdf.js's numbers for them. */
  readonly ops: Operators;
}

/**
 * A page as pdf.js reads it: text with its place and face, ruled lines, bullets that are drawn. What is written in another direction is a
 * page of its own where it is much, as a table turned by a quarter; `operators` counts what was looked through.
 */
export async function readPage(page: PDFPageProxy, bounds: PageBounds): Promise<{ pages: Page[]; operators: number }> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const view = asMatrix(transform);
  // Fonts tell their names only once the page's operators have been read.
  const drawn = bounds.operators > 0 ? await page.getOperatorList() : null;
  const content = await page.getTextContent();
  const faces = new Map(Object.keys(content.styles).map((font) => [font, faceOf(page, font)]));
  const pieces: Placed[] = [];
  for (const item of content.items) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') continue;
    const face = faces.get(item.fontName) ?? { font: item.fontName, bold: false, italic: false };
    const isVertical = content.styles[item.fontName]?.vertical === true;
    const piece = place(item, { view, face, isVertical });
    if (piece && isOnPage(piece, width, height)) pieces.push(piece);
  }
  const paths = drawn ? pathsOf(drawn, view, bounds.ops) : { horizontal: [], vertical: [], dots: [] };
  const pages = split(standing(withoutTwice(pieces)), { number: page.pageNumber, width, height, paths });
  return { pages, operators: drawn?.fnArray.length ?? 0 };
}

interface Item {
  readonly str: string;
  /** `ltr`, `rtl` or `ttb`. */
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

interface PlaceOptions {
  readonly view: Matrix;
  readonly face: Face;
  readonly isVertical: boolean;
}

function place(item: Item, { view, face, isVertical }: PlaceOptions): Placed | null {
  const [a, b, c, d, x, y] = multiply(view, asMatrix(item.transform));
  const size = Math.hypot(c, d);
  if (!Number.isFinite(x + y + size + item.width) || size < 0.5) return null;
  const angle = (Math.atan2(b, a) * 180) / Math.PI + (isVertical ? 90 : 0);
  const turn = ((Math.round(angle / 90) + 4) % 4) as Turn;
  const leans = Math.abs(angle - Math.round(angle / 90) * 90) > LEAN;
  const width = isVertical ? item.height : item.width;
  const [first, last] = [/^\s/.test(item.str), /\s$/.test(item.str)];
  const spaced = item.dir === 'rtl' ? { left: last, right: first } : { left: first, right: last };
  const text = item.str.trim().replace(SHAPED, (letters) => letters.normalize('NFKC'));
  return { text, x, y, width, size, face, spaced, turn: leans ? null : turn };
}

const isOnPage = ({ x, y }: Piece, width: number, height: number): boolean => x > -20 && y > -5 && x < width + 5 && y < height + 20;

/** Bold that is made by printing twice, and shadows. */
function withoutTwice(pieces: readonly Placed[]): Placed[] {
  const seen = new Map<string, Placed[]>();
  return pieces.filter((piece) => {
    const others = seen.get(piece.text);
    const near = ({ x, y }: Placed): boolean => Math.hypot(x - piece.x, y - piece.y) < piece.size * TWICE;
    // Only the last few: a page of one letter is no reason to compare all with all.
    if (others?.slice(-8).some(near)) return false;
    if (others) others.push(piece);
    else seen.set(piece.text, [piece]);
    return true;
  });
}

/** Lines that are written downwards, from the right: most signs stand alone, each below the one before it, however the file says so. */
function standing(pieces: readonly Placed[]): Placed[] {
  const stands = ({ text, turn }: Placed): boolean => turn === 0 && Array.from(text).length === 1 && STANDS.test(text);
  const below = pieces.filter((piece, index) => {
    const next = pieces[index + 1];
    const down = (next?.y ?? 0) - piece.y;
    return next && stands(piece) && stands(next) && Math.abs(next.x - piece.x) < piece.size * 0.3 && down > 0 && down < piece.size * 1.6;
  });
  if (below.length < pieces.length * 0.6) return [...pieces];
  return pieces.map((piece) =>
    stands(piece) ? { ...piece, turn: 1, x: piece.x + piece.size / 2, y: piece.y - piece.size * 0.8, width: piece.size } : piece,
  );
}

interface Sheet {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly paths: Rules & Pick<Page, 'dots'>;
}

function split(pieces: readonly Placed[], { number, width, height, paths }: Sheet): Page[] {
  const letters = (list: readonly Piece[]): number => list.reduce((sum, { text }) => sum + text.length, 0);
  const all = letters(pieces);
  const turns = ([0, 1, 2, 3] as const)
    .map((turn) => ({ turn, own: pieces.filter((piece) => piece.turn === turn) }))
    .sort((a, b) => letters(b.own) - letters(a.own) || a.turn - b.turn);
  const [main, ...others] = turns;
  const apart = others.filter(({ own }) => own.length > 0 && letters(own) >= all * OWN_SHARE);
  const leaning = pieces.filter(({ turn }) => turn === null || others.some((other) => other.turn === turn && !apart.includes(other)));
  const athwart = leaning.map(({ text }) => text);
  return [main, ...apart].flatMap((part, index): Page[] => {
    if (!part) return [];
    const upright = part.turn === 0;
    const [w, h] = part.turn % 2 === 0 ? [width, height] : [height, width];
    return [
      {
        number,
        width: w,
        height: h,
        pieces: part.own.map(({ text, size, face, spaced, width: run, x, y }) => {
          const [turnedX, turnedY] = turned(part.turn, { x, y, width, height });
          return { text, size, face, spaced, width: run, x: turnedX, y: turnedY };
        }),
        // Lines of a page that is turned are rarely more than a table's: they are left to alignment.
        rules: upright ? { horizontal: paths.horizontal, vertical: paths.vertical } : { horizontal: [], vertical: [] },
        dots: upright ? paths.dots : [],
        athwart: index === 0 ? athwart : [],
      },
    ];
  });
}

function turned(turn: Turn, { x, y, width, height }: Pick<Piece, 'x' | 'y'> & { width: number; height: number }): [number, number] {
  switch (turn) {
    case 0:
      return [x, y];
    case 1:
      return [y, width - x];
    case 2:
      return [width - x, height - y];
    case 3:
      return [height - y, x];
  }
}

const BOLD = /bold|black|heavy|demi|semibd|(?:^|[-_ ,])bd\b|cmb[xs]|\bSFBX|-?medi(?:um)?(?:ital)?$|W[6-9]\b/i;
const ITALIC = /ital|obli|slanted|(?:^|[-_ ,])it\b|cmti|cmsl|SFTI|SFSL/i;

/** A font says what it looks like by its name alone. */
function faceOf(page: PDFPageProxy, font: string): Face {
  const known: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
  const name = known !== null && typeof known === 'object' && 'name' in known && typeof known.name === 'string' ? known.name : '';
  // Nimbus calls its bold “Medi”, others their text “Medium”.
  const isBold = BOLD.test(name.replace(/^[A-Z]{6}\+/, '')) && !/-?medium$/i.test(name);
  return { font, bold: isBold, italic: ITALIC.test(name) };
}
