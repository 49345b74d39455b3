import type { Controller } from '../controller/types.ts';
import type { Row } from '../state/rows.ts';
import { spoken } from '../state/time.ts';
import { strings } from '../strings.ts';
import { Button } from './basics.tsx';
import { EditIcon } from './icons.tsx';
import { useController } from './use-app.ts';

/** Opens the text of a line's article, at its topic. */
export function editRow({ articles }: Controller, row: Row): void {
  const { file, topics } = row.article;
  if (row.kind === 'topic')
    void articles.openTopic(
      file,
      topics.findIndex(({ id }) => id === row.topic.id),
    );
  else void articles.open(file);
}

/** What is done with the article of the line: its text, a copy, the bin. */
function ArticleTools({ row }: { readonly row: Row }) {
  const controller = useController();
  const { articles, shelf } = controller;
  const { file, title } = row.article;
  return (
    <span className="article-tools">
      <Button look="quiet" className="small" aria-label={strings.article.editOf(title)} onPress={() => editRow(controller, row)}>
        <EditIcon /> {strings.article.edit} <kbd>E</kbd>
      </Button>
      {row.kind === 'article' ? (
        <>
          <Button look="quiet" className="small" onPress={() => void articles.duplicate(file)}>
            {strings.article.duplicate}
          </Button>
          <Button look="quiet" className="small" onPress={() => void shelf.removeArticle(file)}>
            {strings.article.remove}
          </Button>
        </>
      ) : null}
    </span>
  );
}

/** What is in a line of the library, and what can be done with its article. */
export function Peek({ row }: { readonly row: Row | undefined }) {
  if (row?.kind !== 'topic') {
    const words = row
      ? (row.article.standfirst ?? [row.article.authors.join(', '), row.article.publisher].filter(Boolean).join(' · '))
      : '';
    return (
      <div className="peek">
        <p>{words === '' && !row ? <span className="muted">{strings.library.alone}</span> : words}</p>
        {row ? <ArticleTools row={row} /> : null}
      </div>
    );
  }
  const { topic } = row;
  const { unit } = strings;
  const facts = [
    [topic.words, unit.words],
    [topic.points, unit.points],
    [topic.quotations, unit.quotations],
    [topic.figures, unit.figures],
    [topic.events, unit.events],
    [topic.charts, unit.charts],
    [topic.tables, unit.tables],
    [topic.images, unit.images],
  ] as const;
  return (
    <div className="peek">
      <p>
        <strong>{topic.heading}</strong> {topic.summary}
      </p>
      <p className="muted">{[...facts.filter(([n]) => n > 0).map(([n, words]) => words(n)), spoken(topic.seconds.points)].join(' · ')}</p>
      <ArticleTools row={row} />
    </div>
  );
}
