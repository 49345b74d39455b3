import { asPiece, rowsOf, segmentOf } from './segments.ts';
import type { Column, Flow, Line, Segment, Table } from './types.ts';
import type { Element } from './columns.ts';

/** A region's words as lines, its tables among them, from top to bottom. */
export function flowOf(elements: readonly Element[], index: number): Flow[] {
  const column: Column = {
    left: Math.min(...elements.map(({ left }) => left)),
    right: Math.max(...elements.map(({ right }) => right)),
    index,
  };
  const segments = elements.filter((element): element is Segment => 'pieces' in element);
  const tables = elements.filter((element): element is Table => !('pieces' in element));
  const lines = rowsOf(segments.map((segment) => ({ ...asPiece(segment), segment }))).map((row) =>
    lineOf(
      row.map(({ segment }) => segment),
      column,
    ),
  );
  return [...lines, ...tables.map((table) => ({ ...table, column }))].sort((a, b) => a.top - b.top || a.left - b.left);
}

export function lineOf(segments: readonly Segment[], column: Column): Line {
  const page = segments[0]?.page ?? 0;
  const whole =
    segments.length === 1 && segments[0]
      ? segments[0]
      : segmentOf(
          segments.flatMap(({ pieces }) => pieces),
          page,
          [],
        );
  const { left, right, top, bottom, text, y, size, bold, italic } = whole;
  const dotted = segments[0]?.dotted === true;
  return { kind: 'line', page, left, right, top, bottom, text, y, size, bold, italic, dotted, segments, column };
}
