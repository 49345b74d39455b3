import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap, type Problem } from '../../../src/core/base/errors.ts';
import { checkClaims } from '../../../src/core/claims/index.ts';

export interface Given {
  readonly language?: string;
  readonly published?: string;
  readonly front?: string;
  /** What stands before the paragraph that the line names. */
  readonly before?: string;
}

/** What is said of one point that names ¶2, with a paragraph before it. */
export function found(
  line: string,
  paragraph: string,
  { language = 'en', published = '2024-06-15', front = '', before = 'A paragraph before, of nothing.' }: Given = {},
): Problem[] {
  const source = { paragraphs: [before, paragraph] };
  const text = `---\ntitle: T\nlanguage: ${language}\npublished: ${published}\n${front}---\n\n## Topic {#t}\n\n- ${line} [¶2]\n`;
  const article = unwrap(parseArticle(text, { file: 'a.md', source }));
  return checkClaims({ article, source, file: 'a.md', text });
}

/** The pieces of the line that are warned of. */
export const pieces = (...args: Parameters<typeof found>): string[] =>
  found(...args).map(({ received = '' }) => /^“(.*?)”/.exec(received)?.[1] ?? '');
