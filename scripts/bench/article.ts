/** Invented articles of a given size for the benchmarks: the same every time. */

const WORDS =
  'harbour council river board freight bridge quay season forecast measure report district transport winter summer decision budget village'.split(
    ' ',
  );

/** Words from a small linear congruential generator, so that every run measures the same deck. */
function writer(seed: number): (count: number) => string {
  let state = seed;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return (count) => Array.from({ length: count }, () => WORDS[next() % WORDS.length] ?? '').join(' ');
}

export interface BenchDeck {
  readonly article: string;
  readonly source: string;
  readonly briefing: string;
}

/** An article whose deck has about `slides` slides: four in five of points with notes, one in ten a table, one in ten a chart. */
export function benchDeck(slides: number): BenchDeck {
  const write = writer(slides);
  const topics = Math.round((slides - 3) / 1.2);
  const text: string[] = [
    '---',
    'id: bench',
    'title: A benchmark',
    'authors: [Nobody]',
    'published: 2024-05-01',
    'publisher: Lectern',
    '---',
    '',
  ];
  const items: string[] = [];
  for (let i = 1; i <= topics; i += 1) {
    text.push(`## The ${write(5)} {#t${i}}`, '', `The ${write(14)}. [¶${(i % 40) + 1}]`, '');
    for (let point = 0; point < 4; point += 1) text.push(`- The ${write(11)}. [¶${((i + point) % 40) + 1}]`);
    text.push('');
    if (i % 10 === 3) {
      text.push(':::table{title="Costs"}', '| What | Why | Cost |', '|---|---|---:|');
      for (let row = 1; row <= 6; row += 1) text.push(`| ${write(2)} | ${write(5)} | ${row * 12}.5 |`);
      text.push(':::', '');
    }
    if (i % 10 === 7) {
      text.push(':::chart{type=bar title="Counts"}', '| Quarter | Forecast | Counted |', '|---|---:|---:|');
      for (let row = 1; row <= 4; row += 1) text.push(`| Q${row} | ${1000 + row * 90} | ${1100 + row * 75} |`);
      text.push(':::', '');
    }
    text.push(':::notes', `The ${write(45)}.`, ':::', '');
    items.push(`  - topic: bench/t${i}`, '    depth: full');
  }
  const source = Array.from({ length: 41 }, (_, i) => `Paragraph ${i + 1} says ${write(30)}.`).join('\n\n');
  const briefing = ['title: A benchmark', 'date: 2024-05-02', 'template: policy-brief', 'items:', ...items, ''].join('\n');
  return { article: text.join('\n'), source: `${source}\n`, briefing };
}
