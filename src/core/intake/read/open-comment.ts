import { whereIn } from '../../article/index.ts';
import { problem, type Problem } from '../../base/errors.ts';

/** `intake/comment-unclosed` for each of the places, at its line. */
export function openComments(text: string, offsets: readonly number[], file: string): Problem[] {
  if (offsets.length === 0) return [];
  const where = whereIn(text);
  const message = 'A comment is not closed before the text ends or another one begins; its words are taken as the article’s.';
  const hint = 'Reject them in the review, or close the comment with --> and take the file in again.';
  return offsets.map((offset) => {
    const { line, column } = where(offset);
    return problem('intake/comment-unclosed', { message, place: { file, line, column }, hint });
  });
}
