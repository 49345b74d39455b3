import type { ChartType } from '../../../article/types.ts';
import type { ChartData } from '../chart.ts';
import { child, children, textOf, value, within, type XmlElement } from '../xml/index.ts';
import { isOn } from './text.ts';

const TYPES: Readonly<Record<string, ChartType>> = {
  'c:barChart': 'bar',
  'c:bar3DChart': 'bar',
  'c:lineChart': 'line',
  'c:line3DChart': 'line',
  'c:areaChart': 'line',
  'c:area3DChart': 'line',
  'c:pieChart': 'doughnut',
  'c:pie3DChart': 'doughnut',
  'c:doughnutChart': 'doughnut',
  'c:ofPieChart': 'doughnut',
};

/** No chart has more that anybody could read; what a part claims to have beyond is not made room for. */
const MOST_POINTS = 5000;

interface Series {
  readonly name: string;
  readonly categories: ReadonlyMap<number, string>;
  readonly values: ReadonlyMap<number, string>;
}

/** Reads a chart part (`c:chartSpace`) by its caches, which are what is drawn. Null where it has no data. */
export function chartOf(root: XmlElement): ChartData | null {
  const chart = child(root, 'c:chart');
  const plot = child(chart, 'c:plotArea');
  if (!chart || !plot) return null;
  const kinds = children(plot).filter(({ name }) => /Chart$/.test(name));
  const is1904 = isOn(flagOf(child(root, 'c:date1904')));
  const series = kinds.flatMap((kind) => children(kind, 'c:ser').map((each) => seriesOf(each, is1904)));
  const keys = [...new Set(series.flatMap(({ categories, values }) => [...categories.keys(), ...values.keys()]))].sort((a, b) => a - b);
  if (series.length === 0 || keys.length === 0) return null;
  const title = wordsOf(child(chart, 'c:title'));
  const unit =
    children(plot, 'c:valAx')
      .map((axis) => wordsOf(child(axis, 'c:title')))
      .find((words) => words !== null) ?? null;
  const categories = keys.map(
    (key) => series.map((each) => each.categories.get(key)).find((name) => name !== undefined && name !== '') ?? `${key + 1}`,
  );
  return {
    type: typeOf(kinds),
    title,
    unit,
    categories,
    series: series.map(({ name, values }) => ({ name, values: keys.map((key) => values.get(key) ?? '') })),
  };
}

/** Our kind of chart; null for a combination, and for points in a plane. */
function typeOf(kinds: readonly XmlElement[]): ChartType | null {
  const types = new Set(kinds.map(({ name }) => TYPES[name] ?? null));
  const [type = null] = types;
  if (types.size !== 1 || type === null) return null;
  const stacked = kinds.some((kind) => /stacked/i.test(flagOf(child(kind, 'c:grouping')) ?? ''));
  return type === 'bar' && stacked ? 'stacked-bar' : type;
}

function seriesOf(series: XmlElement, is1904: boolean): Series {
  const name = textOf(within(child(series, 'c:tx') ?? series, 'c:v')[0] ?? null);
  const category = child(series, 'c:cat') ?? child(series, 'c:xVal');
  const values = child(series, 'c:val') ?? child(series, 'c:yVal');
  return {
    name: child(series, 'c:tx') === null ? '' : name.replace(/\s+/g, ' ').trim(),
    categories: category === null ? new Map() : pointsOf(category, is1904),
    values: values === null ? new Map() : pointsOf(values, is1904),
  };
}

/** The points of a reference's cache; of categories of several levels the outer ones first. */
function pointsOf(reference: XmlElement, is1904: boolean): Map<number, string> {
  const cache = within(reference, 'c:strCache', 'c:numCache', 'c:multiLvlStrCache', 'c:strLit', 'c:numLit')[0];
  if (cache?.name === 'c:multiLvlStrCache') return levelsOf(children(cache, 'c:lvl').map(levelOf));
  if (!cache) return new Map();
  const format = textOf(child(cache, 'c:formatCode'));
  const isDate = cache.name.startsWith('c:num') && /[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''));
  const points = [...levelOf(cache)];
  if (!isDate) return new Map(points.map(([key, text]) => [key, plainNumber(text)]));
  const dates = points.map(([key, text]) => [key, dateOf(text, format, is1904)] as const);
  // Days that all begin a year, or a month, stand for it.
  const shared = [/^(\d{4})-01-01$/, /^(\d{4}-\d{2})-01$/].find(
    (period) => dates.length > 1 && dates.every(([, date]) => period.test(date)),
  );
  return new Map(dates.map(([key, date]) => [key, shared?.exec(date)?.[1] ?? date]));
}

function levelOf(level: XmlElement): Map<number, string> {
  return new Map(
    children(level, 'c:pt')
      .slice(0, MOST_POINTS)
      .map((point) => [Number.parseInt(value(point, 'idx') ?? '0', 10) || 0, textOf(child(point, 'c:v')).replace(/\s+/g, ' ').trim()]),
  );
}

function levelsOf(levels: readonly ReadonlyMap<number, string>[]): Map<number, string> {
  const [inner = new Map<number, string>(), ...outer] = levels;
  // An outer name stands at the first of those it is above.
  const above = (level: ReadonlyMap<number, string>, key: number): string =>
    [...level].filter(([at]) => at <= key).sort(([a], [b]) => b - a)[0]?.[1] ?? '';
  return new Map(
    [...inner].map(([key, name]) => [key, [...outer.map((level) => above(level, key)).reverse(), name].filter(Boolean).join(' ')]),
  );
}

/** Programs write 0.1 as 0.10000000000000001. */
function plainNumber(text: string): string {
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? text : String(Number(number.toPrecision(12)));
}

/** Days since the end of 1899, or of 1903 (ECMA-376 part 1, 18.17.4.1). */
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
const DAY = 86_400_000;

function dateOf(text: string, format: string, is1904: boolean): string {
  const serial = Number(text);
  if (text === '' || !Number.isFinite(serial) || Math.abs(serial) > 200_000) return text;
  const iso = new Date(EPOCH + Math.round(serial + (is1904 ? DAYS_TO_1904 : 0)) * DAY).toISOString().slice(0, 10);
  return /d/i.test(format) ? iso : /m/i.test(format) ? iso.slice(0, 7) : iso.slice(0, 4);
}

function flagOf(element: XmlElement | null): string | null {
  return element && (value(element, 'val') ?? '1');
}

function wordsOf(title: XmlElement | null): string | null {
  if (title === null) return null;
  const words = within(title, 'a:t', 'c:v').map(textOf).join('').replace(/\s+/g, ' ').trim();
  return words || null;
}
