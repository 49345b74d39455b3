import { EAST_ASIAN } from '../../../base/unicode.ts';
import type { Flow, Line } from './types.ts';
import { pageNumber } from './furniture.ts';

/** Text this much larger than the body is a heading. */
const LARGER = 1.12;
/** In words. */
const LONGEST = 22;
/** What more of the text is set in than this is no heading's style. */
const MOST = 0.3;
const CAPTION =
  /^(?:table|figure|fig\.?|chart|box|graph|map|exhibit|tabelle|tab\.|abbildung|abb\.|grafik|schaubild|karte|tableau|graphique|carte|encadré|tabla|cuadro|figura|gráfico|tabella|grafico|tabela|таблица|табл\.|рисунок|рис\.|таблиця|جدول|شكل|表|図|图|圖)\s*\d+[\p{L}\d.-]*(?:\s*[-.:–—|：]|$|\s)/iu;

const WORDS = new RegExp(`\\p{L}{2}|[${EAST_ASIAN}]`, 'u');

/** How the text of a document is set. */
export interface Style {
  /** The size that most letters have. */
  readonly body: number;
  /** Most of the text is bold: bold is no sign then. */
  readonly bold: boolean;
  /** The usual distance of two lines of a size (rounded to half a point). */
  readonly leading: ReadonlyMap<number, number>;
  /** The looks of headings, largest first, by `lookOf`. */
  readonly headings: readonly string[];
}

/** The size that most letters have, in half points. */
export function bodySize(lines: readonly { readonly text: string; readonly size: number }[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of lines) letters.set(half(size), (letters.get(half(size)) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

export const half = (size: number): number => Math.round(size * 2) / 2;
const lookOf = ({ size, bold }: Line): string => `${half(size)} ${bold ? 'bold' : ''}`;

export function styleOf(flow: readonly Flow[]): Style {
  const lines = flow.filter((element): element is Line => element.kind === 'line');
  const body = bodySize(lines);
  const letters = (list: readonly Line[]): number => list.reduce((sum, { text }) => sum + text.length, 0);
  const all = letters(lines);
  const bold = letters(lines.filter((line) => line.bold && Math.abs(line.size - body) < 0.6)) > all * 0.5;
  const looks = new Map<string, Line[]>();
  for (const line of lines) {
    const isLarge = line.size > body * LARGER;
    if (!isLarge && !(line.bold && !bold && line.size > body * 0.94)) continue;
    looks.set(lookOf(line), [...(looks.get(lookOf(line)) ?? []), line]);
  }
  const headings = [...looks]
    .filter(([, own]) => letters(own) < all * MOST)
    .sort(([, [a]], [, [b]]) => (b?.size ?? 0) - (a?.size ?? 0) || Number(b?.bold) - Number(a?.bold))
    .map(([look]) => look);
  return { body, bold, leading: leadings(lines), headings };
}

function leadings(lines: readonly Line[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before?.column !== line.column || half(before.size) !== half(line.size)) return;
    const down = Math.round((line.y - before.y) * 2) / 2;
    if (down <= line.size * 0.8 || down > line.size * 2.6) return;
    const own = counts.get(half(line.size)) ?? new Map<number, number>();
    counts.set(half(line.size), own.set(down, (own.get(down) ?? 0) + 1));
  });
  return new Map([...counts].map(([size, own]) => [size, [...own].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? size * 1.2]));
}

/** The level of a heading's line from 1; 0 for any other line. A number alone is never one. */
export function headingLevel(line: Line, { headings }: Style): number {
  const level = headings.indexOf(lookOf(line)) + 1;
  if (level === 0 || pageNumber(line.text) !== null || !WORDS.test(line.text)) return 0;
  const isLong = line.text.split(' ').length > LONGEST || /[,;]$/.test(line.text);
  return isLong || isCaption(line.text) ? 0 : Math.min(level, 6);
}

/** `Table 3: …`, `Abb. 2 …`. */
export function isCaption(text: string): boolean {
  return CAPTION.test(text);
}
