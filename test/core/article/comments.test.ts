import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle, parseBody, parseInline, withoutComments, writeArticle } from '../../../src/core/article/index.ts';
import type { Article, ArticleBlock, Point } from '../../../src/core/article/types.ts';
import { unwrap, type Problem } from '../../../src/core/base/errors.ts';
import { hostileArticle } from '../../support/articles.ts';

const FRONT = '---\ntitle: T\n---\n\n';
const read = (text: string): Article => {
  const article = unwrap(parseArticle(text, { file: 'a.md' }));
  return { ...article, topics: article.topics.map((topic) => ({ ...topic, line: 0 })) };
};
const topic = (body: string): Article => read(`${FRONT}## Ports {#ports}\n\n${body}\n`);

const TABLE = '| Year | Ships |\n|---|---|\n| 2022 | 31 |\n| 2023 | 28 |';

/** With a comment, and without it. */
const PLACES: readonly (readonly [string, string, string])[] = [
  ['in the middle of a line', 'Ships <!-- how many? --> wait.', 'Ships wait.'],
  ['inside a word', 'Sh<!-- x -->ips wait.', 'Ships wait.'],
  ['at a line’s start', '<!-- ask Ana --> Ships wait.', 'Ships wait.'],
  ['at a line’s end', 'Ships wait.<!-- ask Ana -->\nMore.', 'Ships wait.\nMore.'],
  ['two in a line', 'Ships <!-- a --> wait <!-- b --> here.', 'Ships wait here.'],
  ['over lines with empty lines in it', 'Ships <!-- a\n\n- b\n\n## C\n--> wait.', 'Ships wait.'],
  ['a line between two of a paragraph', 'Ships\n<!-- ask -->\nwait.', 'Ships\nwait.'],
  ['a line before the summary', '<!-- ask -->\n\nShips wait.', 'Ships wait.'],
  ['a line between blocks', 'Ships wait.\n\n<!-- ask\n\nboth -->\n\n- A', 'Ships wait.\n\n- A'],
  ['a topic that was commented out', '- A\n\n<!--\n## Old {#old}\n\n- B\n-->', '- A'],
  ['between points', '- A\n<!-- B is missing -->\n- C', '- A\n- C'],
  ['between points, with empty lines', '- A\n\n<!-- B is missing -->\n\n- C', '- A\n\n- C'],
  ['in a point and below it', '- A <!-- a -->\n  <!-- b -->\n  - B <!-- c -->', '- A\n  - B'],
  [
    'behind a mark with lines that belong to it',
    '1. <!-- a --> A\\\n   B\n   - <!-- b --> <!-- c --> C\n     - D',
    '1. A\\\n   B\n   - C\n     - D',
  ],
  ['behind an indentation', '- A\n  <!-- a -->  - B\n    - C', '- A\n  - B\n    - C'],
  ['a point of nothing else', '- A\n- <!-- B -->\n- C', '- A\n- C'],
  ['a numbered point of nothing else', '1. A\n2. <!-- B -->\n3. C', '1. A\n2. C'],
  ['points that were commented out', '- A\n<!--\n- B\n- C\n-->\n- D', '- A\n- D'],
  [
    'in a quotation',
    '> Words <!-- sic --> here.\n> <!-- which day? -->\n> — Ana Ruiz, minister <!-- verify -->, 2023 [¶1]',
    '> Words here.\n> — Ana Ruiz, minister, 2023 [¶1]',
  ],
  ['in cells', '| A <!-- a | b --> | B |\n|---|---|\n| 1 | <!-- none --> |', '| A | B |\n|---|---|\n| 1 | |'],
  ['between rows', TABLE.replace('| 2023', '<!-- 2022 is a guess -->\n| 2023'), TABLE],
  [
    'in a timeline',
    `:::timeline\n<!-- a -->\n${TABLE.replace('2022', '2022 <!-- or 2021 -->')}\n<!-- b -->\n:::`,
    `:::timeline\n${TABLE}\n:::`,
  ],
  [
    'in figures',
    ':::figures\n| Value | Unit | Label |\n|---|---|---|\n| 7 <!-- 8? --> | ships | seen <!-- by whom --> |\n:::',
    ':::figures\n| Value | Unit | Label |\n|---|---|---|\n| 7 | ships | seen |\n:::',
  ],
  [
    'in a chart',
    `:::chart{type=bar title="Ships <!-- t -->"}\n${TABLE.replace('31', '31<!-- ? -->')}\n:::`,
    `:::chart{type=bar title="Ships "}\n${TABLE}\n:::`,
  ],
  [
    'in notes',
    ':::notes\n<!-- slowly -->\nSay it. <!-- twice -->\n\n<!-- :::\n\nx -->\nAnd this.\n:::',
    ':::notes\nSay it.\n\nAnd this.\n:::',
  ],
  ['in a picture’s words', '![A ship <!-- which? -->](ship.png "At sea <!-- sure? --> | Ana")', '![A ship ](ship.png "At sea | Ana")'],
  ['around bold words', '**Ships**<!-- a --> <!-- b -->*wait*.', '**Ships** *wait*.'],
  ['empty ones', 'Ships <!----> wait<!-->.<!--->', 'Ships wait.'],
  ['as browsers end them', 'Ships <!-- a --!> wait.', 'Ships wait.'],
  ['with dashes and marks', 'Ships <!-- a -- b > c <b> `d` \\ --> wait.', 'Ships wait.'],
  ['in other scripts', 'السفن <!-- كم؟ --> تنتظر 船<!-- 几艘 -->在等。', 'السفن تنتظر 船在等。'],
  ['with line ends of Windows', 'Ships\r\n<!-- a\r\n\r\nb -->\r\nwait.', 'Ships\nwait.'],
];

