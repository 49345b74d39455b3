import { describe, expect, it } from 'vitest';
import { ingest } from '../../../../../src/core/intake/index.ts';
import { drawnPdf, lines, type Drawn, type DrawnPage } from '../../../../support/intake/drawn-pdf.ts';
import { PROSE } from '../../../../support/intake/pdf-texts.ts';

/** Blocks as `role shape: text`, and the codes of what was said. */
async function taken(pages: readonly DrawnPage[]) {
  const { value, problems } = await ingest(drawnPdf(pages), { name: 'a.pdf' });
  if (!value) throw new Error(problems.map(({ code }) => code).join(' '));
  const { blocks } = value;
  const of = (test: (block: (typeof blocks)[number]) => boolean): string[] => blocks.filter(test).map(({ text }) => text);
  return {
    blocks: value.blocks,
    topics: value.topics.map(({ heading }) => heading.value),
    body: of(({ role, shape }) => role === 'body' && shape === 'paragraph'),
    items: of(({ shape }) => shape === 'item'),
    notes: of(({ role }) => role === 'note'),
    aside: of(({ role }) => role === 'boilerplate'),
    headings: of(({ role }) => role === 'heading'),
    tables: value.blocks.flatMap(({ rows }) => (rows ? [rows] : [])),
    codes: problems.map(({ code }) => code),
  };
}

const [first, second, third, fourth] = PROSE;
const title = (text = 'A harbour for the islands', y = 90): Drawn => ({ text, x: 70, y, size: 18, font: 'bold' });
const paragraph = (text: string, y: number, x = 70, wide = 84): Drawn[] => lines(text, { x, y }, { wide });
const words = (text: string): string => text.split(' ').slice(0, 3).join(' ');
const pageOf = (...parts: (Drawn | readonly Drawn[])[]): DrawnPage => ({ words: parts.flat() });

describe('what surrounds the text', () => {
  const pages = [0, 1, 2].map((index) =>
    pageOf(
      { text: 'Harbour study', x: 70, y: 100, size: 9 },
      // Beside the text, each time on another line, and set as a heading would be.
      { text: String(162 + index), x: 40, y: 130 + index * 37, size: 15, font: 'bold' },
      { text: 'The quays of Aren', x: 130, y: 130, size: 15, font: 'bold' },
      paragraph(PROSE[index] ?? '', 160, 130, 70),
      paragraph(PROSE[index + 1] ?? '', 240, 130, 70),
    ),
  );

  it('numbers that count with the pages are no topics, wherever they stand', async () => {
    const { topics, blocks } = await taken(pages);
    expect(topics.filter((topic) => /^\W*\d+\W*$/.test(topic))).toEqual([]);
    expect(blocks.filter(({ text }) => /^16\d$/.test(text))).toEqual([]);
  });

  it('a running head is set aside once, and can be seen', async () => {
    const { aside, body } = await taken(pages);
    expect(aside.filter((text) => text === 'Harbour study')).toHaveLength(1);
    expect(body.some((text) => text.includes('Harbour study'))).toBe(false);
  });

  it('roman numbers, and “Page 2 of 3”', async () => {
    for (const number of [(at: number) => ['i', 'ii', 'iii'][at] ?? '', (at: number) => `Page ${at + 1} of 3`]) {
      const { blocks } = await taken([0, 1, 2].map((at) => pageOf(paragraph(PROSE[at] ?? '', 120), { text: number(at), x: 290, y: 800 })));
      expect(blocks.map(({ text }) => text).filter((text) => text.length < 20)).toEqual([]);
    }
  });

  it('numbers of lines', async () => {
    const text = [...paragraph(first, 100), ...paragraph(second, 160), ...paragraph(third, 220)];
    const { blocks } = await taken([
      pageOf(
        text,
        text.map(({ y }, index) => ({ text: String(index + 1), x: 40, y })),
      ),
    ]);
    expect(blocks.map(({ text: own }) => own).join(' ')).not.toMatch(/\d/);
  });

  it('a number set as a heading, alone on its only page, is none', async () => {
    const { topics } = await taken([pageOf(title(), paragraph(first, 130), title('2,024', 260), paragraph(second, 290))]);
    expect(topics.some((topic) => topic.includes('2,024'))).toBe(false);
  });

  it('a stamp along the margin and a watermark are not woven into the text', async () => {
    const page = pageOf(
      paragraph(first, 100),
      paragraph(second, 300),
      { text: 'DRAFT', x: 200, y: 420, size: 60, turned: 45 },
      { text: 'arXiv 1234', x: 30, y: 500, turned: 90 },
    );
    const { body, aside } = await taken([page]);
    expect(body).toEqual([first, second]);
    expect(aside.join(' ')).toMatch(/DRAFT.*arXiv|arXiv.*DRAFT/);
  });
});

