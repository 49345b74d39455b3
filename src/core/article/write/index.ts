import type { RootContent } from 'mdast';
import type { Run } from '../../text.ts';
import { writeFrontMatter } from '../front-matter.ts';
import { formatHeadingId } from '../syntax/heading-id.ts';
import { toText } from '../syntax/index.ts';
import type { Article, Topic } from '../types.ts';
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

/** An article's text; `parseArticle` reads the same article from it. */
export function writeArticle(article: Article): string {
  return toText({ type: 'root', children: [{ type: 'yaml', value: writeFrontMatter(article) }, ...article.topics.flatMap(topicNodes)] });
}

/** One line of text as Markdown. */
export function writeInline(runs: readonly Run[]): string {
  return toText({ type: 'root', children: [paragraph(runs)] }).trimEnd();
}
