import { writeArticle } from '../../../src/core/article/index.ts';
import { draftToArticle, ingest } from '../../../src/core/intake/index.ts';
import type { Draft } from '../../../src/core/intake/types.ts';

export interface TakenText {
  readonly draft: Draft;
  /** The article as it is saved without a look. */
  readonly text: string;
  readonly source: readonly string[];
  readonly codes: readonly string[];
  readonly received: (code: string) => string | undefined;
  readonly original: Uint8Array | undefined;
}

/** A file taken in, and what is saved of it without a review. */
export async function takenIn(bytes: Uint8Array, name: string): Promise<TakenText> {
  const { value, problems, original } = await ingest(bytes, { name });
  if (!value) throw new Error(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const { article, source } = draftToArticle(value);
  const received = (code: string): string | undefined => problems.find((p) => p.code === code)?.received;
  return {
    draft: value,
    text: writeArticle(article),
    source: source.paragraphs,
    codes: problems.map(({ code }) => code),
    received,
    original,
  };
}

/** Codes of the errors that stand in the way. */
export async function refused(bytes: Uint8Array, name: string, limits = {}): Promise<string[]> {
  const { value, problems } = await ingest(bytes, { name, limits });
  return value === null ? problems.filter(({ severity }) => severity === 'error').map(({ code }) => code) : [];
}
