import { describe, expect, it } from 'vitest';
import { parseArticle, parseBody, parseInline, writeArticle, writeInline } from '../../../src/core/article/index.ts';
import { briefingFromArticles, compose } from '../../../src/core/briefing/index.ts';
import { isRef, notesOf, plainText, type Run } from '../../../src/core/base/text.ts';

const HEAD = '---\ntitle: T\n---\n\n';

function read(body: string) {
  const outcome = parseArticle(`${HEAD}## A topic\n\n${body}\n`, { file: 'a.md' });
  if (!outcome.value) throw new Error(outcome.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const article = outcome.value;
  const again = parseArticle(writeArticle(article), { file: 'a.md' }).value;
  expect(again?.topics.map((topic) => ({ ...topic, line: 0 }))).toEqual(article.topics.map((topic) => ({ ...topic, line: 0 })));
  const summary = article.topics[0]?.summary ?? [];
  return { article, summary, blocks: article.topics[0]?.blocks ?? [], warnings: outcome.problems.map(({ received }) => received) };
}

const said = (runs: readonly Run[]): readonly [string, string[]] => [plainText(runs), notesOf(runs)];

it('takes the vertical tab of a pasted slide for the line break it is', () => {
  expect(read('One\u000btwo\nthree').summary).toEqual([{ text: 'One\ntwo three' }]);
});

describe('a footnote', () => {
  it.each<[string, string, string[]]>([
    ['Ships wait.[^1]\n\n[^1]: See the board’s report.', 'Ships wait.', ['See the board’s report.']],
    ['Ships[^a] wait[^b].\n\n[^b]: Two.\n[^a]: One.', 'Ships wait.', ['One.', 'Two.']],
    ['Ships wait.[^1] And again.[^1]\n\n[^1]: Once.', 'Ships wait. And again.', ['Once.', 'Once.']],
    [
      'Ships wait.[^n]\n\n[^n]: One line,\n    and another.\n\n    A second paragraph.',
      'Ships wait.',
      ['One line, and another. A second paragraph.'],
    ],
    [
      'Ships wait.[^1]\n\n[^1]: *The Times*, [5 May](https://example.org/a), p. 3.',
      'Ships wait.',
      ['The Times, 5 May (https://example.org/a), p. 3.'],
    ],
    ['Ships wait.[^1]\n\n[^1]: <https://example.org/a>', 'Ships wait.', ['https://example.org/a']],
    ['Ships wait.^[See the report.]', 'Ships wait.', ['See the report.']],
    [
      'Ships wait.^[See [the *report*](https://example.org/r), p. 3 [sic].] Still.',
      'Ships wait. Still.',
      ['See the report (https://example.org/r), p. 3 [sic].'],
    ],
    ['Ships wait.^[See the\nreport.] Still.', 'Ships wait. Still.', ['See the report.']],
    ['Ships wait.^[A \\] in it]', 'Ships wait.', ['A ] in it']],
    ['Ships wait \\^[not] and x^2 and \\[^1].', 'Ships wait ^[not] and x^2 and [^1].', []],
  ])('is read from %s', (body, words, notes) => {
    const { summary, warnings } = read(body);
    expect(said(summary)).toEqual([words, notes]);
    expect(warnings).toEqual([]);
  });

  it('refers to the source text as its line does', () => {
    const { summary } = read('Ships wait.^[As told in the report [¶3].]');
    expect(summary.filter(isRef)).toEqual([{ refs: [3] }, { refs: [], notes: ['As told in the report.'] }]);
  });

  it.each([
    ['list', '- One[^1]\n- Two\n\n[^1]: N.'],
    ['table', '| A | B |\n|---|---|\n| x[^1] | 2 |\n\n[^1]: N.'],
    ['figures', ':::figures\n| Value | Unit | Label |\n|---|---|---|\n| 3[^1] | ships | a |\n:::\n\n[^1]: N.'],
    ['timeline', ':::timeline\n| Date | Event |\n|---|---|\n| 2024[^1] | a |\n:::\n\n[^1]: N.'],
    ['chart', ':::chart{type=bar}\n| Q | Ships |\n|---|---|\n| Q1 | 12[^1] |\n| Q2 | 14 |\n:::\n\n[^1]: N.'],
    ['chart’s references', ':::chart{type=bar}\n| Q | Ships |\n|---|---|\n| Q1 | 12 |\n\n[¶2][^1]\n:::\n\n[^1]: N.'],
    ['quotation', '> Ships wait.[^1]\n> — Ana Lind, mayor\n\n[^1]: N.'],
    ['attribution', '> Ships wait.\n> — Ana Lind, mayor [¶2][^1]\n\n[^1]: N.'],
    ['callout', '> [!note] Ships[^1]\n\n[^1]: N.'],
    ['notes', ':::notes\nSay it.[^1]\n:::\n\n[^1]: N.'],
  ])('is kept in a %s', (_, body) => {
    const { blocks, warnings } = read(`Text.\n\n${body}`);
    expect(JSON.stringify(blocks)).toContain('"notes":["N."]');
    expect(warnings).toEqual([]);
  });

  it.each([
    ['[^1]', 'Ships wait.[^1] Nobody says it.'],
    ['[^2]: Two.', 'Ships wait.[^1]\n\n[^1]: One.\n\n[^2]: Two.'],
    ['[^1]: Other.', 'Ships wait.[^1]\n\n[^1]: One.\n\n[^1]: Other.'],
    ['^[not closed', 'Ships wait.^[not closed'],
  ])('without its other half is named: %s', (received, body) => {
    expect(read(body).warnings).toEqual([received]);
  });

  it('stays where a topic that held its words is written anew', () => {
    const text = `${HEAD}## One {#one}\n\nShips[^1] and [words][r].\n\n## Two {#two}\n\nOld.\n\n[^1]: See the report.\n[r]: https://example.org\n`;
    const article = parseArticle(text, { file: 'a.md' }).value;
    if (!article) throw new Error('not read');
    const changed = {
      ...article,
      topics: article.topics.map((topic) => (topic.id === 'two' ? { ...topic, summary: [{ text: 'New.' }] } : topic)),
    };
    const written = writeArticle(changed, text);
    const again = parseArticle(written, { file: 'a.md' });
    expect(again.problems).toEqual([]);
    expect(again.value?.topics.map(({ summary }) => summary)).toEqual(changed.topics.map(({ summary }) => summary));
    expect(writeArticle(article, text)).toBe(text);
  });

  it('stays in an override and on an own slide', () => {
    const runs = read('Ships wait.^[See *a* [b] \\^ report.]').summary;
    expect(parseInline(writeInline(runs), { file: 'b.yaml', line: 1 }).value).toEqual(runs);
    const body = parseBody('Ships wait.[^1]\n\n[^1]: See the report.', { file: 'b.yaml', line: 1, noReferences: 'no source' });
    expect(body.problems).toEqual([]);
    expect(notesOf(body.value?.summary ?? [])).toEqual(['See the report.']);
  });

  it('has one number in a deck, and its words among the sources, for the audience too', () => {
    const text = `${HEAD}## One\n\nShips[^1] wait. [¶1]\n\n- Again[^1]\n- More^[Another.]\n\n[^1]: See the report.\n`;
    const article = parseArticle(text, { file: 'a.md' }).value;
    if (!article) throw new Error('not read');
    const briefing = briefingFromArticles([article], { topics: null, depth: 'full', file: 'a.md' }).value;
    if (!briefing) throw new Error('no briefing');
    const view = compose(briefing, new Map([[article.id, { article, source: null, hash: '' }]]), {
      file: 'b.yaml',
      forPresenter: false,
      stamp: 'test',
    }).value;
    expect(view?.sources.map(({ number, title, isNote, paragraph }) => [number, title, isNote, paragraph])).toEqual([
      [1, 'See the report.', true, null],
      [2, 'T', false, 1],
      [3, 'Another.', true, null],
    ]);
    expect(view?.items[0]?.refs).toEqual([1, 2, 3]);
  });
});
