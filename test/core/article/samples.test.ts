import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArticle, parseSourceText, writeArticle } from '../../../src/core/article/index.ts';
import type { Article } from '../../../src/core/article/types.ts';
import { unwrap } from '../../../src/core/base/errors.ts';

const content = (name: string): string => readFileSync(new URL(`../../../content/${name}`, import.meta.url), 'utf8');
const withoutLines = (article: Article): Article => ({ ...article, topics: article.topics.map((topic) => ({ ...topic, line: 0 })) });
const kinds = (article: Article): Set<string> => new Set(article.topics.flatMap((topic) => topic.blocks.map((block) => block.kind)));

describe.each(['south-caucasus', 'river-port'])('the sample article %s', (id) => {
  const source = parseSourceText(content(`${id}.source.txt`));
  const outcome = parseArticle(content(`${id}.md`), { file: `${id}.md`, source });

  it('has no problems, not even warnings', () => {
    expect(outcome.problems).toEqual([]);
  });

  it('comes back the same from what is written', () => {
    const article = unwrap(outcome);
    expect(withoutLines(unwrap(parseArticle(writeArticle(article), { file: `${id}.md`, source })))).toEqual(withoutLines(article));
  });

  it('has a summary, a reference and notes in every topic', () => {
    for (const topic of unwrap(outcome).topics) {
      expect(topic.summary).not.toBeNull();
      expect(JSON.stringify(topic)).toContain('"refs":[');
      expect(topic.blocks.some((block) => block.kind === 'notes')).toBe(true);
    }
  });
});

it('numbers sixteen paragraphs in the South Caucasus source, repeats folded', () => {
  const { paragraphs } = parseSourceText(content('south-caucasus.source.txt'));
  expect(paragraphs).toHaveLength(16);
  expect(new Set(paragraphs).size).toBe(16);
});

it('shows in the invented article what the first lacks', () => {
  const article = unwrap(parseArticle(content('river-port.md'), { file: 'river-port.md' }));
  expect([...kinds(article)]).toEqual(expect.arrayContaining(['chart', 'table', 'image']));
  expect(article.topics.some((topic) => topic.blocks.some((block) => block.kind === 'points' && block.items.length >= 10))).toBe(true);
  expect(statSync(new URL('../../../content/river-port-map.png', import.meta.url)).size).toBeLessThan(200 * 1024);
});
