import { describe, expect, it } from 'vitest';
import { parseArticle, parseBody, parseInline, writeInline } from '../../../src/core/article/index.ts';
import type { Article, ArticleBlock } from '../../../src/core/article/types.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { plainText } from '../../../src/core/base/text.ts';

const article = (body: string, front = 'title: T'): Article => unwrap(parseArticle(`---\n${front}\n---\n\n${body}\n`, { file: 'a.md' }));
const topics = (body: string): Article['topics'] => article(body).topics;
const block = (markdown: string): ArticleBlock | undefined =>
  unwrap(parseBody(`Summary.\n\n${markdown}`, { file: 'a.md', line: 1 })).blocks[0];

describe('front matter', () => {
  it('gives what is left out its default, and the file’s name as id', () => {
    expect(article('## A')).toMatchObject({ id: 'a', title: 'T', authors: [], language: 'en', published: null, source: null, extra: {} });
  });

  it('takes one author or many, a year as number, and keeps unknown keys', () => {
    expect(article('## A', 'title: T\nauthors: Ana Ruiz\npublished: 2023\nstatus: {draft: true}')).toMatchObject({
      authors: ['Ana Ruiz'],
      published: '2023',
      extra: { status: { draft: true } },
    });
  });

  it('reads a file that begins with a byte order mark and has Windows line ends', () => {
    expect(
      unwrap(parseArticle('\uFEFF---\r\ntitle: T\r\n---\r\n\r\n## A\r\n\r\nOne\r\ntwo.\r\n', { file: 'a.md' })).topics[0]?.summary,
    ).toEqual([{ text: 'One two.' }]);
  });
});

describe('topics', () => {
  it('have the ids given, else their headings as ids, each once', () => {
    expect(topics('## A thing {#x}\n\n## A thing\n\n## A thing\n\n## Über Öl & Gas\n\n## 和平 进程\n\n## 🚢').map(({ id }) => id)).toEqual([
      'x',
      'a-thing',
      'a-thing-2',
      'uber-ol-gas',
      '和平-进程',
      'topic',
    ]);
  });

  it('never give a made id that another topic has by name', () => {
    expect(topics('## Peace\n\n## Other {#peace}').map(({ id }) => id)).toEqual(['peace-2', 'peace']);
  });

  it('take the first paragraph as summary only where nothing comes before it', () => {
    const [first, second] = topics('## A\n\nOne.\n\nTwo.\n\n## B\n\n- Point\n\nThree.');
    expect([first?.summary, first?.blocks.map(({ kind }) => kind)]).toEqual([[{ text: 'One.' }], ['paragraph']]);
    expect([second?.summary, second?.blocks.map(({ kind }) => kind)]).toEqual([null, ['points', 'paragraph']]);
  });

  it('know the line of their heading', () => {
    expect(topics('## A\n\n## B').map(({ line }) => line)).toEqual([5, 7]);
  });
});

describe('a line of text', () => {
  const line = (markdown: string): unknown => unwrap(parseInline(markdown, { file: 'a.md', line: 1 }));

  it('has bold, italic, links, breaks and references', () => {
    expect(line('A **b *c* e** [d](https://e.org)\\\nf [¶2, ¶6]')).toEqual([
      { text: 'A ' },
      { text: 'b ', bold: true },
      { text: 'c', bold: true, italic: true },
      { text: ' e', bold: true },
      { text: ' ' },
      { text: 'd', href: 'https://e.org' },
      { text: '\nf ' },
      { refs: [2, 6] },
    ]);
  });

  it.each([
    '10:30',
    'N2:N5',
    '<script>alert(1)</script>',
    'a ]]> b',
    'a[^1]',
    'AT&T',
    '{#id}',
    '🇪🇺 שלום 和平',
    '7 %',
    '- a',
    '1. b',
    '# c',
    '> d',
    '---',
    '| e |',
    ':::notes',
  ])('keeps %s as the words they are', (text) => {
    expect(line(text)).toEqual([{ text }]);
  });

  it('drops control characters and lone surrogates, and composes accents', () => {
    expect(line('a\u0007b\uD800c e\u0301 &#1;&#xD800;')).toEqual([{ text: 'abc \u00E9 \uFFFD\uFFFD' }]);
  });

  it('reads a reference behind an exclamation mark, and still images', () => {
    expect(line('Enough![¶2]')).toEqual([{ text: 'Enough!' }, { refs: [2] }]);
    expect(block('![Map {#1} of it](x.png)')).toMatchObject({ kind: 'image', alt: 'Map {#1} of it' });
  });

  it('keeps an escaped reference as text, and writes it so', () => {
    expect(line('\\[¶2]')).toEqual([{ text: '[¶2]' }]);
    expect(line(writeInline([{ text: '[¶2]' }]))).toEqual([{ text: '[¶2]' }]);
  });

  it('keeps escaped colons at the start of a paragraph, and writes them so', () => {
    const texts = [':::', '::::**', ':::notes'];
    const body = texts.map((text) => writeInline([{ text }])).join('\n\n');
    expect(unwrap(parseBody(`Summary.\n\n${body}`, { file: 'a.md', line: 1 })).blocks).toEqual(
      texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
    );
  });

  it.each(['<7a@example.org>', '<a@example.org>', '<.a@b>', '<https://e.org>'])('writes %s so that it comes back as text', (text) => {
    expect(line(writeInline([{ text }]))).toEqual([{ text }]);
  });
});

