import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { ChartBlock, ImageAsset } from '../../../../src/core/deck/types.ts';
import type { Box, ChartBox, GroupBox, ImageBox, Scene, TableBox, TableRow } from '../../../../src/core/layout/types.ts';
import { chartLabels } from '../../../../src/core/layout/index.ts';
import { slideWriter } from '../../../../src/core/write/html/index.ts';
import { sceneOf, slide as deckSlide } from '../../../support/layout.ts';
import { paragraph, scene, setLines, slide, textBox, theme } from '../../../support/html-scene.ts';

function page(boxes: readonly Box[], details: Partial<Omit<Scene, 'meta'>> = {}): Element {
  const s = slide(1, 'A title', boxes);
  const { document } = parseHTML(`<html><body>${slideWriter(scene([s], details))(s).html}</body></html>`);
  const element = document.querySelector('.page');
  if (!element) throw new Error('no page');
  return element;
}

/** Words that stand behind the one figure of a region. */
const caption = (text: string, { region }: Box): Box => textBox('caption', 'caption', [paragraph(text)], { x: 54, y: 130 }, { region });

const words = (root: Element, selector: string): string[] => [...root.querySelectorAll(selector)].map((element) => element.textContent);

describe('table', () => {
  const levels = theme.styles['table']?.levels ?? [];
  const row = (kind: TableRow['kind'], cells: readonly string[], y: number): TableRow => ({
    kind,
    height: 24,
    cells: cells.map((text, i) => {
      const paragraphs = text === '' ? [] : [paragraph(text, { align: i === 0 ? null : 'end' })];
      return { levels, paragraphs, lines: setLines(paragraphs, levels, 54 + i * 100, y) };
    }),
  });
  const box: TableBox = {
    kind: 'table',
    id: 't',
    region: 'body',
    frame: { x: 54, y: 150, width: 200, height: 96 },
    alt: 'Goods by year',
    columns: [100, 100],
    rows: [
      row('header', ['', '2023'], 150),
      row('body', ['Steel', '12'], 174),
      row('body', ['Wheat', '7'], 198),
      row('total', ['Total', '19'], 222),
    ],
  };

  it('is a table with header cells, a body and a total', () => {
    const table = page([box]);
    expect(words(table, 'thead th')).toEqual(['2023']);
    expect(words(table, 'tbody td')).toEqual(['12', '7']);
    expect(table.querySelector('tfoot th')?.getAttribute('scope')).toBe('row');
    expect(table.querySelector('table')?.getAttribute('aria-label')).toBe('Goods by year');
  });

  it('leaves its name to its caption', () => {
    const figure = page([box, caption('Goods by year', box)]).querySelector('figure');
    expect(figure?.querySelector('table')?.hasAttribute('aria-label')).toBe(false);
    expect(figure?.textContent).toContain('Goods by year');
  });

  it('has the names of its rows as their heads, and none where they name no row', () => {
    expect([...page([box]).querySelectorAll('tbody th')].map((th) => [th.textContent, th.getAttribute('scope')])).toEqual([
      ['Steel', 'row'],
      ['Wheat', 'row'],
    ]);
    const twice = { ...box, rows: [row('header', ['', '2023'], 150), row('body', ['Steel', '12'], 174), row('body', ['Steel', '7'], 198)] };
    const unnamed = { ...box, rows: [row('header', ['', '2023'], 150), row('body', ['', '12'], 174), row('body', ['Wheat', '7'], 198)] };
    for (const table of [twice, unnamed]) expect(page([table]).querySelectorAll('tbody th').length).toBe(0);
  });

  it('has a rule below each row, the strong one below the header and above the total', () => {
    const rules = [...page([box]).querySelectorAll('.drawing path[stroke]')].filter((path) => /h200$/.test(path.getAttribute('d') ?? ''));
    const strong = rules.filter((path) => path.getAttribute('stroke-width') === String(theme.table.headerRuleWidth));
    expect(rules.length).toBe(4);
    expect(strong.map((path) => path.getAttribute('d'))).toEqual(['M54,174h200', 'M54,222h200']);
  });

  it('stands in one figure with the caption before it', () => {
    expect(words(page([caption('Goods moved', box), box]), 'figure .caption')).toEqual(['Goods moved']);
  });
});

describe('a list', () => {
  it('has its numbers in the colour of its bullets, as PowerPoint does', () => {
    const list = textBox('body', 'body', [paragraph('a', { bullet: 'level' }), paragraph('b', { bullet: 1, startsList: true })], {
      x: 54,
      y: 130,
    });
    const signs = [...page([list]).querySelectorAll('li .l')].map((line) => [...line.classList].filter((name) => name.startsWith('o')));
    expect(signs).toHaveLength(2);
    expect(signs[0]).toHaveLength(1);
    expect(signs[1]).toEqual(signs[0]);
  });
});

