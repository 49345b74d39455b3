/** So many characters are read at once: V8 takes the time of the whole text for each segment that it gives of it. */
const AT_ONCE = 2000;

/**
 * The segments of a text and where they begin, as `segmenter` gives them, in time that grows with the text alone. Where a segment ends may
 * hang on so many characters behind it (`ahead`): 0 for graphemes.
 */
export function* segmentsOf(
  segmenter: Intl.Segmenter,
  text: string,
  ahead = 0,
): Generator<{ readonly segment: string; readonly index: number }> {
  let [from, size] = [0, AT_ONCE];
  while (from < text.length) {
    // Half of a character would be taken for another, which what stands before it does not go on with.
    const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(from + size - 1));
    const part = text.slice(from, from + size + (isHalf ? 1 : 0));
    const isLast = from + part.length >= text.length;
    let next = from;
    for (const { segment, index } of segmenter.segment(part)) {
      const end = index + segment.length;
      // What the part cuts off may belong to its last segments.
      if (!isLast && end >= part.length - ahead) break;
      yield { segment, index: from + index };
      next = from + end;
    }
    size = next === from ? size * 2 : AT_ONCE;
    from = next;
  }
}
