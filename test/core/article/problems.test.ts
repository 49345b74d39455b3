import { describe, expect, it } from 'vitest';
import { parseArticle, parseBody, parseInline, parseNotes } from '../../../src/core/article/index.ts';
import type { Problem } from '../../../src/core/base/errors.ts';

const FRONT = '---\ntitle: T\n---\n';
const found = (text: string, source: readonly string[] | null = null): readonly Problem[] =>
  parseArticle(text, { file: 'a.md', source: source && { paragraphs: source } }).problems;
const shown = ({ code, place, received, allowed }: Problem): string =>
  [`${place?.line ?? '?'}:${place?.column ?? '?'} ${code}`, received, allowed].filter((part) => part !== undefined).join(' | ');
/** Problems of a body that begins in line 4, after a topic in line 4 and an empty line. */
const inBody = (body: string): string[] => found(`${FRONT}## A\n\n${body}\n`).map(shown);

describe('front matter that is wrong', () => {
  it.each([
    ['', ['1:1 article/front-matter']],
    ['---\ntitle: [\n---\n## A', ['2:9 article/front-matter']],
    ['---\nauthors: [Ana]\n---\n## A', ['2:1 article/front-matter | nothing']],
    ['---\ntitle: T\npublished: soon\n---\n## A', ['3:1 article/front-matter | soon']],
    ['---\ntitle: T\nurl: ftp://a.org\n---\n## A', ['3:1 article/front-matter | ftp://a.org']],
    ['---\ntitle: T\nid: a b\n---\n## A', ['3:1 article/front-matter | a b']],
    ['---\ntitle: T\nid: pack\n---\n## A', ['3:1 article/front-matter | pack']],
    ['---\ntitle: T\nlanguage: English!\n---\n## A', ['3:1 article/front-matter | English!']],
  ])('%j', (text, places) => {
    const starts = found(text)
      .filter(({ code }) => code === 'article/front-matter')
      .map(shown);
    expect(starts.map((start, index) => start.startsWith(places[index] ?? '!'))).toEqual(places.map(() => true));
  });

  it('names an id that the file’s name cannot be', () => {
    expect(parseArticle(`${FRONT}## A`, { file: '(!).md' }).problems.map(({ received }) => received)).toEqual(['(!)']);
  });

  it.each([
    ['my file.md', 'my-file'],
    ['dir with spaces/Bericht März 2024 (v2) #1.md', 'bericht-marz-2024-v2-1'],
    ['Récit_2024.md', 'Récit_2024'],
    ['أخبار اليوم.md', 'أخبار-اليوم'],
  ])('makes an id of the name %s', (file, id) => {
    expect(parseArticle(`${FRONT}## A`, { file }).value?.id).toBe(id);
  });

  it.each([
    ['title: Port: the plan', 'Put the value into quotation marks: title: "Port: the plan"'],
    ['title: He said: "no"', `Put the value into quotation marks: title: 'He said: "no"'`],
    ["title: T\nauthors:\n  - Ana: the writer's desk: Lind", `Put the value into quotation marks: - Ana: "the writer's desk: Lind"`],
  ])('says how a value with a colon is written: %s', (yaml, hint) => {
    expect(parseArticle(`---\n${yaml}\n---\n## A`, { file: 'a.md' }).problems.map((problem) => problem.hint)).toContain(hint);
  });
});

describe('structure that is wrong', () => {
  it.each([
    ['text before the first topic', 'Text.\n\n## A', ['4:1 article/structure']],
    ['no topic', '', ['1:1 article/structure']],
    ['a heading with one #', '# T\n\n## A', ['4:1 article/structure | # | ##, one for each topic']],
    ['a heading inside a topic', '## A\n\n### B', ['6:1 article/structure | ### | ##, one for each topic']],
    ['a heading without words', '##\n', ['4:1 article/structure']],
    ['the same id twice', '## A {#x}\n\n## B {#x}', ['6:1 article/id-duplicate | x']],
    ['an id that is none', '## A {#x/y}', ['4:1 article/structure | x/y | letters, digits, “-” and “_”']],
    ['a reference in a heading', '## A [¶1]', ['4:1 article/inline-unsupported']],
  ])('%s', (_, body, expected) => {
    expect(found(`${FRONT}${body}\n`).map(shown)).toEqual(expected);
  });
});

