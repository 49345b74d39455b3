import { withoutDirectionMarks } from '../../core/base/bidi.ts';
import type { Origin } from '../../core/base/origin.ts';
import { isRef, type Run, type TextRun } from '../../core/base/text.ts';

/** Words of a line of a deck that come from one field; null: the template's own, or layout's. */
export interface Piece {
  readonly text: string;
  readonly origin: Origin | null;
  /** As they stand in the scene. */
  readonly runs: readonly TextRun[];
}

/** A field's words as they were, and as they are. */
export interface ChangedPiece {
  readonly piece: Piece & { readonly origin: Origin };
  readonly runs: readonly TextRun[];
}

/** Without what layout puts into a line: no-break spaces in numbers, marks of direction. */
export const flat = (text: string): string =>
  withoutDirectionMarks(text)
    .replace(/[\u00A0\u202F]/g, ' ')
    .replaceAll('\u00AD', '');

export const sameField = (a: Origin, b: Origin): boolean =>
  a.article === b.article && a.topic === b.topic && a.field === b.field && a.index.join() === b.index.join();

/** A run of several fields by the words of each, in their order; one that says a part of its words has what is left. Null where it cannot be told. */
function divided(run: TextRun, origins: readonly Origin[], wordsOf: (origin: Origin) => string | null): Piece[] | null {
  const text = flat(run.text);
  let at = 0;
  const places = origins.map((origin) => {
    const words = flat(wordsOf(origin) ?? '').trim();
    const from = words === '' ? -1 : text.indexOf(words, at);
    if (from !== -1) at = from + words.length;
    return { origin, from, to: from === -1 ? -1 : at };
  });
  const [open, ...more] = places.filter(({ from }) => from === -1);
  if (more.length > 0) return null;
  if (open) {
    const i = places.indexOf(open);
    const [start, end] = [places[i - 1]?.to ?? 0, places[i + 1]?.from ?? text.length];
    const rest = text.slice(start, end);
    const words = rest.trim();
    if (words === '') return null;
    const from = start + rest.indexOf(words);
    places[i] = { ...open, from, to: from + words.length };
  }
  const own = (from: number, to: number): Piece => ({ text: text.slice(from, to), origin: null, runs: [] });
  return [
    ...places.flatMap(({ origin, from, to }, i) => [
      own(places[i - 1]?.to ?? 0, from),
      { text: text.slice(from, to), origin, runs: [run] },
    ]),
    own(places.at(-1)?.to ?? 0, text.length),
  ].filter((piece) => piece.text !== '');
}

/** A line by the fields that its words come from, neighbours of one field together; null where it cannot be told. `wordsOf`: what a field says. */
export function piecesOf(runs: readonly Run[], wordsOf: (origin: Origin) => string | null): Piece[] | null {
  const pieces: Piece[] = [];
  for (const run of runs) {
    if (isRef(run) || run.text === '') continue;
    const origins = (run.origins ?? []).filter((origin, i, all) => all.findIndex((other) => sameField(origin, other)) === i);
    const own = origins.length > 1 ? divided(run, origins, wordsOf) : [{ text: flat(run.text), origin: origins[0] ?? null, runs: [run] }];
    if (own === null) return null;
    for (const piece of own) {
      const last = pieces.at(-1);
      const isOne = last && (last.origin && piece.origin ? sameField(last.origin, piece.origin) : last.origin === piece.origin);
      if (last && isOne) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text, runs: [...last.runs, ...piece.runs] };
      else pieces.push(piece);
    }
  }
  return pieces;
}

/** A stretch of runs. */
export function sliced(runs: readonly TextRun[], from: number, to: number): TextRun[] {
  let at = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

export const isOwn = (piece: Piece): piece is ChangedPiece['piece'] => piece.origin !== null;
const words = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** One field's words were changed: what stands before and behind them is as it was. */
function changedAlone(pieces: readonly Piece[], runs: readonly TextRun[], now: string): ChangedPiece[] | null {
  for (const [i, piece] of pieces.entries()) {
    const [before, behind] = [words(pieces.slice(0, i)), words(pieces.slice(i + 1)).trimEnd()];
    const isSame = now.startsWith(before) && now.endsWith(behind) && now.length >= before.length + behind.length;
    if (isOwn(piece) && isSame) return [{ piece, runs: sliced(runs, before.length, now.length - behind.length) }];
  }
  return null;
}

/** Several were: each stands between the template's words, which stand there once. */
function changedTogether(pieces: readonly Piece[], runs: readonly TextRun[], now: string): ChangedPiece[] | null {
  if (pieces.some((piece, i) => isOwn(piece) && pieces[i + 1]?.origin)) return null;
  const found: ChangedPiece[] = [];
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    if (!isOwn(piece)) {
      if (!now.startsWith(piece.text, at) && !(i === pieces.length - 1 && now.slice(at) === piece.text.trimEnd())) return null;
      at += piece.text.length;
      continue;
    }
    const next = pieces[i + 1]?.text;
    const end = next === undefined ? now.length : now.indexOf(next.trimEnd(), at);
    if (
      end === -1 ||
      (next !== undefined && now.includes(next.trimEnd(), end + 1) && now.indexOf(next.trimEnd()) !== now.lastIndexOf(next.trimEnd()))
    )
      return null;
    if (now.slice(at, end) !== piece.text) found.push({ piece, runs: sliced(runs, at, end) });
    at = end;
  }
  return found;
}

/** Which fields of a line a hand changed; null where it changed what is none of them. `now`: without marks of direction and soft hyphens. */
export function changedPieces(pieces: readonly Piece[], now: readonly TextRun[]): ChangedPiece[] | null {
  const text = now
    .map((run) => run.text)
    .join('')
    .replace(/[\u00A0\u202F]/g, ' ')
    .trimEnd();
  return changedAlone(pieces, now, text) ?? changedTogether(pieces, now, text);
}
