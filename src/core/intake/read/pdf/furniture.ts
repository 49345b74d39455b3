import { foldKey } from '../../words/fold.ts';
import type { Page, Segment } from './types.ts';

/** The strips at the top and bottom of a page where running heads and page numbers stand, as a share of its height. */
const STRIP = 0.12;
/** Running heads stand further in where margins are wide. */
const WIDE_STRIP = 0.18;
/** Two places are the same within this many points. */
const SAME = 4;
const ARABIC =
  /^[^\p{L}\p{N}]*(?:(?:page|seite|p\.|s\.|стр\.?|página|pagina|pag\.?|sida|side|strona|sayfa|صفحة|第)\s*)?(\d{1,6})(?:\s*(?:\/|of|von|sur|de|di|из|頁|页|ページ)\s*\d{0,6})?[^\p{L}\p{N}]*$/iu;
const ROMAN = /^[^\p{L}\p{N}]*([ivxlc]{1,7})[^\p{L}\p{N}]*$/iu;

export interface PageSegments {
  readonly page: Page;
  readonly segments: readonly Segment[];
}

/** What stands around the text of the pages, and the text. */
export interface Furnished {
  readonly pages: readonly PageSegments[];
  /** Running heads and feet, each once. Numbers of pages and lines alone are not told of. */
  readonly heads: readonly string[];
}

/** The number that a line consists of, as page numbers are written; null for any other line. */
export function pageNumber(text: string): number | null {
  const arabic = ARABIC.exec(text)?.[1];
  if (arabic !== undefined) return Number(arabic);
  const roman = ROMAN.exec(text)?.[1];
  return roman === undefined ? null : fromRoman(roman.toLowerCase());
}

const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function fromRoman(text: string): number {
  return Array.from(text, (sign) => VALUES[sign] ?? 0).reduce(
    (sum, value, index, all) => sum + (value < (all[index + 1] ?? 0) ? -value : value),
    0,
  );
}

/**
 * Takes away what is no text: words that recur at one place near the edge of pages, numbers that count with the pages wherever they stand
 * apart, and numbers of lines. On a single page, what is set smaller at its very edge.
 */
export function withoutFurniture(pages: readonly PageSegments[], body: number): Furnished {
  const taken = new Set<Segment>();
  const heads = new Map<string, string>();
  const edges = pages.map((page) => ({ ...page, own: page.segments.filter((segment) => isAtEdge(segment, page)) }));
  for (const head of recurring(edges.map(({ own }) => own))) {
    taken.add(head);
    heads.set(keyOf(head), head.text);
  }
  for (const number of [...counting(pages), ...pages.flatMap(lineNumbers)]) taken.add(number);
  const [only] = edges;
  if (only && pages.length === 1) {
    for (const segment of only.own) {
      if (!inStrip(segment, only.page)) continue;
      const isNumber = pageNumber(segment.text) !== null;
      if (isNumber && isOutermost(segment, only)) taken.add(segment);
      if (!isNumber && segment.size < body * 0.9 && stands(segment, only.segments)) {
        taken.add(segment);
        heads.set(keyOf(segment), segment.text);
      }
    }
  }
  return {
    pages: pages.map(({ page, segments }) => ({ page, segments: segments.filter((segment) => !taken.has(segment)) })),
    heads: [...heads.values()].filter((text) => pageNumber(text) === null),
  };
}

/** Nothing is close above or below it. */
function stands(segment: Segment, segments: readonly Segment[]): boolean {
  const near = (other: Segment): boolean =>
    Math.abs(other.y - segment.y) < segment.size * 2 && Math.abs(other.y - segment.y) > segment.size * 0.5;
  return !segments.some(near) && !/^[\d¹²³*†]/.test(segment.text);
}

const keyOf = ({ text }: Segment): string => foldKey(text.replace(/\d+/g, ''));
const inStrip = ({ top, bottom }: Segment, { height }: Page, strip = STRIP): boolean =>
  bottom < height * strip || top > height * (1 - strip);

/** Among the first or last lines of its page, and in no table that is drawn. */
function isAtEdge(segment: Segment, { page, segments }: PageSegments): boolean {
  if (!inStrip(segment, page, WIDE_STRIP)) return false;
  const atTop = segment.bottom < page.height / 2;
  const beyond = new Set(
    segments.filter((other) => (atTop ? other.bottom < segment.top : other.top > segment.bottom)).map(({ y }) => Math.round(y / 3)),
  );
  return beyond.size < 4 && !isInTable(segment, page);
}

