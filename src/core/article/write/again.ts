import { patchYaml } from '../../base/yaml-patch.ts';
import { frontFields } from '../front-matter.ts';
import { parseArticle } from '../parse.ts';
import { withoutComments } from '../syntax/comments.ts';
import { hasDefinitions } from '../syntax/definitions.ts';
import type { Article, Topic } from '../types.ts';
import { withComments } from './comments.ts';

/** An article's text in parts: what stands before its first topic, and each topic with what stands behind it. */
interface Parts {
  readonly head: string;
  readonly topics: readonly string[];
}

/** Divides at the headings; a comment that begins above a heading's own line stays whole. */
function partsOf(text: string, topics: readonly Topic[]): Parts {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  const { cuts } = withoutComments(text);
  const places = topics.map(({ line }) => {
    const start = starts[line - 1] ?? 0;
    return cuts.find((cut) => cut.start < start && start < cut.end)?.start ?? start;
  });
  return {
    head: text.slice(0, places[0]),
    topics: places.map((start, index) => text.slice(start, places[index + 1])),
  };
}

function writeHead(head: string, was: Article, article: Article): string {
  const [before, now] = [frontFields(was), frontFields(article)];
  return head.replace(/^(---[ \t]*\r?\n)([^]*?)(\r?\n---)/, (_, open: string, yaml: string, close: string) => {
    const patched = patchYaml(yaml, before, now);
    return `${open}${patched.trimEnd()}${close}`;
  });
}

/** A piece of the new text; `from` is its number in the old one where it stands as it stood there. */
interface Part {
  readonly text: string;
  readonly from: number | null;
}

/** One behind the other, with an empty line between those that did not follow each other in the old text. */
function join(parts: readonly Part[], lineEnd: string): string {
  return parts
    .map(({ text, from }, index) => {
      const next = parts[index + 1];
      const followed = from !== null && next?.from === from + 1;
      return next === undefined || followed || /\n\r?\n$/.test(text) ? text : `${text.trimEnd()}${lineEnd}${lineEnd}`;
    })
    .join('');
}

const sameTopics = (text: string, topics: readonly Topic[], writeTopic: (topic: Topic) => string): boolean => {
  const read = parseArticle(text, { file: 'a.md' }).value?.topics ?? [];
  return read.length === topics.length && read.every((topic, index) => writeTopic(topic) === writeTopic(topics[index] ?? topic));
};

/**
 * An article's text where it was read from another: what says the same stays as it was written, byte for byte; what does
 * not is written anew, its comments at their places. Null where the old text is no article.
 */
export function writeAgain(article: Article, before: string, writeTopic: (topic: Topic) => string): string | null {
  const text = before.startsWith('\uFEFF') ? before.slice(1) : before;
  const was = parseArticle(text, { file: `${article.id}.md` }).value;
  if (was === null) return null;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const anew = (words: string): Part => ({ text: words.replace(/\r?\n/g, lineEnd), from: null });
  const { head, topics } = partsOf(text, was.topics);
  const old = new Map(
    was.topics.map((topic, index) => [topic.id, { says: writeTopic(topic), text: topics[index] ?? '', from: index + 1 }]),
  );
  // The same words may say other numbers in another language.
  const isSameLanguage = was.language === article.language && was.languageAssumed === article.languageAssumed;
  const front = ['---', 'title: T', ...(article.languageAssumed === true ? [] : [`language: ${article.language}`]), '---'].join('\n');
  const part = (topic: Topic, mayStay: boolean): Part => {
    const says = writeTopic(topic);
    const kept = old.get(topic.id);
    if (!kept) return anew(says);
    const isSame = (candidate: string): boolean => {
      const again = parseArticle(`${front}\n\n${candidate}`, { file: 'a.md' }).value?.topics;
      return again?.length === 1 && again[0] !== undefined && writeTopic({ ...again[0], id: topic.id }) === says;
    };
    if (mayStay && kept.says === says && (isSameLanguage || isSame(kept.text))) return kept;
    return anew(withComments(says, kept.text, isSame));
  };
  const all = (mayStay: boolean): string =>
    join([{ text: writeHead(head, was, article), from: 0 }, ...article.topics.map((topic) => part(topic, mayStay))], lineEnd);
  const again = all(true);
  // What a link or footnote of one topic leads to may have stood behind another topic, which is written anew or gone.
  return !hasDefinitions(text) || sameTopics(again, article.topics, writeTopic) ? again : all(false);
}
