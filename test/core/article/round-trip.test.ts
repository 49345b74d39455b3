import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseArticle, writeArticle } from '../../../src/core/article/index.ts';
import type { Article } from '../../../src/core/article/types.ts';
import { formatProblem } from '../../../src/core/base/errors.ts';
import { hostileArticle } from '../../support/articles.ts';

/** An article without what is not part of its identity. */
const withoutLines = (article: Article): Article => ({ ...article, topics: article.topics.map((topic) => ({ ...topic, line: 0 })) });

it('reads from what it wrote the same article, whatever its text', () => {
  fc.assert(
    fc.property(hostileArticle, (article) => {
      const text = writeArticle(article);
      const { value, problems } = parseArticle(text, { file: 'a.md' });
      if (value === null) throw new Error(`${problems.map(formatProblem).join('\n')}\n${text}`);
      expect(withoutLines(value)).toEqual(article);
    }),
    { numRuns: 100 },
  );
});
