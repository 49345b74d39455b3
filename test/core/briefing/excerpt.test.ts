import { describe, expect, it } from 'vitest';
import { EXCERPT_WORDS, parseArticle, rightsOf } from '../../../src/core/article/index.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { countWords } from '../../../src/core/base/speaking.ts';
import { excerptOf } from '../../../src/core/briefing/compose/excerpt.ts';

const sentence = 'The port was closed for nine days, and nobody said why.';
const long = Array.from({ length: 40 }, () => sentence).join(' ');

describe('what is quoted of a paragraph', () => {
  it('is all of a usual one, and nothing where its rights say so', () => {
    expect(excerptOf(sentence, 'excerpts')).toBe(sentence);
    expect(excerptOf(sentence, 'none')).toBeNull();
    expect(excerptOf(long, 'all')).toBe(long);
  });

  it('is whole sentences of a long one, with a sign that there is more', () => {
    const cut = excerptOf(long, 'excerpts') ?? '';
    expect(cut).toMatch(/nobody said why\. \[…\]$/);
    expect(long.startsWith(cut.slice(0, -4))).toBe(true);
    expect(countWords(cut)).toBeLessThanOrEqual(EXCERPT_WORDS);
    expect(countWords(cut)).toBeGreaterThan(EXCERPT_WORDS - countWords(sentence) - 1);
  });

  it.each([
    ['one endless sentence', 'word '.repeat(900).trim(), 150],
    ['Chinese, without spaces', '港口关闭了九天。'.repeat(80), 150],
    ['Arabic', 'أغلق الميناء تسعة أيام ولم يقل أحد لماذا. '.repeat(40).trim(), 150],
  ])('keeps to its length in %s', (_, text, most) => {
    const cut = excerptOf(text, 'excerpts') ?? '';
    const words = cut.slice(0, -' […]'.length);
    expect(text.startsWith(words)).toBe(true);
    expect(countWords(words)).toBeLessThanOrEqual(most);
    expect(countWords(words)).toBeGreaterThan(most - 20);
  });
});

describe('an article’s rights', () => {
  const article = (line: string) => parseArticle(`---\ntitle: T\n${line}---\n\n## A\n\nWords.\n`, { file: 'a.md', source: null });

  it.each(['all', 'excerpts', 'none'] as const)('%s', (word) => {
    const { value, problems } = article(`rights: ${word}\n`);
    expect(rightsOf(unwrap({ value, problems }))).toBe(word);
    expect(problems).toEqual([]);
  });

  it('are excerpts where it says nothing, or what nobody here can read, which is said', () => {
    expect(rightsOf(unwrap(article('')))).toBe('excerpts');
    const { value, problems } = article('rights: © The Review\n');
    expect(rightsOf(unwrap({ value, problems }))).toBe('excerpts');
    expect(problems).toMatchObject([
      {
        code: 'article/rights',
        severity: 'warning',
        received: '© The Review',
        allowed: 'all, excerpts, none',
        place: { file: 'a.md', line: 3 },
      },
    ]);
  });
});
