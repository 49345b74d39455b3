/** A chunk of Markdown that can be parsed by itself, and where it stands in the whole text. */
export interface Chunk {
  readonly text: string;
  /** UTF-16 units before it. */
  readonly offset: number;
  /** Lines before it. */
  readonly lines: number;
}

/** Shorter chunks cost more in setting up the parser than they save. In UTF-16 units. */
const LEAST_CHUNK = 4096;

const LINE_END = /\r\n|\n|\r/g;

/** What is open at the top level, in which a “##” is no heading; `doubt` where this scan cannot be sure. */
type Open = { readonly colons: number } | 'front matter' | 'doubt' | null;

/**
 * The state behind a line. It may say that something is open where the parser knows it is not (two chunks are then
 * one), never the other way: whatever might open a fence in a place that is not seen here is in doubt, to the end.
 */
function after(line: string, open: Open): Open {
  if (open === 'doubt') return open;
  if (open === 'front matter') return /^---[ \t]*$/.test(line) ? null : open;
  if (/`{3}|~{3}/.test(line)) return 'doubt';
  const at = line.indexOf(':::');
  if (at < 0) return open;
  const colons = /^:+/.exec(line)?.[0].length ?? 0;
  const closes = /^:+[ \t]*$/.test(line);
  if (open === null) return at > 0 ? 'doubt' : closes ? null : { colons };
  if (closes) return colons >= open.colons ? null : open;
  // A container in a container that needs a longer fence to close, or one in a list, which may not be a container at all.
  return at > 0 || colons > open.colons ? 'doubt' : open;
}

/**
 * Divides an article at headings of its topics, so that the parser works on small texts: its table extension copies
 * every event so far at each table, which makes one long text cost the square of its length.
 *
 * A line that begins with “## ” is a heading unless something is open: it ends paragraphs, lists, quotations and tables,
 * since none of them continues without indentation or a mark (CommonMark 0.31, 4.2 and 5), and HTML, which reaches further, is off
 * here. A text with link definitions, which hold everywhere in it, is not divided.
 */
export function chunksOf(text: string, least = LEAST_CHUNK): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Open = /^---[ \t]*[\r\n]/.test(text) ? 'front matter' : null;
  let [begin, beginLine, start, line] = [0, 0, 0, 0];
  while (start < text.length) {
    LINE_END.lastIndex = start;
    const end = LINE_END.exec(text)?.index ?? text.length;
    if (open === null && start - begin >= least && text.startsWith('## ', start)) {
      chunks.push({ text: text.slice(begin, start), offset: begin, lines: beginLine });
      [begin, beginLine] = [start, line];
    }
    if (line > 0 || open === null) open = after(text.slice(start, end), open);
    start = end === text.length ? end : LINE_END.lastIndex;
    line += 1;
  }
  chunks.push({ text: text.slice(begin), offset: begin, lines: beginLine });
  return chunks;
}
