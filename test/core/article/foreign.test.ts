import { describe, expect, it } from 'vitest';
import { parseArticle, writeArticle } from '../../../src/core/article/index.ts';
import { isRef, plainText, type Run } from '../../../src/core/base/text.ts';

const article = (body: string) => parseArticle(`---\ntitle: T\n---\n\n## A topic\n\n${body}\n`, { file: 'a.md' });

function read(body: string): { runs: readonly Run[]; warnings: (string | undefined)[] } {
  const { value, problems } = article(body);
  const topic = value?.topics[0];
  if (!value || !topic) throw new Error(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  // What was read is written so that it is read again.
  expect(parseArticle(writeArticle(value), { file: 'a.md' }).value?.topics[0]?.summary).toEqual(topic.summary);
  return {
    runs: topic.summary ?? [],
    warnings: problems.filter(({ code }) => code === 'article/syntax-unread').map(({ received }) => received),
  };
}

const shown = (runs: readonly Run[]): string =>
  runs
    .map((run) =>
      isRef(run)
        ? ''
        : `${run.strike ? '~' : ''}${run.script === 'sub' ? '_' : run.script === 'super' ? '^' : ''}${run.bold ? '!' : ''}${run.href ? `${run.href} ` : ''}${run.text}`,
    )
    .join('|');

describe('what comes from HTML and wikis', () => {
  it.each([
    ['H<sub>2</sub>O', 'H|_2|O'],
    ['10<sup>6</sup> litres in 5 km<SUP>2</SUP>', '10|^6| litres in 5 km|^2'],
    ['the ~~old~~ plan, <del>gone</del>', 'the |~old| plan, |~gone'],
    ['~~**both**~~', '~!both'],
    ['<b>bold</b> and <em>not</em>', '!bold| and |not'],
    ['one<br>two<br/>three<BR />four', 'one\ntwo\nthree\nfour'],
    ['run `make all` first', 'run make all first'],
    ['[[Port of Ostrey|Ostrey]] and [[Lind]]', 'Ostrey and Lind'],
    [
      'see [the report][1] and [Lind][], or [both]\n\n[1]: https://example.org/r "R"\n[lind]: https://example.org/l\n[BOTH]: <https://example.org/b>',
      'see |https://example.org/r the report| and |https://example.org/l Lind|, or |https://example.org/b both',
    ],
    ['[Note]: important', '[Note]: important'],
  ])('reads %s', (body, expected) => {
    const { runs, warnings } = read(body);
    expect(shown(runs)).toBe(expected);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['10<sup>6</sup> litres', '10⁶ litres'],
    ['CO<sub>2</sub>', 'CO₂'],
    ['10<sup>-3</sup>', '10⁻³'],
    ['the 5<sup>th</sup> day', 'the 5th day'],
  ])('keeps %s apart where words stand alone', (body, plain) => {
    expect(plainText(read(body).runs)).toBe(plain);
  });

  it('does so in headings, values and names too', () => {
    const { value } = parseArticle(
      '---\ntitle: T\n---\n\n## CO<sub>2</sub> falls\n\n:::figures\n| Value | Unit | Label |\n|---|---|---|\n| 10<sup>6</sup> | m<sup>3</sup> | a |\n:::\n',
      { file: 'a.md' },
    );
    expect(value?.topics[0]).toMatchObject({ heading: 'CO₂ falls', blocks: [{ figures: [{ value: '10⁶', unit: 'm³' }] }] });
  });

  it.each([
    ['\\[[x]]', '[[x]]'],
    ['\\<br> and \\<sub>2</sub>', '<br> and <sub>2</sub>'],
    ['\\`x\\`', '`x`'],
    ['\\~~x~~', '~~x~~'],
    ['\\$x\\_1\\$ and \\{{y}}', '$x_1$ and {{y}}'],
  ])('takes %s for the signs themselves', (body, expected) => {
    expect(shown(read(body).runs)).toBe(expected);
  });

  it.each([
    ['where $x^2 + y_1$ holds', '$x^2 + y_1$'],
    ['$$\\int_0^1 f$$', '$$\\int_0^1 f$$'],
    ['where \\(x^2 = y\\) holds', '\\(x^2 = y\\)'],
    ['the set $\\{x_1\\}$ here', '${x_1}$'],
    ['an ==important== word', '==important=='],
    ['<span class="x">word</span>', '<span class="x">'],
    ['a <u>word</u>', '<u>'],
    ['{{cite web | url=x}}', '{{cite web | url=x}}'],
    ["'''bold''' of a wiki", "'''bold'''"],
    ['Ships %% ask Ana %% wait', '%% ask Ana %%'],
    ['a point ^block-id', '^block-id'],
    ['claim[^1] without its note', '[^1]'],
    ['see ![x](y.png) here', 'no image'],
    ['an ![[embedded.pdf]] file', '![[embedded.pdf]]'],
    ['**not closed', '**'],
    ['[words](not/an address)', '[words]'],
  ])('names what it cannot read in %s', (body, found) => {
    const { value, problems } = article(body);
    if (value === null) expect(problems.map(({ code }) => code)).toEqual(['article/inline-unsupported']);
    else
      expect(problems.map(({ code, received, place }) => [code, received?.slice(0, found.length), place?.line])).toEqual([
        ['article/syntax-unread', found, 7],
      ]);
  });

  it.each([
    ['It was [sic] from $5m to $7m, and 5 < 6 > 4.'],
    ['A figure* with a note; 2 ** 3 and a**b.'],
    ['Prices: $3.50 in 2023, $4 a year later [1], [2].'],
    ['C# and #tag, a@b.org, x^2, E = mc^2, 100 % and 50 %% more'],
    ['if (a == b && c == d) or a = b = c'],
    ["“It’s ‘so’,” said O’Neill; rock ’n’ roll, the '90s."],
    ['a <- b -> c, <3, 1 <2> 3, <https://example.org>, <ana@example.org>'],
    ['{one} of [these] (ones) | and / or \\ more ~ about ~5'],
    ["The ``quoted'' words of old."],
    ['\\(sic\\) and 1\\. and \\[as said\\].'],
    ['A dash -- and another --- and an ellipsis ...'],
  ])('takes %s for the prose it is', (body) => {
    expect(read(body).warnings).toEqual([]);
  });
});

it.each(['![A](a.png) ![B](b.png "C | D")', '![A](a.png)\n![B](b.png "C | D")', '![A](a.png)\\\n![B](b.png "C | D")'])(
  'reads the pictures of a paragraph of nothing else as beside each other: %j',
  (body) => {
    const { value, problems } = article(`Text.\n\n${body}`);
    expect(problems).toEqual([]);
    expect(value?.topics[0]?.blocks).toMatchObject([
      { kind: 'image', src: 'a.png', alt: 'A', beside: [{ src: 'b.png', alt: 'B', caption: 'C', credit: 'D' }] },
    ]);
  },
);

it('reads a line of nothing but tags', () => {
  const { problems, value } = article('<b>'.repeat(20_000));
  expect([problems.length, value?.topics[0]?.summary?.length]).toEqual([20_000, 1]);
});

describe('a list in notes', () => {
  it('is lines with its numbers and dashes', () => {
    const { value, problems } = article(
      'Text.\n\n:::notes\nSay first:\n\n3. the price\n4. the **date**\n\n- one more\n  - below\n\n  and on\n\nEnd.\n:::',
    );
    expect(problems).toEqual([]);
    const notes = value?.topics[0]?.blocks.find(({ kind }) => kind === 'notes');
    expect(notes?.kind === 'notes' && notes.paragraphs.map(plainText)).toEqual([
      'Say first:',
      '3. the price',
      '4. the date',
      '– one more',
      '· below',
      'and on',
      'End.',
    ]);
    expect(value && parseArticle(writeArticle(value), { file: 'a.md' }).value?.topics[0]?.blocks).toEqual(value?.topics[0]?.blocks);
  });
});

describe('a picture', () => {
  it.each([
    '\\\\![A](my map.png)',
    '!\\\\[A](my map.png)',
    '![](//evil.example/x y.png)',
    '![A](../my map.png)',
    '![[https://evil.example/x.png]]',
  ])('is none in %s, which is words', (body) => {
    const { value } = article(`Text.\n\n${body}`);
    expect(value?.topics[0]?.blocks).toMatchObject([{ kind: 'paragraph' }]);
  });

  it.each([
    ['![A map](my map (1).png)', 'my map (1).png', 'A map', null],
    ['![A map](my map.png "Caption | Credit")', 'my map.png', 'A map', 'Caption'],
    ['![A map](<my map.png>)', 'my map.png', 'A map', null],
    ['![A map](my%20map.png)', 'my map.png', 'A map', null],
    ['![100 %](a%zz.png)', 'a%zz.png', '100 %', null],
    ['![[maps/my map.png]]', 'maps/my map.png', '', null],
    ['![[map.png|300]]', 'map.png', '', null],
    ['![[map.png|A map]]', 'map.png', 'A map', null],
  ])('is read from %s', (body, src, alt, caption) => {
    const { value } = article(`Text.\n\n${body}`);
    expect(value?.topics[0]?.blocks).toMatchObject([{ kind: 'image', src, alt, caption }]);
    const again = value && parseArticle(writeArticle(value), { file: 'a.md' }).value;
    expect(again?.topics[0]?.blocks).toEqual(value?.topics[0]?.blocks);
  });
});

describe('lists', () => {
  const points = (body: string) => {
    const { value, problems } = article(`Text.\n\n${body}`);
    expect(problems).toEqual([]);
    const again = value && parseArticle(writeArticle(value), { file: 'a.md' }).value;
    expect(again?.topics[0]?.blocks).toEqual(value?.topics[0]?.blocks);
    return value?.topics[0]?.blocks;
  };

  it('keep the kind of each level, and their first number', () => {
    expect(points('4. four\n   - bullet\n\n     2) two\n     3) three\n5. five\n   1. one')).toMatchObject([
      {
        kind: 'points',
        ordered: true,
        start: 4,
        items: [{ children: [{ numbered: 2, children: [{}, {}] }] }, { numbered: 1, children: [{}] }],
      },
    ]);
  });

  it('have boxes', () => {
    expect(points('- [x] done\n- [ ] **open**\n- \\[x] neither\n- [x]nor this\n- [X] done too')).toMatchObject([
      {
        items: [
          { task: 'done', runs: [{ text: 'done' }] },
          { task: 'open' },
          { runs: [{ text: '[x] neither' }] },
          { runs: [{ text: '[x]nor this' }] },
          { task: 'done' },
        ],
      },
    ]);
  });

  it('have points of several paragraphs', () => {
    expect(points('- one\n\n  and on\n\n  - below\n- two')).toMatchObject([
      { items: [{ runs: [{ text: 'one\nand on' }], children: [{}] }, {}] },
    ]);
  });
});

describe('a callout', () => {
  const callout = (body: string) => {
    const { value, problems } = article(`Text.\n\n${body}`);
    expect(problems).toEqual([]);
    const again = value && parseArticle(writeArticle(value), { file: 'a.md' }).value;
    expect(again?.topics[0]?.blocks).toEqual(value?.topics[0]?.blocks);
    const [block] = value?.topics[0]?.blocks ?? [];
    if (block?.kind !== 'callout') throw new Error(`a ${block?.kind ?? 'missing block'}`);
    return [block.type, block.title && plainText(block.title), ...block.paragraphs.map(plainText)];
  };

  it.each([
    ['> [!warning] Mind the gap\n> Body of it.', ['warning', 'Mind the gap', 'Body of it.']],
    ['> [!NOTE]\n> Only words,\n> over two lines.\n>\n> And more.', ['note', null, 'Only words, over two lines.', 'And more.']],
    ['> [!tip]- Folded **here**\n>\n> - one\n> - two', ['tip', 'Folded here', '– one', '– two']],
    ['> [!info] Title alone', ['info', 'Title alone']],
  ])('is read from %j', (body, expected) => {
    expect(callout(body)).toEqual(expected);
  });

  it('is no quotation that begins with a bracket', () => {
    expect(article('Text.\n\n> \\[!note] he said').value?.topics[0]?.blocks).toMatchObject([{ kind: 'quotation' }]);
    expect(article('Text.\n\n> [!] he said').value?.topics[0]?.blocks).toMatchObject([{ kind: 'quotation' }]);
  });
});
