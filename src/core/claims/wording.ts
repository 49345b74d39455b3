import { articlePiece, parseBody, parseInline } from '../article/index.ts';
import type { Statement } from '../article/statement-types.ts';
import type { Topic } from '../article/types.ts';
import type { Problem } from '../base/errors.ts';
import { plainText, refsOf } from '../base/text.ts';
import { changesIn, namedLanguage, type PlaceOf } from '../briefing/index.ts';
import type { ArticleEntry, Briefing, Overrides } from '../briefing/types.ts';
import { holdArticle, statementsOf, type Held } from './check.ts';
import { toProblem } from './report.ts';

/** What a briefing can do besides. */
const DROP = 'Or write “sourced: false” into the override: the line loses its source number and counts as the briefer’s own words.';

/** Words of a briefing with where they stand in it. */
interface Worded {
  readonly path: readonly PropertyKey[];
  readonly statements: readonly Statement[];
  readonly heading?: boolean;
  /** Whether the override may say that it has no source. */
  readonly mayDrop?: boolean;
}

function inline(text: string, path: readonly PropertyKey[]): Worded[] {
  const { value } = parseInline(text, { file: '', line: 1 });
  return value === null ? [] : [{ path, statements: [{ kind: 'words', text: plainText(value), refs: refsOf(value) }] }];
}

const textsOf = (overrides: Overrides, [list, index]: readonly PropertyKey[]): readonly (string | number)[] => {
  const at = Number(index);
  const { text, cells = [] } =
    list === 'added' ? (overrides.added?.[at] ?? {}) : { text: (list === 'points' ? overrides.points : overrides.lines)?.[at]?.text };
  return [...(text === undefined ? [] : [text]), ...cells];
};

/** What a block says with the briefing's words and did not say before, at the override whose words it has. */
function changed(topic: Topic, overrides: Overrides, language: string | null): Worded[] {
  return changesIn(topic, overrides, language).flatMap(({ paths, before, after }) => {
    const said = (block: typeof after): readonly Statement[] => (block === null ? [] : articlePiece(block.kind).statements(block));
    const known = new Set(said(before).map((one) => JSON.stringify(one)));
    const statements = said(after).filter((one) => one.refs.length > 0 && !known.has(JSON.stringify(one)));
    return statements.map((one): Worded => {
      const has = (path: readonly PropertyKey[]): boolean =>
        textsOf(overrides, path).some(
          (text) => String(text) !== '' && one.text.includes(plainText(parseInline(String(text), { file: '', line: 1 }).value ?? [])),
        );
      const path = paths.find(has) ?? paths[0] ?? [];
      const isAdded = path[0] === 'added';
      return { path: isAdded ? path : [...path, 'text'], statements: [one], mayDrop: !isAdded };
    });
  });
}

function wordedOf(overrides: Overrides, topic: Topic, language: string | null): Worded[] {
  const { headline, summary, notes } = overrides;
  const body = notes === null ? null : parseBody(notes, { file: '', line: 1 }).value;
  const refs = [...new Set(statementsOf(topic).flatMap((block) => block.flatMap((own) => own.refs)))];
  const heading: readonly Statement[] = headline === null ? [] : [{ kind: 'words', text: headline, refs }];
  return [
    { path: ['headline'], statements: heading, heading: true },
    ...(summary === null ? [] : inline(summary, ['summary'])),
    ...changed(topic, overrides, language),
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
    return wordedOf(item.overrides, topic, namedLanguage(own.evidence.article)).flatMap(
      ({ path, statements, heading = false, mayDrop = false }) =>
        statements.flatMap((statement) =>
          own.judge(statement, { heading }).map((finding) => {
            const found = { ...finding, statement };
            const said = toProblem(found, placeOf(['items', index, 'overrides', ...path]), own.evidence, own.elsewhere(found));
            return mayDrop ? { ...said, hint: `${said.hint} ${DROP}` } : said;
          }),
        ),
    );
  });
}
