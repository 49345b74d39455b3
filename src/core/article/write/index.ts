import type { RootContent } from 'mdast';
import type { Run } from '../../base/text.ts';
import { articlePiece } from '../../block/article.ts';
import { writeFrontMatter } from '../front-matter.ts';
import { formatHeadingId } from '../syntax/heading-id.ts';
import { toText } from '../syntax/index.ts';
import type { Article, Topic } from '../types.ts';
import { writeAgain } from './again.ts';
import { paragraph } from './nodes.ts';

function bodyNodes({ summary, blocks }: Pick<Topic, 'summary' | 'blocks'>, language: string): RootContent[] {
  return [...(summary === null ? [] : [paragraph(summary)]), ...blocks.map((block) => articlePiece(block.kind).toNode(block, language))];
}

function topicNodes(topic: Topic, language: string): RootContent[] {
  const id = topic.idGiven
    ? ([
        { type: 'text', value: ' ' },
        { type: 'headingId', value: formatHeadingId(topic.id) },
      ] as const)
    : [];
  return [{ type: 'heading', depth: 2, children: [{ type: 'text', value: topic.heading }, ...id] }, ...bodyNodes(topic, language)];
}

/**
 * An article's text; `parseArticle` reads the same article from it. With the text that it was read from, what did not change
 * stays as it was written, byte for byte, and comments stay at their places.
 */
export function writeArticle(article: Article, before: string | null = null): string {
  // Where no language is named, numbers are written so that they need none.
  const language = article.languageAssumed === true ? 'und' : article.language;
  const topicText = (topic: Topic): string => toText({ type: 'root', children: topicNodes(topic, language) });
  const again = before === null ? null : writeAgain(article, before, topicText);
  if (again !== null) return again;
  const topics = article.topics.flatMap((topic) => topicNodes(topic, language));
  // By itself: what its unknown fields hold is kept as it is, marks that stand for something in Markdown too.
  const front = `---\n${writeFrontMatter(article)}\n---\n`;
  return topics.length === 0 ? front : `${front}\n${toText({ type: 'root', children: topics })}`;
}

/** What stands below a topic's heading, or on an own slide, as Markdown; numbers as the language writes them. */
export function writeBody({ summary, blocks }: Pick<Topic, 'summary' | 'blocks'>, language: string): string {
  return toText({ type: 'root', children: bodyNodes({ summary, blocks }, language) }).trimEnd();
}

/** One line of text as Markdown. */
export function writeInline(runs: readonly Run[]): string {
  return toText({ type: 'root', children: [paragraph(runs)] }).trimEnd();
}