describe('chart', () => {
  const block: ChartBlock = {
    kind: 'chart',
    type: 'bar',
    title: 'Ships',
    unit: null,
    categories: ['Q1', 'Q2'],
    series: [
      { name: 'Forecast', values: [10, 20] },
      { name: 'Counted', values: [null, 5] },
    ],
    refs: [],
  };
  /** A chart as layout sets it, in the place of the box that it makes. */
  const laid = (more: Partial<ChartBlock> = {}): ChartBox => {
    const box = sceneOf([deckSlide([{ ...block, ...more }])]).slides[0]?.boxes.find((other) => other.kind === 'chart');
    if (box?.kind !== 'chart') throw new Error('no chart');
    return { ...box, alt: 'Ships: Q1 10, Q2 20' };
  };
  const box = laid();
  const number = (element: Element | undefined, name: string): number => Number(element?.getAttribute(name));

  it('is named by its words and has its numbers as a table', () => {
    const figure = page([box]).querySelector('figure');
    expect(figure?.querySelector('svg')?.getAttribute('aria-label')).toBe('Ships: Q1 10, Q2 20');
    expect([...(figure?.querySelectorAll('tbody tr') ?? [])].map((tr) => [...tr.children].map((cell) => cell.textContent))).toEqual([
      ['Q1', '10', ''],
      ['Q2', '20', '5'],
    ]);
  });

  it('leaves its name to its caption, and says what of its words is no number', () => {
    const remarked = laid({ unit: 'ships', annotations: [{ category: 1, text: 'ice' }] });
    const chart = { ...remarked, alt: `Ships (ships): ${remarked.remarks ?? ''} Q1 10, Q2 20` };
    const figure = page([chart, caption('Ships (ships)', chart)]).querySelector('figure');
    const svg = figure?.querySelector('svg');
    expect(svg?.getAttribute('aria-label')).toBe('Q2: ice. Q1 10, Q2 20');
    expect(svg?.getAttribute('data-said')).toBe('Q2: ice.');
    expect(figure?.querySelector('table')?.hasAttribute('aria-label')).toBe(false);
  });

  it('draws bars as high as their values on the scale, and none for a missing one', () => {
    const heights = [...page([box]).querySelectorAll('svg rect')].slice(0, box.marks.length).map((bar) => number(bar, 'height'));
    const unit = box.plot.height / ((box.scale?.max ?? 0) - (box.scale?.min ?? 0));
    expect(heights.map((height) => Math.round(height / unit))).toEqual([10, 20, 5]);
  });

  it('stacks bars upon each other', () => {
    const stacked = laid({
      type: 'stacked-bar',
      categories: ['Q1', 'Q2', 'Q3'],
      series: [
        { name: 'A', values: [10, 20, -4] },
        { name: 'B', values: [3, 5, -6] },
      ],
    });
    const bars = [...page([stacked]).querySelectorAll('svg rect')].slice(0, stacked.marks.length);
    const [first, on, second, more, below, lower] = bars.map((bar) => ({
      top: number(bar, 'y'),
      foot: number(bar, 'y') + number(bar, 'height'),
    }));
    expect(on?.foot).toBeCloseTo(first?.top ?? 0, 1);
    expect(more?.foot).toBeCloseTo(second?.top ?? 0, 1);
    expect(lower?.top).toBeCloseTo(below?.foot ?? 0, 1);
  });

  it('leaves a gap in a line where a value is missing', () => {
    const svg = page([laid({ type: 'line', categories: ['a', 'b', 'c', 'd'], series: [{ name: 'A', values: [5, null, 10, 20] }] })]);
    expect(svg.querySelectorAll('circle').length).toBe(3);
    expect(svg.querySelector('path[stroke-linejoin]')?.getAttribute('d')?.match(/M/g)?.length).toBe(2);
  });

  it('draws a ring with a slice a category', () => {
    const ring = laid({ type: 'doughnut', series: [{ name: 'A', values: [1, 3] }] });
    const slices = [...page([ring]).querySelectorAll('g path')].map((path) => path.getAttribute('fill'));
    expect(slices).toEqual(['var(--a1)', 'var(--a3)']);
  });

  it('draws every word where layout put it, and no other', () => {
    const shown = page([box]).querySelectorAll('svg text');
    const placed = chartLabels(box).map(({ lines, align }) => {
      const [line] = lines;
      return [
        line?.text,
        align === 'left' ? line?.x : align === 'center' ? (line?.x ?? 0) + (line?.width ?? 0) / 2 : (line?.x ?? 0) + (line?.width ?? 0),
        line?.baseline,
      ];
    });
    const drawn = [...shown].map((text) => [text.textContent, number(text, 'x'), number(text, 'y')] as const);
    expect(drawn.map(([text]) => text)).toEqual(placed.map(([text]) => text));
    drawn.forEach(([, x, y], i) => {
      expect(x).toBeCloseTo(Number(placed[i]?.[1]), 1);
      expect(y).toBeCloseTo(Number(placed[i]?.[2]), 1);
    });
  });

  it('anchors words of the other direction at the side that they are aligned to', () => {
    const box = laid({
      type: 'bar',
      series: [
        { name: 'ميزانية', values: [1, 2] },
        { name: 'Budget', values: [2, 3] },
        // So many that they have a legend.
        ...['C', 'D', 'E'].map((name) => ({ name, values: [1, 2] })),
      ],
    });
    const texts = [...page([box]).querySelectorAll('svg text')].slice(0, 2);
    expect(texts.map((text) => [text.getAttribute('direction'), text.getAttribute('text-anchor')])).toEqual([
      ['rtl', 'end'],
      [null, 'start'],
    ]);
  });

  it('writes what authors named as text', () => {
    const hostile: ChartBox = { ...box, categories: ['</svg><script>x</script>', '&'], alt: '"><img src=x>' };
    const figure = page([hostile]).querySelector('figure');
    expect(figure?.querySelector('script, img')).toBeNull();
    expect(words(page([hostile]), '.data tbody th')).toEqual(['</svg><script>x</script>', '&']);
  });
});

