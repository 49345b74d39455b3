import type { ChartBlock, ChartType } from '../../article/types.ts';
import { block, tableBlock, type RawBlock } from './types.ts';

/** A chart's data as a file has it. */
export interface ChartData {
  /** Ours; null for a kind that we do not draw. */
  readonly type: ChartType | null;
  readonly title: string | null;
  readonly unit: string | null;
  readonly categories: readonly string[];
  /** Series by their names, which may be empty; a value for each category, as it is written, empty where there is none. */
  readonly series: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** A chart's block: a chart where an article can hold it as one, else a table. Its words are the data, so that what is said of it has a paragraph. */
export function chartBlock(data: ChartData): RawBlock {
  const { title, unit, categories, series } = data;
  const names = series.map(({ name }, index) => name || (series.length === 1 ? (unit ?? title ?? '1') : `${index + 1}`));
  const table = tableBlock([
    ['', ...names],
    ...categories.map((category, at) => [category, ...series.map(({ values }) => values[at] ?? '')]),
  ]);
  const chart = asChart(data, names);
  if (chart !== null) return { ...table, shape: 'chart', rows: null, given: { kind: 'chart', chart } };
  return title === null ? table : block(table.text, { ...table, given: { kind: 'table', title } });
}

/** What an article's chart must hold to (docs/content-format.md). */
function asChart({ type, title, unit, categories, series }: ChartData, names: readonly string[]): ChartBlock | null {
  const values = series.map((each) => categories.map((_, at) => numberOf(each.values[at])));
  if (type === null || values.length === 0 || values.some((column) => column.every((number) => number === null))) return null;
  if (new Set(categories).size < categories.length || new Set(names).size < names.length) return null;
  if (type === 'doughnut') {
    const [parts = []] = values;
    const isWhole = parts.every((part) => part !== null && part >= 0) && parts.some((part) => part !== 0);
    if (values.length > 1 || !isWhole) return null;
  }
  const made = names.map((name, index) => ({ name, values: values[index] ?? [] }));
  return { kind: 'chart', type, title, unit, categoryTitle: '', categories, series: made, refs: [] };
}

function numberOf(text: string | undefined): number | null {
  const number = Number(text ?? '');
  return text === undefined || text === '' || !Number.isFinite(number) ? null : number;
}
