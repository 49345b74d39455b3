import type { Scene } from '../../src/core/layout/types.ts';
import type { Theme } from '../../src/core/template/theme/types.ts';
import {
  chartBox,
  chartLabel,
  chartLegend,
  chartNumbers,
  chartTicks,
  groupBox,
  imageBox,
  makeScene,
  paragraph,
  pngAsset,
  regionText,
  shapeBox,
  slideId,
  tableBox,
} from './scene.ts';
import { packTheme } from './theme.ts';

const TWO = [
  { name: 'Forecast', values: [1, 2, 3.5, -4], color: 'accent1' },
  { name: 'Counted', values: [2, null, 0, 5], color: 'accent3' },
] as const;
const SCALE = { min: -5, max: 5, step: 5, decimals: 0 };
const TICKS = chartTicks(-5, 0, 5);
const LEGEND = chartLegend('Forecast', 'Counted');

/** A deck with one of everything: every kind of box, every chart, links, fields, lists, scripts, notes. */
export function richScene(theme: Theme = packTheme('plain'), meta: Partial<Scene['meta']> = {}): Scene {
  const asset = pngAsset();
  const points = [
    paragraph([
      { text: 'A ' },
      { text: 'bold', bold: true },
      { text: ' and ' },
      { text: 'slanted', italic: true },
      { text: ' word.' },
      { refs: [3, 4] },
    ]),
    paragraph('Second level', { level: 1 }),
    paragraph([{ text: 'Outside', href: 'https://example.org/?a=1&b=2' }, { text: ' and ' }, { text: 'inside', href: `#${slideId(1)}` }]),
    paragraph('One line\nand the next'),
    paragraph('Fourth of a list', { bullet: 4, startsList: true }),
    paragraph('Fifth', { bullet: 5 }),
    paragraph('No bullet', { bullet: 'none' }),
  ];
  const headerFooter = (layout: string, number: number) => [
    regionText(theme, layout, 'footer', ['A test deck']),
    regionText(theme, layout, 'number', [paragraph(String(number), { field: 'slide-number' })]),
    regionText(theme, layout, 'mark', ['DRAFT']),
  ];
  return makeScene(
    [
      { layout: 'title', title: 'The deck', boxes: [regionText(theme, 'title', 'subtitle', ['For a test'])] },
      {
        layout: 'points',
        title: 'Points & <more> "quoted"',
        boxes: [
          regionText(theme, 'points', 'lead', ['The lead.']),
          regionText(theme, 'points', 'body', points),
          ...headerFooter('points', 2),
        ],
        notes: [
          'Say this.',
          { kind: 'heading', runs: [{ text: 'Sources' }] },
          { kind: 'source', runs: [{ text: 'An article' }, { refs: [3] }] },
        ],
      },
      {
        layout: 'table',
        title: 'A table',
        boxes: [
          tableBox(theme, [
            ['Quarter', 'Counted'],
            ['Q1', '1,650'],
            ['Q2', '1,900'],
            ['=Total', '3,550'],
          ]),
          ...headerFooter('table', 3),
        ],
      },
      { layout: 'chart', title: 'Bars', boxes: [chartBox()] },
      {
        layout: 'chart',
        title: 'Lying bars',
        boxes: [chartBox({ horizontal: true, legend: LEGEND, valueLabels: [], ticks: TICKS, series: TWO, scale: SCALE })],
      },
      {
        layout: 'chart',
        title: 'Stacked bars',
        boxes: [chartBox({ type: 'stacked-bar', legend: LEGEND, valueLabels: chartNumbers(TWO, 'center'), series: TWO, scale: SCALE })],
      },
      {
        layout: 'chart',
        title: 'Lines',
        boxes: [
          chartBox({
            type: 'line',
            series: TWO,
            scale: SCALE,
            ticks: TICKS,
            valueLabels: [],
            decimals: 1,
            categoryLabels: [{ ...chartLabel('Q1'), category: 0 }],
            seriesLabels: TWO.map(({ name }, series) => ({ ...chartLabel(name), series, category: 3, name, side: 'right' })),
          }),
        ],
      },
      {
        layout: 'chart',
        title: 'A ring',
        boxes: [
          chartBox({
            type: 'doughnut',
            legend: chartLegend('Q1', 'Q2', 'Q3', 'Q4'),
            scale: null,
            categoryColors: ['accent1', 'accent2', 'accent3', 'accent4'],
            series: [{ name: 'Counted', values: [20, 30, 10, 40], color: 'accent1' }],
          }),
        ],
      },
      { layout: 'timeline', title: 'A timeline', boxes: [groupBox(theme)], notes: ['And this.'] },
      {
        layout: 'image',
        title: 'A picture twice',
        boxes: [
          imageBox(asset, { region: 'picture', crop: { left: 0.1, top: 0, right: 0.1, bottom: 0 } }),
          imageBox(asset, { id: 's/picture.2' }),
          shapeBox({ shape: 'ellipse', frame: { x: 10, y: 200, width: 30, height: 30 } }),
        ],
      },
      {
        layout: 'text',
        title: 'سلام',
        boxes: [
          regionText(theme, 'text', 'body', [
            paragraph('مرحبا بالعالم', { direction: 'rtl' }),
            paragraph('שלום', { direction: 'rtl' }),
            paragraph('world 你好 안녕 こんにちは Привет 👩‍👩‍👧'),
            paragraph('\u0007 \uD800 ]]> <script>alert(1)</script>'),
            paragraph(''),
          ]),
        ],
      },
    ],
    { theme, media: new Map([[asset.hash, asset]]) },
    { recipe: '{"lectern":1}', ...meta },
  );
}