describe('columns', () => {
  it.each([
    ['two', [70, 310], 42],
    ['three', [60, 225, 390], 28],
  ] as const)('%s, one after the other, below a heading over both', async (_, lefts, wide) => {
    const columns = lefts.map((x, at) => lines([PROSE[at], PROSE[at + 1]].join(' '), { x, y: 150 }, { wide }));
    const { body, blocks } = await taken([
      pageOf(
        title(),
        columns.flat().sort((a, b) => a.y - b.y || a.x - b.x),
      ),
    ]);
    expect(blocks[0]?.text).toBe('A harbour for the islands');
    expect(body.join(' ')).toBe(lefts.map((__, at) => [PROSE[at], PROSE[at + 1]].join(' ')).join(' '));
  });

  it('narrow and justified, whose words stand far apart', async () => {
    const spread = (text: string, x: number, y: number): Drawn[] =>
      lines(text, { x, y }, { wide: 22 }).flatMap((line) => {
        const own = line.text.split(' ');
        const room = (24 - line.text.replaceAll(' ', '').length) / Math.max(1, own.length - 1);
        let at = 0;
        return own.map((word): Drawn => {
          const placed = { ...line, text: word, x: x + at * 5.4, size: 9, font: 'mono' as const };
          at += word.length + room;
          return placed;
        });
      });
    const page = pageOf(title(), spread(`${first} ${third}`, 60, 150), spread(`${second} ${fourth}`, 240, 153));
    expect((await taken([page])).body.join(' ')).toBe(`${first} ${third} ${second} ${fourth}`);
  });

  it('a letter that reaches over several lines begins the first', async () => {
    const [initial, rest] = [first.slice(0, 1), first.slice(1)];
    const beside = lines(rest, { x: 95, y: 107 }, { wide: 70 }).map((line, at) => ({ ...line, x: at < 2 ? 95 : 70 }));
    const { blocks } = await taken([pageOf({ text: initial, x: 70, y: 119, size: 28 }, beside, paragraph(second, 220))]);
    expect(blocks.map(({ text }) => text)).toEqual([first, second]);
  });

  it('a heading over both in the middle parts what is above from what is below', async () => {
    const at = (text: string, x: number, y: number): Drawn[] => lines(text, { x, y }, { wide: 42 });
    const page = pageOf(
      at(first, 70, 100),
      at(second, 310, 100),
      title('The second quay stays closed for another year', 210),
      at(third, 70, 240),
      at(fourth, 310, 240),
    );
    const { body } = await taken([page]);
    expect(body.map(words)).toEqual([first, second, third, fourth].map(words));
  });

  it('a paragraph goes on in the next column and on the next page', async () => {
    const whole = lines(`${first} ${second} ${third}`, { x: 70, y: 100 }, { wide: 42 });
    const half = Math.ceil(whole.length / 2);
    const page = pageOf(
      whole.slice(0, half),
      whole.slice(half).map((line, index) => ({ ...line, x: 310, y: 100 + index * 12 })),
    );
    expect((await taken([page])).body).toHaveLength(1);
    const next = [pageOf(whole.slice(0, half)), pageOf(whole.slice(half).map((line, index) => ({ ...line, y: 100 + index * 12 })))];
    expect((await taken(next)).body).toHaveLength(1);
  });

  it('rows of a table are none', async () => {
    const rows = ['Timber and boards', 'Grain from the north', 'Fish that is salted', 'Coal for the kilns', 'Salt from the south'];
    const page = pageOf(
      paragraph(first, 100),
      rows.flatMap((text, at) => [
        { text, x: 70, y: 200 + at * 14 },
        { text: 'Ships of the islands alone', x: 250, y: 200 + at * 14 },
      ]),
      paragraph(second, 300),
    );
    const { blocks } = await taken([page]);
    const text = blocks.map((block) => block.text).join(' / ');
    expect(text).toMatch(/Timber and boards \|? ?Ships of the islands alone/);
  });
});

describe('headings', () => {
  it('by size, and by weight', async () => {
    const page = pageOf(
      title(),
      paragraph(first, 130),
      { text: 'What it cost', x: 70, y: 190, size: 13 },
      paragraph(second, 210),
      { text: 'Who pays for it', x: 70, y: 262, font: 'bold' },
      paragraph(third, 276),
    );
    const { blocks } = await taken([page]);
    expect(blocks.filter(({ shape }) => shape === 'heading').map(({ text, level }) => `${level} ${text}`)).toEqual([
      '1 A harbour for the islands',
      '2 What it cost',
      '3 Who pays for it',
    ]);
  });

  it('of two lines are one', async () => {
    const page = pageOf(
      title('The islands will have to wait'),
      title('for their second quay', 112),
      paragraph(first, 150),
      paragraph(second, 220),
    );
    expect((await taken([page])).blocks[0]?.text).toBe('The islands will have to wait for their second quay');
  });
});

