import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArticle, parseSourceText } from '../../src/core/article/index.ts';
import type { ArticleEntry } from '../../src/core/briefing/types.ts';
import { unwrap } from '../../src/core/base/errors.ts';

export const contentText = (name: string): string => readFileSync(new URL(`../../content/${name}`, import.meta.url), 'utf8');

/** A sample article as the workspace would hand it to `compose`. */
export function sampleEntry(id: string): ArticleEntry {
  const text = contentText(`${id}.md`);
  const source = parseSourceText(contentText(`${id}.source.txt`));
  return {
    article: unwrap(parseArticle(text, { file: `${id}.md`, source })),
    source,
    hash: createHash('sha256').update(text).digest('hex'),
  };
}

export function sampleArticles(): ReadonlyMap<string, ArticleEntry> {
  return new Map(['south-caucasus', 'river-port'].map((id) => [id, sampleEntry(id)]));
}