describe('a body that is wrong', () => {
  const names = ':::timeline, :::figures, :::chart, :::table, :::cards, :::compare, :::steps, :::decisions, :::notes';
  const blocks = `paragraphs, lists, > quotations, tables, images, ${names}`;

  it.each([
    ['an unknown directive', ':::map\n:::', [`6:1 article/directive-unknown | :::map | ${names}`]],
    ['a name of every object', ':::constructor\n:::', [`6:1 article/directive-unknown | :::constructor | ${names}`]],
    [
      'attributes that cannot be read',
      ':::chart{type=bar\n| a | b |',
      [`6:1 article/directive-unknown | :::chart{type=bar | ${names}; attributes as {title="…"}`],
    ],
    ['a fence that closes nothing', 'Text.\n\n:::', [`8:1 article/directive-unknown | ::: | ${names}; attributes as {title="…"}`]],
    ['an unclosed directive at the end', ':::notes\nText.', ['6:1 article/directive-unclosed']],
    ['an unclosed directive before another', ':::notes\nText.\n\n:::notes\nMore.\n:::', ['6:1 article/directive-unclosed']],
    ['very many unclosed directives', ':::notes\nText.\n\n'.repeat(30), ['6:1 article/directive-unclosed']],
    ['an unclosed directive before a topic', ':::notes\nText.\n\n## B\n\n- b', ['6:1 article/directive-unclosed']],
    ['an unknown attribute', ':::notes{for=me}\nText.\n:::', ['6:1 article/attribute | for | none']],
    ['a label', ':::notes[For me]\nText.\n:::', ['6:1 article/attribute']],
    [
      'a chart without type',
      ':::chart\n| a | b |\n|---|---|\n| c | 1 |\n:::',
      ['6:1 article/attribute | bar, stacked-bar, line, doughnut, share, ranking'],
    ],
    [
      'a chart of another type',
      ':::chart{type=pie}\n| a | b |\n|---|---|\n| c | 1 |\n:::',
      ['6:1 article/attribute | pie | bar, stacked-bar, line, doughnut, share, ranking'],
    ],
    [
      'a value that is no number',
      ':::chart{type=bar}\n| a | b |\n|---|---|\n| c | many |\n:::',
      ['9:5 article/row | many | a number alone, as 1650 or −2; empty for none'],
    ],
    ['a doughnut of two series', ':::chart{type=doughnut}\n| a | b | c |\n|---|---|---|\n| c | 1 | 2 |\n:::', ['7:1 article/row | 2']],
    [
      'a doughnut with a part below zero, and one without a value',
      ':::chart{type=doughnut}\n| a | b |\n|---|---|\n| c | -1 |\n| d |  |\n| e | 0 |\n:::',
      ['9:5 article/row | -1', '10:5 article/row | an empty cell'],
    ],
    ['a doughnut of nothing', ':::chart{type=doughnut}\n| a | b |\n|---|---|\n| c | 0 |\n| d | 0.0 |\n:::', ['9:5 article/row | 0']],
    ['a row that is too short', ':::table\n| a | b |\n|---|---|\n| c |\n:::', ['9:1 article/row | 1 cells | 2 cells']],
    ['a row that is too long', '| a | b |\n|---|---|\n| c | d | e |', ['8:1 article/row | 3 cells | 2 cells']],
    ['a timeline of three columns', ':::timeline\n| a | b | c |\n|---|---|---|\n:::', ['7:1 article/row | 3 | 2: Date, Event']],
    ['an event without date', ':::timeline\n| Date | Event |\n|---|---|\n|  | b |\n:::', ['9:1 article/row']],
    [
      'an event before the one above it',
      ':::timeline\n| a | b |\n|---|---|\n| 2024 | b |\n| March 2022 | b |\n| 2025 | b |\n| 2021 | b |\n:::',
      ['10:1 article/date-order | March 2022 | a date not before 2024'],
    ],
    [
      'a range that ends before it begins',
      ':::timeline\n| a | b |\n|---|---|\n| 2031 to 2026 | b |\n:::',
      ['9:1 article/date-range | 2031 to 2026'],
    ],
    ['events from the newest to the oldest', ':::timeline\n| a | b |\n|---|---|\n| 2025 | b |\n| Then | b |\n| 2024-05 | b |\n:::', []],
    ['a month after its year', ':::timeline\n| a | b |\n|---|---|\n| 2024 | b |\n| 2024-03 | b |\n| 2024 | b |\n:::', []],
    [
      'a figure without value and label',
      ':::figures\n| Value | Unit | Label |\n|---|---|---|\n|  | b |  |\n:::',
      ['9:1 article/row', '9:1 article/row'],
    ],
    ['a directive without its table', ':::figures\nText.\n:::', ['6:1 article/structure | 0', '7:1 article/structure']],
    ['HTML-like code block', '```js\nx\n```', [`6:1 article/block-unsupported | ${blocks}`]],
    ['a dividing line', 'S.\n\n---', [`8:1 article/block-unsupported | ${blocks}`]],
    ['a table in notes', ':::notes\n| a |\n|---|\n| b |\n:::', ['7:1 article/block-unsupported']],
    ['a quotation in a list in notes', ':::notes\n- a\n\n  > b\n:::', ['9:3 article/block-unsupported']],
    ['a table in a list in a callout', '> [!note] T\n>\n> - a\n>\n>   | b |\n>   |---|', ['10:5 article/block-unsupported']],
    ['a list in a quotation', '> a\n>\n> - b', ['8:3 article/block-unsupported']],
    ['a quotation without words', '> — Ana', ['6:1 article/structure']],
    ['a point without words', '- a\n-', ['7:1 article/structure']],
    ['points too deep', '- a\n  - b\n    - c\n      - d', ['9:7 article/structure | 3 levels']],
    ['a quotation in a point', '- a\n\n  > b', ['8:3 article/block-unsupported']],
    ['a paragraph below sub-points', '- a\n  - b\n\n  c', ['9:3 article/block-unsupported']],
    ['numbers and bullets below one point', '- a\n  - b\n  1. c', ['8:3 article/structure']],
    [
      'an image among words',
      'See ![x](x.png).',
      ['6:5 article/inline-unsupported | **bold**, *italic*, [links](https://…), [¶2]; an image in a paragraph of its own'],
    ],
    [
      'a link that runs script',
      '[x](javascript:alert(1))',
      ['6:1 article/inline-unsupported | javascript:alert(1) | https://…, http://…, mailto:… or #topic'],
    ],
    ['an image outside the folder', '![x](../x.png)', ['6:1 article/image-unreadable | ../x.png | a path like map.png or images/map.jpg']],
    [
      'an image from the net',
      '![x](https://a.org/x.png)',
      ['6:1 article/image-unreadable | https://a.org/x.png | a path like map.png or images/map.jpg'],
    ],
    ['an image of another form', '![x](x.tiff)', ['6:1 article/image-unreadable | x.tiff | a path like map.png or images/map.jpg']],
    ['a reference without number', 'A [¶x].', ['6:3 article/reference-syntax | [¶x] | [¶2] or [¶2, ¶6]']],
    ['a reference to ¶0', 'A [¶0].', ['6:3 article/reference-syntax | [¶0] | [¶2] or [¶2, ¶6]']],
    ['an unclosed reference', 'A [¶2 and on', ['6:3 article/reference-syntax | [¶2 and on | [¶2] or [¶2, ¶6]']],
  ])('%s', (_, body, expected) => {
    expect(inBody(body)).toEqual(expected);
  });

  it('has only a warning for an image without alternative text', () => {
    const { value, problems } = parseArticle(`${FRONT}## A\n\n![](x.png)\n`, { file: 'a.md' });
    expect([value?.topics.length, problems.map(({ code, severity }) => `${severity} ${code}`)]).toEqual([
      1,
      ['warning article/image-no-alt'],
    ]);
  });
});

