import type { ContentBox, ContentChart } from '../read/types.ts';
import { align, LEAST_ALIKE } from './align.ts';
import type { ValueChange } from './types.ts';
import type { Unit } from './side.ts';

type Series = ContentChart['series'][number];

const within = (box: ContentBox): ContentBox[] => [box, ...box.children.flatMap(within)];

function chartsOf({ slides }: Unit): ContentChart[] {
  return slides.flatMap(({ content }) => content.boxes.flatMap(within).flatMap(({ chart }) => chart ?? []));
}

/** Names, categories and values of a chart, for holding it against another. */
const said = ({ title, series }: ContentChart): string[] => [
  title,
  ...series.flatMap(({ name, points }) => [name, ...points.map(({ category, value }) => `${category} ${value}`)]),
];

function share(a: readonly string[], b: readonly string[]): number {
  const held = new Set(b);
  return a.filter((text) => held.has(text)).length / Math.max(1, a.length, b.length);
}

const pointsOf = ({ points }: Series): string[] => points.map(({ category, value }) => `${category} ${value}`);

/** What a person calls it: its title, its legend, or its series. */
const nameOf = ({ title, series }: ContentChart): string => title || series.map(({ name }) => name).join(', ');

/** In what values, names and titles the charts of two units differ. */
export function valueChanges(from: Unit, to: Unit): ValueChange[] {
  const [then, now] = [chartsOf(from), chartsOf(to)];
  const key = ({ title, series, legends }: ContentChart): string => JSON.stringify([title, series, [...legends].sort()]);
  // Of two charts at one place, one became the other, however little they share.
  const alike = (i: number, j: number): number =>
    Math.max(i === j ? LEAST_ALIKE : 0, share(then[i] ? said(then[i]) : [], now[j] ? said(now[j]) : []));
  return align(then.map(key), now.map(key), alike).flatMap((pair) =>
    chartChanges(pair.from === null ? null : (then[pair.from] ?? null), pair.to === null ? null : (now[pair.to] ?? null)),
  );
}

function chartChanges(old: ContentChart | null, now: ContentChart | null): ValueChange[] {
  const shown = now ?? old;
  if (!shown) return [];
  const chart = nameOf(shown);
  const whole = ({ series }: ContentChart): string =>
    series.map(({ name, points }) => `${name}: ${pointsOf({ name, points }).join('; ')}`).join(' / ');
  const change = (series: string | null, category: string | null, from: string | null, to: string | null): ValueChange[] =>
    (from ?? '') === (to ?? '')
      ? []
      : [{ kind: 'data', chart, series, category, from: from === '' ? null : from, to: to === '' ? null : to }];
  if (!old || !now) return change(null, null, old && whole(old), now && whole(now));
  const series = align(
    old.series.map(({ name }) => name),
    now.series.map(({ name }) => name),
    (i, j) =>
      Math.max(
        i === j && old.series.length === now.series.length ? LEAST_ALIKE : 0,
        share(pointsOf(old.series[i] ?? NONE), pointsOf(now.series[j] ?? NONE)),
      ),
  );
  const legend = ({ legends }: ContentChart): string => legends.filter((text) => !said(shown).includes(text)).join('; ');
  const found = [
    ...change(null, null, old.title, now.title),
    ...change(null, null, legend(old), legend(now)),
    ...series.flatMap(({ from, to }) =>
      seriesChanges(from === null ? null : (old.series[from] ?? null), to === null ? null : (now.series[to] ?? null), change),
    ),
  ];
  // A category that was renamed is so in every series.
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

const NONE: Series = { name: '', points: [] };

type MakeChange = (series: string | null, category: string | null, from: string | null, to: string | null) => ValueChange[];

function seriesChanges(old: Series | null, now: Series | null, change: MakeChange): ValueChange[] {
  if (!old || !now) return change((now ?? old)?.name ?? null, null, old && pointsOf(old).join('; '), now && pointsOf(now).join('; '));
  const point = ({ points }: Series, at: number | null): Series['points'][number] | null => (at === null ? null : (points[at] ?? null));
  const pairs = align(
    old.points.map(({ category }) => category),
    now.points.map(({ category }) => category),
    // A name changed and the value stayed at its place.
    (i, j) => (i === j && old.points.length === now.points.length && old.points[i]?.value === now.points[j]?.value ? 0.5 : 0),
  );
  return [
    ...change(null, null, old.name, now.name),
    ...pairs.flatMap(({ from, to }) => {
      const [then, value] = [point(old, from), point(now, to)];
      const renamed = then && value ? change(null, null, then.category, value.category) : [];
      return [...renamed, ...change(now.name, (value ?? then)?.category ?? null, then?.value ?? null, value?.value ?? null)];
    }),
  ];
}
