import type { Place } from '../base/errors.ts';

/** Where a part of a topic's line stands: the line by its index among those that the topic was asked for with. */
export type Locate = (index: number, offset: number) => Place;

const REFERENCE = /\[¶[^\]\n]*\]/g;
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** The letters and digits of a text alone, each with where it stands. */
function letters(text: string): { readonly text: string; readonly at: readonly number[] } {
  let kept = '';
  const at: number[] = [];
  let offset = 0;
  for (const sign of text) {
    if (WORD.test(sign)) {
      const lower = sign.toLowerCase();
      kept += lower;
      for (let i = 0; i < lower.length; i++) at.push(offset);
    }
    offset += sign.length;
  }
  return { text: kept, at };
}

/**
 * Places in an article's file, topic by topic. Lines are found one behind the other by their letters and digits, since Markdown puts signs
 * between them; where one is not found, as with a comment in its middle, its topic's heading is the place.
 */
export function locator(file: string, text: string): (topicLine: number, lines: readonly string[]) => Locate {
  const plain = text.replace(REFERENCE, (reference) => ' '.repeat(reference.length));
  const starts = [0];
  for (let at = plain.indexOf('\n'); at !== -1; at = plain.indexOf('\n', at + 1)) starts.push(at + 1);
  return (topicLine, lines) => {
    const from = starts[topicLine - 1] ?? 0;
    const next = plain.indexOf('\n## ', from);
    const topic = letters(plain.slice(from, next === -1 ? undefined : next));
    let cursor = 0;
    const found = lines.map((line) => {
      const own = letters(line);
      const behind = topic.text.indexOf(own.text, cursor);
      if (behind !== -1) cursor = behind + own.text.length;
      return { own, at: behind === -1 ? topic.text.indexOf(own.text) : behind };
    });
    return (index, offset) => {
      const line = found[index];
      const before = line?.own.at.findIndex((at) => at >= offset) ?? -1;
      const at = line === undefined || line.at === -1 || before === -1 ? undefined : topic.at[line.at + before];
      if (at === undefined) return { file, line: topicLine };
      const absolute = from + at;
      const row = starts.findLastIndex((start) => start <= absolute);
      return { file, line: row + 1, column: absolute - (starts[row] ?? 0) + 1 };
    };
  };
}
