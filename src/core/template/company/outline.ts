import { child, children, value, type Element } from '../../base/ooxml/xml/tree.ts';
import type { Outline } from '../theme/types.ts';
import { round } from './geometry.ts';

type Point = readonly [number, number];

const polygon = (...corners: readonly Point[]): string => `${corners.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')}Z`;

/** How far a control point stands from its corner in a quarter circle drawn as a curve. */
const K = 0.4477;

function ellipse(): string {
  const c = K / 2;
  return `M0 0.5C0 ${c} ${c} 0 0.5 0C${1 - c} 0 1 ${c} 1 0.5C1 ${1 - c} ${1 - c} 1 0.5 1C${c} 1 0 ${1 - c} 0 0.5Z`;
}

/** Preset shapes in a box of 1 × 1, in their usual form: what corporate art is mostly made of. ST_ShapeType. */
const PRESETS: Readonly<Record<string, string>> = {
  ellipse: ellipse(),
  triangle: polygon([0.5, 0], [1, 1], [0, 1]),
  rtTriangle: polygon([0, 0], [1, 1], [0, 1]),
  diamond: polygon([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]),
  parallelogram: polygon([0.25, 0], [1, 0], [0.75, 1], [0, 1]),
  trapezoid: polygon([0.25, 0], [0.75, 0], [1, 1], [0, 1]),
  homePlate: polygon([0, 0], [0.75, 0], [1, 0.5], [0.75, 1], [0, 1]),
  chevron: polygon([0, 0], [0.75, 0], [1, 0.5], [0.75, 1], [0, 1], [0.25, 0.5]),
  pentagon: polygon([0.5, 0], [1, 0.38], [0.81, 1], [0.19, 1], [0, 0.38]),
  hexagon: polygon([0.25, 0], [0.75, 0], [1, 0.5], [0.75, 1], [0.25, 1], [0, 0.5]),
};

/** The outline of a preset shape; null where it is none of those known. Rounded corners are drawn as for the frame's proportion. */
export function presetOutline(preset: string, aspect: number): Outline | null {
  if (preset === 'roundRect') return { width: aspect, height: 1, commands: roundRectangle(aspect) };
  const commands = PRESETS[preset];
  return commands === undefined ? null : { width: 1, height: 1, commands };
}

function roundRectangle(width: number): string {
  const r = round(0.1667 * Math.min(1, width));
  const c = round(r * K);
  const [w, e] = [round(width), round(width - r)];
  return (
    `M0 ${r}C0 ${c} ${c} 0 ${r} 0L${e} 0C${round(w - c)} 0 ${w} ${c} ${w} ${r}L${w} ${round(1 - r)}` +
    `C${w} ${round(1 - c)} ${round(w - c)} 1 ${e} 1L${r} 1C${c} 1 0 ${round(1 - c)} 0 ${round(1 - r)}Z`
  );
}

function pointsOf(command: Element): Point[] {
  return children(command, 'a:pt').map((pt) => [Number(value(pt, 'x')), Number(value(pt, 'y'))]);
}

/** A part of an ellipse as curves of at most a quarter each. */
function arc([x, y]: Point, command: Element): { readonly text: string; readonly end: Point } {
  const number = (name: string): number => Number(value(command, name) ?? 0);
  const [rx, ry] = [number('wR'), number('hR')];
  const start = (number('stAng') / 60_000) * (Math.PI / 180);
  const sweep = (number('swAng') / 60_000) * (Math.PI / 180);
  const [cx, cy] = [x - rx * Math.cos(start), y - ry * Math.sin(start)];
  const steps = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-6));
  const step = sweep / steps;
  const pull = (4 / 3) * Math.tan(step / 4);
  let text = '';
  let end: Point = [x, y];
  for (let i = 0; i < steps; i += 1) {
    const [a, b] = [start + i * step, start + (i + 1) * step];
    const at = (angle: number): Point => [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)];
    const [p, q] = [at(a), at(b)];
    const first: Point = [p[0] - pull * rx * Math.sin(a), p[1] + pull * ry * Math.cos(a)];
    const second: Point = [q[0] + pull * rx * Math.sin(b), q[1] - pull * ry * Math.cos(b)];
    text += `C${[...first, ...second, ...q].map(round).join(' ')}`;
    end = q;
  }
  return { text, end };
}

const numbers = (list: readonly Point[]): string => list.flat().map(round).join(' ');

function pathText(path: Element): string | null {
  let text = '';
  let at: Point = [0, 0];
  for (const command of children(path)) {
    const list = pointsOf(command);
    // A guide's name in place of a number is a formula, which is not evaluated.
    if (list.flat().some((n) => !Number.isFinite(n))) return null;
    const last = list.at(-1);
    switch (command.name) {
      case 'a:moveTo':
        text += `M${numbers(list)}`;
        break;
      case 'a:lnTo':
        text += `L${numbers(list)}`;
        break;
      case 'a:cubicBezTo':
        text += `C${numbers(list)}`;
        break;
      case 'a:quadBezTo': {
        const [control, end] = list;
        if (!control || !end) return null;
        const toward = (from: Point): Point => [from[0] + (2 / 3) * (control[0] - from[0]), from[1] + (2 / 3) * (control[1] - from[1])];
        text += `C${numbers([toward(at), toward(end), end])}`;
        break;
      }
      case 'a:arcTo': {
        const drawn = arc(at, command);
        if (!/^[MLCZ\d .-]*$/.test(drawn.text)) return null;
        text += drawn.text;
        at = drawn.end;
        break;
      }
      case 'a:close':
        text += 'Z';
        break;
    }
    if (last) at = last;
  }
  return text.startsWith('M') ? text : null;
}

/** Longer ones are traced pictures, too much for a theme. */
const LONGEST = 20_000;

/** The outline of a freely drawn shape; null where it has formulas or several boxes. */
export function customOutline(geometry: Element, width: number, height: number): Outline | null {
  const list = child(geometry, 'a:pathLst');
  const paths = list ? children(list, 'a:path') : [];
  const [first] = paths;
  if (!first) return null;
  const size = (name: string, fallback: number): number => Number(value(first, name) ?? 0) || fallback * 12_700;
  const sizes = new Set(paths.map((path) => `${value(path, 'w') ?? ''} ${value(path, 'h') ?? ''}`));
  const texts = paths.map(pathText);
  if (sizes.size > 1 || texts.some((text) => text === null)) return null;
  const commands = texts.join('');
  return commands.length > LONGEST ? null : { width: size('w', width), height: size('h', height), commands };
}

/** The outline seen in a mirror. */
export function flipped(outline: Outline, across: boolean, down: boolean): Outline {
  if (!across && !down) return outline;
  const { width, height } = outline;
  const commands = outline.commands.replace(/([MLC])([^MLCZ]*)/g, (_, letter: string, text: string) => {
    const values = text.trim().split(' ').map(Number);
    return `${letter}${values.map((n, i) => round(i % 2 === 0 ? (across ? width - n : n) : down ? height - n : n)).join(' ')}`;
  });
  return { width, height, commands };
}
