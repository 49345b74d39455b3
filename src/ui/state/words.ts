import { diffIndices } from 'node-diff3';

/** A piece of a line: words that stand in the other text, too, or that are changed. */
export interface Stretch {
  readonly text: string;
  readonly changed: boolean;
}

/** Longer texts are shown without marks: a segmenter's time grows with the square of their length. */
const LONGEST = 20_000;

/** Paragraphs end where no word can. */
const END = '\n';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words, and what stands between them, as the reader's language divides them: Chinese has no spaces. */
function wordsOf(lines: readonly string[]): string[] {
  return lines.flatMap((line, i) => [...(i === 0 ? [] : [END]), ...[...segmenter.segment(line)].map(({ segment }) => segment)]);
}

/** Adds a piece to a line, joined with the last where both are of one kind. */
function add(line: Stretch[], piece: Stretch): void {
  const last = line.at(-1);
  if (last?.changed === piece.changed) line[line.length - 1] = { ...last, text: last.text + piece.text };
  else line.push(piece);
}

/** Spaces and signs between two changed words belong to the change, which is read as one; spaces at its ends do not. */
function joined(line: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  line.forEach((piece, i) => {
    const between = !/[\p{L}\p{N}]/u.test(piece.text) && line[i - 1]?.changed === true && line[i + 1]?.changed === true;
    add(whole, between ? { ...piece, changed: true } : piece);
  });
  const exact: Stretch[] = [];
  for (const piece of whole) {
    const [, before = '', words = '', after = ''] = piece.changed ? (/^(\s*)(.*?)(\s*)$/s.exec(piece.text) ?? []) : ['', piece.text];
    for (const [text, changed] of [
      [before, false],
      [words, true],
      [after, false],
    ] as const)
      if (text !== '') add(exact, { text, changed });
  }
  return exact;
}

/** Each line of `lines` with the words marked that are not in `other`, or stand elsewhere there. */
export function marked(lines: readonly string[], other: readonly string[]): readonly (readonly Stretch[])[] {
  const length = [...lines, ...other].reduce((sum, line) => sum + line.length, 0);
  if (length > LONGEST) return lines.map((text) => [{ text, changed: false }]);
  const words = wordsOf(lines);
  const changed = new Set(
    diffIndices(wordsOf(other), words).flatMap(({ buffer2: [from, count] }) => Array.from({ length: count }, (_, i) => from + i)),
  );
  const result: Stretch[][] = [[]];
  words.forEach((text, i) => {
    if (text === END) result.push([]);
    else add(result.at(-1) ?? [], { text, changed: changed.has(i) });
  });
  return lines.length === 0 ? [] : result.map(joined);
}