it('checks references against the source text, where there is one', () => {
  const text = `${FRONT}## A\n\nOne [¶2]. Two [¶3, ¶9].\n`;
  expect(found(text, null)).toEqual([]);
  expect(found(text, ['a', 'b']).map(shown)).toEqual(['6:15 article/reference-range | ¶3, ¶9 | ¶1 to ¶2']);
});

it('reports all problems at once, in their order in the file', () => {
  const text = '---\ntitle: T\npublished: soon\n---\n\n## A\n\n[¶x]\n\n:::map\n:::\n\n## B {#a}\n\n## C {#a}\n';
  expect(found(text).map(({ code, place }) => `${place?.line ?? 0} ${code}`)).toEqual([
    '3 article/front-matter',
    '8 article/reference-syntax',
    '10 article/directive-unknown',
    '15 article/id-duplicate',
  ]);
});

it('refuses very many unclosed directives in a body and in notes, too, at the line of the file', () => {
  const text = `Sentence.\n\n${':::notes\nText.\n\n'.repeat(30)}`;
  expect(parseBody(text, { file: 'b.yaml', line: 10 }).problems.map(shown)).toEqual(['12:1 article/directive-unclosed']);
  expect(parseNotes(text, { file: 'b.yaml', line: 10 }).problems.map(shown)).toEqual(['12:1 article/directive-unclosed']);
});

it('says in fragments the line of the file they stand in', () => {
  expect(parseBody('a\n\n[¶x]', { file: 'b.yaml', line: 10 }).problems.map(shown)).toEqual([
    '12:1 article/reference-syntax | [¶x] | [¶2] or [¶2, ¶6]',
  ]);
  expect(parseInline('a\n\nb', { file: 'b.yaml', line: 10 }).problems.map(shown)).toEqual(['12:1 article/structure']);
  expect(parseInline('a [¶1]', { file: 'b.yaml', line: 3, noReferences: 'none here' }).problems.map(({ message }) => message)).toEqual([
    'none here',
  ]);
});

it.each([
  ['title: Plan #3\nid: a', ['#3', 2]],
  ['id: a\ntitle: Plan #3', ['#3', 3]],
  ['title: T\nauthors:\n  - Ana #1\n  - Bo', ['#1', 4]],
  ['title: T # a remark\nid: a', null],
  ['title: T #', null],
  ['title: "Plan #3"', null],
  ['title: C# and F#\n# whole line\nid: a', null],
])('says what YAML takes for a comment: %j', (front, expected) => {
  const { value, problems } = parseArticle(`---\n${front}\n---\n\n## A\n\nText.\n`, { file: 'a.md' });
  expect(value).not.toBeNull();
  expect(problems.map(({ code, received, place }) => [code, received, place?.line])).toEqual(
    expected === null ? [] : [['article/value-cut', ...expected]],
  );
});
