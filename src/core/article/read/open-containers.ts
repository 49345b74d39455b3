import { problem, type Problem } from '../../base/errors.ts';

/** No container of an article stands in another one; so many can only be open where they are not closed. */
const MOST_OPEN = 20;

/**
 * The first of many `:::` containers that are left open one in another: a text of them is not parsed, since that takes the square of
 * their number. Null where they are few: then the reader says of each what is wrong. `line`: of the file, that the text begins in.
 */
export function openContainers(text: string, { file, line: from }: { readonly file: string; readonly line: number }): Problem | null {
  const open: { readonly line: number; readonly name: string }[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const [, name] = /^ {0,3}:{3,}[ \t]*([A-Za-z][\w-]*)?/.exec(line) ?? [];
    if (name !== undefined) open.push({ line: from + index, name });
    else if (/^ {0,3}:{3,}[ \t]*$/.test(line)) open.pop();
    if (open.length > MOST_OPEN) break;
  }
  const [first] = open;
  if (!first || open.length <= MOST_OPEN) return null;
  return problem('article/directive-unclosed', {
    message: `:::${first.name} of line ${first.line} is not closed, nor are the ${MOST_OPEN} behind it`,
    place: { file, line: first.line, column: 1 },
    hint: 'Put a line of ::: behind the last line of each.',
  });
}
