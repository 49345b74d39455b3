import { parseArticle, parseInline, writeInline } from '../article/index.ts';
import type { Article, Topic } from '../article/types.ts';
import { placesIn, type LinePlace } from './override/places.ts';

/** A line of an article and its new words, named and hashed as an override of it is. */
export interface ArticleWords {
  readonly topic: string;
  readonly at: string;
  readonly hash: string;
  /** As an override's: inline Markdown with its references, or plain words. */
  readonly text: string;
}

const parsed = (text: string): Article | null => parseArticle(text, { file: 'article.md', source: null }).value;

/** Everything of an article but where it stands in its file. */
const without = (article: Article, topic: string): string =>
  JSON.stringify({ ...article, topics: article.topics.map((one) => (one.id === topic ? one.id : { ...one, line: 0 })) });

/** Where a text begins and ends in another. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** From a topic's heading to the next. */
function spanOf(text: string, { line }: Topic, { topics }: Article): Span {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
  const next = topics.map((topic) => topic.line).filter((other) => other > line);
  return { from: starts[line - 1] ?? 0, to: next.length === 0 ? text.length : (starts[Math.min(...next) - 1] ?? text.length) };
}

/** A line as it may stand in a file: with soft breaks, no-break spaces, and signs that need no backslash. */
function* standing(line: string, text: string, { from, to }: Span): Generator<Span> {
  const escape = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const seen = new Set<number>();
  for (const words of [line, line.replace(/\\([!-/:-@[-`{-~])/g, '$1')]) {
    const pattern = words
      .trim()
      .split(/[ \u00A0\u202F\r\n]+/)
      .map(escape)
      .join('(?:[ \\u00A0\\u202F]+|[ ]*(?:\\r\\n|\\n)[ \\t>]*)');
    if (pattern === '') continue;
    for (const { index, 0: found } of text.slice(from, to).matchAll(new RegExp(pattern, 'gu'))) {
      if (seen.has(index)) continue;
      seen.add(index);
      yield { from: from + index, to: from + index + found.length };
    }
  }
}

/** How a line's new words read once they are parsed; null: they are none. */
function readAs({ form }: LinePlace, text: string): string | null {
  if (form !== 'runs') return text.trim();
  const runs = parseInline(text, { file: '', line: 1 }).value;
  return runs === null ? null : writeInline(runs);
}

/** Whether of two states of a topic one line alone is another, and that one says what it shall. */
function isWorded(before: Topic, after: Topic, at: string, says: string): boolean {
  const [then, now] = [placesIn(before), placesIn(after)];
  const rest = ({ lines }: typeof then): string =>
    JSON.stringify(lines.map((line) => [line.at, line.form, line.at === at ? '' : line.text]));
  return rest(then) === rest(now) && now.lines.find((line) => line.at === at)?.text === says && then.items.length === now.items.length;
}

/**
 * The text of an article's file with one of its lines in other words and every other byte as it was; null where the line does not stand in
 * the file so that it could be exchanged (a number that is written otherwise, words of a form that the new ones cannot have). What comes out
 * has been read again: it is the same article but for that line. A heading that its topic's id was made of gets that id behind it.
 */
export function wordArticle(text: string, { topic: id, at, hash, text: words }: ArticleWords): string | null {
  const article = parsed(text);
  const topic = article?.topics.find((one) => one.id === id);
  if (!article || !topic) return null;
  const named = placesIn(topic).lines.filter((line) => line.at === at && line.hash === hash);
  const [line] = named;
  const says = line && readAs(line, words);
  if (!line || says === null || says === undefined || says === '' || /[\r\n]/.test(words)) return null;
  const isMade = at === 'headline' && !topic.idGiven;
  for (const { from, to } of standing(line.text, text, spanOf(text, topic, article))) {
    const made = `${text.slice(0, from)}${words.trim()}${isMade ? ` {#${id}}` : ''}${text.slice(to)}`;
    const read = parsed(made);
    const after = read?.topics.find((one) => one.id === id);
    if (read && after && without(read, id) === without(article, id) && isWorded(topic, after, at, says)) return made;
  }
  return null;
}
