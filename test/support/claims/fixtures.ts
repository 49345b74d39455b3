import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle, parseSourceText } from '../../../src/core/article/index.ts';
import type { Article, SourceText } from '../../../src/core/article/types.ts';
import { hasErrors, formatProblem, type Problem } from '../../../src/core/base/errors.ts';
import { checkClaims } from '../../../src/core/claims/index.ts';

/** An article with the source text that its lines are held against. */
export interface ClaimsFixture {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly source: SourceText;
  readonly article: Article;
}

/** All articles of a folder that have a source text. */
export function loadClaims(folder: string): ClaimsFixture[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.source.txt'));
  return names.map((name) => {
    const id = name.replace('.source.txt', '');
    const file = join(folder, `${id}.md`);
    const text = readFileSync(file, 'utf8');
    const source = parseSourceText(readFileSync(join(folder, name), 'utf8'));
    const article = read(text, source, file);
    return { name: id, file, text, source, article };
  });
}

function read(text: string, source: SourceText, file: string): Article {
  const { value, problems } = parseArticle(text, { file, source });
  if (value === null || hasErrors(problems)) throw new Error(problems.map(formatProblem).join('\n'));
  return value;
}

/** What is said of a text in the place of the fixture's own. */
export function claimsOf({ file, source }: ClaimsFixture, text: string): Problem[] {
  return checkClaims({ article: read(text, source, file), source, file, text });
}
