import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../../src/core/article/syntax/chunks.ts';
import { toTree } from '../../../src/core/article/syntax/index.ts';
import { longTables } from '../../../src/core/article/syntax/long-tables.ts';

/** Lines that open, close, continue or interrupt something, in every position that matters. */
const LINES = [
  ...[
    '## A heading {#a}',
    '## ',
    '##',
    '  ## Indented',
    '    ## Deep',
    '### Three',
    '# One',
    'Words.',
    'Words [¶2].',
    '',
    '',
    '   ',
    '\tTab',
  ],
  ...['- item', '- ', '  more', '1. one', '> quoted', '> ## in a quotation', '- ## in an item', '>', '* * *', '---', '==='],
  ...['```', '~~~~', '````js', '``', '- ```', '> ~~~', '`a', 'b`', '[a]: b', '[a', 'b](c)', '<div>', '<!--', '-->', '**bold', 'end**'],
  ...[
    '| a | b |',
    '|---|---|',
    '| c',
    'a | b',
    ':-:|-',
    ':::notes',
    ':::',
    '::::',
    '::::columns',
    ':::table{title="x"}',
    ':::table{title="x',
  ],
  ...[
    ':::[label]',
    ':::[lab',
    ':::{a=b}',
    '  :::notes',
    '  :::',
    '- :::notes',
    '> :::',
    '- ::::',
    ':::äh',
    ': : :',
    'a ::: b',
    '::: ',
    ':::9',
  ],
  ...['\u0000', '\uFEFF## marked', '&#35;# no', '\\## no', 'ends with a backslash\\'],
];

const texts = fc
  .tuple(
    fc.constantFrom('', '---\ntitle: A\n## a comment\n---\n', '---\n', '---\ntitle: never closed\n'),
    fc.array(fc.oneof({ weight: 1, arbitrary: fc.constant('## A heading') }, { weight: 3, arbitrary: fc.constantFrom(...LINES) }), {
      maxLength: 12,
    }),
  )
  .chain(([front, lines]) =>
    fc
      .array(fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'), { minLength: lines.length, maxLength: lines.length })
      .map((ends) => front + lines.map((line, i) => line + (ends[i] ?? '')).join('')),
  )
  // The parser does not count a mark that the text begins with; `parseArticle` takes it away.
  .map((text) => text.replace(/^\uFEFF+/, ''));

describe('parsing by chunks', () => {
  it('gives the tree of the whole text, positions and all', () => {
    let divided = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (chunksOf(text, 0).length > 1) divided += 1;
        expect(toTree(text, 0)).toEqual(toTree(text, Infinity));
      }),
      { numRuns: 2000 },
    );
    expect(divided).toBeGreaterThan(100);
  });

  it('gives the tree of the whole text where rows of tables are parsed a few at a time', () => {
    const row = fc.constantFrom(
      '| c | d |',
      '| c [¶2] | `d | e` |',
      '| c',
      '|---|---|',
      '|',
      '| <!-- c --> d | \\| |',
      '| **e | f** | g |',
    );
    const fences = ['```\n', '~~~~js\n', '`````\n', '  ~~~ \n', '- ```\n\n', '> ~~~\n', '``` `\n', '    ```\n', 'a ```\n\n', '```\n\n'];
    const before = fc.constantFrom(
      '',
      'Words.\n',
      '## A heading\n\n',
      '- item\n\n',
      ':::table{title="x"}\n',
      '> quoted\n',
      '- :::notes\n',
      ...fences,
    );
    const head = fc.constantFrom('| a | b |\n|---|---|\n', '| a |\n|---|---|\n', '| a | b |\n|:-:|--:|\n', '| a | b |\nwords\n');
    const after = fc.constantFrom(
      '',
      ':::\n',
      'a | b\n',
      'a | b\n| c | d |\n',
      '\n| a |\n|---|\n| b |\n| c |\n| d |\n| e |',
      '\nWords.\n\n## Another\n',
      ...fences,
    );
    let divided = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(before, head, fc.array(row, { maxLength: 8 }), after), { maxLength: 3 }),
        fc.boolean(),
        (tables, isCrlf) => {
          const lines = tables
            .map(([first, heading, rows, last]) => first + heading + rows.map((own) => `${own}\n`).join('') + last)
            .join('');
          const text = isCrlf ? lines.replaceAll('\n', '\r\n') : lines;
          if (longTables(text, 2).length > 0) divided += 1;
          expect(toTree(text, Infinity, 2)).toEqual(toTree(text, Infinity, Infinity));
        },
      ),
      { numRuns: 1000 },
    );
    expect(divided).toBeGreaterThan(100);
  });

  it('parses rows a few at a time behind a block of code, and takes none of what stands in one', () => {
    const table = `| a |\n|---|\n${'| b |\n'.repeat(9)}`;
    const text = `~~~~\n${table}\`\`\`\n\n${table}~~~~\n\n\`\`\`js\n${table}\`\`\` no end\n\`\`\`\`\n\n${table}\nWords \`\`\`.\n\n${table}`;
    expect(longTables(text, 2).map(({ line }) => line)).toEqual([42, 56]);
    expect(toTree(text, Infinity, 2)).toEqual(toTree(text, Infinity, Infinity));
  });

  it('divides at headings of topics alone, when a chunk is long enough', () => {
    const topic = '## A heading\n\nWords that fill a line.\n\n:::notes\n## no heading\n:::\n\n';
    const chunks = chunksOf(topic.repeat(9), topic.length * 2);
    expect(chunks.map(({ text }) => text)).toEqual([...Array.from({ length: 4 }, () => topic.repeat(2)), topic]);
    expect(chunks.map(({ lines }) => lines)).toEqual([0, 16, 32, 48, 64]);
    expect(chunks.map(({ offset }) => offset)).toEqual([0, 2, 4, 6, 8].map((n) => n * topic.length));
  });
});