describe('a comment', () => {
  it.each(PLACES)('is no part of the article: %s', (_, written, plain) => {
    expect(topic(written)).toEqual(topic(plain));
  });

  it('may stand at a heading and before the first', () => {
    expect(read(`${FRONT}<!-- a\n\nb -->\n\n## Ports <!-- c --> {#ports} <!-- d -->\n\n- A\n`)).toEqual(topic('- A'));
    expect(read(`${FRONT}<!-- a\nb --> ## Ports {#ports}\n- A\n`)).toEqual(topic('- A'));
  });

  it('is no part of what a briefing words', () => {
    const place = { file: 'b.yaml', line: 1 };
    expect(unwrap(parseInline('- Mine <!-- own\n\nwords -->', place))).toEqual([{ text: '- Mine' }]);
    expect(unwrap(parseBody('<!-- a -->\n\nMine. <!-- b -->', place))).toEqual({ summary: [{ text: 'Mine.' }], blocks: [] });
  });

  it('changes no place that a problem names', () => {
    const { problems } = parseArticle(`${FRONT}## A\n\n<!-- a\nb -->\nX <!-- c --> [¶x]\n\n- <!-- d\n\n--> y <b[¶y]\n`, { file: 'a.md' });
    expect(problems.map(({ place }) => [place?.line, place?.column])).toEqual([
      [9, 14],
      [13, 9],
    ]);
  });
});

describe('what is no comment', () => {
  const words = (body: string): unknown => topic(body).topics[0]?.summary;

  it.each([
    ['escaped', '\\<!-- sign -->', '<!-- sign -->'],
    ['in code', 'Write `<!-- sign -->` there.', 'Write <!-- sign --> there.'],
    ['in code of more backticks', 'Write ``a ` <!-- b -->`` there.', 'Write ``a ` <!-- b -->`` there.'],
    ['its end alone', 'Aren --> Lind', 'Aren --> Lind'],
    ['another sign', '<! -- a --> <-- b', '<! -- a --> <-- b'],
    ['Obsidian’s', 'Ships %% ask %% wait', 'Ships %% ask %% wait'],
  ])('shows: %s', (_, written, plain) => {
    expect(words(written)).toEqual([{ text: plain }]);
  });

  it('is not begun by a backtick alone, in this line or above', () => {
    expect(words('It`s <!-- a --> so')).toEqual([{ text: 'It`s so' }]);
    expect(words('It`s\nso <!-- a`b --> here')).toEqual([{ text: 'It`s so here' }]);
  });
});

describe('a comment that is not closed', () => {
  const open = (text: string): Problem[] =>
    parseArticle(text, { file: 'a.md' }).problems.filter(({ code }) => code === 'article/comment-unclosed');

  it.each([
    ['to the end', '## A\n\nText <!-- ask Ana\n\n- B', [7, 6]],
    ['but another one is', '## A\n\n<!-- ask\n\nText.\n\n<!-- b -->', [7, 1]],
    ['with one inside it', '## A\n\nX <!-- a <!-- b --> c -->', [7, 3]],
    ['in a cell', '## A\n\n| A |\n|---|\n| b <!-- |', [9, 5]],
    ['ended by one dash', '## A\n\nX <!-- a ->', [7, 3]],
  ])('is an error with its place: %s', (_, body, place) => {
    const text = `${FRONT}${body}\n`;
    expect(open(text).map((found) => [found.place?.line, found.place?.column])).toEqual([place]);
    expect(parseArticle(text, { file: 'a.md' }).value).toBeNull();
  });

  it('is one in front matter too, where a whole one would show', () => {
    const { problems } = parseArticle('---\ntitle: T <!-- working title -->\n---\n## A\n', { file: 'a.md' });
    expect(problems).toMatchObject([{ code: 'article/front-matter', place: { line: 2 } }]);
    expect(read('---\ntitle: T # working title\n---\n## A\n').title).toBe('T');
  });
});