describe('image', () => {
  const asset: ImageAsset = { bytes: new Uint8Array([1, 2, 3]), type: 'image/png', width: 400, height: 200, hash: 'a'.repeat(64) };
  const media = new Map([[asset.hash, asset]]);
  const box: ImageBox = {
    kind: 'image',
    id: 'i',
    region: 'body',
    frame: { x: 54, y: 150, width: 400, height: 200 },
    media: asset.hash,
    alt: 'A harbour',
    crop: { left: 0, top: 0, right: 0, bottom: 0 },
  };

  it('is in the file with its alternative text', () => {
    const img = page([box], { media }).querySelector('figure img');
    expect(img?.getAttribute('src')).toBe('data:image/png;base64,AQID');
    expect(img?.getAttribute('alt')).toBe('A harbour');
  });

  it('is cut by its view box', () => {
    const cut = { ...box, crop: { left: 0.25, top: 0, right: 0.25, bottom: 0.5 } };
    const svg = page([cut], { media }).querySelector('figure svg');
    expect(svg?.getAttribute('viewBox')).toBe('100 0 200 100');
    expect(svg?.getAttribute('aria-label')).toBe('A harbour');
  });

  it('without alternative text is not passed off as decoration', () => {
    expect(
      page([{ ...box, alt: ' ' }], { media })
        .querySelector('img')
        ?.getAttribute('alt'),
    ).not.toBe('');
  });
});

describe('group', () => {
  const child = (style: string, text: string, y: number) =>
    textBox(
      style === 'statValue' ? 'stat' : 'label',
      style,
      [paragraph(text)],
      { x: 54, y },
      { region: null, ...(['statValue', 'timelineDate'].includes(style) && { term: true }) },
    );
  const group = (role: GroupBox['role'], children: GroupBox['children']): GroupBox => ({
    kind: 'group',
    id: 'g',
    region: 'body',
    frame: { x: 54, y: 150, width: 800, height: 200 },
    role,
    alt: '',
    children,
  });

  it('of figures is a list of values with what they count', () => {
    const dl = page([group('stats', [child('statValue', '120,000', 150), child('statLabel', 'people', 200)])]);
    expect(words(dl, 'dl dt')).toEqual(['120,000']);
    expect(words(dl, 'dl dd')).toEqual(['people']);
  });

  it('of events is a list of dates with what happened; a date alone has an empty description', () => {
    const dl = page([
      group('timeline', [child('timelineDate', '2020', 150), child('timelineText', 'A war', 170), child('timelineDate', 'Today', 190)]),
    ]);
    expect(words(dl, 'dl dt')).toEqual(['2020', 'Today']);
    expect(words(dl, 'dl dd')).toEqual(['A war', '']);
  });

  it('of events with date and words in one box each is the same list', () => {
    const event = (date: string, what: readonly string[], y: number) =>
      textBox(
        'body',
        'timelineText',
        [date, ...what].map((text) => paragraph(text)),
        { x: 54, y },
        { region: null, term: 'first' },
      );
    const dl = page([group('timeline', [event('2020', ['A war'], 150), event('2021', [], 200)])]);
    expect(words(dl, 'dl dt')).toEqual(['2020', '2021']);
    expect(words(dl, 'dl dd')).toEqual(['A war', '']);
  });

  it('draws its shapes below its words', () => {
    const line = {
      kind: 'shape',
      id: 's',
      region: null,
      frame: { x: 54, y: 300, width: 800, height: 0 },
      shape: 'line',
      fill: null,
      stroke: 'accent1',
      strokeWidth: 1,
    } as const;
    const dashed = { ...line, id: 'd', frame: { ...line.frame, y: 320 }, strokeWidth: 2, dash: 'sysDash' } as const;
    const root = page([group('timeline', [line, dashed, child('timelineDate', '2020', 150)])]);
    const pathOf = (d: string) => [...root.querySelectorAll('.drawing path')].find((path) => path.getAttribute('d') === d);
    expect(pathOf('M54,300h800')?.getAttribute('stroke')).toBe('var(--a1)');
    expect(pathOf('M54,300h800')?.getAttribute('stroke-dasharray')).toBeNull();
    expect(pathOf('M54,320h800')?.getAttribute('stroke-dasharray')).toBe('6 2');
  });
});
