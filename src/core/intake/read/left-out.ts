import { problem, type Problem } from '../../base/errors.ts';

/** What documents hold beside their text: nothing where there is none of it (`count`). */

export function trackedChanges(name: string, count: number): Problem[] {
  if (count === 0) return [];
  const message = 'The document has tracked changes; it was read as if all of them had been accepted.';
  const hint = 'Accept or reject them in its program if that is not what you want.';
  return [problem('intake/tracked-changes', { message, place: { file: name }, received: `${count}`, hint })];
}

export function commentsLeftOut(name: string, count: number): Problem[] {
  if (count === 0) return [];
  const details = { place: { file: name }, received: `${count}`, hint: 'Nothing, unless they belong to the text.' };
  return [problem('intake/comments-left-out', { message: 'Comments in the document were left out.', ...details })];
}

export function hiddenLeftOut(name: string, count: number): Problem[] {
  if (count === 0) return [];
  const message = 'Hidden text in the document was left out.';
  const hint = 'Show it in its program (in Word: Font, Hidden) if it belongs to the article.';
  return [problem('intake/hidden-left-out', { message, place: { file: name }, received: `${count}`, hint })];
}
