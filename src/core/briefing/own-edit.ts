import { cleanLine, hasComment, parseBody, withoutComments, writeBody } from '../article/index.ts';
import type { ArticleBlock, Topic } from '../article/types.ts';
import { hasErrors, problem, type Problem, type Result } from '../base/errors.ts';
import { omit } from '../base/omit.ts';
import { plainText, type Run } from '../base/text.ts';
import { wordTopic, type WordedTopic } from './override/word.ts';
import { mergeOverrides, type TopicEdit } from './override/merge.ts';
import { placesIn } from './override/places.ts';
import { NO_REFERENCES } from './parse.ts';
import type { OwnItem } from './types.ts';

/** An own slide has no article that could change underneath: its lines are as they are. */
function hashed(edit: TopicEdit, { lines, items }: ReturnType<typeof placesIn>): TopicEdit {
  const item = (at: string): (typeof items)[number] | undefined => items.find((own) => own.at === at);
  switch (edit.kind) {
    case 'line':
      return { ...omit(edit, 'position'), hash: lines.find(({ at }) => at === edit.at)?.hash ?? '' };
    case 'entry-added': {
      const hash = item(edit.after)?.hash;
      return { ...edit, ...(hash !== undefined && { hash }) };
    }
    case 'entry-removed':
      return { ...edit, hash: item(edit.at)?.wholeHash ?? '' };
    case 'entry-moved': {
      const afterHash = item(edit.after)?.hash;
      return { ...edit, hash: item(edit.at)?.hash ?? '', ...(afterHash !== undefined && { afterHash }) };
    }
    case 'notes':
      return edit;
  }
}

/** The blocks with these notes in place of theirs, where the first of them stood, else at the end. */
function withNotes(blocks: readonly ArticleBlock[], paragraphs: readonly (readonly Run[])[]): ArticleBlock[] {
  const first = blocks.findIndex(({ kind }) => kind === 'notes');
  const others = blocks.filter(({ kind }) => kind !== 'notes');
  if (paragraphs.length === 0) return others;
  return others.toSpliced(first === -1 ? others.length : first, 0, { kind: 'notes', paragraphs });
}

function bodyOf({ summary, blocks, notes }: WordedTopic, areNotesNew: boolean, language: string): string {
  return writeBody({ summary, blocks: areNotesNew ? withNotes(blocks, notes) : blocks }, language);
}

/** An own slide with edits of its lines written into its title and body. A fault that stands in the way leaves it as it was. `language`: of its numbers. */
export function editOwn(item: OwnItem, edits: readonly TopicEdit[], language: string | null): Result<OwnItem> {
  const how = { file: '', line: 1, noReferences: NO_REFERENCES, ...(language !== null && { language }) };
  const read = parseBody(item.body, how);
  if (read.value === null || edits.length === 0)
    return { value: item, problems: read.problems.filter(({ severity }) => severity === 'error') };
  if (hasComment(item.body)) {
    const hint = 'Change it in the briefing, where the comments are.';
    const found = problem('briefing/edit-not-kept', {
      message: 'the own slide has comments, which would be lost',
      received: item.title,
      hint,
    });
    return { value: item, problems: [found] };
  }
  const topic: Topic = { id: item.id, idGiven: true, heading: item.title, ...read.value, line: 0 };
  const places = placesIn(topic);
  const merged = mergeOverrides(
    null,
    edits.map((edit) => hashed(edit, places)),
    () => ({}),
  );
  const problems: Problem[] = [];
  const context = { file: '', place: () => ({}), paragraphs: null, language, problems };
  const worded = wordTopic(topic, merged.value, context);
  const said = problems.filter(({ code }) => code !== 'briefing/quotation-reworded');
  if (hasErrors(said)) return { value: item, problems: [...merged.problems, ...said] };
  const title = cleanLine(withoutComments(plainText(worded.headline)).text);
  const body = bodyOf(worded, merged.value?.notes != null, language ?? 'und');
  const again = parseBody(body, how);
  const value = again.value === null || title === '' ? item : { ...item, title, body };
  return { value, problems: [...merged.problems, ...said, ...again.problems.filter(({ severity }) => severity === 'error')] };
}