describe('an article that is written into its old text', () => {
  const TEXT = [
    '---\n# who else?\ntitle: T # short\nauthors: Ana Ruiz\n---\n\n<!-- before -->\n',
    '## One {#one}\n\nFirst   line\nof two. <!-- sure? -->\n\n* A <!-- a -->\n<!-- between -->\n* B\n\n<!-- behind -->\n',
    '## Two {#two}\n\n> Said. <!-- sic -->\n> — Ana\n',
  ].join('\n');

  it('is the same bytes where nothing changed', () => {
    expect(writeArticle(read(TEXT), TEXT)).toBe(TEXT);
    const windows = TEXT.replaceAll('\n', '\r\n');
    expect(writeArticle(read(windows), windows)).toBe(windows);
  });

  it('keeps comments at their places where something did', () => {
    const article = read(TEXT);
    const third: Point = { runs: [{ text: 'C' }], children: [] };
    const more = (block: ArticleBlock): ArticleBlock => (block.kind === 'points' ? { ...block, items: [...block.items, third] } : block);
    const topics = article.topics.map((one) => ({ ...one, blocks: one.blocks.map(more) }));
    const written = writeArticle({ ...article, title: 'U', topics }, TEXT);
    expect(written).toBe(
      [
        '---\n# who else?\ntitle: U # short\nauthors: Ana Ruiz\n---\n\n<!-- before -->\n',
        '## One {#one}\n\nFirst line of two. <!-- sure? -->\n\n- A <!-- a -->\n<!-- between -->\n- B\n\n<!-- behind -->\n\n- C\n',
        '## Two {#two}\n\n> Said. <!-- sic -->\n> — Ana\n',
      ].join('\n'),
    );
  });

  it('takes them along with their topic', () => {
    const article = read(TEXT);
    const written = writeArticle({ ...article, topics: [...article.topics].reverse() }, TEXT);
    expect(written.indexOf('<!-- sic -->')).toBeLessThan(written.indexOf('<!-- sure? -->'));
    expect(read(written).topics).toEqual([...article.topics].reverse());
  });

  it('is written by itself where the old text is no article', () => {
    const article = read(TEXT);
    expect(writeArticle(article, 'no article')).toBe(writeArticle(article));
  });
});

/** Places in a line where a comment may stand: not behind a backslash, not in a mark or a number of the syntax. */
const inLine = (line: string): number[] => Array.from(line.matchAll(/(?<=[\p{L}\p{N}.,]) /gu), ({ index }) => index);

interface Insertion {
  readonly line: number;
  readonly place: number;
  readonly comment: string;
}

const insertion: fc.Arbitrary<Insertion> = fc.record({
  line: fc.nat(),
  place: fc.nat(),
  comment: fc.constantFrom(
    '<!-- secret -->',
    '<!--secret\n\n- secret\n\n## secret\n-->',
    '<!-- secret | `secret` ::: -- > [¶9] -->',
    '<!-- سر secret 秘 -->',
  ),
});

/** The text with comments in lines of their own and inside others; `null` where the line has no place for one. */
function insert(text: string, insertions: readonly Insertion[]): string {
  const lines = text.split('\n');
  const first = lines.indexOf('---', 1) + 1;
  for (const { line, place, comment } of insertions) {
    const at = first + (line % (lines.length - first));
    const places = inLine(lines[at] ?? '');
    const words = lines[at] ?? '';
    if (place % 3 === 0 || places.length === 0 || words.includes('<!--')) lines.splice(at, 0, ...comment.split('\n'));
    else {
      const where = places[place % places.length] ?? 0;
      lines[at] = `${words.slice(0, where)} ${comment}${words.slice(where)}`;
    }
  }
  return lines.join('\n');
}

it('leaves an article as it is wherever it stands, and comes through a change of it', () => {
  fc.assert(
    fc.property(hostileArticle, fc.array(insertion, { minLength: 1, maxLength: 6 }), fc.nat(), (article, insertions, which) => {
      const plain = writeArticle(article);
      // In a comment, or an escape that the text's own signs make of one, nothing can be inserted.
      const text = insert(plain, insertions.slice(0, 1));
      const more = insertions.slice(1).reduce((all, one) => {
        const next = insert(all, [one]);
        return withoutComments(next).text === withoutComments(all).text ? next : all;
      }, text);
      const parsed = read(more);
      expect(parsed).toEqual(read(plain));
      expect(JSON.stringify(parsed)).not.toContain('secret');
      expect(writeArticle(parsed, more)).toBe(more);
      const changed = {
        ...parsed,
        topics: parsed.topics.map((t, index) => (index === which % parsed.topics.length ? { ...t, blocks: [...t.blocks].slice(1) } : t)),
      };
      const again = writeArticle(changed, more);
      // What is written plainly is the measure: a paragraph that became the first is the topic's summary.
      expect(read(again)).toEqual(read(writeArticle(changed)));
      const count = (all: string): number => withoutComments(all).cuts.length;
      expect(count(again)).toBeGreaterThan(0);
      expect(again.match(/secret/g)?.length).toBe(more.match(/secret/g)?.length);
    }),
    { numRuns: 15 },
  );
});
