/** Units the search looks at, at most: more paragraphs are taken together first, so that time stays linear in the text. */
const MOST_UNITS = 240;
const MOST_TOPICS = 14;
const WORDS_A_TOPIC = 120;

/**
 * Where topics begin among paragraphs of terms: the division of least cost after Utiyama and Isahara (A Statistical Model for
 * Domain-Independent Text Segmentation, ACL 2001), by dynamic programming, for a number of topics that a reader can hold.
 * Indices of first paragraphs, the first always 0.
 */
export function segmentParagraphs(paragraphs: readonly (readonly string[])[], words: number): number[] {
  if (paragraphs.length === 0) return [];
  const size = Math.ceil(paragraphs.length / MOST_UNITS);
  const units = Array.from({ length: Math.ceil(paragraphs.length / size) }, (_, index) =>
    paragraphs.slice(index * size, (index + 1) * size).flat(),
  );
  return divide(units, topicCount(paragraphs.length, words)).map((unit) => unit * size);
}

/** Two paragraphs a topic in a short article, more in a long one; and enough words for a slide. */
function topicCount(paragraphs: number, words: number): number {
  return Math.max(
    1,
    Math.min(MOST_TOPICS, Math.round(Math.sqrt(paragraphs) * 1.75), Math.ceil(paragraphs / 2), Math.floor(words / WORDS_A_TOPIC)),
  );
}

function divide(units: readonly (readonly string[])[], wanted: number): number[] {
  const count = units.length;
  const cost = segmentCosts(units);
  // best[k][j]: least cost of the first j units in k segments.
  const best = Array.from({ length: wanted + 1 }, () => new Float64Array(count + 1).fill(Infinity));
  const from = Array.from({ length: wanted + 1 }, () => new Int32Array(count + 1));
  const at = (row: Float64Array | undefined, index: number): number => row?.[index] ?? Infinity;
  const start = best[0];
  if (start) start[0] = 0;
  for (let k = 1; k <= wanted; k++) {
    const row = best[k];
    const back = from[k];
    if (!row || !back) continue;
    for (let end = k; end <= count; end++) {
      for (let begin = k - 1; begin < end; begin++) {
        const total = at(best[k - 1], begin) + (cost[begin]?.[end - begin - 1] ?? Infinity);
        if (total < at(row, end)) {
          row[end] = total;
          back[end] = begin;
        }
      }
    }
  }
  const starts: number[] = [];
  for (let k = wanted, end = count; k > 0; k--) {
    end = from[k]?.[end] ?? 0;
    starts.unshift(end);
  }
  return starts;
}

/** `cost[i][l]`: of the segment of `l + 1` units from unit `i`, in nats: its words under a model of its own, smoothed by one. */
function segmentCosts(units: readonly (readonly string[])[]): Float64Array[] {
  const ids = new Map<string, number>();
  const numbered = units.map((unit) => unit.map((term) => ids.get(term) ?? (ids.set(term, ids.size), ids.size - 1)));
  const vocabulary = ids.size;
  const counts = new Int32Array(vocabulary);
  const logs = new Float64Array(numbered.reduce((sum, unit) => sum + unit.length, 0) + vocabulary + 2).map((_, index) => Math.log(index));
  return numbered.map((_, begin) => {
    counts.fill(0);
    const row = new Float64Array(numbered.length - begin);
    let words = 0;
    let own = 0;
    for (let index = begin; index < numbered.length; index++) {
      for (const id of numbered[index] ?? []) {
        const before = counts[id] ?? 0;
        own += (before + 1) * (logs[before + 2] ?? 0) - before * (logs[before + 1] ?? 0);
        counts[id] = before + 1;
        words++;
      }
      row[index - begin] = words * (logs[words + vocabulary] ?? 0) - own;
    }
    return row;
  });
}