function isInTable({ left, right, y, size }: Segment, { rules }: Page): boolean {
  return rules.vertical.some(({ at, from, to }) => from < y - size * 0.3 && to > y - size * 0.3 && at > left - 60 && at < right + 60);
}

/** Words that stand at the same place of two pages or more: their left, their right or their centre. */
function recurring(pages: readonly (readonly Segment[])[]): Segment[] {
  const places = new Map<string, Segment[]>();
  const near = (value: number): number[] => [Math.round(value / SAME), Math.round(value / SAME + 0.5) - 0.5];
  for (const segment of pages.flat()) {
    const { left, right, y } = segment;
    const key = keyOf(segment);
    if (key === '') continue;
    for (const height of near(y))
      for (const [kind, x] of [
        ['left', left],
        ['right', right],
        ['centre', (left + right) / 2],
      ] as const)
        for (const place of near(x)) {
          const name = `${key} ${height} ${kind} ${place}`;
          const list = places.get(name);
          if (list) list.push(segment);
          else places.set(name, [segment]);
        }
  }
  const found = new Set<Segment>();
  for (const list of places.values()) if (new Set(list.map(({ page }) => page)).size > 1) for (const segment of list) found.add(segment);
  return [...found];
}

/** Numbers alone, at a page's edge or beside its text, whose distance from the count of pages is that of others. */
function counting(pages: readonly PageSegments[]): Segment[] {
  const offsets = new Map<number, Segment[]>();
  for (const page of pages) {
    const frame = frameOf(page.segments);
    for (const segment of page.segments) {
      const value = pageNumber(segment.text);
      if (value === null) continue;
      const isBeside = segment.right < frame.left + 1 || segment.left > frame.right - 1;
      if (!isBeside && !(inStrip(segment, page.page) && isAlone(segment, page.segments))) continue;
      const offset = value - segment.page;
      offsets.set(offset, [...(offsets.get(offset) ?? []), segment]);
    }
  }
  return [...offsets.values()].flatMap((list) => {
    const near = (one: number, other: number): boolean => Math.abs(one - other) < SAME;
    const counted = list.filter((segment) =>
      list.some(
        (other) =>
          other.page !== segment.page && (near(other.y, segment.y) || near(other.left, segment.left) || near(other.right, segment.right)),
      ),
    );
    // A part may be numbered anew: a number that is the page's first or last line is its number all the same.
    return counted.length > 0
      ? counted
      : list.filter((segment) => pages.some((page) => page.page.number === segment.page && isOutermost(segment, page)));
  });
}

/** Alone on the first or the last line of its page, in the strip at its edge. */
function isOutermost(segment: Segment, { page, segments }: PageSegments): boolean {
  const others = segments.filter((other) => other !== segment);
  const atTop = segment.bottom < page.height / 2;
  return inStrip(segment, page) && others.every(({ y }) => (atTop ? y > segment.y + segment.size : y < segment.y - segment.size));
}

/** No words beside it on its line but at the other end of it. */
function isAlone(segment: Segment, segments: readonly Segment[]): boolean {
  return !segments.some(
    (other) =>
      other !== segment &&
      Math.abs(other.y - segment.y) < segment.size * 0.5 &&
      (Math.abs(other.left - segment.right) < segment.size * 4 || Math.abs(segment.left - other.right) < segment.size * 4),
  );
}

/** From where to where lines of text reach. */
function frameOf(segments: readonly Segment[]): { readonly left: number; readonly right: number } {
  const lines = segments.filter(({ text }) => text.length >= 25);
  return { left: Math.min(...lines.map(({ left }) => left)), right: Math.max(...lines.map(({ right }) => right)) };
}

/** Numbers beside the text that count its lines. */
function lineNumbers({ segments }: PageSegments): Segment[] {
  const frame = frameOf(segments);
  const beside = segments
    .filter(({ text, left, right }) => /^\d{1,4}$/.test(text) && (right < frame.left + 1 || left > frame.right - 1))
    .sort((a, b) => a.y - b.y);
  if (beside.length < 5) return [];
  const steps = beside.slice(1).map(({ text }, index) => Number(text) - Number(beside[index]?.text));
  const [step = 0] = steps;
  return step > 0 && steps.filter((own) => own === step).length >= steps.length * 0.8 ? beside : [];
}