describe('lists', () => {
  const ITEMS = [
    'Timber grows in the hills behind the town and is shipped in spring, when the rivers carry the most water.',
    'Grain falls.',
    'Fish stays.',
  ];
  it.each([
    ['bullets', () => '•', '•'],
    ['dashes', () => '–', '–'],
    ['numbers', (at: number) => `${at + 1}.`, ''],
    ['letters', (at: number) => `${'abc'[at]})`, ''],
  ])('%s, with lines that hang', async (_, mark) => {
    let y = 190;
    const items = ITEMS.flatMap((text, at) => {
      const own = lines(text, { x: 90, y }, { wide: 70 });
      y += own.length * 12;
      return [{ text: mark(at), x: 74, y: own[0]?.y ?? 0 }, ...own];
    });
    const { items: found, body } = await taken([pageOf(title(), paragraph(first, 130), items, paragraph(second, y + 14))]);
    expect(found).toEqual(ITEMS);
    expect(body).toEqual([first, second]);
  });

  it('bullets that are drawn', async () => {
    const items = ITEMS.slice(1).map((text, at) => ({ text, x: 90, y: 200 + at * 12 }));
    const page = { ...pageOf(paragraph(first, 100), items, paragraph(second, 260)), dots: items.map(({ y }) => [78, y - 6] as const) };
    expect((await taken([page])).items).toEqual(ITEMS.slice(1));
  });

  it('a number at a line’s beginning, once, is none', async () => {
    expect(
      (
        await taken([
          pageOf(
            paragraph(`${first} The treaty was signed on`, 100),
            paragraph('3. May of that year by both.', 160),
            paragraph(second, 220),
          ),
        ])
      ).items,
    ).toEqual([]);
  });
});

describe('notes', () => {
  const page = pageOf(
    lines(first, { x: 70, y: 600 }, { wide: 84 }),
    { text: '1', x: 355, y: 620, size: 6 },
    { text: '1 The figures are those of the port authority for the last year.', x: 70, y: 760, size: 8 },
    { text: '2 Counted in spring, before the herring came back to the bay, and', x: 70, y: 772, size: 8 },
    { text: 'again in autumn.', x: 70, y: 782, size: 8 },
  );
  it('stand by themselves, below a line or by their marks, and are told of', async () => {
    const { notes, body, codes } = await taken([pageOf(title(), paragraph(third, 130), page.words)]);
    expect(notes).toHaveLength(2);
    expect(notes[1]).toMatch(/bay, and again in autumn\.$/);
    expect(body.join(' ')).not.toContain('port authority for the last');
    expect(codes).toContain('intake/notes-left-out');
  });
});

describe('hyphens', () => {
  const ends = async (upper: string, lower: string): Promise<string> =>
    (await taken([pageOf(paragraph(second, 60), { text: upper, x: 70, y: 150 }, { text: lower, x: 70, y: 162 })])).body[1] ?? '';
  it.each([
    ['a word that is cut', 'Beside the harbour stands an old ware-', 'house that nobody has a use for now.', 'warehouse'],
    ['a compound', 'The council of the town wants a long-', 'term plan for the harbour, and soon.', 'long-term'],
    [
      'a second word that shares an end',
      'Der Rat der Stadt sieht heute viele Vor-',
      'und Nachteile in dem neuen Plan.',
      'Vor- und Nachteile',
    ],
    [
      'a capital behind it',
      'Gestern tagte lange und ohne Ende der Bund-',
      'Länder-Ausschuss in der Stadt am Hafen.',
      'Bund-Länder-Ausschuss',
    ],
  ])('%s', async (_, upper, lower, expected) => {
    expect(await ends(upper, lower)).toContain(expected);
  });
});

describe('raised figures', () => {
  it('stay what they are, and marks of the page’s notes go', async () => {
    const power = pageOf(
      paragraph(first, 60),
      { text: 'The lake holds 10', x: 70, y: 150 },
      { text: '6', x: 149.2, y: 146, size: 6 },
      { text: 'litres of water in a wet year.', x: 155.5, y: 150 },
    );
    expect((await taken([power])).body[1]).toBe('The lake holds 10⁶ litres of water in a wet year.');
  });
});
