import fc from 'fast-check';

/**
 * Articles as lists of items of lines, each line of one word that stands nowhere else in it. What a briefing's overrides say can be done to
 * the list too, and the article be written again: both must come to the same deck.
 */

export type LabelledKind = 'points' | 'figures' | 'timeline' | 'table' | 'chart' | 'callout' | 'paragraph' | 'quotation';

export interface LabelledItem {
  /** Words, or values of a chart. */
  lines: string[];
  readonly children: LabelledItem[];
}

export interface LabelledBlock {
  readonly kind: LabelledKind;
  /** Of a table or chart its columns' headings, of a callout its title. */
  readonly head: string[];
  readonly items: LabelledItem[];
}

const COLUMNS: Readonly<Record<LabelledKind, number>> = {
  ...{ points: 1, figures: 3, timeline: 2, table: 3, chart: 3, callout: 1, paragraph: 1, quotation: 1 },
};

/** Behind each line that may have one. */
const ref = (line: string): string => ` [¶${1 + (Number(/\d+/.exec(line)?.[0] ?? 0) % 9)}]`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const rule = (columns: number): string => row(Array.from({ length: columns }, () => '---'));

function pointLines(items: readonly LabelledItem[], indent: string): string[] {
  return items.flatMap(({ lines, children }) => [
    `${indent}- ${lines[0] ?? ''}${ref(lines[0] ?? '')}`,
    ...pointLines(children, `${indent}  `),
  ]);
}

function blockLines({ kind, head, items }: LabelledBlock): string[] {
  switch (kind) {
    case 'points':
      // Between two lists.
      return ['<!-- list -->', ...pointLines(items, '')];
    case 'paragraph':
      return items.flatMap(({ lines }) => [`${lines[0] ?? ''}.${ref(lines[0] ?? '')}`]);
    case 'callout':
      return [`> [!note] ${head[0] ?? ''}`, ...items.flatMap(({ lines }, index) => [...(index === 0 ? [] : ['>']), `> ${lines[0] ?? ''}`])];
    case 'quotation':
      return [
        ...items.flatMap(({ lines }, index) => [...(index === 0 ? [] : ['>']), `> ${lines[0] ?? ''}`]),
        `> — ${head[0] ?? ''}, ${head[1] ?? ''} [¶4]`,
      ];
    case 'figures':
      return [
        ':::figures',
        row(['Value', 'Unit', 'Label']),
        rule(3),
        ...items.map(({ lines: [a = '', b = '', c = ''] }) => row([a, b, c + ref(c)])),
        ':::',
      ];
    case 'timeline':
      return [':::timeline', row(['Date', 'Event']), rule(2), ...items.map(({ lines: [a = '', b = ''] }) => row([a, b + ref(b)])), ':::'];
    case 'table':
      return [row(head), rule(head.length), ...items.map(({ lines: [a = '', ...rest] }) => row([a + ref(a), ...rest]))];
    case 'chart':
      return [':::chart{type=bar}', row(head), rule(head.length), ...items.map(({ lines }) => row(lines)), '', '[¶5]', ':::'];
  }
}

/** The article's text; its one topic is `t`. */
export function writeLabelled(blocks: readonly LabelledBlock[]): string {
  const body = blocks
    .filter(({ kind, items }) => items.length > 0 || kind === 'table' || kind === 'callout')
    .map((block) => blockLines(block).join('\n'));
  return ['---', 'title: Labels', 'id: a', 'language: en', '---', '', '## Heading {#t}', '', 'Summary.', '', body.join('\n\n'), ''].join(
    '\n',
  );
}

interface Shape {
  readonly kind: LabelledKind;
  readonly sizes: readonly number[];
}

const KINDS = Object.keys(COLUMNS) as LabelledKind[];
const HEADS: Partial<Readonly<Record<LabelledKind, number>>> = { table: 3, chart: 3, callout: 1, quotation: 2 };

const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom(...KINDS),
  sizes: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
});

/** Gives each line a word of its own, each value of a chart a number of its own. */
function label(shapes: readonly Shape[]): LabelledBlock[] {
  let count = 0;
  const word = (): string => `w${++count}x`;
  const value = (): string => String(1000 + ++count);
  return shapes.map(({ kind, sizes }): LabelledBlock => {
    const item = (size: number): LabelledItem => ({
      lines: Array.from({ length: COLUMNS[kind] }, (_, column) => (kind === 'chart' && column > 0 ? value() : word())),
      children: kind === 'points' ? Array.from({ length: size }, () => item(0)) : [],
    });
    const head = Array.from({ length: HEADS[kind] ?? 0 }, word);
    return { kind, head, items: (kind === 'paragraph' ? sizes.slice(0, 1) : sizes).map(item) };
  });
}

/** Articles of one to six blocks. */
export const labelledBlocks: fc.Arbitrary<LabelledBlock[]> = fc.array(shape, { minLength: 1, maxLength: 6 }).map(label);

/** All lines, with how to put other words in their place. */
export function labelsOf(blocks: readonly LabelledBlock[]): string[] {
  const items = (list: readonly LabelledItem[]): string[] => list.flatMap(({ lines, children }) => [...lines, ...items(children)]);
  return blocks.flatMap(({ kind, head, items: list }) => [...(kind === 'chart' ? head.slice(1) : head), ...items(list)]);
}

/** The lists in which items can come and go, by the kind of their block. */
export function listsOf(blocks: readonly LabelledBlock[]): { readonly kind: LabelledKind; readonly items: LabelledItem[] }[] {
  const below = (kind: LabelledKind, items: LabelledItem[]): { kind: LabelledKind; items: LabelledItem[] }[] => [
    { kind, items },
    ...items.flatMap(({ children }) => (children.length > 0 ? below(kind, children) : [])),
  ];
  return blocks.flatMap(({ kind, items }) => below(kind, items));
}
