import { mergeSequences, type Step } from './sequence.ts';
import type { Choice } from './types.ts';

/** A paragraph, or a table's row, where it stands. */
export interface Line {
  readonly text: string;
  /** Equal where it says the same, labels aside. */
  readonly digest: string;
  /** The part it stands in, and its element there. */
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

/** A change of one part of the side that carries the slide. */
export interface PartEdit {
  readonly part: string;
  readonly from: number;
  readonly to: number;
  readonly xml: string;
}

export type Side = 'theirs' | 'ours';

export interface LinesRequest {
  readonly base: readonly string[];
  readonly theirs: readonly Line[];
  readonly ours: readonly Line[];
  /** Whose XML is kept and changed. */
  readonly carrier: Side;
  /** Where the carrier takes a first line if it has none: a part and a place in it; null: nowhere. */
  readonly empty: { readonly part: string; readonly at: number } | null;
  /** A line of the other side as it may stand in the carrier, in place of or beside `like`. */
  readonly convert: (line: Line, like: Line | null) => string;
  /** Whether what a hand did to `like` beyond its words could not stay with these. */
  readonly loses?: (line: Line, like: Line) => boolean;
  /** A line of these words. */
  readonly written: (words: string, like: Line | null) => string;
  /** What both have changed: what to take, else null, and theirs stays. Another way to settle it may be given as XML of the whole stretch. */
  readonly settle: (conflict: Contested) => Choice | null;
  /** Merges inside one line that both changed, where it has parts; null where it has none that can be. */
  readonly inside?: (theirs: Line, ours: Line, base: number) => string | null;
}

/** A stretch that both sides changed. */
export interface Contested {
  readonly base: readonly string[];
  readonly theirs: readonly Line[];
  readonly ours: readonly Line[];
}

/** Three-way merge of lines as changes of the carrier's parts. */
export function mergeLines(request: LinesRequest): PartEdit[] {
  const { base, theirs, ours, carrier } = request;
  const own = carrier === 'theirs' ? theirs : ours;
  const edits: PartEdit[] = [];
  let last: Line | null = null;
  const steps = mergeSequences(
    base,
    theirs.map(({ digest }) => digest),
    ours.map(({ digest }) => digest),
  );
  for (const step of steps) {
    const indices = indicesOf(step, carrier);
    const held = indices.flatMap((i) => own[i] ?? []);
    const made = madeBy(step, held, last ?? own[0] ?? null, request);
    if (made !== null) edits.push(...placed(made, held, last, own[0] ?? null, request.empty));
    last = held.at(-1) ?? last;
  }
  return edits;
}

function indicesOf(step: Step, side: Side): readonly number[] {
  return step.kind === 'same' ? [step[side]] : step[side];
}

/** The XML that a step puts in the place of the carrier's lines; null: they stay. */
function madeBy(step: Step, held: readonly Line[], before: Line | null, request: LinesRequest): readonly string[] | null {
  const { theirs, ours, carrier } = request;
  if (step.kind === 'same' || step.kind === 'both' || step.kind === carrier) return null;
  const other = carrier === 'theirs' ? ours : theirs;
  const others = indicesOf(step, carrier === 'theirs' ? 'ours' : 'theirs').flatMap((i) => other[i] ?? []);
  const converted = (): string[] => others.map((line, i) => request.convert(line, held[i] ?? held.at(-1) ?? before));
  const isLost = others.some((line, i) => held[i] !== undefined && request.loses?.(line, held[i]) === true);
  if (step.kind !== 'conflict' && !isLost) return converted();
  if (step.kind === 'conflict') {
    const [first, second] = [theirs[step.theirs[0] ?? -1], ours[step.ours[0] ?? -1]];
    if (request.inside && first && second && step.base.length === 1 && step.theirs.length === 1 && step.ours.length === 1) {
      const merged = request.inside(first, second, step.base[0] ?? 0);
      if (merged !== null) return [merged];
    }
  }
  const choice = request.settle({
    base: step.kind === 'conflict' ? step.base.flatMap((i) => request.base[i] ?? []) : [],
    theirs: step.theirs.flatMap((i) => theirs[i] ?? []),
    ours: step.ours.flatMap((i) => ours[i] ?? []),
  });
  const kept = (): string[] => held.map((line) => request.convert(line, line));
  if (choice === null || choice === 'theirs') return carrier === 'theirs' ? null : converted();
  if (choice === 'ours') return carrier === 'ours' ? null : converted();
  if (choice === 'both') return carrier === 'theirs' ? [...kept(), ...converted()] : [...converted(), ...kept()];
  return choice.words.map((words, i) => request.written(words, held[i] ?? held.at(-1) ?? before));
}

/** XML in the place of the carrier's lines, or behind the line before where it has none there. */
function placed(
  made: readonly string[],
  held: readonly Line[],
  before: Line | null,
  first: Line | null,
  empty: LinesRequest['empty'],
): PartEdit[] {
  const [start, ...rest] = held;
  const xml = made.join('');
  if (start) return [{ ...spanOf(start), xml }, ...rest.map((line) => ({ ...spanOf(line), xml: '' }))];
  if (xml === '') return [];
  if (before) return [{ part: before.part, from: before.to, to: before.to, xml }];
  if (first) return [{ part: first.part, from: first.from, to: first.from, xml }];
  return empty ? [{ part: empty.part, from: empty.at, to: empty.at, xml }] : [];
}

const spanOf = ({ part, from, to }: Line): Omit<PartEdit, 'xml'> => ({ part, from, to });
