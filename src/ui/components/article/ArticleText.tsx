import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { lineOf, endOfLine, topicAt, type GoTo } from '../../state/article.ts';
import type { Change } from '../../state/article-pieces.ts';
import { inField } from '../../field.ts';
import { strings } from '../../strings.ts';
import { useController } from '../use-app.ts';

/** What others do with the text, so that undo in the field brings it back. */
export interface TextHandle {
  readonly caret: () => number;
  readonly change: (change: Change) => void;
}

interface ArticleTextProps {
  readonly text: string;
  readonly goTo: GoTo | null;
  readonly ref: Ref<TextHandle>;
}

/** The text itself, a field of the page: its keys, its undo and its spelling are the platform's. */
export function ArticleText({ text, goTo, ref }: ArticleTextProps) {
  const { articles } = useController();
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const area = field.current;
    if (!area) return;
    area.focus({ preventScroll: true });
    if (!goTo) return;
    // Behind the line's words: what is typed next takes the place of none.
    const end = endOfLine(area.value, goTo.line);
    area.setSelectionRange(end, end);
    // A field brings its caret into sight by itself only when something is typed: by the share of lines above it, near enough.
    const share = (goTo.line - 1) / Math.max(1, area.value.split('\n').length);
    area.scrollTop = Math.max(0, area.scrollHeight * share - area.clientHeight / 3);
  }, [goTo]);

  useImperativeHandle(
    ref,
    () => ({
      caret: () => field.current?.selectionStart ?? 0,
      change: ({ from, to, words }) => {
        const area = field.current;
        if (!area) return;
        area.setSelectionRange(from, to);
        inField(area, words === '' ? 'delete' : 'insertText', words);
      },
    }),
    [],
  );

  return (
    <textarea
      ref={field}
      className="article-text"
      data-article-text
      aria-label={strings.article.text}
      dir="auto"
      spellCheck
      value={text}
      onChange={({ target }) => articles.type(target.value)}
      onSelect={({ currentTarget: { value, selectionStart } }) =>
        articles.goTopic(Math.max(0, topicAt(value, lineOf(value, selectionStart))))
      }
    />
  );
}
