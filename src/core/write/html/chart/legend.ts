import type { ColorUse } from '../../../template/theme/types.ts';
import { EMPTY, escape, h, join, type Html } from '../html.ts';
import { colorVar } from '../sheet.ts';
import { wrapLabel, type Plot } from './plot.ts';

function entries({ box }: Plot): { name: string; color: ColorUse }[] {
  if (box.type !== 'doughnut') return box.series.map(({ name, color }) => ({ name, color }));
  return box.categories.map((name, i) => ({ name, color: box.categoryColors[i] ?? 'accent1' }));
}

/** Swatches with names: in a row above the plot, or in a column to its right. */
export function legend(plot: Plot): Html {
  const { box, ink } = plot;
  if (box.legend === 'none') return EMPTY;
  const size = box.size;
  const swatch = size * 0.7;
  const list = entries(plot);
  if (box.legend === 'top') {
    let x = box.plot.x;
    const baseline = box.plot.y - size;
    return join(
      list.map(({ name, color }) => {
        const at = x;
        x += swatch + size * 0.4 + name.length * size * 0.52 + size * 1.4;
        return entry(at, baseline, swatch, color, [name], ink, size);
      }),
    );
  }
  const left = box.plot.x + box.plot.width + size * 1.5;
  const room = box.frame.x + box.frame.width - left - swatch - size * 0.4;
  const wrapped = list.map(({ name, color }) => ({ color, lines: wrapLabel(name, room, size, 2) }));
  const height = wrapped.reduce((sum, { lines }) => sum + size * (0.6 + lines.length * 1.2), 0);
  let y = box.plot.y + Math.max(0, (box.plot.height - height) / 2) + size;
  return join(
    wrapped.map(({ color, lines }) => {
      const at = y;
      y += size * (0.6 + lines.length * 1.2);
      return entry(left, at, swatch, color, lines, ink, size);
    }),
  );
}

function entry(x: number, baseline: number, swatch: number, color: ColorUse, lines: readonly string[], ink: string, size: number): Html {
  const words = x + swatch + size * 0.4;
  return join([
    h('rect', { x, y: baseline - swatch, width: swatch, height: swatch, fill: colorVar(color) }),
    h(
      'text',
      { x: words, y: baseline, fill: ink },
      ...lines.map((line, i) => h('tspan', { x: words, dy: i === 0 ? null : size * 1.2 }, escape(line))),
    ),
  ]);
}