describe('blocks', () => {
  it('read points three levels deep', () => {
    expect(block('1. a\n   - b\n     - c [¶1]')).toEqual({
      kind: 'points',
      ordered: true,
      items: [
        {
          runs: [{ text: 'a' }],
          children: [{ runs: [{ text: 'b' }], children: [{ runs: [{ text: 'c ' }, { refs: [1] }], children: [] }] }],
        },
      ],
    });
  });

  it('read a chart with its numbers, gaps and references', () => {
    expect(
      block(
        ':::chart{type=line title="Ships" unit="ships"}\n| Year | Seen | Due |\n|---|---|---|\n| 2023 | 1,650 | |\n| 2024 | −2.5 | 3 |\n\n[¶4]\n:::',
      ),
    ).toEqual({
      kind: 'chart',
      type: 'line',
      title: 'Ships',
      unit: 'ships',
      categoryTitle: 'Year',
      categories: ['2023', '2024'],
      series: [
        { name: 'Seen', values: [1650, -2.5] },
        { name: 'Due', values: [null, 3] },
      ],
      refs: [4],
    });
  });

  it('read a table with its alignment, title and total row', () => {
    expect(block(':::table{title="Costs" total}\n| A | B |\n|---|---:|\n| x \\| y [¶1] | 2 |\n:::')).toEqual({
      kind: 'table',
      title: 'Costs',
      total: true,
      align: ['start', 'end'],
      header: [[{ text: 'A' }], [{ text: 'B' }]],
      rows: [[[{ text: 'x | y ' }, { refs: [1] }], [{ text: '2' }]]],
    });
  });

  it('read a timeline with exact, vague and worded dates', () => {
    const timeline = block(
      ':::timeline\n| Date | Event |\n|---|---|\n| 2023-11-21 | a |\n| ~2020 | b |\n| recently | c [¶1] |\n| 2023-02-30 | d |\n:::',
    );
    expect(timeline?.kind === 'timeline' ? timeline.events.map(({ date }) => date) : null).toEqual([
      { text: '2023-11-21', iso: '2023-11-21', about: false },
      { text: '~2020', iso: '2020', about: true },
      { text: 'recently', iso: null, about: false },
      { text: '2023-02-30', iso: null, about: false },
    ]);
  });

  it('read figures with their hedge', () => {
    expect(block(':::figures\n| Value | Unit | Label |\n|---|---|---|\n| up to 200 | missiles | reported [¶15] |\n:::')).toEqual({
      kind: 'figures',
      figures: [{ value: 'up to 200', unit: 'missiles', label: [{ text: 'reported ' }, { refs: [15] }] }],
    });
  });

  it('read an image with caption and credit', () => {
    expect(block('![A ship](img/a b.png "At | the quay | Ana Ruiz")'.replace('img/a b.png', '<img/a b.png>'))).toEqual({
      kind: 'image',
      src: 'img/a b.png',
      alt: 'A ship',
      caption: 'At | the quay',
      credit: 'Ana Ruiz',
      beside: [],
    });
  });

  it('read notes paragraph by paragraph', () => {
    const notes = block(':::notes\nOne\ntwo.\n\nThree.\n:::');
    expect(notes?.kind === 'notes' ? notes.paragraphs.map(plainText) : null).toEqual(['One two.', 'Three.']);
  });
});

describe('a quotation', () => {
  const quoted = (markdown: string): unknown => {
    const found = block(markdown);
    return found?.kind === 'quotation' ? { ...found, paragraphs: found.paragraphs.map(plainText) } : found;
  };
  const words = { kind: 'quotation', paragraphs: ['Words.'], speaker: null, role: null, date: null, refs: [] };

  it.each([
    ['> Words.', words],
    ['> “Words.”', words],
    ['> Words. [¶1]', { ...words, refs: [1] }],
    ['> Words.\n> — Ana Ruiz', { ...words, speaker: 'Ana Ruiz' }],
    ['> Words.\n>\n> — Ana Ruiz, minister, of trade', { ...words, speaker: 'Ana Ruiz', role: 'minister, of trade' }],
    [
      '> Words.\n> -- Ana Ruiz, ~2020 [¶1, ¶2]',
      { ...words, speaker: 'Ana Ruiz', date: { text: '~2020', iso: '2020', about: true }, refs: [1, 2] },
    ],
    ['> Words.\n> — 2023-11', { ...words, date: { text: '2023-11', iso: '2023-11', about: false } }],
    ['> Words.\n> — Class of, 1984,', { ...words, speaker: 'Class of', role: '1984' }],
    ['> “A” and “b”', { ...words, paragraphs: ['“A” and “b”'] }],
    ['> One.\n>\n> Two — three.\n> — X', { ...words, paragraphs: ['One.', 'Two — three.'], speaker: 'X' }],
  ])('%j', (markdown, expected) => {
    expect(quoted(markdown)).toEqual(expected);
  });
});
