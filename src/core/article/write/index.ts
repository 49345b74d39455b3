import type { RootContent } from 'mdast';
import type { Run } from '../../text.ts';
import { writeFrontMatter } from '../front-matter.ts';
import { formatHeadingId } from '../syntax/heading-id.ts';
import { toText } from '../syntax/index.ts';
import type { Article, Topic } from '../types.ts';
import { writeAgain } from './again.ts';
import { paragraph, toNode } from './blocks.ts';

function topicNodes(topic: Topic): RootContent[] {
  const id = topic.idGiven
    ? ([
        { type: 'text', value: ' ' },
        { type: 'headingId', value: formatHeadingId(topic.id) },
      ] as const)
    : [];
  return [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: topic.heading }, ...id] },
    ...(topic.summary === null ? [] : [paragraph(topic.summary)]),
    ...topic.blocks.map(toNode),
  ];
}

const topicText = (topic: Topic): string => toText({ type: 'root', children: topicNodes(topic) });

/**
 * An article's text; `parseArticle` reads the same article from it. With the text that it was read from, what did not change
 * stays as it was written, byte for byte, and comments stay at their places.
 */
export function writeArticle(article: Article, before: string | null = null): string {
  const again = before === null ? null : writeAgain(article, before, topicText);
  return (
    again ?? toText({ type: 'root', children: [{ type: 'yaml', value: writeFrontMatter(article) }, ...article.topics.flatMap(topicNodes)] })
  );
}

/** One line of text as Markdown. */
export function writeInline(runs: readonly Run[]): string {
  return toText({ type: 'root', children: [paragraph(runs)] }).trimEnd();
}
