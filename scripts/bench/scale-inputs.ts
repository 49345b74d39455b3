import { benchDeck, writer, type BenchDeck } from './article.ts';

/** One topic with this in it, shown whole. */
function topicOf(...lines: readonly string[]): BenchDeck {
  const head = ['---', 'id: bench', 'title: A benchmark', 'authors: [Nobody]', 'published: 2024-05-01', '---', '', '## One topic {#t}', ''];
  const briefing = [
    'title: A benchmark',
    'date: 2024-05-02',
    'template: policy-brief',
    'items:',
    '  - topic: bench/t',
    '    depth: full',
    '',
  ];
  const source = Array.from({ length: 41 }, (_, i) => `Paragraph ${i + 1} says ${writer(i + 1)(30)}.`).join('\n\n');
  return { article: [...head, ...lines, ''].join('\n'), source: `${source}\n`, briefing: briefing.join('\n') };
}

const rows = (count: number, row: (index: number) => string): string[] => Array.from({ length: count }, (_, i) => row(i));

function sentences(characters: number): string {
  const write = writer(characters);
  const found: string[] = [];
  for (let length = 0; length < characters; length += found.at(-1)?.length ?? 1) found.push(`The ${write(12)}. `);
  return found.join('').trim();
}

const repeated = (part: string, characters: number): string => part.repeat(Math.ceil(characters / part.length)).slice(0, characters);

export interface ScaleInput {
  /** What of it there is more of. */
  readonly unit: string;
  readonly sizes: readonly number[];
  readonly make: (size: number) => BenchDeck;
}

/** What grows in an article, each at ten and, where that makes sense, at a hundred times its size. */
export const SCALE_INPUTS: Readonly<Record<string, ScaleInput>> = {
  'ordinary topics': { unit: 'slides', sizes: [50, 500, 5000], make: benchDeck },
  points: {
    unit: 'points',
    sizes: [350, 3500, 35_000],
    make: (size) => {
      const write = writer(size);
      return topicOf('Summary.', '', ...rows(size, (i) => `- The ${write(11)}. [¶${(i % 40) + 1}]`));
    },
  },
  table: {
    unit: 'rows',
    sizes: [100, 1000, 10_000],
    make: (size) => {
      const write = writer(size);
      const body = rows(size, (i) => `| ${write(2)} ${i} | ${write(5)} | ${i * 12}.5 | 2024 |`);
      return topicOf(':::table{title="Costs"}', '| What | Why | Cost | Year |', '|---|---|---:|---|', ...body, ':::');
    },
  },
  paragraph: { unit: 'characters', sizes: [10_000, 100_000, 1_000_000], make: (size) => topicOf(sentences(size)) },
  cell: {
    unit: 'characters',
    sizes: [10_000, 100_000],
    make: (size) => topicOf(':::table', '| What | Why |', '|---|---|', `| one | ${sentences(size)} |`, ':::'),
  },
  word: { unit: 'letters', sizes: [1000, 10_000, 100_000], make: (size) => topicOf(`- ${repeated('abcdefghijklmnopqrstuvwxyz', size)}`) },
  'word with soft hyphens': {
    unit: 'characters',
    sizes: [1000, 10_000, 100_000],
    make: (size) => topicOf(`- ${repeated('harb\u00ADour\u00ADing', size)}`),
  },
  digits: { unit: 'digits', sizes: [1000, 10_000, 100_000], make: (size) => topicOf(`- ${repeated('1234567890', size)}`) },
  Chinese: { unit: 'characters', sizes: [1000, 10_000, 100_000], make: (size) => topicOf(`- ${repeated('在两国之间，和平协议。', size)}`) },
  Arabic: { unit: 'characters', sizes: [1000, 10_000, 100_000], make: (size) => topicOf(`- ${repeated('قال الوزير 123 و -5 ', size)}`) },
  timeline: {
    unit: 'events',
    sizes: [100, 1000],
    make: (size) => {
      const write = writer(size);
      const body = rows(
        size,
        (i) => `| ${1900 + Math.floor(i / 300)}-${String((Math.floor(i / 25) % 12) + 1).padStart(2, '0')} | The ${write(7)} |`,
      );
      return topicOf(':::timeline', '| Date | Event |', '|---|---|', ...body, ':::');
    },
  },
  figures: {
    unit: 'figures',
    sizes: [40, 400],
    make: (size) => {
      const write = writer(size);
      return topicOf(
        ':::figures',
        '| Value | Unit | Label |',
        '|---|---|---|',
        ...rows(size, (i) => `| ${i * 10} | people | ${write(5)} |`),
        ':::',
      );
    },
  },
};
