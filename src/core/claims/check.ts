import { articlePiece } from '../article/index.ts';
import type { Statement } from '../article/statement-types.ts';
import type { Article, SourceText, Topic } from '../article/types.ts';
import type { Problem } from '../base/errors.ts';
import { lazy } from '../base/lazy.ts';
import { plainText, refsOf } from '../base/text.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { judgeOf, type Judge } from './judge.ts';
import { lexiconOf, type Lexicon } from './names/lexicon.ts';
import { locator } from './place.ts';
import { toProblem } from './report.ts';
import type { Finding, Unsupported } from './types.ts';

/** An article with all that its lines are held against. */
export interface Held {
  readonly evidence: Evidence;
  readonly judge: Judge;
  readonly elsewhere: (found: Unsupported) => number | null;
}

/** What a topic says, without its heading. */
export function statementsOf({ summary, blocks }: Pick<Topic, 'summary' | 'blocks'>): readonly (readonly Statement[])[] {
  const first: Statement[] = summary === null ? [] : [{ kind: 'words', text: plainText(summary), refs: refsOf(summary) }];
  return [first, ...blocks.map((block) => articlePiece(block.kind).statements(block))];
}

function lexicon(evidence: Evidence): () => Lexicon {
  return lazy(() => {
    const lines = evidence.article.topics.flatMap((topic) => statementsOf(topic).flatMap((block) => block.map(({ text }) => text)));
    return lexiconOf(evidence, lines);
  });
}

/** So often a paragraph is looked into for what its line does not name: enough for 200 findings in an article of 250 paragraphs. */
const MOST_LOOKED = 50_000;

/** Prepares an article's source for its lines. */
export function holdArticle(article: Article, source: SourceText): Held {
  let looked = 0;
  const evidence = evidenceOf(article, source);
  const judge = judgeOf(evidence, lexicon(evidence));
  return {
    evidence,
    judge,
    // The first paragraph in which nothing would be said of it. Many findings in a long source would take the square of its length.
    elsewhere: ({ statement, kind, start, end, ofOther = false }) => {
      if (ofOther) return null;
      const text = statement.text.slice(start, end);
      const index = evidence.source.paragraphs.findIndex((_, at) => {
        if (statement.refs.includes(at + 1) || looked >= MOST_LOOKED) return false;
        looked++;
        const own = judge({
          ...statement,
          kind: kind === 'quotation' ? 'quoted' : kind === 'name' ? 'speaker' : statement.kind,
          text,
          refs: [at + 1],
        });
        return own.length === 0;
      });
      return index === -1 ? null : index + 1;
    },
  };
}

export interface ClaimsInput {
  readonly article: Article;
  readonly source: SourceText;
  /** How problems name the article's file. */
  readonly file: string;
  /** What stands in it. */
  readonly text: string;
}

/** Findings of one kind in one chart or table are one warning: the first stands for them. */
const MOST_VALUES = 3;

/** Everything in an article's lines that the paragraphs they name do not have. */
export function checkClaims({ article, source, file, text }: ClaimsInput): Problem[] {
  const held = holdArticle(article, source);
  const placesOf = lazy(() => locator(file, text));
  return article.topics.flatMap((topic) => {
    const blocks = statementsOf(topic);
    const all = [...new Set(blocks.flat().flatMap(({ refs }) => refs))];
    const heading: Statement = { kind: 'words', text: topic.heading, refs: all };
    const found = [
      ...held.judge(heading, { heading: true }).map((own): Unsupported => ({ ...own, statement: heading })),
      ...blocks.flatMap((block) => judgeBlock(block, held.judge, topic.heading)),
    ];
    if (found.length === 0) return [];
    const statements = [heading, ...blocks.flat()];
    const place = placesOf()(
      topic.line,
      statements.map((one) => one.text),
    );
    return found.map((own) => toProblem(own, place(statements.indexOf(own.statement), own.start), held.evidence, held.elsewhere(own)));
  });
}

/** What is found in one block's statements, or in some lines. */
export function judgeBlock(statements: readonly Statement[], judge: Judge, below: string): Unsupported[] {
  const quoted = statements.find(({ kind }) => kind === 'quoted')?.text ?? '';
  const found = statements.flatMap((statement) =>
    statement.refs.length === 0 ? [] : judge(statement, { below, quoted }).map((own: Finding): Unsupported => ({ ...own, statement })),
  );
  const values = found.filter(({ statement }) => statement.kind === 'value');
  return values.length <= MOST_VALUES ? found : found.filter((own) => own.statement.kind !== 'value' || values.indexOf(own) < MOST_VALUES);
}
