import type { TextRun } from '../../../base/text.ts';
import type { ContentChart } from '../read/types.ts';
import { chartWords } from './chart-words.ts';
import type { ChartPlace, HandChange, HandSlide } from './hand-types.ts';
import { key, runsOf, type Reading } from './hand-reading.ts';
import type { Line } from './lines.ts';
import { mergeSequences } from './sequence.ts';
import { recordedRows, rowLines, type SideBox } from './side.ts';
import type { Stream } from './slide.ts';

interface Cell {
  readonly text: string;
  readonly part: string;
  readonly span: { readonly from: number; readonly to: number };
}

const cellsOf = (boxes: readonly SideBox[]): Cell[][] =>
  boxes.flatMap(({ box, slide: { content } }) => box.rows.map((row) => row.cells.map((cell) => ({ ...cell, part: content.part }))));

/** Rows that say half of their cells as before, each with the first such one behind the last: what is left was added, or taken out. */
function paired(own: readonly (readonly Cell[])[], hands: readonly (readonly Cell[])[]): Map<number, number> {
  if (own.length === hands.length) return new Map(own.map((_, i) => [i, i]));
  const found = new Map<number, number>();
  let next = 0;
  own.forEach((row, i) => {
    const at = hands.findIndex((hand, j) => {
      if (j < next || hand.length !== row.length) return false;
      const alike = row.filter(({ text }, column) => text === hand[column]?.text).length;
      return alike > 0 && alike * 2 >= row.length;
    });
    if (at === -1) return;
    found.set(i, at);
    next = at + 1;
  });
  return found;
}

/** The paragraphs of a cell, with their looks; line ends between them. */
function cellRuns({ part, span }: Cell, reading: Reading): TextRun[] {
  const xml = reading.text(part).slice(span.from, span.to);
  return [...xml.matchAll(/<a:p(?:\s[^>]*)?(?:\/>|>(?:(?!<\/a:p>)[^])*<\/a:p>)/g)].flatMap(([paragraph], i) => {
    const runs = runsOf(paragraph);
    return i > 0 && runs.length > 0 ? [{ text: '\n' }, ...runs] : runs;
  });
}

/** What a hand did to a table's rows and cells. */
export function changedCells({ base, theirs, ours }: Stream, slide: HandSlide, reading: Reading): HandChange[] {
  const rows = (boxes: readonly SideBox[]): Line[] => boxes.flatMap((box) => rowLines(box, reading.stamp));
  const [hands, own, his, mine] = [rows(theirs), rows(ours), cellsOf(theirs), cellsOf(ours)];
  const digests = (lines: readonly Line[]): string[] => lines.map(({ digest }) => digest);
  const placeOf = (cell: Cell | undefined) => (cell ? (reading.places.get(key({ part: cell.part, from: cell.span.from })) ?? null) : null);
  const columns = new Set([...his, ...mine].map((row) => row.length));
  // Which cell took the place of which cannot be told.
  if (theirs.length > 0 && ours.length > 0 && columns.size > 1 && new Set(mine.map((row) => row.length)).size === 1)
    return [{ kind: 'kept-in-deck', slide, what: 'table' }];
  let last: number | null = null;
  return mergeSequences(base.flatMap(recordedRows), digests(hands), digests(own)).flatMap((step): HandChange[] => {
    const before = last;
    last = (step.kind === 'same' ? step.ours : step.ours.at(-1)) ?? last;
    if (step.kind === 'conflict') return [{ kind: 'contested', slide, was: step.theirs.map((i) => hands[i]?.text ?? '').join(' / ') }];
    if (step.kind !== 'theirs') return [];
    const [ownRows, handRows] = [step.ours.map((i) => mine[i] ?? []), step.theirs.map((i) => his[i] ?? [])];
    const pairs = paired(ownRows, handRows);
    const changes = ownRows.flatMap((row, i): HandChange[] => {
      const at = pairs.get(i);
      if (at === undefined) {
        const place = placeOf(row[0]);
        return place ? [{ kind: 'row-removed', slide, place, was: row.map(({ text }) => text).join(' | ') }] : [];
      }
      return row.flatMap((cell, column): HandChange[] => {
        const [hand, place] = [handRows[at]?.[column], placeOf(cell)];
        if (!hand || !place || hand.text === cell.text) return [];
        return [{ kind: 'reworded', slide, place, was: cell.text, runs: cellRuns(hand, reading) }];
      });
    });
    const stood = new Map([...pairs].map(([i, at]) => [at, step.ours[i]]));
    let behind: number | null = before;
    const added = handRows.flatMap((row, at): HandChange[] => {
      const known = stood.get(at);
      if (known !== undefined) {
        behind = known;
        return [];
      }
      return [{ kind: 'row-added', slide, after: placeOf(mine[behind ?? -1]?.[0]), cells: row.map((cell) => cellRuns(cell, reading)) }];
    });
    return [...changes, ...added];
  });
}

const shape = ({ series }: ContentChart): string => JSON.stringify(series.map(({ points }) => points.length));

/** What a hand did to a chart's names and values. */
export function changedCharts({ base, theirs, ours }: Stream, slide: HandSlide, reading: Reading): HandChange[] {
  const [was, his, mine] = [base[0], theirs[0], ours[0]];
  if (!was || !his?.box.chart || !mine?.box.chart || his.said.data === was.data || his.said.data === mine.said.data) return [];
  const [now, own] = [his.box.chart, mine.box.chart];
  if (mine.said.data !== was.data) return [{ kind: 'contested', slide, was: chartWords(now) }];
  // Bars that were put in or taken out, or another title inside the chart.
  if (shape(now) !== shape(own)) return [{ kind: 'kept-in-deck', slide, what: 'data', said: chartWords(now) }];
  const at = { slide: reading.ours.indexOf(mine.slide), box: mine.box.name };
  const changed = (place: ChartPlace, before: string, after: string): HandChange[] =>
    before === after ? [] : [{ kind: 'charted', slide, place, was: before, now: after }];
  const found = own.series.flatMap((one, series) => {
    const other = now.series[series];
    const values = one.points.flatMap((point, category) => [
      ...(series === 0
        ? changed({ ...at, of: 'category', series, category }, point.category, other?.points[category]?.category ?? '')
        : []),
      ...changed({ ...at, of: 'value', series, category }, point.value, other?.points[category]?.value ?? ''),
    ]);
    return [...changed({ ...at, of: 'series', series, category: 0 }, one.name, other?.name ?? ''), ...values];
  });
  return found.length > 0 ? found : [{ kind: 'kept-in-deck', slide, what: 'data', said: chartWords(now) }];
}

/** Alternative text that a hand wrote: a picture's, and of what says itself in words, that it is another. LibreOffice drops it. */
export function changedAlt({ base, theirs, ours }: Stream, rewritten: boolean, slide: HandSlide, reading: Reading): HandChange[] {
  return theirs.flatMap(({ box, said }, i): HandChange[] => {
    const [was, mine] = [base[i], ours[i]];
    if (!was || !mine || said.alt === was.alt || said.alt === mine.said.alt || (rewritten && said.alt === '')) return [];
    // What a group says is said anew where its words were merged.
    if (box.kind === 'group' && said.words.join(' ') !== was.words.join(' ')) return [];
    if (mine.said.alt !== was.alt) return [{ kind: 'contested', slide, was: box.alt }];
    if (box.kind !== 'picture' || box.alt === '') return [{ kind: 'kept-in-deck', slide, what: 'alt', said: box.alt }];
    return [{ kind: 'alt', slide, slideIndex: reading.ours.indexOf(mine.slide), was: mine.box.alt, now: box.alt }];
  });
}
