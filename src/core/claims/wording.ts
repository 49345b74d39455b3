import { parseBody, parseInline } from '../article/index.ts';
import type { Statement } from '../article/statement-types.ts';
import type { Topic } from '../article/types.ts';
import type { Problem } from '../base/errors.ts';
import { plainText, refsOf } from '../base/text.ts';
import type { PlaceOf } from '../briefing/index.ts';
import type { ArticleEntry, Briefing, Overrides } from '../briefing/types.ts';
import { holdArticle, statementsOf, type Held } from './check.ts';
import { toProblem } from './report.ts';

/** Words of a briefing with where they stand in it. */
interface Worded {
  readonly path: readonly PropertyKey[];
  readonly statements: readonly Statement[];
  readonly heading?: boolean;
}

function inline(text: string, path: readonly PropertyKey[]): Worded[] {
  const { value } = parseInline(text, { file: '', line: 1 });
  return value === null ? [] : [{ path, statements: [{ kind: 'words', text: plainText(value), refs: refsOf(value) }] }];
}

function wordedOf({ headline, summary, points, notes }: Overrides, topic: Topic): Worded[] {
  const body = notes === null ? null : parseBody(notes, { file: '', line: 1 }).value;
  const refs = [...new Set(statementsOf(topic).flatMap((block) => block.flatMap((own) => own.refs)))];
  const heading: readonly Statement[] = headline === null ? [] : [{ kind: 'words', text: headline, refs }];
  return [
    { path: ['headline'], statements: heading, heading: true },
    ...(summary === null ? [] : inline(summary, ['summary'])),
    ...points.flatMap(({ text }, index) => inline(text, ['points', index, 'text'])),
    ...(body === null ? [] : [{ path: ['notes'], statements: statementsOf(body).flat() }]),
  ];
}

/** Everything in a briefing's own wording of its topics that the paragraphs it names do not have. */
export function checkWording(briefing: Briefing, articles: ReadonlyMap<string, ArticleEntry>, placeOf: PlaceOf): Problem[] {
  const held = new Map<string, Held>();
  const holdOnce = (id: string, entry: ArticleEntry): Held | null => {
    if (entry.source === null) return null;
    const made = held.get(id) ?? holdArticle(entry.article, entry.source);
    held.set(id, made);
    return made;
  };
  return briefing.items.flatMap((item, index) => {
    if (item.kind !== 'topic' || item.overrides === null) return [];
    const entry = articles.get(item.article);
    const topic = entry?.article.topics.find(({ id }) => id === item.topic);
    const own = entry && topic ? holdOnce(item.article, entry) : null;
    if (!topic || own === null) return [];
    return wordedOf(item.overrides, topic).flatMap(({ path, statements, heading = false }) =>
      statements.flatMap((statement) =>
        own.judge(statement, { heading }).map((finding) => {
          const found = { ...finding, statement };
          return toProblem(found, placeOf(['items', index, 'overrides', ...path]), own.evidence, own.elsewhere(found));
        }),
      ),
    );
  });
}
